# Çfarë dorëzon një grup dhe çfarë thonë trajnerët e tij.
reviews-title = Për rishikim
reviews-lead = Çfarë ka dorëzuar grupi juaj, më e vjetra e para. Çdo tekst rishikohet një herë, nga një trajner.
reviews-which = Cilat tekste
review-state-waiting = Pret një trajner
review-state-returned = E kthyer
review-state-accepted = E pranuar
review-level-0 = 0 nga 3: ende jo
review-level-1 = 1 nga 3: një fillim
review-level-2 = 2 nga 3: bën atë që u kërkua
review-level-3 = 3 nga 3: bën më shumë se sa u kërkua
review-open-question = Pyetje e hapur
reviews-none-waiting = Asgjë nuk ju pret
reviews-none-returned = Tani nuk ka asgjë të kthyer
reviews-none-accepted = Ende nuk është pranuar asgjë
reviews-none-what = Përgjigjet e hapura dhe veprimtaritë shfaqen këtu kur i dorëzojnë kolegët.
review-who = Kush
review-what = Çfarë
review-when = Dorëzuar
review-version = Versioni
review-by = { $name } · { $level }
review-title = Teksti i { $name }
review-asked = Çfarë u kërkua
review-guidance = Për vlerësimin tuaj
review-handed-in = Versioni { $version }, dorëzuar { $when }
review-decide = Rishikimi juaj
review-level = Sa e përmbush atë që u kërkua?
review-feedback = Komenti
review-feedback-hint = E lexon pjesëmarrësi. Thoni çfarë është mirë dhe cili ndryshim do të ndihmonte. Duhet kur e ktheni tekstin.
review-stands = Rishikimi mbetet: nuk mund të ndryshohet. Teksti i kthyer mund të dorëzohet përsëri.
review-accept = Pranoni
review-return = Kthejeni me koment
review-result = Rishikimi
review-signed = { $name }, { $when }
review-yours-not-kept = Ajo që shkruat; nuk u ruajt
review-older = Ky është një version më i vjetër. Rishikohet vetëm më i riu.
review-to-newest = Lexoni versionin më të ri
review-earlier = Versionet e mëparshme
review-accepted = Teksti u pranua. Pjesëmarrësi e sheh te njësia.
review-returned = Teksti u kthye me komentin tuaj. Pjesëmarrësi e sheh në faqen e fillimit.
review-of-earlier = Për një tekst të mëparshëm:
review-hand-in-again = Ndryshojeni tekstin dhe dorëzojeni përsëri.
review-your-text = Teksti juaj
came-back-title = Kthyer te ju
came-back-what = Një trajner i ka lexuar dhe kërkon një ndryshim.
activity-trainers-read = E lexojnë trajnerët e grupit tuaj dhe ju përgjigjen.
activity-only-you-read = Këtë mund ta lexoni vetëm ju. Do ta shihni përsëri kur t’ju pyesim çfarë doli prej tij.
answer-not-handed-in = Ende pa u dorëzuar.
answer-changed-since = Ndryshuar pasi e dorëzuat.
problem-handed-in-accepted = Një trajner e ka pranuar tekstin tuaj të mëparshëm. Ai mbetet.
problem-review-level = Zgjidhni njërën nga të katra.
problem-review-feedback = Shkruani çfarë duhet të ndryshojë para se ta ktheni tekstin.
problem-review-newer = Ndërkohë pjesëmarrësi dorëzoi një tekst më të ri: këtë. Rishikimi juaj nuk u ruajt; ajo që shkruat është ende këtu.
problem-review-already = { $name } e ka rishikuar tashmë këtë tekst. Rishikimi juaj nuk u ruajt.
reviews-count = { $count ->
    [one] { $count } tekst
   *[other] { $count } tekste
}
reviews-waiting = { $count ->
    [0] Asgjë nuk pret rishikimin tuaj
    [one] { $count } tekst pret rishikimin tuaj
   *[other] { $count } tekste presin rishikimin tuaj
}
