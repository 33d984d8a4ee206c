import { say, sayParts } from "#src/language/say.ts";
import { type CurrentValue, currentValue } from "./current-value.ts";

/** How long a value has to stand before it is said aloud. */
const SAY_AFTER = 500;

/** The line of a symbol's card that says what it is set to now. */
export interface ValueLine {
  /** Fills the line of a card that has just been opened; what is pointed at is `from`. */
  open(card: Element, id: string, from: Element): void;
  /** Says another value when it has changed. */
  update(): void;
  close(): void;
}

export function createValueLine(chapter: Element): ValueLine {
  let find: (() => CurrentValue | undefined) | undefined;
  let shown: Element | null = null;
  let spoken: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    open(card, id, from) {
      find = () => currentValue(chapter, id, from, upOrDown);
      const value = find();
      const line = card.querySelector(".explain-now");
      if (!value || !line) return;
      // Seen at once and said when it rests: a voice cannot follow a slider.
      shown = line.appendChild(document.createElement("b"));
      shown.ariaHidden = "true";
      spoken = line.appendChild(document.createElement("span"));
      spoken.className = "explain-said visually-hidden";
      shown.textContent = spoken.textContent = say("Now {value}", { value: value.said });
      const link = document.createElement("a");
      link.href = `#${value.place.id}`;
      link.textContent = whereIs(value.place, from);
      line.append(" ", ...sayParts("in {place}", { place: link }));
    },
    update() {
      const value = find?.();
      const text = value && say("Now {value}", { value: value.said });
      if (!text || !shown || shown.textContent === text) return;
      shown.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (spoken) spoken.textContent = text;
      }, SAY_AFTER);
    },
    close() {
      clearTimeout(timer);
      find = undefined;
      shown = spoken = null;
    },
  };
}

/** How far one is above or below the other on the page. */
function upOrDown(place: Element, from: Element): number {
  const [a, b] = [place.getBoundingClientRect(), from.getBoundingClientRect()];
  return Math.max(0, a.top - b.bottom, b.top - a.bottom);
}

function whereIs(place: Element, from: Element): string {
  const cell = place.matches("downhill-cell");
  if (place.contains(from)) return cell ? say("this cell") : say("this figure");
  const below = place.getBoundingClientRect().top > from.getBoundingClientRect().top;
  if (below) return cell ? say("the cell below") : say("the figure below");
  return cell ? say("the cell above") : say("the figure above");
}
