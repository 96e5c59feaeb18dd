# Grupe: spisak, jedna grupa s polaznicima, susretima i historijom.
name = Ime i prezime
address = E-mail
actions = Šta možete uraditi
nothing-yet = još ništa
go-back = Vratite se

cohorts-lead = Grupu čine kolege i treneri koji ih vode kroz kurs.
cohorts-count = { $count ->
    [one] { $count } grupa, od najnovije
    [few] { $count } grupe, od najnovije
   *[other] { $count } grupa, od najnovije
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
cohort-title = Naziv grupe
cohort-title-hint = Na primjer „Proljeće 2027, Ekonomski fakultet“. Kolege ga vide u pozivnici.
cohort-course = Kurs
cohort-mode = Način učenja
cohort-mode-sessions = Na susretima
cohort-mode-sessions-what = Sastajete se i bilježite ko je prisutan: prisutne ste obučili vi.
cohort-mode-self_paced = Vlastitim tempom
cohort-mode-self_paced-what = Svako uči za sebe: one koji završe kurs obučili su treneri grupe.
cohort-audience = Kome je namijenjena
cohort-audience-colleagues = Kolege
cohort-audience-colleagues-what = Ubrajaju se u cilj institucije.
cohort-audience-trainers = Budući treneri
cohort-audience-trainers-what = Obučavat će druge; ne ubrajaju se u kolege.
cohort-co-trainers = Ko vodi grupu s vama
cohort-no-course = Još nema kursa
cohort-no-course-what = Čim se neki kurs objavi, moći ćete za njega napraviti grupu.
problem-cohort_title_missing = Dajte grupi naziv.
problem-cohort_title_changed = Neko drugi je u međuvremenu promijenio naziv; novi naziv stoji na vrhu ove stranice. Sačuvajte ponovo da na njegovo mjesto dođe vaš.
problem-audience_not_yours = Buduće trenere obučavaju samo koordinatori i partnerski treneri.

cohort-enrol = Upišite kolege
cohort-enrol-go-on = Nastavite sa svojim spiskom
cohort-slips = Odštampajte listiće
cohort-send-waiting = Pošaljite otvorene pozivnice
cohort-edit = Izmijenite ovu grupu
cohort-rename = Sačuvajte naziv
cohort-renamed = Naziv je promijenjen.
cohort-add-trainer = Trener kojeg dodajete
cohort-add-trainer-do = Dodajte ovog trenera
cohort-trainer-added = Trener je dodan i odsad vidi grupu.
cohort-no-trainer = još niko
cohort-no-more-trainers = Svi treneri ove institucije već vode ovu grupu.
cohort-target = Cilj institucije
cohort-sentence-empty = Još niko nije upisan.
cohort-sentence = Započelo { $started } od { $people }, završilo { $finished }, { $help ->
    [0] nikome ne treba pomoć.
    [one] { $help } osoba treba pomoć.
    [few] { $help } osobe trebaju pomoć.
   *[other] { $help } osoba treba pomoć.
}
cohort-empty = Još niko nije upisan
cohort-empty-what = Zalijepite spisak imena i adresa. Svaka osoba imat će ovdje red koji pokazuje dokle je stigla.

roster-title = Kolege
roster-count = { $count ->
    [one] { $count } kolega, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
    [few] { $count } kolege, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
   *[other] { $count } kolega, po imenu. „Treba pomoć“ znači: nije završeno, a 14 dana ništa nije urađeno.
}
roster-show = Prikažite samo
roster-everybody = svi
roster-progress = Jedinice
roster-units-done = Završene jedinice
roster-units = Jedinice kursa
roster-stage = Faza
roster-invitation = Pozivnica
roster-send = Pošaljite
roster-resend = Ponovo pošaljite
roster-revoke = Povucite pozivnicu
roster-withdraw = Ispišite iz grupe
roster-bring-back = Vratite u grupu
roster-brought-back = Osoba je opet u grupi. Njena pozivnica čeka slanje ili štampanje.
stage-invited = nije započeto
stage-under_way = u toku
stage-needs_help = treba pomoć
stage-finished = završeno
stage-withdrawn = ispisano

invited-none = bez pozivnice
invited-accepted = prihvaćena { $day }
invited-revoked = povučena { $day }
invited-expired = istekla { $day }
invited-sent = poslana { $day }
invited-waiting = čeka slanje
invited-failed = nije se mogla dostaviti
invited-slip = listić odštampan
invited-not-sent = još nije poslana

withdraw-title = Ispisivanje iz grupe: { $name }
withdraw-lead = Osoba ostaje na spisku, uz razlog, i u svim brojevima u koje je ubrojana. Njena pozivnica prestaje vrijediti.
withdraw-reason = Razlog
withdraw-reason-hint = Na primjer „prelazak na drugi fakultet“. Vide ga voditelji i koordinatori. Ne pišite ništa o zdravlju.
withdraw-do = Ispišite iz grupe
withdraw-done = Osoba je ispisana iz grupe. Razlog stoji na spisku.
problem-reason_missing = Navedite razlog: spisak ga čuva.

history-title = Upisi
history-line = { $name }: upisano { $enrolled } od { $lines ->
    [one] { $lines } reda
    [few] { $lines } reda
   *[other] { $lines } redova
}
history-undone = poništeno { $day }
