//! The archive of a space: everything is in it, nothing that is private is, closed items lie by themselves, and it proves itself.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use samskab_meetings::acts::{PLAN, PROMISE};
use samskab_meetings::{Kind, Plan, acts, agenda};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::clock::hex;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::{Act, Page, Visitor, args, person, view};
use samskab_records::{Access, Index, check};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tower::ServiceExt;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::house::{House, form};
use crate::thread::MANDATE;

macro_rules! sql {
    ($($name:ident = $sql:literal;)*) => { $(const $name: Statement = Statement { name: "test", sql: $sql, postgres: None };)* };
}

sql! {
    NEEDS = "INSERT INTO meeting_need (registration_id, meeting_id, person_id, text) SELECT r.id, r.meeting_id, r.person_id, 'KUN-GLUTENFRI' FROM meeting_registration r
        WHERE NOT EXISTS (SELECT 1 FROM meeting_need n WHERE n.registration_id = r.id)";
    CONTACT = "UPDATE person SET phone = '+4570123456', address = 'Hemmeligvej 9'";
    CALL = "UPDATE seat_call SET contact = 'RING-TIL-LINE'";
    WHY = "UPDATE interest SET why = 'MIN-EGEN-GRUND'";
    EMAILS = "SELECT email FROM person WHERE email IS NOT NULL UNION SELECT email FROM invitation";
    MEETINGS = "SELECT COUNT(*) FROM meeting m JOIN space s ON s.id = m.space_id WHERE s.slug = $1";
    MINUTES = "SELECT COUNT(*) FROM meeting m JOIN space s ON s.id = m.space_id WHERE s.slug = $1 AND m.minutes_state <> 'draft'";
    SUBMISSIONS = "SELECT COUNT(*) FROM submission m JOIN space s ON s.id = m.space_id WHERE s.slug = $1";
    DIALOGUES = "SELECT COUNT(*) FROM dialogue m JOIN space s ON s.id = m.space_id WHERE s.slug = $1 AND m.status <> 'draft'";
    CALLS = "SELECT COUNT(*) FROM seat_call m JOIN space s ON s.id = m.space_id WHERE s.slug = $1 AND m.opened_at IS NOT NULL";
    LOTS = "SELECT COUNT(*) FROM lot_draw m JOIN space s ON s.id = m.space_id WHERE s.slug = $1";
    FILES = "SELECT COUNT(*) FROM file_version v JOIN file m ON m.id = v.file_id JOIN space s ON s.id = m.space_id WHERE s.slug = $1";
    SEALS = "SELECT payload FROM journal WHERE verb = 'records.seal' ORDER BY at DESC, seq DESC";
    TAKEN = "SELECT COUNT(*) FROM journal WHERE verb = 'space.archive'";
}

/// An archive as it was sent.
struct Archive {
    bytes: Vec<u8>,
    index: Index,
    files: BTreeMap<String, Vec<u8>>,
    folder: TempDir,
}

impl Archive {
    async fn take(house: &House, slug: &str, cookie: &str) -> Self {
        let request = Request::post(format!("/forloeb/{slug}/arkiv/hent")).header("host", "samskab.example").header("cookie", cookie);
        let request = request.header("sec-fetch-site", "same-origin").header("accept-encoding", "gzip").body(Body::empty()).unwrap();
        let answer = house.router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert!(!answer.headers().contains_key("content-encoding"), "what is compressed is not compressed again");
        Self::read(answer.into_body().collect().await.expect("it comes to its end").to_bytes().to_vec())
    }

