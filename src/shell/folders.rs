//! Where the system keeps settings and state: by the XDG Base Directory Specification, and as usual on Windows.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The folder of the program in either.
const NAME: &str = "xinhuo";

/// The settings file, whether it is there or not; none where the system tells of no home.
pub(super) fn settings() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join(NAME).join("config.toml"))
}

/// The file that remembers what the next start goes on from.
pub(super) fn state() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    // Windows has no folder for state; that for caches stays on the machine as well.
    let folder = folders.state_dir().unwrap_or_else(|| folders.cache_dir());
    Some(folder.join(NAME).join("state.toml"))
}
