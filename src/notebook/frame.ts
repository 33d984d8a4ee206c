/**
 * Rules for the frame in which readers' code runs: nothing from anywhere, no network at all.
 * `unsafe-eval` is what running a cell means; blob: is how a worker without an origin gets its text.
 */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; connect-src 'none'";

/**
 * The document of the frame: it starts, stops and replaces one worker, and carries messages. A
 * second one can be made ready to take its place.
 *
 * Page → frame: `{ start: script }`, `{ prepare: true }`, `{ restart: true }`, `{ post: data }`, `{ ping: n }`.
 * Frame → page: `{ loaded: true }`, `{ message: data }`, `{ lost: reason }`, `{ pong: n }`.
 */
export const frameDocument = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>
(() => {
  const page = window.parent;
  let url, worker, spare;
  const tell = (data) => page.postMessage(data, "*");
  const start = () => {
    if (worker) worker.terminate();
    const mine = worker = spare || new Worker(url);
    spare = undefined;
    mine.onmessage = (event) => { if (mine === worker) tell({ message: event.data }); };
    mine.onmessageerror = () => { if (mine === worker) tell({ lost: "a message could not be read" }); };
    mine.onerror = (event) => {
      event.preventDefault();
      if (mine === worker) tell({ lost: event.message || "the worker could not start" });
    };
  };
  addEventListener("message", (event) => {
    if (event.source !== page) return;
    const data = event.data;
    if ("start" in data) {
      url = URL.createObjectURL(new Blob([data.start], { type: "text/javascript" }));
      start();
    } else if ("prepare" in data) spare = spare || new Worker(url);
    else if ("restart" in data) start();
    else if ("post" in data) worker.postMessage(data.post, event.ports.length ? event.ports : []);
    else if ("ping" in data) tell({ pong: data.ping });
  });
  tell({ loaded: true });
})();
</script>`;
