//! A plan does not outlive its owner's account.

use samskab_platform::{Act, App, Error, Result};

use crate::acts::{self, END};
use crate::store;

/// Ends the plans of those who have left; one that is held is tried again.
pub(crate) async fn tick(app: &App) -> Result<()> {
    let orphans = store::orphans(&mut app.db.read().await?).await?;
    for (space,) in orphans {
        let mut act = Act::begin_by_token(app, space, &END).await?;
        match acts::end(&mut act).await {
            Ok(()) => act.commit().await?,
            // Held, or another node was quicker.
            Err(Error::Refused(_) | Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
