//! Every word is there in both languages, and every word that is there is used.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use samskab_platform::access::{ROLES, Reach, Role, Trace};
use samskab_platform::commitment::Status;
use samskab_platform::words::keys;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn both_languages_have_the_same_words() {
    for file in samskab::word_files() {
        let (da, en): (BTreeSet<_>, BTreeSet<_>) = (keys(file.da).collect(), keys(file.en).collect());
        assert_eq!(da, en, "locales/*/{}.ftl differ", file.name);
        assert!(file.da != file.en, "locales/en/{}.ftl is not translated", file.name);
    }
}

#[test]
fn the_same_values_stand_in_both_languages() {
    let values =
        |text: &str| -> BTreeSet<String> { text.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect()).collect() };
    for file in samskab::word_files() {
        for key in keys(file.da) {
            assert_eq!(values(message(file.da, key)), values(message(file.en, key)), "{key} in {}.ftl", file.name);
        }
    }
}

/// The text of one message: its line and the indented ones after it.
fn message<'a>(text: &'a str, key: &str) -> &'a str {
    let start = text.find(&format!("\n{key} =")).map_or_else(|| if text.starts_with(&format!("{key} =")) { 0 } else { panic!("no {key}") }, |i| i + 1);
    let end = text[start..].match_indices('\n').find(|(i, _)| !text[start + i + 1..].starts_with([' ', '}', '\n'])).map_or(text.len(), |(i, _)| start + i);
    &text[start..end]
}

