//! Which keys ask for which command, and the check that no two want the same.

use super::command::{Command, Scope};
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
    /// The shorter sequence and its command.
    pub shorter: (Vec<Key>, Command),
    /// The longer sequence, or one just as long, and its command.
    pub longer: (Vec<Key>, Command),
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

    /// The same with other keys for a command, none of its own any more.
    #[must_use]
    pub fn with(mut self, command: Command, sequences: &[Vec<Key>]) -> Self {
        let at = self.bindings.iter().position(|(_, bound)| *bound == command).unwrap_or(self.bindings.len());
        self.bindings.retain(|(_, bound)| *bound != command);
        let at = at.min(self.bindings.len());
        self.bindings.splice(at..at, sequences.iter().map(|keys| (keys.clone(), command)));
        self
    }

    /// What the keys typed so far mean where commands of a scope are heard.
    pub fn meaning(&self, scope: Scope, typed: &[Key]) -> Meaning {
        let mut heard = self.bindings.iter().filter(|(_, command)| command.scope().meets(scope));
        if let Some((_, command)) = heard.clone().find(|(keys, _)| keys == typed) {
            return Meaning::Command(*command);
        }
        if heard.any(|(keys, _)| keys.starts_with(typed)) { Meaning::Prefix } else { Meaning::Unknown }
    }

    /// The sequences bound to a command, the first one first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |(_, bound)| *bound == command).map(|(keys, _)| written(keys))
    }

    /// The same as keys.
    pub fn sequences_of(&self, command: Command) -> impl Iterator<Item = &[Key]> {
        self.bindings.iter().filter(move |(_, bound)| *bound == command).map(|(keys, _)| keys.as_slice())
    }

    /// Every pair of bindings of which one hides the other: the same keys, or one the beginning of the other.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (at, (keys, command)) in self.bindings.iter().enumerate() {
            for (other, (others, second)) in self.bindings.iter().enumerate() {
                let meet = command.scope().meets(second.scope());
                let hides = meet && others.starts_with(keys) && (others.len() > keys.len() || at < other);
                if at != other && hides {
                    found.push(Conflict { shorter: (keys.clone(), *command), longer: (others.clone(), *second) });
                }
            }
        }
        found
    }
}

/// A sequence as it is written in help and in settings.
pub fn written(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
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
        assert_eq!(keymap.meaning(Scope::Desk, &[g]), Meaning::Prefix);
        assert_eq!(keymap.meaning(Scope::Desk, &[g, g]), Meaning::Command(Command::First));
        assert_eq!(keymap.meaning(Scope::Desk, &["G".parse().unwrap()]), Meaning::Command(Command::Last));
        assert_eq!(keymap.meaning(Scope::Show, &["j".parse().unwrap()]), Meaning::Command(Command::StepOn));
        assert_eq!(keymap.meaning(Scope::Desk, &["j".parse().unwrap()]), Meaning::Command(Command::Down));
        assert_eq!(keymap.meaning(Scope::Show, &["q".parse().unwrap()]), Meaning::Prefix);
        assert_eq!(keymap.meaning(Scope::Desk, &["Ctrl-y".parse().unwrap()]), Meaning::Unknown);
    }

    #[test]
    fn a_prefix_is_a_conflict_too() {
        let key = |text: &str| text.parse::<Key>().unwrap();
        let keymap =
            Keymap { bindings: vec![(vec![key("g")], Command::Up), (vec![key("g"), key("g")], Command::First)] };
        let found = keymap.conflicts();
        let commands: Vec<_> = found.iter().map(|it| (it.shorter.1, it.longer.1)).collect();
        assert_eq!(commands, [(Command::Up, Command::First)]);
    }

    #[test]
    fn other_keys_take_the_place_of_the_defaults() {
        let keys = |text: &str| vec![text.parse::<Key>().unwrap()];
        let keymap = Keymap::default().with(Command::Sort, &[keys("Alt-s"), keys("Alt-o")]).with(Command::Mark, &[]);
        assert_eq!(keymap.keys_of(Command::Sort).collect::<Vec<_>>(), ["Alt-s", "Alt-o"]);
        assert_eq!(keymap.keys_of(Command::Mark).count(), 0);
        assert_eq!(
            (keymap.meaning(Scope::Desk, &keys("s")), keymap.meaning(Scope::Desk, &keys("m"))),
            (Meaning::Unknown, Meaning::Unknown)
        );
        assert_eq!(keymap.meaning(Scope::Desk, &keys("Alt-o")), Meaning::Command(Command::Sort));
        // Nor is a command lost that had none.
        let keymap = keymap.with(Command::Mark, &[keys("m")]);
        assert_eq!(keymap.meaning(Scope::Desk, &keys("m")), Meaning::Command(Command::Mark));
    }
}
