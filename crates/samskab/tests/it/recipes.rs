//! A recipe is offered only when every tool it needs is here.

use axum::http::StatusCode;
use samskab_platform::access::Visibility;
use samskab_platform::recipe::Recipe;

use crate::house::{House, form};

const FILE: &str = include_str!("../../../../recipes/local_project.toml");

#[tokio::test]
async fn a_recipe_whose_tool_is_missing_is_not_offered_and_one_of_our_own_is() {
    let folder = tempfile::tempdir().unwrap();
    let own = FILE.replace("key = \"local_project\"", "key = \"our_own\"").replace("name = \"Lokalt projekt\"", "name = \"Vores egen opskrift\"");
    let too_early = FILE
        .replace("key = \"local_project\"", "key = \"house\"")
        .replace("\"frame\",", "\"frame\", \"rota\",")
        .replace("name = \"Lokalt projekt\"", "name = \"Et hus\"");
    assert!(own != FILE && too_early.contains("\"rota\""));
    std::fs::write(folder.path().join("own.toml"), own).unwrap();
    std::fs::write(folder.path().join("house.toml"), too_early).unwrap();
    for house in House::both_with(|s| s.recipes = Some(folder.path().to_owned())).await {
        let secretary = house.secretary().await;
        let page = house.get("/forloeb/ny", &house.cookie(&secretary).await).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Opgaveudvalg") && page.text.contains("Vores egen opskrift"));
        assert!(!page.text.contains("Et hus:"), "the tool rota is not here");
    }
}

#[test]
fn a_wrong_recipe_is_answered_with_its_file_and_line() {
    let wrong = FILE.replace("version = 2", "version = \"en\"");
    let error = Recipe::parse("recipes/local_project.toml", &wrong).unwrap_err();
    let line = FILE.lines().position(|l| l.starts_with("version")).unwrap() + 1;
    assert!(error.starts_with(&format!("recipes/local_project.toml, line {line}:")), "{error}");
    let lacking: String = FILE.lines().filter(|l| !l.starts_with("deeds")).map(|l| format!("{l}\n")).collect();
    assert!(Recipe::parse("x.toml", &lacking).unwrap_err().contains("[da.stages] lacks 'deeds'"));
}

