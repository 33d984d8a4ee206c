/** Under this key the book keeps how a reader wants to read. */
export const READING_KEY = "downhill:reading";
/** Earlier editions kept the theme alone, here. */
export const OLD_THEME_KEY = "downhill:theme";

/**
 * What can be chosen, the first of each unless the reader chooses. On the page each choice is an
 * attribute of its root, `data-theme="dark"`; the first of each has none.
 */
export const CHOICES = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "normal", "high"],
  size: ["100", "90", "115", "130", "150"],
  motion: ["system", "reduced"],
  show: ["all", "text"],
  place: ["kept", "off"],
} as const;

export type Setting = keyof typeof CHOICES;
/** What a reader has chosen; what is missing is as it comes. */
export type ReadingSettings = { readonly [K in Setting]?: (typeof CHOICES)[K][number] };

export const SETTINGS = Object.keys(CHOICES) as readonly Setting[];

/** The settings in data from anywhere; choices that the book does not know are left out. */
export function readSettings(data: unknown): ReadingSettings | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return Object.fromEntries(
    SETTINGS.flatMap((name) => {
      const choice = CHOICES[name].find((one) => one === (data as Record<string, unknown>)[name]);
      return choice === undefined || choice === CHOICES[name][0] ? [] : [[name, choice]];
    }),
  );
}

/** The settings in the text under `READING_KEY`; none where it cannot be read. */
export function savedSettings(raw: string | null): ReadingSettings {
  try {
    return readSettings((JSON.parse(raw ?? "{}") as { readonly value?: unknown }).value) ?? {};
  } catch {
    return {};
  }
}

/** The settings that the root of a page shows. */
export function settingsOf(root: HTMLElement): ReadingSettings {
  return readSettings({ ...root.dataset }) ?? {};
}

/** Makes a page look so, in attributes of its root. */
export function applySettings(root: HTMLElement, settings: ReadingSettings): void {
  for (const name of SETTINGS) {
    const choice = settings[name];
    if (choice === undefined) delete root.dataset[name];
    else root.dataset[name] = choice;
  }
}
