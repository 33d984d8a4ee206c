/** A part of a file that TypeScript can read, and where it begins in the file. */
export interface Region {
  readonly kind: "ts" | "tsx";
  readonly text: string;
  readonly offset: number;
}

const FRONT = /^---\n([\s\S]*?)\n---/;
const SCRIPT = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;
const REMARK = /<!--[\s\S]*?-->|<!doctype[^>]*>/gi;
/** `<Part {size} />` is written `<Part size />` where it is only read. */
const SHORT = /(<[A-Za-z][^<>]*?\s)\{(\w+)\}(?=[\s/>])/g;

/**
 * What of a file TypeScript can read: all of a `.ts` or `.tsx`; of a `.astro` its front matter, its
 * scripts, and its template with everything else blanked out.
 */
export function tsxRegions(source: string, path: string): readonly Region[] {
  if (!path.endsWith(".astro"))
    return [{ kind: path.endsWith("x") ? "tsx" : "ts", text: source, offset: 0 }];
  const [whole = "", front = ""] = FRONT.exec(source) ?? [];
  const scripts: Region[] = [];
  let template = source.slice(whole.length);
  template = template.replace(SCRIPT, (all, tag, attributes, body, at) => {
    if (tag === "script" && !/is:inline|set:html/.test(attributes))
      scripts.push({ kind: "ts", text: body, offset: whole.length + at + all.indexOf(">") + 1 });
    return blank(all);
  });
  template = template.replace(REMARK, blank);
  while (SHORT.test(template)) template = template.replace(SHORT, "$1 $2 ");
  return [
    { kind: "ts", text: front, offset: 4 },
    { kind: "tsx", text: `<>${template}</>`, offset: whole.length - 2 },
    ...scripts,
  ];
}

const blank = (text: string) => text.replace(/[^\n]/g, " ");
