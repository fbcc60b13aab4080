//! `html!`, and what it has nodes put together by: Yew's nodes, as Yew's own macro makes them.
//!
//! Yew's macro writes all of this out at each element. Here it is compiled once, and an element is a few calls. Hosts of the
//! crate's components have nothing to do with it.

use std::rc::Rc;
use yew::html::{Classes, IntoPropValue};
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};

pub(crate) use sahel_explainer_markup::html;

/// Nodes in the making. Methods are called in the order of the notation.
pub(crate) struct Markup {
    /// Elements and lists that are begun, the innermost last.
    open: Vec<Open>,
    /// Children of all of those.
    nodes: Vec<VNode>,
}

/// An element or a list that is begun.
struct Open {
    tag: AttrValue,
    key: Option<Key>,
    node_ref: NodeRef,
    attributes: Attributes,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    /// Where its children begin.
    first: usize,
}

impl Markup {
    /// In a box, since each call then names it by a local variable: it is worth 3 kB of the program.
    #[expect(clippy::unnecessary_box_returns, reason = "see above")]
    #[inline(never)]
    pub(crate) fn new() -> Box<Self> {
        Box::new(Self { open: Vec::new(), nodes: Vec::new() })
    }

    /// The one node.
    #[expect(clippy::boxed_local, reason = "see `new`")]
    #[inline(never)]
    pub(crate) fn done(mut self: Box<Self>) -> VNode {
        self.nodes.pop().unwrap_or_default()
    }

    fn push(&mut self, tag: AttrValue, attributes: Attributes) {
        self.open.push(Open {
            tag,
            key: None,
            node_ref: NodeRef::default(),
            attributes,
            values: Vec::new(),
            listeners: Vec::new(),
            first: self.nodes.len(),
        });
    }

    /// Begins an element with attributes that never change.
    #[inline(never)]
    pub(crate) fn open(
        &mut self,
        tag: &'static str,
        attributes: &'static [(&'static str, AttributeOrProperty)],
    ) {
        self.push(AttrValue::Static(tag), Attributes::Static(attributes));
    }

    /// Begins an element with attributes of these names, whose values follow.
    #[inline(never)]
    pub(crate) fn open_with(&mut self, tag: &'static str, keys: &'static [&'static str]) {
        self.open_as(AttrValue::Static(tag), keys);
    }

    /// As [`open_with`](Self::open_with), with a tag that is not known before.
    #[inline(never)]
    pub(crate) fn open_as(&mut self, tag: AttrValue, keys: &'static [&'static str]) {
        self.push(tag, Attributes::Dynamic { keys, values: Box::default() });
        if let Some(open) = self.open.last_mut() {
            open.values.reserve_exact(keys.len());
        }
    }

    fn attribute(&mut self, value: Option<AttrValue>) {
        if let Some(open) = self.open.last_mut() {
            open.values.push(value.map(AttributeOrProperty::Attribute));
        }
    }

    #[inline(never)]
    pub(crate) fn word(&mut self, value: &'static str) {
        self.attribute(Some(AttrValue::Static(value)));
    }

    #[inline(never)]
    pub(crate) fn value(&mut self, value: impl IntoPropValue<Option<AttrValue>>) {
        self.attribute(value.into_prop_value());
    }

    #[inline(never)]
    pub(crate) fn class(&mut self, classes: impl Into<Classes>) {
        self.attribute(classes.into().into_prop_value());
    }

    #[inline(never)]
    pub(crate) fn flag(&mut self, name: &'static str, is_there: bool) {
        self.attribute(is_there.then_some(AttrValue::Static(name)));
    }

    #[inline(never)]
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(key.into());
        }
    }

    #[inline(never)]
    pub(crate) fn node_ref(&mut self, node_ref: impl IntoPropValue<NodeRef>) {
        if let Some(open) = self.open.last_mut() {
            open.node_ref = node_ref.into_prop_value();
        }
    }

    #[inline(never)]
    pub(crate) fn listener(&mut self, listener: Option<Rc<dyn Listener>>) {
        if let Some(open) = self.open.last_mut() {
            open.listeners.push(listener);
        }
    }

    /// A node, or several, or none.
    #[inline(never)]
    pub(crate) fn child(&mut self, child: impl Child) {
        child.put(&mut self.nodes);
    }

    pub(crate) fn children<N: Into<VNode>>(&mut self, nodes: impl IntoIterator<Item = N>) {
        for node in nodes {
            self.nodes.push(node.into());
        }
    }

    /// Begins a list, which is one child however many it has.
    #[inline(never)]
    pub(crate) fn list(&mut self) {
        self.push(AttrValue::Static(""), Attributes::Static(&[]));
    }

    /// Ends a list.
    #[inline(never)]
    pub(crate) fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            let mut list = VList::from(self.nodes.split_off(open.first));
            list.key = open.key;
            self.nodes.push(VNode::VList(Rc::new(list)));
        }
    }

    /// Ends an element with any number of children.
    #[inline(never)]
    pub(crate) fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            let children = VList::from(self.nodes.split_off(open.first));
            self.nodes.push(open.element(VNode::VList(Rc::new(children))));
        }
    }

    /// Ends an element whose one child has been made.
    #[inline(never)]
    pub(crate) fn close_one(&mut self) {
        let child = self.nodes.pop().unwrap_or_default();
        self.close_over(child);
    }

    /// Ends an element with this one child.
    #[inline(never)]
    pub(crate) fn close_over(&mut self, child: VNode) {
        if let Some(open) = self.open.pop() {
            self.nodes.push(open.element(child));
        }
    }

    /// Ends an `input`.
    #[inline(never)]
    pub(crate) fn input(
        &mut self,
        value: impl IntoPropValue<Option<AttrValue>>,
        checked: Option<bool>,
    ) {
        if let Some(open) = self.open.pop() {
            let value = value.into_prop_value();
            let (attributes, listeners) = handed(open.attributes, open.values, open.listeners);
            let tag =
                VTag::__new_input(value, checked, open.node_ref, open.key, attributes, listeners);
            self.nodes.push(VNode::from(tag));
        }
    }
}

