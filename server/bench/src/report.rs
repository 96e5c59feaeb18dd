//! The plain table that comes out.

/// One measured line.
pub struct Row {
    what: &'static str,
    measured: String,
    budget: String,
    /// Whether the budget is met, where there is one.
    met: Option<bool>,
    context: String,
}

/// Which side of a budget is good.
#[derive(Clone, Copy)]
pub enum Budget {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// None: the figure explains another one.
    Told,
}

/// In what a row is measured.
#[derive(Clone, Copy)]
pub enum Unit {
    /// A share of something else measured in the same run.
    Percent,
    /// So many times something else measured in the same run.
    Times,
    /// Binary megabytes of memory.
    Mebibytes,
    /// Decimal megabytes of a file.
    Megabytes,
    /// Decimal kilobytes over the wire.
    Kilobytes,
    /// Seconds on this machine.
    Seconds,
}

impl Unit {
    fn write(self, value: f64) -> String {
        match self {
            Self::Percent => format!("{:.0} %", value * 100.0),
            Self::Times => format!("{value:.2} ×"),
            Self::Mebibytes => format!("{value:.1} MiB"),
            Self::Megabytes => format!("{value:.1} MB"),
            Self::Kilobytes => format!("{value:.1} kB"),
            Self::Seconds => format!("{value:.2} s"),
        }
    }
}

impl Row {
    /// A row whose value is judged by its budget; `context` gives the absolute figures.
    pub fn new(
        what: &'static str,
        unit: Unit,
        value: f64,
        budget: Budget,
        context: String,
    ) -> Self {
        let (budget, met) = match budget {
            Budget::AtLeast(bound) => (format!("≥ {}", unit.write(bound)), Some(value >= bound)),
            Budget::AtMost(bound) => (format!("≤ {}", unit.write(bound)), Some(value <= bound)),
            Budget::Told => (String::new(), None),
        };
        Self {
            what,
            measured: unit.write(value),
            budget,
            met,
            context,
        }
    }
}

/// Prints the rows, and how many of them keep their budget.
pub fn print(rows: &[Row]) {
    let cells: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| {
            let verdict = match row.met {
                Some(true) => "met",
                Some(false) => "missed",
                None => "",
            };
            [row.what, &row.measured, &row.budget, verdict, &row.context]
        })
        .collect();
    let heads = ["what", "measured", "budget", "", "in figures"];
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| {
            cells
                .iter()
                .chain([&heads])
                .map(|row| row[column].chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    println!();
    for row in [heads].iter().chain(&cells) {
        let line: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, &width)| format!("{cell:<width$}"))
            .collect();
        println!("{}", line.join("  ").trim_end());
    }
    let judged: Vec<bool> = rows.iter().filter_map(|row| row.met).collect();
    let met = judged.iter().filter(|met| **met).count();
    println!("\n{met} of {} budgets met", judged.len());
}
