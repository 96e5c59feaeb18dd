how-counted = Kako se ovo broji
figures-only = Vidite brojeve bez imena. Brojevi od jedne do četiri osobe se ne prikazuju.
figure-withheld = ne prikazuje se
figure-of-range = { $count } od { $range }
range = { $min }–{ $max }
decimal-mark = ,
list-two = { $one } i { $two }
list-more = { $before } i { $last }
time-days = { $days ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
}
time-weeks = { $weeks ->
    [one] { $weeks } sedmicu
    [few] { $weeks } sedmice
   *[other] { $weeks } sedmica
}
pages = Stranice
pages-range = { $first }–{ $last }
pages-range-of = { $first }–{ $last } od { $of }
pages-earlier = Prethodno
pages-later = Sljedeće

rule-edge = Kolegu je obučio onaj ko je održao susret kojem je kolega prisustvovao. U grupi bez susreta kolegu su obučili treneri grupe, čim završi kurs.
rule-generation = Ko nema zabilježenog trenera, pripada generaciji 0. Svi ostali su jednu generaciju ispod najbližeg od svojih trenera.
rule-heads = Osoba u dvije grupe je jedan kolega, ali dva učešća. Prikazuju se oba broja.
rule-who-counts = Broji se svako ko je ikada upisan: i oni koji se nikada nisu prijavili i oni koji su ispisani. Treneri i voditelji institucije ne ubrajaju se u kolege. Ko pređe u drugu instituciju, ostaje ubrojan tamo gdje je obučen.
rule-append-only = Ono što je završeno ostaje ubrojano, ma šta se kasnije dogodilo s osobom, kursom ili računom.
rule-target-status = Status poredi broj kolega koje su završile s rasponom dogovorenim za instituciju.
rule-required-pace = Potreban tempo je broj koji nedostaje do minimuma, podijeljen brojem sedmica do datuma završetka i zaokružen naviše.
rule-behind-pace = „Zaostaje“ znači: otkad je program počeo, sedmično je završavalo manje kolega nego što sada traži svaka preostala sedmica.
rule-forecast = Prognoza broju onih koji su završili dodaje koliko će ih od ostalih, i od onih koji još mogu zauzeti slobodno mjesto na planiranom susretu, vjerovatno završiti, prema dosadašnjem toku ovog programa.
rule-silent-trainer = Trener je bez aktivnosti kada je prošlo 45 dana otkad je postao trener, nije održao nijedan susret, a nijedan nije planiran ni u narednih 30 dana.
rule-trainer-activation = Trener je aktivan kada je održao susret ili kada je neki kolega započeo kurs u njegovoj grupi bez susreta. Iza kose crte broje se svi treneri.
rule-funnel = Od poziva, preko upisa, prvog dolaska, prisustva od najmanje 80 %, polaganja i certifikata, do primjene nakon 90 dana.
rule-small-cells = Brojevi od jedne do četiri osobe se ne prikazuju, kao ni broj iz kojeg bi se neki od njih mogao izračunati.

status-to-go = još { $missing } do minimuma
status-on-target = cilj dostignut ({ $of })
status-above-range = iznad raspona ({ $of })
status-no-target = bez cilja
status-silent = još nije održan nijedan susret
pace-reached = dostignuto
pace-end-passed = prekasno
pace-no-end-date = bez datuma završetka

programmes-title = Programi
column-programme = Program
column-reached = Minimum dostignut
column-ends = Završava
no-end-date = bez datuma završetka
reached-of = { $institutions ->
    [one] { $reached } od { $institutions } institucije
    [few] { $reached } od { $institutions } institucije
   *[other] { $reached } od { $institutions } institucija
}

