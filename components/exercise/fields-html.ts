import { highlight } from "#components/editor/highlight.ts";
import { escaped, htmlOf } from "#src/course/escaped.ts";
import type { ExerciseData, ExerciseOf } from "#src/course/exercise-schema.ts";
import { namedLabel } from "#src/course/named-label.ts";
import { mixed } from "#src/grading/order.ts";
import { listed } from "#src/language/listed.ts";
import { say, sayParts } from "#src/language/say.ts";
import { pointsHtml } from "./points-html.ts";

type Markdown = (text: string) => string;

/**
 * The native fields of an exercise as HTML, whatever its kind.
 *
 * @param starter text of starter.ts for a code exercise
 * @param markdown makes a line of Markdown HTML
 */
export function fieldsHtml(
  id: string,
  data: ExerciseData,
  starter: string,
  markdown: Markdown,
): string {
  switch (data.kind) {
    case "number":
      return boxes(data, markdown);
    case "choice":
      return options(id, data, markdown);
    case "matrix":
      return entries(data);
    case "match":
      return rows(data, markdown);
    case "points":
      return pointsHtml(id, data, markdown);
    case "order":
      return steps(id, data, markdown);
    case "formula":
      return formula(data, markdown);
    case "code":
      return `<div class="cell-code exercise-code" data-part="code"><pre tabindex="0" aria-label="${escaped(say("Your code for {title}", { title: data.title }))}"><code>${highlight(starter)}</code></pre></div>
<p class="exercise-keys" id="exercise-${id}-keys" data-part="keys" hidden>${escaped(say("Enter edits. Control and Enter checks. Tab indents; Escape and then Tab leaves the editor."))}</p>`;
  }
}

const MARK = '<span class="exercise-mark" data-mark aria-hidden="true"></span>';

function boxes({ boxes }: ExerciseOf<"number">, markdown: Markdown): string {
  const each = boxes.map(
    ({ label }, box) =>
      `<label data-box="${box}"><span class="exercise-box-label">${namedLabel(label, say("Value of"), markdown)}</span> <input type="text" inputmode="text" spellcheck="false" autocapitalize="off" name="box-${box}" size="12"> ${MARK}</label>`,
  );
  return `<div class="exercise-boxes">${each.join(" ")}</div>`;
}

function options(id: string, { options }: ExerciseOf<"choice">, markdown: Markdown): string {
  const several = options.filter(({ right }) => right).length > 1;
  const each = options.map(
    ({ text }, option) =>
      `<label><input type="${several ? "checkbox" : "radio"}" name="${id}-option" value="${option}"> <span>${namedLabel(text, say("Option"), markdown)}</span></label>`,
  );
  return `<fieldset class="exercise-options"><legend>${escaped(several ? say("Choose all that hold") : say("Choose one"))}</legend>${each.join("")}</fieldset>`;
}

function entries({ answer }: ExerciseOf<"matrix">): string {
  const columns = answer[0]?.length ?? 1;
  const each = answer.flatMap((row, i) =>
    row.map((_, j) => {
      const label =
        columns > 1
          ? say("Row {row}, column {column}", { row: i + 1, column: j + 1 })
          : say("Entry {number}", { number: i + 1 });
      return `<label><input type="text" spellcheck="false" autocapitalize="off" name="entry-${i}-${j}" size="8" aria-label="${escaped(label)}"> ${MARK}</label>`;
    }),
  );
  return `<div class="exercise-matrix" style="--columns: ${columns}" role="group" aria-label="${escaped(columns === 1 ? say("Vector") : say("Matrix"))}">${each.join("")}</div>`;
}

function rows({ rows, options }: ExerciseOf<"match">, markdown: Markdown): string {
  const choices = options.map(
    (option, index) => `<option value="${index}">${escaped(option)}</option>`,
  );
  const each = rows.map(
    ({ text }, row) =>
      `<li><label><span>${namedLabel(text, say("Row"), markdown)}</span> <select name="row-${row}"><option value="-1">${escaped(say("choose …"))}</option>${choices.join("")}</select> ${MARK}</label></li>`,
  );
  return `<ul class="exercise-rows">${each.join("")}</ul>`;
}

function steps(id: string, { steps }: ExerciseOf<"order">, markdown: Markdown): string {
  const seed = [...id].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7) | 0;
  const each = mixed(steps.length, seed).map((step) => {
    const [up, down] = [
      ["-1", say("Move up"), "↑"],
      ["1", say("Move down"), "↓"],
    ].map(
      ([by, way, sign]) =>
        `<button type="button" data-move="${by}" aria-label="${escaped(way ?? "")}" aria-describedby="${id}-step-${step}">${sign}</button>`,
    );
    return `<li data-step="${step}"><span class="exercise-step-text" id="${id}-step-${step}">${markdown(steps[step]?.text ?? "")}</span> <span class="exercise-moves">${up} ${down}</span></li>`;
  });
  return `<ol class="exercise-steps" data-part="steps">${each.join("")}</ol>
<p class="exercise-unseen" data-part="place" role="status"></p>`;
}

function formula({ variables }: ExerciseOf<"formula">, markdown: Markdown): string {
  const names = listed(variables.map(({ name }) => name));
  const meanings = variables.map(
    ({ name, meaning }) =>
      `<span>${htmlOf(sayParts("{name} is {meaning}.", { name: { html: `<code>${escaped(name)}</code>` }, meaning: { html: markdown(meaning) } }))} </span>`,
  );
  return `<div class="exercise-boxes"><label><span class="exercise-box-label">${escaped(say("Formula in {names}", { names }))}</span> <input type="text" spellcheck="false" autocapitalize="off" name="formula" size="24"></label>
<p class="exercise-names">${meanings.join("")}${htmlOf(sayParts("Write {product} or nothing for a product, {quotient}, {power}, {root}.", { product: code("*"), quotient: code("/"), power: code("^"), root: code("sqrt(…)") }))}</p></div>`;
}

const code = (text: string) => ({ html: `<code>${text}</code>` });
