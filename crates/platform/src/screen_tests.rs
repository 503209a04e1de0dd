//! What is found, and what is left in peace: sentences as people in a municipality write them.

use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// What is found: kind and text.
fn found(text: &str) -> Vec<(Kind, String)> {
    find(text, today(), &Allowed::default()).into_iter().map(|h| (h.kind, text[h.range].to_owned())).collect()
}

use Kind::{Email, PersonalNumber as Cpr, Phone};

/// A sentence and what must be found in it. The personal numbers are made up; 070761-4285 is the CPR office's own example.
const HITS: &[(&str, &[(Kind, &str)])] = &[
    ("Min mor har cpr-nummer 070761-4285 og bor på Bakken.", &[(Cpr, "070761-4285")]),
    ("Hun er 0707614285.", &[(Cpr, "0707614285")]),
    ("070761 4285", &[(Cpr, "070761 4285")]),
    ("Personnummer: 07.07.61-4285.", &[(Cpr, "07.07.61-4285")]),
    ("cpr 07 07 61 4285", &[(Cpr, "07 07 61 4285")]),
    ("Sagen om Jens, 311299–1234, er lukket", &[(Cpr, "311299–1234")]),
    ("(010107-5678)", &[(Cpr, "010107-5678")]),
    ("Født 07071961-4285", &[(Cpr, "07071961-4285")]),
    ("Journalnr. 070761-4285", &[(Cpr, "070761-4285")]),
    ("Erstatningsnummer 670761-4285", &[(Cpr, "670761-4285")]),
    ("Barnet 290224-4567 går i 1.b og barnet 010118-5123 i 2.a", &[(Cpr, "290224-4567"), (Cpr, "010118-5123")]),
    ("Ring til Karen på 20 12 34 56.", &[(Phone, "20 12 34 56")]),
    ("tlf. 20123456", &[(Phone, "20123456")]),
    ("Tlf.: 2012 3456, spørg efter Ib", &[(Phone, "2012 3456")]),
    ("+45 20 12 34 56", &[(Phone, "+45 20 12 34 56")]),
    ("(+45) 20123456", &[(Phone, "+45) 20123456")]),
    ("+4520123456", &[(Phone, "+4520123456")]),
    ("0045 20 12 34 56", &[(Phone, "0045 20 12 34 56")]),
    ("45 20 12 34 56", &[(Phone, "45 20 12 34 56")]),
    ("Mobil 201 23 456", &[(Phone, "201 23 456")]),
    ("Vores telefonnummer er 70 10 20 33", &[(Phone, "70 10 20 33")]),
    ("Skriv sms til 20-12-34-56", &[(Phone, "20-12-34-56")]),
    ("20.12.34.56", &[(Phone, "20.12.34.56")]),
    ("Jeg kan nås på 61718293 efter kl. 16", &[(Phone, "61718293")]),
    ("Karen: 20 12 34 56, Bo: 31 42 53 64", &[(Phone, "20 12 34 56"), (Phone, "31 42 53 64")]),
    ("Sverige: +46 70 123 45 67", &[(Phone, "+46 70 123 45 67")]),
    ("Kl. 19 ringer I 20123456", &[(Phone, "20123456")]),
    ("Skriv til karen@skole.dk, så svarer jeg.", &[(Email, "karen@skole.dk")]),
    ("<Karen.Thorup+udvalg@by.kommune.dk>", &[(Email, "Karen.Thorup+udvalg@by.kommune.dk")]),
    ("karen snabel-a skole dk", &[(Email, "karen snabel-a skole dk")]),
    ("karen snabela skole.dk", &[(Email, "karen snabela skole.dk")]),
    ("Karen Snabel-A skole punktum dk", &[(Email, "Karen Snabel-A skole punktum dk")]),
    ("karen(at)skole.dk", &[(Email, "karen(at)skole.dk")]),
    ("karen [at] skole [dot] dk", &[(Email, "karen [at] skole [dot] dk")]),
    ("karen @ skole.dk", &[(Email, "karen @ skole.dk")]),
    ("jørgen@rødgrød.dk", &[(Email, "jørgen@rødgrød.dk")]),
    ("Skriv til a@b.dk eller ring 20 12 34 56", &[(Email, "a@b.dk"), (Phone, "20 12 34 56")]),
];

