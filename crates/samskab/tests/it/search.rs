//! Search: what is found, by whom, and how soon, on both databases.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use samskab_platform::access::{self, ROLES, Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::person::{self, Person};
use samskab_platform::search::{self, Filter, Found, Who, highlight::Piece, stem};
use samskab_platform::settings::Secret;
use samskab_platform::words::Lang;
use samskab_platform::{Act, Visitor, args, space};
use samskab_recommendations::acts as recommendations;
use uuid::Uuid;

use crate::house::{House, morning};

const WORDS: Statement = Statement { name: "words", sql: "SELECT DISTINCT word FROM search_word", postgres: None };
const ROWS: Statement = Statement {
    name: "rows",
    sql: "SELECT (SELECT COUNT(*) FROM search_document) + (SELECT COUNT(*) FROM search_posting) + (SELECT COUNT(*) FROM search_word) + (SELECT COUNT(*) FROM search_part)",
    postgres: None,
};
const DIGESTS: Statement = Statement { name: "digests", sql: "SELECT kind, title, digest FROM search_document ORDER BY digest, kind", postgres: None };
const CLOSE: Statement = Statement { name: "close", sql: "UPDATE space SET visibility = $2 WHERE id = $1", postgres: None };
const SURE: Statement = Statement { name: "sure", sql: "UPDATE space SET assurance = $2 WHERE id = $1", postgres: None };
const RENAME: Statement = Statement { name: "rename", sql: "UPDATE space SET title = $2, journal_seq = journal_seq + 1 WHERE id = $1", postgres: None };
const POSTINGS: Statement = Statement { name: "postings", sql: "SELECT COUNT(*) FROM search_posting WHERE term = $1", postgres: None };

fn who(person: Option<&Person>) -> Who {
    Who { person: person.map(|p| p.id), assurance: if person.is_some() { Assurance::High } else { Assurance::Low } }
}

async fn find(house: &House, who: Who, text: &str) -> Found {
    let mut all = ask(house, who, text, &Filter::default(), 0).await;
    for page in 1..all.total.div_ceil(search::PAGE) {
        all.hits.extend(ask(house, who, text, &Filter::default(), page).await.hits);
    }
    all
}

async fn ask(house: &House, who: Who, text: &str, filter: &Filter, page: usize) -> Found {
    let mut sql = house.app.db.read().await.unwrap();
    search::search(&mut sql, &who, morning(), text, filter, page).await.unwrap()
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|p| p.0.as_str()).collect()
}

fn titles(found: &Found) -> Vec<String> {
    found.hits.iter().map(|h| text(&h.title)).collect()
}

/// The name in the address of the space a result lies in.
fn slug(href: &str) -> &str {
    href.strip_prefix("/forloeb/").map_or("", |rest| rest.split('/').next().unwrap_or(""))
}

