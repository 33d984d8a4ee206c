import katex from "katex";
import { withStyleClasses } from "./math-styles.ts";

/**
 * Commands of the book's mathematics beyond TeX. The colour commands tie a symbol in an equation to
 * the same quantity in figures and controls; their classes are coloured in `src/styles/math.css`.
 */
const MACROS: Readonly<Record<string, string>> = {
  "\\gradient": "\\htmlClass{q-gradient}{#1}",
  "\\velocity": "\\htmlClass{q-velocity}{#1}",
  "\\curvature": "\\htmlClass{q-curvature}{#1}",
  "\\T": "^{\\top}",
};

/** The TeX once more, which nobody reads, and what goes with it: a twentieth of a chapter's weight. */
const UNREAD = /<annotation [^>]*>[^<]*<\/annotation>|<\/?semantics>| xmlns="[^"]*"/g;

/** The sign that a function is applied, set after the max of an index: a third part of what has two. */
const APPLIED_TO_NOTHING = /<mo>\u2061<\/mo>(?=<\/m(?:sub|sup|subsup|under|over|underover)>)/g;

/**
 * TeX to HTML with MathML for screen readers.
 *
 * @param tex the formula, without dollar signs
 * @param display `true` for a formula on a line of its own; default `false`
 * @throws Error naming the formula when TeX cannot be read
 */
export function renderMath(tex: string, display = false): string {
  let dropped = false;
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      // A formula may come from a reader's cell: only the book's own classes, never another's look.
      trust: (context) => context.command === "\\htmlClass" && /^q-[a-z-]+$/.test(context.class),
      strict(code: string) {
        // KaTeX drops such a break, also where it is an error, and says nothing.
        if (code === "newLineInDisplayMode") dropped = true;
        return code === "htmlExtension" ? "ignore" : "error";
      },
      macros: { ...MACROS },
    });
    if (dropped) throw new Error("A line breaks inside an environment only, such as aligned");
    return withStyleClasses(html.replace(UNREAD, "").replace(APPLIED_TO_NOTHING, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`math: cannot read the formula ${tex}\n${reason}`, { cause });
  }
}
