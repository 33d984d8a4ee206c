import { parseConvention } from "#src/course/parse-convention.ts";

const sources = import.meta.glob<string>("/content/conventions/*.yml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What is done differently in different places, method by method: the numbers of the files order. */
export const conventions = Object.entries(sources)
  .map(([path, yaml]) => ({ path, entry: parseConvention(yaml, path.split("/").at(-1) ?? path) }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))
  .map(({ entry }) => entry);

/** The section that a method's reference page leads to, if there is one. */
export function conventionOf(method: string): string | undefined {
  return conventions.find((entry) => entry.method === method || entry.also.includes(method))
    ?.method;
}
