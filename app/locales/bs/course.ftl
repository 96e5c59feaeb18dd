# Kursevi, moduli i jedinice, kako ih svi čitaju.
courses-title = Kursevi
courses-lead = Sve ovdje je otvoreno za čitanje. Prijavite se da sačuvate odgovore i dovršite jedinice.
courses-none-title = Još nema kurseva
courses-none-what = Kursevi će se pojaviti ovdje kada ih autori objave.
course-modules = { $n ->
    [one] { $n } modul
    [few] { $n } modula
   *[other] { $n } modula
}
course-hours = { $n ->
    [one] oko { $n } sat
    [few] oko { $n } sata
   *[other] oko { $n } sati
}
minutes = { $n ->
    [one] { $n } minuta
    [few] { $n } minute
   *[other] { $n } minuta
}
minutes-short = { $n } min
licence = Licenca { $licence }
modules-title = Moduli
units-title = Jedinice
module-number = Modul { $module }
module-open = otvoreno za sve
module-for-trainers = samo za trenere
for-audience = Za: { $audience }
audience-all = sve
audience-academic = nastavno i istraživačko osoblje
audience-administrative = administrativno osoblje
audience-leadership = rukovodstvo
audience-trainer = trenere
you-are-here = Ovdje ste
shown-in-en = Prikazano na engleskom.
shown-in-sq = Prikazano na albanskom.
shown-in-bs = Prikazano na bosanskom.

unit-number = Modul { $module }, jedinica { $unit }
parts-of-unit = Dijelovi ove jedinice
part-scope = Okvir
part-content = Sadržaj
part-activity = Aktivnost
part-thinking = Razmišljanje
part-extra = Dodatak
part-optional = neobavezno
part-of = { $part } { $n }/{ $all }
to-part-before = Nazad: { $part }
to-part-after = Dalje: { $part }
outcomes-title = Šta ćete nakon toga moći raditi
for-whom = Za koga
time-needed = Vrijeme
licence-title = Licenca
activity-product = Šta izrađujete
activity-grouping = S kim
grouping-solo = samostalno
grouping-pair = u paru
grouping-group = u maloj grupi
activity-online = Samostalno, pred ekranom
activity-in-a-room = Uživo, u prostoriji
activity-workshop = Isti zadatak uživo, u prostoriji
reflections-title = Za razmišljanje
questions-title = Pitanja
question-of = Pitanje { $n } od { $all }
sign-in-to-answer = Prijavite se da odgovorite na pitanja i sačuvate ono što napišete.
extra-none = Za ovu jedinicu nema dodatnog štiva.
continue-to-unit = Nastavite na modul { $module }, jedinica { $unit }: { $title }
back-to-unit = Vratite se na: { $title }
back-to-course = Vratite se na kurs
beside-the-text = Uz tekst

trainers-side = Strana za trenere
readers-side = Strana za polaznike
for-trainers = Za trenere
trainer-plan = Plan po minutama
plan-minutes = { $from }–{ $to } min
trainer-facilitation = Vođenje ove jedinice
trainer-workshop = Radionica
trainer-key = O pitanjima
what-learners-read = Šta čitaju polaznici
key-number = { $answer } (uz odstupanje do { $tolerance })
key-open = Dobar odgovor
