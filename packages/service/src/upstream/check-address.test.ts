import { createMetered } from "@roompass/metered";
import { describe, expect, it } from "vitest";
import { mayCall } from "./check-address.js";

/** Ways to make a host mean another one, or this machine, or somebody's own network. */
const spellings: readonly string[] = [
  ...["localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "127.0.0.1", "127.1", "127.0.1", "127.0.0.1."],
  ...[
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "00.00.00.00",
    "127.0.0.1:80",
  ],
  ...[
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:0:0:1]",
    "[fe80::1]",
    "[fc00::1]",
    "[::127.0.0.1]",
  ],
  ...["10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "169.254.169.254.nip.io", "metadata.google.internal"],
  ...[
    "my-app.metered.live@evil.example",
    "evil.example#my-app",
    "evil.example?my-app",
    "evil.example/my-app",
    "evil.example\\my-app",
  ],
  ...[
    "my-app.metered.live.evil.example",
    "evil.example%23my-app",
    "evil.example%2fmy-app",
    "evil%2eexample",
    "evil.example%00my-app",
  ],
  ...[
    "my-app:pass@evil.example",
    "@evil.example",
    ":80",
    "my-app:443",
    "my_app",
    "my app",
    "my-app.",
    ".my-app",
    "-my-app",
    "my-app-",
  ],
  ...[
    "my..app",
    "my.app",
    "MY-APP",
    "my-äpp",
    "xn--my-pp-gra.",
    "ⓛocalhost",
    "１２７.0.0.1",
    "my-app\n",
    "my-app\t",
    "my-app\0",
  ],
  ...["", " ", "*", "a".repeat(64), "//evil.example", "https://evil.example", "..", "../evil", "%6d%79-app"],
];

describe("R14: nobody's spelling of a host leads anywhere else", () => {
  it(`${spellings.length} spellings in place of an app's name are refused, or are one label in front of the vendor's own`, () => {
    expect(spellings.length).toBeGreaterThanOrEqual(60);
    const grant = { room: "standup", expiresIn: "15m" } as const;
    let refused = 0;
    for (const appName of spellings) {
      const make = () => createMetered({ appName, secretKey: "TEST-ONLY-metered-key-0123456789" });
      if (/^[a-z0-9-]{1,63}$/.test(appName) && !/^-|-$/.test(appName)) {
        expect(make().plan(grant).url).toBe(`https://${appName}.metered.live/api/v1/token`);
        continue;
      }
      refused += 1;
      expect(make, JSON.stringify(appName)).toThrow(expect.objectContaining({ code: "provider.settings" }));
    }
    expect(refused).toBeGreaterThanOrEqual(60);
  });

  it("and, were they to get into an address, are not called", () => {
    for (const appName of spellings) {
      const host = `https://${appName}.metered.live/api/v1/token`;
      const allowed = mayCall(host, [".metered.live"], false);
      // Some spellings are read by the platform as an ordinary label; then it is the vendor's own host that is called.
      const { hostname } = allowed ? new URL(host) : { hostname: "refused" };
      expect(hostname, JSON.stringify(appName)).toMatch(/^(refused|[a-z0-9-]{1,63}\.metered\.live)$/);
      expect(mayCall(`https://${appName}/api/v1/token`, [".metered.live"], false), JSON.stringify(appName)).toBe(false);
    }
  });

  it.each<[string, boolean]>([
    ["https://my-app.metered.live/api/v1/token?secretKey=x", true],
    ["https://api.daily.co/v1/meeting-tokens", true],
    ["http://my-app.metered.live/api/v1/token", false],
    ["https://my-app.metered.live:8443/api", false],
    ["https://my-app.metered.live:443/api", true],
    ["https://u:p@my-app.metered.live/api", false],
    ["https://a.b.metered.live/api", false],
    ["https://metered.live/api", false],
    ["https://evilmetered.live/api", false],
    ["https://api.daily.co.evil.example/", false],
    ["https://xapi.daily.co/", false],
    ["ftp://api.daily.co/", false],
    ["file:///etc/passwd", false],
    ["http://127.0.0.1:9/x", false],
    ["not an address", false],
  ])("%s: %s", (address, allowed) => {
    expect(mayCall(address, [".metered.live", "api.daily.co"], false)).toBe(allowed);
  });

  it("this machine is called only where emulators are switched on", () => {
    for (const host of ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"]) {
      expect([mayCall(`http://${host}/`, [], true), mayCall(`http://${host}/`, [], false)]).toEqual([true, false]);
    }
    expect(mayCall("http://10.0.0.1/", [], true)).toBe(false);
  });
});
