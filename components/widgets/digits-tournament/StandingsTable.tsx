import type { ReactNode } from "react";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { Standing } from "./standings.ts";
import { lossText, percent, spreadText } from "./words.ts";

/** Accuracy, loss and time of each method, best first, each with a link to its page. */
export function StandingsTable({ of }: { readonly of: readonly Standing[] }): ReactNode {
  const caption = say("Share told right, training loss and time of each method");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className="widget-scroll tournament-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="widget-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("method")}</th>
            <th scope="col">{say("right, %")}</th>
            <th scope="col">{say("worst to best")}</th>
            <th scope="col">{say("training loss")}</th>
            <th scope="col">{say("best η")}</th>
            <th scope="col">{say("µs a step")}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((standing) => (
            <tr key={standing.id}>
              <th scope="row">
                <a href={sitePath(`reference/${standing.id}/`)}>{standing.title}</a>
              </th>
              <td>{percent(standing.right)}</td>
              <td>{spreadText(standing)}</td>
              <td>{lossText(standing.loss)}</td>
              <td>
                {standing.atEdge
                  ? say("{rate} (edge)", { rate: significant(standing.rate, 2) })
                  : significant(standing.rate, 2)}
              </td>
              <td>{standing.micros === undefined ? "–" : Math.round(standing.micros)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
