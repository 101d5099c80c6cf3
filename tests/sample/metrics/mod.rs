//! The metrics, a file an action.

mod digital;
mod district;
mod green;
mod industry;
mod renewal;
mod wellbeing;

use crate::metric::{Both, Metric};

const STATISTICS: Both = ("区统计局", "Bureau of Statistics");
const FINANCE: Both = ("区财政局", "Bureau of Finance");
const INDUSTRY: Both = ("区工业和信息化局", "Bureau of Industry");
const HOUSING: Both = ("区住房和建设局", "Bureau of Housing and Construction");
const EDUCATION: Both = ("区教育局", "Bureau of Education");
const HEALTH: Both = ("区卫生健康局", "Bureau of Health");
const JOBS: Both = ("区人力资源局", "Bureau of Employment");
const ECOLOGY: Both = ("区生态环境局", "Bureau of Ecology and Environment");
const PARKS: Both = ("区城市管理局", "Bureau of Urban Management");
const DATA: Both = ("区政务服务和数据管理局", "Bureau of Government Services and Data");
const SAFETY: Both = ("区应急管理局", "Bureau of Emergency Management");

/// Every metric, in the order of the actions; those of the whole district first.
pub(crate) fn all() -> Vec<Metric> {
    let mut all = district::metrics();
    for more in [industry::metrics(), renewal::metrics(), wellbeing::metrics(), green::metrics(), digital::metrics()] {
        all.extend(more);
    }
    all
}
