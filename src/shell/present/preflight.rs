//! Every step of a show, measured at the sizes of screens that it may be shown on.

use std::process::ExitCode;

use crate::domain::{District, Show};
use crate::exchange::preflight::{self, Finding};
use crate::lang::messages;
use crate::model::{Ambiguous, ColourDepth, Prefs, ThemeName};
use crate::screens::Context;
use crate::screens::stage::{self, Found, Scene, Severity};
use crate::shell::say;
use crate::shell::settings::Setup;

/// The sizes that are looked at where none is asked for: a narrow terminal, a projector, a laptop, a wall.
const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

/// Says of every step what does not fit or is missing. The program ends with a fault where the audience would see one.
pub(super) fn run(district: &District, show: &Show, sizes: &[(u16, u16)], setup: &Setup) -> ExitCode {
    let depth = setup.effective.colours.value.unwrap_or(ColourDepth::True);
    let own = setup.effective.prefs(depth, setup.effective.ambiguous.value.unwrap_or(Ambiguous::Narrow));
    let default = setup.effective.theme.value.is_none();
    let prefs = Prefs { theme: if default { ThemeName::Projector } else { own.theme }, ..own };
    let sizes = if sizes.is_empty() { &SIZES } else { sizes };
    let scene = Scene { cx: Context::new(district, &prefs), show };
    let findings: Vec<Finding> = stage::inspect_all(&scene, sizes)
        .into_iter()
        .map(|Found { size, step, flaw }| Finding {
            size,
            step,
            fault: flaw.severity() == Severity::Fault,
            sentence: flaw.sentence(messages(prefs.lang)),
        })
        .collect();
    let faulty = findings.iter().any(|finding| finding.fault);
    let code = if faulty { ExitCode::from(say::FAULTS) } else { ExitCode::SUCCESS };
    say::write(&preflight::report(show, sizes, &findings, messages(prefs.lang), prefs.lang), code)
}
