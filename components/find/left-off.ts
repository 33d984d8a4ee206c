const PREFIX = "downhill:place:";

/** Where a reader stopped last: a chapter by its address, and an anchor in it. */
export interface LeftOff {
  readonly chapter: string;
  readonly anchor: string;
}

/** The latest of the places that the browser keeps of the chapters, if it keeps any that can be read. */
export function leftOff(storage: Pick<Storage, "getItem" | "key" | "length">): LeftOff | undefined {
  let latest: (LeftOff & { readonly at: number }) | undefined;
  for (let index = 0; index < storage.length; index++) {
    const key = storage.key(index) ?? "";
    const chapter = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : "";
    const place = /^[a-z-]+$/.test(chapter) ? placeIn(storage.getItem(key)) : undefined;
    if (place && place.at > (latest?.at ?? 0)) latest = { chapter, anchor: place.id, at: place.at };
  }
  return latest && { chapter: latest.chapter, anchor: latest.anchor };
}

function placeIn(text: string | null): { readonly id: string; readonly at: number } | undefined {
  try {
    const { id, at } = (JSON.parse(text ?? "") as { value: Record<string, unknown> }).value;
    return typeof id === "string" && typeof at === "number" ? { id, at } : undefined;
  } catch {
    return undefined;
  }
}
