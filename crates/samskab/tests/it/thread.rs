//! The thread from mandate to deed, through the pages' own forms, on both databases.

use axum::http::StatusCode;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::gather::gather;
use samskab_platform::person::Person;
use samskab_platform::{args, outbox, space};

use crate::house::{Answer, House, form};

pub const MANDATE: &[(&str, &str)] = &[
    ("version", "1"),
    ("one_sentence", "Sammen laver vi en ungepolitik."),
    ("background", "Der er gået otte år."),
    ("task", "Svar på tre spørgsmål."),
    ("fixed", "Økonomien."),
    ("open", "Resten."),
    ("deliverable", "En politik."),
    ("composition", "Ti borgere."),
    ("timetable", "Seks møder."),
    ("hours", "300"),
    ("money", "80.000"),
    ("rooms", "Biblioteket"),
    ("staff", "En facilitator"),
    ("answer_by", "2026-09-01"),
    ("legal_basis", "§ 17, stk. 4"),
    ("standing_committee", "Børneudvalget"),
];

fn with(fields: &[(&str, &str)], change: &[(&str, &str)]) -> String {
    let kept = fields.iter().filter(|(k, _)| change.iter().all(|(c, _)| c != k));
    form(&kept.chain(change).copied().collect::<Vec<_>>())
}

fn accepted(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

fn asked_again(answer: &Answer, kept: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("error-summary"), "the errors stand at the top");
    assert!(answer.text.contains(kept), "what was typed is kept: {kept}");
}

const AT_ONCE: Statement = Statement { name: "test", sql: "UPDATE person SET rhythm = 'at_once'", postgres: None };

async fn mail_to(house: &House, email: &str) -> Vec<String> {
    let mut sql = house.app.db.write().await.unwrap();
    sql.run(&AT_ONCE, args![]).await.unwrap();
    sql.commit().await.unwrap();
    gather(&house.app).await.unwrap();
    let all = outbox::latest(&mut house.app.db.read().await.unwrap(), 500).await.unwrap();
    all.into_iter().filter(|m| m.recipient == email).map(|m| format!("{}\n{}", m.subject, m.body)).collect()
}

async fn id_of(house: &House, path: &str, cookie: &str, marker: &str) -> String {
    let page = house.get(path, cookie).await.text;
    let ids = page.split(marker).skip(1).filter_map(|after| after.get(..36)).filter(|id| id.parse::<uuid::Uuid>().is_ok());
    ids.map(str::to_owned).next().unwrap_or_else(|| panic!("no {marker} with an id on {path}"))
}

