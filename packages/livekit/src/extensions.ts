import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { isObject, nearestName } from "@roompass/core/kit";
import { isPlainName } from "./plain-name.js";
import { accountRights } from "./properties.js";
import { accountGroups, type Residue, videoSwitches } from "./residue.js";
import { holdsCredentials } from "./room-config.js";

interface Shape {
  readonly wanted: string;
  readonly accepts: (value: unknown) => boolean;
}

const text: Shape = { wanted: "a non-empty string", accepts: (value) => typeof value === "string" && value !== "" };
const given: Shape = { wanted: "`true`; left out, it is off", accepts: (value) => value === true };
const texts: Shape = {
  wanted: "a list of strings",
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};
const textByName: Shape = {
  wanted: "an object of strings",
  accepts: (value) => isObject(value) && Object.values(value).every((item) => typeof item === "string"),
};
const config: Shape = {
  wanted: "an object without storage keys and stream keys, which whoever has the token can read",
  accepts: (value) => isObject(value) && !holdsCredentials(value),
};

/** At least one of the group's switches, and nothing that the group does not have. */
function group(names: readonly string[]): Shape {
  return {
    wanted: `an object with ${names.map((name) => `\`${name}: true\``).join(" or ")}`,
    accepts: (value) =>
      isObject(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([name, member]) => names.includes(name) && member === true),
  };
}

const shapes: Readonly<Record<string, Shape>> = {
  attributes: textByName,
  kind: text,
  kindDetails: texts,
  sha256: text,
  roomPreset: text,
  roomConfig: config,
  destinationRoom: text,
  ...Object.fromEntries(Object.keys(videoSwitches).map((name) => [name, given])),
  ...Object.fromEntries(accountGroups.map((name) => [name, group(accountRights[name])])),
};

/** What says the same in the neutral model, so that it is checked there. */
const modelled: Readonly<Record<string, string>> = {
  iss: "Leave it out: it comes from the provider's settings.",
  sub: "Use `participant.id`.",
  identity: "Use `participant.id`.",
  jti: "Leave it out: LiveKit's Go code takes it for an identity.",
  name: "Use `participant.name`.",
  metadata: "Use `participant.metadata`.",
  exp: "Use `expiresAt`.",
  ttl: "Use `expiresIn`.",
  nbf: "Use `notBefore`.",
  iat: "Leave it out: it is set when the token is issued.",
  room: "Use `room`.",
  roomJoin: "Use `purpose`.",
  roomAdmin: "Use `rights.moderate`.",
  roomRecord: 'Use `purpose: "api"` with `rights.record` and `rights.livestream`.',
  canPublish: "Use `rights.publish`.",
  canPublishSources: "Use `rights.publish`.",
  canPublishData: "Use `rights.publish.data`.",
  canSubscribe: "Use `rights.subscribe`.",
  hidden: "Use `rights.visible`.",
  video: "Use `room` and `rights`; the switches that they do not have are extensions by their own names.",
};

const known: readonly string[] = [...Object.keys(shapes), ...Object.keys(modelled)];

/** Reads `extensions.livekit` strictly; what it returns has the names of the residue. */
export function readExtensions(extensions: Grant["extensions"], problems: EncodeProblem[]): Residue {
  if (extensions === undefined || !Object.hasOwn(extensions, "livekit")) return {};
  const accepted: [string, unknown][] = [];
  for (const [name, value] of Object.entries(extensions["livekit"] ?? {})) {
    const path = isPlainName(name) ? `extensions.livekit.${name}` : "extensions.livekit";
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) problems.push(refusal(name, path));
    else if (shape.accepts(value)) accepted.push([name, value]);
    else {
      const message = `\`${name}\` is not ${shape.wanted}.`;
      problems.push({ path, code: "grant.invalid", message, cure: `Give ${shape.wanted}, or leave it out.` });
    }
  }
  return Object.fromEntries(accepted);
}

function refusal(name: string, path: string): EncodeProblem {
  if (Object.hasOwn(modelled, name)) {
    return {
      path,
      code: "grant.modelled-extension",
      message: `\`${name}\` has a place outside the extensions, where it is checked.`,
      cure: modelled[name] ?? "Use the neutral field.",
    };
  }
  const near = isPlainName(name) ? nearestName(name, known) : undefined;
  return {
    path,
    code: "grant.unknown-field",
    message: "LiveKit has no such property.",
    cure:
      near === undefined ? `Leave it out; there are ${Object.keys(shapes).join(", ")}.` : `Did you mean \`${near}\`?`,
  };
}
