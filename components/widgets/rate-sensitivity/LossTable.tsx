import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { RATES, type Row } from "./training.ts";
import { usable } from "./usable.ts";
import { lossText } from "./words.ts";

/** Every method at every rate; what is good enough is tinted, the lowest of a row in bold. */
export function LossTable({
  rows,
  limit,
}: {
  readonly rows: readonly Row[];
  readonly limit: number;
}): ReactNode {
  const caption = say("Training loss of each method at each learning rate");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className="widget-scroll sensitivity-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="widget-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">η</th>
            {RATES.map((rate) => (
              <th key={rate} scope="col">
                {rate}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { best } = usable(row, limit);
            return (
              <tr key={methodWords(row.method)}>
                <th scope="row">{methodWords(row.method)}</th>
                {row.losses.map((loss, i) => (
                  <td key={RATES[i]} data-good={loss <= limit || undefined}>
                    {i === best ? <b>{lossText(loss)}</b> : lossText(loss)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
