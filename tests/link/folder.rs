//! The private folder: whatever others could look into is refused.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use xinhuo::domain::Lang;
use xinhuo::lang::messages;
use xinhuo::model::show::{Cue, Step, Steps};
use xinhuo::shell::link::{Folder, FolderFault, Link, LinkError, peer_id};

use crate::terminal::{Place, first};

fn fault(path: &std::path::Path) -> Option<FolderFault> {
    match Folder::at(path.to_owned()) {
        Err(LinkError::Folder(named, fault)) => {
            assert_eq!(named, path);
            Some(fault)
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => None,
    }
}

fn set_mode(path: &std::path::Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_is_made_for_its_owner_alone() {
    let place = Place::new();
    assert_eq!(fault(&place.path()), None);
    assert_eq!(fs::metadata(place.path()).unwrap().permissions().mode() & 0o777, 0o700);
    let link = Link::open(place.folder(), first("tour", 12, peer_id()), |_| {}).unwrap();
    assert_eq!(fs::metadata(place.socket()).unwrap().permissions().mode() & 0o777, 0o600);
    drop(link);
}

#[test]
fn a_folder_that_others_could_use_is_refused() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    for mode in [0o777, 0o755, 0o750, 0o701, 0o710] {
        set_mode(&place.path(), mode);
        assert_eq!(fault(&place.path()), Some(FolderFault::Open), "{mode:o}");
    }
    set_mode(&place.path(), 0o700);
    assert_eq!(fault(&place.path()), None);
    set_mode(&place.0, 0o777);
    assert_eq!(fault(&place.path()), Some(FolderFault::Open), "others could put another one in its place");
    set_mode(&place.0, 0o1777);
    assert_eq!(fault(&place.path()), None);
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let place = Place::new();
    let (real, link, file) = (place.0.join("real"), place.0.join("link"), place.0.join("file"));
    assert_eq!(fault(&real), None);
    symlink(&real, &link).unwrap();
    assert_eq!(fault(&link), Some(FolderFault::NoFolder));
    fs::write(&file, "").unwrap();
    assert_eq!(fault(&file), Some(FolderFault::NoFolder));
}

#[test]
fn what_cannot_be_told_is_said_at_once() {
    let place = Place::new();
    let long = place.0.join("x".repeat(80));
    let refused = Link::open(Folder::at(long).unwrap(), first("tour", 12, peer_id()), |_| {}).unwrap_err();
    assert!(matches!(&refused, LinkError::Folder(_, FolderFault::TooLong)), "{refused:?}");
    let id = "a".repeat(2000);
    let steps = Steps::new(vec![Step::default()]).unwrap();
    let cue = Cue::new(id.as_str().into(), "tour".into(), &steps, Lang::Zh, peer_id());
    let too_large = Link::open(place.folder(), cue, |_| {}).unwrap_err();
    assert!(matches!(&too_large, LinkError::TooLarge), "{too_large:?}");
    for lang in Lang::ALL {
        let shell = &messages(lang).shell;
        let said = [&refused, &too_large, &LinkError::Unavailable].map(|error| error.told().told(shell));
        assert!(said[0].contains("xxxx") && said[1] != said[2], "{said:?}");
    }
}
