import type * as Plot from "@observablehq/plot";
import type { Table } from "./output.ts";
import { tabulate } from "./tabulate.ts";

/** What Plot has computed for a mark when it drew it; not in its declarations. */
interface Computed {
  readonly channels: Readonly<Record<string, Channel>>;
}

interface Channel {
  readonly value?: ArrayLike<unknown>;
  readonly label?: string;
}

interface DrawnMark {
  readonly ariaLabel?: string;
}

/** Where things are; a table of colours or sizes says little. */
const PLACES = ["x", "x1", "x2", "y", "y1", "y2"];
/** What names the series that a row belongs to, the first that there is. */
const SERIES = ["z", "stroke", "fill"];
/** Backgrounds of thousands of samples, and what only labels the rest. */
const NOT_NUMBERS = /axis|grid|frame|contour|raster|density|hexbin|vector|text|tip|rule|legend/;

/** Where a drawing of Plot carries its numbers, on its element, from the drawing to the output. */
export const NUMBERS = Symbol.for("downhill:numbers");

const computed = new WeakMap<object, Computed>();

/**
 * Has Plot's marks remember what they compute as they are drawn: computed again, the functions of a
 * cell would be called twice, and a count of them be wrong.
 */
export function rememberChannels(mark: { readonly prototype: object }): void {
  const prototype = mark.prototype as { initialize: (...args: unknown[]) => Computed };
  const { initialize } = prototype;
  prototype.initialize = function (this: object, ...args) {
    const result = initialize.apply(this, args);
    computed.set(this, result);
    return result;
  };
}

/** The places of all that is drawn, as a table; nothing where there are none. */
export function plotNumbers(marks: Plot.PlotOptions["marks"]): Table | undefined {
  const nested: unknown[] = [marks ?? []];
  const all = nested.flat(20) as readonly (DrawnMark | null | undefined)[];
  const drawn = all.flatMap((mark) => {
    const result = mark ? computed.get(mark) : undefined;
    const name = mark?.ariaLabel ?? "";
    return result === undefined || name === "" || NOT_NUMBERS.test(name) ? [] : [{ name, result }];
  });
  const several = drawn.length > 1;
  const rows = drawn.flatMap(({ name, result: { channels } }) => {
    const places = PLACES.filter((place) => channels[place]?.value);
    const series = SERIES.map((key) => channels[key]?.value).find(isNames);
    const count = Math.max(0, ...places.map((place) => channels[place]!.value!.length));
    return Array.from({ length: count }, (_, i) => ({
      ...(several && { drawn: name }),
      ...(series && { series: series[i] }),
      ...Object.fromEntries(
        places.map((place) => [
          columnOf(place, channels[place]!),
          shown(channels[place]!.value![i]),
        ]),
      ),
    }));
  });
  return tabulate(rows);
}

function isNames(value: ArrayLike<unknown> | undefined): value is ArrayLike<string> {
  return value !== undefined && value.length > 0 && typeof value[0] === "string";
}

function columnOf(place: string, { label }: Channel): string {
  return label ? `${place}: ${label}` : place;
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
