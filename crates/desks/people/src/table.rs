//! A list of people as it comes out of a spreadsheet: its letters, its separator, its columns.

use chrono::NaiveDate;
use samskab_platform::csv_safe;
use samskab_platform::screen::holds_personal_number;

use crate::model;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Name,
    FirstName,
    LastName,
    Email,
    Phone,
    Address,
    Postcode,
    City,
    Title,
    Organisation,
}

impl Field {
    pub(crate) const ALL: [Field; 10] = [
        Field::Name,
        Field::FirstName,
        Field::LastName,
        Field::Email,
        Field::Phone,
        Field::Address,
        Field::Postcode,
        Field::City,
        Field::Title,
        Field::Organisation,
    ];

    /// The name in forms and word keys.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::FirstName => "first-name",
            Field::LastName => "last-name",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Address => "address",
            Field::Postcode => "postcode",
            Field::City => "city",
            Field::Title => "title",
            Field::Organisation => "organisation",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.key() == key)
    }

    /// What columns of this kind are called in lists, in Danish and English, in lower case without signs.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Field::Name => &["navn", "name", "fulde navn", "full name", "person", "deltager", "medlem", "member", "kontaktperson"],
            Field::FirstName => &["fornavn", "fornavne", "first name", "firstname", "given name"],
            Field::LastName => &["efternavn", "last name", "lastname", "surname", "family name"],
            Field::Email => &["email", "e mail", "mail", "e mailadresse", "mailadresse", "emailadresse", "email address", "e mail address"],
            Field::Phone => &["telefon", "tlf", "telefonnummer", "tlf nr", "tlfnr", "mobil", "mobilnummer", "mobiltelefon", "phone", "phone number", "mobile"],
            Field::Address => &["adresse", "vej", "gade", "vejnavn", "address", "street", "gadenavn"],
            Field::Postcode => &["postnr", "postnummer", "post nr", "postcode", "postal code", "zip", "zip code"],
            Field::City => &["by", "bynavn", "postdistrikt", "city", "town"],
            Field::Title => &["titel", "stilling", "funktion", "rolle", "title", "job title", "function", "position"],
            Field::Organisation => &["organisation", "forening", "virksomhed", "institution", "firma", "organization", "association", "company"],
        }
    }

    /// The field a column's heading speaks of.
    fn guess(heading: &str) -> Option<Self> {
        let plain: String = heading.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        Self::ALL.into_iter().find(|f| f.headings().contains(&plain.as_str()))
    }
}

/// A list as it was read: headings, and rows with the number they have in the spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<(u64, Vec<String>)>,
}

/// Why a list cannot be read at all; the word key says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Empty,
    OnlyHeadings,
    TooLong,
    NotText,
}

impl Unreadable {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Unreadable::Empty => "import-empty",
            Unreadable::OnlyHeadings => "import-only-headings",
            Unreadable::TooLong => "import-too-long",
            Unreadable::NotText => "import-no-text",
        }
    }
}

/// The most rows that are read in at once.
pub(crate) const MAX_ROWS: usize = 5_000;

/// The separator that splits the first line into the most parts; Excel's own `sep=;` line is believed.
fn separator(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut parts = rest.splitn(2, '\n');
        let sign = parts.next().and_then(|line| line.trim_end_matches('\r').bytes().next()).filter(|b| b";,\t".contains(b)).unwrap_or(b';');
        return (sign, parts.next().unwrap_or(""));
    }
    let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
    let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
    let best = [b';', b'\t', b','].into_iter().max_by_key(|sign| (count(*sign), *sign == b';')).unwrap_or(b';');
    (best, text)
}

