# Enrolling a list: paste, check, session, confirm; the permanent result.
enrol-title = Enrol colleagues in { $cohort }
enrol-step-paste = Paste or drop
enrol-step-check = Check
enrol-step-session = Session and target
enrol-step-confirm = Confirm
enrol-other-draft = { $name } is preparing a list for this cohort too (last changed { $when }). Whoever you both have in your lists is enrolled once.

enrol-roster = Names and addresses
enrol-roster-hint = In any order: the “To:” line of a mail, rows from Excel, one colleague on each line.
enrol-example = For example:
enrol-file = Or a file
enrol-file-hint = Excel, CSV or plain text, up to 5 MB.
enrol-check-list = Check the list
enrol-check-instead = Check this list instead
enrol-replaces = This replaces the rows below. Whoever is enrolled stays enrolled.
enrol-rows-read = { $count ->
    [one] { $count } row was read. It waits here as your draft until you confirm.
   *[other] { $count } rows were read. They wait here as your draft until you confirm.
}
enrol-paste-other = Paste another list
enrol-start-again = Start again

problem-list_empty = Paste at least one name with an address, or choose a file.
problem-too_many_rows = The list has more than 10,000 rows. Enrol it in two parts.
problem-too_much_text = This is more than 6 MB of text. Enrol it in parts.
problem-file_too_large = The file is larger than 5 MB. Save only the list itself, as XLSX or CSV.
problem-file_unpacks_too_large = The file unpacks to far more than a list. Copy the rows and paste them.
problem-file_password_protected = The file is protected by a password. Save it without one, or paste the rows.
problem-file_is_pdf = This is a PDF. Open it, copy the rows, and paste them.
problem-file_is_document = This is a text document. Open it, copy the rows, and paste them.
problem-file_is_image = This is a picture. Type the rows, or ask for the list as a file.
problem-file_is_web_page = This is a web page under another name. Open it, copy the rows, and paste them.
problem-file_is_other_spreadsheet = This kind of spreadsheet is not read. Save it as XLSX.
problem-file_is_archive = This is an archive. Unpack it first.
problem-file_is_unknown = This is not a list of names. Use Excel, CSV or plain text, or paste the rows.
problem-file_damaged = The file is damaged. Open it and save it again, or paste the rows.
problem-file_empty = The file is empty.

totals-ready = { $count } ready
totals-already = { $count } already enrolled
totals-to-fix = { $count } to fix
totals-to-decide = { $count } to decide
totals-skipped = { $count } left out
enrol-check-again = Check again
enrol-only-problems = Only problems ({ $count })
enrol-all-rows = All rows
enrol-table-caption = What will happen to each row. Correct names and addresses here; every button keeps what you typed.
enrol-verdict = What will happen
enrol-decision = Your decision
enrol-name-of-row = Name in row { $number }
enrol-address-of-row = E-mail in row { $number }
enrol-decision-of-row = Decision about row { $number }
enrol-pasted = Pasted:
enrol-suggestion = Did you mean another address?
enrol-take-suggestion = Use { $address }
enrol-choose = Please choose
enrol-take-in = Enrol
enrol-leave-out = Leave out
enrol-same-as = The same person: { $who }
enrol-different = Somebody else

verdict-new = New
verdict-known = Known here, new in this cohort
verdict-already = Already here
verdict-same = Same person?
verdict-fix = Fix needed
verdict-skipped = Left out

reason-same-name = Row { $row } has the same name with another address.
reason-on-record = Known here as { $name }. That name stays.
reason-no_address = There is no address in this row.
reason-address_no_sign = The address has no @.
reason-address_several_signs = The address has more than one @.
reason-address_bad_local_part = The part before the @ has a character that e-mail does not carry.
reason-address_bad_domain = The part after the @ is not complete.
reason-address_too_long = The address is too long to be real.
reason-no_name = There is no name in this row.
reason-name_too_long = The name is longer than 300 characters.
reason-control_characters = The name was damaged when it was copied. Type it again.
reason-lost_characters = Letters of the name were lost in an earlier copy. Type it again.
reason-no_letters = The name has no letters.
reason-cell_too_long = This is far too long for a name or an address.
reason-duplicate_in_list = Row { $row } has the same address or the same person.
reason-domain_not_allowed = This cohort does not take addresses of this domain.

