import type { Card } from "./card.ts";

/** Long enough to cross a thing on the way to another. */
const OPEN_AFTER = 150;
/** Long enough to move from the thing into its card. */
const CLOSE_AFTER = 300;

export interface PointingOptions {
  /** Whether a thing may have a card; others are as if they were none. Default all. */
  readonly explains?: (thing: Element) => boolean;
  /** How long the mouse has to rest on a thing, in ms; default 150. */
  readonly rest?: (thing: Element) => number;
  /** Whether a tap on a thing is for the card; default always. */
  readonly taps?: (thing: Element) => boolean;
}

/**
 * Shows the card when a mouse rests on one of the things, and when a finger taps one; a second tap
 * takes it away.
 *
 * @param things a selector
 * @param show shows the card of a thing; told whether a finger has asked for it
 */
export function explainOnPointing(
  card: Card,
  things: string,
  show: (thing: Element, tapped?: boolean) => void,
  { explains = () => true, rest = () => OPEN_AFTER, taps = () => true }: PointingOptions = {},
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finger = false;
  const later = (act: () => void, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const thingAt = (target: EventTarget | null) => {
    const thing = target instanceof Element ? target.closest(things) : null;
    return thing && explains(thing) ? thing : null;
  };
  const inCard = (target: EventTarget | null) =>
    target instanceof Node && card.element.contains(target);

  document.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    // Who drags something crosses much on the way.
    if (pointerType === "touch" || buttons !== 0) return;
    const thing = thingAt(target);
    if (inCard(target) || (thing && thing === card.of)) clearTimeout(timer);
    else if (thing) later(() => show(thing), rest(thing));
    else if (card.of && !card.of.contains(document.activeElement)) later(card.hide, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("pointerdown", ({ pointerType }) => {
    finger = pointerType === "touch";
  });
  document.addEventListener("click", (event) => {
    // Under the finger the target may have become another since it came down.
    const under = () => document.elementFromPoint(event.clientX, event.clientY);
    const thing = finger && (thingAt(event.target) ?? thingAt(under()));
    if (!thing || !taps(thing)) return;
    event.preventDefault();
    if (thing === card.of) card.hide();
    else show(thing, true);
  });
}
