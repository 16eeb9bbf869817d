import { expect, it } from "vitest";
import { unsignedToken } from "../text/unsigned-token.js";
import { readText } from "./read-text.js";
import { type Timeline, timelineOf } from "./timeline.js";

const now = 1_800_000_000;
const hour = 3600;

function timeline(claims: object): Timeline {
  const token = unsignedToken({ d: "11111111-2222-4333-8444-555555555555", r: "standup", iat: now - hour, ...claims });
  const reading = readText(token, undefined, now);
  if (reading.kind !== "understood") throw new Error("The token is not understood.");
  const { grant, issuance } = reading.inspected;
  return timelineOf(grant, reading.authority, issuance, now);
}

const ids = ({ moments }: Timeline): string[] => moments.map(({ id }) => id);

it("puts the moments in their order, between the edges", () => {
  const line = timeline({ nbf: now - 1800, exp: now + hour, eje: 600 });
  expect(ids(line)).toEqual(["issued", "notBefore", "now", "removal", "expiry"]);
  const places = line.moments.map(({ at }) => at);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(Math.max(...places)).toBeLessThan(1);
  expect(line.open?.from).toBeCloseTo(line.moments[1]?.at ?? 0);
  expect(line.open?.to).toBeCloseTo(line.moments[4]?.at ?? 0);
});

it.each([
  [{ exp: now + hour }, "open", "Somebody can join now, for 1 hour more."],
  [{ exp: now - 60 }, "over", "It has expired, 60 seconds ago."],
  [{ nbf: now + hour, exp: now + 2 * hour }, "early", "Nobody can join yet; it begins in 60 minutes."],
  [{ nbf: now + 2 * hour, exp: now + hour }, "never", "Nobody can ever join: it ends before it begins."],
  [{}, "open", "Somebody can join now, and for ever: it never expires."],
])("tells of %j that it is %s", (claims, state, sentence) => {
  const line = timeline(claims);
  expect([line.state, line.sentences[0]]).toEqual([state, sentence]);
});

it("tells who is removed, and when", () => {
  expect(timeline({ exp: now + hour }).sentences[1]).toContain("removes nobody, not even when it expires");
  expect(timeline({ exp: now + hour, eje: 600 }).sentences[1]).toBe(
    "Who is inside is removed 10 minutes after joining.",
  );
  expect(timeline({ exp: now + hour, eje: 600, ejt: true }).sentences[1]).toContain(
    "10 minutes after joining, or at the expiry, whichever comes first",
  );
});

it("goes on beyond now where there is no end", () => {
  const line = timeline({});
  expect(line.isEndless).toBe(true);
  expect(line.open?.to).toBe(1);
});

it("survives times that are none", () => {
  const line = timeline({ exp: Number.MAX_SAFE_INTEGER, nbf: -5 });
  expect(line.moments.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
});
