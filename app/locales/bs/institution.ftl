institution-sentence = { $count ->
    [one] Kolege koje su završile: { $of }.
    [few] Kolege koje su završile: { $of }.
   *[other] Kolege koje su završile: { $of }.
}
institution-sentence-withheld = Ne prikazuje se koliko je kolega završilo jer je broj premalen.
institution-need = Za { $time }, do { $date }, { $colleagues }: { $pace } svake sedmice.
institution-missed = { $missing ->
    [one] Kada je program završio { $date }, nedostajao je { $missing } kolega.
    [few] Kada je program završio { $date }, nedostajale su { $missing } kolege.
   *[other] Kada je program završio { $date }, nedostajalo je { $missing } kolega.
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
    [1] Program ovdje računa na { $count } trenera. Kada prihvati vaš poziv, on upisuje svoje kolege.
    [one] Program ovdje računa na { $count } trenera. Pozovite ih, a oni upisuju svoje kolege.
    [few] Program ovdje računa na { $count } trenera. Pozovite ih, a oni upisuju svoje kolege.
   *[other] Program ovdje računa na { $count } trenera. Pozovite ih, a oni upisuju svoje kolege.
}
trainer-active = aktivan
trainer-planned = susret je planiran
trainer-new = novi
trainer-silent = bez aktivnosti
column-cohorts = Grupe
column-last-session = Posljednji susret
column-next-session = Sljedeći susret
cohorts-none = još nijedna
session-none-planned = ništa nije planirano
leads-title = Voditelji i otvorene pozivnice
leads-none = Ovu instituciju još niko ne vodi i niko nije pozvan.

cohorts-title = Grupe
cohorts-about = Učešća po grupama, od najnovije grupe.
cohorts-empty-title = Još nema grupa
cohorts-empty = Svaka grupa će ovdje imati red s brojem onih koji su započeli i završili.
cohort-plan = Planirajte grupu
column-cohort = Grupa
column-started = Započelo
column-withdrawn = Ispisano

matrix-title = Kolege po jedinicama
matrix-about = { $course }: po jedan red za svaku osobu, po jedna kolona za svaku jedinicu.
matrix-empty = U grupu ovog kursa još niko nije upisan.
matrix-course = Kurs
course-version = { $course }, verzija { $number }
state-done = završeno
state-progress = u toku
state-none = nije otvoreno
state-withdrawn = ispisano
column-finished-on = Završeno (datum)
yes = da

withdrawn-title = Ispisani
column-when = Kada
column-reason = Razlog
reason-none = razlog nije naveden
