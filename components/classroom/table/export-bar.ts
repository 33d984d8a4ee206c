import { say } from "#src/language/say.ts";
import type { ClassState } from "./class-state.ts";
import { saveExercises, saveFeedback, saveMarks, saveStudents } from "./exports.ts";
import { button, make } from "./make.ts";

export interface ExportOptions {
  readonly state: () => ClassState | undefined;
  /** See `assignmentDigest`. */
  readonly digest: () => string;
  readonly openMarks: (file: File) => void;
  readonly undo: () => void;
  /** Says what did not work. */
  readonly fail: (words: string) => void;
}

/** What can be saved of a class, and the comments that can be brought back. */
export function exportBar({ state, digest, openMarks, undo, fail }: ExportOptions): {
  readonly element: HTMLElement;
  /** Whether there is an opened file to take back. */
  undoable(can: boolean): void;
} {
  const save = (words: string, act: (state: ClassState) => void) =>
    button(words, () => {
      const now = state();
      if (now) act(now);
    });
  const feedback = save(say("Feedback files (ZIP)"), async (now) => {
    feedback.disabled = true;
    try {
      await saveFeedback(now);
    } catch (error) {
      fail(
        say("The feedback could not be put together ({reason}). Try again.", {
          reason: error instanceof Error ? error.message : String(error),
        }),
      );
    }
    feedback.disabled = false;
  });
  const file = make("input", {
    type: "file",
    accept: "application/json,.json",
    hidden: true,
    "aria-label": say("File of comments and points"),
    "data-part": "marks-file",
  });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) openMarks(chosen);
  });
  const back = button(say("Undo opening"), undo, { hidden: true });
  const element = make(
    "section",
    { class: "class-exports", "aria-labelledby": "class-save" },
    make("h2", { id: "class-save" }, say("Save")),
    make(
      "div",
      { class: "class-bar" },
      save(say("Students (CSV)"), saveStudents),
      save(say("Exercises (CSV)"), saveExercises),
      feedback,
      save(say("Save comments and points"), (now) => saveMarks(now, digest())),
      button(say("Open comments and points"), () => file.click()),
      back,
      file,
    ),
    make(
      "p",
      { class: "class-note" },
      say(
        "Each feedback file is a page that a student opens from the disk: points, what to think about and your comments, without solutions.",
      ),
    ),
  );
  return {
    element,
    undoable(can) {
      back.hidden = !can;
    },
  };
}
