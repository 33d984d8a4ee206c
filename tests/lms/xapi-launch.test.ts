import { afterEach, describe, expect, it, vi } from "vitest";
import { readXapiLaunch, sendStatements, type XapiLaunch } from "#src/lms/xapi-launch.ts";

const actor = { objectType: "Agent", mbox: "mailto:ada@example.org" } as const;
const given = {
  endpoint: "https://store.example/xapi",
  auth: "Basic YTpi",
  actor: JSON.stringify(actor),
  registration: "0a1b2c3d-0000-4000-8000-000000000000",
  activity_id: "https://example.org/momentum",
};
const search = (change: Readonly<Record<string, string>> = {}) =>
  `?${new URLSearchParams({ ...given, ...change })}`;
const launch = readXapiLaunch(search()) as XapiLaunch;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a launch with a learning record store", () => {
  it("says where to send, of whom, and for what", () => {
    expect(launch).toEqual({
      endpoint: "https://store.example/xapi/",
      auth: "Basic YTpi",
      actor,
      registration: given.registration,
      activity: given.activity_id,
    });
  });

  it("is none without an endpoint", () => {
    expect(readXapiLaunch("?auth=x")).toBeUndefined();
  });

  it("says what it lacks", () => {
    expect(readXapiLaunch(search({ endpoint: "javascript:x", auth: "", actor: "{}" }))).toEqual({
      problem:
        "This page was opened with a learning record store, and without an address to send to, leave to send and a learner. Records can be saved as a file.",
    });
  });

  it("leaves out a registration that is no UUID", () => {
    expect(readXapiLaunch(search({ registration: "17", activity_id: "x" }))).not.toHaveProperty(
      "registration",
    );
  });
});

describe("sending", () => {
  it("is one request with the leave of the launch", async () => {
    const fetched = vi.fn(async () => new Response("[]"));
    vi.stubGlobal("fetch", fetched);
    expect(await sendStatements(launch, [{ id: 1 }])).toBeUndefined();
    expect(fetched.mock.calls).toEqual([
      [
        "https://store.example/xapi/statements",
        {
          method: "POST",
          headers: {
            authorization: "Basic YTpi",
            "content-type": "application/json",
            "x-experience-api-version": "1.0.3",
          },
          body: '[{"id":1}]',
          signal: expect.any(AbortSignal),
        },
      ],
    ]);
  });

  it("that is refused, or reaches nobody, is said", async () => {
    vi.stubGlobal(
      "fetch",
      async () => new Response("", { status: 401, statusText: "Unauthorized" }),
    );
    expect(await sendStatements(launch, [])).toBe(
      "store.example refused the records (401 Unauthorized). Nothing is lost; save them as a file, or try again.",
    );
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    expect(await sendStatements(launch, [])).toBe(
      "store.example could not be reached (Failed to fetch). Nothing is lost; save the records as a file, or try again.",
    );
    vi.stubGlobal("fetch", async () => {
      throw new DOMException("signal timed out", "TimeoutError");
    });
    expect(await sendStatements(launch, [])).toBe(
      "store.example did not answer within 30 seconds. Nothing is lost; save the records as a file, or try again.",
    );
  });
});
