//! The paper's measures. All lengths are points (1/72 inch); a place is measured from the upper
//! left corner.

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// How an A4 page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// 210 by 297 mm.
    Portrait,
    /// 297 by 210 mm.
    Landscape,
}

/// An A4 page and its margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// How it lies.
    pub orientation: Orientation,
    /// Free space on the left and on the right.
    pub side: f32,
    /// Free space above.
    pub above: f32,
    /// Free space below, in which the page's number stands.
    pub below: f32,
}

/// A rectangle on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its left side.
    pub left: f32,
    /// Its upper side.
    pub top: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

impl Sheet {
    /// A page with margins that suit a document and a hole punch.
    #[must_use]
    pub const fn a4(orientation: Orientation) -> Self {
        Self {
            orientation,
            side: 20.0 * MM,
            above: 16.0 * MM,
            below: 20.0 * MM,
        }
    }

    /// Width and height of the page.
    #[must_use]
    pub const fn size(&self) -> (f32, f32) {
        let (short, long) = (210.0 * MM, 297.0 * MM);
        match self.orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        }
    }

    /// What lies within the margins.
    #[must_use]
    pub const fn frame(&self) -> Frame {
        let (width, height) = self.size();
        Frame {
            left: self.side,
            top: self.above,
            width: width - 2.0 * self.side,
            height: height - self.above - self.below,
        }
    }
}

impl Frame {
    /// Its lower side.
    #[must_use]
    pub const fn bottom(&self) -> f32 {
        self.top + self.height
    }

    /// Its right side.
    #[must_use]
    pub const fn right(&self) -> f32 {
        self.left + self.width
    }
}
