//! Short lists in order.

/// Puts items in the order of a key; those with equal keys stay in theirs.
///
/// By insertion: the standard library's sort is made for long lists and costs readers some five kilobytes
/// of program for each kind of item.
pub(crate) fn by_key<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let key_of_item = key(&item);
        let at = ordered.partition_point(|other| key(other) <= key_of_item);
        ordered.insert(at, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_items_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let ordered = by_key(items, |item| item.0);
        assert_eq!(ordered, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert!(by_key([] as [u8; 0], |item| *item).is_empty());
    }
}
