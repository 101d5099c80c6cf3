//! A desk to sit at: a dataset is opened, keys are typed, and the screen is read.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use xinhuo::domain::{Address, District, Lang, check, join};
use xinhuo::model::{Code, Deed, Effect, Event, Key, Model, Mouse, Prefs};
use xinhuo::{app, exchange};

/// The bundled dataset.
pub(crate) const BAOAN: &str = include_str!("../../data/baoan-2024.json");

/// The invented dataset.
pub(crate) const SAMPLE: &str = include_str!("../../data/sample-district.json");

pub(crate) struct Desk {
    pub(crate) model: Model,
    pub(crate) effects: Vec<Effect>,
}

impl Desk {
    /// Opens a dataset at an address on a screen of a size such as `80x24`.
    pub(crate) fn open(json: &str, at: &str, size: &str, lang: Lang) -> Self {
        let district = District::new(check::load(json.as_bytes()).expect("the dataset has no faults"));
        let address = Address::parse(at).expect("an address");
        let prefs = Prefs { lang, ..Prefs::default() };
        Self { model: Model::new(district, address, prefs, parse_size(size)), effects: Vec::new() }
    }

    /// Opens several datasets together, each with the name of its file; the first is of the own district.
    pub(crate) fn several(files: &[(&str, String)], at: &str, size: &str, lang: Lang) -> Self {
        let load = |(name, json): &(&str, String)| join::Loaded {
            name: (*name).to_owned(),
            data: check::load(json.as_bytes()).expect("the dataset has no faults"),
        };
        let mut files = files.iter().map(load);
        let own = files.next().expect("a file");
        let district = join::join(own, files.collect()).expect("datasets that go together");
        let address = Address::parse(at).expect("an address");
        let prefs = Prefs { lang, ..Prefs::default() };
        Self { model: Model::new(district, address, prefs, parse_size(size)), effects: Vec::new() }
    }

    pub(crate) fn baoan(at: &str, size: &str, lang: Lang) -> Self {
        Self::open(BAOAN, at, size, lang)
    }

    /// Types keys: names apart by blanks; `size:80x24` resizes.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let event = match word.strip_prefix("size:") {
                Some(size) => {
                    let (columns, rows) = parse_size(size);
                    Event::Resize(columns, rows)
                }
                None => Event::Key(word.parse::<Key>().expect(word)),
            };
            self.effects.extend(app::update(&mut self.model, event));
        }
        self
    }

    /// Uses the mouse at a column and a row.
    pub(crate) fn mouse(&mut self, deed: Deed, column: u16, row: u16) -> &mut Self {
        self.effects.extend(app::update(&mut self.model, Event::Mouse(Mouse { deed, column, row })));
        self
    }

    /// Types text, a key a character, as an input method sends it.
    pub(crate) fn text(&mut self, typed: &str) -> &mut Self {
        for c in typed.chars() {
            let effects = app::update(&mut self.model, Event::Key(Key::plain(Code::Char(c))));
            self.effects.extend(effects);
        }
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        let effects = app::update(&mut self.model, Event::Paste(text.to_owned()));
        self.effects.extend(effects);
        self
    }

    /// Column and row of the terminal's cursor, where it is shown.
    pub(crate) fn caret(&self) -> Option<(u16, u16)> {
        let (columns, rows) = self.model.size;
        app::caret(&self.model, Rect::new(0, 0, columns, rows)).map(|at| (at.x, at.y))
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let (columns, rows) = self.model.size;
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        app::view(&self.model, area, &mut buf);
        buf
    }

    /// What the screen says.
    pub(crate) fn screen(&self) -> String {
        exchange::text::render(&self.buffer())
    }

    pub(crate) fn here(&self) -> String {
        self.model.trail.here().address.to_string()
    }
}

pub(crate) fn parse_size(size: &str) -> (u16, u16) {
    let (columns, rows) = size.split_once('x').expect("a size");
    (columns.parse().expect("columns"), rows.parse().expect("rows"))
}

/// A made-up dataset with so many actions, initiatives an action, metrics an action and honours an action; values of
/// every sign and kind, some missing, names long and short.
pub(crate) fn district(actions: usize, initiatives: usize, metrics: usize, honours: usize) -> String {
    let mut lists: [Vec<String>; 4] = Default::default();
    let units = [("count", "家"), ("count", "人次"), ("money", "元"), ("count", "件"), ("multiple", "倍")];
    let values = ["0", "-3.25", "53100", "26280000000", "null", "0.0004", "123456789012.345", "7"];
    for action in 0..actions {
        let name = if action % 3 == 2 { "名字特别长的行动".repeat(4) } else { format!("第{action}号行动") };
        lists[0].push(format!(r#"{{"id":"a{action}","name":{{"zh":"{name}","en":"Action number {action}"}}}}"#));
        for at in 0..initiatives {
            lists[1].push(format!(r#"{{"id":"i{action}-{at}","action":"a{action}","name":"Initiative {at} 举措"}}"#));
        }
        for at in 0..metrics {
            let initiative = if initiatives > 0 {
                format!(r#""initiative":"i{action}-{}","#, at % initiatives)
            } else {
                String::new()
            };
            let rank = if at % 4 == 1 { r#","rank":{"position":7,"of":58,"level":"city"}"# } else { "" };
            let headline = at == 0 && action < 8;
            lists[2].push(format!(
                r#"{{"id":"m{action}-{at}","name":{{"zh":"指标{at}","en":"A metric with quite a long name, number {at}"}},
                "unit":"u{}","value":{},"action":"a{action}",{initiative}"bound":"{}","headline":{headline},
                "source":{{"id":"s","paragraph":{}}}{rank}}}"#,
                (action + at) % units.len(),
                values[(action * 3 + at) % values.len()],
                ["exact", "over", "nearly", "about", "at_most"][at % 5],
                at + 1
            ));
        }
        for at in 0..honours {
            lists[3].push(format!(
                r#"{{"id":"h{action}-{at}","name":"Honour {at} 荣誉","level":"{}","kind":"{}","action":"a{action}","source":{{"id":"s"}}}}"#,
                ["nation", "province", "city"][at % 3],
                ["award", "first", "only", "model", "media", "pilot"][at % 6]
            ));
        }
    }
    let unit =
        |(at, (kind, name)): (usize, &(&str, &str))| format!(r#"{{"id":"u{at}","name":"{name}","kind":"{kind}"}}"#);
    let units: Vec<String> = units.iter().enumerate().map(unit).collect();
    let [actions, initiatives, metrics, honours] = lists.map(|list| list.join(","));
    format!(
        r#"{{"schema_version":1,"id":"made-up","title":"某区","district":"某区","period":{{"from":"2024-01-01","to":"2024-12-31"}},
        "sources":[{{"id":"s","title":"来源","publisher":"发布者"}}],"units":[{}],"actions":[{actions}],
        "initiatives":[{initiatives}],"metrics":[{metrics}],"honours":[{honours}]}}"#,
        units.join(",")
    )
}
