//! What exists: sources, units, actions and initiatives.

use crate::json::{Json, list, object};
use crate::metric::Both;

/// What is said of the dataset as a whole, and that it is invented.
pub(crate) fn head() -> Vec<(&'static str, Json)> {
    let period = object([
        ("from", Some("2024-01-01".into())),
        ("to", Some("2024-12-31".into())),
        ("label", Some(("2024年", "2024").into())),
    ]);
    vec![
        ("schema_version", 1.into()),
        ("id", "sample-district-2024".into()),
        ("title", ("示例区2024年度工作成效", "Sample District 2024: the year's results").into()),
        ("district", ("示例区", "Sample District").into()),
        ("period", period),
        ("as_of", "2025-02-28".into()),
        ("synthetic", true.into()),
        (
            "note",
            (
                "本数据集纯属虚构，只用于演示：没有示例区，也没有这些文件、荣誉和数字。由程序生成，含历史、目标、分项、修订、预测和缺失值。",
                "Everything here is invented, for demonstration only: there is no Sample District, and there are no such documents, honours or figures. A program wrote it, with history, targets, breakdowns, revisions, forecasts and missing values.",
            )
                .into(),
        ),
    ]
}

/// The documents: id, title, publisher, date, remark.
const SOURCES: [(&str, Both, Both, &str, Both); 3] = [
    (
        "annual-bulletin-2024",
        ("示例区2024年统计公报", "Sample District: statistical bulletin 2024"),
        ("示例区统计局", "Sample District Bureau of Statistics"),
        "2025-02-20",
        ("虚构文件；年度数字，按页注明。", "An invented document; figures of the year, cited by page."),
    ),
    (
        "quarterly-bulletin-2024-q4",
        ("示例区2024年四季度运行简报", "Sample District: quarterly bulletin, 2024 Q4"),
        ("示例区统计局", "Sample District Bureau of Statistics"),
        "2025-01-22",
        (
            "虚构文件；季度和月度数字，按页注明。",
            "An invented document; figures of quarters and months, cited by page.",
        ),
    ),
    (
        "work-report-2025",
        ("示例区2025年政府工作报告", "Sample District: government work report 2025"),
        ("示例区人民政府", "Sample District Government"),
        "2025-01-15",
        (
            "虚构文件；目标、荣誉和大事，按段注明。",
            "An invented document; targets, honours and events, cited by paragraph.",
        ),
    ),
];

