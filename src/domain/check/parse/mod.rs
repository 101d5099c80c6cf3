//! A reader of JSON that tells every fault of syntax and reads on where it is plain what was meant.
//!
//! The strict reader stops at the first fault; a clerk who mends a file wants all of them. Where it is not plain what
//! was meant, this one stops too: what it would find behind that point would be its own invention.

mod scalar;

use std::ops::Range;

use super::fault::Role;
use super::kind::FaultKind;
use super::terms::Syntax;
use super::tree::{Kind, Member, Node, NodeId, Tree};

/// With more faults of syntax than this, the file is no JSON to be mended.
const MAX_FAULTS: usize = 50;

/// A fault with its bytes.
#[derive(Debug)]
pub(super) struct RawFault {
    pub(super) kind: FaultKind,
    pub(super) span: Range<usize>,
    pub(super) related: Vec<(Range<usize>, Role)>,
}

/// What was read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) tree: Tree,
    pub(super) root: Option<NodeId>,
    pub(super) faults: Vec<RawFault>,
    /// Whether the document was read to its end, be it with repairs.
    pub(super) complete: bool,
}

/// Reads a document.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser { text, at: 0, tree: Tree::default(), root: None, faults: Vec::new(), stack: Vec::new() };
    let complete = parser.document().is_ok();
    Parsed { tree: parser.tree, root: parser.root, faults: parser.faults, complete }
}

/// There is no reading on.
struct Stop;

/// Where the reader is inside an object or a list.
#[derive(Clone, Copy)]
enum Slot {
    /// Behind the opening bracket.
    Start,
    /// Behind the comma at this offset.
    Comma(usize),
    /// Behind an entry that ends at this offset.
    Entry(usize),
}

struct Frame {
    node: NodeId,
    object: bool,
    slot: Slot,
}

impl Frame {
    fn brackets(&self) -> (char, char) {
        if self.object { ('{', '}') } else { ('[', ']') }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    tree: Tree,
    root: Option<NodeId>,
    faults: Vec<RawFault>,
    stack: Vec<Frame>,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), Stop> {
        self.skip_blank()?;
        if self.peek().is_none() {
            return self.stop(Syntax::Empty, 0..0);
        }
        self.root = Some(self.value()?);
        while !self.stack.is_empty() {
            self.entry()?;
        }
        self.skip_blank()?;
        match self.peek() {
            Some(character) => self.fault(Syntax::TrailingData, self.at..self.at + character.len_utf8()),
            None => Ok(()),
        }
    }

    /// Reads on inside the innermost object or list: a closing bracket, a comma, or an entry.
    fn entry(&mut self) -> Result<(), Stop> {
        self.skip_blank()?;
        let Some(frame) = self.stack.last() else { return Ok(()) };
        let (object, slot) = (frame.object, frame.slot);
        let Some(character) = self.peek() else { return self.end() };
        let here = self.at..self.at + character.len_utf8();
        match (character, slot) {
            ('}' | ']', _) => self.close(character, slot, here),
            (',' | '，' | '、' | ';' | '；', Slot::Entry(_)) => {
                match character {
                    ',' => {}
                    ';' => self.fault(Syntax::Unexpected(';'), here.clone())?,
                    found => self.fault(Syntax::FullWidth { found, wanted: ',' }, here.clone())?,
                }
                self.at = here.end;
                self.set_slot(Slot::Comma(here.start));
                Ok(())
            }
            (',', _) => {
                self.at = here.end;
                self.fault(Syntax::Unexpected(','), here)
            }
            ('{', Slot::Comma(at) | Slot::Entry(at)) if object && self.in_list() => self.missing_brace(at),
            _ => {
                if !begins_value(character) {
                    return self.stop(Syntax::Unexpected(character), here);
                }
                if let Slot::Entry(end) = slot {
                    self.fault(Syntax::MissingComma, end..end)?;
                }
                if object { self.member() } else { self.item() }
            }
        }
    }

    fn close(&mut self, close: char, slot: Slot, here: Range<usize>) -> Result<(), Stop> {
        let Some(frame) = self.stack.last() else { return Ok(()) };
        let (node, (open, wanted)) = (frame.node, frame.brackets());
        if let (']', Slot::Comma(at) | Slot::Entry(at)) = (close, slot)
            && self.in_list()
            && self.list_ends(here.end)
        {
            self.missing_brace(at)?;
            // Behind the object that is closed now, not behind a comma.
            self.set_slot(Slot::Entry(at));
            return Ok(());
        }
        if close != wanted {
            let opening = self.opening(node);
            self.raise(FaultKind::Syntax(Syntax::Mismatched { open, close }), here, opening)?;
            return Err(Stop);
        }
        if let Slot::Comma(comma) = slot {
            self.fault(Syntax::TrailingComma, comma..comma + 1)?;
        }
        self.at = here.end;
        self.stack.pop();
        if let Some(node) = self.tree.get_mut(node) {
            node.span.end = here.end;
        }
        self.set_slot(Slot::Entry(here.end));
        Ok(())
    }

    /// Whether an object is open that is an entry of a list.
    fn in_list(&self) -> bool {
        matches!(self.stack.as_slice(), [.., Frame { object: false, .. }, Frame { object: true, .. }])
    }

    /// Whether what follows a closing bracket shows that it does close a list of an object.
    fn list_ends(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default().trim_start();
        let next = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        rest.is_empty() || rest.starts_with('}') || next.starts_with('"')
    }

    /// Closes the object that should have been closed before `at`, and goes on in its list.
    fn missing_brace(&mut self, at: usize) -> Result<(), Stop> {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        let opening = self.opening(frame.node);
        if let Some(node) = self.tree.get_mut(frame.node) {
            // The place of the brace belongs to the object.
            node.span.end = at + 1;
        }
        self.set_slot(Slot::Comma(at));
        self.raise(FaultKind::Syntax(Syntax::MissingBrace), at..at, opening)
    }

