//! Elections at a general meeting: who stands, the count, a tie.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use samskab_platform::{Act, App, Error, Form, Page, Result, SpaceView, Visitor, page};
use uuid::Uuid;

use crate::acts::COUNT;
use crate::board_pages::posts;
use crate::meeting_pages::{at, count_line, under};
use crate::meeting_store::{self, Candidate, Election};
use crate::meetings::{self, Count, standing};
use crate::model::{Impossible, Post, Tally, WAYS, term_end};
use crate::{board_store, store};
use samskab_platform::questions::{Questions, options};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening/moede/{id}/valg", get(new).post(create))
        .route("/forloeb/{slug}/forening/valg/{id}", get(show))
        .route("/forloeb/{slug}/forening/valg/{id}/kandidat", post(stand))
        .route("/forloeb/{slug}/forening/valg/{id}/fredsvalg", post(unopposed))
        .route("/forloeb/{slug}/forening/valg/{id}/stemmer", get(write_count).post(count))
        .route("/forloeb/{slug}/forening/valg/{id}/lod", get(write_lot).post(lot))
        .route("/forloeb/{slug}/forening/valg/{id}/fjern", post(drop_election))
}

#[derive(Template)]
#[template(path = "association_election.html")]
pub(crate) struct ElectionPage {
    pub(crate) page: Page,
    pub(crate) election: Election,
    pub(crate) post: String,
    pub(crate) line: String,
    pub(crate) candidates: Vec<Candidate>,
    /// Those the meeting still chooses between, and for how many seats.
    pub(crate) still: usize,
    pub(crate) seats: usize,
    pub(crate) people: Vec<(String, String)>,
    pub(crate) back: String,
}

async fn seen(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    crate::pages::seen(app, visitor, slug).await
}

fn election_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Questions {
    let shown = under(app, visitor, view, "association-election-new", id, "valg", form);
    let posts = posts(&shown.page);
    shown
        .choose("post", "association-election-post", "radios", posts)
        .ask("seats", "association-election-seats", "short")
        .ask("until_on", "association-election-until", "date")
        .button("association-election-begin")
}

async fn new(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    let mut sql = app.db.read().await?;
    let meeting = meeting_store::one(&mut sql, view.space.id, id).await?;
    let rules = store::rules(&mut sql, view.space.id).await?;
    let form = Form::filled([("seats", "1".to_owned()), ("until_on", term_end(meeting.held_on, rules.term_years).to_string())]);
    page::html(&election_form(&app, &visitor, &view, id, form))
}

async fn create(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let meeting = meeting_store::one(act.sql(), view.space.id, id).await?;
    let mut shown = election_form(&app, &visitor, &view, id, form);
    let post = shown.pick("post").and_then(|key| Post::of(&key));
    let (seats, until) = (shown.number("seats", 1..=20), shown.date("until_on"));
    if matches!(post, Some(Post::Chair | Post::Treasurer)) && seats.is_some_and(|n| n != 1) {
        shown.wrong("seats", "association-election-one");
    }
    if until.is_some_and(|d| d <= meeting.held_on) {
        shown.wrong("until_on", "association-seat-backwards");
    }
    let (Some(post), Some(seats), Some(until), true) = (post, seats, until, shown.ok()) else { return page::not_accepted(&shown) };
    let election = meetings::begin_election(&mut act, id, post, seats, until).await?;
    act.commit().await?;
    Ok(page::go(&view.under(&format!("forening/valg/{election}")), "association-election"))
}

async fn show(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    let mut sql = app.db.read().await?;
    let election = meeting_store::election(&mut sql, view.space.id, id).await?;
    let candidates = meeting_store::candidates(&mut sql, id).await?;
    let (still, seats) = standing(&election, &candidates);
    let there = |id: &Uuid| candidates.iter().any(|c| c.person_id == *id);
    let people = board_store::named(&mut sql, view.space.id).await?.into_iter().filter(|(id, _)| !there(id)).map(|(id, name)| (id.to_string(), name)).collect();
    let page = Page::of_space(&app, &visitor, &view, "association-election-title");
    let (post, line) = (page.t(election.post.word()), count_line(&page, &election));
    page::html(&ElectionPage { post, line, back: at(&view, election.meeting_id), still: still.len(), seats, people, candidates, election, page })
}

/// Where an election is shown.
fn here(view: &SpaceView, id: Uuid) -> String {
    view.under(&format!("forening/valg/{id}"))
}

async fn stand(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    if let Ok(person) = form.value("person").parse::<Uuid>() {
        meetings::stand(&mut act, id, person).await?;
        act.commit().await?;
    }
    Ok(page::go(&here(&view, id), ""))
}

async fn unopposed(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    meetings::unopposed(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&here(&view, id), "association-decided"))
}