/// A unit: id, name, kind, and what it is converted to.
type Unit = (&'static str, Both, &'static str, Option<(&'static str, u32)>);

const UNITS: [Unit; 41] = [
    ("yuan", ("元", "yuan"), "money", None),
    ("ten-thousand-yuan", ("万元", "ten thousand yuan"), "money", Some(("yuan", 10_000))),
    ("hundred-million-yuan", ("亿元", "hundred million yuan"), "money", Some(("yuan", 100_000_000))),
    ("square-metre", ("平方米", "square metres"), "area", None),
    ("hectare", ("公顷", "hectares"), "area", Some(("square-metre", 10_000))),
    ("square-kilometre", ("平方公里", "square kilometres"), "area", Some(("square-metre", 1_000_000))),
    ("percent", ("%", "%"), "share", None),
    ("rank", ("位", "rank"), "rank", None),
    ("times", ("倍", "times"), "multiple", None),
    ("minute", ("分钟", "minutes"), "duration", None),
    ("hour", ("小时", "hours"), "duration", Some(("minute", 60))),
    ("day", ("天", "days"), "duration", None),
    ("working-day", ("个工作日", "working days"), "duration", None),
    ("person", ("人", "people"), "count", None),
    ("attendance", ("人次", "attendances"), "count", None),
    ("firm", ("家", "firms"), "count", None),
    ("registered-business", ("户", "businesses"), "count", None),
    ("estate", ("个小区", "estates"), "count", None),
    ("flat", ("套", "flats"), "count", None),
    ("lift", ("部", "lifts"), "count", None),
    ("parking-space", ("个车位", "parking spaces"), "count", None),
    ("school-place", ("个学位", "school places"), "count", None),
    ("bed", ("张", "beds"), "count", None),
    ("canteen", ("间", "canteens"), "count", None),
    ("job-fair", ("场", "job fairs"), "count", None),
    ("case", ("件", "cases"), "count", None),
    ("incident", ("起", "incidents"), "count", None),
    ("tree", ("株", "trees"), "count", None),
    ("catalogue", ("项", "data sets"), "count", None),
    ("sensor", ("个", "sensors"), "count", None),
    ("volunteer-hour", ("工时", "volunteer hours"), "count", None),
    ("kilowatt", ("千瓦", "kilowatts"), "count", None),
    ("patent-per-ten-thousand", ("件/万人", "per 10,000 people"), "count", None),
    ("person-per-square-kilometre", ("人/平方公里", "people per sq km"), "count", None),
    ("place-per-thousand", ("个/千人", "per 1,000 people"), "count", None),
    ("square-metre-per-person", ("平方米/人", "square metres per person"), "count", None),
    ("microgram-per-cubic-metre", ("微克/立方米", "µg per cubic metre"), "count", None),
    ("coal-per-output", ("吨标煤/万元", "t coal eq. per 10,000 yuan"), "count", None),
    ("kilometre-per-hour", ("公里/小时", "km per hour"), "count", None),
    ("score", ("分", "points"), "count", None),
    ("innovation-platform", ("个平台", "platforms"), "count", None),
];

/// The actions: id, name, motto, summary, owner.
const ACTIONS: [(&str, Both, Both, Both, Both); 5] = [
    (
        "industry",
        ("产业强链", "Stronger industry"),
        ("稳中求进", "Steady and better"),
        (
            "围绕重点产业链育企业、拓园区、促创新，让工业更稳、结构更优。",
            "Firms, parks and research along the main industry chains, for steadier output and a better mix.",
        ),
        ("区工业和信息化局", "Bureau of Industry"),
    ),
    (
        "renewal",
        ("城市更新", "City renewal"),
        ("住得舒心", "Good to live in"),
        (
            "改造老旧小区，疏通道路，补齐停车、电梯和公共空间的短板。",
            "Old estates renewed, roads kept moving, and more parking, lifts and public space.",
        ),
        ("区住房和建设局", "Bureau of Housing and Construction"),
    ),
    (
        "wellbeing",
        ("民生优享", "Better public services"),
        ("办好实事", "Things that matter"),
        (
            "办好上学、看病、就业、养老几件事，服务离家更近。",
            "Schools, health, jobs and care for older people, closer to home.",
        ),
        ("区民生工作办公室", "Office of Public Services"),
    ),
    (
        "green",
        ("绿美生态", "Green and clean"),
        ("水清岸绿", "Clear water, green banks"),
        (
            "治水、治气、建公园，节能减排，垃圾分好类。",
            "Cleaner water and air, more parks, less energy for the same output, and waste sorted.",
        ),
        ("区生态环境局", "Bureau of Ecology and Environment"),
    ),
    (
        "digital",
        ("数智治理", "Digital governance"),
        ("一网统管", "One network for all"),
        (
            "用数据跑路代替群众跑腿，让诉求有回应、街区更平安。",
            "Data travel so that people need not: requests answered, streets safer.",
        ),
        ("区政务服务和数据管理局", "Bureau of Government Services and Data"),
    ),
];

/// The initiatives: id, action, name, summary.
const INITIATIVES: [(&str, &str, Both, Both); 15] = [
    (
        "lead-firms",
        "industry",
        ("链主培育", "Lead firms"),
        ("培育带动上下游的龙头企业。", "Firms that carry others along their chain."),
    ),
    (
        "better-parks",
        "industry",
        ("园区提质", "Better parks"),
        ("整备用地，改造园区，引进项目。", "Land made ready, parks improved, projects won."),
    ),
    (
        "research-drive",
        "industry",
        ("创新攻坚", "Research drive"),
        ("支持企业加大研发和建设创新平台。", "Support for research in firms and for shared platforms."),
    ),
    (
        "old-estates",
        "renewal",
        ("老旧小区改造", "Old estates renewed"),
        ("楼体、管线、电梯一并改造。", "Buildings, pipes and lifts in one go."),
    ),
    (
        "smooth-roads",
        "renewal",
        ("道路畅通", "Roads that flow"),
        ("少挖路、快修路，停车更方便。", "Fewer and shorter road works, easier parking."),
    ),
    (
        "public-space",
        "renewal",
        ("公共空间", "Public space"),
        ("口袋广场、无障碍和保障住房。", "Small squares, step-free access and affordable homes."),
    ),
    (
        "good-schools",
        "wellbeing",
        ("优学计划", "Good schools"),
        ("增加学位和托位。", "More places in schools and nurseries."),
    ),
    (
        "health-and-care",
        "wellbeing",
        ("安心医养", "Health and care"),
        ("看病近一点，养老有依靠。", "Clinics nearby, and care to rely on in old age."),
    ),
    (
        "steady-jobs",
        "wellbeing",
        ("稳就业", "Steady jobs"),
        ("送岗位、送技能、送服务。", "Jobs, skills and advice brought to people."),
    ),
    (
        "clear-water",
        "green",
        ("碧水行动", "Clear water"),
        ("河流水质和管网漏损一起抓。", "River quality and leaking pipes together."),
    ),
    ("blue-sky", "green", ("蓝天行动", "Blue sky"), ("降尘、减排、节能。", "Less dust, fewer emissions, less energy.")),
    (
        "parks-and-trees",
        "green",
        ("公园城市", "Parks and trees"),
        ("推窗见绿，出门见园。", "Green from every window, a park at every door."),
    ),
    (
        "one-stop",
        "digital",
        ("一网通办", "One-stop services"),
        ("少跑腿、快办结。", "Fewer trips and faster decisions."),
    ),
    (
        "safe-streets",
        "digital",
        ("平安街区", "Safe streets"),
        ("交通和消防隐患早发现、早处置。", "Dangers in traffic and fire found and dealt with early."),
    ),
    (
        "shared-data",
        "digital",
        ("数据共享", "Shared data"),
        ("部门数据汇聚共用。", "Data of all departments brought together."),
    ),
];

pub(crate) fn sources() -> Json {
    let source = |(id, title, publisher, published, note): (&str, Both, Both, &str, Both)| {
        object([
            ("id", Some(id.into())),
            ("title", Some(title.into())),
            ("publisher", Some(publisher.into())),
            ("published", Some(published.into())),
            ("note", Some(note.into())),
        ])
    };
    Json::List(SOURCES.map(source).into())
}

pub(crate) fn units() -> Json {
    let unit = |(id, name, kind, base): Unit| {
        let base = base.map(|(unit, factor)| object([("unit", Some(unit.into())), ("factor", Some(factor.into()))]));
        object([("id", Some(id.into())), ("name", Some(name.into())), ("kind", Some(kind.into())), ("base", base)])
    };
    Json::List(UNITS.map(unit).into())
}

pub(crate) fn actions() -> Json {
    let action = |(id, name, motto, summary, owner): (&str, Both, Both, Both, Both)| {
        object([
            ("id", Some(id.into())),
            ("name", Some(name.into())),
            ("motto", Some(motto.into())),
            ("summary", Some(summary.into())),
            ("owner", Some(owner.into())),
            ("sources", list(vec!["work-report-2025".into()])),
        ])
    };
    Json::List(ACTIONS.map(action).into())
}

pub(crate) fn initiatives() -> Json {
    let initiative = |(id, action, name, summary): (&str, &str, Both, Both)| {
        object([
            ("id", Some(id.into())),
            ("action", Some(action.into())),
            ("name", Some(name.into())),
            ("summary", Some(summary.into())),
        ])
    };
    Json::List(INITIATIVES.map(initiative).into())
}
