//! The command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValue, TypedValueParser, ValueHint};
use clap::error::ErrorKind;
use clap::{Arg, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::present::Present;
use super::variable::{self, Unknown};
use crate::domain::Lang;
use crate::model::settings::{Asked, Choice, Origin, words};
use crate::model::{Ambiguous, ColourDepth, Markers, ThemeName};

/// A district's achievements in the terminal, every figure with its source.
#[derive(Debug, Parser)]
#[command(name = "xinhuo", version, max_term_width = 100, subcommand_precedence_over_arg = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// JSON datasets to open; - for standard input [default: Bao'an District 2024]
    ///
    /// With several, the district of the first is your own: its other periods become history, other districts become peers.
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Open an invented district, with history, targets and breakdowns; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// Place to start at, such as action/governance
    #[arg(long, value_name = "PLACE", value_hint = ValueHint::Other)]
    pub(super) at: Option<String>,
    /// Do not use the mouse, so that dragging selects text; without this option, hold Shift (Option in iTerm2) to select
    #[arg(long)]
    pub(super) no_mouse: bool,
    #[command(flatten)]
    pub(super) look: Look,
}

/// How things look; the same options everywhere.
#[derive(Debug, Args)]
#[allow(clippy::doc_markdown, reason = "help shows the names of variables as they are")]
pub(super) struct Look {
    /// Language [default: auto, from the locale; variable: XINHUO_LANG]
    #[arg(long, global = true)]
    lang: Option<LangArg>,
    /// Theme: one of these or one from the settings file [default: auto, dark or light as the terminal reports; variable: XINHUO_THEME]
    #[arg(long, global = true, value_parser = ThemeParser)]
    theme: Option<String>,
    /// Number of colours [default: auto]
    #[arg(long, global = true, visible_alias = "color")]
    colour: Option<Colour>,
    /// Characters that charts are drawn with [default: braille; variable: XINHUO_MARKERS]
    #[arg(long, global = true)]
    markers: Option<MarkersArg>,
    /// Width of ambiguous characters such as · and → in this terminal [default: narrow; variable: XINHUO_AMBIGUOUS]
    #[arg(long, global = true)]
    ambiguous: Option<AmbiguousArg>,
    /// Settings file [default: config.toml in the user's configuration folder, see xinhuo config --path; variable: XINHUO_CONFIG]
    #[arg(long, global = true, value_name = "FILE", value_parser = OsStringValueParser::new(), value_hint = ValueHint::FilePath)]
    config: Option<OsString>,
    /// Do not read a settings file
    #[arg(long, global = true)]
    no_config: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check a dataset and report every error and warning with its line
    Check {
        /// JSON dataset; - for standard input
        file: PathBuf,
        /// Treat warnings as errors
        #[arg(long)]
        strict: bool,
        /// Format of the report
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
    },
    /// Print the JSON Schema of datasets
    Schema,
    /// Print one screen to standard output, without a terminal
    Print(Print),
    /// Print the effective settings as a settings file, with the origin of each
    Config {
        /// Print the path of the settings file, whether or not it exists
        #[arg(long)]
        path: bool,
    },
    /// Print shell completions
    Completions {
        /// Shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
    /// Present a briefing to an audience, with notes on a second terminal, or write its outline
    Present(Present),
}

/// What to print.
#[derive(Debug, Args)]
pub(super) struct Print {
    /// JSON datasets; - for standard input [default: Bao'an District 2024]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Use the invented district; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// Place to print, such as overview or action/governance
    #[arg(long, value_name = "PLACE", required_unless_present = "step", value_hint = ValueHint::Other)]
    pub(super) at: Option<String>,
    /// Step of the first briefing to print instead, from 1, as the audience sees it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), conflicts_with = "at")]
    pub(super) step: Option<u16>,
    /// Print the step as the presenter's console shows it, with an audience terminal of 100x30
    #[arg(long, requires = "step")]
    pub(super) console: bool,
    /// Columns and rows, from 1x1 to 1000x1000
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(super) size: (u16, u16),
    /// Output format
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
    /// Plain text
    Text,
    /// Text with colours, for a terminal
    Ansi,
    /// Picture
    Svg,
}

/// How many colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// As many as the terminal supports
    Auto,
    /// 24-bit colour
    True,
    /// The 256 colours of xterm
    #[value(name = "256")]
    Indexed,
    /// The 16 ANSI colours
    #[value(name = "16")]
    Ansi,
    /// No colours
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
    /// That of the locale
    Auto,
    /// Chinese
    Zh,
    /// English
    En,
}

/// Any name is taken, for the settings file may have a theme of it; those of the program are known to completions.
#[derive(Debug, Clone, Copy)]
struct ThemeParser;

