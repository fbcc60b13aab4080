//! The checker: broken stories are told what is wrong and where, and no bytes make it panic.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../build/folder.rs"]
mod folder;
#[path = "../../build/json.rs"]
mod json;

mod broken;
mod bytes;
mod schema;
mod story;
mod values;

use sahel_explainer::model;
