//! What pages are made of. A component, its file and its stylesheet share a name.

pub mod auth_page;
pub mod breadcrumb;
pub mod bullet_bar;
pub mod definition_note;
pub mod empty_state;
pub mod field;
pub mod follow_up_counts;
pub mod forecast_note;
pub mod frame;
pub mod icon;
pub mod institution_fields;
pub mod notice;
pub mod nudge_button;
pub mod pack_table;
pub mod pagination;
pub mod people_choice;
pub mod person_name;
pub mod prose;
pub mod saved_note;
pub mod standing_word;
pub mod status_word;
pub mod table_foot;
pub mod tell_by_letter;
pub mod text_area;
