import { compile } from "#src/notebook/compile.ts";
import { createKernel } from "#src/notebook/kernel.ts";
import { loaded } from "#src/notebook/modules.ts";
import type { Output } from "#src/notebook/output.ts";
import type { CellSource, RunEvent } from "#src/notebook/protocol.ts";

export const modules = { optim: loaded({ adam: () => "adam", run: () => "run" }) };

/** Cells by id; a leading "!" marks a cell whose text has changed since it was shown. */
export function cells(sources: Readonly<Record<string, string>>): CellSource[] {
  return Object.entries(sources).map(([id, source]) =>
    id.startsWith("!") ? { id: id.slice(1), source, changed: true } : { id, source },
  );
}

/** A kernel for a test: runs cells and tells what they did and showed. */
export function notebook() {
  const kernel = createKernel({ modules, compiler: async () => compile });
  return async (sources: Readonly<Record<string, string>>, target?: string) => {
    const events: RunEvent[] = [];
    await kernel.run(cells(sources), target, (event) => events.push(event));
    const order = events.flatMap((event) => (event.kind === "started" ? [event.id] : []));
    const shown = new Map<string, readonly Output[]>();
    for (const event of events) if (event.kind === "finished") shown.set(event.id, event.outputs);
    return { events, order, shown, text: (id: string) => shown.get(id)?.map(words).join(" | ") };
  };
}

/** An output in a few words. */
export function words(output: Output): string {
  if (output.kind === "error") {
    const { message, line, column, cell } = output;
    return `${message}${line === undefined ? "" : ` @${cell ? `${cell}:` : ""}${line}:${column}`}`;
  }
  if (output.kind === "control")
    return `${output.control.control}[${output.index}] = ${output.value}`;
  return "text" in output ? output.text : output.kind;
}
