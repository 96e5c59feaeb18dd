//! Who is to be reminded of what, page by page. Every query reads a stretch of an index, whatever
//! the number of people outside it; nobody withdrawn, nobody who wants no reminders, and nothing
//! of a programme that ended long ago is among the answers.

use chrono::NaiveDate;
use domain::cascade::follow_up::Round;
use domain::clock::Timestamp;
use domain::ids::{
    CohortId, InstitutionId, InvitationId, ParticipationId, PersonId, ProgrammeId, SessionId,
};
use domain::language::Language;
use domain::reminders::Window;
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::day;
use crate::{StoreError, sql};

/// Somebody to remind, in one of their cohorts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The participation.
    pub participation: ParticipationId,
    /// Who.
    pub person: PersonId,
    /// The cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// Where it is held.
    pub institution: InstitutionId,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Who trains it the longest of those who hold the role for that now.
    pub trainer: Option<PersonId>,
    /// The language of whoever made it: colleagues at one institution mostly share it.
    pub language: Option<Language>,
    /// What happened then and is why they are reminded.
    pub since: Timestamp,
}

/// Where a page of [`Due`] ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    /// The moment of the last one.
    pub at: i64,
    /// The last one.
    pub id: Uuid,
}

impl Mark {
    /// Before everything in a window.
    #[must_use]
    pub fn before(window: Window) -> Self {
        Self {
            at: window.from.plus(1).0,
            id: Uuid::nil(),
        }
    }
}

/// Which part of those due is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// From after this one.
    pub after: Mark,
    /// Up to this moment.
    pub until: Timestamp,
    /// Programmes that ended before this day are left out.
    pub earliest_end: NaiveDate,
    /// At most so many.
    pub limit: u64,
}

/// Those invited in a stretch of time by a letter that went out, who never came in: each with the
/// invitation that is still open.
///
/// # Errors
/// When the database fails.
pub async fn never_joined(
    db: &impl ConnectionTrait,
    part: Part,
) -> Result<Vec<(Due, InvitationId)>, StoreError> {
    let query = Query {
        since: "p.invited_at",
        also: "i.id as invitation_id",
        join: "join person who on who.id = p.person_id \
               join invitation i on i.cohort_id = p.cohort_id and i.person_id = p.person_id \
                and i.used_at is null and i.revoked_at is null",
        only: "p.started_at is null and who.password_hash is null and exists \
               (select 1 from message m where m.invitation_id = i.id and m.state = 'sent')",
    };
    let rows: Vec<InvitedRow> = query.page(db, part, Vec::new()).await?;
    let found = rows.into_iter().map(|row| {
        let invitation = InvitationId(row.invitation_id);
        (row.due.into(), invitation)
    });
    Ok(found.collect())
}

#[derive(FromQueryResult)]
struct InvitedRow {
    #[sea_orm(nested)]
    due: Row,
    invitation_id: Uuid,
}

/// Those who came in, have not finished, and did nothing since a moment in a stretch of time.
///
/// # Errors
/// When the database fails.
pub async fn quiet(db: &impl ConnectionTrait, part: Part) -> Result<Vec<Due>, StoreError> {
    let query = Query {
        since: "coalesce(p.last_activity_at, p.invited_at)",
        also: "1 as found",
        join: "join person who on who.id = p.person_id",
        only: "p.finished_at is null and who.password_hash is not null",
    };
    let rows: Vec<Row> = query.page(db, part, Vec::new()).await?;
    Ok(rows.into_iter().map(Due::from).collect())
}

/// Those who finished in a stretch of time and have not answered in a round.
///
/// # Errors
/// When the database fails.
pub async fn unanswered(
    db: &impl ConnectionTrait,
    round: Round,
    part: Part,
) -> Result<Vec<Due>, StoreError> {
    let query = Query {
        since: "p.finished_at",
        also: "1 as found",
        join: "",
        only: "p.finished_at is not null and not exists (select 1 from follow_up_answer a \
               where a.participation_id = p.id and a.round = $5)",
    };
    let days = i32::try_from(round.days()).unwrap_or(i32::MAX);
    let rows: Vec<Row> = query.page(db, part, vec![days.into()]).await?;
    Ok(rows.into_iter().map(Due::from).collect())
}

/// One kind of reminder.
struct Query<'a> {
    /// The moment that is why somebody is reminded.
    since: &'a str,
    /// A further column.
    also: &'a str,
    /// Further tables.
    join: &'a str,
    /// Who is meant; further values are numbered from 5.
    only: &'a str,
}

