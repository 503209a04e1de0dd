//! Seats, from the call to the last answer: who sees what, what is told to whom, the lot, and who is next.

use std::process::Command;

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::outbox::{self, OutboxRow};
use samskab_platform::person::Person;
use samskab_platform::{args, journal, person, space};
use uuid::Uuid;

use crate::house::{House, form, morning};

const PAYLOADS: Statement = Statement { name: "payloads", sql: "SELECT payload FROM journal WHERE payload IS NOT NULL", postgres: None };
const INTERESTS: Statement = Statement { name: "interests", sql: "SELECT COUNT(*) FROM interest", postgres: None };
const BEHIND: Statement = Statement { name: "behind", sql: "SELECT COUNT(*) FROM lot_ticket WHERE person_id IS NOT NULL", postgres: None };
const DRAFTS: Statement = Statement { name: "drafts", sql: "SELECT COUNT(*) FROM interest_draft", postgres: None };
const WHYS: Statement = Statement { name: "whys", sql: "SELECT why FROM interest ORDER BY registered_at", postgres: None };
const LEFT: Statement = Statement { name: "left", sql: "SELECT COALESCE(reason, '') FROM seat_holding ORDER BY id", postgres: None };
const READ: Statement = Statement { name: "read", sql: "SELECT COUNT(*) FROM reading WHERE person_id = $1 AND what = 'reading-interest'", postgres: None };

/// A committee whose secretary recruits.
struct Town {
    house: House,
    space: Uuid,
    slug: String,
    secretary: String,
    profile: String,
    call: String,
}

impl Town {
    async fn count(&self, statement: &'static Statement) -> i64 {
        self.house.app.db.read().await.unwrap().count(statement, args![]).await.unwrap()
    }

    fn at(&self, path: &str) -> String {
        format!("/forloeb/{}/pladser{path}", self.slug)
    }

    fn at_call(&self, path: &str) -> String {
        format!("/forloeb/{}/pladser/opslag/{}{path}", self.slug, self.call)
    }

    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.house.post(path, cookie, &form(fields)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
        answer.location
    }

    /// Somebody signed in comes forward for the seat.
    async fn interested(&self, name: &str, why: &str) -> (Person, String) {
        let person = self.house.person(name).await;
        let cookie = self.house.cookie(&person).await;
        self.post(&self.at_call("/meld"), &cookie, &[("profiles", &self.profile), ("why", why)]).await;
        (person, cookie)
    }

    async fn tick(&self) {
        (samskab_recruitment::TOOL.tick)(&self.house.app).await.unwrap();
    }

    async fn mails(&self) -> Vec<OutboxRow> {
        outbox::drain(&self.house.app).await.unwrap();
        outbox::latest(&mut self.house.app.db.read().await.unwrap(), 200).await.unwrap()
    }

    async fn mail(&self, to: &str, subject: &str) -> OutboxRow {
        let all = self.mails().await;
        let there: Vec<_> = all.iter().map(|m| format!("{}: {}", m.recipient, m.subject)).collect();
        all.into_iter().find(|m| m.recipient == to && m.subject.contains(subject)).unwrap_or_else(|| panic!("no mail '{subject}' to {to} in {there:?}"))
    }

    async fn roles(&self, person: &Person) -> Vec<Role> {
        space::roles_of(&mut self.house.app.db.read().await.unwrap(), self.space, person.id).await.unwrap()
    }

