/** Text as lines of a comment; every sign that ends a line of code ends one here. */
export function comment(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `// ${line}`.trimEnd())
    .join("\n");
}

/** A title or a name on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
