//! Parts of pages that were drawn before from the very same data.
//!
//! Drawing a page takes several times as long as reading what it shows, and many people see the
//! same: everybody who opens a unit for the first time, everybody who follows a programme. What a
//! page shows is read and compared whole each time, so nobody is ever shown anything older.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use domain::ids::PersonId;
use moka::sync::Cache;
use services::Services;

/// Bytes kept, of drawings and the data they were drawn from.
const CAPACITY: u64 = 8 * 1024 * 1024;
/// A drawing that nobody looks at for this long is forgotten: people wrote some of what it shows.
const UNSEEN: Duration = Duration::from_secs(3600);

/// Parts of pages as they were last drawn.
pub struct Drawings {
    kept: Cache<String, Arc<Drawing>>,
    /// Stands in a drawing for whoever looks at it.
    pub reader: PersonId,
    /// Stands in a drawing for what each page has of its own: the name of the next save, the
    /// page's address, or its title.
    pub own: String,
}

struct Drawing {
    data: Box<dyn Any + Send + Sync>,
    drawn: Arc<Drawn>,
}

/// A part of a page as it was drawn, with holes for what each page has of its own.
pub struct Drawn {
    html: String,
    /// Where the holes are, from first to last.
    holes: Vec<(usize, Hole)>,
    /// Whether it holds an island.
    pub has_island: bool,
}

#[derive(Clone, Copy)]
enum Hole {
    Reader,
    Own,
}

/// What fills the holes of a drawing, as HTML.
#[derive(Clone, Copy, Default)]
pub struct Filling<'a> {
    /// The reader's id or name.
    pub reader: &'a str,
    /// What the page has of its own.
    pub own: &'a str,
}

impl Drawn {
    /// A part that was drawn for one page alone and has no holes.
    #[must_use]
    pub fn whole(html: String) -> Self {
        Self {
            has_island: html.contains("<leptos-island"),
            holes: Vec::new(),
            html,
        }
    }

    /// Adds it to a page, filled.
    pub fn fill(&self, filling: Filling<'_>, page: &mut String) {
        let mut from = 0;
        for (at, hole) in &self.holes {
            page.push_str(&self.html[from..*at]);
            page.push_str(match hole {
                Hole::Reader => filling.reader,
                Hole::Own => filling.own,
            });
            from = *at;
        }
        page.push_str(&self.html[from..]);
    }

    /// Its length in bytes, but for what fills it.
    #[must_use]
    pub fn size(&self) -> usize {
        self.html.len()
    }
}

impl Drawings {
    /// None yet. What stands in for readers is made up anew in each process: nobody can type it
    /// into a text that is drawn.
    #[must_use]
    pub fn new(services: &Services) -> Self {
        // The data is at most about as long as what is drawn from it.
        let weigh = |place: &String, drawing: &Arc<Drawing>| {
            u32::try_from(place.len() + 2 * drawing.drawn.size()).unwrap_or(u32::MAX)
        };
        Self {
            kept: Cache::builder()
                .max_capacity(CAPACITY)
                .time_to_idle(UNSEEN)
                .weigher(weigh)
                .build(),
            reader: PersonId(services.new_id()),
            own: services.new_id().simple().to_string(),
        }
    }

    /// The part of a page named `place`, drawn by `draw` unless it was last drawn from equal
    /// data. `place` names everything else that the drawing depends on.
    pub fn of<D>(&self, place: String, data: D, draw: impl FnOnce(&D) -> String) -> Arc<Drawn>
    where
        D: PartialEq + Send + Sync + 'static,
    {
        if let Some(kept) = self.kept.get(&place)
            && kept.data.downcast_ref::<D>() == Some(&data)
        {
            return Arc::clone(&kept.drawn);
        }
        let drawn = Arc::new(self.cut(&draw(&data)));
        let drawing = Drawing {
            data: Box::new(data),
            drawn: Arc::clone(&drawn),
        };
        self.kept.insert(place, Arc::new(drawing));
        drawn
    }

    /// Cuts holes where the marks stand.
    #[must_use]
    pub fn cut(&self, html: &str) -> Drawn {
        let reader = self.reader.to_string();
        let marks = [(reader.as_str(), Hole::Reader), (&self.own, Hole::Own)];
        let mut found: Vec<(usize, usize, Hole)> = marks
            .iter()
            .flat_map(|(mark, hole)| {
                html.match_indices(mark)
                    .map(|(at, mark)| (at, mark.len(), *hole))
            })
            .collect();
        found.sort_by_key(|(at, ..)| *at);
        let (mut cut, mut holes) = (String::with_capacity(html.len()), Vec::new());
        let mut from = 0;
        for (at, length, hole) in found {
            cut.push_str(&html[from..at]);
            holes.push((cut.len(), hole));
            from = at + length;
        }
        cut.push_str(&html[from..]);
        Drawn {
            holes,
            ..Drawn::whole(cut)
        }
    }
}
