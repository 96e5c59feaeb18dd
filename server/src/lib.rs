//! The process around the application: command line, configuration, router, jobs, embedded site.

mod assets;
pub mod blobs;
pub mod command;
pub mod configuration;
pub mod http;
mod jobs;
mod page_cache;

/// Most of what a page needs is given back at once, and by another thread than asked for it: the
/// allocator of Rust's choice spends a tenth of a page's time on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
