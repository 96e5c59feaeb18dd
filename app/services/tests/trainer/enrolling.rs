//! The main job: a messy list becomes a cohort.

use domain::roster::Verdict;
use harness::on_both;
use services::enrolment::{self, Choice, Confirmed, Delivery, Edits, RowChange};
use services::sessions::Plan;
use services::{ServiceError, cohorts};
use store::enrolment::Outcome;

use crate::place::{Place, TRAINER, lead, trainer, tuzla_trainer};

/// Twenty-five lines as people have them: three cannot go in as they are.
pub const MESSY: &str = "\
Arta Hoxha <arta.hoxha@unitir.example>
\"Begić, Emir\" <emir.begic@unitir.example>;
Ђорђе Петровић\tdjordje.petrovic@unitir.example
ENDRIT.KOLA@unitir.example
Prof. dr Lejla Šabić, lejla.sabic@unitir.example
\"'Blerta Gashi' <blerta.gashi@unitir.example>\"
mailto:dritan.leka@unitir.example
8. Ilir Meta ilir.meta@unitir.example
Zana Çela;zana.cela@unitir.example
Genc Dushku zana.dushku(at)unitir.example
Vjosa Berisha <vjosa.berisha@unitir.example>.
Xhevdet Doda\t\txhevdet.doda@unitir.example
Nora Krasniqi
Besnik Hysi besnik.hysi@ unitir.example
Adelina Prifti\u{200b} adelina.prifti@unitir.example
Fatmir Shehu <FATMIR.SHEHU@UNITIR.EXAMPLE>
Merita Lika merita.lika.unitir.example
Agron Duka agron.duka@unitir.example
=Sokol Bega sokol.bega@unitir.example
Rina Toska rina.toska@unitir.example
Jasmin Kovač jasmin.kovac@unitir.example
Amra Delić amra.delic@unitir.example
Haris Hodžić haris@hodzic@unitir.example
Selma Imamović selma.imamovic@unitir.example
Mirza Jusić mirza.jusic@unitir.example
";

/// The three rows, put right.
fn fixed(rows: &[domain::roster::CheckedRow]) -> Vec<RowChange> {
    rows.iter()
        .filter(|row| matches!(row.verdict, Verdict::FixNeeded(_)))
        .map(|checked| RowChange {
            number: checked.row.number,
            name: if checked.row.name.is_empty() {
                "Some Body".into()
            } else {
                checked.row.name.clone()
            },
            address: format!("fixed.{}@unitir.example", checked.row.number),
            choice: Choice::Open,
        })
        .collect()
}

on_both! {
    async fn twenty_five_messy_lines_give_twenty_two_ready_and_three_fixed_go_in_as_well(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, MESSY).await;
        assert_eq!((list.totals.ready, list.totals.to_fix, list.rows.len()), (22, 3, 25), "{:#?}", list.rows);

        let edits = Edits { rows: fixed(&list.rows), ..Edits::default() };
        enrolment::revise(&place.services, &trainer(), cohort, list.revision, edits).await.expect("corrections");
        let desk = place.desk(cohort).await;
        assert_eq!((desk.meter.before, desk.meter.after), (0, 25));
        place.commit(cohort, Delivery::Mail).await.expect("an enrolment");

        assert_eq!(place.people(cohort).await.len(), 25);
        assert_eq!(place.heads().await, 25);
        assert!(place.desk(cohort).await.prepared.is_none(), "nothing is left to do");
    }
}

on_both! {
    async fn good_rows_go_in_and_the_rest_stay_as_a_draft(store: Store) {
        let place = Place::without_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        let id = place.commit(cohort, Delivery::Slips).await.expect("an enrolment");

        let left = place.prepared(cohort).await;
        assert_eq!((left.rows.len(), left.totals.to_fix), (3, 3));
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the result");
        assert_eq!(page.counts, [(Outcome::Enrolled, 22), (Outcome::ToFix, 3)]);
        assert_eq!(page.rows.len(), 25);
        assert!(page.rows.iter().all(|row| (row.outcome == Outcome::Enrolled) == row.participation.is_some()));
        assert!(page.draft && page.undo.is_ok());
    }
}

