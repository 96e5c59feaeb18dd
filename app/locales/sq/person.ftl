person-reset-code = Jepni një kod për fjalëkalim të ri
category-manager = drejtues
category-academic = kërkues, mësimdhënës ose trajner
category-technical = personel teknik
category-administrative = personel administrativ
category-student = student
category-external = bashkëpunëtor i jashtëm
participations-title = Pjesëmarrjet
participations-none = Nuk është në asnjë grup.
participations-elsewhere = { $count ->
    [one] Edhe { $count } pjesëmarrje në një institucion tjetër.
   *[other] Edhe { $count } pjesëmarrje në institucione të tjera.
}
not-counted = nuk numërohet si koleg: këtu është trajner ose përgjegjës
state-finished = përfunduar
state-invited = me ftesë, pa filluar
person-units-done = { $units ->
    [one] { $done } nga { $units } njësi e përfunduar
   *[other] { $done } nga { $units } njësi të përfunduara
}
lineage-title = Kush kë ka trajnuar
generation = Brezi { $number }
generation-range = Brezi { $number }; sipas rrugës më të gjatë, { $largest }
lineage-no-trainer = Nuk është shënuar asnjë trajner.
lineage-trained-by = e trajnoi në grupin { $cohort }, { $date }
lineage-trained = { $count ->
    [one] Trajnoi { $count } person
   *[other] Trajnoi { $count } persona
}
lineage-trained-one = në grupin { $cohort }, { $date }
roles-held = Rolet: { $roles }
role-at = { $role }, { $institution }
timeline-title = Çfarë ka ndodhur
happened-invited = U regjistrua në grupin { $cohort }
happened-started = Filloi në grupin { $cohort }
happened-finished = Përfundoi në grupin { $cohort }
happened-withdrawn = U tërhoq nga grupi { $cohort }
happened-withdrawn-because = U tërhoq nga grupi { $cohort }: { $reason }
happened-unit = Përfundoi “{ $unit }”
happened-role-given = Mori rolin: { $role }
happened-role-taken = Nuk e ka më rolin: { $role }
