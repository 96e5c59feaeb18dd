//! Awards: what a certificate says, and what makes it provable for longer than the server lives.

mod facts;

pub use facts::{
    Assessment, Attendance, CourseFacts, FACTS_VERSION, Facts, Issuer, Kind, Recognition,
};
