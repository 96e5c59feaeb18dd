product-name = Kaskada
skip-to-content = Pređi na sadržaj
main-menu = Glavni meni
language-menu = Jezik
sign-in = Prijava
place-courses = Kursevi
place-cohorts = Grupe
place-institution = Institucija
place-letters = Poruke
place-programme = Program
go-home = Na početnu stranicu
footer-purpose = Kaskada prati kaskadnu obuku od prvih trenera do posljednje kolegice i kolege.
footer-licence = Tekstovi kurseva: CC BY 4.0. Softver: EUPL 1.2.

form-needs-mending = Ovo još nije sačuvano. Molimo ispravite:

failure-not-found-title = Ovdje nema ničega
failure-not-found-what = Adresa je možda pogrešno upisana ili stranica pripada nekom drugom.
failure-stale-title = Neko drugi je ovo u međuvremenu izmijenio
failure-stale-what = Ništa od njihovih izmjena nije prepisano. Vratite se, ponovo učitajte stranicu i unesite svoju izmjenu još jednom.
failure-bad-request-title = Taj obrazac se nije mogao pročitati
failure-bad-request-what = Ništa nije promijenjeno. Vratite se, ponovo učitajte stranicu i pokušajte opet.
failure-wait-title = Previše pokušaja
failure-wait-what = { $seconds ->
    [one] Sačekajte { $seconds } sekundu, pa pokušajte opet.
    [few] Sačekajte { $seconds } sekunde, pa pokušajte opet.
   *[other] Sačekajte { $seconds } sekundi, pa pokušajte opet.
}
failure-broken-title = Nešto je kod nas pošlo po zlu
failure-broken-what = Ništa nije ostalo napola sačuvano. Pokušajte opet za minutu; ako se ponovi, javite onima koji vode ovu stranicu.

date-in-words = { $day }. { $month } { $year }.
month-1 = januar
month-2 = februar
month-3 = mart
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = septembar
month-10 = oktobar
month-11 = novembar
month-12 = decembar
ago-today = danas u { $time }
ago-yesterday = jučer
ago-days = { $days ->
    [one] prije { $days } dan
    [few] prije { $days } dana
   *[other] prije { $days } dana
}
