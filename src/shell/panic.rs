//! A panic in any thread: the terminal first, then the report, then the end.

use std::io::{IsTerminal, Write};
use std::panic::PanicHookInfo;

use color_eyre::config::{HookBuilder, Theme};

use super::{colours, guard};

/// The exit code after a panic, as Rust's own.
const CODE: i32 = 101;

/// Makes every panic end the process with the terminal given back. A panic in one thread would otherwise leave the
/// others drawing.
pub(super) fn install() {
    std::panic::set_hook(Box::new(|info| {
        guard::give_back_for_good();
        // A closed standard error must not panic again.
        let _ = writeln!(std::io::stderr(), "{}", report(info));
        std::process::exit(CODE);
    }));
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let coloured = std::io::stderr().is_terminal() && colours::wants_colour();
    let (hook, _) = HookBuilder::default()
        .theme(if coloured { Theme::dark() } else { Theme::new() })
        .display_env_section(false)
        .display_location_section(cfg!(debug_assertions))
        .into_hooks();
    hook.panic_report(info).to_string()
}
