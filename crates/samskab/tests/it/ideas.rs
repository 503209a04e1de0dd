//! Ideas: who may do what, that nobody is lost when two become one, the hall, what is alike, and what comes of it.

use std::time::Instant;

use axum::http::StatusCode;
use chrono::Duration;
use samskab_ideas::Way;
use samskab_ideas::acts::{self, NOTE, Said, WRITE};
use samskab_ideas::merging::{self, Goes};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::{Act, Visitor, args, outbox};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};

const AT_ONCE: Statement = Statement { name: "test", sql: "UPDATE person SET rhythm = 'at_once'", postgres: None };
const ROWS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM idea", postgres: None };
const STATE: Statement = Statement { name: "test", sql: "SELECT state FROM idea WHERE id = $1", postgres: None };
const TERMS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM idea_term WHERE idea_id = $1", postgres: None };
const PAYLOADS: Statement = Statement { name: "test", sql: "SELECT COALESCE(payload, '') FROM journal", postgres: None };
const HELPER: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM idea WHERE way = 'helped' AND entered_by IS NOT NULL", postgres: None };
/// A made-up personal number; the CPR office's own example of the check digit.
const CPR: &str = "070761-4285";

/// A public committee with a facilitator, a member and two who only have an account.
struct Town {
    house: House,
    space: Uuid,
    base: String,
    facilitator: String,
    member: String,
    asta: String,
    bo: String,
    people: Vec<Person>,
}

async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Havnepladsen", Visibility::Public).await;
        let mut people = vec![];
        for name in ["Freja", "Mads", "Asta", "Bo"] {
            people.push(house.person(name).await);
        }
        house.role(space, &people[0], Role::Facilitator).await;
        house.role(space, &people[1], Role::Member).await;
        let mut cookies = vec![];
        for person in &people {
            cookies.push(house.cookie(person).await);
        }
        let [facilitator, member, asta, bo] = cookies.try_into().unwrap();
        all.push(Town { house, space, base: format!("/forloeb/{slug}/ideer"), facilitator, member, asta, bo, people });
    }
    all
}

fn last(location: &str) -> String {
    location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

impl Town {
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&self.at(path), cookie, &form(fields)).await
    }

    /// Done, and sent on.
    async fn done(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, cookie, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
        answer.location
    }

    /// Writes an idea, also where others are like it.
    async fn write(&self, cookie: &str, title: &str) -> String {
        let answer = self.post("/ny", cookie, &[("title", title)]).await;
        if answer.status == StatusCode::SEE_OTHER {
            return last(&answer.location);
        }
        let seen = answer.text.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        last(&self.done("/ny", cookie, &[("title", title), ("seen", &seen)]).await)
    }

    async fn text(&self, path: &str, cookie: &str) -> String {
        let answer = self.house.get(&self.at(path), cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.text
    }

    async fn state(&self, id: &str) -> String {
        self.house.app.db.read().await.unwrap().one::<(String,)>(&STATE, args![id.parse::<Uuid>().unwrap()]).await.unwrap().0
    }

    async fn count(&self, statement: &'static Statement) -> i64 {
        self.house.app.db.read().await.unwrap().count(statement, args![]).await.unwrap()
    }

    async fn alike(&self, words: &str) -> Vec<Uuid> {
        let found = samskab_ideas::alike(&mut self.house.app.db.read().await.unwrap(), self.space, words).await.unwrap();
        assert!(found.iter().all(|(_, score)| (0.0..=1.0).contains(score)), "{found:?}");
        found.into_iter().map(|f| f.0).collect()
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

    /// An open hall: its id and the path of its form.
    async fn hall(&self, look: bool) -> (String, String) {
        let mut fields = vec![("question", "Hvad kan gøre havnen bedre?")];
        if look {
            fields.push(("look", "yes"));
        }
        let id = last(&self.done("/salen", &self.facilitator, &fields).await);
        let page = self.text(&format!("/salen/{id}"), &self.facilitator).await;
        let code = page.split("href=\"/ide/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        (id, format!("/ide/{code}"))
    }

    async fn say(&self, path: &str, title: &str) -> Answer {
        self.house.post(path, "", &form(&[("title", title)])).await
    }
}

fn uuid(text: &str) -> Uuid {
    text.parse().unwrap()
}

#[tokio::test]
async fn whoever_has_signed_in_writes_and_supports_and_a_stranger_is_asked_to_sign_in() {
    for town in towns().await {
        let refused = town.post("/ny", "", &[("title", "Flere bænke")]).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        let id = town.write(&town.asta, "Flere bænke ved vandet").await;
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("Flere bænke ved vandet") && page.contains("Asta") && page.contains("/log-ind?next="), "{page}");
        assert_eq!(town.post(&format!("/{id}/stoet"), "", &[("level", "backs")]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(town.post(&format!("/{id}/stoet"), &town.bo, &[("level", "mest")]).await.status, StatusCode::BAD_REQUEST);
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "backs")]).await;
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "helps")]).await;
        town.done(&format!("/{id}/stoet"), &town.member, &[("level", "backs")]).await;
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("2 støtter den") && page.contains("1 vil være med"), "each counts once: {page}");
        assert!(!page.contains("De vil være med:"), "strangers see how many, not who");
        assert!(town.text(&format!("/{id}"), &town.member).await.contains("De vil være med: Bo"), "the team sees who will help");
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "none")]).await;
        assert!(town.text(&format!("/{id}"), "").await.contains("1 støtter den"));
    }
}