    /// The page on which the answers are chosen, with this for each: field and value.
    async fn answer(&self, fields: &[(String, String)]) -> String {
        let mut all = vec![("date", "2026-03-02"), ("note", "Punkt 7"), ("sure", "yes")];
        all.extend(fields.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        self.post(&self.at_call("/svar"), &self.secretary, &all).await
    }

    /// The field of a candidate on that page.
    async fn field(&self, name: &str) -> String {
        let page = self.house.get(&self.at_call("/svar"), &self.secretary).await.text;
        let before = page.split(&format!("<b>{name}</b>")).next().unwrap();
        before.rsplit("label for=\"").next().unwrap().split('"').next().unwrap().to_owned()
    }

    async fn close(&self) {
        self.post(&self.at_call("/luk"), &self.secretary, &[]).await;
    }
}

/// A committee with one kind of seat and an open call, on each database.
async fn towns(seats: &str) -> Vec<Town> {
    let mut towns = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Havnepladsen", Visibility::Public).await;
        let secretary = house.cookie(&secretary).await;
        let mut town = Town { house, space, slug, secretary, profile: String::new(), call: String::new() };
        let fields = [("title", "Ung under 25"), ("description", "Kender byen"), ("role", "member"), ("seats", seats), ("until_on", "2026-12-31")];
        town.post(&town.at("/profil/ny"), &town.secretary, &fields).await;
        let page = town.house.get(&town.at(""), &town.secretary).await.text;
        town.profile = page.split("id=\"seat-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let fields = [
            ("title", "Vil du være med?"),
            ("text", "Vi skal **tegne** havnen"),
            ("profiles", town.profile.as_str()),
            ("working_groups", "yes"),
            ("period", "Et år"),
            ("meetings", "Seks møder"),
            ("preparation", "En time"),
            ("deadline", "2026-03-15"),
            ("contact", "Line, 12 34 56 78"),
        ];
        let there = town.post(&town.at("/opslag/ny"), &town.secretary, &fields).await;
        town.call = there.split("/opslag/").nth(1).unwrap().split('?').next().unwrap().to_owned();
        assert_eq!(town.house.get(&town.at_call(""), "").await.status, StatusCode::NOT_FOUND, "a draft is for those who write it");
        town.post(&town.at_call("/aabn"), &town.secretary, &[]).await;
        towns.push(town);
    }
    towns
}

#[tokio::test]
async fn a_call_is_the_first_thing_to_do_only_while_a_seat_is_free() {
    for town in towns("1").await {
        town.close().await;
        let button = "<a class=\"btn\" href=\"/forloeb/havnepladsen/pladser/opslag/ny\"";
        assert!(town.house.get(&town.at(""), &town.secretary).await.text.contains(button), "a seat is free and nobody is called");
        let member = town.house.person("Mona").await;
        town.house.role(town.space, &member, Role::Member).await;
        town.post(
            &format!("{}/{}/besaet", town.at("/profil"), town.profile),
            &town.secretary,
            &[("person", &member.id.to_string()), ("from_on", "2026-03-02")],
        )
        .await;
        let page = town.house.get(&town.at(""), &town.secretary).await.text;
        assert!(page.contains("/opslag/ny\"") && !page.contains(button), "{page}");
    }
}

#[tokio::test]
async fn the_call_is_public_and_the_seats_are_shown_with_the_frame_and_on_the_front_page() {
    for town in towns("2").await {
        let page = town.house.get(&town.at_call(""), "").await.text;
        for said in ["Ung under 25", "<strong>tegne</strong>", "Seks møder", "En time", "15. marts 2026", "Line, 12 34 56 78"] {
            assert!(page.contains(said), "{said}");
        }
        assert!(!page.contains("Dem, der har meldt sig"), "what staff see is for staff");
        for path in ["/plakat", "/blanket"] {
            assert!(town.house.get(&town.at_call(path), "").await.text.contains("<svg"), "{path} has a code for the camera");
        }
        assert!(town.house.get("/", "").await.text.contains("Meld dig senest 15. marts 2026"), "the front page");
        assert!(town.house.get(&format!("/forloeb/{}", town.slug), "").await.text.contains("0 af 2 besat"), "the overview");
    }
}