async fn count_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<(Questions, Vec<Candidate>, usize, Option<i64>)> {
    let mut sql = app.db.read().await?;
    let election = meeting_store::election(&mut sql, view.space.id, id).await?;
    let voters = meeting_store::one(&mut sql, view.space.id, election.meeting_id).await?.voters;
    let (still, seats) = standing(&election, &meeting_store::candidates(&mut sql, id).await?);
    let mut shown =
        Questions::new(app, visitor, view, "association-count", &format!("forening/valg/{id}/stemmer"), form).back(here(view, id), "association-election-back");
    let (lead, ways) = (shown.page.t1("association-count-lead", "seats", seats), options(&shown.page, "association-vote-", &WAYS));
    shown = shown
        .lead(lead)
        .choose("way", "association-count-way", "radios", ways)
        .ask("ballots", "association-count-ballots", "short")
        .ask("blank", "association-resolve-blank", "short")
        .ask("invalid", "association-count-invalid", "short");
    for (at, candidate) in still.iter().enumerate() {
        let label = shown.page.t1("association-count-for", "name", &candidate.name);
        shown = shown.named(format!("votes-{at}"), label, "short");
    }
    Ok((shown.ask("counted_by", "association-count-by", "text"), still, seats, voters))
}

async fn write_count(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    let form = Form::filled([("way", "paper".to_owned()), ("blank", "0".to_owned()), ("invalid", "0".to_owned())]);
    let (shown, still, ..) = count_form(&app, &visitor, &view, id, form).await?;
    if still.is_empty() {
        return Err(Error::Refused("association-election-decided"));
    }
    page::html(&shown)
}

async fn count(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let (mut shown, still, seats, voters) = count_form(&app, &visitor, &view, id, form).await?;
    let way = shown.pick("way");
    let [ballots, blank, invalid] = ["ballots", "blank", "invalid"].map(|name| shown.number(name, 0..=100_000));
    let votes: Vec<i64> = (0..still.len()).filter_map(|at| shown.number(&format!("votes-{at}"), 0..=100_000)).collect();
    let counted_by = shown.required("counted_by", 120);
    let (Some(way), Some(ballots), Some(blank), Some(invalid), true) = (way, ballots, blank, invalid, shown.ok()) else { return page::not_accepted(&shown) };
    if let Some(voters) = voters.filter(|v| ballots > *v) {
        let text = shown.page.t2("association-too-many-votes", "n", ballots, "voters", voters);
        shown.form.wrong("ballots", text);
        return page::not_accepted(&shown);
    }
    let tally = Tally { seats, ballots, blank, invalid, votes };
    if let Err(impossible) = tally.check() {
        match impossible {
            Impossible::Ballots => shown.wrong("ballots", "association-count-ballots-wrong"),
            Impossible::Candidate(at) => shown.wrong(&format!("votes-{at}"), "association-count-candidate-wrong"),
            Impossible::Together => shown.wrong("ballots", "association-count-together-wrong"),
        }
        return page::not_accepted(&shown);
    }
    let decided = meetings::count(&mut act, id, &Count { way, tally, counted_by }).await?;
    act.commit().await?;
    Ok(page::go(&here(&view, id), if decided { "association-decided" } else { "association-tied" }))
}

async fn lot_form(app: &App, visitor: &Visitor, view: &SpaceView, id: Uuid, form: Form) -> Result<(Questions, Vec<Candidate>, usize)> {
    let mut sql = app.db.read().await?;
    let election = meeting_store::election(&mut sql, view.space.id, id).await?;
    let (still, seats) = standing(&election, &meeting_store::candidates(&mut sql, id).await?);
    let mut shown =
        Questions::new(app, visitor, view, "association-lot", &format!("forening/valg/{id}/lod"), form).back(here(view, id), "association-election-back");
    let lead = shown.page.t1("association-lot-lead", "seats", seats);
    shown = shown.lead(lead);
    for candidate in &still {
        shown = shown.named(format!("won-{}", candidate.person_id), candidate.name.clone(), "check");
    }
    Ok((shown.ask("note", "association-lot-note", "text"), still, seats))
}

async fn write_lot(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&COUNT)?;
    page::html(&lot_form(&app, &visitor, &view, id, Form::default()).await?.0)
}

async fn lot(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let (mut shown, still, seats) = lot_form(&app, &visitor, &view, id, form).await?;
    let winners: Vec<Uuid> = still.iter().map(|c| c.person_id).filter(|id| shown.form.is(&format!("won-{id}"), "yes")).collect();
    if winners.len() != seats
        && let Some(first) = still.first()
    {
        let text = shown.page.t1("association-lot-wrong", "seats", seats);
        shown.form.wrong(&format!("won-{}", first.person_id), text);
    }
    let note = shown.required("note", 200);
    if !shown.ok() {
        return page::not_accepted(&shown);
    }
    meetings::lot(&mut act, id, &winners, &note).await?;
    act.commit().await?;
    Ok(page::go(&here(&view, id), "association-decided"))
}

async fn drop_election(State(app): State<App>, visitor: Visitor, Path((slug, id)): Path<(String, Uuid)>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &COUNT).await?;
    let meeting = meetings::drop_election(&mut act, id).await?;
    act.commit().await?;
    Ok(page::go(&at(&view, meeting), "association-dropped"))
}
