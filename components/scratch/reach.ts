/** The storage of this browser, or nothing where it lets the page store nothing. */
export function reach(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
