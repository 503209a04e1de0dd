//! Pages of one's own: correcting, a new address, contact, leaving.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use samskab_platform::person::{self, Contact, Details, Rhythm};
use samskab_platform::session::Browser;
use samskab_platform::tool::Sample;
use samskab_platform::words::Lang;
use samskab_platform::{Act, App, Error, Form, Page, Result, Visitor, args, assisting, page, session};
use serde::Deserialize;
use uuid::Uuid;

use crate::about_pages::myself;
use crate::account::{self, Proven, Stays};
use crate::acts::{CONTACT, CORRECT, LEAVE};
use crate::store::{self, Asked, Promise};
use crate::{form, merge_pages};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/min-side/oplysninger/ret", get(edit).post(correct))
        .route("/min-side/oplysninger/mail", get(code).post(enter))
        .route("/min-side/kontakt", get(contact).post(choose))
        .route("/min-side/kontakt/hjaelper", post(ask_helper))
        .route("/min-side/kontakt/hjaelper/slut", post(end_helper))
        .route("/min-side/kontakt/hjaelper/{id}", post(answer_helper))
        .route("/min-side/forlad", get(leaving).post(leave))
}

#[derive(Template)]
#[template(path = "correct.html")]
struct Correct {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "address_code.html")]
struct Code {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    page: Page,
    form: Form,
    helper_form: Form,
    contacts: Vec<(String, String)>,
    rhythms: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    helper: Option<String>,
    asked: Option<Asked>,
    asks_me: Vec<Asked>,
}

#[derive(Template)]
#[template(path = "leave_all.html")]
struct Leaving {
    page: Page,
    form: Form,
    stays: Option<Stays>,
    promises: Vec<Promise>,
    me: Uuid,
}

#[derive(Deserialize)]
struct Id {
    #[serde(default)]
    id: String,
}

async fn edit(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let form = form::details(&Details::of(myself(&visitor)?));
    page::html(&Correct { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "account-correct", &[])), form })
}

async fn correct(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &CORRECT).await?;
    let mut template = Correct { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "account-correct", &[])), form };
    let new = form::read_details(&template.page, &mut template.form, me.email.is_some());
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    // The address changes when its code has been entered.
    person::set_details(act.sql(), me.id, &Details { email: me.email.clone(), ..new.clone() }).await?;
    let asked = match new.email.filter(|e| Some(e) != me.email.as_ref()) {
        Some(email) => match account::ask_address(&mut act, &email).await {
            Err(Error::TooMany) => {
                drop(act);
                let text = template.page.t("sign-in-too-many");
                template.form.wrong("email", text);
                return page::not_accepted(&template);
            }
            asked => Some(asked?),
        },
        None => None,
    };
    act.commit().await?;
    Ok(match asked {
        Some(id) => Redirect::to(&format!("/min-side/oplysninger/mail?id={id}")).into_response(),
        None => page::go("/min-side/oplysninger", "corrected"),
    })
}

async fn code(State(app): State<App>, visitor: Visitor, Query(query): Query<Id>) -> Result<Response> {
    myself(&visitor)?;
    let form = Form::filled([("id", query.id)]);
    page::html(&Code { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "address-title", &[])), form })
}

async fn enter(State(app): State<App>, visitor: Visitor, browser: Browser, form: Form) -> Result<Response> {
    myself(&visitor)?;
    let mut act = Act::begin_at_desk(&app, &visitor, &CORRECT).await?;
    let mut template = Code { page: Page::new(&app, &visitor, app.words.say(visitor.lang, "address-title", &[])), form };
    let id: Uuid = template.form.value("id").parse().map_err(|_| Error::BadRequest("error-form"))?;
    let code = template.form.required(&template.page, "code", 20);
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    let proven = account::prove_address(&mut act, id, &code, &browser.device).await?;
    act.commit().await?;
    match proven {
        Proven::Changed => Ok(page::go("/min-side/oplysninger", "address")),
        Proven::Anothers(_) => Ok(Redirect::to(&merge_pages::own_address(id)).into_response()),
        Proven::Wrong => {
            let text = template.page.t("address-wrong-code");
            template.form.wrong("code", text);
            page::not_accepted(&template)
        }
    }
}

