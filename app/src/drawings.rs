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
    /// Stands in a drawing for what each page has of its own: the name of the next save, or the
    /// page's address.
    pub own: String,
}

struct Drawing {
    data: Box<dyn Any + Send + Sync>,
    html: Arc<str>,
}

impl Drawings {
    /// None yet. What stands in for readers is made up anew in each process: nobody can type it
    /// into a text that is drawn.
    #[must_use]
    pub fn new(services: &Services) -> Self {
        // The data is at most about as long as what is drawn from it.
        let weigh = |place: &String, drawing: &Arc<Drawing>| {
            u32::try_from(place.len() + 2 * drawing.html.len()).unwrap_or(u32::MAX)
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
    pub fn of<D>(&self, place: String, data: D, draw: impl FnOnce(&D) -> String) -> Arc<str>
    where
        D: PartialEq + Send + Sync + 'static,
    {
        if let Some(kept) = self.kept.get(&place)
            && kept.data.downcast_ref::<D>() == Some(&data)
        {
            return Arc::clone(&kept.html);
        }
        let html: Arc<str> = draw(&data).into();
        let drawing = Drawing {
            data: Box::new(data),
            html: Arc::clone(&html),
        };
        self.kept.insert(place, Arc::new(drawing));
        html
    }
}
