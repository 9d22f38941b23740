use std::sync::Arc;

use backend::SystemClock;

use crate::{config::Config, lifecycle};

/// Brings the database to the newest schema, and what is stored in it to its
/// newest form.
pub async fn run(config: &Config) -> Result<(), String> {
    let url = &config.database.0;
    let pending = migration::pending(url)
        .await
        .map_err(|error| format!("the database: {error}"))?;
    migration::migrate(url)
        .await
        .map_err(|error| format!("the database: {error}"))?;
    match pending.len() {
        0 => println!("The database is up to date."),
        count => println!("The database took {count} steps: {}", pending.join(", ")),
    }
    upgrade(config).await
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
