import { type ReactNode, useId } from "react";

export interface ChoiceOption<T extends string | number> {
  readonly value: T;
  readonly label: ReactNode;
}

export interface ChoiceProps<T extends string | number> {
  readonly legend: ReactNode;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few exclusive options side by side, as native radio buttons. */
export function Choice<T extends string | number>(props: ChoiceProps<T>): ReactNode {
  const { legend, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="widget-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
