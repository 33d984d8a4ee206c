import { say } from "#src/language/say.ts";

/** What is said of the book wherever it is announced, cited or listed. */
export const BOOK = {
  name: "Downhill",
  subtitle: say("Gradient-based optimization, in a book you can run"),
  description: say(
    "An interactive textbook on gradient-based optimization: equations, live figures, code you edit and run in the page, and exercises that check themselves.",
  ),
  authors: "The Downhill authors",
  /** Of the prose and the figures. */
  license: "https://creativecommons.org/licenses/by/4.0/",
} as const;
