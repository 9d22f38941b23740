use std::sync::Arc;

use backend::SystemClock;

use crate::{config::Config, lifecycle};

/// Brings the database to the newest schema, as the role that owns it, gives the role
/// that serves what it needs, and brings what is stored to its newest form.
pub async fn run(config: &Config) -> Result<(), String> {
    let url = config.database.owner_url.as_str();
    let pending = migration::pending(url).await.map_err(failed)?;
    migration::migrate(url).await.map_err(failed)?;
    match pending.len() {
        0 => println!("The database is up to date."),
        count => println!("The database took {count} steps: {}", pending.join(", ")),
    }
    grant(config, url).await?;
    upgrade(config).await
}

fn failed(error: impl std::fmt::Display) -> String {
    format!("the database: {error}")
}

async fn grant(config: &Config, url: &str) -> Result<(), String> {
    let role = &config.database.app_role;
    if role == config.database.owner_url.user() {
        println!("{role} owns the tables and needs no privileges.");
    } else if migration::grant(url, role).await.map_err(failed)? {
        println!("{role} may read and write rows.");
    } else {
        println!("There is no role {role}: the service needs the role that owns the tables.");
    }
    Ok(())
}

async fn upgrade(config: &Config) -> Result<(), String> {
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let upgraded = backend
        .upgrade_snapshots()
        .await
        .map_err(|error| format!("the claims of older releases: {error}"))?;
    if upgraded.done > 0 {
        println!("Claims brought to the newest form: {}", upgraded.done);
    }
    if upgraded.left > 0 {
        println!(
            "Claims left in an old form, which cannot be read: {}",
            upgraded.left
        );
    }
    Ok(())
}
