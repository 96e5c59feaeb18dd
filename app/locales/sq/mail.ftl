mail-invitation-subject = Vendi juaj në grupin { $cohort }
mail-invitation-body =
    Përshëndetje, { $name },

    { $inviter } ju fton në grupin “{ $cohort }” te { $institution }.

    Hapni këtë adresë, zgjidhni një fjalëkalim dhe filloni:
    { $link }

    Adresa vlen 60 ditë.
mail-role-subject = { $inviter } ju fton në rolin “{ $role }”
mail-role-body =
    Përshëndetje, { $name },

    { $scope ->
        [none] { $inviter } ju fton në rolin “{ $role }”.
       *[some] { $inviter } ju fton në rolin “{ $role }”: { $place }.
    }

    Për ta pranuar, hapni këtë adresë:
    { $link }

    Adresa vlen 60 ditë.
mail-reminder-subject = Trajnimi vazhdon: { $cohort }
mail-reminder-body =
    Përshëndetje, { $name },

    { $inviter } ju pyet si po ecni në grupin “{ $cohort }”. Vendi juaj është ruajtur: hyni, dhe faqja hapet aty ku u ndalët.

    { $site }/
mail-reset-subject = Fjalëkalim i ri
mail-reset-body =
    Përshëndetje, { $name },

    dikush kërkoi një fjalëkalim të ri për llogarinë tuaj. Nëse ishit ju, hapni këtë adresë brenda 24 orëve:
    { $link }

    Nëse nuk ishit ju, mos bëni asgjë: fjalëkalimi juaj mbetet siç është.
mail-address-subject = Shtoni këtë adresë në llogarinë tuaj
mail-address-body =
    Përshëndetje, { $name },

    kërkuat ta shtoni këtë adresë në llogarinë tuaj. Brenda 24 orëve, hapni adresën e mëposhtme në shfletuesin ku keni hyrë:
    { $link }

    Nëse nuk e kërkuat ju, mos bëni asgjë.
mail-code = Ose hapni { $site }/join dhe shkruani këtë kod: { $code }
mail-end =
    Kaskada
    { $site }
mail-joining-subject = Vendi juaj në { $cohort } është ende i lirë
mail-joining-body =
    Përshëndetje, { $name },

    një javë më parë u ftuat në grupin “{ $cohort }”. Vendi juaj është ruajtur.

    Hapni këtë adresë, zgjidhni një fjalëkalim dhe filloni:
    { $link }

    Adresa vlen 60 ditë.
mail-quiet-subject = Kursi vazhdon: { $cohort }
mail-quiet-body =
    Përshëndetje, { $name },

    prej dy javësh nuk keni qenë në “{ $cohort }”. Hyni, dhe faqja hapet aty ku u ndalët. Nëse diçka ju pengon, tregojini trajnerit tuaj.

    { $site }/
mail-session-ahead-subject = { $days ->
    [1] Nesër: { $cohort }
   *[other] Pas { $days } ditësh: { $cohort }
}
mail-session-ahead-body =
    Përshëndetje, { $name },

    grupi “{ $cohort }” takohet më { $day }.
    { $place }

    { $site }/
mail-follow-up-subject = A e bëtë atë që premtuat?
mail-follow-up-body =
    Përshëndetje, { $name },

    { $days } ditë më parë e përfunduat “{ $cohort }”. Shihni angazhimin tuaj dhe tregoni nëse e bëtë. Duhen dy minuta, dhe edhe “jo” është përgjigje e mirë.

    { $site }/follow-up/{ $participation }
mail-nudge-subject = Sesioni juaj i parë te { $institution }
mail-nudge-body =
    Përshëndetje, { $name },

    { $inviter } pyet nëse mund të planifikoni një sesion për kolegët tuaj te { $institution }. Për të filluar mjaftojnë një datë dhe një sallë.

    { $site }/cohorts/new
mail-digest-trainer-subject = Grupet tuaja këtë javë
mail-digest-trainer-body =
    Përshëndetje, { $name },

    ja çfarë ju pret në grupet tuaja:
    { $site }/digest
