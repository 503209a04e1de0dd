//! The circle: the town takes over when something happens, nobody learns more than their part of it, and afterwards it is gone.

use std::collections::BTreeMap;
use std::path::Path;

use axum::http::{Method, StatusCode};
use chrono::{DateTime, Duration, Utc};
use samskab_network::Offer;
use samskab_platform::access::Role;
use samskab_platform::network::{Kind, Part, Times};
use samskab_platform::person::Person;
use samskab_platform::settings::Text;
use samskab_platform::{args, attempt, sealed, space, statements};
use uuid::Uuid;

use crate::house::{House, form};
use crate::network::{area, told};
use crate::process::{done, free_port, text};
use crate::providers::{Provider, received, smtp, taken};
use crate::sealed::houses;
use crate::strangers::routes;
use crate::told::{reached, sent};
use crate::walks::path_of;

statements! {
    SLOTS = "SELECT t.id, t.starts_at, n.kind, t.person_id FROM circle_slot t JOIN circle_need n ON n.id = t.need_id WHERE t.cancelled_at IS NULL ORDER BY t.starts_at, t.id";
    ASKED = "SELECT person_id, wave FROM circle_ask ORDER BY wave, id";
    HOLD = "INSERT INTO hold (id, space_id, person_id, reason, until, placed_by, placed_at) VALUES ($1, $2, NULL, 'sag', $3, $4, $5)";
    LIFT = "UPDATE hold SET lifted_by = $1, lifted_at = $2";
    OUTBOX = "SELECT subject || ' ' || body || ' ' || content || ' ' || link || ' ' || calendar FROM outbox";
    NOTICES = "SELECT word || ' ' || args || ' ' || link || ' ' || calendar FROM notice";
    JOURNAL = "SELECT verb || ' ' || COALESCE(payload, '') FROM journal";
    TOLD = "SELECT COUNT(*) FROM notice WHERE person_id = $1 AND word = $2";
    OF_CIRCLE = "SELECT (SELECT COUNT(*) FROM circle_ask), (SELECT COUNT(*) FROM circle_slot), (SELECT COUNT(*) FROM circle_need), (SELECT COUNT(*) FROM space_role WHERE space_id = $1)";
}

/// What nobody outside may ever find. Each holds a word that is nowhere else.
const NAME: &str = "Familien Ravnkilde-Lukketsen";
const HAPPENED: &str = "Trafikuheld på Lukketsenvej, begge forældre indlagt";
const ADDRESS: &str = "Lukketsens Stræde 13";
const NOTE: &str = "Dørkode Qvist47, Asger tåler ikke nødder";
const PLANTED: [&str; 5] = ["ukketsen", "Ravnkilde", "Qvist47", "Asger", "Trafikuheld"];

pub fn moment(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub fn every_time() -> Times {
    Times::crossed(|_| true, |p| p != Part::Morning)
}

pub fn can(area: Uuid, kinds: &[Kind], fast: &str) -> Offer {
    Offer {
        organisation: None,
        area: Some(area),
        wide: false,
        can: kinds.to_vec(),
        own_words: String::new(),
        times: every_time(),
        per_month: 0,
        fast: fast.into(),
        certificate_on: None,
        licence: false,
        first_aid: false,
        languages: vec![],
    }
}

/// A form that opens a circle, with what most often is needed.
pub fn opening(area: Uuid) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("name", NAME.to_owned()),
        ("happened", HAPPENED.to_owned()),
        ("address", ADDRESS.to_owned()),
        ("phone", "20 11 22 33".to_owned()),
        ("area", area.to_string()),
        ("basis", "vital".to_owned()),
    ];
    for (key, from, days) in [("fetch", "15:30", "7"), ("dinner", "17:30", "7"), ("night", "20:00", "2"), ("hospital", "18:00", "1")] {
        let field = |part: &str| -> &'static str { Box::leak(format!("{key}-{part}").into_boxed_str()) };
        fields.extend([("preset", key.to_owned()), (field("from"), from.to_owned()), (field("days"), days.to_owned()), (field("people"), "1".to_owned())]);
    }
    fields
}

pub async fn open(house: &House, cookie: &str, area: Uuid) -> (Uuid, String) {
    let fields = opening(area);
    let opened = house.post("/kreds/ny", cookie, &form(&fields.iter().map(|(k, v)| (*k, v.as_str())).collect::<Vec<_>>())).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
    let slug = opened.location.strip_prefix("/forloeb/").unwrap().split('/').next().unwrap().to_owned();
    let id = space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap().id;
    (id, slug)
}

type SlotRow = (Uuid, DateTime<Utc>, String, Option<Uuid>);

async fn slots(house: &House) -> Vec<SlotRow> {
    house.app.db.read().await.unwrap().all(&SLOTS, args![]).await.unwrap()
}

