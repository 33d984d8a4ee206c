/**
 * The placements that KaTeX writes most often in this book. Written out at each of their twenty
 * thousand places they are an eighth of a chapter's HTML; a class says the same.
 */
const STYLES: readonly string[] = [
  "border-bottom-width:0.04em",
  "height:0.1514em",
  "height:0.15em",
  "height:0.2083em",
  "height:0.2806em",
  "height:0.3011em",
  "height:0.3117em",
  "height:0.3361em",
  "height:0.345em",
  "height:0.4306em",
  "height:0.5806em;vertical-align:-0.15em",
  "height:0.6151em",
  "height:0.625em;vertical-align:-0.1944em",
  "height:0.6444em",
  "height:0.6833em",
  "height:0.686em",
  "height:0.6887em",
  "height:0.6944em",
  "height:0.7278em;vertical-align:-0.0833em",
  "height:0.7519em",
  "height:0.8141em",
  "height:0.8389em;vertical-align:-0.1944em",
  "height:0.8444em;vertical-align:-0.15em",
  "height:0.8451em",
  "height:0.8491em",
  "height:0.8641em",
  "height:0.8889em;vertical-align:-0.1944em",
  "height:0.888em",
  "height:0.8974em;vertical-align:-0.0833em",
  "height:0.9028em;vertical-align:-0.2083em",
  "height:1.0085em;vertical-align:-0.1944em",
  "height:1.0641em;vertical-align:-0.25em",
  "height:1.1901em;vertical-align:-0.345em",
  "height:1em;vertical-align:-0.25em",
  "height:2.5em",
  "height:2.7em",
  "height:3.05em",
  "height:3.2em",
  "height:3em",
  "left:-0.1944em",
  "margin-right:0.0037em",
  "margin-right:0.0269em",
  "margin-right:0.0278em",
  "margin-right:0.0315em",
  "margin-right:0.0359em",
  "margin-right:0.0379em",
  "margin-right:0.044em",
  "margin-right:0.0502em",
  "margin-right:0.0528em",
  "margin-right:0.0813em",
  "margin-right:0.1076em",
  "margin-right:0.109em",
  "margin-right:0.1132em",
  "margin-right:0.1389em",
  "margin-right:0.1667em",
  "margin-right:0.2222em",
  "margin-right:0.2778em",
  "min-width:0.853em;height:1.08em",
  "padding-left:0.833em",
  "top:-2.314em",
  "top:-2.55em;margin-left:-0.0278em;margin-right:0.05em",
  "top:-2.55em;margin-left:-0.0359em;margin-right:0.05em",
  "top:-2.55em;margin-left:-0.0528em;margin-right:0.05em",
  "top:-2.55em;margin-left:0em;margin-right:0.05em",
  "top:-2.655em",
  "top:-2.989em;margin-right:0.05em",
  "top:-3.063em;margin-right:0.05em",
  "top:-3.113em;margin-right:0.05em",
  "top:-3.23em",
  "top:-3.394em",
  "top:-3.677em",
  "top:-3em",
];

const CLASSES: ReadonlyMap<string, string> = new Map(
  STYLES.map((style, index) => [`${style};`, className(index)]),
);

/** The HTML of a formula with classes in the place of its frequent styles. */
export function withStyleClasses(html: string): string {
  return html.replace(
    /<span (?:class="([^"]*)" )?style="([^"]*)">/g,
    (written: string, classes: string | undefined, style: string) => {
      const name = CLASSES.get(style);
      return name ? `<span class="${classes ? `${classes} ` : ""}${name}">` : written;
    },
  );
}

/** The rules of these classes, the text of `src/styles/math-styles.css`. */
export function styleRules(): string {
  const rules = STYLES.map((style, index) => {
    const lines = style.split(";").map((one) => `  ${one.replace(":", ": ")};\n`);
    return `.katex .${className(index)} {\n${lines.join("")}}\n`;
  });
  return `/* From src/course/math-styles.ts. Its test says how this file is written anew. */\n\n${rules.join("\n")}`;
}

function className(index: number): string {
  return `k${index.toString(36)}`;
}
