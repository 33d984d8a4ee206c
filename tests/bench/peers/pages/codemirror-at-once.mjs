import { live } from "./cell.mjs";
import { mount } from "./codemirror.mjs";
import StripWorker from "./strip-worker.mjs?worker";

const worker = new StripWorker();
const view = mount(document.querySelector("[data-part=code]"));
live(
  (source) => {
    worker.postMessage(source);
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
  },
  () => view.state.doc.toString(),
);
