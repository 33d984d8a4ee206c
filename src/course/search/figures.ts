/** A figure of a chapter: its anchor, what stands above it and what its caption says. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
}

/** The texts of the files of components/widgets by their path from there, such as "Ravine.tsx". */
export type WidgetSources = Readonly<Record<string, string>>;

/**
 * Reads off a widget's source what the reader sees above and below the figure. Its id is its name
 * in small letters, or that of the scene that its tag names.
 *
 * @param name of the component, such as "LookAhead"
 * @param tag the text of its tag in the chapter
 * @throws Error when its source has no title
 */
export function figureOf(name: string, tag: string, sources: WidgetSources): Figure {
  const scene = /\bscene="([^"]+)"/.exec(tag)?.[1];
  const kebab = name.replace(/(?!^)(?=[A-Z])/g, "-").toLowerCase();
  const id = scene ?? kebab;
  const own = sources[`${name}.tsx`] ?? "";
  const elsewhere = scene
    ? (sources[`${kebab}/scenes.ts`] ?? "").split(`"${scene}": {`)[1]
    : sources[`${kebab}/figure.ts`];
  const source = [own, elsewhere ?? ""].find((text) => TITLE.test(text));
  const title = source && TITLE.exec(source)?.[1];
  if (source === undefined || title === undefined)
    throw new Error(
      `search: components/widgets/${name}.tsx has no title="…", and no file beside it has title: "…". Give the figure one.`,
    );
  return { id, title: meant(title), caption: captionOf(source) };
}

/** A text between double quotes, in which a quote has a backslash before it. */
const TEXT = /"((?:[^"\\]|\\.)+)"/.source;
const TITLE = new RegExp(`\\btitle(?:=\\{?|: )${TEXT}`);
const meant = (text: string): string => JSON.parse(`"${text}"`);

/** What is said in plain words; where it is put together from the state, it is left out. */
function captionOf(source: string): string {
  return ["notice", "why"]
    .flatMap((part) => {
      const [, plain, marked] =
        new RegExp(`\\b${part}(?:=\\{?|:\\s*)(?:${TEXT}|[{(]?\\s*<>([\\s\\S]*?)</>)`).exec(
          source,
        ) ?? [];
      const text = plain === undefined ? marked?.replace(/<[^>]+>|\{" "\}/g, " ") : meant(plain);
      return text === undefined || /[{}]/.test(text) ? [] : [text.replace(/\s+/g, " ").trim()];
    })
    .join("\n");
}
