//! A whole university at once.

use harness::on_both;
use services::enrolment::{self, Delivery};

use crate::place::{Place, trainer};

on_both! {
    async fn ten_thousand_rows_are_checked_committed_shown_and_undone(store: Store) {
        let place = Place::with_mail(store).await;
        let cohort = place.cohort().await;
        let list: String =
            (0..10_000).map(|n| format!("Colleague{n} Surname{n}\tcolleague{n}@unitir.example\n")).collect();
        let prepared = place.paste(cohort, &list).await;
        assert_eq!(prepared.totals.ready, 10_000);
        let id = place.commit(cohort, Delivery::Mail).await.expect("an enrolment");
        assert_eq!(place.heads().await, 10_000);
        let page = enrolment::result(&place.services, &trainer(), cohort, id, 100).await.expect("its last page");
        assert_eq!((page.total, page.page, page.rows.len()), (10_000, 100, 100));

        let again = place.paste(cohort, &list).await;
        assert_eq!(again.totals.already, 10_000);
        enrolment::undo(&place.services, &trainer(), cohort, id).await.expect("undone");
        assert_eq!(place.heads().await, 0);
    }
}
