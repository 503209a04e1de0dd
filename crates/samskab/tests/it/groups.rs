//! Working groups: found through their committee, never more open than it, and closed with it.

use axum::http::StatusCode;
use chrono::Duration;
use samskab_meetings::acts::PLAN;
use samskab_meetings::{Kind, Plan, acts};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::space::Space;
use samskab_platform::{Act, Error, Visitor, args, search, space};
use uuid::Uuid;

use crate::house::{House, form};
use crate::thread::MANDATE;

const STAGE: Statement = Statement { name: "test", sql: "UPDATE space SET stage = $1 WHERE parent_id IS NOT NULL", postgres: None };

/// A committee with a frame, and somebody in each role.
struct Town {
    house: House,
    space: Uuid,
    office: String,
    sure: String,
    facilitator: Person,
    chair: Person,
    member: Person,
}

async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let mut people = vec![];
        for (name, role) in [("Fie", Role::Facilitator), ("Carl", Role::Chair), ("Mads", Role::Member)] {
            let person = house.person(name).await;
            house.role(space, &person, role).await;
            people.push(person);
        }
        let (office, sure) = (house.cookie(&secretary).await, house.cookie_of(&secretary, Assurance::Substantial).await);
        let written = house.post(&format!("/forloeb/{slug}/ramme/skriv"), &office, &form(MANDATE)).await;
        assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
        let mut people = people.into_iter();
        let (Some(facilitator), Some(chair), Some(member)) = (people.next(), people.next(), people.next()) else { unreachable!() };
        all.push(Town { house, space, office, sure, facilitator, chair, member });
    }
    all
}

impl Town {
    /// Makes a group; gives it.
    async fn group(&self, cookie: &str, title: &str, visibility: &str, leader: Option<&Person>) -> Space {
        let leader = leader.map(|p| p.id.to_string()).unwrap_or_default();
        let fields = [("title", title), ("task", "Find ud af, hvor bussen mangler."), ("leader", leader.as_str()), ("visibility", visibility)];
        let made = self.house.post("/forloeb/ungepolitik/arbejdsgrupper/ny", cookie, &form(&fields)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}: {}", self.house.kind, made.text);
        let slug = made.location.trim_start_matches("/forloeb/").split('?').next().unwrap().to_owned();
        self.now(&slug).await
    }

    async fn now(&self, slug: &str) -> Space {
        space::by_slug(&mut self.house.app.db.read().await.unwrap(), slug).await.unwrap()
    }

    async fn roles(&self, space: Uuid, person: &Person) -> Vec<Role> {
        space::roles_of(&mut self.house.app.db.read().await.unwrap(), space, person.id).await.unwrap()
    }

    async fn settle(&self, slug: &str, visibility: &str) -> StatusCode {
        let fields = [("title", "Ungepolitik"), ("summary", "Om noget"), ("area", ""), ("visibility", visibility), ("seen", "yes")];
        self.house.post(&format!("/forloeb/{slug}/indstil"), &self.office, &form(&fields)).await.status
    }

    async fn level(&self, slug: &str, level: &str) -> StatusCode {
        self.house.post(&format!("/forloeb/{slug}/sikkerhed"), &self.sure, &form(&[("level", level)])).await.status
    }
}

