import type { ClientDirective } from "astro";

const REACHES = ["pointerenter", "pointerdown", "touchstart", "focusin"] as const;

/** What a click can be given to again; other controls, such as sliders, keep their own state. */
const CLICKABLE = "button, .plot-pad";

/**
 * Hydrates when a pointer, a finger or the keyboard focus first reaches the island, so that a page
 * nobody touches loads no framework; at once when the address holds the state of its widget.
 * A click that came before the island was live is given again.
 */
const touch: ClientDirective = (load, _options, island) => {
  let early: { readonly target: Element; readonly click: MouseEvent } | undefined;
  const remember = (click: MouseEvent) => {
    const target = click.target instanceof Element ? click.target.closest(CLICKABLE) : null;
    if (target) early = { target, click };
  };
  const wake = async () => {
    for (const name of REACHES) island.removeEventListener(name, wake);
    const hydrate = await load();
    await hydrate();
    island.removeEventListener("click", remember, true);
    if (!early?.target.isConnected) return;
    const { detail, clientX, clientY } = early.click;
    early.target.dispatchEvent(
      new MouseEvent("click", { bubbles: true, cancelable: true, detail, clientX, clientY }),
    );
  };
  island.addEventListener("click", remember, true);
  for (const name of REACHES) island.addEventListener(name, wake, { passive: true });
  const key = island.querySelector<HTMLElement>("[data-widget]")?.dataset.widget;
  if (key !== undefined && new URLSearchParams(location.search).has(key)) void wake();
};

export default touch;
