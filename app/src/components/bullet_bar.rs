//! A count against its target range, drawn on the server.

use domain::cascade::target::{BarScale, TargetRange};
use leptos::prelude::*;

/// The bar's own width, in its own units; thousandths of the scale.
const WIDTH: u16 = 1000;

/// One bar: the target's band, the count, and whoever is on the way.
#[component]
pub fn BulletBar(
    /// An id of its own on the page.
    #[prop(into)]
    id: String,
    /// What is counted: the institution's name.
    #[prop(into)]
    title: String,
    /// The numbers in words.
    #[prop(into)]
    describe: String,
    /// The scale of all bars on the page.
    scale: BarScale,
    /// The target range, if there is one.
    #[prop(optional_no_strip)]
    range: Option<TargetRange>,
    /// How many there are; not drawn when it is withheld.
    #[prop(optional_no_strip)]
    count: Option<u32>,
    /// How many more are on the way.
    #[prop(default = 0)]
    coming: u32,
    /// Where the count will probably be at the end, eight times in ten.
    #[prop(optional_no_strip)]
    forecast: Option<(u32, u32)>,
) -> impl IntoView {
    let band = range.map(|range| {
        let from = scale.permille(range.min());
        let width = scale.permille(range.max()).saturating_sub(from);
        view! {
            <rect class="band" x=from width=width height="22"></rect>
        }
    });
    let marker = range.map(|range| {
        let at = scale.permille(range.min());
        view! { <path class="marker" d=format!("M{at} 0v22")></path> }
    });
    let bars = count.map(|count| {
        let end = scale.permille(count);
        let width = scale
            .permille(count.saturating_add(coming))
            .saturating_sub(end);
        view! {
            <rect class="bar" y="6" width=end height="10"></rect>
            <rect class="coming" y="6" x=end width=width height="10"></rect>
        }
    });
    let whisker = forecast.map(|(low, high)| {
        let (low, high) = (scale.permille(low), scale.permille(high));
        view! { <path class="whisker" d=format!("M{low} 11H{high}M{low} 6v10M{high} 6v10")></path> }
    });
    let describe_id = format!("{id}-described");
    let labelled_by = format!("{id} {describe_id}");
    view! {
        <svg
            class="bullet-bar"
            viewBox="0 0 1000 22"
            preserveAspectRatio="none"
            role="img"
            aria-labelledby=labelled_by
        >
            <title id=id>{title}</title>
            <desc id=describe_id>{describe}</desc>
            <rect class="ground" width=WIDTH height="22"></rect>
            {band}
            {bars}
            {marker}
            {whisker}
        </svg>
    }
}

/// The numbers above the bars.
#[component]
pub fn BulletScale(
    /// The scale of all bars on the page.
    scale: BarScale,
) -> impl IntoView {
    let ticks = ticks(scale.end())
        .into_iter()
        .map(|tick| {
            let at = u32::from(scale.permille(tick)) * 2 / 5;
            let anchor = match tick {
                0 => "start",
                tick if tick == scale.end() => "end",
                _ => "middle",
            };
            view! { <text x=at y="13" text-anchor=anchor>{tick}</text> }
        })
        .collect_view();
    view! { <svg class="bullet-scale" viewBox="0 0 400 16" aria-hidden="true">{ticks}</svg> }
}

/// Round numbers from nought to `end`, six at most.
fn ticks(end: u32) -> Vec<u32> {
    let step = (0..)
        .flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.saturating_pow(power)))
        .find(|step| end / step <= 5)
        .unwrap_or(end);
    (0..=end / step).map(|n| n * step).collect()
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn the_scale_has_few_and_round_numbers() {
        assert_eq!(ticks(10), [0, 2, 4, 6, 8, 10]);
        assert_eq!(ticks(40), [0, 10, 20, 30, 40]);
        assert_eq!(ticks(70), [0, 20, 40, 60]);
        assert_eq!(ticks(1_240), [0, 500, 1_000]);
    }
}
