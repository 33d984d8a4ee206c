import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { architectureSvg, COMMAND, PICTURE } from "#src/cli/draw-architecture.ts";
import { readImportGraph } from "#src/cli/import-graph.ts";
import { layOutPicture } from "#src/cli/picture-layout.ts";

const graph = readImportGraph();
const { boxes, arrows, width, height } = layOutPicture(graph);

describe("the picture of the architecture", () => {
  it("shows the imports as they are", () => {
    const kept = readFileSync(PICTURE, "utf8");
    expect(kept === architectureSvg(), `src/architecture.svg is stale: run ${COMMAND}`).toBe(true);
  });

  it("has a box for every folder of the layers, and an arrow for every way", () => {
    expect(boxes.map(({ folder }) => folder).sort()).toEqual(
      graph.nodes.map(({ folder }) => folder).sort(),
    );
    expect(arrows).toHaveLength(graph.edges.length);
    expect(graph.edges).toContainEqual(
      expect.objectContaining({ from: "src/plotting", to: "src/optim" }),
    );
    expect(graph.nodes.find(({ folder }) => folder === "src/optim")?.packages).toEqual([]);
  });

  it("lets no two boxes touch, and none leave the picture", () => {
    for (const [i, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThan(0);
      expect(box.x + box.width).toBeLessThan(width);
      expect(box.y + box.height).toBeLessThan(height);
      for (const other of boxes.slice(i + 1)) {
        const apart =
          box.x + box.width < other.x ||
          other.x + other.width < box.x ||
          box.y + box.height < other.y ||
          other.y + other.height < box.y;
        expect([box.folder, other.folder, apart]).toEqual([box.folder, other.folder, true]);
      }
    }
  });

  it("leads arrows down to lower layers, and across only between neighbours of one layer", () => {
    const layer = (folder: string) => graph.nodes.find((node) => node.folder === folder)?.layer;
    for (const { from, to, start, end } of arrows) {
      if (layer(from) === layer(to)) expect(start[1]).toBe(end[1]);
      else expect(end[1]).toBeGreaterThan(start[1]);
    }
  });
});
