import { LANGUAGE } from "./edition.ts";

/** What a placeholder stands for. */
export type Said = string | number | undefined;
/** The names in the braces of a message; braces around anything else are signs of the text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Opened}`
  ? Opened extends `${infer Name}}${infer Rest}`
    ? Name extends `${string}{${string}`
      ? NamesIn<Opened>
      : (Name extends "" | `${string}${" " | "\n"}${string}` ? never : Name) | NamesIn<Rest>
    : never
  : never;
/** What a message needs beside its text: a value for each name. */
type ValuesFor<Names extends string> = [Names] extends [never]
  ? []
  : [values: Readonly<Record<Names, Said>>];

let rules: Intl.PluralRules | undefined;

/**
 * A text of the interface: `say("Run all")`, `say("Run {title}", { title })`.
 *
 * The English text is the key, as in gettext. It is a literal, so that it can be found; the build of
 * another edition puts the translation in its place, here in the source, and no dictionary is shipped.
 *
 * @param text without values it is said as it is; with values, `{name}` stands for one of them
 */
export function say<const Text extends string>(
  text: Text,
  ...[values]: ValuesFor<NamesIn<Text>>
): string {
  return filled(text, values ?? {});
}

function filled(text: string, values: Readonly<Record<string, Said>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * A text with a number, in the form that the number asks for, of which English has these two:
 * `sayCount({ one: "{count} file", other: "{count} files" }, count)`.
 */
export function sayCount<const One extends string, const Other extends string>(
  forms: { readonly one: One; readonly other: Other },
  count: number,
  ...[values]: ValuesFor<Exclude<NamesIn<One | Other>, "count">>
): string {
  rules ??= new Intl.PluralRules(LANGUAGE);
  const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[rules.select(count)];
  return filled(form ?? forms.other, { count, ...values });
}

/**
 * A text that has elements in it, as its parts in the order of the language:
 * `sayParts("Read {book} first.", { book: link })`.
 */
export function sayParts<const Text extends string, Part>(
  text: Text,
  // The first says which names there have to be, the second what kind the parts are of.
  parts: Readonly<Record<NamesIn<Text>, Part>> & Readonly<Record<string, Part>>,
): readonly (string | Part)[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      return name !== undefined && Object.hasOwn(parts, name)
        ? parts[name as NamesIn<Text>]
        : piece;
    });
}
