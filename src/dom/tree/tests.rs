use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
enum Change {
    Append(usize, usize),
    InsertBefore(usize, usize),
    Detach(usize),
    Unwrap(usize),
    MoveChildren(usize, usize),
    UnwrapEvery(usize),
}

fn change() -> impl Strategy<Value = Change> {
    const NODES: std::ops::Range<usize> = 1..12;
    prop_oneof![
        4 => (0..12usize, NODES).prop_map(|(parent, id)| Change::Append(parent, id)),
        2 => (NODES, NODES).prop_map(|(next, id)| Change::InsertBefore(next, id)),
        1 => NODES.prop_map(Change::Detach),
        1 => NODES.prop_map(Change::Unwrap),
        1 => (NODES, NODES).prop_map(|(from, to)| Change::MoveChildren(from, to)),
        1 => (2..5usize).prop_map(Change::UnwrapEvery),
    ]
}

proptest! {
    #[test]
    fn links_stay_right(changes in prop::collection::vec(change(), 0..60)) {
        let mut tree = Tree::default();
        let ids: Vec<TreeId> = (1..12).map(|_| tree.element(Tag::P, Vec::new())).collect();
        let ids = [vec![TreeId::ROOT], ids].concat();
        let is_within = |tree: &Tree, id: TreeId, top: TreeId| id == top || tree.within(top).any(|other| other == id);
        for change in changes {
            match change {
                // No rule puts a node into itself.
                Change::Append(parent, id) if !is_within(&tree, ids[parent], ids[id]) => tree.append(ids[parent], ids[id]),
                Change::InsertBefore(next, id) if !is_within(&tree, ids[next], ids[id]) => {
                    tree.insert_before(ids[next], ids[id]);
                }
                Change::MoveChildren(from, to) if !is_within(&tree, ids[to], ids[from]) => {
                    tree.move_children(ids[from], ids[to]);
                }
                Change::Detach(id) => tree.detach(ids[id]),
                Change::Unwrap(id) => tree.unwrap(ids[id]),
                Change::UnwrapEvery(n) => tree.unwrap_where(|_, id| (id.0.get() as usize).is_multiple_of(n)),
                _ => {}
            }
            for &id in &ids {
                let children: Vec<TreeId> = tree.children(id).collect();
                let mut backwards: Vec<TreeId> = tree.children(id).rev().collect();
                backwards.reverse();
                prop_assert_eq!(&children, &backwards);
                prop_assert!(children.iter().all(|&child| tree.parent(child) == id && tree.has_parent(child)));
                let inside: Vec<TreeId> = children.iter().flat_map(|&child| [vec![child], tree.descendants(child)].concat()).collect();
                prop_assert_eq!(tree.descendants(id), inside);
            }
            prop_assert_eq!(tree.all(), tree.descendants(TreeId::ROOT));
        }
    }
}
