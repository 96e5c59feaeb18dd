//! A server in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a server says once it answers, before its address.
pub const READY: &str = "Kaskada is ready at http://";

/// A running server; it is stopped when this is dropped.
pub struct Process {
    child: Child,
    /// Where it answers.
    pub address: SocketAddr,
    /// When it was started.
    pub started: Instant,
}

impl Process {
    /// Starts `program` with `arguments` on the installation in `data`, at a free address.
    pub fn start(program: &Path, arguments: &[&str], data: &Path) -> Result<Self, String> {
        let started = Instant::now();
        let mut child = Command::new(program)
            .args(arguments)
            .arg("--data")
            .arg(data)
            .args(["--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .env("KASKADA_LOG", "error")
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let address = child
            .stdout
            .take()
            .into_iter()
            .flat_map(|out| BufReader::new(out).lines())
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix(READY)?.trim().parse().ok());
        let Some(address) = address else {
            let _ = child.wait();
            return Err(format!("{} stopped before it was ready", program.display()));
        };
        Ok(Self {
            child,
            address,
            started,
        })
    }

    /// Memory that the process holds, in KiB.
    pub fn resident(&self) -> Result<u64, String> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        status
            .lines()
            .find_map(|line| {
                line.strip_prefix("VmRSS:")?
                    .split_whitespace()
                    .next()?
                    .parse()
                    .ok()
            })
            .ok_or_else(|| format!("{path} says nothing about memory"))
    }

    /// Time the process has computed, over all its threads.
    pub fn computed(&self) -> Result<Duration, String> {
        let path = format!("/proc/{}/stat", self.child.id());
        let stat = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        // The name in parentheses may hold spaces; user and system time follow it.
        let fields = stat.rsplit_once(") ").map_or("", |(_, fields)| fields);
        let ticks: u64 = fields
            .split(' ')
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok())
            .sum();
        // Linux counts them in hundredths of a second, whatever its own clock.
        Ok(Duration::from_millis(ticks * 10))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have stopped by itself; there is nothing left to do then.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
