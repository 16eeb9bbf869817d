import { describe, expect, it } from "vitest";
import type { Native } from "../adapter/native.js";
import type { Finding } from "../errors/finding.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import type { GrantInput, RightsInput } from "../grant/grant-input.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { prepareIssue } from "./prepare.js";
import type { Prepared } from "./prepared.js";
import { grantInput, now, tenant } from "./testing/toy-provider.js";

const prepare = (changes: Partial<GrantInput>, adapter = toyAdapter): Prepared =>
  prepareIssue(grantInput(changes), { adapter, tenant, method: "sign", now });

interface Issue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
  readonly remedy?: unknown;
}

async function issuesOf(changes: Partial<GrantInput>): Promise<readonly Issue[]> {
  const error = await errorOf(() => prepare(changes));
  const issues = error.details?.["issues"] as readonly Issue[];
  expect(error).toMatchObject({ code: issues[0]?.code, path: issues[0]?.path, cure: issues[0]?.cure });
  return issues;
}

const pathsOf = async (changes: Partial<GrantInput>): Promise<string[]> =>
  (await issuesOf(changes)).map(({ path }) => path);

describe("what was asked", () => {
  it.each<[string, Partial<GrantInput>]>([
    ["a room", { room: "standup" }],
    ["every room", { room: { any: true } }],
    ["an id", { participant: { id: "u_1" } }],
    ["a beginning", { notBefore: now + 60 }],
    ["a beginning in the past", { notBefore: now - 60 }],
    ["no end", { expiresAt: null }],
    ["a way in", { entry: "direct" }],
    ["a door", { entry: "ask" }],
    ["what is sent", { rights: { publish: { camera: true, data: false } } }],
    ["a role", { rights: { moderate: { media: true, remove: true } } }],
    ["the denial of a role", { rights: { moderate: false } }],
    ["recording", { rights: { record: true } }],
    ["no recording", { rights: { record: false } }],
    ["a recording that starts by itself", { automation: { record: true } }],
    ["the vendor's own", { extensions: { toy: { zone: "west", theme: "dark" } } }],
  ])("is in the token: %s", (_what, changes) => {
    const { grant, native, report } = prepare(changes);
    const { grant: stated } = toyAdapter.decode(native as Native<ToyProperties>);
    expect(stated).toMatchObject({ room: grant.room, expiresAt: grant.expiresAt });
    expect(report).toEqual([]);
  });

  it("is encoded for the way of issuing: claims exist only where they are signed here", () => {
    expect(prepare({}).claims).toMatchObject({ kind: "toy/1", account: tenant, iat: now });
    const options = { adapter: toyAdapter, tenant, method: "request", now } as const;
    expect(prepareIssue(grantInput(), options)).not.toHaveProperty("claims");
    expect(prepareIssue(grantInput(), { ...options, tenant: undefined }).native.properties).not.toHaveProperty(
      "account",
    );
  });
});

describe("what the token cannot hold", () => {
  const refusals: readonly (readonly [Partial<GrantInput>, string])[] = [
    [{ purpose: "api" }, "purpose"],
    [{ purpose: ["participant", "api"] }, "purpose"],
    [{ room: { anyOf: ["a", "b"] } }, "room"],
    [{ room: { pattern: "a*", dialect: "glob" } }, "room"],
    [{ stay: { maxSeconds: 60 } }, "stay.maxSeconds"],
    [{ stay: { endsAtExpiry: true } }, "stay.endsAtExpiry"],
    [{ automation: { record: { mode: "cloud" } } }, "automation.record"],
    [{ automation: { transcribe: true } }, "automation.transcribe"],
    [{ rights: { subscribe: true } }, "rights.subscribe"],
    [{ rights: { subscribe: false } }, "rights.subscribe"],
    [{ rights: { subscribe: ["camera"] } }, "rights.subscribe"],
    [{ rights: { visible: false } }, "rights.visible"],
    [{ rights: { moderate: { permissions: true } } }, "rights.moderate.permissions"],
    [{ rights: { admit: true } }, "rights.admit"],
    [{ rights: { admit: false } }, "rights.admit"],
    [{ rights: { record: ["cloud"] } }, "rights.record"],
    [{ rights: { livestream: true } }, "rights.livestream"],
    [{ rights: { transcribe: false } }, "rights.transcribe"],
  ];

  it.each(refusals)("is refused at its path: %j", async (changes, path) => {
    const [issue, ...others] = await issuesOf(changes);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path, code: "grant.unsupported" });
    expect(issue?.message).toMatch(/\.$/);
    expect(issue?.cure).toMatch(/^[A-Z].*\.$/);
  });

  it("is named all at once, in the order of the grant", async () => {
    const rights: RightsInput = { visible: false, admit: true, transcribe: true };
    expect(await pathsOf({ purpose: "api", stay: { maxSeconds: 60 }, rights })).toEqual([
      "purpose",
      "stay.maxSeconds",
      "rights.visible",
      "rights.admit",
      "rights.transcribe",
    ]);
  });

  it("comes with the setting that has its place instead, where there is one", async () => {
    const [issue] = await issuesOf({ rights: { livestream: true } });
    expect(issue?.remedy).toEqual({ vendor: "toy", where: "dashboard", setting: "livestream" });
    expect((await issuesOf({ rights: { admit: true } }))[0]).not.toHaveProperty("remedy");
  });

  it("is said by the encoder where it knows better", async () => {
    expect(await pathsOf({ participant: { id: "u".repeat(37) } })).toEqual(["participant.id"]);
    expect((await errorOf(() => prepare({ participant: { id: "u".repeat(37) } }))).code).toBe("grant.limit");
  });

  it("is never told with its value", async () => {
    const error = await errorOf(() => prepare({ participant: { id: `TEST-ONLY-${"u".repeat(37)}` } }));
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY-");
  });
});

