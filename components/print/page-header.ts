import { sayParts } from "#src/language/say.ts";

/** What stands in the margin of every printed page but the first, which has it in its text. */
export interface PageHeader {
  readonly left: string;
  readonly right: string;
}

/** Rules of CSS for the margins of printed pages; a browser that knows no margin boxes leaves them out. */
export function pageRules({ left, right }: PageHeader): string {
  return `
    @page {
      @top-left { content: ${cssString(left)}; }
      @top-right { content: ${cssString(right)}; }
      @bottom-right { content: ${pageOfPages()}; }
    }
    @page :first {
      @top-left { content: none; }
      @top-right { content: none; }
    }`;
}

/** "page 3 of 7" as content of CSS, which counts when it is printed. */
function pageOfPages(): string {
  type Counter = { readonly counts: string };
  return sayParts<"page {page} of {pages}", Counter>("page {page} of {pages}", {
    page: { counts: "page" },
    pages: { counts: "pages" },
  })
    .map((part) => (typeof part === "string" ? cssString(part) : `counter(${part.counts})`))
    .join(" ");
}

/** A text as a string of CSS: a name that a learner has typed must not end it. */
function cssString(text: string): string {
  const safe = text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
