import { parse, stringify } from "yaml";
import { type Call, callsIn } from "#src/language/calls.ts";
import { keyOf, type Translated } from "#src/language/translate.ts";

/** A message of the interface. */
export interface Message {
  /** With a number: its English form for one. */
  readonly one?: string;
  /** Files in which it stands. */
  readonly in: readonly string[];
}

/** All messages by their English text. */
export type Catalogue = ReadonlyMap<string, Message>;

/** What to type to bring the catalogue up to date. */
export const COMMAND = "npx node src/cli/write-messages.ts";

const HEAD = `# Every message of the interface, and where it stands. Written by \`${COMMAND}\`.
# A translation is a file XX.yml beside this one: "English text": "text", and of a message that has
# the form \`one\` here a form for each plural category of the language.
`;

/**
 * The messages of files, in the order in which they stand there.
 *
 * @param files the text of each by its path
 * @throws where a message has different forms for one in two places
 */
export function catalogueOf(files: Iterable<readonly [path: string, text: string]>): Catalogue {
  const found = new Map<string, Message>();
  for (const [path, text] of files)
    for (const { message } of callsIn(text, path)) {
      const key = keyOf(message);
      const one = oneOf(message);
      const before = found.get(key);
      if (before && before.one !== one)
        throw new Error(
          `${path}: “${key}” has the form “${one}” for one here, and “${before.one}” in ${before.in.join(", ")}. Give both the same.`,
        );
      found.set(key, {
        ...(one !== undefined && { one }),
        in: [...new Set([...(before?.in ?? []), path])],
      });
    }
  return found;
}

const oneOf = (message: Call["message"]) =>
  typeof message === "string" ? undefined : message["one"];

/** The catalogue as the file that translators read. */
export function catalogueText(catalogue: Catalogue): string {
  const entries = [...catalogue].map(([key, { one, in: files }]) => [
    key,
    { ...(one !== undefined && { one }), in: files.join(", ") },
  ]);
  return HEAD + stringify(Object.fromEntries(entries), { lineWidth: 0 });
}

/** A translation: how much of the catalogue it has, from 0 to 1, and what is wrong with it. */
export interface Review {
  readonly coverage: number;
  readonly problems: readonly string[];
}

/**
 * What there is to say of a translation.
 *
 * @param text of its file
 * @param language its tag, such as "de"
 */
export function review(text: string, language: string, catalogue: Catalogue): Review {
  const said = Object.entries((parse(text) ?? {}) as Readonly<Record<string, Translated>>);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const problems = said.flatMap(([key, translated]) => {
    const message = catalogue.get(key);
    if (!message) return [`“${key}” is no message. Take it out, or correct its English text.`];
    const forms = typeof translated === "string" ? [translated] : Object.values(translated);
    return [
      ...formProblems(key, message, translated, categories),
      ...forms.flatMap((form) => placeholderProblems(key, message, form)),
    ];
  });
  const known = said.filter(([key]) => catalogue.has(key));
  return { coverage: known.length / catalogue.size, problems };
}

function formProblems(
  key: string,
  message: Message,
  translated: Translated,
  categories: readonly string[],
): readonly string[] {
  if (message.one === undefined)
    return typeof translated === "string" ? [] : [`“${key}” has no number. Write one text for it.`];
  const forms = typeof translated === "string" ? [] : Object.keys(translated);
  const missing = categories.filter((category) => !forms.includes(category));
  return missing.length === 0
    ? []
    : [`“${key}” has no form for ${missing.join(", ")}. Write ${categories.join(", ")}.`];
}

/** A form may leave out the number, and what the English form for one leaves out. */
function placeholderProblems(key: string, message: Message, form: string): readonly string[] {
  const known = placeholders(key);
  const own = placeholders(form);
  const needed = message.one === undefined ? known : placeholders(message.one);
  const isNumber = (name: string) => message.one !== undefined && name === "count";
  const strange = [...own].filter((name) => !known.has(name) && !isNumber(name));
  const missing = [...needed].filter((name) => !own.has(name) && !isNumber(name));
  return [
    ...strange.map((name) => `“${key}”: {${name}} is no placeholder of it.`),
    ...missing.map((name) => `“${key}”: {${name}} is missing.`),
  ];
}

const placeholders = (text: string) =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
