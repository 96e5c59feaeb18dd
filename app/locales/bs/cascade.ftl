# Kaskada jedne institucije: crtež i spisak.
cascade-choose = Odaberite instituciju da vidite ko je koga na njoj obučio.
cascade-sentence = { $trainers ->
    [one] { $trainers } osoba obučila je
    [few] { $trainers } osobe obučile su
   *[other] { $trainers } osoba obučilo je
} { $trained ->
    [one] { $trained } osobu
    [few] { $trained } osobe
   *[other] { $trained } osoba
}: { $institution }.
cascade-empty = Ovdje još niko nikoga nije obučio
cascade-empty-what = Čim se susret održi i zabilježi prisustvo, ova stranica pokazuje ko je koga obučio.
cascade-by-generation = Po generacijama
cascade-list = Kao spisak
cascade-drawing = Ko je koga obučio: { $institution }
cascade-drawing-what = Po jedna kolona za svaku generaciju, s linijama od trenera do onih koje su obučili. Spisak na ovoj stranici navodi isto.
cascade-group = { $count ->
    [one] { $count } kolega
    [few] { $count } kolege
   *[other] { $count } kolega
}
cascade-also = drugi treneri: { $names }
cascade-show = Prikažite na crtežu: { $name }
cascade-show-short = Prikažite na crtežu
cascade-sessions-on = { $count ->
    [one] susret { $days }
    [few] susreti { $days }
   *[other] susreti { $days }
}
cascade-sessions-many = { $count ->
    [one] { $count } susret, od { $first } do { $last }
    [few] { $count } susreta, od { $first } do { $last }
   *[other] { $count } susreta, od { $first } do { $last }
}
cascade-finished-on = kurs završen vlastitim tempom { $day }
cascade-finished-between = kurs završen vlastitim tempom, od { $first } do { $last }
cascade-origin = { $when } ({ $cohort })
cascade-origin-elsewhere = na drugoj instituciji
cascade-edge = { $trainee }, trener: { $trainer }, { $how }
cascade-trained-by = Trener { $name }: { $how }
cascade-trained = Obučeni: { $name }, { $how }
cascade-focus = Istaknuto: { $name }, s trenerima i svima koje je ta osoba obučila.
cascade-focus-end = Prikažite sve
cascade-orphans = { $count ->
    [one] { $count } osoba završila je bez zabilježenog trenera
    [few] { $count } osobe završile su bez zabilježenog trenera
   *[other] { $count } osoba završilo je bez zabilježenog trenera
}
cascade-orphans-what = Završili su kurs, ali za njih nije zabilježen nijedan trener.
cascade-elsewhere = neko s druge institucije
cascade-more = i još { $count }; u datoteci su svi
column-generation = Generacija
column-trained-by = Trener
column-sessions = Susreti
column-finished-alone = Kurs završen vlastitim tempom
