//! A running program for a test: a database of its own, a clock that stands still, requests without a network.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::{DateTime, TimeZone, Utc};
use http_body_util::BodyExt;
use samskab::{build, server};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::clock::Clock;
use samskab_platform::db::Database;
use samskab_platform::limits::Limits;
use samskab_platform::person::{self, NewPerson, Person};
use samskab_platform::session::{Browser, Opening};
use samskab_platform::settings::Settings;
use samskab_platform::space_acts::{self, Beginning, CREATE};
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Visitor, session, space};
use sqlx::{Connection, Executor};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use uuid::Uuid;

/// A program of its own for one test.
pub struct House {
    pub kind: &'static str,
    pub app: App,
    pub clock: Clock,
    pub router: Router,
    pub settings: Settings,
    _folder: TempDir,
}

/// An ordinary morning.
pub fn morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 8, 0, 0).unwrap()
}

/// The address of the PostgreSQL server that `make test` starts.
pub fn postgres() -> String {
    std::env::var("SAMSKAB_TEST_POSTGRES")
        .expect("SAMSKAB_TEST_POSTGRES is not set: run `make test`, which starts PostgreSQL, or give postgres://USER@HOST:PORT/postgres")
}

/// The name of the database that has every table and no row: copying it is many times quicker than making the tables. It is
/// called after the migrations, so that a changed one makes a new one.
async fn template(connection: &mut sqlx::PgConnection, base: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let mut digest = sha2::Sha256::default();
    files.iter().for_each(|f| sha2::Digest::update(&mut digest, std::fs::read(f).unwrap()));
    let name = format!("template_{}", &samskab_platform::clock::hex(&sha2::Digest::finalize(digest))[..16]);
    // Tests run in many processes at once: one makes it, the others wait.
    connection.execute("SELECT pg_advisory_lock(771)").await.unwrap();
    let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM pg_database WHERE datname = $1").bind(&name).fetch_one(&mut *connection).await.unwrap();
    if there == 0 {
        connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}_unfinished"))).await.unwrap();
        Database::connect(&format!("{base}/{name}_unfinished")).await.unwrap().close().await;
        connection.execute(sqlx::AssertSqlSafe(format!("ALTER DATABASE {name}_unfinished RENAME TO {name}"))).await.unwrap();
    }
    connection.execute("SELECT pg_advisory_unlock(771)").await.unwrap();
    name
}

/// A new PostgreSQL database with every table and no row.
pub async fn new_postgres_database() -> String {
    let server = postgres();
    let name = format!("samskab_{}", Clock::system().id().simple());
    let mut connection = sqlx::PgConnection::connect(&server).await.expect("PostgreSQL answers");
    let (base, _) = server.rsplit_once('/').unwrap();
    let template = template(&mut connection, base).await;
    connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template}"))).await.unwrap();
    format!("{base}/{name}")
}

