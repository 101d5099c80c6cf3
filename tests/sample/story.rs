//! What happened: honours, events, and a briefing that leads through the dataset.

use crate::json::{Json, object};
use crate::metric::Both;
use crate::metric::Cite::{self, Annual, Report};

/// What an honour belongs to: an initiative, a metric, an action, or the whole district.
enum Of {
    Initiative(&'static str, &'static str),
    Metric(&'static str, &'static str),
    Action(&'static str),
    District,
}
use Of::{Action, District, Initiative, Metric};

/// An honour: id, name, level and kind, who conferred it, date (empty: not known), what it belongs to, source.
type Honour = (&'static str, Both, (&'static str, &'static str), Both, &'static str, Of, Cite);

const FORUM: Both = ("城区发展论坛", "Urban Districts Forum");
const GAZETTE: Both = ("《城区观察》", "Urban Gazette");
const MINISTRY: Both = ("国家主管部门", "National ministry in charge");
const PROVINCE: Both = ("省政府", "Provincial government");
const PROVINCE_OFFICE: Both = ("省主管部门", "Provincial department in charge");
const CITY: Both = ("市政府", "City government");
const CITY_OFFICE: Both = ("市主管部门", "City department in charge");
const MORNING_NEWS: Both = ("《省城早报》", "Provincial Morning News");

const HONOURS: [Honour; 25] = [
    (
        "liveable-district",
        ("全国宜居城区", "Liveable district of the nation"),
        ("nation", "award"),
        FORUM,
        "2024-10-18",
        District,
        Report(5),
    ),
    (
        "strength-top-twelve",
        ("百强城区第12位", "Twelfth of the top 100 districts"),
        ("nation", "award"),
        FORUM,
        "2024-11",
        Metric("competitiveness-rank", ""),
        Report(5),
    ),
    (
        "chain-pilot",
        ("产业链协同试点区", "Pilot for linked industry chains"),
        ("nation", "pilot"),
        MINISTRY,
        "2024-03",
        Initiative("industry", "lead-firms"),
        Report(11),
    ),
    (
        "park-model",
        ("园区改造典型案例", "Model case of park renewal"),
        ("province", "model"),
        PROVINCE_OFFICE,
        "2024-06-12",
        Initiative("industry", "better-parks"),
        Report(12),
    ),
    (
        "research-award",
        ("科技创新先进区", "Advanced district in research"),
        ("province", "award"),
        PROVINCE,
        "2024-05",
        Metric("research-intensity", "industry"),
        Report(13),
    ),
    (
        "robot-first",
        ("首个机器人公共测试场", "First public test ground for robots"),
        ("province", "first"),
        PROVINCE_OFFICE,
        "2024-09-03",
        Initiative("industry", "research-drive"),
        Report(14),
    ),
    (
        "industry-media",
        ("“一条链带活一个区”专题", "Feature on a chain that lifts a district"),
        ("nation", "media"),
        GAZETTE,
        "2024-08-21",
        Action("industry"),
        Report(11),
    ),
    (
        "estates-model",
        ("老旧小区改造示范", "Model of estate renewal"),
        ("nation", "model"),
        MINISTRY,
        "2024-07",
        Metric("estates-renewed", "renewal"),
        Report(17),
    ),
    (
        "lift-only",
        ("全市唯一加装电梯“一站办”", "Only one-stop desk for lifts in the city"),
        ("city", "only"),
        CITY_OFFICE,
        "2024-04-16",
        Initiative("renewal", "old-estates"),
        Report(17),
    ),
    (
        "road-award",
        ("文明施工优胜区", "Winner for considerate road works"),
        ("city", "award"),
        CITY,
        "2024-12",
        Initiative("renewal", "smooth-roads"),
        Report(18),
    ),
    (
        "step-free-pilot",
        ("无障碍城区试点", "Pilot for step-free districts"),
        ("province", "pilot"),
        PROVINCE_OFFICE,
        "2024",
        Metric("step-free-share", "renewal"),
        Report(20),
    ),
    (
        "square-media",
        ("口袋广场报道", "Report on pocket squares"),
        ("province", "media"),
        MORNING_NEWS,
        "2024-05-09",
        Initiative("renewal", "public-space"),
        Report(20),
    ),
    (
        "school-award",
        ("学位建设先进区", "Advanced district in school building"),
        ("city", "award"),
        CITY,
        "2024-09-10",
        Metric("school-places-added", "wellbeing"),
        Report(23),
    ),
    (
        "nursery-pilot",
        ("普惠托育试点区", "Pilot for affordable nurseries"),
        ("nation", "pilot"),
        MINISTRY,
        "2024-02",
        Initiative("wellbeing", "good-schools"),
        Report(23),
    ),
    (
        "care-model",
        ("家门口养老案例", "Model case of care next door"),
        ("province", "model"),
        PROVINCE_OFFICE,
        "2024-10",
        Initiative("wellbeing", "health-and-care"),
        Report(25),
    ),
    (
        "meals-first",
        ("首家通宵长者饭堂", "First canteen open all night"),
        ("city", "first"),
        CITY_OFFICE,
        "2024-01-28",
        Metric("elder-canteens", "wellbeing"),
        Report(25),
    ),
    (
        "jobs-media",
        ("“岗位到楼下”报道", "Report on jobs brought downstairs"),
        ("nation", "media"),
        GAZETTE,
        "2024-03-27",
        Initiative("wellbeing", "steady-jobs"),
        Report(26),
    ),
    (
        "river-award",
        ("美丽河流", "Beautiful river"),
        ("province", "award"),
        PROVINCE_OFFICE,
        "2024-06-05",
        Initiative("green", "clear-water"),
        Report(29),
    ),
    (
        "air-first",
        ("空气优良天数全市第一", "Most days of good air in the city"),
        ("city", "first"),
        CITY_OFFICE,
        "2025-01-10",
        Metric("good-air-days", "green"),
        Annual(23),
    ),
    (
        "park-only",
        ("全省唯一屋顶公园群", "Only cluster of roof parks in the province"),
        ("province", "only"),
        PROVINCE_OFFICE,
        "2024-11-22",
        Initiative("green", "parks-and-trees"),
        Report(31),
    ),
    (
        "waste-model",
        ("垃圾分类示范区", "Model district in sorting waste"),
        ("city", "model"),
        CITY,
        "2024",
        Metric("waste-recycled", "green"),
        Report(31),
    ),
    (
        "service-award",
        ("政务服务优秀区", "Excellent government services"),
        ("city", "award"),
        CITY,
        "2024-12-20",
        Metric("service-rank", "digital"),
        Report(34),
    ),
    (
        "one-form-first",
        ("率先实现“一表通办”", "First with one form for everything"),
        ("nation", "first"),
        MINISTRY,
        "2024-07-15",
        Initiative("digital", "one-stop"),
        Report(35),
    ),
    (
        "alarm-only",
        ("全国唯一烟感联网试验区", "Only trial area for linked smoke alarms"),
        ("nation", "only"),
        MINISTRY,
        "2024-04",
        Metric("sensors-installed", "digital"),
        Report(36),
    ),
    (
        "data-media",
        ("数据共享经验刊发", "Article on shared data"),
        ("province", "media"),
        MORNING_NEWS,
        "",
        Initiative("digital", "shared-data"),
        Report(37),
    ),
];

/// An event: id, name, date, what the date cannot say, action, paragraph of the work report.
type Event = (&'static str, Both, &'static str, Option<Both>, Option<&'static str>, u32);

const EVENTS: [Event; 18] = [
    ("year-plan", ("年度重点工作部署会", "The year's work set out"), "2024-01-08", None, None, 2),
    (
        "canteen-night",
        ("首家通宵长者饭堂开业", "First all-night canteen opens"),
        "2024-01-28",
        None,
        Some("wellbeing"),
        25,
    ),
    (
        "job-season",
        ("春季招聘季", "Spring season of job fairs"),
        "2024-02",
        Some(("正月初八起", "From the eighth day of the New Year")),
        Some("wellbeing"),
        26,
    ),
    ("tree-day", ("义务植树日", "Tree planting day"), "2024-03-12", None, Some("green"), 31),
    ("chain-alliance", ("产业链联盟成立", "Chain alliance founded"), "2024-03-29", None, Some("industry"), 11),
    ("alarm-trial", ("烟感联网试验启动", "Trial of linked smoke alarms begins"), "2024-04", None, Some("digital"), 36),
    (
        "pocket-square",
        ("第一百个口袋广场开放", "Hundredth pocket square opens"),
        "2024-05-01",
        None,
        Some("renewal"),
        20,
    ),
    ("river-week", ("护河周", "River week"), "2024-06", Some(("六月上旬", "Early June")), Some("green"), 29),
    (
        "park-topped-out",
        ("智造园二期封顶", "Second phase of the maker park topped out"),
        "2024-06-26",
        None,
        Some("industry"),
        12,
    ),
    ("one-form", ("“一表通办”上线", "One form for everything goes live"), "2024-07-15", None, Some("digital"), 35),
    (
        "estate-season",
        ("暑期集中改造", "Summer season of estate renewal"),
        "2024-07",
        Some(("七月下旬", "Late July")),
        Some("renewal"),
        17,
    ),
    ("production-line", ("整装生产线投资到账", "Production line paid for"), "2024-08-19", None, Some("industry"), 12),
    ("new-schools", ("六所新学校开学", "Six new schools open"), "2024-09-01", None, Some("wellbeing"), 23),
    ("robot-ground", ("机器人公共测试场启用", "Robot test ground opens"), "2024-09-03", None, Some("industry"), 14),
    ("liveable-prize", ("获全国宜居城区", "Named a liveable district"), "2024-10-18", None, None, 5),
    ("data-hall", ("数据共享大厅运行", "Data hall in use"), "2024-11", None, Some("digital"), 37),
    ("roof-parks", ("屋顶公园群贯通", "Roof parks joined up"), "2024-11-22", None, Some("green"), 31),
    ("service-season", ("服务企业年", "Year of service to firms"), "2024", Some(("全年", "All year")), None, 10),
];

/// How a step is shown: as the place is, or in a form that the format names.
#[derive(Clone, Copy)]
enum As {
    Place,
    Figure,
    Comparison,
    /// A list whose rows come one by one.
    Rows,
    Title,
}

/// A step: place and form, seconds, headline, notes, spotlight (empty: none).
type Step = ((&'static str, As), u32, Both, Both, &'static str);

const STEPS: [Step; 12] = [
    (
        ("overview", As::Title),
        15,
        ("2024年的示例区", "Sample District in 2024"),
        (
            "十二步，九分钟。请注意，全部数据为虚构。",
            "Twelve steps, nine minutes. Please note that all data are invented.",
        ),
        "",
    ),
    (
        ("compare/gross-product,jobs-created,good-air-days,road-accidents", As::Comparison),
        60,
        ("一页看全年", "2024 at a glance"),
        (
            "先看全貌：四项重点数字。有目标的，旁边写明是否达到。",
            "The whole picture first: four headline figures. Where there is a target, it says whether it is met.",
        ),
        "gross-product",
    ),
    (
        ("metric/gross-product", As::Figure),
        45,
        ("经济总量全市第三", "Third in the city"),
        (
            "986.4亿元，超过980亿元的目标。第二产业占大头。",
            "98.64 billion yuan, above the target of 98 billion. Industry and building are the largest part.",
        ),
        "",
    ),
    (
        ("compare/industrial-output,advanced-share,lead-firm-count,high-tech-firms", As::Comparison),
        60,
        ("先进占比提高", "More advanced"),
        (
            "先进制造业占比升到65.2%；链主企业18家，离24家的目标还远。",
            "Advanced manufacturing is at 65.2%. There are 18 lead firms, far from the target of 24.",
        ),
        "lead-firm-count",
    ),
    (
        ("metric/industrial-investment", As::Figure),
        45,
        ("四季度同比增长", "Up on last year"),
        (
            "四季度是平常的数；三季度的高点来自一次性到账，不是趋势。",
            "The fourth quarter is an ordinary one; the peak in the third was one payment, not a trend.",
        ),
        "",
    ),
    (
        ("initiative/old-estates", As::Rows),
        65,
        ("38个小区换新颜", "38 estates renewed"),
        (
            "小区完成目标的95%，改造面积超过126万平方米。加装电梯的46部是二季度的数，供水水质合格率99.82%是四季度的。",
            "Estates stand at 95% of the target, with over 1.26 million square metres renewed. The 46 lifts are of the second quarter; tap water at 99.82% within limits is of the fourth.",
        ),
        "estates-renewed",
    ),
    (
        ("compare/school-places-added,care-beds,jobs-created", As::Comparison),
        55,
        ("学位、床位、岗位", "Places and jobs"),
        (
            "新增学位9240个，超过目标；四季度新增就业8260人，略低于8500人的目标。",
            "9,240 new school places, above the target; 8,260 new jobs in the fourth quarter, slightly below the target of 8,500.",
        ),
        "school-places-added",
    ),
    (
        ("compare/care-home-beds,community-care-beds", As::Comparison),
        45,
        ("社区养老床位增长更快", "Care nearer to home"),
        (
            "养老床位合计3640张。社区的1160张，比上年多14.85%；养老院的2480张，比上年多3.77%。",
            "3,640 care beds in all. The 1,160 in communities are 14.85% more than the year before, the 2,480 in care homes 3.77% more.",
        ),
        "community-care-beds",
    ),
    (
        ("compare/good-air-days,clear-rivers,park-area,waste-recycled", As::Comparison),
        50,
        ("341天好空气", "Good air 341 days"),
        (
            "公园绿地1098.5公顷；垃圾回收利用率落后于目标。",
            "There are 1,098.5 hectares of park land; waste recycling is behind its target.",
        ),
        "good-air-days",
    ),
    (
        ("metric/approval-days", As::Figure),
        40,
        ("审批又快了", "Faster approvals"),
        ("平均3.2个工作日，三年前要将近7天。", "3.2 working days on average; three years ago it took nearly seven."),
        "",
    ),
    (
        ("honour/liveable-district", As::Place),
        45,
        ("全国宜居城区", "Liveable district of the nation"),
        ("全年25项荣誉，每一项都能打开看出处。", "One of 25 honours of the year; each opens its evidence."),
        "",
    ),
    (
        ("overview", As::Title),
        15,
        ("谢谢，欢迎提问", "Thank you: your questions"),
        ("问到哪个数字，就打开哪个数字的出处。", "Whichever figure is asked about, its source is opened."),
        "",
    ),
];

pub(crate) fn honours() -> Json {
    let honour = |(id, name, (level, kind), by, date, of, source): Honour| {
        let (action, initiative, metric) = match of {
            Initiative(action, initiative) => (action, initiative, ""),
            Metric(metric, action) => (action, "", metric),
            Action(action) => (action, "", ""),
            District => ("", "", ""),
        };
        let given = |text: &'static str| (!text.is_empty()).then(|| text.into());
        object([
            ("id", Some(id.into())),
            ("name", Some(name.into())),
            ("level", Some(level.into())),
            ("kind", Some(kind.into())),
            ("by", Some(by.into())),
            ("action", given(action)),
            ("initiative", given(initiative)),
            ("metric", given(metric)),
            ("date", given(date)),
            ("source", Some(source.json())),
        ])
    };
    Json::List(HONOURS.map(honour).into())
}

pub(crate) fn events() -> Json {
    let event = |(id, name, date, date_note, action, paragraph): Event| {
        object([
            ("id", Some(id.into())),
            ("name", Some(name.into())),
            ("date", Some(date.into())),
            ("date_note", date_note.map(Json::from)),
            ("action", action.map(Json::from)),
            ("source", Some(Report(paragraph).json())),
        ])
    };
    Json::List(EVENTS.map(event).into())
}

pub(crate) fn briefings() -> Json {
    let step = |((place, form), seconds, headline, notes, spotlight): Step| {
        let word = match form {
            As::Place => None,
            As::Figure => Some("figure"),
            As::Comparison => Some("comparison"),
            As::Rows => Some("list"),
            As::Title => Some("title"),
        };
        object([
            ("place", Some(place.into())),
            ("as", word.map(Json::from)),
            ("headline", Some(headline.into())),
            ("notes", Some(notes.into())),
            ("seconds", Some(seconds.into())),
            ("spotlight", (!spotlight.is_empty()).then(|| spotlight.into())),
            ("reveal", matches!(form, As::Rows).then(|| true.into())),
        ])
    };
    let briefing = object([
        ("id", Some("year-in-twelve-steps".into())),
        ("title", Some(("十二步看2024年", "2024 in twelve steps").into())),
        ("minutes", Some(9.into())),
        ("steps", Some(Json::List(STEPS.map(step).into()))),
    ]);
    Json::List(vec![briefing])
}
