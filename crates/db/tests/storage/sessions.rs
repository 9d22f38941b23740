//! Signed-in browsers of the staff.

use db::sessions::{self, SessionRow};
use db::{Conflict, DbError};
use jiff::{SignedDuration, Timestamp};

use crate::samples::{desk, hash, minute, staff_id};

fn loaded(data: &[u8], ends_at: Timestamp) -> Result<Option<SessionRow>, DbError> {
    let data = data.to_vec();
    Ok(Some(SessionRow { data, ends_at }))
}

#[tokio::test]
async fn a_session_ends_half_an_hour_after_what_was_noted_last() {
    let (_database, db) = desk().await;
    let created = sessions::create(&db, hash(1), staff_id(1), b"1", minute(0)).await;
    assert_eq!(created, Ok(true));
    let taken = sessions::create(&db, hash(1), staff_id(1), b"2", minute(0)).await;
    assert_eq!(taken, Ok(false));
    for now in [minute(29), minute(58)] {
        let found = sessions::load(&db, hash(1), now).await;
        assert_eq!(found, loaded(b"1", now + SignedDuration::from_mins(1)));
        sessions::note(&db, hash(1), now).await.unwrap();
        let found = sessions::load(&db, hash(1), now).await;
        assert_eq!(found, loaded(b"1", now + SignedDuration::from_mins(30)));
    }
    // Within a minute it is noted once; what has ended stays so.
    let soon = minute(58) + SignedDuration::from_secs(59);
    for now in [soon, minute(88)] {
        sessions::note(&db, hash(1), now).await.unwrap();
    }
    assert_eq!(sessions::load(&db, hash(2), minute(58)).await, Ok(None));
    assert_eq!(sessions::load(&db, hash(1), minute(88)).await, Ok(None));
    assert_eq!(
        sessions::save(&db, hash(1), b"3", minute(88)).await,
        Ok(false)
    );
    assert_eq!(sessions::delete_expired(&db, minute(87)).await, Ok(0));
    assert_eq!(sessions::delete_expired(&db, minute(88)).await, Ok(1));
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_whatever_happens() {
    let (_database, db) = desk().await;
    sessions::create(&db, hash(1), staff_id(1), b"1", minute(0))
        .await
        .unwrap();
    let end = minute(12 * 60);
    for number in (20..12 * 60).step_by(20) {
        let now = minute(number);
        sessions::note(&db, hash(1), now).await.unwrap();
        let found = sessions::load(&db, hash(1), now).await.unwrap();
        assert!(found.unwrap().ends_at <= end, "{number}");
    }
    assert_eq!(sessions::load(&db, hash(1), end).await, Ok(None));
    assert_eq!(sessions::delete_expired(&db, end).await, Ok(1));
}

#[tokio::test]
async fn what_is_saved_is_remembered_and_never_begins_a_session() {
    let (_database, db) = desk().await;
    let (now, ends_at) = (minute(0), minute(30));
    assert_eq!(sessions::save(&db, hash(1), b"1", now).await, Ok(false));
    sessions::create(&db, hash(1), staff_id(1), b"1", now)
        .await
        .unwrap();
    assert_eq!(sessions::save(&db, hash(1), b"2", now).await, Ok(true));
    let found = sessions::load(&db, hash(1), now).await;
    assert_eq!(found, loaded(b"2", ends_at));
    sessions::delete(&db, hash(1)).await.unwrap();
    sessions::delete(&db, hash(1)).await.unwrap();
    assert_eq!(sessions::save(&db, hash(1), b"3", now).await, Ok(false));
    assert_eq!(sessions::load(&db, hash(1), now).await, Ok(None));
}

#[tokio::test]
async fn an_account_that_is_disabled_has_no_session() {
    let (_database, db) = desk().await;
    for number in 1..=3 {
        sessions::create(&db, hash(number), staff_id(1), b"1", minute(0))
            .await
            .unwrap();
    }
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.staff().disable(staff_id(1), minute(1)).await, Ok(true));
    tx.commit().await.unwrap();
    assert_eq!(sessions::load(&db, hash(2), minute(1)).await, Ok(None));
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.staff().enable(staff_id(1)).await, Ok(true));
    assert_eq!(tx.staff().enable(staff_id(1)).await, Ok(false));
    tx.commit().await.unwrap();
    assert_eq!(sessions::load(&db, hash(2), minute(1)).await, Ok(None));
    let nobody = sessions::create(&db, hash(9), staff_id(9), b"1", minute(0)).await;
    assert!(
        !matches!(nobody, Ok(_) | Err(DbError::Conflict(Conflict::Version))),
        "a session is somebody's: {nobody:?}"
    );
}
