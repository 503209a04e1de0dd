//! What must not become public by accident is seen before it does, and a colleague can let it through.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::person::Person;
use samskab_platform::{args, held, statements};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};

/// A made-up personal number; the CPR office's own example of the check digit.
const CPR: &str = "070761-4285";

statements! {
    WHOLE_JOURNAL = "SELECT verb, COALESCE(payload, ''), COALESCE(actor_id, object_id) FROM journal ORDER BY at, seq";
    HELD = "SELECT id, sealed, COALESCE(outcome, '') FROM held ORDER BY at, id";
    MAIL = "SELECT subject, body FROM outbox";
}

struct Town {
    house: House,
    slug: String,
    space: Uuid,
    author: String,
    colleague: String,
    colleague_person: Person,
}

/// A public committee with a member who writes and a facilitator who may look.
async fn towns(visibility: Visibility) -> Vec<Town> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", visibility).await;
        let (author, colleague_person) = (house.person("Amina").await, house.person("Freja").await);
        house.role(space, &author, Role::Member).await;
        house.role(space, &colleague_person, Role::Facilitator).await;
        let (author, colleague) = (house.cookie(&author).await, house.cookie(&colleague_person).await);
        all.push(Town { house, slug, space, author, colleague, colleague_person });
    }
    all
}

impl Town {
    fn path(&self, under: &str) -> String {
        format!("/forloeb/{}/{under}", self.slug)
    }

    async fn recommend(&self, text: &str, hold: bool) -> Answer {
        let mut fields = vec![("title", "Åben hal"), ("text", text), ("reason", "Fordi")];
        if hold {
            fields.push(("_gennemsyn", "1"));
        }
        self.house.post(&self.path("anbefalinger/ny"), &self.author, &form(&fields)).await
    }

    async fn journal(&self) -> Vec<(String, String, Uuid)> {
        self.house.app.db.read().await.unwrap().all(&WHOLE_JOURNAL, args![]).await.unwrap()
    }

    async fn held(&self) -> Vec<(Uuid, Option<Vec<u8>>, String)> {
        self.house.app.db.read().await.unwrap().all(&HELD, args![]).await.unwrap()
    }

    async fn decide(&self, cookie: &str, id: Uuid, decision: &str, reason: &str) -> Answer {
        self.house.post(&self.path(&format!("gennemsyn/{id}")), cookie, &form(&[("decision", decision), ("reason", reason)])).await
    }

    async fn published(&self) -> bool {
        self.house.get(&self.path("anbefalinger"), "").await.text.contains("Åben hal")
    }
}

#[tokio::test]
async fn a_personal_number_is_caught_before_anybody_sees_it_and_nothing_typed_is_lost() {
    for town in towns(Visibility::Public).await {
        let answer = town.recommend(&format!("Spørg Jens, {CPR}, om <nøglen>"), false).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        assert!(answer.text.contains(&format!("<mark>{CPR}</mark>")), "{}", answer.text);
        assert!(answer.text.contains("name=\"title\" value=\"Åben hal\""), "what was typed elsewhere is kept");
        assert!(answer.text.contains("om &#60;nøglen&#62;</textarea>") || answer.text.contains("om &lt;nøglen&gt;</textarea>"), "{}", answer.text);
        assert!(answer.text.contains(&format!("action=\"{}\"", town.path("anbefalinger/ny"))));
        assert!(answer.text.contains("<title>Fejl: "));
        assert!(!town.published().await && town.held().await.is_empty());
        let corrected = town.recommend("Spørg Jens om nøglen", false).await;
        assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.text);
        assert!(town.published().await);
    }
}

