import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { type NearestName, nearestOfFirst } from "@roompass/core/kit";
import type { MeteredProperties } from "./properties.js";
import { foreignSwitchCure, suggestDataField } from "./unknown-claims.js";

/** What a grant can say to Metered alone, under `extensions.metered`. */
export interface MeteredExtensions {
  /** Hides the camera control in the embed. No protection: other clients ignore it. */
  readonly disableVideo?: boolean;
  /** Hides the microphone control in the embed. No protection: other clients ignore it. */
  readonly disableAudio?: boolean;
  /** Hides the screen sharing control in the embed. No protection: other clients ignore it. */
  readonly disableScreenSharing?: boolean;
}

/** The fields that a moved token's residue may set. */
export type ExtensionField = keyof MeteredExtensions | "meteredParticipantId";

const extensionTypes: Readonly<Record<ExtensionField, "boolean" | "string">> = {
  disableVideo: "boolean",
  disableAudio: "boolean",
  disableScreenSharing: "boolean",
  meteredParticipantId: "string",
};

const extensionFields = Object.keys(extensionTypes) as ExtensionField[];

/** Fields with a neutral name, or that are set in another way, and what to use instead. */
const modelled: Readonly<Record<Exclude<keyof MeteredProperties, ExtensionField>, string>> = {
  roomName: "Use `room`.",
  globalToken: "Use `room: { any: true }`.",
  isAdmin: "Use `rights.moderate` and `rights.admit`.",
  name: "Use `participant.name`.",
  email: "Use `participant.email`.",
  meta: "Use `participant.metadata`.",
  externalUserId: "Use `participant.id`.",
  expireUnixSec: "Use `expiresAt` or `expiresIn`.",
  notBeforeUnixSec: "Use `notBefore`.",
  ejectAfterElapsedTimeInSec: "Use `stay.maxSeconds`.",
  joinVideoOn: "Use `start.camera`.",
  joinAudioOn: "Use `start.microphone`.",
  appName: "Metered adds the app by itself.",
  iat: "Metered adds the issue time by itself.",
  exp: "Use `expiresAt` or `expiresIn`.",
  nbf: "Use `notBefore`.",
};

const modelledFields = Object.keys(modelled) as (keyof typeof modelled)[];

/** The extension fields of the right type among `values`; others are passed over. */
export function pickExtensions(values: Readonly<Record<string, unknown>>): Pick<MeteredProperties, ExtensionField> {
  return Object.fromEntries(
    extensionFields
      .filter((field) => Object.hasOwn(values, field) && typeof values[field] === extensionTypes[field])
      .map((field) => [field, values[field]]),
  );
}

// Names come from the caller: only plain ones are repeated in a path.
const plainName = /^[A-Za-z_$][\w$-]{0,63}$/;

function unknownField(key: string, path: string, nearest: NearestName): EncodeProblem {
  const near = nearest(key, extensionFields);
  const field = nearest(key, modelledFields) ?? suggestDataField(key, nearest);
  const instead =
    field !== undefined && Object.hasOwn(modelled, field) ? modelled[field as keyof typeof modelled] : undefined;
  const known = "Metered's own fields are `disableVideo`, `disableAudio` and `disableScreenSharing`.";
  return {
    path,
    code: "grant.unknown-field",
    message: "The extensions have a field that Metered does not have.",
    cure: foreignSwitchCure(key) ?? (near === undefined ? (instead ?? known) : `Did you mean \`${near}\`?`),
  };
}

function problemOf(key: string, value: unknown, nearest: NearestName): EncodeProblem | undefined {
  const path = plainName.test(key) ? `extensions.metered.${key}` : "extensions.metered";
  const type = Object.hasOwn(extensionTypes, key) ? extensionTypes[key as ExtensionField] : undefined;
  if (key === "meteredParticipantId") {
    return {
      path,
      code: "grant.modelled-extension",
      message: `\`${key}\` is no choice of yours.`,
      cure: "Leave it out; Metered adds it.",
    };
  }
  if (type !== undefined) {
    const message = `\`${key}\` is not a ${type}.`;
    return typeof value === type ? undefined : { path, code: "grant.invalid", message, cure: `Give a ${type}.` };
  }
  if (!Object.hasOwn(modelled, key)) return unknownField(key, path, nearest);
  return {
    path,
    code: "grant.modelled-extension",
    message: `\`${key}\` has a place of its own outside the extensions.`,
    cure: modelled[key as keyof typeof modelled],
  };
}

/** Reads `extensions.metered` strictly: only fields that have no neutral name, with the documented types. */
export function readExtensions(grant: Grant): {
  fields: Pick<MeteredProperties, ExtensionField>;
  problems: EncodeProblem[];
} {
  const said =
    grant.extensions !== undefined && Object.hasOwn(grant.extensions, "metered")
      ? grant.extensions["metered"]
      : undefined;
  if (said === undefined) return { fields: {}, problems: [] };
  const nearest = nearestOfFirst();
  const problems = Object.entries(said).map(([key, value]) => problemOf(key, value, nearest));
  return { fields: pickExtensions(said), problems: problems.filter((problem) => problem !== undefined) };
}
