import { describe, expect, it } from "vitest";
import type { AuditRecord } from "../index.js";
import { createAuditChain, createMemoryAudit, readAuditHead, verifyAuditChain } from "../index.js";
import { guestGrant, key, makeWorld, now } from "../testing/world.js";
import { tokenDigest } from "./token-digest.js";

function record(room: string): AuditRecord {
  return {
    time: now,
    requestId: "r",
    operation: "issue",
    decision: "granted",
    reason: null,
    caller: "alice",
    address: null,
    provider: "daily",
    tenant: null,
    room,
    subject: null,
    granted: null,
    expiresAt: null,
    tokenDigest: null,
  };
}

async function chainOf(...rooms: readonly string[]): Promise<readonly string[]> {
  const audit = createMemoryAudit();
  for (const room of rooms) await audit.write(record(room));
  return audit.lines;
}

describe("R10: every decision is on record before its answer leaves", () => {
  it("with who, what, where, until when and why, and a digest in place of the token", async () => {
    const world = await makeWorld();
    const answer = await world.post("/v1/tokens", { provider: "daily", grant: guestGrant });
    const { token } = (await answer.json()) as { readonly token: string };
    expect(world.audit.records).toEqual([
      {
        time: now,
        requestId: answer.headers.get("x-request-id"),
        operation: "issue",
        decision: "granted",
        reason: null,
        caller: "alice",
        address: "192.0.2.1",
        provider: "daily",
        tenant: "11111111-2222-4333-8444-555555555555",
        room: "team-standup",
        subject: "u_1",
        granted: {
          purpose: ["participant"],
          rights: {
            moderate: { media: false, permissions: false, remove: false },
            livestream: false,
            transcribe: false,
          },
        },
        expiresAt: now + 900,
        tokenDigest: await tokenDigest(token),
      },
    ]);
    expect(world.audit.records[0]?.tokenDigest).toMatch(/^[0-9a-f]{16}$/);
    expect(world.audit.lines.join()).not.toContain(token.split(".")[2]);
  });

  it("what was refused, what failed, and strangers too", async () => {
    const world = await makeWorld();
    await world.post("/v1/tokens", { provider: "daily", grant: { ...guestGrant, room: "x" } });
    world.metered.setFaults(["server-error"], 1);
    await world.post("/v1/tokens", { provider: "metered", grant: guestGrant });
    await world.ask("POST", "/v1/tokens", {}, { authorization: "Bearer nobody" });
    await world.post("/v1/tokens/verify", { provider: "daily", token: "a.b.c" });
    expect(
      world.audit.records.map(({ operation, decision, reason, paths }) => [operation, decision, reason, paths]),
    ).toEqual([
      ["issue", "refused", "http.beyond-policy", ["room"]],
      ["issue", "failed", "request.rejected", undefined],
      ["authenticate", "refused", "http.unauthorized", undefined],
      ["verify", "refused", "token.not-canonical", undefined],
    ]);
    for (const { granted, tokenDigest: digest, operation } of world.audit.records) {
      expect(granted).toBeNull();
      if (operation === "issue") expect(digest).toBeNull();
    }
  });

  it("a token that cannot be put on record is not handed out", async () => {
    const world = await makeWorld({
      settings: {
        audit: {
          write: async () => {
            throw new Error("disk full");
          },
        },
      },
    });
    const answer = await world.post("/v1/tokens", { provider: "daily", grant: guestGrant });
    const text = await answer.text();
    expect([answer.status, text.includes("eyJ"), text.includes("disk")]).toEqual([503, false, false]);
  });

  it("the answer waits for the record", async () => {
    let safe: () => void = () => undefined;
    let answered = false;
    const audit = { write: () => new Promise<void>((resolve) => (safe = resolve)) };
    const world = await makeWorld({ settings: { audit } });
    const asked = world.post("/v1/tokens", { provider: "daily", grant: guestGrant }).then((answer) => {
      answered = true;
      return answer;
    });
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([world.minted(), answered]).toEqual([1, false]);
    safe();
    expect((await asked).status).toBe(200);
  });

  it("names in a record are of bounded length", async () => {
    const world = await makeWorld({ policy: { rooms: [{ any: true }] } });
    await world.post("/v1/tokens", { provider: "livekit", grant: { ...guestGrant, room: "r".repeat(1000) } });
    expect(String(world.audit.records[0]?.room).length).toBeLessThan(300);
  });
});

