import { pack } from "#src/sharing/packed.ts";
import { openRecord, recordIds } from "./student-store.ts";

/** Lists the assignments that were opened in this browser, each with a link to go on. */
export async function showKnown(place: HTMLElement, list: HTMLElement, base: string) {
  const records = recordIds(keysHere()).flatMap((id) => openRecord(id).read().value ?? []);
  const items = await Promise.all(
    records.map(async ({ assignment }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${base}assignment/#a=${await pack(assignment)}`;
      link.textContent = assignment.title;
      item.append(link);
      return item;
    }),
  );
  list.replaceChildren(...items);
  place.hidden = items.length === 0;
}

function keysHere(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
