//! 中文。

use super::{Message, amounts, character, quote, quotes, short};
use crate::domain::check::{
    FaultKind, FigureFault, Found, Limits, List, ReferenceFault, Role, SeriesFault, StandingFault, Syntax, Unshown,
    Wanted,
};
use crate::domain::{Bound, Form, Lang, UnitKind};

pub(super) fn message(kind: &FaultKind) -> Message {
    match kind {
        FaultKind::Syntax(syntax) => self::syntax(syntax),
        FaultKind::NotUtf8 { byte, throughout } => not_utf8(*byte, *throughout),
        FaultKind::ControlCharacter { character } => {
            let title = format!("文字中有控制字符 U+{:04X}", u32::from(*character));
            Message::new(title, "不含控制字符的文字").hint("删去该字符，否则会扰乱终端")
        }
        FaultKind::WrongType { wanted, found, instead } => {
            Message::new(format!("类型不符：此处为{}", self::found(*found)), self::wanted(*wanted))
                .maybe(instead.as_ref().map(|instead| format!("写作 {}", short(instead, 40))))
        }
        FaultKind::MissingField { field } => {
            Message::new(format!("缺少字段 {}", quote(field)), format!("字段 {}", quote(field)))
        }
        FaultKind::UnknownField { field, near } => {
            Message::new(format!("格式中没有字段 {}", quote(field)), "格式中已有的字段")
                .maybe(maybe_meant(near.as_ref()))
        }
        FaultKind::DuplicateKey { key, .. } => {
            Message::new(format!("同一对象中键 {} 出现两次", quote(key)), "每个键只出现一次").hint("删去其中一个")
        }
        FaultKind::NoLanguage => Message::new("这段文字没有任何语言", "“zh”、“en”或两者都有"),
        FaultKind::UnknownWord { found, allowed, near } => {
            Message::new(format!("{} 不是该字段可用的值", quote(found)), format!("{} 之一", allowed.join("、")))
                .maybe(maybe_meant(near.as_ref()))
        }
        FaultKind::BadDate { found, full } => {
            let expected = if *full { "完整日期，如 2024-07-21" } else { "2024、2024-07 或 2024-07-21" };
            Message::new(format!("{} 不是日期", quote(found)), expected)
        }
        FaultKind::BadDecimal { found } => {
            Message::new(format!("{} 不能作为精确数值", quote(found)), "不超过 28 位的十进制数")
                .hint("写 53100，不写 53,100 或 5.31万；原文写法放在 “as_written”")
        }
        FaultKind::BadId { found, near } => {
            Message::new(format!("{} 不是合格的 id", quote(found)), "小写英文单词或数字，以单个连字符相连")
                .maybe(perhaps(near))
        }
        FaultKind::SchemaVersion { found } => Message::new(format!("不能读取格式版本 {found}"), "schema_version 为 1"),
        FaultKind::EmptyText => Message::new("文字为空", "可以显示的文字"),
        FaultKind::Briefing(unshown) => self::unshown(unshown),
        FaultKind::Reference(fault) => reference(fault),
        FaultKind::Figure(fault) => figure(fault),
        FaultKind::Series(fault) => series(fault),
        FaultKind::Standing(fault) => standing(fault),
    }
}

/// Ids, references, units and places.
fn reference(fault: &ReferenceFault) -> Message {
    match fault {
        ReferenceFault::DuplicateId { list, id } => {
            Message::new(format!("id {} 在 {} 中重复定义", quote(id), list.field()), "同一列表中每个 id 只出现一次")
        }
        ReferenceFault::DanglingReference { list, id, near } => {
            let expected = list.map_or("指标、荣誉、举措或行动的 id", defined);
            Message::new(format!("没有 id 为 {} 的条目", quote(id)), expected).maybe(perhaps(near))
        }
        ReferenceFault::ForeignInitiative { initiative, action, belongs_to } => {
            let title = format!("举措 {} 不属于行动 {}", quote(initiative), quote(action));
            Message::new(title, "同一行动的举措").hint(format!("它属于 {}", quote(belongs_to)))
        }
        ReferenceFault::UnitCycle { units } => {
            Message::new(format!("单位循环换算：{}", quotes(units, " → ")), "基准单位不再换算")
        }
        ReferenceFault::UnitKindDiffers { kind, base, base_kind } => {
            let (own, other) = (unit_kind(*kind), unit_kind(*base_kind));
            let title = format!("{own}类单位不能换算为{other}类单位 {}", quote(base));
            Message::new(title, format!("{own}类单位"))
        }
        ReferenceFault::UnknownPlace { found, near } => {
            Message::new(format!("没有位置 {}", quote(found)), "overview、metric/ID 等位置").maybe(perhaps(near))
        }
    }
}

