//! The journal's hash chain: it holds under load, and it shows what was touched.

use samskab_platform::access::Visibility;
use samskab_platform::db::Statement;
use samskab_platform::recipe::Stage;
use samskab_platform::space_acts::{self, MOVE};
use samskab_platform::{Act, Visitor, args, journal};

use crate::house::House;

async fn busy(house: &House, acts: usize) -> uuid::Uuid {
    let secretary = house.secretary().await;
    let (space, _) = house.committee(&secretary, "Ungepolitik", Visibility::Public).await;
    let visitor = Visitor::of(secretary);
    let tasks: Vec<_> = (0..acts)
        .map(|i| {
            let (app, visitor) = (house.app.clone(), visitor.clone());
            tokio::spawn(async move {
                let mut act = Act::begin(&app, &visitor, space, &MOVE).await.unwrap();
                space_acts::move_to(&mut act, Stage::ALL[i % 6]).await.unwrap();
                act.commit().await.unwrap();
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    space
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_acts_at_once_make_one_unbroken_chain() {
    for house in House::both().await {
        busy(&house, 50).await;
        let report = journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert_eq!((report.faults.len(), report.entries), (0, 51), "{}", house.kind);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_byte_is_found_and_the_row_is_named() {
    const CHANGES: [Statement; 6] = [
        Statement {
            name: "payload",
            sql: "UPDATE journal SET payload = '{\"title\":\"Ungepolitik\",\"stage\":\"deedz\"}' WHERE space_id = $1 AND seq = 3",
            postgres: None,
        },
        Statement { name: "verb", sql: "UPDATE journal SET verb = 'space.movf' WHERE space_id = $1 AND seq = 3", postgres: None },
        Statement { name: "actor", sql: "UPDATE journal SET actor_id = object_id WHERE space_id = $1 AND seq = 3", postgres: None },
        Statement { name: "hash", sql: "UPDATE journal SET hash = payload_digest WHERE space_id = $1 AND seq = 3", postgres: None },
        Statement { name: "object", sql: "UPDATE journal SET object_kind = 'spacf' WHERE space_id = $1 AND seq = 3", postgres: None },
        Statement { name: "missing", sql: "DELETE FROM journal WHERE space_id = $1 AND seq = 3", postgres: None },
    ];
    for change in &CHANGES {
        for house in House::both().await {
            let space = busy(&house, 5).await;
            let mut sql = house.app.db.write().await.unwrap();
            sql.run(change, args![space]).await.unwrap();
            sql.commit().await.unwrap();
            let report = journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
            let named = report.faults.iter().any(|f| f.space == "ungepolitik" && f.seq == 3);
            assert!(named, "{} on {}: {:?}", change.name, house.kind, report.faults);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_entry_cannot_be_cut_off_unseen() {
    const CUT: Statement = Statement { name: "cut", sql: "DELETE FROM journal WHERE space_id = $1 AND seq = 5", postgres: None };
    for house in House::both().await {
        let space = busy(&house, 5).await;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&CUT, args![space]).await.unwrap();
        sql.commit().await.unwrap();
        let report = journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert_eq!(report.faults.iter().map(|f| f.seq).collect::<Vec<_>>(), [5], "{}", house.kind);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_payload_is_counted_and_the_chain_still_holds() {
    const ERASE: Statement = Statement { name: "erase", sql: "UPDATE journal SET payload = NULL, salt = NULL WHERE space_id = $1 AND seq = 2", postgres: None };
    for house in House::both().await {
        let space = busy(&house, 3).await;
        let mut sql = house.app.db.write().await.unwrap();
        sql.run(&ERASE, args![space]).await.unwrap();
        sql.commit().await.unwrap();
        let report = journal::verify(&mut house.app.db.read().await.unwrap()).await.unwrap();
        assert_eq!((report.faults.len(), report.erased), (0, 1), "{}", house.kind);
    }
}
