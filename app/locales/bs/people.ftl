email = E-mail
password = Lozinka
password-new = Nova lozinka
password-hint = Najmanje 10 znakova. Nekoliko riječi se lako pamti, a teško pogađa.
sign-out = Odjavite se
sign-in-forgot = Ne sjećam se lozinke
sign-in-have-code = Imam kod na papiru

role-trainer = trener
role-lead = voditelj institucije
role-coordinator = koordinator
role-partner_trainer = partnerski trener
role-author = autor
role-observer = posmatrač
role-recogniser = osoba za priznavanje
role-learner = polaznik

problem-sign_in_wrong = Adresa i lozinka se ne podudaraju.
problem-password_short = Upotrijebite najmanje { $shortest } znakova.
problem-password_long = Upotrijebite najviše { $longest } znakova.
problem-password_is_address = Ne stavljajte u lozinku svoju e-mail adresu.
problem-password_common = Ovo je jedna od najčešćih lozinki. Upotrijebite druge riječi.
problem-password_wrong = Ovo nije vaša sadašnja lozinka.
problem-no_name = Upišite ime.
problem-name_too_long = Upotrijebite najviše 300 znakova.
problem-control_characters = Ovaj tekst se oštetio pri kopiranju. Upišite ga ručno.
problem-lost_characters = Neka slova su se izgubila pri ranijem kopiranju. Upišite ih ponovo.
problem-no_letters = Ime mora sadržavati slova.
problem-address_no_sign = Napišite adresu kao ime@example.org.
problem-address_several_signs = Napišite samo jednu adresu.
problem-address_bad_local_part = Dio prije znaka @ sadrži znak koji nije dozvoljen u e-mail adresi.
problem-address_bad_domain = Dio poslije znaka @ nije potpun: napišite ga kao ime@example.org.
problem-address_too_long = Ova adresa je preduga da bi bila stvarna.
problem-address_of_somebody_else = Ova adresa pripada drugom računu.
problem-address_last = Zadržite jednu potvrđenu adresu: na nju se šalje nova lozinka.
problem-addresses_many = Imate osam adresa. Najprije uklonite jednu.
problem-no_mail_server = Ova platforma ne šalje e-mail poruke. Zamolite svog trenera da vas upiše s novom adresom.
problem-role_held = Ova osoba već ima tu ulogu.
problem-reset_address = Napišite adresu kao ime@example.org.
problem-reset_code_wrong = Adresa i kod se ne podudaraju, ili je kod već iskorišten ili stariji od jednog dana.
problem-code_unknown = Ovaj kod ne otvara ništa. Provjerite svaki znak; ako je tačan, zatražite od svog trenera novi.
problem-title_missing = Napišite naziv programa.
problem-text_long = Upotrijebite najviše { $longest } znakova.
problem-day = Napišite datum u obliku 2026-11-14.
problem-ends_before_start = Posljednji dan mora biti poslije prvog.

setup-title = Postavite svoj program
setup-what = Postajete prvi koordinator. Sve ovdje možete kasnije izmijeniti.
setup-you = Vi
setup-field-name = Vaše ime i prezime
setup-field-name-hint = Onako kako ga sami pišete, bilo kojim pismom.
setup-field-email = Vaš e-mail
setup-programme = Program
setup-field-title = Naziv programa
setup-field-reference = Referentni broj (neobavezno)
setup-field-reference-hint = Broj kod finansijera, na primjer 610429-EPP-1-2019-1-AL-EPPKA2-CBHE-JP.
setup-field-starts-on = Prvi dan
setup-field-ends-on = Posljednji dan (neobavezno)
setup-field-ends-on-hint = Ostavite prazno dok se ne dogovori.
setup-field-funding-line = Rečenica finansijera (neobavezno)
setup-field-funding-line-hint = Stoji u dnu svake stranice, na primjer „Finansira Evropska unija“.
setup-create = Napravite program
setup-closed-title = Ova adresa ne otvara ništa
setup-closed-what = Iskorištena je ili je starija od 24 sata. Osoba koja održava server novu pravi naredbom „kaskada setup-link“.

