import { workIn } from "#src/grading/work-file.ts";
import { say } from "#src/language/say.ts";
import { keepChoice, readChoice, takesAll } from "./choice.ts";
import { canKeep, dropCopy, keep, openCopy, presentCopy, standingOf } from "./copy.ts";
import { copyInWords, storageInWords } from "./words.ts";

/** While files come, how often it is counted again; and while it is still to begin. */
const COUNT_AGAIN = 1000;
const LOOK_AGAIN = 4000;

/** The part of the page of all work that is about the copy for reading offline. */
class DownhillOffline extends HTMLElement {
  #counting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#part("all").addEventListener("click", () => void this.#getAll());
    this.#part("drop").addEventListener("click", () => void this.#drop());
    document.addEventListener("visibilitychange", () => this.#count());
    this.#count();
  }

  #count() {
    clearTimeout(this.#counting);
    if (document.hidden) return;
    void this.#show().then((pause) => {
      if (pause !== undefined) this.#counting = setTimeout(() => this.#count(), pause);
    });
  }

  /** Shows how much is kept, and returns when to look again if that is changing. */
  async #show(): Promise<number | undefined> {
    const estimate = await navigator.storage?.estimate().catch(() => ({}));
    this.#say("storage", storageInWords(sizeOfWork(), estimate ?? {}));
    if (!canKeep) {
      this.#say("copy", say("This browser keeps no copy of the book here: it needs the network."));
      return undefined;
    }
    const standing = await standingOf(await presentCopy());
    this.#say("copy", copyInWords(standing));
    const whole = standing !== undefined && standing.files >= standing.ofFiles;
    this.#part("bar").hidden = false;
    this.#part("all").hidden = whole || standing?.busy === true;
    this.#part("drop").hidden = standing === undefined || standing.files === 0;
    if (standing?.busy) return COUNT_AGAIN;
    return whole || readChoice() === "none" || !takesAll() ? undefined : LOOK_AGAIN;
  }

  async #getAll() {
    keepChoice("all");
    this.#say("said", say("The whole book is being fetched; you can read on meanwhile."));
    try {
      keep(await openCopy(), true);
    } catch {
      this.#say(
        "said",
        say(
          "This browser does not let the site keep a copy. Private windows and blocked site data are the usual reasons.",
        ),
      );
    }
    this.#count();
  }

  async #drop() {
    keepChoice("none");
    await dropCopy(await presentCopy());
    this.#say("said", say("The offline copy is removed. Your work is all here."));
    this.#count();
  }

  #say(part: string, words: string) {
    const place = this.#part(part);
    if (place.textContent !== words) place.textContent = words;
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found)
      throw new Error(`downhill-offline: the part "${name}" is missing from Offline.astro`);
    return found;
  }
}

/** What is kept of the reader's work, in bytes: a browser keeps two for each character. */
function sizeOfWork(): number {
  try {
    return Object.entries(workIn(localStorage)).reduce(
      (sum, [key, text]) => sum + 2 * (key.length + text.length),
      0,
    );
  } catch {
    return 0;
  }
}

customElements.define("downhill-offline", DownhillOffline);
