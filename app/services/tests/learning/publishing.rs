//! Publishing: versions never change, and the same course is never published twice.

use domain::people::Actor;
use services::course::{course, install, publish_starter, sources};

use crate::world::services;

harness::on_both! {
    async fn a_course_published_again_unchanged_keeps_its_version(store: Store) {
        let (services, _) = services(&store);
        let first = publish_starter(&services).await.expect("a publication").expect("the starter course");
        assert!(first.new && first.number == 1);
        assert_eq!(publish_starter(&services).await.expect("an answer"), None);
        let again = install(&services, &curriculum::starter().expect("the starter course")).await.expect("an answer");
        assert_eq!((again.new, again.version, again.number), (false, first.version, 1));
    }
}

harness::on_both! {
    async fn a_changed_course_becomes_a_new_version_beside_the_old(store: Store) {
        let (services, _) = services(&store);
        let first = publish_starter(&services).await.expect("a publication").expect("the starter course");
        let old = course(&services, &Actor::Visitor, "iah").await.expect("the course");
        let files = curriculum::source_of_starter().into_iter().map(|(path, text)| {
            let text = text.replace("title: Internationalisation at Home\n", "title: Changed\n");
            (path, text)
        });
        let changed = install(&services, &curriculum::read(files).expect("a course")).await.expect("a publication");
        assert!(changed.new && changed.number == 2 && changed.version != first.version);
        let new = course(&services, &Actor::Visitor, "iah").await.expect("the course");
        assert_eq!(new.edition.contents(crate::world::ENGLISH).title, "Changed");
        assert_ne!(old.edition.contents(crate::world::ENGLISH).title, "Changed");
        assert_ne!(old.edition.units()[0].id, new.edition.units()[0].id);
    }
}

harness::on_both! {
    async fn an_export_is_what_was_imported_byte_for_byte(store: Store) {
        let (services, _) = services(&store);
        publish_starter(&services).await.expect("a publication");
        assert_eq!(sources(&services, Some("iah")).await.expect("files"), curriculum::source_of_starter());
        assert!(sources(&services, Some("nothing")).await.is_err());
    }
}
