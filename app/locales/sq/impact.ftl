# Çfarë mund të dijë kushdo për një program.
impact-title = Programet në shifra
impact-open = Shifrat publike
impact-of = { $programme } në shifra
impact-none = Ende asnjë program
impact-none-what = Sapo të fillojë një program, shifrat e tij do të jenë këtu për të gjithë.
impact-sentence = { $finished } kolegë e kanë përfunduar trajnimin; { $reached } nga { $institutions } institucione kanë arritur atë që premtuan.
impact-sentence-no-target = { $finished } kolegë e kanë përfunduar trajnimin.
impact-counted = Numëruar më { $day }, për të gjithë, pa llogari.
impact-participations-finished = pjesëmarrje të përfunduara
impact-definitions = Përkufizimet
impact-cite = Për ta cituar këtë faqe:
impact-feed = Të njëjtat shifra për programe kompjuterike (JSON)
