//! The association of a house: members and dues, general meeting and board, what both sides agree on, certificates.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::outbox;
use samskab_platform::person::Person;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::{Act, Visitor, args, space};
use uuid::Uuid;

use crate::house::{House, form, morning};

const PAYLOADS: Statement = Statement { name: "payloads", sql: "SELECT payload FROM journal WHERE payload IS NOT NULL", postgres: None };
const TOLD: Statement = Statement { name: "told", sql: "SELECT COUNT(*) FROM notice WHERE word = 'mail-agreement-day'", postgres: None };
const READ: Statement = Statement { name: "read", sql: "SELECT COUNT(*) FROM reading WHERE person_id = $1 AND what = 'reading-certificate'", postgres: None };

/// A house with a chair.
pub struct Home {
    pub house: House,
    pub space: Uuid,
    pub slug: String,
    pub secretary: String,
    pub chair: String,
    pub chair_person: Person,
}

impl Home {
    pub fn at(&self, path: &str) -> String {
        format!("/forloeb/{}/{path}", self.slug)
    }

    /// Posts and expects to be sent on; gives where.
    pub async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.house.post(&self.at(path), cookie, &form(fields)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
        answer.location
    }

    pub async fn page(&self, path: &str, cookie: &str) -> String {
        let answer = self.house.get(&self.at(path), cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.text
    }

    pub async fn roles(&self, person: &Person) -> Vec<Role> {
        space::roles_of(&mut self.house.app.db.read().await.unwrap(), self.space, person.id).await.unwrap()
    }

    /// Somebody the chair enters as a member; the person's cookie and the member's id.
    async fn member(&self, name: &str) -> (Person, String, String) {
        let person = self.house.person(name).await;
        let there = self.post("forening/medlemmer/ny", &self.chair, &[("name", name), ("email", person.email.as_deref().unwrap())]).await;
        let member = there.split("/medlem/").nth(1).unwrap().split('?').next().unwrap().to_owned();
        let cookie = self.house.cookie(&person).await;
        (person, cookie, member)
    }
}

/// A house made from its recipe, on each database.
pub async fn homes() -> Vec<Home> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let recipe = &house.app.recipe("user_run_house").unwrap();
        let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), root, &CREATE).await.unwrap();
        let new = Beginning { recipe, title: "Huset", summary: "Et hus", area: None, visibility: Visibility::Public, assurance: Assurance::Low };
        let slug = space_acts::create(&mut act, &new).await.unwrap();
        let space = space::by_slug(act.sql(), &slug).await.unwrap().id;
        act.commit().await.unwrap();
        let chair_person = house.person("Birgit").await;
        let secretary = house.cookie(&secretary).await;
        let mut home = Home { chair: house.cookie(&chair_person).await, house, space, slug, secretary, chair_person };
        // The first chair is noted by the municipality's secretary: a member of the board must be known in the house.
        home.house.role(space, &home.chair_person, Role::Member).await;
        let id = home.chair_person.id.to_string();
        let fields = [("person", id.as_str()), ("post", "chair"), ("elected_on", "2025-03-02"), ("until_on", "2026-12-31")];
        home.post("forening/bestyrelse/ny", &home.secretary, &fields).await;
        home.chair = home.house.cookie(&home.chair_person).await;
        all.push(home);
    }
    all
}

