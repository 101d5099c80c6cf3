//! The document as it stands in the file: every value with its bytes.

use std::ops::Range;

use super::path::{Path, Step};
use crate::domain::id::Id;
use crate::domain::visible::visible;

/// The longest name that a path shows in full; longer ids give way to the position.
const LONGEST: usize = 60;

/// The position of a node in its tree.
pub(super) type NodeId = usize;

/// A document. The nodes lie in one list, so that no depth of nesting can exhaust the stack.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// One value.
#[derive(Debug)]
pub(super) struct Node {
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether something in it was broken, so that its content is not to be relied on.
    pub(super) broken: bool,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Bool,
    /// A number; its characters are those of the span.
    Number,
    /// A string with its escapes resolved.
    Text(String),
    Array(Vec<NodeId>),
    Object(Vec<Member>),
}

/// A field of an object.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) value: NodeId,
}

impl Tree {
    /// Adds a node.
    pub(super) fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// A node.
    pub(super) fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// A node, to be changed.
    pub(super) fn get_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.nodes.get_mut(id)
    }

    /// The first field of that name.
    pub(super) fn member(&self, object: NodeId, name: &str) -> Option<&Member> {
        match &self.get(object)?.kind {
            Kind::Object(members) => members.iter().find(|member| member.key == name),
            _ => None,
        }
    }

    /// The bytes that a fault at `path` points at; where the value is missing, the bracket of what should hold it.
    pub(super) fn locate(&self, root: NodeId, path: &Path) -> Range<usize> {
        let (Ok(at) | Err(at)) = self.follow(root, path);
        self.point(at)
    }

    /// Whether there is a value at `path`.
    pub(super) fn holds(&self, root: NodeId, path: &Path) -> bool {
        self.follow(root, path).is_ok()
    }

    /// The value at `path`; the last one on the way there where it is missing.
    fn follow(&self, root: NodeId, path: &Path) -> Result<NodeId, NodeId> {
        path.0.iter().try_fold(root, |at, step| {
            let next = match (step, self.get(at).map(|node| &node.kind)) {
                (Step::Field(name), _) => self.member(at, name).map(|member| member.value),
                (Step::Item(index), Some(Kind::Array(items))) => items.get(*index).copied(),
                _ => None,
            };
            next.ok_or(at)
        })
    }

    /// The innermost value that an offset lies in; a key belongs to its value.
    pub(super) fn path_at(&self, root: NodeId, offset: usize) -> Path {
        let (mut at, mut path) = (root, Path::default());
        while let Some(node) = self.get(at) {
            let next = match &node.kind {
                Kind::Array(items) => {
                    let after = items.partition_point(|id| self.get(*id).is_some_and(|node| node.span.start <= offset));
                    after.checked_sub(1).and_then(|nth| Some((Step::from(nth), *items.get(nth)?)))
                }
                Kind::Object(members) => {
                    let after = members.partition_point(|member| member.key_span.start <= offset);
                    let member = after.checked_sub(1).and_then(|nth| members.get(nth));
                    member.map(|member| (Step::Field(member.key.clone().into()), member.value))
                }
                _ => None,
            };
            let inside = |id: NodeId| self.get(id).is_some_and(|node| offset < node.span.end);
            let Some((step, id)) = next.filter(|(_, id)| inside(*id)) else { break };
            path.0.push(step);
            at = id;
        }
        path
    }

    /// Marks the scalars that overlap one of these stretches, which are in order.
    pub(super) fn mark_broken(&mut self, broken: &[Range<usize>]) {
        for node in &mut self.nodes {
            if matches!(node.kind, Kind::Array(_) | Kind::Object(_)) {
                continue;
            }
            let first = broken.partition_point(|range| range.end <= node.span.start);
            node.broken |= broken.get(first).is_some_and(|range| range.start < node.span.end);
        }
    }

    /// The bytes of a scalar, the opening bracket of anything else.
    fn point(&self, id: NodeId) -> Range<usize> {
        match self.get(id) {
            Some(Node { span, kind: Kind::Array(_) | Kind::Object(_), .. }) => span.start..span.start + 1,
            Some(node) => node.span.clone(),
            None => 0..0,
        }
    }

    /// The path for people: entries by their ids where they have usable ones, by their positions otherwise.
    pub(super) fn name(&self, root: NodeId, path: &Path) -> String {
        let (mut at, mut out) = (Some(root), String::new());
        for (nth, step) in path.0.iter().enumerate() {
            match step {
                Step::Field(name) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    out.push_str(&visible(&name.chars().take(LONGEST).collect::<String>()));
                    // Only what is followed further is looked up: an object may have any number of unknown fields.
                    let further = at.filter(|_| nth + 1 < path.0.len());
                    at = further.and_then(|at| self.member(at, name)).map(|member| member.value);
                }
                Step::Item(index) => {
                    at = match at.and_then(|at| self.get(at)).map(|node| &node.kind) {
                        Some(Kind::Array(items)) => items.get(*index).copied(),
                        _ => None,
                    };
                    let id = at.and_then(|at| self.id_of(at)).map(str::to_owned);
                    out.push('[');
                    out.push_str(&id.unwrap_or_else(|| index.to_string()));
                    out.push(']');
                }
            }
        }
        out
    }

    /// The id of an entry, where it has one of the right form.
    fn id_of(&self, object: NodeId) -> Option<&str> {
        match &self.get(self.member(object, "id")?.value)?.kind {
            Kind::Text(id) if id.len() <= LONGEST && Id::is_valid(id) => Some(id),
            _ => None,
        }
    }
}
