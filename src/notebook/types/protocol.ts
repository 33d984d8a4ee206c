import type { TypeService } from "./service.ts";

/** The first message to the worker: where the library is. */
export interface TypeStart {
  readonly library: string;
}

/** A question to the worker: a method of the type service, and what it is asked about. */
export interface TypeCall {
  readonly id: number;
  readonly question: keyof TypeService;
  readonly args: readonly unknown[];
}

/** The worker's reply, under the question's number. */
export type TypeReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly problem: string };
