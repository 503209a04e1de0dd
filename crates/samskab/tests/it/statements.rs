//! Every SQL text is valid on both databases.

use crate::house::House;

#[tokio::test]
async fn every_statement_prepares() {
    for house in House::both().await {
        let mut faults = vec![];
        for statement in samskab::statements() {
            if let Err(error) = house.app.db.prepare(statement).await {
                faults.push(format!("{} on {}: {error}", statement.name, house.kind));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn statements_have_names_of_their_own() {
    let mut names: Vec<&str> = samskab::statements().iter().map(|s| s.name).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(all > 80, "only {all} statements are registered");
}
