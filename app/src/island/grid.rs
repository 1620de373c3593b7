//! A grid of prices: a block from a spreadsheet, pasted into a cell, fills the cells below and beside it.

use leptos::prelude::*;

/// Looks after the cells of the form it stands in; renders nothing.
#[island]
pub fn Grid() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    cells::attach();
}

#[cfg(feature = "hydrate")]
mod cells {
    use wasm_bindgen::JsCast;
    use web_sys::ClipboardEvent;

    use crate::island::dom;

    pub fn attach() {
        let Some(grid) = dom::by_id("grid") else { return };
        dom::listen(&grid.clone(), "paste", move |event| {
            let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
                return;
            };
            let text = clipboard.get_data("text/plain").unwrap_or_default();
            let text = text.trim_end_matches(['\r', '\n']);
            // one value goes where every value goes
            if !text.contains(['\t', '\n']) {
                return;
            }
            let rows = dom::all(&grid, "tbody tr");
            let Some(cell) = dom::target(&event) else { return };
            let first = rows.iter().position(|row| row.contains(Some(&cell)));
            let column = rows.iter().find_map(|row| dom::all(row, "[data-column]").iter().position(|c| *c == cell));
            let (Some(first), Some(column)) = (first, column) else { return };
            event.prevent_default();
            for (row, line) in rows.iter().skip(first).zip(text.lines()) {
                for (cell, value) in dom::all(row, "[data-column]").iter().skip(column).zip(line.split('\t')) {
                    if let Some(input) = dom::input(cell) {
                        input.set_value(value.trim());
                    }
                }
            }
        });
    }
}
