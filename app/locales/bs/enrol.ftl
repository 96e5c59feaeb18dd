# Upis spiska: unos, provjera, susret, potvrda; trajan rezultat.
enrol-title = Upis kolega u grupu { $cohort }
enrol-step-paste = Unos spiska
enrol-step-check = Provjera
enrol-step-session = Susret i cilj
enrol-step-confirm = Potvrda
enrol-other-draft = Spisak za ovu grupu priprema i { $name } (posljednja izmjena: { $when }). Ko je na oba spiska, upisuje se jednom.

enrol-roster = Imena i adrese
enrol-roster-hint = Redoslijed nije važan: red „Za:“ iz e-maila, redovi iz Excela, u svakom redu po jedna osoba.
enrol-example = Na primjer:
enrol-file = Ili datoteka
enrol-file-hint = Excel, CSV ili običan tekst, do 5 MB.
enrol-check-list = Provjerite spisak
enrol-check-instead = Provjerite ovaj spisak umjesto prethodnog
enrol-replaces = Ovo zamjenjuje redove ispod. Ko je već upisan, ostaje upisan.
enrol-rows-read = { $count ->
    [one] Pročitan je { $count } red. Čeka ovdje kao vaš nacrt dok ne potvrdite.
    [few] Pročitana su { $count } reda. Čekaju ovdje kao vaš nacrt dok ne potvrdite.
   *[other] Pročitano je { $count } redova. Čekaju ovdje kao vaš nacrt dok ne potvrdite.
}
enrol-paste-other = Zalijepite drugi spisak
enrol-start-again = Počnite ispočetka

problem-list_empty = Zalijepite bar jedno ime s adresom ili odaberite datoteku.
problem-too_many_rows = Spisak ima više od 10.000 redova. Upišite ga u dva dijela.
problem-too_much_text = Ovo je više od 6 MB teksta. Upišite ga u dijelovima.
problem-file_too_large = Datoteka je veća od 5 MB. Sačuvajte samo spisak, kao XLSX ili CSV.
problem-file_unpacks_too_large = Raspakovana datoteka je mnogo veća od spiska. Kopirajte redove i zalijepite ih.
problem-file_password_protected = Datoteka je zaštićena lozinkom. Sačuvajte je bez nje ili zalijepite redove.
problem-file_is_pdf = Ovo je PDF. Otvorite ga, kopirajte redove i zalijepite ih.
problem-file_is_document = Ovo je tekstualni dokument. Otvorite ga, kopirajte redove i zalijepite ih.
problem-file_is_image = Ovo je slika. Upišite redove ručno ili zatražite spisak kao datoteku.
problem-file_is_web_page = Ovo je web-stranica pod drugim imenom. Otvorite je, kopirajte redove i zalijepite ih.
problem-file_is_other_spreadsheet = Ova vrsta tabele se ne čita. Sačuvajte je kao XLSX.
problem-file_is_archive = Ovo je arhiva. Najprije je raspakujte.
problem-file_is_unknown = Ovo nije spisak imena. Upotrijebite Excel, CSV ili običan tekst, ili zalijepite redove.
problem-file_damaged = Datoteka je oštećena. Otvorite je i ponovo sačuvajte ili zalijepite redove.
problem-file_empty = Datoteka je prazna.

totals-ready = spremno: { $count }
totals-already = već upisano: { $count }
totals-to-fix = za ispravku: { $count }
totals-to-decide = za odluku: { $count }
totals-skipped = izostavljeno: { $count }
enrol-check-again = Provjerite ponovo
enrol-only-problems = Samo problemi ({ $count })
enrol-all-rows = Svi redovi
enrol-table-caption = Šta će biti sa svakim redom. Ovdje ispravite imena i adrese; svako dugme čuva ono što ste upisali.
enrol-verdict = Šta će se dogoditi
enrol-decision = Vaša odluka
enrol-name-of-row = Ime i prezime u redu { $number }
enrol-address-of-row = E-mail u redu { $number }
enrol-decision-of-row = Odluka o redu { $number }
enrol-pasted = Zalijepljeno:
enrol-suggestion = Jeste li mislili na drugu adresu?
enrol-take-suggestion = Upotrijebite adresu { $address }
enrol-choose = Odaberite
enrol-take-in = Upišite
enrol-leave-out = Izostavite
enrol-same-as = Ista osoba: { $who }
enrol-different = Neko drugi

