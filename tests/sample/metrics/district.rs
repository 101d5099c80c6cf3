//! The district as a whole.

use super::{FINANCE, STATISTICS};
use crate::metric::Cite::{Annual, Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = economy();
    all.extend(people());
    all.extend(budget());
    all
}

fn economy() -> Vec<Metric> {
    vec![
        metric("gross-product", ("地区生产总值", "Gross domestic product"), "yuan", "98640000000")
            .define(
                "全区一年生产的最终成果，按当年价格计。",
                "Everything the district produced in the year, at current prices.",
            )
            .written("986.4亿元")
            .cite(Annual(3))
            .yearly(&["87620000000", "93150000000"])
            .point_flag(1, "revised", Annual(4))
            .target("98000000000", "2024-12-31", Report(8))
            .streets(1000)
            .whole(
                ("产业", "sector"),
                &[
                    (("第一产业", "Primary"), "420000000"),
                    (("第二产业", "Secondary"), "56180000000"),
                    (("第三产业", "Tertiary"), "42040000000"),
                ],
            )
            .rank((3, 9), ("全市各区", "districts of the city"), "city", false, 2)
            .owner(STATISTICS)
            .flag("provisional")
            .headline(),
        metric("product-per-head", ("人均生产总值", "Product per head"), "yuan", "116734")
            .define("地区生产总值除以常住人口。", "Gross domestic product divided by residents.")
            .about()
            .yearly(&["106077", "111158"])
            .cite(Annual(3))
            .derived(
                &["gross-product", "resident-population"],
                "98,640,000,000 ÷ 845,000 ≈ 116,733.7，取整为116,734。",
                "98,640,000,000 ÷ 845,000 ≈ 116,733.7, rounded to 116,734.",
            )
            .owner(STATISTICS),
        metric("retail-sales", ("社会消费品零售额", "Retail sales"), "yuan", "3120000000")
            .define("当月卖给居民和单位用于消费的商品。", "Goods sold to households and institutions in the month.")
            .written("31.2亿元")
            .cite(Quarterly(6))
            .monthly("2550000000", 18, &[62, 41, -38, -45, -12, 5, -22, -8, 14, 46, 30, 58])
            .gaps(&[13])
            .owner(STATISTICS),
        metric("income-per-head", ("居民人均可支配收入", "Disposable income per head"), "yuan", "57180")
            .define("居民可用于消费和储蓄的收入，按人平均。", "Income left for spending and saving, per resident.")
            .written("57180元")
            .cite(Annual(5))
            .yearly(&["51640", "54310"])
            .target("57000", "2024-12-31", Report(8))
            .owner(STATISTICS),
        metric("competitiveness-rank", ("城区综合实力排名", "Overall strength"), "rank", "12")
            .define("虚构榜单“百强城区”中的位次。", "Place in an invented list of a hundred urban districts.")
            .written("第12位")
            .cite(Report(5))
            .lower()
            .yearly(&["17", "14"])
            .rank((12, 100), ("百强城区（虚构）", "Top 100 urban districts (invented)"), "nation", false, 0),
    ]
}

fn people() -> Vec<Metric> {
    vec![
        metric("resident-population", ("常住人口", "Residents"), "person", "845000")
            .define("年末在区内住满半年以上的人口。", "People who had lived in the district for half a year or more at the end of the year.")
            .bound("about", "约84.5万人")
            .cite(Annual(2))
            .neutral()
            .yearly(&["826000", "838000"])
            .streets(1000)
            .revised("2025-02-14", ("842000", "845000"), ("年度抽样调查结果更新", "Updated from the yearly sample survey"))
            .owner(STATISTICS)
            .flag("revised"),
        metric("net-migration", ("净流入人口", "Net migration"), "person", "720")
            .define("当季迁入人口减去迁出人口，迁出多时为负。", "People who moved in less those who moved out in the quarter; negative where more left.")
            .cite(Quarterly(3))
            .neutral()
            .quarters(&["-1850", "-420", "310", "-960", "-380", "640", "1120", "-210", "260", "980", "1540"])
            .owner(STATISTICS),
        metric("land-area", ("辖区面积", "Land area"), "square-kilometre", "128.6")
            .define("行政区域面积。", "Area within the boundary of the district.")
            .written("128.6平方公里")
            .cite(Annual(2))
            .neutral()
            .streets(1000),
        metric("population-density", ("人口密度", "Population density"), "person-per-square-kilometre", "6571")
            .define("常住人口除以辖区面积。", "Residents divided by land area.")
            .about()
            .neutral()
            .cite(Annual(2)).derived(
                &["resident-population", "land-area"],
                "845,000 ÷ 128.6 ≈ 6,570.8，取整为6,571。",
                "845,000 ÷ 128.6 ≈ 6,570.8, rounded to 6,571.",
            ),
        metric("resident-satisfaction", ("居民满意度", "Resident satisfaction"), "percent", "0.914")
            .define("年度电话访问中表示满意或很满意的比例。", "Share of residents who said in the yearly telephone survey that they were satisfied or very satisfied.")
            .written("91.4%")
            .cite(Report(6))
            .yearly(&["0.887", "0.902"])
            .target_without_rule("0.92", "2025-12-31", Report(9))
            .streets_around(31),
    ]
}

fn budget() -> Vec<Metric> {
    let revenue = metric("public-revenue", ("一般公共预算收入", "Public revenue"), "hundred-million-yuan", "26.9")
        .define("当季入库的一般公共预算收入。", "General public revenue received in the quarter.")
        .written("26.9亿元")
        .cite(Quarterly(8))
        .quarters(&["28.6", "24.1", "25.7", "22.9", "30.2", "29.8", "26.4", "24.7", "32.5", "31.3", "28.1"])
        .owner(FINANCE);
    let spending = metric("public-spending", ("一般公共预算支出", "Public spending"), "hundred-million-yuan", "37.8")
        .define("当季一般公共预算支出。", "General public spending in the quarter.")
        .written("37.8亿元")
        .cite(Quarterly(8))
        .neutral()
        .quarters(&["21.4", "26.8", "24.3", "35.2", "22.7", "27.5", "25.1", "36.4", "23.9", "28.8", "27.6"])
        .owner(FINANCE);
    let balance = metric("budget-balance", ("财政收支差额", "Budget balance"), "hundred-million-yuan", "-10.9")
        .define("当季收入减去支出；年末集中结算，四季度通常为负。", "Revenue less spending of the quarter; accounts are settled late in the year, so the fourth quarter is usually negative.")
        .each(&revenue, &spending, |revenue, spending| revenue - spending)
        .cite(Quarterly(8)).derived(&["public-revenue", "public-spending"], "26.9 − 37.8 = −10.9。", "26.9 − 37.8 = −10.9.")
        .owner(FINANCE);
    vec![revenue, spending, balance]
}
