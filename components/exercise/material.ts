import type { Material } from "#src/course/exercise-material.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";

type Chapter = Readonly<Record<string, Material>>;

/** By the chapter's address. */
const chapters = new Map<string, () => Promise<Chapter>>();

/**
 * What checking an exercise takes; fetched once, and again after a failure.
 * @param url of the chapter's exercises; default: that which stands around the exercise on this page
 */
export async function loadMaterial(exercise: string, url = around(exercise)): Promise<Material> {
  const chapter =
    chapters.get(url) ?? askOnce(async () => JSON.parse(await fetchText(url)) as Chapter);
  chapters.set(url, chapter);
  const material = (await chapter())[exercise];
  if (!material) throw new Error(`the server has nothing on the exercise "${exercise}"`);
  return material;
}

/** Gives the material of exercises that no server has, under an address of their own. */
export function giveMaterial(url: string, material: Chapter): void {
  chapters.set(url, async () => material);
}

function around(exercise: string): string {
  const here = document.getElementById(`exercise-${exercise}`);
  return here?.closest<HTMLElement>("[data-exercises]")?.dataset["exercises"] ?? "";
}