async fn contact_page(app: &App, visitor: &Visitor, form: Form, helper_form: Form) -> Result<ContactPage> {
    let me = myself(visitor)?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "account-contact", &[]));
    let mut sql = app.db.read().await?;
    let helper: Option<(Uuid, String)> = sql.maybe(&store::NAMED_HELPER, args![me.id]).await?;
    let asked = sql.maybe(&store::ASKED_BY, args![me.id]).await?;
    let asks_me = sql.all(&store::ASKED_OF, args![me.id]).await?;
    let words = |prefix: &str, key: &str| (key.to_owned(), page.t(&format!("{prefix}-{}-long", key.replace('_', "-"))));
    let contacts = Contact::ALL.iter().map(|c| words("contact", c.key())).collect();
    let rhythms = Rhythm::ALL.iter().map(|r| words("rhythm", r.key())).collect();
    let languages = Lang::ALL.iter().map(|l| (l.tag().to_owned(), page.t(&format!("language-{}", l.tag())))).collect();
    Ok(ContactPage { page, form, helper_form, contacts, rhythms, languages, helper: helper.map(|h| h.1), asked, asks_me })
}

async fn contact(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let me = myself(&visitor)?;
    let form = Form::filled([("contact", me.contact.clone()), ("rhythm", me.rhythm.clone()), ("language", me.language.clone())]);
    page::html(&contact_page(&app, &visitor, form, Form::default()).await?)
}

async fn choose(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &CONTACT).await?;
    let mut template = contact_page(&app, &visitor, form, Form::default()).await?;
    let (page, form) = (&template.page, &mut template.form);
    form.called(page, &[("contact", "field-contact"), ("rhythm", "field-rhythm"), ("language", "field-language")]);
    let contact = Contact::of(form.value("contact"));
    let contact = form.need(page, "contact", contact);
    let rhythm = Rhythm::of(form.value("rhythm"));
    let rhythm = form.need(page, "rhythm", rhythm);
    let missing = match contact {
        Some(Contact::Mail) if me.email.is_none() => Some("contact-no-email"),
        Some(Contact::Text) if me.phone.is_none() => Some("contact-no-phone"),
        Some(Contact::Letter) if me.address.is_none() => Some("contact-no-address"),
        Some(Contact::Phone) if me.phone.is_none() && me.helper_id.is_none() => Some("contact-no-helper"),
        _ => None,
    };
    if let Some(word) = missing {
        let text = page.t(word);
        form.wrong("contact", text);
    }
    let lang = Lang::of(form.value("language"));
    let (Some(contact), Some(rhythm), true) = (contact, rhythm, form.ok()) else {
        drop(act);
        return page::not_accepted(&template);
    };
    account::choose_contact(&mut act, contact, rhythm, lang).await?;
    act.commit().await?;
    Ok(page::go("/min-side/kontakt", "contact"))
}

async fn ask_helper(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let me = myself(&visitor)?.clone();
    let mut act = Act::begin_at_desk(&app, &visitor, &CONTACT).await?;
    let chosen = Form::filled([("contact", me.contact.clone()), ("rhythm", me.rhythm.clone()), ("language", me.language.clone())]);
    let mut template = contact_page(&app, &visitor, chosen, form).await?;
    template.helper_form.called(&template.page, &[("email", "helper-email")]);
    let email = template.helper_form.email(&template.page, "email");
    if me.email.as_deref() == Some(&email) {
        let text = template.page.t("helper-myself");
        template.helper_form.wrong("email", text);
    }
    if !template.helper_form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    account::ask_helper(&mut act, &email).await?;
    act.commit().await?;
    Ok(page::go("/min-side/kontakt", "helper-asked"))
}

async fn answer_helper(State(app): State<App>, visitor: Visitor, Path(id): Path<Uuid>, form: Form) -> Result<Response> {
    myself(&visitor)?;
    let yes = form.value("answer") == "yes";
    let mut act = Act::begin_at_desk(&app, &visitor, &CONTACT).await?;
    account::answer_helper(&mut act, id, yes).await?;
    act.commit().await?;
    // Where helping begins.
    Ok(page::go("/min-side/hjaelp", if yes { "helper-yes" } else { "helper-no" }))
}

