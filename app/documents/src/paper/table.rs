//! Tables: columns that find their widths, rows that stay together, a head on every page.

use super::ink::Owner;
use super::structure::{PieceId, Role};
use super::wrap::Block;
use super::{Align, Colour, Frame, Paper, Spot, Style};

/// Between the texts of two columns; the outermost ones stand at the margins.
const GUTTER: f32 = 12.0;
/// Free space above and below a cell's text.
const EDGE: f32 = 3.5;

/// The most of a page that the repeated head of a table takes.
const MOST_HEAD: f32 = 0.25;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// So many points.
    Points(f32),
    /// As its widest text wants, but no more than this part of the table.
    Fit(f32),
    /// This share of what the others leave.
    Share(f32),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How wide it is.
    pub width: Width,
    /// Where its texts stand.
    pub align: Align,
    /// What its texts are set in.
    pub style: Style,
    /// Whether its cell is the name of the row, so that a screen reader says it with every other.
    pub names_row: bool,
}

/// A table. Rows are as long as there are columns; what is missing is empty, what is too much is
/// left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns; when none has a heading, there is no head.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// The row that closes the table: sums.
    pub total: Option<Vec<String>>,
    /// How high a row is at least.
    pub least_height: f32,
    /// Whether texts stand in the middle of a higher row, or at its top.
    pub middle: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(heading: &str, width: Width) -> Self {
        Self {
            heading: heading.to_owned(),
            width,
            align: Align::Start,
            style: Style::BODY,
            names_row: false,
        }
    }

    /// A column of numbers: to the right, with figures of one width.
    #[must_use]
    pub fn numbers(heading: &str, width: Width) -> Self {
        Self {
            align: Align::End,
            style: Style::BODY.tabular(),
            ..Self::words(heading, width)
        }
    }

    /// The same, naming its rows.
    #[must_use]
    pub fn naming_rows(self) -> Self {
        Self {
            names_row: true,
            ..self
        }
    }
}

/// A row whose texts are broken into lines.
struct Row {
    cells: Vec<Block>,
    height: f32,
    middle: bool,
}

/// Which rows they are: what their cells are called, and the line under them.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Head,
    Body,
    Total,
}

