/** Storage in memory with room for `room` characters, keys included. */
export function fakeStorage(
  entries: Readonly<Record<string, string>> = {},
  room = Number.POSITIVE_INFINITY,
) {
  const map = new Map(Object.entries(entries));
  const used = () => [...map].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const storage: Storage = {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    clear: () => map.clear(),
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => void map.delete(key),
    setItem(key, value) {
      const before = map.get(key);
      map.set(key, value);
      if (used() <= room) return;
      if (before === undefined) map.delete(key);
      else map.set(key, before);
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    },
  };
  return { storage, map };
}
