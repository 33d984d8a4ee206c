import { editOnDemand, live } from "./cell.mjs";
import StripWorker from "./strip-worker.mjs?worker";

const worker = new StripWorker();
live((source) => {
  worker.postMessage(source);
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
  });
});
editOnDemand();