    fn member(&mut self) -> Result<(), Stop> {
        let (key, key_span) = self.key()?;
        self.skip_blank()?;
        match self.peek() {
            Some(':') => self.at += 1,
            Some('：') => {
                let span = self.at..self.at + '：'.len_utf8();
                self.at = span.end;
                self.fault(Syntax::FullWidth { found: '：', wanted: ':' }, span)?;
            }
            Some(character) if begins_value(character) => {
                self.fault(Syntax::MissingColon, key_span.end..key_span.end)?;
            }
            Some(character) => {
                return self.stop(Syntax::Unexpected(character), self.at..self.at + character.len_utf8());
            }
            None => return self.end(),
        }
        self.skip_blank()?;
        let parent = self.stack.last().map(|frame| frame.node);
        let value = self.value()?;
        if let Some(Node { kind: Kind::Object(members), .. }) = parent.and_then(|id| self.tree.get_mut(id)) {
            members.push(Member { key, key_span, value });
        }
        Ok(())
    }

    fn item(&mut self) -> Result<(), Stop> {
        let parent = self.stack.last().map(|frame| frame.node);
        let value = self.value()?;
        if let Some(Node { kind: Kind::Array(items), .. }) = parent.and_then(|id| self.tree.get_mut(id)) {
            items.push(value);
        }
        Ok(())
    }

    /// Reads a scalar, or opens an object or a list.
    fn value(&mut self) -> Result<NodeId, Stop> {
        let start = self.at;
        let Some(first) = self.peek() else { return self.end().and(Err(Stop)) };
        if let '{' | '[' = first {
            let object = first == '{';
            let kind = if object { Kind::Object(Vec::new()) } else { Kind::Array(Vec::new()) };
            self.at += 1;
            // Until it is closed, everything that follows is inside.
            let node = self.tree.push(Node { span: start..self.text.len(), kind, broken: false });
            self.stack.push(Frame { node, object, slot: Slot::Start });
            return Ok(node);
        }
        let (kind, broken) = self.scalar(first)?;
        self.set_slot(Slot::Entry(self.at));
        Ok(self.tree.push(Node { span: start..self.at, kind, broken }))
    }

    /// Skips white space; tells comments, control characters and exotic blanks, and skips them too.
    fn skip_blank(&mut self) -> Result<(), Stop> {
        while let Some(character) = self.peek() {
            let here = self.at..self.at + character.len_utf8();
            match character {
                ' ' | '\t' | '\n' | '\r' => self.at = here.end,
                '/' => match self.comment_end() {
                    Some(end) => {
                        self.at = end;
                        self.fault(Syntax::Comment, here.start..end)?;
                    }
                    None => return Ok(()),
                },
                _ if crate::domain::visible::is_control(character) => {
                    self.at = here.end;
                    self.raise(FaultKind::ControlCharacter { character }, here, Vec::new())?;
                }
                '\u{feff}' | '\u{200b}' => {
                    self.at = here.end;
                    self.fault(Syntax::Unexpected(character), here)?;
                }
                _ if character.is_whitespace() => {
                    self.at = here.end;
                    self.fault(Syntax::FullWidth { found: character, wanted: ' ' }, here)?;
                }
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    /// The end of the comment that begins here, if one does.
    fn comment_end(&self) -> Option<usize> {
        let rest = self.rest();
        let len = if rest.starts_with("//") {
            rest.find(['\r', '\n']).unwrap_or(rest.len())
        } else {
            rest.strip_prefix("/*")?.find("*/")? + 4
        };
        Some(self.at + len)
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn set_slot(&mut self, slot: Slot) {
        if let Some(frame) = self.stack.last_mut() {
            frame.slot = slot;
        }
    }

    fn opening(&self, node: NodeId) -> Vec<(Range<usize>, Role)> {
        let start = self.tree.get(node).map(|node| node.span.start);
        start.map(|start| (start..start + 1, Role::Opening)).into_iter().collect()
    }

    /// Tells that the file ends too early.
    fn end(&mut self) -> Result<(), Stop> {
        let end = self.text.trim_end().len();
        let open = self.stack.last().map(|frame| (frame.node, frame.brackets().0));
        let related = open.map(|(node, _)| self.opening(node)).unwrap_or_default();
        self.raise(FaultKind::Syntax(Syntax::UnexpectedEnd(open.map(|(_, bracket)| bracket))), end..end, related)?;
        Err(Stop)
    }

    fn fault(&mut self, syntax: Syntax, span: Range<usize>) -> Result<(), Stop> {
        self.raise(FaultKind::Syntax(syntax), span, Vec::new())
    }

    fn stop<T>(&mut self, syntax: Syntax, span: Range<usize>) -> Result<T, Stop> {
        self.fault(syntax, span)?;
        Err(Stop)
    }

    fn raise(&mut self, kind: FaultKind, span: Range<usize>, related: Vec<(Range<usize>, Role)>) -> Result<(), Stop> {
        // Control characters are not of the syntax: a file may be full of them and still be plain.
        let syntax = matches!(kind, FaultKind::Syntax(_));
        self.faults.push(RawFault { kind, span, related });
        if syntax && self.faults.iter().filter(|fault| matches!(fault.kind, FaultKind::Syntax(_))).count() > MAX_FAULTS
        {
            return Err(Stop);
        }
        Ok(())
    }
}

/// Whether a value, or something that was meant as one, can begin with this character.
fn begins_value(character: char) -> bool {
    matches!(character, '"' | '\'' | '{' | '[' | '-' | '+' | '.' | '_') || character.is_ascii_alphanumeric()
}
