import * as Plot from "@observablehq/plot";
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef } from "react";
import type { MarkName, MarkSpec, PlotFrame } from "#src/plotting/spec.ts";
import { serverDocument } from "./server-document.ts";
import { compactMarkup } from "./server-markup.ts";
import { sharePaths } from "./share-paths.ts";
import { useRoom } from "./use-room.ts";

type MarkFactory = (data: unknown, options: Record<string, unknown>) => Plot.Markish;

/** Layers of a figure: the background is redrawn only when its function or the size changes. */
export interface PlotLayers {
  /** The size, margins and scales for an available width; must be a stable function. */
  readonly frame: (width: number) => PlotFrame;
  readonly background: (frame: PlotFrame) => readonly MarkSpec[];
  readonly foreground: (frame: PlotFrame) => readonly MarkSpec[];
}

export interface PlotFigureProps extends PlotLayers {
  /** What the picture shows, in one sentence, for readers who do not see it. */
  readonly label: string;
  /** Widths drawn while building, narrow first; the style sheet shows the one that fits. */
  readonly widths?: readonly number[];
  readonly className?: string;
  /** Controls laid over the picture (draggable points); gets the frame of each drawn version. */
  readonly overlay?: (frames: readonly PlotFrame[]) => ReactNode;
}

const WIDTHS: readonly number[] = [340, 660];

/**
 * A figure drawn by Observable Plot: complete in the server's HTML, redrawn in the browser for
 * the real width. The only file that knows Plot.
 */
export function PlotFigure(props: PlotFigureProps): ReactNode {
  const { label, widths = WIDTHS, className = "", frame, background, foreground } = props;
  const name = useId();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGGElement>(null);
  const room = useRoom(box);
  const drawn = room && (widths[Math.min(room.version, widths.length) - 1] ?? room.width);
  const size = useMemo(
    () => (room && drawn ? frameFor(room.width, drawn, frame) : undefined),
    [room, drawn, frame],
  );

  useLayoutEffect(() => {
    if (size === undefined || drawing.current === null) return;
    const svg = drawLayer(size, background(size), document);
    layer.current = document.createElementNS("http://www.w3.org/2000/svg", "g");
    svg.append(layer.current);
    drawing.current.replaceChildren(svg);
  }, [size, background]);

  // Runs after the background effect: a new background starts with an empty foreground. Listing
  // `background` here redraws the foreground on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: background empties the layer
  useLayoutEffect(() => {
    if (size === undefined || layer.current === null) return;
    const svg = drawLayer(size, foreground(size), document);
    layer.current.replaceChildren(...svg.querySelectorAll(":scope > :not(style)"));
  }, [size, background, foreground]);

  const frames = size === undefined ? widths.map(frame) : [size];
  return (
    <div className={`plot ${className}`} ref={box}>
      <div
        className="plot-drawing"
        role="img"
        aria-label={label}
        ref={drawing}
        // The browser keeps the server's drawing until the first effect replaces it.
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: SVG drawn by Plot from our own data
        dangerouslySetInnerHTML={{
          __html:
            serverDocument === undefined ? "" : drawOnServer(props, widths, name, serverDocument),
        }}
      />
      {props.overlay?.(frames)}
    </div>
  );
}

/** The frame for a width, as high as what was drawn for another is there: nothing below it moves. */
function frameFor(width: number, drawn: number, frame: PlotLayers["frame"]): PlotFrame {
  return { ...frame(width), height: Math.round((frame(drawn).height * width) / drawn) };
}

/** Every pre-rendered version in one string; the style sheet chooses by the width of the container. */
function drawOnServer(
  layers: PlotLayers,
  widths: readonly number[],
  name: string,
  document: Document,
): string {
  const drawings = widths.map((width) => {
    const frame = layers.frame(width);
    return drawLayer(frame, [...layers.background(frame), ...layers.foreground(frame)], document)
      .outerHTML;
  });
  return sharePaths(drawings, name)
    .map(
      (svg, i) =>
        `<div class="plot-version" data-version="${i + 1}" data-of="${widths.length}">${compactMarkup(svg)}</div>`,
    )
    .join("");
}

function drawLayer(
  frame: PlotFrame,
  marks: readonly MarkSpec[],
  document: Document,
): SVGSVGElement {
  const { x, y, ...size } = frame;
  const scale = (spec: PlotFrame["x"]) => ({ ...spec, domain: [...spec.domain], axis: null });
  const svg = Plot.plot({
    ...size,
    x: scale(x),
    y: scale(y),
    document,
    marks: marks.map(toPlot),
  } as Plot.PlotOptions) as unknown as SVGSVGElement;
  // Plot names its groups for a page of bare charts; ours are one picture with one name, and a
  // group without a role must not have any.
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  return svg;
}

function toPlot({ mark, data, options }: MarkSpec): Plot.Markish {
  // Plot may keep what it is given; the description stays untouched.
  const own = { ...options };
  return data === undefined
    ? (factories[mark] as unknown as (options: object) => Plot.Markish)(own)
    : factories[mark](data, own);
}

const factories: Readonly<Record<MarkName, MarkFactory>> = {
  areaY: Plot.areaY as MarkFactory,
  arrow: Plot.arrow as MarkFactory,
  axisX: Plot.axisX as MarkFactory,
  axisY: Plot.axisY as MarkFactory,
  contour: Plot.contour as MarkFactory,
  dot: Plot.dot as MarkFactory,
  frame: Plot.frame as unknown as MarkFactory,
  gridX: Plot.gridX as MarkFactory,
  gridY: Plot.gridY as MarkFactory,
  line: Plot.line as MarkFactory,
  link: Plot.link as MarkFactory,
  rect: Plot.rect as MarkFactory,
  ruleX: Plot.ruleX as MarkFactory,
  ruleY: Plot.ruleY as MarkFactory,
  text: Plot.text as MarkFactory,
};
