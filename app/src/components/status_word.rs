//! A status: always an icon and a word, never a colour alone.

use leptos::prelude::*;

use crate::components::icon::Icon;

/// How a status is coloured, beside its icon and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Moss: done, on target.
    Done,
    /// Amber: behind, in progress.
    Progress,
    /// Brick: failed, silent.
    Failed,
    /// Slate: not started.
    Quiet,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "status-word done",
            Self::Progress => "status-word progress",
            Self::Failed => "status-word failed",
            Self::Quiet => "status-word",
        }
    }
}

/// An icon and a word.
#[component]
pub fn StatusWord(
    /// The colour.
    tone: Tone,
    /// The icon's id in the sprite.
    icon: &'static str,
    /// The word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! { <span class=tone.class()><Icon name=icon/>{word}</span> }
}
