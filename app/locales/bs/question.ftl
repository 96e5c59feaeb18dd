# Pitanja čiji se redovi spajaju ili redaju.
line-choose = Odaberite
matching-with = Spaja se sa:
ordering-hint = Svakom redu dajte njegovo mjesto.
place-of = { $n } od { $all }
move-up = Pomjerite gore
move-down = Pomjerite dolje
problem-answer-incomplete = Svakom redu dajte odgovor, pa pošaljite ponovo.
problem-answer-same-place = Dva reda imaju isto mjesto: { $place }. Svakom redu dajte vlastito mjesto.
