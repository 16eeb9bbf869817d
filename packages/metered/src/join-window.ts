import type { Bounds, JoinWindow, Native, RoomSettings } from "@roompass/core/adapter";
import { defaults } from "./defaults.js";
import type { MeteredProperties } from "./properties.js";

function present(...values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}

/** The earlier of the two expiries that a token can have; `undefined` where it has none. */
export function stricterExpiry(properties: MeteredProperties): number | undefined {
  const times = present(properties.exp, properties.expireUnixSec);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The later of the two not-befores that a token can have; `undefined` where it has none. */
export function stricterNotBefore(properties: MeteredProperties): number | undefined {
  const times = present(properties.nbf, properties.notBeforeUnixSec);
  return times.length === 0 ? undefined : Math.max(...times);
}

const expiryPaths: ReadonlySet<string> = new Set(["exp", "data.expireUnixSec", "data"]);

/** Whether an expiry is there that could not be read: it is not known then, which is not the same as never. */
export function isExpiryUnreadable(findings: Native<unknown>["findings"]): boolean {
  return findings.some(({ severity, path }) => severity === "error" && path !== undefined && expiryPaths.has(path));
}

/** A number of a room's settings; zero is what API explorers fill in and means nothing there. */
export function roomNumber(room: RoomSettings | undefined, name: string): number | undefined {
  const value = room?.[name];
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/**
 * When the holder can join. Two times for one thing (beside and inside `data`, token and room): promised is the
 * stricter, feared the wider. An expiry of zero or less may be read as over or as none.
 */
export function windowBounds(
  { properties, findings }: Native<MeteredProperties>,
  room?: RoomSettings,
): Bounds<JoinWindow> {
  const roomExpiry = roomNumber(room, "expireUnixSec");
  const expiries = present(properties.exp, properties.expireUnixSec, roomExpiry);
  const never = defaults.expiresAt.value;
  const unclear = expiries.some((time) => time <= 0);
  const starts = present(properties.nbf, properties.notBeforeUnixSec, roomNumber(room, "notBeforeUnixSec"));
  const always = defaults.notBefore.value;
  return {
    lowest: {
      // A time before 1970 is kept as it is: whoever checks the window refuses it.
      notBefore: starts.length === 0 ? always : Math.max(...starts),
      expiresAt: expiries.length > 0 ? Math.min(...expiries) : isExpiryUnreadable(findings) ? undefined : never,
    },
    highest: {
      notBefore: starts.length === 0 ? always : Math.max(always, Math.min(...starts)),
      expiresAt: expiries.length === 0 || unclear ? never : Math.max(...expiries),
    },
  };
}
