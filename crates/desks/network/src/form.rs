//! The one form of an offer: the same for whoever tells themselves and for whoever writes it down for another.

use askama::Template;
use samskab_platform::db::Sql;
use samskab_platform::network::{Check, Kind, LANGUAGES, Part, Times};
use samskab_platform::person::{self, Person};
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{App, Form, Page, Result, Visitor};
use uuid::Uuid;

use crate::model::{FAST, How, Offer, PER_MONTH, WORDS};
use crate::store::{self, Row};

/// The page of the form.
#[derive(Template)]
#[template(path = "network_form.html")]
pub(crate) struct OfferForm {
    pub(crate) page: Page,
    pub(crate) form: Form,
    pub(crate) action: String,
    pub(crate) cancel: String,
    /// For whom somebody of the municipality writes it down.
    pub(crate) whose: Option<String>,
    /// Whether that is somebody who is not here yet: the form asks for their name.
    pub(crate) newcomer: bool,
    /// Whether the day-by-day plan is filled in.
    pub(crate) by_day: bool,
    pub(crate) organisations: Vec<(String, String)>,
    pub(crate) areas: Vec<(String, String)>,
}

/// A field with its choices: value and words.
type Choices = Vec<(String, String)>;

impl OfferForm {
    pub(crate) fn kinds(&self) -> Vec<(String, String, String)> {
        let words = |k: Kind| (k.key().to_owned(), self.page.t(&format!("network-kind-{}", k.key())), self.page.t(&format!("network-kind-{}-long", k.key())));
        Kind::ALL.map(words).to_vec()
    }

    pub(crate) fn days(&self) -> Choices {
        (1..=7).map(|d| (d.to_string(), self.page.t(&format!("network-day-{d}")))).collect()
    }

    pub(crate) fn parts(&self) -> Vec<(String, String, String)> {
        parts(&self.page)
    }

    pub(crate) fn reaches(&self) -> Choices {
        ["area", "all"].map(|r| (r.to_owned(), self.page.t(&format!("network-reach-{r}")))).to_vec()
    }

    pub(crate) fn months(&self) -> Choices {
        months(&self.page)
    }

    pub(crate) fn fasts(&self) -> Choices {
        FAST.map(|f| (f.to_owned(), self.page.t(&format!("network-fast-{f}")))).to_vec()
    }

    pub(crate) fn hows(&self) -> Choices {
        How::ALL.map(|h| (h.key().to_owned(), self.page.t(&format!("network-how-{}", h.key())))).to_vec()
    }

    pub(crate) fn languages(&self) -> Choices {
        languages(&self.page)
    }

    pub(crate) fn has_languages(&self) -> bool {
        LANGUAGES.iter().any(|l| self.form.is("language", l))
    }

    /// Whether a part of a day is ticked in the plan.
    pub(crate) fn ticked(&self, day: &str, part: &str) -> bool {
        self.form.is("grid", &format!("{day}{part}"))
    }
}

/// The parts of a day: value, words, and the hours.
pub(crate) fn parts(page: &Page) -> Vec<(String, String, String)> {
    let words = |p: Part| (p.key().to_owned(), page.t(&format!("network-part-{}", p.key())), page.t(&format!("network-part-{}-hours", p.key())));
    Part::ALL.map(words).to_vec()
}

/// How often at most.
pub(crate) fn months(page: &Page) -> Choices {
    PER_MONTH.map(|n| (n.to_string(), per_month(page, n))).to_vec()
}

/// How often at most, in words.
pub(crate) fn per_month(page: &Page, times: i64) -> String {
    if times == 0 { page.t("network-often") } else { page.t1("network-per-month", "n", times) }
}

