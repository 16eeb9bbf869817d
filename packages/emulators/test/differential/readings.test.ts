// A second opinion on reading: what an adapter is sure of, the emulator does; what it rules out, the emulator refuses.
import { allows, type Action as CoreAction, inspectToken } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { sampled } from "../../../../tools/enumerations.ts";
import { type Action, actions, type Vendor, vendors } from "../../src/index.js";
import { now } from "../over-http.js";
import { pathOf } from "./judge.js";
import { adapters, emulatorOf, idOf, sign } from "./sides.js";
import { asksAndMore, type Claims, near } from "./spaces.js";

type Settings = Readonly<Record<string, unknown>>;

const rooms: Readonly<Record<Vendor, readonly Settings[]>> = {
  daily: [
    { privacy: "private" },
    {
      privacy: "private",
      enable_knocking: true,
      enable_recording: "cloud",
      enable_screenshare: false,
      permissions: { canSend: ["audio"], canAdmin: ["streaming"], canReceive: { base: false }, hasPresence: true },
    },
    { privacy: "private", enable_hidden_participants: true },
    { privacy: "private", enable_recording: ["local"], permissions: { canAdmin: true } },
    { privacy: "private", nbf: now + 5, exp: now + 700 },
  ],
  metered: [
    { privacy: "private" },
    { privacy: "private", ownerOnlyBroadcast: true, enableRecording: true, notBeforeUnixSec: now - 5 },
    { privacy: "private", audioOnlyRoom: true, enableRecording: false, expireUnixSec: now + 700 },
  ],
  videosdk: [{}],
};

const spots = [
  ...[now, now + 61, now + 700, now + 3600].map((at) => ({ at, room: "room-a" })),
  { at: now + 61, room: "room-b" },
];

/** The actions that core is asked about, too. */
const asked = actions.flatMap((action): readonly (readonly [Action, CoreAction])[] => {
  if (action === "join") return [[action, "join"]];
  const path = pathOf[action];
  return path.startsWith("rights.") && action !== "be hidden" ? [[action, path as CoreAction]] : [];
});

/**
 * Tokens of which an adapter is surer than the vendor's documents: it keeps to the stricter reading where they leave two,
 * and the emulator to the wider one.
 */
const surer: Readonly<Record<Vendor, (claims: Claims) => boolean>> = {
  daily: () => false,
  metered: () => false,
  // Permissions that the error table refuses and the samples sign.
  videosdk: asksAndMore,
};

interface Seen {
  yes: number;
  no: number;
  uncertain: number;
}

async function disagreements(vendor: Vendor, claims: Claims, roomSettings: Settings, seen: Seen): Promise<unknown[]> {
  const token = await sign(vendor, claims);
  const adapter = adapters[vendor];
  const reading = inspectToken(token, adapter, { now });
  const participantId = idOf(vendor, claims);
  const wrong: unknown[] = [];
  for (const spot of spots) {
    const free = await emulatorOf(vendor).allowsAll({ ...spot, participantId, roomSettings });
    const answers = await emulatorOf(vendor).allowsAll({ ...spot, participantId, token, roomSettings });
    for (const [action, target] of asked) {
      const said = allows({ reading, adapter, roomSettings }, target, { ...spot, participantId });
      seen[said.answer] += 1;
      // What anybody may do there without a token is no answer about the token.
      if (said.answer === "no" && free[action].allowed) continue;
      if (said.answer === "uncertain" || (said.answer === "yes") === answers[action].allowed) continue;
      wrong.push({ claims, roomSettings, spot, action, said, emulator: answers[action] });
    }
  }
  return wrong;
}

describe.each(vendors)("%s", (vendor) => {
  it.each(rooms[vendor])(
    "is read as its emulator acts, in %j",
    async (roomSettings) => {
      const wrong: unknown[] = [];
      const seen: Seen = { yes: 0, no: 0, uncertain: 0 };
      const single = roomSettings === rooms[vendor][0] ? near(vendor, 1) : [];
      const tokens = [...single, ...sampled(near(vendor, 2), 20)];
      for (const claims of tokens.filter((candidate) => !surer[vendor](candidate))) {
        wrong.push(...(await disagreements(vendor, claims, roomSettings, seen)));
      }
      console.log(`${vendor} in ${JSON.stringify(roomSettings)}: ${JSON.stringify(seen)}`);
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(seen.yes).toBeGreaterThan(100);
      expect(seen.no).toBeGreaterThan(100);
    },
    600_000,
  );
});
