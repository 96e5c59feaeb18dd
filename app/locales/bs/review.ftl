# Šta grupa predaje i šta o tome kažu njeni treneri.
reviews-title = Za pregled
reviews-lead = Šta je vaša grupa predala, najstarije prvo. Svaki tekst pregleda jedan trener, jednom.
reviews-which = Koji tekstovi
review-state-waiting = Čeka trenera
review-state-returned = Vraćeno
review-state-accepted = Prihvaćeno
review-level-0 = 0 od 3: još nije dovoljno
review-level-1 = 1 od 3: dobar početak
review-level-2 = 2 od 3: ispunjava zadatak
review-level-3 = 3 od 3: više od zadatka
review-open-question = Otvoreno pitanje
reviews-none-waiting = Ništa vas ne čeka
reviews-none-returned = Trenutno ništa nije vraćeno
reviews-none-accepted = Još ništa nije prihvaćeno
reviews-none-what = Otvoreni odgovori i aktivnosti pojavljuju se ovdje kada ih kolege predaju.
review-who = Ko
review-what = Šta
review-when = Predano
review-version = Verzija
review-by = { $name } · { $level }
review-title = Tekst: { $name }
review-asked = Šta se tražilo
review-guidance = Za vašu procjenu
review-handed-in = Verzija { $version }, predano { $when }
review-decide = Vaš pregled
review-level = Koliko ispunjava ono što se tražilo?
review-feedback = Povratna informacija
review-feedback-hint = Polaznik to čita. Recite šta je dobro i koja bi promjena pomogla. Potrebno je kada vraćate tekst.
review-stands = Pregled ostaje takav: ne može se mijenjati. Vraćeni tekst može se ponovo predati.
review-accept = Prihvatite
review-return = Vratite s povratnom informacijom
review-result = Pregled
review-signed = { $name }, { $when }
review-yours-not-kept = Ono što ste napisali; nije sačuvano
review-older = Ovo je starija verzija. Pregleda se samo najnovija.
review-to-newest = Pročitajte najnoviju verziju
review-earlier = Ranije verzije
review-accepted = Tekst je prihvaćen. Polaznik to vidi u jedinici.
review-returned = Tekst je vraćen s vašom povratnom informacijom. Polaznik to vidi na početnoj stranici.
review-of-earlier = O ranijem tekstu:
review-hand-in-again = Izmijenite tekst i predajte ga ponovo.
review-your-text = Vaš tekst
came-back-title = Vraćeno vama
came-back-what = Trener je ovo pročitao i traži izmjenu.
activity-trainers-read = Čitaju ga treneri vaše grupe i odgovaraju vam.
activity-only-you-read = Ovo možete čitati samo vi. Vidjet ćete ga ponovo kada vas pitamo šta je od toga bilo.
answer-not-handed-in = Još nije predano.
answer-changed-since = Izmijenjeno otkako ste predali.
problem-handed-in-accepted = Trener je prihvatio vaš raniji tekst. On ostaje.
problem-review-level = Odaberite jedno od četiri.
problem-review-feedback = Napišite šta treba promijeniti prije nego vratite tekst.
problem-review-newer = Polaznik je u međuvremenu predao noviji tekst: ovaj. Vaš pregled nije sačuvan; ono što ste napisali još je ovdje.
problem-review-already = { $name } već je pregledao/la ovaj tekst. Vaš pregled nije sačuvan.
reviews-count = { $count ->
    [one] { $count } tekst
    [few] { $count } teksta
   *[other] { $count } tekstova
}
reviews-waiting = { $count ->
    [0] Ništa ne čeka vaš pregled
    [one] { $count } tekst čeka vaš pregled
    [few] { $count } teksta čekaju vaš pregled
   *[other] { $count } tekstova čeka vaš pregled
}
