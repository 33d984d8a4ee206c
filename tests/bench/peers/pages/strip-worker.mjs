import { transform } from "sucrase";

// The least that runs TypeScript: strip the types, make a function of it, call it.
addEventListener("message", ({ data }) => {
  const { code } = transform(data, { transforms: ["typescript"], disableESTransforms: true });
  postMessage(new Function(code)());
});
