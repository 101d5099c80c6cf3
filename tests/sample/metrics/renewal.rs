//! City renewal.

use super::{HOUSING, PARKS};
use crate::metric::Cite::{Annual, Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = estates();
    all.extend(roads());
    all.extend(space());
    all
}

fn estates() -> Vec<Metric> {
    vec![
        metric("estates-renewed", ("改造老旧小区", "Estates renewed"), "estate", "38")
            .home("renewal", "old-estates")
            .define("当年完工的老旧小区。", "Old housing estates whose renewal was completed in the year.")
            .written("38个小区")
            .cite(Annual(14))
            .yearly(&["24", "31"])
            .target("40", "2024-12-31", Report(17))
            .streets(1000)
            .owner(HOUSING)
            .headline(),
        metric("renewed-floor-area", ("改造建筑面积", "Floor space renewed"), "square-metre", "1260000")
            .home("renewal", "old-estates")
            .define("当年完工小区的建筑面积。", "Floor space of the estates completed in the year.")
            .bound("over", "超126万平方米")
            .cite(Annual(14))
            .yearly(&["783000", "1014000"])
            .streets(940),
        metric("lifts-added", ("加装电梯", "Lifts added"), "lift", "46")
            .home("renewal", "old-estates")
            .define("当季投入使用的加装电梯。", "Lifts added to old buildings and put into use in the quarter.")
            .written("46部")
            .cite(Quarterly(12))
            .quarterly("21", 90, &[-120, 40, 90, -10])
            .until(2024, 2)
            .note("2024年二季度后未再公布。", "Not published after the second quarter of 2024."),
        metric("tap-water-quality", ("供水水质合格率", "Tap water within limits"), "percent", "0.9982")
            .home("renewal", "old-estates")
            .define(
                "当季居民龙头水抽检合格的比例。",
                "Share of samples from household taps within the limits in the quarter.",
            )
            .written("99.82%")
            .cite(Quarterly(13))
            .quarters(&[
                "0.9961", "0.9964", "0.9958", "0.9967", "0.9969", "0.9972", "0.9966", "0.9974", "0.9975", "0.9979",
                "0.9977",
            ]),
    ]
}

fn roads() -> Vec<Metric> {
    vec![
        metric("peak-speed", ("晚高峰平均车速", "Evening traffic speed"), "kilometre-per-hour", "28.6")
            .home("renewal", "smooth-roads")
            .define(
                "工作日晚高峰主要道路的平均车速。",
                "Average speed on main roads in the evening peak of working days.",
            )
            .cite(Quarterly(14))
            .quarterly("27.1", 9, &[4, -3, 6, -7]),
        metric("road-work-days", ("道路开挖平均工期", "Average road works"), "day", "18")
            .home("renewal", "smooth-roads")
            .define(
                "当季完工的占道开挖从围挡到恢复的天数。",
                "Days from fence to reopening of road works completed in the quarter.",
            )
            .bound("at_most", "不超过18天")
            .cite(Quarterly(14))
            .lower()
            .quarterly("29", 40, &[])
            .target("20", "2024-12-31", Report(18))
            .owner(HOUSING),
        metric("parking-added", ("新增停车位", "Parking spaces added"), "parking-space", "1480")
            .home("renewal", "smooth-roads")
            .define("当季新增的公共停车位。", "Public parking spaces added in the quarter.")
            .written("1480个车位")
            .cite(Quarterly(14))
            .quarterly("860", 110, &[-60, 30, 80, -50])
            .gaps(&[4, 5])
            .target("1900", "2024-12-31", Report(18))
            .streets(1000),
        metric("outage-hours", ("户均停电时间", "Power cuts per household"), "hour", "0.36")
            .home("renewal", "smooth-roads")
            .define("当季平均每户停电的时间。", "Time without power for the average household in the quarter.")
            .written("0.36小时")
            .cite(Quarterly(15))
            .lower()
            .quarterly("0.71", 60, &[-40, 10, 90, -60]),
    ]
}

fn space() -> Vec<Metric> {
    vec![
        metric("affordable-homes", ("保障性住房开工", "Affordable homes started"), "flat", "2150")
            .home("renewal", "public-space")
            .define("当年开工的保障性住房。", "Affordable homes on which work began in the year.")
            .written("2150套")
            .cite(Annual(15))
            .yearly(&["1620", "1940"])
            .target("2400", "2024-12-31", Report(19))
            .owner(HOUSING),
        metric("public-space-area", ("新增公共空间", "Public space added"), "square-metre", "")
            .home("renewal", "public-space")
            .define("当年建成开放的广场、街角和架空层。", "Squares, corners and covered spaces opened in the year.")
            .cite(Report(20))
            .yearly(&["28600", "33200"])
            .target("40000", "2024-12-31", Report(20))
            .note("2024年的数在验收后公布。", "The figure for 2024 will be published after acceptance.")
            .owner(PARKS),
        metric("step-free-share", ("无障碍改造率", "Step-free access"), "percent", "0.73")
            .home("renewal", "public-space")
            .define("公共建筑中主要出入口无台阶的比例。", "Share of public buildings whose main entrance has no steps.")
            .written("73%")
            .cite(Report(20))
            .yearly(&["0.58", "0.66"])
            .streets_around(9),
    ]
}
