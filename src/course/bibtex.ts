import { namesOf } from "./author-names.ts";
import { latexText } from "./latex-text.ts";
import type { Reference } from "./reference-schema.ts";

const DOI = /^https:\/\/doi\.org\/(.+)$/;
const ARXIV = /^https:\/\/arxiv\.org\/abs\/(.+)$/;
/** A journal with its volume, and perhaps the pages. */
const VOLUME = /^(.+?) (\d+)(?:, (\d+–\d+))?$/;
const MEETING =
  /Proceedings|Conference|Symposium|Workshop|Advances in|Innovations in|Methods in Natural|Intelligence and Statistics$/;
const JOURNAL = /Transactions|Programming$|^Distill$/;
const PUBLISHER = /Press$|^Springer\b/;

/**
 * A work as an entry for BibTeX, in letters that every LaTeX reads.
 *
 * @param key its key in references.yml
 */
export function bibtexEntry(key: string, work: Reference): string {
  const { authors, year, title, venue, url = "" } = work;
  const { people, others } = namesOf(authors);
  const names = people.map((name) =>
    name.includes(",") ? latexText(name) : `{${latexText(name)}}`,
  );
  const [type, where] = published(venue);
  const doi = DOI.exec(url)?.[1];
  const arxiv = ARXIV.exec(url)?.[1];
  const fields = {
    author: [...names, ...(others ? ["others"] : [])].join(" and "),
    title: titleWords(title),
    ...where,
    year: `${year}`,
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { eprint: arxiv, archiveprefix: "arXiv" }),
    ...(url !== "" && doi === undefined && arxiv === undefined && { url }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${key},\n${lines.join("")}}\n`;
}

/** What kind of publication a venue is, and the fields that name it. */
function published(venue: string): readonly [string, Readonly<Record<string, string>>] {
  if (venue === "arXiv") return ["misc", {}];
  if (MEETING.test(venue)) return ["inproceedings", { booktitle: latexText(venue) }];
  const [, journal, volume = "", pages] = VOLUME.exec(venue) ?? [];
  const number = venue.includes("issue") ? undefined : journal;
  if (number !== undefined)
    return [
      "article",
      { journal: latexText(number), volume, ...(pages && { pages: latexText(pages) }) },
    ];
  if (JOURNAL.test(venue)) return ["article", { journal: latexText(venue) }];
  if (PUBLISHER.test(venue)) return ["book", { publisher: latexText(venue) }];
  return ["misc", { howpublished: latexText(venue) }];
}

/** Many styles set titles in lower case: braces keep the capitals of names. */
function titleWords(title: string): string {
  return title
    .split(" ")
    .map((word, i) => {
      const plain = i === 0 ? /^\P{Lu}?\p{Lu}\P{Lu}*$/u : /^\P{Lu}*$/u;
      return plain.test(word) || !/\p{Lu}/u.test(word) ? latexText(word) : `{${latexText(word)}}`;
    })
    .join(" ");
}
