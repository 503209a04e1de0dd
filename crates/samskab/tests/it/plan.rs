//! The plan: it is its owner's. Each who is let in sees their parts and nothing else, every look is told, and when it ends nothing is left.

use axum::http::{Method, StatusCode};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::person::Person;
use samskab_platform::{args, space, statements};
use uuid::Uuid;

use crate::house::{Answer, House, form};
use crate::process::{done, text};
use crate::sealed::{holds, houses, place, unpacked, with};
use crate::strangers::routes;

const DREAM: &str = "Solsortedrømmen";
const FIRST: &str = "Kastanjetrinnet";
const SECOND: &str = "Birketrinnet";
const HELPER: &str = "Grethe Hyldehjælper";
const NOTE: &str = "Rønnebærnoten";
const CALLED: &str = "Fyrretante";
/// Everything that was written, and must be readable nowhere else.
const PLANTED: [&str; 6] = [DREAM, FIRST, SECOND, HELPER, NOTE, CALLED];

statements! {
    LINK = "SELECT link FROM notice WHERE person_id = $1 AND word = 'mail-plan-let-in' ORDER BY created_at DESC, id DESC LIMIT 1";
    MAILED = "SELECT link FROM outbox WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1";
    ALL_MAILED = "SELECT link FROM outbox WHERE recipient = $1";
    TOLD = "SELECT word FROM notice WHERE person_id = $1 ORDER BY created_at, id";
    STEPS = "SELECT id FROM plan_step WHERE space_id = $1 ORDER BY position";
    GUEST = "SELECT id FROM plan_person WHERE space_id = $1 AND person_id = $2";
    WAITING = "SELECT id FROM plan_person WHERE space_id = $1 AND came_at IS NULL";
    LEFT_OF_IT = "SELECT (SELECT COUNT(*) FROM plan) + (SELECT COUNT(*) FROM plan_step) + (SELECT COUNT(*) FROM plan_note) + (SELECT COUNT(*) FROM plan_person)
        + (SELECT COUNT(*) FROM plan_sight) + (SELECT COUNT(*) FROM plan_helper) + (SELECT COUNT(*) FROM plan_reading)";
    ROLES = "SELECT COUNT(*) FROM space_role WHERE space_id = $1";
    HOLD = "INSERT INTO hold (id, space_id, person_id, reason, until, placed_by, placed_at) VALUES ($1, $2, NULL, 'En sag', $3, $4, $5)";
    LIFT = "UPDATE hold SET lifted_by = $1, lifted_at = $2";
    NO_MAIL = "UPDATE person SET email = NULL, contact = 'letter', address = 'Vej 1' WHERE id = $1";
    NAMES_HELPER = "UPDATE person SET helper_id = $2 WHERE id = $1";
    GONE = "UPDATE person SET left_at = $2 WHERE id = $1";
    NAMES = "SELECT name FROM person WHERE email = $1";
}

/// A plan with two steps, a helper and a note, and two of the staff who see different parts of it.
struct Town {
    house: House,
    space: Uuid,
    at: String,
    steps: Vec<Uuid>,
    owner: Person,
    me: String,
    nurse: Person,
    nurse_cookie: String,
    teacher: Person,
    teacher_cookie: String,
    /// Somebody with every role in the municipality, and none in the plan.
    office: String,
}

impl Town {
    async fn get(&self, under: &str, cookie: &str) -> Answer {
        self.house.get(&format!("{}{under}", self.at), cookie).await
    }

