import { foldOutputs, framesMarkup, markup } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";

const done = new WeakMap<Output, string>();

/**
 * Outputs of a reader's run as HTML that may enter the page. The sanitiser loads with the first
 * drawing, mathematics with the first formula.
 */
export async function render(outputs: readonly Output[]): Promise<string> {
  const parts: string[] = [];
  for (const output of outputs) {
    const html = done.get(output) ?? (await renderOne(output));
    done.set(output, html);
    parts.push(html);
  }
  return foldOutputs(parts);
}

async function renderOne(output: Output): Promise<string> {
  switch (output.kind) {
    case "svg": {
      const { sanitise } = await import("#src/notebook/sanitise.ts");
      return markup({ ...output, source: sanitise(output.source) });
    }
    case "frames": {
      const last = output.frames.at(-1);
      return framesMarkup(output, last ? await render([last]) : "");
    }
    case "tex":
      return typesetSafely(output.source);
    default:
      return markup(output);
  }
}

async function typesetSafely(source: string): Promise<string> {
  try {
    const { renderMath } = await import("#src/course/math.ts");
    return markup({ kind: "tex", source }, (tex) => renderMath(tex, true));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (
      markup({ kind: "error", stage: "run", message: reason }) + markup({ kind: "tex", source })
    );
  }
}
