import { allows } from "@roompass/core";
import type { Ceiling, Grant, RightPath, StatedReading } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { livekit } from "./adapter.js";
import { grant, now, provider, tokenOf } from "./testing/provider.js";

const camera = "rights.publish.camera";
const powers: readonly RightPath[] = ["rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions"];
const plain: Grant = { purpose: ["participant"], room: "standup", participant: { id: "u_1" }, expiresAt: 1 };
const base = ceilingOfGrant(plain);

/** Another vendor's moderator, with what is said of the rest. */
function moving(rights: { readonly [path in RightPath]?: StatedReading }, rest: Partial<Ceiling> = {}) {
  const moderates = Object.fromEntries(powers.map((path) => [path, "allow"]));
  const silent = Object.fromEntries(Object.keys(base.rights).map((path) => [path, "default(allow)"]));
  const ceiling: Ceiling = {
    ...base,
    purpose: "translate",
    ...rest,
    rights: { ...(silent as Ceiling["rights"]), "rights.transcribe": "allow", ...moderates, ...rights },
  };
  return livekit.encode({ grant: plain, ceiling }).native.properties.video;
}

describe("a limit that a moderator could lift", () => {
  const limits: readonly (readonly [RightPath, object])[] = [
    [camera, { canPublishSources: ["microphone", "screen_share", "screen_share_audio"] }],
    ["rights.publish.data", { canPublishData: false }],
    ["rights.subscribe", { canSubscribe: false }],
    ["rights.visible", { hidden: true }],
  ];

  it.each(limits)("at %s costs a moved token the moderation", (path, said) => {
    expect(moving({})).toEqual({ roomJoin: true, roomAdmin: true, room: "standup" });
    expect(moving({ [path]: "deny" })).toEqual({ roomJoin: true, room: "standup", ...said });
  });

  it.each(limits)("at %s costs nothing where the caller lets it widen, and is still said", (path, said) => {
    const allowWidening = new Set([path]);
    const limited = { roomJoin: true, roomAdmin: true, room: "standup", ...said };
    // A list of sources withholds tracks without one, too: that is no widening, and their loss is reported.
    expect(moving({ [path]: "deny" }, { allowWidening })).toEqual(limited);
  });

  it.each(limits)("at %s stays beside it within LiveKit", (path, said) => {
    const custom = path === camera ? ({ "rights.publish.custom": "deny, liftable" } as const) : {};
    const limited = { roomJoin: true, roomAdmin: true, room: "standup", ...said };
    expect(moving({ [path]: "deny, liftable", ...custom }, { sameVendor: true })).toEqual(limited);
  });

  it("is also what a selection comes down to", () => {
    const selection = { base: true, byParticipantId: { u_2: false } };
    const video = moving({ "rights.subscribe": "allow" }, { subscribeSelection: selection });
    expect(video).toEqual({ roomJoin: true, room: "standup", canSubscribe: false });
  });
});

describe("a moderator with limits", () => {
  const asked = {
    publish: false,
    subscribe: false,
    visible: false,
    moderate: true,
  } as const;

  it("is issued as asked, and the report says what the limits are worth", async () => {
    const issued = await provider().issue(grant({ rights: { ...asked, publish: { ...silent, data: false } } }));
    expect(issued.properties.video).toEqual({
      roomJoin: true,
      room: "standup",
      roomAdmin: true,
      canPublish: false,
      canPublishData: false,
      canSubscribe: false,
      hidden: true,
    });
    const paths = issued.report.flatMap(({ kind, path, covers }) => (kind === "advisory" ? (covers ?? [path]) : []));
    expect(paths.filter((path) => !path.startsWith("rights.publish."))).toEqual(["rights.subscribe", "rights.visible"]);
    expect(paths.filter((path) => path.startsWith("rights.publish."))).toHaveLength(6);
  });

  it("is asked about as somebody who may lift them", () => {
    const ask = (video: object) => {
      const reading = provider().inspect(tokenOf({ video: { roomJoin: true, room: "standup", ...video } }));
      const { answer, reading: read } = allows({ reading, adapter: livekit }, "publish.camera", { at: now });
      return `${answer}, ${read}`;
    };
    expect(ask({ canPublish: false })).toBe("no, deny");
    expect(ask({ canPublish: false, roomAdmin: true })).toBe("uncertain, deny");
  });

  it("without a word about data gets none", async () => {
    const issued = await provider().issue(grant({ rights: { publish: false, moderate: true } }));
    expect(issued.properties.video).toMatchObject({ roomAdmin: true, canPublish: false });
    expect(issued.properties.video).not.toHaveProperty("canPublishData");
  });
});

const silent = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false } as const;
