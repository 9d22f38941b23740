//! Airlines by what they are called.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rights::CarrierCode;
use serde::Deserialize;

use crate::carrier::{CarrierRecord, all, holders};
use crate::carrier_words::short;
use crate::fold::fold;
use crate::period::Period;
use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    name: String,
    carriers: String,
    valid_from: String,
    valid_to: String,
}

/// Another name for one airline, or a name that several go by.
struct Alias {
    carriers: Vec<CarrierCode>,
    period: Period,
}

/// Records by their own names and by others, all folded.
pub(crate) struct Index {
    own: FxHashMap<String, Vec<&'static CarrierRecord>>,
    short: FxHashMap<String, Vec<&'static CarrierRecord>>,
    others: FxHashMap<String, Vec<Alias>>,
    /// Every own name, the shortest first.
    names: Vec<(String, &'static CarrierRecord)>,
}

/// Made once, at the first search.
pub(crate) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// The names in a record's name: what stands in brackets only tells two of a
/// name apart, and a stroke stands between two names of one.
fn own_names(name: &str) -> Vec<String> {
    let plain = name.split('(').next().unwrap_or(name);
    let mut names: Vec<String> = plain.split(" / ").map(fold).collect();
    names.push(fold(name));
    names.dedup();
    names
}

impl Index {
    fn new() -> Self {
        let mut own: FxHashMap<String, Vec<_>> = FxHashMap::default();
        let mut shorter: FxHashMap<String, Vec<_>> = FxHashMap::default();
        let mut names = Vec::new();
        for record in all() {
            for name in own_names(&record.name) {
                let short = short(&name).to_owned();
                shorter.entry(short).or_default().push(record);
                own.entry(name.clone()).or_default().push(record);
                names.push((name, record));
            }
        }
        names.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
        let mut others: FxHashMap<String, Vec<Alias>> = FxHashMap::default();
        for row in rows::<Row>(file::CARRIER_NAMES) {
            let codes = row.carriers.split(' ');
            let alias = Alias {
                carriers: codes.filter_map(|code| code.parse().ok()).collect(),
                period: Period::parse(&row.valid_from, &row.valid_to),
            };
            others.entry(fold(&row.name)).or_default().push(alias);
        }
        for (name, carriers) in groups() {
            if !own.contains_key(&name) && !shorter.contains_key(&name) {
                others.entry(name).or_insert_with(|| {
                    vec![Alias {
                        carriers,
                        period: Period::parse("", ""),
                    }]
                });
            }
        }
        Self {
            own,
            short: shorter,
            others,
            names,
        }
    }

    /// The airlines of a name: those of a day, else those of other days. A name
    /// that several go by stands for all of them, whatever they are called.
    pub(crate) fn named(&self, name: &str, day: Date) -> Vec<&'static CarrierRecord> {
        let aliases = self.others.get(name).map_or(&[][..], Vec::as_slice);
        let valid: Vec<_> = aliases
            .iter()
            .filter(|alias| alias.period.holds(day))
            .collect();
        let codes = valid.iter().flat_map(|alias| &alias.carriers);
        let mut meant: Vec<_> = codes.flat_map(|code| holders(*code)).collect();
        if valid.iter().all(|alias| alias.carriers.len() < 2) {
            meant.extend(self.own.get(name).into_iter().flatten());
        }
        if meant.is_empty() {
            // A name of another time: the airline that had it, if it is gone.
            let had = aliases.iter().flat_map(|alias| {
                let holders = alias.carriers.iter().flat_map(|code| holders(*code));
                holders.filter(|record| alias.period.meets(record.period))
            });
            meant.extend(had.filter(|record| !record.period.holds(day)));
        }
        of_day(meant, day)
    }

