import { inReadingOrder } from "./reading-order.ts";

/** Explains the next symbol of an equation or of some code, 1, or the one before, −1. */
export type StepThrough = (group: HTMLElement, step: number) => void;

/**
 * @param now what is explained now
 * @param explain explains a symbol of a group
 */
export function createStepper(
  now: () => Element | undefined,
  explain: (symbol: Element, group: HTMLElement) => void,
): StepThrough {
  return (group, step) => {
    const all = [...group.querySelectorAll("[data-symbol]")];
    const symbols = group.matches("pre") ? firstOfEach(all) : inReadingOrder(group, all);
    const next = symbolAfter(symbols, now(), step);
    if (!next) return;
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    explain(next, group);
  };
}

/** Code names its variables again and again: each is explained once, where it first stands. */
function firstOfEach(symbols: readonly Element[]): readonly Element[] {
  const seen = new Set<string | null>();
  return symbols.filter((symbol) => {
    const id = symbol.getAttribute("data-symbol");
    return !seen.has(id) && seen.add(id);
  });
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
