# Kaskada e një institucioni: një vizatim dhe një listë.
cascade-choose = Zgjidhni një institucion për të parë kush kë ka trajnuar atje.
cascade-sentence = { $trainers ->
    [one] { $trainers } person trajnoi
   *[other] { $trainers } persona trajnuan
} { $trained ->
    [one] { $trained } person
   *[other] { $trained } persona
}: { $institution }.
cascade-empty = Këtu ende askush nuk ka trajnuar askënd
cascade-empty-what = Pasi të mbahet një sesion dhe të shënohen të pranishmit, kjo faqe tregon kush kë ka trajnuar.
cascade-by-generation = Sipas brezave
cascade-list = Si listë
cascade-drawing = Kush kë ka trajnuar: { $institution }
cascade-drawing-what = Një kolonë për çdo brez, me vija nga trajnerët te të trajnuarit prej tyre. Lista në këtë faqe thotë të njëjtën gjë.
cascade-group = { $count ->
    [one] { $count } koleg
   *[other] { $count } kolegë
}
cascade-also = trajnerë të tjerë: { $names }
cascade-show = Shfaqni në vizatim: { $name }
cascade-show-short = Shfaqni në vizatim
cascade-sessions-on = { $count ->
    [one] sesion më { $days }
   *[other] sesione më { $days }
}
cascade-sessions-many = { $count ->
    [one] { $count } sesion, nga { $first } deri më { $last }
   *[other] { $count } sesione, nga { $first } deri më { $last }
}
cascade-finished-on = përfundim me ritmin e vet më { $day }
cascade-finished-between = përfundim me ritmin e vet, nga { $first } deri më { $last }
cascade-origin = { $when } ({ $cohort })
cascade-origin-elsewhere = në një institucion tjetër
cascade-edge = { $trainee }, trajneri: { $trainer }, { $how }
cascade-trained-by = Trajneri { $name }: { $how }
cascade-trained = Trajnoi { $name }: { $how }
cascade-focus = Në pah: { $name }, kush e ka trajnuar dhe kë ka trajnuar.
cascade-focus-end = Shfaqni të gjithë
cascade-orphans = { $count ->
    [one] { $count } koleg përfundoi pa trajner të shënuar
   *[other] { $count } kolegë përfunduan pa trajner të shënuar
}
cascade-orphans-what = E kanë përfunduar kursin, por për ta nuk është shënuar asnjë trajner.
cascade-elsewhere = dikush në një institucion tjetër
cascade-more = { $count ->
    [one] dhe { $count } tjetër; skedari i ka të gjithë
   *[other] dhe { $count } të tjerë; skedari i ka të gjithë
}
column-generation = Brezi
column-trained-by = Trajneri
column-sessions = Sesionet
column-finished-alone = Përfundim me ritmin e vet
