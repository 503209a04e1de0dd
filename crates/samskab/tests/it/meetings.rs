//! Meetings: seats and their queue, calendars that follow, closed items, minutes written by many at once, decisions, approval.

use axum::http::{Method, StatusCode};
use chrono::{DateTime, Duration, Utc};
use samskab_meetings::acts::{ACTS, PLAN};
use samskab_meetings::{Kind, Plan, acts};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::db::Statement;
use samskab_platform::outbox::OutboxRow;
use samskab_platform::person::Person;
use samskab_platform::{Act, Visitor, args};
use uuid::Uuid;

use crate::files::{photograph, upload};
use crate::house::{House, form, morning};
use crate::meeting_calendars::parsed;
use crate::told::{all, sent};

const FILES: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM file", postgres: None };
const NEEDS: Statement = Statement { name: "test", sql: "SELECT COUNT(*) FROM meeting_need", postgres: None };
const ORDER: Statement =
    Statement { name: "test", sql: "SELECT person_id FROM meeting_registration ORDER BY CASE WHEN state = 'coming' THEN 0 ELSE 1 END, at, id", postgres: None };
pub(crate) const JOURNAL: Statement = Statement { name: "test", sql: "SELECT verb, COALESCE(payload, '') FROM journal ORDER BY at, seq", postgres: None };

/// A committee with three members, and its address.
pub(crate) async fn committee(house: &House, visibility: Visibility) -> (Person, Vec<Person>, Uuid, String) {
    let secretary = house.secretary().await;
    let (space, slug) = house.committee(&secretary, "Ungepolitik", visibility).await;
    let mut members = vec![];
    for name in ["Ida", "Bo", "Eva"] {
        let person = house.person(name).await;
        house.role(space, &person, Role::Member).await;
        members.push(person);
    }
    (secretary, members, space, slug)
}

pub(crate) async fn planned(house: &House, secretary: &Person, space: Uuid, kind: Kind, starts_at: DateTime<Utc>, capacity: Option<i64>) -> String {
    let mut act = Act::begin(&house.app, &Visitor::of(secretary.clone()), space, &PLAN).await.unwrap();
    let plan = Plan {
        kind,
        title: "Aftenmøde".into(),
        starts_at,
        ends_at: starts_at + Duration::hours(2),
        place: "Salen, Torvet 1".into(),
        online: "https://moede.example/x".into(),
        bring: "Godt humør".into(),
        capacity,
    };
    let id = acts::plan(&mut act, &[plan]).await.unwrap()[0];
    act.commit().await.unwrap();
    id.to_string()
}

pub(crate) async fn do_(house: &House, path: &str, cookie: &str, fields: &[(&str, &str)]) {
    let answer = house.post(path, cookie, &form(fields)).await;
    assert!(answer.status.is_redirection(), "{path} ({}): {} {}", house.kind, answer.status, answer.text);
}

/// An address on a page, by what stands around it.
pub(crate) fn link(html: &str, before: &str, after: &str) -> String {
    html.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {html}")).split(after).next().unwrap().to_owned()
}

/// Where a page leads to under this address: the last part of it.
pub(crate) async fn item(house: &House, base: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
    do_(house, &format!("{base}/dagsorden"), cookie, fields).await;
    let page = house.get(base, cookie).await.text;
    page.rsplit("id=\"punkt-").next().unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_year_of_meetings_is_planned_in_one_form_and_a_time_that_does_not_exist_is_refused() {
    for house in House::both().await {
        let (secretary, members, _, slug) = committee(&house, Visibility::Public).await;
        let (cookie, member) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let path = format!("/forloeb/{slug}/moeder/nyt");
        let fields = |from| {
            vec![
                ("title", "Udvalgsmøde"),
                ("kind", "team"),
                ("date", "2027-03-28"),
                ("date2", "27.3.2027"),
                ("from", from),
                ("to", "21.30"),
                ("place", "Salen"),
            ]
        };
        let answer = house.post(&path, &cookie, &form(&fields("2.30"))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Den 28. marts 2027 bliver uret stillet frem") && answer.text.contains("value=\"Udvalgsmøde\""), "{}", answer.text);
        assert!(house.post(&path, &member, &form(&fields("19.00"))).await.is_refusal());
        let bare = house.post(&path, &cookie, &form(&[("title", "X"), ("kind", "team"), ("from", "kl. 7"), ("to", "6")])).await;
        for wrong in ["href=\"#date\"", "href=\"#place\"", "Mødet slutter, før det begynder"] {
            assert!(bare.text.contains(wrong), "{wrong} in {}", bare.text);
        }

        do_(&house, &path, &cookie, &fields("19.00")).await;
        // Times do not break over two lines.
        let list = house.get(&format!("/forloeb/{slug}/moeder"), "").await.text.replace('\u{2060}', "").replace('\u{a0}', " ");
        let (first, second) = (list.find("Udvalgsmøde 1").unwrap(), list.find("Udvalgsmøde 2").unwrap());
        assert!(first < second, "in the order of their dates");
        assert!(
            list[first..second].contains("lørdag den 27. marts 2027 kl. 19.00–21.30") && list[second..].contains("søndag den 28. marts 2027 kl. 19.00–21.30"),
            "{list}"
        );
        let feed = house.get(&format!("/forloeb/{slug}/moeder/kalender.ics"), "").await.text;
        assert!(feed.contains("DTSTART:20270327T180000Z") && feed.contains("DTSTART:20270328T170000Z"), "the hour changes between them: {feed}");
    }
}

