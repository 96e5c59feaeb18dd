//! The table, cell by cell, as the product promises it: written out a second time by hand, so
//! that a changed cell fails with a sentence.

use uuid::Uuid;

use super::{Action, Decision, Subject, SubjectKind, decide, row};
use crate::ids::{InstitutionId, PersonId, ProgrammeId};
use crate::people::{Actor, Role};

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));
const OTHER_PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(2));
const TIRANA: InstitutionId = InstitutionId(Uuid::from_u128(11));
const TUZLA: InstitutionId = InstitutionId(Uuid::from_u128(12));
const COLLEAGUE: PersonId = PersonId(Uuid::from_u128(21));
const TRAINER: PersonId = PersonId(Uuid::from_u128(22));
const PARTNER: PersonId = PersonId(Uuid::from_u128(23));
const SOMEBODY: PersonId = PersonId(Uuid::from_u128(24));

/// The subject of each kind that all cells ask about: it lies in PROGRAMME, at TIRANA.
fn subject(kind: SubjectKind) -> Subject<'static> {
    match kind {
        SubjectKind::Platform => Subject::Platform,
        SubjectKind::TrainersModules => Subject::TrainersModules {
            taken_by: &[COLLEAGUE],
        },
        SubjectKind::Programme => Subject::Programme(PROGRAMME),
        SubjectKind::Institution => Subject::Institution {
            programme: PROGRAMME,
            institution: TIRANA,
        },
        SubjectKind::Cohort => Subject::Cohort {
            programme: PROGRAMME,
            institution: TIRANA,
            trainers: &[TRAINER, PARTNER],
        },
        SubjectKind::Person => Subject::Person {
            person: COLLEAGUE,
            institutions: &[TIRANA],
            programmes: &[PROGRAMME],
            trained_by: &[(TRAINER, TIRANA), (PARTNER, TIRANA)],
            roles: &[],
        },
    }
}

fn holding(id: PersonId, roles: &[Role]) -> Actor {
    Actor::Person {
        id,
        roles: roles.to_vec(),
    }
}

