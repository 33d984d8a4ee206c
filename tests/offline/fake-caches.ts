/** The caches of a browser in memory; with room for so many bytes. */
export function fakeCaches(room = Number.POSITIVE_INFINITY) {
  const all = new Map<
    string,
    Map<string, { readonly body: ArrayBuffer; readonly headers: Headers }>
  >();
  const used = () =>
    [...all.values()].reduce(
      (sum, files) =>
        sum + [...files.values()].reduce((part, { body }) => part + body.byteLength, 0),
      0,
    );
  const open = async (name: string) => {
    const files = all.get(name) ?? new Map();
    all.set(name, files);
    return {
      async match(url: string) {
        const found = files.get(url);
        return found && new Response(found.body.slice(0), { headers: found.headers });
      },
      async put(url: string, response: Response) {
        const body = await response.arrayBuffer();
        if (used() + body.byteLength > room)
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        files.set(url, { body, headers: response.headers });
      },
      keys: async () => [...files.keys()].map((url) => new Request(url)),
    };
  };
  const caches = {
    open,
    has: async (name: string) => all.has(name),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
  } as unknown as CacheStorage;
  return {
    caches,
    names: () => [...all.keys()],
    files: (name: string) => [...(all.get(name)?.keys() ?? [])],
  };
}
