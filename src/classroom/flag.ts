/** What is out of the ordinary about a hand-in, by a short name that stays the same. */
export type FlagKind =
  // A file that could not be read.
  | "empty"
  | "too-large"
  | "truncated"
  | "not-a-submission"
  | "future-version"
  | "another-assignment"
  // A file that could.
  | "encoding"
  | "several"
  | "changed"
  | "unsealed"
  | "no-name"
  | "answer-unreadable"
  | "other-exercises"
  | "assignment-changed"
  | "edition"
  | "clock"
  // What grading found.
  | "late"
  | "superseded"
  | "shared-number"
  | "same-answers"
  | "other-numbers"
  | "claims"
  | "time"
  | "memory"
  | "ended"
  | "broken";

/** Something for the teacher to know about a hand-in, in a sentence or two. */
export interface Flag {
  readonly kind: FlagKind;
  /** What was found, what was done about it, and what can be done. */
  readonly words: string;
  /** The exercise that it is about; absent when it is about all of it. */
  readonly exercise?: string;
}
