import { chapterFile, type Maker, pascalCase, read, requireNew, withLine } from "./project.ts";
import { widgetFiles } from "./widget-skeleton.ts";

const SERVER_TEST = "tests/components/widgets/server.test.tsx";
const LIST = "const widgets: readonly (readonly [string, ComponentType, number])[] = [\n";

/** `widget ID CHAPTER`: a figure with a slider, set into the chapter before the recap. */
export const newWidget: Maker = ([id = "", chapter = ""]) => {
  const name = pascalCase(id);
  const path = `components/widgets/${name}.tsx`;
  const folder = `components/widgets/${id}`;
  requireNew(id, path, folder);
  const into = chapterFile(chapter);
  const imported = `import ${name} from "#components/widgets/${name}.tsx";`;
  const server = read(SERVER_TEST);
  const at = server.indexOf(LIST) + LIST.length;
  if (at < LIST.length) throw new Error(`${SERVER_TEST} has no list of widgets any more.`);
  const listed = `${server.slice(0, at)}  ["${name}", ${name}, 2],\n${server.slice(at)}`;
  const from = listed.search(/^import \w+ from "#components/m);
  return {
    files: {
      ...widgetFiles(id, name),
      [SERVER_TEST]: `${listed.slice(0, from)}${imported}\n${listed.slice(from)}`,
      [into]: withLine(read(into), `<${name} client:touch />`, imported),
    },
    said: `${path} is made, with ${folder}/ and its test, and set into ${into} before the recap.`,
    next: [
      "Write its model first, then what it draws, and its words last.",
      "Say what to try, what to notice and why, and move it to its place.",
    ],
  };
};
