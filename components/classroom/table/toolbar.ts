import type { FlagKind } from "#src/classroom/flag.ts";
import type { Row } from "#src/classroom/table.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Arrangement, Only } from "./arrange.ts";
import { FLAG_NAMES, STANDINGS } from "./in-words.ts";
import { make } from "./make.ts";

/** The search field and the choice of rows above the table. */
export function toolbar(
  rows: readonly Row[],
  arrangement: Arrangement,
  change: (to: Partial<Arrangement>) => void,
): HTMLElement {
  const search = make("input", { type: "search", size: 14, name: "search", autocomplete: "off" });
  search.value = arrangement.search;
  search.addEventListener("input", () => change({ search: search.value }));
  const flags = new Set(rows.flatMap(({ result }) => result.flags.map(({ kind }) => kind)));
  const options: readonly (readonly [Only, string])[] = [
    [{ kind: "all" }, say("everybody")],
    [{ kind: "remarks" }, say("with a remark")],
    [{ kind: "open" }, say("not graded in full")],
    [{ kind: "hand" }, say("decided by hand")],
    ...[...flags].map(
      (flag: FlagKind) => [{ kind: "flag", flag } as const, FLAG_NAMES[flag]] as const,
    ),
  ];
  const { only } = arrangement;
  const all: readonly (readonly [Only, string])[] =
    only.kind === "standing"
      ? [
          ...options,
          [
            only,
            say("{standing} in exercise {number}", {
              standing: STANDINGS[only.standing],
              number: only.index + 1,
            }),
          ],
        ]
      : options;
  const choice = make("select", { name: "only" });
  all.forEach(([one, words], index) => {
    choice.append(make("option", { value: index }, words));
    if (JSON.stringify(one) === JSON.stringify(only)) choice.value = String(index);
  });
  choice.addEventListener("change", () =>
    change({ only: all[Number(choice.value)]?.[0] ?? { kind: "all" } }),
  );
  return make(
    "div",
    {
      class: "class-bar class-toolbar",
      role: "search",
      "aria-label": say("Which students are shown"),
    },
    make("label", {}, say("Find"), " ", search),
    make("label", {}, say("Show"), " ", choice),
    make(
      "output",
      { "data-part": "shown" },
      sayCount({ one: "{count} student", other: "{count} students" }, rows.length),
    ),
  );
}
