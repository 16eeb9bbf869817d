import { plural } from "./words.js";

/** Beyond this a `Date` holds nothing. */
const lastSecond = 8.64e12;

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

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone ?? "");
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", { ...shape, ...(timeZone === undefined ? {} : { timeZone }) });
  formats.set(timeZone ?? "", format);
  return format;
}

/** Unix seconds as `Fri 26 Jan 2029, 00:25:38 UTC`, in the reader's time zone unless one is given. */
export function clockTime(seconds: number, timeZone?: string): string {
  if (!(Math.abs(seconds) <= lastSecond)) return `second ${seconds}`;
  const parts = formatFor(timeZone).formatToParts(new Date(seconds * 1000));
  const part = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? "";
  const date = `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
  return `${date}, ${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365.2425 * day;

/** Each unit with the distance up to which it is used. */
const units: readonly (readonly [below: number, size: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [2 * minute, 1, "second"],
  [2 * hour, minute, "minute"],
  [2 * day, hour, "hour"],
  [60 * day, day, "day"],
  [2 * year, year / 12, "month"],
  [Number.POSITIVE_INFINITY, year, "year"],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** `in 59 minutes`, `3 hours ago`, `now`. */
export function relativeTime(seconds: number, now: number): string {
  const distance = seconds - now;
  if (distance === 0) return "now";
  if (!Number.isFinite(distance)) return "never";
  const [, size, unit] = units.find(([below]) => Math.abs(distance) < below) ?? ([0, year, "year"] as const);
  return relative.format(Math.trunc(distance / size), unit);
}

/** A number of seconds in its two largest units: `1 hour 30 minutes`. */
export function durationText(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.floor(seconds));
  for (const [size, name] of [
    [365 * day, "year"],
    [day, "day"],
    [hour, "hour"],
    [minute, "minute"],
    [1, "second"],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(plural(count, name));
  }
  return parts.length === 0 ? "0 seconds" : parts.slice(0, 2).join(" ");
}
