import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { everythingShown, leaksIn } from "../../core/src/provider/testing/canary.ts";
import { createVideoSDK } from "./provider.js";
import { apiKey, grant, now, provider, tokenOf } from "./testing/provider.js";

// Random, so that no list of exceptions can know them; with characters that JSON and addresses write differently.
const secret = `TEST-ONLY-${randomBytes(18).toString("base64")}+/="\\&?`;
const oldSecret = `TEST-ONLY-${randomBytes(24).toString("hex")}`;
const secrets = [secret, oldSecret];
const videosdk = provider({ secret: secrets });
const token = tokenOf({ participantId: "participant-number-one" }, secret);

describe("the secret of a project", () => {
  it("is in nothing that a provider shows of itself", () => {
    expect(leaksIn(everythingShown({ deep: [{ videosdk }] }), secrets)).toEqual([]);
    expect(leaksIn(Object.values(videosdk).map(String).join("\n"), secrets)).toEqual([]);
  });

  it("is in no token and no reading, and only an issued token shows itself", async () => {
    const issued = await videosdk.issue(grant());
    const { token: text, ...rest } = issued;
    expect(leaksIn(everythingShown(issued), secrets)).toEqual([]);
    for (const reading of [rest, await videosdk.verify(token), videosdk.inspect(token)]) {
      expect(leaksIn(everythingShown(reading), secrets, [text, token])).toEqual([]);
    }
  });

  it("is not shown when it is refused, nor when it stands in the wrong place", async () => {
    for (const wrong of [
      { secret: `${secret}\ud800` },
      { secret: { hex: secret } },
      { secret: [oldSecret, `-----BEGIN PRIVATE KEY-----${secret}`] },
      { apiKey: `${secret}\n`, secret: oldSecret },
      { clock: secret as never, secret: oldSecret },
      { method: secret } as never,
    ]) {
      const error = await errorOf(() => createVideoSDK({ apiKey, ...wrong }));
      expect(leaksIn(everythingShown(error), secrets)).toEqual([]);
    }
  });

  it("is not shown, and nor is the token, when a token or a grant is refused", async () => {
    const refused = [
      tokenOf({ participantId: "participant-number-one" }, "TEST-ONLY-some-other-secret-altogether"),
      tokenOf({ exp: now - 60, participantId: "participant-number-one" }, secret),
      tokenOf({ apikey: "another-project-altogether" }, secret),
      tokenOf({ permissions: ["a-permission-that-there-is-not"] }, secret),
      `${token} `,
      token.slice(0, -1),
    ];
    for (const text of refused) {
      const error = await errorOf(() => videosdk.verify(text));
      expect(leaksIn(everythingShown(error), secrets, [text])).toEqual([]);
    }
    const error = await errorOf(() => videosdk.issue(grant({ participant: { id: `${secret} ${token}` } })));
    expect(leaksIn(everythingShown(error), secrets, [token])).toEqual([]);
  });
});