/// Numbers, periods, parts, and figures as written.
fn figure(fault: &FigureFault) -> Message {
    match fault {
        FigureFault::OutOfRange { found, limits } => {
            Message::new(format!("{} 超出范围", short(found, 40)), self::limits(*limits))
                .maybe((*limits == Limits::Share).then(|| "占比写成小数：77% 写作 0.77".to_owned()))
        }
        FigureFault::PeriodReversed { from, to } => {
            Message::new(format!("时段的结束（{to}）早于开始（{from}）"), "“from” 不晚于 “to”")
        }
        FigureFault::BreakdownOfRanks => Message::new("位次不能相加", "位次类单位不标 “whole”").hint("去掉 “whole”"),
        FigureFault::BreakdownSum { sum, value, bound, tolerance } => {
            let whole = self::bounded(*bound, &value.to_string());
            let expected = format!("各部分合计{whole}（四舍五入可差 {}）", tolerance.normalize());
            Message::new(format!("各部分合计 {sum}，而整体应{whole}"), expected)
                .hint("改正各部分；若未列全，去掉 “whole”")
        }
        FigureFault::AsWrittenUnreadable { found } => {
            Message::new(format!("{} 无法读作数字", quote(found)), "原文中的数字写法")
                .hint("只写数字及其限定和单位，如 超6万人次")
        }
        FigureFault::AsWrittenMismatch(mismatch) => {
            let (left, right) = (self::bound(mismatch.reads_bound), self::bound(mismatch.bound));
            let (reads, value) = amounts(mismatch, Lang::Zh);
            let title = format!("{} 读作 {reads}（{left}），而数值是 {value}（{right}）", quote(&mismatch.found));
            Message::new(title, "数值、单位和限定与原文一致").hint("请核对原文")
        }
        FigureFault::ValueMissing { found, reads } => {
            let title = format!("数值为空，而 {} 读作 {reads}", quote(found));
            Message::new(title, "原文给出的数值").hint("填写数值，或去掉 “as_written”")
        }
        FigureFault::PlaceMissing { position } => {
            Message::new(format!("数值为空，而位次为第{position}"), "两处相同").hint(format!("写作 {position}"))
        }
        FigureFault::DerivedFromItself { id } => {
            Message::new(format!("{} 由其自身计算得出", quote(id)), "其他指标的 id")
        }
    }
}

/// Histories and revisions.
fn series(fault: &SeriesFault) -> Message {
    match fault {
        SeriesFault::HistoryOrder { previous, from } => {
            Message::new(format!("{from} 排在 {previous} 之后"), "往期由早到晚排列")
        }
        SeriesFault::HistoryRepeated { from, to } => {
            Message::new(format!("往期中 {from} 至 {to} 出现两次"), "每个时段只出现一次")
        }
        SeriesFault::HistoryOverlap { previous, from } => {
            let title = format!("{from} 在上一时段之内，上一时段到 {previous} 为止");
            Message::new(title, "各时段互不重叠")
        }
        SeriesFault::HistoryNotEarlier { from, own } => {
            Message::new(format!("{from} 不早于数值所属时段的开始（{own}）"), "早于数值所属的时段")
                .hint("预测从数值所属的时段之后开始")
        }
        SeriesFault::ForecastNotEstimated { from, own } => {
            let title = format!("{from} 晚于数值所属的时段（到 {own} 为止）");
            Message::new(title, "早于数值所属的时段，或为预测").hint("如果是预测，请加上 \"flag\": \"estimated\"")
        }
        SeriesFault::RevisionOrder { previous, date } => {
            Message::new(format!("{date} 排在 {previous} 之后"), "修订由早到晚排列")
        }
        SeriesFault::RevisionChain { new, old } => {
            Message::new(format!("上一次修订为 {new}，而这一次由 {old} 改起"), "两处相同")
        }
        SeriesFault::RevisionMismatch { new, value } => {
            Message::new(format!("最后一次修订为 {new}，而数值是 {value}"), "两处相同")
        }
    }
}

