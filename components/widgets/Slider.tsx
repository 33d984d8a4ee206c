import { type ReactNode, useId, useState } from "react";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { stopOf, type Track, typedValue, valueOfStop } from "./slider-scale.ts";
import { usePrehydrated } from "./use-prehydrated.ts";

export interface SliderProps {
  /** The letter in the formulas: "η". */
  readonly symbol: string;
  /** Its id in notation.yml, to light up together with the equations; none when it stands in none. */
  readonly name?: string;
  readonly label: string;
  readonly track: Track;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A native range input with a number beside it that can also be typed ("0.04" or "1/9"). */
export function Slider({ symbol, name, label, track, value, onChange }: SliderProps): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const shown = significant(value, 4);
  const range = usePrehydrated(String(stopOf(track, value)), (text) =>
    onChange(valueOfStop(track, Number(text))),
  );
  const unreadable = draft !== undefined && typedValue(track, draft) === undefined;
  const type = (text: string) => {
    setDraft(text);
    const typed = typedValue(track, text);
    if (typed !== undefined) onChange(typed);
  };
  return (
    <div className="widget-slider" data-symbol={name}>
      <label htmlFor={id}>
        <i>{symbol}</i> <span className="widget-soft">{label}</span>
      </label>
      <input
        className="widget-number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={say("{label} {symbol}, number from {lowest} to {highest}", {
          label,
          symbol,
          lowest: significant(track.domain[0]),
          highest: significant(track.domain[1]),
        })}
        aria-invalid={unreadable || undefined}
        value={draft ?? shown}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(undefined)}
      />
      <input
        id={id}
        type="range"
        min={0}
        max={track.stops}
        step={1}
        value={stopOf(track, value)}
        ref={range}
        aria-valuetext={`${symbol} = ${shown}`}
        onChange={(event) => {
          setDraft(undefined);
          onChange(valueOfStop(track, Number(event.target.value)));
        }}
      />
    </div>
  );
}
