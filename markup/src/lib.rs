//! Yew's `html!`, compiled to a few calls for each element.
//!
//! Yew's own macro writes out, at each element, how its node is put together. This one reads the same notation and makes the
//! same nodes, but has them put together by `crate::markup::Markup`, which is compiled once. It is a part of `sahel-explainer`
//! and of no use elsewhere.
//!
//! What it reads: elements with attributes, listeners, `key` and `ref`; texts, `{ expressions }` and `{ for iterators }`;
//! `if` and `for`; fragments. Components are left to Yew's macro.

mod emit;
mod parse;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// As `yew::html!`, for elements, texts, expressions, `if`, `for` and fragments.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let parse::Root(nodes) = parse_macro_input!(input as parse::Root);
    emit::root(&nodes).into()
}
