//! The second case of each forum as the source names it in one line, with the values
//! worked out by hand from its text (sections 2 to 12) and its tables.

use crate::support::{claim, wrong};
use serde_json::{Value, json};

/// Asserts what stands in the recommended forum, and the letters of its parts.
fn twin(changes: &Value, expected: &Value, confidence: &Value) {
    let case = json!({
        "facts": claim(changes), "expected": expected, "confidence": confidence,
    });
    if let Some(wrong) = wrong(&case) {
        panic!("{wrong}");
    }
}

#[test]
fn germany_without_a_pilot_court_ends_with_the_third_year() {
    // Default from 27 January to 4 May: 98 days of 6.27 %, 4.2086.
    twin(
        &json!({ "origin": "CGN", "flight_day": "2025-12-30", "claim_sent": "2026-01-10",
            "deadline_in_demand": "2026-01-26", "filed_on": "2026-05-04" }),
        &json!({
            "forum": "DE-AG", "court": "AG Köln", "lawyer": false,
            "body": { "id": "DE-RV", "by": "silence", "open_from": "2026-03-11", "compulsory": false },
            "fee": { "table": "DE_GKG30", "value": "250.00", "amount": "120.00", "currency": "EUR" },
            "interest": { "rule": "DE_288", "principal": "250.00", "start": "2026-01-26",
                "last_day": "2026-05-04", "amount": "4.21" },
            "deadline": { "limitation_last_day": "2028-12-31", "safe_last_day": "2028-12-29" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass", "airline_address",
                "fee_advance"],
        }),
        &json!({ "body": "H", "court": "M", "fee": "H", "interest": "H", "deadline": "H" }),
    );
}

#[test]
fn austria_takes_assigned_claims_by_their_sum() {
    // 105 days of 4 % on 750: 8.6301.
    twin(
        &json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "persons": 3,
            "sum": "750.00", "flight_day": "2026-04-20", "claim_sent": "2026-05-04",
            "deadline_in_demand": "2026-05-18", "filed_on": "2026-08-31", "claimant_home": "AT",
            "one_claims_for_all": true }),
        &json!({
            "forum": "AT-BG", "court": "BG Schwechat", "lawyer": false,
            "body": { "id": "AT-APF", "by": "silence", "open_from": "2026-06-16" },
            "fee": { "table": "AT_TP1", "value": "750.00", "amount": "140.00", "times": 1 },
            "interest": { "rule": "AT_1000", "start": "2026-05-18", "amount": "8.63" },
            "deadline": { "limitation_last_day": "2029-04-20" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass",
                "payment_order_form", "assignments"],
        }),
        &json!({ "body": "H", "court": "M", "fee": "M", "interest": "H", "deadline": "M" }),
    );
}

