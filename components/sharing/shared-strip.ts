import { diffLines } from "#components/editor/diff-lines.ts";
import { button, make } from "#components/shell/make.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say, sayCount } from "#src/language/say.ts";
import { lineDiff } from "#src/notebook/line-diff.ts";
import type { Offer } from "#src/sharing/offers.ts";
import type { SharedPage, SharedSetting } from "#src/sharing/shared-page.ts";
import { visibly } from "#src/sharing/visibly.ts";
import { carriedInWords } from "#src/sharing/words.ts";
import { copyText } from "./copy.ts";
import { takeNumbers } from "./exercise-numbers.ts";
import "./sharing-style.ts";

export interface Strip {
  readonly element: HTMLElement;
  remove(): void;
}

/** Other numbers for an exercise; without a title the page has no such exercise. */
export interface OfferedNumbers {
  readonly id: string;
  readonly title?: string;
  readonly code: string;
}

export interface StripOptions {
  readonly shared: SharedPage;
  readonly offers: readonly Offer[];
  readonly numbers: readonly OfferedNumbers[];
  readonly put: (offer: Offer & { kind: "put" }, by?: string) => Promise<void>;
  /** Called when there is nothing more to decide. */
  readonly decided: () => void;
}

/** Something of the link that the reader can put into the page. */
interface Item {
  readonly element: HTMLElement;
  /** Puts it there, once. */
  readonly put?: () => Promise<void>;
}

/** The strip at the top of a page that says what a link carries, and lets the reader decide. */
export function sharedStrip(options: StripOptions): Strip {
  const { shared, offers, numbers, decided } = options;
  const open = new Set<Item>();
  const status = make("p", { className: "shared-status", role: "status" });
  const items = [
    ...offers.map((offer) => cellItem(offer, options, settled)),
    ...numbers.map((one) => numbersItem(one, settled)),
  ];
  for (const item of items) if (item.put) open.add(item);

  function settled(item: Item) {
    open.delete(item);
    if (open.size > 0) return;
    decided();
    status.textContent = say(
      "That is all of this link. Nothing has been run. A text that stood in a cell before is among its earlier versions.",
    );
    choices.replaceChildren(button(say("Close"), close));
  }

  async function putAll() {
    for (const item of [...open]) await item.put?.();
    choices.querySelector("button")?.focus();
  }

  function close() {
    decided();
    element.remove();
    toText();
  }

  const count = open.size;
  const choices = make(
    "p",
    { className: "shared-choices" },
    ...(count > 0
      ? [
          button(
            sayCount({ one: "Put it into the page", other: "Put them into the page" }, count),
            () => void putAll(),
          ),
          button(say("Leave the page as it is"), close),
        ]
      : [button(say("Close"), close)]),
  );
  const element = frame(
    make(
      "p",
      { className: "shared-title" },
      carriedInWords(offers.length, numbers.length, shared.by),
    ),
    make("p", {}, count > 0 ? waiting : nothing),
    make("ul", { className: "shared-items" }, ...items.map((item) => item.element)),
    status,
    choices,
  );
  return { element, remove: () => element.remove() };
}

const waiting = say(
  "Nothing of it is in the page yet, and nothing of it runs before you press Run. Read it first: anybody can make such a link.",
);
const nothing = say("There is nothing of it to be put into the page.");

/** The strip that says why a link was not opened. */
export function problemStrip(
  { problem, page }: { readonly problem: string; readonly page?: string },
  decided: () => void,
): Strip {
  const link =
    page && make("a", { href: `${sitePath(`${page}/`)}${location.hash}` }, say("Open it there"));
  const close = button(say("Close"), () => {
    decided();
    element.remove();
    toText();
  });
  const element = frame(
    make("p", { className: "shared-title", role: "status" }, problem),
    make("p", {}, say("The page is as you left it.")),
    make("p", { className: "shared-choices" }, ...(link ? [link] : []), close),
  );
  return { element, remove: () => element.remove() };
}

function cellItem(
  offer: Offer,
  { shared, put }: StripOptions,
  settled: (item: Item) => void,
): Item {
  if (offer.kind === "gone")
    return stray(
      say("The page has no cell “{id}” any more. This is what the link has for it:", {
        id: visibly(offer.id),
      }),
      offer.text,
    );
  const { id, title, original } = offer.cell;
  const link = make("a", { href: `#cell-${id}` }, title);
  if (offer.kind === "there")
    return { element: make("li", {}, make("p", {}, link, say(": stands in the page already."))) };
  if (offer.kind === "outdated")
    return stray(
      say(
        "“{title}”: the author has changed the lines that this belongs to, so it cannot be put into the page. The new lines:",
        { title },
      ),
      offer.text,
    );
  const { text, settings } = offer;
  const set = settings.filter((one) => one !== null).map(inWords);
  const element = make(
    "li",
    {},
    make("p", { className: "shared-cell" }, link),
    ...(text === undefined
      ? []
      : [
          diffLines(
            lineDiff(original, text),
            {
              label: say("Changes to the author’s text of {title}", { title }),
              ours: say("goes:"),
              theirs: say("comes:"),
            },
            "shared-code",
            visibly,
          ),
        ]),
    ...(set.length > 0
      ? [make("p", {}, say("Controls set to {settings}", { settings: set.join(", ") }))]
      : []),
  );
  return choice(element, title, () => put(offer, shared.by), settled);
}

function numbersItem({ id, title, code }: OfferedNumbers, settled: (item: Item) => void): Item {
  if (title === undefined) {
    const words = say("The page has no exercise “{id}” whose numbers can change.", {
      id: visibly(id),
    });
    return { element: make("li", {}, make("p", {}, words)) };
  }
  const element = make(
    "li",
    {},
    make("p", {}, say("{title}: the numbers of variant {code}", { title, code: visibly(code) })),
  );
  return choice(element, title, async () => takeNumbers(document, id, code), settled);
}

/** Something that can be put into the page singly. */
function choice(
  element: HTMLElement,
  title: string,
  put: () => Promise<void>,
  settled: (item: Item) => void,
): Item {
  const place = make("p", { className: "shared-choice", tabIndex: -1 });
  const item: Item = {
    element,
    async put() {
      const held = place.contains(document.activeElement);
      await put();
      place.textContent = say("Now in the page, not yet run.");
      if (held) place.focus();
      settled(item);
    },
  };
  place.append(
    button(
      say("Put in this one"),
      () => void item.put?.(),
      say("Put in this one: {title}", { title }),
    ),
  );
  element.append(place);
  return item;
}

/** A text that has no place in the page: to read and to copy. */
function stray(words: string, text: string): Item {
  const element = make("li", {}, make("p", {}, words));
  if (text === "") return { element };
  const shown = make("pre", { className: "code shared-code", tabIndex: 0 }, visibly(text));
  shown.ariaLabel = say("Text of the link");
  const said = make("span", { role: "status" });
  const tell = (what: string) => {
    said.textContent = what;
  };
  const copy = button(say("Copy"), () => void copyText(text, shown, tell));
  element.append(shown, make("p", { className: "shared-choice" }, copy, said));
  return { element };
}

function inWords({ label, value }: SharedSetting): string {
  const shown = Array.isArray(value) ? `(${value.join(", ")})` : String(value);
  return visibly(label === "" ? shown : `${label} = ${shown}`);
}

function frame(...content: readonly Node[]): HTMLElement {
  const element = make("section", { className: "shared-strip" }, ...content);
  element.ariaLabel = say("What this link carries");
  return element;
}

/** The keyboard goes on where the text begins. */
function toText() {
  const main = document.querySelector("main");
  if (!main) return;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
}