async fn recommend(house: &House, author: &Person, space: Uuid, title: &str, text: &str) -> Uuid {
    let mut act = Act::begin(&house.app, &Visitor::of(author.clone()), space, &recommendations::WRITE).await.unwrap();
    let texts = samskab_recommendations::Texts { title: title.into(), text: text.into(), reason: "Fordi det er klogt".into() };
    let id = recommendations::write(&mut act, None, &texts, "").await.unwrap();
    act.commit().await.unwrap();
    id
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_see_and_everybody_finds_what_they_may() {
    for house in House::both_with(|s| s.sealed.master_key = Some(Secret::new("5a".repeat(32)))).await {
        let secretary = house.secretary().await;
        let mut spaces = vec![];
        for n in 0..16usize {
            let visibility = Visibility::ALL[n % 4];
            // A word all have in common, and one that only this space has.
            let (id, slug) = house.committee(&secretary, &format!("Skovbrynet {}", unique(n)), visibility).await;
            recommend(&house, &secretary, id, &format!("Anbefaling om {}", unique(n)), "Skovbrynet skal passes").await;
            spaces.push((id, slug, visibility, unique(n)));
        }
        search::update(&house.app).await.unwrap();
        let mut people = vec![];
        for n in 0..6usize {
            let person = house.person(&format!("Person{n}")).await;
            let mut mine = BTreeSet::new();
            for (i, (id, ..)) in spaces.iter().enumerate() {
                if house.clock.chance() < 0.3 {
                    house.role(*id, &person, ROLES[(i + n) % ROLES.len()]).await;
                    mine.insert(*id);
                }
            }
            people.push((Some(person), mine));
        }
        people.push((None, BTreeSet::new()));
        let mut asked = 0;
        for (person, mine) in &people {
            let sees = |id: &Uuid, visibility: Visibility| {
                let roles: &[Role] = if mine.contains(id) { &[Role::Member] } else { &[] };
                access::standings(person.is_some(), roles).into_iter().any(|s| access::may_see(s, visibility))
            };
            let visible: BTreeSet<&str> = spaces.iter().filter(|(id, _, v, _)| sees(id, *v)).map(|(_, slug, ..)| slug.as_str()).collect();
            let found = find(&house, who(person.as_ref()), "skovbrynet").await;
            let seen: BTreeSet<&str> = found.hits.iter().map(|h| slug(&h.href)).collect();
            assert!(seen.is_subset(&visible), "{seen:?} is more than {visible:?} on {}", house.kind);
            // Of sealed spaces nothing is in the index, not even for those who may see them.
            let open: BTreeSet<&str> =
                spaces.iter().filter(|(id, _, v, _)| sees(id, *v) && *v != Visibility::Sealed).map(|(_, slug, ..)| slug.as_str()).collect();
            assert_eq!(seen, open, "on {}", house.kind);
            for (_, slug_, _, word) in &spaces {
                let slip = format!("{}x{}", &word[..3], &word[3..]);
                for typed in [word.clone(), slip, word[..5].to_owned(), format!("skovbrynet {word}")] {
                    let found = find(&house, who(person.as_ref()), &typed).await;
                    assert!(found.hits.iter().all(|h| visible.contains(slug(&h.href))), "'{typed}' on {}: {:?}", house.kind, titles(&found));
                    let told = format!("{:?} {:?}", found.meant, titles(&found));
                    assert!(visible.contains(slug_.as_str()) || !told.contains(word.as_str()), "'{typed}' gives away {told}");
                    asked += 1;
                }
            }
        }
        assert!(asked > 400);
    }
}

/// A word nobody uses, far from the others.
fn unique(n: usize) -> String {
    let letters = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "h", "j", "x"];
    format!("z{0}u{0}{1}y{0}mo", letters[n], letters[(n + 5) % 16])
}

#[tokio::test]
async fn a_space_that_closes_is_gone_from_the_results_at_once() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (id, _) = house.committee(&secretary, "Vindmøller ved fjorden", Visibility::Public).await;
        search::update(&house.app).await.unwrap();
        assert_eq!(find(&house, who(None), "vindmølle").await.total, 1);
        let set = |statement: &'static Statement, value: &'static str| {
            let app = house.app.clone();
            async move {
                let mut sql = app.db.write().await.unwrap();
                sql.run(statement, args![id, value]).await.unwrap();
                sql.commit().await.unwrap();
            }
        };
        set(&CLOSE, "members").await;
        assert_eq!(find(&house, who(None), "vindmølle").await.total, 0, "{}", house.kind);
        assert_eq!(find(&house, who(Some(&secretary)), "vindmølle").await.total, 1, "its secretary still finds it");
        set(&SURE, "substantial").await;
        let unsure = Who { assurance: Assurance::Low, ..who(Some(&secretary)) };
        assert_eq!(find(&house, unsure, "vindmølle").await.total, 0, "a mailbox is not enough for this space");
        assert_eq!(find(&house, Who { assurance: Assurance::Substantial, ..unsure }, "vindmølle").await.total, 1);
    }
}

