import { drawnSymbols } from "#src/course/drawn-symbols.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createCard } from "./card.ts";
import { lightUp } from "./linked.ts";
import { explainOnPointing } from "./pointing.ts";
import { inReadingOrder } from "./reading-order.ts";

/** What notation.json of a chapter holds: the drawn names, and what the cards say. */
export interface ChapterNotation {
  /** Drawn name → id of the symbol. */
  readonly names: Readonly<Record<string, string>>;
  /** Id → HTML. */
  readonly cards: Readonly<Record<string, string>>;
}

const SYMBOL = "[data-symbol]";

/** Explains the next symbol of an equation, 1, or the one before, −1. */
export type StepThrough = (equation: HTMLElement, step: number) => void;

/**
 * Finds the symbols in the drawn equations and explains them under the mouse and at a tap; what it
 * gives goes through them by keyboard.
 *
 * @param url where the chapter's notation is
 */
export async function explainSymbols(
  equations: readonly HTMLElement[],
  url: string,
): Promise<StepThrough> {
  const { names, cards } = JSON.parse(await fetchText(url)) as ChapterNotation;
  const ids = new Map(Object.entries(names));
  for (const equation of equations) {
    for (const { element, id } of drawnSymbols(equation, ids))
      (element as HTMLElement).dataset["symbol"] = id;
  }

  const card = createCard("symbol-card", (of) =>
    lightUp((of as HTMLElement | undefined)?.dataset["symbol"]),
  );
  const show = (symbol: Element, below: Element) => {
    const html = cards[(symbol as HTMLElement).dataset["symbol"] ?? ""];
    const equation = symbol.closest(".equation");
    if (html && equation) card.show(symbol, equation, html, below);
  };

  explainOnPointing(card, `.equation-body ${SYMBOL}`, (symbol) => {
    card.element.ariaLive = "off";
    show(symbol, symbol);
  });
  const pointedAt = document.querySelector(`.equation-body ${SYMBOL}:hover`);
  if (pointedAt) show(pointedAt, pointedAt);

  for (const equation of equations) {
    equation.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && card.element.contains(relatedTarget))) card.hide();
    });
  }
  return (equation, step) => {
    const symbols = inReadingOrder(equation, [...equation.querySelectorAll(SYMBOL)]);
    const next = symbolAfter(symbols, card.of, step);
    if (!next) return;
    card.element.ariaLive = "polite";
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    show(next, equation);
  };
}

/** The next symbol in either direction; after the last comes the first. */
function symbolAfter(
  symbols: readonly Element[],
  now: Element | undefined,
  step: number,
): Element | undefined {
  const at = now ? symbols.indexOf(now) : -1;
  if (at < 0) return symbols.at(step > 0 ? 0 : -1);
  return symbols[(at + step + symbols.length) % symbols.length];
}
