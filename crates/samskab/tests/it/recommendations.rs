//! Recommendations from a draft that two write on, to an answer, to what became of it.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::clock::hex;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::{args, outbox, space, tool::Tool};
use sha2::Digest;
use uuid::Uuid;

use crate::house::{Answer, House, form};

const AT_ONCE: Statement = Statement { name: "test", sql: "UPDATE person SET rhythm = 'at_once'", postgres: None };
const STEPS: Statement = Statement { name: "test", sql: "SELECT step FROM answer_step ORDER BY step", postgres: None };
const PAYLOAD: Statement = Statement { name: "test", sql: "SELECT payload FROM journal WHERE verb = $1 ORDER BY at DESC, seq DESC LIMIT 1", postgres: None };
const VERBS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM journal WHERE verb = $1", postgres: None };
const PROMISE: Statement = Statement { name: "test", sql: "UPDATE space SET answer_by = $2 WHERE id = $1", postgres: None };
const STAGE: Statement = Statement { name: "test", sql: "UPDATE space SET stage = $2 WHERE id = $1", postgres: None };
const DEED: Statement = Statement {
    name: "test",
    sql: "INSERT INTO commitment (id, space_id, source_kind, source_id, source_title, what, doer_id, counterpart_id, due_on, rooms, staff, status, waiting_for, created_at)
        VALUES ($1, $2, 'recommendation', $3, '', $4, $5, $5, $6, '', '', 'started', '', $7)",
    postgres: None,
};

/// A committee with everybody in it, and their cookies.
struct Town<'a> {
    house: &'a House,
    space: Uuid,
    base: String,
    secretary: Person,
    people: Vec<Person>,
    /// Secretary, two members, council, doer.
    s: String,
    m: String,
    n: String,
    c: String,
    d: String,
}

impl<'a> Town<'a> {
    async fn of(house: &'a House, visibility: Visibility) -> Self {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", visibility).await;
        let mut people = vec![];
        for (name, role) in [("Mads", Role::Member), ("Nora", Role::Member), ("Polly", Role::Council), ("Dorthe", Role::Doer)] {
            let person = house.person(name).await;
            house.role(space, &person, role).await;
            people.push(person);
        }
        let (s, m, n) = (house.cookie(&secretary).await, house.cookie(&people[0]).await, house.cookie(&people[1]).await);
        let (c, d) = (house.cookie(&people[2]).await, house.cookie(&people[3]).await);
        Self { house, space, base: format!("/forloeb/{slug}/anbefalinger"), secretary, people, s, m, n, c, d }
    }

    async fn write(&self, title: &str, text: &str) -> String {
        let sent = self.house.post(&format!("{}/ny", self.base), &self.m, &form(&[("title", title), ("text", text), ("reason", "Derfor.")])).await;
        accepted(&sent);
        last(&sent.location)
    }

    fn path(&self, id: &str, rest: &str) -> String {
        format!("{}/{id}{rest}", self.base)
    }

    async fn answer(&self, id: &str, outcome: &str, then: &str) -> Answer {
        self.house.post(&self.path(id, "/svar"), &self.c, &form(&[("outcome", outcome), ("reason", "Fordi det passer."), ("then", then)])).await
    }

    async fn submit(&self, ids: &[&str]) -> Answer {
        let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", *id)).collect();
        self.house.post(&format!("{}/indsend", self.base), &self.s, &form(&fields)).await
    }

    async fn text(&self, path: &str, cookie: &str) -> String {
        self.house.get(path, cookie).await.text
    }

    async fn count(&self, verb: &str) -> i64 {
        self.house.app.db.read().await.unwrap().count(&VERBS, args![verb]).await.unwrap()
    }

    async fn promise(&self, days: i64) {
        let mut sql = self.house.app.db.write().await.unwrap();
        sql.run(&PROMISE, args![self.space, self.house.app.clock.today() + Duration::days(days)]).await.unwrap();
        sql.commit().await.unwrap();
    }

    async fn stage(&self, stage: &str) {
        let mut sql = self.house.app.db.write().await.unwrap();
        sql.run(&STAGE, args![self.space, stage]).await.unwrap();
        sql.commit().await.unwrap();
    }

    async fn mail_to(&self, name: &str) -> Vec<String> {
        let mut sql = self.house.app.db.write().await.unwrap();
        sql.run(&AT_ONCE, args![]).await.unwrap();
        sql.commit().await.unwrap();
        samskab_platform::gather::gather(&self.house.app).await.unwrap();
        let all = outbox::latest(&mut self.house.app.db.read().await.unwrap(), 500).await.unwrap();
        let email = format!("{name}@borger.example");
        all.into_iter().filter(|m| m.recipient == email).map(|m| format!("{}\n{}", m.subject, m.body)).collect()
    }
}

