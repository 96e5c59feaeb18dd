institution-sentence = { $count ->
    [one] Završilo je { $of } kolega.
    [few] Završilo je { $of } kolega.
   *[other] Završilo je { $of } kolega.
}
institution-sentence-withheld = Ne prikazuje se koliko je kolega završilo, jer ih je malo.
institution-need = Potrebno je: { $colleagues } za { $time }, do { $date }: { $pace } svake sedmice.
institution-missed = { $missing ->
    [one] Nedostajao je { $missing } kada je program završio { $date }
    [few] Nedostajala su { $missing } kada je program završio { $date }
   *[other] Nedostajalo je { $missing } kada je program završio { $date }
}
institution-change = Izmijenite instituciju
institution-save = Sačuvajte instituciju
institution-changed = { $name }: izmjena je sačuvana.
last-activity = Posljednja aktivnost: { $when }
invite-trainer = Pozovite trenera
invite-lead = Pozovite voditelja

trainers-title = Treneri
trainers-empty-title = Još nema trenera
trainers-empty = { $count ->
    [one] Program ovdje računa na { $count } trenera. Pozovite ga, a on upisuje svoje kolege.
    [few] Program ovdje računa na { $count } trenera. Pozovite ih, a oni upisuju svoje kolege.
   *[other] Program ovdje računa na { $count } trenera. Pozovite ih, a oni upisuju svoje kolege.
}
trainer-active = aktivan
trainer-planned = susret je planiran
trainer-new = nov
trainer-silent = bez aktivnosti
column-cohorts = Grupe
column-last-session = Posljednji održani
column-next-session = Sljedeći planirani
cohorts-none = još nijedna
session-none-planned = ništa nije planirano
leads-title = Voditelji i otvorene pozivnice
leads-none = Ovu instituciju još niko ne vodi i niko nije pozvan.

cohorts-title = Grupe
cohorts-about = Učešća u svakoj grupi, najnovija grupa prva.
cohorts-empty-title = Još nema grupa
cohorts-empty = Svaka grupa će ovdje imati red s brojem onih koji su započeli i završili.
cohort-plan = Planirajte grupu
column-cohort = Grupa
column-started = Započelo
column-withdrawn = Povučeno

matrix-title = Kolege po jedinicama
matrix-about = { $course }: po jedan red za svaku osobu, po jedna kolona za svaku jedinicu.
matrix-empty = U grupu ovog kursa još niko nije upisan.
matrix-course = Kurs
course-version = { $course }, verzija { $number }
state-done = završeno
state-progress = u toku
state-none = nije otvoreno
state-withdrawn = povučeno
column-finished-on = Završeno
yes = da

withdrawn-title = Povučeni
column-when = Kada
column-reason = Razlog
reason-none = razlog nije naveden