#[tokio::test]
async fn a_group_is_made_in_a_short_form_and_found_through_its_committee_alone() {
    for town in towns().await {
        let house = &town.house;
        let member = house.cookie(&town.member).await;
        assert!(house.get("/forloeb/ungepolitik/arbejdsgrupper/ny", &member).await.is_refusal());
        assert!(!house.get("/forloeb/ungepolitik", &member).await.text.contains("Opret arbejdsgruppe"));
        let wrong = house.post("/forloeb/ungepolitik/arbejdsgrupper/ny", &town.office, &form(&[("title", "Bussen"), ("visibility", "public")])).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text.contains("value=\"Bussen\""), "{}", wrong.text);
        let group = town.group(&town.office, "Bussen", "public", Some(&town.member)).await;
        assert_eq!((group.recipe.as_str(), group.committee_id), ("working_group", Some(town.space)));
        assert_eq!(town.roles(group.id, &town.member).await, [Role::Chair], "who leads it");

        let page = house.get("/forloeb/ungepolitik", "").await.text;
        for said in ["href=\"/forloeb/bussen\"", "Find ud af, hvor bussen mangler.", "1 deltager", "oprettede arbejdsgruppen Bussen"] {
            assert!(page.contains(said), "{said} on {}: {page}", house.kind);
        }
        let own = house.get("/forloeb/bussen", "").await.text;
        for said in ["Sammen laver vi en ungepolitik.", "Svar senest 1. september 2026", "href=\"/forloeb/ungepolitik\"", "Find ud af, hvor bussen mangler."] {
            assert!(own.contains(said), "the committee's frame stands at the top: {said}: {own}");
        }
        assert!(!own.contains("class=\"loop\""), "it stands where its committee stands");
        assert!(!house.get("/forloeb", &town.office).await.text.contains("/forloeb/bussen"), "the list has committees");
        let overview = house.get("/overblik", &town.office).await.text;
        assert!(overview.contains("1 arbejdsgruppe") && !overview.contains(">Bussen<"), "{overview}");
        assert!(!house.get("/forloeb/ny", &town.office).await.text.contains("value=\"working_group\""), "its recipe is for groups");
        search::reindex_all(&house.app).await.unwrap();
        assert!(house.get("/soeg?q=bussen", "").await.text.contains("/forloeb/bussen"), "and it can be searched for");
        assert!(house.get("/min-side", &member).await.text.contains("/forloeb/bussen"));

        // A group has no groups, and follows its committee's step.
        assert_eq!(house.get("/forloeb/bussen/arbejdsgrupper/ny", &town.office).await.status, StatusCode::CONFLICT);
        house.post("/forloeb/ungepolitik/trin", &town.office, &form(&[("stage", "team")])).await;
        assert_eq!(town.now("bussen").await.stage.key(), "team");
        assert_eq!(house.post("/forloeb/bussen/trin", &town.office, &form(&[("stage", "deeds")])).await.status, StatusCode::CONFLICT);
        // Somebody who is not on the committee's team cannot be put at its head.
        let stranger = house.person("Gro").await.id.to_string();
        let fields = [("title", "Parken"), ("task", "Kig på parken."), ("leader", stranger.as_str()), ("visibility", "public")];
        assert!(house.post("/forloeb/ungepolitik/arbejdsgrupper/ny", &town.office, &form(&fields)).await.status.is_client_error());
    }
}

