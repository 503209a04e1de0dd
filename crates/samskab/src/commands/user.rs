//! `samskab user`: people, from the machine itself.

use clap::{Args, Subcommand};
use samskab_platform::access::Role;
use samskab_platform::clock::Clock;
use samskab_platform::{App, Error, Result};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{Place, print};
use crate::{build, operations};

/// What to do with people. Somebody is named by their e-mail address or their id.
#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    place: Place,
}

#[derive(Subcommand)]
enum What {
    /// People whose name or address holds TEXT; without TEXT the first 200
    List {
        /// Part of a name or an address
        text: Option<String>,
    },
    /// Add a person
    Add {
        /// As they write it themselves
        #[arg(long)]
        name: String,
        /// Their address: they sign in with it
        #[arg(long)]
        email: String,
        /// A municipal role to begin with: administrator, secretary, facilitator, council, politician
        #[arg(long, value_parser = role)]
        role: Option<Role>,
    },
    /// Give somebody a municipal role: administrator, secretary, facilitator, council, politician
    Give {
        /// Address or id
        who: String,
        /// The role
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Take a municipal role away
    Take {
        /// Address or id
        who: String,
        /// The role
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Print a one-time way in for somebody who is locked out; it is good for ten minutes
    Link {
        /// Address or id
        who: String,
    },
    /// End all of somebody's sessions: they must sign in again, everywhere
    EndSessions {
        /// Address or id
        who: String,
    },
}

/// The roles one can have in the municipality.
const MUNICIPAL: [Role; 5] = [Role::Administrator, Role::Secretary, Role::Facilitator, Role::Council, Role::Politician];

fn role(text: &str) -> Result<Role, String> {
    MUNICIPAL.into_iter().find(|r| r.key() == text).ok_or_else(|| format!("choose one of {}", MUNICIPAL.map(Role::key).join(", ")))
}

impl User {
    /// Runs it.
    ///
    /// # Errors
    /// What went wrong, in one line.
    pub async fn run(self) -> Result<()> {
        let (settings, db) = self.place.existing().await?;
        let app = build::app(settings, db, Clock::system(), CancellationToken::new()).await?;
        let done = self.what.run(&app).await;
        app.db.close().await;
        done
    }
}

impl What {
    async fn run(self, app: &App) -> Result<()> {
        match self {
            What::List { text } => {
                let people = operations::find(&mut app.db.read().await?, text.as_deref().unwrap_or("")).await?;
                for p in &people {
                    print(&format!("{}  {:<30} {:<36} {}", p.id, p.name, p.email.as_deref().unwrap_or("–"), p.roles.join(" ")))?;
                }
                if people.is_empty() { print("Nobody.") } else { Ok(()) }
            }
            What::Add { name, email, role } => {
                let (name, email) = (name.trim(), email.trim().to_lowercase());
                if name.is_empty() || !email.contains('@') || email.contains(char::is_whitespace) {
                    return Err(Error::Startup("give --name NAME and --email ADDRESS".to_owned()));
                }
                let id = operations::add(app, name, &email, role).await?;
                print(&format!("Added: {name}, {email}, {id}. They sign in with that address."))
            }
            What::Give { who, role } => {
                let (id, name) = find(app, &who).await?;
                operations::give(app, id, role).await?;
                print(&format!("{name} is now {role} of the municipality."))
            }
            What::Take { who, role } => {
                let (id, name) = find(app, &who).await?;
                operations::take(app, id, role).await?;
                print(&format!("{name} is no longer {role} of the municipality."))
            }
            What::Link { who } => {
                let (id, name) = find(app, &who).await?;
                let way = operations::let_in(app, id).await?;
                let until = way.until.format("%H:%M UTC");
                print(&format!(
                    "{name} signs in once, before {until}, with\n\n  {}\n  code {}\n\nWhoever has both is {name}: hand them over in person.",
                    way.address, way.code
                ))
            }
            What::EndSessions { who } => {
                let (id, name) = find(app, &who).await?;
                operations::sign_out(app, id).await?;
                print(&format!("{name} is signed out everywhere."))
            }
        }
    }
}

/// The person of an address or an id.
async fn find(app: &App, who: &str) -> Result<(Uuid, String)> {
    let mut sql = app.db.read().await?;
    let person = match who.parse::<Uuid>() {
        Ok(id) => samskab_platform::person::find(&mut sql, id).await.ok(),
        Err(_) => samskab_platform::person::find_by_email(&mut sql, who).await?,
    };
    person.map(|p| (p.id, p.name)).ok_or_else(|| Error::Startup(format!("nobody here has the address or id '{who}': `samskab user list TEXT` finds people")))
}
