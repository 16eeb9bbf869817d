import type { Grant } from "@roompass/core";
import { prepareIssue } from "@roompass/core/kit";
import { createLiveKit } from "@roompass/livekit";
import { describe, expect, it } from "vitest";
import type { CallerPolicy } from "../index.js";
import { guestGrant, guestPolicy, makeWorld, now } from "../testing/world.js";
import { beyondPolicy } from "./compare-policy.js";
import { checkPolicy, readPolicy } from "./read-policy.js";

interface ProblemBody {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

async function paths(policy: Partial<CallerPolicy>, grant: object, provider = "daily"): Promise<unknown> {
  const world = await makeWorld({ policy });
  const answer = await world.post("/v1/tokens", {
    provider,
    grant: JSON.parse(JSON.stringify({ ...guestGrant, ...grant })),
  });
  if (answer.status === 200) {
    expect(world.minted()).toBe(1);
    return "issued";
  }
  expect(world.minted()).toBe(0);
  const body = (await answer.json()) as ProblemBody;
  if (body.code !== "http.beyond-policy") return body.code;
  const record = world.audit.records.at(-1);
  expect(record).toMatchObject({ decision: "refused", reason: "http.beyond-policy", tokenDigest: null });
  return body.errors?.map(({ path }) => path);
}

describe("R2: what goes beyond the policy is refused with every path, and never cut down", () => {
  it.each<[string, Partial<CallerPolicy>, object, unknown]>([
    ["a room by prefix", {}, { room: "team-x" }, "issued"],
    ["a room by name", {}, { room: "lobby" }, "issued"],
    ["another room", {}, { room: "lobby2" }, ["room"]],
    ["another case", {}, { room: "Team-x" }, ["room"]],
    ["every room", {}, { room: { any: true } }, ["room"]],
    ["every room, where the policy has it", { rooms: [{ any: true }] }, { room: { any: true } }, "issued"],
    ["the whole life", {}, { expiresIn: 3600 }, "issued"],
    ["a second more", {}, { expiresIn: 3601 }, ["expiresAt"]],
    ["an end of its own", {}, { expiresIn: undefined, expiresAt: now + 3600 }, "issued"],
    ["no end", {}, { expiresIn: undefined, expiresAt: null }, ["expiresAt"]],
    ["a right that is not named", {}, { rights: { record: ["cloud"] } }, ["rights.record"]],
    [
      "a right that is denied",
      { rights: { moderate: false } },
      { rights: { moderate: true } },
      ["rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions"],
    ],
    ["to be hidden", {}, { rights: { visible: false } }, ["rights.visible"]],
    ["to be hidden, where the policy has it", { rights: { visible: false } }, { rights: { visible: false } }, "issued"],
    ["an unbound token", {}, { participant: { name: "Alice" } }, ["participant.id"]],
    ["an unbound token, where the policy has it", { unboundParticipants: true }, { participant: undefined }, "issued"],
    ["what only one vendor has", {}, { extensions: { daily: { enable_recording_ui: true } } }, ["extensions"]],
    [
      "what only one vendor has, where the policy has it",
      { extensions: true },
      { extensions: { daily: { enable_recording_ui: true } } },
      "issued",
    ],
    [
      "several at once",
      {},
      { room: "x", expiresIn: "2h", rights: { record: ["cloud"] }, participant: { id: "x" } },
      ["room", "participant.id", "expiresAt", "rights.record"],
    ],
  ])("%s", async (_name, policy, grant, expected) => {
    expect(await paths(policy, grant)).toEqual(expected);
  });

  it("every one of several rooms has to fit, and a pattern fits only who may enter every room", () => {
    const { adapter } = createLiveKit({ apiKey: "TEST-key", apiSecret: "TEST-ONLY-secret-0123456789abcdef0123456789" });
    const prepared = prepareIssue(
      { ...guestGrant, room: "team-a" },
      { adapter, tenant: "TEST-key", method: "sign", now },
    );
    const places = (room: Grant["room"], rooms: CallerPolicy["rooms"]) => {
      const wanted = { grant: { ...prepared.grant, room }, reading: prepared, adapter };
      return beyondPolicy(wanted, readPolicy({ ...guestPolicy, rooms }), now).map(({ path }) => path);
    };
    const team = [{ prefix: "team-" }];
    expect(places({ anyOf: ["team-a", "team-b"] }, team)).toEqual([]);
    expect(places({ anyOf: ["team-a", "other"] }, team)).toEqual(["room"]);
    expect(places({ pattern: "team-*", dialect: "glob" }, team)).toEqual(["room"]);
    expect(places({ pattern: "team-*", dialect: "glob" }, [{ any: true }])).toEqual([]);
  });

  it("the server API is for who has it in the policy", async () => {
    const api = { purpose: ["participant", "api"] };
    expect(await paths({}, api, "videosdk")).toEqual(["purpose"]);
    expect(await paths({ purpose: ["participant", "api"] }, api, "videosdk")).toBe("issued");
  });

  it("a provider of another tenant and one that does not exist look alike", async () => {
    const world = await makeWorld({ policy: { providers: ["livekit"] } });
    const answers = await Promise.all(
      ["daily", "daily/eu", "nothing"].map((provider) => world.post("/v1/tokens", { provider, grant: guestGrant })),
    );
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ ...((await answer.json()) as object), requestId: "" })),
    );
    expect(bodies[0]).toMatchObject({ status: 403, errors: [{ path: "provider" }] });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it("an operation that the policy does not name is refused", async () => {
    const world = await makeWorld({ policy: { operations: ["verify"] } });
    expect((await world.post("/v1/tokens", { provider: "livekit", grant: guestGrant })).status).toBe(403);
    expect(world.minted()).toBe(0);
  });

