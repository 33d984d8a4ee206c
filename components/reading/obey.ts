import { applySettings, type ReadingSettings } from "./settings.ts";

/** Puts settings in force on the page that is open. */
export function obey(settings: ReadingSettings): void {
  applySettings(document.documentElement, settings);
  if (settings.show === "text") offerText();
}

/** In text only, offers to use each figure, cell and exercise; offline and not yet loaded, it does not. */
export function offerText(): void {
  void import("./text-only.ts").then(
    ({ offerToUse }) => offerToUse(),
    () => {},
  );
}
