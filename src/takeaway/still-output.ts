import { say } from "#src/language/say.ts";
import type { Output } from "#src/notebook/output.ts";
import { outputText } from "./output-text.ts";
import { withoutElements } from "./without-elements.ts";

/** An output as it can stand where nothing moves: a control says what it is set to, of frames the last is kept. */
export function stillOutput(output: Output): readonly Output[] {
  switch (output.kind) {
    case "control":
    case "file":
      return [{ kind: "text", text: outputText(output) }];
    case "frames": {
      const last = output.frames.at(-1);
      const count = output.frames.length;
      return [
        ...(last ? stillOutput(last) : []),
        { kind: "text", text: say("Frame {frame} of {frames}.", { frame: count, frames: count }) },
      ];
    }
    default:
      return [output];
  }
}

/** The page's HTML of outputs without what needs the page: players, buttons, frames in waiting, fonts. */
export function stillHtml(html: string): string {
  const without = [
    /<div class="player"/,
    /<template\b/,
    /<button\b/,
    // Formulas stay as MathML, which needs no fonts.
    /<span class="katex-html"/,
  ].reduce(withoutElements, html);
  return without.replace(/ data-trace="[^"]*"/g, "");
}
