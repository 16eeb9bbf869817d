import { describe, expect, it } from "vitest";
import type { Grant } from "../grant/grant.js";
import { plainAuthority, surely } from "../testing/frank-adapter.js";
import { targetGrant } from "./target-grant.js";

const now = 1_800_000_000;
const bare: Grant = { purpose: ["participant"], room: "standup" };

describe("the grant that the target is asked to carry", () => {
  it("has what the source surely grants and nothing that goes without saying", () => {
    expect(targetGrant(plainAuthority(now), bare, "moved", false)).toStrictEqual({
      purpose: ["participant"],
      room: "moved",
      expiresAt: now,
    });
  });

  it("calls no other vendor's server API where it can join", () => {
    const purpose = (said: readonly ("api" | "participant")[], sameVendor: boolean) =>
      targetGrant(plainAuthority(now, { purpose: surely(said) }), bare, "a", sameVendor).purpose;
    expect(purpose(["api", "participant"], false)).toEqual(["participant"]);
    expect(purpose(["api", "participant"], true)).toEqual(["api", "participant"]);
    expect(purpose(["api"], false)).toEqual(["api"]);
  });

  it("has the lowest of every limit", () => {
    const authority = plainAuthority(null, {
      purpose: { lowest: ["participant"], highest: ["api", "participant"] },
      window: { lowest: { notBefore: 5, expiresAt: now }, highest: { notBefore: 0, expiresAt: null } },
      stay: {
        lowest: { maxSeconds: 60, endsAtExpiry: true },
        highest: { maxSeconds: null, endsAtExpiry: false },
      },
      entry: { lowest: "ask", highest: "direct" },
      identity: { lowest: "ann", highest: null },
    });
    expect(targetGrant(authority, bare, { any: true }, false)).toEqual({
      purpose: ["participant"],
      room: { any: true },
      participant: { id: "ann" },
      notBefore: 5,
      expiresAt: now,
      stay: { maxSeconds: 60, endsAtExpiry: true },
      entry: "ask",
    });
  });

  it("says never only where that is known", () => {
    expect(targetGrant(plainAuthority(null), bare, "a", false).expiresAt).toBeNull();
    const unknown = plainAuthority(null, { window: surely({ notBefore: 0, expiresAt: undefined }) });
    expect(targetGrant(unknown, bare, "a", false)).not.toHaveProperty("expiresAt");
  });

  it("says of the stay and the entry what the source says, also where it is no limit", () => {
    const authority = plainAuthority(now);
    expect(targetGrant(authority, { ...bare, stay: { endsAtExpiry: false } }, "a", false).stay).toEqual({
      endsAtExpiry: false,
    });
    expect(targetGrant(authority, { ...bare, stay: { maxSeconds: 60 } }, "a", false)).not.toHaveProperty("stay");
    expect(targetGrant(authority, { ...bare, entry: "direct" }, "a", false).entry).toBe("direct");
    expect(
      targetGrant(plainAuthority(now, { entry: surely("ask") }), { ...bare, entry: "direct" }, "a", false).entry,
    ).toBe("ask");
  });

  it("keeps the description of a participant and takes the id from the authority", () => {
    const stated = { ...bare, participant: { id: "ben", name: "Ann", metadata: null } };
    const ann = plainAuthority(now, { identity: surely("ann") });
    expect(targetGrant(ann, stated, "a", false).participant).toEqual({ id: "ann", name: "Ann", metadata: null });
    expect(targetGrant(plainAuthority(now), stated, "a", false).participant).toEqual({ name: "Ann", metadata: null });
    const nobody = targetGrant(plainAuthority(now), { ...bare, participant: { id: "ben" } }, "a", false);
    expect(nobody).not.toHaveProperty("participant");
  });

  it("keeps what is stated of rights, start, automation and client", () => {
    const stated = {
      rights: { admit: true },
      start: { camera: "on" },
      automation: { record: { mode: "cloud" } },
      client: { language: "de" },
    } as const;
    expect(targetGrant(plainAuthority(now), { ...bare, ...stated }, "a", false)).toMatchObject(stated);
  });

  it("leaves extensions to the vendor that has them", () => {
    expect(
      targetGrant(plainAuthority(now), { ...bare, extensions: { frank: { a: 1 } } }, "a", false),
    ).not.toHaveProperty("extensions");
  });
});
