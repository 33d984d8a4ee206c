const KEY = "downhill:single-keys";

/** Whether `/` and `?` alone do something; who speaks to the machine, or slips, can turn that off. */
export function singleKeysWork(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    // Storage may be denied; the keys then work.
    return true;
  }
}

/** Turns the single keys on or off, as far as the storage keeps it. */
export function letSingleKeysWork(work: boolean): void {
  try {
    if (work) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Denied or full: the keys go on as they did.
  }
}