#[tokio::test]
async fn members_ask_or_are_entered_get_a_number_and_owe_the_dues_of_the_season() {
    for home in homes().await {
        let ida = home.house.person("Ida").await;
        let own = home.house.cookie(&ida).await;
        home.post("forening/bliv-medlem", &own, &[]).await;
        assert_eq!(home.house.post(&home.at("forening/bliv-medlem"), &own, "").await.status, StatusCode::CONFLICT, "once is enough");
        for path in ["forening/medlemmer", "forening/medlemmer.csv", "forening/kontingent", "forening/medlemskort.pdf"] {
            assert_eq!(home.house.get(&home.at(path), &own).await.status, StatusCode::FORBIDDEN, "{path} is the board's");
        }
        let list = home.page("forening/medlemmer", &home.chair).await;
        let id = list.split("/optag").next().unwrap().rsplit('/').next().unwrap().to_owned();
        home.post(&format!("forening/medlem/{id}/optag"), &home.chair, &[]).await;
        let season = home.post("forening/kontingent/ny", &home.chair, &[("name", "2026"), ("amount", "200"), ("due_on", "2026-03-01")]).await;
        let season = season.split("/kontingent/").nth(1).unwrap().split('?').next().unwrap().to_owned();
        // Somebody without a mail comes in on paper, after the season was made; the name would be a formula in a spreadsheet.
        home.post("forening/medlemmer/ny", &home.chair, &[("name", "=SUM(A1)"), ("address", "Gade 1")]).await;
        let csv = home.page("forening/medlemmer.csv", &home.chair).await;
        assert!(csv.contains("\r\n1;Ida;2026-03-02;\"200,00\";") && csv.contains("2;'=SUM(A1);2026-03-02;\"200,00\";"), "{csv}");
        assert!(home.page("forening", &own).await.contains("200 kr."), "one's own dues");
        home.post(&format!("forening/kontingent/{season}/betal"), &home.chair, &[("person", &ida.id.to_string()), ("way", "cash")]).await;
        let twice = home.house.post(&home.at(&format!("forening/kontingent/{season}/betal")), &home.chair, &form(&[("person", &ida.id.to_string())])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        home.post(&format!("forening/kontingent/{season}/rykker"), &home.chair, &[]).await;
        let again = home.house.post(&home.at(&format!("forening/kontingent/{season}/rykker")), &home.chair, "").await;
        assert_eq!(again.status, StatusCode::CONFLICT, "nobody is reminded twice a week");
        assert!(home.page(&format!("forening/kontingent/{season}"), &home.chair).await.contains("1 af 2 har betalt"));
        let journal: Vec<(String,)> = home.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(journal.iter().all(|(p,)| !p.contains("Ida") && !p.contains("SUM")), "{journal:?}");
        // The number stays when somebody leaves and comes back.
        home.post(&format!("forening/medlem/{id}/udmeld"), &home.chair, &[]).await;
        assert!(!home.page("forening/medlemmer.csv", &home.chair).await.contains("Ida"));
        home.post("forening/bliv-medlem", &own, &[]).await;
        assert!(home.page("forening/medlemmer.csv", &home.chair).await.contains("\r\n1;Ida;"));
        let cards = home.page("forening/medlemskort.pdf", &home.chair).await;
        assert!(cards.starts_with("%PDF-1.7"), "the cards are a document");
        assert!(home.page(&format!("forening/medlem/{id}/medlemskort.pdf"), &own).await.starts_with("%PDF"), "one's own card is one's own");
    }
}

#[tokio::test]
async fn a_general_meeting_is_called_in_time_votes_and_gives_the_elected_their_roles() {
    for home in homes().await {
        let (ole, ole_cookie, _) = home.member("Ole").await;
        let (per, _, _) = home.member("Per").await;
        let (lis, _, _) = home.member("Lis").await;
        let plan = |day: &'static str| [("kind", "ordinary"), ("held_on", day), ("at_time", "19.00"), ("place", "Salen"), ("agenda", "Valg\nEventuelt")];
        let soon = home.house.post(&home.at("forening/moede"), &home.chair, &form(&plan("2026-03-15"))).await;
        assert_eq!(soon.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(soon.text.contains("senest 1. marts 2026") && soon.text.contains("Vælg 16. marts 2026"), "{}", soon.text);
        let there = home.post("forening/moede", &home.chair, &plan("2026-03-16")).await;
        let id = there.split("/moede/").nth(1).unwrap().split('?').next().unwrap().to_owned();
        let meeting = format!("forening/moede/{id}");
        // A day later the same call is too late, and the page says until when it was not.
        home.house.clock.set(morning() + Duration::days(1));
        let late = home.page(&meeting, &home.chair).await;
        assert!(late.contains("senest 2. marts 2026") && late.contains("Flyt mødet til 17. marts 2026") && !late.contains("/indkald\""), "{late}");
        assert_eq!(home.house.post(&home.at(&format!("{meeting}/indkald")), &home.chair, "").await.status, StatusCode::CONFLICT);
        home.house.clock.set(morning());
        home.post(&format!("{meeting}/indkald"), &home.chair, &[]).await;
        outbox::drain(&home.house.app).await.unwrap();
        let mails = outbox::latest(&mut home.house.app.db.read().await.unwrap(), 100).await.unwrap();
        let called = mails.iter().filter(|m| m.subject.contains("generalforsamling 16. marts 2026")).count();
        assert_eq!(called, 3, "each member is called");
        assert!(home.page(&format!("{meeting}/indkaldelse.pdf"), "").await.starts_with("%PDF"), "the call is for everybody who sees the house");

        let proposal = [("title", "En bænk"), ("text", "Ved døren")];
        let stranger = home.house.person("Fremmed").await;
        let stranger = home.house.cookie(&stranger).await;
        assert_eq!(home.house.post(&home.at(&format!("{meeting}/forslag")), &stranger, &form(&proposal)).await.status, StatusCode::CONFLICT);
        home.post(&format!("{meeting}/forslag"), &ole_cookie, &proposal).await;
        home.house.clock.set(morning() + Duration::days(8));
        let late = home.house.post(&home.at(&format!("{meeting}/forslag")), &ole_cookie, &form(&proposal)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "seven days before is the last");

        home.house.clock.set(morning() + Duration::days(14));
        assert_eq!(home.house.post(&home.at(&format!("{meeting}/luk")), &home.chair, "").await.status, StatusCode::CONFLICT, "nobody has counted who came");
        home.post(&format!("{meeting}/fremmoede"), &home.chair, &[("voters", "30"), ("guests", "2"), ("chaired_by", "Dirigenten")]).await;
        let election = |post: &'static str, seats: &'static str| [("post", post), ("seats", seats), ("until_on", "2028-12-31")];
        let begin = async |post, seats, people: &[&Person]| {
            let there = home.post(&format!("{meeting}/valg"), &home.chair, &election(post, seats)).await;
            let valg = format!("forening/valg/{}", there.split("/valg/").nth(1).unwrap().split('?').next().unwrap());
            for person in people {
                home.post(&format!("{valg}/kandidat"), &home.chair, &[("person", &person.id.to_string())]).await;
            }
            valg
        };
        // Ole becomes chair without a vote; Per and Lis have as many votes as each other for the one seat.
        let chair = begin("chair", "1", &[&ole]).await;
        home.post(&format!("{chair}/fredsvalg"), &home.chair, &[]).await;
        let seat = begin("member", "1", &[&per, &lis]).await;
        assert_eq!(home.house.post(&home.at(&format!("{seat}/fredsvalg")), &home.chair, "").await.status, StatusCode::CONFLICT);
        let votes = |a: &'static str, b: &'static str| {
            [("way", "paper"), ("ballots", "30"), ("blank", "1"), ("invalid", "1"), ("votes-0", a), ("votes-1", b), ("counted_by", "To tællere")]
        };
        let impossible = home.house.post(&home.at(&format!("{seat}/stemmer")), &home.chair, &form(&votes("29", "1"))).await;
        assert_eq!(impossible.status, StatusCode::UNPROCESSABLE_ENTITY, "more than the valid ballots");
        assert!(home.post(&format!("{seat}/stemmer"), &home.chair, &votes("14", "14")).await.ends_with("association-tied"));
        assert_eq!(home.house.post(&home.at(&format!("{meeting}/luk")), &home.chair, "").await.status, StatusCode::CONFLICT, "a tie is not decided");
        let won = format!("won-{}", lis.id);
        home.post(&format!("{seat}/lod"), &home.chair, &[(won.as_str(), "yes"), ("note", "Dirigenten trak en seddel")]).await;
        assert_eq!(
            home.house.post(&home.at(&format!("{seat}/stemmer")), &home.chair, &form(&votes("20", "8"))).await.status,
            StatusCode::CONFLICT,
            "it is decided"
        );
        let resolution = |ayes: &'static str, noes: &'static str| {
            [
                ("title", "Nye vedtægter"),
                ("majority", "two-thirds"),
                ("way", "hands"),
                ("ayes", ayes),
                ("noes", noes),
                ("blank", "0"),
                ("counted_by", "To tællere"),
            ]
        };
        assert!(home.post(&format!("{meeting}/beslutning"), &home.chair, &resolution("20", "10")).await.ends_with("association-carried"));
        assert!(home.post(&format!("{meeting}/beslutning"), &home.chair, &resolution("19", "10")).await.ends_with("association-lost"));
        let many = home.house.post(&home.at(&format!("{meeting}/beslutning")), &home.chair, &form(&resolution("30", "1"))).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY, "more votes than voters");

        assert!(home.roles(&home.chair_person).await.contains(&Role::Chair) && !home.roles(&ole).await.contains(&Role::Chair), "not before the meeting ends");
        home.post(&format!("{meeting}/luk"), &home.chair, &[]).await;
        assert!(!home.roles(&home.chair_person).await.contains(&Role::Chair), "who was up for election steps down");
        assert_eq!(home.roles(&ole).await, [Role::Chair]);
        assert_eq!(home.roles(&lis).await, [Role::Board]);
        assert!(home.roles(&per).await.is_empty());
        let board = home.page("forening/bestyrelse", "").await;
        assert!(board.contains("Lis") && board.contains("På valg i 2028") && board.contains("Birgit"), "{board}");
        let ole_cookie = home.house.cookie(&ole).await;
        assert_eq!(home.house.post(&home.at(&format!("{meeting}/godkend")), &ole_cookie, "").await.status, StatusCode::CONFLICT, "there are no minutes");
        home.post(&format!("{meeting}/referat"), &ole_cookie, &[("minutes", "## Valg\n\nDer blev valgt")]).await;
        assert!(!home.page(&meeting, "").await.contains("Der blev valgt"), "a draft is for those inside");
        home.post(&format!("{meeting}/godkend"), &ole_cookie, &[]).await;
        let page = home.page(&meeting, "").await;
        assert!(page.contains("Der blev valgt") && page.contains("Vedtaget") && !page.contains("14 stemmer"), "numbers of votes are for the house: {page}");
        let again = home.house.post(&home.at(&format!("{meeting}/referat")), &ole_cookie, &form(&[("minutes", "Noget andet")])).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "approved is approved");
    }
}

