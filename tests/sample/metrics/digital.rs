//! Digital governance.

use super::{DATA, SAFETY};
use crate::metric::Cite::{Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = services();
    all.extend(requests());
    all.extend(safety());
    all.extend(data());
    all
}

fn services() -> Vec<Metric> {
    vec![
        metric("approval-days", ("审批平均用时", "Days to approve"), "working-day", "3.2")
            .home("digital", "one-stop")
            .define(
                "当季办结的审批事项从受理到办结的平均工作日。",
                "Average working days from receipt to decision of approvals in the quarter.",
            )
            .written("3.2个工作日")
            .cite(Quarterly(26))
            .lower()
            .quarterly("6.9", 24, &[])
            .target("3.5", "2024-12-31", Report(34))
            .owner(DATA)
            .headline(),
        metric("online-share", ("网上可办率", "Services online"), "percent", "0.968")
            .home("digital", "one-stop")
            .define(
                "可全程网上办理的事项比例，季末数。",
                "Share of services that can be had wholly online, at the end of the quarter.",
            )
            .written("96.8%")
            .cite(Quarterly(26))
            .quarterly("0.871", 4, &[])
            .target("0.98", "2025-12-31", Report(34)),
        metric("service-rank", ("政务服务考评排名", "Ranking of services"), "rank", "2")
            .home("digital", "one-stop")
            .define("全市政务服务年度考评中的位次。", "Place in the city's yearly review of government services.")
            .written("第2位")
            .cite(Report(34))
            .lower()
            .yearly(&["4", "2"])
            .rank((2, 9), ("全市政务服务考评", "city review of services"), "city", true, 2),
        metric("app-users", ("服务平台月活跃用户", "Monthly users of the app"), "person", "216400")
            .home("digital", "one-stop")
            .define("当月登录过区服务平台的人数。", "People who used the district's app in the month.")
            .monthly("128500", 20, &[])
            .note("平台后台数，没有公开来源。", "From the logs of the platform; no public source."),
        metric("review-score", ("服务好差评得分", "Score given by users"), "score", "96.7")
            .home("digital", "one-stop")
            .define(
                "当季办事群众评价的平均分，满分一百。",
                "Average score given by users in the quarter, out of a hundred.",
            )
            .written("96.7分")
            .cite(Quarterly(26))
            .quarterly("94.8", 3, &[]),
    ]
}

fn requests() -> Vec<Metric> {
    let cases = metric("hotline-cases", ("热线受理诉求", "Requests received"), "case", "18640")
        .home("digital", "one-stop")
        .define("当季热线和网络受理的诉求。", "Requests received by telephone and online in the quarter.")
        .written("18640件")
        .cite(Quarterly(27))
        .neutral()
        .quarterly("14200", 30, &[-30, 20, 55, -45])
        .streets(1000)
        .owner(DATA);
    let solved = metric("hotline-solved", ("热线办结诉求", "Requests settled"), "case", "17708")
        .home("digital", "one-stop")
        .define("当季受理并在时限内办结的诉求。", "Requests received in the quarter and settled in time.")
        .written("17708件")
        .cite(Quarterly(27))
        .quarterly("12500", 8, &[-30, 20, 55, -45]);
    let share = metric("hotline-solved-share", ("诉求按时办结率", "Requests settled in time"), "percent", "0.95")
        .home("digital", "one-stop")
        .define("按时办结的诉求占受理诉求的比例。", "Share of the requests received that were settled in time.")
        .each(&solved, &cases, |solved, cases| (solved / cases).round_dp(3))
        .cite(Quarterly(27))
        .derived(&["hotline-solved", "hotline-cases"], "17,708 ÷ 18,640 = 95%。", "17,708 ÷ 18,640 = 95%.")
        .streets_around(4);
    vec![cases, solved, share]
}

fn safety() -> Vec<Metric> {
    let accidents = metric("road-accidents", ("道路交通事故", "Road accidents"), "incident", "74")
        .home("digital", "safe-streets")
        .define("当季有人员伤亡的道路交通事故。", "Road accidents in the quarter in which people were hurt.")
        .written("74起")
        .cite(Quarterly(29))
        .lower()
        .quarterly("118", 35, &[-70, 0, 20, 50])
        .target("80", "2024-12-31", Report(36))
        .streets(1000)
        .owner(SAFETY)
        .headline();
    let fires = metric("fires", ("火灾", "Fires"), "incident", "31")
        .home("digital", "safe-streets")
        .define("当季接报的火灾。", "Fires reported in the quarter.")
        .written("31起")
        .cite(Quarterly(29))
        .lower()
        .quarterly("46", 50, &[120, -60, -90, 30])
        .point_flag(8, "revised", Quarterly(29))
        .point_flag(9, "provisional", Quarterly(29))
        .revised("2025-01-28", ("33", "31"), ("两起经核实不属火灾", "Two turned out to be no fires"))
        .owner(SAFETY);
    let both = metric("safety-incidents", ("事故和火灾合计", "Accidents and fires"), "incident", "105")
        .home("digital", "safe-streets")
        .define("道路交通事故与火灾之和。", "Road accidents and fires together.")
        .lower()
        .each(&accidents, &fires, |accidents, fires| accidents + fires)
        .cite(Quarterly(29))
        .derived(&["road-accidents", "fires"], "74 + 31 = 105。", "74 + 31 = 105.");
    vec![
        accidents,
        fires,
        both,
        metric("sensors-installed", ("独立烟感", "Smoke alarms linked"), "sensor", "4800")
            .home("digital", "safe-streets")
            .define("年末联网的独立烟感。", "Smoke alarms connected to the network at the end of the year.")
            .bound("nearly", "近4800个")
            .cite(Report(36))
            .yearly(&["1900", "3350"]),
    ]
}

fn data() -> Vec<Metric> {
    vec![
        metric("shared-catalogues", ("共享数据目录", "Data sets shared"), "catalogue", "1320")
            .home("digital", "shared-data")
            .define("年末部门之间可以共用的数据目录。", "Data sets shared between departments at the end of the year.")
            .bound("over", "1320余项")
            .cite(Report(37))
            .yearly(&["760", "1045"])
            .target("1500", "2025-12-31", Report(37))
            .owner(DATA),
        metric("volunteer-reporters", ("社区信息员", "Community reporters"), "person", "640")
            .home("digital", "shared-data")
            .define("年末登记的社区信息员。", "Residents registered at the end of the year who report what they see.")
            .yearly(&["410", "530"])
            .note("街道自行统计，没有公开来源。", "Counted by the sub-districts; no public source."),
    ]
}
