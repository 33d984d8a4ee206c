import DOMPurify from "dompurify";

/** What Plot makes around its drawings: figures with captions, legends of coloured swatches. */
const html = ["figure", "figcaption", "h2", "h3", "p", "div", "span", "em", "strong", "br"];

/**
 * Makes a drawing from a reader's cell safe to put into the page: no script, no handler, no link
 * out, no resource from elsewhere, no rule that styles the page. Only in a browser.
 */
export function sanitise(source: string): string {
  const clean = DOMPurify.sanitize(source, {
    USE_PROFILES: { svg: true, svgFilters: true },
    // A shared cell must not draw a form or a link that passes for the book's own.
    ADD_TAGS: html,
    // Plot's own style elements say nothing that the style sheet of the cells does not say.
    FORBID_TAGS: ["a", "image", "style"],
    FORBID_ATTR: ["href", "xlink:href", "src", "name"],
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const element of clean.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const kept = name === "class" ? plotClasses(value) : value;
      if (kept === "" || !isHarmless(name, value)) element.removeAttribute(name);
      else if (kept !== value) element.setAttribute(name, kept);
    }
  }
  const holder = document.createElement("div");
  holder.append(clean);
  return holder.innerHTML;
}

/** What Markdown makes. */
const prose = [
  ...["p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre", "blockquote", "br"],
  ...["hr", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "span"],
];

/**
 * Makes prose of a notebook, which may be a stranger's, safe to put into the page: no script, no
 * handler, nothing fetched, no look of its own, no name that shadows one of the page. Links go to
 * pages only, and tell them nothing of where they come from. Only in a browser.
 */
export function sanitiseProse(source: string): DocumentFragment {
  const clean = DOMPurify.sanitize(source, {
    ALLOWED_TAGS: prose,
    ALLOWED_ATTR: ["href", "start", "align", "data-formula"],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[./#?]|[\w-]+(?:[/#?]|$))/i,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of clean.querySelectorAll("a")) link.rel = "noopener noreferrer";
  return clean;
}

/** Of the classes, those that Plot gives; one of the page's own would bring the page's rules. */
function plotClasses(value: string): string {
  return value
    .split(/\s+/)
    .filter((one) => /^plot-[0-9a-f]{6}(-[a-z]+)*$/.test(one))
    .join(" ");
}

/** Ids are Plot's own, so that none shadows an id of the page; references stay inside the drawing. */
function isHarmless(name: string, value: string): boolean {
  if (name === "id") return /^plot-(clip|marker)-[\w-]+$/.test(value);
  if (/\\|image-set|src\s*\(/i.test(value)) return name !== "style";
  return !/url\s*\((?!\s*["']?#)/i.test(value);
}