invitation-title = Pridružite se: { $place }
invitation-for = Za: { $name }
invitation-to-cohort = { $inviter } vas poziva u grupu „{ $cohort }“ ({ $institution }).
invitation-to-role = { $scope ->
    [none] { $inviter } vas poziva da preuzmete ulogu: { $role }.
   *[some] { $inviter } vas poziva da preuzmete ulogu: { $role } ({ $place }).
}
invitation-to-address = Zatražili ste dodavanje adrese { $address } svom računu.
invitation-accept = Prihvatite
invitation-accept-first = Postavite lozinku i pridružite se
invitation-accepted = Gotovo. Dobro došli.
invitation-sign-in-first = Već imate račun. Prijavite se, pa prihvatite.
invitation-somebody-else = Prijavljeni ste kao { $name }, a ova pozivnica je za drugu osobu. Odjavite se, pa je ponovo otvorite.
invitation-unknown-title = Ovaj link ne otvara ništa
invitation-unknown-what = Možda ga je zamijenila novija pozivnica ili nedostaje dio adrese. Ako imate lozinku, prijavite se. Inače zatražite od svog trenera novu pozivnicu.
invitation-used-title = Ova pozivnica je već prihvaćena
invitation-used-what = Prijavite se lozinkom koja je tada postavljena. Ako to niste bili vi, recite svom treneru.
invitation-revoked-title = Ova pozivnica je povučena
invitation-revoked-what = Ako vas to iznenađuje, pitajte svog trenera.
invitation-expired-title = Ova pozivnica je prestara
invitation-expired-what = Zamolite svog trenera da je ponovo pošalje. Ako imate lozinku, prijavite se.
invitation-taken-back = Pozivnica je povučena. Njen link i kod više ne otvaraju ništa.
invitations-sent = { $count ->
    [0] Niko ne čeka pozivnicu.
    [one] { $count } pozivnica je na putu.
    [few] { $count } pozivnice su na putu.
   *[other] { $count } pozivnica je na putu.
}

join-title = Pridružite se kodom
join-what = Upišite kod sa svog listića.
join-code = Kod
join-code-hint = Osam znakova, na primjer KQ7F-2M9X. Velika slova i crtice nisu važni.
join-continue = Nastavite

reset-title = Zaboravili ste lozinku?
reset-what = Šaljemo vam link kojim postavljate novu. Vrijedi 24 sata.
reset-send = Pošaljite link
reset-sent = Ako neki račun ima ovu adresu, link je na putu. Pogledajte i među neželjenu poštu (spam).
reset-or-code = Ne dobijate e-mail? Kod vam može dati voditelj vaše institucije ili koordinator.
reset-only-code = Ova platforma ne šalje e-mail poruke. Kod kojim postavljate novu lozinku može vam dati voditelj vaše institucije ili koordinator.
reset-have-code = Imam kod
reset-new-title = Postavite novu lozinku
reset-code = Kod
reset-set = Postavite lozinku
reset-done = Vaša nova lozinka je postavljena, a svi preglednici su odjavljeni. Prijavite se novom lozinkom.
reset-closed-title = Ovaj link više ne postavlja lozinku
reset-closed-what = Iskorišten je ili je stariji od 24 sata. Zatražite novi.
reset-code-title = Nova lozinka: { $name }
reset-code-what = Dobijate kod koji predajete lično. Vrijedi samo jednom, u roku od 24 sata, a raniji kod prestaje vrijediti. Lozinku nikada ne vidite.
reset-code-make = Napravite kod
reset-code-how = Predajte ga lično. Prikazuje se samo sada. Osoba otvara { $place } i upisuje ga sa svojom e-mail adresom.

