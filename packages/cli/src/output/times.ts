import { plural } from "./layout.js";

const shape: Intl.DateTimeFormatOptions = {
  weekday: "short",
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
};

/** Beyond this a `Date` holds nothing. */
const lastSecond = 8.64e12;

/**
 * A time as people read it, in their time zone: `Fri 26 Jan 2029, 00:25:38 UTC`. Put together from its parts, since how
 * a whole date is written changes from one version of the language data to the next.
 */
export function localTime(seconds: number, timeZone: string | undefined): string {
  if (!(Math.abs(seconds) <= lastSecond)) return `second ${seconds}`;
  const format = new Intl.DateTimeFormat("en-US", { ...shape, ...(timeZone === undefined ? {} : { timeZone }) });
  const parts = new Map(format.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  const date = `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
  return `${date}, ${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const lastUnit = [Number.POSITIVE_INFINITY, 365.2425 * day, "year"] as const;

/** Units with the distance up to which they are used; each is told whole, never rounded up. */
const units: readonly (readonly [below: number, size: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [2 * minute, 1, "second"],
  [2 * hour, minute, "minute"],
  [2 * day, hour, "hour"],
  [60 * day, day, "day"],
  [730 * day, 30.436875 * day, "month"],
  lastUnit,
];

const relative: Intl.RelativeTimeFormat = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** `in 59 minutes`, `3 hours ago`, `now`. */
export function relativeTime(seconds: number, now: number): string {
  const distance = seconds - now;
  if (distance === 0) return "now";
  if (!Number.isFinite(distance)) return "never";
  // Whole hours are hours, also where minutes would still be used.
  const whole = units.findLast(([, size]) => size >= minute && size <= day && distance % size === 0);
  const usual = units.find(([below]) => Math.abs(distance) < below);
  const [, size, unit] =
    usual !== undefined && whole !== undefined && whole[1] > usual[1] ? whole : (usual ?? lastUnit);
  return relative.format(Math.trunc(distance / size), unit);
}

/** A number of seconds in words: `1 hour 30 minutes`. */
export function durationText(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [size, name] of [
    [day, "day"],
    [hour, "hour"],
    [minute, "minute"],
    [1, "second"],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(plural(count, name));
  }
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}
