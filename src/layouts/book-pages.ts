import type { Entry } from "#src/course/search/entry.ts";
import { say } from "#src/language/say.ts";

/** The pages beside the chapters: address, name and what is there. */
const PAGES = [
  ["map/", say("Map"), say("What builds on what: the chapters and their concepts as a drawing.")],
  ["glossary/", say("Glossary"), say("The terms of the book, each in a sentence or two.")],
  [
    "notation/",
    say("Notation"),
    say("The symbols, their names in code, and the letters of others."),
  ],
  [
    "conventions/",
    say("Conventions"),
    say("What papers and libraries do differently under one name."),
  ],
  ["reference/", say("Reference"), say("Every method, problem and function of the package.")],
  [
    "reference/api/",
    say("All names of the package"),
    say("Every export of @downhill/optim by its file."),
  ],
  [
    "sources/",
    say("Sources"),
    say("The texts that the book grew from, and what it corrects in them."),
  ],
  [
    "bibliography/",
    say("Bibliography"),
    say("The works that the book cites, each with the sections that do."),
  ],
  [
    "cite/",
    say("Cite this book"),
    say("A line and an entry for BibTeX, for the book and for each chapter."),
  ],
  [
    "changes/",
    say("Editions and changes"),
    say("The editions of the book, and what changed in each of them."),
  ],
  ["notebook/", say("Notebook"), say("Cells and texts of your own, and worked notebooks to copy.")],
  [
    "my-work/",
    say("My work"),
    say("The exercises, how far you have come, and all your work as one file."),
  ],
  ["teach/", say("Teach"), say("Compose an assignment for a class and give it out as a link.")],
  [
    "teach/guide/",
    say("Guide for teachers"),
    say("From the first exercise to the table of a class."),
  ],
  [
    "teach/table/",
    say("Class table"),
    say("Grade what a class has handed in, on your own machine."),
  ],
  ["find/", say("Index"), say("Everything in the book by the alphabet, and a box to search it.")],
] as const;

/** The pages beside the chapters, as they can be found. */
export const pageEntries: readonly Entry[] = PAGES.map(([at, title, text]) => ({
  kind: "page",
  title,
  where: "",
  at,
  names: "page",
  text,
}));