impl Query<'_> {
    async fn page<T: FromQueryResult>(
        &self,
        db: &impl ConnectionTrait,
        part: Part,
        further: Vec<Value>,
    ) -> Result<Vec<T>, StoreError> {
        let Self {
            since,
            also,
            join,
            only,
        } = self;
        let limit = part.limit;
        // The first comparison of the moment is implied by the second: it is what an index knows.
        let text = format!(
            "select {COLUMNS}, {since} as since, {also} \
             from participation p join cohort c on c.id = p.cohort_id \
             join programme pr on pr.id = p.programme_id \
             left join person maker on maker.id = c.created_by {join} \
             where {since} >= $1 and ({since}, p.id) > ($1, $2) and {since} <= $3 \
             and p.withdrawn_at is null and {only} and {WANTED} \
             order by {since}, p.id limit {limit}"
        );
        let mut values: Vec<Value> = vec![
            part.after.at.into(),
            part.after.id.into(),
            part.until.0.into(),
            part.earliest_end.to_string().into(),
        ];
        values.extend(further);
        sql::all(db, &text, values).await
    }
}

const COLUMNS: &str = "p.id, p.person_id, p.cohort_id, c.title, p.institution_id, p.programme_id, \
     maker.language, \
     (select ct.person_id from cohort_trainer ct where ct.cohort_id = c.id and exists \
      (select 1 from role_grant g where g.person_id = ct.person_id and g.revoked_at is null \
       and (g.role = 'trainer' and g.institution_id = c.institution_id \
        or g.role = 'partner_trainer' and g.programme_id = c.programme_id)) \
      order by ct.added_at, ct.person_id limit 1) as trainer";
/// Of a programme that goes on, and of people who want letters.
const WANTED: &str = "(pr.ends_on is null or pr.ends_on >= $4) and not exists \
     (select 1 from letter_refusal r where r.person_id = p.person_id)";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    cohort_id: Uuid,
    title: String,
    institution_id: Uuid,
    programme_id: Uuid,
    trainer: Option<Uuid>,
    language: Option<String>,
    since: i64,
}

impl From<Row> for Due {
    fn from(row: Row) -> Self {
        Self {
            participation: ParticipationId(row.id),
            person: PersonId(row.person_id),
            cohort: CohortId(row.cohort_id),
            title: row.title,
            institution: InstitutionId(row.institution_id),
            programme: ProgrammeId(row.programme_id),
            trainer: row.trainer.map(PersonId),
            language: row.language.as_deref().and_then(Language::from_tag),
            since: Timestamp(row.since),
        }
    }
}

/// A session that is near, for one of its cohort's people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Whom to remind; `since` is the first moment of the session's day.
    pub due: Due,
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub on_day: NaiveDate,
    /// When it begins, as HH:MM where it is held; empty when nobody said.
    pub starts: String,
    /// Where it meets: the room, the link, or both.
    pub place: String,
}

/// Those whose cohort meets on one of these days, from after a session and one of its people.
///
/// # Errors
/// When the database fails.
pub async fn sessions_ahead(
    db: &impl ConnectionTrait,
    days: [NaiveDate; 2],
    after: (Uuid, Uuid),
    earliest_end: NaiveDate,
    limit: u64,
) -> Result<Vec<Ahead>, StoreError> {
    let text = format!(
        "select {COLUMNS}, p.invited_at as since, s.id as session_id, s.on_day, s.starts, s.place, s.link \
         from session s join participation p on p.cohort_id = s.cohort_id \
         join cohort c on c.id = p.cohort_id join programme pr on pr.id = p.programme_id \
         left join person maker on maker.id = c.created_by \
         where s.on_day in ($1, $2) and s.delivered_at is null and s.cancelled_at is null \
         and s.id >= $3 and (s.id, p.id) > ($3, $5) and p.withdrawn_at is null and {WANTED} \
         order by s.id, p.id limit {limit}"
    );
    let values = vec![
        days[0].to_string().into(),
        days[1].to_string().into(),
        after.0.into(),
        earliest_end.to_string().into(),
        after.1.into(),
    ];
    let rows: Vec<AheadRow> = sql::all(db, &text, values).await?;
    let ahead = |row: AheadRow| {
        let on_day = day(&row.on_day)?;
        let mut due: Due = row.due.into();
        due.since = Timestamp::start_of(on_day);
        Some(Ahead {
            due,
            session: SessionId(row.session_id),
            on_day,
            starts: row.starts,
            place: [row.place, row.link]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        })
    };
    Ok(rows.into_iter().filter_map(ahead).collect())
}

#[derive(FromQueryResult)]
struct AheadRow {
    #[sea_orm(nested)]
    due: Row,
    session_id: Uuid,
    on_day: String,
    starts: String,
    place: String,
    link: String,
}
