import { compare, type TranslationPolicy } from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import type { Claims } from "./spaces/combine.ts";
import { adapters, attempt, inspected, now, type Vendor } from "./vendors.ts";

const exp = now + 3600;
const guest = { r: "standup", d: "d1", exp };
const joins = { roomJoin: true, room: "standup" };
const admin = { iss: "key", sub: "u_1", exp, video: { ...joins, roomAdmin: true, canPublish: false } };
const project = { apikey: "TEST-project", roomId: "2kyv-gzay-64pg", version: 2, roles: ["rtc"], exp };

/** What the second token gains over the first, and where that is not certain. */
function changes(vendor: Vendor, before: Claims, after: Claims): string[] {
  const adapter: AnyAdapter = adapters[vendor];
  const [old, fresh] = [before, after].map((claims) => ({ reading: inspected(vendor, claims), adapter }));
  if (old === undefined || fresh === undefined) throw new Error("There are two tokens.");
  return compare(old, fresh, { now }).entries.map(({ kind, path }) => `${kind} ${path}`);
}

describe("two tokens of one vendor that may mean the same are not the same", () => {
  const asking = { ...project, permissions: ["ask_join", "allow_mod"] };
  const everything = { ...project, permissions: ["allow_join", "ask_join", "allow_mod"] };
  const { roles: _roles, ...anyRole } = { ...project, permissions: ["allow_join"], version: undefined };
  const oneRole = { ...project, permissions: ["allow_join"], version: undefined };
  const { exp: _exp, ...endless } = guest;

  it.each<[string, Vendor, Claims, Claims, string[]]>([
    [
      "a permission more",
      "videosdk",
      asking,
      everything,
      ["gained entry", "gained rights.moderate.media", "gained rights.moderate.remove", "uncertain rights.admit"],
    ],
    ["the roles left out", "videosdk", oneRole, anyRole, ["gained purpose"]],
    [
      "sound instead of pictures",
      "daily",
      { ...guest, p: { cs: "v,cv" } },
      { ...guest, p: { cs: "v,ca" } },
      ["gained rights.publish.custom"],
    ],
    [
      "a session that is received",
      "daily",
      { ...guest, p: { cr: { b: false } } },
      { ...guest, p: { cr: { b: false, p: { "5a4f": true } } } },
      ["gained rights.subscribe"],
    ],
    [
      "data that was denied and is left to two texts that disagree",
      "livekit",
      { ...admin, video: { ...admin.video, canPublishData: false } },
      admin,
      ["gained rights.publish.data"],
    ],
    ["an ejection that counts for nothing", "daily", { ...endless, ejt: true }, endless, ["gained stay.endsAtExpiry"]],
  ])("%s", (_name, vendor, before, after, expected) => {
    const found = changes(vendor, before, after);
    expect(found.filter((line) => !line.includes("extensions."))).toEqual(expected);
    expect(changes(vendor, before, before)).toEqual([]);
    expect(changes(vendor, after, after)).toEqual([]);
  });

  it("but the same words are, in any order and whatever else has changed", () => {
    const turned = { ...asking, permissions: ["allow_mod", "ask_join"] };
    expect(changes("videosdk", asking, { ...turned, exp: exp - 60 })).toEqual(["lost expiresAt"]);
    expect(changes("daily", { ...guest, p: { cs: "v,cv" } }, { ...guest, p: { cs: "cv,v" }, exp: exp - 60 })).toEqual([
      "lost expiresAt",
    ]);
  });
});

describe("a token with a role that may mean several things", () => {
  const roles: readonly (readonly [Vendor, Claims])[] = [
    ["videosdk", { ...project, permissions: ["allow_join", "allow_mod"] }],
    ["metered", { data: { roomName: "standup", isAdmin: true, appName: "test-app", expireUnixSec: exp } }],
    ["daily", { ...guest, p: { cs: "v,cv" } }],
    ["livekit", admin],
  ];

  it.each(roles)("is renewed at %s, in its own account and in another", (vendor, claims) => {
    for (const tenant of [undefined, "elsewhere"]) {
      const { moved, refusals } = attempt(
        inspected(vendor, claims),
        vendor,
        { narrow: { expiresAt: exp - 600 } },
        tenant,
      );
      expect(refusals).toEqual([]);
      expect(moved?.report.filter(({ path }) => path.startsWith("rights.")).map(({ kind }) => kind)).not.toContain(
        "narrowed",
      );
    }
  });
});

