use leptos::prelude::*;

/// The toolbar above the queue: what it holds in all, and what to do with it.
/// Its last child stands at the end.
///
/// The queue itself is a table the page writes, because its cells are data:
///
/// ```text
/// table.queue[role=table] > caption.sr
///   thead[role=rowgroup] > tr[role=row] > th[role=columnheader][scope=col]
///     (aria-sort on the sorted one; a link inside where it can be sorted)
///   tbody[role=rowgroup] > tr[role=row]
///     td[data-cell=due]
///     th[data-cell=ref][scope=row] > a.code
///     td[data-cell=lead]   > span.clip + span.soft
///     td[data-cell=route].code
///     td[data-cell=flight] > span.code + span.soft
///     td[data-cell=what]
///     td[data-cell=outcome] > span.tag
///     td[data-cell=amount]
///     td[data-cell=state] > span.tag
/// ```
///
/// `role=table`, `row`, `cell`, `rowheader` and `columnheader` are written
/// out, because a narrow window turns rows into small grids of four lines.
#[component]
pub fn Toolbar(
    /// A paragraph, then links.
    children: Children,
) -> impl IntoView {
    view! { <div class="toolbar">{children()}</div> }
}
