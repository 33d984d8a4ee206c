import type { Asked } from "./messages.ts";

/** The part of a service worker's global scope that is used; tests pass their own. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<unknown>;
    matchAll(options: { readonly type: "all" }): Promise<readonly { readonly id: string }[]>;
  };
  readonly registration: {
    readonly scope: string;
    /** The worker of a newer edition, which is ready. */
    readonly waiting?: unknown;
    unregister(): Promise<boolean>;
  };
  readonly fetch: typeof fetch;
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", listener: (event: FetchAsked) => void): void;
  addEventListener(kind: "message", listener: (event: MessageAsked) => void): void;
}

/** An event that lasts until what it waits for has ended. */
export interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchAsked extends Extendable {
  readonly request: Request;
  /** The page that asks. */
  readonly clientId: string;
  respondWith(response: Promise<Response>): void;
}

export interface MessageAsked extends Extendable {
  readonly data: Asked;
  readonly ports: readonly MessagePort[];
}
