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
failure-go-back = Kthehuni te faqja nga erdhët

form-needs-mending = Nuk u ruajt ende. Korrigjoni këto:
sign-in-kept = Hyrja juaj mbaroi para se kjo të ruhej. Ajo që shkruat po ruhet për ju: hyni përsëri dhe do ta gjeni në vendin e vet.
kept-back = Hyrja juaj mbaroi para se kjo të ruhej. Ajo që shkruat është përsëri në vendin e vet: ruajeni tani.

failure-not-found-title = Këtu nuk ka asgjë
failure-not-found-what = Adresa mund të jetë shkruar gabim, ose faqja i përket dikujt tjetër.
failure-stale-title = Ndërkohë dikush tjetër bëri një ndryshim
failure-stale-what = Ndryshimi juaj nuk e zëvendësoi atë të tjetrit. Kthehuni prapa, ringarkoni faqen dhe bëjeni përsëri ndryshimin tuaj.
failure-bad-request-title = Formulari nuk u lexua dot
failure-bad-request-what = Asgjë nuk ndryshoi. Kthehuni prapa, ringarkoni faqen dhe provoni përsëri.
failure-method-title = Kjo adresë pranon vetëm formularë
failure-method-what = Asgjë nuk ndryshoi. Hapni faqen me formularin dhe dërgojeni që andej.
failure-too-large-title = Kjo është tepër përnjëherësh
failure-too-large-what = Asgjë nuk ndryshoi. Kthehuni prapa: ajo që shkruat është ende aty. Dërgoni më pak njëherësh; një skedar mund të ketë deri në 5 MB.
failure-foreign-title = Ky formular erdhi nga një platformë tjetër
failure-foreign-what = Asgjë nuk ndryshoi. Hapni faqen në këtë platformë dhe dërgojeni formularin që andej.
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
