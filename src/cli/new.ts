/**
 * `npm run new exercise -- ID KIND CHAPTER`: makes the folder of an exercise that passes its tests,
 * and sets it into the chapter before the recap.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exerciseSkeleton, type Kind, kinds } from "./exercise-skeleton.ts";

const CHAPTERS = "content/chapters";
const EXERCISES = "content/exercises";

const [what, id = "", kind = "", chapter = ""] = process.argv.slice(2);
const chapters = new Map(
  readdirSync(CHAPTERS).map((file) => [file.replace(/^\d+-|\.mdx$/g, ""), join(CHAPTERS, file)]),
);
const path = chapters.get(chapter);
const folder = join(EXERCISES, id);

if (what !== "exercise") refuse(`“${what ?? ""}” cannot be made. Say: exercise.`);
else if (!/^[a-z][a-z0-9-]*$/.test(id))
  refuse(`“${id}” is no id. Use small letters, digits and hyphens, such as first-step.`);
else if (!kinds.includes(kind as Kind))
  refuse(`“${kind}” is no kind of exercise. There are ${kinds.join(", ")}.`);
else if (!path)
  refuse(`there is no chapter “${chapter}”. There are ${[...chapters.keys()].join(", ")}.`);
else if (existsSync(folder)) refuse(`${folder} exists already. Choose another id.`);
else {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(exerciseSkeleton(kind as Kind)))
    writeFileSync(join(folder, name), text);
  const text = readFileSync(path, "utf8");
  const at = text.includes("\n## Recap") ? text.indexOf("\n## Recap") + 1 : text.length;
  writeFileSync(path, `${text.slice(0, at)}<Exercise id="${id}" />\n\n${text.slice(at)}`);
  console.log(`${folder} is made, and set into ${path} before the recap.`);
  console.log("Now: give it its words, move it to its place, and run npm run check.");
}

function refuse(reason: string): void {
  console.error(
    `new: ${reason}\nUsage: npm run new exercise -- ID KIND CHAPTER, for example\n  npm run new exercise -- first-step number momentum`,
  );
  process.exitCode = 1;
}