#[tokio::test]
async fn only_those_who_run_the_space_open_a_hall_enter_notes_and_set_aside() {
    for town in towns().await {
        let id = town.write(&town.asta, "Flere bænke").await;
        for path in ["/salen".to_owned(), "/sedler".to_owned(), format!("/{id}/til-side")] {
            assert_eq!(town.house.get(&town.at(&path), &town.member).await.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(town.post(&path, &town.member, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(town.house.get(&town.at(&path), "").await.status, StatusCode::UNAUTHORIZED, "{path}");
            assert_eq!(town.house.get(&town.at(&path), &town.facilitator).await.status, StatusCode::OK, "{path}");
        }
        assert_eq!(town.house.get(&town.at(&format!("/{id}/saml")), &town.asta).await.status, StatusCode::FORBIDDEN);
        assert_eq!(town.house.get(&town.at(&format!("/{id}/saml")), &town.member).await.status, StatusCode::OK, "the team sorts them together");
        for path in ["/ret", "/traek"] {
            assert!(town.post(&format!("/{id}{path}"), &town.bo, &[("title", "Mit")]).await.is_refusal(), "{path}: only its author");
        }
    }
}

#[tokio::test]
async fn an_author_corrects_and_takes_back_until_others_stand_behind_it() {
    for town in towns().await {
        let id = town.write(&town.asta, "Flere benke").await;
        town.done(&format!("/{id}/ret"), &town.asta, &[("title", "Flere bænke"), ("text", "Man kan hvile")]).await;
        assert_eq!(town.alike("hvile").await, [uuid(&id)], "it is found by its new words");
        assert!(town.alike("benke").await.is_empty() || town.alike("benke").await == [uuid(&id)]);
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "backs")]).await;
        for (path, fields) in [("/ret", vec![("title", "Noget helt andet")]), ("/traek", vec![])] {
            let answer = town.post(&format!("/{id}{path}"), &town.asta, &fields).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
            assert!(answer.text.contains("Andre er med på idéen nu"), "{}", answer.text);
        }
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "none")]).await;
        town.done(&format!("/{id}/traek"), &town.asta, &[]).await;
        let page = town.text(&format!("/{id}"), "").await;
        assert!(!page.contains("Man kan hvile") && page.contains("Trukket tilbage"), "{page}");
        assert!(town.alike("bænke").await.is_empty() && !town.text("", "").await.contains("Flere bænke"), "nobody finds it any more");
    }
}

#[tokio::test]
async fn similar_ideas_are_found_in_other_forms_in_compounds_and_when_misspelt() {
    for town in towns().await {
        let club = uuid(&town.write(&town.asta, "En klub for unge i den gamle skole").await);
        let bench = uuid(&town.write(&town.asta, "Bænke på vejen til butikken").await);
        let bike = uuid(&town.write(&town.asta, "Cykelparkering ved stationen").await);
        for (words, wanted) in [
            ("bænken ved butikker", bench),
            ("Flere BAENKE", bench),
            ("ungdomsklub", club),
            ("klubber til de unge", club),
            ("cykler og parkering", bike),
            ("stationens cykelparkering", bike),
            ("cykelparkerng", bike),
        ] {
            assert_eq!(town.alike(words).await.first(), Some(&wanted), "{words} ({})", town.house.kind);
        }
        assert!(town.alike("Svømmehal i weekenden").await.is_empty());
        assert!(town.alike("og den er på").await.is_empty(), "small words say nothing");
        let fragment = town.text("/lignende?q=flere%20b%C3%A6nke", "").await;
        assert!(fragment.contains("Bænke på vejen") && !fragment.contains("<html") && !fragment.contains("formaction"), "a stranger has no button: {fragment}");
        assert!(town.text("/lignende?q=flere%20b%C3%A6nke", &town.bo).await.contains("formaction"));
        assert_eq!(town.text("?q=b%C3%A6nken", "").await.matches("<li><h3>").count(), 1, "the list is searched in the same way");
    }
}

