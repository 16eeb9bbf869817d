import { detect, inspectToken } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { daily } from "./adapter.js";
import { answering, requesting, signing } from "./testing/provider.js";

/** 2026-11-01T00:00:00Z: the first of these tokens runs until 2029, so that "now" has to stand still. */
const now = 1_793_491_200;
const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";

/** https://docs.daily.co/docs/guides/privacy-and-security/meeting-tokens */
const guideToken = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJuYmYiOjE1NDg3MjE1NjksImV4cCI6MTg2NDA4MTUzOCwiciI6ImhlbGxvIiwibyI6dHJ1ZSwic3MiOnRydWUsImVyIjoibG9jYWwiLCJkIjoiMjVkZjUwNTctZWYwZC00ZDk3LWJkZTYtMGNmMjg3Mjc2Y2JiIiwiaWF0IjoxNTQ4NzIxODMxfQ",
  "mvVciAengBR4xCblhFpo4mKYftQv1skYO4Y6IKr9Zgo",
].join(".");

/** https://docs.daily.co/reference/rest-api/meeting-tokens/create-meeting-token */
const contractToken = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJyIjoicm9vbS0wMjUzIiwiZCI6IjI1ZGY1MDU3LWVmMGQtNGQ5Ny1iZGU2LTBjZjI4NzI3NmNiYiIsImlhdCI6MTU0ODcyMjIwN30",
  "LXZtTnksTjWLTNvucr0MCHL6cOaqCa2m3DKk4ugnkSQ",
].join(".");

const provider = requesting({ clock: () => now });
const ids = (token: string): string[] => provider.inspect(token).warnings.map(({ id }) => id);

describe("the token of Daily's guide", () => {
  it("decodes to the payload that the guide prints", () => {
    const inspected = provider.inspect(guideToken);
    expect(guideToken).toHaveLength(267);
    expect(inspected.verified).toBe(false);
    expect(inspected.header).toEqual({ alg: "HS256", typ: "JWT" });
    expect(JSON.stringify(inspected.claims)).toBe(
      `{"nbf":1548721569,"exp":1864081538,"r":"hello","o":true,"ss":true,"er":"local","d":"${domainId}","iat":1548721831}`,
    );
    expect(inspected.properties).toEqual({
      nbf: 1548721569,
      exp: 1864081538,
      room_name: "hello",
      is_owner: true,
      enable_screenshare: true,
      enable_recording: "local",
      domain_id: domainId,
      iat: 1548721831,
    });
    expect(inspected.unknown).toEqual({});
  });

  it("is a host's for one room, until 2029", () => {
    const { grant, issuance } = provider.inspect(guideToken);
    expect(grant).toMatchObject({ room: "hello", notBefore: 1548721569, expiresAt: 1864081538 });
    expect(new Date(1864081538_000).toISOString()).toBe("2029-01-26T00:25:38.000Z");
    expect(grant.rights).toMatchObject({ moderate: { media: true }, record: ["local"] });
    expect(issuance).toEqual({ issuedAt: 1548721831, tenant: domainId });
  });

  it("expires, though late, and makes a moderator of whoever holds it", () => {
    expect(ids(guideToken).sort()).toEqual(["lint.long-life", "lint.moderator-without-identity"]);
  });

  it("has expired in 2030", () => {
    const later = inspectToken(guideToken, daily, { now: 1_893_456_000 });
    expect(later.warnings).toContainEqual(expect.objectContaining({ id: "token.expired", severity: "error" }));
  });
});

describe("the token of Daily's contract", () => {
  it("decodes to the payload that the contract's token has", () => {
    const inspected = provider.inspect(contractToken);
    expect(contractToken).toHaveLength(184);
    expect(inspected.header).toEqual({ alg: "HS256", typ: "JWT" });
    expect(JSON.stringify(inspected.claims)).toBe(`{"r":"room-0253","d":"${domainId}","iat":1548722207}`);
    expect(inspected.properties).toEqual({ room_name: "room-0253", domain_id: domainId, iat: 1548722207 });
    expect(inspected.grant).toMatchObject({ room: "room-0253", expiresAt: null });
    expect(inspected.unknown).toEqual({});
  });

  it("never expires, and that is all there is to say against it", () => {
    expect(ids(contractToken)).toEqual(["lint.never-expires"]);
  });
});

describe.each([
  ["guide", guideToken, { room_name: "hello", is_owner: true, exp: 1864081538, nbf: 1548721569 }],
  ["contract", contractToken, { room_name: "room-0253" }],
])("the token of Daily's %s", (_where, token, answer) => {
  it("is Daily's for certain", () => {
    expect(detect(token, [daily])).toMatchObject({ vendor: "daily", confidence: "certain" });
  });

  it("cannot be verified here, its key being Daily's, and can be by asking Daily", async () => {
    const expected = { allowNoExpiry: true, now };
    await expect(signing({ domainId }).verify(token, expected)).rejects.toMatchObject({ code: "signature.mismatch" });
    const verified = await requesting(answering(answer)).validate(token, expected);
    expect(verified.properties).toMatchObject(answer);
  });
});
