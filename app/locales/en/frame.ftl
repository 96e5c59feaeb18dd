product-name = Kaskada
skip-to-content = Skip to the content
main-menu = Main menu
language-menu = Language
sign-in = Sign in
place-courses = Courses
place-cohorts = Cohorts
place-institution = Institution
place-programme = Programme
go-home = Go to the start page
failure-go-back = Go back to the page you came from
footer-purpose = Kaskada follows a training cascade from its first trainers to the last colleague.
footer-licence = Course texts: CC BY 4.0. Software: EUPL 1.2.

form-needs-mending = This was not saved yet. Please mend:
sign-in-kept = You were signed out before this could be saved. What you typed is kept for you: sign in again, and it is back in its place.
kept-back = You were signed out before this could be saved. What you typed is back in its place: save it now.

failure-not-found-title = There is nothing here
failure-not-found-what = The address may be mistyped, or the page belongs to somebody else.
failure-stale-title = Somebody else changed this meanwhile
failure-stale-what = Nothing of yours was written over theirs. Go back, reload the page, and make your change again.
failure-bad-request-title = That form could not be read
failure-bad-request-what = Nothing was changed. Go back, reload the page and try again.
failure-method-title = This address takes forms only
failure-method-what = Nothing was changed. Open the page with the form and send it from there.
failure-too-large-title = That is too much at once
failure-too-large-what = Nothing was changed. Go back: what you typed is still there. Send less at a time; a file may have 5 MB.
failure-foreign-title = That form came from another site
failure-foreign-what = Nothing was changed. Open the page on this site and send the form from there.
failure-wait-title = Too many tries
failure-wait-what = { $seconds ->
    [one] Wait one second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
}
failure-broken-title = Something went wrong on our side
failure-broken-what = Nothing was half-saved. Try again in a minute; if it happens again, tell the people who run this site.

date-in-words = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
ago-today = today { $time }
ago-yesterday = yesterday
ago-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
