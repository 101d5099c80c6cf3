//! Stronger industry.

use super::{FINANCE, INDUSTRY};
use crate::metric::Cite::{Annual, Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = output();
    all.extend(parks());
    all.extend(research());
    all
}

fn output() -> Vec<Metric> {
    vec![
        metric("industrial-output", ("工业增加值", "Industrial output"), "yuan", "14260000000")
            .home("industry", "lead-firms")
            .define("规模以上工业企业当季新创造的价值。", "Value added by larger industrial firms in the quarter.")
            .written("142.6亿元")
            .cite(Quarterly(4))
            .quarterly("11240000000", 16, &[-74, -8, 22, 60])
            .forecast(&["12850000000", "13900000000"])
            .streets(1000)
            .owner(INDUSTRY)
            .flag("provisional")
            .headline(),
        metric("advanced-share", ("先进制造业占比", "Advanced manufacturing"), "percent", "0.652")
            .home("industry", "lead-firms")
            .define("先进制造业占工业增加值的比重。", "Share of advanced manufacturing in industrial output.")
            .written("65.2%")
            .cite(Quarterly(4))
            .quarterly("0.618", 5, &[])
            .target("0.65", "2024-12-31", Report(11))
            .owner(INDUSTRY),
        metric("lead-firm-count", ("链主企业", "Lead firms"), "firm", "18")
            .home("industry", "lead-firms")
            .define("年末认定的链主企业。", "Firms recognised as leading their chain at the end of the year.")
            .written("18家")
            .cite(Annual(9))
            .yearly(&["11", "15"])
            .target("24", "2024-12-31", Report(11))
            .owner(INDUSTRY),
        metric("robot-output", ("机器人产值与2021年之比", "Robot output against 2021"), "times", "2.4")
            .home("industry", "lead-firms")
            .define(
                "机器人产业当年产值除以2021年产值。",
                "Output of the robot industry in the year divided by that of 2021.",
            )
            .written("2.4倍")
            .cite(Report(12))
            .yearly(&["1.3", "1.8"]),
        metric("new-businesses", ("新设经营主体", "New businesses"), "registered-business", "2400")
            .home("industry", "lead-firms")
            .define("当季新登记的企业和个体工商户。", "Firms and sole traders registered in the quarter.")
            .bound("over", "超2400户")
            .cite(Quarterly(5))
            .quarterly("1960", 45, &[-90, 60, 20, 10])
            .streets(920)
            .note("分街道数只含已核定住所的主体。", "Sub-districts count only those whose address is confirmed."),
        metric("small-firm-loans", ("小微企业普惠贷款", "Loans to small firms"), "ten-thousand-yuan", "8650")
            .home("industry", "lead-firms")
            .define(
                "当季由区风险补偿资金支持发放的贷款。",
                "Loans in the quarter backed by the district's guarantee fund.",
            )
            .bound("nearly", "近8650万元")
            .cite(Quarterly(9))
            .quarterly("5210", 60, &[])
            .owner(FINANCE),
    ]
}

fn parks() -> Vec<Metric> {
    vec![
        metric("industrial-investment", ("工业投资", "Industrial investment"), "hundred-million-yuan", "9.7")
            .home("industry", "better-parks")
            .define("当季完成的工业固定资产投资。", "Fixed investment in industry completed in the quarter.")
            .written("9.7亿元")
            .cite(Quarterly(7))
            .quarters(&["6.2", "6.8", "7.1", "7.9", "6.6", "7.4", "7.7", "8.6", "7.2", "8.1", "48.6"])
            .note("2024年三季度有一笔整装生产线一次到账。", "In 2024 Q3 a whole production line was paid for at once.")
            .owner(INDUSTRY),
        metric("industrial-land", ("产业用地整备", "Industrial land made ready"), "hectare", "46.8")
            .home("industry", "better-parks")
            .define("当年完成整备、可以供应的产业用地。", "Industrial land made ready for use in the year.")
            .written("46.8公顷")
            .cite(Annual(11))
            .yearly(&["38.5", "41.2"])
            .target("60", "2024-12-31", Report(12))
            .streets(1000),
        metric("park-renewal-area", ("园区改造面积", "Park space improved"), "square-metre", "382000")
            .home("industry", "better-parks")
            .define("当年完成改造的园区建筑面积。", "Floor space of industrial parks improved in the year.")
            .bound("over", "38.2万平方米以上")
            .cite(Report(12))
            .yearly(&["214000", "296000"])
            .streets(880),
    ]
}

fn research() -> Vec<Metric> {
    vec![
        metric("high-tech-firms", ("高新技术企业", "High-tech firms"), "firm", "531")
            .home("industry", "research-drive")
            .define(
                "年末在有效期内的高新技术企业。",
                "Firms with a valid high-tech certificate at the end of the year.",
            )
            .written("531家")
            .cite(Annual(10))
            .yearly(&["412", "468"])
            .target("600", "2025-12-31", Report(13))
            .streets(1000)
            .rank((4, 9), ("全市各区", "districts of the city"), "city", true, 0)
            .owner(INDUSTRY),
        metric("research-intensity", ("研发投入强度", "Spending on research"), "percent", "0.046")
            .home("industry", "research-drive")
            .define("研发经费与地区生产总值之比。", "Spending on research as a share of gross domestic product.")
            .written("4.6%")
            .cite(Annual(10))
            .yearly(&["0.041", "0.043"])
            .point_flag(0, "estimated", Annual(10))
            .target("0.045", "2024-12-31", Report(13)),
        metric("patents-held", ("每万人发明专利拥有量", "Patents held"), "patent-per-ten-thousand", "31.2")
            .home("industry", "research-drive")
            .define(
                "年末有效发明专利除以常住人口，按每万人计。",
                "Invention patents in force at the end of the year for every 10,000 residents.",
            )
            .written("31.2件")
            .cite(Annual(10))
            .yearly(&["25.7", "28.9"]),
        metric("shared-platforms", ("公共创新平台", "Shared platforms"), "innovation-platform", "14")
            .home("industry", "research-drive")
            .define(
                "年末向企业开放的实验室和中试基地。",
                "Laboratories and pilot plants open to firms at the end of the year.",
            )
            .written("14个平台")
            .cite(Report(14))
            .yearly(&["9", "12"]),
    ]
}
