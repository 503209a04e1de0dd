//! Every template is rendered in both languages, with samples that hold markup and empty lists.

use samskab::{DESKS, TOOLS, demo};
use samskab_platform::access::{Role, Visibility};
use samskab_platform::words::Lang;
use samskab_platform::{Page, SpaceView, Visitor, pages, space};

use crate::house::House;

#[tokio::test]
async fn every_template_renders_in_both_languages() {
    let house = House::both_with(|s| s.demo = true).await.remove(0);
    let secretary = house.secretary().await;
    let (id, _) = house.committee(&secretary, "Ungepolitik", Visibility::Members).await;
    let space = space::by_id(&mut house.app.db.read().await.unwrap(), id).await.unwrap();
    let view = SpaceView::sample(&house.app, space, &[Role::Secretary], Some(secretary.id));
    let mut names = vec![];
    for lang in Lang::ALL {
        for visitor in [Visitor::stranger(lang), Visitor::of(secretary.clone()).in_lang(lang)] {
            let page = Page::of_space(&house.app, &visitor, &view, "tab-overview");
            let mut samples = pages::samples(&house.app, &page);
            samples.extend(demo::pages::samples(&page));
            for tool in TOOLS {
                samples.extend((tool.samples)(&house.app, &page));
            }
            for desk in DESKS {
                samples.extend((desk.samples)(&house.app, &page));
            }
            for (name, html) in samples {
                let html = html.unwrap_or_else(|e| panic!("{name}: {e}"));
                assert!(!html.is_empty(), "{name} is empty");
                if let Some(key) = missing_word(&html) {
                    panic!("{name} in {}: the word {key} is missing", lang.tag());
                }
                assert!(
                    // A mail brings its style with it: there is no server to fetch it from.
                    !html.contains(" style=") && (!html.contains("<style") || name.starts_with("message_mail")) && !html.contains("onclick="),
                    "{name}: nothing inline is allowed by the content security policy"
                );
                names.push(name.split(',').next().unwrap().to_owned());
            }
        }
    }
    let without: Vec<String> = template_files().into_iter().filter(|file| !names.contains(file)).collect();
    assert!(without.is_empty(), "templates without a sample: {without:?}");
}

/// A word that is not there shows itself in brackets.
fn missing_word(html: &str) -> Option<&str> {
    html.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(key, _)| key))
        .find(|key| key.len() > 2 && key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
}

/// Pages and cards; layouts and macros are rendered through them.
fn template_files() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["crates/platform", "crates/samskab"]
        .map(|f| root.join(f))
        .into_iter()
        .chain(["crates/tools", "crates/desks"].into_iter().flat_map(|f| std::fs::read_dir(root.join(f)).unwrap().map(|f| f.unwrap().path())));
    let files = folders.flat_map(|f| std::fs::read_dir(f.join("templates")).unwrap().map(|f| f.unwrap().path()));
    let names = files.filter(|f| f.extension().is_some_and(|e| e == "html")).map(|f| f.file_stem().unwrap().to_str().unwrap().to_owned());
    // error.html is seen by every refusal in the other tests.
    names
        .filter(|n| {
            ![
                "layout",
                "admin_layout",
                "space_layout",
                "forms",
                "bar",
                "error",
                "time_field",
                "meeting_line",
                "meeting_needs",
                "programme_row",
                "programme_times",
                "call_cards",
                "commitments_table",
                "network_facts",
                "circle_layout",
                "circle_line",
                "plan_layout",
                "plan_notes",
                "plan_privacy",
                "file_list",
                "followup_list",
                "frame_pieces",
                "word_changes",
                "file_text",
                "held_form",
                "held_waiting",
                "helper_asks",
                "paging",
                "recipe_preview",
                "recipe_diff",
                "recommendations_table",
            ]
            .contains(&n.as_str())
        })
        .collect()
}
