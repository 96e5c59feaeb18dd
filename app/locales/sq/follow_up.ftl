# Ndjekja pas kursit.
follow-up-section = Ndjekja pas kursit
follow-up-title = A e bëtë atë që premtuat?
follow-up-lead = E përfunduat “{ $cohort }” më { $day }.
follow-up-your-words = Angazhimi juaj, me fjalët tuaja
follow-up-no-commitment = Në këtë kurs nuk keni shkruar angazhim. Mendoni për një gjë që donit të ndryshonit dhe përgjigjuni për të.
follow-up-round-30 = Pas 30 ditësh
follow-up-round-90 = Pas 90 ditësh
follow-up-did-you = A e bëtë?
answer-yes = Po
answer-partly = Pjesërisht
answer-no = Jo
follow-up-evidence = Çfarë e tregon
follow-up-evidence-hint = Mjafton një fjali ose një lidhje. Mos përmendni studentë me emër.
follow-up-barrier = Çfarë ju pengoi
follow-up-barrier-text = E njëjta me fjalët tuaja
barrier-none = Asgjë
barrier-time = Koha e pamjaftueshme
barrier-no_support = Mungesa e mbështetjes
barrier-rules_of_others = Një rregull që e vendosin të tjerët
barrier-students = Studentët
barrier-other = Diçka tjetër
follow-up-who-sees = Këtë e lexoni vetëm ju. Trajnerët, përgjegjësit dhe koordinatorët shohin sa veta u përgjigjën po, pjesërisht ose jo, dhe çfarë pengoi pesë a më shumë veta.
follow-up-only-you = Këtë pjesë e shihni vetëm ju.
follow-up-save = Ruani përgjigjen
follow-up-change = Ndryshoni përgjigjen
follow-up-saved = Përgjigjja juaj u ruajt.
follow-up-earlier = Si u përgjigjët më parë
follow-up-next = Pyetja tjetër vjen më { $day }.
follow-up-answer = Përgjigjuni
follow-up-done = Jeni përgjigjur për ndjekjen e “{ $cohort }”.
follow-up-look = Shihni ose ndryshoni përgjigjen
problem-follow_up_closed = Kjo pyetje është mbyllur. Më poshtë është ajo së cilës mund t’i përgjigjeni tani.
problem-follow_up_elsewhere = Në të njëjtin çast ruajtët një përgjigje tjetër. Krahasojini të dyja, pastaj ruajeni përsëri.
problem-follow_up_other = Shkruani disa fjalë për të.
follow-up-nobody-asked = Ende nuk është pyetur askush.
follow-up-asked = Të pyetur { $asked }, { $answered }
follow-up-answered = u përgjigjën { $answered }: { $yes } po, { $partly } pjesërisht, { $no } jo
rule-follow-up = Kush e përfundon kursin pyetet pas 30 dhe 90 ditësh nëse e bëri atë që premtoi. Vlen përgjigjja më e re. “Po” ose “pjesërisht” pas 90 ditësh do të thotë se u zbatua.
follow-up-programme = Ndjekja në program
follow-up-programme-lead = Si u përgjigjën kolegët 30 dhe 90 ditë pasi e përfunduan kursin.

# Çfarë ka për të bërë secili sipas roleve.
digest-title = Këtë javë
digest-lead = Çfarë ju pret, në gjendjen e tanishme.
digest-since = pa veprimtari që nga: { $when }
digest-help = Kolegë që kanë nevojë për ndihmë
digest-help-none = Tani askush nuk ka nevojë për ndihmë.
digest-sessions = Sesionet e shtatë ditëve të ardhshme
digest-sessions-none = Për shtatë ditët e ardhshme nuk është planifikuar asnjë sesion.
digest-registers = Sesione pa prani të regjistruar
digest-registers-none = Prania është regjistruar për çdo sesion.
digest-silent = Trajnerë pa aktivitet
digest-silent-none = Të gjithë trajnerët janë aktivë.
digest-stalled = Grupe që nuk ecin
digest-stalled-none = Të gjitha grupet po ecin.
digest-stalled-since = { $count ->
    [one] { $count } person nuk ka përfunduar; veprimtaria e fundit: { $when }
   *[other] { $count } veta nuk kanë përfunduar; veprimtaria e fundit: { $when }
}
digest-target = { $missing ->
    [0] Përfunduan { $finished }. Minimumi është arritur.
   *[other] Përfunduan { $finished }, deri te minimumi mungojnë { $missing }.
}
digest-programme = { $behind ->
    [one] { $behind } institucion është nën minimumin; me trajnerë që nuk kanë filluar: { $silent }.
   *[other] { $behind } institucione janë nën minimumin; me trajnerë që nuk kanë filluar: { $silent }.
}
digest-behind = Institucione që kanë mbetur prapa
digest-behind-none = Asnjë institucion nuk është nën minimumin.

# Çfarë bën platforma vetë.
jobs-title = Mesazhet automatike
jobs-lead = Kujtesat shkruhen çdo mëngjes, përmbledhjet çdo të hënë. Çfarë dështon provohet përsëri deri në tetë herë.
jobs-empty-title = Ende asgjë
jobs-empty = Kujtesat e para shkruhen nesër në mëngjes.
jobs-what = Çfarë
jobs-letters = Mesazhe
jobs-letters-given-up = { $count ->
    [one] { $count } mesazh dështoi. Shihni pse.
   *[other] { $count } mesazhe dështuan. Shihni pse.
}
job-waiting = në pritje
job-running = në punë
job-done = kryer
job-failed = dështoi
job-waits-again = Pret një përpjekje tjetër.
errand-joining = Kujtesa për ata që nuk kanë hyrë asnjëherë
errand-quiet = Kujtesa për ata që u ndalën
errand-session-ahead = Kujtesa për sesionet
errand-follow-up = Ndjekja pas kursit
errand-digest-trainer = Përmbledhja për trajnerët
errand-digest-lead = Përmbledhja për përgjegjësit
errand-digest-coordinator = Përmbledhja për koordinatorët
