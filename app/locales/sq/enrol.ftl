# Regjistrimi i një liste: ngjitja, kontrolli, sesioni, konfirmimi; rezultati që mbetet.
enrol-title = Regjistroni kolegë në grupin { $cohort }
enrol-step-paste = Ngjitni listën ose lëshoni skedarin
enrol-step-check = Kontrolloni
enrol-step-session = Sesioni dhe objektivi
enrol-step-confirm = Konfirmoni
enrol-other-draft = Edhe { $name } po përgatit një listë për këtë grup (ndryshimi i fundit: { $when }). Kush është në të dyja listat regjistrohet një herë.

enrol-roster = Emrat dhe adresat
enrol-roster-hint = Në çfarëdo radhe: rreshti “Për:” i një e-maili, rreshta nga Excel, një koleg për rresht.
enrol-example = Për shembull:
enrol-file = Ose një skedar
enrol-file-hint = Excel, CSV ose tekst i thjeshtë, deri në 5 MB.
enrol-check-list = Kontrolloni listën
enrol-check-instead = Kontrolloni këtë listë në vend të së mëparshmes
enrol-replaces = Kjo zëvendëson rreshtat më poshtë. Kush është regjistruar tashmë, mbetet i regjistruar.
enrol-rows-read = { $count ->
    [one] U lexua { $count } rresht. Ai pret këtu si draft derisa të konfirmoni.
   *[other] U lexuan { $count } rreshta. Ata presin këtu si draft derisa të konfirmoni.
}
enrol-paste-other = Ngjitni një listë tjetër
enrol-start-again = Filloni nga e para

problem-list_empty = Ngjitni të paktën një emër me adresë, ose zgjidhni një skedar.
problem-too_many_rows = Lista ka më shumë se 10 000 rreshta. Regjistrojeni në dy pjesë.
problem-too_much_text = Ky tekst është më i madh se 6 MB. Regjistrojeni me pjesë.
problem-file_too_large = Skedari është më i madh se 5 MB. Ruani vetëm listën, si XLSX ose CSV.
problem-file_unpacks_too_large = Skedari, kur shpaketohet, është shumë më i madh se një listë. Kopjoni rreshtat dhe ngjitini.
problem-file_password_protected = Skedari është i mbrojtur me fjalëkalim. Ruajeni pa të, ose ngjitni rreshtat.
problem-file_is_pdf = Ky është PDF. Hapeni, kopjoni rreshtat dhe ngjitini.
problem-file_is_document = Ky është dokument teksti. Hapeni, kopjoni rreshtat dhe ngjitini.
problem-file_is_image = Kjo është figurë. Shkruani rreshtat me dorë, ose kërkojeni listën si skedar.
problem-file_is_web_page = Kjo është faqe interneti me emër tjetër. Hapeni, kopjoni rreshtat dhe ngjitini.
problem-file_is_other_spreadsheet = Ky lloj tabele nuk lexohet. Ruajeni si XLSX.
problem-file_is_archive = Ky është skedar i ngjeshur. Shpaketojeni më parë.
problem-file_is_unknown = Kjo nuk është listë emrash. Përdorni Excel, CSV ose tekst të thjeshtë, ose ngjitni rreshtat.
problem-file_damaged = Skedari është i dëmtuar. Hapeni dhe ruajeni përsëri, ose ngjitni rreshtat.
problem-file_empty = Skedari është bosh.

totals-ready = gati: { $count }
totals-already = tashmë në grup: { $count }
totals-to-fix = për t’u korrigjuar: { $count }
totals-to-decide = për t’u vendosur: { $count }
totals-skipped = të lënë jashtë: { $count }
enrol-check-again = Kontrolloni përsëri
enrol-only-problems = Vetëm problemet ({ $count })
enrol-all-rows = Të gjithë rreshtat
enrol-table-caption = Çfarë do të ndodhë me çdo rresht. Korrigjoni këtu emrat dhe adresat; çdo buton e ruan atë që keni shkruar.
enrol-verdict = Çfarë do të ndodhë
enrol-decision = Vendimi juaj
enrol-name-of-row = Emri dhe mbiemri në rreshtin { $number }
enrol-address-of-row = E-maili në rreshtin { $number }
enrol-decision-of-row = Vendimi për rreshtin { $number }
enrol-pasted = Ngjitur:
enrol-suggestion = Mos deshët të shkruani një adresë tjetër?
enrol-take-suggestion = Përdorni adresën { $address }
enrol-choose = Zgjidhni
enrol-take-in = Regjistroni
enrol-leave-out = Lëreni jashtë
enrol-same-as = I njëjti person: { $who }
enrol-different = Dikush tjetër