/// Keys that are put together while the program runs, from what the program declares.
fn composed() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for act in samskab::acts() {
        all.insert(format!("verb-{}", act.name.replace(['.', '_'], "-")));
    }
    // What leaves no trace in the journal is named to whoever was helped with it.
    for act in samskab::TOOLS
        .iter()
        .flat_map(|t| t.acts)
        .filter(|a| a.trace == Trace::Quiet && (!a.roles.is_empty() || a.reach != Reach::Roles))
        .chain([&&samskab_platform::held::HOLD])
    {
        all.insert(format!("act-{}", act.name.replace(['.', '_'], "-")));
    }
    for tool in samskab::TOOLS {
        all.insert(format!("{}-tab", tool.name));
        all.extend(tool.columns.iter().map(|column| format!("{column}-defined")));
        all.extend(tool.account.iter().flat_map(|(word, _)| [(*word).to_owned(), format!("{word}-hint")]));
    }
    for desk in samskab::DESKS {
        let links = desk.admin.iter().map(|p| p.word).chain(desk.account.iter().map(|(word, _)| *word));
        all.extend(links.flat_map(|word| [word.to_owned(), format!("{word}-hint")]));
    }
    all.extend(["cpr", "phone", "email", "several"].map(|k| format!("screened-{k}")));
    all.extend((1..=12).map(|m| format!("month-{m}")));
    all.extend(ROLES.iter().chain(&[Role::Helper]).map(|r| format!("role-{}", r.key())));
    all.extend(Status::ALL.iter().map(|s| format!("status-{}", s.key().replace('_', "-"))));
    for stage in samskab_platform::recipe::Stage::ALL {
        all.insert(format!("stage-{}", stage.key()));
        all.extend([format!("about-{}", stage.key()), format!("about-{}-text", stage.key())]);
    }
    for visibility in ["public", "registered", "members", "sealed"] {
        all.insert(format!("visibility-{visibility}"));
        if visibility != "sealed" {
            all.insert(format!("visibility-{visibility}-long"));
        }
    }
    for role in ["secretary", "facilitator", "citizen", "politician", "doer", "none"] {
        all.insert(format!("demo-role-{role}"));
    }
    for kind in ["association", "business", "institution", "administration", "council"] {
        all.insert(format!("organisation-{kind}"));
    }
    for part in ["invited", "next", "promised", "outcome"] {
        all.extend([format!("mine-{part}"), format!("mine-{part}-empty")]);
    }
    for outcome in samskab_recommendations::Outcome::ALL {
        all.extend([format!("outcome-{}", outcome.key()), format!("outcome-{}-hint", outcome.key()), format!("mail-answer-{}", outcome.key())]);
    }
    all.extend(samskab_platform::desk::Aim::ALL.iter().map(|a| a.word().to_owned()));
    for which in samskab_administration::start::Which::ALL {
        all.extend(["", "-why", "-go"].map(|end| format!("start-{}{end}", which.key())));
    }
    for kind in samskab_administration::retention::Kind::ALL {
        all.extend(["", "-what", "-why"].map(|end| format!("kept-{}{end}", kind.key())));
    }
    all.extend(["colour", "accent"].map(|k| format!("look-{k}")));
    for label in samskab_platform::labels::of_texts(samskab::word_files().iter().map(|f| f.da)) {
        all.insert(format!("label-{}", label.key));
        all.extend((1..=label.offered.len()).map(|n| format!("label-{}-{n}", label.key)));
    }
    all.extend((0..4).map(|n| format!("labels-form-{n}")));
    for part in ["status", "exceptions", "burden", "method", "assessed", "phone", "contact", "official"] {
        all.insert(format!("statement-{part}"));
    }
    all.extend(["fully", "partially", "not"].map(|k| format!("accessible-{k}")));
    all.extend(["name", "colour", "logo"].map(|k| format!("changed-{k}")));
    all.extend(["self", "third", "other"].iter().flat_map(|k| [format!("assessed-{k}"), format!("assessed-{k}-text")]));
    all.extend(["person", "space"].map(|k| format!("hold-{k}")));
    all.extend(["samskab", "sprog", "deltager", "hjaelper", "vej", "enhed"].map(|k| format!("privacy-cookie-{k}")));
    all.extend(["csv", "json"].map(|k| format!("journal-copy-{k}")));
    all.extend(samskab_platform::recipe::QUESTION_FIELDS.iter().map(|f| format!("recipes-field-{}", f.replace('_', "-"))));
    all.extend(people_words());
    all.extend(meeting_words());
    all.extend(association_words());
    all.extend(daily_words());
    all.extend(handover_words());
    all.extend(reciprocity_words());
    all.extend(programme_words());
    all.extend(network_words());
    all.extend(circle_words());
    all.extend(plan_words());
    for desk in samskab::DESKS.iter().filter(|d| !d.personal.is_empty()).map(|d| d.name.replace('_', "-")).chain(["platform".to_owned()]) {
        all.extend(["", "-purpose"].map(|end| format!("processing-part-{desk}{end}")));
    }
    all.extend(samskab::TOOLS.iter().filter(|t| !t.personal.is_empty()).map(|t| format!("processing-part-{}-purpose", t.name)));
    all.extend(["circle", "plan"].iter().flat_map(|tool| ["whom", "receivers", "kept"].map(|w| format!("processing-part-{tool}-{w}"))));
    all.extend(["purpose", "basis", "whom", "receivers", "kept", "controller", "officer", "processors", "safety"].map(|w| format!("processing-{w}")));
    all.extend(["whom", "receivers", "kept", "controller", "officer", "processors", "safety"].map(|w| format!("processing-{w}-usual")));
    all.extend(["waiting", "late", "refused", "withdrawn", "open", "over"].map(|s| format!("opening-state-{s}")));
    all.extend(["address", "letter", "link", "merge", "opening"].map(|c| format!("held-back-{c}")));
    for kind in [
        "space",
        "mandate",
        "meeting",
        "activity",
        "decision",
        "dialogue",
        "statement",
        "idea",
        "recommendation",
        "commitment",
        "task",
        "promise",
        "file",
        "seat",
        "call",
        "assembly",
        "bylaws",
        "agreement",
        "organisation",
        "area",
        "recipe",
        "house-rules",
        "house-contact",
    ] {
        all.insert(format!("search-kind-{kind}"));
    }
    all.extend(samskab_platform::provider::RESERVED.map(|way| format!("way-{way}")));
    all.extend(samskab_platform::assurance::Assurance::ALL.iter().flat_map(|a| [format!("assurance-{}", a.key()), format!("level-{}", a.key())]));
    for contact in samskab_platform::person::Contact::ALL.map(|c| c.key()) {
        all.extend(["outbox-way", "own-contact", "own-sent"].map(|word| format!("{word}-{contact}")));
    }
    all.extend(samskab_platform::person::Rhythm::ALL.map(|r| format!("own-rhythm-{}", r.key().replace('_', "-"))));
    all.extend(["waiting", "sent", "failed", "stopped"].map(|state| format!("outbox-state-{state}")));
    all.extend(samskab_recruitment::Way::ALL.iter().map(|w| format!("way-{}", w.key())));
    all.extend(samskab_recruitment::Reason::ALL.iter().map(|r| format!("reason-{}", r.key())));
    all.extend(samskab_recruitment::Reply::ALL.iter().flat_map(|r| [format!("reply-{}", r.key()), format!("recruitment-look-{}", r.key())]));
    all.extend(["accepted", "declined", "expired"].map(|a| format!("answer-{a}")));
    all.extend(["less-is-important", "less-is-everything", "unreached-mail", "unreached-text"].map(str::to_owned));
    all.extend(["seats", "meetings"].map(|part| format!("mandate-{part}-line")));
    all.extend(["import-hint-votes", "import-hint-comments"].map(str::to_owned));
    all
}

