import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { MemberDetails } from "./family-tree/MemberDetails.tsx";
import { treeFields, untilTrack } from "./family-tree/state.ts";
import { TreeDrawing } from "./family-tree/TreeDrawing.tsx";
import { TreeList } from "./family-tree/TreeList.tsx";
import { memberOf, treeSummary, treeTable } from "./family-tree/words.ts";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import "./family-tree/family-tree.css";

/** W16.4: the methods of the book over time, and the idea that each added. */
export default function FamilyTree(): ReactNode {
  const { state, change, reset } = useUrlState("family-tree", treeFields);
  const { of, until } = state;
  const choose = (id: string) => change({ of: id });
  return (
    <WidgetFrame
      id="family-tree"
      title={say("A family tree of optimizers")}
      tryThis={say(
        "press a name, or walk with the arrow keys: left to what it came from, right to what came of it. Move the year back to 2010, then slowly on.",
      )}
      notice={say(
        "four ideas come back again and again: sample the gradient, give it a velocity, scale each coordinate, average what comes out. The youngest members join several: Lion has a velocity and signs, Muon a velocity and a matrix. Newton’s method has a branch of its own.",
      )}
      why={say(
        "a line says which idea was added to what, not who had read whom. The years are those of the work that is named, or of its preprint; some ideas are a few years older. Years are drawn closer together before 2010.",
      )}
      summary={treeSummary(state)}
      table={treeTable()}
    >
      <div className="widget-controls">
        <Slider
          symbol="t"
          label={say("last year drawn")}
          track={untilTrack}
          value={until}
          onChange={(value) => change({ until: value })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
      <TreeDrawing of={of} until={until} onChoose={choose} />
      <MemberDetails member={memberOf(of)} onChoose={choose} />
      <TreeList until={until} />
    </WidgetFrame>
  );
}