verdict-new = Person i ri
verdict-known = I njohur këtu, i ri në këtë grup
verdict-already = Tashmë në grup
verdict-same = I njëjti person?
verdict-fix = Duhet korrigjuar
verdict-skipped = Lihet jashtë

reason-same-name = Rreshti { $row } ka të njëjtin emër me adresë tjetër.
reason-on-record = Ky person është tashmë i njohur këtu si { $name }. Ai emër mbetet.
reason-no_address = Në këtë rresht nuk ka adresë.
reason-address_no_sign = Adresa nuk ka @.
reason-address_several_signs = Adresa ka më shumë se një @.
reason-address_bad_local_part = Pjesa para @ ka një shenjë që nuk lejohet në një adresë e-mail.
reason-address_bad_domain = Pjesa pas @ nuk është e plotë.
reason-address_too_long = Adresa është tepër e gjatë për të qenë e vërtetë.
reason-no_name = Në këtë rresht nuk ka emër.
reason-name_too_long = Emri është më i gjatë se 300 shenja.
reason-control_characters = Emri u dëmtua gjatë kopjimit. Shkruajeni përsëri.
reason-lost_characters = Disa shkronja të emrit kanë humbur në një kopjim të mëparshëm. Shkruajeni përsëri.
reason-no_letters = Emri nuk ka shkronja.
reason-cell_too_long = Kjo është tepër e gjatë për një emër ose një adresë.
reason-duplicate_in_list = Rreshti { $row } ka të njëjtën adresë ose të njëjtin person.
reason-domain_not_allowed = Ky grup nuk pranon adresa me këtë domen.

fix-invisible_characters = U hoqën shenjat e padukshme.
fix-full_width_characters = Shenjat e gjera u kthyen në të zakonshme.
fix-spelled_out_sign = Fjala “at” u zëvendësua me @.
fix-trailing_punctuation = U hoq pikësimi pas adresës.
fix-spaces_in_address = U hoqën hapësirat në adresë.
fix-doubled_character = Një shenjë e dyfishuar në adresë u la vetëm një herë.
fix-comma_in_address = Një presje në adresë u zëvendësua me pikë.
fix-formula_prefix = U hoq një shenjë para emrit.
fix-name_from_address = Emri është nxjerrë nga adresa.
fix-further_address = Adresa e dytë në rresht u la jashtë.
fix-unknown_category = Kategoria e personelit nuk njihet dhe mbetet e hapur.

enrol-session-what = Planifikoni tani sesionin e parë, ose lëreni bosh dhe planifikojeni më vonë te faqja e grupit.
enrol-session-self-paced = Ky grup mëson me ritmin e vet. Takimi i parë nuk është i detyrueshëm.
enrol-no-date-yet = Ende pa datë? Lërini bosh ditën dhe vendin.

meter-figures = { $before } → { $after } të regjistruar, për { $range }
meter-sentence = Kjo listë ju çon nga { $before } në { $after } kolegë të regjistruar; objektivi është që ta përfundojnë { $range }
meter-reached = mjafton për objektivin, nëse përfundojnë të gjithë
meter-above = më shumë se sa kërkon objektivi

