use domain::Language;
use leptos::prelude::*;
use rights::contract::{CASE, Field, Kind};
use text::tr;

use super::{SiteFrame, in_language, title};
use crate::{
    request,
    ui::{Code, CodeBlock, Column, DataTable, Heading, Lead, Level},
};

/// A case that a reader can send as it stands.
const EXAMPLE: &str = r#"{
  "legs": [{
    "flight": "AF1225", "origin": "BRE", "destination": "CDG",
    "scheduled_departure": "2026-11-02T09:15",
    "scheduled_arrival": "2026-11-02T11:00",
    "actual_arrival": "2026-11-02T14:20"
  }],
  "disruption": "delay"
}"#;

/// The documentation of the API, for people who write software.
#[component]
pub fn ApiPage() -> impl IntoView {
    in_language(|language| {
        let heading = tr!(language, api.title);
        let call = format!(
            "curl {}/api/v1/assessments \\\n  --header 'content-type: application/json' \\\n  --data @case.json",
            request::site().origin
        );
        view! {
            {title(language, std::slice::from_ref(&heading))}
            <SiteFrame language>
                <Column>
                    <Heading level=Level::One>{heading}</Heading>
                    <Lead>{tr!(language, api.lead)}</Lead>
                    <p>{tr!(language, api.how)}</p>
                    <CodeBlock label=tr!(language, api.call) text=call />
                    <p>{tr!(language, api.example)}</p>
                    <CodeBlock label=tr!(language, api.example_label) text=EXAMPLE />
                    <Heading>{tr!(language, api.answer)}</Heading>
                    <p>{tr!(language, api.answer_text)}</p>
                    <p>{tr!(language, api.faults_text)}</p>
                    <p><a href="/api/openapi.json">{tr!(language, api.document)}</a></p>
                    <Heading>{tr!(language, api.keys)}</Heading>
                    <p>{tr!(language, api.keys_text)}</p>
                    {tables(language)}
                </Column>
            </SiteFrame>
        }
        .into_any()
    })
}

/// A table for the case and for each kind of object in it, in the order in
/// which they come up; objects with the same keys share one.
fn tables(language: Language) -> AnyView {
    let mut tables: Vec<(Vec<String>, &'static [Field])> = vec![(Vec::new(), CASE)];
    let mut next = 0;
    while let Some((paths, fields)) = tables.get(next) {
        let outer = paths
            .first()
            .map(|path| format!("{path}."))
            .unwrap_or_default();
        for field in *fields {
            let (inner, list) = match field.kind {
                Kind::Object(inner) => (inner, ""),
                Kind::List(inner, _) => (inner, "[]"),
                _ => continue,
            };
            let path = format!("{outer}{}{list}", field.key);
            match tables.iter_mut().find(|(_, known)| same(known, inner)) {
                Some((paths, _)) => paths.push(path),
                None => tables.push((vec![path], inner)),
            }
        }
        next += 1;
    }
    let rendered = tables.into_iter().map(|(paths, fields)| {
        let caption = match paths.is_empty() {
            true => tr!(language, api.the_case),
            false => paths.join(", "),
        };
        table(language, caption, fields)
    });
    rendered.collect_view().into_any()
}

fn same(one: &[Field], other: &[Field]) -> bool {
    let keys = |fields: &[Field]| fields.iter().map(|field| field.key).collect::<Vec<_>>();
    keys(one) == keys(other)
}

fn table(language: Language, caption: String, fields: &'static [Field]) -> impl IntoView + use<> {
    let rows = fields.iter().map(move |field| {
        let must = field
            .required
            .then(|| view! { <br /><span class="soft small">{tr!(language, api.required)}</span> });
        // The contract is written in English, like its keys.
        view! {
            <tr>
                <th scope="row"><Code text=field.key />{must}</th>
                <td>
                    <span lang="en">{field.meaning}</span>
                    <br />
                    <span class="soft small">{kind(language, &field.kind)}</span>
                </td>
            </tr>
        }
    });
    view! {
        <DataTable caption scrolls=true>
            <thead>
                <tr>
                    <th scope="col">{tr!(language, api.key)}</th>
                    <th scope="col">{tr!(language, api.meaning)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </DataTable>
    }
}

/// What stands under a key.
fn kind(language: Language, kind: &Kind) -> String {
    match kind {
        Kind::Text(example) | Kind::Code(example, _) => {
            tr!(language, api.kinds.text, example = *example)
        }
        Kind::Time => tr!(language, api.kinds.time),
        Kind::Day => tr!(language, api.kinds.day),
        Kind::Flag(None) => tr!(language, api.kinds.flag),
        Kind::Flag(Some(default)) => tr!(language, api.kinds.flag_default, default = *default),
        Kind::Count(least, most) => tr!(language, api.kinds.count, least = *least, most = *most),
        Kind::Word(words) => words().join(", "),
        Kind::Object(_) => tr!(language, api.kinds.object),
        Kind::List(_, most) => tr!(language, api.kinds.list, most = *most),
        Kind::Texts(most) => tr!(language, api.kinds.texts, most = *most),
    }
}