sentence-no-institutions = Još ne učestvuje nijedna institucija.
sentence-reached = { $institutions ->
    [1] { $reached ->
        [0] Jedina institucija još nije dostigla svoj minimum.
       *[other] Jedina institucija je dostigla svoj minimum.
    }
    [one] { $reached ->
        [0] Od { $institutions } institucije nijedna još nije dostigla svoj minimum.
        [one] Svoj minimum je dostigla { $reached } od { $institutions } institucije.
        [few] Svoj minimum su dostigle { $reached } od { $institutions } institucije.
       *[other] Svoj minimum je dostiglo { $reached } od { $institutions } institucije.
    }
    [few] { $reached ->
        [0] Od { $institutions } institucije nijedna još nije dostigla svoj minimum.
        [one] Svoj minimum je dostigla { $reached } od { $institutions } institucije.
        [few] Svoj minimum su dostigle { $reached } od { $institutions } institucije.
       *[other] Svoj minimum je dostiglo { $reached } od { $institutions } institucije.
    }
   *[other] { $reached ->
        [0] Od { $institutions } institucija nijedna još nije dostigla svoj minimum.
        [one] Svoj minimum je dostigla { $reached } od { $institutions } institucija.
        [few] Svoj minimum su dostigle { $reached } od { $institutions } institucija.
       *[other] Svoj minimum je dostiglo { $reached } od { $institutions } institucija.
    }
}
sentence-the-others = { $below ->
    [1] Preostala institucija
    [one] Ostale institucije ({ $below })
    [few] Ostale institucije ({ $below })
   *[other] Ostale institucije ({ $below })
}
sentence-all-of-them = { $below ->
    [one] Ukupno
    [few] Ukupno
   *[other] Ukupno
}
colleagues-more = { $missing ->
    [one] potreban je još { $missing } kolega
    [few] potrebne su još { $missing } kolege
   *[other] potrebno je još { $missing } kolega
}
sentence-need = { $below ->
    [one] { $who }: { $colleagues } za { $time }, do { $date }
    [few] { $who }: { $colleagues } za { $time }, do { $date }
   *[other] { $who }: { $colleagues } za { $time }, do { $date }
}
sentence-need-openly = { $below ->
    [one] { $who }: { $colleagues }. Datum završetka nije određen.
    [few] { $who }: { $colleagues }. Datum završetka nije određen.
   *[other] { $who }: { $colleagues }. Datum završetka nije određen.
}
sentence-missed = { $below ->
    [one] { $who }: { $colleagues }; program je završio { $date }
    [few] { $who }: { $colleagues }; program je završio { $date }
   *[other] { $who }: { $colleagues }; program je završio { $date }
}
sentence-time-left = { $below ->
    [one] { $who }: rok ističe za { $time }, { $date }
    [few] { $who }: rok ističe za { $time }, { $date }
   *[other] { $who }: rok ističe za { $time }, { $date }
}
sentence-over = Program je završio { $date }

figure-finished = kolege koje su završile
figure-enrolled = upisane kolege
figure-participations = učešća
figure-trainers-active = aktivni treneri
figure-under-way = u toku
figure-withdrawn = ispisano

institutions-title = Institucije
institutions-about = Po jedan red za svaku instituciju: { $wording }, prema dogovorenom rasponu. Blijeda pruga je raspon, tamna traka su oni koji su završili, a svijetla oni koji su upisani i još uče.
institutions-empty-title = Još nema institucija
institutions-empty = Svaka institucija će ovdje imati red s rasponom, trenerima i podatkom dokle je stigla.
institutions-none-so = Nema takvih institucija.
tier-usual-wording = obučene kolege
show = Prikažite
show-all = Sve institucije
show-below = Ispod svog minimuma
show-silent = S trenerima koji još nisu održali susret
show-do = Prikažite
column-institution = Institucija
column-bar = Traka
column-minimum = Minimum
column-maximum = Maksimum
column-finished = Završilo
column-enrolled = Upisano
column-participations = Učešća
column-trainers = Aktivni treneri
column-trainers-active = Aktivni treneri
column-trainers-all = Treneri
column-activity = Posljednja aktivnost
column-session = Posljednji susret
column-pace = Potrebno sedmično
column-status = Status
activity-none = još ništa
bar-described = završilo { $of }, u toku { $coming }
bar-described-figures = završilo { $of }

attention-title = Na šta treba obratiti pažnju
attention-none = Ništa: nijedna institucija ne zaostaje za svojim tempom, a svaka institucija s trenerima je počela.
attention-all = Sve institucije ispod svog minimuma
attention-behind = Dosad sporije nego što zahtijevaju preostale sedmice; potrebno sedmično: { $pace }.
attention-silent = Aktivni treneri: { $trainers }. Zatražite od njih datum susreta.

programme-change = Izmijenite program
programme-save = Sačuvajte program
programme-changed = Program je izmijenjen.
programme-people = Osobe u programu
programme-people-about = Koordinatori vode program. Partnerski treneri obučavaju trenere bilo gdje u njemu. Posmatrači vide brojeve, nikada imena. Osobe za priznavanje dodaju certifikatima odluke o priznavanju.
leave-unchanged = Ostavite kako jeste
field-title = Naziv programa
field-reference = Referentni broj
field-reference-hint = Broj kod finansijera, kako stoji u ugovoru o grantu.
field-starts-on = Prvi dan
field-ends-on = Posljednji dan
field-trainers-per-institution = Trenera po instituciji
field-tier-wording = Ko se broji
field-tier-wording-hint = Riječima vašeg plana, na primjer „obučene kolege“.
field-target-min = Najmanje
field-target-max = Najviše
field-funding-line = Rečenica finansijera
field-funding-line-hint = Riječi koje finansijer želi vidjeti uz rezultate.
institution-add = Dodajte instituciju
institution-add-do = Dodajte instituciju
institution-added = { $name } sada učestvuje.
institution-added-invited = { $name } sada učestvuje. Pozivnica je na putu: { $who }.
institution-added-to-copy = { $name } sada učestvuje. Server za e-mail nije podešen: kopirajte pozivnicu ({ $who }) sa stranice „Poruke“.
field-institution-name = Naziv institucije
field-kind = Vrsta
field-place = Mjesto
field-country = Zemlja
field-own-range = Vlastiti cilj
field-own-range-hint = Ostavite oba polja prazna za cilj programa, { $range }.
lead-invite = Pozovite voditelja
lead-invite-hint = To možete uraditi i kasnije.
kind-university = Univerzitet
kind-vet_school = Srednja stručna škola
kind-chamber = Komora
kind-company = Preduzeće
kind-ngo = Nevladina organizacija
kind-public_authority = Organ javne vlasti

