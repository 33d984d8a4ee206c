import { LOCALE } from "#src/language/edition.ts";
import { say } from "#src/language/say.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long ago a moment was, as a reader says it: "just now", "2 min ago", "3 h ago", "yesterday,
 * 14:05", "12 Nov, 14:05".
 * @param at and `now` in milliseconds since 1970.
 */
export function ago(at: number, now: number): string {
  const age = now - at;
  if (age < MINUTE) return say("just now");
  if (age < HOUR) return say("{minutes} min ago", { minutes: Math.floor(age / MINUTE) });
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString())
    return say("{hours} h ago", { hours: Math.floor(age / HOUR) });
  const time = then.toLocaleTimeString(LOCALE, { hour: "2-digit", minute: "2-digit" });
  today.setDate(today.getDate() - 1);
  if (then.toDateString() === today.toDateString()) return say("yesterday, {time}", { time });
  const date = then.toLocaleDateString(LOCALE, {
    day: "numeric",
    month: "short",
    ...(then.getFullYear() !== new Date(now).getFullYear() && { year: "numeric" }),
  });
  return `${date}, ${time}`;
}

/** A moment to the second, for who wants to know exactly. */
export function exactly(at: number): string {
  return new Date(at).toLocaleString(LOCALE, { dateStyle: "long", timeStyle: "medium" });
}
