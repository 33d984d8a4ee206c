import { escaped, htmlOf } from "#src/course/escaped.ts";
import { remarksOf } from "#src/grading/remarks.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import { say, sayCount, sayParts } from "#src/language/say.ts";
import type { Assignment } from "./assignment.ts";
import { inNumbers, type Question } from "./question.ts";
import type { Cell, Row, Table } from "./table.ts";

/** What a word and a sign say of a verdict. */
const SAID: Readonly<Record<Verdict["kind"], string>> = {
  pass: say("✓ Right"),
  fail: say("✗ Not right"),
  error: say("! Not judged"),
  broken: say("! The exercise is broken, which is our fault"),
};

/**
 * What a student gets back: one page of HTML that opens from the disk, loads nothing and runs
 * nothing. It tells points and what to think about, and neither answers nor solutions.
 *
 * @param questions by their ids; one that is missing is told without its title
 */
export async function feedbackPage(
  assignment: Assignment,
  questions: ReadonlyMap<string, Question>,
  { full }: Pick<Table, "full">,
  { student, cells, total, open, result, comment }: Row,
): Promise<string> {
  const parts = await Promise.all(
    cells.map((cell, index) =>
      section(cell, assignment.exercises[index]?.points ?? 0, questions.get(cell.exercise)),
    ),
  );
  const who = [student.name, student.number].filter((text) => text !== "").join(", ");
  const notes = [
    ...(result.late > 0 ? [say("It was handed in late.")] : []),
    ...(open > 0
      ? [
          sayCount(
            {
              one: "One exercise is not graded yet.",
              other: "{count} exercises are not graded yet.",
            },
            open,
          ),
        ]
      : []),
  ];
  return `<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(assignment.title)}: ${escaped(who)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(assignment.title)}</h1>
<p>${escaped(who)}</p>
<p class="total">${totalHtml(total, full)}</p>
${notes.map((note) => `<p>${escaped(note)}</p>\n`).join("")}${comment ? `<p class="comment">${escaped(comment)}</p>\n` : ""}${parts.join("\n")}
</main>
</body>
</html>
`;
}

async function section(cell: Cell, most: number, question: Question | undefined): Promise<string> {
  const { verdict, variant } = cell.mark;
  const found = question && (await inNumbers(question, variant));
  const feedback = found && "asked" in found ? found.asked.feedback : {};
  const said = [
    ...(verdict.kind === "pass" ? [] : [escaped(verdict.message)]),
    ...(verdict.kind === "fail" && verdict.counterexample !== undefined
      ? [escaped(say("For example, {example}.", { example: verdict.counterexample }))]
      : []),
    ...(verdict.kind === "fail"
      ? remarksOf(verdict, (name) =>
          Object.hasOwn(feedback, name) ? feedback[name] : undefined,
        ).map(
          ({ label, text, html }) =>
            `${label === undefined ? "" : `${label}: `}${html ?? escaped(text ?? "")}`,
        )
      : []),
    ...(cell.override?.comment ? [`<em>${escaped(cell.override.comment)}</em>`] : []),
  ];
  const worth =
    cell.points === undefined
      ? say("not graded yet")
      : say("{points} of {most}", { points: points(cell.points), most: points(most) });
  // What the check found would contradict the points of a hand that decided otherwise.
  const hand = cell.override?.points !== undefined;
  return `<section>
<h2>${question?.title ?? escaped(cell.exercise)}</h2>
<p><strong>${escaped(hand ? say("Decided by hand") : SAID[verdict.kind])}</strong> <span class="worth">${escaped(worth)}</span></p>
${hand ? `<p>${escaped(say("By the check: {verdict}", { verdict: SAID[verdict.kind] }))}</p>\n` : ""}${said.map((one) => `<p>${one}</p>`).join("\n")}
</section>`;
}

/** Points of all that can be had, as HTML: the first are what counts. */
function totalHtml(total: number, full: number): string {
  const parts = sayParts<"{points} of {full} points", string | { html: string }>(
    "{points} of {full} points",
    {
      points: { html: `<strong>${points(total)}</strong>` },
      full: points(full),
    },
  );
  return htmlOf(parts);
}

const points = (value: number) => String(Number(value.toFixed(2)));

/** Mathematics is in the page twice, and the browser sets the one that needs no style sheet. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 Georgia, serif; margin: 2rem 1rem; }
main { max-width: 38rem; margin: auto; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.1rem; margin: 0; }
section { border-top: 1px solid; padding: 1rem 0; overflow-wrap: anywhere; }
section p { margin: .4rem 0; }
.worth { float: right; }
.comment { border-left: 3px solid; padding-left: 1rem; white-space: pre-wrap; }
.katex-html { display: none; }
@media print { body { margin: 0; } section { break-inside: avoid; } }
`;
