//! Table `claims`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "claims")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub state: String,
    pub version: i32,
    pub basis_version: i32,
    pub draft_id: Uuid,
    pub language: String,
    pub passenger_count: i32,
    pub origin: String,
    pub destination: String,
    pub flight: String,
    pub flight_day: TimeDate,
    pub disruption: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub statement: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub assessment: Json,
    pub rules: String,
    pub outcome: String,
    pub regime: Option<String>,
    pub amount_minor: Option<i64>,
    pub currency: Option<String>,
    pub claim_from: Option<String>,
    pub link_hash: Vec<u8>,
    pub link_issued_at: TimeDateTimeWithTimeZone,
    pub link_generation: i32,
    pub link_renewal_hash: Option<Vec<u8>>,
    pub submitted_at: TimeDateTimeWithTimeZone,
    pub updated_at: TimeDateTimeWithTimeZone,
    pub decided_at: Option<TimeDateTimeWithTimeZone>,
    pub decided_by: Option<Uuid>,
    pub decision_reason: Option<String>,
    pub decision_text: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
