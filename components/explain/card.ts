/**
 * A card that explains what the reader points at, one thing at a time: a term, or a symbol. It can be
 * pointed at itself, stays while the pointer or the focus does, and goes with Escape.
 */
export interface Card {
  readonly element: HTMLElement;
  /** What the card explains now. */
  readonly of: Element | undefined;
  /**
   * Shows the card below something.
   *
   * @param of what it explains
   * @param after after which element it stands for the keyboard
   * @param html what it says: trusted, from the build
   * @param below what it must not cover; default `of`
   * @param fill completes what it says, before it is placed
   */
  show(
    of: Element,
    after: Element,
    html: string,
    below?: Element,
    fill?: (card: Element) => void,
  ): void;
  /** @param followed the reader goes where a link of the card leads: the focus does not come back */
  hide(followed?: boolean): void;
}

const GAP = 6;
const EDGE = 8;

/**
 * @param id of its element
 * @param onChange told what the card explains, or that it is gone
 * @param keeps what does not take the card away when it is pressed; default nothing
 */
export function createCard(
  id: string,
  onChange: (of: Element | undefined) => void,
  keeps: (target: Node) => boolean = () => false,
): Card {
  const element = document.createElement("span");
  element.className = "explain-card";
  element.id = id;
  element.popover = "manual";
  let of: Element | undefined;

  const hide = (followed = false) => {
    if (!of) return;
    const returns = !followed && element.contains(document.activeElement);
    const left = of;
    of = undefined;
    element.hidePopover();
    if (returns) left.closest<HTMLElement>("a, [tabindex]")?.focus({ preventScroll: true });
    onChange(undefined);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && of) hide();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!of || !(target instanceof Node) || of.contains(target) || element.contains(target)) return;
    if (!keeps(target)) hide();
  });

  return {
    element,
    get of() {
      return of;
    },
    show(next, after, html, below = next, fill = () => {}) {
      of = next;
      element.innerHTML = html;
      fill(element);
      if (after.nextElementSibling !== element) after.after(element);
      element.showPopover();
      place(element, next, below);
      onChange(next);
    },
    hide,
  };
}

/** Below what is explained, or above it where there is no room; never beyond the sides. */
function place(element: HTMLElement, of: Element, clear: Element): void {
  const first = (one: Element) => one.getClientRects()[0] ?? one.getBoundingClientRect();
  const anchor = { left: first(of).left, bottom: first(clear).bottom, top: first(clear).top };
  const { width, height } = element.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - EDGE;
  const left = Math.max(EDGE, Math.min(anchor.left, room));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - height;
  const top = below + height > innerHeight && above > 0 ? above : below;
  element.style.left = `${left + scrollX}px`;
  element.style.top = `${top + scrollY}px`;
}
