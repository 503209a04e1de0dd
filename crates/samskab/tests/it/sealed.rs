//! Sealed text: its keys open nothing elsewhere, travel in no backup, can be changed, and are gone for good once they are destroyed.

use std::io::Read;
use std::path::{Path, PathBuf};

use samskab::build;
use samskab::configuration::Configuration;
use samskab::doctor::{self, Level};
use samskab_platform::access::{ActDef, ROLES, Reach, Trace, Visibility};
use samskab_platform::clock::hex;
use samskab_platform::person::Person;
use samskab_platform::sealed::{self, Place, Wrapped};
use samskab_platform::settings::Settings;
use samskab_platform::{Act, App, Error, Visitor, args, statements};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::house::House;
use crate::process::{Server, done, refused, text};

/// What nobody outside may ever find.
pub const PHRASE: &str = "Familien Ulykkesramt-Hemmeligsen";

const CLOSE: ActDef = ActDef { name: "test.close", roles: &ROLES, reach: Reach::Roles, trace: Trace::Quiet };

statements! {
    PUT_NAME = "UPDATE space_words SET name = $2 WHERE space_id = $1";
    NAME = "SELECT name FROM space_words WHERE space_id = $1";
    PUT_HOLD = "INSERT INTO hold (id, space_id, person_id, reason, until, placed_by, placed_at) VALUES ($1, $2, NULL, 'sag', $3, $4, $5)";
    LIFT = "UPDATE hold SET lifted_by = $1, lifted_at = $2";
}

/// A house on each database, with a master key in a file of its own.
pub async fn houses() -> Vec<(House, PathBuf)> {
    let folder = tempfile::tempdir().unwrap().keep();
    let file = folder.join("first.key");
    sealed::new_file(&file).unwrap();
    let houses = House::both_with(|s| s.sealed.master_key_file = Some(file.clone())).await;
    houses.into_iter().map(|house| (house, file.clone())).collect()
}

/// The program again, with other settings of sealed text.
async fn again(house: &House, change: impl Fn(&mut Settings)) -> App {
    let mut settings = house.settings.clone();
    change(&mut settings);
    build::app(settings, house.app.db.clone(), house.clock.clone(), CancellationToken::new()).await.unwrap()
}

async fn name(app: &App, space: Uuid) -> Result<Option<String>, Error> {
    let mut sql = app.db.read().await?;
    sealed::of(&mut sql, app, space).await?;
    Ok(sealed::words(&mut sql, app, space).await?.map(|(name, _)| name.to_owned()))
}

async fn key_of(app: &App, space: Uuid) -> Wrapped {
    sealed::wrapped(&mut app.db.read().await.unwrap()).await.unwrap().into_iter().find(|k| k.space_id == space).unwrap()
}

async fn destroy(house: &House, person: &Person, space: Uuid) -> Result<(), Error> {
    let mut act = Act::begin(&house.app, &Visitor::of(person.clone()), space, &CLOSE).await?;
    sealed::destroy(&mut act).await?;
    act.commit().await
}

/// The arguments that lead a command to this house.
pub fn place(house: &House, folder: &Path, sealed: &str) -> Vec<String> {
    let config = folder.join(format!("{}-{}.toml", house.kind, house.app.clock.id()));
    std::fs::write(&config, format!("[sealed]\n{sealed}")).unwrap();
    let mut place = vec!["--config".to_owned(), text(&config).to_owned(), "--data".to_owned(), text(&house.settings.data).to_owned()];
    if let Some(database) = &house.settings.database {
        place.extend(["--database".to_owned(), database.clone()]);
    }
    place
}

pub fn with<'a>(first: &[&'a str], place: &'a [String]) -> Vec<&'a str> {
    first.iter().copied().chain(place.iter().map(String::as_str)).collect()
}

