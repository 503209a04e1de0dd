//! What became of recommendations as a feed: Atom (RFC 4287), written with care for what XML allows.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use samskab_platform::Page;
use uuid::Uuid;

use crate::at_once_store::Begun;
use crate::followup::AT_ONCE;
use crate::followup_store::{Deed, Followed};
use crate::followup_table::Rows;

/// A feed: what it is called, its own address, and the page it belongs to (both whole addresses).
pub(crate) struct Feed<'a> {
    pub(crate) title: String,
    pub(crate) own: String,
    pub(crate) page: String,
    pub(crate) rows: &'a Rows,
    /// When what things came of was first said.
    pub(crate) said: &'a BTreeMap<Uuid, DateTime<Utc>>,
}

/// Text as it may stand in XML 1.0: no sign that ends it, and none that XML does not know.
fn text(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            // https://www.w3.org/TR/xml/#charsets
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// When something last happened to a recommendation or to what came of it.
fn moved(r: &Followed, deeds: &[Deed]) -> DateTime<Utc> {
    deeds.iter().filter(|d| d.source_id == Some(r.id)).map(|d| d.moved_at).max().map_or(r.moved_at, |at| at.max(r.moved_at))
}

/// Writes the feed; the latest first.
pub(crate) fn write(page: &Page, feed: &Feed<'_>) -> String {
    let base = &page.app().settings.base_url;
    let mut entries: Vec<Entry> = feed.rows.recommendations.iter().map(|r| of_recommendation(page, r, &feed.rows.deeds)).collect();
    entries.extend(feed.rows.begun.iter().map(|b| of_begun(page, b, feed.said)));
    entries.sort_by_key(|e| (std::cmp::Reverse(e.updated), e.id));
    let updated = entries.first().map_or(page.now, |e| e.updated);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{own}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        page.lang.tag(),
        text(&feed.title),
        moment(updated),
        text(&page.municipality),
        text(&feed.page),
        own = text(&feed.own),
    );
    for e in &entries {
        entry(&mut out, base, e);
    }
    out.push_str("</feed>\n");
    out
}

/// What stands of one thing.
struct Entry {
    id: Uuid,
    title: String,
    updated: DateTime<Utc>,
    published: DateTime<Utc>,
    href: String,
    term: String,
    label: String,
    said: Vec<String>,
}

fn of_deed(page: &Page, d: &Deed) -> String {
    let what: &str = &d.what;
    page.ta("followup-entry-deed", &[("what", &what), ("who", &d.who()), ("date", &page.date(&d.due_on)), ("status", &d.status(page).1)])
}

fn of_recommendation(page: &Page, r: &Followed, deeds: &[Deed]) -> Entry {
    let mut said = vec![r.detail(page)];
    said.extend(r.reason.clone());
    said.extend(deeds.iter().filter(|d| d.source_id == Some(r.id)).map(|d| of_deed(page, d)));
    Entry {
        id: r.id,
        title: page.t3("followup-entry", "status", page.t(r.word()), "title", &r.title, "space", &r.space),
        updated: moved(r, deeds),
        published: r.submitted_at.unwrap_or(r.moved_at),
        href: r.href(),
        term: if r.outcome.is_empty() { "waiting".to_owned() } else { r.outcome.clone() },
        label: page.t(r.word()),
        said,
    }
}

fn of_begun(page: &Page, b: &Begun, said: &BTreeMap<Uuid, DateTime<Utc>>) -> Entry {
    let label = page.t("followup-at-once");
    let source = b.source(page).map(|(words, title, _)| format!("{words} {title}"));
    Entry {
        id: b.deed.id,
        title: page.t3("followup-entry", "status", &label, "title", &b.deed.what, "space", &b.space),
        updated: b.deed.moved_at,
        published: b.deed.created_at,
        href: format!("/forloeb/{}/aftaler/{}", b.slug, b.deed.id),
        term: AT_ONCE.to_owned(),
        label,
        said: [Some(of_deed(page, &b.deed)), Some(b.span(page, said)), source].into_iter().flatten().collect(),
    }
}

fn entry(out: &mut String, base: &str, e: &Entry) {
    let said: Vec<&str> = e.said.iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    let _ = write!(
        out,
        "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<published>{}</published>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<category term=\"{}\" label=\"{}\"/>\n<content type=\"text\">{}</content>\n</entry>\n",
        e.id,
        text(&e.title),
        moment(e.updated),
        moment(e.published),
        text(&format!("{base}{}", e.href)),
        e.term,
        text(&e.label),
        text(&said.join("\n\n")),
    );
}

#[cfg(test)]
mod tests {
    use super::text;
    use proptest::prelude::*;

    #[test]
    fn what_would_end_the_text_is_written_another_way() {
        assert_eq!(text("<a href=\"x\">'&'</a>\u{0}\u{b}]]>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;]]&gt;");
        assert_eq!(text("æøå\n👩‍👧"), "æøå\n👩‍👧");
    }

    proptest! {
        #[test]
        fn no_text_ends_itself_and_every_letter_is_kept(written in ".*") {
            let safe = text(&written);
            prop_assert!(!safe.contains(['<', '>', '"', '\'']));
            prop_assert!(safe.split('&').skip(1).all(|rest| ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|e| rest.starts_with(e))));
            let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).count();
            let back = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
            prop_assert_eq!(letters(&back), letters(&written));
        }
    }
}
