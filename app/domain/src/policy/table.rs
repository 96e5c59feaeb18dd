//! The table itself: a row for every action, a column for every kind of role.

use super::action::Action;
use super::subject::SubjectKind;
use crate::people::Role;

/// How far a role reaches for one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Not at all.
    Never,
    /// Everywhere.
    Always,
    /// Everywhere, counts only.
    Public,
    /// Only the person themself; of modules for trainers, whoever is to learn them.
    Myself,
    /// Cohorts they train inside their role's scope, and the people in them, wherever these
    /// belong.
    Trained,
    /// Whatever lies inside the institution or programme that the role is held for; of people,
    /// those who belong there.
    Inside,
    /// The same, counts only.
    Totals,
    /// People inside that scope who hold no role beyond it.
    Beneath,
}

/// A column of the table. The order is that of [`row`].
#[derive(Clone, Copy)]
pub(super) enum Column {
    Visitor,
    SignedIn,
    Trainer,
    Lead,
    Coordinator,
    PartnerTrainer,
    Author,
    Observer,
    Recogniser,
}

impl Column {
    /// The column of a role.
    pub(super) fn of(role: &Role) -> Self {
        match role {
            Role::Trainer(_) => Self::Trainer,
            Role::Lead(_) => Self::Lead,
            Role::Coordinator(_) => Self::Coordinator,
            Role::PartnerTrainer(_) => Self::PartnerTrainer,
            Role::Author => Self::Author,
            Role::Observer(_) => Self::Observer,
            Role::Recogniser(_) => Self::Recogniser,
        }
    }
}

/// One row: the kind of subject the action needs, and a cell for every column.
pub(super) struct Row {
    pub(super) about: SubjectKind,
    cells: [Reach; 9],
}

impl Row {
    /// The cell in one column.
    pub(super) fn reach(&self, column: Column) -> Reach {
        self.cells[column as usize]
    }
}

/// The row of an action.
#[rustfmt::skip]
pub(super) fn row(action: Action) -> Row {
    use Action::*;
    use Reach::{Always, Beneath, Inside, Myself, Public, Totals, Trained};
    use SubjectKind::{Cohort, Institution, Person, Platform, Programme, TrainersModules};
    const ______: Reach = Reach::Never;

    let (about, cells) = match action {
        // action             about         visitor anybody trainer  lead     coord.   partner  author   observer recogn.
        ReadCourse        => (Platform,    [Always, Always, Always,  Always,  Always,  Always,  Always,  Always,  Always]),
        CheckCertificate  => (Platform,    [Always, Always, Always,  Always,  Always,  Always,  Always,  Always,  Always]),
        ReadPublicFigures => (Programme,   [Public, Public, Public,  Public,  Public,  Public,  Public,  Public,  Public]),
        ReadTrainersSide  => (Platform,    [______, ______, Always,  Always,  Always,  Always,  Always,  ______,  ______]),

        ReadTrainersModule => (TrainersModules, [______, Myself, Always, Always,  Always,  Always,  Always,  ______,  ______]),

        Learn             => (Person,      [______, Myself, ______,  ______,  ______,  ______,  ______,  ______,  ______]),
        ManageAccount     => (Person,      [______, Myself, ______,  ______,  ______,  ______,  ______,  ______,  ______]),
        SeeReflections    => (Person,      [______, Myself, ______,  ______,  ______,  ______,  ______,  ______,  ______]),
        SeePerson         => (Person,      [______, Myself, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        HandOverResetCode => (Person,      [______, ______, ______,  Beneath, Beneath, ______,  ______,  ______,  ______]),
        ErasePerson       => (Person,      [______, Myself, ______,  ______,  Beneath, ______,  ______,  ______,  ______]),

        CreateCohort      => (Institution, [______, ______, Inside,  Inside,  Inside,  Inside,  ______,  ______,  ______]),
        SeeCohort         => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        EditCohort        => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        EnrolPeople       => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        UndoEnrolment     => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        WithdrawPerson    => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        ResendInvitation  => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        RevokeInvitation  => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        PlanSession       => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        KeepRegister      => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        KeepEvidence      => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        PackEvidence      => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        ReviewActivity    => (Cohort,      [______, ______, Trained, ______,  ______,  Trained, ______,  ______,  ______]),
        HandOverCohort    => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),
        ExportCohort      => (Cohort,      [______, ______, Trained, Inside,  Inside,  Trained, ______,  ______,  ______]),

        SeeInstitution    => (Institution, [______, ______, Totals,  Inside,  Inside,  Totals,  ______,  Totals,  ______]),
        ExportInstitution => (Institution, [______, ______, Totals,  Inside,  Inside,  Totals,  ______,  Totals,  ______]),
        InviteTrainer     => (Institution, [______, ______, ______,  Inside,  Inside,  ______,  ______,  ______,  ______]),
        NudgeTrainer      => (Institution, [______, ______, ______,  Inside,  Inside,  ______,  ______,  ______,  ______]),
        InviteLead        => (Institution, [______, ______, ______,  Inside,  Inside,  ______,  ______,  ______,  ______]),

        SeeProgramme      => (Programme,   [______, ______, ______,  ______,  Inside,  Inside,  ______,  Totals,  ______]),
        ExportProgramme   => (Programme,   [______, ______, ______,  ______,  Inside,  Inside,  ______,  Totals,  ______]),
        SeeActivity       => (Programme,   [______, ______, ______,  ______,  Inside,  Totals,  ______,  Totals,  ______]),
        MakeFunderPack    => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        TakeFunderPack    => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  Inside,  ______]),
        EditProgramme     => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        AddInstitution    => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        InviteCoordinator => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        InvitePartner     => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        InviteObserver    => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        InviteRecogniser  => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),
        AddRecognition    => (Programme,   [______, ______, ______,  ______,  ______,  ______,  ______,  ______,  Inside]),
        SeeAudit          => (Programme,   [______, ______, ______,  ______,  Inside,  ______,  ______,  ______,  ______]),

        CreateProgramme   => (Platform,    [______, ______, ______,  ______,  Always,  ______,  ______,  ______,  ______]),
        WriteCourse       => (Platform,    [______, ______, ______,  ______,  ______,  ______,  Always,  ______,  ______]),
        ImportCourse      => (Platform,    [______, ______, ______,  ______,  Always,  ______,  Always,  ______,  ______]),
        PublishCourse     => (Platform,    [______, ______, ______,  ______,  Always,  ______,  Always,  ______,  ______]),
        InviteAuthor      => (Platform,    [______, ______, ______,  ______,  Always,  ______,  ______,  ______,  ______]),
        SeeJobs           => (Platform,    [______, ______, ______,  ______,  Always,  ______,  ______,  ______,  ______]),
        ManageSettings    => (Platform,    [______, ______, ______,  ______,  Always,  ______,  ______,  ______,  ______]),
    };
    Row { about, cells }
}