pub fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A backup without its compression.
pub fn unpacked(file: &Path) -> Vec<u8> {
    let mut bytes = vec![];
    flate2::read::GzDecoder::new(std::fs::File::open(file).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

#[tokio::test]
async fn a_sealed_space_shows_its_name_to_those_in_it_and_keeps_it_from_the_database() {
    for (house, _) in houses().await {
        let secretary = house.secretary().await;
        let (id, slug) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        assert!(!slug.contains("familien") && slug.len() > 9, "{slug}");
        let page = house.get(&format!("/forloeb/{slug}"), &house.cookie(&secretary).await).await;
        assert!(page.text.contains(PHRASE), "{}", house.kind);
        let space = samskab_platform::space::by_id(&mut house.app.db.read().await.unwrap(), id).await.unwrap();
        assert!(!space.title.contains("Familien") && space.summary.is_empty() && slug.contains(&space.title[space.title.len() - 4..].to_lowercase()));
        // Its name can be changed, and is not in the journal then either.
        let form = crate::house::form(&[("title", "Et andet hemmeligt navn"), ("summary", "Nyt"), ("visibility", "sealed"), ("area", ""), ("level", "low")]);
        let saved = house.post(&format!("/forloeb/{slug}/indstil"), &house.cookie(&secretary).await, &form).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        assert_eq!(name(&house.app, id).await.unwrap().as_deref(), Some("Et andet hemmeligt navn"));
        let feed = house.get(&format!("/forloeb/{slug}/aktivitet"), &house.cookie(&secretary).await).await.text;
        let feed = feed.split("id=\"feed\"").nth(1).unwrap();
        assert!(!feed.contains("Et andet hemmeligt navn") && !feed.contains(PHRASE));
    }
}

#[tokio::test]
async fn a_value_moved_to_another_row_another_column_or_another_space_does_not_open() {
    for (house, _) in houses().await {
        let secretary = house.secretary().await;
        let (one, _) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        let (other, slug) = house.committee(&secretary, "En anden", Visibility::Sealed).await;
        let mut sql = house.app.db.write().await.unwrap();
        let (key, others) = (sealed::of(&mut sql, &house.app, one).await.unwrap(), sealed::of(&mut sql, &house.app, other).await.unwrap());
        let here = Place { table: "need", column: "what", row: one };
        let value = key.seal(here, PHRASE).unwrap();
        assert_eq!(&*key.open(here, &value).unwrap(), PHRASE);
        for there in [Place { row: other, ..here }, Place { column: "place", ..here }, Place { table: "slot", ..here }] {
            assert!(matches!(key.open(there, &value), Err(Error::Internal(said)) if !said.contains("Familien")));
        }
        assert!(others.open(here, &value).is_err());
        assert_ne!(value, key.seal(here, PHRASE).unwrap(), "the same text twice is not the same bytes");
        assert_eq!(value.len(), key.seal(here, "Kort").unwrap().len(), "how long a text is does not show");
        // In the database: the name of one space put at the other.
        let (name,): (Vec<u8>,) = sql.one(&NAME, args![one]).await.unwrap();
        sql.run(&PUT_NAME, args![other, name]).await.unwrap();
        sql.commit().await.unwrap();
        let page = house.get(&format!("/forloeb/{slug}"), &house.cookie(&secretary).await).await;
        assert_eq!(page.status, 500, "what was changed is said to be wrong");
        assert!(!page.text.contains("Familien"));
    }
}

#[tokio::test]
async fn a_destroyed_key_opens_nothing_and_lies_in_no_file_but_a_legal_hold_comes_first() {
    for (house, _) in houses().await {
        let secretary = house.secretary().await;
        let (id, slug) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        let (kept, _) = house.committee(&secretary, "Den bliver", Visibility::Sealed).await;
        let wrapped = key_of(&house.app, id).await.wrapped;
        let mut sql = house.app.db.write().await.unwrap();
        let until = house.app.clock.today() + chrono::Duration::days(3);
        sql.run(&PUT_HOLD, args![house.app.clock.id(), id, until, secretary.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        assert!(matches!(destroy(&house, &secretary, id).await, Err(Error::Refused("error-held"))));
        assert!(name(&house.app, id).await.is_ok());
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&LIFT, args![secretary.id, house.app.clock.now()]).await.unwrap();
        sql.commit().await.unwrap();
        destroy(&house, &secretary, id).await.unwrap();
        assert!(matches!(name(&house.app, id).await, Err(Error::Refused("error-sealed-destroyed"))));
        assert!(matches!(destroy(&house, &secretary, id).await, Err(Error::Refused("error-sealed-destroyed"))), "once");
        assert_eq!(name(&house.app, kept).await.unwrap().as_deref(), Some("Den bliver"));
        let page = house.get(&format!("/forloeb/{slug}"), &house.cookie(&secretary).await).await;
        assert!(page.status == 200 && !page.text.contains(PHRASE), "the space is there, its name is gone");
        // The server does it by itself.
        let background = tokio::spawn(sealed::keep_scrubbing(house.app.clone()));
        if house.kind == "sqlite" {
            let files = || ["samskab.db", "samskab.db-wal"].map(|f| std::fs::read(house.settings.data.join(f)).unwrap_or_default()).concat();
            for _ in 0..100 {
                if !holds(&files(), &wrapped) {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            assert!(!holds(&files(), &wrapped), "the destroyed key still lies in the files");
            assert!(holds(&files(), &key_of(&house.app, kept).await.wrapped), "looking for one that is there finds it");
        }
        assert!(house.app.db.scrub_keys().await.unwrap());
        house.app.stop.cancel();
        background.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_master_key_opens_everything_and_the_old_one_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (house, first) in houses().await {
        let secretary = house.secretary().await;
        let (one, _) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        let (gone, _) = house.committee(&secretary, "Lukket", Visibility::Sealed).await;
        destroy(&house, &secretary, gone).await.unwrap();
        let old = key_of(&house.app, one).await;
        let second = folder.path().join(format!("{}.key", house.kind));
        let said = done(&["key", "new", text(&second)]);
        let key = std::fs::read_to_string(&second).unwrap();
        assert!(said.contains("fingerprint") && !said.contains(key.trim()), "{said}");
        assert!(refused(&["key", "new", text(&second)]).contains("cannot write"));
        let named = |what: &str, file: &Path| format!("{what} = {:?}\n", text(file));
        // Without the one before it nothing is changed.
        let alone = place(&house, folder.path(), &named("master_key_file", &second));
        assert!(refused(&with(&["key", "rotate"], &alone)).contains("previous_key_file"));
        assert_eq!(key_of(&house.app, one).await.wrapped, old.wrapped);
        let both = place(&house, folder.path(), &(named("master_key_file", &second) + &named("previous_key_file", &first)));
        let shown = done(&with(&["key", "show", "--list"], &both));
        assert!(shown.contains(&old.master) && shown.contains("1 of them open") && shown.contains(&old.slug), "{shown}");
        let between = again(&house, |s| {
            s.sealed.master_key_file = Some(second.clone());
            s.sealed.previous_key_file = Some(first.clone());
        });
        assert_eq!(name(&between.await, one).await.unwrap().as_deref(), Some(PHRASE), "both are in use while it is changed");
        assert!(done(&with(&["key", "rotate"], &both)).contains("1 keys anew, 0 already"));
        assert!(done(&with(&["key", "rotate"], &both)).contains("0 keys anew, 1 already"));
        let with_second = again(&house, |s| s.sealed.master_key_file = Some(second.clone())).await;
        assert_eq!(name(&with_second, one).await.unwrap().as_deref(), Some(PHRASE));
        assert!(matches!(name(&with_second, gone).await, Err(Error::Refused("error-sealed-destroyed"))), "what was destroyed is not made anew");
        assert!(matches!(name(&house.app, one).await, Err(Error::Refused("error-sealed-locked"))), "the old key opens nothing");
        assert_ne!(key_of(&house.app, one).await.wrapped, old.wrapped);
        if house.kind == "sqlite" {
            let file = std::fs::read(house.settings.data.join("samskab.db")).unwrap();
            assert!(!holds(&file, &old.wrapped), "what was wrapped under the old key lies in the file");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_no_key_and_opens_again_with_the_key_file() {
    let folder = tempfile::tempdir().unwrap();
    for (house, first) in houses().await {
        let secretary = house.secretary().await;
        let (id, slug) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        let (gone, _) = house.committee(&secretary, "Lukket", Visibility::Sealed).await;
        destroy(&house, &secretary, gone).await.unwrap();
        let wrapped = key_of(&house.app, id).await.wrapped;
        let setting = format!("master_key_file = {:?}\n", text(&first));
        let here = place(&house, folder.path(), &setting);
        let backup = folder.path().join(format!("{}.tar.gz", house.kind));
        let keys = folder.path().join(format!("{}.json", house.kind));
        let said = done(&with(&["backup", text(&backup), "--unencrypted", "--keys", text(&keys)], &here));
        assert!(said.contains("1 keys of sealed spaces"), "{said}");
        let bytes = unpacked(&backup);
        let master = std::fs::read_to_string(&first).unwrap();
        for secret in [PHRASE.as_bytes(), &wrapped, hex(&wrapped).as_bytes(), hex(&wrapped[..16]).as_bytes(), master.trim().as_bytes()] {
            assert!(!holds(&bytes, secret), "{}", house.kind);
        }
        assert!(!holds(&bytes, b"tables/space_key/") && holds(&bytes, b"tables/space_words/") && holds(&bytes, slug.as_bytes()));
        let file = std::fs::read(&keys).unwrap();
        assert!(holds(&file, hex(&wrapped).as_bytes()) && !holds(&file, gone.to_string().as_bytes()), "what is destroyed is in no new file");
        // Without the key file the words are not there; with it they are.
        let restored = |keys: Option<&Path>| {
            let data = folder.path().join(format!("{}-{}", house.kind, house.app.clock.id()));
            let mut args = vec!["restore", text(&backup)];
            if let Some(keys) = keys {
                args.extend(["--keys", text(keys)]);
            }
            let said = done(&[&args[..], &["--data", text(&data), here[0].as_str(), here[1].as_str()]].concat());
            (said, data)
        };
        let open = async |data: PathBuf| {
            let settings = Settings { data: data.clone(), database: None, ..house.settings.clone() };
            build::app(settings, samskab_platform::db::Database::open_folder(&data).await.unwrap(), house.clock.clone(), CancellationToken::new())
                .await
                .unwrap()
        };
        let (said, data) = restored(None);
        assert!(!said.contains("Keys of sealed"), "{said}");
        assert!(matches!(name(&open(data).await, id).await, Err(Error::Refused("error-sealed-locked"))));
        let (said, data) = restored(Some(&keys));
        assert!(said.contains("1 of 1 put back, 1 open"), "{said}");
        assert_eq!(name(&open(data.clone()).await, id).await.unwrap().as_deref(), Some(PHRASE));
        // A move takes the keys along: what is left behind is left behind.
        let moved = folder.path().join(format!("{}-moved", house.kind));
        done(&with(&["migrate", "--to", text(&moved)], &here));
        assert_eq!(name(&open(moved).await, id).await.unwrap().as_deref(), Some(PHRASE));
        let only = folder.path().join(format!("{}-keys", house.kind));
        std::fs::create_dir(&only).unwrap();
        std::fs::write(only.join("samskab-keys-20250101T000000Z.json"), b"{}").unwrap();
        let said = done(&with(&["backup", "--keys", text(&only), "--keep-keys", "14"], &here));
        assert!(said.contains("Removed: ") && std::fs::read_dir(&only).unwrap().count() == 1, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sealed_is_in_no_file_and_no_line_of_the_log() {
    let folder = tempfile::tempdir().unwrap();
    for (house, first) in houses().await {
        let secretary = house.secretary().await;
        let outsider = house.person("Nysgerrig").await;
        let (_, slug) = house.committee(&secretary, PHRASE, Visibility::Sealed).await;
        // The server's clock is the system's: a session of the house's own would be long over.
        house.clock.set(samskab_platform::clock::Clock::system().now());
        let (inside, outside) = (house.cookie(&secretary).await, house.cookie(&outsider).await);
        let here = place(&house, folder.path(), &format!("master_key_file = {:?}\n[log]\nfilter = \"debug\"\n", text(&first)));
        let place: Vec<&str> = here.iter().map(String::as_str).collect();
        let mut server = Server::start("serve", &place).await;
        let (status, page) = server.get(&format!("/forloeb/{slug}"), &inside).await;
        assert!(status == 200 && page.contains(PHRASE));
        assert_eq!(server.get(&format!("/forloeb/{slug}"), &outside).await.0, 404);
        let form = crate::house::form(&[("title", PHRASE), ("summary", PHRASE), ("visibility", "public"), ("area", ""), ("level", "low")]);
        assert_eq!(server.post(&format!("/forloeb/{slug}/indstil"), &outside, &form).await, Some(404));
        server.post(&format!("/forloeb/{slug}/indstil"), &inside, &form).await;
        server.post(&format!("/forloeb/{slug}/trin"), &inside, "stage=team").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        server.ask_to_stop();
        server.ended().await;
        let log = server.said();
        assert!(log.len() > 100 && !log.contains("Ulykkesramt") && !log.contains("Hemmeligsen"), "{log}");
        if house.kind == "sqlite" {
            let mut found = 0;
            for file in std::fs::read_dir(&house.settings.data).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_file()) {
                let bytes = std::fs::read(&file).unwrap();
                assert!(!holds(&bytes, b"Ulykkesramt") && !holds(&bytes, b"ulykkesramt"), "{}", file.display());
                found += usize::from(holds(&bytes, b"Nysgerrig"));
            }
            assert!(found > 0, "looking for what is not sealed finds it");
        }
        let backup = folder.path().join(format!("{}.tar.gz", house.kind));
        done(&with(&["backup", text(&backup), "--unencrypted"], &here));
        let bytes = unpacked(&backup);
        assert!(holds(&bytes, b"Nysgerrig") && !holds(&bytes, b"Ulykkesramt") && !holds(&bytes, b"ulykkesramt"), "{}", house.kind);
    }
}

#[tokio::test]
async fn without_a_master_key_nothing_is_sealed_and_doctor_says_what_to_do() {
    let look = async |settings: &Settings| {
        let configuration = Configuration { settings: settings.clone(), origins: Default::default(), file: None, notes: vec![] };
        doctor::look(Ok(configuration), false).await.into_iter().filter(|f| f.what == "sealed text" || f.what == "master key").collect::<Vec<_>>()
    };
    for house in House::both().await {
        let secretary = house.secretary().await;
        let root = house.app.municipality_space().await.unwrap().id;
        let make = async |app: &App| {
            let mut act = Act::begin(app, &Visitor::of(secretary.clone()), root, &samskab_platform::space_acts::CREATE).await?;
            let recipe = &app.recipe("task_committee").unwrap();
            let new = samskab_platform::space_acts::Beginning {
                recipe,
                title: PHRASE,
                summary: "",
                area: None,
                visibility: Visibility::Sealed,
                assurance: samskab_platform::assurance::Assurance::Low,
            };
            let slug = samskab_platform::space_acts::create(&mut act, &new).await?;
            act.commit().await?;
            Ok::<_, Error>(slug)
        };
        let found = look(&house.settings).await;
        if house.kind == "postgres" {
            assert!(matches!(make(&house.app).await, Err(Error::Refused("error-sealed-locked"))));
            assert!(found[0].level == Level::Mind && found[0].cure.as_deref().unwrap().contains("master_key_file"), "{found:?}");
            continue;
        }
        assert!(found.len() == 1 && found[0].level == Level::Good, "{found:?}");
        make(&house.app).await.unwrap();
        let file = house.settings.data.join("master.key");
        let found = look(&house.settings).await;
        assert!(found[0].level == Level::Good && found[1].level == Level::Mind && found[1].found.contains("beside the database"), "{found:?}");
        // The key is lost: it is not made anew over what it locked.
        let away = house.settings.data.join("away");
        std::fs::rename(&file, &away).unwrap();
        let without = again(&house, |_| ()).await;
        assert!(matches!(make(&without).await, Err(Error::Refused("error-sealed-locked"))) && !file.exists());
        let found = look(&house.settings).await;
        assert!(found[0].level == Level::Wrong && found[0].found.contains("1 of 1 keys"), "{found:?}");
        // Its owner changes it: the one before it is named, the new one is made.
        let change = Settings { sealed: samskab_platform::settings::Sealed { previous_key_file: Some(away), ..Default::default() }, ..house.settings.clone() };
        assert_eq!(look(&change).await[0].level, Level::Mind);
        let ring = sealed::Keyring::read(&change).unwrap();
        assert_eq!(sealed::rotate(&house.app.db, &ring).await.unwrap().rewrapped, 1);
        assert!(file.exists());
        let found = look(&change).await;
        assert!(found[0].level == Level::Mind && found[0].found.contains("nothing needs it"), "{found:?}");
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(look(&house.settings).await.iter().any(|f| f.level == Level::Wrong && f.found.contains("other users")));
    }
}