#[tokio::test]
async fn a_term_that_is_over_takes_the_role_back_and_nobody_elected_is_forgotten() {
    for home in homes().await {
        let (ole, _, _) = home.member("Ole").await;
        let fields = [("person", &*ole.id.to_string()), ("post", "treasurer"), ("elected_on", "2026-03-01"), ("until_on", "2026-03-10")];
        assert_eq!(home.house.post(&home.at("forening/bestyrelse/ny"), &home.house.cookie(&ole).await, &form(&fields)).await.status, StatusCode::FORBIDDEN);
        home.post("forening/bestyrelse/ny", &home.chair, &fields).await;
        assert_eq!(home.roles(&ole).await, [Role::Treasurer]);
        let tick = async || (samskab_association::TOOL.tick)(&home.house.app).await.unwrap();
        home.house.clock.set(morning() + Duration::days(8));
        tick().await;
        assert_eq!(home.roles(&ole).await, [Role::Treasurer], "the last day is a day");
        home.house.clock.set(morning() + Duration::days(9));
        tick().await;
        assert!(home.roles(&ole).await.is_empty());
        assert!(home.roles(&home.chair_person).await.contains(&Role::Chair));
        assert!(home.page("forening/bestyrelse", "").await.contains("Ole"), "history");
    }
}