/// Every quoted text of sources and templates.
fn quoted() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("tests") {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "rs" || e == "html") {
                let text = std::fs::read_to_string(entry).unwrap();
                all.extend(text.split('"').map(str::to_owned).filter(|t| t.len() < 60));
            }
        }
    }
    all
}

/// What the pages about people put together: a field, a way of reaching somebody, what is stored.
fn people_words() -> BTreeSet<String> {
    use samskab_platform::person::{Contact, Rhythm};
    use samskab_platform::personal::{ADDRESSED, PLATFORM};
    let declared = samskab::TOOLS.iter().flat_map(|t| t.personal).chain(samskab::DESKS.iter().flat_map(|d| d.personal)).chain(PLATFORM);
    let shown = declared.map(|p| (p.word, p.shows)).chain(ADDRESSED.iter().map(|a| (a.word, a.shows)));
    let mut all = BTreeSet::new();
    for (word, columns) in shown {
        all.insert(word.to_owned());
        // A space is shown by its title.
        let fields = columns.iter().map(|c| c.rsplit('.').next().unwrap_or(c)).filter(|c| *c != "space_id");
        all.extend(fields.map(|c| format!("field-{}", c.replace('_', "-"))));
    }
    all.extend(Contact::ALL.iter().flat_map(|c| [format!("contact-{}", c.key()), format!("contact-{}-long", c.key())]));
    for rhythm in Rhythm::ALL.iter().map(|r| r.key().replace('_', "-")) {
        all.extend([format!("rhythm-{rhythm}"), format!("rhythm-{rhythm}-long")]);
    }
    // Every kind of contribution that any part of the program notes.
    for (_, text) in crate::guard::sources("crates", "rs") {
        let kinds = text.split(".contributed(\"").skip(1).filter_map(|rest| rest.split('"').next());
        all.extend(kinds.map(|kind| format!("contribution-kind-{kind}")));
    }
    all.extend(["sent", "unwanted", "unreachable"].map(|outcome| format!("notice-outcome-{outcome}")));
    all.extend(["through", "back", "expired"].map(|outcome| format!("held-outcome-{outcome}")));
    all.extend(["waiting", "accepted", "rejected"].map(|state| format!("statement-state-{state}")));
    all.extend(["accepted", "declined", "withdrawn"].map(|answer| format!("invitation-answer-{answer}")));
    all.extend(["value-1", "value-0", "value--1", "what-new", "what-updated", "what-same", "language-da", "language-en"].map(str::to_owned));
    for kind in ["association", "business", "institution", "administration", "council"] {
        all.insert(format!("organisation-{kind}-many"));
    }
    for field in ["name", "first-name", "last-name", "email", "phone", "address", "postcode", "city", "title", "organisation"] {
        all.insert(format!("import-field-{field}"));
    }
    for fault in ["cells", "personal-number", "no-name", "long-name", "email", "phone", "long-address", "organisation", "twice", "same-person"] {
        all.extend([format!("import-bad-{fault}"), format!("import-bad-{fault}-cure")]);
    }
    all
}