#[tokio::test]
async fn a_group_is_never_more_open_than_its_committee_nor_less_sure_of_who_signs_in() {
    for town in towns().await {
        let (house, gro) = (&town.house, town.house.person("Gro").await);
        let open = town.group(&town.office, "Bussen", "public", None).await;
        let closed = town.group(&town.office, "Hemmeligheden", "members", None).await;
        house.role(closed.id, &gro, Role::Member).await;
        let (low, sure) = (house.cookie(&gro).await, house.cookie_of(&gro, Assurance::Substantial).await);
        for (path, cookie) in [("/forloeb/ungepolitik", ""), ("/forloeb/ungepolitik/aktivitet", ""), ("/overblik", low.as_str()), ("/soeg?q=hemmeligheden", "")]
        {
            assert!(cookie == low || !house.get(path, cookie).await.text.contains("Hemmeligheden"), "{path} on {}", house.kind);
        }
        assert!(house.get("/forloeb/ungepolitik", &low).await.text.contains("Hemmeligheden"), "its own participant sees it");
        assert_eq!(house.get("/forloeb/hemmeligheden", "").await.status, StatusCode::NOT_FOUND);

        // The committee asks for a surer sign-in: so do its groups, and the closed one is not told of below it.
        assert_eq!(town.level("hemmeligheden", "substantial").await, StatusCode::SEE_OTHER);
        assert!(!house.get("/forloeb/ungepolitik", &low).await.text.contains("Hemmeligheden"), "{}", house.kind);
        assert!(house.get("/forloeb/ungepolitik", &sure).await.text.contains("Hemmeligheden"));
        assert_eq!(town.level("ungepolitik", "substantial").await, StatusCode::SEE_OTHER);
        assert_eq!(town.now(&open.slug).await.assurance, Assurance::Substantial);
        assert_eq!(town.level(&open.slug, "low").await, StatusCode::BAD_REQUEST, "never less than the committee");
        assert_eq!(town.level("ungepolitik", "low").await, StatusCode::SEE_OTHER);
        assert_eq!(town.now(&open.slug).await.assurance, Assurance::Substantial, "what was raised stays until somebody lowers it");
        assert_eq!(town.level(&open.slug, "low").await, StatusCode::SEE_OTHER);

        // The committee closes its door: so does the open group, and it cannot be opened alone.
        assert_eq!(town.settle("ungepolitik", "members").await, StatusCode::SEE_OTHER);
        assert_eq!(town.now(&open.slug).await.visibility, Visibility::Members);
        assert_eq!(house.get("/forloeb/bussen", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.settle("bussen", "public").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(house.get("/forloeb/bussen/aktivitet", &town.office).await.text.contains("ændrede forløbets navn"), "its own journal says so");
        // Somebody who is only in the group is told nothing of a committee they may not see.
        assert_eq!(house.get("/forloeb/ungepolitik", &sure).await.status, StatusCode::NOT_FOUND);
        let page = house.get("/forloeb/hemmeligheden", &sure).await;
        assert!(page.status == StatusCode::OK && !page.text.contains("Ungepolitik") && !page.text.contains("en ungepolitik"), "{}", page.text);
    }
}

#[tokio::test]
async fn secretary_and_facilitator_have_their_roles_in_every_group_as_long_as_in_the_committee() {
    for town in towns().await {
        let (house, late) = (&town.house, town.house.person("Sent").await);
        let chair = house.cookie(&town.chair).await;
        let group = town.group(&chair, "Bussen", "members", None).await;
        assert_eq!(town.roles(group.id, &town.chair).await, [Role::Member], "whoever makes it takes part");
        assert_eq!(town.roles(group.id, &town.facilitator).await, [Role::Facilitator], "{}", house.kind);
        assert!(town.roles(group.id, &town.member).await.is_empty(), "other roles stay where they are");
        house.role(town.space, &late, Role::Facilitator).await;
        assert_eq!(town.roles(group.id, &late).await, [Role::Facilitator], "who comes later too");
        let root = house.app.municipality_space().await.unwrap().id;
        house.role(root, &town.member, Role::Facilitator).await;
        assert!(
            town.roles(town.space, &town.member).await.is_empty() || town.roles(town.space, &town.member).await == [Role::Member],
            "municipal roles stop there"
        );

        let mut sql = house.app.db.write().await.unwrap();
        let refused = space::take_role(&mut sql, group.id, late.id, Role::Facilitator).await;
        assert!(matches!(refused, Err(Error::Refused("group-role-from-above"))), "{refused:?}");
        space::take_role(&mut sql, town.space, late.id, Role::Facilitator).await.unwrap();
        sql.commit().await.unwrap();
        assert!(town.roles(group.id, &late).await.is_empty(), "it goes with the role in the committee");
        assert_eq!(town.roles(group.id, &town.facilitator).await, [Role::Facilitator], "only theirs");
        let left = house.post("/forloeb/bussen/hold/forlad", &house.cookie(&town.facilitator).await, &form(&[("role", "facilitator")])).await;
        assert!(left.status.is_client_error(), "{}", left.status);
        assert_eq!(town.roles(group.id, &town.facilitator).await, [Role::Facilitator]);
    }
}

#[tokio::test]
async fn a_role_given_in_the_group_itself_stays_when_the_same_one_in_the_committee_goes() {
    for town in towns().await {
        let (house, guide) = (&town.house, town.house.person("Gitte").await);
        let group = town.group(&town.office, "Bussen", "public", None).await;
        let other = town.group(&town.office, "Stoppestedet", "public", None).await;
        let mut sql = house.app.db.write().await.unwrap();
        space::give_role(&mut sql, group.id, guide.id, Role::Facilitator, house.clock.now() + Duration::days(2)).await.unwrap();
        sql.commit().await.unwrap();
        house.role(town.space, &guide, Role::Facilitator).await;
        assert_eq!(town.roles(other.id, &guide).await, [Role::Facilitator]);
        let mut sql = house.app.db.write().await.unwrap();
        space::take_role(&mut sql, town.space, guide.id, Role::Facilitator).await.unwrap();
        sql.commit().await.unwrap();
        assert_eq!(town.roles(group.id, &guide).await, [Role::Facilitator], "their own role on {}", house.kind);
        assert!(town.roles(other.id, &guide).await.is_empty(), "what came from above is gone");
    }
}

#[tokio::test]
async fn a_new_group_first_asks_for_people() {
    for town in towns().await {
        let group = town.group(&town.office, "Bussen", "public", Some(&town.member)).await;
        let mut sql = town.house.app.db.write().await.unwrap();
        sql.run(&STAGE, args!["deeds"]).await.unwrap();
        sql.commit().await.unwrap();
        let path = format!("/forloeb/{}", group.slug);
        let page = town.house.get(&path, &town.office).await.text;
        let (people, deed) = (page.find("/hold/inviter").unwrap(), page.find("/aftaler/ny").unwrap());
        assert!(people < deed, "{page}");
        town.house.role(group.id, &town.chair, Role::Member).await;
        let page = town.house.get(&path, &town.office).await.text;
        assert!(!page.contains("/hold/inviter"), "two are a group");
    }
}

#[tokio::test]
async fn an_open_meeting_of_a_group_stands_on_the_front_page_for_those_who_may_see_it() {
    for town in towns().await {
        let secretary = Visitor::of(town.facilitator.clone());
        for (title, visibility) in [("Bussen", "public"), ("Kassen", "members")] {
            let group = town.group(&town.office, title, visibility, None).await;
            let mut act = Act::begin(&town.house.app, &secretary, group.id, &PLAN).await.unwrap();
            let starts_at = town.house.clock.now() + Duration::days(10);
            let plan = Plan {
                kind: Kind::Dialogue,
                title: format!("Åbent møde om {}", title.to_lowercase()),
                starts_at,
                ends_at: starts_at + Duration::hours(2),
                place: "Salen".into(),
                online: String::new(),
                bring: String::new(),
                capacity: None,
            };
            acts::plan(&mut act, &[plan]).await.unwrap();
            act.commit().await.unwrap();
        }
        let front = town.house.get("/", "").await.text;
        assert!(front.contains("Åbent møde om bussen") && !front.contains("Åbent møde om kassen"), "{}: {front}", town.house.kind);
        let front = town.house.get("/", &town.office).await.text;
        assert!(front.contains("Åbent møde om bussen") && front.contains("Åbent møde om kassen"), "{front}");
    }
}

#[tokio::test]
async fn groups_close_with_their_committee_and_open_again_after_it() {
    for town in towns().await {
        let house = &town.house;
        let group = town.group(&town.office, "Bussen", "public", None).await;
        let post = async |path: &str| house.post(path, &town.office, "").await.status;
        assert_eq!(post("/forloeb/ungepolitik/afslut").await, StatusCode::SEE_OTHER);
        assert!(town.now(&group.slug).await.closed_at.is_some(), "{}", house.kind);
        assert!(house.get("/forloeb/bussen/aktivitet", "").await.text.contains("afsluttede forløbet"));
        assert_eq!(post("/forloeb/bussen/genaabn").await, StatusCode::CONFLICT, "not before the committee");
        assert_eq!(post("/forloeb/ungepolitik/genaabn").await, StatusCode::SEE_OTHER);
        assert!(town.now(&group.slug).await.closed_at.is_some(), "each group is opened where it is needed");
        assert_eq!(post("/forloeb/bussen/genaabn").await, StatusCode::SEE_OTHER);
        assert!(town.now(&group.slug).await.closed_at.is_none());
    }
}
