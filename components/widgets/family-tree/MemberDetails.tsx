import type { ReactNode } from "react";
import { sitePath } from "#src/course/site-path.ts";
import { say, sayParts } from "#src/language/say.ts";
import { members } from "./members.ts";
import { childrenOf, type Member } from "./tree.ts";
import { chapterText, memberOf, whenOf } from "./words.ts";

/** What a member is, what it was made from and what from it, with links to read on. */
export function MemberDetails({
  member,
  onChoose,
}: {
  readonly member: Member;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const children = childrenOf(member.id, members);
  const go = (id: string) => (
    <button key={id} type="button" className="family-go" onClick={() => onChoose(id)}>
      {memberOf(id).name}
    </button>
  );
  return (
    <div className="family-details">
      <p>
        <b>{member.name}</b>, {whenOf(member)} ({member.work}). <MemberLinks member={member} />
      </p>
      <ul>
        {member.from.map(({ parent, idea }) => (
          <li key={parent}>{sayParts("from {link}: {idea}", { link: go(parent), idea })}</li>
        ))}
        {children.map((child) => (
          <li key={child.id}>
            {sayParts("to {link}: {idea}", {
              link: go(child.id),
              idea: child.from.find(({ parent }) => parent === member.id)?.idea,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the book teaches it, and its page in the reference. */
export function MemberLinks({ member }: { readonly member: Member }): ReactNode {
  return (
    <>
      <a href={sitePath(`${member.chapter}/`)}>
        {say("Chapter {chapter}", { chapter: chapterText(member) })}
      </a>
      {member.method !== undefined && (
        <>
          {" · "}
          <a
            href={sitePath(`reference/${member.method}/`)}
            aria-label={say("{name} in the reference", { name: member.name })}
          >
            {say("reference")}
          </a>
        </>
      )}
    </>
  );
}
