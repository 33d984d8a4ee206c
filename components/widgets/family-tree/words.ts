import { say, sayCount } from "#src/language/say.ts";
import type { TableData } from "../DataTable.tsx";
import { members } from "./members.ts";
import type { TreeState } from "./state.ts";
import { ancestorsOf, chapters, descendantsOf, type Member } from "./tree.ts";

export const memberOf = (id: string) => members.find((member) => member.id === id) as Member;

export const whenOf = ({ when, year }: Member) => when ?? String(year);

/** "10 Adam". */
export const chapterText = ({ chapter }: Member) => chapters[chapter].join(" ");

/** The state of the figure in words. */
export function treeSummary({ of, until }: TreeState): string {
  const member = memberOf(of);
  const there = members.filter(({ year }) => year <= until);
  const before = ancestorsOf(of, members).size;
  const after = [...descendantsOf(of, members)].filter((id) => memberOf(id).year <= until).length;
  const shown =
    there.length === members.length
      ? say("All {members} members are drawn.", { members: members.length })
      : say("{drawn} of {members} members are drawn, those made public by {date}.", {
          drawn: there.length,
          members: members.length,
          date: until,
        });
  return say("{name} ({date}) builds on {before}, and {after} of the tree on it. {shown}", {
    name: member.name,
    date: whenOf(member),
    before:
      before === 0
        ? say("nothing here")
        : sayCount({ one: "{count} other", other: "{count} others" }, before),
    after: sayCount({ one: "{count} member", other: "{count} members" }, after),
    shown,
  });
}

/** Every step of the tree, one row for each member. */
export function treeTable(): TableData {
  return {
    caption: say("Every member of the tree: when, from what, and by which idea"),
    columns: [say("member"), say("year"), say("from"), say("idea"), say("by"), say("chapter")],
    rows: members.map((member) => [
      member.name,
      whenOf(member),
      member.from.map(({ parent }) => memberOf(parent).name).join("; ") || "–",
      member.from.map(({ idea }) => idea).join("; ") || "–",
      member.work,
      chapterText(member),
    ]),
  };
}
