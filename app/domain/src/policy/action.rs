//! Everything that can be asked for.

use crate::people::coded;

coded! {
    /// Something an actor asks to see or do.
    Action {
        /// Read an open unit of a course.
        ReadCourse = "read_course",
        /// Check a certificate by its serial number.
        CheckCertificate = "check_certificate",
        /// Read a programme's public figures.
        ReadPublicFigures = "read_public_figures",
        /// Read the trainer's side of units: notes, plans, answer keys.
        ReadTrainersSide = "read_trainers_side",
        /// Read a module that is written for trainers.
        ReadTrainersModule = "read_trainers_module",
        /// Take units, sit tests, write reflections.
        Learn = "learn",
        /// Change own language, password and addresses; list sign-ins; take own data away.
        ManageAccount = "manage_account",
        /// Read somebody's reflections.
        SeeReflections = "see_reflections",
        /// See a person's page.
        SeePerson = "see_person",
        /// Hand a person a code that sets a new password.
        HandOverResetCode = "hand_over_reset_code",
        /// Erase a person; counts and verifiable hashes stay.
        ErasePerson = "erase_person",
        /// Create a cohort at an institution.
        CreateCohort = "create_cohort",
        /// See a cohort's roster, sessions and progress.
        SeeCohort = "see_cohort",
        /// Change a cohort's name, course version, target or trainers.
        EditCohort = "edit_cohort",
        /// Enrol a list of people.
        EnrolPeople = "enrol_people",
        /// Undo an enrolment that nobody has started.
        UndoEnrolment = "undo_enrolment",
        /// Withdraw a participation, with a reason.
        WithdrawPerson = "withdraw_person",
        /// Send an invitation again.
        ResendInvitation = "resend_invitation",
        /// Make an invitation unusable.
        RevokeInvitation = "revoke_invitation",
        /// Plan a session or change its plan.
        PlanSession = "plan_session",
        /// Record who attended.
        KeepRegister = "keep_register",
        /// See, add and remove the evidence of a cohort's sessions.
        KeepEvidence = "keep_evidence",
        /// Have the evidence pack of a session made, and take it away.
        PackEvidence = "pack_evidence",
        /// Read what a cohort handed in, activities and open answers; accept or return it.
        ReviewActivity = "review_activity",
        /// Give a cohort to other trainers.
        HandOverCohort = "hand_over_cohort",
        /// Take a cohort's table away as a file.
        ExportCohort = "export_cohort",
        /// See an institution's dashboard.
        SeeInstitution = "see_institution",
        /// Take an institution's table away as a file.
        ExportInstitution = "export_institution",
        /// Invite a trainer of an institution.
        InviteTrainer = "invite_trainer",
        /// Remind a silent trainer of an institution.
        NudgeTrainer = "nudge_trainer",
        /// Invite a lead of an institution, or appoint a successor.
        InviteLead = "invite_lead",
        /// Create a programme.
        CreateProgramme = "create_programme",
        /// Change a programme's wording, dates and targets.
        EditProgramme = "edit_programme",
        /// Add an institution to a programme.
        AddInstitution = "add_institution",
        /// See the programme's dashboard.
        SeeProgramme = "see_programme",
        /// See how a programme's trainers and cohorts are doing, and take that away as files.
        SeeActivity = "see_activity",
        /// Take the programme's table away as a file.
        ExportProgramme = "export_programme",
        /// Have a programme's funder pack made.
        MakeFunderPack = "make_funder_pack",
        /// Take a programme's funder packs away.
        TakeFunderPack = "take_funder_pack",
        /// Invite another coordinator.
        InviteCoordinator = "invite_coordinator",
        /// Invite a partner trainer.
        InvitePartner = "invite_partner",
        /// Invite an observer.
        InviteObserver = "invite_observer",
        /// Invite a recogniser.
        InviteRecogniser = "invite_recogniser",
        /// Add a recognition decision to certificates.
        AddRecognition = "add_recognition",
        /// Read a programme's audit log.
        SeeAudit = "see_audit",
        /// Write and translate courses.
        WriteCourse = "write_course",
        /// Import a course.
        ImportCourse = "import_course",
        /// Publish a version of a course.
        PublishCourse = "publish_course",
        /// Invite an author.
        InviteAuthor = "invite_author",
        /// See what the installation does by itself, and what failed.
        SeeJobs = "see_jobs",
        /// Change the installation's settings.
        ManageSettings = "manage_settings",
    }
}
