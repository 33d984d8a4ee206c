import { fetchText } from "#src/notebook/fetch-text.ts";
import type { Material } from "./exercise-page.ts";

type Chapter = Readonly<Record<string, Material>>;

const asked = new Map<string, Promise<Chapter>>();

/**
 * What checking an exercise takes; fetched once, and again after a failure.
 * @param url of the chapter's exercises; default: those of this page
 */
export async function loadMaterial(exercise: string, url = ofThisPage()): Promise<Material> {
  const chapter = asked.get(url) ?? fetchText(url).then((text) => JSON.parse(text) as Chapter);
  asked.set(url, chapter);
  chapter.catch(() => asked.delete(url));
  const material = (await chapter)[exercise];
  if (!material) throw new Error(`the server has nothing on the exercise "${exercise}"`);
  return material;
}

function ofThisPage(): string {
  return document.querySelector<HTMLElement>("[data-exercises]")?.dataset["exercises"] ?? "";
}
