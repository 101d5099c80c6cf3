//! The command line.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::present::Present;
use crate::domain::Lang;
use crate::model::{ColourDepth, Markers, ThemeName};

/// 薪火：把一个地区的年度成效装进终端，每个数字都有出处。A district's achievements in the terminal, every figure with its source.
#[derive(Debug, Parser)]
#[command(name = "xinhuo", version, max_term_width = 100, subcommand_precedence_over_arg = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// The datasets to open, JSON files; - for standard input [default: Bao'an District 2024]
    ///
    /// Of several, the first names the own district: its other periods become history, other districts become peers.
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Open an invented district instead, with history, targets and breakdowns; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// The place to start at, such as action/governance
    #[arg(long, value_name = "PLACE")]
    pub(super) at: Option<String>,
    /// Leave the mouse to the terminal; without this, Shift (Option on a Mac) and dragging select text
    #[arg(long)]
    pub(super) no_mouse: bool,
    #[command(flatten)]
    pub(super) look: Look,
}

/// How things look; the same options everywhere.
#[derive(Debug, Args)]
pub(super) struct Look {
    /// The language [default: that of the locale]
    #[arg(long, global = true, env = "XINHUO_LANG", hide_env_values = true)]
    lang: Option<LangArg>,
    /// The theme [default: dark]
    #[arg(long, global = true, env = "XINHUO_THEME", hide_env_values = true)]
    theme: Option<ThemeArg>,
    /// How many colours to use
    #[arg(long, global = true, visible_alias = "color", default_value = "auto")]
    pub(super) colour: Colour,
    /// The characters that charts are drawn with
    #[arg(long, global = true, env = "XINHUO_MARKERS", hide_env_values = true, default_value = "braille")]
    markers: MarkersArg,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check a dataset and report every fault with its line
    Check {
        /// The dataset, a JSON file; - for standard input
        file: PathBuf,
        /// Let warnings count as faults
        #[arg(long)]
        strict: bool,
        /// How the report is written
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
    },
    /// Write the JSON Schema of datasets
    Schema,
    /// Write one screen to standard output, without a terminal
    Print(Print),
    /// Present a briefing: for now its outline, as Markdown
    Present(Present),
}

/// What to print.
#[derive(Debug, Args)]
pub(super) struct Print {
    /// The datasets, JSON files; - for standard input [default: Bao'an District 2024]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Print from the invented district instead; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// The place, such as overview or action/governance
    #[arg(long, value_name = "PLACE")]
    pub(super) at: String,
    /// Columns and rows, from 1x1 to 1000x1000
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(super) size: (u16, u16),
    /// How the screen is written
    #[arg(long, value_enum, default_value_t = ScreenFormat::Text)]
    pub(super) format: ScreenFormat,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// How a screen is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ScreenFormat {
    /// Characters only
    Text,
    /// Characters and colours for a terminal
    Ansi,
    /// A picture
    Svg,
}

/// How many colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// As many as the terminal shows
    Auto,
    /// 24 bits a colour
    True,
    /// The 256 of xterm
    #[value(name = "256")]
    Indexed,
    /// The 16 of every terminal
    #[value(name = "16")]
    Ansi,
    /// None
    None,
}

