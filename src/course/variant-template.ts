import { mapTexts } from "#src/grading/map-texts.ts";
import type { ExerciseData } from "./exercise-schema.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import { MATH_END, MATH_START } from "./variant-math.ts";

const MATH = /(\$\$?)([^$]+)\1/g;
/** Fields whose texts are expressions, names or plain words, not Markdown. */
const PLAIN = new Set(["kind", "syllabus", "surface"]);

/** What an exercise is in any numbers: HTML in which formulas and expressions still wait for them. */
export interface VariantTemplate {
  readonly prompt: string;
  /** The front matter, its texts as HTML. */
  readonly data: unknown;
}

/** The template of an exercise whose numbers vary. */
export function variantTemplate(exercise: ExerciseData, prompt: string): VariantTemplate {
  const { template, varies: _, ...data } = exercise;
  return {
    prompt: paragraphs(prompt),
    data: mapTexts(withDefaults(template, data), (text, key = "") =>
      text.startsWith("=") || PLAIN.has(key) ? text : waiting(text),
    ),
  };
}

/** What the author wrote, and where nothing was written what the schema put there. */
function withDefaults(written: unknown, parsed: unknown): unknown {
  if (Array.isArray(parsed))
    return parsed.map((part, index) => withDefaults((written as unknown[])?.[index], part));
  if (typeof parsed === "object" && parsed !== null)
    return Object.fromEntries(
      Object.entries(parsed).map(([key, part]) => [
        key,
        withDefaults((written as Record<string, unknown> | undefined)?.[key], part),
      ]),
    );
  return written ?? parsed;
}

/** A prompt of plain paragraphs as HTML. */
export function paragraphs(prompt: string): string {
  return prompt
    .trim()
    .split(/\n{2,}/)
    .map((one) => `<p>${waiting(one)}</p>`)
    .join("\n");
}

/** Markdown as HTML, but for formulas with expressions in them, which stay as TeX between marks. */
function waiting(text: string): string {
  const formulas: string[] = [];
  const kept = text.replace(MATH, (whole, dollars: string, tex: string) => {
    if (!tex.includes("[[")) return whole;
    formulas.push(dollars === "$$" ? `\\displaystyle ${tex.trim()}` : tex);
    return `${MATH_START}${formulas.length - 1}${MATH_END}`;
  });
  const html = inlineMarkdown(kept);
  return html.replace(
    new RegExp(`${MATH_START}(\\d+)${MATH_END}`, "g"),
    (_, index: string) => `${MATH_START}${formulas[Number(index)]}${MATH_END}`,
  );
}