/// Empty lines before the record that begins at this byte: a spreadsheet counts them, the reader leaves them out. Where lines
/// end with both signs, the reader stands between the two.
fn blank_lines(text: &str, byte: u64) -> u64 {
    let at = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let (before, mut rest) = (text.as_bytes().get(..at).unwrap_or(&[]), text.as_bytes().get(at..).unwrap_or(&[]));
    if before.ends_with(b"\r") {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count() as u64
}

/// Reads a list.
pub(crate) fn read(text: &str) -> Result<Sheet, Unreadable> {
    let (sign, text) = separator(text);
    let mut reader = csv::ReaderBuilder::new().delimiter(sign).has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let (mut line, mut headings_at) = (0, 1);
    for record in reader.records() {
        let Ok(record) = record else { return Err(Unreadable::NotText) };
        line += 1 + record.position().map_or(0, |at| blank_lines(text, at.byte()));
        let cells: Vec<String> = record.iter().map(|c| csv_safe::plain(c).trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if sheet.headings.is_empty() {
            (sheet.headings, headings_at) = (cells, line);
        } else if sheet.rows.len() == MAX_ROWS {
            return Err(Unreadable::TooLong);
        } else {
            sheet.rows.push((line, cells));
        }
    }
    // A list without headings: the first line already holds an address.
    if sheet.headings.iter().any(|h| h.contains('@')) {
        sheet.rows.insert(0, (headings_at, std::mem::take(&mut sheet.headings)));
        let width = sheet.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        sheet.headings = (1..=width).map(|n| n.to_string()).collect();
    }
    match (sheet.headings.is_empty(), sheet.rows.is_empty()) {
        (true, _) => Err(Unreadable::Empty),
        (false, true) => Err(Unreadable::OnlyHeadings),
        _ => Ok(sheet),
    }
}

/// Which column holds what: guessed from the headings; where they say nothing, a column of addresses is known by its `@`,
/// and the first other one is taken for the name.
pub(crate) fn guess(sheet: &Sheet) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> = vec![];
    for heading in &sheet.headings {
        let field = Field::guess(heading).filter(|f| !fields.contains(&Some(*f)));
        fields.push(field);
    }
    let has = |fields: &[Option<Field>], f: Field| fields.contains(&Some(f));
    let cell = |i: usize| sheet.rows.iter().map(move |(_, cells)| cells.get(i).map_or("", String::as_str)).find(|c| !c.is_empty()).unwrap_or("");
    for i in 0..fields.len() {
        if fields[i].is_none() && cell(i).contains('@') && !has(&fields, Field::Email) {
            fields[i] = Some(Field::Email);
        } else if fields[i].is_none() && model::phone(cell(i)).is_some() && !has(&fields, Field::Phone) {
            fields[i] = Some(Field::Phone);
        }
    }
    if !has(&fields, Field::Name)
        && !has(&fields, Field::FirstName)
        && let Some(free) = fields.iter().position(Option::is_none)
    {
        fields[free] = Some(Field::Name);
    }
    fields
}

/// A row as the mapping reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) organisation: Option<String>,
}

/// What is wrong with a row: word key of the fault (with `-cure`), and the text it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) word: &'static str,
    pub(crate) text: String,
}

