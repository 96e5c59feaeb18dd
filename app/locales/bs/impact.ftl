# Šta o programu može znati svako.
impact-title = Programi u brojkama
impact-open = Javne brojke
impact-of = { $programme } u brojkama
impact-none = Još nema nijednog programa
impact-none-what = Čim program počne, njegove brojke stoje ovdje za sve.
impact-sentence = Obuku su završile osobe: { $finished }; svoje obećanje ispunile su institucije: { $reached } od { $institutions }.
impact-sentence-no-target = Obuku su završile osobe: { $finished }.
impact-counted = Prebrojano { $day }, za sve, bez naloga.
impact-participations-finished = završena učešća
impact-definitions = Definicije
impact-cite = Za navođenje ove stranice:
impact-feed = Iste brojke za računarske programe (JSON)
