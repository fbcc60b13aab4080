//! The calls that put nodes together.

use crate::parse::{Attribute, Element, If, Node, Tag, text};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprLit};

/// Attributes of HTML that are there or not.
const FLAGS: [&str; 24] = [
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "controls",
    "default",
    "defer",
    "disabled",
    "formnovalidate",
    "hidden",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nomodule",
    "novalidate",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
];

/// What is made of one invocation: an expression of type `VNode`.
pub fn root(nodes: &[Node]) -> TokenStream {
    let markup = markup();
    match nodes {
        [] => quote!(<::yew::virtual_dom::VNode as ::core::default::Default>::default()),
        [Node::Value(value)] => as_node(value),
        [Node::Component(tokens)] => quote!(::yew::html! { #tokens }),
        nodes => {
            let nodes = nodes.iter().map(node);
            quote!({
                let mut #markup = crate::markup::Markup::new();
                #(#nodes)*
                #markup.done()
            })
        }
    }
}

/// The builder. Expressions of the caller do not see it.
fn markup() -> Ident {
    Ident::new("markup", Span::mixed_site())
}

fn as_node(value: &Expr) -> TokenStream {
    quote_spanned! {value.span()=>
        ::yew::html::IntoPropValue::<::yew::virtual_dom::VNode>::into_prop_value(#value)
    }
}

fn node(node: &Node) -> TokenStream {
    let markup = markup();
    match node {
        Node::Element(element) => self::element(element),
        Node::Fragment(key, nodes) => {
            let key = key.as_ref().map(|key| quote!(#markup.key(#key);));
            let nodes = nodes.iter().map(self::node);
            quote!(#markup.list(); #key #(#nodes)* #markup.end();)
        }
        Node::Component(tokens) => quote!(#markup.child(::yew::html! { #tokens });),
        Node::Text(literal) => match text(literal) {
            Ok(text) => quote!(#markup.child(::yew::virtual_dom::AttrValue::Static(#text));),
            Err(error) => error.into_compile_error(),
        },
        Node::Value(value) => quote_spanned!(value.span()=> #markup.child(#value);),
        Node::Values(values) => quote_spanned!(values.span()=> #markup.children(#values);),
        Node::If(condition) => {
            let condition = branches(condition);
            quote!(#markup.list(); #condition #markup.end();)
        }
        Node::For(pattern, iterator, nodes) => {
            let nodes = nodes.iter().map(self::node);
            quote!(#markup.list(); for #pattern in #iterator { #(#nodes)* } #markup.end();)
        }
    }
}

fn branches(If { condition, then, otherwise }: &If) -> TokenStream {
    let then = then.iter().map(node);
    let otherwise = match &otherwise[..] {
        [] => None,
        [Node::If(inner)] => {
            let inner = branches(inner);
            Some(quote!(else { #inner }))
        }
        nodes => {
            let nodes = nodes.iter().map(node);
            Some(quote!(else { #(#nodes)* }))
        }
    };
    quote!(if #condition { #(#then)* } #otherwise)
}

/// An attribute with a value that is known now, or not.
enum Value<'a> {
    Text(String),
    Flag(&'a Expr),
    Class(&'a Expr),
    Other(&'a Expr),
}

fn element(element: &Element) -> TokenStream {
    let markup = markup();
    let mut calls = Vec::new();
    let mut listeners = Vec::new();
    let (mut values, mut flags, mut class) = (Vec::new(), Vec::new(), None);
    let (mut value, mut checked) = (None, None);
    let is_input = matches!(&element.tag, Tag::Name(name) if name == "input");
    for Attribute { name, value: given } in &element.attributes {
        let text = match given {
            Expr::Lit(ExprLit { lit, .. }) => match text(lit) {
                Ok(text) => Some(text),
                Err(error) => return error.into_compile_error(),
            },
            _ => None,
        };
        match &*name.text {
            "key" => calls.push(quote_spanned!(given.span()=> #markup.key(#given);)),
            "ref" => calls.push(quote_spanned!(given.span()=> #markup.node_ref(#given);)),
            "value" if is_input => value = Some(given),
            "checked" if is_input => checked = Some(given),
            listener if listener.starts_with("on") => {
                let event = &name.first;
                listeners.push(quote_spanned! {given.span()=>
                    #markup.listener(::yew::html::#event::Wrapper::__macro_new(#given));
                });
            }
            flag if FLAGS.contains(&flag) => match text.as_deref() {
                Some("false") => {}
                Some(_) => flags.push((flag, Value::Text(flag.to_owned()))),
                None => flags.push((flag, Value::Flag(given))),
            },
            "class" => class = Some(("class", text.map_or(Value::Class(given), Value::Text))),
            other => values.push((other, text.map_or(Value::Other(given), Value::Text))),
        }
    }
    // The order is that of Yew's macro, which is that of the attributes in a page.
    values.extend(flags);
    values.extend(class);
    let opened = opened(&element.tag, &values);
    let closed = match &element.children[..] {
        children if is_input => {
            if let Some(child) = children.first() {
                return Error::new(span(child), "an input has no children").into_compile_error();
            }
            let value = value.map_or_else(
                || quote!(::core::option::Option::<&'static str>::None),
                |value| quote!(#value),
            );
            let checked = checked.map_or_else(
                || quote!(::core::option::Option::None),
                |checked| quote!(::core::option::Option::Some(#checked)),
            );
            quote!(#markup.input(#value, #checked);)
        }
        [Node::Value(value)] => {
            let node = as_node(value);
            quote_spanned!(value.span()=> #markup.close_over(#node);)
        }
        [Node::Element(child)] => {
            let child = self::element(child);
            quote!(#child #markup.close_one();)
        }
        [Node::Component(tokens)] => quote!(#markup.close_over(::yew::html! { #tokens });),
        children => {
            let children = children.iter().map(node);
            quote!(#(#children)* #markup.close();)
        }
    };
    quote!(#opened #(#calls)* #(#listeners)* #closed)
}

/// The call that begins an element, and those that give it what it has.
fn opened(tag: &Tag, attributes: &[(&str, Value)]) -> TokenStream {
    let markup = markup();
    let fixed: Option<Vec<_>> = attributes
        .iter()
        .map(|(name, value)| match value {
            Value::Text(text) => {
                Some(quote!((#name, ::yew::virtual_dom::AttributeOrProperty::Static(#text))))
            }
            _ => None,
        })
        .collect();
    if let (Some(fixed), Tag::Name(tag)) = (fixed, tag) {
        return quote!(#markup.open(#tag, &[#(#fixed),*]););
    }
    let names = attributes.iter().map(|(name, _)| name);
    let values = attributes.iter().map(|(name, value)| match value {
        Value::Text(text) => quote!(#markup.word(#text);),
        Value::Flag(value) => quote_spanned!(value.span()=> #markup.flag(#name, #value);),
        Value::Class(value) => quote_spanned!(value.span()=> #markup.class(#value);),
        Value::Other(value) => quote_spanned!(value.span()=> #markup.value(#value);),
    });
    let open = match tag {
        Tag::Name(tag) => quote!(open_with(#tag, &[#(#names),*])),
        Tag::Value(tag) => quote!(open_as(::core::convert::Into::into(#tag), &[#(#names),*])),
    };
    quote!(#markup.#open; #(#values)*)
}

fn span(node: &Node) -> Span {
    match node {
        Node::Value(value) | Node::Values(value) => value.span(),
        Node::Text(literal) => literal.span(),
        _ => Span::call_site(),
    }
}
