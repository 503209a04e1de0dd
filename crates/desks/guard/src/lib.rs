//! What stands between a text and its public: the pages where a colleague looks at what was held back, and the list of
//! the municipality's own numbers and addresses. The search itself is [`samskab_platform::screen`].

mod acts;
mod allowed_pages;
mod held_pages;
mod samples;

use axum::Router;
use axum::routing::get;
use futures::future::BoxFuture;
use samskab_platform::access::Role;
use samskab_platform::db::Sql;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};
use samskab_platform::personal::{OnLeave, Personal};
use samskab_platform::tool::{Mine, MinePart};
use samskab_platform::{App, Page, Result, held};
use uuid::Uuid;

pub use acts::ALLOW;

/// The desk.
pub const DESK: Desk = Desk {
    name: "guard",
    acts: &[&held::HOLD, &held::LET_THROUGH, &held::SEND_BACK, &ALLOW],
    words: samskab_platform::words!("../../../../", "guard"),
    routes,
    personal: &[&AUTHOR, &HELPER, &DECIDER],
    admin: &[
        AdminPage { aim: Aim::Trust, word: "guard-admin-held", href: "/administration/gennemsyn", roles: held::MUNICIPAL_LOOKERS, attention: waiting },
        AdminPage {
            aim: Aim::Trust,
            word: "guard-admin-allowed",
            href: "/administration/egne-numre",
            roles: &[Role::Administrator, Role::Secretary],
            attention: no_attention,
        },
    ],
    mine: |sql, person, page| Box::pin(mine(sql, person, page)),
    tick: |app| Box::pin(held::tidy(app)),
    samples: samples::samples,
    ..Desk::NONE
};

const AUTHOR: Personal = Personal {
    table: "held",
    column: "author_id",
    word: "personal-held",
    shows: &["act", "kinds", "at", "decided_at", "outcome"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Delete,
};

const HELPER: Personal = Personal {
    table: "held",
    column: "helper_id",
    word: "personal-held-helper",
    shows: &["act", "kinds", "at", "decided_at", "outcome"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Empty,
};

const DECIDER: Personal = Personal {
    table: "held",
    column: "decided_by",
    word: "personal-held-decided",
    shows: &["act", "kinds", "decided_at", "outcome"],
    key: &["id"],
    unique_with: None,
    on_leave: OnLeave::Empty,
};

fn routes() -> Router<App> {
    Router::new()
        .route("/forloeb/{slug}/gennemsyn", get(held_pages::of_space))
        .route("/forloeb/{slug}/gennemsyn/{id}", get(held_pages::look_in_space).post(held_pages::decide_in_space))
        .route("/administration/gennemsyn", get(held_pages::everywhere))
        .route("/administration/gennemsyn/{id}", get(held_pages::look).post(held_pages::decide))
        .route("/administration/egne-numre", get(allowed_pages::show).post(allowed_pages::write))
}

/// On somebody's own page: the spaces where a text waits for them.
async fn mine(sql: &mut Sql, person: Uuid, page: &Page) -> Result<Vec<Mine>> {
    let line = |(slug, space, n): (String, String, i64)| Mine {
        part: MinePart::Next,
        text: page.t1("guard-todo", "n", n),
        detail: space,
        href: format!("/forloeb/{slug}/gennemsyn"),
        button: page.t("guard-todo-button"),
        tag: None,
    };
    Ok(held::of_looker(sql, person).await?.into_iter().map(line).collect())
}

fn waiting<'a>(sql: &'a mut Sql, page: &'a Page) -> BoxFuture<'a, Result<Option<String>>> {
    Box::pin(async {
        let n = held::waiting(sql).await?;
        Ok((n > 0).then(|| page.t1("guard-waiting", "n", n)))
    })
}
