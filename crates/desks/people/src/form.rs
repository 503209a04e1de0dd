//! The fields of a person, the same in every form.

use samskab_platform::person::Details;
pub(crate) use samskab_platform::person::spaced;
use samskab_platform::screen::holds_personal_number;
use samskab_platform::{Form, Page};

use crate::model;

/// A form with a person's details in it.
pub(crate) fn details(d: &Details) -> Form {
    let text = |v: &Option<String>| v.clone().unwrap_or_default();
    Form::filled([
        ("name", d.name.clone()),
        ("email", text(&d.email)),
        ("phone", d.phone.as_deref().map(spaced).unwrap_or_default()),
        ("address", text(&d.address)),
        ("title", text(&d.title)),
    ])
}

/// Reads them; who has an address keeps one (`needs_email`).
pub(crate) fn read_details(page: &Page, form: &mut Form, needs_email: bool) -> Details {
    form.called(page, &[("name", "field-name"), ("email", "field-email"), ("phone", "field-phone"), ("address", "field-address"), ("title", "field-title")]);
    let name = form.required(page, "name", 80);
    let email = if needs_email || !form.value("email").trim().is_empty() { Some(form.email(page, "email")) } else { None };
    let written = form.optional(page, "phone", 30);
    let phone = model::phone(&written);
    if !written.is_empty() && phone.is_none() {
        form.wrong1(page, "phone", "form-phone", "text", &written);
    }
    let some = |text: String| Some(text).filter(|t| !t.is_empty());
    let address = form.optional(page, "address", 300);
    let title = form.optional(page, "title", 120);
    for (field, text) in [("name", &name), ("phone", &written), ("address", &address), ("title", &title)] {
        if holds_personal_number(text, page.today()) {
            let words = page.t("form-personal-number");
            form.wrong(field, words);
        }
    }
    Details { name, email, title: some(title), phone, address: some(address) }
}
