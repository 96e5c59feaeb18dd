how-counted = Kako se ovo broji
figures-only = Vidite brojeve bez imena. Brojevi od jedan do četiri osobe se ne prikazuju.
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

rule-edge = Kolegu je obučio onaj ko je održao susret na kojem je kolega bio. U grupi bez susreta obučavaju ga treneri grupe, kada je završi.
rule-generation = Ko nema zabilježenog trenera, generacija je 0. Svako drugi stoji jednu generaciju ispod najbližeg od svojih trenera.
rule-heads = Osoba u dvije grupe je jedan kolega i dva učešća. Prikazuju se oba broja.
rule-who-counts = Broji se svako ko je ikada upisan, i oni koji se nikada nisu prijavili i oni koji su povučeni. Treneri i voditelji institucije ne broje se među kolege. Ko pređe drugamo, ostaje ubrojan tamo gdje je obučen.
rule-append-only = Što je završeno, ostaje ubrojano, šta god se kasnije dogodilo s osobom, kursom ili računom.
rule-target-status = Stanje poredi kolege koji su završili s rasponom dogovorenim za instituciju.
rule-required-pace = Potreban tempo je ono što nedostaje do minimuma, podijeljeno sedmicama preostalim do kraja, zaokruženo naviše.
rule-behind-pace = Zaostaje znači: otkad je program počeo, sedmično je završavalo manje kolega nego što sada traži svaka preostala sedmica.
rule-forecast = Prognoza onima koji su završili dodaje koliko će ih od ostalih vjerovatno slijediti, prema dosadašnjem toku ovog programa.
rule-silent-trainer = Trener je bez aktivnosti kada je prošlo 45 dana otkad je postao trener, nije održao ništa, a u narednih 30 dana nije planiran nijedan susret.
rule-trainer-activation = Trener je aktivan kada je održao susret ili kada je neko započeo u njegovoj grupi bez susreta. Iza kose crte broje se svi treneri.
rule-funnel = Od poziva do upisa, prvog dolaska, prisustva od najmanje 80 %, položenog, certifikata i primjene nakon 90 dana.
rule-small-cells = Brojevi od jedan do četiri osobe se ne prikazuju, kao ni broj iz kojeg bi se neki od njih mogao izračunati.

status-to-go = nedostaje { $missing }
status-on-target = cilj dostignut ({ $of })
status-above-range = iznad raspona ({ $of })
status-no-target = bez cilja
status-silent = još ništa nije održano
pace-reached = dostignuto
pace-end-passed = prekasno
pace-no-end-date = bez datuma kraja

programmes-title = Programi
column-programme = Program
column-reached = Minimum dostignut
column-ends = Završava
no-end-date = bez datuma kraja
reached-of = { $institutions ->
    [one] { $reached } od { $institutions } institucije
    [few] { $reached } od { $institutions } institucije
   *[other] { $reached } od { $institutions } institucija
}

sentence-no-institutions = Još ne učestvuje nijedna institucija.
sentence-reached = { $institutions ->
    [one] { $reached ->
        [0] Od { $institutions } institucije nijedna još nije dostigla minimum.
       *[other] Minimum je dostiglo { $reached } od { $institutions } institucije.
    }
    [few] { $reached ->
        [0] Od { $institutions } institucije nijedna još nije dostigla minimum.
       *[other] Minimum je dostiglo { $reached } od { $institutions } institucije.
    }
   *[other] { $reached ->
        [0] Od { $institutions } institucija nijedna još nije dostigla minimum.
        [one] Minimum je dostigla { $reached } od { $institutions } institucija.
        [few] Minimum su dostigle { $reached } od { $institutions } institucija.
       *[other] Minimum je dostiglo { $reached } od { $institutions } institucija.
    }
}
sentence-the-others = { $below ->
    [one] Ostalima ({ $below })
    [few] Ostalima ({ $below })
   *[other] Ostalima ({ $below })
}
sentence-all-of-them = { $below ->
    [one] Ukupno
    [few] Ukupno
   *[other] Ukupno
}
colleagues-more = { $missing ->
    [one] još { $missing } kolega
    [few] još { $missing } kolege
   *[other] još { $missing } kolega
}
sentence-need = { $below ->
    [one] { $who } treba { $colleagues } za { $time }, do { $date }
    [few] { $who } treba { $colleagues } za { $time }, do { $date }
   *[other] { $who } treba { $colleagues } za { $time }, do { $date }
}
sentence-need-openly = { $below ->
    [one] { $who } treba { $colleagues }. Datum kraja nije određen.
    [few] { $who } treba { $colleagues }. Datum kraja nije određen.
   *[other] { $who } treba { $colleagues }. Datum kraja nije određen.
}
sentence-missed = { $below ->
    [one] { $who } i dalje treba { $colleagues }; program je završio { $date }
    [few] { $who } i dalje treba { $colleagues }; program je završio { $date }
   *[other] { $who } i dalje treba { $colleagues }; program je završio { $date }
}
sentence-time-left = { $below ->
    [one] { $who } preostaje { $time }, do { $date }
    [few] { $who } preostaje { $time }, do { $date }
   *[other] { $who } preostaje { $time }, do { $date }
}
sentence-over = Program je završio { $date }