async fn end_helper(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    myself(&visitor)?;
    let mut act = Act::begin_at_desk(&app, &visitor, &CONTACT).await?;
    account::end_helper(&mut act).await?;
    act.commit().await?;
    Ok(page::go("/min-side/kontakt", "helper-ended"))
}

async fn leaving_page(app: &App, visitor: &Visitor, form: Form) -> Result<Leaving> {
    let me = myself(visitor)?;
    let page = Page::new(app, visitor, app.words.say(visitor.lang, "account-leave", &[]));
    let mut sql = app.db.read().await?;
    let stays = account::stays(&mut sql, app, me).await?;
    let promises = store::open_promises(&mut sql, me.id).await?;
    Ok(Leaving { page, form, stays, promises, me: me.id })
}

async fn leaving(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    page::html(&leaving_page(&app, &visitor, Form::default()).await?)
}

async fn leave(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    myself(&visitor)?;
    let mut template = leaving_page(&app, &visitor, form).await?;
    if template.stays.is_some() {
        return page::not_accepted(&template);
    }
    let mut act = Act::begin_at_desk(&app, &visitor, &LEAVE).await?;
    template.form.called(&template.page, &[("sure", "leave-sure-short"), ("promises", "leave-promises-short")]);
    if !template.promises.is_empty() && !template.form.is("promises", "yes") {
        let text = template.page.t("leave-promises-missing");
        template.form.wrong("promises", text);
    }
    if !template.form.is("sure", "yes") {
        let text = template.page.t("leave-sure-missing");
        template.form.wrong("sure", text);
    }
    if !template.form.ok() {
        drop(act);
        return page::not_accepted(&template);
    }
    account::leave(&mut act).await?;
    act.commit().await?;
    let mut response = page::go("/", "left-all");
    session::take(&mut response, &app);
    assisting::stop(&mut response, &app);
    Ok(response)
}

pub(crate) fn samples(page: &Page) -> Vec<Sample> {
    let mut form = Form::filled([("name", "Ida".to_owned()), ("contact", "mail".to_owned())]);
    form.wrong("name", "Skriv dit navn");
    let asked: Asked = (Uuid::nil(), "Bodil <Holm>".into(), page.now);
    let contact = |form: Form, helper: Option<String>, asked: Option<Asked>| ContactPage {
        page: page.clone(),
        form,
        helper_form: Form::default(),
        contacts: vec![("mail".into(), page.t("contact-mail-long"))],
        rhythms: vec![("daily".into(), page.t("rhythm-daily-long"))],
        languages: vec![("da".into(), page.t("language-da"))],
        helper,
        asks_me: asked.iter().cloned().collect(),
        asked,
    };
    let promise = Promise {
        id: Uuid::nil(),
        slug: "x".into(),
        title: "Ungepolitik".into(),
        what: "Åben <hal>".into(),
        due_on: page.today(),
        doer_id: Uuid::nil(),
        counterpart_id: Uuid::nil(),
        other: "Line".into(),
    };
    let leaving = |stays: Option<Stays>, promises: Vec<Promise>, form: Form| Leaving { page: page.clone(), form, stays, promises, me: Uuid::nil() };
    let mut wrong = Form::default();
    wrong.wrong("sure", page.t("leave-sure-missing"));
    vec![
        ("correct", Correct { page: page.clone(), form: form.clone() }.render()),
        ("address_code", Code { page: page.clone(), form: Form::default() }.render()),
        ("contact", contact(form, Some("Bodil".into()), None).render()),
        ("contact, asked", contact(Form::default(), None, Some(asked)).render()),
        ("leave_all", leaving(None, vec![promise], wrong).render()),
        ("leave_all, held", leaving(Some(Stays::Held(page.today())), vec![], Form::default()).render()),
        ("leave_all, administrator", leaving(Some(Stays::LastAdministrator), vec![], Form::default()).render()),
        ("leave_all, persona", leaving(Some(Stays::Persona), vec![], Form::default()).render()),
    ]
}
