//! Better public services.

use super::{EDUCATION, HEALTH, JOBS};
use crate::metric::Cite::{Annual, Quarterly, Report};
use crate::metric::{Metric, metric};

pub(super) fn metrics() -> Vec<Metric> {
    let mut all = schools();
    all.extend(care());
    all.extend(jobs());
    all
}

fn schools() -> Vec<Metric> {
    vec![
        metric("school-places-added", ("新增学位", "School places added"), "school-place", "9240")
            .home("wellbeing", "good-schools")
            .define(
                "当年新建、改扩建学校增加的公办学位。",
                "Places added in public schools by building and extending in the year.",
            )
            .written("9240个学位")
            .cite(Annual(18))
            .yearly(&["6180", "7950"])
            .target("9000", "2024-12-31", Report(23))
            .streets(1000)
            .owner(EDUCATION)
            .headline(),
        metric("nursery-places", ("每千人托位", "Nursery places"), "place-per-thousand", "4.7")
            .home("wellbeing", "good-schools")
            .define(
                "年末托位数，按每千名常住人口计。",
                "Nursery places for every 1,000 residents at the end of the year.",
            )
            .written("4.7个")
            .cite(Annual(18))
            .yearly(&["3.4", "4.1"])
            .target("5", "2025-12-31", Report(23)),
    ]
}

fn care() -> Vec<Metric> {
    let community = metric("community-care-beds", ("社区养老床位", "Care beds in communities"), "bed", "1160")
        .home("wellbeing", "health-and-care")
        .define("年末社区养老服务机构的床位。", "Beds in community care for older people at the end of the year.")
        .written("1160张")
        .cite(Annual(20))
        .yearly(&["840", "1010"]);
    let homes = metric("care-home-beds", ("养老院床位", "Beds in care homes"), "bed", "2480")
        .home("wellbeing", "health-and-care")
        .define("年末养老院的床位。", "Beds in homes for older people at the end of the year.")
        .written("2480张")
        .cite(Annual(20))
        .yearly(&["2310", "2390"]);
    let beds = metric("care-beds", ("养老床位合计", "Care beds in all"), "bed", "3640")
        .home("wellbeing", "health-and-care")
        .define("社区养老床位与养老院床位之和。", "Beds in communities and in homes together.")
        .each(&community, &homes, |community, homes| community + homes)
        .cite(Annual(20))
        .derived(&["community-care-beds", "care-home-beds"], "1,160 + 2,480 = 3,640。", "1,160 + 2,480 = 3,640.");
    vec![
        metric("clinic-visits", ("社区诊疗人次", "Visits to local clinics"), "attendance", "612000")
            .home("wellbeing", "health-and-care")
            .define("当季社区健康服务中心的诊疗人次。", "Visits to community health centres in the quarter.")
            .bound("about", "约61.2万人次")
            .cite(Quarterly(18))
            .quarterly("468000", 22, &[48, -22, -41, 15])
            .gaps(&[0])
            .streets(1000)
            .owner(HEALTH),
        metric("ambulance-minutes", ("急救平均到达时间", "Ambulance arrival"), "minute", "9.4")
            .home("wellbeing", "health-and-care")
            .define(
                "当月从接到呼叫到救护车到达的平均时间。",
                "Average time in the month from a call to the arrival of the ambulance.",
            )
            .bound("at_most", "9.4分钟以内")
            .cite(Quarterly(18))
            .lower()
            .monthly("12.1", 25, &[])
            .target("9", "2024-12-31", Report(24))
            .owner(HEALTH),
        metric("health-records", ("电子健康档案覆盖率", "Health records kept"), "percent", "0.884")
            .home("wellbeing", "health-and-care")
            .define(
                "年末建有电子健康档案的常住人口比例。",
                "Share of residents with an electronic health record at the end of the year.",
            )
            .written("88.4%")
            .cite(Annual(19))
            .yearly(&["0.839", "0.861"])
            .until(2023, 1)
            .note("2024年的数尚未公布。", "The figure for 2024 has not been published."),
        community,
        homes,
        beds,
        metric("elder-canteens", ("长者饭堂", "Canteens for older people"), "canteen", "36")
            .home("wellbeing", "health-and-care")
            .define("季末营业的长者饭堂。", "Canteens for older people open at the end of the quarter.")
            .written("36间")
            .cite(Quarterly(19))
            .quarters(&["36"; 11])
            .target_without_rule("40", "2025-12-31", Report(25)),
        metric("elder-meals", ("长者助餐", "Meals for older people"), "attendance", "148600")
            .home("wellbeing", "health-and-care")
            .define("当季在长者饭堂用餐和送餐的人次。", "Meals eaten in the canteens or delivered in the quarter.")
            .written("14.86万人次")
            .cite(Quarterly(19))
            .quarterly("96200", 20, &[-20, 5, -12, 27])
            .streets(1000),
        metric("volunteer-hours", ("志愿服务工时", "Volunteer hours"), "volunteer-hour", "")
            .home("wellbeing", "health-and-care")
            .define("当年登记的志愿服务工时。", "Hours of volunteer work registered in the year.")
            .cite(Annual(21))
            .yearly(&["418000", "452000"])
            .note(
                "统计口径正在调整，2024年未公布。",
                "The definition is being changed; nothing was published for 2024.",
            ),
    ]
}

fn jobs() -> Vec<Metric> {
    vec![
        metric("jobs-created", ("城镇新增就业", "New jobs"), "person", "8260")
            .home("wellbeing", "steady-jobs")
            .define("当季新就业的城镇人员。", "People in towns newly in work in the quarter.")
            .written("8260人")
            .cite(Quarterly(20))
            .quarterly("6840", 25, &[-60, 45, 25, -10])
            .point_flag(7, "revised", Quarterly(20))
            .forecast(&["7900", "8700"])
            .target("8500", "2024-12-31", Report(26))
            .streets(1000)
            .owner(JOBS)
            .headline(),
        metric("unemployment-rate", ("城镇调查失业率", "Unemployment"), "percent", "0.049")
            .home("wellbeing", "steady-jobs")
            .define("当季抽样调查的失业率。", "Unemployment by sample survey in the quarter.")
            .written("4.9%")
            .cite(Quarterly(20))
            .lower()
            .quarterly("0.057", 18, &[])
            .target("0.055", "2024-12-31", Report(26))
            .owner(JOBS),
        metric("job-fairs", ("招聘会", "Job fairs"), "job-fair", "130")
            .home("wellbeing", "steady-jobs")
            .define("当年举办的现场和网络招聘会。", "Job fairs held in the year, in halls and online.")
            .bound("nearly", "近130场")
            .cite(Report(26)),
    ]
}