describe("narrowing what is received", () => {
  const listening = { ...guest, p: { cr: { b: false, p: { "5a4f": true } } } };
  const picking = { ...guest, p: { cr: { b: true, p: { "5a4f": true, "6b5e": false } } } };
  const track = {
    ...guest,
    p: { cr: { b: { v: true, a: true, sv: true, sa: true, cv: { "*": true, x: false }, ca: { "*": true } } } },
  };
  const subscribe = (to: boolean | "camera"[], claims: Claims) =>
    attempt(inspected("daily", claims), "daily", { narrow: { rights: { subscribe: to } } });

  it.each([listening, picking, track])("to nothing leaves no session and no track, for %j", (claims) => {
    const { moved } = subscribe(false, claims);
    expect(moved?.properties).toMatchObject({ permissions: { canReceive: { base: false } } });
    expect(JSON.stringify(moved?.properties)).not.toMatch(/byParticipantId|customVideo/);
    expect(moved?.report.map(({ kind, path }) => `${kind} ${path}`)).toContain("narrowed rights.subscribe");
  });

  it.each([track])("to a kind leaves that kind only, for %j", (claims) => {
    const { moved } = subscribe(["camera"], claims);
    expect(moved?.properties).toMatchObject({
      permissions: { canReceive: { base: { video: true, audio: false, customVideo: { "*": false } } } },
    });
    expect(JSON.stringify(moved?.properties)).not.toContain("byParticipantId");
  });

  // What is received of a session that is denied nobody can say, so that nothing can be selected from it.
  it.each([listening, picking])("a selection of what has exceptions by session is a denial, for %j", (claims) => {
    const { moved } = subscribe(["camera"], claims);
    expect(moved?.properties).toMatchObject({ permissions: { canReceive: { base: false } } });
    expect(JSON.stringify(moved?.properties)).not.toContain("byParticipantId");
  });

  it("leaves them alone where nothing is taken", () => {
    for (const claims of [listening, picking, track]) {
      const source = inspected("daily", claims);
      expect(attempt(source, "daily").moved?.properties).toEqual(source.properties);
    }
  });
});

describe("strict", () => {
  const strict = (policy: TranslationPolicy) =>
    attempt(inspected("daily", { ...guest, ss: true, p: { hp: true, cs: true } }), "daily", {
      ...policy,
      strict: true,
    });

  it("does not take a part of a default for something that was said", () => {
    const { refusals } = strict({ narrow: { rights: { subscribe: ["camera"] } } });
    expect(refusals.map(({ path, reason, remedy }) => ({ path, reason, remedy }))).toEqual([
      {
        path: "rights.subscribe",
        reason: "Refused by `strict`. The Daily token is silent and allows it by default.",
        remedy: { where: "policy", setting: "strict", value: false },
      },
    ]);
  });

  it("takes a denial, a part of what is said, and what the caller vouches for", () => {
    expect(strict({ narrow: { rights: { subscribe: false } } }).refusals).toEqual([]);
    const source = inspected("daily", { ...guest, p: { cr: { b: true } } });
    const narrow = { rights: { subscribe: ["camera" as const] } };
    expect(attempt(source, "daily", { narrow, strict: true }).refusals).toEqual([]);
    expect(strict({ narrow, vouch: { subscribe: true } }).refusals).toEqual([]);
  });
});

describe("reports and comparisons", () => {
  const claims = { ...guest, ud: "ann-canary", p: { cr: { b: false, u: { "ben-canary": true, "cay-canary": true } } } };

  it("count the senders of a selection and never name one", () => {
    const { moved } = attempt(inspected("daily", claims), "daily", {}, "elsewhere", true);
    const received = moved?.report.find(({ path }) => path === "rights.subscribe");
    expect(received?.from).toEqual({ reading: "allow", selection: { base: false, senders: 2 } });
    expect(JSON.stringify(moved?.report)).not.toContain("canary");
    const { refusals } = attempt(inspected("daily", claims), "metered");
    expect(refusals.map(({ path }) => path)).toContain("rights.subscribe");
    expect(JSON.stringify(refusals)).not.toContain("canary");
    const adapter: AnyAdapter = adapters.daily;
    const [before, after] = [claims, guest].map((one) => ({ reading: inspected("daily", one), adapter }));
    if (before === undefined || after === undefined) throw new Error("There are two tokens.");
    expect(JSON.stringify(compare(before, after, { now, includeEqual: true }))).not.toContain("canary");
  });
});
