import type { ReactNode } from "react";
import { MemberLinks } from "./MemberDetails.tsx";
import { members } from "./members.ts";
import type { Member } from "./tree.ts";
import { memberOf, whenOf } from "./words.ts";

/** The tree as nested lists: each member under what it was made from first. */
export function TreeList(): ReactNode {
  return (
    <details className="family-list">
      <summary>The tree as a list</summary>
      <Branches of={members.filter(({ from }) => from.length === 0)} />
    </details>
  );
}

function Branches({ of }: { readonly of: readonly Member[] }): ReactNode {
  return (
    <ul>
      {of.map((member) => {
        const [first, ...others] = member.from;
        const under = members.filter(({ from }) => from[0]?.parent === member.id);
        return (
          <li key={member.id}>
            <b>{member.name}</b> ({whenOf(member)}){first !== undefined && `: ${first.idea}`}
            {others.map(({ parent, idea }) => `; and from ${memberOf(parent).name}: ${idea}`)}.{" "}
            <MemberLinks member={member} />
            {under.length > 0 && <Branches of={under} />}
          </li>
        );
      })}
    </ul>
  );
}
