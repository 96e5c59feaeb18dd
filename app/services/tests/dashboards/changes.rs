use domain::language::Language;
use domain::people::Role;
use harness::cascade::id;
use harness::on_both;
use services::ServiceError;
use services::invitations::Invitee;
use services::programme::change::{
    TypedInstitution, TypedProgramme, add_institution, change_institution, change_programme,
    institution_form, programme_form,
};
use services::programme::people::{holders, take_back};
use services::programme::{Show, overview};

use super::stage::{Stage, stage};

fn typed() -> TypedProgramme {
    TypedProgramme {
        title: "Another name".into(),
        starts_on: "2029-11-15".into(),
        ends_on: "2030-11-14".into(),
        trainers_per_institution: "5".into(),
        target_min: "10".into(),
        target_max: "12".into(),
        ..TypedProgramme::default()
    }
}

fn institution(name: &str) -> TypedInstitution {
    TypedInstitution {
        name: name.into(),
        kind: "university".into(),
        ..TypedInstitution::default()
    }
}

const NOBODY: Invitee<'static> = Invitee {
    name: "",
    email: "",
    language: Language::English,
};

fn codes(error: ServiceError) -> Vec<(String, String)> {
    let ServiceError::Invalid(problems) = error else {
        panic!("not about fields: {error}");
    };
    problems
        .into_iter()
        .map(|problem| (problem.field, problem.code))
        .collect()
}

async fn missing(stage: &Stage) -> (u32, u32) {
    let (actor, id) = (stage.coordinator(), stage.planted.programme);
    let seen = overview(&stage.services, &actor, id, Show::All, 0)
        .await
        .expect("the page");
    (seen.totals.institutions, seen.totals.missing)
}

on_both! {
    async fn a_changed_target_holds_for_every_institution_without_its_own(store: Store) {
        let stage = stage(&store, 2).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        assert_eq!(missing(&stage).await, (2, 40));
        let own = TypedInstitution { target_min: "5".into(), target_max: "8".into(), ..institution("Own range") };
        change_institution(services, &actor, stage.at(0), &own).await.expect("a change");
        assert_eq!(missing(&stage).await, (2, 25));
        change_programme(services, &actor, programme, &typed()).await.expect("a change");
        assert_eq!(missing(&stage).await, (2, 15));
        let form = institution_form(services, &actor, stage.at(0)).await.expect("the form");
        assert_eq!(form.own.expect("its own range").target_max, 8);
        let again = TypedInstitution { revision: "1".into(), ..institution("The programme's range") };
        change_institution(services, &actor, stage.at(0), &again).await.expect("a change");
        assert_eq!(missing(&stage).await, (2, 20));
    }
}

on_both! {
    async fn what_somebody_else_changed_meanwhile_is_never_overwritten(store: Store) {
        let stage = stage(&store, 1).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        change_programme(services, &actor, programme, &typed()).await.expect("the first");
        let second = change_programme(services, &actor, programme, &typed()).await;
        assert!(matches!(second, Err(ServiceError::Stale)));
        change_institution(services, &actor, stage.at(0), &institution("First")).await.expect("the first");
        let second = change_institution(services, &actor, stage.at(0), &institution("Second")).await;
        assert!(matches!(second, Err(ServiceError::Stale)));
        let form = programme_form(services, &actor, programme).await.expect("the form");
        assert_eq!(form.programme.revision, 1);
    }
}

on_both! {
    async fn beside_the_emblem_stands_a_sentence_in_every_language(store: Store) {
        let stage = stage(&store, 1).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        let own = TypedProgramme { funding_line_sq: "Fjalia jonë".into(), emblem: "yes".into(), ..typed() };
        change_programme(services, &actor, programme, &own).await.expect("changed");
        let kept = programme_form(services, &actor, programme).await.expect("the form").programme;
        assert!(kept.credit.emblem);
        let said = Language::ALL.map(|language| kept.funding_in(language).to_owned());
        assert_eq!(said, ["Co-funded by the European Union", "Fjalia jonë", "Sufinansira Evropska unija"]);
        for (language, said) in Language::ALL.into_iter().zip(said) {
            assert_eq!(services.funding.lines(services, language).await.as_ref(), [said]);
        }

        let plain = TypedProgramme { funding_line: "Paid by us".into(), revision: kept.revision, ..typed() };
        change_programme(services, &actor, programme, &plain).await.expect("changed");
        let kept = programme_form(services, &actor, programme).await.expect("the form").programme;
        let said = Language::ALL.map(|language| kept.funding_in(language).to_owned());
        assert_eq!((kept.credit.emblem, said), (false, ["Paid by us"; 3].map(str::to_owned)));
    }
}

