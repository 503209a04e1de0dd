//! Reading in a list of people: upload or paste, look, read in, take back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use samskab_platform::access::{OF_SEALED, ROLES, Role, Visibility};
use samskab_platform::desk::admit;
use samskab_platform::person;
use samskab_platform::screen::holds_personal_number;
use samskab_platform::space;
use samskab_platform::tool::Sample;
use samskab_platform::upload::{self, Refusal, Room};
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, page};
use uuid::Uuid;

use crate::acts::{IMPORT, UNDO_IMPORT};
use crate::import::{self, Fate, Left, Planned, Target};
use crate::people_pages::OFFICE;
use crate::store::{self, Import, ImportRow};
use crate::table::{self, Entry, Fault, Field, Sheet};

/// Rows shown in the preview: all that are bad, and so many of the others.
const SHOWN: usize = 200;
/// Bytes of a list; 5,000 people take about half of it.
const MAX_BYTES: usize = 1_000_000;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/administration/personer/indlaes", get(start).post(look))
        .route("/administration/personer/indlaes/udfoer", post(carry_out))
        .route("/administration/personer/indlaes/{id}", get(result))
        .route("/administration/personer/indlaes/{id}/fejl.csv", get(bad_rows))
        .route("/administration/personer/indlaes/{id}/fortryd", post(undo))
}

#[derive(Template)]
#[template(path = "import_start.html")]
struct Start {
    page: Page,
    form: Form,
    spaces: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    imports: Vec<Import>,
}

/// A row of the preview.
struct Row {
    line: u64,
    name: String,
    reach: String,
    class: &'static str,
    fate: String,
    cure: String,
}

#[derive(Template)]
#[template(path = "import_look.html")]
struct Look {
    page: Page,
    form: Form,
    text: String,
    /// Each column: its field in the form, heading, an example, what it is taken for.
    columns: Vec<(String, String, String, String)>,
    fields: Vec<(String, String)>,
    rows: Vec<Row>,
    added: usize,
    updated: usize,
    same: usize,
    bad: usize,
    hidden: usize,
    target: Vec<String>,
}

#[derive(Template)]
#[template(path = "import_result.html")]
struct Done {
    page: Page,
    import: Import,
    rows: Vec<ImportRow>,
    left: Left,
}

async fn start_page(app: &App, visitor: &Visitor, form: Form) -> Result<Start> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "people-import", &[]));
    let mut sql = app.db.read().await?;
    let spaces: Vec<(Uuid, String, String)> = sql.all(&store::SPACES, args![]).await?;
    let roles = offered_roles(visitor).iter().map(|r| (r.key().to_owned(), page.t(&format!("role-{}", r.key())))).collect();
    let organisations = store::organisations(&mut sql).await?.into_iter().map(|o| (o.id.to_string(), o.name)).collect();
    let areas = person::areas(&mut sql).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect();
    let imports = sql.all(&store::IMPORTS, args![]).await?;
    Ok(Start { page, form, spaces: spaces.into_iter().map(|(id, _, title)| (id.to_string(), title)).collect(), roles, organisations, areas, imports })
}

/// The roles a list can give. Only an administrator gives those that carry work for the municipality.
fn offered_roles(visitor: &Visitor) -> Vec<Role> {
    let administrator = visitor.municipal_roles.contains(&Role::Administrator);
    let trusted = [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council, Role::Counterpart];
    ROLES.into_iter().filter(|r| *r != Role::Administrator && !OF_SEALED.contains(r) && (administrator || !trusted.contains(r))).collect()
}

async fn start(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&start_page(&app, &visitor, Form::default()).await?)
}