#[tokio::test]
async fn the_room_is_never_too_full_and_who_waits_moves_up_and_is_told() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let office = house.cookie(&secretary).await;
        let id = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::days(9), Some(2)).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        assert!(house.get(&base, "").await.text.contains("Log ind, og meld dig til"));
        let mut guests = vec![];
        for name in ["Ane", "Ole", "Pia", "Kaj"] {
            let person = house.person(name).await;
            guests.push((house.cookie(&person).await, person));
        }
        // All at once: two get a seat, two wait.
        let reply = format!("{base}/svar");
        let replies = futures::future::join_all(
            guests.iter().map(|(cookie, _)| house.post(&reply, cookie, "wish=coming&needs=Glutenfri+mad&need=interpreter&need=hearing-loop&need=nonsense")),
        )
        .await;
        let seats: Vec<String> = replies.into_iter().map(|answer| answer.location).collect();
        assert_eq!(seats.iter().filter(|l| l.ends_with("meetings-coming")).count(), 2, "{seats:?}");
        // In an order that can be told: those with a seat first, then those who wait, in their order.
        let mut order = vec![];
        for row in house.app.db.read().await.unwrap().all::<(Uuid,)>(&ORDER, args![]).await.unwrap() {
            order.push(guests.iter().position(|(_, p)| p.id == row.0).unwrap());
        }
        let guests: Vec<_> = order.into_iter().map(|n| guests[n].clone()).collect();
        let page = house.get(&base, &guests[2].0).await.text;
        assert!(page.contains("Du er på venteliste") && page.contains("2 på venteliste"), "{page}");
        // Rung up: a name without an account waits too, behind them.
        do_(&house, &format!("{base}/deltagere/ny"), &office, &[("name", "Gamle Gerda"), ("needs", "Kørsel"), ("need", "interpreter")]).await;
        let list = house.get(&format!("{base}/deltagere"), &office).await.text;
        assert!(list.contains("Gamle Gerda") && list.contains("Glutenfri mad") && list.contains("Kørsel"));
        assert!(list.contains("Tolk, Teleslynge, Glutenfri mad") && !list.contains("nonsense"), "{list}");
        // Whoever orders sees how many of those who come: the two with a seat, not those who wait.
        assert!(list.contains("<dt>Tolk</dt><dd>2</dd>") && list.contains("<dt>Teleslynge</dt><dd>2</dd>") && !list.contains("<dt>Kørsel"), "{list}");
        assert!(house.get(&base, &guests[0].0).await.text.contains("value=\"hearing-loop\" checked"), "one's own form remembers");
        // What somebody needs is for the staff; and they can see who has looked.
        let chair = house.person("Formand").await;
        house.role(space, &chair, Role::Chair).await;
        let seen = house.get(&format!("{base}/deltagere"), &house.cookie(&chair).await).await.text;
        assert!(seen.contains("Gamle Gerda") && !seen.contains("Glutenfri") && !seen.contains("Teleslynge") && !seen.contains("Kørsel"), "{seen}");
        assert!(house.get(&format!("{base}/deltagere"), &house.cookie(&members[0]).await).await.is_refusal());
        let own = house.get("/min-side/oplysninger", &guests[0].0).await.text;
        assert!(own.contains("Det, du har brug for til et møde"), "{own}");

        // One leaves, and declines twice: the first who waits gets the seat, once.
        for _ in 0..2 {
            do_(&house, &format!("{base}/svar"), &guests[0].0, &[("wish", "declined")]).await;
        }
        assert!(house.get(&base, &guests[2].0).await.text.contains("Du kommer"));
        assert!(house.get(&base, &guests[3].0).await.text.contains("Du er på venteliste"));
        sent(&house.app).await;
        let told: Vec<OutboxRow> = all(&house.app).await.into_iter().filter(|m| m.subject.contains("Der er en plads til dig")).collect();
        assert_eq!(told.len(), 1, "{}", house.kind);
        assert!(told[0].recipient == guests[2].1.email.clone().unwrap() && told[0].calendar.contains("METHOD:REQUEST"), "{told:?}");
        // Joining online takes no seat; a larger room takes in everybody who waits.
        do_(&house, &format!("{base}/svar"), &guests[0].0, &[("wish", "online")]).await;
        let plan = [
            ("title", "Aftenmøde"),
            ("kind", "dialogue"),
            ("date", "2026-03-11"),
            ("from", "09:00"),
            ("to", "11:00"),
            ("place", "Salen, Torvet 1"),
            ("online", "https://moede.example/x"),
        ];
        let larger: Vec<_> = plan.iter().copied().chain([("bring", "Godt humør"), ("capacity", "5")]).collect();
        do_(&house, &format!("{base}/ret"), &office, &larger).await;
        let page = house.get(&base, &guests[3].0).await.text;
        assert!(page.contains("Du kommer") && page.contains("4 kommer") && !page.contains("på venteliste</"), "{page}");

        // Two weeks after the meeting what people needed is gone; their answers are not.
        house.clock.set(morning() + Duration::days(30));
        (samskab_meetings::TOOL.tick)(&house.app).await.unwrap();
        assert_eq!(house.app.db.read().await.unwrap().count(&NEEDS, args![]).await.unwrap(), 0);
        let office = house.cookie(&secretary).await;
        assert!(house.get(&format!("{base}/deltagere"), &office).await.text.contains("Gamle Gerda"));
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Gluten") && !payload.contains("Gerda")), "{journal:?}");
    }
}

