//! Where a value is inside the document, by names and positions.

use std::borrow::Cow;
use std::collections::HashSet;

/// One step down into the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// Into a field.
    Field(Cow<'static, str>),
    /// Into an entry of a list, from 0.
    Item(usize),
}

impl From<&'static str> for Step {
    fn from(name: &'static str) -> Self {
        Self::Field(Cow::Borrowed(name))
    }
}

impl From<usize> for Step {
    fn from(at: usize) -> Self {
        Self::Item(at)
    }
}

/// The steps from the top down to a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Path(pub(super) Vec<Step>);

impl Path {
    /// The path one step further.
    pub(super) fn then(&self, step: impl Into<Step>) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step.into());
        Self(steps)
    }
}

/// Builds a path from field names and positions.
macro_rules! steps {
    ($($step:expr),+ $(,)?) => { $crate::domain::check::path::Path(vec![$($crate::domain::check::path::Step::from($step)),+]) };
}
pub(super) use steps;

/// The values that are faulty in themselves: what is said about them by comparison would only repeat the fault.
#[derive(Debug, Default)]
pub(super) struct Taints {
    at: HashSet<Vec<Step>>,
    above: HashSet<Vec<Step>>,
    /// The lists of which an entry has lost its id.
    nameless: HashSet<String>,
}

impl Taints {
    /// Notes a faulty or missing value.
    pub(super) fn add(&mut self, path: &Path) {
        for len in 0..path.0.len() {
            self.above.insert(path.0.get(..len).unwrap_or_default().to_vec());
        }
        if let [Step::Field(list), Step::Item(_), rest @ ..] = path.0.as_slice()
            && (rest.is_empty() || rest == [Step::from("id")])
        {
            self.nameless.insert(list.to_string());
        }
        self.at.insert(path.0.clone());
    }

    /// Whether the value or anything that it is part of is faulty.
    pub(super) fn cover(&self, path: &Path) -> bool {
        !self.at.is_empty()
            && (0..=path.0.len()).any(|len| path.0.get(..len).is_some_and(|head| self.at.contains(head)))
    }

    /// Whether an entry of a list has lost its id.
    pub(super) fn nameless(&self, list: &str) -> bool {
        self.nameless.contains(list)
    }

    /// Whether the value, anything that it is part of or anything in it is faulty.
    pub(super) fn touch(&self, path: &Path) -> bool {
        self.cover(path) || self.above.contains(&path.0)
    }
}
