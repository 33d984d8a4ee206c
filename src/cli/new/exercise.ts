import { exerciseSkeleton, type Kind, kinds } from "./exercise-skeleton.ts";
import { chapterFile, type Maker, read, requireNew, withLine } from "./project.ts";

/** `exercise ID KIND CHAPTER`: a folder that passes its tests, set into the chapter before the recap. */
export const newExercise: Maker = ([id = "", kind = "", chapter = ""]) => {
  const folder = `content/exercises/${id}`;
  requireNew(id, folder);
  if (!kinds.includes(kind as Kind))
    throw new Error(`“${kind}” is no kind of exercise. There are ${kinds.join(", ")}.`);
  const path = chapterFile(chapter);
  const skeleton = Object.entries(exerciseSkeleton(kind as Kind));
  return {
    files: {
      ...Object.fromEntries(skeleton.map(([name, text]) => [`${folder}/${name}`, text])),
      [path]: withLine(read(path), `<Exercise id="${id}" />`, IMPORT),
    },
    said: `${folder} is made, and set into ${path} before the recap.`,
    next: ["Give it its words and its mistakes, and move it to its place."],
  };
};

const IMPORT = 'import Exercise from "#components/exercise/Exercise.astro";';
