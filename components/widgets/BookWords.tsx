import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { answerTo } from "./book-words/answer.ts";
import { curvesBackground, curvesForeground, curvesFrame } from "./book-words/curves.ts";
import { labMethods, type MethodId, methodOf } from "./book-words/methods.ts";
import { SentenceBox } from "./book-words/SentenceBox.tsx";
import { sightsBackground, sightsForeground, sightsFrame } from "./book-words/sights.ts";
import { FIRST_METHOD, FIRST_SENTENCE, type LabStart } from "./book-words/start.ts";
import { etaTrack, type Measure, measures, wordsFields } from "./book-words/state.ts";
import { useRuns } from "./book-words/use-runs.ts";
import { answerShort, runSummary, wordsTable } from "./book-words/words.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Swatch } from "./Swatch.tsx";
import { nextSeed } from "./seed.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import "./book-words/book-words.css";

export interface BookWordsProps {
  /** The runs of the build, which the page shows first. */
  readonly start: LabStart;
  /** Where the sentences are. */
  readonly url: string;
}

/** Which chapter a sentence comes from: softmax regression on the words of this book, by five methods. */
export default function BookWords({ start, url }: BookWordsProps): ReactNode {
  const fields = useMemo(() => wordsFields(start), [start]);
  const { state, change, reset } = useUrlState("book-words", fields);
  const { method: chosen, measure, word, seed, sentence } = state;
  const { curves, full, data, failed } = useRuns(url, start, state);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, start.train, seek);
  const { t } = player;
  const table = useMemo(() => wordsTable(curves), [curves]);
  const { look } = methodOf(chosen);
  const untouched = curves[chosen] === start.curves[chosen] && chosen === FIRST_METHOD;
  const tracks = full?.tracks ?? (untouched ? start.tracks : {});
  const common = start.common[0]!;
  const [track, other] = [tracks[word], tracks[common]];

  const weights = full?.weights[full.at.findLastIndex((k) => k <= t)];
  const answer = useMemo(() => {
    if (data !== undefined && weights !== undefined) return answerTo(sentence, data, weights);
    const first = untouched && sentence === FIRST_SENTENCE && t === start.train;
    return first ? start.answer : undefined;
  }, [sentence, data, weights, untouched, t, start]);
  const another = () => {
    const { held } = data!;
    const at = held.findIndex(({ text }) => text === sentence);
    // A stride that has no divisor in common with most lengths: neighbours are of one chapter.
    const next = held[(at + STRIDE) % held.length];
    if (next !== undefined) change({ sentence: next.text });
  };

  const frameCurves = useCallback(
    (width: number) => curvesFrame(width, measure, start.train),
    [measure, start],
  );
  const axes = useCallback(
    (size: ReturnType<typeof frameCurves>) =>
      curvesBackground(measure, start.chapters.length, size),
    [measure, start],
  );
  const frameSights = useCallback((width: number) => sightsFrame(width, start.train), [start]);
  const said =
    failed === undefined
      ? runSummary(curves, chosen, t, start, track, other)
      : say(
          "The sentences could not be loaded: {reason}. The figure shows the runs of the build.",
          { reason: failed },
        );
  return (
    <WidgetFrame
      id="book-words"
      title={say("Which chapter does a sentence come from?")}
      tryThis={say(
        "SGD and then AdaGrad, and compare the large dots with the small ones; then SGD with a larger η; then a sentence of your own.",
      )}
      notice={say(
        "under SGD a rare word and a common one move by like amounts. Under AdaGrad the first step of a rare word is far longer than the steps of the common word at that time, however late it comes.",
      )}
      why={say(
        "AdaGrad divides by the root of the squared gradients that a weight has had. The weights of a common word have had many, those of a new word none, so the new word starts at the full rate.",
      )}
      summary={answer === undefined ? said : `${said} ${answerShort(answer, start)}`}
      table={table}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say("{measure} against the sentences read, for {methods}.", {
            measure: measures.find(({ value }) => value === measure)!.label,
            methods: labMethods.map(({ label }) => label).join(", "),
          })}
          widths={[340, 320]}
          frame={frameCurves}
          background={axes}
          foreground={(size) => curvesForeground(curves, chosen, measure, t, size)}
        />
        <PlotFigure
          label={say(
            "How far the weights of the words “{word}” and “{other}” move with each sentence that has them, on a logarithmic scale.",
            { word, other: common },
          )}
          widths={[340, 320]}
          frame={frameSights}
          background={sightsBackground}
          foreground={(size) =>
            sightsForeground(
              track,
              word === common ? undefined : other,
              methodLooks[look].stroke,
              t,
              size,
            )
          }
        />
      </div>
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <Choice<MethodId>
          legend={say("method")}
          options={labMethods.map(({ id, label, look: drawn }) => ({
            value: id,
            label: (
              <>
                <Swatch {...methodLooks[drawn]} /> {label}
              </>
            ),
          }))}
          value={chosen}
          onChange={(method) => change({ method })}
        />
        <LearningRate
          track={etaTrack}
          value={state[chosen]}
          onChange={(eta) => change({ [chosen]: eta })}
        />
        <div className="widget-options">
          <Choice<Measure>
            legend={say("draw")}
            options={measures}
            value={measure}
            onChange={(value) => change({ measure: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Another order")}
            </button>
          </div>
        </div>
        <Choice
          legend={say("word")}
          options={[...start.rare, ...start.common].map((value) => ({ value, label: value }))}
          value={word}
          onChange={(value) => change({ word: value })}
        />
      </div>
      <SentenceBox
        sentence={sentence}
        answer={answer}
        waiting={
          failed === undefined
            ? say("The model is still reading.")
            : say("There is no model without the sentences.")
        }
        start={start}
        onChange={(text) => change({ sentence: text })}
        onAnother={data === undefined ? undefined : another}
      />
    </WidgetFrame>
  );
}

const STRIDE = 97;
