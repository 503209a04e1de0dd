//! The handover board: forty tasks go from employees to citizens, who may move what, reading many lines, and what is counted.

use axum::http::StatusCode;
use chrono::{Duration, NaiveDate};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::db::Statement;
use samskab_platform::person::Person;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::{Act, Visitor, args, commitment, outbox, space};
use uuid::Uuid;

use crate::house::{Answer, House, form, morning};

const AT_ONCE: Statement = Statement { name: "test", sql: "UPDATE person SET rhythm = 'at_once'", postgres: None };
const TASKS: Statement = Statement { name: "test", sql: "SELECT id, state FROM task ORDER BY title, id", postgres: None };
const MOVES: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM task_move WHERE state = $1", postgres: None };
const COMMITMENTS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM commitment WHERE status = $1", postgres: None };

/// A public user-run house with an employee, a chair, a volunteer and two who only have an account.
struct Bakke {
    house: House,
    space: Uuid,
    base: String,
    employee: String,
    chair: String,
    volunteer: String,
    asta: String,
    bo: String,
    people: Vec<Person>,
}

async fn houses() -> Vec<Bakke> {
    let mut all = vec![];
    for house in House::both().await {
        let secretary = house.secretary().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let recipe = &house.app.recipe("user_run_house").unwrap();
        let mut act = Act::begin(&house.app, &Visitor::of(secretary), root, &CREATE).await.unwrap();
        let beginning = Beginning { recipe, title: "Bakken", summary: "Et hus", area: None, visibility: Visibility::Public, assurance: Assurance::Low };
        let slug = space_acts::create(&mut act, &beginning).await.unwrap();
        let space = space::by_slug(act.sql(), &slug).await.unwrap().id;
        act.commit().await.unwrap();
        let mut people = vec![];
        for name in ["Rikke", "Carl", "Vera", "Asta", "Bo"] {
            people.push(house.person(name).await);
        }
        for (person, role) in people.iter().zip([Role::Facilitator, Role::Chair, Role::Volunteer]) {
            house.role(space, person, role).await;
        }
        let mut cookies = vec![];
        for person in &people {
            cookies.push(house.cookie(person).await);
        }
        let [employee, chair, volunteer, asta, bo] = cookies.try_into().unwrap();
        all.push(Bakke { house, space, base: format!("/forloeb/{slug}/overdragelse"), employee, chair, volunteer, asta, bo, people });
    }
    all
}

