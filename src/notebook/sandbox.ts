import { say } from "#src/language/say.ts";
import { frameDocument } from "./frame.ts";
import { TOO_MUCH } from "./limits.ts";

/**
 * How a worker was lost: its code used up the memory, or ended or flooded it; or it cannot be had here,
 * which is no fault of the code.
 */
export type Loss = "memory" | "ended" | "unavailable";

export interface SandboxOptions {
  /** Text of a classic worker script; asked for once and kept. */
  readonly script: () => Promise<string>;
  /** Called with whatever the worker posts. It is a stranger's data: check its shape. */
  readonly onMessage: (data: unknown) => void;
  /**
   * The worker broke or its process died, and a fresh one is being made ready. The reason is a
   * sentence for the reader; `loss` is for whoever has to tell the cases apart. Not called for
   * `restart` and `dispose`.
   */
  readonly onLost: (reason: string, loss?: Loss) => void;
}

export interface Sandbox {
  /** Sends data to the worker, at once or as soon as it is there. */
  post(data: unknown): void;
  /** Makes a second worker ready, which `restart` then puts in the place of the first at once. */
  prepare(): void;
  /** Ends the worker, whatever it is doing, and goes on with a fresh one. */
  restart(): void;
  /** Comes with the next sign of life from where the worker runs, or when that is known to be lost. */
  sign(): Promise<void>;
  /** Ends the worker and removes the frame. */
  dispose(): void;
}

/** Time between two signs of life, in milliseconds. */
const beat = 500;
/** Beats without an answer after which the frame's process counts as dead: 4 s. */
const missed = 8;

/**
 * A worker inside a frame of its own origin, without network and without the page's storage.
 *
 * Chromium gives such a frame a process of its own, so a cell that uses up all memory takes down
 * that process and not the page. Nothing tells the page of it; the frame is asked for a sign of
 * life and, when it is silent, built anew.
 */
export function createSandbox({ script, onMessage, onLost }: SandboxOptions): Sandbox {
  let frame: HTMLIFrameElement | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let started = false;
  /** To the worker, past the frame; it keeps what is posted before the worker is there. */
  let line = new MessageChannel();
  let unanswered = 0;
  /** Restarts of the frame's worker: what an earlier worker still had under way is dropped. */
  let age = 0;
  let disposed = false;
  /** Who waits for a sign of life. */
  const watching: (() => void)[] = [];
  let text: Promise<string> | undefined;

  const tell = (data: object) => frame?.contentWindow?.postMessage(data, "*");
  const give = (data: object) =>
    frame?.contentWindow?.postMessage({ ...data, port: line.port2 }, "*", [line.port2]);

  function newLine() {
    line.port1.close();
    line = new MessageChannel();
  }

  const listen = ({ source, data }: MessageEvent) => {
    if (!frame || source !== frame.contentWindow || typeof data !== "object" || !data) return;
    unanswered = 0;
    seen();
    if ("loaded" in data) begin(frame);
    else if (!("age" in data) || data.age !== age) return;
    else if ("message" in data) onMessage(data.message);
    else if ("lost" in data)
      replace(
        say("The code stopped unexpectedly: {reason}. It has been given a fresh start.", {
          reason: String(data.lost),
        }),
      );
    else if ("failed" in data) {
      drop();
      onLost(
        say(
          "This browser starts no worker, without which no code can be run here: {reason}. Try another browser. Your text is unharmed.",
          { reason: String(data.failed) },
        ),
        "unavailable",
      );
    } else if ("flooded" in data) {
      // The frame still has the rest of the flood before it: a new one starts dry.
      rebuild();
      onLost(TOO_MUCH, "ended");
    }
  };

  function seen() {
    for (const one of watching.splice(0)) one();
  }

  function replace(reason: string) {
    onLost(reason, "ended");
    restart();
  }

  async function begin(mine: HTMLIFrameElement) {
    timer = setInterval(watch, beat);
    try {
      text ??= script();
      const start = await text;
      if (mine !== frame) return;
      give({ start });
    } catch (error) {
      // Forgotten, so that the next attempt asks again: the reader may have been offline.
      text = undefined;
      drop();
      onLost(
        say(
          "The part of the page that runs code could not be loaded ({reason}). Check the connection and run again.",
          { reason: error instanceof Error ? error.message : String(error) },
        ),
        "unavailable",
      );
      return;
    }
    started = true;
  }

  function watch() {
    if (++unanswered > missed) {
      rebuild();
      onLost(
        say(
          "The code used up the memory there is, and the browser ended it. Keep less at a time, for example fewer or shorter arrays. Your text is unharmed.",
        ),
        "memory",
      );
    } else tell({ ping: 1 });
  }

  function build() {
    frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = say("Runs the code of this page");
    frame.hidden = true;
    frame.ariaHidden = "true";
    frame.srcdoc = frameDocument;
    unanswered = 0;
    age = 0;
    // First, since what is being read is told by nothing following it (see `whenRead`).
    document.body.prepend(frame);
    // Fetched while the frame loads; a failure is told where the text is awaited.
    text ??= script();
    text.catch(() => {});
  }

  function drop() {
    clearInterval(timer);
    frame?.remove();
    frame = undefined;
    started = false;
    newLine();
    seen();
  }

  function rebuild() {
    drop();
    build();
  }

  function restart() {
    newLine();
    if (!started) return;
    age++;
    give({ restart: true });
  }

  addEventListener("message", listen);
  build();

  return {
    post(data) {
      if (disposed) return;
      if (!frame) build();
      line.port1.postMessage(data);
      tell({ posted: true });
    },
    prepare() {
      if (started) tell({ prepare: true });
    },
    restart,
    sign() {
      if (!started) return Promise.resolve();
      tell({ ping: 1 });
      return new Promise((resolve) => watching.push(resolve));
    },
    dispose() {
      disposed = true;
      removeEventListener("message", listen);
      drop();
    },
  };
}
