//! Backups, the way back, and moves between databases: everything comes along, and nothing that is damaged is taken.

use std::collections::BTreeMap;
use std::path::Path;

use samskab_files::storage::Storage;
use samskab_platform::clock::Clock;
use samskab_platform::db::{Database, Tables};
use samskab_platform::dump::{self, Schema};
use samskab_platform::{args, db::Statement, journal};
use tempfile::TempDir;

use crate::files::{BOARD, S3Server, photograph, s3_server, team, upload};
use crate::house::{House, new_postgres_database};
use crate::process::{Server, done, refused, run, text};

const KEYS: Statement = Statement { name: "keys", sql: "SELECT DISTINCT storage_key FROM file_bytes ORDER BY storage_key", postgres: None };
const RUIN: Statement = Statement { name: "ruin", sql: "UPDATE recommendation SET title = 'Ændret'", postgres: None };

/// A key pair of age, made by the library that Samskab uses; the file of the private key, and the public key.
fn key_pair(folder: &Path) -> (String, String) {
    let identity = age::x25519::Identity::generate();
    let file = folder.join("key.txt");
    use age::secrecy::ExposeSecret;
    std::fs::write(&file, format!("# private\n{}\n", identity.to_string().expose_secret())).unwrap();
    (text(&file).to_owned(), identity.to_public().to_string())
}

/// What people wrote: a server that runs writes other tables by itself.
const OF_PEOPLE: &[&str] = &[
    "area",
    "organisation",
    "person",
    "space",
    "space_tool",
    "space_role",
    "invitation",
    "journal",
    "contribution",
    "mandate",
    "acknowledgement",
    "dialogue",
    "statement",
    "voter",
    "vote",
    "recommendation",
    "council_answer",
    "commitment",
    "progress",
];

/// Every table of two databases is the same, row by row, and the second's journal holds.
async fn same(one: &Database, other: &Database) -> u64 {
    same_tables(one, other, &[]).await
}

async fn same_tables(one: &Database, other: &Database, which: &[&str]) -> u64 {
    let schema = Schema::at(Database::newest_version()).await.unwrap();
    let (mut a, mut b) = (one.snapshot().await.unwrap(), other.snapshot().await.unwrap());
    let mut rows = 0;
    for table in schema.tables.iter().filter(|t| which.is_empty() || which.contains(&t.name.as_str())) {
        assert_eq!(dump::sum(&mut a, table).await.unwrap(), dump::sum(&mut b, table).await.unwrap(), "{}", table.name);
        rows += dump::compare(table, &mut a, &mut b).await.unwrap();
    }
    let report = journal::verify(&mut b).await.unwrap();
    assert!(report.faults.is_empty() && report.entries > 0, "{:?}", report.faults);
    rows
}

async fn open(folder: &Path) -> Database {
    Database::open_folder_with(folder, Tables::AsTheyAre).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_moves_to_postgresql_and_back_with_every_row() {
    let house = House::demonstration("sqlite").await;
    let (folder, there) = (tempfile::tempdir().unwrap(), new_postgres_database().await);
    let back = folder.path().join("back");
    let from = text(&house.settings.data).to_owned();
    let said = done(&["migrate", "--data", &from, "--to", &there]);
    assert!(said.contains("compared row by row") && said.contains("The journal holds"), "{said}");
    let moved = Database::connect(&there).await.unwrap();
    let rows = same(&house.app.db, &moved).await;
    assert!(rows > 5_000, "{rows} rows");
    done(&["migrate", "--data", &from, "--database", &there, "--to", text(&back)]);
    assert_eq!(same(&house.app.db, &open(&back).await).await, rows);
    assert_eq!(std::fs::read(back.join("secret.key")).unwrap(), std::fs::read(house.settings.data.join("secret.key")).unwrap());
    assert_eq!(attachments(&back), attachments(&house.settings.data), "the files moved along to the other folder");
    // A target in use is refused, and left alone.
    assert!(refused(&["migrate", "--data", &from, "--to", &there]).contains("in use"));
    // A server on either side, too.
    let _server = Server::start("demo", &["--data", &from]).await;
    let empty = new_postgres_database().await;
    assert!(refused(&["migrate", "--data", &from, "--to", &empty]).contains("a server is running on the source"));
}

struct Wrecked {
    folder: TempDir,
    house: House,
}

/// The files of an installation whose storage is a folder: key and bytes.
fn attachments(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for space in std::fs::read_dir(data.join("files")).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        for file in std::fs::read_dir(&space).unwrap().map(|e| e.unwrap().path()) {
            let key = format!("{}/{}", space.file_name().unwrap().to_str().unwrap(), file.file_name().unwrap().to_str().unwrap());
            found.insert(key, std::fs::read(file).unwrap());
        }
    }
    found
}

