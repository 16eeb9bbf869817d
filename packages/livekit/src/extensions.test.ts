import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { grant, provider } from "./testing/provider.js";

const outcome = (livekit: unknown, input: object = grant()): Promise<string> =>
  outcomeOf(() => provider().issue({ ...input, extensions: { livekit } } as never));
const server = { purpose: "api", room: { any: true }, expiresIn: "1h" };

describe("extensions", () => {
  it.each<[string, unknown]>([
    ["nothing", {}],
    ["attributes", { attributes: { role: "host" } }],
    ["a kind", { kind: "agent", kindDetails: ["forwarded"] }],
    ["a hash", { sha256: "abc" }],
    ["a preset", { roomPreset: "large" }],
    ["a configuration", { roomConfig: { name: "a", agents: [{ agentName: "helper" }] } }],
    ["switches", { canUpdateOwnMetadata: true, canSubscribeMetrics: true, canManageAgentSession: true }],
    ["a recorder", { recorder: true }],
    ["another room to move to", { destinationRoom: "breakout" }],
  ])("of a participant: %s", async (_, extensions) => {
    expect(await outcome(extensions)).toBe("ok");
  });

  it.each<[string, unknown]>([
    ["rooms", { roomCreate: true, roomList: true }],
    ["ingress", { ingressAdmin: true }],
    ["a worker", { agentWorker: true }],
    ["telephony", { sip: { admin: true, call: true } }],
    ["hosted agents", { agent: { createSimulation: true } }],
    ["models", { inference: { perform: true } }],
    ["observing", { observability: { write: true } }],
  ])("of a server only: %s", async (_, extensions) => {
    expect(await outcome(extensions, server)).toBe("ok");
    expect(await outcome(extensions)).toBe("grant.unsupported purpose");
  });

  it.each<[unknown, string]>([
    [{ attributes: ["a"] }, "grant.invalid extensions.livekit.attributes"],
    [{ attributes: { a: 1 } }, "grant.invalid extensions.livekit.attributes"],
    [{ kind: "" }, "grant.invalid extensions.livekit.kind"],
    [{ kindDetails: "a" }, "grant.invalid extensions.livekit.kindDetails"],
    [{ roomConfig: "a" }, "grant.invalid extensions.livekit.roomConfig"],
    [{ recorder: false }, "grant.invalid extensions.livekit.recorder"],
    [{ recorder: "true" }, "grant.invalid extensions.livekit.recorder"],
    [{ sip: {} }, "grant.invalid extensions.livekit.sip"],
    [{ sip: { admin: false } }, "grant.invalid extensions.livekit.sip"],
    [{ sip: { admin: true, more: true } }, "grant.invalid extensions.livekit.sip"],
    [{ roomAdmin: true }, "grant.modelled-extension extensions.livekit.roomAdmin"],
    [{ roomRecord: true }, "grant.modelled-extension extensions.livekit.roomRecord"],
    [{ roomJoin: true }, "grant.modelled-extension extensions.livekit.roomJoin"],
    [{ hidden: true }, "grant.modelled-extension extensions.livekit.hidden"],
    [{ video: { roomAdmin: true } }, "grant.modelled-extension extensions.livekit.video"],
    [{ sub: "u_2" }, "grant.modelled-extension extensions.livekit.sub"],
    [{ jti: "a" }, "grant.modelled-extension extensions.livekit.jti"],
    [{ switchedOff: ["video.roomJoin"] }, "grant.unknown-field extensions.livekit.switchedOff"],
    [{ roomcreate: true }, "grant.unknown-field extensions.livekit.roomcreate"],
  ])("%j is refused", async (extensions, refused) => {
    expect(await outcome(extensions)).toBe(refused);
  });

  it("decide nothing that the grant decides", async () => {
    const { properties } = await provider().issue(
      grant({ rights: { publish: false, visible: true }, extensions: { livekit: { canUpdateOwnMetadata: true } } }),
    );
    expect(properties.video).toEqual({
      roomJoin: true,
      room: "standup",
      canPublish: false,
      hidden: false,
      canUpdateOwnMetadata: true,
    });
  });
});
