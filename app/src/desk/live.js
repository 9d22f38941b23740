const live = document.getElementById("live");
const source = new EventSource(live.dataset.source);
source.addEventListener("changed", () => {
  source.close();
  const held = live.querySelector("template");
  if (held) live.replaceChildren(held.content);
});
addEventListener("pagehide", () => source.close());
