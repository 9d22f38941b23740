//! The answer: the forums that hear a claim, in the shape in which it is written.

mod place;

use jiff::civil::Date;
use rights::Coded;
use serde::{Serialize, Serializer};

use crate::table::{Binding, BodyKind, Suspends, Unit};
pub use crate::words::{Because, ForumKind, Opening, Part, Status, Step, Warning};
pub use place::Place;

/// What a claim can do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Recourse))]
pub struct Answer {
    /// The day on which the tables were last held against their sources.
    pub tables: &'static str,
    /// The best forum; `null` where none of the law of the sum is open in time.
    pub recommended: Option<ForumAnswer>,
    /// Every forum that can hear the claim, the best first; those that are too
    /// late come last.
    pub forums: Vec<ForumAnswer>,
    /// Forums that were looked at and are not open, each with the reason.
    pub closed: Vec<ClosedForum>,
    /// Every state whose courts may hear the claim under the law of the sum, with its
    /// days, whether or not a forum there is in the list.
    pub places: Vec<Place>,
    /// What to do now, and by when.
    pub next_step: NextStep,
    /// Facts that were given and that nothing here looks at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_used: Vec<String>,
}

/// One forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseForum))]
pub struct ForumAnswer {
    /// Its code, `DE-ONLINE`.
    pub forum: &'static str,
    /// `open`; `depends`: a fact or a row is missing, or only the longest reading of
    /// the limitation keeps it alive; `late`: its limitation has passed.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub status: Status,
    /// It goes by another law than the one the sum comes from; such a forum is never
    /// the recommended one.
    pub other_law: bool,
    /// The other forums that can hear the claim, the best first.
    pub alternatives: Vec<&'static str>,
    /// Who is asked before a court, or instead of it.
    pub body: Option<Body>,
    /// The competent court, where its name is known.
    pub court: Option<String>,
    /// Every court that may be chosen, with the grounds.
    pub courts: Vec<Court>,
    /// Whether a lawyer is needed; `null` where that goes by a value that is not
    /// known.
    pub lawyer: Option<bool>,
    /// What it costs to begin.
    pub fee: Fee,
    /// Interest to a day.
    pub interest: Interest,
    /// The days that count.
    pub deadline: Deadline,
    /// Keys of the documents the file must hold.
    pub documents: Vec<&'static str>,
    /// Those of them that are not at hand.
    pub documents_missing: Vec<&'static str>,
    /// Keys of documents that help, or are a part of the claim's own text.
    pub documents_that_help: Vec<&'static str>,
    /// How sure each part is: H, M or L. What is L decides no money without a
    /// person.
    pub confidence: Confidences,
    /// What is missing, part by part.
    pub depends: Vec<Depends>,
    /// What it is called.
    pub title: &'static str,
    /// `court` or `regulator`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub kind: ForumKind,
    /// Its language, ISO 639-1; several with blanks between them.
    pub language: String,
    /// How to file.
    pub channel: &'static str,
    /// What follows on silence, a row of the table `default_rule`.
    pub default_rule: &'static str,
    /// The same in words.
    pub outcomes: Option<Outcomes>,
    /// The periods that run before this forum and its body.
    pub periods: Vec<Period>,
}

/// What follows on what the airline does before a forum, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseOutcomes))]
pub struct Outcomes {
    /// On its silence.
    pub silence: &'static str,
    /// On an answer in part.
    pub part_answer: &'static str,
    /// On an admission.
    pub admission: &'static str,
    /// On payment after the claim was filed.
    pub paid_after_filing: &'static str,
    /// On a settlement.
    pub settlement: &'static str,
}

/// A period that runs before a forum or its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecoursePeriod))]
pub struct Period {
    /// Its name, `escp_answer`.
    pub clock: &'static str,
    /// The event from which it runs.
    pub starts_on: &'static str,
    /// How long it is.
    pub length: i32,
    /// In `day`, `week` or `month`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub unit: Unit,
    /// What comes when it has run out.
    pub when_it_runs_out: &'static str,
}