/// Ranks, targets and evidence.
fn standing(fault: &StandingFault) -> Message {
    match fault {
        StandingFault::RankBeyondSize { position, of } => {
            Message::new(format!("{of}个中不可能排第{position}"), format!("1 到 {of} 的位次"))
        }
        StandingFault::RankMismatch { value, position } => {
            Message::new(format!("数值 {value} 与位次 {position} 不一致"), "两处相同")
        }
        StandingFault::RuleOrder { on_course, behind } => {
            Message::new(format!("“behind”（{behind}）小于 “on_course”（{on_course}）"), "“behind” 不小于 “on_course”")
        }
        StandingFault::MetricWithoutSource => Message::new("指标没有出处", "来源，或据以计算的指标"),
        StandingFault::HonourWithoutSource => Message::new("荣誉没有出处", "来源"),
    }
}

/// Steps that cannot be shown as they say.
fn unshown(unshown: &Unshown) -> Message {
    match unshown {
        Unshown::Form { form, place, instead } => {
            let title = format!("位置 {} 不能以 {} 形式展示", quote(place), quote(form.word()));
            Message::new(title, form_places(*form)).hint(match instead {
                Form::Place => "去掉 “as”".to_owned(),
                instead => format!("写作 \"as\": \"{}\"，或去掉 “as”", instead.word()),
            })
        }
        Unshown::Reveal { listed } => Message::new("只有列表才能逐行展示", "\"as\": \"list\"").hint(if *listed {
            "加上 \"as\": \"list\"，或去掉 “reveal”"
        } else {
            "去掉 “reveal”"
        }),
        Unshown::NoSteps => Message::new("简报没有步骤", "至少一步").hint("去掉这份简报；没有简报时程序会自动编排一份"),
    }
}

/// The places that a form shows.
fn form_places(form: Form) -> &'static str {
    match form {
        Form::Place | Form::Title => "任何位置",
        Form::Figure => "metric/ID",
        Form::Comparison => "compare/ID,ID，至少两项指标",
        Form::List => "action/ID、initiative/ID、metrics、honours、timeline、sources、source/ID 等列表",
    }
}

fn not_utf8(byte: u8, throughout: bool) -> Message {
    let title =
        if throughout { "文件不是 UTF-8 编码".to_owned() } else { format!("字节 0x{byte:02X} 不是 UTF-8") };
    Message::new(title, "UTF-8 编码").hint("将文件另存为 UTF-8")
}

fn syntax(syntax: &Syntax) -> Message {
    match syntax {
        Syntax::Empty => Message::new("文件为空", "一个 JSON 对象"),
        Syntax::TrailingComma => Message::new("最后一项之后多了逗号", "此处没有逗号").hint("删去逗号"),
        Syntax::MissingComma => Message::new("两项之间缺少逗号", "逗号"),
        Syntax::MissingColon => Message::new("键后面缺少冒号", "冒号"),
        Syntax::Comment => Message::new("JSON 中不能写注释", "没有注释").hint("说明请写在 “note” 字段"),
        Syntax::FullWidth { found, wanted } => {
            let title = format!("文字之外使用了全角的 {}", character(*found));
            Message::new(title, format!("半角的 {}", character(*wanted))).hint("关闭中文输入法")
        }
        Syntax::Unexpected(found) => Message::new(format!("此处不能有 {}", character(*found)), "合乎语法的 JSON"),
        Syntax::UnexpectedEnd(open) => Message::new(
            "文件不完整",
            match open {
                Some('[') => "“]”",
                Some(_) => "“}”",
                None => "一个值",
            },
        ),
        Syntax::Mismatched { open, close } => {
            let title = format!("{} 被 {} 关闭", character(*open), character(*close));
            Message::new(title, if *open == '[' { "“]”" } else { "“}”" })
        }
        Syntax::Unterminated => Message::new("缺少结尾的引号", "文字末尾有双引号").hint("文字中的双引号写作 \\\""),
        Syntax::SingleQuotes => Message::new("使用了单引号", "双引号"),
        Syntax::BareKey(key) => Message::new(format!("键 {} 没有引号", quote(key)), "带双引号的键"),
        Syntax::BadEscape => Message::new("无法识别的反斜杠写法", "\\\"、\\\\ 或 \\/").hint("反斜杠本身写作 \\\\"),
        Syntax::BadNumber(found) => Message::new(format!("{} 不是 JSON 的数字", quote(found)), "数字，如 -12.5"),
        Syntax::WrittenNumber { found, plain } => {
            let message = Message::new(format!("{} 不是 JSON 的数字", quote(found)), "只有数字");
            let unit = found.chars().find(|c| !c.is_ascii()).map_or("逗号和 %".to_owned(), |c| format!("“{c}”"));
            message.maybe(plain.as_ref().map(|plain| format!("写作 {plain}；JSON 的数字不含{unit}")))
        }
        Syntax::MissingBrace => Message::new("缺少右花括号", "对象末尾有 “}”").hint("关闭尚未写完的对象"),
        Syntax::InnerQuote => Message::new("文字中有双引号", "\\\"").hint("文字中的双引号写作 \\\""),
        Syntax::BadWord(found) => {
            Message::new(format!("{} 不是 JSON 的值", quote(found)), "true、false、null、数字或带引号的文字")
        }
        Syntax::TrailingData => Message::new("文件末尾之后还有内容", "文件结束"),
        Syntax::Refused(why) => Message::new(format!("不能读取文件：{}", short(why, 200)), "数据集"),
    }
}

