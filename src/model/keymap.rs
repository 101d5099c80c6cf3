//! Which keys ask for which command, and the check that no two want the same.

use super::command::Command;
use super::key::{Key, KeyError};

/// The keys of every command: one or more sequences each.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<(Vec<Key>, Command)>,
}

/// What a sequence of keys means so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A command.
    Command(Command),
    /// The beginning of a longer sequence.
    Prefix,
    /// Nothing.
    Unknown,
}

/// Two bindings that cannot both be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The command with the shorter sequence.
    pub shorter: Command,
    /// The command with the longer sequence, or one just as long.
    pub longer: Command,
}

impl Default for Keymap {
    /// The keys as the commands declare them; a test holds that every one of them can be read.
    fn default() -> Self {
        Self::from_declarations().unwrap_or(Self { bindings: Vec::new() })
    }
}

impl Keymap {
    /// Reads the default keys of every command.
    pub fn from_declarations() -> Result<Self, KeyError> {
        let mut bindings = Vec::new();
        for &command in Command::ALL {
            for sequence in command.default_keys().split("  ") {
                let keys = sequence.split(' ').map(str::parse).collect::<Result<Vec<Key>, _>>()?;
                bindings.push((keys, command));
            }
        }
        Ok(Self { bindings })
    }

    /// What the keys typed so far mean.
    pub fn meaning(&self, typed: &[Key]) -> Meaning {
        if let Some((_, command)) = self.bindings.iter().find(|(keys, _)| keys == typed) {
            return Meaning::Command(*command);
        }
        if self.bindings.iter().any(|(keys, _)| keys.starts_with(typed)) { Meaning::Prefix } else { Meaning::Unknown }
    }

    /// The sequences bound to a command, the first one first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings
            .iter()
            .filter(move |(_, bound)| *bound == command)
            .map(|(keys, _)| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    /// Every pair of bindings of which one hides the other: the same keys, or one the beginning of the other.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (at, (keys, command)) in self.bindings.iter().enumerate() {
            for (other, (others, second)) in self.bindings.iter().enumerate() {
                let hides = others.starts_with(keys) && (others.len() > keys.len() || at < other);
                if at != other && hides {
                    found.push(Conflict { shorter: *command, longer: *second });
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_keys_and_none_hides_another() {
        let keymap = Keymap::from_declarations().unwrap();
        for &command in Command::ALL {
            assert!(keymap.keys_of(command).next().is_some(), "{command:?}");
        }
        assert_eq!(keymap.conflicts(), []);
    }

    #[test]
    fn a_sequence_is_known_by_its_beginning() {
        let keymap = Keymap::default();
        let g: Key = "g".parse().unwrap();
        assert_eq!(keymap.meaning(&[g]), Meaning::Prefix);
        assert_eq!(keymap.meaning(&[g, g]), Meaning::Command(Command::First));
        assert_eq!(keymap.meaning(&["G".parse().unwrap()]), Meaning::Command(Command::Last));
        assert_eq!(keymap.meaning(&["Ctrl-y".parse().unwrap()]), Meaning::Unknown);
    }

    #[test]
    fn a_prefix_is_a_conflict_too() {
        let key = |text: &str| text.parse::<Key>().unwrap();
        let keymap =
            Keymap { bindings: vec![(vec![key("g")], Command::Up), (vec![key("g"), key("g")], Command::First)] };
        assert_eq!(keymap.conflicts(), [Conflict { shorter: Command::Up, longer: Command::First }]);
    }
}
