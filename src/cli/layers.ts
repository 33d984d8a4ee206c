/** Layers from the ground up; a file imports from its own layer's folders or from lower layers only. */
export const LAYERS: readonly (readonly string[])[] = [
  ["src/optim", "src/language"],
  ["src/plotting", "src/notebook", "src/formula", "src/offline"],
  ["src/grading", "src/course", "src/sharing"],
  ["src/classroom", "src/publishing"],
  ["src/lms"],
  // What a page is taken away as looks as the page does.
  ["components", "src/takeaway"],
  ["content"],
  ["src/layouts", "src/pages"],
];

/** The folder of the layers that a file is in. */
export function folderOf(path: string): string | undefined {
  return LAYERS.flat().find((folder) => path.startsWith(`${folder}/`));
}

/** Number of the layer that a file is in, from 0. */
export function layerOf(path: string): number | undefined {
  const index = LAYERS.findIndex((layer) => layer.some((folder) => path.startsWith(`${folder}/`)));
  return index < 0 ? undefined : index;
}
