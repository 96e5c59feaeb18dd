//! The browser's entry: nothing but the islands.

// Named, or the linker would leave the islands out.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Makes the page ready for its islands; the loader then wakes them one by one.
#[wasm_bindgen]
pub fn hydrate() {
    // Whoever looks at the console learns why an island stopped; the page works without it.
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    leptos::mount::hydrate_islands();
}