    async fn post(&self, under: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&format!("{}{under}", self.at), cookie, &form(fields)).await
    }

    /// Lets somebody in; they come by the link they were sent.
    async fn let_in(&self, person: &Person, called: &str, whole: &str, parts: &[(Uuid, &str)], more: &[(&str, &str)]) -> String {
        let parts: Vec<(String, &str)> = parts.iter().map(|(part, level)| (format!("del-{part}"), *level)).collect();
        let mut fields = vec![("called", called), ("email", person.email.as_deref().unwrap()), ("whole", whole)];
        fields.extend(parts.iter().map(|(field, level)| (field.as_str(), *level)));
        fields.extend(more);
        let answer = self.post("/hvem/ny", &self.me, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let cookie = self.house.cookie(person).await;
        let link = link(&self.house, person).await;
        assert!(self.house.get(&link, &cookie).await.text.contains("Freja"));
        let came = self.house.post(&link, &cookie, "").await;
        assert_eq!(came.status, StatusCode::SEE_OTHER, "{}", came.text);
        assert!(came.location.starts_with(&self.at), "{}", came.location);
        cookie
    }

    async fn guest(&self, person: &Person) -> Uuid {
        self.house.app.db.read().await.unwrap().one::<(Uuid,)>(&GUEST, args![self.space, person.id]).await.unwrap().0
    }
}

async fn link(house: &House, person: &Person) -> String {
    house.app.db.read().await.unwrap().one::<(String,)>(&LINK, args![person.id]).await.unwrap().0
}

async fn begin(house: &House, cookie: &str, dream: &str) -> String {
    let begun = house.post("/plan/ny", cookie, &form(&[("dream", dream)])).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    begun.location.split('?').next().unwrap().to_owned()
}

