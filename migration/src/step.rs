//! One step of the schema, as SQL.

use sea_orm_migration::prelude::*;

/// How long a step waits for a lock on a table. Everybody who comes after it
/// waits behind it, so it gives way soon and is tried again.
const LOCK_TIMEOUT: &str = "SET LOCAL lock_timeout = '1s'";

/// What a step is called and what it does, forwards and backwards.
#[derive(Debug, Clone, Copy, Hash)]
pub(crate) struct Step {
    name: &'static str,
    script: Script,
}

/// From the schema before to the schema after (`up`), and back again (`down`),
/// losing the data that only the newer schema can hold.
#[derive(Debug, Clone, Copy, Hash)]
enum Script {
    /// All of it happens, or nothing.
    Transaction {
        up: &'static str,
        down: &'static str,
    },
    /// Statements that PostgreSQL refuses within a transaction.
    Statements {
        up: &'static [&'static str],
        down: &'static [&'static str],
    },
}

impl Step {
    /// A step that happens as a whole or not at all. `name`, which the database
    /// remembers it by, is the name of its file.
    pub(crate) const fn in_transaction(
        name: &'static str,
        up: &'static str,
        down: &'static str,
    ) -> Self {
        let script = Script::Transaction { up, down };
        Self { name, script }
    }

    /// A step of single statements, each in effect when the next one begins. If
    /// one fails, all of them run again the next time: each must bear that.
    pub(crate) const fn outside_transaction(
        name: &'static str,
        up: &'static [&'static str],
        down: &'static [&'static str],
    ) -> Self {
        let script = Script::Statements { up, down };
        Self { name, script }
    }

    /// The name the database remembers the step by.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Its SQL forwards and backwards: what a release freezes.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> [Vec<&'static str>; 2] {
        match self.script {
            Script::Transaction { up, down } => [vec![up], vec![down]],
            Script::Statements { up, down } => [up.to_vec(), down.to_vec()],
        }
    }
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        match self.script {
            Script::Transaction { up, .. } => run(manager, &[LOCK_TIMEOUT, up]).await,
            Script::Statements { up, .. } => run(manager, up).await,
        }
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        match self.script {
            Script::Transaction { down, .. } => run(manager, &[LOCK_TIMEOUT, down]).await,
            Script::Statements { down, .. } => run(manager, down).await,
        }
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(matches!(self.script, Script::Transaction { .. }))
    }
}

async fn run(manager: &SchemaManager<'_>, texts: &[&str]) -> Result<(), DbErr> {
    for text in texts {
        manager.get_connection().execute_unprepared(text).await?;
    }
    Ok(())
}
