//! What is typed, and where Enter leads.

use pinyin::ToPinyin;
use xinhuo::domain::Lang;

use crate::common::{BAOAN, Desk, SAMPLE};

/// The district of 2024: Chinese, pinyin, initials, mixtures, polyphones, English, figures, mixed width, traditional.
const OF_BAOAN: [(&str, &str); 79] = [
    ("党员先锋队", "metric/vanguard-teams"),
    ("dyxfd", "metric/vanguard-teams"),
    ("dangyuanxianfengdui", "metric/vanguard-teams"),
    ("黨員先鋒隊", "metric/vanguard-teams"),
    ("治理强基", "action/governance"),
    ("zlqj", "action/governance"),
    ("zhili", "action/governance"),
    ("前海", "action/qianhai"),
    ("qhxt", "action/qianhai"),
    ("qianhai", "action/qianhai"),
    ("政治铸魂", "action/ideology"),
    ("夯根本", "action/governance"),
    ("百姓客厅", "initiative/living-rooms"),
    ("bxkt", "initiative/living-rooms"),
    ("红芯十事", "initiative/red-core-ten"),
    ("hxss", "initiative/red-core-ten"),
    ("日晷", "initiative/sundial-mechanism"),
    ("rigui", "initiative/sundial-mechanism"),
    ("两企三新", "initiative/two-firms-three-new"),
    ("智美汇志", "initiative/live-commerce-hub"),
    ("产业链", "metric/chain-committees"),
    ("產業鏈黨委", "initiative/industry-chain-committees"),
    ("lvmei", "metric/green-sites"),
    ("lü mei", "metric/green-sites"),
    // 行 is háng and xíng, 重 zhòng and chóng, 长 zhǎng and cháng, 会 huì and kuài.
    ("zhongdianpianqu", "metric/key-areas"),
    ("chongdianpianqu", "metric/key-areas"),
    ("nuanliuxingdong", "initiative/warm-current"),
    ("nuanliuhangdong", "initiative/warm-current"),
    ("深中通道融合", "metric/corridor-projects"),
    ("rhjh", "metric/corridor-projects"),
    ("招商意向", "metric/intended-investment"),
    ("全区商事", "metric/businesses-registered"),
    ("quanquss", "metric/businesses-registered"),
    ("PCB", "metric/pcb-industry-rank"),
    ("ｐｃｂ", "metric/pcb-industry-rank"),
    ("5.31万", "metric/firm-visits"),
    ("５.３１万", "metric/firm-visits"),
    ("53100", "metric/firm-visits"),
    ("53,100", "metric/firm-visits"),
    ("347.6万平方米", "metric/idle-space-revived"),
    ("262.8亿", "metric/central-soe-intended-investment"),
    ("4329", "metric/difficulties-solved"),
    ("vanguard", "metric/vanguard-activities"),
    ("Political grounding", "action/ideology"),
    ("secretary projects", "metric/secretary-projects"),
    ("projects secretary", "metric/secretary-projects"),
    ("人民日报", "honour/peoples-daily-praise"),
    // A metric that has it comes before what begins with it.
    ("商事主体", "metric/businesses-registered"),
    ("个转企", "metric/individuals-to-firms"),
    ("gzq", "metric/individuals-to-firms"),
    ("gezhuanqi", "metric/individuals-to-firms"),
    ("xsg", "metric/small-to-above-scale"),
    ("xiaoshenggui", "metric/small-to-above-scale"),
    ("社区", "metric/communities-renovated"),
    // Whole figures, with and without unit.
    ("874", "metric/individuals-to-firms"),
    ("874家", "metric/individuals-to-firms"),
    ("107公顷", "metric/industrial-land-prepared"),
    ("1070000", "metric/industrial-land-prepared"),
    ("超77%", "metric/people-space-share"),
    ("77%", "metric/people-space-share"),
    ("0.77", "metric/people-space-share"),
    ("72", "metric/investment-projects-landed"),
    ("over 970,000", "metric/businesses-registered"),
    ("4.18M", ""),
    // Initials of English words, with and without the small ones.
    ("svtf", "metric/firm-visits"),
    ("pvt", "metric/vanguard-teams"),
    ("svf", "metric/firm-visits"),
    ("rccr", "metric/requests-collected-rank"),
    ("metric/firm-visits", "metric/firm-visits"),
    ("firm-visits", "metric/firm-visits"),
    ("治理强基 845", "metric/vanguard-teams"),
    ("zlqj 845", "metric/vanguard-teams"),
    ("845 党员", "metric/vanguard-teams"),
    ("总览", "overview"),
    ("sz.gov.cn", "source/sz-gov-baoan-2024"),
    // The words of large numbers, and the same words in Chinese and by pinyin.
    ("26.28 billion", "metric/central-soe-intended-investment"),
    ("3.48 million", "metric/idle-space-revived"),
    ("26.28bn", "metric/central-soe-intended-investment"),
    ("1+3", "honour/estate-governance-best"),
];

