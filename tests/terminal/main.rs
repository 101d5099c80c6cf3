//! The program in a real (pseudo) terminal: it starts, answers, ends in every way there is, and leaves no trace.
#![cfg(unix)]

mod endings;
mod pty;
mod running;
mod without;