impl TypedValueParser for ThemeParser {
    type Value = String;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        clap::builder::StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = std::iter::once(words::AUTO).chain(ThemeName::ALL.map(ThemeName::id));
        Some(Box::new(names.map(PossibleValue::new)))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MarkersArg {
    /// Braille dots and blocks
    Braille,
    /// Blocks only
    Block,
    /// ASCII only, on the whole screen except for names and Chinese text
    Ascii,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AmbiguousArg {
    /// Ask the terminal
    Auto,
    /// One cell
    Narrow,
    /// Two cells
    Wide,
}

impl Cli {
    /// Reads the command line; ends the program where it is not one.
    pub(super) fn read() -> Self {
        Self::parse()
    }
}

impl Look {
    /// What is asked for by an option or, without one, by a variable.
    pub(super) fn asked(&self) -> Result<Asked, Unknown> {
        let language = variable::choice("XINHUO_LANG", self.lang)?;
        let markers = variable::choice("XINHUO_MARKERS", self.markers)?;
        let ambiguous = variable::choice("XINHUO_AMBIGUOUS", self.ambiguous)?;
        Ok(Asked {
            language: language.map(|it| it.map(Option::from)),
            theme: variable::text("XINHUO_THEME", self.theme.as_deref()),
            colours: self.colour.map(|colour| Choice { value: colour.depth(), origin: Origin::CommandLine }),
            markers: markers.map(|it| it.map(Markers::from)),
            ambiguous: ambiguous.map(|it| it.map(Option::from)),
        })
    }

    /// The language of what is said before it is known which one is wanted.
    pub(super) fn lang(&self, locale: Lang) -> Lang {
        self.lang.and_then(Option::from).unwrap_or(locale)
    }

    /// The settings file that is asked for.
    pub(super) fn config(&self) -> Config {
        let named = || variable::of("XINHUO_CONFIG").map(PathBuf::from);
        match &self.config {
            _ if self.no_config => Config::None,
            Some(path) => Config::File(PathBuf::from(path), ""),
            None => named().map_or(Config::Usual, |path| Config::File(path, "XINHUO_CONFIG: ")),
        }
    }
}

impl From<LangArg> for Option<Lang> {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Auto => None,
            LangArg::Zh => Some(Lang::Zh),
            LangArg::En => Some(Lang::En),
        }
    }
}

impl From<MarkersArg> for Markers {
    fn from(markers: MarkersArg) -> Self {
        match markers {
            MarkersArg::Braille => Self::Braille,
            MarkersArg::Block => Self::Block,
            MarkersArg::Ascii => Self::Ascii,
        }
    }
}

impl From<AmbiguousArg> for Option<Ambiguous> {
    fn from(ambiguous: AmbiguousArg) -> Self {
        match ambiguous {
            AmbiguousArg::Auto => None,
            AmbiguousArg::Narrow => Some(Ambiguous::Narrow),
            AmbiguousArg::Wide => Some(Ambiguous::Wide),
        }
    }
}

/// Which settings file is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Config {
    /// That of the system's folder for settings, where there is one.
    Usual,
    /// This one. Behind it, what stands before a sentence about it: the variable, where that names it.
    File(PathBuf, &'static str),
    /// None.
    None,
}

/// Ends the program because options that belong behind a command stand before it.
pub(super) fn refuse_before_command() -> ! {
    let message = "a file, --demo or --at must come after the command (to open a file of that name, write ./NAME)";
    Cli::command().error(ErrorKind::ArgumentConflict, message).exit()
}

/// Reads `120x40`.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let side = |text: &str| text.trim().parse::<u16>().ok().filter(|side| (1..=1000).contains(side));
    text.split_once(['x', 'X', '×'])
        .and_then(|(columns, rows)| Some((side(columns)?, side(rows)?)))
        .ok_or_else(|| "expected columns and rows, from 1x1 to 1000x1000, such as 120x40".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(std::iter::once("xinhuo").chain(line.split_whitespace()))
    }

    fn asked(line: &str) -> Asked {
        parse(line).unwrap().look.asked().unwrap()
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn looks_stand_before_or_behind_a_command() {
        for line in ["--lang en --theme light schema", "schema --lang en --theme light"] {
            let asked = asked(line);
            let (language, theme) = (asked.language.unwrap(), asked.theme.unwrap());
            assert_eq!((language.value, theme.value.as_str()), (Some(Lang::En), "light"), "{line}");
            assert_eq!((language.origin, theme.origin), (Origin::CommandLine, Origin::CommandLine), "{line}");
        }
        assert!(parse("--lang= x.json").is_err());
        assert_eq!(asked("--ambiguous auto --color 16").ambiguous.map(|it| it.value), Some(None));
        assert_eq!(asked("--color 16").colours.map(|it| it.value), Some(Some(ColourDepth::Ansi)));
    }

    #[test]
    fn a_theme_may_have_any_name_and_those_of_the_program_are_offered() {
        assert_eq!(asked("--theme house").theme.map(|it| it.value).as_deref(), Some("house"));
        let command = Cli::command();
        let theme = command.get_arguments().find(|arg| arg.get_id() == "theme").unwrap();
        let offered: Vec<String> = theme.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
        assert_eq!(offered.first().map(String::as_str), Some("auto"));
        assert_eq!(offered[1..], ThemeName::ALL.map(ThemeName::id));
    }

    #[test]
    fn settings_are_read_from_the_usual_file_another_or_none() {
        let config = |line: &str| match parse(line).unwrap().look.config() {
            Config::File(path, by) => format!("{by}{}", path.display()),
            other => format!("{other:?}"),
        };
        assert_eq!(
            (config(""), config("--config a.toml"), config("--no-config")),
            ("Usual".into(), "a.toml".into(), "None".into())
        );
        assert_eq!((config("config --path --no-config"), config("--config=")), ("None".into(), String::new()));
        // A variable names a file once and for all, an option is about this time.
        assert_eq!(config("--config a.toml --no-config"), "None");
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
