import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { extractCells } from "#src/course/cells.ts";
import type { Output } from "#src/notebook/output.ts";
import type { TakenPage } from "#src/takeaway/take-away.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = resolve(root, "content/chapters");
const gallery = resolve(root, "content/notebooks");

/** A page as its author wrote it. */
interface AuthoredPage {
  readonly name: string;
  readonly page: TakenPage;
}

/** Every chapter by name, as it is taken away after all its cells have run. */
export const chapters: readonly AuthoredPage[] = readdirSync(folder).map((file) => {
  const kept = resolve(root, "tests/content/chapters/stored-outputs", file.replace(/mdx$/, "json"));
  const outputs = JSON.parse(readFileSync(kept, "utf8")) as Record<string, readonly Output[]>;
  return authored(file, folder, new Map(Object.entries(outputs)));
});

/** Every notebook of the gallery by name; none of its cells has run. */
export const notebooks: readonly AuthoredPage[] = readdirSync(gallery).map((file) =>
  authored(file, gallery, new Map()),
);

function authored(file: string, from: string, outputs: TakenPage["outputs"]): AuthoredPage {
  const name = file.replace(/^\d+-|\.mdx$/g, "");
  const parts = extractCells(readFileSync(resolve(from, file), "utf8")).map(
    ({ id, source, title }) => ({
      kind: "code" as const,
      id,
      text: source,
      ...(title !== undefined && { title }),
    }),
  );
  const address = `https://downhill.example/${name}/`;
  return { name, page: { notebook: { title: name, parts }, address, outputs } };
}

/** A page of cells by id, none of which has run. */
export function pageOf(
  cells: Readonly<Record<string, string>>,
  more: Partial<TakenPage> = {},
): TakenPage {
  const parts = Object.entries(cells).map(([id, text]) => ({ kind: "code" as const, id, text }));
  return {
    notebook: { title: "A page", parts },
    address: "https://downhill.example/notebook/",
    outputs: new Map(),
    ...more,
  };
}

/** The numbers that a text holds, to the digits that a page shows. */
export function numbersIn(text: string): readonly number[] {
  return (text.match(/(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])/g) ?? []).map((one) =>
    Number(Number(one).toPrecision(6)),
  );
}

/** The numbers of a list that another does not hold in the same order. */
export function missingFrom(
  wanted: readonly number[],
  found: readonly number[],
): readonly number[] {
  let at = 0;
  return wanted.filter((number) => {
    const next = found.indexOf(number, at);
    if (next >= 0) at = next + 1;
    return next < 0;
  });
}
