import { type ReactNode, useId } from "react";
import { say } from "#src/language/say.ts";
import type { Answer } from "./answer.ts";
import type { LabStart } from "./start.ts";
import { LONGEST } from "./state.ts";
import { answerText, percent } from "./words.ts";

export interface SentenceBoxProps {
  readonly sentence: string;
  /** What the model says of it; absent while it is not known. */
  readonly answer: Answer | undefined;
  /** What is said as long as it is not. */
  readonly waiting: string;
  readonly start: LabStart;
  readonly onChange: (sentence: string) => void;
  /** Puts another sentence of the book into the box; absent while there are none. */
  readonly onAnother: (() => void) | undefined;
}

/** A line to type a sentence into, and which chapter the model takes it from. */
export function SentenceBox(props: SentenceBoxProps): ReactNode {
  const { sentence, answer, waiting, start, onChange, onAnother } = props;
  const id = useId();
  return (
    <div className="book-words-box">
      <label htmlFor={id}>{say("A sentence, yours or the book’s")}</label>
      <div className="book-words-line">
        <input
          id={id}
          type="text"
          autoComplete="off"
          maxLength={LONGEST}
          value={sentence}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" disabled={onAnother === undefined} onClick={onAnother}>
          {say("One held out")}
        </button>
      </div>
      <p className="book-words-answer">
        {answer === undefined ? waiting : answerText(answer, start)}
      </p>
      <ol className="book-words-chapters">
        {start.chapters.map(({ number, short }, c) => {
          const share = answer?.probabilities[c];
          return (
            <li key={number} data-chosen={answer?.chapter === c || undefined}>
              <span>
                {number} {short}
              </span>
              <span className="book-words-bar" aria-hidden="true">
                <span style={{ width: `${100 * (share ?? 0)}%` }} />
              </span>
              <span>{share === undefined ? "–" : percent(share)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
