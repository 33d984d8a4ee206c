import { highlight } from "#components/editor/highlight.ts";
import { escaped } from "#src/course/escaped.ts";
import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { specOf } from "#src/course/exercise-spec.ts";
import { say } from "#src/language/say.ts";
import { answersHtml } from "./answers-html.ts";
import { fieldsHtml } from "./fields-html.ts";

/** The texts of an exercise in code; empty for every other kind. */
export interface CodeTexts {
  readonly starter: string;
  readonly solution: string;
}

/**
 * All of an exercise beneath its question, as HTML: fields, place of the verdict, explanation,
 * hints, solution, and what the page checks with. The element `downhill-exercise` around it makes
 * it live.
 *
 * @param markdown makes a line of Markdown HTML
 */
export function exerciseHtml(
  id: string,
  data: ExerciseData,
  { starter, solution }: CodeTexts,
  markdown: (text: string) => string,
): string {
  const hints = data.hints.map(
    (hint, index) =>
      `<details data-hint><summary>${escaped(data.hints.length > 1 ? say("Hint {number}", { number: index + 1 }) : say("Hint"))}</summary><p>${markdown(hint)}</p></details>`,
  );
  const harder = data.harder
    ? `<p><strong>${escaped(say("Go on."))}</strong> <span>${markdown(data.harder)}</span></p>`
    : "";
  const explanation = `<p>${markdown(data.explanation)}</p>`;
  return `<form novalidate data-part="form" autocomplete="off">${fieldsHtml(id, data, starter, markdown)}
<div class="exercise-bar" data-part="bar" hidden><button type="submit" data-part="check">${escaped(say("Check"))}</button> <button type="button" data-part="stop" hidden>${escaped(say("Stop"))}</button> <button type="button" data-part="reset" hidden>${escaped(say("Reset"))}</button></div></form>
<div class="exercise-verdict" data-part="verdict" role="status"></div>
<div class="exercise-explanation" data-part="explanation" hidden>${explanation}<details data-part="others" hidden><summary>${escaped(say("What others get wrong"))}</summary><ul></ul></details>${harder}</div>
<div class="exercise-help">${hints.join("")}<p class="exercise-first" data-part="first" role="status"></p>
<details data-part="solution"><summary>${escaped(say("Solution"))}</summary>${solutionHtml(data, solution, markdown)}${explanation}</details></div>
<script type="application/json" data-part="spec">${JSON.stringify(specOf(data)).replaceAll("<", "\\u003c")}</script>`;
}

/** What answers an exercise, as HTML. */
function solutionHtml(
  data: ExerciseData,
  solution: string,
  markdown: (text: string) => string,
): string {
  const answers = `<div data-part="answers">${answersHtml(data, markdown)}</div>`;
  const list = (tag: "ul" | "ol", items: readonly string[]) =>
    `${answers}<${tag}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
  switch (data.kind) {
    case "match":
      return list(
        "ul",
        data.rows.map(
          ({ text, right }) =>
            `<span>${markdown(text)}</span>: ${escaped(data.options[right] ?? "")}`,
        ),
      );
    case "choice":
      return list(
        "ul",
        data.options.filter(({ right }) => right).map(({ text }) => markdown(text)),
      );
    case "order":
      return list(
        "ol",
        data.steps.map(({ text }) => markdown(text)),
      );
    case "formula":
      return `${answers}<p><code>${escaped(data.answer)}</code></p>`;
    case "code":
      return `${answers}<div class="exercise-beside" data-part="beside"><pre class="code" tabindex="0" aria-label="${escaped(say("Solution"))}"><code>${highlight(solution)}</code></pre></div>`;
    default:
      return answers;
  }
}
