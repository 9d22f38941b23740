//! Signed-in browsers.

use db::sessions;
use testing::TestDb;

use crate::samples::{connect, minute};

#[tokio::test]
async fn a_session_lives_until_it_expires_or_is_deleted() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let until = minute(10);
    assert_eq!(sessions::create(&db, "a", b"1", until).await, Ok(true));
    assert_eq!(sessions::create(&db, "a", b"2", until).await, Ok(false));
    let stored = Ok(Some((b"1".to_vec(), until)));
    assert_eq!(sessions::load(&db, "a", minute(9)).await, stored);
    assert_eq!(sessions::load(&db, "a", until).await, Ok(None));
    assert_eq!(sessions::load(&db, "b", minute(9)).await, Ok(None));

    sessions::save(&db, "a", b"3", minute(20)).await.unwrap();
    sessions::save(&db, "b", b"4", minute(10)).await.unwrap();
    let stored = Ok(Some((b"3".to_vec(), minute(20))));
    assert_eq!(sessions::load(&db, "a", until).await, stored);
    assert_eq!(sessions::delete_expired(&db, until).await, Ok(1));
    sessions::delete(&db, "a").await.unwrap();
    sessions::delete(&db, "a").await.unwrap();
    assert_eq!(sessions::load(&db, "a", until).await, Ok(None));
}
