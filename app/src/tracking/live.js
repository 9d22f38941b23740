// Shows a claim as it now stands, when the server tells that it is not what the page shows.
const [notice, lost] = live.querySelectorAll("template");
const parts = () => document.querySelectorAll("[data-live]");
// What the reader has opened since is no change.
const shown = new Map(Array.from(parts(), (part) => [part.dataset.live, part.innerHTML]));
// With the version, what changed while nobody listened is told at once.
const address = () => `${live.dataset.source}?version=${live.dataset.version}`;
const hearing = listening({ address, changed: () => show(), gone });

async function show(isAgain) {
  hearing.stop();
  const answer = await fetch(location.pathname).catch(() => null);
  // Erased, or the link opens it no more. Another tab of this browser may be about to get a new one.
  if (answer?.status === 404) return isAgain ? gone() : setTimeout(show, 3000, true);
  const page = answer?.ok && (await answer.text().catch(() => ""));
  if (!page) return hearing.later();
  const fresh = new DOMParser().parseFromString(page, "text/html");
  const version = fresh.getElementById("live")?.dataset.version;
  if (!version) return hearing.end();
  const changed = Array.from(parts()).filter((part) => exchange(part, fresh));
  live.dataset.version = version;
  // Put in anew, so that it is read out each time.
  if (changed.length) live.replaceChildren(notice, lost, notice.content.cloneNode(true));
  hearing.listen();
}

// Says so, and takes away what the link can do no more.
function gone() {
  hearing.end();
  const parts = Array.from(document.querySelectorAll("[data-with-link]"));
  const held = parts.some((part) => part.contains(document.activeElement));
  for (const part of parts) part.remove();
  live.replaceChildren(lost.content.cloneNode(true));
  if (held) live.focus();
}

function exchange(part, fresh) {
  const name = part.dataset.live;
  const next = fresh.querySelector(`[data-live="${name}"]`);
  if (!next || next.innerHTML === shown.get(name)) return false;
  shown.set(name, next.innerHTML);
  const held = part.contains(document.activeElement);
  part.replaceChildren(...next.childNodes);
  // Who stood in a part that is gone stands before what has taken its place.
  if (held) live.focus();
  return true;
}
