import { say } from "#src/language/say.ts";
import type { ConventionEntry } from "../convention-schema.ts";
import type { GlossaryEntry } from "../glossary-schema.ts";
import type { NotationEntry } from "../notation-schema.ts";
import type { Sources } from "../parse-sources.ts";
import { type Reference, shortCitation } from "../reference-schema.ts";
import type { Entry } from "./entry.ts";
import { plainText } from "./plain-text.ts";

/** A term, by its definition. */
export function termEntry(id: string, { term, definition }: GlossaryEntry, taught: string): Entry {
  return {
    kind: "term",
    title: plainText(term),
    where: taught,
    at: `glossary/#${id}`,
    names: [id, ...lettersOf(definition)].join(" "),
    text: plainText(definition),
  };
}

/** The Greek letters that a definition carries: who meets one looks for it. */
export function lettersOf(definition: string): readonly string[] {
  return [...new Set(plainText(definition).match(/\p{Script=Greek}/gu))];
}

/** A symbol, by its meaning and its names elsewhere. */
export function symbolEntry(id: string, data: NotationEntry, where: string): Entry {
  const { tex, match = [], meaning, code = "", pytorch = "", elsewhere = {} } = data;
  const forms = [tex, ...match].map((form) => plainText(`$${form}$`));
  return {
    kind: "symbol",
    title: forms[0] ?? id,
    where,
    at: `notation/#${id}`,
    names: [...forms, id, code, pytorch].join(" "),
    text: [
      plainText(meaning),
      code && say("In code: {names}.", { names: code }),
      pytorch && say("In PyTorch: {names}.", { names: pytorch }),
      ...Object.values(elsewhere).map(
        (letters) =>
          letters !== undefined && say("Elsewhere: {letters}.", { letters: plainText(letters) }),
      ),
    ]
      .filter((line) => line)
      .join("\n"),
  };
}

/** What differs between papers and libraries in one method. */
export function conventionEntry(
  {
    method,
    lead,
    statement,
    rows,
  }: Pick<ConventionEntry, "method" | "lead" | "statement" | "rows">,
  title: string,
): Entry {
  return {
    kind: "convention",
    title: say("{title}: conventions", { title }),
    where: say("Conventions"),
    at: `conventions/#${method}`,
    names: say("differences papers libraries PyTorch Keras Optax"),
    text: [
      plainText(lead),
      plainText(statement),
      ...rows.map(({ who, does, code }) => `${plainText(who)}: ${plainText(does)}. ${code}`),
    ].join("\n"),
  };
}

/**
 * A cited work.
 *
 * @param at the page and anchor where it is listed
 * @param why what the book says of it
 */
export function workEntry(
  key: string,
  data: Reference,
  at: string,
  where: string,
  why: string,
): Entry {
  const { authors, year, title, venue } = data;
  return {
    kind: "work",
    title: plainText(title),
    where: [shortCitation(data), where].filter((part) => part !== "").join(" › "),
    at,
    names: `${key} ${authors} ${year} ${venue}`,
    text: [`${authors.replace(/\.?$/, ".")} ${venue}, ${year}.`, plainText(why)].join("\n").trim(),
  };
}

/** The texts that the book grew from, and what it corrects in them and in others. */
export function sourceEntries({ sources, corrections, slips }: Sources): readonly Entry[] {
  const corrected = [...corrections, ...slips].map(
    ({ id, says, right }): Entry => ({
      kind: "correction",
      title: plainText(says),
      where: say("Sources › {id}", { id }),
      at: `sources/#${id}`,
      names: id,
      text: plainText(right),
    }),
  );
  return [
    ...sources.map(
      ({ id, name, what }): Entry => ({
        kind: "page",
        title: name,
        where: say("Sources"),
        at: `sources/#${id}`,
        names: "source",
        text: plainText(what),
      }),
    ),
    ...corrected,
  ];
}
