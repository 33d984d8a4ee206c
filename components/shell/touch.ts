import type { ClientDirective } from "astro";

const REACHES = ["pointerenter", "pointerdown", "touchstart", "focusin"] as const;

/**
 * Hydrates when a pointer, a finger or the keyboard focus first reaches the island, so that a page
 * nobody touches loads no framework. A click on a button
 * that came before the island was live is given again; other controls keep their own state.
 */
const touch: ClientDirective = (load, _options, island) => {
  let clicked: HTMLButtonElement | undefined;
  const remember = (event: Event) => {
    if (event.target instanceof Element) clicked = event.target.closest("button") ?? undefined;
  };
  const wake = async () => {
    for (const name of REACHES) island.removeEventListener(name, wake);
    const hydrate = await load();
    await hydrate();
    island.removeEventListener("click", remember, true);
    if (clicked?.isConnected) clicked.click();
  };
  island.addEventListener("click", remember, true);
  for (const name of REACHES) island.addEventListener(name, wake, { passive: true });
};

export default touch;