#[tokio::test]
async fn a_committee_goes_from_mandate_to_a_deed_that_everyone_hears_of() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
        let base = format!("/forloeb/{slug}");
        let people: Vec<Person> = vec![house.person("Mads").await, house.person("Polly").await, house.person("Dorthe").await];
        let [member, council, doer] = people.as_slice() else { unreachable!() };
        house.role(space, member, Role::Member).await;
        house.role(space, council, Role::Council).await;
        let (s, m, c, d) = (house.cookie(&secretary).await, house.cookie(member).await, house.cookie(council).await, house.cookie(doer).await);

        // The frame: an error keeps what was typed; a version is written, read, and changed.
        let wrong = house.post(&format!("{base}/ramme/skriv"), &s, &with(MANDATE, &[("task", ""), ("money", "99.50")])).await;
        asked_again(&wrong, "Der er gået otte år.");
        accepted(&house.post(&format!("{base}/ramme/skriv"), &s, &with(MANDATE, &[])).await);
        assert!(mail_to(&house, "mads@borger.example").await[0].contains("/ramme"));
        assert!(house.get(&format!("{base}/ramme"), &s).await.text.contains("0 af 2 har læst"));
        accepted(&house.post(&format!("{base}/ramme/laest"), &m, "").await);
        accepted(&house.post(&format!("{base}/ramme/laest"), &m, "").await);
        assert!(house.get(&format!("{base}/ramme"), &s).await.text.contains("1 af 2 har læst"));
        // Whoever answers for the municipality is bound by it too, and says so.
        assert!(house.get("/min-side", &c).await.text.contains(&format!("href=\"{base}/ramme\"")), "the council is asked");
        accepted(&house.post(&format!("{base}/ramme/laest"), &c, "").await);
        assert!(house.get(&format!("{base}/ramme"), &s).await.text.contains("2 af 2 har læst"));
        let stale = house.post(&format!("{base}/ramme/skriv"), &s, &with(MANDATE, &[("change_note", "Fordi")])).await;
        asked_again(&stale, "Fordi");
        let second = with(MANDATE, &[("version", "2"), ("change_note", "Timerne slog ikke til"), ("hours", "400")]);
        accepted(&house.post(&format!("{base}/ramme/skriv"), &s, &second).await);
        let compared = house.get(&format!("{base}/ramme/sammenlign?fra=1&til=2"), "").await.text;
        assert!(compared.contains("<del>") && compared.contains("400") && compared.contains("Timerne slog ikke til"));
        assert!(house.get(&base, &m).await.text.contains("Læs den nye ramme"), "a new version is to be read again");

        // A recommendation is written by a member, sent by the secretary, answered by the council.
        asked_again(&house.post(&format!("{base}/anbefalinger/ny"), &m, &form(&[("title", "Åbn hallen"), ("text", "")])).await, "Åbn hallen");
        accepted(
            &house.post(&format!("{base}/anbefalinger/ny"), &m, &form(&[("title", "Åbn hallen"), ("text", "Hver fredag"), ("reason", "Den er tom")])).await,
        );
        let id = id_of(&house, &format!("{base}/anbefalinger"), &m, &format!("{base}/anbefalinger/")).await;
        let one = format!("{base}/anbefalinger/{id}");
        assert!(house.post(&format!("{one}/indsend"), &m, "").await.is_refusal(), "a member does not send it");
        // While nobody can answer it is not sent: the page says so beforehand, and how to change that.
        let mut sql = house.app.db.write().await.unwrap();
        space::take_role(&mut sql, space, council.id, Role::Council).await.unwrap();
        sql.commit().await.unwrap();
        let invite = format!("href=\"{base}/hold/inviter\"");
        let page = house.get(&one, &s).await.text;
        assert!(!page.contains("/indsend") && page.contains(&invite) && page.contains("Ingen kan svare endnu"), "{page}");
        assert!(house.get(&base, &s).await.text.contains(&invite));
        let refused = house.post(&format!("{one}/indsend"), &s, "").await;
        assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("Ingen kan svare endnu"), "{}", refused.text);
        house.role(space, council, Role::Council).await;
        assert!(house.get(&one, &s).await.text.contains("/indsend"));
        accepted(&house.post(&format!("{one}/indsend"), &s, "").await);
        asked_again(&house.post(&format!("{one}/svar"), &c, &form(&[("outcome", "approved"), ("reason", "")])).await, "approved");
        accepted(&house.post(&format!("{one}/svar"), &c, &form(&[("outcome", "approved"), ("reason", "Hallen er tom om fredagen.")])).await);
        assert!(mail_to(&house, "mads@borger.example").await.iter().any(|m| m.contains("Hallen er tom om fredagen.") || m.contains(&one)));
        let twice = house.post(&format!("{one}/svar"), &c, &form(&[("outcome", "rejected"), ("reason", "Nej")])).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "an answer stands");

        // It becomes a commitment; its doer reports; everyone who contributed hears of it.
        let promise = |due: &str| {
            form(&[
                ("fra", &id),
                ("what", "Åben hal hver fredag"),
                ("doer", "other"),
                ("doer_name", "Dorthe"),
                ("doer_email", "dorthe@borger.example"),
                ("counterpart", &secretary.id.to_string()),
                ("due_on", due),
                ("hours", "40"),
                ("money", "1.500"),
            ])
        };
        asked_again(&house.post(&format!("{base}/aftaler/ny"), &s, &promise("2020-01-01")).await, "Åben hal hver fredag");
        accepted(&house.post(&format!("{base}/aftaler/ny"), &s, &promise("2026-05-01")).await);
        let deed = id_of(&house, &format!("{base}/aftaler"), &s, &format!("{base}/aftaler/")).await;
        let roles = space::roles_of(&mut house.app.db.read().await.unwrap(), space, doer.id).await.unwrap();
        assert_eq!(roles, [Role::Doer], "{}", house.kind);
        let report = format!("{base}/aftaler/{deed}/fortael");
        assert!(house.post(&report, &m, &form(&[("status", "done"), ("text", "Snyd")])).await.is_refusal(), "only its doer and counterpart report");
        accepted(&house.post(&report, &d, &form(&[("status", "started"), ("text", "Vi kom 41 den første fredag."), ("hours", "12")])).await);
        accepted(&house.post(&report, &d, &form(&[("status", "done"), ("text", "Det kører nu."), ("hours", "20")])).await);
        assert!(mail_to(&house, "mads@borger.example").await.iter().any(|m| m.contains("Vi kom 41 den første fredag.")));
        assert!(house.get("/min-side", &m).await.text.contains("Åben hal hver fredag"), "what came of what I gave");
        assert!(house.get("/min-side", &d).await.text.contains("Åben hal hver fredag"), "what I promised");
        let page = house.get(&base, "").await.text;
        assert!(page.contains("Åben hal hver fredag") && page.contains("Færdig"), "the space shows the deed");
        assert!(house.get("/det-blev-det-til", "").await.text.contains("Åben hal hver fredag"));
        assert!(house.get(&one, "").await.text.contains("Åben hal hver fredag"), "the recommendation shows what came of it");
    }
}

#[tokio::test]
async fn an_invitation_is_answered_by_its_link_and_works_once() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let (space, slug) = house.committee(&secretary, "Ungepolitik", Visibility::Members).await;
        let cookie = house.cookie(&secretary).await;
        let path = format!("/forloeb/{slug}/hold/inviter");
        let wrong = house.post(&path, &cookie, &form(&[("name", "Ny"), ("email", "ikke en adresse"), ("role", "member")])).await;
        asked_again(&wrong, "ikke en adresse");
        accepted(&house.post(&path, &cookie, &form(&[("name", "Ny Borger"), ("email", "ny@borger.example"), ("role", "member")])).await);
        let mail = mail_to(&house, "ny@borger.example").await.remove(0);
        let link = format!("/invitation/{}", &mail.split("/invitation/").nth(1).unwrap()[..64]);
        let page = house.get(&link, "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Ungepolitik"), "the link shows what one is invited to");
        let yes = house.post(&format!("{link}/ja"), "", "").await;
        accepted(&yes);
        let mine = yes.cookie.split(';').next().unwrap().to_owned();
        assert_eq!(house.get(&format!("/forloeb/{slug}"), &mine).await.status, StatusCode::OK, "now a member ({})", house.kind);
        assert!(house.post(&format!("{link}/ja"), "", "").await.cookie.is_empty(), "the link opens no second session");
        let team = space::team(&mut house.app.db.read().await.unwrap(), space).await.unwrap();
        assert!(team.iter().any(|m| m.name == "Ny Borger" && m.role == Role::Member));
    }
}
