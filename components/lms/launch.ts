import { untouched } from "#src/grading/progress.ts";
import { isSameProgress } from "#src/grading/unite-progress.ts";
import { say } from "#src/language/say.ts";
import { watchAttempts } from "#src/lms/attempts.ts";
import type { Dialect } from "#src/lms/dialect.ts";
import { giveToLearner } from "#src/lms/learner-shelf.ts";
import { leftInWords } from "#src/lms/left-in-words.ts";
import type { LmsPackage } from "#src/lms/lms-package.ts";
import { reportInWords, reportOf } from "#src/lms/report.ts";
import { packState } from "#src/lms/resume-state.ts";
import { scorm12 } from "#src/lms/scorm-12.ts";
import { scorm2004 } from "#src/lms/scorm-2004.ts";
import { findScormApi } from "#src/lms/scorm-api.ts";
import { openSession, type ScormSession, type Told } from "#src/lms/scorm-session.ts";
import { bringStudent, noteKept, restore, workHere } from "./kept-work.ts";
import { watchPage } from "./page-watch.ts";
import { part } from "./part.ts";
import { recordPanel } from "./record-panel.ts";

/** The launch page of a package: the page in a frame, and beside it what the LMS is told. */

const about = JSON.parse(part("package").textContent ?? "") as LmsPackage;
const dialect: Dialect = about.edition === "1.2" ? scorm12 : scorm2004;
const frame = part<HTMLIFrameElement>("page");
const notes = new Map<string, string>();

const api = findScormApi(window, about.edition);
const opened = api && openSession({ api, dialect, tell, onKept });
const session: ScormSession | undefined = opened && "learner" in opened ? opened : undefined;
if (opened === undefined)
  note("lms", say("No LMS was found. The page works, and reports nothing."));
else if ("problem" in opened)
  note(
    "lms",
    say("The LMS did not begin ({problem}). The page works, and reports nothing.", {
      problem: opened.problem,
    }),
  );

prepare();
const works = new Map(workHere(about).exercises);
const attempts = watchAttempts(works);
let read = about.exercises.length === 0 && session?.done === true;
/** The state that the LMS was told last. */
let told = "";

watchPage(frame, about, {
  onWork(id, work) {
    const exercise = about.exercises.find((one) => one.id === id);
    if (!exercise || isSameProgress(works.get(id) ?? untouched, work)) return;
    works.set(id, work);
    const fresh = attempts.follow(exercise, work, Date.now());
    session?.attempted(fresh);
    changed();
  },
  onRead() {
    if (read) return;
    read = true;
    changed();
  },
  onElsewhere: (name) =>
    note(
      "elsewhere",
      say("{page} is in the book. This package holds “{title}” only.", {
        page: name === "" ? say("That page") : `“${name}”`,
        title: about.title,
      }),
    ),
});
recordPanel({ about, learner: session?.learner, works: () => works, report });
frame.src = about.page;
showStanding();
// The status is told at the first visit too, so that the LMS lists it as begun.
session?.changed();

document.addEventListener("visibilitychange", () => document.hidden && session?.flush());
window.addEventListener("pagehide", () => session?.leave());
// A page that the browser had put away comes back after its visit has ended.
window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

/** Makes the browser's storage that of the learner, with what the LMS has kept. */
function prepare() {
  if (!session) return;
  const { learner, state } = session;
  try {
    note("shelf", giveToLearner(localStorage, learner.id) ?? "");
  } catch {
    note("shelf", say("This browser keeps nothing for this page: your work is in the LMS only."));
  }
  if (state !== "") note("state", restore(about, state).join(" "));
  const student = { name: learner.name || learner.id, number: learner.id };
  note("student", bringStudent(about, student) ?? "");
}

function report() {
  return reportOf(about, (id) => works.get(id), read);
}

function tell(): Told {
  const { text, left } = packState({ ...workHere(about), exercises: works }, dialect.mostState);
  told = text;
  note("left", leftInWords(left, about, dialect.mostState));
  return { report: report(), state: text };
}

function onKept(problem: string | undefined) {
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  if (problem === undefined) noteKept(about, told);
  part("kept").textContent = problem === undefined ? say("told the LMS at {time}", { time }) : "";
  note(
    "refused",
    problem === undefined
      ? ""
      : say(
          "The LMS did not keep all ({problem}). Go on: your answers are kept in this browser, and the LMS is asked again.",
          { problem },
        ),
  );
}

function changed() {
  showStanding();
  session?.changed();
}

function showStanding() {
  part("standing").textContent = reportInWords(report());
}

/** Shows what there is to say of a matter, until there is nothing more to say of it. */
function note(matter: string, words: string) {
  if ((notes.get(matter) ?? "") === words) return;
  notes.set(matter, words);
  part("notes").textContent = [...notes.values()].filter(Boolean).join(" ");
}