impl Paper {
    /// A table from margin to margin. A row goes to the next page as a whole, unless it is higher
    /// than a page; the head is repeated there.
    pub fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        let widths = self.widths(table);
        let headed = table
            .columns
            .iter()
            .any(|column| !column.heading.trim().is_empty());
        let head = headed.then(|| self.head(table, &widths));
        let first = table
            .rows
            .first()
            .map_or(0.0, |row| self.row(table, row, &widths).height);
        let start = head.as_ref().map_or(0.0, |head| head.height) + first;
        if start < self.frame().height {
            self.need(start);
        }
        self.structure.open(Role::Table);
        if let Some(head) = &head {
            self.structure.open(Role::Head);
            self.write_row(table, head, &widths, Kind::Head, None);
            self.structure.close();
        }
        // A head that fills the page would leave no room for rows.
        let head = head.filter(|head| head.height < MOST_HEAD * self.frame().height);
        if !table.rows.is_empty() {
            self.structure.open(Role::Body);
            for texts in &table.rows {
                let row = self.row(table, texts, &widths);
                self.write_row(table, &row, &widths, Kind::Body, head.as_ref());
            }
            self.structure.close();
        }
        if let Some(texts) = &table.total {
            self.structure.open(Role::Total);
            let row = self.total(table, texts, &widths);
            self.write_row(table, &row, &widths, Kind::Total, head.as_ref());
            self.structure.close();
        }
        self.structure.close();
    }

    /// The width of each column, in points; together the table's.
    fn widths(&self, table: &Table) -> Vec<f32> {
        let whole = self.frame().width;
        let fixed: Vec<f32> = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| match column.width {
                Width::Points(points) => points,
                Width::Fit(most) => self.wanted(table, place).min(most * whole),
                Width::Share(_) => 0.0,
            })
            .collect();
        let shares: f32 = table
            .columns
            .iter()
            .map(|column| column.width.share())
            .sum();
        // Shares get at least a fifth of the page, however much the others want.
        let least = if shares > 0.0 { whole / 5.0 } else { 0.0 };
        let taken: f32 = fixed.iter().sum();
        let squeeze = if taken > whole - least {
            (whole - least) / taken
        } else {
            1.0
        };
        let free = whole - taken * squeeze;
        // Without a share, the first column takes what is left.
        let mut widths: Vec<f32> = fixed
            .iter()
            .zip(&table.columns)
            .map(|(points, column)| match column.width {
                Width::Share(share) => free * share / shares,
                Width::Points(_) | Width::Fit(_) => points * squeeze,
            })
            .collect();
        if shares == 0.0
            && let Some(first) = widths.first_mut()
        {
            *first += free;
        }
        widths
    }

    /// How wide a column's widest text is, with its sides.
    fn wanted(&self, table: &Table, place: usize) -> f32 {
        let Some(column) = table.columns.get(place) else {
            return 0.0;
        };
        let width = |text: &str, style: &Style| self.set(text, style, f32::INFINITY).width();
        let rows = table.rows.iter().filter_map(|row| row.get(place));
        let total = table.total.iter().filter_map(|row| row.get(place));
        rows.map(|text| width(text, &column.style))
            .chain(total.map(|text| width(text, &bold(&column.style))))
            .fold(width(&column.heading, &Style::HEAD), f32::max)
            + GUTTER
            // So that a text never breaks for a rounding.
            + 0.1
    }

    fn head(&self, table: &Table, widths: &[f32]) -> Row {
        let cells = table
            .columns
            .iter()
            .zip(inner(widths))
            .map(|(column, (_, width))| {
                self.set(&column.heading, &Style::HEAD, width)
                    .aligned(column.align)
            });
        Row::of(cells.collect(), 0.0, false)
    }

    fn row(&self, table: &Table, texts: &[String], widths: &[f32]) -> Row {
        self.cells(table, texts, widths, |style| *style)
    }

    fn total(&self, table: &Table, texts: &[String], widths: &[f32]) -> Row {
        self.cells(table, texts, widths, bold)
    }

    fn cells(
        &self,
        table: &Table,
        texts: &[String],
        widths: &[f32],
        style: fn(&Style) -> Style,
    ) -> Row {
        let columns = table.columns.iter().zip(inner(widths)).enumerate();
        let cells = columns.map(|(place, (column, (_, width)))| {
            let text = texts.get(place).map_or("", String::as_str);
            self.set(text, &style(&column.style), width)
                .aligned(column.align)
        });
        Row::of(cells.collect(), table.least_height, table.middle)
    }

    /// Writes a row at the pen. `head` is what a new page begins with.
    fn write_row(
        &mut self,
        table: &Table,
        row: &Row,
        widths: &[f32],
        kind: Kind,
        head: Option<&Row>,
    ) {
        let frame = self.frame();
        let room = frame.height - head.map_or(0.0, |head| head.height);
        if row.height <= room && self.pen + row.height > frame.bottom() {
            self.turn_with(head, widths);
        }
        self.structure.open(Role::Row);
        let cells: Vec<PieceId> = table
            .columns
            .iter()
            .map(|column| {
                let cell = self.structure.open(kind.cell(column));
                self.structure.close();
                cell
            })
            .collect();
        self.structure.close();
        let mut from = 0;
        loop {
            let fits = row.lines_within(frame.bottom() - self.pen);
            let upto = from + fits;
            let owner = |place: usize| cells.get(place).map(|cell| Owner::Piece(*cell));
            let whole = from == 0 && upto >= row.lines();
            self.lay_row(row, widths, from..upto, whole, owner);
            from = upto;
            if from >= row.lines() {
                break;
            }
            self.turn_with(head, widths);
        }
        let colour = if kind == Kind::Body {
            Colour::LINE
        } else {
            Colour::STRONG
        };
        self.bar(frame.left, self.pen, frame.width, colour);
    }

    /// Begins a page with the head of the table, which was read before and is passed over here.
    fn turn_with(&mut self, head: Option<&Row>, widths: &[f32]) {
        self.turn();
        if let Some(head) = head {
            self.lay_row(head, widths, 0..head.lines(), true, |_| {
                Some(Owner::Ornament)
            });
            let Frame { left, width, .. } = self.frame();
            self.bar(left, self.pen, width, Colour::STRONG);
        }
    }

    /// Lays some lines of each cell and moves the pen below them.
    fn lay_row(
        &mut self,
        row: &Row,
        widths: &[f32],
        lines: std::ops::Range<usize>,
        whole: bool,
        owner: impl Fn(usize) -> Option<Owner>,
    ) {
        let height = if whole {
            row.height
        } else {
            row.height_of(lines.len())
        };
        for (place, (cell, (left, width))) in row.cells.iter().zip(inner(widths)).enumerate() {
            let free = height - cell.height();
            let down = if row.middle && whole {
                free / 2.0
            } else {
                EDGE
            };
            let spot = Spot {
                left: self.frame().left + left,
                top: self.pen + down,
                width,
            };
            let (from, upto) = (
                lines.start.min(cell.lines.len()),
                lines.end.min(cell.lines.len()),
            );
            if let Some(owner) = owner(place) {
                self.lay(owner, cell, from..upto, spot);
            }
        }
        self.pen += height;
    }
}

