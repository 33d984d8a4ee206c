import { editOnDemand, live } from "./cell.mjs";
import workerUrl from "./strip-worker.mjs?worker&url";

const text = fetch(workerUrl).then((response) => response.text());
const frame = document.createElement("iframe");
frame.setAttribute("sandbox", "allow-scripts");
frame.hidden = true;
frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:"><script>
let worker;
addEventListener("message", ({ data: { start, post } }) => {
  if (start) {
    worker = new Worker(URL.createObjectURL(new Blob([start])));
    worker.onmessage = ({ data }) => parent.postMessage(data, "*");
  } else worker.postMessage(post);
});
</script>`;
const started = new Promise((resolve) => {
  frame.onload = async () => {
    frame.contentWindow.postMessage({ start: await text }, "*");
    resolve();
  };
});
document.body.append(frame);

live(async (source) => {
  await started;
  frame.contentWindow.postMessage({ post: source }, "*");
  return new Promise((resolve) => {
    addEventListener("message", ({ data }) => resolve(data), { once: true });
  });
});
editOnDemand();