account-title = Vaš račun
account-you = Vi
account-name = Ime i prezime
account-name-hint = Tako stoji na spiskovima i certifikatima.
account-name-save = Sačuvajte ime
account-name-saved = Vaše ime je sačuvano.
account-language = Jezik
account-language-hint = Za stranice i poruke.
account-language-save = Koristite ovaj jezik
account-addresses = E-mail adrese
account-addresses-what = Možete se prijaviti svakom od njih. Poruke idu na najnoviju.
address-state = Status
address-change = Izmjena
address-confirmed = potvrđena
address-added = dodao ju je neko drugi
address-confirm = Potvrdite adresu
address-confirm-done = Adresa je potvrđena.
address-remove = Uklonite
address-removed = Adresa je uklonjena.
address-new = Još jedna adresa
address-new-hint = Tamo šaljemo link. Otvorite ga u ovom pregledniku da se adresa doda.
address-send-link = Pošaljite link
address-link-sent = Link je na putu. Vrijedi 24 sata.
account-password = Lozinka
account-password-present = Sadašnja lozinka
account-password-save = Promijenite lozinku
account-password-saved = Vaša lozinka je promijenjena. Ostali preglednici su odjavljeni.
account-browsers = Prijavljeni preglednici
account-browsers-what = Odjavite one koje ne poznajete ili više ne koristite.
browser = Preglednik
browser-seen = Posljednja upotreba
browser-change = Izmjena
browser-this = Ovaj preglednik
browser-end = Odjavite
browser-end-others = Odjavite sve ostale
browser-ended = Gotovo. Potrebna je nova prijava.
browser-on-machine = { $browser }, { $machine }
browser-unknown = Nepoznat preglednik
account-kept-title = Šta se o vama čuva
account-kept = Vaše ime, adrese i uloge; pol, ako ste ga naveli; gdje radite i otkad; grupe u kojima ste, vaše prisustvo, odgovori i certifikati; i koji su preglednici prijavljeni. Vaša razmišljanja ne može čitati niko osim vas.

outbox-title = Poruke
outbox-mail = Poruke odlaze same od sebe u roku od jedne minute.
outbox-no-mail = Ova platforma ne šalje e-mail poruke. Kopirajte poruke u svoj program za e-mail ili odštampajte listiće za svoju grupu.
outbox-states = Koje poruke
outbox-waiting = Na čekanju
outbox-failed = Neuspjele
outbox-sent = Poslane
outbox-waiting-empty = Nema poruka na čekanju.
outbox-failed-empty = Nema neuspjelih poruka.
outbox-sent-empty = Još nema poslanih poruka.
outbox-count = { $count ->
    [one] { $count } poruka
    [few] { $count } poruke
   *[other] { $count } poruka
}
outbox-to = Kome
outbox-kind = Vrsta
outbox-kind-invitation = pozivnica u grupu
outbox-kind-role = pozivnica za ulogu
outbox-kind-reset = nova lozinka
outbox-kind-address = dodatna adresa
outbox-since = Kada
outbox-happened = Šta se dogodilo
outbox-not-tried = još nije pokušano
outbox-tried = { $count ->
    [one] { $count } pokušaj
    [few] { $count } pokušaja
   *[other] { $count } pokušaja
}
outbox-try-again = Pokušajte opet
outbox-waits-again = Poruka čeka novi pokušaj.
outbox-newer = Novije
outbox-older = Starije
outbox-pages = Stranice
outbox-copy = Prikažite poruke za kopiranje
outbox-copy-title = Poruke za kopiranje
outbox-copy-what = Svaki link je napravljen upravo sada i prikazuje se samo ovdje. Linkovi koje ste ranije kopirali prestaju vrijediti.
outbox-copy-next = Prikažite sljedeće poruke
outbox-mark = { $count ->
    [one] Označite { $count } poruku kao poslanu
    [few] Označite { $count } poruke kao poslane
   *[other] Označite { $count } poruka kao poslane
}
outbox-marked = { $count ->
    [one] { $count } poruka je označena kao poslana.
    [few] { $count } poruke su označene kao poslane.
   *[other] { $count } poruka je označeno kao poslano.
}
outbox-by-hand = poslano ručno

