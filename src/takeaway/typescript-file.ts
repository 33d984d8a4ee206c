import { say } from "#src/language/say.ts";
import { version } from "#src/optim/package.json";
import { comment, oneLine } from "./comment.ts";
import { fileName } from "./file-name.ts";
import { type Script, script } from "./script.ts";
import type { TakenFile, TakenPage } from "./take-away.ts";

/**
 * A page, or one cell with what it needs, as one TypeScript file that runs under plain Node: types
 * that can be taken away, and nothing to install but what it says at its head.
 * @throws Error when the page has no cell of the id `only`
 */
export async function typescriptFile(page: TakenPage, only?: string): Promise<TakenFile> {
  const base = fileName(page.notebook.title, only);
  const made = await script(page, only, { place: "file", prefix: base });
  const text = [
    head(page, `${base}.ts`, made),
    made.imports,
    made.top,
    ...made.cells.map(({ id, title, prose, code }) =>
      [...prose.map(comment), `// ── ${oneLine(title ?? id)} ──`, code].join("\n\n"),
    ),
    ...made.after.map(comment),
    ...(made.bottom === ""
      ? []
      : [`// ── ${say("What the page gives its cells")} ──`, made.bottom]),
    // Without an import Node might take the file for a script of another kind.
    ...(made.imports === "" ? ["export {};"] : []),
  ];
  return {
    name: `${base}.ts`,
    type: "text/typescript",
    text: `${text.filter((part) => part !== "").join("\n\n")}\n`,
  };
}

const PACKED = `npm install ./downhill-optim-${version}.tgz`;

function head({ notebook, address }: TakenPage, name: string, { imports, usesPlot }: Script) {
  const usesPackage = imports.includes('"@downhill/optim');
  return comment(
    [
      say("{title}, from Downhill", { title: oneLine(notebook.title) || say("Cells") }),
      oneLine(address),
      "",
      say("To run it, with Node 22.18 or newer:"),
      ...(usesPackage
        ? [
            "  npm install @downhill/optim",
            `  ${say("(or its packed file: {command})", { command: PACKED })}`,
          ]
        : []),
      ...(usesPlot
        ? [
            `  npm install @observablehq/plot linkedom@0.18.10   ${say("(for the drawings; it runs without)")}`,
          ]
        : []),
      `  node ${name}`,
    ].join("\n"),
  );
}
