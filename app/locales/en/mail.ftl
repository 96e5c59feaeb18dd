mail-invitation-subject = Your place in { $cohort }
mail-invitation-body =
    Dear { $name },

    { $inviter } invites you to the cohort “{ $cohort }” at { $institution }.

    Open this address, choose a password, and begin:
    { $link }

    It works for 60 days.
mail-role-subject = { $inviter } asks you to be { $role }
mail-role-body =
    Dear { $name },

    { $scope ->
        [none] { $inviter } asks you to be { $role }.
       *[some] { $inviter } asks you to be { $role }: { $place }.
    }

    Open this address to accept:
    { $link }

    It works for 60 days.
mail-reminder-subject = { $cohort } goes on
mail-reminder-body =
    Dear { $name },

    { $inviter } asks how you are getting on in “{ $cohort }”. Your place is kept: sign in, and the page opens where you stopped.

    { $site }/
mail-reset-subject = A new password
mail-reset-body =
    Dear { $name },

    somebody asked for a new password for your account. If it was you, open this address within 24 hours:
    { $link }

    If it was not you, do nothing: your password stays as it is.
mail-address-subject = Add this address to your account
mail-address-body =
    Dear { $name },

    you asked to add this address to your account. Open this address in the browser where you are signed in, within 24 hours:
    { $link }

    If you did not ask, do nothing.
mail-code = Or open { $site }/join and type this code: { $code }
mail-end =
    Kaskada
    { $site }
mail-joining-subject = Your place in { $cohort } is still free
mail-joining-body =
    Dear { $name },

    a week ago you were invited to the cohort “{ $cohort }”. Your place is kept.

    Open this address, choose a password, and begin:
    { $link }

    It works for 60 days.
mail-quiet-subject = { $cohort } goes on
mail-quiet-body =
    Dear { $name },

    you have not been in “{ $cohort }” for two weeks. Sign in, and the page opens where you stopped. If something is in the way, tell your trainer.

    { $site }/
mail-session-ahead-subject = { $days ->
    [1] Tomorrow: { $cohort }
   *[other] In { $days } days: { $cohort }
}
mail-session-ahead-body =
    Dear { $name },

    the cohort “{ $cohort }” meets on { $day }.
    { $place }

    { $site }/
mail-follow-up-subject = Did you do what you promised?
mail-follow-up-body =
    Dear { $name },

    { $days } days ago you finished “{ $cohort }”. Look at your commitment and say whether you did it. It takes two minutes, and “no” is a good answer too.

    { $site }/follow-up/{ $participation }
mail-nudge-subject = Your first session at { $institution }
mail-nudge-body =
    Dear { $name },

    { $inviter } asks whether you can plan a session for your colleagues at { $institution }. One date and one room are enough to begin.

    { $site }/cohorts/new
mail-digest-trainer-subject = Your cohorts this week
mail-digest-trainer-body =
    Dear { $name },

    here is what waits in your cohorts:
    { $site }/digest
mail-digest-lead-subject = Your institution this week
mail-digest-lead-body =
    Dear { $name },

    here is what waits at your institution:
    { $site }/digest
mail-digest-coordinator-subject = Your programme this week
mail-digest-coordinator-body =
    Dear { $name },

    here is what waits in your programme:
    { $site }/digest
mail-point-help = { $count ->
    [one] { $count } colleague needs help.
   *[other] { $count } colleagues need help.
}
mail-point-sessions = { $count ->
    [one] { $count } session is planned in the next seven days.
   *[other] { $count } sessions are planned in the next seven days.
}
mail-point-registers = { $count ->
    [one] { $count } session has no attendance yet.
   *[other] { $count } sessions have no attendance yet.
}
mail-point-silent = { $count ->
    [one] { $count } trainer is silent.
   *[other] { $count } trainers are silent.
}
mail-point-stalled = { $count ->
    [one] { $count } cohort stands still.
   *[other] { $count } cohorts stand still.
}
mail-point-missing = { $count ->
    [one] { $count } colleague is missing to the minimum.
   *[other] { $count } colleagues are missing to the minimum.
}
mail-point-behind = { $count ->
    [one] { $count } institution is below its minimum.
   *[other] { $count } institutions are below their minimum.
}
mail-point-institutions = { $count ->
    [one] In { $count } institution no trainer has begun.
   *[other] In { $count } institutions no trainer has begun.
}
mail-stop =
    No more reminders and digests:
    { $stop }
mail-session-planned-subject = Session of { $cohort }
mail-session-planned-body =
    Dear { $name },

    the cohort “{ $cohort }” meets:
mail-session-changed-subject = Changed: session of { $cohort }
mail-session-changed-body =
    Dear { $name },

    { $inviter } changed a session of the cohort “{ $cohort }”. This is what holds now:
mail-session-cancelled-subject = Cancelled: session of { $cohort }
mail-session-cancelled-body =
    Dear { $name },

    this session of the cohort “{ $cohort }” does not take place:
mail-session-again-subject = Planned again: session of { $cohort }
mail-session-again-body =
    Dear { $name },

    this session of the cohort “{ $cohort }” takes place after all:
mail-session-handed-subject = New trainer: session of { $cohort }
mail-session-handed-body =
    Dear { $name },

    somebody else delivers this session of the cohort “{ $cohort }” now:
mail-session-left-subject = You no longer deliver a session of { $cohort }
mail-session-left-body =
    Dear { $name },

    you no longer deliver this session of the cohort “{ $cohort }”:
mail-session-when = { $when } (local time in Tirana, Prishtina and Sarajevo)
mail-session-trainers = With { $names }
mail-session-agenda =
    Agenda:
    { $agenda }
mail-session-file =
    A calendar file belongs to this letter. Open it, and the session stands in your calendar, or moves there if it was in it before. After signing in you can also take it here:
    { $page }
mail-session-files = A calendar file for each session belongs to this letter. Open them, and the sessions stand in your calendar.
mail-session-file-gone = A calendar file belongs to this letter. Open it, and the session leaves your calendar.
mail-sessions-coming = Sessions planned so far:
