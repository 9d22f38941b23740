//! The accounts of those who review.

use db::{Conflict, DbError};

use crate::samples::{account, desk, minute, staff_id};

#[tokio::test]
async fn an_account_is_found_by_its_address_in_any_case() {
    let (_database, db) = desk().await;
    let tx = db.begin().await.unwrap();
    let mut second = account(2);
    second.email = "ADA@Aero.Example".to_owned();
    tx.staff().insert(second.clone()).await.unwrap();
    second.email = "ada@aero.example".to_owned();
    let found = tx.staff().by_email("Ada@aero.example").await;
    assert_eq!(found, Ok(Some(second.clone())));
    assert_eq!(
        tx.staff().by_id(staff_id(2)).await,
        Ok(Some(second.clone()))
    );
    assert_eq!(tx.staff().by_email("no\0body").await, Ok(None));
    assert_eq!(
        tx.staff().list().await,
        Ok(vec![second.clone(), account(1)])
    );
    assert!(!format!("{second:?}").contains("argon2"));
}

#[tokio::test]
async fn an_address_has_one_account() {
    let (_database, db) = desk().await;
    let tx = db.begin().await.unwrap();
    let mut twin = account(2);
    twin.email = account(1).email.to_uppercase();
    let refused = tx.staff().insert(twin).await;
    let rule = "staff_email_key".to_owned();
    assert_eq!(refused, Err(DbError::Conflict(Conflict::Duplicate(rule))));
}

#[tokio::test]
async fn an_account_is_disabled_once_and_its_password_replaced() {
    let (_database, db) = desk().await;
    let tx = db.begin().await.unwrap();
    let staff = tx.staff();
    let hash = "$argon2id$v=19$another-hash";
    assert_eq!(staff.set_password_hash(staff_id(1), hash).await, Ok(true));
    assert_eq!(staff.set_password_hash(staff_id(9), hash).await, Ok(false));
    assert_eq!(staff.disable(staff_id(1), minute(5)).await, Ok(true));
    assert_eq!(staff.disable(staff_id(1), minute(6)).await, Ok(false));
    let found = staff.by_id(staff_id(1)).await.unwrap().unwrap();
    assert_eq!(found.disabled_at, Some(minute(5)));
    assert_eq!(found.password_hash, hash);
}
