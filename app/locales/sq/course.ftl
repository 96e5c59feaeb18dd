# Kurset, modulet dhe njësitë, siç i lexojnë të gjithë.
courses-title = Kurset
courses-lead = Këtu gjithçka lexohet lirisht. Hyni që përgjigjet tuaja të ruhen dhe njësitë t’ju llogariten si të përfunduara.
courses-none-title = Ende nuk ka kurse
courses-none-what = Kurset do të shfaqen këtu sapo t’i publikojnë autorët e tyre.
course-modules = { $n ->
    [one] { $n } modul
   *[other] { $n } module
}
course-hours = { $n ->
    [one] rreth { $n } orë
   *[other] rreth { $n } orë
}
minutes = { $n ->
    [one] { $n } minutë
   *[other] { $n } minuta
}
minutes-short = { $n } min
licence = Licenca { $licence }
modules-title = Modulet
units-title = Njësitë
module-number = Moduli { $module }
module-open = i hapur për të gjithë
module-for-trainers = vetëm për trajnerët
for-audience = Për { $audience }
audience-all = të gjithë
audience-academic = mësimdhënësit dhe kërkuesit shkencorë
audience-administrative = punonjësit e administratës
audience-leadership = drejtuesit
audience-trainer = trajnerët
you-are-here = Ju jeni këtu
shown-in-en = Shfaqet në anglisht.
shown-in-sq = Shfaqet në shqip.
shown-in-bs = Shfaqet në boshnjakisht.

unit-number = Moduli { $module }, njësia { $unit }
parts-of-unit = Pjesët e kësaj njësie
part-scope = Synimi
part-content = Përmbajtja
part-activity = Veprimtaria
part-thinking = Reflektimi
part-extra = Shtesa
part-optional = sipas dëshirës
part-of = { $part } { $n }/{ $all }
to-part-before = Prapa: { $part }
to-part-after = Më tej: { $part }
outcomes-title = Çfarë do të jeni në gjendje të bëni
for-whom = Për kë
time-needed = Koha
licence-title = Licenca
activity-product = Çfarë përgatitni
activity-grouping = Me kë
grouping-solo = vetëm
grouping-pair = në çift
grouping-group = në grup të vogël
activity-online = Vetëm, para ekranit
activity-in-a-room = Në sallë
activity-workshop = E njëjta detyrë në sallë
reflections-title = Për të reflektuar
questions-title = Pyetjet
question-of = Pyetja { $n } nga { $all }
sign-in-to-answer = Hyni që t’u përgjigjeni pyetjeve dhe të ruani çfarë shkruani.
extra-none = Për këtë njësi nuk ka lexime të tjera.
continue-to-unit = Vazhdoni te moduli { $module }, njësia { $unit }: { $title }
back-to-unit = Kthehuni te: { $title }
back-to-course = Kthehuni te kursi
beside-the-text = Në anë të tekstit

trainers-side = Pamja e trajnerit
readers-side = Pamja e pjesëmarrësit
for-trainers = Për trajnerët
trainer-plan = Plani minutë pas minute
plan-minutes = { $from }–{ $to } min
trainer-facilitation = Si drejtohet kjo njësi
trainer-workshop = Punëtoria
trainer-key = Rreth pyetjeve
what-learners-read = Çfarë lexojnë pjesëmarrësit
key-number = { $answer } (plus ose minus { $tolerance })
key-open = Një përgjigje e mirë