mail-digest-lead-subject = Institucioni juaj këtë javë
mail-digest-lead-body =
    Përshëndetje, { $name },

    ja çfarë ju pret në institucionin tuaj:
    { $site }/digest
mail-digest-coordinator-subject = Programi juaj këtë javë
mail-digest-coordinator-body =
    Përshëndetje, { $name },

    ja çfarë ju pret në programin tuaj:
    { $site }/digest
mail-point-help = { $count ->
    [one] { $count } koleg ka nevojë për ndihmë.
   *[other] { $count } kolegë kanë nevojë për ndihmë.
}
mail-point-sessions = { $count ->
    [one] Për shtatë ditët e ardhshme është planifikuar { $count } sesion.
   *[other] Për shtatë ditët e ardhshme janë planifikuar { $count } sesione.
}
mail-point-registers = { $count ->
    [one] { $count } sesion është ende pa prani të regjistruar.
   *[other] { $count } sesione janë ende pa prani të regjistruar.
}
mail-point-silent = { $count ->
    [one] { $count } trajner është pa aktivitet.
   *[other] { $count } trajnerë janë pa aktivitet.
}
mail-point-stalled = { $count ->
    [one] { $count } grup nuk ecën.
   *[other] { $count } grupe nuk ecin.
}
mail-point-missing = { $count ->
    [one] Deri te minimumi mungon { $count } koleg.
   *[other] Deri te minimumi mungojnë { $count } kolegë.
}
mail-point-behind = { $count ->
    [one] { $count } institucion është nën minimumin.
   *[other] { $count } institucione janë nën minimumin.
}
mail-point-institutions = { $count ->
    [one] Në { $count } institucion asnjë trajner nuk ka filluar.
   *[other] Në { $count } institucione asnjë trajner nuk ka filluar.
}
mail-stop =
    Pa kujtesa dhe përmbledhje të tjera:
    { $stop }
mail-session-planned-subject = Sesion i grupit { $cohort }
mail-session-planned-body =
    Përshëndetje, { $name },

    grupi “{ $cohort }” takohet:
mail-session-changed-subject = Ndryshim: sesion i grupit { $cohort }
mail-session-changed-body =
    Përshëndetje, { $name },

    { $inviter } ndryshoi një sesion të grupit “{ $cohort }”. Tani vlen kjo:
mail-session-cancelled-subject = Anulim: sesion i grupit { $cohort }
mail-session-cancelled-body =
    Përshëndetje, { $name },

    ky sesion i grupit “{ $cohort }” nuk mbahet:
mail-session-again-subject = Planifikuar sërish: sesion i grupit { $cohort }
mail-session-again-body =
    Përshëndetje, { $name },

    ky sesion i grupit “{ $cohort }” mbahet megjithatë:
mail-session-handed-subject = Trajner i ri: sesion i grupit { $cohort }
mail-session-handed-body =
    Përshëndetje, { $name },

    këtë sesion të grupit “{ $cohort }” tani e drejton dikush tjetër:
mail-session-left-subject = Nuk e drejtoni më një sesion të grupit { $cohort }
mail-session-left-body =
    Përshëndetje, { $name },

    nuk e drejtoni më këtë sesion të grupit “{ $cohort }”:
mail-session-when = { $when } (ora lokale në Tiranë, Prishtinë dhe Sarajevë)
mail-session-trainers = Me { $names }
mail-session-agenda =
    Rendi i ditës:
    { $agenda }
mail-session-file =
    Këtij mesazhi i përket një skedar kalendari. Hapeni, dhe sesioni vendoset në kalendarin tuaj, ose zhvendoset nëse ishte aty më parë. Pasi të hyni, mund ta merrni edhe këtu:
    { $page }
mail-session-files = Këtij mesazhi i përket një skedar kalendari për çdo sesion. Hapini, dhe sesionet vendosen në kalendarin tuaj.
mail-session-file-gone = Këtij mesazhi i përket një skedar kalendari. Hapeni, dhe sesioni largohet nga kalendari juaj.
mail-sessions-coming = Sesionet e planifikuara deri tani:
