# Grupet: lista, një grup me kolegët, sesionet dhe historikun e vet.
name = Emri dhe mbiemri
address = E-mail
actions = Çfarë mund të bëni
nothing-yet = ende asgjë
go-back = Kthehuni prapa

cohorts-lead = Çdo grup përbëhet nga kolegët dhe nga trajnerët që i udhëheqin ata nëpër një kurs.
cohorts-count = { $count ->
    [one] { $count } grup, duke nisur nga më i riu
   *[other] { $count } grupe, duke nisur nga më i riu
}
my-cohorts-none = Ende nuk ka grupe
my-cohorts-none-what = Grupet tuaja do të renditen këtu, secili me numrin e atyre që kanë filluar dhe që kanë përfunduar.
cohort = Grupi
cohort-people = Kolegë
cohort-started = Filluan
cohort-finished = Përfunduan

cohort-create = Krijoni një grup
cohort-create-lead = Më parë grupi; pastaj ngjitni emrat.
cohort-created = Grupi u krijua. Tani regjistroni kolegët tuaj.
cohort-title = Emri i grupit
cohort-title-hint = Si “Pranverë 2027, Fakulteti i Ekonomisë”. Kolegët e shohin në ftesë.
cohort-course = Kursi
cohort-mode = Mënyra e të mësuarit
cohort-mode-sessions = Në sesione
cohort-mode-sessions-what = Takoheni dhe shënoni të pranishmit: kush është i pranishëm, është trajnuar nga ju.
cohort-mode-self_paced = Me ritmin e vet
cohort-mode-self_paced-what = Secili mëson vetë: kush e përfundon kursin, është trajnuar nga trajnerët e grupit.
cohort-audience = Për kë është
cohort-audience-colleagues = Kolegë
cohort-audience-colleagues-what = Numërohen për objektivin e institucionit.
cohort-audience-trainers = Trajnerë të ardhshëm
cohort-audience-trainers-what = Do të trajnojnë të tjerët; nuk numërohen si kolegë.
cohort-co-trainers = Kush e drejton grupin bashkë me ju
cohort-no-course = Ende nuk ka kurs
cohort-no-course-what = Sapo të publikohet një kurs, mund të krijoni një grup për të.
problem-cohort_title_missing = Jepini grupit një emër.
problem-cohort_title_changed = Ndërkohë dikush tjetër e ndryshoi emrin; emri i ri gjendet në krye të kësaj faqeje. Ruajeni përsëri për të vendosur tuajin.
problem-audience_not_yours = Trajnerët e ardhshëm i trajnojnë vetëm koordinatorët dhe trajnerët partnerë.

cohort-enrol = Regjistroni kolegë
cohort-enrol-go-on = Vazhdoni me listën tuaj
cohort-slips = Printoni fletëza
cohort-send-waiting = Dërgoni ftesat e hapura
cohort-edit = Ndryshoni këtë grup
cohort-rename = Ruani emrin
cohort-renamed = Emri u ndryshua.
cohort-add-trainer = Trajneri që shtohet
cohort-add-trainer-do = Shtoni këtë trajner
cohort-trainer-added = Trajneri u shtua dhe tani e sheh grupin.
cohort-no-trainer = ende askush
cohort-no-more-trainers = Të gjithë trajnerët e këtij institucioni e drejtojnë tashmë këtë grup.
cohort-target = Objektivi i institucionit
cohort-sentence-empty = Ende nuk është regjistruar askush.
cohort-sentence = Kanë filluar: { $started } nga { $people }; kanë përfunduar: { $finished }; { $help ->
    [0] askush nuk ka nevojë për ndihmë.
    [one] { $help } person ka nevojë për ndihmë.
   *[other] { $help } persona kanë nevojë për ndihmë.
}
cohort-empty = Ende nuk është regjistruar askush
cohort-empty-what = Ngjitni një listë me emra dhe adresa. Secili prej tyre do të ketë këtu një rresht, me sa ka ecur.

roster-title = Kolegët
roster-count = { $count ->
    [one] { $count } koleg, sipas emrit. “Ka nevojë për ndihmë” do të thotë: nuk ka përfunduar dhe s’ka bërë asgjë prej 14 ditësh.
   *[other] { $count } kolegë, sipas emrit. “Ka nevojë për ndihmë” do të thotë: nuk ka përfunduar dhe s’ka bërë asgjë prej 14 ditësh.
}
roster-show = Shfaqni vetëm
roster-everybody = të gjithë
roster-progress = Njësitë
roster-units-done = Njësi të përfunduara
roster-units = Njësitë e kursit
roster-stage = Ku ka arritur
roster-invitation = Ftesa
roster-send = Dërgoni
roster-resend = Dërgoni përsëri
roster-revoke = Anuloni ftesën
roster-withdraw = Shënoni tërheqjen
roster-bring-back = Ktheni në grup
roster-brought-back = Kolegu është sërish në grup. Ftesa pret të dërgohet ose të printohet.
stage-invited = pa filluar
stage-under_way = në vazhdim
stage-needs_help = ka nevojë për ndihmë
stage-finished = përfunduar
stage-withdrawn = tërhequr

invited-none = pa ftesë
invited-accepted = u pranua më { $day }
invited-revoked = u anulua më { $day }
invited-expired = skadoi më { $day }
invited-sent = u dërgua më { $day }
invited-waiting = pret të dërgohet
invited-failed = nuk u dorëzua dot
invited-slip = fletëza u printua
invited-not-sent = ende nuk u dërgua

withdraw-title = Tërheqja nga grupi: { $name }
withdraw-lead = Personi mbetet në listë bashkë me arsyen dhe në çdo numër ku hyn. Ftesa e tij nuk vlen më.
withdraw-reason = Arsyeja
withdraw-reason-hint = Si “kaloi në një fakultet tjetër”. E shohin përgjegjësit dhe koordinatorët. Mos shkruani asgjë për shëndetin.
withdraw-do = Shënoni tërheqjen
withdraw-done = Tërheqja u shënua. Arsyeja është në listë.
problem-reason_missing = Shkruani pse: lista e ruan arsyen.

history-title = Regjistrimet
history-line = { $name } regjistroi { $enrolled } nga { $lines ->
    [one] { $lines } rresht
   *[other] { $lines } rreshta
}
history-undone = u zhbë më { $day }
