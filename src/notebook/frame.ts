import { weigh } from "./weigh.ts";

/**
 * Rules for the frame in which readers' code runs: nothing from anywhere, no network at all.
 * `unsafe-eval` is what running a cell means; blob: is how a worker without an origin gets its text.
 */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; connect-src 'none'";

/**
 * What a worker may send after each message of the page: so much at once, and so much more with every
 * millisecond. An honest run stays far below it; a flood is above it on a slow machine too. Weights
 * are those of `weigh`.
 */
const allowance = {
  messages: { atOnce: 20_000, perMs: 0.1 },
  weight: { atOnce: 64_000_000, perMs: 2000 },
};

/**
 * First in the worker: what comes by the port that the frame hands to it is heard as if the frame had
 * posted it. So the page reaches the worker at once: a message by way of the frame would wait until
 * the main thread, which they may share, has drawn what a key has changed. What a cell can overwrite
 * is taken before one runs: none gets hold of the port, by which a flood would come past the frame.
 * Capturing, since Firefox lets the kernel, which captures, hear before those who do not.
 */
const earpiece = `(() => {
  const { apply } = Reflect, Message = MessageEvent, dispatch = dispatchEvent.bind(self);
  const { get } = Object.getOwnPropertyDescriptor(Message.prototype, "data");
  addEventListener("message", (event) => {
    event.stopImmediatePropagation();
    event.ports[0].onmessage = (told) => dispatch(new Message("message", { data: apply(get, told, []) }));
  }, { once: true, capture: true });
})();`;

/**
 * The document of the frame: it starts, stops and replaces one worker, and carries its messages. It
 * is out of reach of the code in the worker, so it is here that a flood is cut, before the page. A
 * second worker can be made ready to take the place of the first.
 *
 * Page → frame: `{ start: script, port }`, `{ prepare: true }`, `{ restart: true, port }`, where the
 * worker hears what the page posts to the other end of the port; `{ posted: true }`, since that
 * renews the allowance; `{ ping: n }`.
 * Frame → page: `{ loaded: true }`, `{ message: data, age }`, `{ lost: reason, age }`,
 * `{ failed: reason, age }`, `{ flooded: true, age }`, `{ pong: n }`; `age` counts the restarts before that worker.
 */
export const frameDocument = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>
(() => {
  const page = window.parent;
  const weigh = ${weigh};
  const allowance = ${JSON.stringify(allowance)};
  const earpiece = ${JSON.stringify(earpiece)};
  let url, worker, spare, age = 0, messages, weight, last;
  const allow = () => { messages = allowance.messages.atOnce; weight = allowance.weight.atOnce; last = performance.now(); };
  const tell = (data) => page.postMessage(data, "*");
  const end = () => { if (worker) worker.terminate(); worker = undefined; };
  const make = () => {
    try { return new Worker(url); } catch (error) { tell({ failed: String(error).slice(0, 300), age }); }
  };
  const start = (port) => {
    end();
    const mine = worker = spare || make();
    spare = undefined;
    if (!mine) return;
    allow();
    mine.postMessage(0, [port]);
    mine.onmessage = (event) => {
      if (mine !== worker) return;
      const now = performance.now();
      messages = Math.min(allowance.messages.atOnce, messages + (now - last) * allowance.messages.perMs) - 1;
      weight = Math.min(allowance.weight.atOnce, weight + (now - last) * allowance.weight.perMs);
      last = now;
      if (messages > 0) weight -= weigh(event.data, weight);
      if (messages > 0 && weight > 0) tell({ message: event.data, age });
      else { end(); tell({ flooded: true, age }); }
    };
    mine.onmessageerror = () => { if (mine === worker) tell({ lost: "a message could not be read", age }); };
    mine.onerror = (event) => {
      event.preventDefault();
      if (mine === worker) tell({ lost: (event.message || "the worker could not start").slice(0, 300), age });
    };
  };
  addEventListener("message", (event) => {
    if (event.source !== page) return;
    const data = event.data;
    if ("start" in data) {
      url = URL.createObjectURL(new Blob([earpiece, data.start], { type: "text/javascript" }));
      start(data.port);
    } else if ("prepare" in data) spare = spare || make();
    else if ("restart" in data) { age++; start(data.port); }
    else if ("posted" in data) allow();
    else if ("ping" in data) tell({ pong: data.ping });
  });
  tell({ loaded: true });
})();
</script>`;
