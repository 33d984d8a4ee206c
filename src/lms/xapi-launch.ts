import { listed } from "#src/language/listed.ts";
import { say } from "#src/language/say.ts";
import { type Actor, readActor } from "./actor.ts";

/** Where a launcher asks learning records to be sent, and of whom and what they are. */
export interface XapiLaunch {
  /** Ends in "/". */
  readonly endpoint: string;
  /** The value of the header that lets the sender in. */
  readonly auth: string;
  readonly actor: Actor;
  readonly registration?: string;
  readonly activity?: string;
}

/** How long an answer of the store is waited for, in milliseconds. */
const PATIENCE = 30_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The launch in the address of a page: `endpoint`, `auth`, `actor`, and perhaps `registration` and
 * `activity_id`. Nothing where the address has none, and words where it is not whole.
 *
 * @param search what follows the path, such as "?endpoint=…"
 */
export function readXapiLaunch(
  search: string,
): XapiLaunch | { readonly problem: string } | undefined {
  const given = new URLSearchParams(search);
  const endpoint = given.get("endpoint");
  if (endpoint === null) return undefined;
  const auth = given.get("auth") ?? "";
  const actor = readActor(given.get("actor") ?? "");
  const registration = given.get("registration") ?? "";
  const activity = given.get("activity_id") ?? "";
  const missing = [
    ...(/^https?:/.test(endpoint) && URL.canParse(endpoint) ? [] : [say("an address to send to")]),
    ...(auth === "" ? [say("leave to send")] : []),
    ...(actor === undefined ? [say("a learner")] : []),
  ];
  if (missing.length > 0 || actor === undefined)
    return {
      problem: say(
        "This page was opened with a learning record store, and without {missing}. Records can be saved as a file.",
        { missing: listed(missing) },
      ),
    };
  return {
    endpoint: endpoint.endsWith("/") ? endpoint : `${endpoint}/`,
    auth,
    actor,
    ...(UUID.test(registration) && { registration }),
    ...(URL.canParse(activity) && { activity }),
  };
}

/** Sends statements to the store of a launch; what stood in the way, in words. */
export async function sendStatements(
  { endpoint, auth }: XapiLaunch,
  statements: readonly unknown[],
): Promise<string | undefined> {
  const place = new URL(endpoint).host;
  try {
    const response = await fetch(`${endpoint}statements`, {
      method: "POST",
      headers: {
        authorization: auth,
        "content-type": "application/json",
        "x-experience-api-version": "1.0.3",
      },
      body: JSON.stringify(statements),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok
      ? undefined
      : say(
          "{place} refused the records ({status} {words}). Nothing is lost; save them as a file, or try again.",
          { place, status: response.status, words: response.statusText },
        );
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return say(
        "{place} did not answer within {seconds} seconds. Nothing is lost; save the records as a file, or try again.",
        { place, seconds: PATIENCE / 1000 },
      );
    const reason = error instanceof Error ? error.message : String(error);
    return say(
      "{place} could not be reached ({reason}). Nothing is lost; save the records as a file, or try again.",
      { place, reason },
    );
  }
}
