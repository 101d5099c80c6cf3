//! The tabs: overview, the actions, metrics, honours, the timeline where anything has a date, sources; the datasets where
//! there are several.

use crate::domain::{Address, District};
use crate::model::command::Tab;
use crate::model::{Command, Keymap, Model, Place, Trail, View};
use crate::screens::{self, Context};
use crate::ui::frame;
use crate::ui::theme::Role;

/// So many tabs have a key of their own; a last one beyond them has the key of the last.
const NUMBERED: usize = 9;

/// The addresses of the tabs, in order.
pub(super) fn addresses(district: &District) -> Vec<Address> {
    let actions = district.data().actions.iter().map(|action| Address::Action(action.id.clone()));
    let lists = [Address::Metrics, Address::Honours, Address::Timeline, Address::Sources, Address::Datasets];
    let lists = lists.into_iter().filter(|list| district.has(list));
    std::iter::once(Address::Overview).chain(actions).chain(lists).collect()
}

/// Which tab one is under: the last place of the trail that is one; a source is always under the sources.
pub(super) fn active(model: &Model) -> Option<usize> {
    let tabs = addresses(&model.district);
    if matches!(model.trail.here().address, Address::Source(_)) {
        return tabs.iter().position(|tab| *tab == Address::Sources);
    }
    model.trail.places().rev().find_map(|place| tabs.iter().position(|tab| *tab == place.address.base()))
}

/// The tabs as they are drawn: the first nine and, where there are more, the last one with the key that goes there.
pub(super) fn labels(cx: &Context<'_>, keymap: &Keymap) -> Vec<frame::Tab> {
    let tabs = addresses(cx.district);
    let count = tabs.len();
    let label = |(at, address): (usize, Address)| {
        let place = Place::new(address);
        let role = match &place.address {
            Address::Action(id) => cx.district.action_position(id).map_or(Role::Muted, Role::Hue),
            _ => Role::Muted,
        };
        let goes_there = |command: &&Command| match command.tab() {
            Some(Tab::At(tab)) => tab == at,
            Some(Tab::Last) => at >= NUMBERED && at + 1 == count,
            None => false,
        };
        let key = Command::ALL.iter().find(goes_there).and_then(|command| keymap.keys_of(*command).next());
        frame::Tab { key, name: screens::get(&place.address).title(cx, &place), role }
    };
    tabs.into_iter().enumerate().map(label).collect()
}

/// Goes to a tab; false where there is none.
pub(super) fn go(model: &mut Model, tab: Tab) -> bool {
    let tabs = addresses(&model.district);
    let at = match tab {
        Tab::At(at) => at,
        Tab::Last => tabs.len() - 1,
    };
    let Some(address) = tabs.into_iter().nth(at) else { return false };
    open(model, address);
    true
}

/// Goes to the next or the previous tab, round the end.
pub(super) fn step(model: &mut Model, forward: bool) {
    let count = addresses(&model.district).len();
    let at = active(model).unwrap_or(0);
    go(model, Tab::At(if forward { (at + 1) % count } else { (at + count - 1) % count }));
}

/// Opens a tab as it was left, straight below the overview.
fn open(model: &mut Model, address: Address) {
    let tabs = addresses(&model.district);
    // A table that a link has filtered is no tab that one has left so.
    let is_tab =
        |place: &&Place| place.view.tab || tabs.contains(&place.address) || place.address.rearranged().is_some();
    let left: Vec<(Address, Place)> =
        model.trail.places().take(2).filter(is_tab).map(|place| (place.address.base(), place.clone())).collect();
    model.tabs.extend(left);
    let remembered = |model: &Model, address: Address| {
        let view = View { tab: true, ..View::default() };
        model.tabs.get(&address).cloned().unwrap_or(Place { address, view })
    };
    model.trail = Trail::new(remembered(model, Address::Overview));
    if address != Address::Overview {
        let place = remembered(model, address);
        model.trail.push(place);
    }
}
