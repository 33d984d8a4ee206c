import { describe } from "vitest";
import { testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("14-schedules.mdx");
describe("x", () => testLedger(text, []));