/// What the everyday of a house puts together: a day of the week, a duty, what a screen is for.
fn daily_words() -> BTreeSet<String> {
    let mut all: BTreeSet<String> = (1..=7).map(|day| format!("daily-weekday-{day}")).collect();
    all.extend(["open", "steward", "close"].map(|kind| format!("daily-duty-{kind}")));
    all.extend(samskab_daily::Kind::ALL.map(|kind| format!("daily-screen-kind-{}-long", kind.key())));
    all
}

/// What the board puts together: a state, a period, a step.
fn handover_words() -> BTreeSet<String> {
    use samskab_handover::{Per, Shelf, State};
    let states = State::ALL.iter().flat_map(|s| ["", "-text"].map(|end| format!("handover-state-{}{end}", s.key())));
    let mut all: BTreeSet<String> = states.collect();
    all.extend(Shelf::ALL.iter().map(|s| format!("handover-shelf-{}", s.key())));
    all.extend(Per::ALL.iter().flat_map(|p| [format!("handover-per-{}", p.key()), format!("handover-period-{}", p.key())]));
    all.extend(State::ALL.iter().filter(|s| !matches!(s, State::Wanted | State::Agreed)).map(|s| format!("handover-to-{}", s.key())));
    all
}

/// What the network puts together: a kind, a day, a part of it, a check, a language, a way.
fn network_words() -> BTreeSet<String> {
    use samskab_platform::network::{Check, Kind, LANGUAGES, Part};
    let mut all: BTreeSet<String> = (1..=7).map(|day| format!("network-day-{day}")).collect();
    all.extend(Kind::ALL.iter().flat_map(|k| ["", "-long"].map(|end| format!("network-kind-{}{end}", k.key()))));
    all.extend(Part::ALL.iter().flat_map(|p| ["", "-hours"].map(|end| format!("network-part-{}{end}", p.key()))));
    all.extend(Check::ALL.iter().map(|c| format!("network-check-{}", c.key())));
    all.extend(LANGUAGES.map(|l| format!("network-language-{l}")));
    all.extend(["area", "all"].iter().flat_map(|r| [format!("network-reach-{r}"), format!("reach-{r}")]));
    all.extend(["text", "phone", "mail"].iter().flat_map(|f| [format!("network-fast-{f}"), format!("fast-{f}")]));
    all.extend(samskab_network::How::ALL.map(|h| format!("network-how-{}", h.key())));
    all.extend([14, 30, 90, 180].map(|n| format!("network-pause-{n}")));
    all.insert("per-month-0".to_owned());
    all
}

/// What the circle puts together: a repetition, what allows it, what is most often needed, a way.
fn circle_words() -> BTreeSet<String> {
    use samskab_circle::{Basis, PRESETS, Repeat};
    let mut all: BTreeSet<String> = Repeat::ALL.iter().map(|r| format!("circle-repeat-{}", r.key())).collect();
    all.extend(Basis::ALL.iter().map(|b| format!("circle-basis-{}", b.key())));
    all.extend(PRESETS.iter().map(|p| format!("circle-preset-{}", p.0)));
    all.extend(["mail", "text", "phone"].map(|w| format!("circle-way-{w}")));
    all
}

/// What a plan puts together: how far a step has come, what a helper is, how far somebody sees.
fn plan_words() -> BTreeSet<String> {
    use samskab_plan::{Kind, Level, State};
    let mut all: BTreeSet<String> = State::ALL.iter().map(|s| format!("plan-state-{}", s.key())).collect();
    all.extend(Kind::ALL.iter().map(|k| format!("plan-kind-{}", k.key())));
    all.extend(Level::ALL.iter().flat_map(|l| [format!("plan-level-{}", l.key()), format!("plan-whole-{}", l.key())]));
    all.extend([Level::Read, Level::Write].map(|l| format!("plan-sees-{}", l.key())));
    all
}

