import { say } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { version } from "#src/optim/package.json";
import { PLOT } from "./arrange.ts";
import { oneLine } from "./comment.ts";
import { fileName } from "./file-name.ts";
import { type JupyterOutput, jupyterOutput, jupyterStored } from "./jupyter-output.ts";
import { script } from "./script.ts";
import { stillHtml } from "./still-output.ts";
import { storedText } from "./stored-text.ts";
import type { TakenFile, TakenPage } from "./take-away.ts";

/** Versions of the packages that a notebook asks for; a test holds them to those of the book. */
export const VERSIONS: Readonly<Record<string, string>> = {
  "@downhill/optim": version,
  [PLOT]: "0.6.17",
  linkedom: "0.18.10",
};

type JupyterCell =
  | {
      readonly cell_type: "markdown";
      readonly id: string;
      readonly metadata: object;
      readonly source: string;
    }
  | {
      readonly cell_type: "code";
      readonly id: string;
      readonly metadata: object;
      readonly source: string;
      readonly outputs: readonly JupyterOutput[];
      readonly execution_count: null;
    };

/**
 * A page, or one cell with what it needs, as a Jupyter notebook for Deno's kernel. What a page gives
 * its cells stands in the first code cell; what the cells showed is kept with them.
 * @throws Error when the page has no cell of the id `only`
 */
export async function jupyterFile(page: TakenPage, only?: string): Promise<TakenFile> {
  const base = fileName(page.notebook.title, only);
  const made = await script(page, only, { place: "notebook", prefix: base, locate });
  const ids = freshIds();
  const setup = [made.imports, made.bottom, made.top].filter(Boolean).join("\n\n");
  const cells: JupyterCell[] = [
    prose(ids("about"), about(page, made.usesPlot)),
    ...(setup === "" ? [] : [code(ids("setup"), { role: "setup" }, setup, [])]),
    ...made.cells.flatMap((cell) => [
      ...cell.prose.map((text) => prose(ids("prose"), text)),
      ...(cell.title === undefined
        ? []
        : [prose(ids(`${cell.id}-title`), `### ${oneLine(cell.title)}`)]),
      code(ids(cell.id), titled(cell.title), cell.code, outputsOf(page, cell.id)),
    ]),
    ...made.after.map((text) => prose(ids("prose"), text)),
  ];
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title: oneLine(page.notebook.title),
      kernelspec: { name: "deno", display_name: "Deno", language: "typescript" },
      language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/x.typescript" },
    },
    cells,
  };
  return {
    name: `${base}.ipynb`,
    type: "application/x-ipynb+json",
    text: `${JSON.stringify(notebook, null, 1)}\n`,
  };
}

/** `npm:@downhill/optim@0.2.0/problems`, as Deno names the file of a package. */
function locate(module: string): string {
  const name = Object.keys(VERSIONS).find((one) => module === one || module.startsWith(`${one}/`));
  return name === undefined ? module : `npm:${name}@${VERSIONS[name]}${module.slice(name.length)}`;
}

function about({ notebook, address }: TakenPage, usesPlot: boolean): string {
  const plot = usesPlot ? ` ${PLOT}@${VERSIONS[PLOT]} linkedom@${VERSIONS["linkedom"]}` : "";
  const book = `[Downhill](${encodeURI(oneLine(address)).replace(/[()]/g, encodeURIComponent)})`;
  const kernel = "`deno jupyter --install`";
  const packed = `\`npm install ./downhill-optim-${version}.tgz${plot}\``;
  const sentences = [
    say("From {book}.", { book }),
    say("This notebook runs on the Jupyter kernel of {deno}: {command}, once.", {
      deno: "[Deno](https://docs.deno.com/runtime/reference/cli/jupyter/) 2",
      command: kernel,
    }),
    say("The packages come from the npm registry when the first code cell runs."),
    say(
      "While {package} is not in the registry, put its packed file into the folder of this notebook and install it there: {command}.",
      { package: `\`@downhill/optim\` ${version}`, command: packed },
    ),
    say("Run the cells from top to bottom."),
  ];
  return `# ${oneLine(notebook.title) || say("Cells")}\n\n${sentences.join(" ")}`;
}

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

function prose(id: string, source: string): JupyterCell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

function code(
  id: string,
  metadata: object,
  source: string,
  outputs: readonly JupyterOutput[],
): JupyterCell {
  return { cell_type: "code", id, metadata, source, outputs, execution_count: null };
}

function outputsOf({ outputs, stored }: TakenPage, id: string): readonly JupyterOutput[] {
  const last = outputs.get(id);
  if (last) return last.map(jupyterOutput);
  const html = stillHtml(stored?.get(id) ?? "");
  return html === "" ? [] : [jupyterStored(html, storedText(html))];
}

/** Ids as the format wants them: letters, digits, - and _, up to 64, none twice. */
function freshIds(): (wanted: NotebookPart["id"]) => string {
  const given = new Set<string>();
  return (wanted) => {
    const plain = wanted.replace(/[^\w-]+/g, "-").slice(0, 56) || "cell";
    let id = plain;
    for (let n = 2; given.has(id); n++) id = `${plain}-${n}`;
    given.add(id);
    return id;
  };
}
