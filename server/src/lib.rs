//! The process around the application: command line, configuration, router, jobs, embedded site.

mod assets;
pub mod command;
pub mod configuration;
pub mod http;
mod jobs;
mod page_cache;
