// Wakes the islands of a page, outermost first: an island may hand something
// to the islands among its children, so it must be awake before them.
import init, * as front from "./kaskada.js";

const onWake = [];

// An island's full name ends in a hash of its source as one compiler prints it. The browser's part
// may come from another compiler than the server, so only the component's own name counts.
const ownName = (name) => name.replace(/_\d+$/, "");
const components = new Map(Object.entries(front).map(([name, value]) => [ownName(name), value]));

async function wake(island) {
  const component = components.get(ownName(island.dataset.component));
  if (!component) {
    console.error(`The front has no island ${island.dataset.component}.`);
    return;
  }
  // Children come inside the nearest island's context, which this call restores.
  onWake.at(-1)?.();
  await component(island);
}

async function walk(element) {
  const slot = element.localName === "leptos-children";
  if (element.localName === "leptos-island") {
    await wake(element);
  }
  if (slot) {
    onWake.push(element.$$on_hydrate);
  }
  for (const child of element.children) {
    await walk(child);
  }
  if (slot) {
    onWake.pop();
  }
}

try {
  await init({ module_or_path: new URL("./kaskada_bg.wasm", import.meta.url) });
  front.hydrate();
  await walk(document.body);
  document.documentElement.dataset.islands = "awake";
} catch (error) {
  // The page works without its islands; whoever looks should still learn why they sleep.
  console.error(error);
}