on_both! {
    async fn a_form_with_mistakes_names_each_and_changes_nothing(store: Store) {
        let stage = stage(&store, 1).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        let wrong = TypedProgramme {
            title: "\0 ".into(),
            starts_on: "yesterday".into(),
            ends_on: "2030-13-01".into(),
            trainers_per_institution: "-1".into(),
            target_min: "30".into(),
            target_max: "20".into(),
            ..typed()
        };
        let problems = codes(change_programme(services, &actor, programme, &wrong).await.expect_err("refused"));
        let named = |field: &str, code: &str| problems.contains(&(field.into(), code.into()));
        assert!(named("title", "title_missing") && named("starts_on", "day") && named("ends_on", "day"));
        assert!(named("trainers_per_institution", "count") && named("target_max", "range_reversed"));
        let half = TypedInstitution { target_min: "5".into(), ..institution("Institution 1") };
        let lead = Invitee { name: "Arta Hoxha", email: "not an address", ..NOBODY };
        let refused = add_institution(services, &actor, programme, &half, lead).await.expect_err("refused");
        let fields: Vec<String> = codes(refused).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["target_max", "lead_email", "name"], "the name is known already");
        assert_eq!(missing(&stage).await, (1, 20));
    }
}

on_both! {
    async fn a_new_institution_takes_part_at_once_and_its_lead_is_invited(store: Store) {
        let stage = stage(&store, 1).await;
        let (services, actor, programme) = (&stage.services, stage.coordinator(), stage.planted.programme);
        let lead = Invitee { name: "Arta Hoxha", email: "arta@uni.example", ..NOBODY };
        // Whoever invites must be somebody.
        store
            .write::<_, ServiceError>(Box::new(|tx| {
                Box::pin(async move {
                    let me = domain::ids::PersonId(id(30, 1));
                    Ok(store::person::create(tx, me, "Etleva Çabej", None, harness::cascade::NOW).await?)
                })
            }))
            .await
            .expect("somebody");
        let added = add_institution(services, &actor, programme, &institution("University of Elbasan"), lead)
            .await
            .expect("an institution");
        assert_eq!(missing(&stage).await, (2, 40));
        let page = services::institution::page(services, &actor, added, Default::default()).await.expect("the page");
        let invited = page.people.expect("names").invited;
        assert_eq!(invited.len(), 1);
        assert_eq!((invited[0].0, invited[0].1.as_str()), (Role::Lead(added), "Arta Hoxha"));
    }
}

on_both! {
    async fn only_a_coordinator_changes_the_programme(store: Store) {
        let stage = stage(&store, 1).await;
        let programme = stage.planted.programme;
        for actor in [stage.lead(0), stage.trainer(0), stage.observer()] {
            let services = &stage.services;
            let hidden = |error: Option<ServiceError>| assert!(matches!(error, Some(ServiceError::Hidden)));
            hidden(change_programme(services, &actor, programme, &typed()).await.err());
            hidden(add_institution(services, &actor, programme, &institution("New"), NOBODY).await.err());
            hidden(change_institution(services, &actor, stage.at(0), &institution("New")).await.err());
            hidden(holders(services, &actor, programme).await.err());
        }
    }
}

on_both! {
    async fn a_role_is_taken_back_by_whoever_may_give_it_but_the_last_coordinator_stays(store: Store) {
        let stage = stage(&store, 2).await;
        let services = &stage.services;
        let trainer = stage.planted.places[0].trainer;
        let held = store::grant::holders_at(store.read(), stage.at(0)).await.expect("a read");
        let grant = held[0].grant;
        let foreign = take_back(services, &stage.lead(1), grant).await;
        assert!(matches!(foreign, Err(ServiceError::Hidden)));
        assert_eq!(take_back(services, &stage.lead(0), grant).await.expect("taken").person, trainer);
        assert!(matches!(take_back(services, &stage.lead(0), grant).await, Err(ServiceError::Hidden)));
        let seen = overview(services, &stage.coordinator(), stage.planted.programme, Show::All, 0).await;
        assert_eq!(seen.expect("the page").totals.trainers, 1, "the counts follow");
        let first = stage.give(trainer, Role::Coordinator(stage.planted.programme)).await;
        let refused = take_back(services, &stage.coordinator(), first).await.expect_err("refused");
        assert_eq!(codes(refused), [("grant".to_owned(), "last_coordinator".to_owned())]);
        stage.give(stage.planted.places[1].trainer, Role::Coordinator(stage.planted.programme)).await;
        assert!(take_back(services, &stage.coordinator(), first).await.is_ok());
    }
}
