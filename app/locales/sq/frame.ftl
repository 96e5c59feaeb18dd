product-name = Kaskada
skip-to-content = Kaloni te përmbajtja
main-menu = Menyja kryesore
language-menu = Gjuha
sign-in = Hyni
place-courses = Kurset
place-cohorts = Grupet
place-institution = Institucioni
place-programme = Programi
go-home = Shkoni te faqja e fillimit
footer-purpose = Kaskada ndjek trajnimin në kaskadë, nga trajnerët e parë deri te kolegu i fundit.
footer-licence = Tekstet e kurseve: CC BY 4.0. Softueri: EUPL 1.2.

form-needs-mending = Nuk u ruajt ende. Korrigjoni këto:

failure-not-found-title = Këtu nuk ka asgjë
failure-not-found-what = Adresa mund të jetë shkruar gabim, ose faqja i përket dikujt tjetër.
failure-stale-title = Ndërkohë dikush tjetër bëri një ndryshim
failure-stale-what = Ndryshimi juaj nuk e zëvendësoi atë të tjetrit. Kthehuni prapa, ringarkoni faqen dhe bëjeni përsëri ndryshimin tuaj.
failure-bad-request-title = Formulari nuk u lexua dot
failure-bad-request-what = Asgjë nuk ndryshoi. Kthehuni prapa, ringarkoni faqen dhe provoni përsëri.
failure-wait-title = Tepër shumë përpjekje
failure-wait-what = { $seconds ->
    [one] Prisni një sekondë, pastaj provoni përsëri.
   *[other] Prisni { $seconds } sekonda, pastaj provoni përsëri.
}
failure-broken-title = Diçka nuk shkoi mirë nga ana jonë
failure-broken-what = Asgjë nuk mbeti e ruajtur përgjysmë. Provoni përsëri pas një minute; nëse ndodh sërish, njoftoni ata që kujdesen për këtë platformë.

date-in-words = { $day } { $month } { $year }
month-1 = janar
month-2 = shkurt
month-3 = mars
month-4 = prill
month-5 = maj
month-6 = qershor
month-7 = korrik
month-8 = gusht
month-9 = shtator
month-10 = tetor
month-11 = nëntor
month-12 = dhjetor
ago-today = sot, ora { $time }
ago-yesterday = dje
ago-days = { $days ->
    [one] { $days } ditë më parë
   *[other] { $days } ditë më parë
}
