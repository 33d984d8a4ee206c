import { say } from "#src/language/say.ts";
import { openStore } from "#src/notebook/store.ts";
import { OLD_THEME_KEY, READING_KEY, type ReadingSettings, readSettings } from "./settings.ts";

const store = openStore<ReadingSettings>({
  key: READING_KEY,
  version: 1,
  validate: readSettings,
  name: say("reading settings"),
  otherwise: say("the page is shown as it comes"),
});

/**
 * Saves how a reader wants to read.
 * @returns what stood in the way, in words
 */
export function keepSettings(settings: ReadingSettings): string | undefined {
  // A save that cannot be read is set aside, and not written over.
  const { problem: unread } = store.read();
  const problem = store.write(Object.keys(settings).length > 0 ? settings : undefined) ?? unread;
  try {
    localStorage.removeItem(OLD_THEME_KEY);
  } catch {
    // Where nothing can be stored there is no old theme either.
  }
  return problem;
}