#[tokio::test]
async fn a_closed_item_is_for_the_team_that_stays_and_has_promised_and_for_nobody_else_anywhere() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let council = house.person("Udvalgsformand").await;
        house.role(space, &council, Role::Council).await;
        let council = house.cookie(&council).await;
        let id = planned(&house, &secretary, space, Kind::Team, morning() - Duration::hours(1), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        item(&house, &base, &office, &[("title", "Velkomst")]).await;
        let closed =
            item(&house, &base, &office, &[("title", "Klagen over Hemmeligsen"), ("presentation", "Hemmeligsen har klaget."), ("ground", "private")]).await;
        let page = format!("/forloeb/{slug}/moeder/punkt/{closed}");
        let written: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(written.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "closed when it is first saved, its name never stands in the journal");
        let before = house.get(&format!("{base}/referat"), &office).await.text;
        assert!(before.contains(&format!("{base}/tavshed")) && !before.contains(&format!("text-{closed}")), "whoever has not promised is asked to");
        do_(&house, &format!("{base}/tavshed"), &office, &[]).await;
        assert!(!house.get(&format!("{base}/referat"), &office).await.text.contains(&format!("{base}/tavshed")), "once");
        do_(&house, &format!("{base}/tavshed"), &ida, &[]).await;
        let write = |cookie: String, text: &'static str| {
            let (house, base, closed) = (&house, base.clone(), closed.clone());
            async move {
                let edit = house.clock.id().to_string();
                house.post(&format!("{base}/referat/skriv"), &cookie, &form(&[("text", &closed), ("edit", &edit), ("base", ""), ("mine", text)])).await
            }
        };
        assert!(write(bo.clone(), "Bo skriver").await.is_refusal(), "not before he knows his duty");
        assert_eq!(write(ida.clone(), "Hemmeligsen fik ret.").await.status, StatusCode::OK);
        assert!(house.get(&page, &ida).await.text.contains("Hemmeligsen"));
        assert!(house.get(&page, &bo).await.text.contains("Det ved jeg. Vis punktet"));
        // Ida leaves for an interest of her own: it is closed to her from then on, and she cannot take that back herself.
        let ida_id = members[0].id.to_string();
        do_(&house, &format!("{page}/inhabil"), &ida, &[("person", &ida_id)]).await;
        assert!(house.post(&format!("{page}/inhabil"), &ida, &form(&[("person", &ida_id), ("leaves", "no")])).await.is_refusal());
        assert!(house.post(&format!("{page}/inhabil"), &bo, &form(&[("person", &ida_id)])).await.is_refusal(), "one speaks for oneself");
        assert!(write(ida.clone(), "Ida skriver").await.is_refusal());
        let decided = [("item", closed.as_str()), ("decision", "Hemmeligsen får ret"), ("for", "4")];
        do_(&house, &format!("{base}/beslutning"), &office, &decided).await;
        do_(&house, &format!("{base}/referat/send"), &office, &[("until", "2026-03-20")]).await;
        (samskab_platform::search::index::update(&house.app)).await.unwrap();

        let list = format!("/forloeb/{slug}/moeder");
        let places = [
            base.clone(),
            page.clone(),
            format!("{base}/referat"),
            format!("{base}/moede.ics"),
            list.clone(),
            format!("{list}/beslutninger"),
            format!("{list}/kalender.ics"),
            format!("/forloeb/{slug}"),
            format!("/forloeb/{slug}/aktivitet"),
            "/soeg?q=klagen".to_owned(),
            "/".to_owned(),
        ];
        for (who, cookie) in [("a stranger", String::new()), ("one who left", ida.clone()), ("one who has not promised", bo.clone()), ("the council", council)]
        {
            for place in &places {
                let answer = house.get(place, &cookie).await;
                assert!(!answer.text.contains("Hemmeligsen"), "{who} reads it on {place} ({}): {}", house.kind, answer.text);
            }
        }
        assert!(house.get(&base, "").await.text.contains("Lukket punkt") && house.get(&base, "").await.text.contains("forvaltningslovens § 27"));
        let minutes = house.get(&format!("{base}/referat"), &office).await.text;
        assert!(
            minutes.contains("Hemmeligsen fik ret.") && minutes.contains("Deltog ikke på grund af inhabilitet: Ida") && minutes.contains("Beslutning 2026/1"),
            "{minutes}"
        );
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "{journal:?}");
    }
}