#[tokio::test]
async fn a_colleague_can_let_it_through_once_and_the_journal_says_who_but_not_what() {
    for town in towns(Visibility::Public).await {
        let answer = town.recommend("Ring til mig på 20 12 34 56", true).await;
        assert!(answer.location.ends_with("klar=held"), "{answer:?}");
        let (id, sealed, _) = town.held().await.remove(0);
        let sealed = sealed.unwrap();
        assert!(!sealed.windows(5).any(|w| w == b"20+12" || w == b"20 12"), "what waits is sealed");
        assert!(!town.published().await);
        let mails: Vec<(String, String)> = town.house.app.db.read().await.unwrap().all(&MAIL, args![]).await.unwrap();
        assert!(mails.iter().all(|(s, b)| !s.contains("20 12") && !b.contains("20 12")), "no mail holds it");

        assert_eq!(town.decide(&town.author, id, "through", "").await.status, StatusCode::NOT_FOUND, "never one's own");
        assert_eq!(town.decide("", id, "through", "").await.status, StatusCode::UNAUTHORIZED);
        let look = town.house.get(&town.path(&format!("gennemsyn/{id}")), &town.colleague).await;
        assert!(look.text.contains("<mark>20 12 34 56</mark>"), "{}", look.text);
        let tabs = "<nav class=\"tabs\" aria-label=\"Ungepolitik\">";
        for page in [&look.text, &town.house.get(&town.path("gennemsyn"), &town.colleague).await.text] {
            assert!(page.contains(tabs) && page.contains(&format!("href=\"{}\"", town.path("aktivitet"))), "the way back: {page}");
        }
        // Whoever may look finds it in the space and on their own page; the author does not.
        let (list, space) = (format!("href=\"{}\"", town.path("gennemsyn")), format!("/forloeb/{}", town.slug));
        for path in [space.as_str(), "/min-side"] {
            assert!(town.house.get(path, &town.colleague).await.text.contains(&list), "{path}");
            assert!(!town.house.get(path, &town.author).await.text.contains(&list), "{path}");
        }
        // What is stored about the author is told in words, not in keys.
        let stored = town.house.get("/min-side/oplysninger", &town.author).await.text;
        assert!(stored.contains("et telefonnummer") && stored.contains("Fundet:"), "{stored}");
        assert!(!stored.contains(": phone") && !stored.contains("recommendations.write"), "{stored}");

        // Both press at once: one of them publishes it.
        let (one, other) = tokio::join!(town.decide(&town.colleague, id, "through", ""), town.decide(&town.colleague, id, "through", ""));
        let through = [&one, &other].iter().filter(|a| a.location.ends_with("held-through")).count();
        assert_eq!(through, 1, "{one:?} {other:?}");
        assert!(town.published().await);
        let journal = town.journal().await;
        let written = journal.iter().filter(|(verb, ..)| verb == "recommendations.write").count();
        let let_through: Vec<_> = journal.iter().filter(|(verb, ..)| verb == "guard.let_through").collect();
        assert_eq!((written, let_through.len()), (1, 1), "published once, settled once");
        assert_eq!(let_through[0].2, town.colleague_person.id);
        assert!(let_through[0].1.contains("\"screened\":\"phone\"") && !let_through[0].1.contains("20 12"));
        assert!(town.house.get(&town.path("aktivitet"), "").await.text.contains("Freja så en tekst igennem"));
        let (_, sealed, outcome) = town.held().await.remove(0);
        assert_eq!((sealed, outcome.as_str()), (None, "through"), "the form is gone at once");
    }
}

