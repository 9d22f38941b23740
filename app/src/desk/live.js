const live = document.getElementById("live");
const { claim, version } = live.dataset;
let source;

function listen() {
  if (source || !live.querySelector("template")) return;
  source = new EventSource(live.dataset.source);
  source.addEventListener("changed", ({ data }) => {
    if (!claim) tell();
    // Without an id it is not known which claim it was.
    else if (!data || data === claim) look();
  });
}

function stop() {
  source?.close();
  source = null;
}

function tell() {
  stop();
  const held = live.querySelector("template");
  if (held) live.replaceChildren(held.content);
}

// Not every change of a claim is one of what is decided on.
async function look() {
  const page = await fetch(location.pathname).then((answer) => answer.ok && answer.text()).catch(() => false);
  if (!page) return;
  const now = new DOMParser().parseFromString(page, "text/html").getElementById("live")?.dataset.version;
  if (now && now !== version) tell();
}

// Many claims may be open in tabs, and browsers open few connections to a host.
if (claim) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return stop();
    listen();
    look();
  });
}
addEventListener("pagehide", stop);
addEventListener("pageshow", listen);
if (!claim || !document.hidden) listen();
