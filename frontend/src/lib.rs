//! The browser's entry: it wakes the islands of a page and does nothing else.

// The islands register themselves; without this nothing would link them.
extern crate app;

/// Called by the page's own script once the WASM has arrived.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
