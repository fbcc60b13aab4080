//! The program of the pages.

use yew_host::App;

fn main() {
    yew::Renderer::<App>::new().hydrate();
}
