import type * as Plot from "@observablehq/plot";
import { say } from "#src/language/say.ts";
import { digits } from "./digits.ts";

/** What of a drawing of Plot is asked: its scales. */
type Scaled = Pick<Plot.Plot, "scale">;

/** A mark as Plot keeps it; the names and counts are not in its declarations. */
interface DrawnMark {
  readonly ariaLabel?: string;
  readonly data?: { readonly length?: number };
}

/**
 * A drawing of Plot in words, for those who do not see it: its title, what lies along each axis and
 * from where to where, and what is drawn.
 */
export function plotInWords(options: Plot.PlotOptions, drawing: Scaled): string {
  const axes = (["y", "x"] as const).flatMap((axis) => {
    const scale = drawing.scale(axis);
    return scale ? [axisInWords(options[axis]?.label ?? scale.label ?? axis, scale)] : [];
  });
  const series = [...(drawing.scale("color")?.domain ?? [])] as unknown[];
  const drawn = marksIn(options.marks);
  const words = [
    typeof options.title === "string" ? options.title : say("Plot"),
    axes.join("; "),
    drawn && say("Shows {drawn}", { drawn }),
    typeof series[0] === "string" ? say("colours: {names}", { names: listed(series) }) : "",
  ];
  return `${words.filter(Boolean).join(". ")}.`;
}

function axisInWords(label: string, { domain }: Plot.Scale): string {
  const name = label.replace(/^[←→↑↓]\s*|\s*[←→↑↓]$/g, "").trim();
  const values = [...(domain ?? [])] as unknown[];
  if (values.length === 0) return name;
  const [first, last] = [values[0], values.at(-1)];
  return typeof first === "number" && typeof last === "number"
    ? say("{name} from {first} to {last}", { name, first: digits(first), last: digits(last) })
    : `${name}: ${listed(values)}`;
}

/** What is drawn, with how many data each; axes and grids are said by the scales. */
function marksIn(marks: Plot.PlotOptions["marks"]): string {
  const words = (marks ?? []).flatMap((one): string[] => {
    if (Array.isArray(one)) return [marksIn(one)].filter(Boolean);
    const mark = one as DrawnMark | null | undefined;
    if (!mark?.ariaLabel || /^(frame|axis|grid)|[xy]-(axis|grid)/.test(mark.ariaLabel)) return [];
    const count = mark.data?.length;
    return [count === undefined ? mark.ariaLabel : `${mark.ariaLabel} (${count})`];
  });
  return words.join(", ");
}

/** A few names, and how many more there are. */
function listed(values: Iterable<unknown>): string {
  const names = Array.from(values, String);
  return names.length <= 6
    ? names.join(", ")
    : say("{names} and {number} more", {
        names: names.slice(0, 6).join(", "),
        number: names.length - 6,
      });
}
