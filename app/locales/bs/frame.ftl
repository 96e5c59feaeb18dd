product-name = Kaskada
skip-to-content = Pređite na sadržaj
main-menu = Glavni meni
language-menu = Jezik
sign-in = Prijavite se
place-courses = Kursevi
place-cohorts = Grupe
place-institution = Institucija
place-letters = Poruke
place-programme = Program
go-home = Idite na početnu stranicu
footer-purpose = Kaskada prati kaskadnu obuku od prvih trenera do posljednjeg kolege ili kolegice.
failure-go-back = Nazad na stranicu s koje ste došli
footer-licence = Tekstovi kurseva: CC BY 4.0. Softver: EUPL 1.2.

form-needs-mending = Ovo još nije sačuvano. Molimo ispravite:
sign-in-kept = Odjavljeni ste prije nego što je ovo sačuvano. Ono što ste upisali čeka na vas: prijavite se ponovo i naći ćete ga na svom mjestu.
kept-back = Odjavljeni ste prije nego što je ovo sačuvano. Ono što ste upisali ponovo je na svom mjestu: sačuvajte ga sada.

failure-not-found-title = Ovdje nema ničega
failure-not-found-what = Adresa je možda pogrešno upisana ili stranica pripada nekom drugom.
failure-stale-title = Neko drugi je ovo u međuvremenu izmijenio
failure-stale-what = Vaša izmjena nije zamijenila tuđu. Vratite se, ponovo učitajte stranicu i još jednom unesite svoju izmjenu.
failure-bad-request-title = Obrazac nije bilo moguće pročitati
failure-bad-request-what = Ništa nije promijenjeno. Vratite se, ponovo učitajte stranicu i pokušajte opet.
failure-method-title = Ova adresa prima samo obrasce
failure-method-what = Ništa nije promijenjeno. Otvorite stranicu s obrascem i pošaljite ga odatle.
failure-too-large-title = To je previše odjednom
failure-too-large-what = Ništa nije promijenjeno. Vratite se: ono što ste upisali još je tu. Pošaljite manje odjednom; datoteka smije imati 5 MB.
failure-foreign-title = Taj obrazac je došao s druge stranice
failure-foreign-what = Ništa nije promijenjeno. Otvorite stranicu ovdje i pošaljite obrazac odatle.
failure-wait-title = Previše pokušaja
failure-wait-what = { $seconds ->
    [one] Sačekajte { $seconds } sekundu, pa pokušajte opet.
    [few] Sačekajte { $seconds } sekunde, pa pokušajte opet.
   *[other] Sačekajte { $seconds } sekundi, pa pokušajte opet.
}
failure-broken-title = Nešto je kod nas pošlo po zlu
failure-broken-what = Ništa nije ostalo napola sačuvano. Pokušajte opet za minutu; ako se ponovi, javite osobama koje održavaju ovu platformu.

date-in-words = { $day }. { $month } { $year }.
month-1 = januara
month-2 = februara
month-3 = marta
month-4 = aprila
month-5 = maja
month-6 = juna
month-7 = jula
month-8 = augusta
month-9 = septembra
month-10 = oktobra
month-11 = novembra
month-12 = decembra
ago-today = danas u { $time }
ago-yesterday = jučer
ago-days = { $days ->
    [one] prije { $days } dan
    [few] prije { $days } dana
   *[other] prije { $days } dana
}
