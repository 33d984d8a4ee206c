import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { say } from "#src/language/say.ts";
import { edgePath, HEIGHT, placeOf, placeOfYear, TICKS, WIDTH } from "./layout.ts";
import { members } from "./members.ts";
import { ancestorsOf, descendantsOf, neighbourOf } from "./tree.ts";
import { chapterText, memberOf, whenOf } from "./words.ts";

export interface TreeDrawingProps {
  readonly of: string;
  readonly until: number;
  readonly onChoose: (id: string) => void;
}

const percent = (x: number) => `${Math.round((x / WIDTH) * 1e4) / 100}%`;

/** The tree over a time axis. Its members are buttons, one stop of the Tab key; arrow keys walk along the lines. */
export function TreeDrawing({ of, until, onChoose }: TreeDrawingProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const before = ancestorsOf(of, members);
  const after = descendantsOf(of, members);
  const kin = (id: string) =>
    id === of ? "self" : before.has(id) ? "before" : after.has(id) ? "after" : undefined;
  const there = members.filter(({ id, year }) => year <= until || id === of);
  const walk = (event: KeyboardEvent) => {
    const next = neighbourOf(of, event.key, there);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    box.current?.querySelector<HTMLElement>(`[data-member="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div
      className="family-drawing"
      role="group"
      aria-label={say("Family tree of optimizers over time")}
      style={{ height: HEIGHT }}
      ref={box}
      onKeyDown={walk}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        width="100%"
        height={HEIGHT}
      >
        {TICKS.map((year) => (
          <path
            key={year}
            className="family-year"
            d={`M${placeOfYear(year).toFixed(1)} 20V${HEIGHT}`}
          />
        ))}
        {there.flatMap((child) =>
          child.from.map(({ parent }) => {
            const ends = [kin(parent), kin(child.id)];
            const onTheWay =
              (ends[1] === "self" || ends[1] === "before") && ends[0] !== undefined
                ? "before"
                : ends[0] === "self" || ends[0] === "after"
                  ? "after"
                  : undefined;
            return (
              <path
                key={`${parent}-${child.id}`}
                className="family-edge"
                data-kin={onTheWay}
                d={edgePath(memberOf(parent), child)}
              />
            );
          }),
        )}
      </svg>
      {TICKS.map((year) => (
        <span
          key={year}
          className="family-tick"
          aria-hidden="true"
          style={{ left: percent(placeOfYear(year)) }}
        >
          {year}
        </span>
      ))}
      {there.map((member) => {
        const { x, y } = placeOf(member);
        const side =
          member.nameLeft === true ? { right: percent(WIDTH - x) } : { left: percent(x) };
        return (
          <button
            key={member.id}
            type="button"
            className={member.nameLeft === true ? "family-member family-left" : "family-member"}
            data-member={member.id}
            data-kin={kin(member.id)}
            tabIndex={member.id === of ? 0 : -1}
            aria-pressed={member.id === of}
            aria-label={say("{name}, {date}, chapter {chapter}", {
              name: member.name,
              date: whenOf(member),
              chapter: chapterText(member),
            })}
            style={{ ...side, top: y }}
            onClick={() => onChoose(member.id)}
          >
            <span>{member.name}</span>
          </button>
        );
      })}
    </div>
  );
}
