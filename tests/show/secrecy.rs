use proptest::prelude::*;
use xinhuo::app;
use xinhuo::domain::Lang;
use xinhuo::lang::messages;
use xinhuo::model::stage::Role;
use xinhuo::model::trouble::{Apart, Unopened, Unread};
use xinhuo::model::{Command, Event};

use crate::common::{BAOAN, SAMPLE};
use crate::following::KEYS;
use crate::room::Room;

/// What the audience must not read: stretches of every note, what has gone wrong, and how keys are told.
fn secrets(room: &Room, trouble: &str) -> Vec<String> {
    let stage = room.stage(0);
    let stretches = |note: &str| -> Vec<String> {
        let note: Vec<char> = note.chars().filter(|c| !c.is_whitespace()).collect();
        note.chunks(20).filter(|chunk| chunk.len() == 20).map(|chunk| chunk.iter().collect()).collect()
    };
    let mut secrets: Vec<String> = Vec::new();
    for lang in Lang::ALL {
        for slide in &stage.show.slides {
            secrets.extend(slide.notes.iter().flat_map(|note| stretches(note.get(lang))));
        }
        for command in
            [Command::StepOn, Command::Help, Command::EndShow, Command::Detour, Command::Quit, Command::Theme]
        {
            let key = room.desks[0].model.keymap.keys_of(command).next().unwrap();
            secrets.push(format!("{key}{}", command.name(messages(lang))).replace(' ', ""));
        }
    }
    // What stands in the dataset, such as a name or a definition, may be seen.
    let data = [BAOAN, SAMPLE].map(|json| {
        let mut json: serde_json::Value = serde_json::from_str(json).unwrap();
        json["briefings"] = serde_json::Value::Null;
        json.to_string().replace(char::is_whitespace, "")
    });
    secrets.retain(|secret| data.iter().all(|data| !data.contains(secret.as_str())));
    secrets.push(trouble.to_owned());
    secrets
}

fn assert_silent(room: &Room, secrets: &[String], told: &str) {
    let screen = room.screen(0).replace(char::is_whitespace, "");
    for secret in secrets {
        assert!(!screen.contains(secret.as_str()), "{told}: the audience reads {secret:?} in\n{}", room.screen(0));
    }
}

/// A dataset that cannot be read again.
fn unread() -> Unread {
    Unread::Unopened(Unopened::Missing("something has gone wrong".to_owned()))
}

#[test]
fn the_audience_reads_no_notes_keys_or_faults_over_a_whole_show() {
    let rooms = [(BAOAN, "80x24", Lang::Zh), (BAOAN, "100x30", Lang::En), (SAMPLE, "40x10", Lang::Zh)];
    for (json, size, lang) in rooms {
        let mut room = Room::of(json, lang, &[(Role::Audience, size), (Role::Console, "80x24")]);
        let secrets = secrets(&room, "somethinghasgonewrong");
        for step in 0..room.stage(0).steps.count() {
            for event in [
                Event::Apart(Some(Apart::Failed("something has gone wrong".to_owned()))),
                Event::Unread(unread()),
                Event::Peers(3),
            ] {
                app::update(&mut room.desks[0].model, event);
            }
            assert_silent(&room, &secrets, &format!("{size} step {step}"));
            for keys in ["?", "o Esc", "Ctrl-c Left", "d y ? \" a", "Esc Space"] {
                room.keys(0, keys);
                assert_silent(&room, &secrets, &format!("{size} step {step} after {keys}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_audience_reads_nothing_and_a_held_picture_stays(
        typed in proptest::collection::vec((0usize..2, 0usize..KEYS.len()), 1..60),
    ) {
        let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
        let secrets = secrets(&room, "somethinghasgonewrong");
        let mut held: Option<String> = None;
        for (at, key) in typed {
            room.keys(at, KEYS[key]);
            app::update(&mut room.desks[0].model, Event::Unread(unread()));
            if room.desks[0].model.stage.is_none() {
                break;
            }
            assert_silent(&room, &secrets, KEYS[key]);
            let cue = &room.stage(0).cue;
            let changes = matches!(KEYS[key], "z" | "b" | "." | "w");
            if cue.frozen.is_some() && cue.blank.is_none() {
                let screen = room.screen(0);
                if let Some(held) = held.as_ref().filter(|_| !changes) {
                    prop_assert_eq!(held, &screen, "after {}", KEYS[key]);
                }
                held = Some(screen);
            } else {
                held = None;
            }
        }
    }
}