    /// The airlines of a shortened name; of several that begin so, all of them,
    /// for `China` is not China Airlines alone.
    pub(crate) fn shortened(&self, name: &str, day: Date) -> Vec<&'static CarrierRecord> {
        let mut meant = of_day(self.short.get(name).cloned().unwrap_or_default(), day);
        let Some(first) = meant.first().copied() else {
            return meant;
        };
        let sister = |record: &CarrierRecord| record.marketed_as == Some(first.code);
        let others = self.beginning(&format!("{name} "), day).into_iter();
        meant.extend(others.filter(|record| record.code != first.code && !sister(record)));
        distinct(meant)
    }

    /// The airlines of a day of which a name begins so, the shortest name first.
    pub(crate) fn beginning(&self, text: &str, day: Date) -> Vec<&'static CarrierRecord> {
        let found = self.of_day(day).filter(|(name, _)| name.starts_with(text));
        distinct(found.map(|(_, record)| record).collect())
    }

    /// The airlines of a day whose name begins so, then those whose name is a
    /// letter or two away, then those with a word of it.
    pub(crate) fn like(&self, text: &str, day: Date) -> Vec<&'static CarrierRecord> {
        let near = if text.len() < 6 { 1 } else { 2 };
        let mut beside: Vec<(usize, &'static CarrierRecord)> = Vec::new();
        // Every second airline has `airlines` in its name.
        let text_short = short(text);
        let same = |word: &str| word.len() > 3 && text_short.split(' ').any(|part| part == word);
        for (name, record) in self.of_day(day) {
            let away = distance(text_short, short(name));
            if away <= near {
                beside.push((away, record));
            } else if short(name).split(' ').any(same) {
                beside.push((near + 1, record));
            }
        }
        let mut others: Vec<(usize, &str, &[Alias])> = Vec::new();
        for (name, aliases) in &self.others {
            let away = distance(text_short, short(name));
            if away <= near {
                others.push((away, name, aliases));
            }
        }
        others.sort_unstable_by_key(|(away, name, _)| (*away, *name));
        for (away, _, aliases) in others {
            let valid = aliases.iter().filter(|alias| alias.period.holds(day));
            let codes = valid.flat_map(|alias| &alias.carriers);
            let records = codes.flat_map(|code| holders(*code));
            let living = records.filter(|record| record.period.holds(day));
            beside.extend(living.map(|record| (away, record)));
        }
        beside.sort_by_key(|(away, _)| *away);
        let mut found = self.beginning(text, day);
        found.extend(beside.into_iter().map(|(_, record)| record));
        distinct(found)
    }

    fn of_day(&self, day: Date) -> impl Iterator<Item = (&str, &'static CarrierRecord)> {
        let names = self.names.iter().map(|(name, record)| (&**name, *record));
        names.filter(move |(_, record)| record.period.holds(day))
    }
}

/// Groups of several companies by their names, the company of that name first.
fn groups() -> FxHashMap<String, Vec<CarrierCode>> {
    let mut members: FxHashMap<&str, Vec<&'static CarrierRecord>> = FxHashMap::default();
    for record in all() {
        members.entry(&record.group).or_default().push(record);
    }
    members.remove("");
    let mut groups = FxHashMap::default();
    for (group, mut records) in members {
        let name = fold(group);
        let first = name.split(' ').next().unwrap_or_default();
        records.sort_by_key(|record| {
            (
                !fold(&record.name).starts_with(first),
                record.marketed_as.is_some(),
                record.code,
            )
        });
        let mut codes: Vec<CarrierCode> = records.iter().map(|record| record.code).collect();
        codes.dedup();
        if codes.len() < 2 {
            continue;
        }
        if let Some(plain) = name.strip_suffix(" group") {
            groups.insert(format!("{plain} gruppe"), codes.clone());
            groups.insert(format!("groupe {plain}"), codes.clone());
        }
        groups.insert(name, codes);
    }
    groups
}

/// How many letters have to be put in, left out, changed or swapped with the next
/// one; three for all that is further away.
fn distance(left: &str, right: &str) -> usize {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > 2 {
        return 3;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut line: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let changed = line[column] + usize::from(letter != other);
            let mut least = changed.min(line[column + 1] + 1).min(next[column] + 1);
            let swapped =
                row > 0 && column > 0 && *letter == right[column - 1] && left[row - 1] == *other;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut line, next);
    }
    line[right.len()].min(3)
}

/// Those of a day; where there are none, the last of each code.
fn of_day(records: Vec<&'static CarrierRecord>, day: Date) -> Vec<&'static CarrierRecord> {
    let living: Vec<_> = records
        .iter()
        .copied()
        .filter(|record| record.period.holds(day))
        .collect();
    distinct(if living.is_empty() { records } else { living })
}

/// Each once, in their order.
pub(crate) fn distinct(records: Vec<&'static CarrierRecord>) -> Vec<&'static CarrierRecord> {
    let mut each: Vec<&'static CarrierRecord> = Vec::new();
    for record in records {
        if !each.iter().any(|known| std::ptr::eq(*known, record)) {
            each.push(record);
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_name_means_airlines_of_the_table() {
        let known: Vec<Row> = rows(file::CARRIER_NAMES);
        assert_eq!(known.len(), file::CARRIER_NAMES.lines().count() - 1);
        let mut seen = std::collections::HashSet::new();
        for row in known {
            let name = fold(&row.name);
            assert!(!name.is_empty(), "{}", row.name);
            for code in row.carriers.split(' ') {
                let code: CarrierCode = code.parse().expect(&row.name);
                assert!(holders(code).count() > 0, "{}: {code}", row.name);
            }
            assert!(
                seen.insert((name, row.valid_from)),
                "{} stands twice",
                row.name
            );
        }
    }

    #[test]
    fn letters_are_counted_and_swapped_ones_count_once() {
        assert_eq!(distance("lufthansa", "lufthansa"), 0);
        assert_eq!(distance("lufthnasa", "lufthansa"), 1);
        assert_eq!(distance("lufthana", "lufthansa"), 1);
        assert_eq!(distance("ryanir", "ryanair"), 1);
        assert_eq!(distance("vuling", "vueling"), 1);
        assert_eq!(distance("quantas", "qantas"), 1);
        assert_eq!(distance("iberia", "siberia"), 1);
        assert_eq!(distance("emirates", "finnair"), 3);
        assert_eq!(distance("", "ab"), 2);
    }
}
