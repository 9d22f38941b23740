//! One step of the schema, as SQL.

use sea_orm_migration::prelude::*;

/// What a step is called and what it does, forwards and backwards.
#[derive(Debug, Clone, Copy, Hash)]
pub(crate) struct Step {
    /// The name the database remembers the step by; the name of its file.
    pub(crate) name: &'static str,
    /// From the schema before to the schema after.
    pub(crate) up: &'static str,
    /// And back again, losing the data that only the newer schema can hold.
    pub(crate) down: &'static str,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, self.up).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, self.down).await
    }
}

async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await?;
    Ok(())
}