field-role = Uloga
field-name = Ime i prezime
field-email = E-mail
column-since = Otkad
column-actions = Šta možete uraditi
since = od { $date }
invited-on = pozivnica od { $date }
invitation-manage = Ponovo pošaljite ili povucite
invite-title = Pozovite nekoga
invite-about = Osoba dobija poruku s linkom. Treneri upisuju kolege i vode grupe; voditelji vide cijelu instituciju i imenuju trenere.
invite-do = Pošaljite pozivnicu
role-invited = Pozivnica je na putu: { $name }.
role-invited-to-copy = Pozivnica je spremna: { $name }. Server za e-mail nije podešen: kopirajte poruku odavde i pošaljite je sami.
role-taken = { $name } više nema tu ulogu.
role-take-back = Oduzmite
role-take-back-from = Oduzmite ulogu: { $name }

problem-count = Napišite cijeli broj do { $most }.
problem-range_half = Popunite oba broja ili nijedan.
problem-range_missing = Navedite koliko kolega obučava svaka institucija.
problem-range_reversed = Najveći broj je manji od najmanjeg.
problem-range_empty = Cilj od nula osoba nije cilj.
problem-institution_nameless = Dajte instituciji naziv.
problem-institution_known = Institucija tog naziva već učestvuje.
problem-choice = Odaberite jednu od ponuđenih mogućnosti.
problem-last_coordinator = Ovo je posljednji koordinator. Najprije pozovite novog.

sentence-no-targets = Još nijedna institucija nema cilj.
forecast-range = Prognoza za { $date } U osam od deset slučajeva završit će { $low } do { $high } kolega, najvjerovatnije oko { $expected }.
forecast-certain = Prognoza za { $date } Broj kolega koje će završiti: { $expected }. Niko drugi nije na putu.
forecast-too_early = Za prognozu je prerano: ishod je poznat za { $observed } učešća, a potrebno je { $from }.
forecast-no_end_date = Datum završetka nije određen, pa nema prognoze.
forecast-no_target = Cilj nije dogovoren, pa se nema šta prognozirati.
forecast-ended = Program je završen: više se nema šta prognozirati.
forecast-assumes = Na čemu prognoza počiva
forecast-about = Raspon obuhvata srednjih osam od deset ishoda iz { $draws } izvlačenja, koja su cijelog dana ista. Svaki kolega na putu završi s vjerovatnoćom stepena do kojeg je stigao, prema dosadašnjem toku ovog programa: broj dosad okončanih učešća, završenih, ispisanih ili bez aktivnosti { $days } dana, iznosi { $observed }. Vjerovatnoća s manje od { $alone } opažanja oslanja se na našu pretpostavku.
forecast-leans = oslanja se na pretpostavku { $prior }
forecast-seats = Slobodna mjesta planiranog susreta su ona preko broja upisanih. Mjesta jedne grupe broje se jednom, onoliko koliko ih ima njen najmanji susret do datuma završetka, jer ko se pridruži dolazi na sve; susret bez navedenog broja mjesta ne nudi nijedno. Slobodno mjesto vodi do kolege koji je završio ako neko dođe ({ $show }, od { $expected } očekivanih na dosadašnjim susretima) i zatim završi ({ $completion }, od { $came } koji su došli).
forecast-free-seats = Slobodna mjesta na planiranim susretima
column-chance = Vjerovatnoća završetka
column-observed = Opaženo
column-forecast-from = Prognoza, od
column-forecast-to = Prognoza, do
column-until = Do
as-table = Isto kao tabela
bar-described-forecast = { $said }; prognoza { $low } do { $high }
over-time-title = Završili kroz vrijeme
over-time-described = Linija koja raste sa svakim kolegom koji je završio, { $count } do { $date } Prikazani su i datum završetka, raniji datumi i prognoza. Brojevi su u tabeli ispod.
over-time-earlier-end = trebao je završiti { $date }
end-moved-title = Kako se pomjerao datum završetka
end-moved = { $date } Datum { $from } zamijenjen je datumom { $to }
end-moved-by = odlučila osoba: { $name }
field-end-reason = Zašto se posljednji dan pomjera
field-end-reason-hint = Potrebno samo kada mijenjate posljednji dan. Ostaje zabilježeno s oba datuma.
problem-end_reason_missing = Napišite zašto se posljednji dan pomjera.
field-no-target = Učestvuje bez cilja
problem-range_or_none = Dajte joj cilj ili naznačite da ga nema.
field-emblem = Prikažite amblem Evropske unije
field-emblem-hint = Stoji na evidencijama, izvještajima i paketima, s brojem projekta i rečenicom pored sebe. Ako rečenicu iznad ostavite praznom, ona glasi:
emblem-eu = Amblem Evropske unije
