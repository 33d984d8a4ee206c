import type { AheadCell } from "./compile-ahead.ts";
import { MOST_OUTPUTS } from "./limits.ts";
import type { CellLinks } from "./links.ts";
import type { Output } from "./output.ts";
import { isCount, isListOf, isOutput, isRecord, isText } from "./output-check.ts";
import type { Progress } from "./progress.ts";

/** One cell as the reader sees it now. */
export interface CellSource {
  /** Its name on the page, kebab-case, unique in the chapter. */
  readonly id: string;
  /** TypeScript as written. */
  readonly source: string;
  /** What the reader sees of it was made from another text, so what depends on it is out of date. */
  readonly changed?: boolean;
  /** What the reader has set its controls to, in order; left out where none was moved. */
  readonly settings?: readonly unknown[];
  /** The same text compiled by the build; left out where the reader has changed it, or the worker has it. */
  readonly ahead?: AheadCell;
}

/**
 * What a worker is given only when a cell needs it: Plot on a document, the compiler, the files of
 * the optimizer package that the chapter's own cells import, all of its files, and its data sets.
 */
export const PARTS = ["plot", "compiler", "package", "whole-package", "data"] as const;
export type Part = (typeof PARTS)[number];

/** Page → worker. Every run carries all cells, since a fresh worker remembers none. */
export type Request =
  | {
      readonly kind: "run";
      readonly run: number;
      readonly cells: readonly CellSource[];
      /** Run this cell, whatever it needs before it, and whatever depends on it after it; or all. */
      readonly target?: string;
      /** Cells too slow to follow a control that is being moved: they are held back, unless the target. */
      readonly spare?: readonly string[];
    }
  /** The text of the script that puts a part on the worker. */
  | {
      readonly kind: "part";
      readonly part: Part;
      readonly script?: string;
      readonly problem?: string;
    };

/** What a run tells while it goes, in this order for each cell: started, showed…, finished. */
export type RunEvent =
  /** The cells that this run will execute, in order; the others keep what they show. */
  | { readonly kind: "planned"; readonly ids: readonly string[] }
  /** Cells that should follow but are held back: what they show is out of date. */
  | { readonly kind: "held"; readonly ids: readonly string[] }
  | { readonly kind: "started"; readonly id: string }
  /** What each cell takes from others and gives to them, as their texts now stand. */
  | { readonly kind: "linked"; readonly links: readonly CellLinks[] }
  /** How far a loop of the cell has come that reports it. */
  | ({ readonly kind: "progress"; readonly id: string } & Progress)
  /** One value shown or one line logged while the cell was running. */
  | { readonly kind: "showed"; readonly id: string; readonly output: Output }
  /** The cell ended; `outputs` replaces all that it showed before. */
  | {
      readonly kind: "finished";
      readonly id: string;
      readonly outputs: readonly Output[];
      readonly failed: boolean;
      /** Milliseconds that it ran, by the clock of where it ran. */
      readonly took: number;
    }
  | { readonly kind: "done" }
  /** The notebook cannot go on, since a cell changed the language that it is written in. */
  | { readonly kind: "broken"; readonly reason: string };

/** Worker → page. A reply whose run is not the newest is dropped by the host. */
export type Reply =
  | { readonly kind: "need"; readonly part: Part }
  | { readonly kind: "event"; readonly run: number; readonly event: RunEvent };

/** Whether data that came out of the sandbox is a reply of ours: a reader's code can post anything. */
export function isReply(data: unknown): data is Reply {
  if (!isRecord(data)) return false;
  if (data.kind === "need") return PARTS.some((part) => part === data.part);
  return data.kind === "event" && typeof data.run === "number" && isRunEvent(data.event);
}

function isRunEvent(event: unknown): event is RunEvent {
  if (!isRecord(event)) return false;
  switch (event.kind) {
    case "planned":
    case "held":
      return isListOf(event.ids, isText);
    case "linked":
      return isListOf(event.links, isCellLinks);
    case "progress":
      return (
        isText(event.id) &&
        isCount(event.done) &&
        isCount(event.total) &&
        0 < event.done &&
        event.done <= event.total
      );
    case "started":
      return isText(event.id);
    case "showed":
      return isText(event.id) && isOutput(event.output);
    case "finished":
      return (
        isText(event.id) &&
        isListOf(event.outputs, isOutput) &&
        event.outputs.length <= MOST_OUTPUTS + 2 &&
        typeof event.failed === "boolean" &&
        typeof event.took === "number"
      );
    case "broken":
      return isText(event.reason);
    default:
      return event.kind === "done";
  }
}

function isCellLinks(data: unknown): data is CellLinks {
  return (
    isRecord(data) &&
    isText(data.id) &&
    isListOf(data.defines, isText) &&
    isListOf(data.reads, (read) => isRecord(read) && isText(read.name) && isText(read.from))
  );
}
