# Stranice i obrasci samog polaznika.
home-title = Početna
start-what = Praktični kursevi za sve koji rade na univerzitetu
start-how = Kolege obučavaju kolege. Sve ovdje možete čitati bez računa; prijavite se kada vas trener upiše.
start-read = Pogledajte kurseve
start-code = Imam kod

home-greeting = Dobro došli, { $name }
home-continue = Nastavak
home-begin = Sljedeće
unit-in-full = Modul { $module }, jedinica { $unit }: { $title }
continue = Nastavite
begin = Započnite
minutes-left = { $n ->
    [one] Još oko { $n } minutu
    [few] Još oko { $n } minute
   *[other] Još oko { $n } minuta
}
home-programme = Pogledajte cijeli program
home-cohorts = Najnovije grupe
home-all-cohorts = Sve grupe
home-enrol = Upišite
home-cohort-counts = { $people ->
    [0] još niko nije upisan
   *[other] započelo: { $started } od { $people }; završilo: { $finished }
}
home-empty-title = Još ništa nije započeto
home-empty-what = Vaš sljedeći korak pojavit će se ovdje čim započnete jedinicu ili vas trener upiše.
home-done-title = Završili ste sve jedinice
home-done-what = Vaši odgovori i tekstovi ostaju ovdje. Svaku jedinicu možete ponovo čitati.
units-done = { $done } od { $units }
state-complete = završeno
state-started = u toku
state-not-started = nije započeto
your-cohorts = Vaše grupe
no-cohort-yet = Još niste ni u jednoj grupi.
institution = Institucija
trainers = Treneri
next-session = Sljedeći susret

part-done-scope = pročitano
part-done-content = pročitano
part-done-activity = predano
part-done-thinking = odgovoreno
part-done-extra = pročitano
unit-complete = Završili ste ovu jedinicu.
everything-is-saved = Sve što ovdje uradite sačuva se odmah. Nastavite kad god želite.
i-have-read-this = Označite kao pročitano
content-read = Pročitali ste ovaj dio.
reflections-are-private = Ono što ovdje napišete možete čitati samo vi.
save = Sačuvajte
activity-what-came-out = Šta je nastalo
activity-hand-in-hint = Napišite ili zalijepite ovdje. Kasnije možete ponovo predati; vrijedi najnoviji tekst.
hand-in = Predajte
your-answer = Vaš odgovor
a-trainer-reads-this = Ovaj odgovor čita trener.
check-answer = Provjerite odgovor
verdict-right = Tačno
verdict-partly = Djelimično tačno
verdict-wrong = Nije tačno
verdict-waiting = Čeka vašeg trenera
answer-replaced = Ovo zamjenjuje odgovor koji ste dali u drugom prozoru.

saved-at = Sačuvano u { $time }
saved-on = Sačuvano { $day } u { $time }
form-unsaved = Još nije sačuvano
form-draft = Čuva se na ovom uređaju. Još nije predano.
form-saving = Čuvanje u toku
form-waiting = Nema veze s internetom. Vaš tekst se čuva na ovom uređaju i bit će poslan automatski.
form-signed-out = Odjavljeni ste. Ono što ste napisali čuva se na ovom uređaju.
form-refused = Ovo ovdje više nije bilo moguće sačuvati. Kopirajte svoj tekst i ponovo učitajte stranicu.
form-elsewhere = Izmijenjeno u drugom prozoru. Vrijedi ono što se posljednje sačuva.

problem-answer-empty = Najprije odaberite ili napišite odgovor.
problem-answer-unfit = Ovaj odgovor nije primjeren pitanju. Ponovo učitajte stranicu i odgovorite opet.
problem-answer-number = Napišite broj, na primjer 12 ili 3,5.
problem-text-too-long = Napišite najviše { $max } znakova.
problem-text-unkeepable = Tekst sadrži znak koji se ne može sačuvati. Zalijepite ga ponovo kao običan tekst.
problem-product-empty = Najprije napišite ili zalijepite šta je nastalo u aktivnosti.