describe("a right that only a role gives", () => {
  it("names the rights that have to be asked together", async () => {
    const [media, ...others] = await issuesOf({ rights: { moderate: { media: true } } });
    expect(others).toEqual([]);
    expect(media).toMatchObject({
      path: "rights.moderate.media",
      message: "Toy gives `rights.moderate.media` only through a role that also covers rights.moderate.remove.",
      cure: "Ask for rights.moderate.remove as well, or leave `rights.moderate.media` out.",
    });
    expect(await pathsOf({ rights: { moderate: { remove: true } } })).toEqual(["rights.moderate.remove"]);
  });

  it("does not name a right that was denied", async () => {
    const [issue] = await issuesOf({ rights: { moderate: { media: true, remove: false } } });
    expect(issue).toMatchObject({
      path: "rights.moderate.media",
      message: "A Toy token cannot hold `rights.moderate.media`.",
      cure: "Both or neither.",
    });
  });

  it("is helped by following the cure", () => {
    expect(prepare({ rights: { moderate: { media: true, remove: true } } }).native.properties).toMatchObject({
      host: true,
    });
  });

  it("says which part of a group is beyond every role", async () => {
    expect(await pathsOf({ rights: { moderate: true } })).toEqual(["rights.moderate.permissions"]);
  });
});

describe("descriptions and hints", () => {
  it("are reported, never refused", () => {
    const { report } = prepare({
      participant: { name: "Alice", email: "alice@example.org", metadata: { team: 7 } },
      start: { camera: "off" },
      client: { language: "de", closeTabOnExit: false },
    });
    expect(report.map(({ kind, path, remedy }) => [kind, path, remedy?.setting])).toEqual([
      ["dropped", "participant.email", undefined],
      ["dropped", "participant.metadata", undefined],
      ["moved", "start.camera", "camera"],
      ["dropped", "client.language", undefined],
      ["dropped", "client.closeTabOnExit", undefined],
    ]);
    expect(JSON.stringify(report)).not.toContain("alice");
  });
});

describe("extensions", () => {
  it("are checked by the vendor's adapter", async () => {
    expect(await pathsOf({ extensions: { toy: { host: true, colour: "red", zone: 7 } } })).toEqual([
      "extensions.toy.host",
      "extensions.toy.colour",
      "extensions.toy.zone",
    ]);
  });

  it("that the token, read back, does not have are refused: they may be restrictions", async () => {
    const deaf = {
      ...toyAdapter,
      encode: (request: Parameters<typeof toyAdapter.encode>[0]) =>
        toyAdapter.encode({ ...request, grant: { ...request.grant, extensions: {} } }),
    };
    const error = await errorOf(() => prepare({ extensions: { toy: { zone: "west" } } }, deaf));
    expect(error).toMatchObject({ code: "grant.unsupported", path: "extensions.toy.zone" });
    expect(error.message).not.toContain("west");
  });

  it("for other vendors are reported", () => {
    const { report, native } = prepare({ extensions: { twin: { zone: "west" }, toy: { theme: "dark" } } });
    expect(report).toEqual([
      {
        path: "extensions.twin",
        kind: "dropped",
        effect: "same",
        from: "set",
        to: "absent",
        reason: "It is not for Toy.",
      },
    ]);
    expect(native.properties).toMatchObject({ theme: "dark" });
  });
});

describe("a grant that is wrong in itself", () => {
  it("is refused before anything is encoded", async () => {
    const broken = {
      ...toyAdapter,
      encode: (): never => {
        throw new Error("encoded");
      },
    };
    expect(await outcomeOf(() => prepare({ room: "" }, broken))).toBe("grant.invalid room");
  });

  it.each([undefined, null, 0, "", false, [], "standup", Number.NaN])("is never %j", async (input) => {
    const run = (): unknown => prepareIssue(input, { adapter: toyAdapter, tenant, method: "sign", now });
    expect((await errorOf(run)).code).toBe("grant.invalid");
  });
});

it("an adapter that cannot read what it writes signs nothing", async () => {
  const finding: Finding = { id: "claims.invalid", severity: "error", path: "room", message: "Odd.", cure: "Mend it." };
  const forgetful = {
    ...toyAdapter,
    fromClaims: (claims: Readonly<Record<string, unknown>>) => ({
      ...toyAdapter.fromClaims(claims),
      findings: [finding],
    }),
  };
  expect(await outcomeOf(() => prepare({}, forgetful))).toBe("claims.invalid room");
});