impl Colour {
    /// The depth that was asked for; none where the terminal decides.
    pub(super) fn depth(self) -> Option<ColourDepth> {
        match self {
            Self::Auto => None,
            Self::True => Some(ColourDepth::True),
            Self::Indexed => Some(ColourDepth::Indexed),
            Self::Ansi => Some(ColourDepth::Ansi),
            Self::None => Some(ColourDepth::None),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LangArg {
    /// Chinese
    Zh,
    /// English
    En,
    /// An environment variable that is set to nothing is not set.
    #[value(name = "", hide = true)]
    Unset,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeArg {
    /// Light on dark
    Dark,
    /// Dark on light
    Light,
    /// An environment variable that is set to nothing is not set.
    #[value(name = "", hide = true)]
    Unset,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MarkersArg {
    /// Braille dots and blocks
    Braille,
    /// Blocks only
    Block,
    /// ASCII only, on the whole screen but for names and Chinese text
    Ascii,
    /// An environment variable that is set to nothing is not set.
    #[value(name = "", hide = true)]
    Unset,
}

impl Look {
    /// The characters of charts that were asked for.
    pub(super) fn markers(&self) -> Markers {
        match self.markers {
            MarkersArg::Braille | MarkersArg::Unset => Markers::Braille,
            MarkersArg::Block => Markers::Block,
            MarkersArg::Ascii => Markers::Ascii,
        }
    }

    /// The language that was asked for.
    pub(super) fn lang(&self) -> Option<Lang> {
        match self.lang? {
            LangArg::Zh => Some(Lang::Zh),
            LangArg::En => Some(Lang::En),
            LangArg::Unset => None,
        }
    }

    /// The theme that was asked for.
    pub(super) fn theme(&self) -> Option<ThemeName> {
        match self.theme? {
            ThemeArg::Dark => Some(ThemeName::Dark),
            ThemeArg::Light => Some(ThemeName::Light),
            ThemeArg::Unset => None,
        }
    }
}

/// Ends the program because options that belong behind a command stand before it.
pub(super) fn refuse_before_command() -> ! {
    let message = "a file, --demo or --at stands before a command; put them behind it (a file of that name: ./NAME)";
    Cli::command().error(ErrorKind::ArgumentConflict, message).exit()
}

/// Reads `120x40`.
fn size(text: &str) -> Result<(u16, u16), String> {
    let side = |text: &str| text.trim().parse::<u16>().ok().filter(|side| (1..=1000).contains(side));
    text.split_once(['x', 'X', '×'])
        .and_then(|(columns, rows)| Some((side(columns)?, side(rows)?)))
        .ok_or_else(|| "columns and rows are wanted, from 1x1 to 1000x1000, such as 120x40".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(std::iter::once("xinhuo").chain(line.split_whitespace()))
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn looks_stand_before_or_behind_a_command() {
        for line in ["--lang en --theme light schema", "schema --lang en --theme light"] {
            let cli = parse(line).unwrap();
            assert_eq!((cli.look.lang(), cli.look.theme()), (Some(Lang::En), Some(ThemeName::Light)), "{line}");
        }
        assert_eq!(parse("--lang= x.json").unwrap().look.lang(), None);
    }

    #[test]
    fn a_file_may_be_called_like_a_command() {
        let cli = parse("./check").unwrap();
        assert_eq!((cli.command.is_none(), cli.files), (true, vec![PathBuf::from("./check")]));
        assert!(parse("check").is_err());
        assert_eq!(parse("-").unwrap().files.len(), 1);
    }

    #[test]
    fn several_files_may_be_named_but_not_before_a_command() {
        let cli = parse("a.json b.json - --at metrics").unwrap();
        assert_eq!((cli.command.is_none(), cli.files.len(), cli.at.as_deref()), (true, 3, Some("metrics")));
        for line in ["a.json schema", "a.json b.json schema"] {
            let cli = parse(line).unwrap();
            assert!(cli.command.is_some() && !cli.files.is_empty(), "{line}");
        }
        let cli = parse("print a.json b.json --at metrics --size 80x24").unwrap();
        assert!(matches!(cli.command, Some(Command::Print(print)) if print.files.len() == 2));
    }

    #[test]
    fn the_invented_district_is_opened_or_a_file_is() {
        assert!(parse("--demo --at metrics").unwrap().demo);
        assert!(parse("print --demo --at metrics --size 80x24").is_ok());
        for line in ["--demo x.json", "x.json --demo", "print --demo x.json --at metrics --size 80x24"] {
            assert_eq!(parse(line).unwrap_err().kind(), ErrorKind::ArgumentConflict, "{line}");
        }
        for line in ["check --demo", "check x.json --demo", "schema --demo"] {
            assert_eq!(parse(line).unwrap_err().kind(), ErrorKind::UnknownArgument, "{line}");
        }
    }

    #[test]
    fn sizes_have_two_sides_within_bounds() {
        for good in ["1x1", "120x40", "1000x1000", "80X24", "80×24"] {
            assert!(size(good).is_ok(), "{good}");
        }
        for bad in ["", "0x1", "1x0", "1001x1", "80", "80x", "-1x2", "80x24x2", "axb"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }
}