/// What reciprocity puts together: a side, a kind, a verdict.
fn reciprocity_words() -> BTreeSet<String> {
    use samskab_reciprocity::{Kind, Side, Verdict};
    let sides = Side::ALL.iter().flat_map(|s| ["side", "behind"].map(|word| format!("reciprocity-{word}-{}", s.key())));
    let mut all: BTreeSet<String> = sides.collect();
    all.extend(Kind::ALL.iter().flat_map(|k| ["", "-long"].map(|end| format!("reciprocity-kind-{}{end}", k.key()))));
    all.extend(Verdict::ALL.iter().map(|v| format!("reciprocity-verdict-{}", v.key())));
    all
}

/// What the pages of meetings put together: an answer, a state, a day of the week, a ground.
fn meeting_words() -> BTreeSet<String> {
    use samskab_meetings::{GROUNDS, Kind, Minutes, NEEDS, Reply};
    let mut all: BTreeSet<String> = (1..=7).map(|day| format!("meetings-weekday-{day}")).collect();
    all.extend(Kind::ALL.iter().flat_map(|k| [format!("meetings-kind-{}", k.key()), format!("meetings-kind-{}-long", k.key())]));
    all.extend(Minutes::ALL.iter().flat_map(|m| [format!("meetings-state-{}", m.key()), format!("meetings-state-{}-long", m.key())]));
    all.extend(Reply::ALL.iter().flat_map(|r| [format!("meetings-you-{}", r.key()), format!("meetings-answer-{}", r.key())]));
    all.extend(["coming", "online", "declined"].map(|w| format!("meetings-wish-{w}")));
    all.extend(NEEDS.iter().map(|need| format!("meetings-need-kind-{need}")));
    all.extend(GROUNDS.iter().map(|g| format!("meetings-ground-{g}")));
    all.insert("meetings-answer-none".to_owned());
    all
}