/// Sentences in which nothing may be found.
const PEACE: &[&str] = &[
    "",
    "Vi mødes den 22.11.2026 kl. 19.30 i sal 2.",
    "Mødet er 2026-11-22, referatet kom 20261123.",
    "Budgettet for 2025-2026 er på 25.000.000 kr.",
    "Der er afsat 25000000 kr. til hallen.",
    "Kr. 20123456 er mange penge.",
    "Beløb: 20 123 456 kroner",
    "Årene 2019 2020 og 2021 var svære.",
    "Perioden 2022–2025",
    "Journalnr. 20123456",
    "J.nr. 24/012345",
    "Sagsnr.: 20123456",
    "Sagsnummer 2024-0012345",
    "Sag 00.16.02-P20-12-22",
    "KLE 27.18.04",
    "CVR 29189846",
    "CVR-nr.: 29 18 98 46",
    "CVR-nummer 29189846",
    "EAN-nr. 5798005421234",
    "Reg.nr. 1234 kontonr. 0707614285",
    "Konto 0707614285",
    "P-nummer 1003388394",
    "I uge 40 41 42 43 er der lukket.",
    "Side 20 21 22 23",
    "Lige tal: 20 30 40 50",
    "Vi fik 20202020 visninger",
    "Der bor 48123 borgere i kommunen, 12.345 af dem er unge.",
    "Kl. 20.30-22.30 og 10.00-12.00",
    "Lov nr. 1436 af 17/12/2024",
    "§ 83, stk. 1, jf. § 16",
    "Postnummer 8700 Horsens",
    "Hallen er 1.200 m2 og koster 3000-4500 om dagen.",
    "ISBN 978-87-12345-67-8",
    "0190-12-34",
    "320190-1234 er ikke en dag",
    "310290-1234 er heller ikke",
    "010155-5678 er i fremtiden",
    "https://kommune.dk/sag/20123456",
    "version 2.10.33.44.55.66",
    "Følg @karen på Instagram",
    "Hvad hedder tegnet? Snabel-a!",
    "Vi vidste at (at) var et ord",
    "Klokken 10 @ biblioteket",
    "Han sagde at skole.dk var nede",
    "112 og 1813 er til akut hjælp",
    "Vi har 15 medlemmer, 10 borgere og 5 politikere, 7 møder og 30 timer.",
    "Timer i alt: 1234567890123",
    "Stemte: 12 34 56 78 90",
    "Uuid 0196f3a2-2012-3456-8abc-0123456789ab",
];