verdict-new = Nova osoba
verdict-known = Poznata ovdje, nova u ovoj grupi
verdict-already = Već u grupi
verdict-same = Ista osoba?
verdict-fix = Treba ispravka
verdict-skipped = Izostavljeno

reason-same-name = Red { $row } ima isto ime s drugom adresom.
reason-on-record = Ova osoba ovdje je već zavedena: { $name }. To ime ostaje.
reason-no_address = U ovom redu nema adrese.
reason-address_no_sign = U adresi nema znaka @.
reason-address_several_signs = U adresi ima više od jednog znaka @.
reason-address_bad_local_part = Dio prije znaka @ sadrži znak koji nije dozvoljen u e-mail adresi.
reason-address_bad_domain = Dio poslije znaka @ nije potpun.
reason-address_too_long = Adresa je preduga da bi bila stvarna.
reason-no_name = U ovom redu nema imena.
reason-name_too_long = Ime je duže od 300 znakova.
reason-control_characters = Ime se oštetilo pri kopiranju. Upišite ga ručno.
reason-lost_characters = Neka slova imena izgubila su se pri ranijem kopiranju. Upišite ga ponovo.
reason-no_letters = Ime nema slova.
reason-cell_too_long = Ovo je predugo za ime ili adresu.
reason-duplicate_in_list = Red { $row } ima istu adresu ili istu osobu.
reason-domain_not_allowed = Ova grupa ne prima adrese s ove domene.

fix-invisible_characters = Nevidljivi znakovi su uklonjeni.
fix-full_width_characters = Široki znakovi su zamijenjeni običnim.
fix-spelled_out_sign = Ispisano „at“ zamijenjeno je znakom @.
fix-trailing_punctuation = Interpunkcija poslije adrese je uklonjena.
fix-spaces_in_address = Razmaci u adresi su uklonjeni.
fix-doubled_character = Udvojen znak u adresi sveden je na jedan.
fix-comma_in_address = Zarez u adresi zamijenjen je tačkom.
fix-formula_prefix = Znak ispred imena je uklonjen.
fix-name_from_address = Ime je izvedeno iz adrese.
fix-further_address = Druga adresa u redu je izostavljena.
fix-unknown_category = Kategorija osoblja nije poznata i ostaje otvorena.

enrol-session-what = Planirajte prvi susret sada ili ostavite polja prazna i planirajte ga kasnije na stranici grupe.
enrol-session-self-paced = Ova grupa uči vlastitim tempom. Prvi susret nije obavezan.
enrol-no-date-yet = Još nema datuma? Ostavite polja za dan i mjesto prazna.

meter-figures = { $before } → { $after } upisanih, za { $range }
meter-sentence = Ovaj spisak vas dovodi sa { $before } na { $after } upisanih; cilj je da završi njih { $range }
meter-reached = dovoljno za cilj, ako svi završe
meter-above = više nego što cilj traži