#[tokio::test]
async fn what_is_attached_to_an_item_is_closed_and_opened_and_removed_with_it() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, bo) = (house.cookie(&secretary).await, house.cookie(&members[1]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let point = item(&house, &base, &office, &[("title", "Lejeaftalen")]).await;
        let (page, files) = (format!("/forloeb/{slug}/moeder/punkt/{point}"), format!("/forloeb/{slug}/filer"));
        let attach = |cookie: String, title: &'static str| {
            let (house, path, to) = (&house, format!("{files}/ny"), format!("agenda_item:{point}"));
            async move { upload(house, &path, &cookie, &[("title", title), ("alt", "Et papir"), ("til", &to)], Some(("papir.jpg", &photograph()))).await }
        };
        assert!(attach(office.clone(), "Kontrakten med Hemmeligsen").await.status.is_redirection());
        let list = house.get(&files, "").await.text;
        let file = list.split("<h3><a href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(list.contains("Hemmeligsen") && house.get(&format!("{file}/hent"), "").await.status == StatusCode::OK);

        let change = format!("{page}/ret");
        let close = async |ground: &str| do_(&house, &change, &office, &[("title", "Lejeaftalen"), ("ground", ground)]).await;
        close("business").await;
        samskab_platform::search::index::update(&house.app).await.unwrap();
        let places =
            [files.clone(), file.clone(), page.clone(), format!("/forloeb/{slug}"), format!("/forloeb/{slug}/aktivitet"), "/soeg?q=kontrakten".to_owned()];
        for cookie in ["", &bo, &office] {
            for place in &places {
                assert!(!house.get(place, cookie).await.text.contains("Hemmeligsen"), "{place} ({})", house.kind);
            }
            for end in ["", "/hent", "/vis", "/lille"] {
                assert_eq!(house.get(&format!("{file}{end}"), cookie).await.status, StatusCode::NOT_FOUND, "{end}");
            }
        }
        assert!(house.get(&format!("/forloeb/{slug}/aktivitet"), "").await.text.contains("noget, der ikke er for alle"));
        let records = |of: Person| {
            let (app, slug) = (house.app.clone(), slug.clone());
            async move {
                let mut sql = app.db.read().await.unwrap();
                let visitor = Visitor::of(of);
                let view = samskab_platform::view::find_visible_with(&mut sql, &app, &visitor, &slug).await.unwrap();
                let page = samskab_platform::Page::new(&app, &visitor, String::new());
                format!("{:?}", (samskab_files::TOOL.records)(&mut sql, &view, &page).await.unwrap())
            }
        };
        assert!(!records(secretary.clone()).await.contains("Hemmeligsen"), "the archive of whoever may not see it does not hold it");

        // Whoever knows their duty sees it beside the item, and can attach more; nobody else can.
        do_(&house, &format!("{base}/tavshed"), &office, &[]).await;
        assert!(house.get(&page, &office).await.text.contains("Kontrakten med Hemmeligsen"));
        assert_eq!(house.get(&format!("{file}/hent"), &office).await.status, StatusCode::OK);
        assert!(records(secretary.clone()).await.contains("Kontrakten med Hemmeligsen"));
        assert!(attach(office.clone(), "Svaret fra Hemmeligsen").await.status.is_redirection());
        assert!(attach(bo.clone(), "Mit").await.status == StatusCode::NOT_FOUND, "what one may not see one attaches nothing to");
        assert!(house.get(&page, &office).await.text.contains("Svaret fra Hemmeligsen") && !house.get(&files, &office).await.text.contains("Hemmeligsen"));
        let journal: Vec<(String, String)> = house.app.db.read().await.unwrap().all(&JOURNAL, args![]).await.unwrap();
        assert!(journal.iter().all(|(_, payload)| !payload.contains("Hemmeligsen")), "{journal:?}");
        let report = samskab_platform::journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert!(report.faults.is_empty() && report.erased > 0, "the chain holds: {report:?}");

        // Opened again it is for everybody; closed and removed it is gone.
        close("").await;
        assert!(house.get(&files, "").await.text.contains("Svaret fra Hemmeligsen"));
        close("business").await;
        do_(&house, &format!("{page}/fjern"), &office, &[]).await;
        assert_eq!(house.get(&format!("{file}/hent"), &office).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.app.db.read().await.unwrap().count(&FILES, args![]).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn who_came_is_ticked_off_and_the_agenda_keeps_its_order() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida) = (house.cookie(&secretary).await, house.cookie(&members[0]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::hours(5), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let mut points = vec![];
        for title in ["Et", "To", "Tre"] {
            points.push(item(&house, &base, &office, &[("title", title), ("minutes", "20")]).await);
        }
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[2]), &office, &[("way", "up")]).await;
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[0]), &office, &[("way", "up")]).await;
        do_(&house, &format!("/forloeb/{slug}/moeder/punkt/{}/fjern", points[1]), &office, &[]).await;
        assert!(house.send(Method::POST, &format!("/forloeb/{slug}/moeder/punkt/{}/flyt", points[0]), &ida, "way=up").await.is_refusal());
        let page = house.get(&base, "").await.text;
        let at = |id: &str| page.find(&format!("punkt-{id}")).unwrap();
        assert!(at(&points[0]) < at(&points[2]) && !page.contains(&points[1]), "{page}");
        assert!(page.contains("1. </span>Et") && page.contains("2. </span>Tre"), "numbered anew: {page}");

        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming")]).await;
        let path = format!("{base}/deltagere");
        let list = house.get(&path, &office).await.text;
        let keys: Vec<String> = list.split("name=\"listed\" value=\"").skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect();
        assert_eq!(keys.len(), 4, "three members and the secretary");
        let bo = format!("p:{}", members[1].id);
        let ticked: Vec<(&str, &str)> = keys.iter().map(|k| ("listed", k.as_str())).chain([("here", keys[0].as_str()), ("here", bo.as_str())]).collect();
        do_(&house, &path, &office, &ticked).await;
        let list = house.get(&path, &office).await.text;
        assert!(list.contains("2 var der") && list.contains("Kom uden tilmelding"), "{list}");
        assert!(house.get(&format!("{base}/deltagerliste"), &office).await.text.contains("Underskrift"));
        assert!(house.get(&format!("{base}/referat"), &office).await.text.contains("Til stede"));
    }
}

