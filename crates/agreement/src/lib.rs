//! The same cases judged natively and in wasm32: what a browser says must be
//! what the server says, to the last letter of the JSON.
//!
//! `deploy/local/agreement.sh` builds both and compares them seed by seed. The
//! two differ where nobody would look: trigonometry comes from another library,
//! a pointer has half the width.

use reference::Embedded;
use rights::contract::answer;
use rights::{Case, assess};
use trials::Keys;
use wasm_bindgen::prelude::wasm_bindgen;

/// The case that belongs to a seed.
fn case(seed: u32) -> Case {
    trials::case(&trials::seeded(u64::from(seed)))
}

/// What the case of a seed is, for a person to look at.
#[wasm_bindgen]
#[must_use]
pub fn case_of(seed: u32) -> String {
    format!("{:#?}", case(seed))
}

/// The answer to the case of a seed, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn answer_to(seed: u32) -> String {
    let assessment = assess(&case(seed), &Embedded);
    serde_json::to_string(&answer(&assessment, &Keys)).unwrap_or_default()
}

/// The recourse of the claim of a seed, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn recourse_of(seed: u32) -> String {
    let facts = trials::claim(&trials::seeded(u64::from(seed)));
    serde_json::to_string(&recourse::recourse(&facts, &Embedded)).unwrap_or_default()
}

/// A fingerprint of these answers and of the case they were given to, in hexadecimal
/// (FNV-1a, 64 bits).
#[wasm_bindgen]
#[must_use]
pub fn fingerprint(seed: u32) -> String {
    let text = case_of(seed) + &answer_to(seed) + &recourse_of(seed);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
