import type { Card, Family } from "@downhill/optim";
import { capital } from "#src/language/capital.ts";
import { say } from "#src/language/say.ts";

/** The families of methods as headings, in the order in which the book meets them. */
export const families: readonly { readonly id: Family; readonly title: string }[] = [
  { id: "gradient", title: say("Gradients and momentum") },
  { id: "adaptive", title: say("A rate for each coordinate") },
  { id: "wrapper", title: say("Around another method") },
  { id: "matrix", title: say("Parameters as a matrix") },
  { id: "curvature", title: say("Curvature") },
  { id: "derivative-free", title: say("Without derivatives") },
];

/** The methods of a family by title. */
export function membersOf(family: Family, cards: readonly Card[]): readonly Card[] {
  return cards
    .filter((card) => card.family === family)
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

/** What a list says of a method: the first sentence, without the name that it may begin with. */
export function lineOf(title: string, summary: string): string {
  const [, name = "", rest = ""] = /^([^:.]{1,60}): (.+)$/.exec(summary) ?? [];
  const [word = ""] = title.toLowerCase().split(/\W/);
  if (!name.toLowerCase().includes(word)) return summary;
  return capital(rest);
}
