import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { everythingShown, leaksIn } from "../../core/src/provider/testing/canary.ts";
import { createLiveKit } from "./provider.js";
import { apiKey, grant, now, provider, tokenOf } from "./testing/provider.js";

// Random, so that no list of exceptions can know them; with characters that JSON and addresses write differently.
const secret = `TEST-ONLY-${randomBytes(18).toString("base64")}+/="\\&?`;
const oldSecret = `TEST-ONLY-${randomBytes(24).toString("hex")}`;
const secrets = [secret, oldSecret];
const livekit = provider({ apiSecret: secrets });
const token = tokenOf({ sub: "participant-number-one" }, secret);

describe("the API secret", () => {
  it("is in nothing that a provider shows of itself", () => {
    expect(leaksIn(everythingShown({ deep: [{ livekit }] }), secrets)).toEqual([]);
    expect(leaksIn(Object.values(livekit).map(String).join("\n"), secrets)).toEqual([]);
  });

  it("is in no token and no reading, and only an issued token shows itself", async () => {
    const issued = await livekit.issue(grant());
    const { token: text, ...rest } = issued;
    expect(leaksIn(everythingShown(issued), secrets)).toEqual([]);
    for (const reading of [rest, await livekit.verify(token), livekit.inspect(token)]) {
      expect(leaksIn(everythingShown(reading), secrets, [text, token])).toEqual([]);
    }
  });

  it("is not shown when it is refused, nor when it stands in the wrong place", async () => {
    for (const wrong of [
      { apiSecret: `${secret}\ud800` },
      { apiSecret: { hex: secret } },
      { apiSecret: [oldSecret, `-----BEGIN PRIVATE KEY-----${secret}`] },
      { apiKey: `${secret}\n`, apiSecret: oldSecret },
      { clock: secret as never, apiSecret: oldSecret },
      { method: secret } as never,
    ]) {
      const error = await errorOf(() => createLiveKit({ apiKey, ...wrong }));
      expect(leaksIn(everythingShown(error), secrets)).toEqual([]);
    }
  });

  it("is not shown, and nor is the token, when a token or a grant is refused", async () => {
    const refused = [
      tokenOf({ sub: "participant-number-one" }, "TEST-ONLY-some-other-secret-altogether"),
      tokenOf({ exp: now - 60, sub: "participant-number-one" }, secret),
      tokenOf({ iss: "another-project-altogether" }, secret),
      tokenOf({ video: { canPublishSources: ["a-source-that-there-is-not"] } }, secret),
      `${token} `,
      token.slice(0, -1),
    ];
    for (const text of refused) {
      const error = await errorOf(() => livekit.verify(text));
      expect(leaksIn(everythingShown(error), secrets, [text])).toEqual([]);
    }
    const error = await errorOf(() =>
      livekit.issue(grant({ participant: { id: secret }, room: token, entry: "ask" as never })),
    );
    expect(leaksIn(everythingShown(error), secrets, [token])).toEqual([]);
  });
});