/// The form and its list, once it is known that the visitor may send one.
async fn read_request(page: &Page, request: Request) -> Result<(Form, Option<String>)> {
    let (mut form, files) = upload::read(request, Room { file: MAX_BYTES, files: 1, text: MAX_BYTES }).await?;
    let text = match files.into_iter().find(|f| f.field == "file") {
        Some(file) => file.text(),
        None => Ok(form.value("text").to_owned()),
    };
    let text = text.map_err(|refusal| match refusal {
        Refusal::NotText => page.t("import-no-text"),
        Refusal::TooLarge(_) => page.t("import-too-long"),
        _ => refusal.say(page),
    });
    Ok(match text {
        Ok(text) => (form, Some(text)),
        Err(said) => {
            form.wrong("text", said);
            (form, None)
        }
    })
}

/// Where the list is read in to, as the form says.
async fn target(app: &App, visitor: &Visitor, page: &Page, form: &mut Form) -> Result<(Target, Vec<String>)> {
    let mut sql = app.db.read().await?;
    let mut target = Target { welcome: form.is("welcome", "yes"), ..Target::default() };
    let mut said = vec![];
    if let Ok(id) = form.value("space").parse::<Uuid>() {
        let space = space::by_id(&mut sql, id).await?;
        // Into a sealed space nobody comes from outside, and nobody learns that it is there.
        if space.visibility == Visibility::Sealed {
            return Err(Error::NotFound);
        }
        let role = Role::of(form.value("role")).filter(|r| offered_roles(visitor).contains(r));
        if let Some(role) = form.need(page, "role", role) {
            said.push(page.t2("import-to-space", "space", &space.title, "role", page.t(&format!("role-{}", role.key()))));
            target.space = Some((space, role)).filter(|(s, _)| s.slug != space::MUNICIPALITY);
        }
    }
    if let Ok(id) = form.value("organisation").parse::<Uuid>() {
        let organisation: person::Organisation = sql.one(&person::ORGANISATION, args![id]).await?;
        said.push(page.t1("import-to-organisation", "name", &organisation.name));
        target.organisation = Some(organisation.id);
    }
    if let Ok(id) = form.value("area").parse::<Uuid>() {
        let area: person::Area = sql.one(&person::AREA_BY_ID, args![id]).await?;
        said.push(page.t1("import-to-area", "name", &area.name));
        target.area = Some(area.id);
    }
    if said.is_empty() {
        said.push(page.t("import-to-municipality"));
    }
    said.push(page.t(if target.welcome { "import-welcome-yes" } else { "import-welcome-no" }));
    Ok((target, said))
}

/// Which column holds what: as chosen, or else as guessed.
fn mapping(sheet: &Sheet, form: &Form) -> Vec<Option<Field>> {
    if !form.is("mapped", "yes") {
        return table::guess(sheet);
    }
    (0..sheet.headings.len()).map(|i| Field::of(form.value(&format!("column-{i}")))).collect()
}

async fn look(State(app): State<App>, visitor: Visitor, request: Request) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let (form, text) = read_request(&Page::new(&app, &visitor, String::new()), request).await?;
    let mut template = start_page(&app, &visitor, form).await?;
    let (page, form) = (template.page.clone(), &mut template.form);
    form.called(&page, &[("text", "import-text"), ("role", "field-role"), ("space", "field-space")]);
    let (_, said) = target(&app, &visitor, &page, form).await?;
    let sheet = match text.as_deref().map(table::read) {
        Some(Ok(sheet)) => Some(sheet),
        Some(Err(fault)) => {
            form.wrong("text", page.t(fault.word()));
            None
        }
        None => None,
    };
    let (Some(sheet), Some(text), true) = (sheet, text, form.ok()) else {
        return page::not_accepted(&template);
    };
    page::html(&preview(&app, page, template.form, sheet, text, said).await?)
}

