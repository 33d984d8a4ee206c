import type { ReactNode } from "react";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import type { Argument, Candidate } from "./guide.ts";
import type { Standing } from "./verdict.ts";
import { signed, weightText } from "./words.ts";

/** So many candidates are shown with their reasons; the others in one line. */
const IN_FULL = 3;

/** The candidates ranked, the first ones with all that speaks for and against them. */
export function Verdict({ standings }: { readonly standings: readonly Standing[] }): ReactNode {
  const others = standings.slice(IN_FULL);
  return (
    <div className="guide-verdict">
      <ol>
        {standings.slice(0, IN_FULL).map((standing) => (
          <li key={standing.candidate.id}>
            <p>
              <b>{standing.candidate.name}</b> {signed(standing.score)}{" "}
              <CandidateLinks candidate={standing.candidate} />
            </p>
            <ul>
              {standing.for.map((argument) => (
                <Reason key={argument.question} argument={argument} side="for" />
              ))}
              {standing.against.map((argument) => (
                <Reason key={argument.question} argument={argument} side="against" />
              ))}
              {standing.for.length + standing.against.length === 0 && (
                <li>{say("nothing either way")}</li>
              )}
            </ul>
          </li>
        ))}
      </ol>
      <details>
        <summary>
          {say("Behind them: {others}", {
            others: others
              .map(({ candidate, score }) => `${candidate.name} ${signed(score)}`)
              .join("; "),
          })}
        </summary>
        <ul>
          {others.map((standing) => (
            <li key={standing.candidate.id}>
              <b>{standing.candidate.name}</b>{" "}
              {[...standing.against, ...standing.for]
                .map(({ weight, reason }) =>
                  weight > 0
                    ? say("for: {reason}", { reason })
                    : say("against: {reason}", { reason }),
                )
                .join("; ")}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Reason({
  argument,
  side,
}: {
  readonly argument: Argument;
  readonly side: "for" | "against";
}): ReactNode {
  return (
    <li data-side={side}>
      {weightText(argument)} {side}: {argument.reason}
    </li>
  );
}

/** The chapter that teaches a candidate, and its pages in the reference. */
function CandidateLinks({ candidate }: { readonly candidate: Candidate }): ReactNode {
  return (
    <span className="widget-soft">
      <a
        href={sitePath(`${candidate.chapter}/`)}
        aria-label={say("Chapter on {candidate}", { candidate: candidate.name })}
      >
        {say("chapter")}
      </a>
      {candidate.methods.map((method) => (
        <span key={method}>
          {" · "}
          <a href={sitePath(`reference/${method}/`)}>{method}</a>
        </span>
      ))}
    </span>
  );
}