  it("every combination of a policy and a request: issued exactly where the policy has it", async () => {
    const choices = [undefined, false, true] as const;
    const rooms = ["team-a", "other"] as const;
    let issued = 0;
    let refused = 0;
    for (const allowed of choices) {
      const rights = allowed === undefined ? {} : { livestream: allowed };
      const world = await makeWorld({
        policy: { rights },
        settings: { limits: { perKey: { requests: 999, seconds: 1 } } },
      });
      for (const asked of choices) {
        for (const room of rooms) {
          for (const seconds of [60, 3600, 3601]) {
            for (const id of ["u_1", "v_1"]) {
              const wanted = asked === undefined ? {} : { livestream: asked };
              const grant = { room, participant: { id }, expiresIn: seconds, rights: wanted };
              const { status } = await world.post("/v1/tokens", { provider: "daily", grant });
              // What the policy denies has to be denied by the token: silence is for a setting of the room to fill.
              const withinRights =
                allowed === true || asked === false || (allowed === undefined && asked === undefined);
              const fits = room === "team-a" && seconds <= 3600 && id === "u_1" && withinRights;
              expect({ allowed, asked, room, seconds, id, status }).toMatchObject({ status: fits ? 200 : 403 });
              if (fits) issued += 1;
              else refused += 1;
            }
          }
        }
      }
      expect(world.minted()).toBe(world.audit.records.filter(({ decision }) => decision === "granted").length);
    }
    expect([issued, refused]).toEqual([12, 96]);
  });

  it("what the vendor may mean by silence counts: a role that may moderate is beyond a policy that denies it", async () => {
    expect(await paths({ rights: { moderate: false } }, { rights: {} }, "metered")).toEqual([
      "rights.moderate.media",
      "rights.moderate.remove",
      "rights.moderate.permissions",
    ]);
    expect(await paths({ rights: { moderate: false } }, { rights: { moderate: false } }, "metered")).toBe("issued");
  });
});

describe("R3: who somebody is comes from the policy", () => {
  it("the only participant of a policy need not be said, and is what the token says", async () => {
    const world = await makeWorld({ policy: { participants: { ids: ["u_9"] } } });
    const { participant: _, ...grant } = guestGrant;
    const answer = await world.post("/v1/tokens", { provider: "livekit", grant });
    expect(await answer.json()).toMatchObject({ grant: { participant: { id: "u_9" } } });
  });

  it.each(["u_1", "u_9 ", "U_9", ""])("another identity than the policy's is refused: %j", async (id) => {
    const outcome = await paths({ participants: { ids: ["u_9"] } }, { participant: { id } });
    expect(outcome).toEqual(id === "" ? "http.invalid" : ["participant.id"]);
  });

  it("any identity is taken only where the policy says so", async () => {
    expect(await paths({ participants: { any: true } }, { participant: { id: "whoever" } })).toBe("issued");
  });
});

describe("a policy", () => {
  it.each<[string, object]>([
    ["a member that does not exist", { room: "x" }],
    ["no rooms", { rooms: [] }],
    ["a rule with two members", { rooms: [{ name: "a", prefix: "b" }] }],
    ["an empty prefix", { rooms: [{ prefix: "" }] }],
    ["any: false", { rooms: [{ any: false }] }],
    ["a life of 0", { maxSeconds: 0 }],
    ["an endless life", { maxSeconds: Number.POSITIVE_INFINITY }],
    ["a life that is no number", { maxSeconds: "3600" }],
    ["no rights", { rights: undefined }],
    ["a right that does not exist", { rights: { fly: true } }],
    ["an operation that does not exist", { operations: ["destroy"] }],
    ["no participants", { participants: { ids: [] } }],
    ["a flag that is none", { extensions: "yes" }],
    ["a rate of 0", { rate: { requests: 0, seconds: 1 } }],
  ])("with %s is refused at the start, and lets nobody in later", async (_name, part) => {
    const policy = { ...guestPolicy, ...part } as CallerPolicy;
    expect(() => checkPolicy(policy)).toThrow();
    const world = await makeWorld({ policy: part });
    const answer = await world.post("/v1/tokens", { provider: "livekit", grant: guestGrant });
    expect([answer.status, world.minted()]).toEqual([500, 0]);
  });

  it("that is right is taken", () => {
    expect(() => checkPolicy(guestPolicy)).not.toThrow();
  });
});
