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

/// The trigger function that has each change of a claim count its version, but
/// for a renewed link: with what else is no change of its own, as PL/pgSQL.
macro_rules! versions_but_for_links {
    ($also:literal) => {
        concat!(
            r"
CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    only_link claims := OLD;
BEGIN
    -- Decisions do not rest on the link: renewing it must not make them stale.
    only_link.link_hash := NEW.link_hash;
    only_link.link_issued_at := NEW.link_issued_at;
    only_link.updated_at := NEW.updated_at;
",
            $also,
            r"    IF NEW.link_hash <> OLD.link_hash AND NEW IS NOT DISTINCT FROM only_link THEN
        RETURN NEW;
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'claim %: version % cannot follow %', OLD.id, NEW.version, OLD.version
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
"
        )
    };
}

pub(crate) use versions_but_for_links;
