# Susreti: plan, evidencija, prijava prisustva, šta je prilagođeno.
sessions-title = Susreti
sessions-none = Još nijedan susret nije planiran.
session-day = Dan
session-place = Mjesto
session-place-hint = Prostorija ili zgrada.
session-plan = Planirajte susret
session-planned = planiran
session-planned-done = Susret je planiran.
session-attendance = Prisustvo
session-present = { $count ->
    [one] prisutna { $count } osoba
    [few] prisutne { $count } osobe
   *[other] prisutno { $count } osoba
}
session-record = Zabilježite ko je bio prisutan
session-correct = Ispravite
problem-day_missing = Odaberite dan ili ostavite i mjesto prazno.
problem-day_too_far = Ovaj dan udaljen je više od pet godina. Provjerite godinu.
problem-place_missing = Navedite gdje: prostoriju ili zgradu.
problem-session_trainer_missing = Odaberite ko održava susret.
problem-session_not_yet = Ovaj susret još nije održan.
register-title = Ko je bio prisutan { $day }
register-lead = Ko je bio prisutan, započeo je kurs, a obučili su ga oni koji su održali susret. Ovo kasnije možete ispraviti; raniji zapisi se čuvaju.
register-present = Označite sve koji su bili prisutni
register-record = Zabilježite ko je bio prisutan
register-recorded = { $count ->
    [0] Zabilježeno je da niko nije bio prisutan.
    [one] Zabilježeno je: bila je prisutna { $count } osoba.
    [few] Zabilježeno je: bile su prisutne { $count } osobe.
   *[other] Zabilježeno je: bilo je prisutno { $count } osoba.
}
register-not-yet = Prisustvo možete bilježiti od dana susreta.
session-title = Susret { $day }
session-of = Susret: { $cohort }
session-when = Kada
session-starts = Počinje u
session-ends = Završava u
session-meeting = Kako se sastajete
meeting-room = u prostoriji
meeting-online = na internetu
meeting-hybrid = u prostoriji i na internetu
session-room-hint = Prostorija i zgrada. Susretu na internetu ne trebaju.
session-link = Link na prostoriju na internetu
session-link-hint = Počinje sa https://
session-join = Otvorite prostoriju na internetu
session-trainers = Održavaju
session-units = Šta se uči
session-units-hint = Otvorite modul i označite njegove jedinice. Izvještaji ih navode.
session-units-none = Još nijedna jedinica nije odabrana. Izmijenite plan da ih odaberete.
session-units-what = Svaka jedinica otvara se s bilješkama, minutama i odgovorima za vas, prilagođena telefonu u prostoriji.
session-agenda = Dnevni red
session-agenda-hint = Jedan red za svaku tačku, npr. „09:00 Dobrodošlica“. Dio je dokaza.
session-for-the-funder = Za izvještaje: sati, mjesta i oznake
session-hours = Sati nastave
session-hours-hint = Npr. 3 ili 2,5. Prazno znači: vrijeme od početka do kraja.
session-hours-number = { $hours } h
session-seats = Broj mjesta
session-seats-hint = Koliko ih može doći. Prazno znači: svi upisani.
session-work_package = Radni paket
session-work_package-hint = Kao u vašem projektu, npr. WP3.
session-deliverable = Isporučevina
session-deliverable-hint = Kao u vašem projektu, npr. D3.2.
session-change = Izmijenite plan
session-change-do = Sačuvajte plan
session-changed = Plan je izmijenjen. Kalendari ga pokazuju kada otvore novi fajl.
session-change-held = Ovaj susret je održan: dan i treneri ostaju kako su bili.
session-cancel = Otkažite ovaj susret
session-cancel-lead = Ostaje u spisku s vašim razlogom. Možete ga ponovo planirati.
session-cancel-reason = Razlog
session-cancel-reason-hint = Npr. „Trenerica je bolesna“. Vide ga svi u grupi.
session-cancelled = Susret je otkazan.
session-cancelled-word = otkazan
session-cancelled-because = otkazan: { $reason }
session-not-held = Ovaj susret nije održan
session-not-held-lead = Evidencija je vođena greškom. Što u njoj piše o svakoj osobi povlači se, s vašim razlogom; niko tamo nije obučen i nijedan zbir to ne zadržava. Susret je ponovo planiran: zatim ga pomjerite ili otkažite.
session-not-held-do = Povucite evidenciju
session-not-held-reason-hint = Npr. „Zabilježio sam pogrešnu grupu“. Ostaje uz ispravke.
session-not-held-done = Evidencija je povučena. Susret je ponovo planiran.
problem-session_not_held = Ovaj susret se ne računa kao održan, pa nema šta da se povuče.
problem-not_held_reason_missing = Napišite zašto: ispravke čuvaju razlog.
session-plan-again = Planirajte ga ponovo
session-calendar = Dodajte u moj kalendar
session-here = prisutno { $here } od { $of }
session-not-recorded = Zabilježite ko je bio prisutan
session-correct-register = Ispravite evidenciju
problem-time = Upišite vrijeme kao 9:30.
problem-times_half = Navedite i početak i kraj, ili nijedno.
problem-times_reversed = Susret završava nakon što počne. Provjerite oba vremena.
problem-link_missing = Navedite link na prostoriju na internetu.
problem-link = Link počinje sa https:// i nema razmaka.
problem-hours = Upišite sate kao 3 ili 2,5, najviše { $most }.
problem-session_twice = Ovaj susret je već planiran, tog dana i na tom mjestu.
problem-session_overlaps = Grupa u to vrijeme ima drugi susret.
problem-session_trainer_busy = { $name } u to vrijeme održava drugi susret.
problem-session_cancelled = Ovaj susret je otkazan.
problem-session_held = Ovaj susret je održan. Ovo ostaje kako je bilo.
problem-session_held_cancel = Ovaj susret se računa kao održan. Ako nije održan, prvo povucite njegovu evidenciju.
problem-cancel_reason_missing = Napišite zašto: spisak čuva razlog.
problem-recorded_meanwhile = Neko drugi je u međuvremenu nešto zabilježio za: { $names }. Spisak ispod to pokazuje: provjerite i sačuvajte ponovo.
problem-session_changed_meanwhile = Neko drugi je u međuvremenu izmijenio ovaj plan. Sačuvajte ponovo da ga zamijenite svojim.
problem-correction_reason_missing = Ranije je zabilježeno drugačije. Napišite zašto to ispravljate.
register-source = Kako znate
register-reason = Razlog ispravke
register-reason-hint = Potreban je samo ako mijenjate ono što je ranije zabilježeno. Npr. „Zamijenjena su dva imena“.
source-trainer_list = viđeno u prostoriji
source-self_check_in = vlastita prijava kodom
source-online = viđeno u prostoriji na internetu
source-paper = potpisana evidencija na papiru

