# Smjerovi: koji moduli su nekome obavezni.
tracks-title = Smjerovi
tracks-lead = Smjer kaže koje module treba da završite. Sve ostalo ostaje otvoreno za čitanje i rad.
track = Smjer
track-modules = Moduli
track-time = Samo jedinice
track-whole = Cijeli kurs
track-on-top = uz vlastiti smjer, u grupi trenera
track-outside-modules = { $count ->
    [one] Izvan vašeg smjera: { $count } modul
    [few] Izvan vašeg smjera: { $count } modula
   *[other] Izvan vašeg smjera: { $count } modula
}
track-outside-state = izvan smjera
track-outside-person = izvan njihovog smjera
track-outside-cohort = (izvan smjera ove grupe)
track-change = Promijeni
track-change-of = Promijeni smjer: { $name }
track-choose = Izaberite svoj smjer
track-choose-for = Smjer: { $name }
track-choose-lead = Obavezne su vam jedinice vašeg smjera. Smjer možete promijeniti dok ga ne završite. Ono što ste uradili ostaje urađeno.
track-choose-for-lead = Obavezne su im jedinice njihovog smjera. Smjer se može promijeniti dok se ne završi. Ono što su uradili ostaje urađeno.
track-choose-do = Slijedi ovaj smjer
track-chosen = Smjer je promijenjen.
track-is-finished = Ovaj smjer je završen i više se ne može promijeniti. Svi ostali moduli ostaju otvoreni.
track-new-people = za one koji se upišu od sada
problem-track_finished = Ovaj smjer je završen i više se ne može promijeniti.
hours-minutes = { $hours } h { $minutes } min
hours-exact = { $hours } h
cohort-course-and-track = Kurs i smjer
cohort-course-and-track-hint = Svi upisani počinju s ovim smjerom. Vi i oni možete ga promijeniti za svaku osobu posebno.
course-with-track = { $course }: { $track } ({ $time })
home-track-done-title = Završili ste svoj smjer
home-track-done-what = Vaši odgovori i tekstovi ostaju ovdje. Svi ostali moduli su vam otvoreni.