slips-title = Listići s kodovima
slips-waiting = { $count ->
    [0] Svi u ovoj grupi se već mogu prijaviti.
    [one] Još se ne može prijaviti { $count } osoba.
    [few] Još se ne mogu prijaviti { $count } osobe.
   *[other] Još se ne može prijaviti { $count } osoba.
}
slips-what = Svaka osoba dobija listić s kodom koji vrijedi 60 dana. Odštampajte stranicu, izrežite je i podijelite listiće. Ko upiše kod, sam postavlja svoju lozinku.
slips-replaced = { $count ->
    [1] { $count } osoba već ima kod. On prestaje vrijediti kada napravite nove listiće.
    [one] { $count } osoba već ima kod. Ti kodovi prestaju vrijediti kada napravite nove listiće.
    [few] { $count } osobe već imaju kod. Ti kodovi prestaju vrijediti kada napravite nove listiće.
   *[other] { $count } osoba već ima kod. Ti kodovi prestaju vrijediti kada napravite nove listiće.
}
slips-make = { $count ->
    [one] Napravite { $count } listić
    [few] Napravite { $count } listića
   *[other] Napravite { $count } listića
}
slips-made = { $count ->
    [1] { $count } listić. Odštampajte ovu stranicu sada: kod se prikazuje samo jednom.
    [one] { $count } listić. Odštampajte ovu stranicu sada: kodovi se prikazuju samo jednom.
    [few] { $count } listića. Odštampajte ovu stranicu sada: kodovi se prikazuju samo jednom.
   *[other] { $count } listića. Odštampajte ovu stranicu sada: kodovi se prikazuju samo jednom.
}
slip-how = Otvorite { $place } i upišite kod.
outbox-kind-reminder = podsjetnik
outbox-do = Radnja
outbox-resend = Ponovo pošaljite
outbox-take-back = Povucite
remind = Podsjetite
remind-sent = Podsjetnik je na putu.
problem-remind_no_address = Nema adrese na koju bi se podsjetnik poslao. Obavijestite tu osobu sami.
problem-remind_not_joined = Ova osoba se još nije pridružila. Umjesto toga ponovo pošaljite pozivnicu.
outbox-kind-joining = podsjetnik za pridruživanje
outbox-kind-quiet = podsjetnik za nastavak
outbox-kind-session-ahead = podsjetnik na susret
outbox-kind-follow-up = praćenje nakon kursa
outbox-kind-nudge = podsjetnik treneru
outbox-kind-digest-trainer = pregled za trenera
outbox-kind-digest-lead = pregled za voditelja
outbox-kind-digest-coordinator = pregled za koordinatora
outbox-groups = Vrsta poruka
outbox-group-all = Sve
outbox-group-invitations = Pozivnice
outbox-group-reminders = Podsjetnici
outbox-group-digests = Pregledi
problem-remind_refused = Ova osoba ne želi podsjetnike. Razgovarajte s njom sami.
problem-nudge_not_silent = Ovaj trener je održao ili planirao susret, ili je nedavno počeo.
problem-nudge_lately = Ovom treneru je podsjetnik poslan u posljednjih sedam dana.
account-letters = Podsjetnici i pregledi
account-letters-wanted = Dobijate podsjetnike na kurseve i susrete te sedmične preglede za svoje uloge. Pozivnice, promjene susreta i poruke o lozinki stižu u svakom slučaju.
account-letters-refused = Ne dobijate podsjetnike ni preglede. Pozivnice, promjene susreta i poruke o lozinki stižu u svakom slučaju.
account-letters-stop = Zaustavite podsjetnike i preglede
account-letters-want = Ponovo primajte podsjetnike i preglede
letters-refused = Više nećete dobijati podsjetnike ni preglede.
letters-wanted = Ponovo ćete dobijati podsjetnike i preglede.
letters-stop-title = Bez daljnjih podsjetnika?
letters-stop-what = Pritisnite dugme i više nećete dobijati podsjetnike ni preglede. Pozivnice, promjene susreta i poruke o lozinki stižu u svakom slučaju.
letters-stop = Zaustavite podsjetnike i preglede
letters-stopped-title = Bez daljnjih podsjetnika
letters-stopped = Više nećete dobijati podsjetnike ni preglede. Da ih ponovo dobijate, prijavite se i otvorite svoj račun.
letters-unknown-title = Ovaj link nije poznat
letters-unknown = Možda nije potpun. Podsjetnike možete zaustaviti i na stranici svog računa.
outbox-kind-session-planned = susret planiran
outbox-kind-session-changed = susret promijenjen
outbox-kind-session-cancelled = susret otkazan
outbox-kind-session-again = susret ponovo planiran
outbox-kind-session-handed = susret predan
outbox-kind-session-left = susret prepušten
outbox-group-sessions = Susreti
outbox-calendar = Kalendarski fajl
outbox-calendar-what = Priložite kalendarski fajl ovoj poruci u svom programu za poštu. Kad se otvori, susret dolazi u kalendar ili se u njemu pomjera.
gender-female = žensko
gender-male = muško
gender-other = drugo
gender-not-stated = nije navedeno
account-gender = Za brojanje finansijera
account-gender-label = Spol (neobavezno)
account-gender-hint = Koristi se samo za jedno: da se prebroje učesnici u izvještajima finansijeru. Nikad se ne prikazuje uz vaše ime i samo ga vi možete promijeniti.
account-gender-save = Sačuvajte
account-gender-saved = Sačuvano.
