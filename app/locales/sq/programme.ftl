how-counted = Si numërohet kjo
figures-only = Ju shihni numra pa emra. Numrat nga një deri në katër persona nuk shfaqen.
figure-withheld = nuk shfaqet
figure-of-range = { $count } nga { $range }
range = { $min }–{ $max }
decimal-mark = ,
list-two = { $one } dhe { $two }
list-more = { $before } dhe { $last }
time-days = { $days ->
    [one] { $days } ditë
   *[other] { $days } ditë
}
time-weeks = { $weeks ->
    [one] { $weeks } javë
   *[other] { $weeks } javë
}
pages = Faqet
pages-range = { $first }–{ $last }
pages-range-of = { $first }–{ $last } nga { $of }
pages-earlier = Prapa
pages-later = Më tej

rule-edge = Një koleg është trajnuar nga ata që kanë mbajtur një sesion ku kolegu ishte i pranishëm. Në një grup pa sesione, nga trajnerët e grupit, pasi kolegu ta ketë përfunduar kursin.
rule-generation = Kush nuk ka trajner të shënuar është brezi 0. Çdo tjetër është një brez poshtë trajnerit të vet më të afërt.
rule-heads = Një person në dy grupe është një koleg dhe dy pjesëmarrje. Shfaqen të dy numrat.
rule-who-counts = Numërohet kushdo që është regjistruar ndonjëherë, edhe kush nuk ka hyrë kurrë, edhe kush është tërhequr. Trajnerët dhe përgjegjësit e institucionit nuk numërohen si kolegë. Kush kalon në një institucion tjetër mbetet i numëruar aty ku u trajnua.
rule-append-only = Çfarë është përfunduar mbetet e numëruar, çfarëdo që të ndodhë më vonë me personin, kursin ose llogarinë.
rule-target-status = Gjendja krahason kolegët që kanë përfunduar me intervalin e caktuar për institucionin.
rule-required-pace = Ritmi i nevojshëm është sa mungon deri te minimumi, pjesëtuar me javët e mbetura deri në datën e mbarimit, i rrumbullakosur lart.
rule-behind-pace = “Me vonesë” do të thotë: që nga fillimi i programit, çdo javë kanë përfunduar më pak kolegë sesa kërkon tani çdo javë e mbetur.
rule-forecast = Parashikimi u shton atyre që kanë përfunduar sa nga të tjerët, dhe nga ata që mund të zënë ende një vend të lirë në një sesion të planifikuar, ka gjasa të përfundojnë, sipas ecurisë së deritanishme të këtij programi.
rule-silent-trainer = Një trajner është pa aktivitet kur kanë kaluar 45 ditë që kur u bë trajner, nuk ka mbajtur asnjë sesion dhe nuk ka asnjë sesion të planifikuar për 30 ditët e ardhshme.
rule-trainer-activation = Një trajner është aktiv pasi ka mbajtur një sesion, ose pasi një koleg ka filluar në grupin e tij pa sesione. Pas vijës së pjerrët numërohen të gjithë trajnerët.
rule-funnel = Nga të ftuarit te të regjistruarit, te kush ishte i pranishëm një herë, kush kishte prani të paktën 80 %, kush e kaloi, kush u certifikua dhe kush e zbatoi 90 ditë më vonë.
rule-small-cells = Numrat nga një deri në katër persona nuk shfaqen, as një numër prej të cilit mund të nxirrej ndonjë prej tyre.

status-to-go = edhe { $missing } deri te minimumi
status-on-target = objektivi u arrit ({ $of })
status-above-range = mbi objektivin ({ $of })
status-no-target = pa objektiv
status-silent = ende asnjë sesion i mbajtur
pace-reached = arritur
pace-end-passed = tepër vonë
pace-no-end-date = pa datë mbarimi

