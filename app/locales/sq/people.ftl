place-letters = Mesazhet
email = E-mail
password = Fjalëkalimi
password-new = Fjalëkalimi i ri
password-hint = Të paktën 10 shenja. Disa fjalë bashkë mbahen mend lehtë dhe gjenden me vështirësi.
sign-out = Dilni
sign-in-forgot = Kam harruar fjalëkalimin
sign-in-have-code = Kam një kod në letër

role-trainer = trajner
role-lead = përgjegjës i institucionit
role-coordinator = koordinator
role-partner_trainer = trajner partner
role-author = autor
role-observer = vëzhgues
role-recogniser = zyrtar për njohjen
role-learner = pjesëmarrës

problem-sign_in_wrong = Kjo adresë dhe ky fjalëkalim nuk përputhen.
problem-password_short = Përdorni të paktën { $shortest } shenja.
problem-password_long = Përdorni të shumtën { $longest } shenja.
problem-password_is_address = Mos përdorni në fjalëkalim adresën tuaj e-mail.
problem-password_common = Ky është ndër fjalëkalimet më të përhapura. Përdorni fjalë të tjera.
problem-password_wrong = Ky nuk është fjalëkalimi juaj i tanishëm.
problem-no_name = Shkruani emrin.
problem-name_too_long = Përdorni të shumtën 300 shenja.
problem-control_characters = Ky tekst u dëmtua gjatë kopjimit. Shkruajeni me dorë.
problem-lost_characters = Disa shkronja kanë humbur në një kopjim të mëparshëm. Shkruajini përsëri.
problem-no_letters = Emri duhet të ketë shkronja.
problem-address_no_sign = Shkruajeni adresën si emri@example.org.
problem-address_several_signs = Shkruani vetëm një adresë.
problem-address_bad_local_part = Pjesa para @ ka një shenjë që nuk lejohet në një adresë e-mail.
problem-address_bad_domain = Pjesa pas @ nuk është e plotë: shkruajeni adresën si emri@example.org.
problem-address_too_long = Kjo adresë është tepër e gjatë për të qenë e vërtetë.
problem-address_of_somebody_else = Kjo adresë i përket një llogarie tjetër.
problem-address_last = Mbani të paktën një adresë të konfirmuar: aty dërgohet fjalëkalimi i ri.
problem-addresses_many = Keni tetë adresa. Hiqni më parë njërën.
problem-no_mail_server = Kjo platformë nuk dërgon e-mail. Kërkojini trajnerit tuaj t’ju regjistrojë me adresën e re.
problem-role_held = Ky person e ka tashmë këtë rol.
problem-reset_address = Shkruajeni adresën si emri@example.org.
problem-reset_code_wrong = Kjo adresë dhe ky kod nuk përputhen, ose kodi është përdorur tashmë ose është më i vjetër se një ditë.
problem-code_unknown = Ky kod nuk hap asgjë. Kontrolloni çdo shenjë; nëse është i saktë, kërkojini trajnerit tuaj një kod të ri.
problem-title_missing = Shkruani emrin e programit.
problem-text_long = Përdorni të shumtën { $longest } shenja.
problem-day = Shkruajeni datën në formën 2026-11-14.
problem-ends_before_start = Dita e fundit duhet të vijë pas së parës.

setup-title = Konfiguroni programin tuaj
setup-what = Ju bëheni koordinatori i parë. Gjithçka këtu mund të ndryshohet më vonë.
setup-you = Ju
setup-field-name = Emri dhe mbiemri juaj
setup-field-name-hint = Siç e shkruani vetë, me çfarëdo alfabeti.
setup-field-email = E-maili juaj
setup-programme = Programi
setup-field-title = Emri i programit
setup-field-reference = Numri i referencës (sipas dëshirës)
setup-field-reference-hint = Numri i financuesit, si 610429-EPP-1-2019-1-AL-EPPKA2-CBHE-JP.
setup-field-starts-on = Dita e parë
setup-field-ends-on = Dita e fundit (sipas dëshirës)
setup-field-ends-on-hint = Lëreni bosh derisa të caktohet.
setup-field-funding-line = Fjalia e financuesit (sipas dëshirës)
setup-field-funding-line-hint = Qëndron në fund të çdo faqeje, si “Financuar nga Bashkimi Evropian”.
setup-create = Krijoni programin
setup-closed-title = Kjo adresë nuk hap asgjë
setup-closed-what = Është përdorur ose kanë kaluar 24 orë. Kush kujdeset për serverin krijon një të re me “kaskada setup-link”.

invitation-title = Ftesë: { $place }
invitation-for = Për: { $name }
invitation-to-cohort = { $inviter } ju fton në grupin “{ $cohort }” te { $institution }.
invitation-to-role = { $scope ->
    [none] { $inviter } ju fton në rolin “{ $role }”.
   *[some] { $inviter } ju fton në rolin “{ $role }”: { $place }.
}
invitation-to-address = Kërkuat që adresa { $address } të shtohet në llogarinë tuaj.
invitation-accept = Pranoni
invitation-accept-first = Vendosni fjalëkalimin dhe bashkohuni
invitation-accepted = U krye. Mirë se vini.
invitation-sign-in-first = Ju keni tashmë një llogari. Hyni, pastaj pranoni.
invitation-somebody-else = Keni hyrë si { $name }, ndërsa kjo ftesë është për dikë tjetër. Dilni, pastaj hapeni përsëri.
invitation-unknown-title = Kjo lidhje nuk hap asgjë
invitation-unknown-what = Mund ta ketë zëvendësuar një ftesë më e re, ose mungon një pjesë e adresës. Nëse keni fjalëkalim, hyni. Përndryshe kërkojini trajnerit tuaj një ftesë të re.
invitation-used-title = Kjo ftesë është pranuar tashmë
invitation-used-what = Hyni me fjalëkalimin që u vendos atëherë. Nëse nuk ishit ju, njoftoni trajnerin tuaj.
invitation-revoked-title = Kjo ftesë u anulua
invitation-revoked-what = Nëse kjo ju habit, pyesni trajnerin tuaj.
invitation-expired-title = Kjo ftesë ka skaduar
invitation-expired-what = Kërkojini trajnerit tuaj ta dërgojë përsëri. Nëse keni fjalëkalim, hyni.
invitation-taken-back = Ftesa u anulua. Lidhja dhe kodi i saj nuk hapin më asgjë.
invitations-sent = { $count ->
    [0] Askush nuk pret ftesë.
    [one] Një ftesë po dërgohet.
   *[other] { $count } ftesa po dërgohen.
}

join-title = Hyni me kod
join-what = Shkruani kodin nga fletëza juaj.
join-code = Kodi
join-code-hint = Tetë shenja, si KQ7F-2M9X. Shkronjat e mëdha dhe vizat nuk kanë rëndësi.
join-continue = Vazhdoni

reset-title = Keni harruar fjalëkalimin?
reset-what = Ju dërgojmë një lidhje për të vendosur një të ri. Lidhja vlen 24 orë.
reset-send = Dërgoni lidhjen
reset-sent = Nëse ndonjë llogari e ka këtë adresë, lidhja po dërgohet. Shihni edhe te mesazhet e padëshiruara (spam).
reset-or-code = Nuk ju vjen e-maili? Përgjegjësi i institucionit tuaj ose koordinatori mund t’ju japë një kod.
reset-only-code = Kjo platformë nuk dërgon e-mail. Përgjegjësi i institucionit tuaj ose koordinatori mund t’ju japë një kod për të vendosur një fjalëkalim të ri.
reset-have-code = Kam një kod
reset-new-title = Vendosni një fjalëkalim të ri
reset-code = Kodi
reset-set = Vendosni fjalëkalimin
reset-done = Fjalëkalimi i ri u vendos dhe dolët nga llogaria në çdo shfletues. Hyni me fjalëkalimin e ri.
reset-closed-title = Me këtë lidhje nuk vendoset më fjalëkalim
reset-closed-what = Është përdorur ose kanë kaluar 24 orë. Kërkoni një të re.
reset-code-title = Fjalëkalim i ri: { $name }
reset-code-what = Merrni një kod për ta dhënë personalisht. Ai vlen vetëm një herë, për 24 orë, dhe kodi i mëparshëm nuk vlen më. Fjalëkalimin nuk e shihni kurrë.
reset-code-make = Krijoni kodin
reset-code-how = Jepeni personalisht. Shfaqet vetëm tani. Personi hap { $place } dhe e shkruan bashkë me adresën e vet e-mail.

account-title = Llogaria juaj
account-you = Ju
account-name = Emri dhe mbiemri
account-name-hint = Kështu shkruhet në lista dhe në certifikata.
account-name-save = Ruani emrin
account-name-saved = Emri juaj u ruajt.
account-language = Gjuha
account-language-hint = Për faqet dhe mesazhet.
account-language-save = Përdorni këtë gjuhë
account-addresses = Adresat e-mail
account-addresses-what = Mund të hyni me secilën prej tyre. Mesazhet shkojnë te më e reja.
address-state = Gjendja
address-change = Ndryshimi
address-confirmed = e konfirmuar
address-added = e shtuar nga dikush tjetër
address-confirm = Konfirmoni adresën
address-confirm-done = Adresa u konfirmua.
address-remove = Hiqni
address-removed = Adresa u hoq.
address-new = Një adresë tjetër
address-new-hint = Aty dërgojmë një lidhje. Hapeni në këtë shfletues që adresa të shtohet.
address-send-link = Dërgoni lidhjen
address-link-sent = Lidhja po dërgohet. Vlen 24 orë.
account-password = Fjalëkalimi
account-password-present = Fjalëkalimi i tanishëm
account-password-save = Ndryshoni fjalëkalimin
account-password-saved = Fjalëkalimi juaj u ndryshua. Në shfletuesit e tjerë dolët nga llogaria.
account-browsers = Shfletuesit ku keni hyrë
account-browsers-what = Dilni nga ata që nuk i njihni ose nuk i përdorni më.
browser = Shfletuesi
browser-seen = Përdorur së fundi
browser-change = Ndryshimi
browser-this = Ky shfletues
browser-end = Dilni
browser-end-others = Dilni nga të gjithë të tjerët
browser-ended = U krye. Aty duhet hyrë përsëri.
browser-on-machine = { $browser } në { $machine }
browser-unknown = Shfletues i panjohur
account-kept-title = Çfarë ruhet për ju
account-kept = Emri, adresat dhe rolet tuaja; gjinia, nëse e keni deklaruar; ku punoni dhe që kur; grupet ku jeni, prania, përgjigjet dhe certifikatat tuaja; si dhe shfletuesit ku keni hyrë. Reflektimet tuaja nuk i lexon dot askush tjetër.

outbox-title = Mesazhet
outbox-mail = Mesazhet nisen vetë brenda një minute.
outbox-no-mail = Kjo platformë nuk dërgon e-mail. Kopjojini mesazhet në programin tuaj të postës, ose printoni fletëza për grupin tuaj.
outbox-states = Cilat mesazhe
outbox-waiting = Në pritje
outbox-failed = Të dështuara
outbox-sent = Të dërguara
outbox-waiting-empty = Asnjë mesazh nuk është në pritje.
outbox-failed-empty = Asnjë mesazh nuk ka dështuar.
outbox-sent-empty = Ende nuk është dërguar asnjë mesazh.
outbox-count = { $count ->
    [one] Një mesazh
   *[other] { $count } mesazhe
}
outbox-to = Për
outbox-kind = Lloji
outbox-kind-invitation = ftesë në grup
outbox-kind-role = ftesë për rol
outbox-kind-reset = fjalëkalim i ri
outbox-kind-reminder = kujtesë
outbox-kind-address = adresë tjetër
outbox-since = Kur
outbox-happened = Çfarë ndodhi
outbox-do = Veprimi
outbox-resend = Dërgoni përsëri
outbox-take-back = Anuloni
outbox-not-tried = ende nuk është provuar
outbox-tried = { $count ->
    [one] u provua një herë
   *[other] u provua { $count } herë
}
outbox-try-again = Provoni përsëri
outbox-waits-again = Mesazhi pret një përpjekje tjetër.
outbox-newer = Më të reja
outbox-older = Më të vjetra
outbox-pages = Faqet
outbox-copy = Shfaqni mesazhet për t’i kopjuar
outbox-copy-title = Mesazhe për t’u kopjuar
outbox-copy-what = Çdo lidhje u krijua tani dhe shfaqet vetëm këtu. Lidhjet që keni kopjuar më parë nuk vlejnë më.
outbox-copy-next = Shfaqni mesazhet e tjera
outbox-mark = { $count ->
    [one] E kam dërguar këtë mesazh
   *[other] I kam dërguar këto { $count } mesazhe
}
outbox-marked = { $count ->
    [one] Një mesazh u shënua si i dërguar.
   *[other] { $count } mesazhe u shënuan si të dërguara.
}
outbox-by-hand = dërguar me dorë

slips-title = Fletëza me kode
slips-waiting = { $count ->
    [0] Të gjithë në këtë grup mund të hyjnë tashmë.
    [one] Një koleg ende nuk mund të hyjë.
   *[other] { $count } kolegë ende nuk mund të hyjnë.
}
slips-what = Secili merr një fletëz me një kod që vlen 60 ditë. Printojeni faqen, priteni dhe shpërndani fletëzat. Kush shkruan kodin vendos vetë fjalëkalimin e vet.
slips-replaced = { $count ->
    [one] Njëri prej tyre ka tashmë një kod. Kodi nuk do të vlejë më kur të krijoni fletëza të reja.
   *[other] { $count } prej tyre kanë tashmë një kod. Këto kode nuk do të vlejnë më kur të krijoni fletëza të reja.
}
slips-make = { $count ->
    [one] Krijoni një fletëz
   *[other] Krijoni { $count } fletëza
}
slips-made = { $count ->
    [one] Një fletëz. Printojeni këtë faqe tani: kodi shfaqet vetëm një herë.
   *[other] { $count } fletëza. Printojeni këtë faqe tani: kodet shfaqen vetëm një herë.
}
slip-how = Hapni { $place } dhe shkruani kodin.