on_both! {
    async fn pasting_the_same_list_again_changes_nothing(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        place.commit(cohort, Delivery::Mail).await.expect("an enrolment");

        let again = place.paste(cohort, MESSY).await;
        assert_eq!((again.totals.ready, again.totals.already, again.totals.to_fix), (0, 22, 3));
        let refused = place.commit(cohort, Delivery::Mail).await;
        assert!(matches!(refused, Err(ServiceError::Invalid(_))));
        assert_eq!(place.people(cohort).await.len(), 22);
        assert_eq!(place.heads().await, 22);
        let meter = place.desk(cohort).await.meter;
        assert_eq!((meter.before, meter.after), (22, 22));
    }
}

on_both! {
    async fn a_colleague_of_two_cohorts_is_one_head_and_the_meter_knows_it(store: Store) {
        let place = Place::with_mail(store).await;
        let (first, second) = (place.cohort().await, place.cohort().await);
        place.paste(first, "Arta Hoxha arta@unitir.example\nEmir Begić emir@unitir.example").await;
        place.commit(first, Delivery::Later).await.expect("an enrolment");

        place.paste(second, "Hoxha Arta <ARTA@unitir.example>\nLejla Šabić lejla@unitir.example").await;
        let meter = place.desk(second).await.meter;
        assert_eq!((meter.before, meter.after), (2, 3));
        place.commit(second, Delivery::Later).await.expect("an enrolment");
        assert_eq!(place.heads().await, 3);
    }
}

on_both! {
    async fn a_trainer_in_the_list_is_enrolled_without_counting_as_a_colleague(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, "Teuta Trajnere teuta@unitir.example").await;
        assert_eq!(place.desk(cohort).await.meter.after, 0);
        place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        assert_eq!((place.people(cohort).await, place.heads().await), (vec![TRAINER], 0));
    }
}

on_both! {
    async fn the_trainer_decides_whether_it_is_the_same_person(store: Store) {
        let place = Place::with_mail(store).await;
        let (first, second) = (place.cohort().await, place.cohort().await);
        place.paste(first, "Đorđe Petrović dj@unitir.example").await;
        place.commit(first, Delivery::Later).await.expect("an enrolment");
        let known = place.people(first).await[0];

        let list = place.paste(second, "Ђорђе Петровић djordje@gmail.example").await;
        assert_eq!(list.rows[0].verdict, Verdict::SamePerson(vec![known]));
        assert_eq!(list.known_here[&known].0, "Đorđe Petrović");
        let same = RowChange {
            number: 1,
            name: list.rows[0].row.name.clone(),
            address: list.rows[0].row.address.clone(),
            choice: Choice::Same(known),
        };
        let edits = Edits { rows: vec![same], ..Edits::default() };
        enrolment::revise(&place.services, &trainer(), second, list.revision, edits).await.expect("a decision");
        place.commit(second, Delivery::Later).await.expect("an enrolment");
        assert_eq!(place.people(second).await, [known]);
        let addresses = store::person::addresses(place.services.store.read(), known).await.expect("addresses");
        assert_eq!(addresses.len(), 2);
    }
}

on_both! {
    async fn another_institution_s_person_looks_like_an_absent_one(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, "Tarik Trener tarik@untz.example\nTarik Trener tarik@gmail.example").await;
        assert!(list.known_here.is_empty(), "nothing about Tuzla's people is shown");
        assert_eq!(list.totals.ready, 2, "their names are not compared");
        let id = place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 1).await.expect("the result");
        assert!(page.rows.iter().all(|row| row.reason == "new"));
    }
}

on_both! {
    async fn a_foreign_cohort_looks_absent_in_every_way(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        let id = place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        let (services, them) = (&place.services, tuzla_trainer());
        let confirmed = Confirmed { revision: 1, ready: 1, delivery: Delivery::Later };
        assert!(matches!(enrolment::desk(services, &them, cohort).await, Err(ServiceError::Hidden)));
        let pasted = enrolment::paste(services, &them, cohort, "a@b.example".into(), None).await;
        assert!(matches!(pasted, Err(ServiceError::Hidden)));
        assert!(matches!(enrolment::commit(services, &them, cohort, confirmed).await, Err(ServiceError::Hidden)));
        assert!(matches!(enrolment::result(services, &them, cohort, id, 1).await, Err(ServiceError::Hidden)));
        assert!(matches!(enrolment::undo(services, &them, cohort, id).await, Err(ServiceError::Hidden)));
        assert!(matches!(cohorts::rename(services, &them, cohort, "Ours", 1).await, Err(ServiceError::Hidden)));
        let visitor = domain::people::Actor::Visitor;
        assert!(matches!(enrolment::desk(services, &visitor, cohort).await, Err(ServiceError::SignIn)));
    }
}