/// What the pages of the association and its accounts put together: a way of paying or voting, a majority, what was counted.
fn association_words() -> BTreeSet<String> {
    let all = |prefix: &str, keys: &[&str]| keys.iter().map(|k| format!("{prefix}-{k}")).collect::<Vec<_>>();
    [
        all("association-way", &samskab_association::PAID),
        all("association-vote", &samskab_association::WAYS),
        all("association-majority", &samskab_association::Majority::ALL.map(samskab_association::Majority::key)),
        all("association-kind", &["ordinary", "extraordinary"]),
        all("association-state", &["open", "tied", "decided"]),
        all("assembly", &["ordinary", "extraordinary"]),
        all("counted", &["attendance", "election", "election-dropped", "candidate", "tied", "decided", "carried", "lost"]),
        all("paper", &["bylaws", "agreement"]),
        all("side", &["association", "municipality"]),
        all("accounts-way", &["in", "out"]),
        all("accounts-kind", &["in", "out"]),
        all("fund", &samskab_accounts::Decision::ALL.map(samskab_accounts::Decision::key)),
        all("fund", &["paid", "back"]),
        all("arranged", &["account", "fee", "fee-dropped"]),
        all("accounts-from", &["dues"]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the pages of the programme put together: a day, a rhythm, a holiday, what a change is about.
fn programme_words() -> BTreeSet<String> {
    use samskab_programme::{Kind, Scope, Seat, Signup};
    let mut all: BTreeSet<String> = (1..=7).map(|day| format!("programme-day-{day}")).collect();
    all.extend(["seat", "moved", "changed", "cancelled", "stopped", "restored"].map(|what| format!("programme-call-{what}")));
    all.extend(Kind::ALL.iter().map(|k| format!("programme-kind-{}", k.key())));
    all.extend(Signup::ALL.iter().map(|s| format!("programme-signup-{}-long", s.key())));
    all.extend(Scope::ALL.iter().flat_map(|s| ["", "-title"].map(|end| format!("programme-scope-{}{end}", s.key()))));
    all.extend([Scope::This, Scope::Following].map(|s| format!("programme-cancel-{}", s.key())));
    all.extend(Seat::ALL.iter().map(|s| format!("programme-you-{}", s.key())));
    all.extend(["once", "week", "week2", "month", "last", "monthdate", "day"].map(|r| format!("programme-rhythm-{r}")));
    all.extend(samskab_recurrence::holidays(2023).iter().map(|h| format!("holiday-{}", h.key)));
    all
}

#[test]
fn no_word_is_missing_and_none_is_left_over() {
    let (quoted, composed) = (quoted(), composed());
    let there: BTreeSet<String> = samskab::word_files().iter().flat_map(|f| keys(f.da).map(str::to_owned)).collect();
    // A word that belongs to another: an error's title, the parts of a mail, the details of something to do.
    let base = |key: &str| -> Vec<String> {
        ["-title", "-subject", "-body", "-action", "-detail", "-button", "-text", "-hint"]
            .iter()
            .filter_map(|s| key.strip_suffix(s))
            .map(str::to_owned)
            .collect()
    };
    let used = |key: &str| {
        let known = |k: &str| quoted.contains(k) || composed.contains(k);
        known(key) || base(key).iter().any(|b| known(b)) || key.strip_prefix("done-").is_some_and(|k| quoted.contains(k))
    };
    let left_over: Vec<&String> = there.iter().filter(|k| !used(k)).collect();
    assert!(left_over.is_empty(), "words that nothing says: {left_over:?}");

    let missing: Vec<&String> =
        composed.iter().filter(|k| !there.contains(*k) && !k.ends_with("-hint") && !k.starts_with("mail-answer-") && !SILENT.contains(&k.as_str())).collect();
    assert!(missing.is_empty(), "words that are not in locales/: {missing:?}");

    let mails: Vec<String> = quoted.iter().filter(|q| q.starts_with("mail-") && q.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')).cloned().collect();
    for word in mails {
        let whole =
            there.contains(&word) || there.contains(&format!("{word}-subject")) || there.iter().any(|k| k.starts_with(&word) && k.ends_with("-subject"));
        assert!(whole, "the mail {word} has no words");
    }
}

/// Acts that leave no entry in the journal have no line in a feed.
const SILENT: &[&str] = &[
    "verb-dialogue-vote",
    "verb-dialogue-state",
    "verb-dialogue-draw",
    "verb-recruitment-interest",
    "verb-recruitment-ask",
    "verb-recruitment-confirm",
    "verb-recruitment-enter",
    "verb-recruitment-read",
    "verb-recruitment-tidy",
    "verb-guard-hold",
    "verb-opening-ask",
    "verb-opening-agree",
    "verb-opening-refuse",
    "verb-opening-withdraw",
    "verb-ways-in-come-in",
    "verb-ways-in-keep",
    "verb-administration-step",
    "verb-administration-check",
    "verb-files-receive",
    "verb-ideas-support",
    "verb-ideas-hand-in",
    "verb-recommendations-withdraw",
    "verb-recommendations-source",
    "verb-recommendations-stance",
    "verb-files-sweep",
    "verb-reciprocity-tick",
    "verb-people-correct",
    "verb-people-contact",
    "verb-people-help",
    "verb-people-merge-own",
    "verb-daily-pair",
    "verb-daily-check-in",
    "verb-daily-enrol",
    "verb-daily-stand",
    "verb-daily-count",
    "verb-daily-forget",
    "verb-daily-duty",
    "verb-daily-swap",
    "verb-daily-key",
    "verb-daily-agree",
    "verb-daily-contact",
    "verb-daily-incident",
    "verb-daily-follow",
    "verb-meetings-order",
    "verb-meetings-reply",
    "verb-meetings-enter",
    "verb-meetings-attend",
    "verb-meetings-write",
    "verb-meetings-feed",
    "verb-commitment-remind",
    "verb-meetings-follow",
    "verb-meetings-tidy",
    "verb-accounts-read",
    "verb-accounts-sell",
    "verb-accounts-apply",
    "verb-accounts-report",
    "verb-association-ask",
    "verb-association-enter",
    "verb-association-read",
    "verb-association-pay",
    "verb-association-certify",
    "verb-association-tidy",
    "verb-programme-sign-up",
    "verb-programme-enter",
    "verb-programme-ring",
    "verb-programme-settle",
    "verb-network-tell",
    "verb-network-tend",
    "verb-network-enter",
    "verb-network-tend-for",
    "verb-network-ask",
    "verb-messages-leave",
    "verb-messages-hear",
    "verb-messages-tell",
    "verb-messages-test",
    "role-administrator",
];