/// Reads one row by the mapping; nobody is born after `today`.
pub(crate) fn entry(cells: &[String], fields: &[Option<Field>], today: NaiveDate) -> Result<Entry, Fault> {
    let fault = |word: &'static str, text: &str| Err(Fault { word, text: text.to_owned() });
    let get = |field: Field| fields.iter().position(|f| *f == Some(field)).and_then(|i| cells.get(i)).map_or("", String::as_str);
    if cells.len() > fields.len() && cells[fields.len()..].iter().any(|c| !c.is_empty()) {
        return fault("import-bad-cells", &cells.len().to_string());
    }
    if cells.iter().any(|c| holds_personal_number(c, today)) {
        return fault("import-bad-personal-number", "");
    }
    let some = |text: String| Some(text).filter(|t| !t.is_empty());
    let whole = [get(Field::Name), get(Field::FirstName), get(Field::LastName)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
    let name = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return fault("import-bad-no-name", "");
    }
    if name.chars().count() > 80 {
        return fault("import-bad-long-name", &name.chars().take(40).collect::<String>());
    }
    let email = get(Field::Email).to_lowercase();
    if !email.is_empty() && !is_address(&email) {
        return fault("import-bad-email", &email);
    }
    let phone = match get(Field::Phone) {
        "" => None,
        text => match model::phone(text) {
            Some(phone) => Some(phone),
            None => return fault("import-bad-phone", text),
        },
    };
    let town = [get(Field::Postcode), get(Field::City)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
    let address = [get(Field::Address).to_owned(), town].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
    if address.chars().count() > 300 {
        return fault("import-bad-long-address", &address.chars().take(40).collect::<String>());
    }
    let short = |text: &str| text.chars().take(120).collect::<String>();
    Ok(Entry {
        name,
        email: some(email),
        phone,
        address: some(address),
        title: some(short(get(Field::Title))),
        organisation: some(get(Field::Organisation).to_owned()),
    })
}

/// Whether a text is an e-mail address: the same rule as for forms.
fn is_address(text: &str) -> bool {
    text.len() <= 254 && samskab_platform::form::is_email(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(text: &str) -> Vec<String> {
        let sheet = read(text).unwrap();
        let fields = guess(&sheet);
        sheet.rows.iter().map(|(_, cells)| entry(cells, &fields, NaiveDate::MAX).map_or_else(|f| f.word.to_owned(), |e| e.name)).collect()
    }

    #[test]
    fn every_separator_and_every_alphabet_of_excel_is_read() {
        let text = "Navn;E-mail\r\nSøren Åby;s@x.example\r\n";
        let utf16 = |big: bool| -> Vec<u8> {
            let mark: &[u8] = if big { &[0xfe, 0xff] } else { &[0xff, 0xfe] };
            mark.iter().copied().chain(text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() })).collect()
        };
        let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), utf16(true), utf16(false), latin1] {
            assert_eq!(names(&samskab_platform::upload::decode(&bytes)), ["Søren Åby"]);
        }
        for text in ["Navn,Mail\n\"Holm, Bodil\",b@x.example", "Navn\tMail\nHolm, Bodil\tb@x.example", "sep=;\nNavn;Mail\nHolm, Bodil;b@x.example"] {
            assert_eq!(names(text), ["Holm, Bodil"], "{text}");
        }
    }

    #[test]
    fn columns_are_known_by_danish_and_english_headings_and_by_what_they_hold() {
        let fields = |text: &str| guess(&read(text).unwrap());
        let (n, f, l, e, p) = (Some(Field::Name), Some(Field::FirstName), Some(Field::LastName), Some(Field::Email), Some(Field::Phone));
        assert_eq!(fields("Fornavn;Efternavn;E-mail;Tlf.;Noter\na;b;c@d.example;20123456;x"), [f, l, e, p, None]);
        assert_eq!(fields("Name,Email address,Phone\na,b@c.example,20123456"), [n, e, p]);
        assert_eq!(fields("Bodil Holm;b@x.example;20 12 34 56"), [n, e, p], "a list without headings");
        assert_eq!(read("Bodil Holm;b@x.example").unwrap().rows.len(), 1);
    }

    #[test]
    fn a_bad_row_says_what_is_wrong_with_it() {
        let word = |row: &str| {
            let sheet = read(&format!("Navn;Mail;Tlf\n{row}")).unwrap();
            entry(&sheet.rows[0].1, &guess(&sheet), NaiveDate::MAX).map_or_else(|f| f.word, |_| "")
        };
        assert_eq!(word("Bodil;b@x.example;20123456"), "");
        assert_eq!(word("Bodil;;"), "");
        assert_eq!(word(";b@x.example;"), "import-bad-no-name");
        assert_eq!(word("Bodil;b-at-x;"), "import-bad-email");
        assert_eq!(word("Bodil;;1234"), "import-bad-phone");
        assert_eq!(word("Bodil;;010190-1234"), "import-bad-personal-number");
        assert_eq!(word("Holm; Bodil;b@x.example;20123456"), "import-bad-cells");
    }

    #[test]
    fn rows_have_the_numbers_they_have_in_the_spreadsheet() {
        let numbers = |text: &str| read(text).unwrap().rows.iter().map(|(line, _)| *line).collect::<Vec<_>>();
        for end in ["\n", "\r\n"] {
            let list = |lines: &[&str]| lines.join(end);
            assert_eq!(numbers(&list(&["Navn;Mail", "Bodil;b@x.example", "Ida;i@x.example", ""])), [2, 3], "{end:?}");
            assert_eq!(numbers(&list(&["Navn;Mail", "Bodil;b@x.example", "", ";", "Ida;i@x.example"])), [2, 5], "{end:?}: empty rows count");
            assert_eq!(numbers(&list(&["sep=;", "Navn;Mail", "Bodil;b@x.example"])), [2], "{end:?}: the line for Excel is no row");
            assert_eq!(numbers(&list(&["Navn;Adresse", "Bodil;\"Havnegade 1", "9999 Prøveby\"", "Ida;x"])), [2, 3], "{end:?}: a cell of two lines is one row");
            assert_eq!(numbers(&list(&["", "Bodil;b@x.example", "Ida;i@x.example"])), [2, 3], "{end:?}: without headings");
        }
    }

    #[test]
    fn a_list_that_cannot_be_read_says_why() {
        assert_eq!(read(""), Err(Unreadable::Empty));
        assert_eq!(read("Navn;Mail\n\n"), Err(Unreadable::OnlyHeadings));
        let long = format!("Navn\n{}", "Bodil\n".repeat(MAX_ROWS + 1));
        assert_eq!(read(&long), Err(Unreadable::TooLong));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "[A-Za-zæøå@;,\t\n\" .0-9]{0,200}") {
            if let Ok(sheet) = read(&text) {
                let fields = guess(&sheet);
                for (_, cells) in &sheet.rows {
                    let _ = entry(cells, &fields, NaiveDate::MAX);
                }
            }
        }
    }
}