confirm-nothing = Još niko nije spreman za upis.
confirm-enrol = { $count ->
    [one] U grupu „{ $cohort }“ ({ $institution }) upisuje se { $count } kolega.
    [few] U grupu „{ $cohort }“ ({ $institution }) upisuju se { $count } kolege.
   *[other] U grupu „{ $cohort }“ ({ $institution }) upisuje se { $count } kolega.
}
confirm-session = Planira se susret: { $day }, { $place }.
confirm-already = { $count ->
    [one] { $count } red je već upisan; tu se ništa ne mijenja.
    [few] { $count } reda su već upisana; tu se ništa ne mijenja.
   *[other] { $count } redova je već upisano; tu se ništa ne mijenja.
}
confirm-rest = { $count ->
    [one] { $count } red ostaje ovdje kao nacrt.
    [few] { $count } reda ostaju ovdje kao nacrt.
   *[other] { $count } redova ostaje ovdje kao nacrt.
}
confirm-button-mail = { $count ->
    [1] Upišite { $count } kolegu i pošaljite pozivnicu
    [one] Upišite { $count } kolegu i pošaljite pozivnice
    [few] Upišite { $count } kolege i pošaljite pozivnice
   *[other] Upišite { $count } kolega i pošaljite pozivnice
}
confirm-button-later = { $count ->
    [1] Upišite { $count } kolegu, a pozivnicu pošaljite kasnije
    [one] Upišite { $count } kolegu, a pozivnice pošaljite kasnije
    [few] Upišite { $count } kolege, a pozivnice pošaljite kasnije
   *[other] Upišite { $count } kolega, a pozivnice pošaljite kasnije
}
confirm-button-slips = { $count ->
    [1] Upišite { $count } kolegu i odštampajte listić
    [one] Upišite { $count } kolegu i odštampajte listiće
    [few] Upišite { $count } kolege i odštampajte listiće
   *[other] Upišite { $count } kolega i odštampajte listiće
}
confirm-no-mail = Ova platforma ne šalje e-mail poruke. Podijelite kolegama odštampane listiće s kodovima.
problem-nothing_ready = Na ovom spisku niko nije spreman za upis.
problem-changed_meanwhile = Još ništa nije upisano jer su se spisak ili grupa u međuvremenu promijenili: { $ready ->
    [one] sada je spreman { $ready } red. Ponovo pročitajte rečenicu i potvrdite.
    [few] sada su spremna { $ready } reda. Ponovo pročitajte rečenicu i potvrdite.
   *[other] sada je spremno { $ready } redova. Ponovo pročitajte rečenicu i potvrdite.
}
problem-delivery_no_mail = Ova platforma ne šalje e-mail poruke. Odštampajte listiće ili pozovite kasnije.

enrolled-mail = { $count ->
    [1] Upisan je { $count } kolega. Pozivnica je na putu.
    [one] Upisan je { $count } kolega. Pozivnice su na putu.
    [few] Upisane su { $count } kolege. Pozivnice su na putu.
   *[other] Upisano je { $count } kolega. Pozivnice su na putu.
}
enrolled-later = { $count ->
    [1] Upisan je { $count } kolega. Pozivnica čeka na stranici grupe.
    [one] Upisan je { $count } kolega. Pozivnice čekaju na stranici grupe.
    [few] Upisane su { $count } kolege. Pozivnice čekaju na stranici grupe.
   *[other] Upisano je { $count } kolega. Pozivnice čekaju na stranici grupe.
}
enrolled-slips = { $count ->
    [1] Upisan je { $count } kolega. Sada odštampajte listić.
    [one] Upisan je { $count } kolega. Sada odštampajte listiće.
    [few] Upisane su { $count } kolege. Sada odštampajte listiće.
   *[other] Upisano je { $count } kolega. Sada odštampajte listiće.
}

result-title = Šta je bilo sa spiskom
result-made = { $name }: spisak upisan { $day } u { $time }.
result-undone = { $name }: upis poništen { $day } u { $time }.
result-to-cohort = Idite na stranicu grupe
result-rest = Nastavite s ostatkom
result-caption = Svaki red spiska i šta je s njim bilo. Ova stranica ostaje dostupna.
result-row = Red
result-outcome = Ishod
result-count-enrolled = upisano: { $count }
result-count-already = već u grupi: { $count }
result-count-to-fix = za ispravku: { $count }
result-count-to-decide = za odluku: { $count }
result-count-left-out = izostavljeno: { $count }
outcome-enrolled = Upisano
outcome-already = Već u grupi
outcome-to-fix = Ostaje u nacrtu, za ispravku
outcome-to-decide = Ostaje u nacrtu, za odluku
outcome-left-out = Izostavljeno

undo-title = Poništavanje
undo-what = Do { $day } u { $time }, i dok niko nije započeo, možete poništiti ovaj upis. Pozivnice prestaju vrijediti; susret planiran uz njega ostaje; ova stranica ostaje.
undo-do = Poništite ovaj upis
undo-done = Upis je poništen. Njegove pozivnice sada ne otvaraju ništa.
problem-undo_too_late = Ovo se može poništiti samo u roku od 24 sata. Kolege i dalje možete ispisivati pojedinačno.
problem-undo_started = Neko je u međuvremenu započeo ili je ispisan, pa se ovo ne može poništiti u cjelini. Kolege i dalje možete ispisivati pojedinačno.
