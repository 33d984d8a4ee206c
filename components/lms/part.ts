/** A part of the launch page, by its id. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id) as T | null;
  if (!found) throw new Error(`launch page: the part "${id}" is missing`);
  return found;
}
