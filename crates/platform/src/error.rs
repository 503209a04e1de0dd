//! What can go wrong, as a person should hear it.
//!
//! A handler returns [`Result`]; the page around it is drawn by the `visitor` layer, in the visitor's language. A wrong
//! field in a form is not an error here: the form is shown again, with what was typed (see [`crate::form`]).

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::assurance::Assurance;
use crate::db::Statement;
use crate::screen::Screened;

/// The result of everything that touches the database or a request.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or this visitor may not know that it does.
    #[error("not found")]
    NotFound,
    /// The visitor must sign in first.
    #[error("sign-in needed")]
    SignIn,
    /// The space asks for a session that knows more surely who this is.
    #[error("a session of level {} is needed", .0.key())]
    StepUp(Assurance),
    /// The visitor's roles do not allow this act here.
    #[error("the act {0} is not allowed here")]
    Forbidden(&'static str),
    /// Something else already has that name, place or number.
    #[error("already taken: {0}")]
    Taken(String),
    /// The request cannot be done as things stand; the word key says why.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// A text looks as if it holds something that must not become public by accident; the author is asked to look again.
    #[error("the act {} stopped before it published something", .0.act)]
    Screened(Box<Screened>),
    /// Too many tries; wait.
    #[error("too many tries")]
    TooMany,
    /// The request itself could not be read; the word key says what.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// The program cannot start like this; the text says what is wrong and what to do.
    #[error("{0}")]
    Startup(String),
    /// The settings are wrong: starting again does not help. The text is as in [`Error::Startup`].
    #[error("{0}")]
    Settings(String),
    /// The database refused; the statement is named.
    #[error("database: {0}")]
    Database(String),
    /// Something that should not happen did.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    pub(crate) fn database(statement: &Statement, error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(e) if e.is_unique_violation() => Error::Taken(statement.name.to_owned()),
            e => Error::Database(format!("{}: {e}", statement.name)),
        }
    }

    /// The HTTP status and the word key (`error-…`) of the page that explains it.
    #[must_use]
    pub fn status_and_word(&self) -> (StatusCode, &'static str) {
        match self {
            Error::NotFound => (StatusCode::NOT_FOUND, "error-not-found"),
            Error::SignIn => (StatusCode::UNAUTHORIZED, "error-sign-in"),
            Error::StepUp(_) => (StatusCode::FORBIDDEN, "error-step-up"),
            Error::Forbidden(_) => (StatusCode::FORBIDDEN, "error-forbidden"),
            Error::Taken(_) => (StatusCode::CONFLICT, "error-taken"),
            Error::Refused(word) => (StatusCode::CONFLICT, word),
            Error::Screened(_) => (StatusCode::UNPROCESSABLE_ENTITY, "error-screened"),
            Error::TooMany => (StatusCode::TOO_MANY_REQUESTS, "error-too-many"),
            Error::BadRequest(word) => (StatusCode::BAD_REQUEST, word),
            Error::Startup(_) | Error::Settings(_) | Error::Database(_) | Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-internal"),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(e: sqlx::Error) -> Self {
        Error::Database(e.to_string())
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(e: sqlx::migrate::MigrateError) -> Self {
        Error::Startup(format!("the database's tables cannot be brought up to date: {e}"))
    }
}

impl From<askama::Error> for Error {
    fn from(e: askama::Error) -> Self {
        Error::Internal(format!("template: {e}"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(e: serde_json::Error) -> Self {
        Error::Internal(format!("json: {e}"))
    }
}

/// Left in the response so that the `visitor` layer can draw the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorPage {
    pub(crate) word: &'static str,
    /// The level a session must have, where that is what is missing.
    pub(crate) needs: Option<Assurance>,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, word) = self.status_and_word();
        if status.is_server_error() {
            tracing::error!(error = %self, "request failed");
        }
        let needs = if let Error::StepUp(level) = self { Some(level) } else { None };
        let mut response = status.into_response();
        if let Error::Screened(screened) = self {
            // The visitor layer has the form, and shows the page around it.
            response.extensions_mut().insert(Arc::<Screened>::from(screened));
            return response;
        }
        response.extensions_mut().insert(ErrorPage { word, needs });
        response
    }
}
