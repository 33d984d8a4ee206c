import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { MemberLinks } from "./MemberDetails.tsx";
import { members } from "./members.ts";
import type { Member } from "./tree.ts";
import { memberOf, whenOf } from "./words.ts";

/** The tree as nested lists: each member under what it was made from first. */
export function TreeList({ until }: { readonly until: number }): ReactNode {
  const there = members.filter(({ year }) => year <= until);
  return (
    <details className="family-list">
      <summary>{say("The tree as a list")}</summary>
      <Branches of={there.filter(({ from }) => from.length === 0)} there={there} />
    </details>
  );
}

function Branches({
  of,
  there,
}: {
  readonly of: readonly Member[];
  readonly there: readonly Member[];
}): ReactNode {
  return (
    <ul>
      {of.map((member) => {
        const [first, ...others] = member.from;
        const under = there.filter(({ from }) => from[0]?.parent === member.id);
        return (
          <li key={member.id}>
            <b>{member.name}</b>
            {` (${whenOf(member)})${first === undefined ? "" : `: ${first.idea}`}`}
            {others.map(({ parent, idea }) =>
              say("; and from {name}: {idea}", { name: memberOf(parent).name, idea }),
            )}
            . <MemberLinks member={member} />
            {under.length > 0 && <Branches of={under} there={there} />}
          </li>
        );
      })}
    </ul>
  );
}
