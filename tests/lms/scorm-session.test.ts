import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scorm12 } from "#src/lms/scorm-12.ts";
import { scorm2004 } from "#src/lms/scorm-2004.ts";
import type { ScormApi } from "#src/lms/scorm-api.ts";
import { openSession, type ScormSession, type Told } from "#src/lms/scorm-session.ts";
import { exerciseOf } from "./package-of.ts";

const first = exerciseOf("first");

/** An LMS that keeps what it is told, and refuses what it is told to refuse. */
function fakeLms(data: Record<string, string> = {}) {
  const kept: Record<string, string> = { ...data };
  const calls: string[] = [];
  let refuses: RegExp | undefined;
  let full = false;
  const api: ScormApi = {
    initialize: () => true,
    get: (element) => kept[element] ?? "",
    set(element, value) {
      if (refuses?.test(element)) return false;
      calls.push(element);
      kept[element] = value;
      return true;
    },
    commit: () => calls.push("commit") > 0 && !full,
    finish: () => calls.push("finish") > 0,
    problem: () => "351: General Set Failure",
  };
  return {
    api,
    kept,
    calls,
    commits: () => calls.filter((one) => one === "commit").length,
    refuse: (elements: RegExp | undefined) => (refuses = elements),
    fill: (is: boolean) => (full = is),
  };
}

const told = (points: number, state = `state ${points}`): Told => ({
  report: {
    exercises: [{ exercise: first, ...(points > 0 && { credit: points }) }],
    completed: points === 1,
    ...(points === 1 && { passed: true }),
    points,
    full: 1,
  },
  state,
});

let now = told(0);
let heard: (string | undefined)[] = [];
function visit(lms: ReturnType<typeof fakeLms>, dialect = scorm2004): ScormSession {
  const session = openSession({
    api: lms.api,
    dialect,
    tell: () => now,
    onKept: (problem) => heard.push(problem),
  });
  if ("problem" in session) throw new Error(session.problem);
  return session;
}

