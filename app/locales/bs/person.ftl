person-reset-code = Predajte kod za novu lozinku
category-manager = rukovodilac
category-academic = istraživač, nastavnik ili trener
category-technical = tehničko osoblje
category-administrative = administrativno osoblje
category-student = student
category-external = vanjski saradnik
participations-title = Učešća
participations-none = Nema upisa ni u jednu grupu.
participations-elsewhere = { $count ->
    [1] Još { $count } učešće u drugoj instituciji.
    [one] Još { $count } učešće u drugim institucijama.
    [few] Još { $count } učešća u drugim institucijama.
   *[other] Još { $count } učešća u drugim institucijama.
}
not-counted = ne ubraja se u kolege: ovdje je trener ili voditelj
state-finished = završeno
state-invited = pozvano, nije započeto
person-units-done = { $units ->
    [one] završeno { $done } od { $units } jedinice
    [few] završeno { $done } od { $units } jedinice
   *[other] završeno { $done } od { $units } jedinica
}
lineage-title = Ko je koga obučio
generation = Generacija { $number }
generation-range = Generacija { $number }, računajući najdužim putem { $largest }
lineage-no-trainer = Nije zabilježen nijedan trener.
lineage-trained-by = obuka u grupi { $cohort }, { $date }
lineage-trained = { $count ->
    [one] Obučena { $count } osoba
    [few] Obučene { $count } osobe
   *[other] Obučeno { $count } osoba
}
lineage-trained-one = u grupi { $cohort }, { $date }
roles-held = Uloge: { $roles }
role-at = { $role }, { $institution }
timeline-title = Šta se dogodilo
happened-invited = Upis u grupu { $cohort }
happened-started = Početak u grupi { $cohort }
happened-finished = Završetak u grupi { $cohort }
happened-withdrawn = Ispisivanje iz grupe { $cohort }
happened-withdrawn-because = Ispisivanje iz grupe { $cohort }: { $reason }
happened-unit = Završena jedinica „{ $unit }“
happened-role-given = Nova uloga: { $role }
happened-role-taken = Uloga prestala: { $role }
