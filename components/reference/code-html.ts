import { highlight } from "#components/editor/highlight.ts";
import type { AddressOf } from "#src/course/docstring-html.ts";

/**
 * Coloured TypeScript in which the names of documented types lead to where they are described.
 *
 * @param own the name that the code declares, which needs no link
 */
export function codeHtml(code: string, addressOf: AddressOf, own?: string): string {
  return linked(highlight(code, "ts"), addressOf, own);
}

/** The same for a property or method of an interface, which is no program by itself. */
export function memberHtml(signature: string, addressOf: AddressOf): string {
  const lines = highlight(`interface I {\n${signature}\n}`, "ts").split("\n");
  return linked(lines.slice(1, -1).join("\n"), addressOf);
}

/** The same for a type alone, which breaks after the bar between two alternatives. */
export function typeHtml(type: string, addressOf: AddressOf): string {
  const declared = "is: ";
  const html = memberHtml(`${declared}${type}`, addressOf).slice(declared.length);
  return html.replaceAll(" | ", "\u00a0| ");
}

function linked(html: string, addressOf: AddressOf, own?: string): string {
  return html.replace(
    /<span class="(tok-typeName|tok-variableName)">(\w+)<\/span>/g,
    (span, token: string, name: string) => {
      const isType = token === "tok-typeName" || /^[A-Z]/.test(name);
      const address = isType && name !== own ? addressOf(name) : undefined;
      return address === undefined ? span : `<a class="tok-typeName" href="${address}">${name}</a>`;
    },
  );
}