programmes-title = Programet
column-programme = Programi
column-reached = Minimumi i arritur
column-ends = Mbaron
no-end-date = pa datë mbarimi
reached-of = { $institutions ->
    [one] { $reached } nga { $institutions } institucion
   *[other] { $reached } nga { $institutions } institucione
}

sentence-no-institutions = Ende nuk merr pjesë asnjë institucion.
sentence-reached = { $institutions ->
    [one] { $reached ->
        [0] Institucioni i vetëm ende nuk e ka arritur minimumin.
       *[other] Institucioni i vetëm e ka arritur minimumin.
    }
   *[other] { $reached ->
        [0] Asnjë nga { $institutions } institucionet nuk e ka arritur ende minimumin.
        [one] { $reached } nga { $institutions } institucionet e ka arritur minimumin.
       *[other] { $reached } nga { $institutions } institucionet e kanë arritur minimumin.
    }
}
sentence-the-others = { $below ->
    [one] Institucioni tjetër
   *[other] { $below } institucionet e tjera
}
sentence-all-of-them = { $below ->
    [one] Ai
   *[other] Së bashku
}
colleagues-more = { $missing ->
    [one] { $missing } koleg tjetër
   *[other] { $missing } kolegë të tjerë
}
sentence-need = { $below ->
    [one] { $who } duhet të trajnojë { $colleagues } në { $time }, deri më { $date }.
   *[other] { $who } duhet të trajnojnë { $colleagues } në { $time }, deri më { $date }.
}
sentence-need-openly = { $below ->
    [one] { $who } duhet të trajnojë { $colleagues }. Nuk është caktuar datë mbarimi.
   *[other] { $who } duhet të trajnojnë { $colleagues }. Nuk është caktuar datë mbarimi.
}
sentence-missed = { $below ->
    [one] { $who } ende duhet të trajnojë { $colleagues }; programi mbaroi më { $date }.
   *[other] { $who } ende duhet të trajnojnë { $colleagues }; programi mbaroi më { $date }.
}
sentence-time-left = { $below ->
    [one] { $who } ka edhe { $time }, deri më { $date }.
   *[other] { $who } kanë edhe { $time }, deri më { $date }.
}
sentence-over = Programi mbaroi më { $date }.

figure-finished = kolegë që përfunduan
figure-enrolled = kolegë të regjistruar
figure-participations = pjesëmarrje
figure-trainers-active = trajnerë aktivë
figure-under-way = në vazhdim
figure-withdrawn = të tërhequr

institutions-title = Institucionet
institutions-about = Një rresht për çdo institucion: { $wording }, përkundrejt intervalit të caktuar. Shiriti i zbehtë është intervali, shiriti i errët tregon kush ka përfunduar, shiriti i çelët kush është regjistruar dhe po vazhdon.
institutions-empty-title = Ende nuk ka institucione
institutions-empty = Çdo institucion do të ketë këtu një rresht, me intervalin dhe trajnerët e vet dhe me sa ka ecur.
institutions-none-so = Asnjë institucion nuk është i tillë.
tier-usual-wording = kolegë të trajnuar
show = Shfaqni
show-all = Të gjitha institucionet
show-below = Nën minimumin
show-silent = Me trajnerë që ende nuk kanë mbajtur asnjë sesion
show-do = Shfaqni
column-institution = Institucioni
column-bar = Shiriti
column-minimum = Minimumi
column-maximum = Maksimumi
column-finished = Përfunduan
column-enrolled = Të regjistruar
column-participations = Pjesëmarrje
column-trainers = Trajnerë aktivë
column-trainers-active = Trajnerë aktivë
column-trainers-all = Trajnerë
column-activity = Aktiviteti i fundit
column-session = Sesioni i fundit
column-pace = Duhen në javë
column-status = Gjendja
activity-none = ende asgjë
bar-described = përfunduan: { $of }, në vazhdim: { $coming }
bar-described-figures = përfunduan: { $of }

