//! What scripts without blanks write together with a name: `airport`, `island`.

/// What scripts without blanks write behind the name of a place, folded.
const BEHIND: [&str; 16] = [
    "国际机场",
    "机场",
    "国际空港",
    "空港",
    "国际",
    "국제공항",
    "공항",
    "국제",
    "岛",
    "섬",
    "도",
    "시",
    "市",
    "都",
    "府",
    "县",
];

/// The same before it.
const BEFORE: [&str; 7] = [
    "นานาชาติ",
    "ทาอากาศยานนานาชาติ",
    "ทาอากาศยาน",
    "สนามบิน",
    "เมือง",
    "เกาะ",
    "จังหวัด",
];

/// A word without `airport`, `island` or `city`, where that is written together
/// with the name: `仁川空港`. `None` if nothing of the kind is there.
pub(crate) fn without_kind(word: &str) -> Option<&str> {
    if word.is_ascii() {
        return None;
    }
    let behind = BEHIND.iter().find_map(|kind| word.strip_suffix(kind));
    let before = || BEFORE.iter().find_map(|kind| word.strip_prefix(kind));
    behind.or_else(before).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, BEHIND, without_kind};
    use crate::fold::fold;

    #[test]
    fn what_grows_to_a_name_is_written_as_names_are_folded() {
        for kind in BEHIND.iter().chain(&BEFORE) {
            assert_eq!(fold(kind), *kind);
        }
        assert_eq!(without_kind(&fold("上海浦東國際機場")), Some("上海浦东"));
        assert_eq!(without_kind("haneda"), None);
    }
}