fn accepted(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

fn last(location: &str) -> String {
    location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// What the page shows without its markup.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tool() -> &'static Tool {
    &samskab_recommendations::TOOL
}

#[tokio::test]
async fn each_save_is_a_version_that_can_be_compared_and_brought_back() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let id = t.write("Bus 12", "Bussen kører hver time.").await;
        let edit = |base: &str, text: &str, note: &str| form(&[("base", base), ("title", "Bus 12"), ("text", text), ("reason", "Derfor."), ("note", note)]);
        accepted(&house.post(&t.path(&id, "/ret"), &t.n, &edit("1", "Bussen kører hver halve time.", "Efter mødet")).await);
        let history = t.text(&t.path(&id, "/historik"), "").await;
        assert!(history.contains("Efter mødet") && history.contains("Nora") && history.contains("<ins>"), "{history}");

        // Somebody who began on version 1 loses nothing, and overwrites nothing unseen.
        let stale = house.post(&t.path(&id, "/ret"), &t.m, &edit("1", "Bussen kører hver time. Også søndag.", "")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text.contains("Bussen kører hver halve time. Også søndag."), "{}", stale.text);
        accepted(&house.post(&t.path(&id, "/ret"), &t.m, &edit("2", "Bussen kører hver halve time. Også søndag.", "")).await);

        // Saving what is there already is no version.
        accepted(&house.post(&t.path(&id, "/ret"), &t.m, &edit("3", "Bussen kører hver halve time. Også søndag.", "")).await);
        assert!(t.text(&t.path(&id, ""), "").await.contains("Der er 3 versioner"));

        let compared = plain(&t.text(&t.path(&id, "/historik?fra=1&til=3"), "").await);
        assert!(compared.contains("Fra version 1 til 3") && compared.contains("Tilføjet: halve"), "{compared}");
        assert!(house.post(&t.path(&id, "/gendan"), &t.d, "version=1").await.is_refusal(), "a doer does not write");
        accepted(&house.post(&t.path(&id, "/gendan"), &t.m, "version=1").await);
        assert!(t.text(&t.path(&id, ""), "").await.contains("<p class=\"lines\">Bussen kører hver time.</p>"));
        assert!(t.text(&t.path(&id, "/historik"), "").await.contains("Hentet fra version 1"));
    }
}

#[tokio::test]
async fn a_suggestion_is_taken_in_beside_what_was_written_since_or_declined_with_a_reason() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let id = t.write("Bus 12", "Bussen kører hver time.").await;
        let suggest = |text: &str, note: &str| form(&[("base", "1"), ("title", "Bus 12"), ("text", text), ("reason", "Derfor."), ("note", note)]);
        let nothing = house.post(&t.path(&id, "/foreslaa"), &t.d, &suggest("Bussen kører hver time.", "Intet")).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is suggested");
        assert!(house.post(&t.path(&id, "/foreslaa"), "", &suggest("x", "y")).await.is_refusal());
        let made = house.post(&t.path(&id, "/foreslaa"), &t.d, &suggest("Bussen kører hver halve time.", "Den er fuld")).await;
        accepted(&made);
        let first = t.path(&id, &format!("/forslag/{}", last(&made.location)));
        assert!(t.mail_to("mads").await.iter().any(|m| m.contains("Den er fuld")), "who wrote it is told");
        assert!(t.text(&t.base, &t.m).await.contains(&first), "what waits is listed");

        // The draft moves on; both changes end in the text.
        let edit = form(&[("base", "1"), ("title", "Bus 12"), ("text", "Bussen kører hver time. Også søndag."), ("reason", "Derfor.")]);
        accepted(&house.post(&t.path(&id, "/ret"), &t.m, &edit).await);
        assert!(house.post(&format!("{first}/godtag"), &t.d, "").await.is_refusal(), "whoever cannot write cannot accept");
        accepted(&house.post(&format!("{first}/godtag"), &t.n, "").await);
        let page = t.text(&t.path(&id, ""), "").await;
        assert!(page.contains("Bussen kører hver halve time. Også søndag."), "{page}");
        assert!(t.mail_to("dorthe").await.iter().any(|m| m.contains("er taget med")));
        assert_eq!(house.post(&format!("{first}/godtag"), &t.m, "").await.status, StatusCode::CONFLICT, "only once");
        assert!(t.text(&t.path(&id, "/historik"), "").await.contains("Foreslået af Dorthe"));

        let second = house
            .post(
                &t.path(&id, "/foreslaa"),
                &t.d,
                &form(&[("base", "3"), ("title", "Bus 12"), ("text", "Ingen bus."), ("reason", "Derfor."), ("note", "Spar")]),
            )
            .await;
        let second = t.path(&id, &format!("/forslag/{}", last(&second.location)));
        assert_eq!(house.post(&format!("{second}/afvis"), &t.m, "decision=").await.status, StatusCode::UNPROCESSABLE_ENTITY, "a no has a reason");
        accepted(&house.post(&format!("{second}/afvis"), &t.m, &form(&[("decision", "Så kommer ingen hjem.")])).await);
        assert!(t.mail_to("dorthe").await.iter().any(|m| m.contains("Så kommer ingen hjem.")));
        assert!(t.text(&second, "").await.contains("Så kommer ingen hjem."));

        let third = house
            .post(&t.path(&id, "/foreslaa"), &t.d, &form(&[("base", "3"), ("title", "Bus 13"), ("text", "Bus."), ("reason", "Derfor."), ("note", "Tal")]))
            .await;
        let third = t.path(&id, &format!("/forslag/{}", last(&third.location)));
        assert!(house.post(&format!("{third}/traek"), &t.m, "").await.is_refusal(), "nobody takes back another's");
        accepted(&house.post(&format!("{third}/traek"), &t.d, "").await);
        assert!(t.text(&third, "").await.contains("Trukket tilbage"));
    }
}