#[tokio::test]
async fn without_a_script_similar_ideas_are_shown_once_before_it_is_sent_and_nothing_typed_is_lost() {
    for town in towns().await {
        let first = town.write(&town.asta, "Bænke på vejen til butikken").await;
        let fields = [("title", "Flere bænke ved butikken"), ("text", "Man skal kunne hvile"), ("helps", "yes")];
        let look = town.post("/ny", &town.bo, &fields).await;
        assert_eq!(look.status, StatusCode::OK);
        assert!(look.text.contains("Ligner din idé en af disse?") && look.text.contains("Bænke på vejen til butikken"), "{}", look.text);
        assert!(look.text.contains("value=\"Flere bænke ved butikken\"") && look.text.contains("Man skal kunne hvile</textarea>"), "{}", look.text);
        assert!(look.text.contains("name=\"helps\" value=\"yes\" checked") && look.text.contains(&format!("name=\"seen\" value=\"{first}\"")));
        assert_eq!(town.count(&ROWS).await, 1);
        let sent = town.done("/ny", &town.bo, &[("title", fields[0].1), ("text", fields[1].1), ("helps", "yes"), ("seen", &first)]).await;
        assert!(town.text(&format!("/{}", last(&sent)), &town.bo).await.contains("Du vil være med til at gøre den"));
        // Nothing, and too much.
        let wrong = town.post("/ny", &town.bo, &[("title", ""), ("text", "Uden overskrift")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Uden overskrift</textarea>"), "{}", wrong.text);
        assert_eq!(town.post("/ny", &town.bo, &[("title", &"x".repeat(141))]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn merging_keeps_every_author_and_supporter_and_undoing_it_gives_each_back() {
    for town in towns().await {
        let (a, b) = (town.write(&town.asta, "Bænke ved vandet").await, town.write(&town.bo, "Steder at sidde ned ved havnen").await);
        town.done("/sedler", &town.facilitator, &[("way", "hall"), ("notes", "Borde og bænke"), ("looked", "yes")]).await;
        town.done(&format!("/{b}/stoet"), &town.member, &[("level", "helps")]).await;
        town.done(&format!("/{b}/stoet"), &town.asta, &[("level", "backs")]).await;
        town.done(&format!("/{a}/stoet"), &town.member, &[("level", "backs")]).await;
        let page = town.text(&format!("/{a}/saml?q=havnen%20borde"), &town.member).await;
        let note = page.split("name=\"ideas\" id=\"idea-").skip(1).map(|p| p[..36].to_owned()).find(|id| *id != b).unwrap();
        let nothing = town.post(&format!("/{a}/saml"), &town.member, &[("title", "Bænke"), ("q", "havnen borde")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.text.contains("Vælg mindst én idé"), "{}", nothing.text);
        let fields =
            [("title", "Bænke og borde ved havnen"), ("text", "Så man kan spise"), ("q", "havnen borde"), ("ideas", b.as_str()), ("ideas", note.as_str())];
        town.done(&format!("/{a}/saml"), &town.member, &fields).await;
        let page = town.text(&format!("/{a}"), "").await;
        for said in ["Bænke og borde ved havnen", "Asta, Bo og 1 til", "2 støtter den", "1 vil være med", "Lagt sammen med 2 idéer"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let part = town.text(&format!("/{b}"), "").await;
        assert!(part.contains("Steder at sidde ned") && part.contains(&format!("{}/{a}", town.base)), "it is still there, and leads on: {part}");
        let list = town.text("", "").await;
        assert_eq!(list.matches("<li><h3>").count(), 1, "{list}");
        assert_eq!(town.alike("steder at sidde").await, [uuid(&a)], "found by the words of its parts");
        let told = town.mail_to("bo").await;
        assert!(told.iter().any(|m| m.contains("Din idé er lagt sammen med en anden") && m.contains("Bænke og borde ved havnen")), "{told:?}");
        // What is part of another takes no support of its own: it counts for the whole, once.
        town.done(&format!("/{b}/stoet"), &town.asta, &[("level", "helps")]).await;
        assert!(town.text(&format!("/{a}"), "").await.contains("2 støtter den"));
        town.done(&format!("/{a}/skil"), &town.member, &[]).await;
        let (whole, part) = (town.text(&format!("/{a}"), "").await, town.text(&format!("/{b}"), "").await);
        assert!(whole.contains("Bænke ved vandet") && !whole.contains("borde ved havnen") && !whole.contains("og 1 til"), "{whole}");
        assert!(part.contains("1 støtter den") && part.contains("Steder at sidde ned ved havnen"), "{part}");
        assert_eq!((town.state(&b).await, town.state(&note).await), ("open".into(), "open".into()));
        assert_eq!(town.post(&format!("/{a}/skil"), &town.member, &[]).await.status, StatusCode::CONFLICT, "once");
    }
}

#[tokio::test]
async fn merges_in_several_steps_are_undone_the_latest_first() {
    for town in towns().await {
        let mut ids = vec![];
        for (cookie, title) in [(&town.asta, "Bænke"), (&town.bo, "Siddepladser"), (&town.member, "Hvilesteder")] {
            ids.push(town.write(cookie, title).await);
        }
        let (a, b, c) = (&ids[0], &ids[1], &ids[2]);
        town.done(&format!("/{b}/saml"), &town.member, &[("title", "Siddepladser"), ("q", "bænke"), ("ideas", a)]).await;
        town.done(&format!("/{c}/saml"), &town.member, &[("title", "Hvilesteder"), ("q", "siddepladser"), ("ideas", b)]).await;
        assert!(town.text(&format!("/{c}"), "").await.contains("Asta, Bo, Mads"));
        assert!(town.text(&format!("/{a}"), "").await.contains("Hvilesteder"), "a part leads to the whole, not to another part");
        assert_eq!(town.post(&format!("/{b}/skil"), &town.member, &[]).await.status, StatusCode::CONFLICT);
        town.done(&format!("/{c}/skil"), &town.member, &[]).await;
        assert!(town.text(&format!("/{b}"), "").await.contains("Asta, Bo"));
        town.done(&format!("/{b}/skil"), &town.member, &[]).await;
        for id in &ids {
            assert_eq!(town.state(id).await, "open");
        }
    }
}

#[tokio::test]
async fn a_sheet_of_notes_is_looked_through_and_what_is_alike_goes_together() {
    for town in towns().await {
        let bench = town.write(&town.asta, "Bænke på vejen til butikken").await;
        let sheet = "- Bænke ved butikken\n\n- Lys på stien\n- Mere lys på stierne\n- Æblekage";
        let look = town.post("/sedler", &town.facilitator, &[("way", "hall"), ("notes", sheet)]).await;
        assert_eq!(look.status, StatusCode::OK, "{}", look.text);
        assert_eq!(town.count(&ROWS).await, 1, "nothing is saved yet");
        assert!(look.text.contains("Her er 4 sedler") && look.text.contains("2 ligner noget"), "{}", look.text);
        assert!(look.text.contains(&format!("<option value=\"{bench}\"")) && look.text.contains("<option value=\"note:1\""), "{}", look.text);
        let choices = [("way", "hall"), ("notes", sheet), ("looked", "yes"), ("to-0", bench.as_str()), ("to-1", "own"), ("to-2", "note:1"), ("to-3", "drop")];
        town.done("/sedler", &town.facilitator, &choices).await;
        assert!(town.text(&format!("/{bench}"), "").await.contains("Asta og 1 til"), "a note has no name, and is not forgotten");
        let list = town.text("", "").await;
        assert!(list.contains("Lys på stien") && list.contains("Fra 2 i salen") && !list.contains("Æblekage"), "{list}");
        for (notes, error) in
            [("", "Udfyld"), (&"en seddel\n".repeat(61), "Der er 61 sedler"), (&format!("kort\n{}", "x".repeat(141)), "Seddel 2 har 141 tegn")]
        {
            let wrong = town.post("/sedler", &town.facilitator, &[("way", "paper"), ("notes", notes)]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(notes.is_empty() || wrong.text.contains(error) && wrong.text.contains(notes.lines().next().unwrap()), "{error}: {}", wrong.text);
        }
    }
}

#[tokio::test]
async fn in_the_hall_anybody_sends_and_nothing_is_shown_before_somebody_has_looked() {
    for town in towns().await {
        let (hall, path) = town.hall(true).await;
        let again = town.post("/salen", &town.facilitator, &[("question", "En til?")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "one at a time");
        let page = town.house.get(&path, "").await;
        assert!(page.text.contains("Hvad kan gøre havnen bedre?") && !page.text.contains("name=\"name\""), "nobody is asked for a name");
        let typed = format!("/ide/{}", path[5..].to_uppercase());
        assert_eq!(town.house.get(&typed, "").await.status, StatusCode::OK, "a code is typed in any case");
        assert_eq!(town.house.get("/ide/aaaaaa", "").await.status, StatusCode::NOT_FOUND);
        assert!(town.say(&path, "Et badeanlæg").await.location.ends_with("klar=idea-handed-in"));
        town.say(&path, "Noget grimt om naboen").await;
        let wrong = town.say(&path, " ").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let screen = town.text(&format!("/salen/{hall}/skaerm"), "").await;
        assert!(screen.contains("2 idéer") && !screen.contains("badeanlæg") && screen.contains("<svg"), "{screen}");
        for everywhere in ["", "?q=badeanl%C3%A6g"] {
            assert!(!town.text(everywhere, "").await.contains("Et badeanlæg"));
        }
        let control = town.text(&format!("/salen/{hall}"), &town.facilitator).await;
        let ids: Vec<String> =
            control.split("name=\"idea\" value=\"").skip(1).map(|p| p.split('"').next().unwrap().to_owned()).filter(|v| v != "all").collect();
        assert_eq!(town.house.get(&town.at(&format!("/{}", ids[0])), &town.member).await.status, StatusCode::NOT_FOUND, "not there yet");
        assert_eq!(town.post(&format!("/salen/{hall}/vis"), &town.member, &[("idea", "all")]).await.status, StatusCode::FORBIDDEN);
        town.done(&format!("/salen/{hall}/vis"), &town.facilitator, &[("idea", &ids[0])]).await;
        town.done(&format!("/salen/{hall}/fjern"), &town.facilitator, &[("idea", &ids[2])]).await;
        assert!(town.text(&format!("/salen/{hall}/skaerm"), "").await.contains("Et badeanlæg"));
        assert!(town.text(&format!("/{}", ids[0]), "").await.contains("Fra salen"));
        assert_eq!(town.alike("badeanlægget").await, [uuid(&ids[0])]);
        let payloads: Vec<(String,)> = town.house.app.db.read().await.unwrap().all(&PAYLOADS, args![]).await.unwrap();
        assert!(payloads.iter().all(|p| !p.0.contains("grimt")), "what was not shown is nowhere");
        assert_eq!(town.count(&ROWS).await, 1);
        // Another like it is marked for those who look, and so is one that only waits beside its like.
        for idea in ["Badeanlægget", "Gratis kaffe", "Kaffe gratis", "Badeanlæg med sauna"] {
            town.say(&path, idea).await;
        }
        let control = town.text(&format!("/salen/{hall}"), &town.facilitator).await;
        assert_eq!(control.matches("Ligner en anden").count(), 2, "{control}");
        let at = |title: &str| control.split(&format!("<b>{title}</b>")).nth(1).unwrap().split("</li>").next().unwrap().to_owned();
        assert!(at("Badeanlægget").contains(&format!("{}\">Et badeanlæg</a>", ids[0])), "{control}");
        let (one, other) = (at("Kaffe gratis").contains(">Gratis kaffe</a>"), at("Gratis kaffe").contains(">Kaffe gratis</a>"));
        assert!(one != other, "the one that stands below: {control}");
    }
}

#[tokio::test]
async fn the_hall_closes_by_hand_and_by_itself_and_what_was_typed_is_not_lost() {
    for town in towns().await {
        let (hall, path) = town.hall(false).await;
        assert!(town.say(&path, "Et badeanlæg").await.location.ends_with("klar=idea-said"), "without a look it is there at once");
        assert!(town.text("", "").await.contains("Et badeanlæg"));
        town.done(&format!("/salen/{hall}/luk"), &town.facilitator, &[]).await;
        assert_eq!(town.post(&format!("/salen/{hall}/luk"), &town.facilitator, &[]).await.status, StatusCode::CONFLICT);
        let late = town.say(&path, "Kom for sent").await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("Salen er lukket") && late.text.contains("Kom for sent"), "{}", late.text);
        let (_, path) = town.hall(false).await;
        town.house.clock.set(morning() + Duration::hours(12));
        assert_eq!(town.say(&path, "Kom for sent").await.status, StatusCode::CONFLICT, "also before the program has noted it");
        (samskab_ideas::TOOL.tick)(&town.house.app).await.unwrap();
        (samskab_ideas::TOOL.tick)(&town.house.app).await.unwrap();
        assert!(town.text("/salen", &town.facilitator).await.matches("Lukket").count() >= 2);
        assert_eq!(town.count(&ROWS).await, 1);
    }
}

#[tokio::test]
async fn a_hall_takes_no_more_than_people_can_write() {
    let town = towns().await.remove(0);
    let (_, path) = town.hall(true).await;
    for n in 0..200 {
        assert_eq!(town.say(&path, &format!("Idé nummer {n}")).await.status, StatusCode::SEE_OTHER, "{n}");
    }
    let answer = town.say(&path, "En for meget").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text);
    town.house.clock.set(morning() + Duration::minutes(2));
    assert_eq!(town.say(&path, "Lidt senere").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_personal_number_is_caught_wherever_an_idea_comes_from_and_a_colleague_can_let_the_rest_through() {
    for town in towns().await {
        let text = format!("Spørg Jens, {CPR}");
        let (hall, path) = town.hall(true).await;
        let answers = [
            town.post("/ny", &town.asta, &[("title", &text)]).await,
            town.post("/sedler", &town.facilitator, &[("way", "hall"), ("notes", &text), ("looked", "yes")]).await,
            town.say(&path, &text).await,
        ];
        for answer in answers {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
            assert!(answer.text.contains(&format!("<mark>{CPR}</mark>")), "{}", answer.text);
        }
        assert_eq!(town.count(&ROWS).await, 0);
        // A telephone number from the hall: somebody who runs the space lets it through, and then it still waits for the screen.
        let held = town.house.post(&path, "", &form(&[("title", "Ring til klubben på 20 12 34 56"), ("_gennemsyn", "1")])).await;
        assert!(held.location.ends_with("klar=held-nameless"), "{held:?}");
        let waiting = town.house.get(&format!("{}/gennemsyn", town.base.trim_end_matches("/ideer")), &town.facilitator).await.text;
        let one = waiting.split("/gennemsyn/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let look = format!("{}/gennemsyn/{one}", town.base.trim_end_matches("/ideer"));
        let through = town.house.post(&look, &town.facilitator, &form(&[("decision", "through"), ("reason", "")])).await;
        assert!(through.location.ends_with("klar=held-shown"), "{through:?}");
        assert!(town.text(&format!("/salen/{hall}"), &town.facilitator).await.contains("20 12 34 56"));
    }
}

#[tokio::test]
async fn an_idea_set_aside_says_why_and_can_be_taken_up_again() {
    for town in towns().await {
        let id = town.write(&town.asta, "Gratis svømmehal").await;
        town.done(&format!("/{id}/stoet"), &town.bo, &[("level", "backs")]).await;
        let wrong = town.post(&format!("/{id}/til-side"), &town.facilitator, &[("reason", " ")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.done(&format!("/{id}/til-side"), &town.facilitator, &[("reason", "Tak. Hallen er ikke vores.")]).await;
        assert!(town.text(&format!("/{id}"), "").await.contains("Tak. Hallen er ikke vores."));
        for name in ["asta", "bo"] {
            assert!(town.mail_to(name).await.iter().any(|m| m.contains("Hallen er ikke vores")), "{name} hears why");
        }
        assert_eq!(town.post(&format!("/{id}/stoet"), &town.member, &[("level", "backs")]).await.status, StatusCode::CONFLICT);
        assert!(town.house.get("/min-side", &town.asta).await.text.contains("Gratis svømmehal"), "on her own page");
        town.done(&format!("/{id}/tag-op"), &town.facilitator, &[]).await;
        assert_eq!(town.state(&id).await, "open");
        assert!(!town.text(&format!("/{id}"), "").await.contains("Hallen er ikke vores"));
    }
}

#[tokio::test]
async fn an_idea_becomes_a_recommendation_and_is_open_again_when_that_no_longer_builds_on_it() {
    for town in towns().await {
        let id = town.write(&town.asta, "Bænke ved vandet").await;
        let page = town.text(&format!("/{id}"), &town.member).await;
        let there = page.split("href=\"").find(|h| h.contains("anbefalinger/ny?kilde=idea:")).unwrap().split('"').next().unwrap().to_owned();
        assert!(town.house.get(&there, &town.member).await.text.contains("Bænke ved vandet"));
        let new = there.split('?').next().unwrap();
        let fields = [("title", "Sæt ti bænke op"), ("text", "Langs kajen."), ("reason", "Man bliver træt."), ("kilde", &format!("idea:{id}"))];
        let answer = town.house.post(new, &town.member, &form(&fields)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let recommendation = answer.location.split('?').next().unwrap().to_owned();
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("Blev til en anbefaling") && page.contains("Sæt ti bænke op"), "{page}");
        assert!(town.mail_to("asta").await.iter().any(|m| m.contains("En anbefaling bygger på") && m.contains("Sæt ti bænke op")));
        assert!(town.house.get("/min-side", &town.asta).await.text.contains("Blev til en anbefaling"));
        let removed = town.house.post(&format!("{recommendation}/kilder/fjern"), &town.member, &form(&[("object", &id)])).await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER, "{}", removed.text);
        assert_eq!(town.state(&id).await, "open");
    }
}

#[tokio::test]
async fn an_obviously_good_idea_starts_at_once_and_the_days_from_idea_to_start_are_shown() {
    for town in towns().await {
        let old = town.write(&town.bo, "Et sted at vente på bussen").await;
        town.house.clock.set(morning() + Duration::days(2));
        let id = town.write(&town.asta, "Sofaer på biblioteket").await;
        town.done(&format!("/{id}/saml"), &town.member, &[("title", "Sofaer på biblioteket"), ("q", "vente bussen"), ("ideas", &old)]).await;
        town.done(&format!("/{id}/stoet"), &town.asta, &[("level", "helps")]).await;
        let page = town.text(&format!("/{id}"), &town.member).await;
        let there =
            page.split("href=\"").find(|h| h.contains("aftaler/ny?fra=")).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let form_page = town.house.get(&there, &town.member).await.text;
        assert!(form_page.contains("name=\"what\" type=\"text\" value=\"Sofaer på biblioteket\""), "{form_page}");
        town.house.clock.set(morning() + Duration::days(5));
        let (doer, helper) = (town.people[1].id.to_string(), town.people[0].id.to_string());
        let fields = [("fra", id.as_str()), ("what", "To sofaer"), ("doer", &doer), ("counterpart", &helper), ("due_on", "2026-05-01")];
        let made = town.house.post(there.split('?').next().unwrap(), &town.member, &form(&fields)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("Aftalt") && page.contains("Fra idé til aftale: 5 dage"), "from the oldest of those merged: {page}");
        for name in ["asta", "bo"] {
            assert!(town.mail_to(name).await.iter().any(|m| m.contains("Nogen vil gøre idéen")), "{name}");
        }
        assert_eq!(town.post(&format!("/{id}/skil"), &town.member, &[]).await.status, StatusCode::CONFLICT, "something has come of it");
        town.house.clock.set(morning() + Duration::days(9));
        let commitment = made.location.split('?').next().unwrap();
        let told = town.house.post(&format!("{commitment}/fortael"), &town.member, &form(&[("status", "started"), ("text", "Den første er kommet")])).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("I gang") && page.contains("Fra idé til i gang: 9 dage"), "{page}");
        let list = town.text("", "").await;
        assert!(list.contains("9 dage") && list.contains("Sådan er det talt"), "{list}");
        let overview = town.house.get(town.base.trim_end_matches("/ideer"), "").await.text;
        assert!(overview.contains("Fra idé til i gang: ofte 9 dage"), "{overview}");
        assert!(town.house.get("/min-side", &town.asta).await.text.contains("Sofaer på biblioteket"));
    }
}

#[tokio::test]
async fn somebody_who_is_helped_stands_as_the_author_and_the_helper_is_named() {
    for town in towns().await {
        let mut visitor = Visitor::of(town.people[2].clone());
        visitor.helper = Some(town.people[0].clone());
        town.write(&town.asta, "Noget tidligere").await;
        let mut act = Act::begin(&town.house.app, &visitor, town.space, &WRITE).await.unwrap();
        let id = acts::write(&mut act, Said { title: "Et gelænder ved trappen", text: "" }, false, Some(town.people[0].id)).await.unwrap();
        act.commit().await.unwrap();
        let page = town.text(&format!("/{id}"), "").await;
        assert!(page.contains("Asta") && page.contains("Skrevet ind med hjælp fra Freja"), "{page}");
        assert_eq!(town.count(&HELPER).await, 1);
        let activity = town.house.get(&town.base.replace("/ideer", "/aktivitet"), "").await.text;
        assert!(activity.contains("Asta skrev en idé: Et gelænder ved trappen") && activity.contains("Freja"), "{activity}");
    }
}

#[tokio::test]
async fn late_ideas_come_first_among_those_that_wait_for_more() {
    for town in towns().await {
        let mut ids = vec![];
        for (n, title) in ["Fyrtårn", "Badebro", "Saltvandsbassin"].into_iter().enumerate() {
            town.house.clock.set(morning() + Duration::days(n as i64));
            ids.push(town.write(&town.asta, title).await);
        }
        for cookie in [&town.bo, &town.member] {
            town.done(&format!("/{}/stoet", ids[0]), cookie, &[("level", "backs")]).await;
        }
        town.done(&format!("/{}/stoet", ids[2]), &town.bo, &[("level", "backs")]).await;
        let order = |page: &str| -> Vec<usize> {
            let mut found: Vec<(usize, usize)> = ids.iter().enumerate().map(|(n, id)| (page.find(&format!("/{id}\"")).unwrap(), n)).collect();
            found.sort_unstable();
            found.into_iter().map(|f| f.1).collect()
        };
        assert_eq!(order(&town.text("", "").await), [2, 1, 0], "the newest first, whatever is liked");
        assert_eq!(order(&town.text("?vis=aabne", "").await), [1, 2, 0], "those with the fewest behind them first");
    }
}

/// Five thousand ideas in one space, put together from some hundred words as people use them.
async fn crowd(town: &Town) {
    const THINGS: [&str; 20] = [
        "bænke",
        "lamper",
        "cykelstier",
        "legepladser",
        "træer",
        "skraldespande",
        "busstop",
        "toiletter",
        "bålpladser",
        "skaterbaner",
        "klubber",
        "værksteder",
        "haver",
        "borde",
        "broer",
        "stier",
        "haller",
        "køkkener",
        "kor",
        "markeder",
    ];
    const PLACES: [&str; 16] = [
        "havnen",
        "skolen",
        "stationen",
        "torvet",
        "skoven",
        "biblioteket",
        "stranden",
        "kirken",
        "hallen",
        "parken",
        "søen",
        "broen",
        "marken",
        "gågaden",
        "plejehjemmet",
        "børnehaven",
    ];
    const WHO: [&str; 16] = [
        "unge",
        "ældre",
        "børn",
        "familier",
        "hunde",
        "cyklister",
        "gående",
        "nye",
        "lærere",
        "kunstnere",
        "naboer",
        "frivillige",
        "turister",
        "sejlere",
        "forældre",
        "pendlere",
    ];
    let facilitator = Visitor::of(town.people[0].clone());
    let line = |n: usize| format!("Flere {} ved {} for {} nummer{n}", THINGS[n % 20], PLACES[(n / 20) % 16], WHO[(n / 320) % 16]);
    let all: Vec<(String, Goes)> = (0..5_000).map(|n| (line(n), Goes::Alone)).collect();
    for notes in all.chunks(500) {
        let mut act = Act::begin(&town.house.app, &facilitator, town.space, &NOTE).await.unwrap();
        merging::note(&mut act, notes, Way::Hall, None).await.unwrap();
        act.commit().await.unwrap();
    }
}

#[tokio::test]
async fn five_thousand_ideas_are_looked_through_while_one_types() {
    for town in towns().await {
        crowd(&town).await;
        let cookie = &town.bo;
        let (mut slowest, mut times) = (0.0f64, vec![]);
        for words in
            ["Flere bænke ved havnen", "cykelsti til skolen", "ungdomsklub", "lys ved stationen for pendlere", "toilet i parkn", "Bænke ved søen til ældre"]
        {
            let path = town.at(&format!("/lignende?q={}", samskab_platform::paging::encoded(words)));
            let begun = Instant::now();
            let answer = town.house.get(&path, cookie).await;
            let took = begun.elapsed().as_secs_f64() * 1_000.0;
            assert_eq!(answer.status, StatusCode::OK);
            assert!(answer.text.matches("data-idea=").count() <= 5);
            slowest = slowest.max(took);
            times.push(took);
        }
        times.sort_by(f64::total_cmp);
        println!("similar among 5,000 ideas on {}: median {:.1} ms, slowest {slowest:.1} ms", town.house.kind, times[times.len() / 2]);
        // A build without optimisation, beside other tests.
        assert!(times[times.len() / 2] < 250.0, "{times:?} ms");
        assert!(town.text("/lignende?q=Flere%20b%C3%A6nke%20ved%20havnen", cookie).await.contains("bænke ved havnen"));
    }
}

#[tokio::test]
async fn what_was_taken_back_leaves_no_words_behind() {
    let town = towns().await.remove(0);
    let id = town.write(&town.asta, "Bænke ved vandet").await;
    let terms = async || town.house.app.db.read().await.unwrap().count(&TERMS, args![uuid(&id)]).await.unwrap();
    assert!(terms().await > 0);
    town.done(&format!("/{id}/traek"), &town.asta, &[]).await;
    assert_eq!(terms().await, 0);
}
