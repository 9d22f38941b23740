//! The next step of a claim, in every language.
#![cfg(feature = "ssr")]

use domain::Language;
use jiff::civil::{Date, date};
use recourse::answer::{Court, NextStep};
use recourse::{BodyId, ForumId, Step};
use rights::Coded;
use text::next_step::{body_name, forum_name, sentences};

const DAY: Date = date(2027, 1, 31);
const BY: Date = date(2029, 12, 31);

fn step(step: Step) -> NextStep {
    NextStep {
        step,
        forum: Some("DE-ONLINE"),
        body: None,
        name: None,
        courts: Vec::new(),
        refusal_ends_wait: false,
        from: Some(DAY),
        by: Some(BY),
    }
}

fn court(name: Option<&str>, city: &str, grounds: &[&'static str]) -> Court {
    Court {
        state: "DE".to_owned(),
        name: name.map(str::to_owned),
        city: Some(city.to_owned()),
        grounds: grounds.to_vec(),
        limitation_last_day: None,
    }
}

/// The first paragraph in English and in French.
fn both(step: &NextStep) -> [String; 2] {
    [Language::En, Language::Fr].map(|language| {
        let first = sentences(language, step).into_iter().next();
        first.expect("a paragraph")
    })
}

#[test]
fn a_wait_says_what_a_refusal_does() {
    // LuftVG s57b(2): a refusal opens the German body at once.
    let wait = NextStep {
        body: Some("DE-RV"),
        refusal_ends_wait: true,
        ..step(Step::WaitForAirline)
    };
    assert_eq!(
        both(&wait),
        [
            "If the airline stays silent, you can turn to the German conciliation body for \
             travel (Schlichtungsstelle Reise & Verkehr) from 31 January 2027; if it refuses, \
             you can do so at once. Do so no later than 31 December 2029.",
            "Si la compagnie ne répond pas, vous pouvez saisir l’organisme allemand de \
             conciliation des voyages (Schlichtungsstelle Reise & Verkehr) à partir du 31 \
             janvier 2027 ; si elle refuse, vous le pouvez aussitôt. Faites-le au plus \
             tard le 31 décembre 2029.",
        ]
    );
    // Canada: thirty days, whatever the airline says in them.
    let canada = NextStep {
        body: Some("CA-CTA"),
        by: None,
        ..step(Step::WaitForAirline)
    };
    assert_eq!(
        both(&canada),
        [
            "If the airline stays silent, you can turn to the Canadian Transportation Agency \
             from 31 January 2027.",
            "Si la compagnie ne répond pas, vous pouvez saisir l’Office des transports du \
             Canada à partir du 31 janvier 2027.",
        ]
    );
}

#[test]
fn courts_keep_their_names_and_what_is_said_of_them_is_of_the_language() {
    let courts = vec![
        court(None, "Prague", &["arrival"]),
        court(
            Some("AG Frankfurt am Main"),
            "Frankfurt",
            &["departure", "seat"],
        ),
    ];
    let european = NextStep {
        forum: Some("EU-ESCP"),
        name: Some("court at Prague (arrival) or AG Frankfurt am Main (departure, seat)".into()),
        courts: courts.clone(),
        ..step(Step::GoToCourt)
    };
    assert_eq!(
        both(&european),
        [
            "The next step is the court: court at Prague (arrival) or AG Frankfurt am Main \
             (departure, seat of the airline). File no later than 31 December 2029, the last \
             safe day.",
            "La prochaine étape est la voie judiciaire : tribunal compétent pour Prague \
             (arrivée) ou AG Frankfurt am Main (départ, siège de la compagnie). Déposez la \
             demande au plus tard le 31 décembre 2029, dernier jour sûr.",
        ]
    );
    // A national court is the one that was chosen.
    let wait = NextStep {
        courts: courts[1..].to_vec(),
        refusal_ends_wait: true,
        by: None,
        ..step(Step::WaitForAirline)
    };
    assert_eq!(
        both(&wait),
        [
            "If the airline stays silent, you can go to court from 31 January 2027; if it \
             refuses, you can do so at once. The court: AG Frankfurt am Main.",
            "Si la compagnie ne répond pas, vous pouvez aller en justice à partir du 31 \
             janvier 2027 ; si elle refuse, vous le pouvez aussitôt. Voie à suivre : \
             AG Frankfurt am Main.",
        ]
    );
    let unnamed = NextStep {
        forum: Some("EU-ESCP"),
        name: Some("European Small Claims Procedure, Form A".into()),
        by: None,
        ..step(Step::GoToCourt)
    };
    assert_eq!(
        both(&unnamed)[1],
        "La prochaine étape est la voie judiciaire : procédure européenne de règlement \
         des petits litiges, formulaire A."
    );
}

#[test]
fn a_body_that_was_asked_is_waited_for() {
    let asked = NextStep {
        body: Some("FR-MTV"),
        ..step(Step::AwaitAnswer)
    };
    assert_eq!(
        both(&asked),
        [
            "You have asked the French mediator for travel (Médiateur Tourisme et Voyage): \
             wait for the answer. If none has come, you can go on from 31 January 2027. File no \
             later than 31 December 2029, the last safe day.",
            "Vous avez saisi le Médiateur Tourisme et Voyage : attendez la réponse. Si \
             elle n’est pas venue, vous pourrez poursuivre à partir du 31 janvier 2027. Déposez \
             la demande au plus tard le 31 décembre 2029, dernier jour sûr.",
        ]
    );
    let filed = NextStep {
        from: None,
        by: None,
        ..step(Step::AwaitAnswer)
    };
    assert!(both(&filed)[0].starts_with("A court or an authority has the claim."));
}

#[test]
fn every_body_and_court_has_a_name_in_every_language() {
    for body in BodyId::WORDS {
        let [english, french] =
            [Language::En, Language::Fr].map(|language| body_name(language, *body));
        assert!(english.starts_with("the "), "{english}");
        let article = ["le ", "la ", "l’"]
            .iter()
            .any(|article| french.starts_with(article));
        assert!(article, "{french}");
    }
    for forum in ForumId::WORDS {
        let regulator = [ForumId::CaCta, ForumId::UsDot].contains(forum);
        for language in [Language::En, Language::Fr] {
            assert_eq!(
                forum_name(language, *forum).is_none(),
                regulator,
                "{forum:?}"
            );
        }
    }
}

#[test]
fn every_step_has_its_sentence() {
    for word in Step::WORDS {
        for by in [None, Some(BY)] {
            let step = NextStep {
                by,
                body: (*word == Step::AskBody).then_some("ES-AESA"),
                ..step(*word)
            };
            for language in [Language::En, Language::Fr] {
                let all = sentences(language, &step);
                assert!(all.iter().all(|words| words.len() > 20), "{word:?} {all:?}");
                assert!(
                    !all.iter().any(|words| words.contains("{{")),
                    "{word:?} {all:?}"
                );
            }
        }
    }
}