#[test]
fn french_friends_with_an_old_complaint_need_two_writs_and_no_mediator() {
    // 170 days of 6.65 % and 165 of 6.67 % on 800: 48.8997.
    twin(
        &json!({ "origin": "CDG", "destination": "PTP", "carrier": "AF", "persons": 2,
            "relation": "friends", "sum": "800.00", "flight_day": "2025-07-01",
            "claim_sent": "2025-07-15", "deadline_in_demand": null, "filed_on": "2026-06-15",
            "claimant_home": "FR" }),
        &json!({
            "forum": "FR-TJ", "court": "tribunal de proximité d’Aulnay-sous-Bois", "lawyer": false,
            "body": { "id": "FR-MTV", "by": "silence", "open_from": "2025-09-16",
                "open_until": "2026-07-15", "compulsory": false },
            "fee": { "table": "FR_2026", "value": "400.00", "amount": "100.00", "times": 2,
                "plus": "writ" },
            "interest": { "rule": "FR_LEGAL", "principal": "800.00", "start": "2025-07-15",
                "last_day": "2026-06-15", "amount": "48.90" },
            "deadline": { "limitation_last_day": "2030-07-01" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass", "stamp_50", "writ"],
        }),
        &json!({ "body": "H", "court": "M", "fee": "H", "deadline": "H" }),
    );
}

#[test]
fn spain_above_two_thousand_wants_a_lawyer() {
    // 87 days of 3.25 % on 2,400: 18.5918.
    twin(
        &json!({ "origin": "MAD", "destination": "JFK", "carrier": "IB", "persons": 4,
            "sum": "2400.00", "deadline_in_demand": null, "claimant_home": "ES" }),
        &json!({
            "forum": "ES-TI", "lawyer": true,
            "body": { "id": "ES-AESA", "open_from": "2026-04-21", "open_until": "2027-03-20" },
            "fee": { "table": "ES_0", "amount": "0.00" },
            "interest": { "rule": "ES_1108", "amount": "18.59" },
            "deadline": { "limitation_last_day": "2031-03-14" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass",
                "proof_of_prior_attempt", "lawyer_and_procurador"],
        }),
        &json!({ "body": "H", "fee": "H", "interest": "M", "deadline": "H" }),
    );
}

#[test]
fn italian_expenses_need_conciliation_a_lawyer_and_the_duty() {
    // 87 days of 1.60 % on 1,200: 4.5764.
    twin(
        &json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ", "persons": 4,
            "sum": "1000.00", "expenses": "200.00", "deadline_in_demand": null,
            "claimant_home": "IT" }),
        &json!({
            "forum": "IT-GDP", "court": "Giudice di pace di Roma", "lawyer": true,
            "body": { "id": "IT-ART", "by": "silence", "open_from": "2026-04-20",
                "open_until": "2027-03-20", "compulsory": true },
            "fee": { "table": "IT_CU", "value": "1200.00", "amount": "98.00", "plus": "27.00" },
            "interest": { "rule": "IT_1284", "amount": "4.58" },
            "deadline": { "limitation_last_day": "2028-03-14" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass", "receipts",
                "conciliation_minutes", "fee_stamp"],
        }),
        &json!({ "body": "M", "court": "L", "fee": "M", "interest": "M", "deadline": "M" }),
    );
}

#[test]
fn a_dutch_claim_against_an_irish_airline_goes_by_form_a() {
    // 118 days of 4 % on 250: 3.2329.
    twin(
        &json!({ "origin": "EIN", "destination": "DUB", "carrier": "FR",
            "flight_day": "2026-01-12", "claim_sent": "2026-01-20",
            "deadline_in_demand": "2026-02-03", "refused_on": "2026-03-02",
            "filed_on": "2026-06-01", "claimant_home": "NL" }),
        &json!({
            "forum": "EU-ESCP", "court": "Rechtbank Oost-Brabant, kanton, Eindhoven",
            "lawyer": false,
            "body": { "id": "NL-ILT", "by": "refusal", "open_from": "2026-03-02" },
            "fee": { "table": "NL_KANTON", "value": "250.00", "amount": "93.00" },
            "interest": { "rule": "NL_6119", "amount": "3.23" },
            "deadline": { "limitation_last_day": "2028-01-12" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass", "form_a",
                "ground_of_jurisdiction"],
        }),
        &json!({ "body": "M", "court": "M", "fee": "L", "interest": "L", "deadline": "H" }),
    );
}

#[test]
fn poland_refused_with_three_weeks_left_goes_to_court_at_once() {
    // 5 to 28 December: 24 days of 9.25 % on 600: 3.6493. The year ends on Sunday.
    let facts = json!({ "origin": "WAW", "destination": "JFK", "carrier": "LO", "sum": "600.00",
        "flight_day": "2026-01-17", "claim_sent": "2026-11-20",
        "deadline_in_demand": "2026-12-04", "refused_on": "2026-12-27",
        "filed_on": "2026-12-28", "claimant_home": "PL", "fx": { "PLN_per_EUR": "4.25" } });
    twin(
        &facts,
        &json!({
            "forum": "PL-SR", "court": null, "lawyer": false,
            "body": { "id": "PL-RPP", "warning": "before_limitation", "by": "silence",
                "open_from": "2026-12-21", "open_until": "2027-01-17" },
            "fee": { "table": "PL_UKSC", "value": "2550.00", "amount": "200.00",
                "currency": "PLN" },
            "interest": { "rule": "PL_481", "start": "2026-12-04", "amount": "3.65" },
            "deadline": { "limitation_last_day": "2027-01-17", "safe_last_day": "2027-01-15" },
        }),
        &json!({ "body": "H", "court": "L", "fee": "M", "deadline": "H" }),
    );
    let step = crate::support::written(&claim(&facts))["next_step"].clone();
    assert_eq!(step["step"], "go_to_court");
    assert_eq!(step["by"], "2027-01-15");
}

