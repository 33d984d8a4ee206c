import { fetchText } from "#src/notebook/fetch-text.ts";
import type { Material } from "./exercise-page.ts";

type Chapter = Readonly<Record<string, Material>>;

let asked: Promise<Chapter> | undefined;

/** What checking an exercise of this page takes; fetched once, and again after a failure. */
export async function loadMaterial(exercise: string): Promise<Material> {
  asked ??= fetchChapter();
  asked.catch(() => {
    asked = undefined;
  });
  const material = (await asked)[exercise];
  if (!material) throw new Error(`the server has nothing on the exercise "${exercise}"`);
  return material;
}

async function fetchChapter(): Promise<Chapter> {
  const url = document.querySelector<HTMLElement>("[data-exercises]")?.dataset["exercises"] ?? "";
  return JSON.parse(await fetchText(url)) as Chapter;
}