#[tokio::test]
async fn an_agreement_is_in_force_only_when_two_people_have_said_yes_for_two_sides() {
    for home in homes().await {
        let paper = "forening/papir/samarbejdsaftale";
        let text = [("text", "## Huset\n\nBrugerne driver huset"), ("notice", "6 måneder"), ("review_on", "2026-03-20")];
        home.post(&format!("{paper}/skriv"), &home.chair, &text).await;
        assert!(!home.page(paper, "").await.contains("Brugerne driver"), "a draft is for the two sides");
        home.post(&format!("{paper}/tiltraed"), &home.chair, &[("side", "association")]).await;
        let other = home.house.post(&home.at(&format!("{paper}/tiltraed")), &home.chair, &form(&[("side", "municipality")])).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN, "the chair does not speak for the municipality");
        let both = home.chair_person.id.to_string();
        let named = home.house.post(&home.at("forening/kommunen"), &home.secretary, &form(&[("do", "add"), ("person", &both)])).await;
        assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY, "who sits for the association is not offered for the other side");
        assert!(home.post(&format!("{paper}/tiltraed"), &home.secretary, &[("side", "municipality")]).await.ends_with("association-in-force"));
        assert!(home.page(paper, "").await.contains("Brugerne driver"));
        home.post(&format!("{paper}/skriv"), &home.secretary, &[("text", "## Huset\n\nBrugerne leder huset"), ("change_note", "Et bedre ord")]).await;
        assert!(home.page(paper, "").await.contains("Brugerne driver"), "the old one is in force until both have said yes to the new one");
        let compared = home.page(&format!("{paper}/sammenlign?fra=1&til=2"), &home.secretary).await;
        assert!(compared.contains("driver</del>") && compared.contains("leder</ins>"), "{compared}");
        (samskab_association::TOOL.tick)(&home.house.app).await.unwrap();
        (samskab_association::TOOL.tick)(&home.house.app).await.unwrap();
        let told = home.house.app.db.read().await.unwrap().count(&TOLD, args![]).await.unwrap();
        assert_eq!(told, 2, "both sides are told once that the day comes near");
        home.house.clock.set(morning() + Duration::days(20));
        let late = (samskab_association::TOOL.late)(&mut home.house.app.db.read().await.unwrap(), home.house.clock.today()).await.unwrap();
        assert_eq!(late, [(home.space, 2)]);
    }
}

