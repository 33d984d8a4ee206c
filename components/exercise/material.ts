import type { Material } from "#src/course/exercise-material.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";

type Chapter = Readonly<Record<string, Material>>;

/** By the chapter's address. */
const chapters = new Map<string, () => Promise<Chapter>>();

/**
 * What checking an exercise takes; fetched once, and again after a failure.
 * @param url of the chapter's exercises; default: those of this page
 */
export async function loadMaterial(exercise: string, url = ofThisPage()): Promise<Material> {
  const chapter =
    chapters.get(url) ?? askOnce(async () => JSON.parse(await fetchText(url)) as Chapter);
  chapters.set(url, chapter);
  const material = (await chapter())[exercise];
  if (!material) throw new Error(`the server has nothing on the exercise "${exercise}"`);
  return material;
}

function ofThisPage(): string {
  return document.querySelector<HTMLElement>("[data-exercises]")?.dataset["exercises"] ?? "";
}
