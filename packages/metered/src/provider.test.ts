import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { everythingShown } from "../../core/src/provider/testing/canary.ts";
import { metered } from "./adapter.js";
import { createMetered, type MeteredSettings } from "./provider.js";
import { appName, grant, now, provider, secretKey, silentNetwork, tokenOf } from "./testing/provider.js";

const silence = silentNetwork();

beforeEach(() => {
  vi.stubEnv("METERED_APP_NAME", "");
  vi.stubEnv("METERED_SECRET_KEY", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const made = (settings: unknown): Promise<string> => outcomeOf(() => createMetered(settings as MeteredSettings));

describe("the settings", () => {
  it("are an app's name, and a secret for minting", () => {
    expect(createMetered({ appName, secretKey })).toMatchObject({ tenant: appName, method: "request" });
    expect(createMetered({ appName }).adapter).toBe(metered);
  });

  it("come from the environment where they are left out", async () => {
    vi.stubEnv("METERED_APP_NAME", "their-app");
    expect(createMetered().tenant).toBe("their-app");
    expect(createMetered({ appName }).tenant).toBe(appName);
    expect(await outcomeOf(() => createMetered({ fetch: silence.fetch }).issue(grant()))).toBe("key.empty secretKey");
    vi.stubEnv("METERED_SECRET_KEY", secretKey);
    expect(await outcomeOf(() => createMetered({ fetch: silence.fetch }).issue(grant()))).toBe("request.failed");
    expect(silence.calls.at(-1)!.url).toBe(`https://their-app.metered.live/api/v1/token?secretKey=${secretKey}`);
  });

  it("that are there but empty do not fall back on the environment", async () => {
    vi.stubEnv("METERED_APP_NAME", appName);
    vi.stubEnv("METERED_SECRET_KEY", secretKey);
    for (const empty of ["", null, false, 0]) {
      expect(await made({ appName: empty })).toBe("provider.settings appName");
      expect(await made({ secretKey: empty })).toBe("key.empty secretKey");
    }
    expect(await made({ clock: null })).toBe("provider.settings clock");
  });

  it.each<[string, unknown, string]>([
    ["no app name", {}, "provider.settings appName"],
    ["a secret with a line break", { appName, secretKey: `${secretKey}\n` }, "key.unsuitable secretKey"],
    ["a secret in a list", { appName, secretKey: [secretKey] }, "key.empty secretKey"],
    ["a clock that is a number", { appName, clock: now }, "provider.settings clock"],
  ])("with %s are refused", async (_what, settings, outcome) => {
    expect(await made(settings)).toBe(outcome);
  });

  it("without an app's name say where it can come from", async () => {
    vi.stubEnv("METERED_APP_NAME", "");
    const error = await errorOf(() => createMetered());
    expect(error.message).toBe("Metered needs the app's name.");
    expect(error.cure).toContain("METERED_APP_NAME");
  });

  it("know no way of signing, and say so to whoever asks for it", async () => {
    const error = await errorOf(() => createMetered({ appName, method: "sign" } as MeteredSettings));
    expect(error).toMatchObject({ code: "provider.unsupported", path: "method" });
    expect(error.cure).toContain("nothing can be signed here");
    for (const method of [null, "", "both"])
      expect(await made({ appName, method })).toBe("provider.unsupported method");
    expect(await made({ appName, method: "request" })).toBe("ok");
    expect(provider()).not.toHaveProperty("sign");
  });

  it("without a secret still plan, inspect and verify", async () => {
    const without = createMetered({ appName, clock: () => now, fetch: silence.fetch });
    expect(without.plan(grant())).toEqual(provider().plan(grant()));
    expect(without.inspect(tokenOf()).grant.room).toBe("standup");
    expect(await outcomeOf(() => without.verify(tokenOf()))).toBe("request.failed");
    const error = await errorOf(() => without.issue(grant()));
    expect(error).toMatchObject({ code: "key.empty", path: "secretKey", cure: expect.stringContaining("`plan()`") });
  });

  it("never make a provider with a broken clock mint or read", async () => {
    for (const time of [Number.NaN, 0, now * 1000, now + 0.5, undefined]) {
      const broken = provider({ clock: () => time as number, fetch: silence.fetch });
      expect(await outcomeOf(() => broken.issue(grant()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.plan(grant()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.verify(tokenOf()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.inspect(tokenOf()))).toBe("clock.invalid clock");
    }
  });
});

describe("an app's name", () => {
  it.each(["a", "7", "my-app", "a--b", "0x7f000001", "xn--80ak6aa92e", "a".repeat(63)])("may be %s", async (name) => {
    const { url } = createMetered({ appName: name, clock: () => now }).plan(grant());
    expect(url).toBe(`https://${name}.metered.live/api/v1/token`);
    expect(new URL(url).hostname).toBe(`${name}.metered.live`);
  });

  const hostile: readonly (readonly [string, unknown])[] = [
    ["a dot", "."],
    ["two labels", "evil.example"],
    ["a dot at its end", "my-app."],
    ["a dot at its beginning", ".my-app"],
    ["a whole host", "my-app.metered.live"],
    ["an address", "https://evil.example"],
    ["an address without a scheme", "//evil.example"],
    ["somebody before an at sign", "evil.example@my-app"],
    ["an at sign", "my-app@evil.example"],
    ["a password", "user:pass@evil.example"],
    ["a slash", "evil/"],
    ["a host and a path", "evil.example/"],
    ["a backslash", "evil.example\\"],
    ["a hash", "evil.example#"],
    ["a question mark", "evil.example?"],
    ["a port", "evil:443"],
    ["an encoded dot", "evil%2eexample"],
    ["an encoded slash", "evil%2f"],
    ["an encoded hash", "evil%23"],
    ["an encoded NUL", "evil%00"],
    ["the way up", "../.."],
    ["an address in numbers", "127.0.0.1"],
    ["an address in octal", "0177.0.0.1"],
    ["an IPv6 address", "[::1]"],
    ["an IPv6 address without brackets", "::1"],
    ["a mapped IPv6 address", "[::ffff:127.0.0.1]"],
    ["a space", "my app"],
    ["a space before", " my-app"],
    ["a space behind", "my-app "],
    ["a tab", "my\tapp"],
    ["a line break", "my-app\n"],
    ["a carriage return", "my-app\r\nhost: evil.example"],
    ["a NUL", "my-app\0"],
    ["upper case", "My-App"],
    ["an underscore", "my_app"],
    ["a hyphen before", "-my-app"],
    ["a hyphen behind", "my-app-"],
    ["nothing but a hyphen", "-"],
    ["64 characters", "a".repeat(64)],
    ["a thousand characters", "a".repeat(1000)],
    ["an umlaut", "m\u00fcller"],
    ["a Cyrillic letter", "my-\u0430pp"],
    ["full-width letters", "\uff4dy-app"],
    ["a full stop of another script", "evil\u3002example"],
    ["a soft hyphen", "my\u00adapp"],
    ["a zero-width space", "my\u200bapp"],
    ["a writing direction", "my-\u202eapp"],
    ["a byte order mark", "\ufeffmy-app"],
    ["an emoji", "app-\u{1f600}"],
    ["an expression", "$" + "{jndi:ldap://evil.example}"],
    ["a quote", 'my-app"'],
    ["a list of one name", ["my-app"]],
    ["an object that says a name", { toString: () => "my-app" }],
    ["a number", 7],
    ["true", true],
  ];

  it("is tried in forty hostile spellings and more", () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40);
  });

  it.each(hostile)("with %s is refused, and not repeated", async (_what, name) => {
    const error = await errorOf(() => createMetered({ appName: name as string, secretKey }));
    expect(error).toMatchObject({ code: "provider.settings", path: "appName" });
    expect(error.cause).toBeUndefined();
    const shown = everythingShown(error);
    if (typeof name === "string" && name.length > 3) expect(shown).not.toContain(name);
    expect(shown).not.toContain("evil");
  });
});
