//! The minute plan of a unit.

use comrak::nodes::{Node, NodeValue};
use domain::course::PlanStep;

use crate::document::{Document, Section};
use crate::render::{html, inner_html, plain_text};

/// Reads the plan's table, whose steps follow one another from 0 to the unit's minutes, and the
/// remarks around it.
pub(crate) fn read<'d>(
    document: &Document<'d>,
    section: &Section<'d>,
    minutes: Option<u16>,
) -> Option<(Vec<PlanStep>, String)> {
    let is_table = |node: &Node<'d>| matches!(node.data().value, NodeValue::Table(_));
    let (tables, notes): (Vec<_>, Vec<_>) = section.nodes.iter().copied().partition(is_table);
    let [table] = tables[..] else {
        let message = "The minute plan is one table with the columns Minutes, What and How.";
        document.findings.add(section.line, message);
        return None;
    };
    let steps: Option<Vec<PlanStep>> = table
        .children()
        .skip(1)
        .map(|row| step(document, row))
        .collect();
    let steps = steps?;
    check_times(document, table, &steps, minutes);
    Some((steps, html(&notes)))
}

fn step<'d>(document: &Document<'d>, row: Node<'d>) -> Option<PlanStep> {
    let cells: Vec<Node<'d>> = row.children().collect();
    let times = cells.first().and_then(|cell| from_to(&plain_text(cell)));
    let (&[_, what, how], Some((minutes_from, minutes_to))) = (&cells[..], times) else {
        document.report(
            row,
            "A row of the minute plan has three cells and begins with minutes such as 0–10.",
        );
        return None;
    };
    Some(PlanStep {
        minutes_from,
        minutes_to,
        what_html: inner_html(what),
        how_html: inner_html(how),
    })
}

fn from_to(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once(['\u{2013}', '-', '\u{2014}'])?;
    Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
}

fn check_times<'d>(
    document: &Document<'d>,
    table: Node<'d>,
    steps: &[PlanStep],
    minutes: Option<u16>,
) {
    let mut now = 0;
    for (step, row) in steps.iter().zip(table.children().skip(1)) {
        let (from, to) = (step.minutes_from, step.minutes_to);
        if from != now {
            document.report(
                row,
                format!(
                    "This step begins at minute {from}, but the one before ends at minute {now}."
                ),
            );
        }
        if to <= from {
            document.report(
                row,
                format!("This step ends at minute {to}, before it has begun."),
            );
        }
        now = to;
    }
    if let Some(minutes) = minutes.filter(|minutes| *minutes != now) {
        document.report(
            table,
            format!("The minute plan ends at minute {now}, but the unit takes {minutes} minutes."),
        );
    }
}
