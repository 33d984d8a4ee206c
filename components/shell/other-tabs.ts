/** The part of `BroadcastChannel` that is used; tests pass their own. */
export type Channel = Pick<BroadcastChannel, "postMessage" | "close" | "onmessage">;
/** The part of `LockManager` that is used. */
export interface Locks {
  request(
    name: string,
    options: { readonly mode: "exclusive" | "shared"; readonly signal?: AbortSignal },
    granted: () => Promise<void> | void,
  ): Promise<unknown>;
}

export interface OtherTabsOptions {
  /** What is open: the same word in every tab of the same page. */
  readonly page: string;
  /** Hears how many other tabs the page is open in, whenever that changes. */
  readonly onChange: (count: number) => void;
  /** Opens a channel to the other tabs by its name. */
  readonly open: (name: string) => Channel;
  /** Tells of tabs that end without a word; where there are none, such a tab is not noticed to end. */
  readonly locks?: Locks | undefined;
}

type Message = { readonly kind: "hello" | "here" | "bye"; readonly tab: string };

/**
 * Notices the other tabs in which the same page is open. Each tab says hello, those that are there
 * answer, and says goodbye; it holds a lock of its own as long as it lives, so that one that crashes
 * is noticed too.
 *
 * @returns how to leave: the others are told, and nothing more is heard.
 */
export function otherTabs({ page, onChange, open, locks }: OtherTabsOptions): () => void {
  const me = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  const channel = open(`downhill:tabs:${page}`);
  const others = new Set<string>();
  const ended = new AbortController();
  const lockOf = (tab: string) => `downhill:tab:${tab}`;
  const say = (kind: Message["kind"]) => channel.postMessage({ kind, tab: me } satisfies Message);

  let announced = false;
  const hello = () => {
    announced = true;
    say("hello");
  };

  function remove(tab: string) {
    if (others.delete(tab) && !ended.signal.aborted) onChange(others.size);
  }

  function add(tab: string) {
    if (others.has(tab)) return;
    others.add(tab);
    onChange(others.size);
    locks
      ?.request(lockOf(tab), { mode: "shared", signal: ended.signal }, () => remove(tab))
      // This tab ends first.
      .catch(() => {});
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "bye") return remove(data.tab);
    add(data.tab);
    // Before that nobody could wait for its lock; its own hello is about to come.
    if (data.kind === "hello" && announced) say("here");
  };

  if (locks) {
    const held = () => {
      if (ended.signal.aborted) return;
      hello();
      return new Promise<void>((resolve) => {
        ended.signal.addEventListener("abort", () => resolve());
      });
    };
    locks.request(lockOf(me), { mode: "exclusive" }, held).catch(hello);
  } else hello();

  return () => {
    say("bye");
    ended.abort();
    channel.close();
  };
}