/// What stands in a field of the page, as it was typed.
fn typed(html: &str, name: &str) -> String {
    let at = html.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
    let text = if html[..at].rfind("<textarea") > html[..at].rfind("<input") {
        html[at..].split_once('>').unwrap().1.split("</textarea>").next().unwrap()
    } else {
        let tag = html[at..].split('>').next().unwrap();
        tag.split("value=\"").nth(1).map_or("", |v| v.split('"').next().unwrap())
    };
    text.replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

const HOME: &str = "/administration/opskrifter";

#[tokio::test]
async fn a_changed_recipe_is_for_new_spaces_and_those_under_way_keep_their_names() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let (_, before) = house.committee(&secretary, "Det gamle", Visibility::Public).await;
        let page = house.get(&format!("{HOME}/task_committee/tekst"), &cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = typed(&page.text, "text").replacen("dialogue = \"Dialogen\"", "dialogue = \"Samtalen\"", 1);
        let fields = |text: &str, note: &str, what: &str| form(&[("text", text), ("base", "2"), ("note", note), ("do", what)]);
        let path = format!("{HOME}/task_committee/tekst");
        // Seen before it is saved: the difference in words, and the steps as they will be.
        let seen = house.post(&path, &cookie, &fields(&text, "", "see")).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text);
        assert!(seen.text.contains("Trin 3 hedder nu »Samtalen« på dansk (før »Dialogen«)."), "{}", seen.text);
        assert!(house.get(&format!("/forloeb/{before}"), "").await.text.contains("Dialogen"), "nothing is saved yet");
        assert_eq!(house.post(&path, &cookie, &fields(&text, "", "save")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the list of versions needs a line");
        let saved = house.post(&path, &cookie, &fields(&text, "Vi siger samtale", "save")).await;
        assert_eq!((saved.status, saved.location.as_str()), (StatusCode::SEE_OTHER, "/administration/opskrifter/task_committee?klar=recipe-saved"));

        let (_, after) = house.committee(&secretary, "Det nye", Visibility::Public).await;
        assert!(house.get(&format!("/forloeb/{after}"), "").await.text.contains("Samtalen"), "{}", house.kind);
        let old = house.get(&format!("/forloeb/{before}"), "").await.text;
        assert!(old.contains("<b>Dialogen</b>") && !old.contains("Samtalen"), "a space keeps the names it began with");

        // Somebody who began on the same version is told, and nothing is lost.
        let late = house.post(&path, &cookie, &fields(&text.replace("Samtalen", "Snakken"), "Mit", "save")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("En anden har gemt en udgave imens") && typed(&late.text, "text").contains("Snakken"));

        // The history, and back again.
        let versions = house.get(&format!("{HOME}/task_committee/udgaver"), &cookie).await.text;
        assert!(versions.contains("Vi siger samtale") && versions.contains("Fulgte med programmet") && versions.contains("Sille"));
        let difference = house.get(&format!("{HOME}/task_committee/sammenlign?fra=2&til=3"), &cookie).await.text;
        assert!(difference.contains("Samtalen") && difference.contains("Gå tilbage til: Udgave 2"));
        assert_eq!(house.post(&format!("{HOME}/task_committee/tilbage"), &cookie, "version=2").await.status, StatusCode::SEE_OTHER);
        let now = house.app.recipe("task_committee").unwrap();
        assert_eq!((now.version, now.da.stages["dialogue"].as_str()), (4, "Dialogen"), "going back is a version of its own");

        // Another start of the program, on the same database, knows them all.
        let again = house.again().await;
        assert_eq!(again.recipe("task_committee").unwrap().version, 4);
        let journal = house.app.municipality_space().await.unwrap();
        assert!(journal.journal_seq >= 4);
    }
}

#[tokio::test]
async fn a_copy_is_changed_in_the_form_question_by_question_and_then_offered() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let copied = house.post(&format!("{HOME}/local_project/kopi"), &cookie, &form(&[("name_da", "Landsbyråd"), ("name_en", "Village council")])).await;
        assert_eq!(copied.location, format!("{HOME}/landsbyraad/ret?klar=recipe-copied"));
        assert!(house.get("/forloeb/ny", &cookie).await.text.contains("Landsbyråd"));
        let path = format!("{HOME}/landsbyraad/ret");
        let page = house.get(&path, &cookie).await.text;

        // Every field as a browser would send it, with one changed.
        let send =
            |page: &str, changes: &[(&str, &str)]| form(&browser_fields(page, changes).iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>());
        let first = typed(&page, "q0_label_da");
        let moved = house.post(&path, &cookie, &send(&page, &[("do", "down-0")])).await;
        assert_eq!((moved.status, typed(&moved.text, "q1_label_da")), (StatusCode::OK, first.clone()));
        let fewer = house.post(&path, &cookie, &send(&moved.text, &[("do", "remove-1")])).await.text;
        assert!(!fewer.contains(&format!("value=\"{first}\"")));
        let more = house.post(&path, &cookie, &send(&fewer, &[("do", "add")])).await.text;
        let number = typed(&more, "questions").parse::<usize>().unwrap() - 1;
        let (label, empty) = (format!("q{number}_label_da"), house.post(&path, &cookie, &send(&more, &[("do", "see")])).await);
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text.contains(&format!("href=\"#{label}\"")), "the question without words is named");
        let all: Vec<(String, &str)> =
            ["label_da", "label_en", "hint_da", "hint_en"].iter().map(|part| (format!("q{number}_{part}"), "Hvad koster det?")).collect();
        let mut changes: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), *v)).collect();
        changes.extend([("do", "see"), ("stage_deeds_da", "Gør det"), ("tool_dialogue", "")]);
        let seen = house.post(&path, &cookie, &send(&more, &changes)).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text);
        for told in ["Trin 5 hedder nu »Gør det«", "Værktøjet Dialog er taget ud.", &format!("Spørgsmålet »{first}« lyder nu »Hvad koster det?« på dansk.")]
        {
            assert!(seen.text.contains(told), "{told}: {}", seen.text);
        }
        let save = form(&[("text", &typed(&seen.text, "text")), ("base", "1"), ("note", "Passer til landsbyer"), ("do", "save")]);
        assert_eq!(house.post(&format!("{HOME}/landsbyraad/tekst"), &cookie, &save).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.app.recipe("landsbyraad").unwrap().da.stages["deeds"], "Gør det");

        // Not offered any more, and offered again.
        assert_eq!(house.post(&format!("{HOME}/landsbyraad/tilbud"), &cookie, "offered=no").await.status, StatusCode::SEE_OTHER);
        assert!(!house.get("/forloeb/ny", &cookie).await.text.contains("Landsbyråd"));
        let create = form(&[("recipe", "landsbyraad"), ("title", "X"), ("summary", "Y"), ("visibility", "public")]);
        assert_eq!(house.post("/forloeb/ny", &cookie, &create).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not by its key either");
        house.post(&format!("{HOME}/landsbyraad/tilbud"), &cookie, "offered=yes").await;
        assert!(house.get("/forloeb/ny", &cookie).await.text.contains("Landsbyråd"));
    }
}