/// The invented district.
const OF_SAMPLE: [(&str, &str); 47] = [
    ("地区生产总值", "metric/gross-product"),
    ("dqsczz", "metric/gross-product"),
    ("gross domestic", "metric/gross-product"),
    ("986.4亿", "metric/gross-product"),
    ("常住人口", "metric/resident-population"),
    ("changzhurenkou", "metric/resident-population"),
    ("zhangzhefantang", "metric/elder-canteens"),
    ("changzhefantang", "metric/elder-canteens"),
    ("czrk", "metric/resident-population"),
    ("城市更新", "action/renewal"),
    ("csgx", "action/renewal"),
    ("長者飯堂", "metric/elder-canteens"),
    ("zzft", "metric/elder-canteens"),
    ("lvmeishengtai", "action/green"),
    ("绿美", "action/green"),
    ("pm2.5", "metric/fine-dust"),
    ("PM２.５", "metric/fine-dust"),
    ("xikeliwu", "metric/fine-dust"),
    ("失业", "metric/unemployment-rate"),
    ("unemploy", "metric/unemployment-rate"),
    ("4.9%", "metric/unemployment-rate"),
    ("57180", "metric/income-per-head"),
    ("加装电梯", "metric/lifts-added"),
    ("jzdt", "metric/lifts-added"),
    ("smoke alarms", "metric/sensors-installed"),
    ("火灾", "metric/fires"),
    ("oa", ""),
    ("首个机器人", "honour/robot-first"),
    ("统计公报", "source/annual-bulletin-2024"),
    ("work report", "source/work-report-2025"),
    ("liveable", "honour/liveable-district"),
    ("gdp", "metric/gross-product"),
    ("GDP", "metric/gross-product"),
    ("gdp 98.64B", "metric/gross-product"),
    ("烟感", "metric/sensors-installed"),
    ("机器人", "metric/robot-output"),
    ("robot", "metric/robot-output"),
    ("学位", "metric/school-places-added"),
    ("xuewei", "metric/school-places-added"),
    ("水", "metric/tap-water-quality"),
    ("12", "metric/competitiveness-rank"),
    ("No. 2", "metric/service-rank"),
    ("第2", "metric/service-rank"),
    ("at most 18", "metric/road-work-days"),
    ("0.049", "metric/unemployment-rate"),
    ("2.4x", "metric/robot-output"),
    ("pm25", "metric/fine-dust"),
];

fn wrong(json: &str, expected: &[(&str, &str)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for (typed, place) in expected {
            let mut desk = Desk::open(json, "metrics", "80x24", lang);
            desk.keys("/").text(typed);
            let screen = desk.screen();
            desk.keys("Enter");
            let open = desk.model.overlay.is_some();
            if open != place.is_empty() || (!open && desk.here() != *place) {
                wrong.push(format!("{typed}: {} and not {place}\n{screen}", desk.here()));
            }
        }
    }
    wrong
}

#[test]
fn what_is_meant_is_found_first() {
    let wrong = [wrong(BAOAN, &OF_BAOAN), wrong(SAMPLE, &OF_SAMPLE)].concat();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn everything_is_found_by_its_full_name_in_either_language() {
    for json in [BAOAN, SAMPLE] {
        for lang in Lang::ALL {
            let mut desk = Desk::open(json, "overview", "80x24", lang);
            let data = desk.model.district.data();
            let told = |name: &xinhuo::domain::Text| name.get(lang).to_owned();
            let mut names: Vec<String> = data.metrics.iter().map(|it| told(&it.name)).collect();
            names.extend(data.actions.iter().map(|it| told(&it.name)));
            names.extend(data.initiatives.iter().map(|it| told(&it.name)));
            names.extend(data.honours.iter().map(|it| told(&it.name)));
            names.extend(data.events.iter().map(|it| told(&it.name)));
            names.extend(data.sources.iter().map(|it| told(&it.title)));
            for name in names {
                desk.keys("/").paste(&name);
                let screen = desk.screen();
                let selected = screen.lines().find(|line| line.contains('➤')).unwrap_or_default();
                let shown: String = name.chars().take(12).collect();
                assert!(selected.contains(&shown), "{name}\n{screen}");
                desk.keys("Esc");
            }
        }
    }
}

/// What is typed for a name by the first letters of its syllables.
fn initials(name: &str) -> Vec<char> {
    let typed = |c: char| match c.to_pinyin() {
        Some(sound) => sound.plain().chars().next(),
        None => c.is_ascii_alphanumeric().then_some(c),
    };
    name.chars().filter_map(typed).collect()
}

#[test]
fn any_figure_is_found_in_under_ten_keystrokes() {
    for json in [BAOAN, SAMPLE] {
        let mut desk = Desk::open(json, "overview", "80x24", Lang::Zh);
        let metrics = desk.model.district.data().metrics.clone();
        for metric in metrics {
            let address = format!("metric/{}", metric.id);
            let typed = initials(metric.name.get(Lang::Zh));
            // `/`, up to seven letters of the name, Enter.
            let windows = (1..=7).rev().flat_map(|count| typed.windows(count.min(typed.len())));
            let reached = windows.map(String::from_iter).any(|letters| {
                desk.keys("/").text(&letters).keys("Enter");
                let reached = desk.here() == address;
                desk.keys("Esc Esc");
                reached
            });
            assert!(reached, "{address}");
        }
    }
}
