import { type ReactNode, useId } from "react";

export interface SelectProps<T extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Many exclusive options in little room, as a native list. */
export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  const { label, options, value, onChange } = props;
  const id = useId();
  return (
    <div className="widget-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