async fn preview(app: &App, page: Page, form: Form, sheet: Sheet, text: String, target: Vec<String>) -> Result<Look> {
    let fields = mapping(&sheet, &form);
    let planned = import::plan(&mut app.db.read().await?, &sheet, &fields, page.today()).await?;
    let count = |f: fn(&Fate) -> bool| planned.iter().filter(|p| f(&p.fate)).count();
    let bad = count(|f| matches!(f, Fate::Bad(_)));
    // The bad ones first: they are what one has to look at.
    let (wrong, right): (Vec<&Planned>, Vec<&Planned>) = planned.iter().partition(|p| matches!(p.fate, Fate::Bad(_)));
    let hidden = right.len().saturating_sub(SHOWN);
    let rows = wrong.into_iter().chain(right.into_iter().take(SHOWN)).map(|p| shown(&page, p)).collect();
    let columns = sheet
        .headings
        .iter()
        .enumerate()
        .map(|(i, heading)| {
            let example = sheet.rows.iter().filter_map(|(_, cells)| cells.get(i)).find(|c| !c.is_empty()).cloned().unwrap_or_default();
            (format!("column-{i}"), heading.clone(), example, fields[i].map_or("", Field::key).to_owned())
        })
        .collect();
    let words = Field::ALL.iter().map(|f| (f.key().to_owned(), page.t(&format!("import-field-{}", f.key())))).collect();
    Ok(Look {
        added: count(|f| *f == Fate::New),
        updated: count(|f| matches!(f, Fate::Updated(..))),
        same: count(|f| matches!(f, Fate::Same(_))),
        bad,
        hidden,
        rows,
        columns,
        fields: words,
        page,
        form,
        text,
        target,
    })
}

fn shown(page: &Page, p: &Planned) -> Row {
    let (class, fate, cure) = match &p.fate {
        Fate::New => ("ok", page.t("import-new"), String::new()),
        Fate::Same(_) => ("plain", page.t("import-same"), String::new()),
        Fate::Updated(_, fields) => {
            let words: Vec<String> = fields.iter().map(|w| page.t(w).to_lowercase()).collect();
            ("wait", page.t1("import-updated", "fields", words.join(", ")), String::new())
        }
        Fate::Bad(fault) => {
            let (what, cure) = import::said(page, fault);
            ("late", what, cure)
        }
    };
    let name = if p.entry.name.is_empty() {
        p.cells.iter().filter(|c| !c.trim().is_empty() && !holds_personal_number(c, page.today())).cloned().collect::<Vec<_>>().join(" · ")
    } else {
        p.entry.name.clone()
    };
    let reach = [p.entry.email.clone(), p.entry.phone.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Row { line: p.line, name, reach, class, fate, cure }
}

async fn carry_out(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &IMPORT).await?;
    let page = Page::new(&app, &visitor, app.words.say(visitor.lang, "people-import", &[]));
    let mut form = form;
    let text = form.value("text").to_owned();
    let Ok(sheet) = table::read(&text) else { return Err(Error::BadRequest("error-form")) };
    let (target, said) = target(&app, &visitor, &page, &mut form).await?;
    if !form.ok() {
        return Err(Error::BadRequest("error-form"));
    }
    // Another choice of columns is looked at once more before anything is written.
    if form.is("again", "yes") {
        drop(act);
        return page::html(&preview(&app, page, form, sheet, text, said).await?);
    }
    let planned = import::plan(act.sql(), &sheet, &mapping(&sheet, &form), page.today()).await?;
    let id = import::carry_out(&mut act, &page, &sheet, &planned, &target).await?;
    act.commit().await?;
    Ok(page::go(&format!("/administration/personer/indlaes/{id}"), "list-imported"))
}

async fn result_page(app: &App, visitor: &Visitor, id: Uuid, left: Left) -> Result<Done> {
    let mut sql = app.db.read().await?;
    let import: Import = sql.one(&store::ONE_IMPORT, args![id]).await?;
    let rows: Vec<ImportRow> = sql.all(&store::IMPORT_ROWS, args![id]).await?;
    let title = if import.undone_at.is_some() { "import-was-undone" } else { "import-result" };
    let page = Page::new(app, visitor, app.words.say(visitor.lang, title, &[]));
    Ok(Done { page, import, rows: rows.into_iter().filter(|r| r.what != "same").take(SHOWN).collect(), left })
}

async fn result(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    page::html(&result_page(&app, &visitor, id, vec![]).await?)
}

