# Drejtimet: cilat module i takojnë dikujt.
tracks-title = Drejtimet
tracks-lead = Drejtimi tregon cilat module duhet të përfundoni. Gjithçka tjetër mbetet e hapur për ta lexuar dhe për ta bërë.
track = Drejtimi
track-modules = Modulet
track-time = Vetëm njësitë
track-whole = I gjithë kursi
track-on-top = përveç drejtimit tuaj, në një grup trajnerësh
track-outside-modules = { $count ->
    [one] Jashtë drejtimit tuaj: { $count } modul
   *[other] Jashtë drejtimit tuaj: { $count } module
}
track-outside-state = jashtë drejtimit
track-outside-person = jashtë drejtimit të tyre
track-outside-cohort = (jashtë drejtimit të këtij grupi)
track-change = Ndrysho
track-change-of = Ndrysho drejtimin e { $name }
track-choose = Zgjidhni drejtimin tuaj
track-choose-for = Drejtimi i { $name }
track-choose-lead = Ju takojnë njësitë e drejtimit tuaj. Mund ta ndryshoni derisa ta keni përfunduar. Ajo që keni bërë, mbetet e bërë.
track-choose-for-lead = Atyre u takojnë njësitë e drejtimit të tyre. Mund të ndryshohet derisa të përfundojë. Ajo që kanë bërë, mbetet e bërë.
track-choose-do = Ndiq këtë drejtim
track-chosen = Drejtimi u ndryshua.
track-is-finished = Ky drejtim është përfunduar, prandaj nuk mund të ndryshohet më. Të gjitha modulet e tjera mbeten të hapura.
track-new-people = për këdo që regjistrohet tani e tutje
problem-track_finished = Ky drejtim është përfunduar, prandaj nuk mund të ndryshohet më.
hours-minutes = { $hours } orë { $minutes } min
hours-exact = { $hours } orë
cohort-course-and-track = Kursi dhe drejtimi
cohort-course-and-track-hint = Të gjithë të regjistruarit fillojnë me këtë drejtim. Ju dhe ata mund ta ndryshoni për secilin veç e veç.
course-with-track = { $course }: { $track } ({ $time })
home-track-done-title = E keni përfunduar drejtimin tuaj
home-track-done-what = Përgjigjet dhe tekstet tuaja mbeten këtu. Të gjitha modulet e tjera janë të hapura për ju.
