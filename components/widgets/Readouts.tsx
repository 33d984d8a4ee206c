import type { ReactNode } from "react";

/** One quantity and its value. */
export interface Readout {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Name for React's list; defaults to the label when it is text. */
  readonly key: string;
}

/** Numbers that follow the state, in a row. */
export function Readouts({ of }: { readonly of: readonly Readout[] }): ReactNode {
  return (
    <dl className="widget-readouts">
      {of.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
