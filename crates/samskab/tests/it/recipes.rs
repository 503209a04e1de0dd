//! A recipe is offered only when every tool it needs is here.

use axum::http::StatusCode;
use samskab_platform::recipe::Recipe;

use crate::house::House;

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
    let wrong = FILE.replace("version = 1", "version = \"en\"");
    let error = Recipe::parse("recipes/local_project.toml", &wrong).unwrap_err();
    let line = FILE.lines().position(|l| l.starts_with("version")).unwrap() + 1;
    assert!(error.starts_with(&format!("recipes/local_project.toml, line {line}:")), "{error}");
    let lacking: String = FILE.lines().filter(|l| !l.starts_with("deeds")).map(|l| format!("{l}\n")).collect();
    assert!(Recipe::parse("x.toml", &lacking).unwrap_err().contains("[da.stages] lacks 'deeds'"));
}
