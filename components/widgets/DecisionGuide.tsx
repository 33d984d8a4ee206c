import { type ReactNode, useMemo } from "react";
import { say, sayParts } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import { questions, UNSAID } from "./decision-guide/guide.ts";
import { guideFields } from "./decision-guide/state.ts";
import { Verdict } from "./decision-guide/Verdict.tsx";
import { changesOf, weigh } from "./decision-guide/verdict.ts";
import { guideSummary, guideTable } from "./decision-guide/words.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import "./decision-guide/guide.css";

const table = guideTable();

/** A questionnaire that argues: each answer speaks for some candidates and against others. */
export default function DecisionGuide(): ReactNode {
  const { state, change, reset } = useUrlState("decision-guide", guideFields);
  const standings = useMemo(() => weigh(state), [state]);
  const changes = useMemo(() => changesOf(state), [state]);
  const first = standings[0]?.candidate;
  const second = standings[1]?.candidate;
  return (
    <WidgetFrame
      id="decision-guide"
      title={say("Which optimizer? Reasons for and against")}
      tryThis={say(
        "answer for a training of your own. Then press what would change the verdict, and see which reasons turn.",
      )}
      notice={say(
        "most single answers leave the first candidate where it is: at the start only a convolutional network, less memory or an open length would put another first. Two answers together can move it further. Every candidate has a reason against it somewhere.",
      )}
      why={say(
        "the weights, 1 for a slight reason to 4, are the judgement of this book, and all of them are in the table below. They order what to try first. What decides is a comparison on your problem, at an equal budget and with several seeds.",
      )}
      summary={guideSummary(standings)}
      table={table}
    >
      <div className="guide-questions">
        {questions.map(({ id, text, answers }) => (
          <Choice
            key={id}
            legend={text}
            options={[
              ...answers.map((answer) => ({ value: answer.id, label: answer.text })),
              { value: UNSAID, label: say("not said") },
            ]}
            value={state[id]}
            onChange={(value) => change({ [id]: value })}
          />
        ))}
        <div className="widget-buttons">
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
      <Verdict standings={standings} />
      <div className="guide-changes">
        <p>
          <b>{say("What would change the verdict")}</b>
        </p>
        {changes.length === 0 ? (
          <p>{say("No single other answer would.")}</p>
        ) : (
          <ul>
            {changes.map(({ question, answer, candidate }) => (
              <li key={`${question.id}-${answer.id}`}>
                {sayParts("{answer} would put first: {candidate}", {
                  answer: (
                    <button
                      key="answer"
                      type="button"
                      className="guide-if"
                      onClick={() => change({ [question.id]: answer.id })}
                    >
                      {question.text}: {answer.text}
                    </button>
                  ),
                  candidate: candidate.name,
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
      {first !== undefined && second !== undefined && (
        <div className="guide-plan">
          <p>
            {sayParts(
              "{heading} {fallback} And if that does not help, go to the next candidate: {candidate}.",
              {
                heading: <b key="heading">{say("If it does not work.")}</b>,
                fallback: first.fallback,
                candidate: second.name,
              },
            )}
          </p>
        </div>
      )}
    </WidgetFrame>
  );
}