fn maybe_meant(near: Option<&String>) -> Option<String> {
    near.map(|near| format!("是否应为 {}？", quote(near)))
}

fn perhaps(near: &[String]) -> Option<String> {
    (!near.is_empty()).then(|| format!("是否应为 {}？", quotes(near, " 或 ")))
}

fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "带引号的文字",
        Wanted::TextOrLanguages => "文字，或含 “zh”、“en” 的对象",
        Wanted::Decimal => "数字，或带引号的数字",
        Wanted::Integer => "整数",
        Wanted::Bool => "true 或 false",
        Wanted::Array => "列表 [ … ]",
        Wanted::Object => "对象 { … }",
    }
}

fn found(found: Found) -> &'static str {
    match found {
        Found::Null => " null",
        Found::Bool => "布尔值",
        Found::Number => "数字",
        Found::Text => "文字",
        Found::Array => "列表",
        Found::Object => "对象",
    }
}

fn limits(limits: Limits) -> &'static str {
    match limits {
        Limits::Share => "0 到 1 之间的占比",
        Limits::Rank => "位次：不小于 1 的整数",
        Limits::NotNegative => "不小于 0",
        Limits::Positive => "大于 0",
        Limits::FromOne => "不小于 1 的整数",
        Limits::Unsigned => "不大于 4294967295 的整数",
    }
}

fn defined(list: List) -> &'static str {
    match list {
        List::Sources => "sources 中的 id",
        List::Units => "units 中的 id",
        List::Actions => "actions 中的 id",
        List::Initiatives => "initiatives 中的 id",
        List::Metrics => "metrics 中的 id",
        List::Honours => "honours 中的 id",
        List::Events => "events 中的 id",
        List::Briefings => "briefings 中的 id",
    }
}

fn unit_kind(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Count => "数量",
        UnitKind::Money => "金额",
        UnitKind::Area => "面积",
        UnitKind::Share => "占比",
        UnitKind::Rank => "位次",
        UnitKind::Multiple => "倍数",
        UnitKind::Duration => "时长",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "确数",
        Bound::About => "约",
        Bound::Nearly => "近",
        Bound::Over => "超",
        Bound::AtMost => "以内",
    }
}

/// A value with the words of its bound.
fn bounded(bound: Bound, value: &str) -> String {
    match bound {
        Bound::Exact => format!("等于 {value}"),
        Bound::About => format!("约为 {value}"),
        Bound::Nearly => format!("略小于或等于 {value}"),
        Bound::Over => format!("不小于 {value}"),
        Bound::AtMost => format!("不大于 {value}"),
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::FirstDefinition => "首次定义在此",
        Role::FirstKey => "首次出现在此",
        Role::Opening => "在此打开",
        Role::Value => "数值",
        Role::Bound => "限定",
        Role::UnitKind => "单位的类别",
        Role::ActionOfInitiative => "它所属的行动",
        Role::Previous => "前一项",
        Role::OtherEnd => "与此相比",
    }
}
