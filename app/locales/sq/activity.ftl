# Si ecin trajnerët dhe grupet, hinka dhe besnikëria.
activity-title = Aktiviteti
activity-open = Aktiviteti: trajnerë pa aktivitet, kolegë që janë ndalur, rruga nga ftesa te zbatimi
activity-sentence = { $trainers ->
    [0] Këtu ende nuk ka asnjë trajner.
    [one] { $active } nga { $trainers } trajner ka filluar të trajnojë.
   *[other] { $active } nga { $trainers } trajnerë kanë filluar të trajnojnë.
}
activity-sentence-withheld = Sa trajnerë kanë filluar nuk shfaqet, sepse janë pak.

silent-title = Trajnerë pa aktivitet
silent-none = Asnjë trajner nuk është pa aktivitet.
column-days-silent = Ditë që kur u bë trajner

stalled-title = Grupe me kolegë në rrugë
stalled-none = Asnjë grup nuk ka kolegë në rrugë.
stalled-nobody = askush i ndalur
stalled-count = { $count } të ndalur
column-stalled = Të ndalur
column-on-the-way = Në rrugë
rule-stalled = I ndalur do të thotë: nuk ka përfunduar dhe nuk ka bërë asgjë për 14 ditë. Grupet më të heshtura vijnë të parat.

first-cascade-title = Koha deri te trajnimi i parë
first-cascade = { $trainers ->
    [one] { $trainers } trajner ka mbajtur një sesion
   *[other] { $trainers } trajnerë kanë mbajtur një sesion
}, gjysma e tyre brenda { $median ->
    [one] { $median } dite
   *[other] { $median } ditësh
} pasi u bënë trajnerë. Një e katërta u desh më së shumti { $lower ->
    [one] { $lower } ditë
   *[other] { $lower } ditë
}, tre të katërtat më së shumti { $upper ->
    [one] { $upper } ditë
   *[other] { $upper } ditë
}.
first-cascade-none = Këtu do të shihni sa kohë u duhet trajnerëve deri te sesioni i parë i mbajtur.
first-cascade-slowest = Kujt iu desh më shumë kohë
first-cascade-more = Në skedar janë të gjithë.
column-first-session = Sesioni i parë
column-days = Ditë
rule-first-cascade = Numërohet nga dita kur dikush u bë trajner deri në ditën kur u mbajt për herë të parë regjistri i sesionit të tij të parë. Kush e mbajti më herët numërohet me zero ditë; grupet pa sesione nuk merren parasysh.

funnel-title = Nga ftesa te zbatimi
funnel-about = Pjesëmarrjet e kolegëve sipas shkallës më të lartë që ka arritur secila. Një shkallë e mëvonshme i numëron edhe të gjitha të mëparshmet, prandaj asnjë shirit nuk është më i gjatë se ai para tij.
funnel-described = Një shirit për çdo shkallë. Tabela më poshtë thotë të njëjtën gjë.
funnel-invited = Të ftuar
funnel-invited-is = I regjistruar në një grup nga një trajner.
funnel-enrolled = Të hyrë
funnel-enrolled-is = E pranoi ftesën, ose hyri që atëherë, ose bëri çfarëdo.
funnel-attended_once = Të pranishëm një herë
funnel-attended_once-is = Ishte i pranishëm në një sesion të mbajtur.
funnel-attended_enough = Prani të paktën 80 %
funnel-attended_enough-is = Pas ndonjë sesioni kishte qenë i pranishëm në 80 % të sesioneve të mbajtura deri atëherë. Një mungesë e mëvonshme nuk heq asgjë.
funnel-passed = E kaluan
funnel-passed-is = Përfundoi gjithçka që kërkon kursi. Këtë numërojnë sot objektivat.
funnel-certified = Të certifikuar
funnel-certified-is = Ka një certifikatë. Ende nuk lëshohen: këtu numërohet edhe kush e zbaton.
funnel-applied = E zbatojnë
funnel-applied-is = Tha në ndjekjen e mëvonshme se e përdor.
column-stage = Shkalla
column-definition = Çfarë do të thotë
column-reached-stage = Arritën deri këtu
column-of-invited = Nga të ftuarit
column-lost = Mbetën këtu
rule-outcome = “Mbeti” do të thotë: i tërhequr, ose pa bërë asgjë për 60 ditë pa përfunduar. Kush bën sërish diçka është sërish në rrugë.

fidelity-title = Çfarë ruhet nga brezi në brez
fidelity-about = Rezultati mesatar i një brezi pjesëtuar me atë të brezit që e trajnoi; 1 do të thotë se nuk humbi asgjë. Derisa të ketë teste përfundimtare, llogaritet nga përgjigjet e para në pyetjet e pjesës së të menduarit të versionit më të ri të kursit, që njerëzit i japin ndërsa mësojnë. Tregon çfarë dinin atëherë, jo çfarë dinë tani. Nga një brez lexohen më së shumti { $people } personat që erdhën të fundit.
fidelity-none = Këtu do të krahasohet çdo brez me trajnerët e vet, nga brezi i dytë e tutje. Të parin e trajnuan njerëz që këtu nuk ndjekin kurs.
fidelity-hidden = Nuk shfaqet për më pak se { $from } persona në secilën anë; këtu u përgjigjën në të njëjtat pyetje { $people }.
fidelity-withheld = Nuk shfaqet për më pak se { $from } persona në secilën anë.
fidelity-people = { $people } persona, të trajnuar nga një brez prej { $trainers }
column-fidelity = Besnikëria
column-interval = Intervali 95 %
column-interval-from = Intervali 95 %, nga
column-interval-to = Intervali 95 %, deri
column-people = Persona
column-people-trainers = Persona të brezit të mëparshëm
column-items = Pyetje të njëjta
column-mean = Rezultati mesatar
column-mean-trainers = Rezultati mesatar i brezit të mëparshëm
rule-fidelity = Krahasohen vetëm pyetjet në të cilat u përgjigjën të dy brezat, dhe çdo person peshon njësoj. Intervali del nga 1000 rizgjedhje me të njëjtën farë. Nën pesë persona nuk shfaqet asgjë.
