//! Signing in: codes by mail, passkeys, other providers, codes on paper, sessions; one person with several ways in.

mod account;
mod account_pages;
mod acts;
mod admin_pages;
mod again_pages;
mod arrival;
mod ceremony;
mod code_pages;
mod letter_pages;
mod letters;
mod level_pages;
mod model;
mod openid;
mod openid_pages;
mod passkey_pages;
mod passkeys;
mod personal;
mod samples;
mod sign_in_pages;
mod store;

use axum::Router;
use axum::routing::{get, post};
use samskab_platform::App;
use samskab_platform::access::Role;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};

/// The desk.
pub const DESK: Desk = Desk {
    name: "ways_in",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "ways_in"),
    routes,
    personal: personal::PERSONAL,
    admin: &[
        AdminPage { aim: Aim::Trust, word: "admin-ways", href: "/administration/log-ind", roles: &[Role::Administrator], attention: no_attention },
        AdminPage { aim: Aim::Reach, word: "admin-code-letters", href: "/administration/breve", roles: &[Role::Secretary], attention: no_attention },
    ],
    account: &[("account-ways", "/min-side/log-ind")],
    samples: samples::samples,
    ..Desk::NONE
};

fn routes() -> Router<App> {
    Router::new()
        .route("/log-ind", get(sign_in_pages::ask).post(sign_in_pages::send))
        .route("/log-ind/kode", get(sign_in_pages::code).post(sign_in_pages::enter))
        .route("/log-ud", post(sign_in_pages::sign_out))
        .route("/log-ud/alle", post(account_pages::end_all))
        .route("/log-ud/hos/{key}", get(sign_in_pages::signed_out))
        .route("/log-ind/noegle/begynd", post(passkey_pages::begin_sign_in))
        .route("/log-ind/noegle", post(passkey_pages::sign_in))
        .route("/log-ind/hos/{key}", get(openid_pages::go))
        .route("/log-ind/sikrere", get(sign_in_pages::surer))
        .route("/log-ind/retur", get(openid_pages::come_back))
        .route("/log-ind/hvem", get(openid_pages::who).post(openid_pages::answer))
        .route("/log-ind/hvem/kode", get(openid_pages::code).post(openid_pages::prove))
        .route("/kode", get(code_pages::ask).post(code_pages::enter))
        .route("/kode/deltag", post(code_pages::join))
        .route("/min-side/log-ind", get(account_pages::show))
        .route("/min-side/log-ind/noegle/begynd", post(passkey_pages::begin_making))
        .route("/min-side/log-ind/noegle", post(passkey_pages::make))
        .route("/min-side/log-ind/noegle/{id}", post(passkey_pages::rename))
        .route("/min-side/log-ind/noegle/{id}/fjern", post(passkey_pages::remove))
        .route("/min-side/log-ind/identitet/{id}/fjern", post(account_pages::remove_identity))
        .route("/min-side/log-ind/browser/{id}/slut", post(account_pages::end_session))
        .route("/min-side/log-ind/koder", post(account_pages::new_codes))
        .route("/administration/log-ind", get(admin_pages::show).post(admin_pages::save))
        .route("/administration/log-ind/brev", get(again_pages::show))
        .route("/administration/log-ind/brev/{id}", post(again_pages::make))
        .route("/administration/breve", get(letter_pages::show).post(letter_pages::make))
        .route("/administration/breve/{id}/stop", post(letter_pages::stop))
        .route("/forloeb/{slug}/sikkerhed", get(level_pages::show).post(level_pages::save))
}