impl Bakke {
    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.house.post(&format!("{}{path}", self.base), cookie, &form(fields)).await
    }

    async fn done(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) {
        let answer = self.post(path, cookie, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} {fields:?}: {}", answer.text);
    }

    async fn text(&self, path: &str, cookie: &str) -> String {
        let answer = self.house.get(&format!("{}{path}", self.base), cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.text
    }

    async fn tasks(&self) -> Vec<(Uuid, String)> {
        self.house.app.db.read().await.unwrap().all(&TASKS, args![]).await.unwrap()
    }

    async fn state(&self, id: Uuid) -> String {
        self.tasks().await.into_iter().find(|t| t.0 == id).unwrap().1
    }

    async fn count(&self, statement: &'static Statement, state: &str) -> i64 {
        self.house.app.db.read().await.unwrap().count(statement, args![state]).await.unwrap()
    }

    /// Lays out so many tasks of an hour a week, the first of them Rikke's.
    async fn lay_out(&self, n: usize) -> Vec<Uuid> {
        let line = |i| format!("Opgave {i:02}; Huset; hver uge; 1 time; {}; nøgle\n", if i == 0 { "Rikke" } else { "" });
        let lines: String = (0..n).map(line).collect();
        self.done("/indlaes", &self.employee, &[("lines", &lines), ("step", "save")]).await;
        self.tasks().await.into_iter().map(|t| t.0).collect()
    }

    fn id(&self, i: usize) -> String {
        self.people[i].id.to_string()
    }

    async fn agreed(&self, task: Uuid, taker: usize) {
        let by = (morning() + Duration::days(60)).date_naive().to_string();
        self.post(&format!("/{task}/vil"), if taker == 3 { &self.asta } else { &self.bo }, &[]).await;
        self.done(&format!("/{task}/aftal"), &self.chair, &[("taker", &self.id(taker)), ("by_on", &by), ("guide", "Lås døren.")]).await;
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

#[tokio::test]
async fn forty_tasks_go_from_the_employees_to_citizens_and_the_share_is_counted_week_by_week() {
    for bakke in houses().await {
        let tasks = bakke.lay_out(40).await;
        assert_eq!(tasks.len(), 40);
        let page = bakke.text("", &bakke.asta).await;
        assert!(page.contains("Borgerne har 0 af 40 opgaver") && page.contains("0 af 40 timer om ugen"), "{page}");
        assert_eq!(page.matches("/vil\"").count(), 40, "one button each");

        bakke.house.clock.set(morning() + Duration::days(8));
        for (i, task) in tasks.iter().enumerate() {
            let (taker, cookie) = if i % 2 == 0 { (3, &bakke.asta) } else { (4, &bakke.bo) };
            bakke.agreed(*task, taker).await;
            bakke.done(&format!("/{task}/flyt"), cookie, &[("to", "trial")]).await;
        }
        bakke.house.clock.set(morning() + Duration::days(15));
        for (i, task) in tasks.iter().enumerate() {
            let cookie = if i % 2 == 0 { &bakke.asta } else { &bakke.bo };
            match i {
                0..30 => bakke.done(&format!("/{task}/flyt"), cookie, &[("to", "handed")]).await,
                30..35 => bakke.done(&format!("/{task}/flyt"), &bakke.employee, &[("to", "back"), ("note", "Det var for meget.")]).await,
                _ => {}
            }
        }
        assert_eq!((bakke.count(&MOVES, "handed").await, bakke.count(&MOVES, "back").await, bakke.count(&MOVES, "trial").await), (30, 5, 40));
        let (done, given_up, started) =
            (bakke.count(&COMMITMENTS, "done").await, bakke.count(&COMMITMENTS, "given_up").await, bakke.count(&COMMITMENTS, "started").await);
        assert_eq!((done, given_up, started), (30, 5, 5), "each agreement is a commitment and goes as its task does");

        let page = bakke.text("", "").await;
        assert!(page.contains("Borgerne har 35 af 40 opgaver (88 %)") && page.contains("35 af 40 timer"), "{page}");
        let first = page.find("group-back").unwrap();
        assert!(first < page.find("group-trial").unwrap() && page.find("group-trial") < page.find("group-handed"), "what nobody has stands first");
        let figures = bakke.text("/tal", "").await;
        let weeks: Vec<&str> = ["35 af 40 (88 %)", "40 af 40 (100 %)", "0 af 40 (0 %)"].into_iter().filter(|w| figures.contains(w)).collect();
        assert_eq!(weeks.len(), 3, "{figures}");
        let people = bakke.text("/personer", "").await;
        assert!(people.contains("Asta") && people.contains("Bo"), "{people}");
        let paper = bakke.house.get(&format!("{}/liste.pdf", bakke.base), "").await;
        assert!(paper.status == StatusCode::OK && paper.text.starts_with("%PDF"));
        assert!(bakke.text(&format!("/{}", tasks[0]), "").await.contains("Lås døren."));
        assert!(bakke.house.get("/min-side", &bakke.asta).await.text.contains("Opgave 00"), "what one has stands on one's own page");
        let report = samskab_platform::journal::verify(&mut bakke.house.app.db.read().await.unwrap()).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[tokio::test]
async fn those_concerned_are_told_and_nobody_else_moves_a_task() {
    for bakke in houses().await {
        let task = bakke.lay_out(1).await[0];
        let at = |path: &str| format!("/{task}{path}");
        assert_eq!(bakke.post(&at("/vil"), "", &[]).await.status, StatusCode::UNAUTHORIZED);
        bakke.done(&at("/vil"), &bakke.asta, &[]).await;
        assert_eq!(bakke.post(&at("/vil"), &bakke.asta, &[]).await.status, StatusCode::CONFLICT, "once is enough");
        assert_eq!(bakke.state(task).await, "wanted");
        assert!(bakke.mail_to("rikke").await.iter().any(|m| m.contains("Asta vil gerne overtage")), "whoever has it is told");
        bakke.done(&at("/vil-ikke"), &bakke.asta, &[]).await;
        assert_eq!(bakke.state(task).await, "unowned", "nobody is left who would like it");
        bakke.done(&at("/vil"), &bakke.asta, &[]).await;
        bakke.done(&at("/vil"), &bakke.bo, &[]).await;

        let by = (morning() + Duration::days(30)).date_naive().to_string();
        let fields = [("taker", bakke.id(3)), ("by_on", by)];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        for cookie in [&bakke.asta, &bakke.volunteer] {
            assert_eq!(bakke.post(&at("/aftal"), cookie, &fields).await.status, StatusCode::FORBIDDEN);
        }
        let answer = bakke.post(&at("/aftal"), &bakke.chair, &[("by_on", fields[1].1)]).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text.contains("Vælg en person, eller skriv gruppens navn"));
        bakke.done(&at("/aftal"), &bakke.chair, &fields).await;
        assert_eq!(bakke.post(&at("/aftal"), &bakke.chair, &fields).await.status, StatusCode::CONFLICT, "it is agreed");
        assert!(bakke.mail_to("asta").await.iter().any(|m| m.contains("Asta overtager")));
        assert!(bakke.mail_to("bo").await.iter().any(|m| m.contains("har fået en ejer")), "whoever also wanted it hears");

        let move_to = async |cookie: &str, to: &str, note: &str| bakke.post(&at("/flyt"), cookie, &[("to", to), ("note", note)]).await.status;
        assert_eq!(move_to(&bakke.bo, "trial", "").await, StatusCode::FORBIDDEN);
        assert_eq!(move_to(&bakke.asta, "kept", "").await, StatusCode::FORBIDDEN, "that is for those who run the house");
        assert_eq!(move_to(&bakke.employee, "wanted", "").await, StatusCode::CONFLICT);
        assert_eq!(move_to(&bakke.asta, "trial", "").await, StatusCode::SEE_OTHER);
        assert_eq!(move_to(&bakke.asta, "back", "").await, StatusCode::UNPROCESSABLE_ENTITY, "back only with a reason");
        assert_eq!(move_to(&bakke.asta, "back", "Jeg skal rejse.").await, StatusCode::SEE_OTHER);
        assert!(bakke.mail_to("rikke").await.iter().any(|m| m.contains("Jeg skal rejse.")));
        assert_eq!(bakke.state(task).await, "back");
        let mut sql = bakke.house.app.db.read().await.unwrap();
        let all = commitment::of_space(&mut sql, bakke.space).await.unwrap();
        assert!(all.len() == 1 && all[0].doer == "Asta" && all[0].counterpart == "Rikke" && all[0].status == commitment::Status::GivenUp, "{all:?}");
        let rikke = all[0].counterpart_id;
        let roles = samskab_platform::space::roles_of(&mut sql, bakke.space, rikke).await.unwrap();
        assert!(!roles.contains(&Role::Counterpart), "helping with a task is no part of the municipality: {roles:?}");
        drop(sql);
        assert!(!bakke.house.get(&bakke.base.replace("overdragelse", "aktivitet"), "").await.text.contains("Jeg skal rejse"), "the journal holds no notes");
    }
}

#[tokio::test]
async fn what_is_told_of_the_commitment_moves_its_task() {
    for bakke in houses().await {
        let task = bakke.lay_out(1).await[0];
        bakke.agreed(task, 3).await;
        let found = commitment::of_space(&mut bakke.house.app.db.read().await.unwrap(), bakke.space).await.unwrap().remove(0);
        let path = format!("{}/{}/fortael", bakke.base.replace("overdragelse", "aftaler"), found.id);
        assert!(bakke.house.post(&path, &bakke.bo, &form(&[("status", "done"), ("text", "Snyd")])).await.is_refusal(), "neither does it nor helps");
        for (status, state, who) in [("started", "trial", &bakke.asta), ("done", "handed", &bakke.employee)] {
            let answer = bakke.house.post(&path, who, &form(&[("status", status), ("text", "Det går godt")])).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
            assert_eq!(bakke.state(task).await, state);
        }
    }
}

#[tokio::test]
async fn a_line_that_cannot_be_read_is_named_and_nothing_is_saved() {
    for bakke in houses().await {
        let lines = "Opgave;Område;Hvor tit;Hvor længe\nLukke huset;Huset;hver dag;20 min\nKaffe;Køkken;tit;20 min\nRegnskab;;hver måned;2 timer;Ukendt";
        assert_eq!(bakke.post("/indlaes", &bakke.volunteer, &[("lines", lines)]).await.status, StatusCode::FORBIDDEN);
        let answer = bakke.post("/indlaes", &bakke.employee, &[("lines", lines), ("step", "save")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("2 af 3 linjer skal rettes") && answer.text.contains("»tit« siger ikke, hvor tit") && answer.text.contains("»Ukendt«"));
        assert!(bakke.tasks().await.is_empty());
        let lines = "Lukke huset;Huset;hver dag;20 min\nRegnskab;;hver måned;2 timer;Rikke";
        let answer = bakke.post("/indlaes", &bakke.employee, &[("lines", lines), ("step", "look")]).await;
        assert!(answer.status == StatusCode::OK && answer.text.contains("Gem 2 opgaver") && bakke.tasks().await.is_empty(), "looked at, not saved");
        bakke.done("/indlaes", &bakke.employee, &[("lines", lines), ("step", "save")]).await;
        assert_eq!(bakke.tasks().await.len(), 2);
    }
}

#[tokio::test]
async fn the_level_shows_what_was_is_and_is_promised_and_a_week_can_be_written_anew() {
    for bakke in houses().await {
        let aim = [("was_visits", "900"), ("was_activities", "42"), ("was_when", "Foråret"), ("promised_visits", "850"), ("promised_activities", "40")];
        assert_eq!(bakke.post("/tal/udgangspunkt", &bakke.volunteer, &aim).await.status, StatusCode::FORBIDDEN);
        bakke.done("/tal/udgangspunkt", &bakke.chair, &aim).await;
        let monday = morning().date_naive() - Duration::days(7);
        for visits in ["870", "871"] {
            bakke.done("/tal/uge", &bakke.volunteer, &[("monday", &monday.to_string()), ("visits", visits), ("activities", "41")]).await;
        }
        let ahead = (morning().date_naive() + Duration::days(14)).to_string();
        let answer = bakke.post("/tal/uge", &bakke.volunteer, &[("monday", &ahead), ("visits", "1"), ("activities", "1")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a week that has not begun");
        let page = bakke.text("/tal", "").await;
        assert!(page.contains("900 besøg og 42 aktiviteter") && page.contains("871 besøg og 41 aktiviteter") && page.contains("850 besøg og 40 aktiviteter"));
        assert!(!page.contains("870"), "the later figure stands");
    }
}

#[tokio::test]
async fn a_task_whose_day_has_passed_brings_its_space_to_the_front() {
    for bakke in houses().await {
        let tasks = bakke.lay_out(2).await;
        bakke.agreed(tasks[0], 3).await;
        let late = async |today: NaiveDate| (samskab_handover::TOOL.late)(&mut bakke.house.app.db.read().await.unwrap(), today).await.unwrap();
        let due = (morning() + Duration::days(60)).date_naive();
        assert_eq!(late(due).await, []);
        assert_eq!(late(due + Duration::days(3)).await, [(bakke.space, 3)]);
        for to in ["trial", "handed"] {
            bakke.done(&format!("/{}/flyt", tasks[0]), &bakke.asta, &[("to", to)]).await;
        }
        assert_eq!(late(due + Duration::days(3)).await, [], "what is handed over is not late");
    }
}

#[tokio::test]
async fn the_board_is_narrowed_to_what_nobody_has_and_the_rest_is_opened_with_a_press() {
    for bakke in houses().await {
        let tasks = bakke.lay_out(12).await;
        bakke.agreed(tasks[0], 3).await;
        let open = |page: &str, group: &str| page.split(&format!("id=\"group-{group}\"")).nth(1).map(|rest| rest.trim_start().starts_with("open"));
        let all = bakke.text("", "").await;
        assert_eq!((open(&all, "unowned"), open(&all, "agreed"), open(&all, "handed")), (Some(true), Some(false), None), "{all}");
        assert!(
            all.contains("?vis=ledige") && all.contains("Ingen har dem 11") && all.contains("Aftalt og på prøve 1") && !all.contains("?vis=resten"),
            "{all}"
        );
        let some = bakke.text("?vis=paa-vej", "").await;
        assert_eq!((open(&some, "unowned"), open(&some, "agreed")), (None, Some(true)));
        assert!(bakke.text("?vis=overdraget", "").await.contains("Her er der ingen opgaver"));
    }
}
