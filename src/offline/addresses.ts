/**
 * What an address names in the book, from its root, without what is asked of it; `undefined` for an
 * address outside of it.
 * @param root address of the book, with a slash at its end
 */
export function inBook(address: string, root: string): string | undefined {
  const { origin, pathname } = new URL(address, root);
  const plain = origin + pathname;
  return plain.startsWith(root) ? plain.slice(root.length) : undefined;
}
