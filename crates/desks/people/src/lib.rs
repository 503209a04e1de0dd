//! People and organisations: what is stored about me, how I am reached, import, helpers, making two persons one.

mod about;
mod about_pages;
mod account;
mod account_pages;
pub mod acts;
mod areas;
mod form;
mod help_pages;
mod import;
mod import_pages;
mod merge;
mod merge_pages;
mod model;
mod organisations;
mod people_pages;
mod store;
mod stored;
mod table;
mod tidy;

use samskab_platform::access::Role;
use samskab_platform::desk::{AdminPage, Aim, Desk, no_attention};

const OFFICE: &[Role] = &[Role::Administrator, Role::Secretary];

/// The desk.
pub const DESK: Desk = Desk {
    name: "people",
    acts: acts::ACTS,
    statements: &[store::STATEMENTS],
    words: samskab_platform::words!("../../../../", "people"),
    routes: || {
        about_pages::routes()
            .merge(account_pages::routes())
            .merge(help_pages::routes())
            .merge(merge_pages::routes())
            .merge(import_pages::routes())
            .merge(people_pages::routes())
            .merge(organisations::routes())
            .merge(areas::routes())
    },
    personal: stored::PERSONAL,
    admin: &[
        AdminPage { aim: Aim::People, word: "people-admin", href: "/administration/personer", roles: OFFICE, attention: no_attention },
        AdminPage { aim: Aim::People, word: "people-import", href: "/administration/personer/indlaes", roles: OFFICE, attention: no_attention },
        AdminPage { aim: Aim::People, word: "people-organisations", href: "/administration/organisationer", roles: OFFICE, attention: no_attention },
        AdminPage { aim: Aim::Spaces, word: "people-areas", href: "/administration/omraader", roles: OFFICE, attention: no_attention },
    ],
    account: &[
        ("account-stored", "/min-side/oplysninger"),
        ("account-correct", "/min-side/oplysninger/ret"),
        ("account-contact", "/min-side/kontakt"),
        ("account-help", "/min-side/hjaelp"),
        ("account-merge", "/min-side/slaa-sammen"),
        ("account-leave", "/min-side/forlad"),
    ],
    mine: |sql, person, page| Box::pin(help_pages::mine(sql, person, page)),
    tick: |app| Box::pin(tidy::tick(app)),
    samples: |_, page| {
        [
            about_pages::samples(page),
            account_pages::samples(page),
            help_pages::samples(page),
            merge_pages::samples(page),
            import_pages::samples(page),
            people_pages::samples(page),
            organisations::samples(page),
            areas::samples(page),
        ]
        .into_iter()
        .flatten()
        .collect()
    },
    ..Desk::NONE
};
