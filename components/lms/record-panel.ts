import { saveFile } from "#components/shell/save-file.ts";
import type { Progress } from "#src/grading/progress.ts";
import { say, sayCount } from "#src/language/say.ts";
import { type Actor, actorOf } from "#src/lms/actor.ts";
import type { LmsPackage } from "#src/lms/lms-package.ts";
import type { Report } from "#src/lms/report.ts";
import { type Attempted, type Statement, statementsOf } from "#src/lms/statements.ts";
import { readXapiLaunch, sendStatements, type XapiLaunch } from "#src/lms/xapi-launch.ts";
import { part } from "./part.ts";

export interface RecordPanelOptions {
  readonly about: LmsPackage;
  /** Who the LMS says it is. */
  readonly learner: { readonly id: string; readonly name: string } | undefined;
  readonly works: () => ReadonlyMap<string, Progress>;
  readonly report: () => Report;
}

/** What was learned as statements of xAPI: a file, or sent where the page was launched to. */
export function recordPanel(options: RecordPanelOptions): void {
  const dialog = part<HTMLDialogElement>("record");
  const field = part<HTMLInputElement>("account");
  const said = part("record-said");
  /** When a record was first made in this visit: asked for again, it is the same record. */
  let first: number | undefined;
  const found = readXapiLaunch(location.search);
  const launch = found && "endpoint" in found ? found : undefined;
  field.value = options.learner?.id ?? "";
  part("account-place").hidden = launch !== undefined;
  if (found && "problem" in found) said.textContent = found.problem;

  part("open-record").addEventListener("click", () => dialog.showModal());
  part("close-record").addEventListener("click", () => dialog.close());
  part("save-record").addEventListener("click", () => {
    const statements = make();
    if (!statements) return;
    const name = `${options.about.id}-xapi.json`;
    saveFile(name, `${JSON.stringify(statements, undefined, 1)}\n`, "application/json");
    said.textContent = say("{statements} saved as {name}, where your browser saves files.", {
      statements: counted(statements.length),
      name,
    });
  });

  const send = part<HTMLButtonElement>("send-record");
  send.hidden = launch === undefined;
  if (!launch) return;
  send.textContent = say("Send to {host}", { host: new URL(launch.endpoint).host });
  send.addEventListener("click", async () => {
    const statements = make();
    if (!statements || send.ariaDisabled === "true") return;
    send.ariaDisabled = "true";
    said.textContent = say("Sending …");
    const problem = await sendStatements(launch, statements);
    send.ariaDisabled = null;
    said.textContent =
      problem ?? say("{statements} sent.", { statements: counted(statements.length) });
  });

  /** The statements, or nothing, and the reason is said. */
  function make(): readonly Statement[] | undefined {
    const actor = actorHere(launch, field.value, options.learner);
    if (!actor) {
      said.textContent = say(
        "Write your e-mail address or account, so that the record is of somebody.",
      );
      field.focus();
      return undefined;
    }
    first ??= Date.now();
    const statements = statementsOf(
      { ...options.about, ...(launch?.activity && { activity: launch.activity }) },
      {
        actor,
        attempts: allAttempts(options),
        report: options.report(),
        now: first,
        ...(launch?.registration && { registration: launch.registration }),
      },
    );
    if (statements.length === 0) said.textContent = say("Nothing was answered yet.");
    return statements.length === 0 ? undefined : statements;
  }
}

function actorHere(
  launch: XapiLaunch | undefined,
  account: string,
  learner: RecordPanelOptions["learner"],
): Actor | undefined {
  if (launch) return launch.actor;
  // A page from the disk has no origin, and an account has to be of some place.
  const home = /^https?:/.test(location.origin) ? location.origin : "http://localhost";
  return actorOf(account, home, account === learner?.id ? learner?.name : undefined);
}

function allAttempts({ about, works }: RecordPanelOptions): readonly Attempted[] {
  return about.exercises.flatMap((exercise) =>
    (works().get(exercise.id)?.log ?? []).map(({ answer, at, credit }) => ({
      exercise,
      answer,
      at,
      credit,
    })),
  );
}

const counted = (count: number) =>
  sayCount({ one: "{count} statement", other: "{count} statements" }, count);