async fn town_in(house: House) -> Town {
    let office_person = house.person("Nysgerrig").await;
    let root = house.app.municipality_space().await.unwrap().id;
    for role in [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council, Role::Politician] {
        house.role(root, &office_person, role).await;
    }
    let (owner, nurse, teacher) = (house.person("Freja").await, house.person("Samira").await, house.person("Camilla").await);
    let me = house.cookie(&owner).await;
    let at = begin(&house, &me, &format!("{DREAM} om at bo selv")).await;
    let slug = at.trim_start_matches("/forloeb/").trim_end_matches("/plan").to_owned();
    let space = space::by_slug(&mut house.app.db.read().await.unwrap(), &slug).await.unwrap().id;
    for what in [FIRST, SECOND] {
        assert_eq!(house.post(&format!("{at}/trin"), &me, &form(&[("what", what), ("by", "")])).await.status, StatusCode::SEE_OTHER);
    }
    let steps: Vec<Uuid> = house.app.db.read().await.unwrap().all::<(Uuid,)>(&STEPS, args![space]).await.unwrap().into_iter().map(|s| s.0).collect();
    let office = house.cookie(&office_person).await;
    let mut town = Town { house, space, at, steps, owner, me, nurse, nurse_cookie: String::new(), teacher, teacher_cookie: String::new(), office };
    let (first, second) = (town.steps[0], town.steps[1]);
    assert_eq!(town.post(&format!("/trin/{first}/hjaelp"), &town.me, &[("called", HELPER), ("kind", "neighbour")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(town.post(&format!("/trin/{second}/note"), &town.me, &[("words", NOTE)]).await.status, StatusCode::SEE_OTHER);
    town.nurse_cookie = town.let_in(&town.nurse, CALLED, "none", &[(first, "write")], &[]).await;
    town.teacher_cookie = town.let_in(&town.teacher, "Læreren", "none", &[(space, "read")], &[]).await;
    town
}

async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for (house, _) in houses().await {
        all.push(town_in(house).await);
    }
    all
}

#[tokio::test]
async fn each_who_is_let_in_sees_their_own_parts_and_nothing_of_the_others() {
    for town in towns().await {
        let (kind, first, second) = (town.house.kind, town.steps[0], town.steps[1]);
        let own = town.get("", &town.me).await;
        assert!([DREAM, FIRST, SECOND, HELPER].iter().all(|w| own.text.contains(w)), "{kind}: {}", own.text);
        let seen = town.get("", &town.nurse_cookie).await.text + &town.get(&format!("/trin/{first}"), &town.nurse_cookie).await.text;
        assert!(seen.contains(FIRST) && seen.contains(HELPER) && seen.contains("Plan for Freja"), "{seen}");
        assert!(![DREAM, SECOND, NOTE, "Camilla", "Læreren"].iter().any(|w| seen.contains(w)), "{kind}: {seen}");
        let seen = town.get("", &town.teacher_cookie).await.text + &town.get("/droem", &town.teacher_cookie).await.text;
        assert!(seen.contains(DREAM) && ![FIRST, SECOND, NOTE, HELPER, CALLED, "Samira"].iter().any(|w| seen.contains(w)), "{kind}: {seen}");
        // By direct addresses.
        let (nurse, teacher) = (&town.nurse_cookie, &town.teacher_cookie);
        for (under, cookie) in [
            ("/droem".to_owned(), nurse),
            ("/droem/ret".to_owned(), nurse),
            (format!("/trin/{second}"), nurse),
            (format!("/trin/{second}/ret"), nurse),
            (format!("/trin/{second}/hjaelp"), nurse),
            ("/trin".to_owned(), nurse),
            (format!("/trin/{first}"), teacher),
            (format!("/trin/{second}"), teacher),
        ] {
            assert_eq!(town.get(&under, cookie).await.status, StatusCode::NOT_FOUND, "{kind} {under}");
        }
        for under in ["/hvem", "/hvem/ny", "/kiggede", "/plan.pdf", "/plan.json", "/slut"] {
            for cookie in [nurse, teacher] {
                assert_eq!(town.get(under, cookie).await.status, StatusCode::NOT_FOUND, "{kind} {under}");
            }
        }
        for (under, fields) in [
            ("/droem/ret".to_owned(), vec![("dream", "Andet")]),
            ("/note".to_owned(), vec![("words", "Hej")]),
            ("/trin".to_owned(), vec![("what", "Mit eget")]),
            (format!("/trin/{second}/ret"), vec![("what", "Andet")]),
            (format!("/trin/{second}/hvordan"), vec![("state", "done")]),
            (format!("/trin/{second}/note"), vec![("words", "Hej")]),
            (format!("/trin/{second}/op"), vec![]),
            (format!("/trin/{first}/fjern"), vec![]),
            (format!("/hvem/{}/ud", town.guest(&town.teacher).await), vec![]),
        ] {
            assert!(town.post(&under, nurse, &fields).await.is_refusal(), "{kind} {under}");
        }
        assert!(town.post("/slut", nurse, &[]).await.is_refusal());
        assert_eq!(town.post("/droem/ret", teacher, &[("dream", "Andet")]).await.status, StatusCode::FORBIDDEN, "to read is not to write");
        // What is theirs they write in, in the one plan there is.
        assert_eq!(town.post(&format!("/trin/{first}/hvordan"), nurse, &[("state", "going")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.post("/note", teacher, &[("words", "Vi talte om det")]).await.status, StatusCode::SEE_OTHER);
        assert!(town.get("", &town.me).await.text.contains("Vi er i gang"));
        assert!(town.get("/droem", &town.me).await.text.contains("Vi talte om det"));
        // No page or act of another tool is a way around: the team, the feed, the archive, a step of the loop, a working group.
        let space_at = town.at.trim_end_matches("/plan");
        for under in ["hold", "aktivitet", "arkiv", "filer", "moeder", "indstil", "sikkerhed", "arbejdsgrupper/ny", "hold/inviter"] {
            for cookie in [&town.me, nurse] {
                assert_eq!(town.house.get(&format!("{space_at}/{under}"), cookie).await.status, StatusCode::NOT_FOUND, "{kind} {under}");
            }
        }
        assert_eq!(town.house.get(&format!("{}/hold", space_at.replace("plan-", "plan%2D")), nurse).await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.house.post(&format!("{space_at}/trin"), &town.me, "stage=team").await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.house.get(space_at, nurse).await.location, town.at, "its own page is the plan");
        let live = town.house.send(Method::GET, &space_at.replace("/forloeb/", "/live/"), nurse, "").await;
        assert_eq!(live.status, StatusCode::NOT_FOUND, "nor when something happens in it");
    }
}

#[tokio::test]
async fn every_look_is_shown_to_the_owner_and_taking_somebody_out_closes_at_once() {
    for town in towns().await {
        let kind = town.house.kind;
        let before = town.get("/kiggede", &town.me).await.text;
        assert!(before.contains("Samira") || before.contains("Ingen har kigget"), "{before}");
        for _ in 0..2 {
            town.get(&format!("/trin/{}", town.steps[0]), &town.nurse_cookie).await;
        }
        town.get("/droem", &town.teacher_cookie).await;
        let looks = town.get("/kiggede", &town.me).await.text;
        assert!(looks.contains("Samira") && looks.contains(&format!("læste: {FIRST}")) && looks.contains("2 gange"), "{kind}: {looks}");
        assert!(looks.contains("Camilla") && looks.contains("læste: Drømmen") && !looks.contains("Freja</b>"), "{looks}");
        assert!(town.house.get("/min-side/oplysninger", &town.me).await.text.contains("Kiggede i din plan"));
        // Out: one click, and it is as if there were nothing.
        assert_eq!(town.post(&format!("/hvem/{}/ud", town.guest(&town.nurse).await), &town.me, &[]).await.status, StatusCode::SEE_OTHER);
        let gone = town.get("", &town.nurse_cookie).await;
        let nowhere = town.house.get("/forloeb/plan-zzzzzzzzz/plan", &town.nurse_cookie).await;
        assert_eq!((gone.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert!(!town.house.get("/min-side", &town.nurse_cookie).await.text.contains(&town.at));
        assert!(town.post(&format!("/trin/{}/note", town.steps[0]), &town.nurse_cookie, &[("words", "Endnu")]).await.is_refusal());
        // The other is still there, sees another part from the moment it is ticked, and leaves when they like.
        let guest = town.guest(&town.teacher).await;
        let second = format!("del-{}", town.steps[1]);
        let fields = [("called", "Læreren"), ("whole", "none"), (second.as_str(), "read")];
        assert_eq!(town.post(&format!("/hvem/{guest}"), &town.me, &fields).await.status, StatusCode::SEE_OTHER);
        let seen = town.get("", &town.teacher_cookie).await.text;
        assert!(seen.contains(SECOND) && !seen.contains(DREAM), "{kind}: {seen}");
        assert_eq!(town.post("/forlad", &town.teacher_cookie, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.get("", &town.teacher_cookie).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn to_everybody_outside_a_plan_does_not_exist_and_no_page_tells_of_it() {
    for town in towns().await {
        let (house, kind) = (&town.house, town.house.kind);
        samskab_platform::search::reindex_all(&house.app).await.unwrap();
        let slug = town.at.trim_start_matches("/forloeb/").trim_end_matches("/plan").to_owned();
        let nothing = format!("{}zzzz", &slug[..slug.len() - 4]);
        let neighbour = house.cookie(&house.person("Nabo").await).await;
        let step = town.steps[0].to_string();
        let path = |pattern: &str, slug: &str| {
            let mut path = pattern.replace("{slug}", slug);
            while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
                path.replace_range(from..=to, &step);
            }
            path
        };
        let mut asked = 0;
        for (method, pattern) in routes().into_iter().filter(|(_, p)| p.starts_with("/forloeb/{slug}/plan")) {
            for cookie in ["", &town.office, &neighbour] {
                let method = Method::from_bytes(method.as_bytes()).unwrap();
                let there = house.send(method.clone(), &path(&pattern, &slug), cookie, "").await;
                let nowhere = house.send(method.clone(), &path(&pattern, &nothing), cookie, "").await;
                assert_eq!((there.status, there.text.replace(&slug, "SLUG")), (nowhere.status, nowhere.text.replace(&nothing, "SLUG")), "{method} {pattern}");
                assert!(there.is_refusal(), "{method} {pattern}: {}", there.status);
                asked += 1;
            }
        }
        assert!(asked > 60, "only {asked}");
        let title = space::by_id(&mut house.app.db.read().await.unwrap(), town.space).await.unwrap().title;
        for path in ["/", "/forloeb", "/min-side", "/overblik", "/administration", "/administration/journal", "/administration/beskeder", "/det-blev-det-til"] {
            for cookie in [&town.office, &neighbour] {
                let answer = house.get(path, cookie).await.text;
                assert!(!PLANTED.iter().any(|w| answer.contains(w)) && !answer.contains(&slug) && !answer.contains(&title), "{kind} {path}");
            }
        }
        for word in PLANTED {
            for cookie in [&town.me, &town.office, &town.nurse_cookie] {
                let answer = house.get(&format!("/soeg?{}", form(&[("q", word)])), cookie).await.text;
                assert!(!answer.contains("/plan/trin/") && !answer.contains(&slug), "{kind} {word}");
            }
        }
        assert_eq!(house.get("/plan/ind/0000", &neighbour).await.status, StatusCode::NOT_FOUND);
        // The recipe is not one among those a municipality makes spaces from.
        assert!(!house.get("/forloeb/ny", &town.office).await.text.contains("own_plan"));
        // Who tried stands where the owner sees it.
        assert_eq!(house.get(&format!("/forloeb/{slug}/forsoeg"), &town.me).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_plan_is_taken_along_by_its_owner_and_by_nobody_else() {
    for town in towns().await {
        let (house, kind) = (&town.house, town.house.kind);
        let pdf = town.get("/plan.pdf", &town.me).await;
        assert!(pdf.status == StatusCode::OK && pdf.text.starts_with("%PDF"), "{kind}: {}", pdf.text);
        let json: serde_json::Value = serde_json::from_str(&town.get("/plan.json", &town.me).await.text).unwrap();
        assert!(
            json["dream"]["text"].as_str().unwrap().contains(DREAM) && json["steps"][0]["what"] == FIRST && json["steps"][1]["notes"][0]["text"] == NOTE,
            "{json}"
        );
        assert!(json["people"].as_array().unwrap().iter().any(|p| p["called"] == CALLED && p["parts"][0]["part"] == FIRST), "{json}");
        // What is stored about me holds my own plan in words; what is stored about the nurse, none of it.
        let mine = house.get("/min-side/oplysninger/hent.json", &town.me).await.text;
        assert!(PLANTED.iter().all(|w| mine.contains(w)), "{kind}: {mine}");
        let page = house.get("/min-side/oplysninger/hent.html", &town.me).await.text;
        assert!([DREAM, FIRST, SECOND, NOTE, HELPER].iter().all(|w| page.contains(w)), "{kind}");
        let hers = house.get("/min-side/oplysninger/hent.json", &town.nurse_cookie).await.text;
        assert!(!PLANTED.iter().any(|w| hers.contains(w)) && hers.contains("plan_person"), "{kind}: {hers}");
    }
}

#[tokio::test]
async fn a_helper_begins_a_plan_for_somebody_else_and_it_is_not_the_helpers() {
    for (house, _) in houses().await {
        let kind = house.kind;
        let secretary = house.secretary().await;
        let (citizen, stranger, sister) = (house.person("Ejner").await, house.person("Fremmed").await, house.person("Sus").await);
        let (staff, strange) = (house.cookie(&secretary).await, house.cookie(&stranger).await);
        assert_eq!(house.get("/plan/for", &strange).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&format!("/plan/for/{}", citizen.id), &strange).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&format!("/plan/for/{}", citizen.id), &strange, &form(&[("dream", "Mit")])).await.status, StatusCode::NOT_FOUND);
        assert!(house.get(&format!("/plan/for/{}", citizen.id), &staff).await.text.contains("Hvad drømmer Ejner om?"));
        let begun = house.post(&format!("/plan/for/{}", citizen.id), &staff, &form(&[("dream", DREAM)])).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
        let at = begun.location.split('?').next().unwrap().to_owned();
        let told: Vec<(String,)> = house.app.db.read().await.unwrap().all(&TOLD, args![citizen.id]).await.unwrap();
        assert_eq!(told, [("mail-plan-begun".to_owned(),)], "{kind}");
        let me = house.cookie(&citizen).await;
        assert!(house.get("/min-side", &me).await.text.contains(&at));
        let home = house.get(&at, &me).await.text;
        assert!(home.contains(DREAM) && home.contains("href=\"/plan/ny\"") && !home.contains("href=\"/plan/for\""), "{kind}: {home}");
        // Whoever has a plan of their own still finds the way to begin one for somebody else.
        let own = begin(&house, &staff, "At nå det hele").await;
        assert!(house.get(&own, &staff).await.text.contains("href=\"/plan/for\""), "{kind}");
        // The helper writes; who may see what, and the end, are the owner's.
        assert_eq!(house.post(&format!("{at}/trin"), &staff, &form(&[("what", FIRST)])).await.status, StatusCode::SEE_OTHER);
        for under in ["hvem", "hvem/ny", "kiggede", "slut", "plan.json"] {
            assert_eq!(house.get(&format!("{at}/{under}"), &staff).await.status, StatusCode::NOT_FOUND, "{kind} {under}");
        }
        let sister_in = |whole: &'static str| form(&[("called", "Søster"), ("email", "sus@borger.example"), ("whole", whole)]);
        assert!(house.post(&format!("{at}/hvem/ny"), &staff, &sister_in("read")).await.is_refusal());
        assert!(house.get(&at, &staff).await.text.contains(FIRST));
        assert!(house.get(&format!("{at}/kiggede"), &me).await.text.contains("Sille"), "their looks are told too");
        // The owner asks the helper to let people in, but lets them see the dream alone: they give nobody more than they have.
        let slug = at.trim_start_matches("/forloeb/").trim_end_matches("/plan");
        let space = space::by_slug(&mut house.app.db.read().await.unwrap(), slug).await.unwrap().id;
        let (guest,): (Uuid,) = house.app.db.read().await.unwrap().one(&GUEST, args![space, secretary.id]).await.unwrap();
        let dream = format!("del-{space}");
        let fields = [("called", "Sille"), ("whole", "none"), (dream.as_str(), "read"), ("helper", "yes"), ("manages", "yes")];
        assert_eq!(house.post(&format!("{at}/hvem/{guest}"), &me, &form(&fields)).await.status, StatusCode::SEE_OTHER);
        assert!(!house.get(&at, &staff).await.text.contains(FIRST));
        assert_eq!(house.post(&format!("{at}/hvem/ny"), &staff, &sister_in("read")).await.status, StatusCode::CONFLICT);
        let more = [("called", "Sille"), ("whole", "write"), ("helper", "yes"), ("manages", "yes")];
        assert_eq!(house.post(&format!("{at}/hvem/{guest}"), &staff, &form(&more)).await.status, StatusCode::CONFLICT, "nor themselves");
        let fits = [("called", "Søster"), ("email", "sus@borger.example"), ("whole", "none"), (dream.as_str(), "read"), ("manages", "yes")];
        assert_eq!(house.post(&format!("{at}/hvem/ny"), &staff, &form(&fits)).await.status, StatusCode::SEE_OTHER);
        let cookie = house.cookie(&sister).await;
        let link = link(&house, &sister).await;
        assert_eq!(house.post(&link, &cookie, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get(&link, &cookie).await.status, StatusCode::NOT_FOUND, "a link works once");
        assert_eq!(house.get(&format!("{at}/hvem"), &cookie).await.status, StatusCode::NOT_FOUND, "the right to decide is not the helper's to give");
        // Acting as the owner is no way in, not even for the helper they have named.
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&NAMES_HELPER, args![citizen.id, stranger.id]).await.unwrap();
        sql.commit().await.unwrap();
        let helping = house.post("/min-side/hjaelp", &strange, &form(&[("person", &citizen.id.to_string())])).await;
        let both = helping.cookies.iter().map(|c| c.split(';').next().unwrap_or("").to_owned()).chain([strange.clone()]).collect::<Vec<_>>().join("; ");
        assert_eq!(house.get(&at, &both).await.status, StatusCode::NOT_FOUND, "{kind}");
        // The owner takes the helper out.
        assert_eq!(house.post(&format!("{at}/hvem/{guest}/ud"), &me, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get(&at, &staff).await.status, StatusCode::NOT_FOUND);
        // Whoever has no mail gets a helper who does it all for them.
        let paper = house.person("Aase").await;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&NO_MAIL, args![paper.id]).await.unwrap();
        sql.commit().await.unwrap();
        let begun = house.post(&format!("/plan/for/{}", paper.id), &staff, &form(&[("dream", DREAM)])).await;
        let at = begun.location.split('?').next().unwrap().to_owned();
        assert!(house.get(&format!("{at}/plan.pdf"), &staff).await.text.starts_with("%PDF"), "{kind}");
        let people = house.get(&format!("{at}/hvem"), &staff).await;
        assert!(people.status == StatusCode::OK && people.text.contains("Skriver og bestemmer for Aase"), "{kind}: {}", people.text);
        // Nobody gets more plans from others than they can begin themselves.
        for _ in 1..5 {
            assert_eq!(house.post(&format!("/plan/for/{}", paper.id), &staff, &form(&[("dream", DREAM)])).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(house.post(&format!("/plan/for/{}", paper.id), &staff, &form(&[("dream", DREAM)])).await.status, StatusCode::CONFLICT, "{kind}");
    }
}

#[tokio::test]
async fn somebody_new_comes_by_the_link_and_says_themselves_what_they_are_called() {
    for town in towns().await {
        let (house, kind) = (&town.house, town.house.kind);
        let fields = [("called", CALLED), ("email", "helt.ny@firma.example"), ("whole", "read")];
        assert_eq!(town.post("/hvem/ny", &town.me, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.post("/hvem/ny", &town.me, &fields).await.status, StatusCode::CONFLICT, "once");
        let sql = &mut house.app.db.read().await.unwrap();
        let (link,): (String,) = sql.one(&MAILED, args!["helt.ny@firma.example"]).await.unwrap();
        assert!(sql.all::<(String,)>(&NAMES, args!["helt.ny@firma.example"]).await.unwrap().is_empty(), "nobody is added before they come");
        // A new link is another mail, and the old one stops working; nobody else sends it.
        let (waits,): (Uuid,) = sql.one(&WAITING, args![town.space]).await.unwrap();
        let again = format!("/hvem/{waits}/link");
        assert!(town.get("/hvem", &town.me).await.text.contains(&again));
        assert!(town.post(&again, &town.nurse_cookie, &[]).await.is_refusal());
        assert_eq!(town.post(&again, &town.me, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get(&link, "").await.status, StatusCode::NOT_FOUND, "{kind}");
        let all: Vec<(String,)> = house.app.db.read().await.unwrap().all(&ALL_MAILED, args!["helt.ny@firma.example"]).await.unwrap();
        let link = all.into_iter().map(|m| m.0).find(|m| *m != link).expect("another link");
        let came = house.post(&link, "", "").await;
        assert!(came.location.starts_with("/min-side/navn?next="), "{kind}: {}", came.location);
        assert_eq!(town.post(&again, &town.me, &[]).await.status, StatusCode::NOT_FOUND, "{kind}: who has come needs no link");
        let (name,): (String,) = house.app.db.read().await.unwrap().one(&NAMES, args!["helt.ny@firma.example"]).await.unwrap();
        assert_eq!(name, "", "what the owner calls them stays in the plan");
        let cookie = came.cookie.split(';').next().unwrap().to_owned();
        assert!(town.get("", &cookie).await.text.contains(SECOND));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_plan_is_readable_nowhere_and_a_legal_hold_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    for (house, key) in houses().await {
        let town = town_in(house).await;
        let (house, kind) = (&town.house, town.house.kind);
        samskab_platform::search::reindex_all(&house.app).await.unwrap();
        samskab_platform::gather::gather(&house.app).await.unwrap();
        let here = place(house, folder.path(), &format!("master_key_file = {:?}\n", text(&key)));
        let look = |name: &str| {
            let backup = folder.path().join(format!("{kind}-{name}.tar.gz"));
            done(&with(&["backup", text(&backup), "--unencrypted"], &here));
            let bytes = unpacked(&backup);
            assert!(holds(&bytes, b"Camilla"), "looking for what is not sealed finds it");
            for word in PLANTED {
                assert!(!holds(&bytes, word.as_bytes()) && !holds(&bytes, word.to_lowercase().as_bytes()), "{kind}: {word} lies in a backup ({name})");
            }
            if kind == "sqlite" {
                for file in ["samskab.db", "samskab.db-wal"].map(|f| house.settings.data.join(f)) {
                    let bytes = std::fs::read(&file).unwrap_or_default();
                    for word in PLANTED {
                        assert!(!holds(&bytes, word.as_bytes()) && !holds(&bytes, word.to_lowercase().as_bytes()), "{word} lies in {}", file.display());
                    }
                }
            }
        };
        look("while it lives");
        let mut sql = house.app.db.write().await.unwrap();
        let until = house.app.clock.today() + chrono::Duration::days(3);
        sql.run(&HOLD, args![house.app.clock.id(), town.space, until, town.owner.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        let asked = town.get("/slut", &town.me).await.text;
        assert!(asked.contains("kan ikke slutte før") && !asked.contains("Slut planen for altid"), "{asked}");
        assert_eq!(town.post("/slut", &town.me, &[]).await.status, StatusCode::CONFLICT);
        assert!(town.get("", &town.me).await.text.contains(DREAM), "held, it is still there");
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&LIFT, args![town.owner.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        assert!(town.get("/slut", &town.me).await.text.contains("plan.pdf"), "it can be taken along first");
        let ended = town.post("/slut", &town.me, &[]).await;
        assert_eq!((ended.status, ended.location.as_str()), (StatusCode::SEE_OTHER, "/plan/slut"));
        for cookie in [&town.me, &town.nurse_cookie, &town.teacher_cookie] {
            for under in ["", "/droem", "/plan.pdf", "/plan.json", "/kiggede"] {
                assert_eq!(town.get(under, cookie).await.status, StatusCode::NOT_FOUND, "{kind} {under}");
            }
        }
        let mut sql = house.app.db.read().await.unwrap();
        assert_eq!(sql.count(&LEFT_OF_IT, args![]).await.unwrap(), 0);
        assert_eq!(sql.count(&ROLES, args![town.space]).await.unwrap(), 0);
        assert!(samskab_platform::sealed::of(&mut sql, &house.app, town.space).await.is_err(), "the key is gone");
        for person in [&town.nurse, &town.teacher] {
            let told: Vec<(String,)> = sql.all(&TOLD, args![person.id]).await.unwrap();
            assert!(told.iter().any(|t| t.0 == "mail-plan-ended"), "{kind}: {told:?}");
        }
        drop(sql);
        samskab_platform::gather::gather(&house.app).await.unwrap();
        look("when it has ended");
        assert!(!house.get("/min-side/oplysninger/hent.json", &town.me).await.text.contains(DREAM));
        assert!(samskab_platform::journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap().faults.is_empty(), "the chain holds");
    }
}

#[tokio::test]
async fn a_plan_ends_when_its_owner_has_left() {
    for town in towns().await {
        let house = &town.house;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&GONE, args![town.owner.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        (samskab_plan::TOOL.tick)(&house.app).await.unwrap();
        let mut sql = house.app.db.read().await.unwrap();
        assert_eq!(sql.count(&LEFT_OF_IT, args![]).await.unwrap(), 0, "{}", house.kind);
        assert!(samskab_platform::sealed::of(&mut sql, &house.app, town.space).await.is_err());
        let space = space::by_id(&mut sql, town.space).await.unwrap();
        assert!(space.closed_at.is_some() && space.visibility == Visibility::Sealed);
    }
}