/// A demonstration, with its files, backed up while a server runs.
async fn backed_up(kind: &'static str, args: &[&str], backup: &str) -> Wrecked {
    let house = House::demonstration(kind).await;
    let folder = tempfile::tempdir().unwrap();
    assert!(attachments(&house.settings.data).len() > 3, "the demonstration has files");
    let data = text(&house.settings.data).to_owned();
    let mut place = vec!["--data", &data];
    let database = house.settings.database.clone();
    if let Some(database) = &database {
        place.extend(["--database", database]);
    }
    // What is due by now is done first: else the server would write it between the backup and the comparison.
    house.clock.set(Clock::system().now());
    for tool in samskab::TOOLS {
        (tool.tick)(&house.app).await.unwrap();
    }
    let server = Server::start("demo", &place).await;
    let said = done(&[&["backup", text(&folder.path().join(backup))], args, &place[..]].concat());
    assert!(said.contains("Verified:"), "{said}");
    assert_eq!(server.get("/sundhed", "").await.0, 200);
    Wrecked { folder, house }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_backed_up_while_the_server_ran_comes_back_after_the_wreck_with_the_same_pages() {
    let keys = tempfile::tempdir().unwrap();
    let (private, public) = key_pair(keys.path());
    let Wrecked { folder, house } = backed_up("sqlite", &["--recipient", &public], "b.age").await;
    let backup = text(&folder.path().join("b.age")).to_owned();
    let bytes = std::fs::read(&backup).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(done(&["backup", "verify", &backup, "--identity", &private]).contains("holds"));
    let path = "/forloeb/ungepolitik";
    let before = house.get(path, "").await.text;

    let data = house.settings.data.clone();
    let secret = std::fs::read(data.join("secret.key")).unwrap();
    let files = attachments(&data);
    let original = tempfile::tempdir().unwrap();
    std::fs::copy(data.join("samskab.db"), original.path().join("samskab.db")).unwrap();
    std::fs::copy(data.join("samskab.db-wal"), original.path().join("samskab.db-wal")).ok();
    house.app.db.close().await;
    // The wreck: half a database, no files, no secret.
    std::fs::OpenOptions::new().write(true).open(data.join("samskab.db")).unwrap().set_len(50_000).unwrap();
    std::fs::remove_dir_all(data.join("files")).unwrap();
    std::fs::remove_file(data.join("secret.key")).unwrap();
    let data = text(&data).to_owned();
    assert!(refused(&["restore", &backup, "--identity", &private, "--data", &data]).contains("not empty"));
    let said = done(&["restore", &backup, "--identity", &private, "--data", &data, "--replace"]);
    assert!(said.contains("The journal holds") && said.contains("replaced-"), "{said}");
    let rows = same_tables(&open(original.path()).await, &open(Path::new(&data)).await, OF_PEOPLE).await;
    assert!(rows > 5_000, "{rows} rows");
    assert_eq!(std::fs::read(Path::new(&data).join("secret.key")).unwrap(), secret);
    assert_eq!(attachments(Path::new(&data)), files, "every file is back, byte by byte");
    let server = Server::start("demo", &["--data", &data, "--base-url", "http://samskab.example"]).await;
    let (status, after) = server.get(path, "").await;
    assert_eq!(status, 200);
    let main = |html: &str| html.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_owned();
    assert!(after.contains(&main(&before)[..200]), "the page is another one");
    assert_eq!(server.get("/klar", "").await.0, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgresql_comes_back_to_sqlite_and_the_other_way() {
    let keys = tempfile::tempdir().unwrap();
    let passphrase = keys.path().join("passphrase");
    std::fs::write(&passphrase, "fire ord om et hus\n").unwrap();
    let Wrecked { folder, house } = backed_up("postgres", &["--passphrase-file", text(&passphrase)], "b.age").await;
    let backup = text(&folder.path().join("b.age")).to_owned();
    let data = folder.path().join("sqlite");
    done(&["restore", &backup, "--passphrase-file", text(&passphrase), "--data", text(&data)]);
    let sqlite = open(&data).await;
    same_tables(&house.app.db, &sqlite, OF_PEOPLE).await;
    assert_eq!(attachments(&data), attachments(&house.settings.data));
    sqlite.close().await;

    let open_backup = folder.path().join("open.tar.gz");
    done(&["backup", text(&open_backup), "--unencrypted", "--data", text(&data)]);
    let (empty, database) = (folder.path().join("node"), new_postgres_database().await);
    let place = ["--data", text(&empty), "--database", &database];
    done(&[&["restore", text(&open_backup)], &place[..]].concat());
    let there = Database::connect(&database).await.unwrap();
    same_tables(&house.app.db, &there, OF_PEOPLE).await;
    // A second time only by moving what is there aside; nothing is lost.
    assert!(refused(&[&["restore", text(&open_backup)], &place[..]].concat()).contains("not empty"));
    let said = done(&[&["restore", text(&open_backup), "--replace"], &place[..]].concat());
    assert!(said.contains("in its schema replaced_"), "{said}");
    let again = Database::connect(&database).await.unwrap();
    same_tables(&house.app.db, &again, OF_PEOPLE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_found_out_and_nothing_of_it_is_taken() {
    let keys = tempfile::tempdir().unwrap();
    let (private, public) = key_pair(keys.path());
    let Wrecked { folder, .. } = backed_up("sqlite", &["--recipient", &public], "b.age").await;
    let backup = folder.path().join("b.age");
    let whole = std::fs::read(&backup).unwrap();
    let damaged = folder.path().join("damaged.age");
    let target = folder.path().join("target");
    let cut = whole[..whole.len() - 1_000].to_vec();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for bytes in [cut, flipped] {
        std::fs::write(&damaged, bytes).unwrap();
        assert!(refused(&["backup", "verify", text(&damaged), "--identity", &private]).contains("does not hold"));
        refused(&["restore", text(&damaged), "--identity", &private, "--data", text(&target)]);
        assert!(!target.join("samskab.db").exists());
    }
    let (stranger, _) = key_pair(&keys.path().join(".."));
    assert!(refused(&["backup", "verify", text(&backup), "--identity", &stranger]).contains("cannot be opened with this key"));
    std::fs::remove_file(stranger).unwrap();
    assert!(refused(&["backup", "verify", text(&backup)]).contains("--identity"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_inside_an_open_backup_is_found_out() {
    use std::io::Read;
    let Wrecked { folder, .. } = backed_up("sqlite", &["--unencrypted"], "b.tar.gz").await;
    let backup = folder.path().join("b.tar.gz");
    let change = |name: &str, from: &str, to: &str| {
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(std::fs::File::open(&backup).unwrap()));
        let target = folder.path().join("changed.tar.gz");
        let mut out = tar::Builder::new(flate2::write::GzEncoder::new(std::fs::File::create(&target).unwrap(), flate2::Compression::fast()));
        let mut changed = false;
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let path = entry.path().unwrap().to_string_lossy().into_owned();
            let mut bytes = vec![];
            entry.read_to_end(&mut bytes).unwrap();
            if path.starts_with(name)
                && let Some(at) = bytes.windows(from.len()).position(|w| w == from.as_bytes())
            {
                bytes.splice(at..at + from.len(), to.bytes());
                changed = true;
            }
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o600);
            out.append_data(&mut header, &path, bytes.as_slice()).unwrap();
        }
        out.into_inner().unwrap().finish().unwrap();
        assert!(changed, "{name} holds no {from}");
        refused(&["backup", "verify", text(&target)])
    };
    assert!(change("tables/person/", "Hassan", "Hasan").contains("table person is not what was written"));
    assert!(change("tables/journal/", "frame.write", "frame.wrote").contains("journal of space"));
    assert!(change("files/", "Vi var 23", "Vi var 32").contains("is not what was written"));
}

#[tokio::test]
async fn backups_never_overwrite_and_are_thinned_out_only_in_their_folder() {
    let house = House::sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    let data = text(&house.settings.data).to_owned();
    let file = folder.path().join("b.tar.gz");
    assert!(refused(&["backup", text(&file), "--data", &data]).contains("--recipient"));
    done(&["backup", text(&file), "--unencrypted", "--data", &data]);
    assert!(refused(&["backup", text(&file), "--unencrypted", "--data", &data]).contains("never overwrites"));
    for old in ["samskab-20250101T000000Z.tar.gz.age", "samskab-20250102T000000Z.tar.gz.age", "other.age"] {
        std::fs::write(folder.path().join(old), b"x").unwrap();
    }
    let said = done(&["backup", text(folder.path()), "--unencrypted", "--keep", "2", "--data", &data]);
    assert!(said.contains("Removed:") && said.contains("samskab-20250101T000000Z"), "{said}");
    let mut names: Vec<String> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.contains(&"other.age".to_owned()) && names.contains(&"samskab-20250102T000000Z.tar.gz.age".to_owned()), "{names:?}");
    assert!(run(&["backup", text(&file), "--keep", "0"]).status.code() == Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_fit_nothing_leave_the_target_empty() {
    let house = House::demonstration("sqlite").await;
    let target = Database::connect(&new_postgres_database().await).await.unwrap();
    let schema = Schema::at(Database::newest_version()).await.unwrap();
    // A reference to nobody, which SQLite is made to swallow.
    let mut less = schema.clone();
    less.tables.retain(|t| t.name != "organisation");
    assert!(dump::move_all(&house.app.db, &target, &less, &mut |_, _| {}).await.is_err());
    let mut sql = target.read().await.unwrap();
    for table in &schema.tables {
        let rows = dump::sum(&mut sql, table).await.unwrap().rows;
        assert!(rows == 0 || table.name != "person", "{} rows in {}", rows, table.name);
    }
    drop(sql);
    dump::move_all(&house.app.db, &target, &schema, &mut |_, _| {}).await.unwrap();
    same(&house.app.db, &target).await;
    // One row that differs is named.
    let mut sql = target.write().await.unwrap();
    sql.run(&RUIN, args![]).await.unwrap();
    let table = schema.table("recommendation").unwrap();
    let error = dump::compare(table, &mut house.app.db.snapshot().await.unwrap(), &mut sql).await.unwrap_err().to_string();
    assert!(error.contains("table recommendation") && error.contains("id = "), "{error}");
}

#[tokio::test]
async fn a_backup_from_an_older_program_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let old = Database::open_folder_with(folder.path(), Tables::Version(4)).await.unwrap();
    assert_eq!(old.version().await.unwrap(), 4);
    const ROW: Statement = Statement {
        name: "row",
        sql: "INSERT INTO person (id, name, email, title, organisation_id, language, persona, created_at) VALUES ($1, 'Karen', 'karen@borger.example', NULL, NULL, 'da', NULL, $2)",
        postgres: None,
    };
    let mut sql = old.write().await.unwrap();
    let clock = samskab_platform::clock::Clock::fixed(crate::house::morning(), 1);
    sql.run(&ROW, args![clock.id(), clock.now()]).await.unwrap();
    sql.commit().await.unwrap();
    old.close().await;
    let backup = folder.path().join("old.tar.gz");
    done(&["backup", text(&backup), "--unencrypted", "--data", text(folder.path())]);
    let target = folder.path().join("new");
    done(&["restore", text(&backup), "--data", text(&target)]);
    let new = open(&target).await;
    assert_eq!(new.version().await.unwrap(), Database::newest_version());
    let person = samskab_platform::person::find_by_email(&mut new.read().await.unwrap(), "karen@borger.example").await.unwrap().unwrap();
    assert_eq!(person.name, "Karen");
}

/// A settings file for an installation whose files lie in this storage.
fn configured(folder: &Path, server: &S3Server) -> String {
    let file = folder.join("samskab.toml");
    let s3 = server.settings();
    std::fs::write(
        &file,
        format!(
            "[files.s3]\nendpoint = \"{}\"\nbucket = \"{}\"\naccess_key_id = \"{}\"\nsecret_access_key = \"S3RVER\"\n",
            s3.endpoint, s3.bucket, s3.access_key_id
        ),
    )
    .unwrap();
    text(&file).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_in_storage_that_speaks_s3_are_in_the_backup_and_come_back_to_either_kind() {
    for at in 0..2 {
        let server = s3_server().await;
        let house = House::both_with(|s| s.files.s3 = Some(server.settings())).await.remove(at);
        let t = team(&house, samskab_platform::access::Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        assert_eq!(upload(&house, &new, &t.member_cookie, BOARD, Some(("bord.jpg", &photograph()))).await.status, 303);
        let storage = Storage::of(&house.app).unwrap();
        let mut sql = house.app.db.read().await.unwrap();
        let keys: Vec<(String,)> = sql.all(&KEYS, args![]).await.unwrap();
        drop(sql);
        assert_eq!(keys.len(), 3, "the picture in three sizes");
        let read = async |storage: &Storage, key: &str| {
            use futures::TryStreamExt;
            let (size, stream) = storage.read(key).await.unwrap().unwrap_or_else(|| panic!("{key} is not there"));
            let bytes = stream.try_collect::<Vec<_>>().await.unwrap().concat();
            assert_eq!(bytes.len() as u64, size);
            bytes
        };
        let mut before = vec![];
        for (key,) in &keys {
            before.push(read(&storage, key).await);
        }
        let folder = tempfile::tempdir().unwrap();
        let config = configured(folder.path(), &server);
        let backup = text(&folder.path().join("b.tar.gz")).to_owned();
        let data = text(&house.settings.data).to_owned();
        let mut place = vec!["--config", &config, "--data", &data];
        if let Some(database) = &house.settings.database {
            place.extend(["--database", database]);
        }
        let said = done(&[&["backup", &backup, "--unencrypted"], &place[..]].concat());
        assert!(said.contains("3 files") && said.contains("Verified"), "{said}");

        // The wreck: the bucket is empty. Back into the bucket, with a database of its own.
        server.wreck();
        assert!(!storage.holds(&keys[0].0).await.unwrap());
        let again = folder.path().join("again");
        done(&["restore", &backup, "--config", &config, "--data", text(&again)]);
        assert!(!again.join("files").exists(), "nothing lies in the folder");
        for ((key,), bytes) in keys.iter().zip(&before) {
            assert_eq!(&read(&storage, key).await, bytes, "{}", house.kind);
        }
        same_tables(&house.app.db, &open(&again).await, OF_PEOPLE).await;
        // Into an installation whose files lie in a folder.
        let plain = folder.path().join("plain");
        done(&["restore", &backup, "--data", text(&plain)]);
        let there = attachments(&plain);
        assert_eq!(there.len(), 3);
        assert!(keys.iter().zip(&before).all(|((key,), bytes)| there.get(key) == Some(bytes)));
        // And from there back, by a backup of the folder.
        let second = text(&folder.path().join("c.tar.gz")).to_owned();
        assert!(done(&["backup", &second, "--unencrypted", "--data", text(&plain)]).contains("3 files"));

        // A move of the database leaves the files where they are.
        let moved = folder.path().join("moved");
        let said = done(&[&["migrate", "--to", text(&moved)], &place[..]].concat());
        assert!(said.contains("stay where they are, in the bucket filer") && !moved.join("files").exists(), "{said}");

        // What the tables name and the storage has lost is told, and the backup is kept all the same.
        server.wreck();
        let third = folder.path().join("d.tar.gz");
        let said = refused(&[&["backup", text(&third), "--unencrypted"], &place[..]].concat());
        assert!(said.contains("3 of the files") && said.contains("is not there"), "{said}");
        assert!(done(&["backup", "verify", text(&third)]).contains("holds"));
        std::fs::write(plain.join("files").join(&keys[0].0), b"noget andet").unwrap();
        let said = refused(&["backup", text(&folder.path().join("e.tar.gz")), "--unencrypted", "--data", text(&plain)]);
        assert!(said.contains("1 of the files") && said.contains("is not what was once kept"), "{said}");
    }
}