#[tokio::test]
async fn what_changed_is_found_anew_and_what_is_gone_leaves_no_word_behind() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (id, _) = house.committee(&secretary, "Kælkebakken", Visibility::Public).await;
        assert!(search::update(&house.app).await.unwrap() > 0);
        assert_eq!(search::update(&house.app).await.unwrap(), 0, "nothing happened since");
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&RENAME, args![id, "Skøjtebanen"]).await.unwrap();
        sql.commit().await.unwrap();
        assert_eq!(search::update(&house.app).await.unwrap(), 1, "only what differs is written");
        assert_eq!(find(&house, who(None), "skøjtebane").await.total, 1);
        assert_eq!(find(&house, who(None), "kælkebakke").await.total, 0);
        let mut sql = house.app.db.read().await.unwrap();
        let words: Vec<(Vec<u8>,)> = sql.all(&WORDS, args![]).await.unwrap();
        assert!(!words.iter().any(|w| w.0 == "kælkebakken".as_bytes()), "the old word is gone from the index on {}", house.kind);
        assert_eq!(sql.count(&POSTINGS, args!["kælkebak".as_bytes()]).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn the_index_made_anew_is_the_same() {
    let mut both = vec![];
    for house in House::demonstrations().await {
        search::update(&house.app).await.unwrap();
        let state = || async {
            let mut sql = house.app.db.read().await.unwrap();
            let digests: Vec<(String, String, Vec<u8>)> = sql.all(&DIGESTS, args![]).await.unwrap();
            (sql.count(&ROWS, args![]).await.unwrap(), digests)
        };
        let before = state().await;
        assert!(search::reindex_all(&house.app).await.unwrap() > 100);
        assert_eq!(state().await, before, "{}", house.kind);
        both.push(before);
    }
    assert_eq!(both[0], both[1], "the same on both databases");
}

/// What somebody in Prøveby might type, and what they hope for: one of these among the first three.
const JUDGED: &[(&str, &[&str])] = &[
    ("ungepolitik", &["Ungepolitik"]),
    ("besøgsven", &["En besøgsven inden for fire uger", "20 nye besøgsvenner"]),
    ("besøgsvenner kursus", &["20 nye besøgsvenner", "Besøgsvenner skal have et kursus"]),
    ("bænk", &["Bænke på vejen", "12 bænke", "en bænk på vejen"]),
    ("sen bus", &["Prøv en sen bus"]),
    ("bus midnat", &["Bussen skal også køre efter midnat"]),
    ("lektie hjælp", &["lektiehjælp", "Lektiehjælp"]),
    ("hal fredag", &["Åbn hallen fredag aften", "Åben hal fredag aften"]),
    ("smedje", &["Smedjen i Lyngholt"]),
    ("nyt tag", &["Nyt tag på smedjen"]),
    ("skaterbane", &["Skaterbanen i Sandhavn"]),
    ("ældre alene", &["Færre ældre alene"]),
    ("brev 75 år", &["Et brev på papir", "Et brev til alle"]),
    ("kørekort", &["tilskud til kørekort"]),
    ("psykolog", &["psykolog"]),
    ("havneplads", &["Havnepladsen"]),
    ("mobil i skolen", &["Mobilen skal væk"]),
    ("gåtur", &["Gåture for nye", "Gåtur langs åen"]),
    ("værksted", &["værksted"]),
    ("lokalråd", &["Lad lokalrådet låne smedjen", "Lokalråd"]),
    ("boernene", &["børn"]),
    ("BARNEVOGN", &["barnevogn"]),
    ("ambolt", &["ambolten"]),
    ("kælder bibliotek", &["i kælderen på biblioteket"]),
    ("frivillige kører bus", &["Kørsel"]),
    ("spise sammen", &["Spis sammen"]),
    ("fritidsjob", &["fritidsjob"]),
    ("sandhavn", &["Sandhavn"]),
    ("predators", &["redator"]),
    ("klasse besøg", &["Besøg i ni klasser"]),
    ("besøgsvnner", &["En besøgsven", "20 nye besøgsvenner", "Besøgsvenner"]),
    ("ungepolitkk", &["Ungepolitik"]),
    ("smejden", &["Smedjen i Lyngholt", "smedjen"]),
    ("lektihjælp", &["lektiehjælp", "Lektiehjælp"]),
    ("bibloteket", &["ibliotek"]),
    ("psykolg", &["psykolog"]),
    ("sten på stien", &["Fliser på 60 meter sti", "Lys og fliser på stien"]),
    ("fællesspisning", &["Spis sammen", "Fællesspisning"]),
    ("lys på stierne", &["Lys og fliser på stien", "mere lys på stierne"]),
    ("fiske", &["fiske"]),
];

#[tokio::test]
async fn people_find_what_they_hope_for_among_the_first_three() {
    for house in House::demonstrations().await {
        search::update(&house.app).await.unwrap();
        let citizen =
            person::personas(&mut house.app.db.read().await.unwrap()).await.unwrap().into_iter().find(|p| p.persona.as_deref() == Some("citizen")).unwrap();
        let (mut first, mut third, mut missed) = (0, 0, vec![]);
        for (query, hoped) in JUDGED {
            let found = ask(&house, who(Some(&citizen)), query, &Filter::default(), 0).await;
            let titles = titles(&found);
            let good = |title: &String| hoped.iter().any(|h| title.contains(h));
            first += usize::from(titles.first().is_some_and(good));
            if titles.iter().take(3).any(good) {
                third += 1;
            } else {
                missed.push((query, titles.into_iter().take(3).collect::<Vec<_>>()));
            }
        }
        println!("{}: {first} first and {third} among the first three of {} questions; missed {missed:?}", house.kind, JUDGED.len());
        assert!(third * 10 >= JUDGED.len() * 9, "{third} of {}: {missed:#?}", JUDGED.len());
    }
}

#[tokio::test]
async fn a_slip_in_any_word_of_the_index_still_finds_where_it_stands() {
    for house in House::demonstrations().await {
        search::update(&house.app).await.unwrap();
        let mut sql = house.app.db.read().await.unwrap();
        let all: Vec<(Vec<u8>,)> = sql.all(&WORDS, args![]).await.unwrap();
        drop(sql);
        let mut all: Vec<String> = all.into_iter().filter_map(|w| String::from_utf8(w.0).ok()).collect();
        all.sort();
        let known: BTreeSet<&String> = all.iter().collect();
        let terms: BTreeSet<String> = all.iter().map(|w| stem::term(w, Lang::Da)).collect();
        let fit = |w: &&String| w.chars().count() >= 5 && !w.chars().any(|c| c.is_ascii_digit()) && !stem::is_stop(w);
        let (mut asked, mut meant) = (0, 0);
        for (n, word) in all.iter().filter(fit).enumerate().filter(|(n, _)| n % 5 == 0) {
            let mut letters: Vec<char> = word.chars().collect();
            let at = 1 + n / 5 % (letters.len() - 2);
            match n / 5 % 4 {
                0 => letters.insert(at, 'k'),
                1 => letters[at] = if letters[at] == 'u' { 'i' } else { 'u' },
                2 => drop(letters.remove(at)),
                _ => letters.swap(at, at + 1),
            }
            let typed: String = letters.into_iter().collect();
            // A slip that makes another word of the index, or a form of one, asks for that one.
            if typed == *word || known.contains(&typed) || stem::folded(&typed) != typed || terms.contains(&stem::term(&typed, Lang::Da)) {
                continue;
            }
            let right = find(&house, who(None), word).await;
            if right.more {
                continue;
            }
            let slipped = find(&house, who(None), &typed).await;
            let is_there = |h: &search::Hit| slipped.hits.iter().any(|s| s.href == h.href && text(&s.title) == text(&h.title));
            // Where the word itself stands, not another form of it.
            let has_it = |h: &&search::Hit| stem::tokens(&text(&h.title)).any(|t| stem::folded(t.text) == *word);
            assert!(right.hits.iter().find(has_it).is_none_or(is_there), "'{typed}' does not find '{word}' on {}: {:?}", house.kind, titles(&slipped));
            asked += 1;
            meant += usize::from(slipped.meant.is_some());
        }
        println!("{}: {asked} words with a slip, all found; {meant} times the right word was named", house.kind);
        assert!(asked > 150, "only {asked} words");
    }
}

#[tokio::test]
async fn the_page_shows_marks_what_matched_and_escapes_the_rest() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (id, _) = house.committee(&secretary, "Klubberne <script>alert(1)</script>", Visibility::Public).await;
        recommend(&house, &secretary, id, "En ungdomsklub i hver by", "Klubben & hallen").await;
        search::update(&house.app).await.unwrap();
        let page = house.get("/soeg?q=klub", "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("<mark>Klubberne</mark> &#60;script&#62;"), "{}", page.text);
        assert!(page.text.contains("<mark>ungdomsklub</mark>"), "the second half of a compound is found");
        assert!(page.text.contains("<mark>Klubben</mark> &#38; hallen"));
        let page = house.get("/soeg?q=%3Cscript%3Ealert(2)", "").await;
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        let slip = house.get("/soeg?q=ungdomsklbu", "").await;
        assert!(slip.text.contains("»ungdomsklub«") && slip.text.contains("<mark>ungdomsklub</mark>"), "{}", slip.text);
        for odd in [
            "",
            "%20",
            "og%20i",
            "%F0%9F%98%80",
            "a",
            "%27%20OR%201%3D1",
            "q%00x",
            "%25",
            &"x".repeat(500),
            "12",
            "§",
            "klub&side=99",
            "klub&side=-1&trin=x&slags=y&omraade=z",
        ] {
            let page = house.get(&format!("/soeg?q={odd}"), "").await;
            assert_eq!(page.status, StatusCode::OK, "{odd}");
        }
        assert!(!house.get("/soeg?q=klub", "").await.text.contains("/administration/personer"), "a stranger is not sent to the people");
        let page = house.get("/soeg?q=klub", &house.cookie(&secretary).await).await;
        assert!(page.text.contains("/administration/personer?q=klub"));
        let narrowed = house.get("/soeg?q=klub&slags=recommendation", "").await;
        assert!(narrowed.text.contains("<mark>ungdomsklub</mark>") && !narrowed.text.contains("<mark>Klubberne</mark>"));
    }
}

#[tokio::test]
async fn the_list_of_spaces_is_in_pages_and_can_be_narrowed() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        for n in 0..30 {
            house.committee(&secretary, &format!("Forløb nummer {n}"), if n == 7 { Visibility::Members } else { Visibility::Public }).await;
        }
        let count = |text: &str| text.matches("class=\"note space\"").count();
        let (first, second) = (house.get("/forloeb", "").await.text, house.get("/forloeb?side=2", "").await.text);
        assert_eq!((count(&first), count(&second)), (24, 5), "{}", house.kind);
        assert!(first.contains("Side 1 af 2") && second.contains("Side 2 af 2"));
        assert!(!format!("{first}{second}").contains("nummer 7<"), "a closed space is on no page");
        assert_eq!(count(&house.get("/forloeb?trin=deeds", "").await.text), 0);
        assert_eq!(count(&house.get("/forloeb?slags=task_committee&side=2", "").await.text), 5);
        let mut sql = house.app.db.read().await.unwrap();
        let mine = space::Listed { person: Some(secretary.id), ..space::Listed::default() };
        assert_eq!(space::count(&mut sql, &mine).await.unwrap(), 30, "its secretary sees the closed one too");
    }
}