fix-invisible_characters = Invisible characters were taken out.
fix-full_width_characters = Wide characters were made ordinary ones.
fix-spelled_out_sign = A spelled-out “at” became @.
fix-trailing_punctuation = Punctuation after the address was taken off.
fix-spaces_in_address = Spaces in the address were taken out.
fix-doubled_character = A doubled character in the address became one.
fix-comma_in_address = A comma in the address became a full stop.
fix-formula_prefix = A sign before the name was taken off.
fix-name_from_address = The name was guessed from the address.
fix-further_address = A second address in the row was left out.
fix-unknown_category = The staff category is not known and stays open.

enrol-session-what = Plan the first session now, or leave this empty and plan it later on the cohort's page.
enrol-session-self-paced = This cohort learns at its own pace. A first meeting is optional.
enrol-no-date-yet = No date yet? Leave day and place empty.

meter-figures = { $before } → { $after } enrolled, for { $range }
meter-sentence = This list takes you from { $before } to { $after } colleagues enrolled; the target is { $range } who finish
meter-reached = enough for the target, if all finish
meter-above = more than the target needs

confirm-nothing = Nobody is ready to be enrolled yet.
confirm-enrol = { $count ->
    [one] { $count } colleague will be enrolled in “{ $cohort }” at { $institution }.
   *[other] { $count } colleagues will be enrolled in “{ $cohort }” at { $institution }.
}
confirm-session = A session will be planned on { $day }, { $place }.
confirm-already = { $count ->
    [one] { $count } row is already enrolled; nothing changes for it.
   *[other] { $count } rows are already enrolled; nothing changes for them.
}
confirm-rest = { $count ->
    [one] { $count } row stays here as a draft.
   *[other] { $count } rows stay here as a draft.
}
confirm-button-mail = { $count ->
    [one] Enrol { $count } colleague and send the invitation
   *[other] Enrol { $count } colleagues and send their invitations
}
confirm-button-later = { $count ->
    [one] Enrol { $count } colleague, invite later
   *[other] Enrol { $count } colleagues, invite later
}
confirm-button-slips = { $count ->
    [one] Enrol { $count } colleague and print a slip
   *[other] Enrol { $count } colleagues and print slips
}
confirm-no-mail = This site sends no mail. Give your colleagues printed slips with codes.
problem-nothing_ready = Nobody in this list is ready to be enrolled.
problem-changed_meanwhile = Nothing is enrolled yet, because the list or the cohort changed meanwhile: { $ready ->
    [one] now { $ready } row is ready. Read the sentence again and confirm.
   *[other] now { $ready } rows are ready. Read the sentence again and confirm.
}
problem-delivery_no_mail = This site sends no mail. Print slips, or invite later.

enrolled-mail = { $count ->
    [one] { $count } colleague is enrolled. The invitation is on its way.
   *[other] { $count } colleagues are enrolled. Their invitations are on their way.
}
enrolled-later = { $count ->
    [one] { $count } colleague is enrolled. The invitation waits on the cohort's page.
   *[other] { $count } colleagues are enrolled. Their invitations wait on the cohort's page.
}
enrolled-slips = { $count ->
    [one] { $count } colleague is enrolled. Print the slip now.
   *[other] { $count } colleagues are enrolled. Print their slips now.
}

result-title = What became of the list
result-made = { $name } enrolled this list on { $day } at { $time }.
result-undone = { $name } undid it on { $day } at { $time }.
result-to-cohort = Go to the cohort
result-rest = Go on with the rest
result-caption = Every row of the list and what became of it. This page stays.
result-row = Row
result-outcome = Outcome
result-count-enrolled = { $count } enrolled
result-count-already = { $count } already here
result-count-to-fix = { $count } to fix
result-count-to-decide = { $count } to decide
result-count-left-out = { $count } left out
outcome-enrolled = Enrolled
outcome-already = Already here
outcome-to-fix = Kept in the draft, to be fixed
outcome-to-decide = Kept in the draft, to be decided
outcome-left-out = Left out

undo-title = Undo
undo-what = Until { $day }, { $time }, and while nobody has started, you can take this enrolment back. The invitations stop working; a session planned with it stays; this page stays.
undo-do = Undo this enrolment
undo-done = The enrolment is undone. Its invitations open nothing now.
problem-undo_too_late = This can be undone for 24 hours only. You can still withdraw colleagues one by one.
problem-undo_started = Somebody has started or was withdrawn since, so this cannot be undone as a whole. You can still withdraw colleagues one by one.
