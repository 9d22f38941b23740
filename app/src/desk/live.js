const { claim, version } = live.dataset;
const [news, signedOut] = live.querySelectorAll("template");
const rows = (page) => page.querySelector("table.queue")?.innerHTML;
const shown = rows(document);
const hearing = listening({
  address: () => live.dataset.source,
  changed: ({ data }) => {
    if (!claim) tell();
    else if (data === claim) look();
  },
  back: look,
  gone,
});

function tell() {
  hearing.end();
  live.replaceChildren(signedOut, news.content.cloneNode(true));
}

// Nobody is signed in any more, in this tab either.
function gone() {
  hearing.end();
  live.replaceChildren(signedOut.content.cloneNode(true));
}

// Not every change of a claim is one of what is decided on, and what changed while
// nobody listened shows in the page only.
async function look() {
  const answer = await fetch(location.pathname + (claim ? "" : location.search)).catch(() => null);
  if (answer?.redirected) return gone();
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("live")?.dataset.version;
  if (claim ? now && now !== version : rows(page) !== shown) tell();
}
