/** Who has learned, in a learning record: an agent of xAPI, known by one of the two. */
export type Actor =
  | { readonly objectType: "Agent"; readonly name?: string; readonly mbox: string }
  | {
      readonly objectType: "Agent";
      readonly name?: string;
      readonly account: { readonly homePage: string; readonly name: string };
    };

/** A mail address, as far as it can be told by looking. */
const MAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/**
 * The actor of an account that a reader types, or that an LMS says: a mail address stands for
 * itself, another name for an account of the place.
 *
 * @param home the place whose account it is, an absolute address
 */
export function actorOf(account: string, home: string, name?: string): Actor | undefined {
  const text = account.trim();
  if (text === "") return undefined;
  const named = { objectType: "Agent", ...(name && { name }) } as const;
  return MAIL.test(text)
    ? { ...named, mbox: `mailto:${text}` }
    : { ...named, account: { homePage: home, name: text } };
}

/** The actor in a launch address: plain, or each value in a list of one as old launchers write it. */
export function readActor(json: string): Actor | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const name = textAt(data, "name");
  const named = { objectType: "Agent", ...(name && { name }) } as const;
  const mbox = textAt(data, "mbox");
  if (mbox?.startsWith("mailto:") && MAIL.test(mbox.slice(7))) return { ...named, mbox };
  const account = first(field(data, "account"));
  const [homePage, user] = [
    textAt(account, "homePage") ?? textAt(account, "accountServiceHomePage"),
    textAt(account, "name") ?? textAt(account, "accountName"),
  ];
  return homePage !== undefined && user !== undefined && URL.canParse(homePage)
    ? { ...named, account: { homePage, name: user } }
    : undefined;
}

function textAt(data: unknown, key: string): string | undefined {
  const value = first(field(data, key));
  return typeof value === "string" && value !== "" ? value : undefined;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function field(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null
    ? (data as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
