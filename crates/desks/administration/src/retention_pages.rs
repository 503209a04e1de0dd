//! How long things are kept, and what is held back from that.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use samskab_platform::db::Sql;
use samskab_platform::held;
use samskab_platform::tool::Sample;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, choices, desk, page, reading};
use uuid::Uuid;

use crate::acts::{ADMINISTRATOR, HOLD, LIFT, RULE};
use crate::cleaning;
use crate::retention::{self, Kind, Rule};
use crate::store::{self, HoldRow, NewHold};

/// The longest time a hold can be set for, in years; it can be set again.
const YEARS: i64 = 5;

/// A rule with what it would do today.
struct Shown {
    rule: Rule,
    due: i64,
    /// How much there is now, where that is few enough to count.
    now: Option<i64>,
    form: Form,
    open: bool,
}

impl Shown {
    /// The id of a field: plain in the form that came back, which its errors lead to.
    fn id(&self, field: &str) -> String {
        if self.open { field.to_owned() } else { format!("{field}-{}", self.rule.kind.key()) }
    }
}

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    page: Page,
    rules: Vec<Shown>,
    /// The day the rules were last carried out.
    last: Option<chrono::NaiveDate>,
}

#[derive(Template)]
#[template(path = "holds.html")]
struct HoldsPage {
    page: Page,
    holds: Vec<HoldRow>,
    form: Form,
    what: Vec<(String, String)>,
}

async fn retention_page(app: &App, visitor: &Visitor, back: Option<(Kind, Form)>) -> Result<RetentionPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "retention-title", &[]));
    let choices = app.choices();
    let mut sql = app.db.read().await?;
    let due = cleaning::preview(&mut sql, app).await?;
    let waiting = held::stored(&mut sql).await?;
    drop(sql);
    let shown = due.into_iter().map(|(kind, due)| {
        let rule = retention::rule(&choices, kind);
        let sent = back.as_ref().filter(|(k, _)| *k == kind).map(|(_, form)| form.clone());
        let open = sent.is_some();
        let form = sent.unwrap_or_else(|| Form::filled([("days", rule.days.to_string()), ("purpose", rule.purpose.clone())]));
        Shown { rule, due, now: (kind == Kind::Held).then_some(waiting), form, open }
    });
    Ok(RetentionPage { rules: shown.collect(), last: choices.get("retention.last").and_then(|day| day.parse().ok()), page })
}

pub(crate) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    page::html(&retention_page(&app, &visitor, None).await?)
}

pub(crate) async fn set_rule(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &RULE).await?;
    let kind = Kind::ALL.into_iter().find(|k| k.key() == key && !k.is_fixed()).ok_or(Error::NotFound)?;
    let page = Page::new(&app, &visitor, String::new());
    form.called(&page, &[("days", "retention-days"), ("purpose", "retention-purpose")]);
    let default = kind.default();
    let days = form.number(&page, "days", default.least..=default.most);
    let days = form.need(&page, "days", days);
    let purpose = form.optional(&page, "purpose", 300);
    let (Some(days), true) = (days, form.ok()) else {
        drop(act);
        return page::not_accepted(&retention_page(&app, &visitor, Some((kind, form))).await?);
    };
    let before = retention::rule(&app.choices(), kind).days;
    let value = if days == default.days { String::new() } else { days.to_string() };
    choices::choose(&mut act, &format!("retention.{key}"), &value).await?;
    choices::choose(&mut act, &format!("retention.{key}.purpose"), &purpose).await?;
    let space = act.space().id;
    act.record("rule", space, serde_json::json!({ "kept": kind.key(), "before": before, "days": days })).await?;
    act.commit().await?;
    Ok(page::go("/administration/opbevaring", "rule"))
}

async fn holds_page(app: &App, visitor: &Visitor, form: Form) -> Result<HoldsPage> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "holds-title", &[]));
    let holds = store::holds(&mut app.db.read().await?, page.today()).await?;
    let what = ["person", "space"].map(|w| (w.to_owned(), page.t(&format!("hold-{w}")))).to_vec();
    Ok(HoldsPage { page, holds, form, what })
}

pub(crate) async fn show_holds(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    desk::admit(&visitor, ADMINISTRATOR)?;
    page::html(&holds_page(&app, &visitor, Form::filled([("what", "person".to_owned())])).await?)
}

