mail-invitation-subject = Vaše mjesto u grupi { $cohort }
mail-invitation-body =
    Dobar dan, { $name },

    { $inviter } vas poziva u grupu „{ $cohort }“ ({ $institution }).

    Otvorite ovu adresu, odaberite lozinku i započnite:
    { $link }

    Adresa vrijedi 60 dana.
mail-role-subject = { $inviter } vas poziva u ulogu: { $role }
mail-role-body =
    Dobar dan, { $name },

    { $scope ->
        [none] { $inviter } vas poziva da preuzmete ulogu: { $role }.
       *[some] { $inviter } vas poziva da preuzmete ulogu: { $role } ({ $place }).
    }

    Da prihvatite ulogu, otvorite ovu adresu:
    { $link }

    Adresa vrijedi 60 dana.
mail-reset-subject = Nova lozinka
mail-reset-body =
    Dobar dan, { $name },

    neko je zatražio novu lozinku za vaš račun. Ako ste to bili vi, otvorite ovu adresu u roku od 24 sata:
    { $link }

    Ako to niste bili vi, ne morate učiniti ništa: vaša lozinka ostaje ista.
mail-address-subject = Dodajte ovu e-mail adresu svom računu
mail-address-body =
    Dobar dan, { $name },

    zatražili ste dodavanje ove e-mail adrese svom računu. U roku od 24 sata otvorite sljedeći link u pregledniku u kojem ste prijavljeni:
    { $link }

    Ako to niste zatražili, ne morate učiniti ništa.
mail-code = Ili otvorite { $site }/join i upišite ovaj kod: { $code }
mail-end =
    Kaskada
    { $site }
mail-reminder-subject = Obuka se nastavlja: { $cohort }
mail-reminder-body =
    Dobar dan, { $name },

    { $inviter } pita kako napredujete u grupi „{ $cohort }“. Vaše mjesto je sačuvano: prijavite se i stranica će se otvoriti tamo gdje ste stali.

    { $site }/
