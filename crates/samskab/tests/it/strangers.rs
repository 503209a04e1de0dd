//! Every route refuses those it is not for: strangers, and members of another space.

use axum::http::{Method, StatusCode};
use samskab_platform::access::{Role, Visibility};

use crate::house::House;

/// What a stranger may ask for, outside any space: all of it public, or the way in.
const OPEN: &[(&str, &str)] = &[
    ("GET", "/"),
    ("GET", "/om"),
    ("GET", "/soeg"),
    ("GET", "/det-blev-det-til"),
    ("GET", "/opfoelgning"),
    ("GET", "/opfoelgning.csv"),
    ("GET", "/opfoelgning.atom"),
    ("GET", "/tilgaengelighed"),
    ("GET", "/privatliv"),
    ("GET", "/was"),
    ("GET", "/look.css"),
    ("GET", "/forloeb"),
    ("GET", "/omraader"),
    ("GET", "/netvaerk"),
    ("GET", "/netvaerk/skema"),
    ("GET", "/plan/skema"),
    ("GET", "/log-ind"),
    ("POST", "/log-ind"),
    ("GET", "/log-ind/kode"),
    ("POST", "/log-ind/kode"),
    ("POST", "/log-ind/noegle/begynd"),
    ("POST", "/log-ind/noegle"),
    ("GET", "/log-ind/sikrere"),
    ("GET", "/log-ind/retur"),
    ("GET", "/log-ind/hvem"),
    ("POST", "/log-ind/hvem"),
    ("GET", "/log-ind/hvem/kode"),
    ("POST", "/log-ind/hvem/kode"),
    ("GET", "/kode"),
    ("POST", "/kode"),
    ("POST", "/kode/deltag"),
    ("POST", "/invitation/{key}/ny"),
    ("POST", "/log-ud"),
    ("GET", "/enhed"),
    ("POST", "/enhed"),
    ("GET", "/kiosk-sw.js"),
    ("POST", "/sprog"),
];

/// Every route of the sources: method and pattern.
pub(crate) fn routes() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = vec![root.join("crates/platform/src"), root.join("crates/tools"), root.join("crates/desks")];
    let mut all = vec![];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(entry).unwrap();
                for part in text.split(".route(").skip(1) {
                    let Some(pattern) = part.trim_start().strip_prefix('"').and_then(|p| p.split('"').next()) else { continue };
                    let handlers = part.split(".route(").next().unwrap().split("\n}").next().unwrap();
                    for (method, call) in [("GET", "get("), ("POST", "post(")] {
                        if handlers.contains(call) {
                            all.push((method.to_owned(), pattern.to_owned()));
                        }
                    }
                }
            }
        }
    }
    all.sort();
    all.dedup();
    all
}

#[tokio::test]
async fn every_route_into_a_closed_space_refuses_strangers_and_members_of_another() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, closed) = house.committee(&secretary, "Lukket udvalg", Visibility::Members).await;
        let (other, _) = house.committee(&secretary, "Et andet", Visibility::Public).await;
        let neighbour = house.person("Nabo").await;
        for role in [Role::Facilitator, Role::Chair, Role::Council, Role::Doer, Role::Counterpart] {
            house.role(other, &neighbour, role).await;
        }
        let neighbour = house.cookie(&neighbour).await;
        let id = house.app.clock.id().to_string();
        let mut asked = 0;
        for (method, pattern) in routes() {
            let path = pattern.replace("{slug}", &closed).replace("{id}", &id).replace("{key}", &id);
            let into_space = pattern.contains("{slug}");
            let send = |cookie: String| {
                let (house, path, method) = (&house, path.clone(), Method::from_bytes(method.as_bytes()).unwrap());
                async move { house.send(method, &path, &cookie, "").await }
            };
            let stranger = send(String::new()).await;
            let open = OPEN.contains(&(method.as_str(), pattern.as_str()));
            assert!(stranger.is_refusal() || open, "{method} {pattern} lets a stranger in: {} ({})", stranger.status, house.kind);
            assert!(stranger.is_refusal() || !into_space, "{method} {pattern}: {}", stranger.status);
            assert!(!stranger.text.contains("Lukket udvalg"), "{method} {pattern} shows the title");
            if into_space {
                let neighbour = send(neighbour.clone()).await;
                assert!(neighbour.is_refusal(), "{method} {pattern} lets a member of another space in: {} ({})", neighbour.status, house.kind);
                assert!(!neighbour.text.contains("Lukket udvalg"), "{method} {pattern} shows the title");
                asked += 1;
            }
        }
        assert!(asked > 30, "only {asked} routes were found");
    }
}

#[tokio::test]
async fn in_an_open_space_strangers_may_read_and_vote_and_nothing_else() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let id = house.app.clock.id().to_string();
        for (method, pattern) in routes().into_iter().filter(|(m, p)| m == "POST" && p.contains("{slug}")) {
            let path = pattern.replace("{slug}", &slug).replace("{id}", &id);
            let answer = house.send(Method::POST, &path, "", "").await;
            let voting = pattern.ends_with("/stem") || pattern.ends_with("/udsagn");
            let refused = answer.is_refusal() || answer.status == StatusCode::BAD_REQUEST || (voting && answer.status.is_client_error());
            assert!(refused, "{method} {pattern}: {}", answer.status);
        }
        for path in ["", "/ramme", "/hold", "/dialog", "/anbefalinger", "/aftaler", "/aktivitet"] {
            assert_eq!(house.get(&format!("/forloeb/{slug}{path}"), "").await.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn an_address_or_a_form_that_cannot_be_read_gets_a_page_that_says_so() {
    let house = House::sqlite().await;
    let secretary = house.secretary().await;
    let (_, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    for path in ["dialog/ikke-et-nummer", "ramme/sammenlign", "ramme/sammenlign?fra=x&til=2", "findes-ikke"] {
        let answer = house.get(&format!("/forloeb/{slug}/{path}"), "").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text.contains("<h1>Vi kan ikke vise siden</h1>"), "{path}: {}", answer.text);
    }
    let answer = house.post("/log-ind/kode", "", "code=123456&id=ikke-et-nummer").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text.contains("<h1>Vi kunne ikke læse det, du sendte</h1>"));
}

#[tokio::test]
async fn a_real_installation_has_neither_role_switch_nor_mailbox() {
    let house = House::sqlite().await;
    for path in ["/postkasse", "/monstre"] {
        assert_eq!(house.get(path, "").await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(house.post("/rolle", "", "role=secretary").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post("/ur", "", "to=2030-01-01T00:00:00Z").await.status, StatusCode::NOT_FOUND);
    assert!(!house.get("/", "").await.text.contains("demo-bar"));
}