on_both! {
    async fn confirming_one_draft_twice_at_once_makes_one_enrolment(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, MESSY).await;
        let confirmed = Confirmed { revision: list.revision, ready: 22, delivery: Delivery::Mail };
        let actor = trainer();
        let press = || enrolment::commit(&place.services, &actor, cohort, confirmed);
        let (a, b, c) = tokio::join!(press(), press(), press());
        let outcomes = [a, b, c];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(ServiceError::Stale))), "{outcomes:?}");
        assert_eq!(place.people(cohort).await.len(), 22);
        let history = store::enrolment::history(place.services.store.read(), cohort, 10).await.expect("history");
        assert_eq!(history.len(), 1);
    }
}

on_both! {
    async fn of_two_people_enrolling_the_same_list_the_second_is_told_what_changed(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        enrolment::paste(&place.services, &lead(), cohort, MESSY.into(), None).await.expect("the lead's list");
        assert_eq!(place.desk(cohort).await.others.len(), 1, "the page says who else prepares a list");
        place.commit(cohort, Delivery::Later).await.expect("an enrolment");

        let confirmed = Confirmed { revision: 1, ready: 22, delivery: Delivery::Later };
        let late = enrolment::commit(&place.services, &lead(), cohort, confirmed).await;
        assert!(matches!(late, Err(ServiceError::Invalid(_))), "{late:?}");
        assert_eq!(place.people(cohort).await.len(), 22);
        let draft = enrolment::desk(&place.services, &lead(), cohort).await.expect("the page").prepared;
        assert_eq!(draft.expect("the lead's draft").totals.already, 22);
    }
}

on_both! {
    async fn a_stale_form_writes_over_nothing(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, MESSY).await;
        let plan = |day: &str| Edits {
            plan: Some(Plan { day: day.into(), place: "Room 3".into(), trainers: vec![TRAINER], ..Plan::default() }),
            ..Edits::default()
        };
        let services = &place.services;
        enrolment::revise(services, &trainer(), cohort, list.revision, plan("2026-11-14")).await.expect("a plan");
        let stale = enrolment::revise(services, &trainer(), cohort, list.revision, plan("2026-12-24")).await;
        assert!(matches!(stale, Err(ServiceError::Stale)));
        assert_eq!(place.prepared(cohort).await.plan.day, "2026-11-14");
    }
}

on_both! {
    async fn the_session_is_planned_in_the_same_step_and_a_wrong_day_enrols_nobody(store: Store) {
        let place = Place::without_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, MESSY).await;
        let plan = |day: &str| Edits {
            plan: Some(Plan { day: day.into(), place: "Room 3".into(), trainers: vec![TRAINER], ..Plan::default() }),
            ..Edits::default()
        };
        let services = &place.services;
        let revision = enrolment::revise(services, &trainer(), cohort, list.revision, plan("31 February"))
            .await
            .expect("kept as typed");
        let prepared = place.prepared(cohort).await;
        assert_eq!((prepared.plan.day.as_str(), prepared.problems[0].field.as_str()), ("31 February", "day"));
        assert!(matches!(place.commit(cohort, Delivery::Later).await, Err(ServiceError::Invalid(_))));
        assert!(place.people(cohort).await.is_empty());

        enrolment::revise(services, &trainer(), cohort, revision, plan("2026-11-14")).await.expect("a day");
        place.commit(cohort, Delivery::Later).await.expect("an enrolment");
        let sessions = store::session::of_cohort(services.store.read(), cohort).await.expect("sessions");
        assert_eq!(sessions.len(), 1);
        assert_eq!(sessions[0].place, "Room 3");
    }
}

on_both! {
    async fn without_a_mail_server_nothing_is_promised_by_mail(store: Store) {
        let place = Place::without_mail(store).await;
        let cohort = place.cohort().await;
        let list = place.paste(cohort, MESSY).await;
        assert_eq!(list.delivery, Delivery::Later);
        assert!(matches!(place.commit(cohort, Delivery::Mail).await, Err(ServiceError::Invalid(_))));
    }
}

on_both! {
    async fn a_draft_waits_for_its_trainer_and_start_again_throws_it_away(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        place.paste(cohort, MESSY).await;
        place.wait(domain::clock::DAY * 3);
        assert_eq!(place.prepared(cohort).await.rows.len(), 25);
        enrolment::start_again(&place.services, &trainer(), cohort).await.expect("a clean desk");
        assert!(place.desk(cohort).await.prepared.is_none());
    }
}
