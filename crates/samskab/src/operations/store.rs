//! The SQL of what is done with people from the command line.

use samskab_platform::args;
use samskab_platform::db::Sql;
use samskab_platform::error::Result;
use samskab_platform::space::MUNICIPALITY;
use uuid::Uuid;

/// A person in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct Listed {
    pub id: Uuid,
    pub name: String,
    pub email: Option<String>,
    /// Municipal roles.
    #[sqlx(skip)]
    pub roles: Vec<String>,
}

samskab_platform::statements! {
    FIND = "SELECT id, name, email FROM person WHERE left_at IS NULL AND merged_into IS NULL AND (LOWER(name) LIKE $1 ESCAPE '!' OR email LIKE $1 ESCAPE '!')
        ORDER BY name, id LIMIT 200";
    ROLES = "SELECT r.person_id, r.role FROM space_role r JOIN space s ON s.id = r.space_id WHERE s.slug = $1 ORDER BY r.role";
    ADMINISTRATORS = "SELECT COUNT(*) FROM space_role r JOIN space s ON s.id = r.space_id JOIN person p ON p.id = r.person_id
        WHERE s.slug = $1 AND r.role = 'administrator' AND p.left_at IS NULL AND p.merged_into IS NULL";
}

pub(super) async fn find(sql: &mut Sql, text: &str) -> Result<Vec<Listed>> {
    let escaped: String = text.to_lowercase().chars().flat_map(|c| if "%_!".contains(c) { vec!['!', c] } else { vec![c] }).collect();
    let mut people: Vec<Listed> = sql.all(&FIND, args![format!("%{escaped}%")]).await?;
    let roles: Vec<(Uuid, String)> = sql.all(&ROLES, args![MUNICIPALITY]).await?;
    for person in &mut people {
        person.roles = roles.iter().filter(|(id, _)| *id == person.id).map(|(_, role)| role.clone()).collect();
    }
    Ok(people)
}

/// How many administrators there are.
pub(crate) async fn administrators(sql: &mut Sql) -> Result<i64> {
    sql.count(&ADMINISTRATORS, args![MUNICIPALITY]).await
}
