use leptos::prelude::*;

/// A message of a conversation.
pub struct Message {
    /// Who wrote it.
    pub author: String,
    /// When: the machine-readable time and the words.
    pub when: (String, String),
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Whether the reader wrote it.
    pub mine: bool,
    /// What stands beside the time, such as a chip "New".
    pub mark: Option<AnyView>,
}

/// A conversation, newest first.
#[component]
pub fn MessageThread(
    /// The messages in order.
    messages: Vec<Message>,
) -> impl IntoView {
    let messages = messages
        .into_iter()
        .map(|message| {
            let paragraphs = message
                .paragraphs
                .into_iter()
                .map(|text| view! { <p>{text}</p> })
                .collect_view();
            view! {
                <li data-mine=message.mine.then_some("")>
                    <p class="thread-head">
                        <strong>{message.author}</strong>
                        " "
                        <time datetime=message.when.0>{message.when.1}</time>
                        " "
                        {message.mark}
                    </p>
                    {paragraphs}
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="thread" role="list">
            {messages}
        </ol>
    }
}
