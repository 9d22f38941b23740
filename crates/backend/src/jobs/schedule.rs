//! What recurs, and when (in UTC).
//!
//! Every worker may run the schedule: the library adds each job once for its
//! time, however many processes try to, and makes up for what was missed while
//! none ran.

use domain::job::{DeleteExpired, Job};
use graphile_worker::{CronJobKeyMode, Crontab, CrontabFill, CrontabTimer};

/// How long a job that was missed is still made up for.
const MADE_UP_FOR: u32 = 1;

/// The entries. At a minute of their own, not all on the hour.
pub(super) fn schedule() -> Vec<Crontab> {
    [hourly(17, DeleteExpired::NAME)]
        .into_iter()
        .flatten()
        .collect()
}

/// An entry, unless the minute is none.
fn hourly(minute: u32, name: &str) -> Option<Crontab> {
    let timer = CrontabTimer::hourly_at(minute).ok()?;
    let mut entry = Crontab::new(timer, name);
    entry.options.fill = Some(CrontabFill::hours(MADE_UP_FOR));
    // One that still waits is enough.
    entry.options.job_key = Some(name.to_owned());
    entry.options.job_key_mode = Some(CronJobKeyMode::PreserveRunAt);
    Some(entry)
}

#[cfg(test)]
mod tests {
    use super::schedule;

    #[test]
    fn every_entry_has_a_time() {
        let names: Vec<String> = schedule()
            .iter()
            .map(|entry| entry.task_identifier.clone())
            .collect();
        assert_eq!(names, ["delete_expired"]);
    }
}
