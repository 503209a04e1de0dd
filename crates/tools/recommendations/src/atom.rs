//! What became of recommendations as a feed: Atom (RFC 4287), written with care for what XML allows.

use std::fmt::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use samskab_platform::Page;

use crate::followup_store::{Deed, Followed};

/// A feed: what it is called, its own address, and the page it belongs to (both whole addresses).
pub(crate) struct Feed<'a> {
    pub(crate) title: String,
    pub(crate) own: String,
    pub(crate) page: String,
    pub(crate) rows: &'a [Followed],
    pub(crate) deeds: &'a [Deed],
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
    deeds.iter().filter(|d| d.source_id == r.id).map(|d| d.moved_at).max().map_or(r.moved_at, |at| at.max(r.moved_at))
}

/// Writes the feed; the latest first.
pub(crate) fn write(page: &Page, feed: &Feed<'_>) -> String {
    let base = &page.app().settings.base_url;
    let mut rows: Vec<(&Followed, DateTime<Utc>)> = feed.rows.iter().map(|r| (r, moved(r, feed.deeds))).collect();
    rows.sort_by_key(|(r, at)| (std::cmp::Reverse(*at), r.id));
    let updated = rows.first().map_or(page.now, |(_, at)| *at);
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
    for (r, at) in rows {
        entry(&mut out, page, base, r, at, feed.deeds);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(out: &mut String, page: &Page, base: &str, r: &Followed, at: DateTime<Utc>, deeds: &[Deed]) {
    let title = page.t3("followup-entry", "status", page.t(r.word()), "title", &r.title, "space", &r.space);
    let mut said = vec![r.detail(page)];
    said.extend(r.reason.clone());
    said.extend(deeds.iter().filter(|d| d.source_id == r.id).map(|d| {
        let what: &str = &d.what;
        page.ta("followup-entry-deed", &[("what", &what), ("who", &d.who()), ("date", &page.date(&d.due_on)), ("status", &d.status(page).1)])
    }));
    said.retain(|s| !s.is_empty());
    let _ = write!(
        out,
        "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<published>{}</published>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<category term=\"{}\" label=\"{}\"/>\n<content type=\"text\">{}</content>\n</entry>\n",
        r.id,
        text(&title),
        moment(at),
        moment(r.submitted_at.unwrap_or(r.moved_at)),
        text(&format!("{base}{}", r.href())),
        if r.outcome.is_empty() { "waiting" } else { &r.outcome },
        text(&page.t(r.word())),
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
