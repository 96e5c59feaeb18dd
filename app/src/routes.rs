//! Every address, and what answers it.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::state::AppState;
use crate::{actions, pages};

/// The whole site but its static files. What surrounds it must turn failures into pages with
/// [`pages::failure::show`].
pub fn router(state: AppState) -> Router {
    Router::new()
        .route("/", get(pages::home::get))
        .route("/account", get(pages::account::get))
        .route("/account/addresses", post(actions::account::add_address))
        .route(
            "/account/addresses/confirm",
            post(actions::account::confirm_address),
        )
        .route(
            "/account/addresses/remove",
            post(actions::account::remove_address),
        )
        .route("/account/gender", post(actions::account::gender))
        .route("/account/letters", post(actions::account::letters))
        .route("/account/name", post(actions::account::name))
        .route("/account/password", post(actions::account::password))
        .route(
            "/account/sign-ins/end",
            post(actions::account::end_sign_ins),
        )
        .route(
            "/cohorts/{cohort}/invitations",
            post(actions::outbox::send_to_cohort),
        )
        .route(
            "/cohorts/{cohort}/slips",
            get(pages::slips::get).post(actions::slips::post),
        )
        .route("/cohorts", get(pages::cohort::list::get))
        .route(
            "/cohorts/new",
            get(pages::cohort::new::get).post(actions::cohort::create::post),
        )
        .route("/cohorts/{cohort}", get(pages::cohort::get))
        .route("/cohorts/{cohort}/edit", get(pages::cohort::edit::get))
        .route(
            "/cohorts/{cohort}/enrol",
            get(pages::enrol::get).post(actions::enrol::paste::post),
        )
        .route(
            "/cohorts/{cohort}/enrol/draft",
            post(actions::enrol::draft::post),
        )
        .route(
            "/cohorts/{cohort}/enrol/start-again",
            post(actions::enrol::draft::start_again),
        )
        .route(
            "/cohorts/{cohort}/enrolments/{enrolment}",
            get(pages::enrol::result::get),
        )
        .route(
            "/cohorts/{cohort}/enrolments/{enrolment}/undo",
            post(actions::enrol::undo::post),
        )
        .route(
            "/cohorts/{cohort}/participations/{participation}/bring-back",
            post(actions::cohort::change::bring_back),
        )
        .route(
            "/cohorts/{cohort}/participations/{participation}/remind",
            post(actions::outbox::remind),
        )
        .route(
            "/cohorts/{cohort}/participations/{participation}/track",
            get(pages::cohort::track::get).post(actions::cohort::track::post),
        )
        .route(
            "/cohorts/{cohort}/participations/{participation}/withdraw",
            get(pages::cohort::withdraw::get).post(actions::cohort::change::withdraw),
        )
        .route("/cohorts/{cohort}/reviews", get(pages::review::list::get))
        .route(
            "/cohorts/{cohort}/reviews/{text}",
            get(pages::review::one::get).post(actions::review::post),
        )
        .route(
            "/cohorts/{cohort}/hand-over",
            post(actions::session::plan::hand_over),
        )
        .route(
            "/cohorts/{cohort}/sessions/new",
            get(pages::session::plan::new).post(actions::session::plan::plan),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}",
            get(pages::session::get),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/adaptations",
            post(actions::session::adaptation::note),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/adaptations/take-back",
            post(actions::session::adaptation::take_back),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/cancel",
            get(pages::session::cancel::get).post(actions::session::plan::cancel),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/check-in",
            get(pages::session::room::get).post(actions::session::check_in::open),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/not-held",
            get(pages::session::not_held::get).post(actions::session::register::not_held),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/edit",
            get(pages::session::plan::edit).post(actions::session::plan::change),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/plan-again",
            post(actions::session::plan::plan_again),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/register",
            get(pages::session::register::get).post(actions::session::register::post),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/evidence",
            get(pages::evidence::get)
                .post(actions::evidence::attach)
                // Beyond the largest file, so that a larger one is refused with a sentence.
                .layer(DefaultBodyLimit::max(actions::evidence::MOST_READ)),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/evidence/{file}",
            get(pages::evidence::fetch),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/evidence/{file}/remove",
            get(pages::evidence::remove::get).post(actions::evidence::remove),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/packs",
            post(actions::packs::ask_session),
        )
        .route(
            "/cohorts/{cohort}/title",
            post(actions::cohort::change::rename),
        )
        .route(
            "/cohorts/{cohort}/trainers",
            post(actions::cohort::change::add_trainer),
        )
        .route("/courses", get(pages::courses::list::get))
        .route("/courses/{course}", get(pages::courses::course::get))
        .route(
            "/courses/{course}/{module}",
            get(pages::courses::module::get),
        )
        .route("/courses/{course}/{module}/{unit}", get(pages::unit::get))
        .route("/digest", get(pages::digest::get))
        .route(
            "/follow-up/{participation}",
            get(pages::follow_up::get).post(actions::follow_up::post),
        )
        .route("/impact", get(pages::impact::get))
        .route("/impact.json", get(pages::impact::feed::get))
        .route("/institutions/{institution}", get(pages::institution::get))
        .route(
            "/institutions/{institution}/adaptations",
            get(pages::institution::adaptations::get),
        )
        .route(
            "/institutions/{institution}/edit",
            get(pages::institution::change::get).post(actions::institution::change),
        )
        .route(
            "/institutions/{institution}/matrix.csv",
            get(pages::institution::export::csv),
        )
        .route(
            "/institutions/{institution}/matrix.xlsx",
            get(pages::institution::export::xlsx),
        )
        .route(
            "/institutions/{institution}/people/new",
            get(pages::institution::invite::get).post(actions::institution::invite),
        )
        .route(
            "/institutions/{institution}/trainers/{trainer}/nudge",
            post(actions::outbox::nudge),
        )
        .route(
            "/invitations/{token}",
            get(pages::invitation::by_link).post(actions::invitation::by_link),
        )
        .route(
            "/join",
            get(pages::join::get).post(actions::invitation::open_code),
        )
        .route(
            "/join/{code}",
            get(pages::invitation::by_code).post(actions::invitation::by_code),
        )
        .route("/language", post(actions::language::post))
        .route(
            "/learn/{unit}/activity",
            post(actions::learn::activity::post),
        )
        .route("/learn/{unit}/answers", post(actions::learn::answers::post))
        .route("/learn/{unit}/reading", post(actions::learn::reading::post))
        .route(
            "/learn/{unit}/reflections",
            post(actions::learn::reflections::post),
        )
        .route(
            "/letters/{token}",
            get(pages::letter_stop::get).post(actions::letter_stop::post),
        )
        .route("/outbox", get(pages::outbox::get))
        .route("/outbox/copied", post(actions::outbox::copied))
        .route(
            "/outbox/{letter}/calendar.ics",
            get(pages::outbox::calendar::get),
        )
        .route(
            "/outbox/copy",
            get(actions::outbox::copied_before).post(actions::outbox::copy),
        )
        .route(
            "/outbox/invitations/{invitation}/resend",
            post(actions::outbox::resend),
        )
        .route(
            "/outbox/invitations/{invitation}/revoke",
            post(actions::outbox::revoke),
        )
        .route(
            "/outbox/{letter}/try-again",
            post(actions::outbox::try_again),
        )
        .route("/packs/{pack}", get(pages::packs::fetch))
        .route("/packs/{pack}/try-again", post(actions::packs::try_again))
        .route("/people/{person}", get(pages::person::get))
        .route(
            "/people/{person}/reset-code",
            get(pages::reset_code::get).post(actions::reset_code::post),
        )
        .route("/programme", get(pages::programme::get))
        .route("/programme/activity", get(pages::activity::get))
        .route(
            "/programme/activity/{file}",
            get(pages::activity::export::get),
        )
        .route("/programme/cascade", get(pages::cascade::get))
        .route("/programme/cascade.svg", get(pages::cascade::svg))
        .route("/programme/cascade.png", get(pages::cascade::png))
        .route("/programme/cascade.csv", get(pages::cascade::export::csv))
        .route("/programme/cascade.xlsx", get(pages::cascade::export::xlsx))
        .route("/programme.csv", get(pages::programme::export::csv))
        .route("/programme.xlsx", get(pages::programme::export::xlsx))
        .route(
            "/programme/edit",
            get(pages::programme::change::get).post(actions::programme::change::post),
        )
        .route(
            "/programme/follow-up",
            get(pages::programme::follow_up::get),
        )
        .route("/programme/jobs", get(pages::programme::jobs::get))
        .route(
            "/programme/jobs/{job}/try-again",
            post(actions::programme::jobs::try_again),
        )
        .route(
            "/programme/institutions/new",
            get(pages::programme::institution_new::get)
                .post(actions::programme::institution_new::post),
        )
        .route(
            "/programme/packs",
            get(pages::packs::get).post(actions::packs::ask_funder),
        )
        .route(
            "/programme/people",
            get(pages::programme::people::get).post(actions::programme::people::invite),
        )
        .route("/reset", get(pages::reset::ask).post(actions::reset::ask))
        .route(
            "/reset/code",
            get(pages::reset::code).post(actions::reset::with_code),
        )
        .route(
            "/reset/{token}",
            get(pages::reset::link).post(actions::reset::with_link),
        )
        .route(
            "/roles/{grant}/take-back",
            post(actions::programme::people::take),
        )
        .route(
            "/cohorts/{cohort}/sessions/{session}/register.pdf",
            get(pages::session::paper::get),
        )
        .route(
            "/sessions/{session}/calendar.ics",
            get(pages::session::calendar::get),
        )
        .route(
            "/sessions/{session}/check-in",
            get(pages::session::check_in::get).post(actions::session::check_in::post),
        )
        .route(
            "/setup/{token}",
            get(pages::setup::get).post(actions::setup::post),
        )
        .route(
            "/sign-in",
            get(pages::sign_in::get).post(actions::sign_in::post),
        )
        .route("/sign-out", post(actions::sign_in::end))
        .fallback(pages::failure::not_found)
        .with_state(state)
}
