import { say } from "#src/language/say.ts";
import { openStore, type Store } from "#src/notebook/store.ts";
import { type Place, readPlace } from "./place.ts";

const PREFIX = "downhill:place:";

/** The place that is kept of a chapter. */
export function placeOf(chapter: string): Store<Place> {
  return openStore({
    key: PREFIX + chapter,
    version: 1,
    validate: readPlace,
    name: say("place in {chapter}", { chapter }),
    otherwise: say("the chapter opens at its beginning"),
  });
}

/** The chapter that was read last, and where. */
export function lastPlace(): { readonly chapter: string; readonly place: Place } | undefined {
  const places = chapters().flatMap((chapter) => {
    const place = placeOf(chapter).read().value;
    return place ? [{ chapter, place }] : [];
  });
  return places.sort((one, other) => other.place.at - one.place.at)[0];
}

/** Forgets all places. @returns how many there were */
export function forgetPlaces(): number {
  const all = chapters();
  for (const chapter of all) placeOf(chapter).write(undefined);
  return all.length;
}

function chapters(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX) && !key.includes(".damaged."))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