attention-title = Çfarë kërkon vëmendje
attention-none = Asgjë: asnjë institucion nuk është me vonesë dhe çdo institucion me trajnerë ka filluar.
attention-all = Të gjitha institucionet nën minimumin
attention-behind = Deri tani më ngadalë sesa kërkojnë javët e mbetura; duhen në javë: { $pace }.
attention-silent = Trajnerë aktivë: { $trainers }. Kërkojuni një datë për sesionin.

programme-change = Ndryshoni programin
programme-save = Ruani programin
programme-changed = Programi u ndryshua.
programme-people = Personat e programit
programme-people-about = Koordinatorët e drejtojnë programin. Trajnerët partnerë trajnojnë trajnerë kudo në të. Vëzhguesit shohin numra, kurrë emra. Zyrtarët për njohjen u shtojnë certifikatave vendime njohjeje.
leave-unchanged = Lëreni siç është
field-title = Emri i programit
field-reference = Numri i referencës
field-reference-hint = Numri i financuesit, siç është në marrëveshjen e grantit.
field-starts-on = Dita e parë
field-ends-on = Dita e fundit
field-trainers-per-institution = Trajnerë për institucion
field-tier-wording = Kush numërohet
field-tier-wording-hint = Me fjalët e planit tuaj, si “kolegë të ritrajnuar”.
field-target-min = Të paktën
field-target-max = Të shumtën
field-funding-line = Fjalia e financuesit
field-funding-line-hint = Fjalët që financuesi kërkon të shoqërojnë rezultatet.
institution-add = Shtoni një institucion
institution-add-do = Shtoni institucionin
institution-added = { $name } tani merr pjesë.
institution-added-invited = { $name } tani merr pjesë. Ftesa po dërgohet: { $who }.
institution-added-to-copy = { $name } tani merr pjesë. Nuk ka server e-maili: kopjojeni ftesën ({ $who }) nga faqja “Mesazhet”.
field-institution-name = Emri i institucionit
field-kind = Lloji
field-place = Qyteti
field-country = Shteti
field-own-range = Objektivi i vet
field-own-range-hint = Lërini bosh të dyja fushat për objektivin e programit, { $range }.
lead-invite = Ftoni përgjegjësin e tij
lead-invite-hint = Këtë mund ta bëni edhe më vonë.
kind-university = Universitet
kind-vet_school = Shkollë profesionale
kind-chamber = Dhomë tregtie
kind-company = Ndërmarrje
kind-ngo = Organizatë joqeveritare
kind-public_authority = Autoritet publik

field-role = Roli
field-name = Emri dhe mbiemri
field-email = E-mail
column-since = Që nga
column-actions = Çfarë mund të bëni
since = që nga data { $date }
invited-on = u ftua më { $date }
invitation-manage = Dërgojeni përsëri ose anulojeni
invite-title = Ftoni dikë
invite-about = I ftuari merr një mesazh me një lidhje. Trajnerët regjistrojnë kolegë dhe drejtojnë grupe; përgjegjësit shohin gjithë institucionin dhe emërojnë trajnerë.
invite-do = Dërgoni ftesën
role-invited = Ftesa po dërgohet: { $name }.
role-invited-to-copy = Ftesa është gati: { $name }. Nuk ka server e-maili: kopjojeni mesazhin nga këtu dhe dërgojeni vetë.
role-taken = { $name } nuk e ka më rolin.
role-take-back = Hiqni rolin
role-take-back-from = Hiqni rolin: { $name }

problem-count = Shkruani një numër të plotë deri në { $most }.
problem-range_half = Plotësoni të dy numrat ose asnjërin.
problem-range_missing = Shkruani sa kolegë trajnon çdo institucion.
problem-range_reversed = Numri më i madh është nën më të voglin.
problem-range_empty = Një objektiv prej zero personash nuk është objektiv.
problem-institution_nameless = Jepini institucionit një emër.
problem-institution_known = Një institucion me këtë emër merr pjesë tashmë.
problem-choice = Zgjidhni një nga mundësitë e listës.
problem-last_coordinator = Ky është koordinatori i fundit. Ftoni më parë një tjetër.

