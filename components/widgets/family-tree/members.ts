import { earlyMembers } from "./early-members.ts";
import { lateMembers } from "./late-members.ts";
import type { Member } from "./tree.ts";

/** The tree, each member after those that it was made from. */
export const members: readonly Member[] = [...earlyMembers, ...lateMembers];