/// A body that is asked before a court, or instead of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseBody))]
pub struct Body {
    /// Its code, `DE-RV`.
    pub id: &'static str,
    /// `before_limitation`: its own time may outlast the claim, so that a court
    /// comes first. Absent where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_code")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub warning: Option<Warning>,
    /// What opened it: `refusal` or `silence`; `null` before the claim was sent.
    #[serde(serialize_with = "optional_code")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub by: Option<Opening>,
    /// The first day on which it can be asked.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub open_from: Option<Date>,
    /// The last day on which it can be asked, where it sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub open_until: Option<Date>,
    /// The first day on which it can no longer be asked, once it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub closed_since: Option<Date>,
    /// The last day on which it can be asked so that its answer still comes
    /// before the last safe day of the court, whether or not asking it stops the
    /// limitation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub safe_until: Option<Date>,
    /// A court hears nobody who has not asked it.
    pub compulsory: bool,
    /// It takes a complaint before the airline's time is over; after is better.
    pub open_at_once: bool,
    /// Its name.
    pub name: &'static str,
    /// `adr`, `adr_neb`, `neb` or `regulator`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub kind: BodyKind,
    /// Whom its answer binds: `yes` the airline, `if_accepted`, `partly`, `no`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub binding: Binding,
    /// Days to its answer.
    pub decides_in_days: Option<i32>,
    /// Whether asking it stops the limitation: `yes`, `no`, `unknown`. It is told,
    /// never counted on.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub suspends_limitation: Suspends,
    /// What it costs the claimant.
    pub cost: &'static str,
}

/// A court that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseCourt))]
pub struct Court {
    /// The state, ISO 3166-1.
    pub state: String,
    /// The name, where it is known.
    pub name: Option<String>,
    /// The city of the airport, where the name is not known.
    pub city: Option<String>,
    /// `departure`, `arrival`, `seat`.
    pub grounds: Vec<&'static str>,
    /// The last day of the limitation there.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub limitation_last_day: Option<Date>,
}

/// What it costs to begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseFee))]
pub struct Fee {
    /// The table.
    pub table: Option<String>,
    /// What the bracket is looked up for, decimal.
    pub value: Option<String>,
    /// All fees together, decimal; `null`: see `depends`.
    pub amount: Option<String>,
    /// The currency of value and amount.
    pub currency: String,
    /// How many fees.
    pub times: u32,
    /// What comes on top: `writ`, a `surcharge` for several claimants, or a duty
    /// with its sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plus: Option<String>,
    /// What a hearing costs, if one is listed; of the claim without interest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hearing: Option<String>,
    /// The fee of the ordinary track of the same court.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinary_track: Option<String>,
    /// The fee of the online track of the same court.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online_track: Option<String>,
}

/// Interest to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseInterest))]
pub struct Interest {
    /// The rule; `null`: there is no interest.
    pub rule: Option<String>,
    /// The currency of the sum and of the interest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The sum that bears interest, decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<String>,
    /// The day of the event from which it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub start: Option<Date>,
    /// The last day that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub last_day: Option<Date>,
    /// The interest, decimal.
    pub amount: Option<String>,
    /// The same without rounding each day, where the forum rounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact_instead: Option<String>,
    /// Interest by the other rule of the forum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<OtherInterest>,
}

/// Interest by another rule, to the same day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseOtherInterest))]
pub struct OtherInterest {
    /// The rule.
    pub rule: String,
    /// The day of the event from which it runs.
    #[serde(serialize_with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub start: Date,
    /// The interest, decimal.
    pub amount: Option<String>,
}

