//! Green and clean.

use super::{ECOLOGY, PARKS};
use crate::metric::Cite::{Annual, Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = water_and_air();
    all.extend(parks());
    all
}

fn water_and_air() -> Vec<Metric> {
    vec![
        metric("clear-rivers", ("河流水质优良率", "Rivers in good state"), "percent", "0.875")
            .home("green", "clear-water")
            .define(
                "当季水质达到优良的监测断面比例。",
                "Share of measuring points on rivers with good water in the quarter.",
            )
            .written("87.5%")
            .cite(Quarterly(22))
            .quarters(&[
                "0.625", "0.6875", "0.6875", "0.75", "0.6875", "0.75", "0.8125", "0.8125", "0.75", "0.8125", "0.875",
            ])
            .target("0.9", "2025-12-31", Report(29))
            .owner(ECOLOGY),
        metric("pipe-losses", ("供水管网漏损率", "Water lost in pipes"), "percent", "0.082")
            .home("green", "clear-water")
            .define("当年漏损水量占供水量的比例。", "Share of the water supplied in the year that leaked from pipes.")
            .written("8.2%")
            .cite(Annual(24))
            .lower()
            .yearly(&["0.106", "0.093"])
            .target("0.08", "2024-12-31", Report(29)),
        metric("fine-dust", ("细颗粒物浓度", "Fine dust (PM2.5)"), "microgram-per-cubic-metre", "21.4")
            .home("green", "blue-sky")
            .define("当季PM2.5平均浓度。", "Mean concentration of PM2.5 in the quarter.")
            .cite(Quarterly(22))
            .lower()
            .quarterly("24.6", 30, &[150, -90, -240, 180])
            .gaps(&[10])
            .owner(ECOLOGY),
        metric("good-air-days", ("空气优良天数", "Days of good air"), "day", "341")
            .home("green", "blue-sky")
            .define("当年空气质量为优或良的天数。", "Days of the year with good air.")
            .written("341天")
            .cite(Annual(23))
            .yearly(&["328", "335"])
            .target("335", "2024-12-31", Report(30))
            .revised("2025-01-20", ("342", "341"), ("一天的数据经复核剔除", "One day was struck out on review"))
            .owner(ECOLOGY)
            .headline(),
        metric("energy-per-output", ("单位产值能耗", "Energy per unit of output"), "coal-per-output", "0.287")
            .home("green", "blue-sky")
            .define("每万元产值消耗的能源，折合标准煤。", "Energy for every 10,000 yuan of output, as coal.")
            .cite(Annual(25))
            .lower()
            .yearly(&["0.318", "0.302"])
            .target("0.29", "2024-12-31", Report(30)),
        metric("solar-capacity", ("屋顶光伏装机", "Solar power on roofs"), "kilowatt", "52600")
            .home("green", "blue-sky")
            .define(
                "年末并网的屋顶光伏装机容量。",
                "Capacity of solar panels on roofs connected at the end of the year.",
            )
            .yearly(&["31800", "41500"])
            .note("由街道报送汇总，没有公开来源。", "Compiled from reports of the sub-districts; no public source."),
    ]
}

fn parks() -> Vec<Metric> {
    vec![
        metric("park-area", ("公园绿地", "Park land"), "hectare", "1098.5")
            .home("green", "parks-and-trees")
            .define("年末向公众开放的公园绿地。", "Parks open to the public at the end of the year.")
            .written("1098.5公顷")
            .cite(Annual(26))
            .yearly(&["1021.4", "1062.8"])
            .streets(960)
            .owner(PARKS),
        metric("park-area-per-head", ("人均公园绿地", "Park land per head"), "square-metre-per-person", "13")
            .home("green", "parks-and-trees")
            .define("公园绿地除以常住人口。", "Park land divided by residents.")
            .cite(Annual(26))
            .derived(
                &["park-area", "resident-population"],
                "1,098.5公顷 = 10,985,000平方米；10,985,000 ÷ 845,000 = 13。",
                "1,098.5 hectares = 10,985,000 square metres; 10,985,000 ÷ 845,000 = 13.",
            ),
        metric("trees-planted", ("新植树木", "Trees planted"), "tree", "38500")
            .home("green", "parks-and-trees")
            .define("当年新植的树木，按苗木用量估算。", "Trees planted in the year, estimated from the saplings used.")
            .bound("about", "约3.85万株")
            .cite(Report(31))
            .yearly(&["26400", "31700"])
            .flag("estimated"),
        metric("waste-recycled", ("生活垃圾回收利用率", "Household waste recycled"), "percent", "0.418")
            .home("green", "parks-and-trees")
            .define("当季回收利用的生活垃圾比例。", "Share of household waste recycled in the quarter.")
            .bound("over", "41.8%以上")
            .cite(Quarterly(23))
            .quarterly("0.334", 12, &[])
            .target("0.45", "2024-12-31", Report(31))
            .streets_around(46)
            .owner(PARKS),
    ]
}
