import { describe, expect, it } from "vitest";
import { type Channel, type Locks, otherTabs } from "#components/shell/other-tabs.ts";

/** A browser with tabs: what one posts the others of the same channel hear; locks are given in turn. */
function browser(withLocks: boolean) {
  const channels = new Map<string, Set<Channel>>();
  const held = new Map<string, Promise<void>>();
  const open = (name: string): Channel => {
    const all = channels.get(name) ?? new Set();
    channels.set(name, all);
    const mine: Channel = {
      onmessage: null,
      close: () => void all.delete(mine),
      postMessage(data) {
        for (const one of all)
          if (one !== mine) one.onmessage?.call(one as BroadcastChannel, { data } as MessageEvent);
      },
    };
    all.add(mine);
    return mine;
  };
  const locks: Locks = {
    async request(name, _, granted) {
      await held.get(name);
      let release = () => {};
      held.set(
        name,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      await granted();
      release();
    },
  };
  function tab(page = "momentum") {
    const counts: number[] = [];
    let end = () => {};
    const dies = new Promise<void>((resolve) => {
      end = resolve;
    });
    const own: Locks = {
      request: (name, options, granted) =>
        locks.request(name, options, () => {
          const lasts = granted();
          return options.mode === "exclusive" ? Promise.race([lasts, dies]).then(() => {}) : lasts;
        }),
    };
    const mine: Channel[] = [];
    const leave = otherTabs({
      page,
      onChange: (count) => counts.push(count),
      open(name) {
        const channel = open(name);
        mine.push(channel);
        return channel;
      },
      ...(withLocks && { locks: own }),
    });
    const crash = () => {
      for (const channel of mine) channel.close();
      end();
    };
    return { counts, leave, crash };
  }
  return { tab };
}

/** Lets everything happen that waits for nothing. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe.each([
  ["with locks", true],
  ["without locks", false],
])("the tabs of a page, %s", (_, withLocks) => {
  it("hear of each other, and of the end of one", async () => {
    const { tab } = browser(withLocks);
    const one = tab();
    await settle();
    const other = tab();
    await settle();
    expect([one.counts.at(-1), other.counts.at(-1)]).toEqual([1, 1]);
    const third = tab();
    await settle();
    expect([one.counts.at(-1), third.counts.at(-1)]).toEqual([2, 2]);
    other.leave();
    third.leave();
    await settle();
    expect(one.counts.at(-1)).toBe(0);
  });

  it("are none of another page", async () => {
    const { tab } = browser(withLocks);
    const one = tab();
    tab("adam");
    await settle();
    expect(one.counts).toEqual([]);
  });
});

describe("a tab that dies without a word", () => {
  it("is noticed by its lock", async () => {
    const { tab } = browser(true);
    const one = tab();
    const other = tab();
    await settle();
    expect(one.counts.at(-1)).toBe(1);
    other.crash();
    await settle();
    expect(one.counts.at(-1)).toBe(0);
  });
});
