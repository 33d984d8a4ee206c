type Session = typeof import("#components/cell/session.ts")["session"];

/** What runs the cells of a notebook: loaded with the first of them, before which there is nothing to run. */
export function liveCells(): {
  /** Puts the cells in the order that they have on the page. */
  arrange(ids: readonly string[]): void;
  runAll(): void;
} {
  let coming: Promise<Session> | undefined;
  const start = () => {
    coming ??= Promise.all([
      import("#components/cell/session.ts"),
      import("#components/cell/element.ts"),
    ]).then(([{ session }]) => session);
    return coming;
  };
  return {
    arrange(ids) {
      if (ids.length > 0) void start().then((session) => session.arrange(ids));
    },
    runAll: () => void start().then((session) => session.runAll()),
  };
}
