use crate::config::Config;

/// Brings the database to the newest schema.
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
    Ok(())
}