impl Open {
    fn element(self, children: VNode) -> VNode {
        let (attributes, listeners) = handed(self.attributes, self.values, self.listeners);
        let tag =
            VTag::__new_other(self.tag, self.node_ref, self.key, attributes, listeners, children);
        VNode::from(tag)
    }
}

fn handed(
    mut attributes: Attributes,
    given: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
) -> (Attributes, Listeners) {
    if let Attributes::Dynamic { values, .. } = &mut attributes {
        *values = given.into();
    }
    let listeners =
        if listeners.is_empty() { Listeners::None } else { Listeners::Pending(listeners.into()) };
    (attributes, listeners)
}

/// What can stand in braces among the children of an element.
pub(crate) trait Child {
    fn put(self, nodes: &mut Vec<VNode>);
}

impl Child for VNode {
    fn put(self, nodes: &mut Vec<VNode>) {
        nodes.push(self);
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, nodes: &mut Vec<VNode>) {
        if let Some(child) = self {
            child.put(nodes);
        }
    }
}

impl Child for Vec<VNode> {
    fn put(self, nodes: &mut Vec<VNode>) {
        nodes.extend(self);
    }
}

impl Child for AttrValue {
    fn put(self, nodes: &mut Vec<VNode>) {
        nodes.push(VNode::VText(VText::new(self)));
    }
}

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl Child for $text {
            fn put(self, nodes: &mut Vec<VNode>) {
                nodes.push(VNode::VText(VText::new(AttrValue::from(self))));
            }
        }
    )*};
}

texts!(&str, String, Rc<str>);

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds nodes of this crate's macro against those of Yew's.
    macro_rules! assert_same {
        ($($notation:tt)*) => {
            assert_eq!(html! { $($notation)* }, yew::html! { $($notation)* })
        };
    }

    #[test]
    fn elements_are_those_of_yew() {
        let (id, missing, classes) = (AttrValue::from("a"), None::<AttrValue>, classes!("b", "c"));
        assert_same!();
        assert_same!(<p/>);
        assert_same!(<p class="a" id="b"></p>);
        assert_same!(<p id={id.clone()} title={missing.clone()} data-x=1 class={classes.clone()}/>);
        assert_same!(<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>);
        assert_same!(<button hidden={true} disabled={id.is_empty()} aria-pressed="true">{ "a" }</button>);
        assert_same!(<option value="a" selected={true}>{ &*id }</option>);
        assert_same!(<input type="checkbox" value={id.clone()} checked={true}/>);
        assert_same!(<input value="a"/>);
        assert_same!(<li key={&*id} id={&id}>{ "a" }</li>);
    }

    #[test]
    fn children_are_those_of_yew() {
        let (given, missing, three) = (Some(html! { <b/> }), None::<Html>, [1, 2, 3]);
        assert_same!({ "text" });
        assert_same!(<>{ "a" }{ String::from("b") }{ AttrValue::from("c") }</>);
        assert_same!(<p>{ given.clone() }</p>);
        assert_same!(<p>{ missing.clone() }</p>);
        assert_same!(<p>{ given.clone() }{ missing.clone() }{ vec![html! { <i/> }, html! { <u/> }] }</p>);
        assert_same!(<p><b/>{ "a" }<>{ "b" }</></p>);
        assert_same!(<ul>{ for three.iter().map(|n| html! { <li>{ *n }</li> }) }</ul>);
        assert_same!(<ul><li/>{ for three.iter().map(|n| html! { <li>{ *n }</li> }) }</ul>);
        assert_same!(<ul>for n in three { <li key={n}>{ n }</li> }</ul>);
    }

    #[test]
    fn conditions_are_those_of_yew() {
        for n in 0..3 {
            let half = (n % 2 == 0).then_some(n / 2);
            assert_same!(<p>if n == 0 { <b/> } else if n == 1 { { "one" }<i/> } else { <u/> }</p>);
            assert_same!(if let Some(half) = half { <b>{ half }</b> });
        }
    }

    #[test]
    fn references_and_keys_are_kept() {
        let button = NodeRef::default();
        let node = html! { <button ref={button.clone()} key="a"/> };
        assert!(matches!(
            &node,
            VNode::VTag(tag) if tag.node_ref == button && tag.key == Some(Key::from("a"))
        ));
        let node = html! { <key="b"><p/></> };
        assert!(matches!(&node, VNode::VList(list) if list.key == Some(Key::from("b"))));
    }
}
