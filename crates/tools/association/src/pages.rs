//! The association's front page, becoming a member, and the rules of the bylaws.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use samskab_platform::{Act, App, Form, Page, Result, SpaceView, Visitor, page, view};

use crate::acts::{ACKNOWLEDGE, ASK, DRAFT, ENTER, SETTLE};
use crate::board_store::{self, Seat};
use crate::meeting_store::{self, Meeting};
use crate::members;
use crate::model::Rules;
use crate::paper_store::{self, Certificate, Paper};
use crate::papers::KINDS;
use crate::store::{self, Member, OwnDue};
use samskab_platform::questions::Questions;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/forening", get(front))
        .route("/forloeb/{slug}/forening/bliv-medlem", get(join).post(ask))
        .route("/forloeb/{slug}/forening/regler", get(rules).post(settle))
}

/// The space, with the association's tab.
pub(crate) async fn seen(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView> {
    Ok(view::find_visible(app, visitor, slug).await?.at("forening"))
}

/// What stands of a paper on the front page: its words, its address, and whether it is in force.
pub(crate) struct PaperLine {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) state: String,
    pub(crate) class: &'static str,
}

#[derive(Template)]
#[template(path = "association.html")]
pub(crate) struct FrontPage {
    pub(crate) page: Page,
    pub(crate) members: i64,
    pub(crate) waiting: i64,
    pub(crate) own: Option<Member>,
    /// What the visitor has not paid.
    pub(crate) own_dues: Vec<OwnDue>,
    pub(crate) certificate: Option<Certificate>,
    pub(crate) may_ask: bool,
    /// Whether the visitor is on the board.
    pub(crate) board_member: bool,
    pub(crate) next: Option<Meeting>,
    /// Those planned after it.
    pub(crate) later: Vec<Meeting>,
    pub(crate) held: Vec<Meeting>,
    pub(crate) board: Vec<Seat>,
    pub(crate) papers: Vec<PaperLine>,
    /// What the board does here: word and address.
    pub(crate) desk: Vec<(&'static str, String)>,
}

/// Whom the latest version of a paper waits for, in words.
pub(crate) fn waits_for(page: &Page, p: &Paper) -> String {
    let word = match (p.association_at, p.municipality_at) {
        (Some(_), None) => "association-paper-waits-municipality",
        (None, Some(_)) => "association-paper-waits-association",
        _ => "association-paper-waits",
    };
    page.t1(word, "version", p.version)
}

/// How a paper stands: the one in force, and for those who can say something to it the draft that waits.
pub(crate) fn paper_line(page: &Page, view: &SpaceView, kind: &'static str, path: &str, papers: &[Paper]) -> PaperLine {
    let latest = papers.iter().find(|p| p.kind == kind).filter(|_| view.may(&DRAFT) || view.may(&ACKNOWLEDGE));
    let in_force = papers.iter().filter(|p| p.kind == kind).find(|p| p.in_force_at().is_some());
    let (state, class) = match (in_force, latest) {
        (_, Some(l)) if l.in_force_at().is_none() => (waits_for(page, l), "wait"),
        (Some(p), _) => (page.t1("association-paper-in-force", "version", p.version), "ok"),
        _ => (page.t("association-paper-none"), "plain"),
    };
    PaperLine { title: page.t(&format!("association-{kind}")), href: view.under(&format!("forening/papir/{path}")), state, class }
}

async fn front(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let mut sql = app.db.read().await?;
    let view = view::find_visible_with(&mut sql, &app, &visitor, &slug).await?.at("forening");
    let (page, space) = (Page::of_space(&app, &visitor, &view, "association-title"), view.space.id);
    let (own, certificate) = match view.person {
        Some(person) => (store::of_person(&mut sql, space, person).await?, paper_store::certificate_of(&mut sql, space, person).await?),
        None => (None, None),
    };
    let board_member = view.may(&ENTER);
    let papers = paper_store::of_space(&mut sql, space).await?;
    let mut desk = vec![];
    if board_member {
        for (word, path) in [
            ("association-members", "forening/medlemmer"),
            ("association-dues", "forening/kontingent"),
            ("association-certificates", "forening/boerneattester"),
            ("association-rules", "forening/regler"),
        ] {
            desk.push((word, view.under(path)));
        }
    }
    let (open, held) = meeting_store::of_space(&mut sql, space).await?.into_iter().rev().partition::<Vec<_>, _>(|m| m.closed_at.is_none());
    let mut open = open.into_iter();
    let own_dues = match &own {
        Some(m) => store::dues_of(&mut sql, space, m.person_id).await?.into_iter().filter(|d| d.paid_on.is_none()).collect(),
        None => vec![],
    };
    let may_ask = own.as_ref().is_none_or(|m| m.left_on.is_some()) && (view.person.is_none() || view.may(&ASK));
    page::html(&FrontPage {
        members: store::count(&mut sql, space).await?,
        waiting: if board_member { store::count_waiting(&mut sql, space).await? } else { 0 },
        own,
        own_dues,
        certificate,
        may_ask,
        board_member,
        next: open.next(),
        later: open.collect(),
        held: held.into_iter().rev().collect(),
        board: current(board_store::of_space(&mut sql, space).await?),
        papers: KINDS.iter().map(|(kind, path)| paper_line(&page, &view, kind, path, &papers)).collect(),
        desk,
        page,
    })
}

/// Those who sit on the board now, by post.
pub(crate) fn current(seats: Vec<Seat>) -> Vec<Seat> {
    let mut now: Vec<Seat> = seats.into_iter().filter(|s| s.left_on.is_none()).collect();
    now.sort_by(|a, b| (a.post, &a.name).cmp(&(b.post, &b.name)));
    now
}

fn join_form(app: &App, visitor: &Visitor, view: &SpaceView) -> Questions {
    let shown = Questions::new(app, visitor, view, "association-join", "forening/bliv-medlem", Form::default())
        .back(view.under("forening"), "association-back")
        .button("association-join-button");
    let lead = shown.page.t("association-join-lead");
    shown.lead(lead)
}

async fn join(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&ASK)?;
    let own = match view.person {
        Some(person) => store::of_person(&mut app.db.read().await?, view.space.id, person).await?,
        None => None,
    };
    // Whoever is a member or has asked sees on the front page how it stands.
    if own.is_some_and(|m| m.left_on.is_none()) {
        return Ok(page::go(&view.under("forening"), ""));
    }
    page::html(&join_form(&app, &visitor, &view))
}

