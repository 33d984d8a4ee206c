import { numberEquations } from "#src/course/equation-labels.ts";
import { type Works, withPlainReferences } from "#src/course/notebook-parts.ts";
import { capital } from "#src/language/capital.ts";

/** A chapter as its author wrote it, and what its components stand for. */
export interface ChapterSource {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  /** MDX without front matter. */
  readonly body: string;
  readonly works: Works;
  /** Title and question of an exercise, in Markdown. */
  readonly exercise: (id: string) => { readonly title: string; readonly question: string };
  /** A declaration of the optimizer package, with its docstring. */
  readonly listing: (file: string, name: string) => string;
}

const FENCE = /(^[ \t]*```[^\n]*\n[\s\S]*?^[ \t]*```[ \t]*$)/m;
const IMPORTS = /^import .*\n/gm;
/** A component, or code within a line, which may look like one. */
const TAG = /`[^`\n]+`|<(\/?)([A-Z]\w+)((?:\s+[\w:]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /(\w+)="([^"]*)"/g;
/** Commands that colour a quantity. */
const COLOURED = /\\(?:gradient|velocity|curvature)\b\s*/g;
const TRANSPOSED = /\\T(?![A-Za-z])/g;

/**
 * A chapter in plain Markdown, for programs that read: its prose and code as they are, the questions
 * of its exercises, and a line for each figure.
 *
 * @throws Error for a component with content that has no plain form
 */
export function plainChapter(source: ChapterSource): string {
  const { number, title, summary, objectives, body, works } = source;
  const numbers = numberEquations(body, number);
  const pieces = body.replace(IMPORTS, "").split(FENCE);
  const text = pieces.map((piece, i) => {
    // Between two pieces of prose stands code, which is left as it is.
    if (i % 2 === 1) return piece;
    const prose = withPlainReferences(piece, numbers, works);
    return prose
      .replace(TAG, (found, close: string, name: string | undefined, attributes: string) =>
        name === undefined
          ? found
          : plainTag(name, close !== "", new Map(pairsOf(attributes)), source),
      )
      .replace(COLOURED, "")
      .replace(TRANSPOSED, "^{\\top}");
  });
  const goals = objectives.map((objective) => `- ${objective}`).join("\n");
  const head = `# ${number} ${title}\n\n${summary}\n\nAfter this chapter you can\n\n${goals}`;
  return `${[head, ...text]
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

function pairsOf(attributes: string): readonly (readonly [string, string])[] {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]);
}

function plainTag(
  name: string,
  closes: boolean,
  attributes: ReadonlyMap<string, string>,
  { exercise, listing }: ChapterSource,
): string {
  const the = (attribute: string) => attributes.get(attribute) ?? "";
  const asked = (id: string) => {
    const { title, question } = exercise(id);
    return `**Exercise: ${title}.** ${question.trim()}`;
  };
  switch (name) {
    case "Place":
    case "Term":
    case "Compare":
    case "Parallel":
      return "";
    case "Cell":
      return closes || the("title") === "" ? "" : `**${the("title")}**\n`;
    case "Fold":
      return closes ? "" : `**${the("title")}**\n\n`;
    case "Callout":
      return closes || the("title") === "" ? "" : `**${the("title")}**\n\n`;
    case "Statement":
      return closes ? "" : `**${capital(the("kind"))}: ${the("title")}**\n\n`;
    case "OftenSaid":
      return closes ? "" : `Often said: “${the("claim")}” In fact:\n\n`;
    case "Exercise":
      return asked(the("id"));
    case "Predict":
      return closes ? "" : `${asked(the("of"))}\n\n`;
    case "Listing":
      return `\`\`\`ts\n${listing(the("file"), the("name"))}\n\`\`\``;
    case "Video":
      return `[${the("title")}](https://www.youtube.com/watch?v=${the("id")}), a video. ${the("about")}`;
    default:
      if (closes)
        throw new Error(
          `A chapter in plain Markdown has no form for what <${name}> holds. Give it one in src/publishing/plain-chapter.ts.`,
        );
      return `*A figure on the page: ${inWords(the("scene") || name)}.*`;
  }
}

/** "RavineExplorer" or "three-methods" as words. */
function inWords(name: string): string {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .replaceAll("-", " ")
    .toLowerCase();
}