describe("an audit chain", () => {
  it("is whole as it was written, also when many write at once", async () => {
    const audit = createMemoryAudit();
    await Promise.all(Array.from({ length: 50 }, (_, index) => audit.write(record(`r${index}`))));
    const verdict = await verifyAuditChain(audit.lines);
    expect(verdict).toMatchObject({ whole: true, head: { sequence: 50 } });
    expect(audit.lines.map((line) => JSON.parse(line).sequence)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  it.each<[string, (lines: string[]) => unknown, object]>([
    ["removed from the middle", (lines) => lines.splice(2, 1), { line: 3, kind: "gap" }],
    ["removed from the beginning", (lines) => lines.shift(), { line: 1, kind: "gap" }],
    ["exchanged", (lines) => lines.splice(1, 2, lines[2] as string, lines[1] as string), { line: 2, kind: "gap" }],
    ["there twice", (lines) => lines.splice(2, 0, lines[1] as string), { line: 3, kind: "order" }],
    [
      "changed",
      (lines) => lines.splice(1, 1, (lines[1] as string).replace('"b"', '"x"')),
      { line: 2, kind: "changed" },
    ],
    ["half written", (lines) => lines.splice(3, 1, (lines[3] as string).slice(0, 40)), { line: 4, kind: "unreadable" }],
    ["written differently", (lines) => lines.splice(1, 1, ` ${lines[1]}`), { line: 2, kind: "unreadable" }],
    [
      "with more in it",
      (lines) => lines.splice(1, 1, `${(lines[1] as string).slice(0, -1)},"x":1}`),
      { line: 2, kind: "unreadable" },
    ],
    [
      "numbered anew",
      (lines) => lines.splice(1, 3, (lines[2] as string).replace('"sequence":3', '"sequence":2')),
      { line: 2, kind: "changed" },
    ],
  ])("with a line %s shows it", async (_name, damage, fault) => {
    const lines = [...(await chainOf("a", "b", "c", "d"))];
    damage(lines);
    expect(await verifyAuditChain(lines)).toMatchObject({ whole: false, fault });
  });

  it("shows lines that are missing at the end to who knows where it got to", async () => {
    const lines = await chainOf("a", "b", "c");
    const whole = await verifyAuditChain(lines);
    expect(await verifyAuditChain(lines.slice(0, 2))).toMatchObject({ whole: true });
    expect(await verifyAuditChain(lines.slice(0, 2), { expected: whole.head })).toMatchObject({
      whole: false,
      fault: { line: 3, kind: "cut" },
    });
    expect(await verifyAuditChain(await chainOf("a", "b", "x"), { expected: whole.head })).toMatchObject({
      whole: false,
    });
  });

  it("shows a chain that was written anew, however much longer it has become since", async () => {
    const { head: expected } = await verifyAuditChain(await chainOf("a", "b"));
    expect(await verifyAuditChain(await chainOf("a", "b", "c", "d"), { expected })).toMatchObject({ whole: true });
    const forged = await chainOf("a", "x", "c", "d");
    expect(await verifyAuditChain(forged)).toMatchObject({ whole: true });
    expect(await verifyAuditChain(forged, { expected })).toMatchObject({
      whole: false,
      fault: { line: 2, kind: "changed" },
    });
    const rest = { previous: expected, expected };
    expect(await verifyAuditChain([], rest)).toMatchObject({ whole: true });
    expect(await verifyAuditChain([], { ...rest, previous: { ...expected, hash: "0".repeat(64) } })).toMatchObject({
      whole: false,
    });
  });

  it("goes on after a restart", async () => {
    const lines = [...(await chainOf("a", "b"))];
    const previous = readAuditHead(lines.at(-1) as string);
    if (previous === undefined) throw new Error("no head");
    const chain = createAuditChain({
      previous,
      async append(line) {
        lines.push(line);
      },
    });
    await chain.write(record("c"));
    expect(await verifyAuditChain(lines)).toMatchObject({ whole: true, head: chain.head });
    expect(readAuditHead('{"sequence":1')).toBeUndefined();
  });

  it("is not continued over a line that was not written", async () => {
    const lines: string[] = [];
    let works = true;
    const chain = createAuditChain({
      async append(line) {
        if (!works) throw new Error("disk full");
        lines.push(line);
      },
    });
    await chain.write(record("a"));
    works = false;
    await expect(chain.write(record("b"))).rejects.toThrow("disk full");
    works = true;
    await expect(chain.write(record("c"))).rejects.toThrow(/line missing/);
    expect([chain.broken, lines.length]).toEqual([true, 1]);
    expect(await verifyAuditChain(lines)).toMatchObject({ whole: true });
  });
});

describe("the digest of a token", () => {
  it("is of its bytes, so that two spellings have one, and there is none of what is no token", async () => {
    expect(await tokenDigest("QUI.QUI.QUI")).toBe(await tokenDigest("QUJ.QUJ.QUJ"));
    expect(await tokenDigest("QUI.QUI.QUI")).not.toBe(await tokenDigest("QUI.QUI.QUM0"));
    expect(await tokenDigest(`${key} `)).toBeNull();
    expect(await tokenDigest("ä.b.c")).toBeNull();
  });
});
