# Praćenje nakon kursa.
follow-up-section = Praćenje nakon kursa
follow-up-title = Jeste li uradili ono što ste obećali?
follow-up-lead = Završili ste „{ $cohort }“ dana { $day }.
follow-up-your-words = Vaša obaveza, vašim riječima
follow-up-no-commitment = U ovom kursu niste napisali obavezu. Sjetite se jedne stvari koju ste htjeli promijeniti i odgovorite za nju.
follow-up-round-30 = Nakon 30 dana
follow-up-round-90 = Nakon 90 dana
follow-up-did-you = Jeste li to uradili?
answer-yes = Da
answer-partly = Djelimično
answer-no = Ne
follow-up-evidence = Po čemu se to vidi
follow-up-evidence-hint = Dovoljna je rečenica ili link. Ne navodite imena studenata.
follow-up-barrier = Šta vas je spriječilo
follow-up-barrier-text = Isto vašim riječima
barrier-none = Ništa
barrier-time = Premalo vremena
barrier-no_support = Nedostatak podrške
barrier-rules_of_others = Pravilo o kojem odlučuju drugi
barrier-students = Studenti
barrier-other = Nešto drugo
follow-up-who-sees = Ovo možete čitati samo vi. Treneri, voditelji i koordinatori vide koliko je ljudi odgovorilo da, djelimično ili ne, i šta je spriječilo pet ili više njih.
follow-up-only-you = Ovaj dio vidite samo vi.
follow-up-save = Sačuvajte odgovor
follow-up-change = Promijenite odgovor
follow-up-saved = Vaš odgovor je sačuvan.
follow-up-earlier = Šta ste ranije odgovorili
follow-up-next = Sljedeće pitanje stiže { $day }.
follow-up-answer = Odgovorite
follow-up-done = Odgovorili ste na praćenje za „{ $cohort }“.
follow-up-look = Pogledajte ili promijenite odgovor
problem-follow_up_closed = Ovo pitanje je zatvoreno. Ispod je ono na koje sada možete odgovoriti.
problem-follow_up_elsewhere = U istom trenutku ste sačuvali drugi odgovor. Uporedite oba, pa sačuvajte ponovo.
problem-follow_up_other = Napišite nekoliko riječi o tome.
follow-up-nobody-asked = Još niko nije upitan.
follow-up-asked = Upitano: { $asked }, { $answered }
follow-up-answered = odgovorilo: { $answered } ({ $yes } da, { $partly } djelimično, { $no } ne)
rule-follow-up = Ko završi kurs, nakon 30 i 90 dana odgovara je li uradio ono što je obećao. Važi najnoviji odgovor. „Da“ ili „djelimično“ nakon 90 dana znači primijenjeno.
follow-up-programme = Praćenje u programu
follow-up-programme-lead = Šta su kolege odgovorile 30 i 90 dana nakon završetka.

# Šta koga čeka prema njegovim ulogama.
digest-title = Ove sedmice
digest-lead = Šta vas čeka, prema sadašnjem stanju.
digest-since = bez aktivnosti od: { $when }
digest-help = Kolege kojima treba pomoć
digest-help-none = Trenutno nikome ne treba pomoć.
digest-sessions = Susreti u narednih sedam dana
digest-sessions-none = U narednih sedam dana nema planiranih susreta.
digest-registers = Susreti bez evidencije prisustva
digest-registers-none = Prisustvo je upisano za sve susrete.
digest-silent = Treneri bez aktivnosti
digest-silent-none = Nema trenera bez aktivnosti.
digest-stalled = Grupe koje stoje
digest-stalled-none = Nijedna grupa ne stoji.
digest-stalled-since = { $count ->
    [one] { $count } osoba nije završila; posljednja aktivnost: { $when }
    [few] { $count } osobe nisu završile; posljednja aktivnost: { $when }
   *[other] { $count } osoba nije završilo; posljednja aktivnost: { $when }
}
digest-target = { $missing ->
    [0] Završilo je { $finished }. Minimum je dostignut.
   *[other] Završilo je { $finished }, do minimuma nedostaje { $missing }.
}
digest-programme = { $behind ->
    [one] { $behind } institucija je ispod minimuma; s trenerima koji nisu počeli: { $silent }.
    [few] { $behind } institucije su ispod minimuma; s trenerima koji nisu počeli: { $silent }.
   *[other] { $behind } institucija je ispod minimuma; s trenerima koji nisu počeli: { $silent }.
}
digest-behind = Institucije koje zaostaju
digest-behind-none = Nijedna institucija nije ispod minimuma.

# Šta platforma radi sama.
jobs-title = Automatske poruke
jobs-lead = Podsjetnici se pišu svakog jutra, pregledi svakog ponedjeljka. Ono što ne uspije pokušava se ponovo, najviše osam puta.
jobs-empty-title = Još ništa
jobs-empty = Prvi podsjetnici pišu se sutra ujutro.
jobs-what = Šta
jobs-letters = Poruke
jobs-letters-given-up = { $count ->
    [one] { $count } poruka nije uspjela. Pogledajte zašto.
    [few] { $count } poruke nisu uspjele. Pogledajte zašto.
   *[other] { $count } poruka nije uspjelo. Pogledajte zašto.
}
job-waiting = na čekanju
job-running = u toku
job-done = obavljeno
job-failed = neuspjelo
job-waits-again = Čeka novi pokušaj.
errand-joining = Podsjetnici onima koji se nikad nisu prijavili
errand-quiet = Podsjetnici onima koji su stali
errand-session-ahead = Podsjetnici na susrete
errand-follow-up = Praćenje nakon kursa
errand-digest-trainer = Pregled za trenere
errand-digest-lead = Pregled za voditelje
errand-digest-coordinator = Pregled za koordinatore
