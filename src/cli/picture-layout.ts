import type { FolderEdge, FolderNode, ImportGraph } from "./import-graph.ts";

/** Where the box of a folder stands in the picture, in pixels. */
export interface PlacedBox extends FolderNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The packages, in lines that fit. */
  readonly lines: readonly string[];
}

/** An arrow from the lower edge of a box to the upper edge of another, or across between neighbours. */
export interface PlacedArrow extends FolderEdge {
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  /** Layer of the box that it leaves. */
  readonly layer: number;
}

/** The picture of an import graph: layers as rows, the ground at the bottom. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const WIDTH = 1040;
const MARGIN = 24;
/** Width of a box, which grows with the arrows that arrive from above. */
const BOX = 214;
const PORT = 34;
const HEAD = 56;
const LINE = 17;
const GAP = 78;
/** Letters of a line of packages in a box. */
const LETTERS = 30;

/** Places boxes and arrows, with the boxes of each row in the order that makes the arrows short. */
export function layOutPicture({ nodes, edges }: ImportGraph): Picture {
  const rows = [...Map.groupBy(nodes, ({ layer }) => layer)]
    .sort(([a], [b]) => b - a)
    .map(([, row]) => row);
  const ordered = shortest(rows, edges);
  const layerOf = new Map(nodes.map(({ folder, layer }) => [folder, layer]));
  const boxes: PlacedBox[] = [];
  let y = MARGIN;
  for (const row of ordered) {
    const placed = row.map((node, i) => {
      const lines = wrapped(node.packages.join(", "));
      const arriving = edges.filter(
        ({ from, to }) => to === node.folder && layerOf.get(from) !== node.layer,
      ).length;
      const width = Math.max(BOX, PORT * (arriving + 1));
      const x = centre(i, row.length) - width / 2;
      return { ...node, x, y, width, height: HEAD + LINE * lines.length, lines };
    });
    const height = Math.max(...placed.map((box) => box.height));
    boxes.push(...placed.map((box) => ({ ...box, height })));
    y += height + GAP;
  }
  return { width: WIDTH, height: y - GAP + MARGIN, boxes, arrows: arrowsOf(boxes, edges) };
}

function centre(i: number, count: number): number {
  return MARGIN + ((i + 0.5) * (WIDTH - 2 * MARGIN)) / count;
}

type Rows = readonly (readonly FolderNode[])[];

/** Of all orders within the rows the one whose arrows go least far to the side. */
function shortest(rows: Rows, edges: readonly FolderEdge[]): Rows {
  const orders = rows.reduce<readonly Rows[]>(
    (done, row) => done.flatMap((before) => permutations(row).map((order) => [...before, order])),
    [[]],
  );
  const lengths = orders.map((order) => {
    const at = new Map(
      order.flatMap((row) => row.map(({ folder }, i) => [folder, centre(i, row.length)] as const)),
    );
    return edges.reduce((sum, { from, to }) => sum + Math.abs(at.get(from)! - at.get(to)!), 0);
  });
  return orders[lengths.indexOf(Math.min(...lengths))] ?? rows;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]),
  );
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Arrows leave and arrive side by side, in the order of where they go and come from. */
function arrowsOf(
  boxes: readonly PlacedBox[],
  edges: readonly FolderEdge[],
): readonly PlacedArrow[] {
  const box = (folder: string) => boxes.find((one) => one.folder === folder)!;
  const down = edges.filter(({ from, to }) => box(from).layer !== box(to).layer);
  const port = (all: readonly FolderEdge[], edge: FolderEdge, own: "from" | "to") => {
    const { x, width } = box(edge[own]);
    const other = own === "from" ? "to" : "from";
    const beside = all
      .filter((one) => one[own] === edge[own])
      .sort((a, b) => box(a[other]).x - box(b[other]).x || box(a[other]).y - box(b[other]).y);
    return x + ((beside.indexOf(edge) + 1) * width) / (beside.length + 1);
  };
  return edges.map((edge) => {
    const from = box(edge.from);
    const to = box(edge.to);
    if (from.layer !== to.layer)
      return {
        ...edge,
        layer: from.layer,
        start: [port(down, edge, "from"), from.y + from.height],
        end: [port(down, edge, "to"), to.y],
      };
    const right = to.x > from.x;
    // Two that import each other have an arrow each.
    const y = from.y + HEAD / 2 + (right ? -8 : 8);
    return {
      ...edge,
      layer: from.layer,
      start: [right ? from.x + from.width : from.x, y],
      end: [right ? to.x : to.x + to.width, y],
    };
  });
}