confirm-nothing = Ende askush nuk është gati për t’u regjistruar.
confirm-enrol = { $count ->
    [one] { $count } koleg do të regjistrohet në grupin “{ $cohort }” te { $institution }.
   *[other] { $count } kolegë do të regjistrohen në grupin “{ $cohort }” te { $institution }.
}
confirm-session = Do të planifikohet një sesion më { $day }, { $place }.
confirm-already = { $count ->
    [one] { $count } rresht është regjistruar tashmë; për të nuk ndryshon asgjë.
   *[other] { $count } rreshta janë regjistruar tashmë; për ta nuk ndryshon asgjë.
}
confirm-rest = { $count ->
    [one] { $count } rresht mbetet këtu si draft.
   *[other] { $count } rreshta mbeten këtu si draft.
}
confirm-button-mail = { $count ->
    [one] Regjistroni { $count } koleg dhe dërgoni ftesën
   *[other] Regjistroni { $count } kolegë dhe dërgoni ftesat
}
confirm-button-later = { $count ->
    [one] Regjistroni { $count } koleg, ftojeni më vonë
   *[other] Regjistroni { $count } kolegë, ftojini më vonë
}
confirm-button-slips = { $count ->
    [one] Regjistroni { $count } koleg dhe printoni një fletëz
   *[other] Regjistroni { $count } kolegë dhe printoni fletëza
}
confirm-no-mail = Kjo platformë nuk dërgon e-mail. Jepuni kolegëve fletëza të printuara me kode.
problem-nothing_ready = Askush në këtë listë nuk është gati për t’u regjistruar.
problem-changed_meanwhile = Ende nuk është regjistruar asgjë, sepse ndërkohë lista ose grupi ndryshoi: { $ready ->
    [one] tani është gati { $ready } rresht. Lexojeni përsëri fjalinë dhe konfirmoni.
   *[other] tani janë gati { $ready } rreshta. Lexojeni përsëri fjalinë dhe konfirmoni.
}
problem-delivery_no_mail = Kjo platformë nuk dërgon e-mail. Printoni fletëza, ose ftoni më vonë.

enrolled-mail = { $count ->
    [one] { $count } koleg u regjistrua. Ftesa po dërgohet.
   *[other] { $count } kolegë u regjistruan. Ftesat po dërgohen.
}
enrolled-later = { $count ->
    [one] { $count } koleg u regjistrua. Ftesa pret te faqja e grupit.
   *[other] { $count } kolegë u regjistruan. Ftesat presin te faqja e grupit.
}
enrolled-slips = { $count ->
    [one] { $count } koleg u regjistrua. Printojeni fletëzën tani.
   *[other] { $count } kolegë u regjistruan. Printojini fletëzat tani.
}

result-title = Çfarë u bë me listën
result-made = { $name } e regjistroi këtë listë më { $day }, në orën { $time }.
result-undone = { $name } e zhbëri më { $day }, në orën { $time }.
result-to-cohort = Shkoni te grupi
result-rest = Vazhdoni me pjesën tjetër
result-caption = Çdo rresht i listës dhe çfarë u bë me të. Kjo faqe mbetet e ruajtur.
result-row = Rreshti
result-outcome = Rezultati
result-count-enrolled = të regjistruar: { $count }
result-count-already = tashmë në grup: { $count }
result-count-to-fix = për t’u korrigjuar: { $count }
result-count-to-decide = për t’u vendosur: { $count }
result-count-left-out = të lënë jashtë: { $count }
outcome-enrolled = U regjistrua
outcome-already = Tashmë në grup
outcome-to-fix = Mbeti në draft, për t’u korrigjuar
outcome-to-decide = Mbeti në draft, për t’u vendosur
outcome-left-out = U la jashtë

undo-title = Zhbëni
undo-what = Deri më { $day }, në orën { $time }, dhe për sa kohë askush nuk ka filluar, mund ta zhbëni këtë regjistrim. Ftesat nuk do të vlejnë më; sesioni i planifikuar bashkë me të mbetet; edhe kjo faqe mbetet.
undo-do = Zhbëni këtë regjistrim
undo-done = Regjistrimi u zhbë. Ftesat e tij nuk hapin më asgjë.
problem-undo_too_late = Kjo mund të zhbëhet vetëm brenda 24 orëve. Mund ta shënoni ende tërheqjen e kolegëve një nga një.
problem-undo_started = Ndërkohë dikush ka filluar ose është tërhequr, prandaj kjo nuk mund të zhbëhet e tëra. Mund të shënoni ende tërheqjen e kolegëve një nga një.