impl House {
    async fn make(kind: &'static str, change: impl Fn(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings {
            data: folder.path().to_owned(),
            base_url: "http://samskab.example".into(),
            municipality: "Prøveby Kommune".into(),
            // The clock stands still: a budget would never come back.
            limits: Limits { enabled: false, ..Limits::default() },
            ..Settings::default()
        };
        if kind == "postgres" {
            settings.database = Some(new_postgres_database().await);
        }
        change(&mut settings);
        let db = build::database(&settings).await.unwrap();
        Self::on(kind, db, settings, folder).await
    }

    async fn on(kind: &'static str, db: Database, settings: Settings, folder: TempDir) -> Self {
        let clock = Clock::fixed(morning(), 7);
        let app = build::app(settings.clone(), db, clock.clone(), CancellationToken::new()).await.unwrap();
        Self { kind, router: server::router(app.clone()), app, clock, settings, _folder: folder }
    }

    /// One house on each database.
    pub async fn both() -> Vec<Self> {
        Self::both_with(|_| {}).await
    }

    /// One house on each database, with settings of its own.
    pub async fn both_with(change: impl Fn(&mut Settings)) -> Vec<Self> {
        vec![Self::make("sqlite", &change).await, Self::make("postgres", &change).await]
    }

    /// A house on SQLite.
    pub async fn sqlite() -> Self {
        Self::make("sqlite", |_| {}).await
    }

    /// A house with the demonstration in it, on each database.
    pub async fn demonstrations() -> Vec<Self> {
        vec![Self::demonstration("sqlite").await, Self::demonstration("postgres").await]
    }

    /// A house with the demonstration in it, on one database.
    pub async fn demonstration(kind: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings {
            data: folder.path().to_owned(),
            demo: true,
            base_url: "http://samskab.example".into(),
            limits: Limits { enabled: false, ..Limits::default() },
            ..Settings::default()
        };
        // So that what is sealed is there on both.
        let key = folder.path().join("demonstration.key");
        samskab_platform::sealed::new_file(&key).unwrap();
        settings.sealed.master_key_file = Some(key);
        if kind == "postgres" {
            settings.database = Some(new_postgres_database().await);
        }
        let db = build::database(&settings).await.unwrap();
        samskab::demo::fill(&db, &settings, morning()).await.unwrap();
        Self::on(kind, db, settings, folder).await
    }

    /// The program started once more on the same database.
    pub async fn again(&self) -> App {
        build::app(self.settings.clone(), self.app.db.clone(), self.clock.clone(), CancellationToken::new()).await.unwrap()
    }

    pub async fn person(&self, name: &str) -> Person {
        let id = self.app.clock.id();
        let email = format!("{}@borger.example", name.to_lowercase());
        let mut sql = self.app.db.write().await.unwrap();
        let new = NewPerson { name, email: Some(&email), title: None, organisation: None, lang: Lang::Da, persona: None };
        person::insert(&mut sql, id, morning(), &new).await.unwrap();
        let person = person::find(&mut sql, id).await.unwrap();
        sql.commit().await.unwrap();
        person
    }

    /// A municipal secretary.
    pub async fn secretary(&self) -> Person {
        let person = self.person("Sille").await;
        let root = self.app.municipality_space().await.unwrap().id;
        self.role(root, &person, Role::Secretary).await;
        person
    }

    pub async fn role(&self, space: Uuid, person: &Person, role: Role) {
        let mut sql = self.app.db.write().await.unwrap();
        space::give_role(&mut sql, space, person.id, role, morning()).await.unwrap();
        sql.commit().await.unwrap();
    }

    /// A task committee made by this secretary; its id and slug.
    pub async fn committee(&self, secretary: &Person, title: &str, visibility: Visibility) -> (Uuid, String) {
        let root = self.app.municipality_space().await.unwrap().id;
        let recipe = &self.app.recipe("task_committee").unwrap();
        let mut act = Act::begin(&self.app, &Visitor::of(secretary.clone()), root, &CREATE).await.unwrap();
        let slug =
            space_acts::create(&mut act, &Beginning { recipe, title, summary: "Om noget", area: None, visibility, assurance: Assurance::Low }).await.unwrap();
        let id = space::by_slug(act.sql(), &slug).await.unwrap().id;
        act.commit().await.unwrap();
        (id, slug)
    }

    /// The cookie of somebody who has signed in.
    pub async fn cookie(&self, person: &Person) -> String {
        self.cookie_of(person, Assurance::Low).await
    }

    /// The same, with a session of a level of assurance.
    pub async fn cookie_of(&self, person: &Person, assurance: Assurance) -> String {
        let mut sql = self.app.db.write().await.unwrap();
        let token = session::open(&mut sql, &self.app, &Opening { person: person.id, way: "mail", assurance, browser: &Browser::default() }).await.unwrap();
        sql.commit().await.unwrap();
        format!("samskab={token}")
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Method::GET, path, cookie, "").await
    }

    /// Posts a form; `body` is URL-encoded.
    pub async fn post(&self, path: &str, cookie: &str, body: &str) -> Answer {
        self.send(Method::POST, path, cookie, body).await
    }

    pub async fn send(&self, method: Method, path: &str, cookie: &str, body: &str) -> Answer {
        let mut request = Request::builder().method(method.clone()).uri(path).header("host", "samskab.example");
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        if method == Method::POST {
            request = request.header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin");
        }
        self.request(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub async fn request(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let (location, cookie) = (header(&response, "location"), header(&response, "set-cookie"));
        let cookies = response.headers().get_all("set-cookie").iter().filter_map(|v| v.to_str().ok()).map(str::to_owned).collect();
        // Dates and figures are held together by no-break spaces; tests write ordinary ones.
        let text = String::from_utf8_lossy(&response.into_body().collect().await.unwrap().to_bytes()).replace('\u{a0}', " ");
        Answer { status, location, cookie, cookies, text }
    }
}

fn header(response: &axum::response::Response, name: &str) -> String {
    response.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned()
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub cookie: String,
    /// Every cookie it sets.
    pub cookies: Vec<String>,
    pub text: String,
}

impl Answer {
    pub fn is_refusal(&self) -> bool {
        matches!(self.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::GONE)
    }
}

/// Encodes form fields.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect::<String>();
    fields.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect::<Vec<_>>().join("&")
}
