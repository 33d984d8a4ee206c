import { codeArea } from "#components/editor/code-area.ts";
import answerScript from "#src/grading/answer-worker.ts?sandbox-script";
import type { CodeJob } from "#src/grading/code.ts";
import { createGrader, type Grader, shareOf } from "#src/grading/grader.ts";
import judgeScript from "#src/grading/judge-worker.ts?sandbox-script";
import { say } from "#src/language/say.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createSandbox } from "#src/notebook/sandbox.ts";
import type { AnswerForm } from "./answer-form.ts";
import { loadMaterial } from "./material.ts";

let shared: Grader | undefined;

/** One grader for all exercises of the page. */
function grader(): Grader {
  shared ??= createGrader({
    createSandbox,
    judge: () => fetchText(judgeScript),
    answer: () => fetchText(answerScript),
  });
  return shared;
}

/** An editor whose code is checked in sandboxed workers. */
export function codeForm(form: HTMLFormElement, id: string): AnswerForm {
  const parent = form.querySelector<HTMLElement>("[data-part=code]");
  if (!parent) throw new Error("downhill-exercise: the code is missing from the page");
  const exercise = `exercise ${id}`;
  const checks = shareOf(grader);
  const jobOf = async (): Promise<Omit<CodeJob, "answer">> => {
    const { job } = await loadMaterial(id);
    if (!job) throw new Error("the server has no check for this exercise");
    return job;
  };
  const area = codeArea({
    parent,
    label: parent.querySelector("pre")?.getAttribute("aria-label") ?? say("Your code"),
    id: exercise,
    group: exercise,
    describedBy: form.querySelector("[data-part=keys]")?.id ?? "",
    onChange: () => form.dispatchEvent(new Event("input", { bubbles: true })),
    onRun: () => form.requestSubmit(),
  });
  return {
    read: area.source,
    write(answer) {
      if (typeof answer === "string") area.replace(answer);
    },
    grade: async () => checks.grade({ answer: area.source(), ...(await jobOf()) }),
    mark: () => {},
    stop: checks.stop,
    preload: () => grader().preload(),
    resets: true,
    point(verdict) {
      const here = verdict.kind === "error" && verdict.line !== undefined;
      area.mark(
        here
          ? { line: verdict.line ?? 1, column: verdict.column ?? 1, message: verdict.message }
          : undefined,
      );
    },
    // Offline and not yet loaded: the solution stands alone.
    compare: (place) =>
      void jobOf()
        .then(({ solution }) => showBeside(place, area.source(), solution))
        .catch(() => {}),
  };
}

/** Sets the learner's code and the solution side by side, the lines that differ marked. Neither is changed. */
async function showBeside(place: HTMLElement, ours: string, theirs: string): Promise<void> {
  const { lineDiff } = await import("#src/notebook/line-diff.ts");
  const diff = lineDiff(ours.trimEnd(), theirs.trimEnd());
  place.replaceChildren(column(say("Your code"), "ours"), column(say("Solution"), "theirs"));

  function column(title: string, side: "ours" | "theirs"): HTMLElement {
    const section = document.createElement("div");
    const heading = document.createElement("p");
    heading.textContent = title;
    const pre = document.createElement("pre");
    pre.className = "code";
    pre.tabIndex = 0;
    pre.setAttribute("aria-label", title);
    for (const line of diff) {
      if (line.in !== "both" && line.in !== side) continue;
      const row = document.createElement(line.in === "both" ? "span" : "mark");
      row.className = "diff-line exercise-line";
      row.dataset["in"] = line.in;
      row.textContent = `${line.text}\n`;
      pre.append(row);
    }
    section.append(heading, pre);
    return section;
  }
}