async fn bad_rows(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    admit(&visitor, OFFICE)?;
    let (rows,): (String,) = app.db.read().await?.one(&store::BAD_ROWS, args![id]).await?;
    if rows.is_empty() {
        return Err(Error::NotFound);
    }
    let mut response = rows.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    response.headers_mut().insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"fejl.csv\""));
    Ok(response)
}

async fn undo(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response> {
    let mut act = Act::begin_at_desk(&app, &visitor, &UNDO_IMPORT).await?;
    let left = import::undo(&mut act, id).await?;
    act.commit().await?;
    if left.is_empty() {
        return Ok(page::go(&format!("/administration/personer/indlaes/{id}"), "import-undone"));
    }
    page::html(&result_page(&app, &visitor, id, left).await?)
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let import = |undone: bool, bad: i64| Import {
        id: Uuid::nil(),
        made_at: page.now,
        made_by: "Sille".into(),
        space: Some("Ungepolitik".into()),
        role: Some("member".into()),
        organisation: Some("Lauget".into()),
        added: 3,
        updated: 1,
        bad,
        undone_at: undone.then_some(page.now),
    };
    let mut wrong = Form::default();
    wrong.wrong("text", page.t("import-empty"));
    let start = |form: Form, imports: Vec<Import>| Start {
        page: page.clone(),
        form,
        spaces: vec![("1".into(), "Ungepolitik".into())],
        roles: vec![("member".into(), page.t("role-member"))],
        organisations: vec![],
        areas: vec![],
        imports,
    };
    let planned = |fate: Fate| Planned {
        line: 2,
        cells: vec!["=Ida".into(), "<b>".into()],
        entry: Entry { name: "Ida <Holm>".into(), email: Some("ida@x.example".into()), ..Entry::default() },
        organisation: None,
        details: person::Details::default(),
        fate,
    };
    let faults = [
        "import-bad-cells",
        "import-bad-personal-number",
        "import-bad-no-name",
        "import-bad-long-name",
        "import-bad-email",
        "import-bad-phone",
        "import-bad-long-address",
        "import-bad-organisation",
        "import-bad-twice",
        "import-bad-same-person",
    ];
    let mut fates = vec![Fate::New, Fate::Same(Uuid::nil()), Fate::Updated(Uuid::nil(), vec!["field-phone", "field-title"])];
    fates.extend(faults.map(|word| Fate::Bad(Fault { word, text: "7".into() })));
    let look = |bad: usize, hidden: usize| Look {
        page: page.clone(),
        form: Form::default(),
        text: "Navn\nIda".into(),
        columns: vec![("column-0".into(), "Navn".into(), "Ida".into(), "name".into())],
        fields: Field::ALL.iter().map(|f| (f.key().to_owned(), page.t(&format!("import-field-{}", f.key())))).collect(),
        rows: fates.iter().map(|f| shown(page, &planned(f.clone()))).collect(),
        added: 3,
        updated: 1,
        same: 1,
        bad,
        hidden,
        target: vec![page.t("import-to-municipality"), page.t("import-welcome-yes")],
    };
    let row = |what: &str| ImportRow {
        line: 2,
        person_id: Uuid::nil(),
        name: "Ida".into(),
        what: what.into(),
        before: "{}".into(),
        after: "{}".into(),
        gave_role: true,
        gave_place: false,
    };
    let left: Left = ["import-left-mail", "import-left-again", "import-left-signed-in", "import-left-used", "import-left-changed"]
        .into_iter()
        .map(|word| (Uuid::nil(), "Ida".to_owned(), word))
        .collect();
    vec![
        ("import_start", start(wrong, vec![import(false, 0), import(true, 2)]).render()),
        ("import_start, first", start(Form::default(), vec![]).render()),
        ("import_look", look(10, 300).render()),
        ("import_look, good", look(0, 0).render()),
        ("import_result", Done { page: page.clone(), import: import(false, 2), rows: vec![row("new"), row("updated")], left: vec![] }.render()),
        ("import_result, undone", Done { page: page.clone(), import: import(true, 0), rows: vec![], left }.render()),
    ]
}
