//! The commands that take JSON and give JSON, as somebody at a terminal uses them.

mod assess;
mod recourse;
mod support;
