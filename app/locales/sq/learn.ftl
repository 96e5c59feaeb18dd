# Faqet dhe formularët e vetë pjesëmarrësit.
home-title = Fillimi
start-what = Kurse praktike për këdo që punon në universitet
start-how = Kolegët trajnojnë kolegët. Këtu mund të lexoni gjithçka pa llogari; hyni pasi t’ju ketë regjistruar trajneri juaj.
start-read = Shihni kurset
start-code = Kam një kod

home-greeting = Mirë se vini, { $name }
home-continue = Vazhdoni
home-begin = Hapi i radhës
unit-in-full = Moduli { $module }, njësia { $unit }: { $title }
continue = Vazhdoni
begin = Filloni
minutes-left = { $n ->
    [one] Edhe rreth { $n } minutë
   *[other] Edhe rreth { $n } minuta
}
home-programme = Shihni gjithë programin
home-cohorts = Grupet më të reja
home-all-cohorts = Të gjitha grupet
home-enrol = Regjistroni
home-cohort-counts = { $people ->
    [0] ende askush i regjistruar
   *[other] filluan: { $started } nga { $people }; përfunduan: { $finished }
}
home-empty-title = Ende nuk keni filluar
home-empty-what = Hapi juaj i radhës shfaqet këtu sapo të filloni një njësi ose sapo t’ju regjistrojë një trajner.
home-done-title = I keni përfunduar të gjitha njësitë
home-done-what = Përgjigjet dhe tekstet tuaja mbeten këtu. Çdo njësi mund ta lexoni përsëri.
units-done = { $done } nga { $units }
state-complete = përfunduar
state-started = në vazhdim
state-not-started = pa filluar
your-cohorts = Grupet tuaja
no-cohort-yet = Ende nuk jeni në asnjë grup.
institution = Institucioni
trainers = Trajnerët
next-session = Sesioni i radhës

part-done-scope = lexuar
part-done-content = lexuar
part-done-activity = dorëzuar
part-done-thinking = me përgjigje
part-done-extra = lexuar
unit-complete = E keni përfunduar këtë njësi.
everything-is-saved = Gjithçka që bëni këtu ruhet menjëherë. Vazhdoni kur të doni.
i-have-read-this = Shënojeni si të lexuar
content-read = E keni lexuar këtë pjesë.
reflections-are-private = Vetëm ju mund ta lexoni atë që shkruani këtu.
save = Ruani
activity-what-came-out = Çfarë doli nga veprimtaria
activity-hand-in-hint = Shkruajeni ose ngjiteni këtu. Mund ta dorëzoni përsëri më vonë; vlen teksti më i ri.
hand-in = Dorëzoni
your-answer = Përgjigjja juaj
a-trainer-reads-this = Këtë përgjigje e lexon një trajner.
check-answer = Kontrolloni përgjigjen
verdict-right = E saktë
verdict-partly = Pjesërisht e saktë
verdict-wrong = E pasaktë
verdict-waiting = Pret trajnerin tuaj
answer-replaced = Kjo zëvendëson një përgjigje që dhatë në një dritare tjetër.

saved-at = U ruajt në orën { $time }
saved-on = U ruajt më { $day }, në orën { $time }
form-unsaved = Ende pa u ruajtur
form-draft = Ruhet në këtë pajisje. Ende pa u dorëzuar.
form-saving = Po ruhet
form-waiting = Nuk ka lidhje. Teksti juaj ruhet në këtë pajisje dhe do të dërgohet vetë.
form-signed-out = Keni dalë nga llogaria. Ajo që shkruat ruhet në këtë pajisje.
form-refused = Kjo nuk mund të ruhej më këtu. Kopjojeni tekstin tuaj dhe ringarkoni faqen.
form-elsewhere = U ndryshua në një dritare tjetër. Vlen ajo që ruhet e fundit.

problem-answer-empty = Më parë zgjidhni ose shkruani një përgjigje.
problem-answer-unfit = Kjo përgjigje nuk i përshtatet pyetjes. Ringarkoni faqen dhe përgjigjuni përsëri.
problem-answer-number = Shkruani një numër, si 12 ose 3,5.
problem-text-too-long = Shkruani të shumtën { $max } shenja.
problem-text-unkeepable = Teksti ka një shenjë që nuk mund të ruhet. Ngjiteni përsëri si tekst të thjeshtë.
problem-product-empty = Më parë shkruani ose ngjitni çfarë doli nga veprimtaria.