#[tokio::test]
async fn somebody_new_comes_forward_and_confirms_it_from_the_mail() {
    for town in towns("2").await {
        let fields = [("profiles", town.profile.as_str()), ("why", "Fordi jeg bor der"), ("name", "Asta Ny"), ("email", "asta@ny.example")];
        let wrong = town.house.post(&town.at_call("/meld"), "", &form(&[("name", "Asta"), ("email", "asta")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Sæt mindst ét kryds") && wrong.text.contains("er ikke en mailadresse"), "{}", wrong.text);
        assert!(town.post(&town.at_call("/meld"), "", &fields).await.ends_with("/meld/sendt"));
        assert!(person::find_by_email(&mut town.house.app.db.read().await.unwrap(), "asta@ny.example").await.unwrap().is_none(), "nobody is added unasked");
        assert_eq!((town.count(&INTERESTS).await, town.count(&DRAFTS).await), (0, 1));
        let link = town.mail("asta@ny.example", "bekræft").await.link;
        let page = town.house.get(&link, "").await;
        assert!(page.text.contains("Asta Ny") && page.text.contains("Fordi jeg bor der"), "{}", page.text);
        assert_eq!(town.house.post(&link, "", "").await.status, StatusCode::OK);
        assert_eq!((town.count(&INTERESTS).await, town.count(&DRAFTS).await), (1, 0));
        assert_eq!(town.house.post(&link, "", "").await.status, StatusCode::NOT_FOUND, "once");
        town.mail("asta@ny.example", "du har meldt dig").await;
        // What nobody confirms goes by itself, and one address is not sent more than some mails in an hour.
        for n in 0..6 {
            let again = [("profiles", town.profile.as_str()), ("name", "Bo"), ("email", "bo@ny.example")];
            let answer = town.house.post(&town.at_call("/meld"), "", &form(&again)).await;
            assert_eq!(answer.status == StatusCode::SEE_OTHER, n < 5, "{n}: {}", answer.status);
        }
        town.house.clock.set(morning() + Duration::days(8));
        town.tick().await;
        assert_eq!(town.count(&DRAFTS).await, 0);
    }
}

#[tokio::test]
async fn only_secretary_and_facilitator_see_who_came_forward_and_every_look_is_noted() {
    for town in towns("2").await {
        let (ida, ida_cookie) = town.interested("Ida", "Et hemmeligt ønske").await;
        let list = town.house.get(&town.at_call("/interesserede"), &town.secretary).await.text;
        assert!(list.contains("Ida") && !list.contains("Et hemmeligt ønske"));
        let one = list.split("pladser/interesse/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for (name, role) in [("Medlem", Role::Member), ("Formand", Role::Chair), ("Politiker", Role::Politician), ("Raad", Role::Council)] {
            let other = town.house.person(name).await;
            town.house.role(town.space, &other, role).await;
            let other = town.house.cookie(&other).await;
            for path in [town.at_call("/interesserede"), town.at_call("/interesserede/alle"), town.at(&format!("/interesse/{one}")), town.at_call("/svar")] {
                assert_eq!(town.house.get(&path, &other).await.status, StatusCode::FORBIDDEN, "{path} for {name}");
            }
            assert!(!town.house.get(&town.at_call(""), &other).await.text.contains("Ida"));
        }
        let read = async || town.house.app.db.read().await.unwrap().count(&READ, args![ida.id]).await.unwrap();
        assert_eq!(read().await, 0);
        assert!(town.house.get(&town.at(&format!("/interesse/{one}")), &town.secretary).await.text.contains("Et hemmeligt ønske"));
        assert!(town.house.get(&town.at_call("/interesserede/alle"), &town.secretary).await.text.contains("Et hemmeligt ønske"));
        assert_eq!(read().await, 2);
        // Their own page tells it, what is stored about them too, and taking it back empties it.
        assert!(town.house.get("/min-side", &ida_cookie).await.text.contains("Vil du være med?"));
        assert!(town.house.get(&town.at_call(""), &ida_cookie).await.text.contains("Du har meldt dig"));
        town.post(&town.at_call("/traek"), &ida_cookie, &[]).await;
        let whys: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&WHYS, args![]).await.unwrap();
        assert_eq!(whys, [(String::new(),)]);
        let payloads: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().all(|(p,)| !p.contains("Ida") && !p.contains("hemmelig")), "{payloads:?}");
    }
}

#[tokio::test]
async fn a_form_on_paper_is_entered_with_the_helpers_name_and_the_person_is_told() {
    for town in towns("2").await {
        let fields = [("way", "paper"), ("name", "Ejner Klit"), ("phone", "12 34 56 78"), ("profiles", town.profile.as_str()), ("why", "Båd siden 1974")];
        let unreachable = [("way", "paper"), ("name", "Ejner Klit"), ("profiles", town.profile.as_str())];
        assert_eq!(town.house.post(&town.at_call("/indtast"), &town.secretary, &form(&unreachable)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.post(&town.at_call("/indtast"), &town.secretary, &fields).await;
        let list = town.house.get(&town.at_call("/interesserede"), &town.secretary).await.text;
        assert!(list.contains("Ejner Klit") && list.contains("på papir"));
        let one = list.split("pladser/interesse/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = town.house.get(&town.at(&format!("/interesse/{one}")), &town.secretary).await.text;
        assert!(page.contains("tastet ind af Sille") && page.contains("12345678"), "{page}");
        // A letter may have been on its way when the call closed.
        town.close().await;
        let late = [("way", "phone"), ("name", "Gerda"), ("email", "gerda@ny.example"), ("working_group", "yes")];
        town.post(&town.at_call("/indtast"), &town.secretary, &late).await;
        let (_, cookie) = {
            let p = town.house.person("Sen").await;
            let c = town.house.cookie(&p).await;
            (p, c)
        };
        assert_eq!(town.house.post(&town.at_call("/meld"), &cookie, &form(&[("profiles", &town.profile)])).await.status, StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn the_council_appoints_and_nobody_is_without_an_answer() {
    for town in towns("1").await {
        let (ida, ida_cookie) = town.interested("Ida", "").await;
        let (bo, _) = town.interested("Bo", "").await;
        let (eva, eva_cookie) = town.interested("Eva", "").await;
        town.close().await;
        let page = town.house.get(&town.at_call("/interesserede"), &town.secretary).await.text;
        assert!(page.contains("3 har ikke fået svar endnu"));
        let (for_ida, for_bo) = (town.field("Ida").await, town.field("Bo").await);
        let seat = format!("seat:{}", town.profile);
        // Two on one seat is too many; nothing has happened.
        let both = form(&[("date", "2026-03-02"), (&for_ida, &seat), (&for_bo, &seat)]);
        let refused = town.house.post(&town.at_call("/svar"), &town.secretary, &both).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Der er valgt for mange til »Ung under 25«"), "{}", refused.text);
        let ahead = town.house.post(&town.at_call("/svar"), &town.secretary, &form(&[("date", "2026-03-03"), (&for_ida, &seat)])).await;
        assert!(ahead.status == StatusCode::UNPROCESSABLE_ENTITY && ahead.text.contains("Mødet er ikke holdt endnu"), "{}", ahead.text);
        // One looks once more before anything is sent.
        let alternate = format!("alternate:{}:1", town.profile);
        let fields = form(&[("date", "2026-03-02"), (&for_ida, &seat), (&for_bo, &alternate), ("rest", "yes")]);
        let look = town.house.post(&town.at_call("/svar"), &town.secretary, &fields).await;
        assert!(look.status == StatusCode::OK && look.text.contains("Er det rigtigt?"), "{}", look.text);
        assert!(town.roles(&ida).await.is_empty());
        let done = town.answer(&[(for_ida, seat), (for_bo, alternate), ("rest".into(), "yes".into())]).await;
        assert!(done.ends_with("klar=appointed-all"), "{done}");
        assert_eq!(town.roles(&ida).await, [Role::Member], "the role at once");
        assert!(town.roles(&bo).await.is_empty() && town.roles(&eva).await.is_empty());
        for (who, said) in [("ida", "du har fået en plads"), ("bo", "du er suppleant"), ("eva", "svar på, at du meldte dig")] {
            town.mail(&format!("{who}@borger.example"), said).await;
        }
        assert!(town.house.get(&town.at_call("/interesserede"), &town.secretary).await.text.contains("Alle har fået svar"));
        assert!(town.house.get(&town.at(""), "").await.text.contains("1 af 1 besat"));
        assert!(town.house.get(&format!("/forloeb/{}", town.slug), &ida_cookie).await.text.contains("1 af 1"));
        // Whoever got no seat is welcome in a working group.
        assert!(town.house.get(&town.at_call(""), &eva_cookie).await.text.contains("velkommen i en arbejdsgruppe"));
        town.post(&town.at_call("/gruppe"), &eva_cookie, &[]).await;
        assert!(town.house.get(&town.at_call("/interesserede"), &town.secretary).await.text.contains("Velkommen i en arbejdsgruppe"));
        // Nobody is answered twice.
        let report = journal::verify(&mut town.house.app.db.read().await.unwrap()).await.unwrap();
        assert!(report.faults.is_empty());
    }
}

/// Runs the program's own check on a receipt.
fn verify(text: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kvittering.json");
    std::fs::write(&file, text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_samskab")).arg("verify").arg(&file).output().unwrap();
    (output.status.code(), format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

#[tokio::test]
async fn a_lot_is_drawn_in_public_once_and_everybody_can_draw_it_again() {
    for town in towns("2").await {
        let mut people = vec![];
        for name in ["Ida", "Bo", "Eva", "Ib"] {
            people.push(town.interested(name, "").await);
        }
        let lot = town.at_call(&format!("/lod?profil={}", town.profile));
        assert!(town.house.get(&lot, &town.secretary).await.text.contains("Vent, til opslaget er lukket"));
        town.close().await;
        let page = town.house.get(&lot, &town.secretary).await.text;
        let fits: Vec<&str> = page.split("name=\"fits\"").skip(1).map(|p| p.split("value=\"").nth(1).unwrap().split('"').next().unwrap()).collect();
        assert_eq!(fits.len(), 4);
        let mut fields = vec![("profile", town.profile.as_str()), ("seats", "2")];
        fields.extend(fits.iter().map(|id| ("fits", *id)));
        let there = town.post(&town.at_call("/lod"), &town.secretary, &fields).await;
        let lot = there.split('?').next().unwrap().to_owned();
        let list = town.house.get(&lot, "").await.text;
        for (person, _) in &people {
            assert!(!list.contains(&format!(">{}<", person.name)), "pseudonyms only");
        }
        let file = town.house.get(&format!("{lot}/kvittering.json"), "").await.text;
        let before = verify(&file);
        assert_eq!(before.0, Some(0), "{}", before.1);
        assert!(before.1.contains("Nothing has been drawn yet"), "{}", before.1);
        let listed: samskab_lot::Receipt = serde_json::from_str(&file).unwrap();
        let payloads: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().any(|(p,)| p.contains(&listed.digest) && p.contains("\"candidates\":4")), "published before the seed is known");
        // Each is told their own name, and sees it.
        let ticket = town.mail("ida@borger.example", "der bliver trukket lod").await;
        let mine = listed.pseudonyms.iter().find(|n| ticket.body.contains(*n)).expect("the mail says the name").clone();
        assert!(town.house.get(&lot, &people[0].1).await.text.contains(&format!("<b class=\"paper-code\" translate=\"no\">{mine}</b>")));
        // The seed is written down once, the same way twice.
        let differ = town.house.post(&lot, &town.secretary, &form(&[("seed", "4 6 1 3"), ("again", "4 6 1 2")])).await;
        assert_eq!(differ.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(town.house.post(&lot, &people[0].1, &form(&[("seed", "1"), ("again", "1")])).await.status, StatusCode::FORBIDDEN);
        town.post(&lot, &town.secretary, &[("seed", "4 6 1 3"), ("again", "4 6 1 3")]).await;
        let twice = town.house.post(&lot, &town.secretary, &form(&[("seed", "9"), ("again", "9")])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        let off = town.house.post(&format!("{lot}/aflys"), &town.secretary, &form(&[("why", "Nej")])).await;
        assert_eq!(off.status, StatusCode::CONFLICT);
        let file = town.house.get(&format!("{lot}/kvittering.json"), "").await.text;
        let held = verify(&file);
        assert_eq!(held.0, Some(0), "{}", held.1);
        let receipt: samskab_lot::Receipt = serde_json::from_str(&file).unwrap();
        assert_eq!((receipt.digest.as_str(), receipt.order.clone()), (listed.digest.as_str(), samskab_lot::order("4 6 1 3", &listed.pseudonyms)));
        for (from, to, place) in
            [("4 6 1 3", "4 6 1 4", "order["), ("\"seats\": 2", "\"seats\": 3", "digest: "), ("Ung under 25", "Ung under 26", "digest: "), ("{", "[", "line 2")]
        {
            let (code, said) = verify(&file.replacen(from, to, 1));
            assert!(code == Some(2) && said.trim().lines().count() == 1 && said.contains(place) && said.contains("kvittering.json"), "{from}: {code:?} {said}");
        }
        // Its result stands in the form of the answers; the council still appoints.
        let page = town.house.get(&town.at_call("/svar"), &town.secretary).await.text;
        assert!(page.contains("Lodtrækningen har allerede foreslået svar"));
        let chosen = |value: &str| page.matches(&format!("value=\"{value}\" selected")).count();
        assert_eq!(chosen(&format!("seat:{}", town.profile)), 2);
        assert_eq!((chosen(&format!("alternate:{}:1", town.profile)), chosen(&format!("alternate:{}:2", town.profile))), (1, 1));
        // A lot that nobody has drawn can be called off, and only one is drawn for a seat.
        let again = town.house.post(&town.at_call("/lod"), &town.secretary, &form(&fields)).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn when_somebody_leaves_the_next_is_asked_and_when_they_do_not_answer_the_one_after() {
    for town in towns("1").await {
        let (ida, ida_cookie) = town.interested("Ida", "").await;
        let (bo, bo_cookie) = town.interested("Bo", "").await;
        let (eva, _) = town.interested("Eva", "").await;
        town.close().await;
        let seat = format!("seat:{}", town.profile);
        let alternate = |n: i64| format!("alternate:{}:{n}", town.profile);
        let fields = [(town.field("Ida").await, seat), (town.field("Bo").await, alternate(1)), (town.field("Eva").await, alternate(2))];
        town.answer(&fields).await;
        assert!(town.house.get("/min-side", &bo_cookie).await.text.contains("Du er suppleant"));
        town.tick().await;
        assert!(!town.mails().await.iter().any(|m| m.subject.contains("tilbudt en plads")), "nobody is asked while the seat is taken");
        // She leaves on the team's page; the seat is noticed to be free.
        town.post(&format!("/forloeb/{}/hold/forlad", town.slug), &ida_cookie, &[("role", "member")]).await;
        town.tick().await;
        let offer = town.mail("bo@borger.example", "du får tilbudt en plads").await;
        assert!(town.house.get(&offer.link, "").await.text.contains("Hej Bo"));
        assert!(town.house.get("/min-side", &bo_cookie).await.text.contains("Du har fået tilbudt en plads"));
        // He does not answer in time.
        town.house.clock.set(morning() + Duration::days(9));
        town.tick().await;
        assert_eq!(town.house.get(&offer.link, "").await.status, StatusCode::GONE);
        assert_eq!(town.house.post(&format!("{}/ja", offer.link), "", "").await.status, StatusCode::GONE);
        assert!(town.roles(&bo).await.is_empty());
        let offer = town.mail("eva@borger.example", "du får tilbudt en plads").await;
        assert_eq!(town.house.post(&format!("{}/ja", offer.link), "", "").await.status, StatusCode::OK);
        assert_eq!(town.roles(&eva).await, [Role::Member]);
        town.tick().await;
        let page = town.house.get(&town.at(""), "").await.text;
        assert!(page.contains("1 af 1 besat") && page.contains("Tidligere på pladserne") && page.contains("Ida"), "{page}");
        assert!(!page.contains("Forlod selv holdet"), "why is for the secretary");
        assert!(town.house.get(&town.at(""), &town.secretary).await.text.contains("Forlod selv holdet"));
        // The secretary notes that the next one leaves; nobody is left to ask.
        let page = town.house.get(&town.at(""), &town.secretary).await.text;
        let holding = page.split("/pladser/besat/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        town.post(&town.at(&format!("/besat/{holding}/forlad")), &town.secretary, &[("reason", "moved"), ("left_on", "2026-03-11")]).await;
        assert!(town.roles(&eva).await.is_empty());
        town.mail("eva@borger.example", "tak for din indsats").await;
        assert!(town.house.get(&town.at(""), "").await.text.contains("0 af 1 besat"));
        let reasons: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&LEFT, args![]).await.unwrap();
        assert_eq!(reasons.iter().map(|r| r.0.as_str()).collect::<Vec<_>>(), ["left", "moved"]);
        let payloads: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().all(|(p,)| !p.contains("moved") && !p.contains("Eva")), "why is never in the journal");
        assert!(town.roles(&ida).await.is_empty());
    }
}

#[tokio::test]
async fn a_term_is_told_of_a_month_before_and_ends_by_itself() {
    for town in towns("1").await {
        let (ida, _) = town.interested("Ida", "").await;
        town.close().await;
        let fields = [(town.field("Ida").await, format!("seat:{}", town.profile))];
        town.answer(&fields).await;
        let told = async || town.mails().await.iter().filter(|m| m.subject.contains("din periode slutter snart")).count();
        town.house.clock.set(morning() + Duration::days(272));
        town.tick().await;
        assert_eq!(told().await, 0, "29 November: the term ends on 31 December");
        town.house.clock.set(morning() + Duration::days(275));
        for _ in 0..2 {
            town.tick().await;
        }
        assert_eq!(told().await, 1, "once, 30 days before");
        assert_eq!(town.roles(&ida).await, [Role::Member]);
        town.house.clock.set(morning() + Duration::days(305));
        town.tick().await;
        assert!(town.roles(&ida).await.is_empty(), "1 January");
        assert!(town.house.get(&town.at(""), "").await.text.contains("0 af 1 besat"));
    }
}

#[tokio::test]
async fn the_call_closes_by_itself_and_what_people_wrote_goes_half_a_year_later() {
    for town in towns("1").await {
        town.interested("Ida", "Fordi").await;
        town.house.clock.set(morning() + Duration::days(14));
        town.tick().await;
        assert!(!town.house.get("/", "").await.text.contains("Meld dig senest"), "16 March");
        let page = town.house.get(&town.at_call(&format!("/lod?profil={}", town.profile)), &town.secretary).await.text;
        let fits = page.split("name=\"fits\"").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        town.post(&town.at_call("/lod"), &town.secretary, &[("profile", &town.profile), ("seats", "1"), ("fits", &fits)]).await;
        for (day, there) in [(193, 1), (196, 0)] {
            town.house.clock.set(morning() + Duration::days(day));
            (samskab_administration::DESK.tick)(&town.house.app).await.unwrap();
            assert_eq!((town.count(&INTERESTS).await, town.count(&BEHIND).await), (there, there), "after {day} days");
        }
        let lot = town.house.get(&town.at(""), "").await.text;
        let lot = lot.split("/pladser/lod/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (code, said) = verify(&town.house.get(&town.at(&format!("/lod/{lot}/kvittering.json")), "").await.text);
        assert_eq!(code, Some(0), "the receipt holds without anybody's name: {said}");
    }
}

#[tokio::test]
async fn whoever_is_welcome_in_a_working_group_is_taken_into_one_and_told() {
    for town in towns("1").await {
        let (eva, eva_cookie) = town.interested("Eva", "").await;
        let (bo, _) = town.interested("Bo", "").await;
        town.close().await;
        let (for_eva, for_bo) = (town.field("Eva").await, town.field("Bo").await);
        town.answer(&[(for_eva.clone(), "group".into()), (for_bo.clone(), "declined".into())]).await;
        let home = format!("/forloeb/{}", town.slug);
        assert!(town.house.get(&home, &town.secretary).await.text.contains("1 venter på en arbejdsgruppe"));
        assert!(town.house.get(&town.at("/arbejdsgrupper"), &town.secretary).await.text.contains("Opret en først"));
        let fields = [("title", "Kajen"), ("task", "Tegn kajen."), ("leader", ""), ("visibility", "public")];
        town.post(&format!("{home}/arbejdsgrupper/ny"), &town.secretary, &fields).await;
        let group = space::by_slug(&mut town.house.app.db.read().await.unwrap(), "kajen").await.unwrap();
        let page = town.house.get(&town.at("/arbejdsgrupper"), &town.secretary).await.text;
        assert!(page.contains(&for_eva) && !page.contains(&for_bo), "only who was made welcome: {page}");
        assert!(town.house.get(&town.at("/arbejdsgrupper"), &eva_cookie).await.is_refusal());

        let id = group.id.to_string();
        assert_eq!(town.house.post(&town.at("/arbejdsgrupper"), &town.secretary, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let other = town.house.post(&town.at("/arbejdsgrupper"), &town.secretary, &form(&[(&for_bo, &id)])).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody who was answered otherwise");
        town.post(&town.at("/arbejdsgrupper"), &town.secretary, &[(&for_eva, &id)]).await;
        town.post(&town.at("/arbejdsgrupper"), &town.secretary, &[(&for_eva, &id)]).await;
        let roles = async |person: &Person| space::roles_of(&mut town.house.app.db.read().await.unwrap(), group.id, person.id).await.unwrap();
        assert_eq!((roles(&eva).await, roles(&bo).await), (vec![Role::Member], vec![]));
        assert!(town.roles(&eva).await.is_empty(), "a participant of the group holds no seat in the committee");
        town.mail("eva@borger.example", "du er med").await;
        assert_eq!(town.mails().await.iter().filter(|m| m.subject.contains("du er med")).count(), 1, "told once");
        assert!(!town.house.get(&home, &town.secretary).await.text.contains("venter på en arbejdsgruppe"));
        assert!(town.house.get(&town.at("/arbejdsgrupper"), &town.secretary).await.text.contains("Er med i Kajen"));
        assert!(town.house.get("/forloeb/kajen/hold", &eva_cookie).await.text.contains("Eva"));
    }
}