/// The days that count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseDeadline))]
pub struct Deadline {
    /// The last legal day in court. Nothing here moves or extends it.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub limitation_last_day: Option<Date>,
    /// The end of the limitation by its longest reading, moved on to a day on which
    /// the court is open, where that is later: until then only a person can say
    /// whether the claim lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub longest_last_day: Option<Date>,
    /// The last day at or before the legal one on which the court surely takes the
    /// claim.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub safe_last_day: Option<Date>,
    /// The first day after the airline's time to pay or to answer: the day by which the
    /// demand asked for payment, or the time that the court's state gives it, whichever
    /// ends later; the day of its refusal, if that comes first. Absent as long as it was
    /// not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub airline_time_over: Option<Date>,
    /// What would stop the limitation; never counted on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suspended_by: Vec<&'static str>,
    /// The first anniversary of the flight, before which the airline must have had the
    /// claim (APPR s19(3)); summaries of the rule count that day in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub claim_to_airline_last_day: Option<Date>,
    /// The day before it, the last on which the airline surely has the claim in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub claim_to_airline_safe_day: Option<Date>,
    /// The airline must have acknowledged the complaint by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub acknowledge_due: Option<Date>,
    /// The airline's answer is due then: a day, or a day with the hour of the
    /// cut-off, `2026-07-13T16:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_due: Option<String>,
    /// The claimant's reply to the airline's answer is due then (CTA).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub reply_due: Option<Date>,
    /// The decision is due then (CTA).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub decision_due: Option<Date>,
    /// The airline's answer on Form C is due then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub form_c_due: Option<Date>,
}

/// How sure each part is: H, M or L.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseConfidences))]
pub struct Confidences {
    /// The body and its days.
    pub body: &'static str,
    /// The court.
    pub court: &'static str,
    /// The fee.
    pub fee: &'static str,
    /// The interest.
    pub interest: &'static str,
    /// The days.
    pub deadline: &'static str,
    /// The weakest of them.
    pub weakest: &'static str,
}

/// Something that is missing: a row of a table, or a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseDepends))]
pub struct Depends {
    /// The part of the answer it is missing for: `forum`, `order`, `body`, `court`,
    /// `lawyer`, `fee`, `interest` or `deadline`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub part: Part,
    /// The row, `fee_table/NL_KANTON/2026-06-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The fact, by its key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'static str>,
    /// `lapsed`, `not_yet`, `empty`, `missing` or `unsettled`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub because: Because,
}

impl Depends {
    /// It leaves open what the forum does. Its place in the list does not, nor does
    /// the day from which interest will run: before service there is none.
    #[must_use]
    pub fn holds_up(&self) -> bool {
        match self.part {
            Part::Order => false,
            Part::Interest => self.row.is_some(),
            _ => true,
        }
    }
}

/// A forum that is not open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseClosedForum))]
pub struct ClosedForum {
    /// Its code.
    pub forum: &'static str,
    /// Why, `value_too_high`.
    pub because: &'static str,
}

/// What to do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecourseNextStep))]
pub struct NextStep {
    /// `write_to_airline`, `wait_for_airline`, `ask_body`, `go_to_court`,
    /// `await_answer`, `too_late` or `ask_person`.
    #[serde(serialize_with = "code")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub step: Step,
    /// The forum it leads to.
    pub forum: Option<&'static str>,
    /// The body that is asked.
    pub body: Option<&'static str>,
    /// The name of the body or the court.
    pub name: Option<String>,
    /// Where the step leads to a court: those in time that may be chosen, the best
    /// first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub courts: Vec<Court>,
    /// While the airline has its time: its refusal would end the wait at once.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refusal_ends_wait: bool,
    /// The first day on which it can be done; of `await_answer`, on which the wait for
    /// a body is over.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub from: Option<Date>,
    /// The last day on which it is safe.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub by: Option<Date>,
}

/// A word as it is written.
fn code<T: Coded, S: Serializer>(word: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(word.code())
}

/// A word, or `null`.
fn optional_code<T: Coded, S: Serializer>(
    word: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match word {
        Some(word) => code(word, serializer),
        None => serializer.serialize_none(),
    }
}

/// A day as it is written, `2026-11-20`.
fn day<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// A day, or `null`.
fn optional_day<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}
