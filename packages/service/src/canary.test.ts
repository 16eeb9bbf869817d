import { describe, expect, it } from "vitest";
import { toHex } from "./crypto/hex.js";
import { digestSecret } from "./index.js";
import { dailyKey, guestGrant, livekitSecret, makeWorld, meteredKey, videosdkSecret } from "./testing/world.js";

/** A secret in the forms in which it could get out. */
function formsOf(secret: string): readonly string[] {
  const base64 = btoa(secret).replaceAll("=", "");
  const hex = toHex(new TextEncoder().encode(secret));
  return [
    secret,
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_"),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(secret),
  ];
}

describe("R11: secrets are nowhere", () => {
  it("a random secret of a caller and those of all vendors are in no answer, record, event or error", async () => {
    const canary = `TEST-ONLY-${toHex(crypto.getRandomValues(new Uint8Array(24)))}`;
    const invitation = `TEST-ONLY-invitation-${toHex(crypto.getRandomValues(new Uint8Array(24)))}`;
    const world = await makeWorld({
      policy: { operations: ["issue", "verify", "translate", "invite"], trustUnverified: true },
      digests: [{ sha256: await digestSecret(canary) }],
      settings: { invitations: { secrets: [invitation] }, origins: ["https://app.example"] },
    });
    const authorization = `Bearer alice.${canary}`;
    const seen: string[] = [];
    const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const answer = await world.ask(method, path, body, { authorization, origin: "https://app.example", ...headers });
      const text = await answer.text();
      seen.push(text, JSON.stringify([...answer.headers]));
      return text;
    };
    for (const provider of ["daily", "videosdk", "livekit", "metered"]) {
      const { token } = JSON.parse(
        await ask("POST", "/v1/tokens", { provider, grant: guestGrant }, { "idempotency-key": `k-${provider}` }),
      );
      for (const sign of [false, true])
        await ask("POST", "/v1/translate", { token, from: provider, to: "livekit", sign });
      await ask("POST", "/v1/tokens/verify", { provider, token });
      await ask("POST", "/v1/tokens/inspect", { token });
      await ask("POST", "/v1/tokens", { provider, grant: { ...guestGrant, room: "x" } });
      // The caller's key where it does not belong.
      await ask("POST", "/v1/tokens", { provider, grant: { ...guestGrant, room: authorization } });
      await ask("POST", "/v1/tokens/inspect", { token: canary });
    }
    for (const fault of ["reset", "server-error", "half-body", "wrong-type", "rate-limit=3", "wider-token"]) {
      world.metered.setFaults([fault], 1);
      await ask("POST", "/v1/tokens", { provider: "metered", grant: guestGrant });
    }
    const { invitation: link } = JSON.parse(
      await ask("POST", "/v1/invitations", { provider: "livekit", grant: guestGrant }),
    );
    await ask("POST", "/v1/invitations/redeem", { invitation: link });
    await ask("POST", "/v1/tokens", "{");
    await ask("GET", `/v1/providers?key=${canary}`);
    await ask("GET", `/${canary}`);
    for (const path of ["/v1/providers", "/openapi.json", "/docs", "/docs/errors", "/livez", "/readyz"])
      await ask("GET", path);

    // A room is named on record, also where somebody takes their key for one: that is what names are for.
    const records = world.audit.records.map(({ room: _, ...rest }) => JSON.stringify(rest));
    const everything = [
      ...seen,
      ...records,
      JSON.stringify(world.events),
      ...world.errors.map((error) => String((error as Error).stack)),
    ];
    expect(everything.length).toBeGreaterThan(100);
    for (const secret of [canary, invitation, dailyKey, videosdkSecret, livekitSecret, meteredKey]) {
      for (const form of formsOf(secret)) {
        for (const text of everything) expect(text.includes(form)).toBe(false);
      }
    }
  });
});