/// Finds the one person or space that is meant; says what to do where there is none or several.
async fn meant(sql: &mut Sql, page: &Page, form: &mut Form) -> Result<Option<(Option<Uuid>, Option<Uuid>)>> {
    let text = form.required(page, "name", 200);
    if text.is_empty() {
        return Ok(None);
    }
    Ok(match form.value("what") {
        "person" => match store::people_called(sql, &text).await?.as_slice() {
            [(id, ..)] => Some((Some(*id), None)),
            [] => {
                form.wrong1(page, "name", "journal-no-person", "text", &text);
                None
            }
            many => {
                let addresses: Vec<&str> = many.iter().filter_map(|p| p.2.as_deref()).collect();
                form.wrong("name", page.t2("journal-many-people", "n", many.len(), "addresses", addresses.join(", ")));
                None
            }
        },
        "space" => match store::spaces_called(sql, &text).await?.as_slice() {
            [(id, ..)] => Some((None, Some(*id))),
            [] => {
                form.wrong1(page, "name", "journal-no-space", "text", &text);
                None
            }
            many => {
                let slugs: Vec<&str> = many.iter().map(|s| s.1.as_str()).collect();
                form.wrong("name", page.t1("hold-many-spaces", "slugs", slugs.join(", ")));
                None
            }
        },
        _ => {
            form.wrong("what", page.t("form-choice"));
            None
        }
    })
}

pub(crate) async fn hold(State(app): State<App>, visitor: Visitor, mut form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &HOLD).await?;
    let page = Page::new(&app, &visitor, String::new());
    form.called(&page, &[("what", "hold-what"), ("name", "hold-name"), ("reason", "hold-reason"), ("until", "hold-until")]);
    let found = meant(act.sql(), &page, &mut form).await?;
    let reason = form.required(&page, "reason", 300);
    let until = form.date(&page, "until");
    let until = form.need(&page, "until", until);
    let today = act.today();
    if until.is_some_and(|day| day < today || (day - today).num_days() > YEARS * 366) {
        form.wrong("until", page.t1("hold-until-wrong", "years", YEARS));
    }
    let (Some((person, space)), Some(until), true) = (found, until, form.ok()) else {
        drop(act);
        return page::not_accepted(&holds_page(&app, &visitor, form).await?);
    };
    let (id, by, at) = (act.new_id(), act.person()?, act.at());
    store::place_hold(act.sql(), id, &NewHold { space, person, reason: &reason, until }, by, at).await?;
    if let Some(person) = person {
        reading::note(act.sql(), &app, Some(by), person, "reading-hold").await?;
    }
    // The municipality's journal is read by many: it keeps that there is a hold, not on whom nor why.
    act.record("hold", id, serde_json::json!({ "until": until })).await?;
    act.commit().await?;
    Ok(page::go("/administration/tilbageholdelse", "hold"))
}

pub(crate) async fn lift(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &LIFT).await?;
    let (by, at) = (act.person()?, act.at());
    if !store::lift_hold(act.sql(), id, by, at).await? {
        return Err(Error::NotFound);
    }
    act.record("hold", id, serde_json::json!({})).await?;
    act.commit().await?;
    Ok(page::go("/administration/tilbageholdelse", "lift"))
}

/// Holds that end within two weeks: somebody must say whether the case is over.
pub(crate) async fn attention(sql: &mut Sql, page: &Page) -> Result<Option<String>> {
    let soon = page.today() + chrono::Duration::days(14);
    let today = page.today();
    let ending = store::holds(sql, today).await?.iter().filter(|h| h.lifted_at.is_none() && h.until >= today && h.until <= soon).count();
    Ok((ending > 0).then(|| page.t1("holds-ending", "n", ending)))
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let shown = |kind: Kind, open, form: Form| Shown {
        rule: Rule { kind, days: 30, purpose: "<formål>".into() },
        due: 3,
        now: (kind == Kind::Held).then_some(2),
        form,
        open,
    };
    let mut wrong = Form::filled([("days", "x".to_owned())]);
    wrong.wrong("days", "Det er ikke et tal");
    let rules = Kind::ALL.into_iter().map(|k| shown(k, k == Kind::Codes, if k == Kind::Codes { wrong.clone() } else { Form::default() })).collect();
    let hold = HoldRow {
        id: Uuid::nil(),
        space: Some("Unge <b>".into()),
        slug: Some("unge".into()),
        person: None,
        reason: "Klagesag".into(),
        until: page.today(),
        placed_by: Some("Sille".into()),
        placed_at: page.now,
        lifted_at: None,
    };
    let past = HoldRow { person: Some("Ida".into()), space: None, slug: None, lifted_at: Some(page.now), ..hold.clone() };
    let mut form = Form::filled([("what", "person".to_owned())]);
    form.wrong("name", "Ingen hedder det");
    let what = vec![("person".to_owned(), "Et menneske".to_owned())];
    vec![
        ("retention", RetentionPage { page: page.clone(), rules, last: Some(page.today()) }.render()),
        ("holds", HoldsPage { page: page.clone(), holds: vec![hold, past], form: Form::default(), what: what.clone() }.render()),
        ("holds, refused", HoldsPage { page: page.clone(), holds: vec![], form, what }.render()),
    ]
}
