import type { Entry } from "#src/course/search/entry.ts";

/** The pages beside the chapters: address, name and what is there. */
const PAGES = [
  ["map/", "Map", "What builds on what: the chapters and their concepts as a drawing."],
  ["glossary/", "Glossary", "The terms of the book, each in a sentence or two."],
  ["notation/", "Notation", "The symbols, their names in code, and the letters of others."],
  ["conventions/", "Conventions", "What papers and libraries do differently under one name."],
  ["reference/", "Reference", "Every method, problem and function of the package."],
  ["reference/api/", "All names of the package", "Every export of @downhill/optim by its file."],
  ["sources/", "Sources", "The texts that the book grew from, and what it corrects in them."],
  ["notebook/", "Notebook", "Cells and texts of your own, and worked notebooks to copy."],
  ["my-work/", "My work", "The exercises, how far you have come, and all your work as one file."],
  ["teach/", "Teach", "Compose an assignment for a class and give it out as a link."],
  ["teach/guide/", "Guide for teachers", "From the first exercise to the table of a class."],
  ["teach/table/", "Class table", "Grade what a class has handed in, on your own machine."],
  ["find/", "Index", "Everything in the book by the alphabet, and a box to search it."],
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
