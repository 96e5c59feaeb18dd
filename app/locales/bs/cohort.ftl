# Grupe: popis, jedna grupa s polaznicima, susretima i historijom.
name = Ime
address = E-mail
actions = Šta možete učiniti
nothing-yet = još ništa
go-back = Nazad

cohorts-lead = Svaka grupa su kolege i treneri koji ih vode kroz kurs.
cohorts-count = { $count ->
    [one] { $count } grupa, najnovija prva
    [few] { $count } grupe, najnovija prva
   *[other] { $count } grupa, najnovija prva
}
my-cohorts-none = Još nema grupa
my-cohorts-none-what = Ovdje će stajati vaše grupe, svaka s brojem onih koji su započeli i završili.
cohort = Grupa
cohort-people = Kolege
cohort-started = Započelo
cohort-finished = Završilo

cohort-create = Napravite grupu
cohort-create-lead = Najprije grupa; zatim zalijepite imena.
cohort-created = Grupa je napravljena. Sada upišite svoje kolege.
cohort-title = Naziv
cohort-title-hint = Na primjer „Proljeće 2027, Ekonomski fakultet“. Kolege ga vide u pozivnici.
cohort-course = Kurs
cohort-mode = Kako uči
cohort-mode-sessions = Na susretima
cohort-mode-sessions-what = Sastajete se i bilježite ko je bio: ko dođe, obučili ste ga vi.
cohort-mode-self_paced = Vlastitim tempom
cohort-mode-self_paced-what = Svako uči sam: ko završi kurs, obučili su ga treneri grupe.
cohort-audience = Kome je namijenjena
cohort-audience-colleagues = Kolege
cohort-audience-colleagues-what = Broje se u cilj institucije.
cohort-audience-trainers = Budući treneri
cohort-audience-trainers-what = Obučavat će druge; ne broje se među kolege.
cohort-co-trainers = Ko je vodi s vama
cohort-no-course = Još nema kursa
cohort-no-course-what = Čim se neki kurs objavi, za njega možete napraviti grupu.
problem-cohort_title_missing = Dajte grupi naziv.
problem-audience_not_yours = Buduće trenere obučavaju samo koordinatori i partnerski treneri.

cohort-enrol = Upišite kolege
cohort-enrol-go-on = Nastavite sa svojim popisom
cohort-slips = Odštampajte listiće
cohort-send-waiting = Pošaljite otvorene pozivnice
cohort-edit = Izmijenite ovu grupu
cohort-rename = Sačuvajte naziv
cohort-renamed = Naziv je promijenjen.
cohort-add-trainer = Trener kojeg dodajete
cohort-add-trainer-do = Dodajte ovog trenera
cohort-trainer-added = Trener je dodan i odsad vidi grupu.
cohort-no-trainer = još niko
cohort-no-more-trainers = Svi treneri ove institucije već je vode.
cohort-target = Cilj institucije
cohort-sentence-empty = Još niko nije upisan.
cohort-sentence = Započelo { $started } od { $people }, završilo { $finished }, { $help ->
    [0] pomoć ne treba nikome.
    [one] pomoć treba { $help } osobi.
    [few] pomoć trebaju { $help } osobe.
   *[other] pomoć treba { $help } osoba.
}
cohort-empty = Još niko nije upisan
cohort-empty-what = Zalijepite popis imena i adresa. Svako će ovdje imati red koji pokazuje dokle je stigao.

roster-title = Kolege
roster-count = { $count ->
    [one] { $count } kolega, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
    [few] { $count } kolege, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
   *[other] { $count } kolega, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
}
roster-show = Prikažite samo
roster-everybody = sve
roster-progress = Jedinice
roster-units-done = Završene jedinice
roster-units = Jedinice kursa
roster-stage = Faza
roster-invitation = Pozivnica
roster-send = Pošaljite
roster-resend = Ponovo pošaljite
roster-revoke = Povucite pozivnicu
roster-withdraw = Povucite iz grupe
roster-bring-back = Vratite
roster-brought-back = Osoba je opet u grupi. Njena pozivnica čeka slanje ili štampanje.
stage-invited = nije započeto
stage-under_way = u toku
stage-needs_help = treba pomoć
stage-finished = završeno
stage-withdrawn = povučeno

invited-none = bez pozivnice
invited-accepted = prihvaćena { $day }
invited-revoked = povučena { $day }
invited-expired = istekla { $day }
invited-sent = poslana { $day }
invited-waiting = čeka slanje
invited-failed = nije se mogla dostaviti
invited-slip = listić odštampan
invited-not-sent = još nije poslana

withdraw-title = Povlačenje iz grupe: { $name }
withdraw-lead = Osoba ostaje na popisu s razlogom i u svakom broju u kojem je. Njena pozivnica prestaje vrijediti.
withdraw-reason = Razlog
withdraw-reason-hint = Na primjer „prelazak na drugi fakultet“. Vide ga voditelji i koordinatori. Ne pišite ništa o zdravlju.
withdraw-do = Povucite iz grupe
withdraw-done = Osoba je povučena. Razlog stoji na popisu.
problem-reason_missing = Navedite zašto: popis čuva razlog.

sessions-title = Susreti
sessions-none = Još nijedan susret nije planiran.
session-day = Dan
session-place = Mjesto
session-place-hint = Prostorija, zgrada ili veza.
session-plan = Planirajte susret
session-planned = planiran
session-planned-done = Susret je planiran.
session-attendance = Prisustvo
session-present = { $count ->
    [one] bila je { $count } osoba
    [few] bile su { $count } osobe
   *[other] bilo je { $count } osoba
}
session-record = Zabilježite ko je bio
session-correct = Ispravite
problem-day_missing = Odaberite dan ili ispraznite i mjesto.
problem-day_too_far = Ovaj dan je udaljen više od pet godina. Provjerite godinu.
problem-place_missing = Navedite gdje: prostoriju, zgradu ili vezu.
problem-session_trainer_missing = Odaberite ko održava susret.
problem-session_not_yet = Ovaj susret još nije održan.

register-title = Ko je bio { $day }
register-lead = Ko je bio, započeo je, a obučili su ga oni koji su održali susret. Ovo možete kasnije ispraviti; raniji zapisi se čuvaju.
register-present = Označite sve koji su bili
register-record = Zabilježite ko je bio
register-recorded = { $count ->
    [0] Zabilježeno je da niko nije bio.
    [one] Zabilježeno je: bila je { $count } osoba.
    [few] Zabilježeno je: bile su { $count } osobe.
   *[other] Zabilježeno je: bilo je { $count } osoba.
}
register-not-yet = Prisustvo možete bilježiti od dana susreta.

history-title = Upisi
history-line = { $name }: upisano { $enrolled } od { $lines ->
    [one] { $lines } reda
    [few] { $lines } reda
   *[other] { $lines } redova
}
history-undone = poništeno { $day }
