//! What is logged, and how.

use tracing_subscriber::EnvFilter;

use super::reader::Reader;

/// The log, which goes to the standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    /// A filter of `tracing`, which can be read as one.
    pub filter: String,
    /// Whether each line is a JSON object.
    pub json: bool,
}

impl LogConfig {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let filter = reader.text(
            "AERO_LOG",
            "info,sqlx=warn,sea_orm_migration=warn,graphile_worker=error",
        );
        if let Err(error) = EnvFilter::try_new(&filter) {
            reader.fault(format!("AERO_LOG is a filter like info,sqlx=warn: {error}"));
        }
        Self {
            filter,
            json: reader.one_of("AERO_LOG_FORMAT", &[("text", false), ("json", true)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn a_filter_that_cannot_be_read_is_a_fault() {
        for filter in ["info,sqlx=loud", "aero=info=debug", "[{"] {
            let faults = faults(&[DATABASE, ("AERO_LOG", filter)]);
            assert!(
                matches!(faults.as_slice(), [one] if one.starts_with("AERO_LOG is a filter")),
                "{filter}: {faults:?}"
            );
        }
        let config = read(&[DATABASE, ("AERO_LOG", "debug,hyper=off")]).unwrap();
        assert_eq!(config.log.filter, "debug,hyper=off");
    }
}