figure-finished = kolega završilo
figure-enrolled = kolega upisano
figure-participations = učešća
figure-trainers-active = aktivni treneri
figure-under-way = u toku
figure-withdrawn = povučeno

institutions-title = Institucije
institutions-about = Po jedan red za svaku instituciju: { $wording }, prema dogovorenom rasponu. Blijeda pruga je raspon, tamna traka su oni koji su završili, a svijetla traka oni koji su upisani i u toku.
institutions-empty-title = Još nema institucija
institutions-empty = Svaka institucija će ovdje imati red sa svojim rasponom, trenerima i dokle je stigla.
institutions-none-so = Nijedna institucija nije takva.
tier-usual-wording = obučene kolege
show = Prikaz
show-all = Sve institucije
show-below = Ispod svog minimuma
show-silent = Treneri koji još ništa nisu održali
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
column-status = Stanje
activity-none = još ništa
bar-described = završilo { $of }, u toku { $coming }
bar-described-figures = završilo { $of }

attention-title = Šta traži pažnju
attention-none = Ništa: nijedna institucija ne zaostaje za svojim tempom i svaka institucija s trenerima je počela.
attention-all = Sve institucije ispod svog minimuma
attention-behind = Dosad sporije nego što traže preostale sedmice; potrebno sedmično: { $pace }.
attention-silent = Aktivni treneri: { $trainers }. Zatražite od njih datum.

programme-change = Izmijenite program
programme-save = Sačuvajte program
programme-changed = Program je izmijenjen.
programme-people = Ljudi programa
programme-people-about = Koordinatori vode program. Partnerski treneri obučavaju trenere bilo gdje u njemu. Posmatrači vide brojeve, nikada imena. Priznavaoci dodaju odluke uz certifikate.
leave-unchanged = Ostavite kako jeste
field-title = Naziv programa
field-reference = Oznaka programa
field-reference-hint = Broj kod finansijera, kako stoji u ugovoru o grantu.
field-starts-on = Prvi dan
field-ends-on = Posljednji dan
field-trainers-per-institution = Trenera po instituciji
field-tier-wording = Ko se broji
field-tier-wording-hint = Riječima vašeg plana, na primjer „obučene kolege“.
field-target-min = Najmanje
field-target-max = Najviše
field-funding-line = Rečenica finansijera
field-funding-line-hint = Stoji u podnožju svake stranice.
institution-add = Dodajte instituciju
institution-add-do = Dodajte instituciju
institution-added = { $name } sada učestvuje.
institution-added-invited = { $name } sada učestvuje. Pozivnica je na putu: { $who }.
institution-added-to-copy = { $name } sada učestvuje. Nema servera za poštu: kopirajte pozivnicu iz poruka ({ $who }).
field-institution-name = Naziv institucije
field-kind = Vrsta
field-place = Mjesto
field-country = Zemlja
field-own-range = Njen vlastiti cilj
field-own-range-hint = Ostavite oba polja prazna za cilj programa, { $range }.
lead-invite = Pozovite voditelja
lead-invite-hint = To možete i kasnije.
kind-university = Univerzitet
kind-vet_school = Srednja stručna škola
kind-chamber = Komora
kind-company = Preduzeće
kind-ngo = Nevladina organizacija
kind-public_authority = Javna ustanova

field-role = Uloga
field-name = Ime
field-email = E-mail
column-since = Otkad
column-actions = Šta možete učiniti
since = od { $date }
invited-on = pozivnica od { $date }
invitation-manage = Ponovo pošaljite ili povucite
invite-title = Pozovite nekoga
invite-about = Osoba dobija poruku s vezom. Treneri upisuju kolege i vode grupe; voditelji vide cijelu instituciju i imenuju trenere.
invite-do = Pošaljite pozivnicu
role-invited = Pozivnica je na putu: { $name }.
role-invited-to-copy = Pozivnica je spremna: { $name }. Nema servera za poštu: kopirajte poruku odavde i pošaljite je sami.
role-taken = { $name } više nema tu ulogu.
role-take-back = Oduzmite
role-take-back-from = Oduzmite ulogu: { $name }

problem-count = Napišite cijeli broj do { $most }.
problem-range_half = Popunite oba broja ili nijedan.
problem-range_missing = Recite koliko kolega obučava svaka institucija.
problem-range_reversed = Najveći broj je manji od najmanjeg.
problem-range_empty = Cilj od nula kolega nije cilj.
problem-institution_nameless = Dajte instituciji naziv.
problem-institution_known = Institucija tog naziva već učestvuje.
problem-choice = Odaberite jedno s popisa.
problem-last_coordinator = Ovo je posljednji koordinator. Najprije pozovite drugog.
