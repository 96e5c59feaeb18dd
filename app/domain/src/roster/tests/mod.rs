//! The promises of the enrolment screen.

mod any_text;
mod checking;
mod reading;

use uuid::Uuid;

use super::*;
use crate::ids::PersonId;
use crate::names::match_key;

fn rows(text: &str) -> Vec<Row> {
    parse(text).expect("a list of ordinary size").rows
}

fn known(id: u128, name: &str, emails: &[&str], in_cohort: bool) -> KnownPerson {
    KnownPerson {
        id: PersonId(Uuid::from_u128(id)),
        name: name.into(),
        name_key: match_key(name),
        emails: emails.iter().map(|email| (*email).into()).collect(),
        at_institution: true,
        in_cohort,
    }
}

fn person(id: u128) -> PersonId {
    PersonId(Uuid::from_u128(id))
}

fn checked(text: &str, people: &[KnownPerson]) -> Vec<CheckedRow> {
    check(
        rows(text),
        &Against {
            known: people,
            domains: &[],
        },
    )
}

fn verdicts(rows: &[CheckedRow]) -> Vec<Verdict> {
    rows.iter().map(|checked| checked.verdict.clone()).collect()
}

const MESSY: &str = "\
1. Arta Hoxha <arta.hoxha@uni.example>
2. Begić, Emir <emir.begic@uni.example>;
3) \"Šehić, Lejla\" <Lejla.Sehic@UNI.example>
• Drita Çela, drita.cela@uni.example
- ben.kola@uni.example Ben Kola
Elira\u{a0}Gjoka\telira.gjoka@uni.example
Ђорђе Петровић | djordje@uni.example
Mirela Duka;mirela.duka@uni.example;
“Hana Zukić” mailto:hana.zukic@uni.example
Ilir Leka [ilir.leka@uni.example]
Jeta Marku - jeta.marku@uni.example
Krenar Noli <mailto:krenar.noli@uni.example>
To: Luljeta Prifti <luljeta.prifti@uni.example>
'Mimoza Rama' <mimoza.rama@uni.example>,
Name: Nora Shala E-mail: nora.shala@uni.example
Orhan Tahirović\t\t044 123 456\torhan.t@uni.example
peri.uka@uni.example <peri.uka@uni.example> Peri Uka
Qerim Vata,qerim.vata@uni.example,teacher
Rina\tXhafa\trina.xhafa@uni.example
Sara Ymeri, sara.ymeri@uni,example
Teuta Zeqiri teuta.zeqiri @ uni.example
Una Alić una.alic＠uni.example
Vesa Bala <vesa.bala@uni.example>
Zana Dervishi
Xhevahir Elezi <xhevahir.elezi@uni>
";

/// What the programme knows after the ready rows went in.
fn after_enrolment(rows: &[CheckedRow], mut people: Vec<KnownPerson>) -> Vec<KnownPerson> {
    for (at, checked) in rows.iter().enumerate() {
        let email = checked
            .row
            .email
            .as_ref()
            .map(Email::key)
            .unwrap_or_default();
        match &checked.verdict {
            Verdict::New => people.push(known(
                1_000 + at as u128,
                &checked.row.name,
                &[&email],
                true,
            )),
            Verdict::Known(id) => {
                if let Some(person) = people.iter_mut().find(|person| person.id == *id) {
                    person.in_cohort = true;
                    person.emails.push(email);
                }
            }
            _ => {}
        }
    }
    people
}
