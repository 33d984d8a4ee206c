import { showVerdict } from "#components/exercise/show-verdict.ts";
import { showTexts } from "#components/exercise/variant-page.ts";
import { specOf } from "#src/course/exercise-spec.ts";
import type { VariantTexts } from "#src/course/variant-texts.ts";
import type { Progress } from "#src/grading/progress.ts";
import { attemptsInWords, lastVerdict } from "#src/grading/work-sheet.ts";
import { say } from "#src/language/say.ts";
import { onPaper } from "./paper.ts";

/** An exercise of the book on a worksheet. */
export interface SheetQuestion {
  /** "Exercise 6.1". */
  readonly number: string;
  /** HTML from the build, as all of these. */
  readonly title: string;
  readonly question: string;
  /** In the learner's own numbers; absent where these are the book's. */
  readonly variant?: VariantTexts | undefined;
}

/**
 * A question with its answer and what was said of it; without both where the sheet is to be filled
 * on paper.
 */
export function sheetEntry(
  { number, title, question, variant }: SheetQuestion,
  progress: Progress | undefined,
): HTMLElement {
  const entry = element("article", "sheet-entry");
  const heading = element("h4", "");
  heading.innerHTML = `${number} <span>${title}</span>`;
  const body = element("div", "sheet-question");
  body.innerHTML = question;
  // On a phone a formula may be wider than the sheet: it scrolls, by keyboard too.
  for (const formula of body.querySelectorAll<HTMLElement>(".equation-body")) formula.tabIndex = 0;
  const form = body.querySelector("form");
  if (variant) showTexts(body, variant);
  if (form) onPaper(form, progress?.answer, variant && specOf(variant.data));
  entry.append(heading, body);
  if (progress) entry.append(verdict(progress));
  return entry;
}

/** Kept work on an exercise that the book has not: its id and the answer, all that is known. */
export function strayEntry(id: string, progress: Progress): HTMLElement {
  const entry = element("article", "sheet-entry");
  const heading = element("h4", "");
  heading.textContent = id;
  const note = element("p", "sheet-note");
  note.textContent = say("This exercise is no longer in the book. What was answered to it:");
  const answer = document.createElement("pre");
  answer.className = "code";
  answer.textContent = [progress.answer ?? []].flat().join("\n");
  entry.append(heading, note, answer, verdict(progress));
  return entry;
}

function verdict(progress: Progress): HTMLElement {
  const place = element("div", "sheet-verdict");
  const said = element("div", "exercise-verdict");
  const last = lastVerdict(progress);
  if (last === "changed") said.textContent = say("Changed since it was checked last.");
  else if (last) showVerdict(said, last, () => undefined);
  const attempts = element("p", "sheet-note");
  const tried = attemptsInWords(progress);
  attempts.textContent = progress.passed
    ? say("Solved; {attempts}.", { attempts: tried })
    : `${tried}.`;
  place.append(said, attempts);
  return place;
}

function element(tag: "article" | "div" | "p" | "h4", name: string): HTMLElement {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  return made;
}