sentence-no-targets = Ende asnjë institucion nuk ka objektiv.
forecast-range = Parashikimi për { $date }: nga { $low } deri në { $high } kolegë të përfunduar, në tetë nga dhjetë raste; më e mundshme rreth { $expected }.
forecast-certain = Parashikimi për { $date }: { $expected } kolegë të përfunduar. Askush tjetër nuk është në rrugë.
forecast-too_early = Tepër herët për një parashikim: dihet përfundimi i { $observed } pjesëmarrjeve, dhe duhen { $from }.
forecast-no_end_date = Nuk është caktuar datë mbarimi, prandaj nuk ka parashikim.
forecast-no_target = Nuk është rënë dakord për një objektiv, prandaj nuk ka çfarë të parashikohet.
forecast-ended = Programi ka mbaruar: nuk ka më çfarë të parashikohet.
forecast-assumes = Çfarë supozon parashikimi
forecast-about = Intervali mban tetë të dhjetat e mesme të { $draws } shorteve, që janë të njëjta gjatë gjithë ditës. Çdo koleg në rrugë përfundon me gjasën e shkallës që ka arritur, siç ka ecur në këtë program: deri tani kanë marrë fund { $observed } pjesëmarrje, të përfunduara, të tërhequra, ose në heshtje për { $days } ditë. Një gjasë me më pak se { $alone } vëzhgime mbështetet në supozimin tonë.
forecast-leans = mbështetet në supozimin { $prior }
forecast-seats = Vendet e lira të një sesioni të planifikuar janë ato përtej personave të regjistruar. Vendet e një grupi numërohen një herë, aq sa ka sesioni i tij më i vogël deri në datën e përfundimit, sepse kush bashkohet vjen në të gjitha; një sesion pa numër vendesh nuk ofron asnjë. Një vend i lirë çon te një koleg që ka përfunduar, nëse dikush vjen ({ $show }, nga { $expected } persona të pritur në sesionet e deritanishme) dhe pastaj përfundon ({ $completion }, nga { $came } që erdhën).
forecast-free-seats = Vende të lira në sesionet e planifikuara
column-chance = Gjasa për të përfunduar
column-observed = Të vëzhguara
column-forecast-from = Parashikimi, nga
column-forecast-to = Parashikimi, deri
column-until = Deri më
as-table = E njëjta si tabelë
bar-described-forecast = { $said }; parashikimi nga { $low } deri në { $high }
over-time-title = Të përfunduar me kalimin e kohës
over-time-described = Një vijë që ngrihet me çdo koleg që përfundoi, { $count } deri më { $date }, me datën e mbarimit, datat e mëparshme dhe parashikimin. Tabela më poshtë ka numrat.
over-time-earlier-end = duhej të mbaronte më { $date }
end-moved-title = Si u zhvendos data e mbarimit
end-moved = Më { $date }: nga { $from } në { $to }
end-moved-by = vendosi { $name }
field-end-reason = Pse zhvendoset dita e fundit
field-end-reason-hint = Duhet vetëm kur e ndryshoni ditën e fundit. Mbetet e shënuar me të dyja datat.
problem-end_reason_missing = Shkruani pse zhvendoset dita e fundit.
field-no-target = Merr pjesë pa objektiv
problem-range_or_none = Jepini një objektiv, ose shënoni që nuk ka.
field-emblem = Tregoni emblemën e Bashkimit Evropian
field-emblem-hint = Ajo qëndron në regjistra, raporte dhe paketa, me numrin e projektit dhe fjalinë pranë saj. Një fjali e lënë bosh më sipër bëhet atëherë:
emblem-eu = Emblema e Bashkimit Evropian
