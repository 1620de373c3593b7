//! The browser's side: the entry that the page calls. Each island exports itself.
#![cfg(target_arch = "wasm32")]

// the islands are reached through their exports only
use app as _;

/// Called once by the page, before its islands.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