async fn texts(house: &House, statement: &'static samskab_platform::db::Statement) -> Vec<String> {
    house.app.db.read().await.unwrap().all::<(String,)>(statement, args![]).await.unwrap().into_iter().map(|t| t.0).collect()
}

/// The first of these that stands in a text.
fn planted(text: &str) -> Option<&'static str> {
    PLANTED.into_iter().find(|p| text.to_lowercase().contains(&p.to_lowercase()))
}

fn holds(bytes: &[u8], what: &str) -> bool {
    let lower: Vec<u8> = bytes.iter().map(u8::to_ascii_lowercase).collect();
    lower.windows(what.len()).any(|w| w == what.to_lowercase().as_bytes())
}

/// The ids of what a page proposes.
fn proposed(page: &str) -> Vec<String> {
    page.split("name=\"person\"").skip(1).filter_map(|p| p.split("value=\"").nth(1)).map(|v| v.split('"').next().unwrap().to_owned()).collect()
}

/// Asks the first so many that are proposed; who they were.
async fn wave(house: &House, slug: &str, cookie: &str, n: usize) -> Vec<String> {
    let path = format!("/forloeb/{slug}/kreds/spoerg");
    let page = house.get(&format!("{path}?antal={n}"), cookie).await.text;
    let ids = proposed(&page);
    assert_eq!(ids.len(), n, "{page}");
    let n = n.to_string();
    let mut fields = vec![("antal", n.as_str())];
    fields.extend(ids.iter().map(|id| ("person", id.as_str())));
    assert_eq!(house.post(&path, cookie, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    ids
}

/// The links people got, by mail and by text message: to whom and where.
fn links(mails: &Path, gateway: u16) -> BTreeMap<String, String> {
    let path =
        |text: &str| text.split("http://samskab.example").find(|p| p.starts_with("/hjaelp/")).map(|p| p.split_whitespace().next().unwrap_or("").to_owned());
    let to = |head: &str| head.lines().find_map(|l| l.strip_prefix("To: ")).unwrap_or("").to_owned();
    let address = |to: &str| to.rsplit_once('<').map_or(to, |(_, a)| a.trim_end_matches('>')).to_owned();
    let mut all: BTreeMap<String, String> = received(mails).iter().filter_map(|(head, body)| Some((address(&to(head)), path(body)?))).collect();
    for text in taken(gateway).as_array().unwrap() {
        if let Some(path) = path(text["text"].as_str().unwrap()) {
            all.insert(text["to"].as_str().unwrap().to_owned(), path);
        }
    }
    all
}

async fn answer(house: &House, link: &str, what: &str, slot: Uuid) -> crate::house::Answer {
    house.post(&format!("{link}/svar"), "", &form(&[("do", what), ("slot", &slot.to_string())])).await
}

fn gateway_settings(port: u16) -> Text {
    Text {
        url: format!("http://127.0.0.1:{port}/send"),
        header: Some("Authorization".into()),
        token: Some("Bearer token of a test".into()),
        success_field: Some("messages.0.status".into()),
        success_value: Some("queued".into()),
        ..Text::sample()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_accident_the_town_takes_over_and_nobody_learns_more_than_their_part() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let file = std::fs::File::create(&log).unwrap();
    let _ = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false).with_writer(std::sync::Mutex::new(file)).try_init();
    let (smtp_port, text_port) = (free_port(), free_port());
    let key = folder.path().join("master.key");
    sealed::new_file(&key).unwrap();
    let houses = House::both_with(|s| {
        s.sealed.master_key_file = Some(key.clone());
        s.mail = Some(smtp(smtp_port));
        s.text = Some(gateway_settings(text_port));
        s.outgoing.allow = vec![format!("127.0.0.1:{text_port}")];
    })
    .await;
    for house in houses {
        let mails = folder.path().join(format!("mails-{}", house.kind));
        let (_mail, _text) = (Provider::mail(smtp_port, &mails, &[]), Provider::text(text_port, &[]));
        // Before: a town that has told what it can do.
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        for n in 0..30 {
            let person = house.person(&format!("Nabo{n}")).await;
            let fast = if n % 2 == 0 { "text" } else { "mail" };
            reached(&house, &person, "daily", "mail", Some(&format!("200000{n:02}")), None, "da").await;
            let kinds: &[Kind] = match n % 3 {
                0 => &[Kind::Children, Kind::Cook],
                1 => &[Kind::Cook, Kind::Drive],
                _ => &[Kind::Night, Kind::Children],
            };
            told(&house, &person, &can(sandhavn, kinds, fast)).await;
        }
        let (leader, priest) = (house.person("Lone").await, house.person("Poul").await);

        // Monday at 16:40 the telephone rings; at 16:42 the circle is open.
        house.clock.set(moment("2026-03-02T16:40:00+01:00"));
        assert_eq!(house.get("/kreds/ny", &cookie).await.status, StatusCode::OK);
        house.clock.set(moment("2026-03-02T16:42:00+01:00"));
        let (id, slug) = open(&house, &cookie, sandhavn).await;
        let circle = format!("/forloeb/{slug}/kreds");
        let page = house.get(&circle, &cookie).await.text;
        assert!(page.contains(NAME) && page.contains(ADDRESS) && page.contains(HAPPENED), "{page}");
        // Fetching is over for today: four weekdays are left of seven days, seven dinners, two nights, one drive.
        let all = slots(&house).await;
        assert_eq!(all.len(), 14, "{all:?}");
        assert!(page.contains("14 tider mangler en hjælper"), "{page}");

        // The kindergarten and the priest are asked by name; the family knows them.
        for (person, kind) in [(&leader, "children"), (&priest, "night")] {
            let own = house.get(&format!("{circle}/spoerg/selv?q={}", person.name), &cookie).await.text;
            let label = if kind == "children" { "Hente børn" } else { "Sove hos dem" };
            let need =
                own.split("name=\"need\"").skip(1).find(|p| p.contains(label)).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let fields = [("q", person.name.as_str()), ("person", &person.id.to_string()), ("need", &need), ("known", "yes")].map(|(k, v)| (k, v.to_owned()));
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            assert_eq!(house.post(&format!("{circle}/spoerg/selv"), &cookie, &form(&fields)).await.status, StatusCode::SEE_OTHER);
            if kind == "children" {
                let words = [("what", "Hente Asger i Mariehønen"), ("place", "Mariehønen"), ("note", NOTE)];
                assert_eq!(house.post(&format!("{circle}/behov/{need}"), &cookie, &form(&words)).await.status, StatusCode::SEE_OTHER);
            }
        }
        // Twenty-five neighbours are asked in two waves.
        let first = wave(&house, &slug, &cookie, 13).await;
        let page = house.get(&format!("{circle}/spoerg"), &cookie).await.text;
        assert!(first.iter().all(|id| !proposed(&page).contains(id)), "nobody is asked twice for the same");
        assert!(page.contains("Bor i området"), "the reason stands there: {page}");
        wave(&house, &slug, &cookie, 12).await;
        let asked: Vec<(Uuid, i64)> = house.app.db.read().await.unwrap().all(&ASKED, args![]).await.unwrap();
        assert_eq!(asked.len(), 27);
        sent(&house.app).await;
        let links = links(&mails, text_port);
        assert_eq!(links.len(), 27, "{links:?}");
        for (head, body) in received(&mails) {
            assert!(planted(&head).is_none() && planted(&body).is_none(), "{head}\n{body}");
        }
        assert!(planted(&taken(text_port).to_string()).is_none(), "{}", taken(text_port));

        // Before anybody has said yes the page of the link tells when, and what sort of help: nothing else.
        let nursery = links["lone@borger.example"].clone();
        let church = links["poul@borger.example"].clone();
        for link in links.values() {
            let page = house.get(link, "").await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(planted(&page.text).is_none() && !page.text.contains(&slug), "{}", page.text);
        }
        // The kindergarten and the priest see only what they were asked for, and after one click what they need for it.
        let page = house.get(&nursery, "").await.text;
        assert!(page.contains("Være hos børn") && !page.contains("Lave mad") && !page.contains("Sove hos nogen"), "{page}");
        let kind = |kind: &str| all.iter().filter(|s| s.2 == kind).cloned().collect::<Vec<SlotRow>>();
        for slot in kind("children") {
            assert_eq!(answer(&house, &nursery, "take", slot.0).await.status, StatusCode::SEE_OTHER);
        }
        let page = house.get(&nursery, "").await.text;
        assert!(page.contains("Hente Asger i Mariehønen") && page.contains(NOTE) && page.contains(NAME) && page.contains("20 11 22 33"), "{page}");
        assert!(!page.contains("Trafikuheld") && !page.contains("Poul"), "what happened, and who else helps, is not theirs: {page}");
        for slot in kind("night") {
            assert_eq!(answer(&house, &nursery, "take", slot.0).await.status, StatusCode::NOT_FOUND, "what one was not asked for is not there");
            assert_eq!(answer(&house, &church, "take", slot.0).await.status, StatusCode::SEE_OTHER);
        }
        let page = house.get(&church, "").await.text;
        assert!(page.contains("Sove hos dem") && page.contains(ADDRESS) && !page.contains("Asger") && !page.contains("Qvist47"), "{page}");

        // Neighbours take the dinners and the drive; two want the same one, and one gets it.
        let all_links: Vec<String> = links.iter().filter(|(to, _)| !to.starts_with("lone") && !to.starts_with("poul")).map(|(_, l)| l.clone()).collect();
        assert!(links.keys().filter(|to| to.starts_with('+')).count() >= 10, "half of them by text message");
        let mut takers: Vec<(String, Uuid)> = vec![];
        for slot in kind("cook").into_iter().chain(kind("drive")) {
            for link in &all_links {
                let page = house.get(link, "").await.text;
                if takers.iter().filter(|(l, _)| l == link).count() < 2 && page.contains(&slot.0.to_string()) {
                    assert_eq!(answer(&house, link, "take", slot.0).await.status, StatusCode::SEE_OTHER);
                    takers.push((link.clone(), slot.0));
                    break;
                }
            }
        }
        assert_eq!(takers.len(), 8, "every dinner and the drive");
        let (quick, slot) = takers[0].clone();
        let slow = all_links.iter().find(|l| **l != quick && house_knows(&takers, l)).unwrap_or(&all_links[0]);
        let refused = answer(&house, slow, "take", slot).await;
        assert!(refused.location.contains("another-was-quicker") || refused.status == StatusCode::NOT_FOUND, "{refused:?}");
        assert!(slots(&house).await.iter().all(|s| s.3.is_some()), "all fourteen are taken");
        assert!(house.get(&circle, &cookie).await.text.contains("Alle tider er taget"));

        // One falls out; the coordinator hears of it, and another takes over.
        let helper = slots(&house).await.into_iter().find(|s| s.0 == slot).unwrap().3.unwrap();
        assert_eq!(answer(&house, &quick, "drop", slot).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.app.db.read().await.unwrap().count(&TOLD, args![secretary.id, "mail-circle-dropped"]).await.unwrap(), 1);
        let mut replaced = false;
        for link in all_links.iter().filter(|l| **l != quick) {
            if house.get(link, "").await.text.contains(&slot.to_string()) {
                assert_eq!(answer(&house, link, "take", slot).await.status, StatusCode::SEE_OTHER);
                replaced = true;
                break;
            }
        }
        let now = slots(&house).await.into_iter().find(|s| s.0 == slot).unwrap().3;
        assert!(replaced && now.is_some() && now != Some(helper));

        // A curious administrator is refused as if nothing were there, and the attempt is on the record.
        let curious = house.person("Nysgerrig").await;
        let root = house.app.municipality_space().await.unwrap().id;
        for role in [Role::Administrator, Role::Secretary, Role::Council] {
            house.role(root, &curious, role).await;
        }
        let office = house.cookie(&curious).await;
        for path in [circle.clone(), format!("{circle}/folk"), format!("{circle}/laest")] {
            assert_eq!(house.get(&path, &office).await.status, StatusCode::NOT_FOUND);
        }
        for _ in 0..100 {
            if !attempt::of_space(&mut house.app.db.read().await.unwrap(), id).await.unwrap().is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let read = house.get(&format!("{circle}/laest"), &cookie).await.text;
        assert!(read.contains("Sille") && read.contains("Lone"), "everybody who read stands there: {read}");
        let tried = house.get(&format!("/forloeb/{slug}/forsoeg"), &cookie).await.text;
        assert!(tried.contains("Nysgerrig"), "and whoever tried: {tried}");

        // A week later it is over.
        house.clock.set(moment("2026-03-10T12:00:00+01:00"));
        let cookie = house.cookie(&secretary).await;
        let close = async |fields: &[(&str, &str)]| house.post(&format!("{circle}/luk"), &cookie, &form(fields)).await;
        assert_eq!(close(&[("lesson", "Ring tidligt til børnehaven")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(close(&[("lesson", "Ravnkilde var glade"), ("sure", "yes")]).await.text.contains("står i kredsens navn"));
        let mut sql = house.app.db.write().await.unwrap();
        let until = house.app.clock.today() + Duration::days(3);
        sql.run(&HOLD, args![house.app.clock.id(), id, until, secretary.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        let sure = [("lesson", "Ring tidligt til børnehaven"), ("sure", "yes")];
        assert_eq!(close(&sure).await.status, StatusCode::CONFLICT, "a legal hold comes first");
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&LIFT, args![secretary.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        let closed = close(&sure).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
        sent(&house.app).await;
        assert_eq!(house.app.db.read().await.unwrap().count(&TOLD, args![leader.id, "mail-circle-thanks"]).await.unwrap(), 1);
        assert_eq!(house.get(&nursery, "").await.status, StatusCode::NOT_FOUND, "the link opens nothing any more");
        let page = house.get(&circle, &cookie).await.text;
        assert!(page.contains("Kredsen er lukket") && planted(&page).is_none(), "{page}");
        let lessons = house.get("/kreds/erfaringer", &cookie).await.text;
        assert!(lessons.contains("14 af 14 tider") && lessons.contains("Ring tidligt til børnehaven") && planted(&lessons).is_none(), "{lessons}");

        // Then every place is searched for what was planted.
        for statement in [&OUTBOX, &NOTICES, &JOURNAL] {
            let all = texts(&house, statement).await;
            assert!(all.len() > 6, "{}: {}", statement.name, all.len());
            for text in all {
                assert!(planted(&text).is_none(), "{}: {text}", statement.name);
            }
        }
        assert!(texts(&house, &OUTBOX).await.iter().all(|t| !t.contains("/hjaelp/")), "a link that was sent is wiped");
        for (head, body) in received(&mails) {
            assert!(planted(&head).is_none() && planted(&body).is_none(), "{head}\n{body}");
        }
        assert!(planted(&taken(text_port).to_string()).is_none());
        if house.kind == "sqlite" {
            let mut found = 0;
            for file in std::fs::read_dir(&house.settings.data).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_file()) {
                let bytes = std::fs::read(&file).unwrap();
                for phrase in PLANTED {
                    assert!(!holds(&bytes, phrase), "{phrase} in {}", file.display());
                }
                found += usize::from(holds(&bytes, "Nysgerrig"));
            }
            assert!(found > 0, "looking for what is not sealed finds it");
        }
        let mut place = vec!["--data".to_owned(), text(&house.settings.data).to_owned()];
        if let Some(database) = &house.settings.database {
            place.extend(["--database".to_owned(), database.clone()]);
        }
        let backup = folder.path().join(format!("{}.tar.gz", house.kind));
        let mut command = vec!["backup", text(&backup), "--unencrypted"];
        command.extend(place.iter().map(String::as_str));
        done(&command);
        let mut bytes = vec![];
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(std::fs::File::open(&backup).unwrap()), &mut bytes).unwrap();
        assert!(holds(&bytes, "Nysgerrig"));
        for phrase in PLANTED {
            assert!(!holds(&bytes, phrase), "{phrase} in the backup");
        }
        // Who helped whom is forgotten in time.
        house.clock.set(moment("2026-06-20T12:00:00+02:00"));
        for tool in samskab::TOOLS.iter().filter(|t| t.name == "circle") {
            (tool.tick)(&house.app).await.unwrap();
        }
        let left: (i64, i64, i64, i64) = house.app.db.read().await.unwrap().one(&OF_CIRCLE, args![id]).await.unwrap();
        assert_eq!(left, (0, 0, 0, 0));
    }
    let said = std::fs::read(&log).unwrap();
    for phrase in PLANTED {
        assert!(!holds(&said, phrase), "{phrase} in the log");
    }
}

fn house_knows(takers: &[(String, Uuid)], link: &str) -> bool {
    takers.iter().any(|(l, _)| l == link)
}

#[tokio::test]
async fn whoever_is_outside_finds_no_word_no_name_and_no_count_of_a_circle_anywhere() {
    for (house, _) in houses().await {
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let (helper, asked, neighbour, office, owner) = (
            house.person("Hjalte").await,
            house.person("Asta").await,
            house.person("Nabo").await,
            house.person("Nysgerrig").await,
            house.person("Ejner").await,
        );
        for person in [&helper, &asked] {
            told(&house, person, &can(sandhavn, &[Kind::Cook, Kind::Children], "mail")).await;
        }
        let root = house.app.municipality_space().await.unwrap().id;
        for role in [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council, Role::Politician] {
            house.role(root, &office, role).await;
        }
        let walk = async |cookies: &[String]| {
            let mut seen: BTreeMap<String, (StatusCode, String)> = BTreeMap::new();
            for (who, cookie) in cookies.iter().enumerate() {
                for (_, pattern) in
                    routes().into_iter().filter(|(m, p)| m == "GET" && !p.starts_with("/live") && !p.starts_with("/min-side/kreds") && !p.contains("{slug}"))
                {
                    let path = path_of(&pattern, "", &helper.id.to_string());
                    let answer = house.get(&path, cookie).await;
                    assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
                    seen.insert(format!("{who} {path}"), (answer.status, answer.text));
                }
            }
            seen
        };
        // Everybody has signed in before: how many have is counted.
        let cookies = [String::new(), house.cookie(&office).await, house.cookie(&neighbour).await];
        let (helping, waiting, owning) = (house.cookie(&helper).await, house.cookie(&asked).await, house.cookie(&owner).await);
        let before = walk(&cookies).await;
        let (id, slug) = open(&house, &cookie, sandhavn).await;
        house.role(id, &owner, Role::Owner).await;
        wave(&house, &slug, &cookie, 2).await;
        let slot = slots(&house).await.into_iter().find(|s| s.2 == "cook").unwrap().0;
        // Hjalte takes one time, signed in; Asta has not answered.
        let own = house.get("/min-side/kreds", &helping).await.text;
        assert!(planted(&own).is_none(), "{own}");
        let action = own.split("action=\"").find(|p| p.starts_with("/min-side/kreds/")).unwrap().split('"').next().unwrap().to_owned();
        let take = form(&[("do", "take"), ("slot", &slot.to_string())]);
        assert_eq!(house.post(&action, &waiting, &take).await.status, StatusCode::NOT_FOUND, "another's question");
        assert_eq!(house.post(&action, &helping, &take).await.status, StatusCode::SEE_OTHER);
        let title = space::by_id(&mut house.app.db.read().await.unwrap(), id).await.unwrap().title;
        // Invitations lie in the outbox, reminders and warnings too.
        sent(&house.app).await;
        let after = walk(&cookies).await;
        let times = |text: &str| text.split("<time").map(|p| p.split_once("</time>").map_or(p, |(_, rest)| rest)).collect::<String>();
        let mut others = vec![];
        for (path, (status, text)) in &after {
            assert!(planted(text).is_none() && !text.contains(&slug) && !text.contains(&title), "{path} ({})", house.kind);
            let (was, there) = &before[path];
            assert_eq!(status, was, "{path}");
            // No count, no name, no size: the same page as before. What they have read themselves is told to them, and grows by this very walk.
            let (now, then) = (times(text), times(there));
            let differs = now.lines().zip(then.lines()).find(|(a, b)| a != b);
            if (differs.is_some() || now.lines().count() != then.lines().count()) && !path.contains("/min-side/oplysninger") {
                others.push(format!("{path} ({}): {differs:?}", house.kind));
            }
        }
        assert!(others.is_empty(), "{}", others.join("\n"));
        // The helper's own pages tell them of their part; nothing else does.
        let mine = [helping, waiting];
        for (path, (_, text)) in walk(&mine).await {
            // What is stored about them names the circle they help in by its neutral title.
            let told = path.contains("/min-side/oplysninger");
            let found = planted(&text).or_else(|| text.find(&slug).map(|at| &text[at.saturating_sub(200)..at + 20]));
            assert!(found.is_none() && (told || !text.contains(&title)), "{path} ({}): {found:?}", house.kind);
        }
        let own = house.get("/min-side/kreds", &mine[0]).await.text;
        assert!(own.contains(NAME) && own.contains("Lave aftensmad") && !own.contains("Trafikuheld"), "{own}");
        assert!(planted(&house.get("/min-side/kreds", &mine[1]).await.text).is_none());
        // And under the circle's own address there is nothing for any of them.
        for (method, pattern) in routes().into_iter().filter(|(_, p)| p.contains("{slug}/kreds")) {
            let path = path_of(&pattern, &slug, &slot.to_string());
            for cookie in cookies.iter().chain(&mine) {
                let answer = house.send(Method::from_bytes(method.as_bytes()).unwrap(), &path, cookie, "").await;
                assert!(answer.is_refusal() && planted(&answer.text).is_none(), "{method} {path}: {}", answer.status);
            }
            if method == "GET" {
                let inside = house.get(&path, &owning).await;
                assert!(inside.status.is_success() || inside.status == StatusCode::NOT_FOUND, "{path}: {}", inside.status);
            }
        }
    }
}

#[tokio::test]
async fn a_link_that_is_wrong_in_one_digit_is_answered_like_one_that_never_was() {
    for (house, _) in houses().await {
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let helper = house.person("Hjalte").await;
        told(&house, &helper, &can(sandhavn, &[Kind::Cook], "mail")).await;
        let (_, slug) = open(&house, &cookie, sandhavn).await;
        wave(&house, &slug, &cookie, 1).await;
        let link = texts(&house, &NOTICES).await.into_iter().find_map(|n| n.split(' ').find(|p| p.starts_with("/hjaelp/")).map(str::to_owned)).unwrap();
        assert_eq!(house.get(&link, "").await.status, StatusCode::OK);
        let last = if link.ends_with('0') { '1' } else { '0' };
        let wrong = format!("{}{last}", &link[..link.len() - 1]);
        let never = format!("/hjaelp/{}", "0".repeat(52));
        let (a, b) = (house.get(&wrong, "").await, house.get(&never, "").await);
        assert_eq!((a.status, a.text.replace(&wrong, "X")), (b.status, b.text.replace(&never, "X")));
        assert_eq!(a.status, StatusCode::NOT_FOUND);
        for path in ["/hjaelp/x", "/hjaelp/%C3%A6%C3%B8%C3%A5"] {
            assert_eq!(house.get(path, "").await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(house.get(&format!("{wrong}/kalender.ics"), "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&format!("{wrong}/svar"), "", &form(&[("do", "no")])).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_comes_in_as_a_helper_by_a_changed_address_sees_nothing_until_they_are_let_in_again() {
    for (house, _) in houses().await {
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let helper = house.person("Hjalte").await;
        told(&house, &helper, &can(sandhavn, &[Kind::Cook], "mail")).await;
        let cookie = house.cookie(&secretary).await;
        let (id, slug) = open(&house, &cookie, sandhavn).await;
        wave(&house, &slug, &cookie, 1).await;
        let own = house.get("/min-side/kreds", &house.cookie(&helper).await).await.text;
        let action = own.split("action=\"").find(|p| p.starts_with("/min-side/kreds/")).unwrap().split('"').next().unwrap().to_owned();
        let slot = slots(&house).await.into_iter().find(|s| s.2 == "cook").unwrap().0;
        house.post(&action, &house.cookie(&helper).await, &form(&[("do", "take"), ("slot", &slot.to_string())])).await;
        assert!(house.get("/min-side/kreds", &house.cookie(&helper).await).await.text.contains(NAME));
        // Somebody at the town hall gives Hjalte another address and signs in with it.
        let mut sql = house.app.db.write().await.unwrap();
        let details = samskab_platform::person::Details { email: Some("en.anden@borger.example".into()), ..samskab_platform::person::Details::of(&helper) };
        samskab_platform::person::set_details(&mut sql, helper.id, &details).await.unwrap();
        sql.commit().await.unwrap();
        let intruder = house.cookie(&helper).await;
        let page = house.get("/min-side/kreds", &intruder).await.text;
        assert!(planted(&page).is_none() && !page.contains("Lave mad"), "{page}");
        assert_eq!(house.post(&action, &intruder, &form(&[("do", "no")])).await.status, StatusCode::NOT_FOUND);
        // The coordinator, who has rung Hjalte, lets him in again.
        assert!(samskab_platform::held_roles::is_held(&mut house.app.db.read().await.unwrap(), id, helper.id).await.unwrap());
        let mut act = samskab_platform::Act::begin(&house.app, &samskab_platform::Visitor::of(secretary.clone()), id, &samskab_platform::held_roles::LET_IN)
            .await
            .unwrap();
        samskab_platform::held_roles::let_in(&mut act, helper.id).await.unwrap();
        act.commit().await.unwrap();
        assert!(house.get("/min-side/kreds", &house.cookie(&helper).await).await.text.contains(NAME));
    }
}

#[tokio::test]
async fn coordinators_hear_of_times_nobody_takes_and_helpers_are_reminded_once() {
    for (house, _) in houses().await {
        house.clock.set(moment("2026-03-02T09:00:00+01:00"));
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let helper = house.person("Hjalte").await;
        told(&house, &helper, &can(sandhavn, &[Kind::Cook], "mail")).await;
        let cookie = house.cookie(&secretary).await;
        let (_, slug) = open(&house, &cookie, sandhavn).await;
        wave(&house, &slug, &cookie, 1).await;
        let own = house.get("/min-side/kreds", &house.cookie(&helper).await).await.text;
        let action = own.split("action=\"").find(|p| p.starts_with("/min-side/kreds/")).unwrap().split('"').next().unwrap().to_owned();
        // Wednesday's dinner.
        let slot = slots(&house).await.into_iter().filter(|s| s.2 == "cook").nth(2).unwrap();
        house.post(&action, &house.cookie(&helper).await, &form(&[("do", "take"), ("slot", &slot.0.to_string())])).await;
        let count = async |person: &Person, word: &str| house.app.db.read().await.unwrap().count(&TOLD, args![person.id, word]).await.unwrap();
        let tick = async |at: &str| {
            house.clock.set(moment(at));
            for tool in samskab::TOOLS.iter().filter(|t| t.name == "circle") {
                (tool.tick)(&house.app).await.unwrap();
            }
        };
        tick("2026-03-02T09:01:00+01:00").await;
        assert_eq!(count(&secretary, "mail-circle-unfilled").await, 1, "today's times lie within a day");
        tick("2026-03-02T09:02:00+01:00").await;
        assert_eq!(count(&secretary, "mail-circle-unfilled").await, 1, "once");
        tick("2026-03-02T14:00:00+01:00").await;
        assert_eq!(count(&secretary, "mail-circle-unfilled").await, 2, "and when it is close");
        assert_eq!(count(&helper, "mail-circle-remind").await, 0);
        tick("2026-03-03T22:00:00+01:00").await;
        tick("2026-03-03T23:00:00+01:00").await;
        assert_eq!(count(&helper, "mail-circle-remind").await, 1);
        // The municipality takes one; it is missing no more.
        let open = slots(&house).await.into_iter().find(|s| s.3.is_none() && s.1 > house.app.clock.now()).unwrap().0;
        let cookie = house.cookie(&secretary).await;
        let page = format!("/forloeb/{slug}/kreds/tid/{open}");
        assert_eq!(house.post(&page, &cookie, "do=staff").await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&page, &cookie).await.text.contains("Kommunen"));
        // A time that moves is told to whoever has it; one that is cancelled too.
        let page = format!("/forloeb/{slug}/kreds/tid/{}", slot.0);
        let moved = form(&[("do", "move"), ("day", "2026-03-05"), ("from", "18.00"), ("until", "19.00")]);
        assert_eq!(house.post(&page, &cookie, &moved).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&helper, "mail-circle-moved").await, 1);
        assert_eq!(
            house.post(&page, &cookie, &form(&[("do", "move"), ("day", "2026-03-05"), ("from", "i aften"), ("until", "19.00")])).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(house.post(&page, &cookie, "do=cancel").await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&helper, "mail-circle-cancelled").await, 1);
        assert_eq!(house.get(&page, &cookie).await.status, StatusCode::NOT_FOUND);
        // Two weeks after the last time the coordinator is asked whether it can be closed, and two weeks later again.
        tick("2026-03-20T09:00:00+01:00").await;
        assert_eq!(count(&secretary, "mail-circle-idle").await, 0);
        for at in ["2026-03-24T09:00:00+01:00", "2026-03-25T09:00:00+01:00", "2026-04-08T09:00:00+02:00"] {
            tick(at).await;
        }
        assert_eq!(count(&secretary, "mail-circle-idle").await, 2);
    }
}

#[tokio::test]
async fn those_it_is_about_decide_who_is_asked_and_are_in_charge_of_their_own_circle() {
    for (house, _) in houses().await {
        let sandhavn = area(&house, "Sandhavn", None).await;
        let secretary = house.secretary().await;
        let (near, unwanted) = (house.person("Hjalte").await, house.person("Eks").await);
        for person in [&near, &unwanted] {
            told(&house, person, &can(sandhavn, &[Kind::Cook], "mail")).await;
        }
        let cookie = house.cookie(&secretary).await;
        let (id, slug) = open(&house, &cookie, sandhavn).await;
        let people = format!("/forloeb/{slug}/kreds/folk");
        let bad = house.post(&people, &cookie, &form(&[("do", "owner"), ("name", "Ejner"), ("email", "ikke en adresse")])).await;
        assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.text.contains("ikke en adresse"), "what was typed is kept");
        assert_eq!(
            house.post(&people, &cookie, &form(&[("do", "owner"), ("name", "Ejner"), ("email", "ejner@borger.example")])).await.status,
            StatusCode::SEE_OTHER
        );
        let ejner = samskab_platform::person::find_by_email(&mut house.app.db.read().await.unwrap(), "ejner@borger.example").await.unwrap().unwrap();
        let own = house.cookie(&ejner).await;
        assert!(house.get(&format!("/forloeb/{slug}/kreds"), &own).await.text.contains(NAME));
        // What is stored about him holds the words of his circle, opened; in nobody else's.
        let stored = house.get("/min-side/oplysninger", &own).await.text;
        assert!(stored.contains(ADDRESS) && stored.contains(HAPPENED), "{stored}");
        assert!(planted(&house.get("/min-side/oplysninger", &house.cookie(&near).await).await.text).is_none());
        // Not the one he does not want in his home.
        let stand = format!("/forloeb/{slug}/kreds/kender/{}", unwanted.id);
        assert_eq!(house.post(&stand, &own, "do=not").await.status, StatusCode::SEE_OTHER);
        let proposals = house.get(&format!("/forloeb/{slug}/kreds/spoerg"), &cookie).await.text;
        assert_eq!(proposed(&proposals), [near.id.to_string()]);
        // He sees who has read, and nobody puts him out of his own circle.
        let read = house.get(&format!("/forloeb/{slug}/kreds/laest"), &own).await.text;
        assert!(read.contains("Sille"), "{read}");
        let out = form(&[("do", "out"), ("person", &ejner.id.to_string())]);
        assert_eq!(house.post(&people, &cookie, &out).await.status, StatusCode::CONFLICT);
        let last = form(&[("do", "out"), ("person", &secretary.id.to_string())]);
        assert_eq!(house.post(&people, &own, &last).await.status, StatusCode::CONFLICT, "somebody must coordinate");
        let colleague = house.person("Kaj").await;
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &colleague, Role::Facilitator).await;
        assert_eq!(house.post(&people, &own, &form(&[("do", "coordinator"), ("person", &colleague.id.to_string())])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.post(&people, &own, &last).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get(&format!("/forloeb/{slug}/kreds"), &cookie).await.status, StatusCode::NOT_FOUND, "handed over");
        assert!(space::roles_of(&mut house.app.db.read().await.unwrap(), id, ejner.id).await.unwrap().contains(&Role::Owner));
        assert_eq!(house.post("/kreds/ny", &own, &form(&[("name", "x")])).await.status, StatusCode::FORBIDDEN, "a citizen opens no circle");
    }
}