check-in-room = Kod za prisustvo
check-in-room-what = Pokažite ovu stranicu u prostoriji. Svako skenira ili upisuje kod koji se mijenja svake minute.
check-in-start = Pokažite kod
check-in-qr = Kod za skeniranje telefonom
check-in-or-type = Ili se prijavite, otvorite svoju početnu stranicu, odaberite „Tu sam“ i upišite:
check-in-changes = Mijenja se za { $seconds ->
    [one] { $seconds } sekundu
    [few] { $seconds } sekunde
   *[other] { $seconds } sekundi
}. Prethodni vrijedi još jednu minutu.
check-in-count = Kao prisutno zabilježeno je { $here } od { $of }.
check-in-early = Prijava prisustva otvara se { $day } u { $time }.
check-in-open = Prijava prisustva otvorena je do { $time }.
check-in-late = Prijava prisustva je zatvorena. Vaš trener još može zabilježiti ko je bio tu.
check-in-title = Prijavite prisustvo
check-in-code = Kod
check-in-code-hint = Šest cifara. Stoje na ekranu u prostoriji.
check-in-do = Tu sam
check-in-done = Zabilježeno je da ste prisutni.
check-in-home = Na moju početnu stranicu
problem-check_in_early = Prijava prisustva još nije otvorena.
problem-check_in_late = Prijava prisustva je zatvorena. Zamolite trenera da zabilježi da ste bili tu.
problem-check_in_code = Ovaj kod se sada ne prikazuje. Upišite onaj s ekrana u prostoriji.
problem-check_in_recorded_absent = Vaš trener je zabilježio da niste bili tu. Zamolite ga da to ispravi.

adaptations-title = Šta ste prilagodili svom kontekstu
adaptations-what = Drugi primjeri, drugi redoslijed, lokalni slučaj. Program iz toga uči, a dio je i dokaza.
adaptation-of = Na šta se odnosi
adaptation-whole = Cijeli susret
adaptation-body = Šta ste promijenili i zašto
adaptation-note = Sačuvajte bilješku
adaptation-noted = Bilješka je sačuvana.
adaptation-take-back = Povucite
adaptation-take-back-of = Povucite bilješku: { $of }
adaptation-taken-back = Bilješka je povučena.
problem-adaptation_missing = Napišite šta ste promijenili.

corrections-title = Ispravke evidencije
correction-present = { $by }: zabilježeno prisustvo, { $name } ({ $source }).
correction-absent = { $by }: zabilježeno odsustvo, { $name } ({ $source }).
correction-taken-back = { $by }: povučeno što je bilo zabilježeno, { $name } (susret nije održan).

hand-over-title = Predajte grupu kolegici ili kolegi
hand-over-what = Ta osoba od sada obučava ovu grupu, sa svakim susretom koji još nije održan. Ono što je održano ostaje onome ko je to održao.
hand-over-from = Umjesto
hand-over-to = Od sada
hand-over-do = Predajte
cohort-handed-over = Grupa je predata, a uz nju { $count ->
    [0] nijedan budući susret.
    [one] { $count } budući susret.
    [few] { $count } buduća susreta.
   *[other] { $count } budućih susreta.
}

register-paper = Odštampajte evidenciju
paper-title = Evidencija prisustva
paper-time = Vrijeme
paper-number = R. br.
paper-signature = Potpis
paper-date = Datum
paper-declaration = Svojim potpisom potvrđujem da sam bio prisutan, odnosno da sam bila prisutna. Spisak se čuva koliko i dokumentacija programa.
paper-guests = Gosti kojih nema na spisku
paper-code = Oznaka

adaptations-of-institution = Šta je prilagođeno
adaptations-none = Još ništa nije prilagođeno
adaptations-none-what = Treneri na stranici susreta bilježe šta su promijenili za lokalni kontekst. Njihove bilješke stoje ovdje.
adaptations-newest = Najnovije bilješke: { $count }. Paketi sadrže one sa svojih susreta.
tell-by-letter = Obavijestite grupu porukom
tell-by-letter-mail = Svako ko se nije povukao i svako ko ga vodi dobija poruku s kalendarskim fajlom.
tell-by-letter-no-mail = Poruke čekaju na spisku poruka, svaka sa svojim kalendarskim fajlom, dok ih ne kopirate u svoj program za poštu.
