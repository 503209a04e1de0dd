//! What the everyday shows on the space's page and on somebody's own page.

use askama::Template;
use chrono::Duration;
use samskab_platform::db::Sql;
use samskab_platform::tool::{Mine, MinePart, Overview, Todo};
use samskab_platform::{Page, Result, SpaceView};
use uuid::Uuid;

use crate::acts::{COUNT, FOLLOW, MESSAGE};
use crate::day::{self, Shown};
use crate::day_pages::inner;
use crate::{duty_store, house_store, store};

/// Duties stand on somebody's own page so many days ahead.
const AHEAD: i64 = 14;

#[derive(Template)]
#[template(path = "daily_section.html")]
pub(crate) struct Section<'a> {
    pub(crate) page: &'a Page,
    pub(crate) href: String,
    pub(crate) day: Shown,
    pub(crate) inner: bool,
    /// How many came yesterday.
    pub(crate) yesterday: Option<i64>,
}

pub(crate) async fn overview(sql: &mut Sql, view: &SpaceView, page: &Page) -> Result<Overview> {
    let mut out = Overview::default();
    let (today, href) = (page.today(), view.under("dagen"));
    let mut day = day::shown(sql, &view.tools, &view.space, page).await?;
    // What happens today stands on the day's own page.
    day.lines.clear();
    let yesterday = today - Duration::days(1);
    let yesterday = store::days(sql, view.space.id, yesterday, yesterday).await?.pop().map(|d| d.all());
    if view.may(&FOLLOW) {
        let open = house_store::open_incidents(sql, view.space.id).await?;
        if open > 0 {
            let (text, detail) = (page.t1("daily-todo-incidents", "n", open), page.t("daily-todo-incidents-detail"));
            out.todos.push(Todo { order: 5, text, detail, href: view.under("dagen/haendelser"), button: page.t("daily-todo-incidents-button") });
        }
    }
    if let Some(person) = view.person {
        for duty in duty_store::asked_of(sql, view.space.id, person, today).await?.into_iter().take(3) {
            let text = page.t2("daily-todo-asked", "who", &duty.name, "date", day::date(page, &duty.day));
            let detail = page.t(&format!("daily-duty-{}", duty.kind));
            out.todos.push(Todo {
                order: 2,
                text,
                detail,
                href: format!("{}?uge={}", view.under("dagen/vagter"), duty.day),
                button: page.t("daily-todo-asked-button"),
            });
        }
    }
    if view.may(&COUNT) && view.may(&MESSAGE) {
        let (text, detail) = (page.t("daily-todo-count"), page.t("daily-todo-count-detail"));
        out.todos.push(Todo { order: 40, text, detail, href: href.clone(), button: page.t("daily-todo-count-button") });
    }
    out.aside.push((2, Section { page, href, day, inner: inner(view), yesterday }.render()?));
    Ok(out)
}

pub(crate) async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let today = page.today();
    let duty = |d: duty_store::Somewhere| {
        let asked = d.is_asked == Some(true);
        let what = page.t(&format!("daily-duty-{}", d.kind));
        Mine {
            part: if asked { MinePart::Invited } else { MinePart::Next },
            text: if asked { page.t2("daily-mine-asked", "who", &d.name, "what", &what) } else { what },
            detail: format!("{} · {}", d.title, day::date(page, &d.day)),
            href: format!("/forloeb/{}/dagen/vagter?uge={}", d.slug, d.day),
            button: if asked { page.t("daily-todo-asked-button") } else { String::new() },
            tag: None,
        }
    };
    let mut all: Vec<Mine> = duty_store::anywhere(sql, person, today, today + Duration::days(AHEAD)).await?.into_iter().map(duty).collect();
    let key = |(slug, title, name): (String, String, String)| Mine {
        part: MinePart::Invited,
        text: page.t1("daily-mine-key", "key", name),
        detail: title,
        href: format!("/forloeb/{slug}/dagen/mig"),
        button: page.t("daily-mine-key-button"),
        tag: None,
    };
    all.extend(house_store::unagreed(sql, person).await?.into_iter().map(key));
    Ok(all)
}
