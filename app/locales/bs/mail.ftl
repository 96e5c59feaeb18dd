mail-invitation-subject = Vaše mjesto u grupi { $cohort }
mail-invitation-body =
    Poštovani, { $name },

    { $inviter } vas poziva u grupu „{ $cohort }“, { $institution }.

    Otvorite ovu adresu, odaberite lozinku i započnite:
    { $link }

    Adresa vrijedi 60 dana.
mail-role-subject = { $inviter } vas poziva u ulogu: { $role }
mail-role-body =
    Poštovani, { $name },

    { $scope ->
        [none] { $inviter } vas poziva da preuzmete ulogu: { $role }.
       *[some] { $inviter } vas poziva da preuzmete ulogu: { $role } ({ $place }).
    }

    Otvorite ovu adresu da prihvatite:
    { $link }

    Adresa vrijedi 60 dana.
mail-reset-subject = Nova lozinka
mail-reset-body =
    Poštovani, { $name },

    neko je zatražio novu lozinku za vaš račun. Ako ste to bili vi, otvorite ovu adresu u roku od 24 sata:
    { $link }

    Ako niste, ne činite ništa: vaša lozinka ostaje kakva jeste.
mail-address-subject = Dodajte ovu adresu svom računu
mail-address-body =
    Poštovani, { $name },

    zatražili ste da se ova adresa doda vašem računu. Otvorite ovu adresu u pregledniku u kojem ste prijavljeni, u roku od 24 sata:
    { $link }

    Ako to niste zatražili, ne činite ništa.
mail-code = Ili otvorite { $site }/join i upišite ovaj kod: { $code }
mail-end =
    Kaskada
    { $site }
mail-reminder-subject = { $cohort } se nastavlja
mail-reminder-body =
    Poštovani, { $name },

    { $inviter } pita kako napredujete u grupi „{ $cohort }“. Vaše mjesto je sačuvano: prijavite se, i stranica se otvara tamo gdje ste stali.

    { $site }/
