//! The language switch.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::App;
use crate::error::Result;
use crate::form::Form;
use crate::pages::mine::safe_next;
use crate::person;
use crate::visitor::{LANGUAGE_COOKIE, Visitor, set_cookie};
use crate::words::Lang;

pub(crate) async fn language(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    let lang = Lang::of(form.value("lang"));
    // Who helps somebody chooses for themselves.
    if let Some(person) = visitor.helper.as_ref().or(visitor.person.as_ref()) {
        let mut sql = app.db.write().await?;
        person::set_language(&mut sql, person.id, lang).await?;
        sql.commit().await?;
    }
    let next = safe_next(form.value("next"));
    let mut response = Redirect::to(if next.is_empty() { "/" } else { next }).into_response();
    set_cookie(&mut response, &app, LANGUAGE_COOKIE, lang.tag(), 365 * 24 * 3600);
    Ok(response)
}
