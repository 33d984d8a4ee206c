import { linkWithin } from "#components/shell/link-within.ts";
import { say } from "#src/language/say.ts";
import { type Choice, choiceOf, matches, searchOf } from "./filter.ts";

/** The page Sources come alive: its entries can be chosen by source and chapter, and searched. */
class DownhillSources extends HTMLElement {
  connectedCallback() {
    const bar = this.#bar;
    const asked = choiceOf(location.search);
    for (const [name, value] of Object.entries(asked)) control(bar, name).value = value;
    // A source or chapter that does not exist leaves its list without a choice.
    for (const list of bar.querySelectorAll("select"))
      if (list.selectedIndex < 0) list.selectedIndex = 0;
    bar.addEventListener("input", () => this.#show());
    bar.addEventListener("submit", (event) => event.preventDefault());
    bar.addEventListener("reset", () => setTimeout(() => this.#show()));
    bar.hidden = false;
    this.addEventListener("click", (event) => {
      const link = linkWithin(event);
      if (link) this.#reveal(link.hash);
    });
    if (searchOf(asked)) this.#show();
    this.#reveal(location.hash);
  }

  get #bar(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>("[data-part=bar]")!;
  }

  /** A link leads to an entry also if the choice has hidden it. */
  #reveal(hash: string) {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    for (const name of ["source", "chapter", "words"]) control(this.#bar, name).value = "";
    this.#show();
    target.scrollIntoView();
  }

  #show() {
    const given = (name: keyof Choice) => control(this.#bar, name).value;
    const choice = { source: given("source"), chapter: given("chapter"), words: given("words") };
    const entries = [...this.querySelectorAll<HTMLElement>("[data-entry]")];
    let shown = 0;
    for (const entry of entries) {
      const source = entry.closest<HTMLElement>("[data-source]")?.dataset["source"] ?? "";
      const chapters = (entry.dataset["chapters"] ?? "").split(" ");
      const text = `${entry.dataset["entry"]} ${entry.textContent}`;
      entry.hidden = !matches({ source, chapters, text }, choice);
      if (!entry.hidden) shown += 1;
    }
    // From the inside out: a list, the part of a chapter, a source.
    for (const part of [...this.querySelectorAll<HTMLElement>("[data-holds]")].reverse())
      part.hidden = !part.querySelector("[data-entry]:not([hidden])");
    this.querySelector("[data-part=count]")!.textContent =
      shown === entries.length
        ? say("{shown} entries.", { shown })
        : shown === 0
          ? say("Nothing here has all of this. Choose less, or search for fewer words.")
          : say("{shown} of {entries} entries.", { shown, entries: entries.length });
    history.replaceState(null, "", `${location.pathname}${searchOf(choice)}${location.hash}`);
  }
}

function control(bar: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return bar.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

customElements.define("downhill-sources", DownhillSources);
