import { afterEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { createProjectProvider } from "./project-provider.js";
import { grantInput, now, secret, signed, tenant } from "./testing/toy-provider.js";

const names = {
  apiKey: { variable: "TOY_API_KEY" },
  secret: { setting: "toySecret", variable: "TOY_SECRET" },
} as const;
const clock = (): number => now;
const make = (settings: object) => createProjectProvider(toyAdapter, settings, names);
const usual = { apiKey: tenant, toySecret: secret, clock };

afterEach(() => void vi.unstubAllEnvs());

describe("a provider of a project", () => {
  it("signs as the project with its secret, and verifies what it signed", async () => {
    const provider = make(usual);
    const { token, issuance } = await provider.issue(grantInput());
    expect(provider).toMatchObject({ tenant, method: "sign" });
    expect(issuance).toMatchObject({ tenant, issuedAt: now });
    expect((await make(usual).verify(token)).verified).toBe(true);
    expect(await outcomeOf(() => make({ ...usual, apiKey: "another" }).verify(token))).toMatch(/^claims\.|^policy\./);
  });

  it("signs with the first of several secrets, and verifies with all of them", async () => {
    const newer = "TEST-ONLY-newer-secret-of-forty-characters";
    const provider = make({ ...usual, toySecret: [newer, { base64: Buffer.from(secret).toString("base64") }] });
    expect((await provider.verify(signed())).verified).toBe(true);
    const { token } = await provider.issue(grantInput());
    expect((await make({ ...usual, toySecret: newer }).verify(token)).verified).toBe(true);
    expect(await outcomeOf(() => make(usual).verify(token))).toBe("signature.mismatch");
  });

  it("takes what was left out from the environment, and only that", async () => {
    vi.stubEnv("TOY_API_KEY", "of-the-environment");
    vi.stubEnv("TOY_SECRET", secret);
    expect(make({ clock }).tenant).toBe("of-the-environment");
    expect(make(usual).tenant).toBe(tenant);
    expect((await make({ apiKey: tenant, clock }).verify(signed())).verified).toBe(true);
    expect(await errorOf(() => make({ ...usual, apiKey: "" }))).toMatchObject({ code: "provider.settings" });
    expect(await errorOf(() => make({ ...usual, toySecret: null }))).toMatchObject({ code: "key.empty" });
  });

  it.each<[string, object, object]>([
    ["no API key", { toySecret: secret }, { code: "provider.settings", path: "apiKey", cure: /`apiKey`.*TOY_API_KEY/ }],
    ["a blank API key", { ...usual, apiKey: " " }, { code: "provider.settings", path: "apiKey", cure: /TOY_API_KEY/ }],
    ["an API key with a line break", { ...usual, apiKey: "k\n" }, { path: "apiKey", cure: /trailing line break/ }],
    ["no secret", { apiKey: tenant }, { code: "key.empty", path: "toySecret", cure: /`toySecret`.*TOY_SECRET/ }],
    ["a secret of another kind", { ...usual, toySecret: 42 }, { code: "key.unsuitable" }],
    [
      "another setting",
      { ...usual, secret },
      { code: "provider.settings", path: "settings.secret", cure: /`toySecret`/ },
    ],
    ["an undefined key", { ...usual, apiKey: undefined }, { code: "provider.settings", path: "settings.apiKey" }],
    ["a clock that is none", { ...usual, clock: now }, { code: "provider.settings", path: "clock" }],
    ["another method", { ...usual, method: "request" }, { code: "provider.unsupported", path: "method", cure: /Toy/ }],
    ["no settings", [], { code: "provider.settings", path: "settings" }],
  ])("refuses %s", async (_name, settings, { cure = /^/, ...rest }: { cure?: RegExp }) => {
    const error = await errorOf(() => make(settings));
    expect(error).toMatchObject(rest);
    expect(error.cure ?? "").toMatch(cure);
  });

  it("takes `sign` for what it does anyway", () => {
    expect(make({ ...usual, method: "sign" }).method).toBe("sign");
  });
});
