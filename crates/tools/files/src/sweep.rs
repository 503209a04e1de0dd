//! Taking bytes that nothing points at out of the storage.

use samskab_platform::space::MUNICIPALITY;
use samskab_platform::{Act, App, Result, Visitor};

use crate::acts::SWEEP;
use crate::storage::Storage;
use crate::store;

/// Looks at the keys that are due. The object is removed while the row of its key is held: whoever sends the same bytes in
/// that moment waits, and writes them anew. So what is kept is never taken away.
pub(crate) async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due = store::due(&mut app.db.read().await?, now).await?;
    if due.is_empty() {
        return Ok(());
    }
    let storage = Storage::of(app)?;
    for key in due {
        // A storage that does not answer must not be waited for while the database is held.
        storage.holds(&key).await?;
        let mut act = Act::begin_at(app, &Visitor::program(), MUNICIPALITY, &SWEEP).await?;
        if store::take_loose(act.sql(), &key, now).await? {
            storage.remove(&key).await?;
        }
        act.commit().await?;
    }
    Ok(())
}
