//! Files in a space: what may come in, what is kept of it, who may see it, and that it goes when it is removed — in a folder
//! and in a real S3 server.

use std::io::Cursor;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use image::{DynamicImage, ImageFormat, RgbImage};
use samskab_files::storage::{Storage, key};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::person::Person;
use samskab_platform::settings::S3;
use tower::ServiceExt;

use crate::house::{Answer, House};

const EDGE: &str = "samskab-graense";

/// A form with a file, as a browser sends it.
fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in fields {
        body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    if let Some((name, bytes)) = file {
        body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{EDGE}--\r\n").bytes());
    body
}

pub async fn upload(house: &House, path: &str, cookie: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("host", "samskab.example")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"));
    house.request(request.body(Body::from(multipart(fields, file))).unwrap()).await
}

/// Status, headers and bytes of something that is fetched.
async fn fetch(house: &House, path: &str, cookie: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
    let mut request = Request::builder().uri(path).header("host", "samskab.example").header("cookie", cookie);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = house.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    (status, headers, response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let points = RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * 7) as u8, (y * 3) as u8, 90]));
    DynamicImage::ImageRgb8(points).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A JPEG as a telephone makes it: with the place in it.
pub fn photograph() -> Vec<u8> {
    let jpeg = picture(ImageFormat::Jpeg, 640, 480);
    let mut place = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\0\0\0\0\0".to_vec();
    place.extend(b"55.6761N 12.5683E");
    let mut all = vec![0xff, 0xd8, 0xff, 0xe1];
    all.extend((place.len() as u16 + 2).to_be_bytes());
    all.extend(place);
    all.extend(&jpeg[2..]);
    all
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

/// The addresses of the files on the list, newest first.
async fn files(house: &House, slug: &str, cookie: &str) -> Vec<String> {
    let page = house.get(&format!("/forloeb/{slug}/filer"), cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text.split("<h3><a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

pub struct Team {
    secretary: Person,
    member: Person,
    pub member_cookie: String,
    runs: String,
    pub slug: String,
}

pub async fn team(house: &House, visibility: Visibility) -> Team {
    let secretary = house.secretary().await;
    let (id, slug) = house.committee(&secretary, "Smedjen", visibility).await;
    let member = house.person("Mette").await;
    house.role(id, &member, Role::Member).await;
    Team { member_cookie: house.cookie(&member).await, runs: house.cookie(&secretary).await, secretary, member, slug }
}

pub const BOARD: &[(&str, &str)] = &[("title", "Langbordet"), ("alt", "Tyve mennesker om et bord"), ("til", "")];

#[tokio::test]
async fn a_picture_is_kept_without_its_place_and_shown_to_those_who_see_the_space() {
    for house in House::both().await {
        let t = team(&house, Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        let sent = photograph();
        assert!(has(&sent, b"55.6761N"));
        let answer = upload(&house, &new, &t.member_cookie, BOARD, Some(("IMG_1.jpg", &sent))).await;
        assert_eq!(
            (answer.status, answer.location.as_str()),
            (StatusCode::SEE_OTHER, format!("/forloeb/{}/filer?klar=file-added", t.slug).as_str()),
            "{}",
            answer.text
        );

        // A stranger sees it on the list, on the space's page, and as a picture.
        let file = files(&house, &t.slug, "").await.remove(0);
        assert!(house.get(&format!("/forloeb/{}", t.slug), "").await.text.contains("Langbordet"));
        assert!(house.get(&file, "").await.text.contains("alt=\"Tyve mennesker om et bord\""));
        for (part, width) in [("hent", 640), ("vis", 640), ("lille", 320)] {
            let (status, headers, bytes) = fetch(&house, &format!("{file}/{part}"), "", &[]).await;
            assert_eq!(status, StatusCode::OK, "{part} {}", house.kind);
            assert!(!has(&bytes, b"55.6761N") && !has(&bytes, b"Exif"), "{part} tells where it was taken");
            assert_eq!(image::load_from_memory(&bytes).unwrap().width(), width);
            assert_eq!(headers["content-type"], "image/jpeg");
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert_eq!(headers["content-security-policy"], "default-src 'none'; sandbox; frame-ancestors 'none'");
            assert_eq!(headers["content-disposition"], "inline; filename=\"IMG_1.jpg\"; filename*=UTF-8''IMG_1.jpg");
            assert_eq!(headers["cache-control"], "public, no-cache");
            // Asked again with the tag, nothing is sent anew.
            let tag = headers["etag"].to_str().unwrap();
            assert_eq!(fetch(&house, &format!("{file}/{part}"), "", &[("if-none-match", tag)]).await.0, StatusCode::NOT_MODIFIED);
            let (status, headers, some) = fetch(&house, &format!("{file}/{part}"), "", &[("range", "bytes=2-5")]).await;
            assert_eq!((status, some.as_slice()), (StatusCode::PARTIAL_CONTENT, &bytes[2..6]));
            assert_eq!(headers["content-range"], format!("bytes 2-5/{}", bytes.len()));
        }
        let activity = house.get(&format!("/forloeb/{}/aktivitet", t.slug), "").await;
        assert!(activity.text.contains("lagde en fil op: Langbordet"));
    }
}

#[tokio::test]
async fn what_may_not_come_in_is_refused_with_the_reason_and_what_was_typed() {
    let bomb = {
        // The head of a PNG that promises 60,000 × 60,000 points; its checksum is right.
        let mut head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0".to_vec();
        let sum = !head[12..].iter().fold(!0u32, |crc, b| (0..8).fold(crc ^ u32::from(*b), |c, _| if c & 1 == 1 { c >> 1 ^ 0xedb8_8320 } else { c >> 1 }));
        head.extend(sum.to_be_bytes());
        head.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
        head
    };
    let png = picture(ImageFormat::Png, 40, 30);
    let large = [b"%PDF-1.7\n".to_vec(), vec![b'x'; 2_100_000]].concat();
    for house in House::both_with(|s| s.files.max_mb = 2).await {
        let t = team(&house, Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        // Fields, the file's name and bytes, and what the answer says.
        type Case<'a> = (&'a [(&'a str, &'a str)], Option<(&'a str, &'a [u8])>, &'a str);
        let cases: [Case<'_>; 11] = [
            (BOARD, None, "Vælg en fil på din computer"),
            (BOARD, Some(("ferie.jpg", b"MZ\x90\0\x03\0\0\0")), "Filen er et program, uanset hvad den hedder"),
            (BOARD, Some(("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")), "SVG-tegning"),
            (BOARD, Some(("side.txt", b"<!DOCTYPE html><html>")), "hjemmeside"),
            (BOARD, Some(("gammel.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....")), "docx"),
            (BOARD, Some(("bombe.png", &bomb)), "mere end 40 millioner punkter"),
            (BOARD, Some(("halvt.png", &png[..40])), "Billedet kan ikke læses"),
            (BOARD, Some(("stor.pdf", &large)), "fylder mere end 2 MB"),
            (&[("title", "Langbordet"), ("alt", "")], Some(("bord.png", &png)), "Skriv, hvad billedet viser"),
            (&[("title", "Langbordet"), ("alt", "Langbordet")], Some(("bord.png", &png)), "ikke det samme som i titlen"),
            (&[("title", "Ring til Ida på 20 45 67 89"), ("alt", "Et bord")], Some(("bord.png", &png)), "ligner et personnummer, et telefonnummer"),
        ];
        for (fields, file, reason) in cases {
            let answer = upload(&house, &new, &t.member_cookie, fields, file).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason} ({})", house.kind);
            assert!(answer.text.contains(reason), "{reason}: {}", answer.text);
            assert!(answer.text.contains(&format!("value=\"{}\"", fields[0].1)), "what was typed is kept");
        }
        assert!(files(&house, &t.slug, "").await.is_empty());
        // A picture that is only decoration needs no description, and a document has none.
        let decoration: &[(&str, &str)] = &[("title", "En streg"), ("decorative", "yes")];
        assert_eq!(upload(&house, &new, &t.member_cookie, decoration, Some(("streg.png", &png))).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            upload(&house, &new, &t.member_cookie, &[("title", "Referat")], Some(("r\u{e5}d.txt", "Referat æøå".as_bytes()))).await.status,
            StatusCode::SEE_OTHER
        );
        let list = files(&house, &t.slug, "").await;
        assert_eq!(list.len(), 2);
        let (_, headers, bytes) = fetch(&house, &format!("{}/hent", list[0]), "", &[]).await;
        assert_eq!((headers["content-type"].to_str().unwrap(), bytes.as_slice()), ("text/plain; charset=utf-8", "Referat æøå".as_bytes()));
        assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment; "));
        assert_eq!(fetch(&house, &format!("{}/lille", list[0]), "", &[]).await.0, StatusCode::NOT_FOUND, "a document has no picture");
    }
}

#[tokio::test]
async fn files_of_a_closed_space_are_not_there_for_others() {
    for house in House::both().await {
        let t = team(&house, Visibility::Members).await;
        let pdf = b"%PDF-1.7\nhemmeligt";
        let sent = upload(&house, &format!("/forloeb/{}/filer/ny", t.slug), &t.member_cookie, &[("title", "Notat")], Some(("notat.pdf", pdf))).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let file = files(&house, &t.slug, &t.member_cookie).await.remove(0);
        let neighbour = house.cookie(&house.person("Nabo").await).await;
        for cookie in ["", neighbour.as_str()] {
            for path in ["", "/hent", "/hent?udgave=1", "/vis", "/lille", "/ret", "/fjern"] {
                let (status, _, bytes) = fetch(&house, &format!("{file}{path}"), cookie, &[]).await;
                assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
                assert!(!has(&bytes, b"hemmeligt") && !has(&bytes, b"Notat"));
            }
        }
        let (status, headers, bytes) = fetch(&house, &format!("{file}/hent"), &t.member_cookie, &[]).await;
        assert_eq!((status, bytes.as_slice()), (StatusCode::OK, &pdf[..]));
        assert_eq!(headers["cache-control"], "private, no-cache", "no cache in between may keep it");
        // Nor under the address of another space.
        let (_, other) = house.committee(&t.secretary, "Et andet", Visibility::Public).await;
        let id = file.rsplit('/').next().unwrap();
        assert_eq!(house.get(&format!("/forloeb/{other}/filer/{id}/hent"), &t.runs).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_file_is_changed_by_whoever_put_it_there_or_runs_the_space() {
    for house in House::both().await {
        let t = team(&house, Visibility::Public).await;
        let png = picture(ImageFormat::Png, 50, 40);
        upload(&house, &format!("/forloeb/{}/filer/ny", t.slug), &t.member_cookie, BOARD, Some(("bord.png", &png))).await;
        let file = files(&house, &t.slug, "").await.remove(0);
        // Somebody else on the team may not.
        let other = house.person("Omar").await;
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &t.slug).await.unwrap();
        house.role(space.id, &other, Role::Member).await;
        let other = house.cookie(&other).await;
        assert_eq!(house.post(&format!("{file}/ret"), &other, "title=Mit&alt=Noget").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&format!("{file}/fjern"), &other, "reason=Fordi").await.status, StatusCode::FORBIDDEN);
        assert_eq!(upload(&house, &format!("{file}/ny-udgave"), &other, BOARD, Some(("b.png", &png))).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&format!("{file}/forside"), &t.member_cookie, "on=yes").await.status, StatusCode::FORBIDDEN);

        // The picture of the space follows the file.
        assert_eq!(house.post(&format!("{file}/forside"), &t.runs, "on=yes").await.status, StatusCode::SEE_OTHER);
        let shown = format!("<img src=\"{file}/vis\" alt=\"Tyve mennesker om et bord\">");
        assert!(house.get(&format!("/forloeb/{}", t.slug), "").await.text.contains(&shown));
        assert!(house.get("/forloeb", "").await.text.contains(&format!("src=\"{file}/vis\"")));
        assert_eq!(house.post(&format!("{file}/ret"), &t.member_cookie, "title=Bordet&alt=Et+langt+bord").await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&format!("/forloeb/{}", t.slug), "").await.text.contains("alt=\"Et langt bord\""));

        // A new version takes its place; the old one is still there.
        let (_, _, before) = fetch(&house, &format!("{file}/hent"), "", &[]).await;
        let newer = picture(ImageFormat::Png, 90, 80);
        let answer = upload(&house, &format!("{file}/ny-udgave"), &t.member_cookie, BOARD, Some(("bord2.png", &newer))).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let (_, _, after) = fetch(&house, &format!("{file}/hent"), "", &[]).await;
        assert_eq!(image::load_from_memory(&after).unwrap().width(), 90);
        assert_eq!(fetch(&house, &format!("{file}/hent?udgave=1"), "", &[]).await.2, before);

        // Removed with a reason, it is gone from the page, the storage and the space's picture; the reason stays.
        assert_eq!(house.post(&format!("{file}/fjern"), &t.runs, "reason=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.post(&format!("{file}/fjern"), &t.runs, "reason=Forkert+bord").await.status, StatusCode::SEE_OTHER);
        assert_eq!(fetch(&house, &format!("{file}/hent"), "", &[]).await.0, StatusCode::NOT_FOUND);
        assert!(!house.get(&format!("/forloeb/{}", t.slug), "").await.text.contains("/vis\""));
        let activity = house.get(&format!("/forloeb/{}/aktivitet", t.slug), "").await.text;
        assert!(activity.contains("fjernede filen Langbordet. Grunden: Forkert bord"), "{activity}");
        assert_eq!(t.member.name, "Mette");
    }
}

#[tokio::test]
async fn the_bytes_go_with_the_last_file_that_points_at_them() {
    for house in House::both().await {
        let t = team(&house, Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        let pdf = b"%PDF-1.7\nreferat";
        for title in ["Referat", "Samme referat"] {
            upload(&house, &new, &t.member_cookie, &[("title", title)], Some(("referat.pdf", pdf))).await;
        }
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &t.slug).await.unwrap();
        let (storage, key) = (Storage::of(&house.app).unwrap(), key(space.id, pdf));
        let sweep = || async { (samskab_files::TOOL.tick)(&house.app).await.unwrap() };
        for left in [true, false] {
            let file = files(&house, &t.slug, "").await.remove(0);
            assert_eq!(house.post(&format!("{file}/fjern"), &t.runs, "reason=Dobbelt").await.status, StatusCode::SEE_OTHER);
            sweep().await;
            assert_eq!(storage.holds(&key).await.unwrap(), left, "{}", house.kind);
        }
        // Sent again after that, it is there again; and what is kept is never swept.
        upload(&house, &new, &t.member_cookie, &[("title", "Referat igen")], Some(("referat.pdf", pdf))).await;
        house.clock.set(house.clock.now() + chrono::Duration::days(2));
        sweep().await;
        let file = files(&house, &t.slug, "").await.remove(0);
        assert_eq!(fetch(&house, &format!("{file}/hent"), "", &[]).await.2, pdf);
    }
}

#[tokio::test]
async fn bytes_that_were_never_kept_are_swept_away_an_hour_later() {
    for house in House::both_with(|s| s.files.per_space = 1).await {
        let t = team(&house, Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        let pdf = b"%PDF-1.7\nhalvvejs";
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &t.slug).await.unwrap();
        // As after a crash between the bytes and the act that keeps them: noted and written, and pointed at by nothing.
        let (storage, key) = (Storage::of(&house.app).unwrap(), key(space.id, pdf));
        let visitor = samskab_platform::Visitor::of(t.member.clone());
        let mut act = samskab_platform::Act::begin(&house.app, &visitor, space.id, &samskab_files::acts::RECEIVE).await.unwrap();
        let note = samskab_files::TOOL.statements.iter().copied().flatten().find(|s| s.name.ends_with("::LOOSE")).unwrap();
        act.sql().run(note, samskab_platform::args![&key, house.clock.now() + chrono::Duration::hours(1)]).await.unwrap();
        act.commit().await.unwrap();
        let place = house.settings.data.join("files").join(&key);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, pdf).unwrap();
        (samskab_files::TOOL.tick)(&house.app).await.unwrap();
        assert!(storage.holds(&key).await.unwrap(), "somebody may be about to keep it");
        house.clock.set(house.clock.now() + chrono::Duration::minutes(61));
        (samskab_files::TOOL.tick)(&house.app).await.unwrap();
        assert!(!storage.holds(&key).await.unwrap());
        // A space that is full says so.
        assert_eq!(upload(&house, &new, &t.member_cookie, &[("title", "En")], Some(("en.pdf", pdf))).await.status, StatusCode::SEE_OTHER);
        let full = upload(&house, &new, &t.member_cookie, &[("title", "To")], Some(("to.pdf", b"%PDF-1.7 to"))).await;
        assert_eq!(full.status, StatusCode::CONFLICT);
    }
}

/// A real S3 server in a process of its own, which checks the signature of every request.
pub struct S3Server {
    process: Child,
    pub port: u16,
    folder: tempfile::TempDir,
}

impl Drop for S3Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl S3Server {
    /// How it is reached with this account and secret.
    pub fn reached_with(&self, account: &str, secret: &str) -> S3 {
        S3 {
            endpoint: format!("http://127.0.0.1:{}", self.port),
            bucket: "filer".into(),
            region: "us-east-1".into(),
            access_key_id: account.into(),
            secret_access_key: Some(secret.into()),
            secret_access_key_file: None,
            path_style: true,
            allow_http: false,
        }
    }

    /// The same, as somebody who knows the secret.
    pub fn settings(&self) -> S3 {
        self.reached_with("S3RVER", "S3RVER")
    }

    /// Everything in the bucket is gone.
    pub fn wreck(&self) {
        let bucket = self.folder.path().join("filer");
        std::fs::remove_dir_all(&bucket).unwrap();
        std::fs::create_dir(&bucket).unwrap();
    }
}

pub async fn s3_server() -> S3Server {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert!(root.join("node_modules/aws4").exists(), "there is no S3 server to test against: run `make test`, which installs it, or `npm ci`");
    let folder = tempfile::tempdir().unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let process = Command::new("node")
        .arg(root.join("tests/providers/s3.mjs"))
        .args([&port.to_string(), folder.path().to_str().unwrap(), "filer", "S3RVER", "S3RVER"])
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("node is installed");
    let server = S3Server { process, port, folder };
    for _ in 0..400 {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return server;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the S3 server does not answer");
}

#[tokio::test]
async fn the_same_in_a_real_s3_server() {
    let server = s3_server().await;
    for house in House::both_with(|s| s.files.s3 = Some(server.settings())).await {
        let t = team(&house, Visibility::Public).await;
        let new = format!("/forloeb/{}/filer/ny", t.slug);
        let storage = Storage::of(&house.app).unwrap();
        storage.probe().await.unwrap();
        let answer = upload(&house, &new, &t.member_cookie, BOARD, Some(("bord.jpg", &photograph()))).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let file = files(&house, &t.slug, "").await.remove(0);
        let (status, _, bytes) = fetch(&house, &format!("{file}/hent"), "", &[]).await;
        assert_eq!((status, image::load_from_memory(&bytes).unwrap().width()), (StatusCode::OK, 640));
        let (status, _, some) = fetch(&house, &format!("{file}/hent"), "", &[("range", "bytes=0-1")]).await;
        assert_eq!((status, some.as_slice()), (StatusCode::PARTIAL_CONTENT, &bytes[..2]));
        let space = samskab_platform::space::by_slug(&mut house.app.db.read().await.unwrap(), &t.slug).await.unwrap();
        assert!(storage.holds(&key(space.id, &bytes)).await.unwrap());
        assert!(!house.settings.data.join("files").exists(), "nothing lies in the folder");
        house.post(&format!("{file}/fjern"), &t.runs, "reason=Forkert").await;
        (samskab_files::TOOL.tick)(&house.app).await.unwrap();
        assert!(!storage.holds(&key(space.id, &bytes)).await.unwrap());
    }
    // An account the server does not know, and a secret that is not the account's, are refused: nothing is said to be kept.
    for (account, secret, said) in
        [("forkert", "S3RVER", "does not know files.s3.access_key_id"), ("S3RVER", "forkert", "files.s3.secret_access_key does not belong to")]
    {
        for house in House::both_with(|s| s.files.s3 = Some(server.reached_with(account, secret))).await {
            let t = team(&house, Visibility::Public).await;
            let error = Storage::of(&house.app).unwrap().probe().await.unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
            assert!(Storage::of(&house.app).unwrap().look().await.unwrap_err().contains(said), "the doctor says the same");
            let new = format!("/forloeb/{}/filer/ny", t.slug);
            let answer = upload(&house, &new, &t.member_cookie, &[("title", "Notat")], Some(("notat.pdf", b"%PDF-1.7\n"))).await;
            assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
            assert!(files(&house, &t.slug, "").await.is_empty());
        }
    }
}

/// A form with one file in the field `field`.
async fn send_file(house: &House, path: &str, cookie: &str, field: &str, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n").into_bytes();
    body.extend(bytes);
    body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("host", "samskab.example")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"));
    house.request(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn the_same_check_stands_at_every_door_a_file_comes_in_by() {
    for house in House::both().await {
        let t = team(&house, Visibility::Public).await;
        let admin = house.person("Asta").await;
        house.role(house.app.municipality_space().await.unwrap().id, &admin, Role::Administrator).await;
        let admin = house.cookie(&admin).await;
        let attachment = format!("/forloeb/{}/filer/ny", t.slug);
        let (logo, list, recipe) = ("/administration/udseende/logo", "/administration/personer/indlaes", "/administration/opskrifter/hent-ind");
        let doors = [(attachment.as_str(), &t.member_cookie, "file"), (logo, &admin, "logo"), (list, &admin, "file"), (recipe, &admin, "file")];
        let huge = vec![b'a'; 21_000_000];
        for (path, cookie, field) in doors {
            let program = send_file(&house, path, cookie, field, "medlemmer.csv", b"MZ\x90\0\x03\0\0\0").await;
            assert_eq!(program.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} ({})", house.kind);
            assert!(program.text.contains("Filen er et program, uanset hvad den hedder"), "{path}: {}", program.text);
            // What is too large is said to be, and not given up on in the middle.
            let large = send_file(&house, path, cookie, field, "stor.txt", &huge).await;
            assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let said = if path == list { "Listen er for lang" } else { "fylder mere end " };
            assert!(large.text.contains(said), "{path}: {}", large.text);
        }
        assert!(send_file(&house, logo, &admin, "logo", "logo.png", &huge).await.text.contains("fylder mere end 512 KB"));
        // A picture is a file one may send, and still neither a list nor a recipe.
        let png = picture(ImageFormat::Png, 20, 20);
        for (path, said) in [(list, "Det er ikke en tekstfil"), (recipe, "En opskrift er en fil, der ender p\u{e5} .toml")] {
            assert!(send_file(&house, path, &admin, "file", "billede.csv", &png).await.text.contains(said), "{path}");
        }
        // Excel's own Unicode text is read as a list.
        let excel: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Navn\tMail\r\nS\u{f8}ren \u{c5}by\ts@x.example\r\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let looked = send_file(&house, list, &admin, "file", "liste.txt", &excel).await;
        assert!(looked.status == StatusCode::OK && looked.text.contains("S\u{f8}ren \u{c5}by"), "{}", looked.text);
    }
}
