import { excerpt } from "./excerpt.ts";

const sources = import.meta.glob<string>("/src/optim/src/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/**
 * One exported declaration of the optimizer package, with its docstring.
 *
 * @param file under src/optim/src, such as `methods/momentum.ts`.
 * @throws Error when there is no such file or name
 */
export function listing(file: string, name: string): string {
  const source = sources[`/src/optim/src/${file}`];
  if (source === undefined) throw new Error(`Listing: the package has no file ${file}.`);
  return excerpt(source, name, file);
}