#[tokio::test]
async fn invitations_follow_the_team_whoever_leaves_is_let_go_and_whoever_comes_is_called() {
    for house in House::both().await {
        let (secretary, members, space, slug) = committee(&house, Visibility::Public).await;
        let (office, ida, bo) = (house.cookie(&secretary).await, house.cookie(&members[0]).await, house.cookie(&members[1]).await);
        let id = planned(&house, &secretary, space, Kind::Team, morning() + Duration::days(9), Some(1)).await;
        let open = planned(&house, &secretary, space, Kind::Dialogue, morning() + Duration::days(12), None).await;
        let base = format!("/forloeb/{slug}/moeder/{id}");
        let tick = || async { (samskab_meetings::TOOL.tick)(&house.app).await.unwrap() };
        tick().await;
        assert_eq!(sent(&house.app).await, 0, "nobody is called before somebody calls");
        for meeting in [&id, &open] {
            do_(&house, &format!("/forloeb/{slug}/moeder/{meeting}/indkald"), &office, &[]).await;
        }
        do_(&house, &format!("{base}/svar"), &ida, &[("wish", "coming"), ("needs", "Glutenfri mad")]).await;
        do_(&house, &format!("{base}/svar"), &bo, &[("wish", "coming")]).await;
        assert!(house.get(&base, &bo).await.text.contains("Du er på venteliste"));
        sent(&house.app).await;
        let of = |name: &'static str| {
            let app = &house.app;
            async move {
                sent(app).await;
                all(app).await.into_iter().filter(|m| m.recipient.starts_with(name)).collect::<Vec<OutboxRow>>()
            }
        };
        assert_eq!(of("ida@").await.len(), 2, "called to both");

        // Ida leaves: her seat goes to Bo, the meeting out of her calendar, and her link answers no more.
        do_(&house, &format!("/forloeb/{slug}/hold/forlad"), &ida, &[("role", "member")]).await;
        assert!(house.post(&format!("{base}/svar"), &ida, "wish=coming").await.is_refusal(), "the old link answers no more");
        assert!(!house.get(&base, &ida).await.text.contains("/svar\""), "nor is one asked");
        for _ in 0..2 {
            tick().await;
        }
        let told = of("ida@").await;
        assert_eq!(told.len(), 3, "{}: once: {told:?}", house.kind);
        let left: Vec<_> = told.iter().filter(|m| m.subject.contains("ikke længere i din kalender")).collect();
        let event = parsed(&left[0].calendar).remove(0);
        assert_eq!((left.len(), event["METHOD"].as_str(), event["SEQUENCE"].as_str(), event.get("STATUS")), (1, "CANCEL", "1", None), "{event:?}");
        assert!(event["UID"].starts_with(&id) && !left[0].body.contains("moede.example"), "{}", left[0].body);
        assert_eq!(house.app.db.read().await.unwrap().count(&NEEDS, args![]).await.unwrap(), 0, "what she needed is gone");
        assert!(house.get(&base, &bo).await.text.contains("Du kommer"), "who waits moves up");
        // What happens to the meeting later is not for her; the open one is for everybody, and she is still asked to it.
        let plan = [("title", "Aftenmøde"), ("kind", "team"), ("date", "2026-03-20"), ("from", "19.00"), ("to", "21.00"), ("place", "Kælderen")];
        do_(&house, &format!("{base}/ret"), &office, &plan).await;
        assert_eq!(of("ida@").await.len(), 3);
        assert!(of("bo@").await.iter().any(|m| m.subject.contains("er ændret")));

        // Ulla comes onto the team after the call: she is called once, with the number the calendars have by now; Ida comes back.
        let ulla = house.person("Ulla").await;
        house.role(space, &ulla, Role::Politician).await;
        house.role(space, &members[0], Role::Member).await;
        for _ in 0..2 {
            tick().await;
        }
        let called: Vec<_> = of("ulla@").await.into_iter().filter(|m| m.subject.contains("Du er indkaldt")).collect();
        assert_eq!(called.len(), 2, "to both, once each");
        let again = of("ida@").await;
        let event = again.iter().flat_map(|m| parsed(&m.calendar)).filter(|e| e["UID"].starts_with(&id)).max_by_key(|e| e["SEQUENCE"].parse::<i64>().unwrap());
        let event = event.unwrap();
        assert_eq!((again.len(), event["METHOD"].as_str(), event["SEQUENCE"].as_str()), (4, "REQUEST", "2"), "called again, over the cancellation");
    }
}

#[test]
fn every_act_of_meetings_is_its_own() {
    let mut names: Vec<&str> = ACTS.iter().map(|a| a.name).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!((names.len(), all), (22, 22));
}
