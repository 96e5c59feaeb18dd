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
mail-joining-subject = Vaše mjesto u grupi { $cohort } još čeka
mail-joining-body =
    Dobar dan, { $name },

    prije sedam dana pozvani ste u grupu „{ $cohort }“. Vaše mjesto je sačuvano.

    Otvorite ovu adresu, odaberite lozinku i započnite:
    { $link }

    Adresa vrijedi 60 dana.
mail-quiet-subject = Kurs se nastavlja: { $cohort }
mail-quiet-body =
    Dobar dan, { $name },

    već dvije sedmice niste bili u grupi „{ $cohort }“. Prijavite se i stranica će se otvoriti tamo gdje ste stali. Ako vas nešto sprečava, javite svom treneru.

    { $site }/
mail-session-ahead-subject = { $days ->
    [1] Sutra: { $cohort }
   *[other] Za { $days } dana: { $cohort }
}
mail-session-ahead-body =
    Dobar dan, { $name },

    grupa „{ $cohort }“ sastaje se { $day }.
    { $place }

    { $site }/
mail-follow-up-subject = Jeste li uradili ono što ste obećali?
mail-follow-up-body =
    Dobar dan, { $name },

    prije { $days } dana završili ste „{ $cohort }“. Pogledajte svoju obavezu i recite jeste li je ispunili. Traje dvije minute, a i „ne“ je dobar odgovor.

    { $site }/follow-up/{ $participation }
mail-nudge-subject = Vaš prvi susret: { $institution }
mail-nudge-body =
    Dobar dan, { $name },

    { $inviter } pita možete li isplanirati susret za svoje kolege ({ $institution }). Za početak su dovoljni jedan datum i jedna prostorija.

    { $site }/cohorts/new
mail-digest-trainer-subject = Vaše grupe ove sedmice
mail-digest-trainer-body =
    Dobar dan, { $name },

    evo šta vas čeka u vašim grupama:
    { $site }/digest
mail-digest-lead-subject = Vaša institucija ove sedmice
mail-digest-lead-body =
    Dobar dan, { $name },

    evo šta vas čeka u vašoj instituciji:
    { $site }/digest
mail-digest-coordinator-subject = Vaš program ove sedmice
mail-digest-coordinator-body =
    Dobar dan, { $name },

    evo šta vas čeka u vašem programu:
    { $site }/digest
mail-point-help = { $count ->
    [one] Pomoć treba { $count } kolegi.
    [few] Pomoć trebaju { $count } kolege.
   *[other] Pomoć treba { $count } kolega.
}
mail-point-sessions = { $count ->
    [one] U narednih sedam dana planiran je { $count } susret.
    [few] U narednih sedam dana planirana su { $count } susreta.
   *[other] U narednih sedam dana planirano je { $count } susreta.
}
mail-point-registers = { $count ->
    [one] { $count } susret još nema evidenciju prisustva.
    [few] { $count } susreta još nemaju evidenciju prisustva.
   *[other] { $count } susreta još nema evidenciju prisustva.
}
mail-point-silent = { $count ->
    [one] { $count } trener je bez aktivnosti.
    [few] { $count } trenera su bez aktivnosti.
   *[other] { $count } trenera je bez aktivnosti.
}
mail-point-stalled = { $count ->
    [one] { $count } grupa stoji.
    [few] { $count } grupe stoje.
   *[other] { $count } grupa stoji.
}
mail-point-missing = { $count ->
    [one] Do minimuma nedostaje { $count } kolega.
    [few] Do minimuma nedostaju { $count } kolege.
   *[other] Do minimuma nedostaje { $count } kolega.
}
mail-point-behind = { $count ->
    [one] { $count } institucija je ispod minimuma.
    [few] { $count } institucije su ispod minimuma.
   *[other] { $count } institucija je ispod minimuma.
}
mail-point-institutions = { $count ->
    [one] U { $count } instituciji nijedan trener nije počeo.
    [few] U { $count } institucije nijedan trener nije počeo.
   *[other] U { $count } institucija nijedan trener nije počeo.
}
mail-stop =
    Bez daljnjih podsjetnika i pregleda:
    { $stop }
mail-session-planned-subject = Susret grupe { $cohort }
mail-session-planned-body =
    Dobar dan, { $name },

    grupa „{ $cohort }“ se sastaje:
mail-session-changed-subject = Promjena: susret grupe { $cohort }
mail-session-changed-body =
    Dobar dan, { $name },

    susret grupe „{ $cohort }“ je promijenjen (promjenu unosi { $inviter }). Sada vrijedi ovo:
mail-session-cancelled-subject = Otkazano: susret grupe { $cohort }
mail-session-cancelled-body =
    Dobar dan, { $name },

    ovaj susret grupe „{ $cohort }“ se neće održati:
mail-session-again-subject = Ponovo planirano: susret grupe { $cohort }
mail-session-again-body =
    Dobar dan, { $name },

    ovaj susret grupe „{ $cohort }“ se ipak održava:
mail-session-handed-subject = Novi trener: susret grupe { $cohort }
mail-session-handed-body =
    Dobar dan, { $name },

    ovaj susret grupe „{ $cohort }“ sada vodi neko drugi:
mail-session-left-subject = Više ne vodite susret grupe { $cohort }
mail-session-left-body =
    Dobar dan, { $name },

    više ne vodite ovaj susret grupe „{ $cohort }“:
mail-session-when = { $when } (lokalno vrijeme u Tirani, Prištini i Sarajevu)
mail-session-trainers = Vodi: { $names }
mail-session-agenda =
    Dnevni red:
    { $agenda }
mail-session-file =
    Uz ovu poruku ide kalendarski fajl. Otvorite ga, i susret je u vašem kalendaru, ili se u njemu pomjera ako je već bio tu. Nakon prijave možete ga preuzeti i ovdje:
    { $page }
mail-session-files = Uz ovu poruku ide po jedan kalendarski fajl za svaki susret. Otvorite ih, i susreti su u vašem kalendaru.
mail-session-file-gone = Uz ovu poruku ide kalendarski fajl. Otvorite ga, i susret nestaje iz vašeg kalendara.
mail-sessions-coming = Do sada planirani susreti:
