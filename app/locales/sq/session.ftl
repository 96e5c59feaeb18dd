# Sesionet: plani, regjistri, prania, çfarë u përshtat.
sessions-title = Sesionet
sessions-none = Ende nuk është planifikuar asnjë sesion.
session-day = Dita
session-place = Vendi
session-place-hint = Një sallë ose një ndërtesë.
session-plan = Planifikoni një sesion
session-planned = i planifikuar
session-planned-done = Sesioni u planifikua.
session-attendance = Prania
session-present = { $count ->
    [one] { $count } i pranishëm
   *[other] { $count } të pranishëm
}
session-record = Shënoni të pranishmit
session-correct = Korrigjoni
problem-day_missing = Zgjidhni ditën, ose lëreni bosh edhe vendin.
problem-day_too_far = Kjo ditë është më shumë se pesë vjet larg. Kontrolloni vitin.
problem-place_missing = Shkruani ku: një sallë ose një ndërtesë.
problem-session_trainer_missing = Zgjidhni kush e mban sesionin.
problem-session_not_yet = Ky sesion ende nuk është mbajtur.
register-title = Të pranishmit më { $day }
register-lead = Kush ishte i pranishëm, ka filluar dhe është trajnuar nga ata që e mbajtën sesionin. Mund ta korrigjoni më vonë; shënimet e mëparshme ruhen.
register-present = Shënoni këdo që ishte i pranishëm
register-record = Shënoni të pranishmit
register-recorded = { $count ->
    [0] U shënua: nuk ishte askush i pranishëm.
    [one] U shënua: ishte i pranishëm një koleg.
   *[other] U shënua: ishin të pranishëm { $count } kolegë.
}
register-not-yet = Praninë mund ta shënoni që nga dita e sesionit.
session-title = Sesioni më { $day }
session-of = Sesion: { $cohort }
session-when = Kur
session-starts = Fillon në orën
session-ends = Mbaron në orën
session-meeting = Si takoheni
meeting-room = në sallë
meeting-online = në internet
meeting-hybrid = në sallë dhe në internet
session-room-hint = Salla dhe ndërtesa. Një sesion në internet nuk ka nevojë për to.
session-link = Lidhja e sallës në internet
session-link-hint = Fillon me https://
session-join = Hapni sallën në internet
session-trainers = E mbajnë
session-units = Çfarë mësohet
session-units-hint = Hapni një modul dhe shënoni njësitë e tij. Raportet i përmendin.
session-units-none = Ende nuk është zgjedhur asnjë njësi. Ndryshoni planin për t'i zgjedhur.
session-units-what = Çdo njësi hapet me shënimet, minutat dhe përgjigjet për ju, e bërë për telefonin në sallë.
session-agenda = Axhenda
session-agenda-hint = Një rresht për çdo pikë, si p.sh. “09:00 Mirëseardhja”. Është pjesë e dëshmive.
session-for-the-funder = Për raportet: orët, vendet dhe kodet
session-hours = Orë mësimi
session-hours-hint = Si p.sh. 3 ose 2,5. Bosh do të thotë: koha nga fillimi deri në fund.
session-hours-number = { $hours } orë
session-seats = Vende
session-seats-hint = Sa veta mund të vijnë. Bosh do të thotë: të gjithë të regjistruarit.
session-work_package = Paketa e punës
session-work_package-hint = Si në projektin tuaj, p.sh. WP3.
session-deliverable = Rezultati i dorëzueshëm
session-deliverable-hint = Si në projektin tuaj, p.sh. D3.2.
session-change = Ndryshoni planin
session-change-do = Ruajeni planin
session-changed = Plani u ndryshua. Kalendarët e tregojnë kur hapin skedarin e ri.
session-change-held = Ky sesion është mbajtur: dita dhe trajnerët mbeten siç ishin.
session-cancel = Anuloni këtë sesion
session-cancel-lead = Mbetet në listë me arsyen tuaj. Mund ta planifikoni sërish.
session-cancel-reason = Arsyeja
session-cancel-reason-hint = Si p.sh. “Trajnerja është e sëmurë”. E shohin të gjithë në grup.
session-cancelled = Sesioni u anulua.
session-cancelled-word = i anuluar
session-cancelled-because = i anuluar: { $reason }
session-not-held = Ky sesion nuk u mbajt
session-not-held-lead = Regjistri u mbajt gabimisht. Çfarë thotë për secilin tërhiqet, me arsyen tuaj; askush nuk u trajnua aty dhe asnjë numërim nuk e ruan. Sesioni është sërish i planifikuar: pastaj zhvendoseni ose anulojeni.
session-not-held-do = Tërhiqeni regjistrin
session-not-held-reason-hint = Si p.sh. “Shënova grupin e gabuar”. Mbetet te korrigjimet.
session-not-held-done = Regjistri u tërhoq. Sesioni është sërish i planifikuar.
problem-session_not_held = Ky sesion nuk llogaritet si i mbajtur, prandaj nuk ka çfarë të tërhiqet.
problem-not_held_reason_missing = Shkruani pse: korrigjimet e ruajnë arsyen.
session-plan-again = Planifikojeni sërish
session-calendar = Shtojeni në kalendarin tim
session-here = { $here } nga { $of } ishin të pranishëm
session-not-recorded = Shënoni të pranishmit
session-correct-register = Korrigjoni regjistrin
problem-time = Shkruani orën si 9:30.
problem-times_half = Jepni fillimin dhe fundin, ose asnjërin.
problem-times_reversed = Sesioni mbaron pasi fillon. Kontrolloni të dyja orët.
problem-link_missing = Jepni lidhjen e sallës në internet.
problem-link = Një lidhje fillon me https:// dhe nuk ka hapësira.
problem-hours = Shkruani orët si 3 ose 2,5, më së shumti { $most }.
problem-session_twice = Ky sesion është planifikuar tashmë, në këtë ditë dhe në këtë vend.
problem-session_overlaps = Grupi ka një sesion tjetër në këtë kohë.
problem-session_trainer_busy = { $name } mban një sesion tjetër në këtë kohë.
problem-session_cancelled = Ky sesion u anulua.
problem-session_held = Ky sesion është mbajtur. Kjo mbetet siç ishte.
problem-session_held_cancel = Ky sesion llogaritet si i mbajtur. Nëse nuk u mbajt, tërhiqni më parë regjistrin e tij.
problem-cancel_reason_missing = Shkruani pse: lista e ruan arsyen.
problem-recorded_meanwhile = Dikush tjetër ndërkohë shënoi diçka për: { $names }. Lista më poshtë e tregon: kontrollojeni dhe ruajeni sërish.
problem-session_changed_meanwhile = Dikush tjetër ndërkohë e ndryshoi këtë plan. Ruajeni sërish për ta zëvendësuar me tuajin.
problem-correction_reason_missing = Më parë ishte shënuar ndryshe. Shkruani pse e korrigjoni.
register-source = Si e dini
register-reason = Arsyeja e korrigjimit
register-reason-hint = Nevojitet vetëm nëse ndryshoni diçka të shënuar më parë. Si p.sh. “U ngatërruan dy emra”.
source-trainer_list = lista e trajnerit
source-self_check_in = u shënua vetë
source-online = u pa në sallën në internet
source-paper = regjistër i nënshkruar në letër

check-in-room = Kodi i pranisë
check-in-room-what = Tregojeni këtë faqe në sallë. Secili skanon ose shkruan një kod që ndryshon çdo minutë.
check-in-start = Tregoni kodin
check-in-qr = Kod për t'u skanuar me telefon
check-in-or-type = Ose hyni në llogari, hapni faqen tuaj, zgjidhni “Jam këtu” dhe shkruani:
check-in-changes = Ndryshon pas { $seconds ->
    [one] { $seconds } sekonde
   *[other] { $seconds } sekondash
}. Kodi i mëparshëm vlen edhe një minutë.
check-in-count = { $here } nga { $of } janë shënuar të pranishëm.
check-in-early = Shënimi i pranisë hapet më { $day } në orën { $time }.
check-in-open = Shënimi i pranisë është i hapur deri në orën { $time }.
check-in-late = Shënimi i pranisë është mbyllur. Trajneri juaj mund t'i shënojë ende të pranishmit.
check-in-title = Shënoni praninë
check-in-code = Kodi
check-in-code-hint = Gjashtë shifra. Janë në ekranin e sallës.
check-in-do = Jam këtu
check-in-done = Jeni shënuar i pranishëm.
check-in-home = Te faqja ime
problem-check_in_early = Shënimi i pranisë ende nuk është hapur.
problem-check_in_late = Shënimi i pranisë është mbyllur. Kërkojini trajnerit të shënojë se ishit aty.
problem-check_in_code = Ky kod nuk tregohet tani. Shkruani atë që është në ekranin e sallës.
problem-check_in_recorded_absent = Trajneri juaj shënoi se nuk ishit aty. Kërkojini ta korrigjojë.

