const live = document.getElementById("live");

// Hears of changes as long as somebody sees the page: browsers open few connections to a host.
// `address` says where, `changed` is for each change that the server tells of, and `back` for each
// connection as it begins: what changed before was not heard. `gone` is for when nobody may look any
// more.
function listening({ address, changed, back, gone }) {
  let source, waiting, isOver;

  function listen() {
    clearTimeout(waiting);
    if (source || isOver || document.hidden) return;
    const opened = new EventSource(address());
    source = opened;
    opened.addEventListener("changed", changed);
    opened.addEventListener("open", () => back?.());
    opened.addEventListener("error", () => {
      if (source === opened && opened.readyState === EventSource.CLOSED) refused();
    });
  }

  function stop() {
    clearTimeout(waiting);
    source?.close();
    source = null;
  }

  function end() {
    isOver = true;
    stop();
  }

  // In a minute or two, so that not all pages come at the same moment.
  function later() {
    stop();
    waiting = setTimeout(listen, 60_000 * (1 + Math.random()));
  }

  // Why is not told to who listens. Who may not look any more asks no more.
  async function refused() {
    later();
    const answer = await fetch(address(), { method: "HEAD" }).catch(() => null);
    if (answer?.status !== 401 && answer?.status !== 404) return;
    end();
    gone?.();
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
  return { listen, stop, end, later };
}