#[test]
fn an_irish_claim_against_a_portuguese_airline_goes_by_form_a() {
    twin(
        &json!({ "origin": "DUB", "destination": "LIS", "carrier": "TP", "sum": "400.00",
            "deadline_in_demand": null, "claimant_home": "IE" }),
        &json!({
            "forum": "EU-ESCP", "court": "Dublin Metropolitan District", "lawyer": false,
            "body": { "id": "IE-IAA", "by": "silence", "open_from": "2026-05-02" },
            "fee": { "table": "IE_25", "value": "400.00", "amount": "25.00", "currency": "EUR" },
            "interest": { "rule": null, "amount": null },
            "deadline": { "limitation_last_day": "2032-03-14" },
        }),
        &json!({ "body": "H", "court": "M", "deadline": "H" }),
    );
}

#[test]
fn scotland_has_the_sheriff_and_five_years() {
    twin(
        &json!({ "origin": "EDI", "destination": "AGP", "carrier": "U2", "sum": "350.00",
            "currency": "GBP", "claimant_home": "GB-SCT", "airline_has_address_in": "GB-ENG",
            "deadline_in_demand": null, "filed_on": "2026-03-31" }),
        &json!({
            "forum": "UK-SCT-SP", "court": "Edinburgh Sheriff Court", "lawyer": false,
            "body": { "id": "UK-ADR", "by": "silence", "open_from": "2026-05-16" },
            "fee": { "table": "SCT_SP", "value": "350.00", "amount": "112.00", "currency": "GBP" },
            "interest": { "rule": "SCT_8", "amount": null },
            "deadline": { "limitation_last_day": "2031-03-14", "safe_last_day": "2031-03-14" },
            "documents": ["booking_confirmation", "complaint_with_proof",
                "airline_answer_or_silence", "computation", "boarding_pass", "form_3a",
                "evidence_list"],
        }),
        &json!({ "body": "H", "fee": "L", "deadline": "H" }),
    );
}

#[test]
fn dead_in_poland_a_claim_lives_in_france() {
    twin(
        &json!({ "origin": "WAW", "destination": "CDG", "carrier": "LO", "claimant_home": "PL",
            "flight_day": "2025-03-10", "claim_sent": "2025-09-01", "deadline_in_demand": null,
            "filed_on": "2026-06-15", "fx": { "PLN_per_EUR": "4.25" } }),
        &json!({
            "forum": "EU-ESCP", "court": "tribunal de proximité d’Aulnay-sous-Bois",
            "fee": { "table": "FR_2026", "value": "250.00", "amount": "50.00" },
            "deadline": { "limitation_last_day": "2030-03-10" },
        }),
        &json!({ "court": "M", "fee": "M", "deadline": "H" }),
    );
}

#[test]
fn a_canadian_sum_and_a_european_one_are_a_choice() {
    let facts = json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AF", "sum": "1000.00",
        "currency": "CAD", "claimant_home": "CA-ON", "deadline_in_demand": null });
    twin(
        &facts,
        &json!({
            "forum": "CA-CTA", "court": null, "lawyer": false,
            "body": { "id": "CA-CTA", "by": "silence", "open_from": "2026-04-20" },
            "fee": { "amount": "0.00", "currency": "CAD" },
            "deadline": { "claim_to_airline_last_day": "2027-03-14" },
        }),
        &json!({ "body": "H", "fee": "H", "interest": "H", "deadline": "H" }),
    );
    let france = crate::support::entry(&crate::support::written(&claim(&facts)), "FR-TJ");
    assert_eq!(france["status"], "depends");
    assert_eq!(france["lawyer"], Value::Null);
}

#[test]
fn a_resident_of_the_united_states_has_the_german_court() {
    twin(
        &json!({ "origin": "FRA", "destination": "JFK", "carrier": "LH", "sum": "600.00",
            "claimant_home": "US", "deadline_in_demand": null }),
        &json!({
            "forum": "DE-AG", "court": "AG Frankfurt am Main", "lawyer": false,
            "body": { "id": "DE-RV", "by": "silence", "open_from": "2026-05-21" },
            "fee": { "table": "DE_GKG30", "value": "600.00", "amount": "183.00" },
            "deadline": { "limitation_last_day": "2029-12-31" },
        }),
        &json!({ "body": "H", "court": "H", "fee": "H", "deadline": "H" }),
    );
}