    fn read(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut files = BTreeMap::new();
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).unwrap();
            let mut content = vec![];
            file.read_to_end(&mut content).unwrap();
            files.insert(file.name().unwrap().into_owned(), content);
        }
        let index = serde_json::from_slice(&files["indeks.json"]).unwrap();
        Self { bytes, index, files, folder: tempfile::tempdir().unwrap() }
    }

    /// The same files, written anew.
    fn changed(&self, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
        let mut files = self.files.clone();
        change(&mut files);
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for (name, content) in files {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn checked(&self, bytes: &[u8]) -> Result<samskab_records::Report, String> {
        let path: PathBuf = self.folder.path().join("arkiv.zip");
        std::fs::write(&path, bytes).unwrap();
        check(&path)
    }

    fn of_kind(&self, kind: &str, media_type: &str) -> usize {
        self.of_part(false, kind, media_type)
    }

    /// How many there are of the committee itself, or of its working groups.
    fn of_part(&self, groups: bool, kind: &str, media_type: &str) -> usize {
        let here = |path: &str| path.starts_with("arbejdsgrupper/") == groups;
        self.index.documents.iter().filter(|d| here(&d.path) && d.kind == kind && (media_type.is_empty() || d.media_type == media_type)).count()
    }

    /// The names of files that hold a text, of those that are text.
    fn holding(&self, text: &str) -> Vec<&str> {
        let holds = |content: &[u8]| String::from_utf8_lossy(content).contains(text);
        self.files.iter().filter(|(_, content)| holds(content)).map(|(name, _)| name.as_str()).collect()
    }
}

async fn run(house: &House, statement: &Statement) {
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(statement, args![]).await.unwrap();
    sql.commit().await.unwrap();
}

async fn persona(house: &House, name: &str) -> Person {
    let all = person::personas(&mut house.app.db.read().await.unwrap()).await.unwrap();
    all.into_iter().find(|p| p.persona.as_deref() == Some(name)).unwrap()
}

/// What all tools give to be kept, with every word of it: what is on paper is made of this and nothing else.
async fn said(house: &House, slug: &str, who: &Person) -> String {
    let visitor = Visitor::of(who.clone());
    let view = view::find_visible(&house.app, &visitor, slug).await.unwrap();
    let page = Page::of_space(&house.app, &visitor, &view, "records-title");
    let mut sql = house.app.db.read().await.unwrap();
    let mut all = String::new();
    for tool in &view.tools {
        all.push_str(&format!("{:?}", (tool.records)(&mut sql, &view, &page).await.unwrap()));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_of_the_demonstrations_committee_is_in_its_archive_and_nothing_that_is_private() {
    for house in House::demonstrations().await {
        for secret in [&NEEDS, &CONTACT, &CALL, &WHY] {
            run(&house, secret).await;
        }
        let secretary = persona(&house, "secretary").await;
        let cookie = house.cookie(&secretary).await;
        let page = house.get("/forloeb/ungepolitik/arkiv", &cookie).await;
        assert!(page.status == StatusCode::OK && page.text.contains("Arkivet er ikke hentet endnu"), "{}", page.text);
        let archive = Archive::take(&house, "ungepolitik", &cookie).await;
        let report = archive.checked(&archive.bytes).unwrap();
        assert_eq!((report.files, report.space.as_str()), (archive.index.documents.len(), "Ungepolitik"));

        // One document for each thing of the committee.
        let mut sql = house.app.db.read().await.unwrap();
        for (kind, statement) in [("agenda", &MEETINGS), ("minutes", &MINUTES), ("submission", &SUBMISSIONS), ("dialogue", &DIALOGUES), ("call", &CALLS)] {
            let expected = sql.count(statement, args!["ungepolitik"]).await.unwrap();
            assert_eq!(archive.of_kind(kind, "application/pdf") as i64, expected, "{kind} on {}", house.kind);
            assert_eq!(archive.of_kind(kind, "application/json") as i64, expected, "{kind} as data");
        }
        assert!(archive.of_kind("minutes", "application/pdf") >= 2 && archive.of_kind("dialogue", "application/pdf") >= 1, "the demonstration has some");
        assert_eq!(archive.of_kind("lot", "") as i64, sql.count(&LOTS, args!["ungepolitik"]).await.unwrap());
        assert_eq!(archive.of_kind("file", "") as i64, sql.count(&FILES, args!["ungepolitik"]).await.unwrap());
        for kind in ["frame", "team", "decisions", "seats", "recommendations", "commitments", "closed", "journal", "ideas"] {
            assert!(archive.of_kind(kind, "application/pdf") == 1, "{kind}");
        }
        for kind in ["team", "agenda", "journal"] {
            assert!(archive.of_part(true, kind, "application/pdf") == 1, "the working group's {kind} lies in its own folder");
        }
        for (name, pdf) in archive.files.iter().filter(|(name, _)| name.ends_with(".pdf") && name.contains("dokumenter/")) {
            let text = String::from_utf8_lossy(pdf);
            assert!(text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{name}");
            assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
        }
        for document in &archive.index.documents {
            assert_eq!(hex(&Sha256::digest(&archive.files[&document.path])), document.sha256, "{}", document.path);
            assert!(document.path.starts_with("lukket/") == (document.access == Access::Closed), "{}", document.path);
        }
        // The index for people leads to every document, and runs nothing.
        let html = String::from_utf8_lossy(&archive.files["indeks.html"]).into_owned();
        assert!(!html.contains("<script") && html.contains("lang=\"da\"") && html.contains("href=\"dokumenter/") && html.contains("referat.pdf\""), "{html}");
        assert_eq!(
            html.matches("href=\"").count() - 1,
            archive.files.keys().filter(|n| n.ends_with(".pdf") || n.contains("filer/")).count()
                + archive.files.keys().filter(|n| n.starts_with("lukket/data")).count()
        );

        // A closed item is told of only under lukket/.
        let closed = archive.holding("Henvendelse fra en familie");
        assert!(!closed.is_empty() && closed.iter().all(|name| name.starts_with("lukket/")), "{closed:?}");

        // Nothing of what only the staff sees, and no way to reach anybody.
        let mut forbidden: Vec<String> = ["KUN-GLUTENFRI", "70123456", "Hemmeligvej", "RING-TIL-LINE", "MIN-EGEN-GRUND"].map(str::to_owned).into();
        forbidden.extend(sql.all::<(String,)>(&EMAILS, args![]).await.unwrap().into_iter().map(|e| e.0));
        assert!(forbidden.len() > 20);
        let said = said(&house, "ungepolitik", &secretary).await;
        assert!(said.contains("Åbn hallen fredag aften"));
        for secret in forbidden {
            assert_eq!(archive.holding(&secret), Vec::<&str>::new(), "{secret}");
            assert!(!said.contains(&secret), "{secret}");
        }

        // It is an act, and its seal stands in the journal and on the page.
        let seals: Vec<(String,)> = sql.all(&SEALS, args![]).await.unwrap();
        assert!(seals.len() == 1 && seals[0].0.contains(&report.seal), "{seals:?}");
        let page = house.get("/forloeb/ungepolitik/arkiv", &cookie).await.text;
        assert!(page.contains(&report.seal) && page.contains(&secretary.name), "{page}");
        assert!(house.get("/forloeb/ungepolitik/aktivitet", "").await.text.contains("hentede forløbets arkiv"));
    }
}

/// A committee with a frame, and its second archive: the first stands in its journal.
async fn committee(house: &House) -> (Person, String, Archive) {
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let cookie = house.cookie(&secretary).await;
    house.post(&format!("/forloeb/{slug}/ramme/skriv"), &cookie, &form(MANDATE)).await;
    Archive::take(house, &slug, &cookie).await;
    let archive = Archive::take(house, &slug, &cookie).await;
    (secretary, slug, archive)
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_changed_in_an_archive_is_found() {
    let house = House::sqlite().await;
    let (_, _, archive) = committee(&house).await;
    assert!(archive.checked(&archive.bytes).is_ok() && archive.checked(&archive.changed(|_| {})).is_ok());

    // One bit of any file.
    let starts: Vec<(String, u64, u64)> = {
        let mut zip = ZipArchive::new(Cursor::new(&archive.bytes)).unwrap();
        (0..zip.len()).map(|i| zip.by_index(i).map(|f| (f.name().unwrap().into_owned(), f.data_start().unwrap(), f.compressed_size())).unwrap()).collect()
    };
    assert!(starts.len() > 6);
    for (name, start, size) in starts {
        let mut bytes = archive.bytes.clone();
        bytes[usize::try_from(start + size / 2).unwrap()] ^= 1;
        assert!(archive.checked(&bytes).is_err(), "{name}");
    }

    // A file that is another, one that is missing, one that came to it; an archive that was cut off.
    let frame = archive.index.documents.iter().find(|d| d.kind == "frame").unwrap().path.clone();
    let fault = |bytes: Vec<u8>| archive.checked(&bytes).unwrap_err();
    assert!(fault(archive.changed(|f| f.get_mut(&frame).unwrap().push(b' '))).contains(&frame));
    assert!(fault(archive.changed(|f| drop(f.remove(&frame)))).contains("missing"));
    assert!(fault(archive.changed(|f| drop(f.insert("ny.txt".into(), vec![1])))).contains("ny.txt: is not in the index"));
    assert!(fault(archive.bytes[..archive.bytes.len() / 2].to_vec()).contains("cut off"));
    assert!(fault(b"hej".to_vec()).contains("no archive"));

    // Somebody who also writes the index anew: the chain of the journal does not hold.
    let forged = |change: fn(String) -> String| {
        archive.changed(|files| {
            let text = change(String::from_utf8(files["journal.jsonl"].clone()).unwrap());
            let mut index = archive.index.clone();
            let journal = index.documents.iter_mut().find(|d| d.path == "journal.jsonl").unwrap();
            (journal.bytes, journal.sha256) = (text.len() as u64, hex(&Sha256::digest(&text)));
            files.insert("journal.jsonl".into(), text.into_bytes());
            files.insert("indeks.json".into(), serde_json::to_vec(&index).unwrap());
        })
    };
    assert!(archive.checked(&forged(|text| text)).is_ok());
    assert!(fault(forged(|text| text.replacen("\\\"version\\\":1", "\\\"version\\\":2", 1))).contains("payload is not what was written"));
    assert!(fault(forged(|text| text.replacen("frame.write", "frame.erase", 1))).contains("is not what was written"));
    assert!(fault(forged(|text| text.lines().skip(1).map(|l| format!("{l}\n")).collect())).contains("entry 1: is missing"));
    assert!(fault(forged(|text| text.lines().take(0).collect())).contains("ends at entry 0"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_secretary_takes_the_archive_out_also_when_the_space_is_closed() {
    for house in House::both().await {
        let (secretary, slug, _) = committee(&house).await;
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap().id;
        let (path, hent) = (format!("/forloeb/{slug}/arkiv"), format!("/forloeb/{slug}/arkiv/hent"));
        for (name, role) in [("Mads", Some(Role::Member)), ("Fie", Some(Role::Facilitator)), ("Polly", Some(Role::Council)), ("Ulla", None)] {
            let person = house.person(name).await;
            if let Some(role) = role {
                house.role(space, &person, role).await;
            }
            let cookie = house.cookie(&person).await;
            assert_eq!(house.get(&path, &cookie).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(house.post(&hent, &cookie, "").await.status, StatusCode::FORBIDDEN, "{name}");
        }
        assert!(house.get(&path, "").await.is_refusal() && house.post(&hent, "", "").await.is_refusal());
        assert_eq!(house.app.db.read().await.unwrap().count(&TAKEN, args![]).await.unwrap(), 2, "a refusal takes nothing out");

        let administrator = house.person("Anders").await;
        house.role(space, &administrator, Role::Administrator).await;
        Archive::take(&house, &slug, &house.cookie(&administrator).await).await;

        let cookie = house.cookie(&secretary).await;
        house.post(&format!("/forloeb/{slug}/afslut"), &cookie, "").await;
        assert!(house.get(&format!("/forloeb/{slug}/indstil"), &cookie).await.text.contains("/arkiv\""), "one is led there");
        let archive = Archive::take(&house, &slug, &cookie).await;
        assert!(archive.index.space.closed_at.is_some() && archive.checked(&archive.bytes).is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_item_one_may_not_read_is_left_out_and_the_index_says_so() {
    for house in House::both().await {
        let (secretary, slug, _) = committee(&house).await;
        let (visitor, cookie) = (Visitor::of(secretary.clone()), house.cookie(&secretary).await);
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap().id;
        let mut act = Act::begin(&house.app, &visitor, space, &PLAN).await.unwrap();
        let at = house.app.clock.now() + chrono::Duration::days(3);
        let (title, none) = ("Møde 2: ../../etc/passwd".to_owned(), String::new);
        let plan = Plan {
            kind: Kind::Team,
            title,
            starts_at: at,
            ends_at: at + chrono::Duration::hours(2),
            place: "Salen".into(),
            online: "https://moede.example/hemmeligt".into(),
            bring: none(),
            capacity: None,
        };
        let meeting = acts::plan(&mut act, &[plan]).await.unwrap()[0];
        act.commit().await.unwrap();
        let item = [("title", "Naboens sag"), ("presentation", "Den er **lang**."), ("ground", "private")];
        let made = house.post(&format!("/forloeb/{slug}/moeder/{meeting}/dagsorden"), &cookie, &form(&item)).await;
        assert!(made.status.is_redirection(), "{}", made.text);

        let before = Archive::take(&house, &slug, &cookie).await;
        assert!(before.holding("Naboens sag").is_empty() && before.index.left_out.len() == 1, "{:?}", before.index.left_out);
        assert!(before.index.left_out[0].reason.contains("tavshedspligt"));
        assert!(before.holding("moede.example").is_empty(), "the address one joins from is the team's");
        let names: Vec<&String> = before.files.keys().filter(|n| n.contains("passwd")).collect();
        assert!(
            names.len() == 2 && names.iter().all(|n| n.matches('/').count() == 1 && !n.contains("..-..") || n.contains("Møde 2 – ..-..-etc-passwd")),
            "{names:?}"
        );

        let mut act = Act::begin(&house.app, &visitor, space, &PROMISE).await.unwrap();
        agenda::promise(&mut act, meeting).await.unwrap();
        act.commit().await.unwrap();
        let after = Archive::take(&house, &slug, &cookie).await;
        assert!(after.index.left_out.is_empty());
        let holding = after.holding("Naboens sag");
        assert!(!holding.is_empty() && holding.iter().all(|n| n.starts_with("lukket/")), "{holding:?}");
        assert_eq!(after.checked(&after.bytes).unwrap().closed, 2, "the document and its data");
    }
}
