//! `aero`: see [`server::cli`].

use std::process::ExitCode;

/// A page is a thousand small allocations: this one makes them in half the time
/// of the system's (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::cli::run()
}
