// Shows a claim as it now stands, when the server tells that it is not what the page shows.
const live = document.getElementById("live");
const notice = live.querySelector("template");
const parts = () => document.querySelectorAll("[data-live]");
// What the reader has opened since is no change.
const shown = new Map(Array.from(parts(), (part) => [part.dataset.live, part.innerHTML]));
let source, waiting;

// A page that nobody sees asks for nothing: browsers open few connections to a host.
function listen() {
  clearTimeout(waiting);
  if (source || document.hidden) return;
  source = new EventSource(`${live.dataset.source}?version=${live.dataset.version}`);
  source.addEventListener("changed", show);
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) again();
  });
}

function stop() {
  clearTimeout(waiting);
  source?.close();
  source = null;
}

function again() {
  stop();
  waiting = setTimeout(listen, 60_000);
}

async function show() {
  stop();
  const page = await fetch(location.pathname).then((answer) => answer.ok && answer.text()).catch(() => false);
  if (!page) return again();
  const fresh = new DOMParser().parseFromString(page, "text/html");
  const version = fresh.getElementById("live")?.dataset.version;
  if (!version) return;
  const changed = Array.from(parts()).filter((part) => exchange(part, fresh));
  live.dataset.version = version;
  // Put in anew, so that it is read out each time.
  if (changed.length) live.replaceChildren(notice, notice.content.cloneNode(true));
  listen();
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

document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
addEventListener("pagehide", stop);
addEventListener("pageshow", listen);
listen();
