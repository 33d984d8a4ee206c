import { whenIdle } from "#components/shell/when-idle.ts";

// Printing cannot wait for a script, so this one is there before; without it the style sheet alone
// makes the page fit for paper.
whenIdle(() => void import("./for-paper.ts").catch(() => undefined));