#[test]
fn sentences_with_something_in_them() {
    for (text, expected) in HITS {
        let expected: Vec<(Kind, String)> = expected.iter().map(|(k, t)| (*k, (*t).to_owned())).collect();
        // A bracket in front of the country code stays outside.
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn sentences_that_are_left_in_peace() {
    for text in PEACE {
        assert_eq!(found(text), vec![], "{text}");
    }
}

#[test]
fn the_check_digit_makes_it_surer_but_its_absence_does_not_clear() {
    assert_eq!(cpr::sum("0707614285") % 11, 0, "the CPR office's example");
    let certainty = |text: &str| find(text, today(), &Allowed::default())[0].certainty;
    assert_eq!(certainty("070761-4285"), Certainty::Sure);
    assert_ne!(cpr::sum("0101651234") % 11, 0);
    assert_eq!(certainty("010165-1234"), Certainty::Likely);
}

#[test]
fn the_seventh_digit_says_the_century() {
    let year = |digits: &str| cpr::birth(digits, NaiveDate::MAX).map(|d| chrono::Datelike::year(&d));
    for (digits, expected) in [
        ("0101000000", 1900),
        ("0101993000", 1999),
        ("0101364000", 2036),
        ("0101374000", 1937),
        ("0101575000", 2057),
        ("0101588000", 1858),
        ("0101998000", 1899),
        ("0101369000", 2036),
        ("0101379000", 1937),
    ] {
        assert_eq!(year(digits), Some(expected), "{digits}");
    }
    assert_eq!(year("2902000000"), None, "1900 was no leap year");
    assert!(year("2902004000").is_some(), "2000 was one");
}

#[test]
fn the_municipality_may_show_its_own_numbers_and_addresses() {
    let allowed = Allowed::of("70 10 20 30\n@by.kommune.dk\nborgmester@andet.dk\n");
    let found = |text: &str| find(text, today(), &allowed).len();
    assert_eq!(found("Ring +45 7010 2030 eller skriv til Post@By.kommune.dk eller borgmester@andet.dk"), 0);
    assert_eq!(found("Ring 70 10 20 31, skriv til post@andet.dk"), 2);
    assert_eq!(Allowed::of("070761-4285").phones.len(), 1);
    assert_eq!(find("070761-4285", today(), &Allowed::of("070761-4285")).len(), 1, "a personal number is never allowed");
}

fn written(digits: &str, way: usize) -> String {
    let d = digits;
    match way {
        0 => d.to_owned(),
        1 => format!("{} {} {} {}", &d[..2], &d[2..4], &d[4..6], &d[6..]),
        2 => format!("+45 {} {}", &d[..4], &d[4..]),
        3 => format!("+45{d}"),
        _ => format!("{}-{}-{}-{}", &d[..2], &d[2..4], &d[4..6], &d[6..]),
    }
}

#[test]
fn what_nobody_may_keep_is_known_alone_and_in_a_text() {
    for text in ["010190-1234", "0101901234", "010190 1234", "Ida, cpr 010190-1234", "Ida 070761-4285"] {
        assert!(holds_personal_number(text, today()), "{text}");
    }
    // No day of birth, a day that is still to come, telephone numbers with and without the country's code.
    for text in ["991299-1234", "3112264123", "20123456", "+45 20 12 34 56", "4520123456", "Vej 1, 1234 By", "Ida"] {
        assert!(!holds_personal_number(text, today()), "{text}");
    }
}

proptest! {
    #[test]
    fn every_personal_number_is_found_however_it_is_parted(days in 0i64..60_000, serial in 0u32..10_000, way in 0usize..4) {
        let born = NaiveDate::from_ymd_opt(1858, 1, 1).unwrap() + chrono::Duration::days(days);
        let digits = format!("{}{serial:04}", born.format("%d%m%y"));
        prop_assume!(cpr::birth(&digits, today()).is_some() && !digits.ends_with("0000"));
        let gap = ["-", " ", "", " - "][way];
        let number = format!("{}{gap}{}", &digits[..6], &digits[6..]);
        let text = format!("Det er {number}, siger hun.");
        prop_assert_eq!(found(&text), vec![(Cpr, number)]);
    }

    #[test]
    fn no_number_with_an_impossible_day_is_a_personal_number(day in 32u32..61, month in 1u32..13, rest in 0u32..1_000_000) {
        let text = format!("{day:02}{month:02}{:02}-{:04}", rest / 10_000, rest % 10_000);
        prop_assert!(found(&text).iter().all(|(kind, _)| *kind != Cpr), "{text}");
    }

    #[test]
    fn every_announced_telephone_number_is_found(number in 20_000_000u32..100_000_000, way in 0usize..5) {
        let shown = written(&number.to_string(), way);
        let text = format!("Ring på tlf. {shown}!");
        prop_assert_eq!(found(&text), vec![(Phone, shown)]);
    }

    #[test]
    fn amounts_and_dates_are_never_telephone_numbers(number in 20_000_000u32..100_000_000, days in 0i64..70_000) {
        let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
        for text in [format!("{number} kr."), format!("kr. {number}"), format!("CVR {number}"), format!("journalnr. {number}"), date.format("%Y%m%d").to_string(), date.format("%d.%m.%Y").to_string(), date.format("%d-%m-%Y").to_string()] {
            prop_assert_eq!(found(&text), vec![], "{}", text);
        }
    }

    #[test]
    fn every_address_is_found(local in "[a-z][a-z0-9._]{0,10}[a-z0-9]", domain in "[a-z][a-z0-9-]{0,8}[a-z0-9]", end in "dk|com|kommune[.]dk") {
        let end = end.replace("[.]", ".");
        let address = format!("{local}@{domain}.{end}");
        prop_assert_eq!(found(&format!("Skriv til {address}.")), vec![(Email, address)]);
    }

    #[test]
    fn any_text_can_be_looked_through_and_hits_are_apart(text in "[0-9 @.+a-zæ()-]{0,60}|.{0,80}") {
        let hits = find(&text, today(), &Allowed::default());
        for pair in hits.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
        for hit in hits {
            prop_assert!(text.is_char_boundary(hit.range.start) && text.is_char_boundary(hit.range.end));
        }
    }
}
