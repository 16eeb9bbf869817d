import { describe, expect, it } from "vitest";
import type { GrantInput, RightsInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";
import { rightPaths } from "../grant/right-path.js";
import { everyRight, plainAuthority } from "../testing/frank-adapter.js";
import { ceilingOfAuthority, ceilingOfGrant, readingsOfRights } from "./ceilings.js";

const now = 1_800_000_000;
const grantOf = (input: Partial<GrantInput>) => parseGrant({ room: "standup", expiresIn: "1h", ...input }, { now });
const readingsOf = (rights: RightsInput) => readingsOfRights(grantOf({ rights }).rights);

describe("the readings of a grant's rights", () => {
  it("are unknown where the grant says nothing", () => {
    expect(readingsOfRights(undefined)).toEqual({ rights: everyRight("unknown"), modes: {} });
    expect(Object.keys(readingsOfRights({}).rights)).toEqual([...rightPaths]);
  });

  it("are what the grant says, allowed or denied", () => {
    const { rights } = readingsOf({ publish: ["camera"], moderate: { media: true, remove: false }, admit: false });
    expect(rights).toEqual({
      ...everyRight("unknown"),
      "rights.publish.microphone": "deny",
      "rights.publish.camera": "allow",
      "rights.publish.screen": "deny",
      "rights.publish.screenAudio": "deny",
      "rights.publish.custom": "deny",
      "rights.moderate.media": "allow",
      "rights.moderate.remove": "deny",
      "rights.admit": "deny",
    });
  });

  it("keep the modes of a capture right that is limited to some", () => {
    const { rights, modes } = readingsOf({ record: ["local", "cloud"], livestream: true, transcribe: false });
    expect([rights["rights.record"], rights["rights.livestream"], rights["rights.transcribe"]]).toEqual([
      "allow",
      "allow",
      "deny",
    ]);
    expect(modes).toEqual({ "rights.record": ["cloud", "local"] });
  });

  it("keep the selection of a reception right", () => {
    const some = readingsOf({ subscribe: ["camera"] });
    expect(some.rights["rights.subscribe"]).toBe("allow");
    expect(some.subscribeSelection?.base).toMatchObject({ camera: true, microphone: false });
    expect(readingsOf({ subscribe: true })).not.toHaveProperty("subscribeSelection");
    expect(readingsOf({ subscribe: false })).not.toHaveProperty("subscribeSelection");
  });
});

describe("the ceiling for issuing", () => {
  it("is what the grant says, and gives nothing that it does not say", () => {
    expect(ceilingOfGrant(grantOf({ rights: { record: ["cloud"] } }))).toEqual({
      rights: { ...everyRight("unknown"), "rights.record": "allow" },
      modes: { "rights.record": ["cloud"] },
      allowWidening: new Set(),
      assume: "documented-defaults",
      sameVendor: false,
      samePlace: false,
      purpose: "issue",
    });
  });

  it("has the grant's entry where it says one", () => {
    expect(ceilingOfGrant(grantOf({ entry: "ask" })).entry).toBe("ask");
    expect(ceilingOfGrant(grantOf({}))).not.toHaveProperty("entry");
  });
});

describe("the ceiling for moving a token", () => {
  const context = { assume: "nothing", sameVendor: true, samePlace: false } as const;

  it("is what its authority surely gives, in the context of the move", () => {
    const authority = plainAuthority(null, {
      rights: everyRight("default(allow)"),
      entry: { lowest: "ask", highest: "direct" },
    });
    expect(ceilingOfAuthority(authority, context)).toStrictEqual({
      rights: everyRight("default(allow)"),
      entry: "ask",
      allowWidening: new Set(),
      ...context,
      purpose: "translate",
    });
  });

  it("keeps modes, selection and what may widen", () => {
    const authority = plainAuthority(null, {
      modes: { "rights.record": ["cloud"] },
      subscribeSelection: { base: false, byParticipantId: { ann: true } },
    });
    const ceiling = ceilingOfAuthority(authority, { ...context, samePlace: true }, new Set(["rights.admit"] as const));
    expect(ceiling.modes).toEqual({ "rights.record": ["cloud"] });
    expect(ceiling.subscribeSelection).toEqual({ base: false, byParticipantId: { ann: true } });
    expect([...ceiling.allowWidening]).toEqual(["rights.admit"]);
    expect(ceiling.samePlace).toBe(true);
  });
});
