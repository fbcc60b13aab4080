//! The notation.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Lit, Pat, Result, Token, braced, token};

/// All of an invocation.
pub struct Root(pub Vec<Node>);

/// What can stand among the children of an element.
pub enum Node {
    Element(Element),
    /// `<> … </>`, with a key of its own or none.
    Fragment(Option<Expr>, Vec<Node>),
    /// `<Component … />`: as written, for Yew's macro.
    Component(TokenStream),
    Text(Lit),
    /// `{ … }`
    Value(Expr),
    /// `{ for … }`
    Values(Expr),
    If(If),
    /// `for … in … { … }`
    For(Pat, Expr, Vec<Node>),
}

/// `if … { … } else { … }`
pub struct If {
    pub condition: Expr,
    pub then: Vec<Node>,
    pub otherwise: Vec<Node>,
}

pub struct Element {
    pub tag: Tag,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Node>,
}

pub enum Tag {
    /// `<name>`
    Name(String),
    /// `<@{ expression }>`
    Value(Expr),
}

pub struct Attribute {
    pub name: Name,
    pub value: Expr,
}

/// A name with dashes in it, such as `aria-label`.
pub struct Name {
    pub text: String,
    pub first: Ident,
}

impl Parse for Root {
    fn parse(input: ParseStream) -> Result<Self> {
        let nodes = children(input)?;
        match nodes.len() {
            0 | 1 => Ok(Self(nodes)),
            _ => Err(Error::new(input.span(), "expected one node; `<> … </>` holds several")),
        }
    }
}

fn children(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    let is_closing = |input: ParseStream| input.peek(Token![<]) && input.peek2(Token![/]);
    while !input.is_empty() && !is_closing(input) {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

fn block(input: ParseStream) -> Result<Vec<Node>> {
    let content;
    braced!(content in input);
    let nodes = children(&content)?;
    if content.is_empty() { Ok(nodes) } else { Err(content.error("expected no closing tag here")) }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![if]) {
            return input.parse().map(Self::If);
        }
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            let pattern = Pat::parse_single(input)?;
            input.parse::<Token![in]>()?;
            return Ok(Self::For(pattern, Expr::parse_without_eager_brace(input)?, block(input)?));
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let is_iterator = content.peek(Token![for]) && content.parse::<Token![for]>().is_ok();
            let value = content.parse()?;
            return Ok(if is_iterator { Self::Values(value) } else { Self::Value(value) });
        }
        if input.peek(Token![<]) {
            return if input.peek2(Token![>]) || is_keyed_fragment(input) {
                fragment(input)
            } else if is_component(input) {
                component(input)
            } else {
                input.parse().map(Self::Element)
            };
        }
        input.parse().map(Self::Text)
    }
}

impl Parse for If {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = Expr::parse_without_eager_brace(input)?;
        let then = block(input)?;
        let otherwise = if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            if input.peek(Token![if]) { vec![Node::If(input.parse()?)] } else { block(input)? }
        } else {
            Vec::new()
        };
        Ok(Self { condition, then, otherwise })
    }
}

/// `<key={ … }>`
fn is_keyed_fragment(input: ParseStream) -> bool {
    let ahead = input.fork();
    let is_key = |name: Ident| name == "key";
    ahead.parse::<Token![<]>().is_ok()
        && ahead.call(Ident::parse_any).is_ok_and(is_key)
        && ahead.peek(Token![=])
}

fn fragment(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    let key = if input.peek(Token![>]) { None } else { Some(input.parse::<Attribute>()?.value) };
    input.parse::<Token![>]>()?;
    let nodes = children(input)?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(Node::Fragment(key, nodes))
}

/// Whether a name with a capital letter follows.
fn is_component(input: ParseStream) -> bool {
    let ahead = input.fork();
    let is_capital = |name: Ident| name.to_string().starts_with(|c: char| c.is_uppercase());
    ahead.parse::<Token![<]>().is_ok() && ahead.call(Ident::parse_any).is_ok_and(is_capital)
}

/// A component without children.
fn component(input: ParseStream) -> Result<Node> {
    let mut tokens = TokenStream::new();
    loop {
        let ends = input.peek(Token![/]) && input.peek2(Token![>]);
        if input.peek(Token![>]) {
            return Err(input.error("expected `/>`: components have no children here"));
        }
        tokens.extend([input.parse::<TokenTree>()?]);
        if ends {
            tokens.extend([input.parse::<TokenTree>()?]);
            return Ok(Node::Component(tokens));
        }
    }
}

impl Parse for Element {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let tag: Tag = input.parse()?;
        let mut attributes: Vec<Attribute> = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            let attribute: Attribute = input.parse()?;
            if attributes.iter().any(|other| other.name.text == attribute.name.text) {
                return Err(Error::new(
                    attribute.name.first.span(),
                    "this attribute is there twice",
                ));
            }
            attributes.push(attribute);
        }
        if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self { tag, attributes, children: Vec::new() });
        }
        input.parse::<Token![>]>()?;
        let children = children(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        match &tag {
            Tag::Value(_) => drop(input.parse::<Token![@]>()?),
            Tag::Name(name) => {
                let closing: Name = input.parse()?;
                if closing.text != *name {
                    return Err(Error::new(closing.first.span(), format!("expected `</{name}>`")));
                }
            }
        }
        input.parse::<Token![>]>()?;
        Ok(Self { tag, attributes, children })
    }
}

impl Parse for Tag {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![@]) {
            input.parse::<Token![@]>()?;
            let content;
            braced!(content in input);
            return content.parse().map(Self::Value);
        }
        let name: Name = input.parse()?;
        Ok(Self::Name(name.text))
    }
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let name: Ident = content.parse()?;
            let value = syn::parse_quote!(#name);
            return Ok(Self { name: Name { text: name.to_string(), first: name }, value });
        }
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            content.parse()?
        } else {
            let literal: Lit = input.parse()?;
            syn::parse_quote!(#literal)
        };
        Ok(Self { name, value })
    }
}

impl Parse for Name {
    fn parse(input: ParseStream) -> Result<Self> {
        let first = input.call(Ident::parse_any)?;
        let mut text = first.unraw().to_string();
        while input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            text.push('-');
            text.push_str(&input.call(Ident::parse_any)?.to_string());
        }
        Ok(Self { text, first })
    }
}

/// The text of a literal, as an attribute or a text shows it.
pub fn text(literal: &Lit) -> Result<String> {
    match literal {
        Lit::Str(text) => Ok(text.value()),
        Lit::Char(text) => Ok(text.value().to_string()),
        Lit::Int(number) => Ok(number.base10_digits().to_owned()),
        Lit::Float(number) => Ok(number.base10_digits().to_owned()),
        Lit::Bool(value) => Ok(value.value.to_string()),
        other => Err(Error::new(other.span(), "expected a text or a number")),
    }
}

#[cfg(test)]
mod tests {
    use super::Root;

    #[test]
    fn what_is_wrong_is_named() {
        for (notation, expected) in [
            ("<p></b>", "expected `</p>`"),
            ("<p>", "expected `<`"),
            ("<p class=\"a\" class=\"b\"/>", "this attribute is there twice"),
            ("<p/><p/>", "expected one node"),
            ("<p class=a/>", "expected literal"),
            ("<Part>{ 1 }</Part>", "components have no children here"),
            ("if true { </p> }", "expected no closing tag here"),
            ("<>{ 1 }", "expected `<`"),
        ] {
            let said = syn::parse_str::<Root>(notation).err().map(|error| error.to_string());
            let said = said.unwrap_or_default();
            assert!(said.contains(expected), "{notation}: {said:?}");
        }
    }
}
