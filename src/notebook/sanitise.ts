import DOMPurify from "dompurify";

/**
 * Makes a drawing from a reader's cell safe to put into the page: no script, no handler, no link
 * out, no resource from elsewhere. Only in a browser.
 */
export function sanitise(source: string): string {
  const clean = DOMPurify.sanitize(source, {
    USE_PROFILES: { svg: true, svgFilters: true, html: true },
    // A shared cell must not draw a form or a link that passes for the book's own.
    FORBID_TAGS: [
      "a",
      "form",
      "input",
      "button",
      "image",
      "img",
      "foreignObject",
      "audio",
      "video",
    ],
    FORBID_ATTR: ["href", "xlink:href", "src", "srcset", "action", "name"],
    ALLOW_DATA_ATTR: false,
    // Plot keeps its few rules in a style element that names its own class.
    ADD_TAGS: ["style"],
    RETURN_DOM_FRAGMENT: true,
  });
  for (const element of clean.querySelectorAll("*")) {
    if (element.localName === "style" && !isPlotStyle(element.textContent ?? "")) element.remove();
    else
      for (const { name, value } of [...element.attributes]) {
        if (!isHarmless(name, value)) element.removeAttribute(name);
      }
  }
  const holder = document.createElement("div");
  holder.append(clean);
  return holder.innerHTML;
}

/** Ids are Plot's own, so that none shadows an id of the page; references stay inside the drawing. */
function isHarmless(name: string, value: string): boolean {
  if (name === "id") return /^plot-(clip|marker)-/.test(value);
  if (/\\|image-set|src\s*\(/i.test(value)) return name !== "style";
  return !/url\s*\((?!\s*["']?#)/i.test(value);
}

/** A style element in the page's tree styles the whole page, so only rules for Plot's class stay. */
function isPlotStyle(css: string): boolean {
  if (/@|url\s*\(|\\|expression/i.test(css)) return false;
  return css
    .split("}")
    .map((rule) => rule.split("{")[0]?.trim() ?? "")
    .filter(Boolean)
    .every((selector) =>
      /^:where\(\.plot-[\w-]+[^)]*\)(\s*,\s*:where\(\.plot-[\w-]+[^)]*\))*$/.test(selector),
    );
}
