//! What the program says: one catalogue a language, typed, so that a message that is missing does not compile.

pub mod check;
mod en;
mod settings;
mod shell;
mod zh;

use crate::domain::Lang;
use crate::domain::join::PeerOrder;
pub use settings::Settings;
pub use shell::Shell;

/// The names of the commands, as help and the footer show them.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is the name of the command of that name")]
pub struct CommandNames {
    pub up: &'static str,
    pub down: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub half_up: &'static str,
    pub half_down: &'static str,
    pub page_up: &'static str,
    pub page_down: &'static str,
    pub open: &'static str,
    pub back: &'static str,
    pub next_tab: &'static str,
    pub previous_tab: &'static str,
    pub tab_1: &'static str,
    pub tab_2: &'static str,
    pub tab_3: &'static str,
    pub tab_4: &'static str,
    pub tab_5: &'static str,
    pub tab_6: &'static str,
    pub tab_7: &'static str,
    pub tab_8: &'static str,
    pub tab_9: &'static str,
    pub tab_0: &'static str,
    pub sort: &'static str,
    pub mark: &'static str,
    pub compare: &'static str,
    pub table: &'static str,
    pub notation: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub help: &'static str,
    pub quit: &'static str,
    pub quit_now: &'static str,
    pub suspend: &'static str,
}

