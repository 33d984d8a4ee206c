import { drawnSymbols } from "#src/course/drawn-symbols.ts";
import type { ChapterNotation } from "./chapter-notation.ts";
import { labelSymbols } from "./label-symbols.ts";

/** Finds what stands for a symbol, and writes the symbol's ids onto it as `data-symbol`. */
export interface Marker {
  /** The symbols of a drawn formula. */
  formula(formula: Element): void;
  /** The variables in the listings and cells below an element. */
  code(root: Element): void;
  /** The labels and the curves of a figure, or of what a cell shows. */
  drawing(figure: Element): void;
  /** The controls of the cells below an element; those of figures say by themselves what they set. */
  controls(root: Element): void;
}

/** Splits code into what is between its names, and, at every other place, its names. */
const NAMES = /([\p{L}_$][\p{L}\p{N}_$]*)/u;

export function createMarker(notation: ChapterNotation): Marker {
  const names = new Map(Object.entries(notation.names));
  const phrases = new Map(Object.entries(notation.phrases));
  const listed = new Map(Object.entries(notation.listed));
  const inCells = new Map(Object.entries(notation.inCells));
  const variables = (listing: Element, ids: ReadonlyMap<string, string>) => {
    for (const name of listing.querySelectorAll(".tok-variableName"))
      mark(name, [ids.get(name.textContent ?? "")]);
    for (const text of plainTexts(listing)) {
      const parts = text.data.split(NAMES).map((part, i) => {
        const id = i % 2 === 1 ? ids.get(part) : undefined;
        if (id === undefined) return part;
        const name = text.ownerDocument.createElement("span");
        name.textContent = part;
        mark(name, [id]);
        return name;
      });
      if (parts.some((part) => typeof part !== "string")) text.replaceWith(...parts);
    }
  };
  return {
    formula(formula) {
      for (const { element, id } of drawnSymbols(formula, names)) mark(element, [id]);
    },
    code(root) {
      for (const listing of root.querySelectorAll(".listing pre")) variables(listing, listed);
      for (const cell of root.querySelectorAll(".cell-code > pre")) variables(cell, inCells);
    },
    drawing(figure) {
      for (const label of figure.querySelectorAll("svg text")) {
        const ids = labelSymbols(label.textContent ?? "", names, phrases);
        mark(
          label,
          ids.filter((id) => !notation.notIn[id]?.includes(figure.id)),
        );
      }
      for (const { figure: id, colour, id: symbol } of notation.curves)
        if (figure.id === id) for (const part of inColour(figure, colour)) mark(part, [symbol]);
    },
    controls(root) {
      for (const control of root.querySelectorAll(".control")) {
        const label = control.querySelector(".control-label")?.textContent ?? "";
        mark(control, labelSymbols(label, names, phrases));
      }
    },
  };
}

/**
 * What has no colour in a listing: the variables and properties, but those of one letter, which are
 * of an axis or a coordinate (`editor/highlight.ts`).
 */
function plainTexts(listing: Element): readonly Text[] {
  return [listing, ...listing.querySelectorAll("code")]
    .flatMap((code) => [...code.childNodes])
    .filter((node): node is Text => node.nodeType === node.TEXT_NODE);
}

/** What a figure draws in a colour; of a word the text itself, which the pointer meets. */
function inColour(figure: Element, colour: string): readonly Element[] {
  const own = ["stroke", "fill"].map((look) => `.plot-drawing [${look}*="--${colour})"]`);
  return [...figure.querySelectorAll(own.join())].flatMap((part) => {
    const words = [...part.querySelectorAll("text")];
    return words.length > 0 ? words : [part];
  });
}

/** Adds ids to those that an element has. */
function mark(element: Element, ids: readonly (string | undefined)[]): void {
  const own = element.getAttribute("data-symbol");
  const all = new Set([...(own?.split(" ") ?? []), ...ids.filter((id) => id !== undefined)]);
  const value = [...all].join(" ");
  if (value !== "" && value !== own) element.setAttribute("data-symbol", value);
}
