import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { processorMilliseconds } from "../jws/testing/processor-time.js";
import { grantLimits, parseGrant, safeParseGrant } from "./index.js";
import type { GrantIssue } from "./issues.js";

const options = { now: 1_800_000_000 };

function grantWith(input: object): object {
  return { room: "a", expiresIn: 60, ...input };
}

function issuesOf(input: object): readonly GrantIssue[] {
  const result = safeParseGrant(grantWith(input), options);
  return result.ok ? [] : result.issues;
}

function members(count: number, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, value]));
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `room-${index}`);
}

function senders(count: number, value: unknown): object {
  return { rights: { subscribe: { base: false, byParticipantId: members(count, value) } } };
}

const { rooms, senders: mostSenders, extensionVendors, extensionNames, words, jsonMembers } = grantLimits;

describe("the limits of a grant", () => {
  it.each([
    ["rooms", "room.anyOf", (count: number) => ({ room: { anyOf: numbered(count) } }), rooms],
    ["equal rooms", "room.anyOf", (count: number) => ({ room: { anyOf: Array(count).fill("a") } }), rooms],
    ["senders", "rights.subscribe.byParticipantId", (count: number) => senders(count, true), mostSenders],
    ["vendors", "extensions", (count: number) => ({ extensions: members(count, { a: 1 }) }), extensionVendors],
    ["properties", "extensions.acme", (count: number) => ({ extensions: { acme: members(count, 1) } }), extensionNames],
    ["purposes", "purpose", (count: number) => ({ purpose: Array(count).fill("api") }), words],
    ["modes", "rights.record", (count: number) => ({ rights: { record: Array(count).fill("cloud") } }), words],
    ["kinds", "rights.publish", (count: number) => ({ rights: { publish: Array(count).fill("camera") } }), words],
  ])("%s: as many as the limit, not one more", (_, path, make, most) => {
    expect(issuesOf(make(most))).toEqual([]);
    expect(issuesOf(make(most + 1))).toMatchObject([
      { code: "grant.invalid", path, message: expect.stringContaining(`more than ${most} `) },
    ]);
  });

  it("counts the members of all extensions together", () => {
    // One member each for the list, and its elements.
    const vendors = (count: number) => ({ extensions: members(count, { list: Array(499).fill(0) }) });
    expect(issuesOf(vendors(jsonMembers / 500))).toEqual([]);
    expect(issuesOf(vendors(jsonMembers / 500 + 1))).toMatchObject([
      { code: "grant.invalid", path: "extensions.name20", message: expect.stringContaining("10000 members") },
    ]);
  });

  it("looks no further once a limit is passed", () => {
    let reads = 0;
    const input = {
      room: null,
      ...senders(mostSenders + 1, true),
      get entry() {
        reads += 1;
        return "lobby";
      },
    };
    const result = safeParseGrant(input, options);
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual(["rights.subscribe.byParticipantId"]);
    expect(reads).toBe(0);
  });

  it("suggests a field for the first unknown names only, and for none that is too long", () => {
    const near = Object.fromEntries(numbered(30).map((name) => [`expires_${name.slice(5)}`, 1]));
    const cures = issuesOf(near).map((issue) => issue.cure.startsWith("Did you mean"));
    expect(cures).toEqual(cures.map((_, index) => index < grantLimits.suggestions));
    expect(cures).toHaveLength(30);
    const spelled = (length: number) => `expires${"_".repeat(length - 9)}at`;
    expect(issuesOf({ [spelled(64)]: 1 })[0]?.cure).toBe("Did you mean `expiresAt`?");
    expect(issuesOf({ [spelled(65)]: 1 })[0]?.cure).toMatch(/^The fields here are/);
  });

  it("cannot be changed", () => {
    expect(Object.isFrozen(grantLimits)).toBe(true);
  });

  it("are listed in docs/grant.md with these numbers", () => {
    const text = readFileSync(new URL("../../../../docs/grant.md", import.meta.url), "utf8");
    const section = text.slice(text.indexOf("## Limits"), text.indexOf("\n## ", text.indexOf("## Limits") + 1));
    const documented = [...section.matchAll(/^\| .* \| ([\d ]+) \|/gm)].map((row) =>
      Number(row[1]?.replaceAll(" ", "")),
    );
    expect(documented).toEqual(Object.values(grantLimits));
  });
});

describe("a hostile grant costs little", () => {
  // Listing the names of an object of 100 000 takes about 20, on a busy machine twice that. Reading them takes hundreds.
  const mostMilliseconds = 100;
  const fastest = (work: () => unknown) => Math.min(...Array.from({ length: 5 }, () => processorMilliseconds(work)));
  const shared = (levels: number, breadth: number): unknown =>
    Array.from({ length: levels }).reduce((inner) => Array(breadth).fill(inner), 1 as unknown);

  it.each([
    ["16 000 rooms", { room: { anyOf: numbered(16_000) } }],
    ["9 000 names in one extension", { extensions: { daily: members(9000, true) } }],
    ["100 000 vendors", { extensions: members(100_000, { a: 1 }) }],
    ["100 000 senders", senders(100_000, { camera: true })],
    ["senders that share an object of 10 000 unknown names", senders(200, members(10_000, true))],
    ["5 000 unknown fields", members(5000, 1)],
    ["20 000 unknown fields in a selection", { rights: { subscribe: { base: members(20_000, true) } } }],
    ["20 000 unknown fields in the room", { room: members(20_000, true) }],
    ["a million words", { purpose: Array(1_000_000).fill("api") }],
    ["vendors that share a list of lists", { extensions: members(32, { a: shared(13, 30) }) }],
  ])("%s", (_, input) => {
    expect(issuesOf(input).length).toBeGreaterThan(0);
    expect(fastest(() => issuesOf(input))).toBeLessThan(mostMilliseconds);
  });

  it("what is allowed is read in no time, too", () => {
    const largest = grantWith({
      room: { anyOf: numbered(rooms) },
      ...senders(mostSenders, { camera: true }),
      extensions: members(extensionVendors, members(extensionNames, 1)),
      participant: { metadata: Array(jsonMembers).fill(1) },
    });
    expect(fastest(() => parseGrant(largest, options))).toBeLessThan(mostMilliseconds);
  });
});
