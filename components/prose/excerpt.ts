/**
 * One exported declaration of a source file, with the docstring above it.
 *
 * @param source the file's text
 * @param name the declared name
 * @param file the file's name, for the message
 * @throws Error when the file exports no such name
 */
export function excerpt(source: string, name: string, file: string): string {
  const lines = source.split("\n");
  const start = lines.findIndex((line) =>
    new RegExp(`^export (async )?(function\\*?|const|interface|type) ${name}\\b`).test(line),
  );
  if (start < 0)
    throw new Error(`Listing: ${file} exports no "${name}". Correct the name or the file.`);
  const length = lines
    .slice(start)
    .findIndex((line) => /^[}\])]+[;,]?$/.test(line) || /^export type .*;$/.test(line));
  const end = length < 0 ? start : start + length;
  return [...docstring(lines, start), ...lines.slice(start, end + 1)].join("\n");
}

function docstring(lines: readonly string[], start: number): readonly string[] {
  if (lines[start - 1]?.trim().endsWith("*/") !== true) return [];
  const opening = lines.slice(0, start).findLastIndex((line) => line.startsWith("/**"));
  return opening < 0 ? [] : lines.slice(opening, start);
}