#[tokio::test]
async fn what_is_sent_back_needs_a_reason_and_is_never_shown() {
    for town in towns(Visibility::Registered).await {
        town.recommend(&format!("Jens, {CPR}"), true).await;
        let id = town.held().await[0].0;
        assert_eq!(town.decide(&town.colleague, id, "back", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(town.decide(&town.colleague, id, "", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = town.decide(&town.colleague, id, "back", "Skriv ikke Jens' nummer").await;
        assert!(answer.location.ends_with("klar=held-back"), "{answer:?}");
        assert_eq!(town.decide(&town.colleague, id, "through", "").await.status, StatusCode::CONFLICT, "it has been decided");
        assert_eq!(town.held().await[0].1, None);
        assert!(town.journal().await.iter().all(|(verb, payload, _)| verb != "recommendations.write" && !payload.contains(CPR)));
    }
}

#[tokio::test]
async fn what_nobody_has_looked_at_is_destroyed_after_thirty_days() {
    for town in towns(Visibility::Public).await {
        town.recommend(CPR, true).await;
        town.house.clock.set(morning() + chrono::Duration::days(29));
        held::tidy(&town.house.app).await.unwrap();
        assert!(town.held().await[0].1.is_some());
        town.house.clock.set(morning() + chrono::Duration::days(31));
        held::tidy(&town.house.app).await.unwrap();
        assert_eq!((town.held().await[0].1.clone(), town.held().await[0].2.clone()), (None, "expired".to_owned()));
        town.house.clock.set(morning() + chrono::Duration::days(62));
        held::tidy(&town.house.app).await.unwrap();
        assert!(town.held().await.is_empty());
    }
}

#[tokio::test]
async fn what_became_impossible_meanwhile_is_not_shown_and_still_waits() {
    for town in towns(Visibility::Public).await {
        town.recommend("Ring 20 12 34 56", true).await;
        let id = town.held().await[0].0;
        let mut sql = town.house.app.db.write().await.unwrap();
        let author = samskab_platform::person::find_by_email(&mut sql, "amina@borger.example").await.unwrap().unwrap();
        samskab_platform::space::take_role(&mut sql, town.space, author.id, Role::Member).await.unwrap();
        sql.commit().await.unwrap();
        let answer = town.decide(&town.colleague, id, "through", "").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        assert!(!town.published().await && town.held().await[0].1.is_some());
        assert!(town.decide(&town.colleague, id, "back", "Du er ikke med længere").await.location.ends_with("held-back"));
    }
}

#[tokio::test]
async fn somebody_without_an_account_is_held_too_and_keeps_their_place() {
    for town in towns(Visibility::Public).await {
        let new = form(&[("question", "Hvad mangler?"), ("description", ""), ("seeds", "Et\nTo\nTre"), ("language", "da")]);
        let answer = town.house.post(&town.path("dialog/ny"), &town.colleague, &new).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let list = town.house.get(&town.path("dialog"), &town.colleague).await.text;
        let at = list.find(&format!("{}/", town.path("dialog"))).unwrap();
        let dialogue: String = list
            .match_indices(&format!("{}/", town.path("dialog")))
            .map(|(i, m)| list[i + m.len()..].chars().take(36).collect::<String>())
            .find(|id| id.parse::<Uuid>().is_ok())
            .unwrap_or_else(|| panic!("no dialogue at {at}"));
        town.house.post(&town.path(&format!("dialog/{dialogue}/aabn")), &town.colleague, "").await;
        let cookie = format!("deltager={}", "ab".repeat(32));
        let propose = town.path(&format!("dialog/{dialogue}/udsagn"));
        let caught = town.house.post(&propose, &cookie, &form(&[("text", "Spørg karen@skole.dk")])).await;
        assert_eq!(caught.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(caught.text.contains("<mark>karen@skole.dk</mark>"));
        let held = town.house.post(&propose, &cookie, &form(&[("text", "Spørg karen@skole.dk"), ("_gennemsyn", "1")])).await;
        let dialogue_page = town.path(&format!("dialog/{dialogue}"));
        assert_eq!(held.location, format!("{dialogue_page}?klar=held-nameless"), "back in the dialogue, and nobody promises to tell a stranger");
        let id = town.held().await[0].0;
        let look = town.house.get(&town.path(&format!("gennemsyn/{id}")), &town.colleague).await.text;
        assert!(!look.contains("name=\"reason\"") && look.contains("kan ikke få besked"), "{look}");
        assert!(town.decide(&town.colleague, id, "through", "").await.location.ends_with("klar=held-shown"));
        let waiting = town.house.get(&town.path(&format!("dialog/{dialogue}/behandl")), &town.colleague).await;
        assert!(waiting.text.contains("Spørg karen@skole.dk"), "{}", waiting.text);
    }
}

#[tokio::test]
async fn the_municipality_may_show_its_own_numbers_and_says_which() {
    for town in towns(Visibility::Public).await {
        let administrator = town.house.person("Adam").await;
        let root = town.house.app.municipality_space().await.unwrap().id;
        town.house.role(root, &administrator, Role::Administrator).await;
        let administrator = town.house.cookie(&administrator).await;
        let path = "/administration/egne-numre";
        assert!(town.house.post(path, &town.author, "").await.is_refusal());
        let wrong = town.house.post(path, &administrator, &form(&[("lines", &format!("{CPR}\nhej"))])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = town.house.post(path, &administrator, &form(&[("lines", "70 10 20 30\n@by.dk")])).await;
        assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.text);
        assert_eq!(town.recommend("Ring 70102030 eller skriv til hal@by.dk", false).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.recommend("Ring 70102031", false).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn in_a_closed_space_the_team_counts_as_others_but_one_alone_does_not() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Lukket", Visibility::Members).await;
        let cookie = house.cookie(&secretary).await;
        let recommend = |n: usize| {
            let body = form(&[("title", &format!("Nummer {n}")), ("text", CPR), ("reason", "x")]);
            let (house, slug, cookie) = (&house, &slug, &cookie);
            async move { house.post(&format!("/forloeb/{slug}/anbefalinger/ny"), cookie, &body).await.status }
        };
        assert_eq!(recommend(1).await, StatusCode::SEE_OTHER, "nobody else sees it");
        let member = house.person("Bo").await;
        house.role(space, &member, Role::Member).await;
        assert_eq!(recommend(2).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn sources(under: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let (mut folders, mut all) = (vec![root().join(under)], vec![]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("tests") && !entry.ends_with("target") {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == extension) {
                let text = std::fs::read_to_string(&entry).unwrap();
                all.push((entry, text));
            }
        }
    }
    all
}

#[tokio::test]
async fn what_waits_for_a_look_stands_among_what_is_kept_with_its_number_and_its_day() {
    for town in towns(Visibility::Public).await {
        let admin = town.house.person("Asta").await;
        town.house.role(town.house.app.municipality_space().await.unwrap().id, &admin, Role::Administrator).await;
        let admin = town.house.cookie(&admin).await;
        let row = async || {
            let page = town.house.get("/administration/opbevaring", &admin).await.text;
            page.split("id=\"kept-held\"").nth(1).unwrap_or_else(|| panic!("{page}")).split("</section>").next().unwrap().to_owned()
        };
        assert!(row().await.contains("ingen lige nu"));
        town.recommend(CPR, true).await;
        let said = row().await;
        assert!(said.contains("1 lige nu") && said.contains("30 dage") && said.contains("lignede") && !said.contains("<form"), "{said}");
        let refused = town.house.post("/administration/opbevaring/held", &admin, "days=90").await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "the program itself has the rule");
        town.house.clock.set(morning() + chrono::Duration::days(31));
        held::tidy(&town.house.app).await.unwrap();
        assert_eq!(held::stored(&mut town.house.app.db.read().await.unwrap()).await.unwrap(), 0);
    }
}

/// A frame's text, written by the secretary; the page everybody reads it on.
async fn framed(house: &House, slug: &str, secretary: &str, text: &str) -> Answer {
    let fields = [
        ("version", "1"),
        ("one_sentence", "Vi gør byen bedre"),
        ("task", text),
        ("background", "Fordi"),
        ("fixed", "Lidt"),
        ("open", "Meget"),
        ("deliverable", "En plan"),
        ("composition", "Ni"),
        ("answer_by", "2026-12-01"),
        ("hours", "10"),
        ("money", "1.000"),
        ("timetable", "Til jul"),
        ("rooms", "Salen"),
        ("staff", "To"),
        ("legal_basis", "§ 17"),
        ("standing_committee", "Udvalget"),
    ];
    house.post(&format!("/forloeb/{slug}/ramme/skriv"), secretary, &form(&fields)).await
}

#[tokio::test]
async fn longer_texts_have_form_and_nothing_in_them_runs() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let cookie = house.cookie(&secretary).await;
        let text = "# Vigtigst\n\n- **lys** i hallen\n- [planen](https://by.example/plan)\n\n<script>alert(1)</script> <img src=x onerror=alert(2)> [klik](javascript:alert(3))";
        let saved = framed(&house, &slug, &cookie, text).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let page = house.get(&format!("/forloeb/{slug}/ramme"), "").await.text;
        let shown = page.split("<main").nth(1).unwrap();
        assert!(shown.contains("<h3>Vigtigst</h3>") && shown.contains("<strong>lys</strong> i hallen</li>"), "{shown}");
        assert!(shown.contains("<a href=\"https://by.example/plan\" rel=\"noopener nofollow\">planen</a>"), "{shown}");
        assert!(!shown.contains("<script>alert") && !shown.contains("<img src=x") && !shown.contains("href=\"javascript"), "{shown}");
        assert!(shown.contains("&lt;script&gt;alert(1)"), "what somebody typed is seen as they typed it: {shown}");
        // The policy stands between too, as everywhere.
        let response = tower::ServiceExt::oneshot(
            house.router.clone(),
            axum::http::Request::builder().uri(format!("/forloeb/{slug}/ramme")).header("host", "samskab.example").body(axum::body::Body::empty()).unwrap(),
        )
        .await
        .unwrap();
        let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        // Where it is written, one line says how.
        assert!(house.get(&format!("/forloeb/{slug}/ramme/skriv"), &cookie).await.text.contains("<summary>Sådan skriver du"));
        // Found by its words, not by its signs.
        let (space,) = (samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap(),);
        let documents = (samskab_frame::TOOL.documents)(&mut house.app.db.read().await.unwrap(), &space).await.unwrap();
        assert!(documents[0].text.contains("Vigtigst\nlys i hallen\nplanen") && !documents[0].text.contains("**"), "{}", documents[0].text);
    }
}

#[tokio::test]
async fn form_hides_no_number() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let cookie = house.cookie(&secretary).await;
        for text in ["Ring til Ida på 20**12**34*56*", "Skriv til k&#97;ren@borger.example", "Hun er 07**07**61-4285"] {
            let answer = framed(&house, &slug, &cookie, text).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text} ({})", house.kind);
            assert!(answer.text.contains("<mark>"), "{text}: {}", answer.text);
        }
        assert_eq!(
            framed(&house, &slug, &cookie, "1. 20 stole\n2. 12 borde\n3. 34 lamper\n4. 56 kopper").await.status,
            StatusCode::SEE_OTHER,
            "a list of amounts is no number"
        );
    }
}

#[tokio::test]
async fn the_statement_and_a_recipes_texts_are_shown_as_they_will_be_read() {
    for house in House::both().await {
        let admin = house.person("Asta").await;
        house.role(house.app.municipality_space().await.unwrap().id, &admin, Role::Administrator).await;
        let cookie = house.cookie(&admin).await;
        let statement = [
            ("status", "partially"),
            ("exceptions", "- **Kortet** kan ikke læses op\n- <b>Film</b>"),
            ("burden", ""),
            ("method", "self"),
            ("assessed", "2026-03-01"),
            ("phone", "70 10 20 30"),
            ("contact", "a@b.example"),
            ("official", ""),
        ];
        let saved = house.post("/administration/tilgaengelighed", &cookie, &form(&statement)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let page = house.get("/tilgaengelighed", "").await.text;
        assert!(page.contains("<li><strong>Kortet</strong> kan ikke læses op</li>") && page.contains("&lt;b&gt;Film&lt;/b&gt;"), "{page}");
        let recipe = house.app.recipe("task_committee").unwrap();
        let text = recipe.questions.iter().find(|q| q.kind() == "area" && !q.default_da.is_empty());
        let preview = house.get("/administration/opskrifter/task_committee", &cookie).await.text;
        assert_eq!(preview.contains("Sådan vises teksten i rammen"), text.is_some(), "{preview}");
    }
}

#[test]
fn nothing_is_shown_unescaped_but_what_the_program_made_itself() {
    // Parts of pages rendered by templates of their own, drawings, and rich text.
    const MADE_HERE: &[&str] = &[
        "html|safe",
        "f.proposal|safe",
        "seen.proposal|safe",
        "seen.minutes|safe",
        "seen.presentation|safe",
        "rest|safe",
        "sheet.picture|safe",
        "map.svg|safe",
        "attached|safe",
    ];
    for (file, text) in sources("crates", "html") {
        for (at, _) in text.match_indices("|safe").chain(text.match_indices("| safe")) {
            let from = text[..at].rfind("{{").unwrap_or(0);
            let expression = text[from..at + 5].trim_start_matches("{{").trim();
            let rich = expression.trim_end_matches("|safe").ends_with("_rich") || expression.contains("rich");
            assert!(rich || MADE_HERE.contains(&expression), "{}: {expression} is shown without escaping", file.display());
        }
    }
}

#[test]
fn every_crate_that_makes_tables_for_spreadsheets_writes_them_safely() {
    let all = sources("crates", "rs");
    for (file, text) in &all {
        let produces = text.contains("\"text/csv; charset=utf-8\"") && text.contains("CONTENT_DISPOSITION");
        if produces {
            let room = file.parent().unwrap();
            let safe = all.iter().any(|(other, text)| other.starts_with(room) && text.contains("csv_safe"));
            assert!(safe, "{} makes a table, and nothing beside it uses csv_safe", file.display());
        }
    }
}

/// Acts by which free text becomes visible to others, and the file that screens it.
const PUBLISHING: &[(&str, &str)] = &[
    ("space.create", "crates/platform/src/space_acts.rs"),
    ("space.settle", "crates/platform/src/space_acts.rs"),
    ("space.group", "crates/platform/src/space_acts.rs"),
    ("frame.write", "crates/tools/frame/src/acts.rs"),
    ("dialogue.write", "crates/tools/dialogue/src/acts.rs"),
    ("dialogue.import", "crates/tools/dialogue/src/acts.rs"),
    ("dialogue.state", "crates/tools/dialogue/src/acts.rs"),
    ("recommendations.write", "crates/tools/recommendations/src/acts.rs"),
    ("recommendations.answer", "crates/tools/recommendations/src/acts.rs"),
    ("recommendations.correct", "crates/tools/recommendations/src/acts.rs"),
    ("recommendations.suggest", "crates/tools/recommendations/src/drafting.rs"),
    ("recommendations.decline", "crates/tools/recommendations/src/drafting.rs"),
    ("recommendations.stance", "crates/tools/recommendations/src/drafting.rs"),
    ("programme.room", "crates/tools/programme/src/house.rs"),
    ("programme.group", "crates/tools/programme/src/house.rs"),
    ("programme.close", "crates/tools/programme/src/planning.rs"),
    ("programme.plan", "crates/tools/programme/src/planning.rs"),
    ("programme.describe", "crates/tools/programme/src/acts.rs"),
    ("programme.cancel", "crates/tools/programme/src/editing.rs"),
    ("programme.season", "crates/tools/programme/src/seasons.rs"),
    ("programme.wish", "crates/tools/programme/src/seasons.rs"),
    ("meetings.plan", "crates/tools/meetings/src/acts.rs"),
    ("meetings.change", "crates/tools/meetings/src/acts.rs"),
    ("meetings.cancel", "crates/tools/meetings/src/acts.rs"),
    ("meetings.agenda", "crates/tools/meetings/src/agenda.rs"),
    ("meetings.send", "crates/tools/meetings/src/minutes.rs"),
    ("meetings.object", "crates/tools/meetings/src/minutes.rs"),
    ("meetings.correct", "crates/tools/meetings/src/minutes.rs"),
    ("meetings.decide", "crates/tools/meetings/src/minutes.rs"),
    ("ideas.write", "crates/tools/ideas/src/acts.rs"),
    ("ideas.change", "crates/tools/ideas/src/acts.rs"),
    ("ideas.set_aside", "crates/tools/ideas/src/acts.rs"),
    ("ideas.note", "crates/tools/ideas/src/merging.rs"),
    ("ideas.merge", "crates/tools/ideas/src/merging.rs"),
    ("ideas.open_hall", "crates/tools/ideas/src/halls.rs"),
    ("ideas.say", "crates/tools/ideas/src/halls.rs"),
    ("daily.open_screen", "crates/tools/daily/src/device.rs"),
    ("daily.message", "crates/tools/daily/src/message_pages.rs"),
    ("daily.contact", "crates/tools/daily/src/contact_pages.rs"),
    ("daily.rules", "crates/tools/daily/src/rules_pages.rs"),
    ("handover.write", "crates/tools/handover/src/acts.rs"),
    ("handover.change", "crates/tools/handover/src/acts.rs"),
    ("handover.import", "crates/tools/handover/src/acts.rs"),
    ("handover.agree", "crates/tools/handover/src/acts.rs"),
    ("handover.move", "crates/tools/handover/src/acts.rs"),
    ("handover.aim", "crates/tools/handover/src/acts.rs"),
    ("reciprocity.promise", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.close", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.enter", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.judge", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.reply", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.list", "crates/tools/reciprocity/src/acts.rs"),
    ("reciprocity.thank", "crates/tools/reciprocity/src/acts.rs"),
    ("recruitment.seat", "crates/tools/recruitment/src/seats.rs"),
    ("recruitment.call", "crates/tools/recruitment/src/calls.rs"),
    ("recruitment.appoint", "crates/tools/recruitment/src/appointing.rs"),
    ("recruitment.call_off", "crates/tools/recruitment/src/lots.rs"),
    ("association.settle", "crates/tools/association/src/members.rs"),
    ("association.season", "crates/tools/association/src/members.rs"),
    ("association.plan", "crates/tools/association/src/meetings.rs"),
    ("association.propose", "crates/tools/association/src/meetings.rs"),
    ("association.count", "crates/tools/association/src/meetings.rs"),
    ("association.minutes", "crates/tools/association/src/meetings.rs"),
    ("association.draft", "crates/tools/association/src/papers.rs"),
    ("accounts.arrange", "crates/tools/accounts/src/book.rs"),
    ("accounts.apply", "crates/tools/accounts/src/fund.rs"),
    ("commitment.make", "crates/tools/commitments/src/acts.rs"),
    ("commitment.report", "crates/tools/commitments/src/acts.rs"),
    ("commitment.plan", "crates/tools/commitments/src/milestones.rs"),
    ("files.add", "crates/tools/files/src/acts.rs"),
    ("files.replace", "crates/tools/files/src/acts.rs"),
    ("files.describe", "crates/tools/files/src/acts.rs"),
    ("files.remove", "crates/tools/files/src/acts.rs"),
    ("people.organisation", "crates/desks/people/src/organisations.rs"),
    ("people.area", "crates/desks/people/src/areas.rs"),
];

/// Acts that show no free text of their actor, or only what was screened when it was written; or whose text is the
/// municipality's own word to everybody, with its own number in it: help at sign-in, look, labels, the accessibility
/// statement, recipes.
const QUIET: &[&str] = &[
    // Sealed: nobody outside reads it.
    "circle.",
    "accounts.allot",
    "accounts.budget",
    "accounts.close",
    "accounts.decide",
    "accounts.enter",
    "accounts.pay_out",
    "accounts.read",
    "accounts.report",
    "accounts.sell",
    "association.acknowledge",
    "association.approve",
    "association.ask",
    "association.call",
    "association.name",
    "association.certify",
    "association.close",
    "association.declare",
    "association.enter",
    "association.pay",
    "association.read",
    "association.remind",
    "association.seat",
    "association.tidy",
    "association.vacate",
    "plan.",
    "space.move",
    "space.close",
    "space.reopen",
    "space.archive",
    "records.seal",
    "frame.acknowledge",
    "team.",
    "dialogue.open",
    "dialogue.close",
    "dialogue.vote",
    "dialogue.accept",
    "dialogue.reject",
    "dialogue.draw",
    "dialogue.regroup",
    "recommendations.submit",
    "recommendations.accept",
    "recommendations.withdraw",
    "recommendations.source",
    "recommendations.remind",
    "recommendations.overdue",
    "ideas.close_hall",
    "ideas.hand_in",
    "ideas.let_in",
    "ideas.part",
    "ideas.support",
    "ideas.take_up",
    "ideas.turn_away",
    "ideas.withdraw",
    "daily.close_screen",
    "daily.pair",
    "daily.check_in",
    "daily.enrol",
    "daily.stand",
    "daily.count",
    "daily.tell_count",
    "daily.keep",
    "daily.forget",
    "daily.duty",
    "daily.swap",
    "daily.key",
    "daily.agree",
    "daily.incident",
    "daily.follow",
    "handover.unwant",
    "handover.want",
    "handover.week",
    "reciprocity.tick",
    "reciprocity.unthank",
    "reciprocity.welcome",
    "programme.hours",
    "programme.reopen",
    "programme.move",
    "programme.restore",
    "programme.sign_up",
    "programme.enter",
    "programme.ring",
    "programme.phones",
    "programme.settle",
    "programme.publish",
    "commitment.remind",
    "meetings.approve",
    "meetings.attend",
    "meetings.call",
    "meetings.enter",
    "meetings.feed",
    "meetings.follow",
    "meetings.lapse",
    "meetings.order",
    "meetings.promise",
    "meetings.recuse",
    "meetings.reply",
    "meetings.take_back",
    "meetings.tidy",
    "meetings.write",
    "recruitment.accept",
    "recruitment.ask",
    "recruitment.close",
    "recruitment.confirm",
    "recruitment.decline",
    "recruitment.draw",
    "recruitment.enter",
    "recruitment.group",
    "recruitment.interest",
    "recruitment.list",
    "recruitment.offer",
    "recruitment.open",
    "recruitment.place",
    "recruitment.read",
    "recruitment.remove",
    "recruitment.tidy",
    "recruitment.vacate",
    "files.receive",
    "files.cover",
    "files.sweep",
    "ways_in.",
    "people.correct",
    "people.contact",
    "people.help",
    "people.leave",
    "people.merge",
    "people.undo_",
    "people.add",
    "people.change",
    "people.give_role",
    "people.take_role",
    "people.end_sessions",
    "people.import",
    "people.organisation_people",
    "people.delete_area",
    "messages.",
    "network.",
    "opening.",
    "space.held_back",
    "space.let_in",
    "guard.",
    "recipes.",
    "administration.",
    "operations.",
];

#[test]
fn every_act_that_publishes_text_screens_it_and_a_new_one_is_noticed() {
    for act in samskab::acts() {
        let publishes = PUBLISHING.iter().any(|(name, _)| *name == act.name);
        let quiet =
            QUIET.iter().any(|q| act.name == *q || (q.ends_with(['.', '_']) && act.name.starts_with(q)) || (*q == "people.merge" && act.name.starts_with(q)));
        assert!(publishes != quiet, "{}: does it publish free text? Then call act.screen and say so here", act.name);
    }
    for (name, file) in PUBLISHING {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        let screens = text.matches("act.screen(").count() + text.matches("    screen(act, ").count();
        let listed = PUBLISHING.iter().filter(|(_, f)| f == file).count();
        assert!(screens >= listed, "{name}: {file} screens {screens} texts of {listed} acts");
    }
}