/// The words of the design: what things are called.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is the word for the thing of that name")]
pub struct Words {
    pub overview: &'static str,
    pub metrics: &'static str,
    pub honours: &'static str,
    pub sources: &'static str,
    pub actions: &'static str,
    pub events: &'static str,
    pub timeline: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub month_untold: &'static str,
    pub day_untold: &'static str,
    pub total: &'static str,
    pub headlines: &'static str,
    pub district_wide: &'static str,
    pub action: &'static str,
    pub initiative: &'static str,
    pub name: &'static str,
    pub figure: &'static str,
    pub unit: &'static str,
    pub rank: &'static str,
    pub period: &'static str,
    pub source: &'static str,
    pub definition: &'static str,
    pub owner: &'static str,
    pub as_written: &'static str,
    pub derived: &'static str,
    pub note: &'static str,
    pub flag: &'static str,
    pub target: &'static str,
    pub history: &'static str,
    pub revisions: &'static str,
    pub by: &'static str,
    pub date: &'static str,
    pub metric: &'static str,
    pub publisher: &'static str,
    pub published: &'static str,
    pub url: &'static str,
    pub address: &'static str,
    pub datasets: &'static str,
    pub reported_by: &'static str,
    pub rests_on: &'static str,
    pub marks: &'static str,
    pub compilers_note: &'static str,
    /// The language's own name, short, for the title bar.
    pub language: &'static str,
    pub forecast: &'static str,
    /// By year, half-year, quarter, month.
    pub steps: [&'static str; 4],
    pub breakdown: &'static str,
    pub year_before: &'static str,
    pub higher_is_better: &'static str,
    pub lower_is_better: &'static str,
    /// Lowest, highest.
    pub extremes: [&'static str; 2],
    pub better: &'static str,
    pub worse: &'static str,
    pub change: &'static str,
    pub status: &'static str,
    pub compare: &'static str,
    /// The reasons for attention, in the order of `Exception::ALL`.
    pub reasons: [&'static str; 4],
    /// January to December, short.
    pub months: [&'static str; 12],
    /// Nation, province, city.
    pub levels: [&'static str; 3],
    /// The kinds of honour in the order of `HonourKind::ALL`.
    pub kinds: [&'static str; 6],
    /// What files are to each other, in the order of `FileRole`.
    pub file_roles: [&'static str; 3],
    /// Provisional, revised, estimated.
    pub flags: [&'static str; 3],
    /// Met, on course, behind, missed, no target, no data.
    pub statuses: [&'static str; 6],
}

/// What the screens say.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is the sentence for the situation of that name")]
pub struct Sentences {
    pub no_value: &'static str,
    pub no_source: &'static str,
    pub no_metrics: &'static str,
    pub no_honours: &'static str,
    pub no_dates: &'static str,
    pub no_headlines: &'static str,
    pub no_actions: &'static str,
    pub missing: fn(&[&str]) -> String,
    pub synthetic: &'static str,
    pub synthetic_short: &'static str,
    pub too_small: fn(u16, u16) -> String,
    pub coverage: fn(usize, usize, usize) -> String,
    pub marked: fn(usize, usize, &str) -> String,
    pub counts: fn(usize, usize, usize) -> String,
    pub few_counts: fn(usize, usize) -> String,
    pub honour_count: fn(usize) -> String,
    pub dated_count: fn(usize, usize) -> String,
    pub undated_honours: fn(usize) -> String,
    pub month_of: fn(u16, u8) -> String,
    pub month_untold_of: fn(u16) -> String,
    pub before_period: fn(u16) -> String,
    pub after_period: fn(u16) -> String,
    pub year_and_note: fn(u16, &str) -> String,
    pub timeline_note: fn(&str) -> String,
    pub several: &'static str,
    pub to_its_source: &'static str,
    pub to_its_action: &'static str,
    pub more_rows: fn(usize) -> String,
    pub table_summary: fn(usize, usize, usize, usize, usize) -> String,
    pub unit_note: fn(&str) -> String,
    pub converted: fn(&str) -> String,
    pub several_periods: &'static str,
    pub source_line: fn(&str) -> String,
    pub paragraph: fn(u32) -> String,
    pub paragraphs: fn(&str) -> String,
    pub page: fn(u32) -> String,
    pub shares_title: &'static str,
    pub values_title: &'static str,
    pub single_figures: &'static str,
    pub single_figures_note: &'static str,
    pub other_ranks: fn(usize, usize, usize) -> String,
    pub grouped_by_unit: &'static str,
    pub most_cited: fn(u32) -> String,
    pub marks_of_ladders: &'static str,
    pub more_below: &'static str,
    pub ranks_title: &'static str,
    pub ranks_note: &'static str,
    pub honours_title: &'static str,
    pub honours_note: &'static str,
    pub siblings_title: &'static str,
    pub breakdown_title: fn(&str) -> String,
    pub untold_rest: &'static str,
    pub shares_off: fn(&str) -> String,
    pub parts_over: fn(&str, &str) -> String,
    pub parts_under: fn(&str, &str) -> String,
    pub rounded: fn(&str) -> String,
    pub uncited: &'static str,
    pub nothing_uncited: &'static str,
    pub strip: &'static str,
    pub cited_by: fn(usize, usize) -> String,
    pub cited_nowhere: &'static str,
    pub derived_figures: &'static str,
    pub names_only: fn(usize) -> String,
    pub arrange_by_level: &'static str,
    pub arrange_by_date: &'static str,
    pub arrange_by_action: &'static str,
    pub by_level: &'static str,
    pub by_date: &'static str,
    pub by_action: &'static str,
    pub attention: &'static str,
    pub complete: &'static str,
    pub none_behind: &'static str,
    pub attention_missing: fn(usize) -> String,
    pub attention_uncited: fn(usize) -> String,
    pub attention_behind: fn(usize) -> String,
    pub attention_untargeted: fn(usize) -> String,
    pub help_here: &'static str,
    pub help_move: &'static str,
    pub help_anywhere: &'static str,
    pub help_tabs: &'static str,
    pub help_close: &'static str,
    /// What clears what help is filtered by.
    pub help_clear: &'static str,
    /// No key of help matches what was typed.
    pub help_none: &'static str,
    /// The heading over the path of the settings file.
    pub help_settings: &'static str,
    pub honours_of: &'static str,
    pub other_honours: &'static str,
    pub neighbours: &'static str,
    pub no_initiative: &'static str,
    pub leave: &'static str,
    pub trend_title: &'static str,
    pub trend_by: fn(&str, &str) -> String,
    pub gaps: fn(usize) -> String,
    pub not_from_zero: &'static str,
    pub no_rule: &'static str,
    pub by: fn(&str) -> String,
    pub history_uncited: &'static str,
    pub goal_title: &'static str,
    pub heat_steps: &'static str,
    pub heat_by_column: &'static str,
    pub not_due: &'static str,
    pub with_base: fn(&str, &str) -> String,
    pub gap_to_target: fn(&str, &str) -> String,
    pub no_marks: &'static str,
    pub compare_note: fn(usize) -> String,
    pub attention_stale: fn(usize) -> String,
    pub nothing_wanting: &'static str,
    pub uncited_honours: fn(usize) -> String,
    pub recomputed: fn(&str, &str) -> String,
    pub recomputed_otherwise: fn(&str, &str, &str) -> String,
    pub recomputed_untold: &'static str,
    pub not_used: fn(&str) -> String,
    pub open_together: fn(u16, u16, usize) -> String,
    pub matched: fn(usize, usize) -> String,
    pub metric_count: fn(usize) -> String,
    pub all_matched: &'static str,
    pub kept: &'static str,
    /// Why metrics did not match, in the order of `Reason::ALL`: a heading, and what became of them.
    pub reasons: [(&'static str, &'static str); 10],
    pub standings: &'static str,
    pub standings_note: &'static str,
    pub standing: fn(Option<usize>, usize, PeerOrder, bool, bool) -> String,
    pub cited_beside: fn(usize) -> String,
    pub figures_beside: &'static str,
    pub target_line: fn(&str, &str) -> String,
    pub revision_line: fn(&str, &str, &str) -> String,
}

/// Everything that the program says in one language.
#[derive(Debug)]
pub struct Messages {
    /// The names of the commands.
    pub commands: CommandNames,
    /// What things are called.
    pub words: Words,
    /// What the screens say.
    pub says: Sentences,
    /// What is said outside the screen.
    pub shell: Shell,
    /// What is said about settings.
    pub settings: Settings,
}

/// The catalogue of a language.
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Zh => &zh::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}
