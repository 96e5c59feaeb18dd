# Kako ide trenerima i grupama, lijevak i vjernost.
activity-title = Aktivnost
activity-open = Aktivnost: treneri bez aktivnosti, kolege koje su zastale, put od poziva do primjene
activity-sentence = { $trainers ->
    [0] Ovdje još niko nije trener.
    [one] Obučavati je počelo: { $active } od { $trainers } trenera.
    [few] Obučavati je počelo: { $active } od { $trainers } trenera.
   *[other] Obučavati je počelo: { $active } od { $trainers } trenera.
}
activity-sentence-withheld = Koliko je trenera počelo ne prikazuje se jer ih je malo.

silent-title = Treneri bez aktivnosti
silent-none = Nijedan trener nije bez aktivnosti.
column-days-silent = Dana otkad je trener

stalled-title = Grupe s kolegama na putu
stalled-none = Nijedna grupa nema nikoga na putu.
stalled-nobody = niko nije zastao
stalled-count = { $count ->
    [one] { $count } osoba je zastala
    [few] { $count } osobe su zastale
   *[other] { $count } osoba je zastalo
}
column-stalled = Zastali
column-on-the-way = Na putu
rule-stalled = Zastao je onaj ko nije završio i 14 dana nije ništa uradio. Najtiše grupe su prve.

first-cascade-title = Vrijeme do prve obuke
first-cascade = { $trainers ->
    [one] Susret je održao { $trainers } trener
    [few] Susret su održala { $trainers } trenera
   *[other] Susret je održalo { $trainers } trenera
}, polovina u roku od { $median ->
    [one] { $median } dana
    [few] { $median } dana
   *[other] { $median } dana
} otkad su postali treneri. Četvrtini je trebalo najviše { $lower ->
    [one] { $lower } dan
    [few] { $lower } dana
   *[other] { $lower } dana
}, a trima četvrtinama najviše { $upper ->
    [one] { $upper } dan
    [few] { $upper } dana
   *[other] { $upper } dana
}.
first-cascade-none = Ovdje će stajati koliko trenerima treba do prvog održanog susreta.
first-cascade-slowest = Kome je trebalo najduže
first-cascade-more = U datoteci su svi.
column-first-session = Prvi susret
column-days = Dana
rule-first-cascade = Broji se od dana kada je neko postao trener do dana kada je prvi put vođena evidencija njegovog prvog susreta. Ko je susret održao ranije, broji se s nula dana; grupe bez susreta su izostavljene.

funnel-title = Od poziva do primjene
funnel-about = Učešća kolega prema najdaljem stepenu do kojeg je svako stiglo. Kasniji stepen obuhvata sve ranije, pa nijedna traka nije duža od prethodne.
funnel-described = Po jedna traka za svaki stepen. Tabela ispod navodi isto.
funnel-invited = Pozvani
funnel-invited-is = Trener ih je upisao u grupu.
funnel-enrolled = Upisani
funnel-enrolled-is = Prihvatili su poziv, od tada se prijavili ili bilo šta uradili.
funnel-attended_once = Došli jednom
funnel-attended_once-is = Bili su prisutni na jednom održanom susretu.
funnel-attended_enough = Prisustvo najmanje 80 %
funnel-attended_enough-is = Nakon nekog susreta bili su prisutni na 80 % dotad održanih. Kasniji izostanak ništa ne oduzima.
funnel-passed = Položili
funnel-passed-is = Završili su sve što kurs traži. To danas broje ciljevi.
funnel-certified = Certificirani
funnel-certified-is = Imaju certifikat. Još se ne izdaju: ovdje se broji i onaj ko primjenjuje.
funnel-applied = Primjenjuju
funnel-applied-is = Pri naknadnom praćenju rekli su da to koriste.
column-stage = Stepen
column-definition = Šta znači
column-reached-stage = Stiglo dovde
column-of-invited = Od pozvanih
column-lost = Ovdje završilo put
rule-outcome = Put je završen kada je neko ispisan ili 60 dana ništa nije uradio, a nije završio kurs. Ko opet nešto uradi, opet je na putu.

fidelity-title = Šta se sačuva između generacija
fidelity-about = Prosječan rezultat generacije podijeljen rezultatom generacije koja ju je obučila; 1 znači da ništa nije izgubljeno. Dok nema završnih testova, računa se iz prvih odgovora na pitanja za razmišljanje najnovije verzije kursa, koje ljudi daju dok uče. Govori šta su tada znali, a ne šta znaju sada. Iz jedne generacije čita se najviše { $people } osoba koje su došle posljednje.
fidelity-none = Ovdje će se svaka generacija porediti sa svojim trenerima, od druge generacije nadalje. Prvu su obučili ljudi koji ovdje ne pohađaju kurs.
fidelity-hidden = Ne prikazuje se za manje od { $from } osoba na bilo kojoj strani; na ista pitanja ovdje ih je odgovorilo { $people }.
fidelity-withheld = Ne prikazuje se za manje od { $from } osoba na bilo kojoj strani.
fidelity-people = { $people } osoba; generacija trenera: { $trainers }
column-fidelity = Vjernost
column-interval = Interval od 95 %
column-interval-from = Interval od 95 %, od
column-interval-to = Interval od 95 %, do
column-people = Osobe
column-people-trainers = Osobe prethodne generacije
column-items = Ista pitanja
column-mean = Prosječan rezultat
column-mean-trainers = Prosječan rezultat prethodne generacije
rule-fidelity = Porede se samo pitanja na koja su odgovorile obje generacije, a svaka osoba ima istu težinu. Interval je iz 1000 ponovljenih izvlačenja s istim sjemenom. Ispod pet osoba ne prikazuje se ništa.
