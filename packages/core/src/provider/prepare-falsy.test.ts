import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { prepareIssue } from "./prepare.js";
import { now, tenant } from "./testing/toy-provider.js";

const falsy = [0, "", false, null, Number.NaN];
const show = (value: unknown): string => (Number.isNaN(value) ? "NaN" : JSON.stringify(value));

function issue(path: string, value: unknown): ToyProperties | string {
  const input: Record<string, unknown> = { room: "standup", expiresIn: 3600 };
  if (path === "expiresAt") delete input["expiresIn"];
  const names = path.split(".");
  const last = names.pop() as string;
  let place = input;
  for (const name of names) {
    const below: Record<string, unknown> = {};
    place[name] = below;
    place = below;
  }
  place[last] = value;
  try {
    const { native } = prepareIssue(input, { adapter: toyAdapter, tenant, method: "sign", now });
    return native.properties as ToyProperties;
  } catch (error) {
    if (RoompassError.isInstance(error)) return error.code;
    throw error;
  }
}

/** What an empty grant becomes; a value that was said must never end here by being ignored. */
const plain: ToyProperties = { account: tenant, room: "standup", iat: now, exp: now + 3600 };

/** The values that are honoured, and what they become. Every other one is an error. */
const honoured: Readonly<Record<string, Readonly<Record<string, Partial<ToyProperties>>>>> = {
  // Zero is how tokens say that there is no beginning.
  notBefore: { "0": {} },
  expiresAt: { null: { exp: undefined as never } },
  "rights.publish": {
    false: { send: { microphone: false, camera: false, screen: false, screenAudio: false, custom: false } },
  },
  "rights.publish.camera": { false: { send: { camera: false } } },
  "rights.publish.data": { false: { send: { data: false } } },
  "rights.record": { false: { record: false } },
  // Silence denies them, and nothing can lift that.
  "rights.moderate": { false: {} },
  "rights.moderate.media": { false: {} },
  "rights.moderate.remove": { false: {} },
  "rights.moderate.permissions": { false: {} },
  // The vendor does not say whether a setting can lift it; that is in the report.
  "rights.livestream": { false: {} },
  // It is what silence says.
  "stay.endsAtExpiry": { false: {} },
  // Descriptions that may be empty or free; they are in the report.
  "participant.email": { '""': {} },
  "participant.avatarUrl": { '""': {} },
  "participant.metadata": { "0": {}, '""': {}, false: {}, null: {} },
  "client.closeTabOnExit": { false: {} },
};

const paths = [
  "purpose",
  "room",
  "participant",
  "participant.id",
  "participant.name",
  "participant.email",
  "participant.avatarUrl",
  "participant.metadata",
  "notBefore",
  "expiresAt",
  "expiresIn",
  "stay",
  "stay.endsAtExpiry",
  "stay.maxSeconds",
  "entry",
  "rights",
  "rights.publish",
  "rights.publish.camera",
  "rights.publish.data",
  "rights.subscribe",
  "rights.visible",
  "rights.moderate",
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
  "start",
  "start.camera",
  "start.microphone",
  "automation",
  "automation.record",
  "automation.transcribe",
  "client",
  "client.language",
  "client.redirectUrl",
  "client.closeTabOnExit",
  "extensions",
  "extensions.toy",
  "extensions.toy.theme",
  "extensions.toy.zone",
];

describe("a value that counts as nothing", () => {
  it.each(paths)("is honoured or refused at `%s`, and never the default", (path) => {
    for (const value of falsy) {
      const expected = honoured[path]?.[show(value)];
      const actual = issue(path, value);
      if (expected === undefined) expect(`${show(value)} ${show(actual)}`).toMatch(/^\S+ "(grant|claims)\./);
      else expect({ ...plain, ...expected }).toEqual(actual);
    }
  });

  const describing = /^(start|automation|client|participant\.(?!id))/;

  it.each(paths.filter((path) => describing.test(path)))("is not said when it is undefined: `%s`", (path) => {
    expect(issue(path, undefined)).toEqual(plain);
  });

  it.each(paths.filter((path) => !describing.test(path)))("is not passed over when it is undefined: `%s`", (path) => {
    expect(issue(path, undefined)).toBe("grant.missing");
  });
});
