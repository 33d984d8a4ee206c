import { LOCALE } from "#src/language/edition.ts";

/** A date and time on the clock of a wall, without a zone: "2026-12-04T18:00". */
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const MINUTE = 60_000;

/**
 * The moment at which the clocks of a zone show a time, in ISO 8601 with the offset that holds
 * there: "2026-12-04T18:00" in Europe/Berlin is "2026-12-04T18:00:00+01:00". A time that a change of
 * clocks leaves out is taken as if the clocks had not been changed; one that comes twice is the first.
 *
 * @returns nothing when the text is no such time
 */
export function momentIn(zone: string, local: string): string | undefined {
  if (!LOCAL.test(local)) return undefined;
  const wall = Date.parse(`${local}Z`);
  // 30 February would be read as 2 March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(local)) return undefined;
  // The offset a day before and after: one of the two holds, unless there is no such time.
  const offsets = [-1440, 1440].map((by) => offsetAt(zone, wall + by * MINUTE));
  const held = offsets.find((offset) => offsetAt(zone, wall - offset * MINUTE) === offset);
  return `${local}:00${written(held ?? offsets[0] ?? 0)}`;
}

/** A due time as it stands in the fields of a form. */
export interface DueFields {
  readonly zone: string;
  /** What the clocks of the zone show then; "" when there is no due time. */
  readonly local: string;
}

/**
 * The due time that the fields of a form stand for. Where they still show the one before, it is that
 * one, to the second: a change of the title must not move it.
 */
export function dueFrom(
  { zone, local }: DueFields,
  before: { readonly zone: string; readonly due?: string | undefined },
): string | undefined {
  const { due } = before;
  const untouched = due !== undefined && zone === before.zone && local === localIn(zone, due);
  return untouched ? due : momentIn(zone, local);
}

/** What the clocks of a zone show at a moment, such as "2026-12-04T18:00"; "" when it is none. */
export function localIn(zone: string, moment: string): string {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) return "";
  return new Date(at + offsetAt(zone, at) * MINUTE).toISOString().slice(0, 16);
}

/** "Friday, 4 December 2026 at 18:00 GMT+1", by the clocks of a zone; default the reader's. */
export function momentInWords(moment: string | number, zone?: string): string {
  return new Date(moment).toLocaleString(LOCALE, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    ...(zone !== undefined && { timeZone: zone }),
  });
}

/** How far off a moment is: "in 3 days", "in 1 minute", "2 hours ago". */
export function farOff(moment: string | number, now: number): string {
  const minutes = (new Date(moment).getTime() - now) / MINUTE;
  const size = Math.abs(minutes);
  const [unit, count] =
    size >= 2 * 1440
      ? (["day", size / 1440] as const)
      : size >= 120
        ? (["hour", size / 60] as const)
        : (["minute", Math.max(1, size)] as const);
  // What is left is never told as more than it is.
  const whole = minutes > 0 ? Math.floor(count) : Math.round(count);
  return new Intl.RelativeTimeFormat(LOCALE).format(minutes > 0 ? whole : -whole, unit);
}

/** Minutes by which the clocks of a zone are ahead of UTC; the seconds of the moment do not matter. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return Math.round((wall - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
}

function written(offset: number): string {
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