async fn ask(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &ASK).await?;
    members::ask(&mut act).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening"), "association-asked"))
}

fn rules_form(app: &App, visitor: &Visitor, view: &SpaceView, form: Form) -> Questions {
    let shown = Questions::new(app, visitor, view, "association-rules", "forening/regler", form).back(view.under("forening"), "association-back");
    let lead = shown.page.t("association-rules-lead");
    shown
        .lead(lead)
        .ask("notice_days", "association-rules-notice", "short")
        .ask("proposal_days", "association-rules-proposals", "short")
        .ask("paid_to_vote", "association-rules-paid", "check")
        .ask("term_years", "association-rules-term", "short")
        .ask("certificate_years", "association-rules-certificate", "short")
        .ask("agenda", "association-rules-agenda", "long")
}

/// What stands on every agenda: as the bylaws say, or as the program suggests.
pub(crate) fn agenda(page: &Page, rules: &Rules) -> String {
    if rules.agenda.is_empty() { page.t("association-agenda-standard").lines().map(str::trim).collect::<Vec<_>>().join("\n") } else { rules.agenda.clone() }
}

async fn rules(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    view.demand(&SETTLE)?;
    let rules = store::rules(&mut app.db.read().await?, view.space.id).await?;
    let page = Page::of_space(&app, &visitor, &view, "association-rules");
    let form = Form::filled([
        ("notice_days", rules.notice_days.to_string()),
        ("proposal_days", rules.proposal_days.to_string()),
        ("paid_to_vote", if rules.paid_to_vote { "yes" } else { "" }.to_owned()),
        ("term_years", rules.term_years.to_string()),
        ("certificate_years", rules.certificate_years.to_string()),
        ("agenda", agenda(&page, &rules)),
    ]);
    page::html(&rules_form(&app, &visitor, &view, form))
}

async fn settle(State(app): State<App>, visitor: Visitor, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let view = seen(&app, &visitor, &slug).await?;
    let mut act = Act::begin(&app, &visitor, view.space.id, &SETTLE).await?;
    let mut shown = rules_form(&app, &visitor, &view, form);
    let (notice, proposals) = (shown.number("notice_days", 1..=90), shown.number("proposal_days", 0..=90));
    let (term, certificate) = (shown.number("term_years", 1..=6), shown.number("certificate_years", 1..=10));
    let agenda = shown.required("agenda", 4_000);
    let (Some(notice_days), Some(proposal_days), Some(term_years), Some(certificate_years), true) = (notice, proposals, term, certificate, shown.ok()) else {
        return page::not_accepted(&shown);
    };
    let paid_to_vote = shown.form.is("paid_to_vote", "yes");
    members::settle(&mut act, &Rules { notice_days, proposal_days, paid_to_vote, term_years, certificate_years, agenda }).await?;
    act.commit().await?;
    Ok(page::go(&view.under("forening"), "association-settled"))
}
