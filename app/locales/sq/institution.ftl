institution-sentence = { $count ->
    [one] Kolegë që kanë përfunduar: { $of }.
   *[other] Kolegë që kanë përfunduar: { $of }.
}
institution-sentence-withheld = Numri i kolegëve që kanë përfunduar nuk shfaqet, sepse është tepër i vogël.
institution-need = Institucioni duhet të trajnojë { $colleagues } në { $time }, deri më { $date }: { $pace } në javë.
institution-missed = { $missing ->
    [one] Kur programi mbaroi më { $date }, mungonte { $missing } koleg.
   *[other] Kur programi mbaroi më { $date }, mungonin { $missing } kolegë.
}
institution-change = Ndryshoni institucionin
institution-save = Ruani institucionin
institution-changed = { $name } u ndryshua.
last-activity = Aktiviteti i fundit: { $when }
invite-trainer = Ftoni një trajner
invite-lead = Ftoni një përgjegjës

trainers-title = Trajnerët
trainers-empty-title = Ende nuk ka trajnerë
trainers-empty = { $count ->
    [one] Programi parashikon këtu { $count } trajner. Ftojeni, dhe ai regjistron kolegët e vet.
   *[other] Programi parashikon këtu { $count } trajnerë. Ftojini, dhe ata regjistrojnë kolegët e vet.
}
trainer-active = aktiv
trainer-planned = ka një sesion të planifikuar
trainer-new = i ri
trainer-silent = pa aktivitet
column-cohorts = Grupet
column-last-session = Sesioni i fundit
column-next-session = Sesioni i radhës
cohorts-none = ende asnjë
session-none-planned = asgjë e planifikuar
leads-title = Përgjegjësit dhe ftesat e hapura
leads-none = Ende askush nuk është përgjegjës i këtij institucioni dhe askush nuk është ftuar.

cohorts-title = Grupet
cohorts-about = Pjesëmarrjet sipas grupeve, duke nisur nga grupi më i ri.
cohorts-empty-title = Ende nuk ka grupe
cohorts-empty = Çdo grup do të ketë këtu një rresht, me numrin e atyre që kanë filluar dhe që kanë përfunduar.
cohort-plan = Planifikoni një grup
column-cohort = Grupi
column-started = Filluan
column-withdrawn = Të tërhequr

matrix-title = Kolegët sipas njësive
matrix-about = { $course }: një rresht për çdo koleg, një kolonë për çdo njësi.
matrix-empty = Ende asnjë koleg nuk është regjistruar në një grup të këtij kursi.
matrix-course = Kursi
course-version = { $course }, versioni { $number }
state-done = përfunduar
state-progress = në vazhdim
state-none = pa hapur
state-withdrawn = tërhequr
column-finished-on = Përfundoi më
yes = po

withdrawn-title = Të tërhequrit
column-when = Kur
column-reason = Arsyeja
reason-none = pa arsye të shënuar