/// Languages one may be asked for, in the order of their names.
pub(crate) fn languages(page: &Page) -> Choices {
    let mut all: Choices = LANGUAGES.map(|l| (l.to_owned(), page.t(&format!("network-language-{l}")))).to_vec();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

/// Areas to choose from.
pub(crate) async fn areas(sql: &mut Sql) -> Result<Choices> {
    Ok(person::areas(sql).await?.into_iter().map(|a| (a.id.to_string(), a.name)).collect())
}

/// For whom the form is shown.
pub(crate) enum Whose<'a> {
    /// The visitor themselves.
    Own(&'a Person),
    /// Somebody the visitor writes down for.
    Anothers(&'a Person),
    /// Somebody who is not here yet.
    Newcomer,
}

/// The page, with a form as it was sent or as it begins.
pub(crate) async fn page(sql: &mut Sql, app: &App, visitor: &Visitor, whose: Whose<'_>, title: &str, form: Form, paths: (String, String)) -> Result<OfferForm> {
    let page = Page::new(app, visitor, app.words.say(visitor.lang, title, &[]));
    let (person, name, newcomer) = match whose {
        Whose::Own(person) => (Some(person), None, false),
        Whose::Anothers(person) => (Some(person), Some(person.name.clone()), false),
        Whose::Newcomer => (None, None, true),
    };
    let organisations = match person {
        Some(person) => store::organisations(sql, person.id).await?.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        None => vec![],
    };
    let areas = areas(sql).await?;
    Ok(OfferForm { page, by_day: !form.value("grid").is_empty(), form, action: paths.0, cancel: paths.1, whose: name, newcomer, organisations, areas })
}

/// A form to begin with: what is known already.
pub(crate) async fn empty(sql: &mut Sql, person: Option<&Person>) -> Result<Form> {
    let mut form = Form::filled([("reach", "area".to_owned()), ("most", "0".to_owned()), ("how", How::Phone.key().to_owned())]);
    if let Some(person) = person {
        form.set("phone", person.phone.as_deref().map(person::spaced).unwrap_or_default());
        form.set("area", store::area_of(sql, person.id).await?.map(|a| a.to_string()).unwrap_or_default());
        if person.phone.is_none() && person.email.is_some() {
            form.set("fast", "mail");
        }
    }
    Ok(form)
}

/// A form with an offer in it.
pub(crate) fn filled(row: &Row, person: &Person) -> Form {
    let o = row.offer();
    let mut form = Form::filled([
        ("who", o.organisation.map(|id| id.to_string()).unwrap_or_default()),
        ("area", o.area.map(|id| id.to_string()).unwrap_or_default()),
        ("reach", row.reach.clone()),
        ("words", o.own_words.clone()),
        ("most", o.per_month.to_string()),
        ("fast", o.fast.clone()),
        ("phone", person.phone.as_deref().map(person::spaced).unwrap_or_default()),
        ("date", o.certificate_on.map(|d| d.to_string()).unwrap_or_default()),
        ("how", row.entered_how.clone()),
    ]);
    let mut tick = |name: &str, value: String| form.add(name.to_owned(), value);
    o.can.iter().for_each(|k| tick("kind", k.key().to_owned()));
    o.languages.iter().for_each(|l| tick("language", l.clone()));
    let has = [(Check::Certificate, o.certificate_on.is_some()), (Check::Licence, o.licence), (Check::FirstAid, o.first_aid)];
    has.into_iter().filter(|c| c.1).for_each(|(c, _)| tick("check", c.key().to_owned()));
    match o.times.square() {
        Some((days, parts)) => {
            days.iter().for_each(|d| tick("day", d.to_string()));
            parts.iter().for_each(|p| tick("part", p.key().to_owned()));
        }
        None => o.times.to_string().split(' ').for_each(|t| tick("grid", t.to_owned())),
    }
    form
}

/// What was written, where it is right; what is wrong is noted in the form.
pub(crate) fn read(template: &mut OfferForm, person: Option<&Person>) -> Option<(Offer, Option<String>)> {
    let (page, form) = (&template.page, &mut template.form);
    let labels = [
        ("who", "network-who"),
        ("kind", "network-what"),
        ("words", "network-words"),
        ("area", "network-where"),
        ("reach", "network-reach"),
        ("day", "network-days"),
        ("part", "network-parts"),
        ("most", "network-most"),
        ("fast", "network-fast"),
        ("phone", "field-phone"),
        ("date", "network-certificate-date"),
        ("language", "network-languages"),
    ];
    form.called(page, &labels);
    let organisation = form.choice(page, "who", template.organisations.iter().filter_map(|(id, _)| id.parse().ok()));
    let can: Vec<Kind> = Kind::ALL.into_iter().filter(|k| form.is("kind", k.key())).collect();
    if can.is_empty() {
        form.wrong("kind", page.t("network-wrong-kind"));
    }
    let own_words = form.optional(page, "words", WORDS);
    if holds_personal_number(&own_words, page.today()) {
        form.wrong("words", page.t("form-personal-number"));
    }
    if can.contains(&Kind::Other) && own_words.is_empty() && form.error("words").is_none() {
        form.wrong("words", page.t("network-wrong-other"));
    }
    let area: Option<Uuid> = form.choice(page, "area", template.areas.iter().filter_map(|(id, _)| id.parse().ok()));
    if area.is_none() && !template.areas.is_empty() && form.error("area").is_none() {
        form.wrong("area", page.t("network-wrong-area"));
    }
    let times = times(page, form);
    let per_month = PER_MONTH.into_iter().find(|n| form.value("most") == n.to_string()).unwrap_or(0);
    let fast = form.need(page, "fast", FAST.into_iter().find(|f| form.value("fast") == *f));
    if fast == Some("mail") && person.is_none_or(|p| p.email.is_none()) {
        form.wrong("fast", page.t("network-wrong-mail"));
    }
    let written = form.optional(page, "phone", 30);
    let phone = person::phone(&written);
    if !written.is_empty() && phone.is_none() {
        form.wrong1(page, "phone", "form-phone", "text", &written);
    } else if phone.is_none() && matches!(fast, Some("text" | "phone")) {
        form.wrong("phone", page.t("network-wrong-phone"));
    } else if let Some(number) = person.and_then(|p| p.phone.as_deref()).filter(|_| written.is_empty()) {
        // The number is their account's: other offers and messages may need it, so it is taken away there, and they are told so here.
        form.wrong("phone", page.t("network-wrong-phone-stays"));
        form.set("phone", person::spaced(number));
    }
    let certificate_on = form.date(page, "date");
    if form.is("check", Check::Certificate.key()) && certificate_on.is_none() && form.error("date").is_none() {
        form.wrong("date", page.t("network-wrong-certificate"));
    }
    if certificate_on.is_some_and(|d| d > page.today()) {
        form.wrong("date", page.t("network-wrong-future"));
    }
    if certificate_on.is_some() && !form.is("check", Check::Certificate.key()) {
        // A date says as much as the tick: it is not thrown away because the tick was forgotten.
        form.add("check".to_owned(), Check::Certificate.key().to_owned());
    }
    let languages: Vec<String> = LANGUAGES.into_iter().filter(|l| form.is("language", l)).map(str::to_owned).collect();
    if can.contains(&Kind::Interpret) && languages.is_empty() {
        form.wrong("language", page.t("network-wrong-languages"));
    }
    let (licence, first_aid) = (form.is("check", Check::Licence.key()), form.is("check", Check::FirstAid.key()));
    let wide = form.value("reach") == "all" || area.is_none();
    let fast = fast.filter(|_| form.ok())?.to_owned();
    Some((Offer { organisation, area, wide, can, own_words, times, per_month, fast, certificate_on, licence, first_aid, languages }, phone))
}

/// When: the plan day by day where it is filled in, else every pair of a day and a part.
fn times(page: &Page, form: &mut Form) -> Times {
    let ticked = (1..=7).flat_map(|d| Part::ALL.map(|p| (d, p))).filter(|(d, p)| form.is("grid", &format!("{d}{}", p.key())));
    let by_day = ticked.fold(Times::default(), |all, (d, p)| all.and(Times::at(d, p)));
    if !by_day.is_empty() {
        return by_day;
    }
    let times = Times::crossed(|d| form.is("day", "all") || form.is("day", &d.to_string()), |p| form.is("part", "all") || form.is("part", p.key()));
    let days = form.is("day", "all") || (1..=7).any(|d| form.is("day", &d.to_string()));
    let parts = form.is("part", "all") || Part::ALL.iter().any(|p| form.is("part", p.key()));
    if !days {
        form.wrong("day", page.t("network-wrong-day"));
    }
    if !parts {
        form.wrong("part", page.t("network-wrong-part"));
    }
    times
}
