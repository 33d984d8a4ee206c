export { notebookPaths as getStaticPaths } from "#src/layouts/notebooks.ts";
export { GET } from "#src/pages/[chapter]/cells.json.ts";
