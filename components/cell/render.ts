import { markup } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";

const done = new WeakMap<Output, string>();

/** Outputs of a reader's run as HTML that may enter the page. The sanitiser loads with the first drawing. */
export async function render(outputs: readonly Output[]): Promise<string> {
  const parts: string[] = [];
  for (const output of outputs) parts.push(done.get(output) ?? (await renderOne(output)));
  return parts.join("");
}

async function renderOne(output: Output): Promise<string> {
  let safe = output;
  if (output.kind === "svg") {
    const { sanitise } = await import("#src/notebook/sanitise.ts");
    safe = { ...output, source: sanitise(output.source) };
  }
  const html = markup(safe);
  done.set(output, html);
  return html;
}