#[tokio::test]
async fn who_only_helps_in_the_house_cannot_say_yes_for_the_municipality_until_its_secretary_has_named_them() {
    for home in homes().await {
        let (paper, yes) = ("forening/papir/samarbejdsaftale", [("side", "municipality")]);
        home.post(&format!("{paper}/skriv"), &home.chair, &[("text", "Brugerne driver huset")]).await;
        let helper = home.house.person("Hjælper").await;
        // As a commitment or an old installation may have it.
        home.house.role(home.space, &helper, Role::Counterpart).await;
        let (id, cookie) = (helper.id.to_string(), home.house.cookie(&helper).await);
        let say = async || home.house.post(&home.at(&format!("{paper}/tiltraed")), &cookie, &form(&yes)).await.status;
        assert_eq!(say().await, StatusCode::FORBIDDEN, "{}", home.house.kind);
        assert!(!home.page(paper, &cookie).await.contains("value=\"municipality\""), "nor is it offered");
        assert!(!home.house.get("/min-side", &cookie).await.text.contains("siger ja for kommunen"));
        let fields = [("do", "add"), ("person", id.as_str())];
        for other in [&home.chair, &cookie] {
            assert_eq!(home.house.post(&home.at("forening/kommunen"), other, &form(&fields)).await.status, StatusCode::FORBIDDEN, "that is the secretary's");
        }
        home.post("forening/kommunen", &home.secretary, &fields).await;
        assert!(home.page(paper, &cookie).await.contains("value=\"municipality\""));
        assert!(home.house.get("/min-side", &cookie).await.text.contains("siger ja for kommunen"));
        // Whoever comes onto the board answers for the other side from then on.
        home.house.role(home.space, &helper, Role::Board).await;
        assert_eq!(say().await, StatusCode::FORBIDDEN);
        let mut sql = home.house.app.db.write().await.unwrap();
        space::take_role(&mut sql, home.space, helper.id, Role::Board).await.unwrap();
        sql.commit().await.unwrap();
        assert_eq!(say().await, StatusCode::SEE_OTHER);
        home.post("forening/kommunen", &home.secretary, &[("do", "remove"), ("person", &id)]).await;
        assert!(!home.page("forening/kommunen", &home.secretary).await.contains("Sat på af sekretæren"));
    }
}

#[tokio::test]
async fn who_has_shown_a_certificate_is_the_boards_and_the_municipality_gets_numbers() {
    for home in homes().await {
        let (ole, ole_cookie, _) = home.member("Ole").await;
        let counterpart = home.house.person("Kontakt").await;
        home.house.role(home.space, &counterpart, Role::Counterpart).await;
        let counterpart = home.house.cookie(&counterpart).await;
        let id = ole.id.to_string();
        let path = "forening/boerneattester";
        home.post(path, &home.chair, &[("do", "add"), ("person", &id)]).await;
        assert!(home.page(path, &home.chair).await.contains("Ole"));
        assert_eq!(home.house.app.db.read().await.unwrap().count(&READ, args![ole.id]).await.unwrap(), 1, "a look is noted");
        assert!(
            home.page("forening", &ole_cookie).await.contains("skal bestyrelsen se en børneattest")
                || home.page("forening", &ole_cookie).await.contains("børneattest")
        );
        assert_eq!(home.house.get(&home.at(path), &ole_cookie).await.status, StatusCode::FORBIDDEN);
        home.post(path, &home.chair, &[("do", "seen"), ("person", &id), ("seen_on", "2026-02-01")]).await;
        let ahead = home.house.post(&home.at(path), &home.chair, &form(&[("do", "seen"), ("person", &id), ("seen_on", "2026-04-01")])).await;
        assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY, "a day that has not come");
        home.post(&format!("{path}/erklaering"), &home.chair, &[]).await;
        let seen = home.page(path, &counterpart).await;
        assert!(seen.contains("1 af 1 har vist en attest") && !seen.contains("Ole"), "{seen}");
        let pdf = seen.split("/erklaering/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        assert!(home.page(&format!("forening/erklaering/{pdf}/erklaering.pdf"), &counterpart).await.starts_with("%PDF"));
        let journal: Vec<(String,)> = home.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(journal.iter().all(|(p,)| !p.contains("Ole") && !p.contains("2026-02-01")), "{journal:?}");
    }
}
