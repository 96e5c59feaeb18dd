//! Finding one's way on the site, as a person does: by its links and forms.

use crate::client::{Ask, Connection};

/// The first unit of the first course.
pub async fn first_unit(browser: &mut Connection) -> Result<String, String> {
    let course = link(browser, "/courses", 1).await?;
    link(browser, &course, 3).await
}

/// The first link of a page to an address below `/courses` with so many further segments.
async fn link(browser: &mut Connection, page: &str, segments: usize) -> Result<String, String> {
    let html = browser.fetch(&Ask::get(page)).await?.text();
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#']).next())
        .find(|address| {
            address
                .strip_prefix("/courses/")
                .is_some_and(|rest| rest.split('/').count() == segments)
        })
        .map(str::to_owned)
        .ok_or_else(|| format!("{page} leads to no course"))
}

/// A question that a signed-in person can answer on a unit's page.
#[derive(Clone, Debug)]
pub struct Question {
    /// Where the answer goes.
    pub action: String,
    id: String,
}

impl Question {
    /// The form of its first option, as an island sends it.
    pub fn answered(&self, save_key: &str) -> String {
        let id = &self.id;
        format!("island=yes&question={id}&save_key={save_key}&known=0&q-{id}=0")
    }
}

/// The first question of a unit's page with one choice.
pub fn question(html: &str) -> Result<Question, String> {
    html.split("<form")
        .skip(1)
        .filter_map(|form| form.split("</form>").next())
        .filter(|form| form.contains("type=\"radio\""))
        .find_map(|form| {
            let value =
                |before: &str| Some(form.split(before).nth(1)?.split('"').next()?.to_owned());
            Some(Question {
                action: value("action=\"")?,
                id: value("name=\"q-")?,
            })
        })
        .ok_or_else(|| "the unit asks nothing".to_owned())
}
