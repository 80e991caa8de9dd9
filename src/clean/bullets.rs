//! Lines that begin with the same bullet are a list, whether breaks or paragraphs part them.
//!
//! `<p>• a<br>• b</p><p>• c</p>` → `<ul><li>a</li><li>b</li><li>c</li></ul>`

use super::Context;
use crate::dom::{Tag, Tree, TreeId};
use crate::trace::Trace;

/// Signs that begin items and nothing else: dashes begin speech, asterisks notes.
const BULLETS: [char; 11] = ['•', '◦', '▪', '▫', '‣', '●', '■', '∙', '⁃', '►', '▸'];

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    for parent in std::iter::once(TreeId::ROOT).chain(tree.all()) {
        if !tree.children(parent).any(|child| bullet_of(tree, child).is_some()) {
            continue;
        }
        let children: Vec<TreeId> = tree.children(parent).collect();
        let mut out = Vec::with_capacity(children.len());
        let mut rest = children.as_slice();
        while let Some((&child, after)) = rest.split_first() {
            let Some(bullet) = bullet_of(tree, child) else {
                out.push(child);
                rest = after;
                continue;
            };
            let is_part = |id: &&TreeId| tree.is_blank_text(**id) || bullet_of(tree, **id) == Some(bullet);
            let (run, after) = rest.split_at(rest.iter().take_while(is_part).count());
            rest = after;
            let lines: Vec<Vec<TreeId>> = run.iter().flat_map(|&id| lines(tree, id)).collect();
            if lines.len() > 1 {
                out.push(list(tree, lines, bullet, trace));
            } else {
                out.extend(run);
            }
        }
        tree.set_children(parent, out);
    }
}

/// The bullet that all lines of a paragraph begin with.
fn bullet_of(tree: &Tree, paragraph: TreeId) -> Option<char> {
    // Most paragraphs begin with a word.
    let first = tree.children(paragraph).find(|&id| tree.tag(id) != Tag::Br && !tree.is_blank_text(id))?;
    bullet(tree, &[first])?;
    let mut lines = lines(tree, paragraph).into_iter();
    let bullet = bullet(tree, &lines.next()?)?;
    lines.all(|line| self::bullet(tree, &line) == Some(bullet)).then_some(bullet)
}

fn bullet(tree: &Tree, line: &[TreeId]) -> Option<char> {
    let first = tree.node(*line.first()?);
    let bullet = first.text.trim_start().chars().next()?;
    (first.tag == Tag::Text && BULLETS.contains(&bullet)).then_some(bullet)
}

/// The lines of a paragraph, without white space around them.
fn lines(tree: &Tree, paragraph: TreeId) -> Vec<Vec<TreeId>> {
    if tree.tag(paragraph) != Tag::P {
        return Vec::new();
    }
    let all: Vec<TreeId> = tree.children(paragraph).collect();
    let lines = all.split(|&id| tree.tag(id) == Tag::Br);
    let lines =
        lines.map(|line| line.iter().copied().skip_while(|&id| tree.is_blank_text(id)).collect::<Vec<TreeId>>());
    lines.filter(|line| !line.is_empty()).collect()
}

fn list(tree: &mut Tree, lines: Vec<Vec<TreeId>>, bullet: char, trace: &mut Trace) -> TreeId {
    let list = tree.element(Tag::Ul, Vec::new());
    for line in lines {
        if let Some(&first) = line.first() {
            let text = tree.node(first).text.trim_start().trim_start_matches(bullet).trim_start().to_string();
            trace.cut(tree, first, bullet.encode_utf8(&mut [0; 4]), "a bullet, which the list shows");
            tree.node_mut(first).text = text;
        }
        let item = tree.element(Tag::Li, Vec::new());
        tree.append(list, item);
        for id in line {
            tree.append(item, id);
        }
    }
    list
}
