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