#[tokio::test]
async fn the_form_says_the_municipalitys_own_words_and_they_still_follow_its_choice_when_saved() {
    for house in House::both().await {
        let cookie = house.cookie(&house.secretary().await).await;
        let path = format!("{HOME}/task_committee/ret");
        let page = house.get(&path, &cookie).await.text;
        assert_eq!(typed(&page, "name_da"), "[Opgaveudvalg]");
        let fields = browser_fields(&page, &[("stage_deeds_da", "Gør det"), ("role_chair_da", "Ordfører for [byrådet]"), ("do", "see")]);
        assert!(fields.iter().any(|(_, value)| value.contains("[Byrådet] svarer")) && fields.iter().all(|(_, value)| !value.contains("{ -")));
        let sent = form(&fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>());
        let seen = house.post(&path, &cookie, &sent).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text);
        assert!(seen.text.contains("hedder nu »Ordfører for byrådet« på dansk"), "{}", seen.text);
        let changes = seen.text.split("class=\"changes\"").nth(1).unwrap().split("</ul>").next().unwrap();
        assert_eq!(changes.matches("<li>").count(), 2, "only what was typed differs: {changes}");
        let text = typed(&seen.text, "text");
        for kept in ["name = \"{ -Task-committee }\"", "Svarer for { -council-the }", "chair = \"Ordfører for { -council-the }\""] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
    }
}

/// The fields of a page's form with their values, as a browser sends them; an empty value in `changes` unticks.
fn browser_fields(page: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = page.split("data-warn-unsaved>").nth(1).unwrap().split("</form>").next().unwrap();
    let mut all = vec![];
    for tag in form.split('<').skip(1) {
        let Some(name) = tag.split("name=\"").nth(1).map(|n| n.split('"').next().unwrap().to_owned()) else { continue };
        if tag.starts_with("button") || ((tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")) && !tag.contains(" checked")) {
            continue;
        }
        let value = if tag.starts_with("select") {
            let options = form.split(&format!("name=\"{name}\"")).nth(1).unwrap().split("</select>").next().unwrap();
            options
                .split("<option")
                .find(|o| o.contains(" selected"))
                .and_then(|o| o.split("value=\"").nth(1))
                .map_or("", |v| v.split('"').next().unwrap())
                .to_owned()
        } else if tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"") {
            tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        } else {
            typed(&format!("<{}", form.split(&format!("<{tag}")).nth(1).map_or(tag.to_owned(), |rest| format!("{tag}{rest}"))), &name)
        };
        all.push((name, value));
    }
    for (name, value) in changes {
        all.retain(|(n, _)| n != name);
        if !value.is_empty() {
            all.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    all
}

#[tokio::test]
async fn a_recipe_from_elsewhere_is_seen_before_it_is_taken_in_and_a_wrong_one_is_answered_with_line_and_cure() {
    for house in House::both().await {
        let secretary = house.secretary().await;
        let cookie = house.cookie(&secretary).await;
        let exported = house.get(&format!("{HOME}/local_project/fil"), &cookie).await;
        assert_eq!(exported.text, FILE, "a recipe leaves as it stands");
        let path = format!("{HOME}/hent-ind/tekst");
        let new = FILE.replace("key = \"local_project\"", "key = \"naboens\"").replace("\"Lokalt projekt\"", "\"Naboens opskrift\"");
        let seen = house.post(&path, &cookie, &form(&[("text", &new), ("base", "0"), ("do", "see")])).await;
        assert!(seen.status == StatusCode::OK && seen.text.contains("I har ingen i forvejen"));
        assert!(house.app.recipe("naboens").is_none());
        house.post(&path, &cookie, &form(&[("text", &new), ("base", "0"), ("do", "save")])).await;
        assert!(house.get("/forloeb/ny", &cookie).await.text.contains("Naboens opskrift"));
        // One of a key that is here already is compared with it.
        let newer = new.replace("visibility = \"public\"", "visibility = \"members\"");
        let seen = house.post(&path, &cookie, &form(&[("text", &newer), ("base", "1"), ("do", "see")])).await;
        assert!(seen.text.contains("Nye forløb er nu: "), "{}", seen.text);

        let line = FILE.lines().position(|l| l.starts_with("tools")).unwrap() + 1;
        let wrong = new.replacen("\"frame\",", "\"ramme\",", 1);
        let answer = house.post(&path, &cookie, &form(&[("text", &wrong), ("base", "0"), ("do", "save")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains(&format!("Linje {line}: Der er ikke noget værktøj, der hedder »ramme«. Der er: frame, team")), "{}", answer.text);
        assert!(answer.text.contains("<mark>tools = "), "the line is marked");
        assert_eq!(typed(&answer.text, "text").trim(), wrong.trim(), "the text is kept as typed");
        // Who does not run the municipality's recipes sees none of it.
        let other = house.cookie(&house.person("Mette").await).await;
        for path in [HOME.to_owned(), format!("{HOME}/local_project"), format!("{HOME}/local_project/fil"), format!("{HOME}/hent-ind")] {
            assert_eq!(house.get(&path, &other).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
}