remind = Kujtojini
remind-sent = Kujtesa po dërgohet.
problem-remind_no_address = Nuk ka adresë ku të dërgohet kujtesa. Njoftojeni vetë.
problem-remind_not_joined = Ky koleg ende nuk e ka pranuar ftesën. Në vend të kësaj, dërgojini përsëri ftesën.
outbox-kind-joining = kujtesë për t’u bashkuar
outbox-kind-quiet = kujtesë për të vazhduar
outbox-kind-session-ahead = kujtesë për sesionin
outbox-kind-follow-up = ndjekja pas kursit
outbox-kind-nudge = kujtesë për trajnerin
outbox-kind-digest-trainer = përmbledhje për trajnerin
outbox-kind-digest-lead = përmbledhje për përgjegjësin
outbox-kind-digest-coordinator = përmbledhje për koordinatorin
outbox-groups = Lloji i mesazheve
outbox-group-all = Të gjitha
outbox-group-invitations = Ftesa
outbox-group-reminders = Kujtesa
outbox-group-digests = Përmbledhje
problem-remind_refused = Ky person nuk do kujtesa. Flisni vetë me të.
problem-nudge_not_silent = Ky trajner ka mbajtur ose ka planifikuar një sesion, ose ka filluar së fundi.
problem-nudge_lately = Këtij trajneri iu dërgua kujtesë gjatë shtatë ditëve të fundit.
account-letters = Kujtesa dhe përmbledhje
account-letters-wanted = Merrni kujtesa për kurset dhe sesionet, dhe përmbledhje javore për rolet tuaja. Ftesat, ndryshimet e sesioneve dhe mesazhet për fjalëkalimin vijnë në çdo rast.
account-letters-refused = Nuk merrni kujtesa e përmbledhje. Ftesat, ndryshimet e sesioneve dhe mesazhet për fjalëkalimin vijnë në çdo rast.
account-letters-stop = Ndaloni kujtesat dhe përmbledhjet
account-letters-want = Merrni përsëri kujtesa dhe përmbledhje
letters-refused = Nuk do të merrni më kujtesa e përmbledhje.
letters-wanted = Do të merrni përsëri kujtesa dhe përmbledhje.
letters-stop-title = Pa kujtesa të tjera?
letters-stop-what = Shtypni butonin, dhe nuk do të merrni më kujtesa e përmbledhje. Ftesat, ndryshimet e sesioneve dhe mesazhet për fjalëkalimin vijnë në çdo rast.
letters-stop = Ndaloni kujtesat dhe përmbledhjet
letters-stopped-title = Pa kujtesa të tjera
letters-stopped = Nuk do të merrni më kujtesa e përmbledhje. Për t’i marrë përsëri, hyni dhe hapni llogarinë tuaj.
letters-unknown-title = Kjo lidhje nuk njihet
letters-unknown = Ndoshta është e paplotë. Kujtesat mund t’i ndaloni edhe në faqen e llogarisë suaj.
outbox-kind-session-planned = sesion i planifikuar
outbox-kind-session-changed = sesion i ndryshuar
outbox-kind-session-cancelled = sesion i anuluar
outbox-kind-session-again = sesion i planifikuar sërish
outbox-kind-session-handed = sesion i dorëzuar
outbox-kind-session-left = sesion i dhënë dikujt tjetër
outbox-group-sessions = Sesionet
outbox-calendar = Skedari i kalendarit
outbox-calendar-what = Bashkëngjiteni skedarin e kalendarit këtij mesazhi në programin tuaj të postës. Kur hapet, sesioni vendoset në kalendar ose zhvendoset atje.
gender-female = femër
gender-male = mashkull
gender-other = tjetër
gender-not-stated = nuk është deklaruar
account-gender = Për numërimin e financuesit
account-gender-label = Gjinia (sipas dëshirës)
account-gender-hint = Përdoret vetëm për një gjë: për të numëruar pjesëmarrësit në raportet për financuesin. Nuk tregohet kurrë me emrin tuaj dhe vetëm ju mund ta ndryshoni.
account-gender-save = Ruajeni
account-gender-saved = U ruajt.