impl Row {
    fn of(cells: Vec<Block>, least: f32, middle: bool) -> Self {
        let highest = cells.iter().map(Block::height).fold(0.0, f32::max);
        Self {
            cells,
            height: (highest + 2.0 * EDGE).max(least),
            middle,
        }
    }

    fn lines(&self) -> usize {
        self.cells
            .iter()
            .map(|cell| cell.lines.len())
            .max()
            .unwrap_or(0)
    }

    /// How many lines of its cells stand within so many points, when it has to be cut; at least
    /// one, so that it comes to an end.
    fn lines_within(&self, points: f32) -> usize {
        if self.height <= points {
            return self.lines();
        }
        let free = ((points - 2.0 * EDGE) / self.leading()).floor();
        // The number of lines of a page is small, and what is below zero becomes zero.
        (free as usize).max(1)
    }

    fn height_of(&self, lines: usize) -> f32 {
        lines as f32 * self.leading() + 2.0 * EDGE
    }

    fn leading(&self) -> f32 {
        self.cells
            .iter()
            .map(|cell| cell.style.leading)
            .fold(1.0, f32::max)
    }
}

impl Kind {
    fn cell(self, column: &Column) -> Role {
        match self {
            Self::Head if !column.heading.trim().is_empty() => Role::ColumnName,
            Self::Body | Self::Total if column.names_row => Role::RowName,
            _ => Role::Cell,
        }
    }
}

impl Width {
    fn share(self) -> f32 {
        match self {
            Self::Share(share) => share,
            Self::Points(_) | Self::Fit(_) => 0.0,
        }
    }
}

/// Where the texts of each column begin, from the table's left side, and how wide they are: half
/// of a gutter is free on each side, except at the margins.
fn inner(widths: &[f32]) -> impl Iterator<Item = (f32, f32)> {
    let mut side = 0.0;
    widths.iter().enumerate().map(move |(place, width)| {
        let before = if place == 0 { 0.0 } else { GUTTER / 2.0 };
        let after = if place + 1 == widths.len() {
            0.0
        } else {
            GUTTER / 2.0
        };
        let left = side + before;
        side += width;
        (left, (width - before - after).max(0.0))
    })
}

fn bold(style: &Style) -> Style {
    Style {
        face: Style::STRONG.face,
        ..*style
    }
}