beforeEach(() => {
  vi.useFakeTimers();
  now = told(0);
  heard = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a visit", () => {
  it("begins with who it is and what was kept", () => {
    const data = { "cmi.learner_id": "17", "cmi.learner_name": "Ada", "cmi.suspend_data": "s" };
    const session = visit(fakeLms(data));
    expect(session).toMatchObject({ learner: { id: "17", name: "Ada" }, state: "s", done: false });
    expect(visit(fakeLms({ "cmi.core.lesson_status": "failed" }), scorm12).done).toBe(true);
  });

  it("does not begin when the LMS refuses, and says why", () => {
    const { api } = fakeLms();
    const refusing = { ...api, initialize: () => false, problem: () => "103: Already Initialized" };
    expect(
      openSession({ api: refusing, dialect: scorm12, tell: () => now, onKept: () => {} }),
    ).toEqual({
      problem: "103: Already Initialized",
    });
  });

  it("tells what changes together in one commit, and at most one in five seconds", () => {
    const lms = fakeLms();
    const session = visit(lms);
    for (let key = 0; key < 20; key++) {
      session.changed();
      vi.advanceTimersByTime(50);
    }
    expect(lms.commits()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(lms.commits()).toBe(1);
    for (let tenth = 0; tenth < 100; tenth++) {
      session.changed();
      vi.advanceTimersByTime(100);
    }
    expect(lms.commits()).toBe(3);
  });

  it("sets only what differs, beside the time", () => {
    const lms = fakeLms();
    const session = visit(lms);
    session.changed();
    vi.advanceTimersByTime(2000);
    lms.calls.length = 0;
    now = told(0, "another state");
    session.changed();
    vi.advanceTimersByTime(5000);
    expect(lms.calls).toEqual(["cmi.session_time", "cmi.suspend_data", "commit"]);
  });

  it("tells all and ends when it is left, once", () => {
    const lms = fakeLms();
    const session = visit(lms);
    now = told(1);
    session.leave();
    session.leave();
    session.changed();
    session.flush();
    vi.advanceTimersByTime(60_000);
    expect(lms.kept).toMatchObject({
      "cmi.completion_status": "completed",
      "cmi.exit": "suspend",
      "cmi.suspend_data": "state 1",
      "cmi.objectives.0.id": "first",
    });
    expect(lms.calls.slice(-2)).toEqual(["commit", "finish"]);
    expect(lms.commits()).toBe(1);
  });

  it("tells at once what waits when the page is put away, and nothing when nothing does", () => {
    const lms = fakeLms();
    const session = visit(lms);
    session.flush();
    expect(lms.commits()).toBe(0);
    session.changed();
    session.flush();
    expect(lms.commits()).toBe(1);
  });

  it("puts an exercise where the LMS has it already, and others after those", () => {
    const lms = fakeLms({
      "cmi.objectives._count": "2",
      "cmi.objectives.0.id": "downhill.whole",
      "cmi.objectives.1.id": "first",
    });
    visit(lms).leave();
    expect(lms.kept).toMatchObject({ "cmi.objectives.1.success_status": "unknown" });
    const other = fakeLms({ "cmi.objectives._count": "1", "cmi.objectives.0.id": "x" });
    visit(other).leave();
    expect(other.kept["cmi.objectives.1.id"]).toBe("first");
  });

  it("lists attempts after those of earlier visits, two hundred at most", () => {
    const lms = fakeLms({ "cmi.interactions._count": "4" });
    const session = visit(lms);
    const attempt = (at: number) => ({ exercise: first, answer: ["1"], at, credit: 1 });
    session.attempted([attempt(1)]);
    session.attempted(Array.from({ length: 500 }, (_, at) => attempt(at + 2)));
    session.leave();
    const ids = Object.keys(lms.kept).filter((name) => /^cmi\.interactions\.\d+\.id$/.test(name));
    expect(ids).toHaveLength(200);
    expect(ids[0]).toBe("cmi.interactions.4.id");
  });

  it("takes back nothing that an earlier visit earned", () => {
    const lms = fakeLms({
      "cmi.score.scaled": "0.75",
      "cmi.score.raw": "3",
      "cmi.completion_status": "completed",
      "cmi.success_status": "passed",
    });
    visit(lms).leave();
    expect(lms.kept).toMatchObject({
      "cmi.score.scaled": "0.75",
      "cmi.score.raw": "3",
      "cmi.completion_status": "completed",
      "cmi.success_status": "passed",
    });
  });
});

describe("an LMS that does not keep all", () => {
  it("is said with its reason and the element, and asked again", () => {
    const lms = fakeLms();
    const session = visit(lms);
    lms.refuse(/suspend_data/);
    session.changed();
    vi.advanceTimersByTime(2000);
    expect(heard).toEqual(["cmi.suspend_data: 351: General Set Failure"]);
    lms.refuse(undefined);
    vi.advanceTimersByTime(30_000);
    expect(heard.at(-1)).toBeUndefined();
    expect(lms.kept["cmi.suspend_data"]).toBe("state 0");
  });

  it("has all the rest, whatever it refuses, and need not have the range of a score", () => {
    const lms = fakeLms();
    const session = visit(lms, scorm12);
    now = told(1);
    lms.refuse(/score\.(min|max)/);
    session.changed();
    vi.advanceTimersByTime(2000);
    expect(heard).toEqual([undefined]);
    const rest = { "cmi.core.lesson_status": "passed", "cmi.suspend_data": "state 1" };
    expect(lms.kept).toMatchObject({ "cmi.core.score.raw": "100", ...rest });
    const other = fakeLms();
    other.refuse(/score\.raw/);
    visit(other, scorm12).leave();
    expect(other.kept).toMatchObject(rest);
    expect(heard.at(-1)).toBe("cmi.core.score.raw: 351: General Set Failure");
  });

  it("is said when its commit fails", () => {
    const lms = fakeLms();
    const session = visit(lms);
    lms.fill(true);
    session.changed();
    vi.advanceTimersByTime(2000);
    expect(heard).toEqual(["351: General Set Failure"]);
  });

  it("is not troubled again with what it need not have", () => {
    const lms = fakeLms();
    const session = visit(lms);
    lms.refuse(/objectives/);
    session.changed();
    vi.advanceTimersByTime(2000);
    lms.refuse(undefined);
    now = told(0.5);
    session.leave();
    expect(heard).toEqual([undefined, undefined]);
    expect(Object.keys(lms.kept).filter((name) => name.includes("objectives"))).toEqual([]);
  });
});
