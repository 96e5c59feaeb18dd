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