#[tokio::test]
async fn what_is_handed_over_is_frozen_sealed_and_on_paper_with_support_and_minority() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Members).await;
        let (one, two) = (t.write("Bus 12", "Bussen kører oftere.").await, t.write("Åben hal", "Hallen er åben.").await);
        t.write("Ikke færdig", "Mangler.").await;
        let stance = |stance: &str, text: &str| form(&[("stance", stance), ("statement", text)]);
        assert_eq!(house.post(&t.path(&one, "/holdning"), &t.m, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(house.post(&t.path(&one, "/holdning"), &t.c, &stance("for", "")).await.is_refusal(), "the council's word is its answer");
        accepted(&house.post(&t.path(&one, "/holdning"), &t.m, &stance("against", "Nej.")).await);
        accepted(&house.post(&t.path(&one, "/holdning"), &t.m, &stance("for", "")).await);
        accepted(&house.post(&t.path(&one, "/holdning"), &t.n, &stance("against", "Det bliver for dyrt <for> os.")).await);
        let page = plain(&t.text(&t.path(&one, ""), &t.m).await);
        assert!(page.contains("1 støtter, 1 støtter ikke, 0 undlader") && page.contains("Mindretalsudtalelse fra Nora"), "{page}");

        assert!(house.post(&format!("{}/indsend", t.base), &t.m, &form(&[("id", &one)])).await.is_refusal(), "a member does not send");
        assert_eq!(t.submit(&[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let sent = t.submit(&[&two, &one]).await;
        accepted(&sent);
        let submission = format!("{}/afleveringer/{}", t.base, last(&sent.location));
        assert_eq!(t.count("recommendations.submit").await, 1, "one submission, one entry");
        let shown = plain(&t.text(&submission, &t.m).await);
        assert!(shown.contains("Aflevering 1") && shown.contains("1. Bus 12") && !shown.contains("Ikke færdig"), "{shown}");
        assert!(t.mail_to("polly").await.iter().any(|m| m.contains("2 anbefalinger venter") && m.contains("1. Bus 12")));

        // From now on nothing in it changes.
        let edit = form(&[("base", "1"), ("title", "Bus 13"), ("text", "x"), ("reason", "y")]);
        for (path, body) in
            [("/ret", edit.as_str()), ("/holdning", "stance=for"), ("/gendan", "version=1"), ("/kilder/fjern", "object=00000000-0000-0000-0000-000000000000")]
        {
            assert_eq!(house.post(&t.path(&one, path), &t.m, body).await.status, StatusCode::CONFLICT, "{path}");
        }
        let file = house.get(&format!("{submission}/json"), &t.m).await.text;
        let payload: (Option<String>,) = house.app.db.read().await.unwrap().one(&PAYLOAD, args!["recommendations.submit"]).await.unwrap();
        let payload: serde_json::Value = serde_json::from_str(&payload.0.unwrap()).unwrap();
        assert_eq!(payload["digest"], hex(&sha2::Sha256::digest(file.as_bytes())), "the journal holds the file's seal");
        assert!(!payload.to_string().contains("Nora"), "no name in the journal");
        let json: serde_json::Value = serde_json::from_str(&file).unwrap();
        let items = json["recommendations"].as_array().unwrap();
        assert_eq!(items.iter().map(|i| i["number"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(items[0]["stances"][1]["statement"], "Det bliver for dyrt <for> os.");
        assert_eq!((items[0]["silent"].as_i64(), items[1]["silent"].as_i64()), (Some(0), Some(2)));

        let paper = house.get(&format!("{submission}/pdf"), &t.m).await;
        assert!(paper.status == StatusCode::OK && paper.text.starts_with("%PDF-1.7"), "{:?}", paper.status);
        for path in ["", "/pdf", "/json"] {
            assert!(house.get(&format!("{submission}{path}"), "").await.is_refusal(), "a closed space's submission is not for strangers");
        }
        assert_eq!(t.submit(&[&one]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "what is sent is not offered again");
    }
}

#[tokio::test]
async fn nothing_new_is_begun_or_offered_after_the_handover() {
    for house in House::both().await {
        let town = Town::of(&house, Visibility::Public).await;
        let (first, second) = (town.write("Åbn hallen", "Hver fredag").await, town.write("Flere busser", "Om natten").await);
        let (new, home) = (format!("{}/ny", town.base), town.base.trim_end_matches("/anbefalinger").to_owned());
        let another = form(&[("title", "Lys"), ("text", "På stien"), ("reason", "Det er mørkt.")]);
        for (stage, handed, open) in [("dialogue", Some(&first), true), ("decision", None, true), ("decision", Some(&second), false), ("deeds", None, false)] {
            town.stage(stage).await;
            if let Some(id) = handed {
                accepted(&town.submit(&[id]).await);
            }
            for page in [&town.base, &home] {
                assert_eq!(town.text(page, &town.m).await.contains(&format!("{new}\"")), open, "{stage} on {page}");
            }
            let status = if open { StatusCode::OK } else { StatusCode::CONFLICT };
            assert_eq!(house.get(&new, &town.m).await.status, status, "{stage}");
            if !open {
                let refused = house.post(&new, &town.m, &another).await;
                assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("Anbefalingerne er afleveret"), "{}", refused.text);
            }
        }
        town.stage("dialogue").await;
        accepted(&house.post(&new, &town.m, &another).await);
    }
}

#[tokio::test]
async fn a_recommendation_and_what_it_builds_on_point_at_each_other() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let slug = t.base.split('/').nth(2).unwrap().to_owned();
        let dialogue = [
            ("question", "Hvad mangler unge?"),
            ("description", "Sig det."),
            (
                "seeds",
                "Hallen skal være åben om fredagen\nBussen kører for sjældent\nDer mangler lys på stien\nUnge skal spørges først\nKlubben lukker for tidligt",
            ),
        ];
        let made = house.post(&format!("/forloeb/{slug}/dialog/ny"), &t.s, &form(&dialogue)).await;
        accepted(&made);
        let opened = house.post(&format!("/forloeb/{slug}/dialog/{}/aabn", last(&made.location)), &t.s, "").await;
        accepted(&opened);
        let id = t.write("Åbn hallen", "Hver fredag.").await;
        let found = t.text(&t.path(&id, "/kilder?q=fredage"), &t.m).await;
        assert!(found.contains("Hallen skal være åben") && !found.contains("Bussen kører"), "words are found in every form: {found}");
        let named = found.split("name=\"kilde\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(named.starts_with("statement:"), "{named}");
        accepted(&house.post(&t.path(&id, "/kilder"), &t.m, &form(&[("kilde", &named)])).await);
        accepted(&house.post(&t.path(&id, "/kilder"), &t.m, &form(&[("kilde", &named)])).await);
        let shown = t.text(&t.path(&id, ""), "").await;
        assert_eq!(shown.matches("Hallen skal være åben om fredagen").count(), 1, "twice is once: {shown}");
        let stranger = format!("statement:{}", house.app.clock.id());
        assert_eq!(house.post(&t.path(&id, "/kilder"), &t.m, &form(&[("kilde", &stranger)])).await.status, StatusCode::CONFLICT);

        // Beside the source stands what it is used in; strangers see no way to write.
        let object: Uuid = named.split(':').nth(1).unwrap().parse().unwrap();
        for (visitor, writes) in
            [(samskab_platform::Visitor::of(t.people[0].clone()), true), (samskab_platform::Visitor::stranger(samskab_platform::words::Lang::Da), false)]
        {
            let view = samskab_platform::view::find_visible(&house.app, &visitor, &slug).await.unwrap();
            let page = samskab_platform::Page::of_space(&house.app, &visitor, &view, "tab-overview");
            let beside = (tool().attached)(&mut house.app.db.read().await.unwrap(), &view, &page, "statement", object).await.unwrap();
            assert!(beside.contains("Bruges i anbefaling 1: Åbn hallen"), "{beside}");
            assert_eq!(beside.contains("/anbefalinger/ny?kilde="), writes, "{beside}");
        }

        // And in the list of what everybody has voted on.
        let here = format!("/forloeb/{slug}/dialog/{}", last(&made.location));
        accepted(&house.post(&format!("{here}/stem"), &t.m, &form(&[("statement", &object.to_string()), ("vote", "agree")])).await);
        (samskab_dialogue::TOOL.tick)(&house.app).await.unwrap();
        let list = t.text(&here, "").await;
        assert!(list.contains(&format!("href=\"{}\">Del af anbefaling 1</a>", t.path(&id, ""))), "{}: {list}", house.kind);

        // From the source to a new recommendation.
        let new = t.text(&format!("{}/ny?kilde={named}", t.base), &t.m).await;
        assert!(new.contains("Hallen skal være åben om fredagen") && new.contains(&format!("value=\"{named}\"")), "{new}");
        let written = form(&[("kilde", &named), ("title", "Ny"), ("text", "x"), ("reason", "y")]);
        let sent = house.post(&format!("{}/ny", t.base), &t.m, &written).await;
        assert!(t.text(sent.location.split('?').next().unwrap(), "").await.contains("Hallen skal være åben om fredagen"));
        accepted(&house.post(&t.path(&id, "/kilder/fjern"), &t.m, &form(&[("object", &object.to_string())])).await);
        assert!(!t.text(&t.path(&id, ""), "").await.contains("om fredagen"));
    }
}

#[tokio::test]
async fn answers_are_given_one_after_another_and_corrected_only_by_a_new_one_that_shows_the_old() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let mut ids = vec![];
        for n in 1..=3 {
            ids.push(t.write(&format!("Nummer {n}"), "Gør det.").await);
        }
        let refs: Vec<&str> = ids.iter().map(String::as_str).collect();
        accepted(&t.submit(&refs).await);
        assert!(house.get(&format!("{}/svar", t.base), &t.m).await.is_refusal());
        assert!(house.get(&format!("{}/svar", t.base), &t.c).await.location.contains(&ids[0]), "the first that waits");
        assert!(t.answer(&ids[1], "approved", "next").await.location.contains(&ids[2]), "then the next");
        assert!(t.answer(&ids[2], "rejected", "next").await.location.contains(&ids[0]), "and round to the first again");
        let done = t.answer(&ids[0], "noted", "next").await;
        assert!(done.location.contains(&format!("{}?", ids[0])), "nothing is left: {}", done.location);
        assert_eq!(house.get(&format!("{}/svar", t.base), &t.c).await.location, t.base);

        let new = |why: &str| form(&[("outcome", "partly"), ("reason", "Kun om fredagen."), ("correction", why)]);
        assert!(house.post(&t.path(&ids[1], "/svar/ret"), &t.m, &new("x")).await.is_refusal());
        assert_eq!(house.post(&t.path(&ids[1], "/svar/ret"), &t.c, &new("")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        accepted(&house.post(&t.path(&ids[1], "/svar/ret"), &t.c, &new("Beløbet var forkert.")).await);
        let page = plain(&t.text(&t.path(&ids[1], ""), "").await);
        for words in ["Delvist godkendt", "Kun om fredagen.", "Beløbet var forkert.", "var: Godkendt", "Fordi det passer.", "Gælder ikke mere"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(t.mail_to("mads").await.iter().any(|m| m.contains("Beløbet var forkert.") && m.contains("Delvist godkendt")));
        let draft = t.write("Kladde", "x").await;
        assert_eq!(house.post(&t.path(&draft, "/svar/ret"), &t.c, &new("x")).await.status, StatusCode::CONFLICT, "there is no answer yet");
        // What is counted across spaces follows the answer that stands.
        let counted = plain(&t.text("/opfoelgning", "").await);
        assert!(counted.contains("Godkendt 0") && counted.contains("Delvist godkendt 1"), "{counted}");
    }
}

#[tokio::test]
async fn an_answer_says_which_body_decided_it_and_when_and_who_wrote_it_in() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let mut sql = house.app.db.write().await.unwrap();
        space::set_frame(&mut sql, t.space, "Sammen.", "Børneudvalget", None).await.unwrap();
        sql.commit().await.unwrap();
        let id = t.write("Bus 12", "Oftere.").await;
        accepted(&t.submit(&[&id]).await);
        let (today, before) = (house.app.clock.today(), house.app.clock.today() - Duration::days(6));
        // The secretary writes in what the standing committee of the mandate decided; today is suggested.
        let form_page = t.text(&t.path(&id, "/svar"), &t.s).await;
        assert!(form_page.contains("value=\"Børneudvalget\"") && form_page.contains(&format!("value=\"{today}\"")), "{form_page}");
        let given = |body: &str, on: &str| form(&[("outcome", "approved"), ("reason", "Der er penge."), ("body", body), ("decided_on", on)]);
        let future = house.post(&t.path(&id, "/svar"), &t.s, &given("Byrådet", &(today + Duration::days(1)).to_string())).await;
        assert!(future.status == StatusCode::UNPROCESSABLE_ENTITY && future.text.contains("Dagen er ikke kommet endnu"), "{}", future.text);
        accepted(&house.post(&t.path(&id, "/svar"), &t.s, &given("Byrådet", &before.to_string())).await);
        let shown = t.text(&t.path(&id, ""), "").await.replace('\u{a0}', " ");
        let page = samskab_platform::Page::new(&house.app, &samskab_platform::Visitor::program(), String::new());
        let day = page.date(&before).replace('\u{a0}', " ");
        for words in ["af</dt><dd>Byrådet</dd>".to_owned(), format!("den</dt><dd>{day}"), format!("Skrevet ind af</dt><dd>{}", t.secretary.name)] {
            assert!(shown.contains(&words), "{words}: {shown}");
        }
        // In the spreadsheet, in what became of it, and in the archive.
        let table = t.text("/opfoelgning.csv", "").await;
        assert!(table.contains("Besluttet af") && table.contains(&format!("Byrådet;{before}")), "{table}");
        let became = plain(&t.text("/opfoelgning", "").await).replace('\u{a0}', " ");
        assert!(became.contains(&format!("Besluttet af Byrådet {day}")), "{became}");
        let mut sql = house.app.db.read().await.unwrap();
        let visitor = samskab_platform::Visitor::of(t.secretary.clone());
        let slug = t.base.split('/').nth(2).unwrap();
        let view = samskab_platform::view::find_visible_with(&mut sql, &house.app, &visitor, slug).await.unwrap();
        let records = format!("{:?}", (tool().records)(&mut sql, &view, &page).await.unwrap());
        assert!(records.contains("Byrådet") && records.contains(&before.to_string()), "{records}");
        drop(sql);
        // A new answer in its place keeps who decided the old one.
        let new = form(&[("outcome", "partly"), ("reason", "Kun fredag."), ("correction", "En fejl."), ("body", "Økonomiudvalget"), ("decided_on", "")]);
        accepted(&house.post(&t.path(&id, "/svar/ret"), &t.c, &new).await);
        let shown = plain(&t.text(&t.path(&id, ""), "").await).replace('\u{a0}', " ");
        assert!(shown.contains("Økonomiudvalget") && shown.contains(&format!("Besluttet af Byrådet {day}")), "{shown}");
    }
}

#[tokio::test]
async fn a_promised_date_is_spoken_of_at_each_step_once() {
    for house in House::both().await {
        let mut t = Town::of(&house, Visibility::Public).await;
        let id = t.write("Bus 12", "Bussen kører oftere.").await;
        accepted(&t.submit(&[&id]).await);
        t.promise(20).await;
        let above = house.person("Adam").await;
        let municipality = space::by_slug(&mut house.app.db.read().await.unwrap(), space::MUNICIPALITY).await.unwrap().id;
        house.role(municipality, &above, Role::Administrator).await;
        let start = house.app.clock.now();
        let mut said = vec![];
        for day in 0..=50 {
            house.clock.set(start + Duration::days(day));
            for _ in 0..2 {
                (tool().tick)(&house.app).await.unwrap();
            }
            let steps: Vec<(i64,)> = house.app.db.read().await.unwrap().all(&STEPS, args![]).await.unwrap();
            if steps.len() > said.len() {
                said.push((day, steps.last().unwrap().0));
            }
        }
        assert_eq!(said, [(6, -14), (17, -3), (21, 1), (35, 15), (49, 29)], "{}", house.kind);
        assert_eq!((t.count("recommendations.remind").await, t.count("recommendations.overdue").await), (2, 3));
        let (council, member) = (t.mail_to("polly").await, t.mail_to("mads").await);
        assert_eq!(council.iter().filter(|m| m.contains("skal have svar senest")).count(), 2, "{council:?}");
        assert_eq!(council.iter().filter(|m| m.contains("over tiden")).count(), 3, "{council:?}");
        assert_eq!(member.iter().filter(|m| m.contains("skal have svar senest")).count(), 0, "the team is told when it is late, not before");
        assert_eq!(member.iter().filter(|m| m.contains("over tiden")).count(), 3, "{member:?}");
        // The third step goes above those who answer, in other words: at 15 and 29 days.
        let told = t.mail_to("adam").await;
        assert_eq!((told.len(), told.iter().filter(|m| m.contains("fordi du er administrator")).count()), (2, 2), "{told:?}");
        assert_eq!(member.iter().filter(|m| m.contains("administratorer har også fået besked")).count(), 2, "the others are told that it did: {member:?}");
        let list = plain(&t.text(&t.base, "").await);
        assert!(list.contains("30 dage over tiden"), "{list}");
        let home = t.base.trim_end_matches("/anbefalinger").to_owned();
        let front = plain(&t.text(&home, "").await);
        assert!(front.contains("30 dage over tiden") && !front.contains("Svarfristen var"), "the space's own page has one clock: {front}");

        // Nobody stays signed in for so long.
        (t.s, t.m, t.c) = (house.cookie(&t.secretary).await, house.cookie(&t.people[0]).await, house.cookie(&t.people[2]).await);
        // An answer ends it.
        accepted(&t.answer(&id, "approved", "").await);
        let front = plain(&t.text(&home, "").await);
        assert!(front.contains("1 af 1 besvaret") && !front.contains("Svarfristen var"), "and it stops: {front}");
        house.clock.set(start + Duration::days(64));
        (tool().tick)(&house.app).await.unwrap();
        assert_eq!(t.count("recommendations.overdue").await, 3);
        // A new date begins again.
        (t.s, t.m) = (house.cookie(&t.secretary).await, house.cookie(&t.people[0]).await);
        let other = t.write("Hal", "Hallen er åben.").await;
        accepted(&t.submit(&[&other]).await);
        t.promise(3).await;
        (tool().tick)(&house.app).await.unwrap();
        assert_eq!(t.count("recommendations.remind").await, 3);
    }
}

#[tokio::test]
async fn a_closed_committee_is_carried_on_where_it_must_and_nothing_new_is_begun() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let home = t.base.trim_end_matches("/anbefalinger").to_owned();
        let settings = format!("{home}/indstil");
        assert!(!t.text(&settings, &t.s).await.contains("ikke færdigt endnu"), "nothing is open");
        let (yes, waits) = (t.write("Bus 12", "Oftere.").await, t.write("Hal", "Åben.").await);
        accepted(&t.submit(&[&yes, &waits]).await);
        accepted(&t.answer(&yes, "approved", "").await);
        let (deed, due) = (house.app.clock.id(), house.app.clock.today() + Duration::days(30));
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&DEED, args![deed, t.space, yes.parse::<Uuid>().unwrap(), "Åben hal fredag", t.people[3].id, due, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        let before = plain(&t.text(&settings, &t.s).await);
        for words in ["1 aftale er ikke afsluttet", "1 anbefaling venter på svar", "Det kan føres videre"] {
            assert!(before.contains(words), "whoever closes is told {words}: {before}");
        }
        accepted(&house.post(&format!("{home}/afslut"), &t.s, "").await);
        assert!(plain(&t.text(&settings, &t.s).await).contains("1 anbefaling venter på svar"));

        // The doer tells how it goes and plans; the buttons are there for them and for nobody else.
        let one = format!("{home}/aftaler/{deed}");
        assert!(t.text(&one, &t.d).await.contains("/fortael\""), "the form is shown");
        assert!(!t.text(&one, &t.m).await.contains("/fortael\""));
        accepted(&house.post(&format!("{one}/fortael"), &t.d, &form(&[("status", "started"), ("text", "Vi er 30 hver fredag.")])).await);
        let step = form(&[("milestone", "Nøglen er hentet"), ("milestone_due", &due.to_string())]);
        accepted(&house.post(&format!("{one}/delmaal"), &t.d, &step).await);
        let page = t.text(&one, "").await;
        assert!(page.contains("Vi er 30 hver fredag.") && page.contains("Nøglen er hentet"));

        // The promise of an answer holds: it is spoken of, given, put right, and what it approves becomes a commitment.
        t.promise(3).await;
        (tool().tick)(&house.app).await.unwrap();
        assert_eq!(t.count("recommendations.remind").await, 1, "{}", house.kind);
        assert!(t.text(&home, &t.c).await.contains(&t.path(&waits, "/svar")), "the one who answers is asked on the space's page");
        accepted(&t.answer(&waits, "rejected", "").await);
        let right = form(&[("outcome", "approved"), ("reason", "Der er plads."), ("correction", "Beløbet var forkert.")]);
        accepted(&house.post(&t.path(&waits, "/svar/ret"), &t.c, &right).await);
        let person = t.people[3].id.to_string();
        let promise = form(&[("fra", &waits), ("what", "Åben hal søndag"), ("doer", &person), ("counterpart", &person), ("due_on", &due.to_string())]);
        accepted(&house.post(&format!("{home}/aftaler/ny"), &t.s, &promise).await);
        // Nothing else.
        for (path, cookie) in [(format!("{}/ny", t.base), &t.m), (format!("{home}/moeder/nyt"), &t.s), (format!("{home}/ramme/skriv"), &t.s)] {
            assert!(!house.post(&path, cookie, "title=x&text=y").await.status.is_redirection(), "{path}");
            assert!(!house.get(&path, cookie).await.status.is_success(), "{path} is not offered");
        }
    }
}

#[tokio::test]
async fn what_became_of_it_is_shown_to_those_who_may_see_it_as_page_table_and_feed() {
    for house in House::both().await {
        let t = Town::of(&house, Visibility::Public).await;
        let (yes, no, waits) = (t.write("Åben <hal> & nøgle", "Ja.").await, t.write("Ny vej", "Nej.").await, t.write("=Bus()", "Måske.").await);
        accepted(&t.submit(&[&yes, &no, &waits]).await);
        accepted(&t.answer(&yes, "approved", "").await);
        accepted(&t.answer(&no, "rejected", "").await);
        let mut sql = house.app.db.write().await.unwrap();
        let due = house.app.clock.today() + Duration::days(5);
        sql.run(&DEED, args![house.app.clock.id(), t.space, yes.parse::<Uuid>().unwrap(), "Åben hal fredag", t.people[3].id, due, house.app.clock.now()])
            .await
            .unwrap();
        sql.commit().await.unwrap();
        let hidden = house.get("/opfoelgning", "").await.text;
        let own = format!("{}/opfoelgning", t.base);

        let page = plain(&hidden);
        assert!(page.contains("Åben hal fredag") && page.contains("Dorthe") && page.contains("Godkendt 1") && page.contains("Venter på svar 1"), "{page}");
        let only = plain(&t.text(&format!("{own}?udfald=rejected"), "").await);
        assert!(only.contains("Ny vej") && !only.contains("Åben hal fredag"), "{only}");
        assert!(t.text("/opfoelgning?udvalg=ungepolitik&udfald=rejected", "").await.is_empty(), "leads to the committee's own page");
        assert!(!plain(&t.text("/opfoelgning?sent=ja", "").await).contains("Åben hal fredag"), "nothing is late");
        house.clock.set(house.app.clock.now() + Duration::days(6));
        let late = plain(&t.text("/opfoelgning?sent=ja", "").await);
        assert!(late.contains("Åben hal fredag") && late.contains("1 dag over tiden") && !late.contains("Ny vej"), "{late}");
        let last = plain(&t.text("/opfoelgning?sent=ja&side=9", "").await);
        assert!(last.contains("Åben hal fredag") && !last.contains("Ny vej"), "a page that is not there is the last one: {last}");

        let table = t.text("/opfoelgning.csv", "").await;
        assert!(table.contains("'=Bus()") && table.contains("Åben hal fredag;Dorthe") && table.lines().count() == 4, "{table}");
        assert!(t.text(&format!("{own}.csv"), "").await.contains("Ny vej"));
        for (path, entries) in [("/opfoelgning.atom".to_owned(), 3), (format!("{own}.atom"), 3)] {
            let answer = house.get(&path, "").await;
            assert_eq!(read_feed(&answer.text), entries, "{path}");
        }
        assert!(hidden.contains("<link rel=\"alternate\" type=\"application/atom+xml\""), "the page names its feed");

        // A space that closes is gone from all of it for those outside.
        let mut sql = house.app.db.write().await.unwrap();
        let here = space::by_id(&mut sql, t.space).await.unwrap();
        space::settle(&mut sql, t.space, &here.title, &here.summary, None, Visibility::Members).await.unwrap();
        sql.commit().await.unwrap();
        for path in ["/opfoelgning", "/opfoelgning.csv", "/opfoelgning.atom", "/opfoelgning?sent=ja"] {
            assert!(!t.text(path, "").await.contains("Ny vej"), "{path}");
        }
        assert!(house.get(&format!("{own}.atom"), &t.s).await.is_refusal(), "feeds are of what is public");
        assert!(t.text("/opfoelgning", &t.m).await.contains("Ny vej"), "members still see it");
    }
}

/// Reads a feed with a parser of another house; gives the number of entries, all of them whole.
fn read_feed(xml: &str) -> usize {
    const CHECK: &str = r#"
import sys, datetime, xml.etree.ElementTree as E
A = '{http://www.w3.org/2005/Atom}'
f = E.fromstring(sys.stdin.buffer.read())
assert f.tag == A + 'feed', f.tag
def whole(e):
    for name in ('id', 'title', 'updated'):
        assert len(e.findall(A + name)) == 1 and e.find(A + name).text, name
    datetime.datetime.fromisoformat(e.find(A + 'updated').text.replace('Z', '+00:00'))
whole(f)
assert f.find(A + 'author').find(A + 'name').text
assert {l.get('rel') for l in f.findall(A + 'link')} == {'self', 'alternate'}
entries = f.findall(A + 'entry')
ids = [e.find(A + 'id').text for e in entries]
assert len(set(ids)) == len(ids) and all(i.startswith('urn:uuid:') for i in ids)
for e in entries:
    whole(e)
    assert e.find(A + 'link').get('href').startswith('http://samskab.example/forloeb/')
updated = [e.find(A + 'updated').text for e in entries]
assert updated == sorted(updated, reverse=True) and (not entries or f.find(A + 'updated').text == updated[0])
if entries: assert any('<hal> & n' in e.find(A + 'title').text for e in entries)
print(len(entries))
"#;
    use std::io::Write;
    let mut python = std::process::Command::new("python3")
        .args(["-c", CHECK])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("python3 is there");
    python.stdin.take().unwrap().write_all(xml.as_bytes()).unwrap();
    let out = python.wait_with_output().unwrap();
    assert!(out.status.success(), "{xml}");
    String::from_utf8(out.stdout).unwrap().trim().parse().unwrap()
}