/// Who stands behind each letter of a row of [`EXPECTED`], in order.
fn actors() -> [(&'static str, Actor); 18] {
    [
        ("a visitor", Actor::Visitor),
        ("the person themself", holding(COLLEAGUE, &[])),
        ("another learner", holding(SOMEBODY, &[])),
        (
            "the cohort's trainer",
            holding(TRAINER, &[Role::Trainer(TIRANA)]),
        ),
        (
            "another trainer of the institution",
            holding(SOMEBODY, &[Role::Trainer(TIRANA)]),
        ),
        (
            "a trainer of another institution",
            holding(SOMEBODY, &[Role::Trainer(TUZLA)]),
        ),
        (
            "the institution's lead",
            holding(SOMEBODY, &[Role::Lead(TIRANA)]),
        ),
        (
            "the lead of another institution",
            holding(SOMEBODY, &[Role::Lead(TUZLA)]),
        ),
        (
            "the coordinator",
            holding(SOMEBODY, &[Role::Coordinator(PROGRAMME)]),
        ),
        (
            "the coordinator of another programme",
            holding(SOMEBODY, &[Role::Coordinator(OTHER_PROGRAMME)]),
        ),
        (
            "the cohort's partner trainer",
            holding(PARTNER, &[Role::PartnerTrainer(PROGRAMME)]),
        ),
        (
            "another partner trainer",
            holding(SOMEBODY, &[Role::PartnerTrainer(PROGRAMME)]),
        ),
        (
            "a partner trainer of another programme",
            holding(SOMEBODY, &[Role::PartnerTrainer(OTHER_PROGRAMME)]),
        ),
        ("an author", holding(SOMEBODY, &[Role::Author])),
        (
            "an observer",
            holding(SOMEBODY, &[Role::Observer(PROGRAMME)]),
        ),
        (
            "an observer of another programme",
            holding(SOMEBODY, &[Role::Observer(OTHER_PROGRAMME)]),
        ),
        (
            "a recogniser",
            holding(SOMEBODY, &[Role::Recogniser(PROGRAMME)]),
        ),
        (
            "a recogniser of another programme",
            holding(SOMEBODY, &[Role::Recogniser(OTHER_PROGRAMME)]),
        ),
    ]
}

/// A = allowed, F = figures without names, S = sign in first, . = as if it did not exist.
#[rustfmt::skip]
const EXPECTED: &[(Action, &str)] = &[
    //                           visitor
    //                           | self, other learner
    //                           | |  trainer: of the cohort, same institution, other institution
    //                           | |  |   lead: own, other
    //                           | |  |   |  coordinator: own, other
    //                           | |  |   |  |  partner: of the cohort, same programme, other programme
    //                           | |  |   |  |  |   author
    //                           | |  |   |  |  |   | observer: own, other
    //                           | |  |   |  |  |   | |  recogniser: own, other
    (Action::ReadCourse,        "A AA AAA AA AA AAA A AA AA"),
    (Action::CheckCertificate,  "A AA AAA AA AA AAA A AA AA"),
    (Action::ReadPublicFigures, "F FF FFF FF FF FFF F FF FF"),
    (Action::ReadTrainersSide,  "S .. AAA AA AA AAA A .. .."),
    (Action::ReadTrainersModule, "S A. AAA AA AA AAA A .. .."),
    (Action::Learn,             "S A. ... .. .. ... . .. .."),
    (Action::ManageAccount,     "S A. ... .. .. ... . .. .."),
    (Action::SeeReflections,    "S A. ... .. .. ... . .. .."),
    (Action::SeePerson,         "S A. A.. A. A. A.. . .. .."),
    (Action::HandOverResetCode, "S .. ... A. A. ... . .. .."),
    (Action::ErasePerson,       "S A. ... .. A. ... . .. .."),
    (Action::CreateCohort,      "S .. AA. A. A. AA. . .. .."),
    (Action::SeeCohort,         "S .. A.. A. A. A.. . .. .."),
    (Action::EditCohort,        "S .. A.. A. A. A.. . .. .."),
    (Action::EnrolPeople,       "S .. A.. A. A. A.. . .. .."),
    (Action::UndoEnrolment,     "S .. A.. A. A. A.. . .. .."),
    (Action::WithdrawPerson,    "S .. A.. A. A. A.. . .. .."),
    (Action::ResendInvitation,  "S .. A.. A. A. A.. . .. .."),
    (Action::RevokeInvitation,  "S .. A.. A. A. A.. . .. .."),
    (Action::PlanSession,       "S .. A.. A. A. A.. . .. .."),
    (Action::KeepRegister,      "S .. A.. A. A. A.. . .. .."),
    (Action::KeepEvidence,      "S .. A.. A. A. A.. . .. .."),
    (Action::PackEvidence,      "S .. A.. A. A. A.. . .. .."),
    (Action::ReviewActivity,    "S .. A.. .. .. A.. . .. .."),
    (Action::HandOverCohort,    "S .. A.. A. A. A.. . .. .."),
    (Action::ExportCohort,      "S .. A.. A. A. A.. . .. .."),
    (Action::SeeInstitution,    "S .. FF. A. A. FF. . F. .."),
    (Action::ExportInstitution, "S .. FF. A. A. FF. . F. .."),
    (Action::InviteTrainer,     "S .. ... A. A. ... . .. .."),
    (Action::NudgeTrainer,      "S .. ... A. A. ... . .. .."),
    (Action::InviteLead,        "S .. ... A. A. ... . .. .."),
    (Action::SeeProgramme,      "S .. ... .. A. AA. . F. .."),
    (Action::ExportProgramme,   "S .. ... .. A. AA. . F. .."),
    (Action::SeeActivity,       "S .. ... .. A. FF. . F. .."),
    (Action::MakeFunderPack,    "S .. ... .. A. ... . .. .."),
    (Action::TakeFunderPack,    "S .. ... .. A. ... . A. .."),
    (Action::EditProgramme,     "S .. ... .. A. ... . .. .."),
    (Action::AddInstitution,    "S .. ... .. A. ... . .. .."),
    (Action::InviteCoordinator, "S .. ... .. A. ... . .. .."),
    (Action::InvitePartner,     "S .. ... .. A. ... . .. .."),
    (Action::InviteObserver,    "S .. ... .. A. ... . .. .."),
    (Action::InviteRecogniser,  "S .. ... .. A. ... . .. .."),
    (Action::AddRecognition,    "S .. ... .. .. ... . .. A."),
    (Action::SeeAudit,          "S .. ... .. A. ... . .. .."),
    (Action::CreateProgramme,   "S .. ... .. AA ... . .. .."),
    (Action::WriteCourse,       "S .. ... .. .. ... A .. .."),
    (Action::ImportCourse,      "S .. ... .. AA ... A .. .."),
    (Action::PublishCourse,     "S .. ... .. AA ... A .. .."),
    (Action::InviteAuthor,      "S .. ... .. AA ... . .. .."),
    (Action::SeeJobs,           "S .. ... .. AA ... . .. .."),
    (Action::ManageSettings,    "S .. ... .. AA ... . .. .."),
];

fn letter(decision: Decision) -> char {
    match decision {
        Decision::Allow => 'A',
        Decision::Aggregates => 'F',
        Decision::SignIn => 'S',
        Decision::Hidden => '.',
    }
}

#[test]
fn every_cell_of_the_table_is_as_the_product_promises() {
    let mut wrong = Vec::new();
    for (action, cells) in EXPECTED {
        let letters: Vec<char> = cells.chars().filter(|c| *c != ' ').collect();
        assert_eq!(
            letters.len(),
            actors().len(),
            "the row of {action:?} has a cell too many or few"
        );
        for ((who, actor), expected) in actors().iter().zip(letters) {
            let given = letter(decide(actor, *action, &subject(row(*action).about)));
            if given != expected {
                wrong.push(format!(
                    "{who} asking for {action:?} gets {given}, promised {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_action_has_a_promised_row() {
    for action in Action::ALL {
        let rows = EXPECTED
            .iter()
            .filter(|(promised, _)| promised == action)
            .count();
        assert_eq!(rows, 1, "{action:?} needs exactly one row here");
    }
}

#[test]
fn an_action_asked_about_the_wrong_kind_of_thing_is_hidden_from_everybody() {
    let kinds = [
        SubjectKind::Platform,
        SubjectKind::TrainersModules,
        SubjectKind::Programme,
        SubjectKind::Institution,
        SubjectKind::Cohort,
        SubjectKind::Person,
    ];
    for action in Action::ALL {
        for kind in kinds.into_iter().filter(|kind| *kind != row(*action).about) {
            for (who, actor) in actors() {
                let given = decide(&actor, *action, &subject(kind));
                assert_eq!(
                    given,
                    Decision::Hidden,
                    "{who} asked {action:?} about a {kind:?}"
                );
            }
        }
    }
}

#[test]
fn of_several_roles_the_widest_counts() {
    let both = holding(SOMEBODY, &[Role::Observer(PROGRAMME), Role::Lead(TIRANA)]);
    let institution = |at| Subject::Institution {
        programme: PROGRAMME,
        institution: at,
    };
    assert_eq!(
        decide(&both, Action::SeeInstitution, &institution(TIRANA)),
        Decision::Allow
    );
    assert_eq!(
        decide(&both, Action::SeeInstitution, &institution(TUZLA)),
        Decision::Aggregates
    );
}

#[test]
fn a_trainer_named_in_another_institution_s_cohort_still_does_not_see_its_people() {
    let guest = holding(TRAINER, &[Role::Trainer(TUZLA)]);
    for action in [Action::SeeCohort, Action::EnrolPeople, Action::ExportCohort] {
        assert_eq!(
            decide(&guest, action, &subject(SubjectKind::Cohort)),
            Decision::Hidden
        );
    }
    let person = subject(SubjectKind::Person);
    assert_eq!(decide(&guest, Action::SeePerson, &person), Decision::Hidden);
}

/// A colleague of TUZLA who takes part in TRAINER's and PARTNER's cohort at TIRANA.
const GUEST: Subject<'static> = Subject::Person {
    person: COLLEAGUE,
    institutions: &[TUZLA],
    programmes: &[PROGRAMME],
    trained_by: &[(TRAINER, TIRANA), (PARTNER, TIRANA)],
    roles: &[],
};

#[test]
fn a_guest_in_a_cohort_is_seen_by_those_who_train_them_and_never_by_the_place_itself() {
    //                                    visitor
    //                                    | self, other learner
    //                                    | |  trainer: of the cohort, same place, the guest's own place
    //                                    | |  |   lead: of the place, of the guest's own
    //                                    | |  |   |  coordinator: own, other
    //                                    | |  |   |  |  partner: of the cohort, same, other programme
    let expected = [
        (Action::SeePerson, "S A. A.. .A A. A.. . .. .."),
        (Action::HandOverResetCode, "S .. ... .A A. ... . .. .."),
        (Action::SeeReflections, "S A. ... .. .. ... . .. .."),
        (Action::ErasePerson, "S A. ... .. A. ... . .. .."),
    ];
    for (action, cells) in expected {
        let letters = cells.chars().filter(|cell| *cell != ' ');
        for ((who, actor), expected) in actors().iter().zip(letters) {
            let given = letter(decide(actor, action, &GUEST));
            assert_eq!(given, expected, "{who} asking for {action:?} of a guest");
        }
    }
}

#[test]
fn being_named_as_a_trainer_without_holding_the_role_opens_nothing() {
    let former = holding(TRAINER, &[]);
    assert_eq!(
        decide(&former, Action::SeeCohort, &subject(SubjectKind::Cohort)),
        Decision::Hidden
    );
}

/// A colleague of TIRANA who also holds `roles`.
fn member_with(roles: &[Role]) -> Subject<'_> {
    Subject::Person {
        person: COLLEAGUE,
        institutions: &[TIRANA],
        programmes: &[PROGRAMME],
        trained_by: &[],
        roles,
    }
}

#[test]
fn a_lead_cannot_take_over_a_wider_account_with_a_reset_code() {
    let lead = holding(SOMEBODY, &[Role::Lead(TIRANA)]);
    let may =
        |roles: &[Role]| decide(&lead, Action::HandOverResetCode, &member_with(roles)).is_allowed();
    assert!(may(&[Role::Trainer(TIRANA), Role::Lead(TIRANA)]));
    for wider in [
        Role::Trainer(TUZLA),
        Role::Lead(TUZLA),
        Role::Coordinator(PROGRAMME),
        Role::PartnerTrainer(PROGRAMME),
        Role::Observer(PROGRAMME),
        Role::Recogniser(PROGRAMME),
        Role::Author,
    ] {
        assert!(
            !may(&[Role::Trainer(TIRANA), wider]),
            "a lead took over {wider:?}"
        );
    }
}

#[test]
fn a_coordinator_cannot_take_over_or_erase_the_coordinator_of_another_programme() {
    let coordinator = holding(SOMEBODY, &[Role::Coordinator(PROGRAMME)]);
    for action in [Action::HandOverResetCode, Action::ErasePerson] {
        let may = |role| decide(&coordinator, action, &member_with(&[role])).is_allowed();
        assert!(may(Role::Lead(TUZLA)) && may(Role::Author) && may(Role::Coordinator(PROGRAMME)));
        for wider in [
            Role::Coordinator(OTHER_PROGRAMME),
            Role::PartnerTrainer(OTHER_PROGRAMME),
            Role::Observer(OTHER_PROGRAMME),
            Role::Recogniser(OTHER_PROGRAMME),
        ] {
            assert!(
                !may(wider),
                "a coordinator reached {wider:?} with {action:?}"
            );
        }
    }
}

#[test]
fn whoever_may_see_a_table_may_take_it_away_and_nobody_else() {
    for (see, export) in [
        (Action::SeeCohort, Action::ExportCohort),
        (Action::SeeInstitution, Action::ExportInstitution),
        (Action::SeeProgramme, Action::ExportProgramme),
    ] {
        for (who, actor) in actors() {
            let about = subject(row(see).about);
            assert_eq!(
                decide(&actor, see, &about),
                decide(&actor, export, &about),
                "{who}: {see:?}"
            );
        }
    }
}
