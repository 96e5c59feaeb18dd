# Pyetjet me rreshta që çiftohen ose renditen.
line-choose = Zgjidhni
matching-with = Për t’u çiftuar me:
ordering-hint = Jepini çdo rreshti vendin e tij.
place-of = { $n } nga { $all }
move-up = Lëvizeni lart
move-down = Lëvizeni poshtë
problem-answer-incomplete = Jepini çdo rreshti përgjigjen e tij, pastaj dërgojeni përsëri.
problem-answer-same-place = Dy rreshta kanë të njëjtin vend: { $place }. Jepini secilit rresht vendin e vet.