adaptations-title = Çfarë përshtatët për kontekstin tuaj
adaptations-what = Shembuj të tjerë, renditje tjetër, një rast vendor. Programi mëson prej tyre, dhe ato janë pjesë e dëshmive.
adaptation-of = Për çfarë bëhet fjalë
adaptation-whole = I gjithë sesioni
adaptation-body = Çfarë ndryshuat dhe pse
adaptation-note = Ruajeni shënimin
adaptation-noted = Shënimi u ruajt.
adaptation-take-back = Tërhiqeni
adaptation-take-back-of = Tërhiqni shënimin për: { $of }
adaptation-taken-back = Shënimi u tërhoq.
problem-adaptation_missing = Shkruani çfarë ndryshuat.

corrections-title = Korrigjimet e regjistrit
correction-present = { $by } shënoi se { $name } ishte i pranishëm ({ $source }).
correction-absent = { $by } shënoi se { $name } nuk ishte i pranishëm ({ $source }).
correction-taken-back = { $by } tërhoqi çfarë ishte shënuar për { $name }: sesioni nuk u mbajt.

hand-over-title = Dorëzojani një kolegu
hand-over-what = Kolegu juaj e trajnon këtë grup që tani, me çdo sesion që ende nuk është mbajtur. Çfarë është mbajtur, mbetet e atij që e mbajti.
hand-over-from = Në vend të
hand-over-to = Që tani
hand-over-do = Dorëzoni
cohort-handed-over = Grupi u dorëzua, me { $count ->
    [0] asnjë sesion të ardhshëm.
    [one] { $count } sesion të ardhshëm.
   *[other] { $count } sesione të ardhshme.
}

register-paper = Printoni regjistrin
paper-title = Regjistri i pranisë
paper-time = Ora
paper-number = Nr.
paper-signature = Nënshkrimi
paper-date = Data
paper-declaration = Me nënshkrimin tim vërtetoj se isha i pranishëm. Lista ruhet aq sa ruhen dokumentet e programit.
paper-guests = Të ftuar që nuk janë në listë
paper-code = Kodi

adaptations-of-institution = Çfarë u përshtat
adaptations-none = Ende asnjë përshtatje
adaptations-none-what = Trajnerët shënojnë te faqja e sesionit çfarë ndryshuan për kontekstin vendor. Shënimet e tyre do të jenë këtu.
adaptations-newest = { $count } shënimet më të reja. Paketat kanë ato të sesioneve të tyre.
tell-by-letter = Njoftojeni grupin me mesazh
tell-by-letter-mail = Kushdo që nuk është tërhequr dhe kushdo që e drejton merr një mesazh me skedarin e kalendarit.
tell-by-letter-no-mail = Mesazhet presin në listën e mesazheve, secili me skedarin e tij të kalendarit, derisa t’i kopjoni në programin tuaj të postës.
