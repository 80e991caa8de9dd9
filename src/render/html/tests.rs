use crate::dom::{Attr, Tag, Tree, TreeId};

use super::serialise;

#[test]
fn text_and_attributes_are_escaped() {
    let mut tree = Tree::default();
    let image = tree.element(Tag::Img, vec![(Attr::Alt, "<\"&'\u{a0}é>".to_string())]);
    let text = tree.text_node("<\"&'\u{a0}é>".to_string());
    tree.append(TreeId::ROOT, image);
    tree.append(TreeId::ROOT, text);
    assert_eq!(serialise(&tree), "<img alt=\"&lt;&quot;&amp;'&nbsp;é&gt;\">&lt;\"&amp;'&nbsp;é&gt;");
}

#[test]
fn deep_trees_are_walked_without_recursion() {
    let mut tree = Tree::default();
    let mut at = TreeId::ROOT;
    for _ in 0..100_000 {
        let inner = tree.element(Tag::B, Vec::new());
        tree.append(at, inner);
        at = inner;
    }
    assert_eq!(serialise(&tree).len(), 100_000 * "<b></b>".len());
}
