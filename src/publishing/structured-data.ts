import { LANGUAGE } from "#src/language/edition.ts";
import { BOOK } from "./book.ts";
import { plainText } from "./plain-text.ts";
import type { Work } from "./work.ts";

/** Where a work and its card are, and the book that it belongs to: absolute addresses. */
export interface Addresses {
  readonly page: string;
  readonly card: string;
  readonly book: string;
}

/**
 * A work in the words of schema.org: a `Book`, a `Chapter` of it, or a worked notebook, each also a
 * `LearningResource`.
 */
export function structuredData(work: Work, { page, card, book }: Addresses): object {
  const common = {
    "@context": "https://schema.org",
    url: page,
    image: card,
    inLanguage: LANGUAGE,
    license: BOOK.license,
    isAccessibleForFree: true,
    educationalLevel: "University",
    author: { "@type": "Organization", name: BOOK.authors },
  };
  if (work.kind === "book")
    return {
      ...common,
      "@type": ["Book", "LearningResource"],
      name: BOOK.name,
      alternativeHeadline: BOOK.subtitle,
      description: BOOK.description,
      learningResourceType: "Textbook",
      bookEdition: work.edition,
      datePublished: work.date,
    };
  const part = {
    ...common,
    name: work.title,
    description: plainText(work.summary),
    isPartOf: { "@type": "Book", name: BOOK.name, url: book },
  };
  if (work.kind === "notebook")
    return { ...part, "@type": "LearningResource", learningResourceType: "Worked notebook" };
  return {
    ...part,
    "@type": ["Chapter", "LearningResource"],
    learningResourceType: "Textbook chapter",
    position: work.number,
    teaches: work.objectives.map(plainText),
  };
}
