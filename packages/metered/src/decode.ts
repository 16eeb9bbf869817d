import type { Decoded, Grant, Issuance, Native, Participant, Rights, Start } from "@roompass/core/adapter";
import { roomBounds } from "./authority.js";
import { defaults } from "./defaults.js";
import { isExpiryUnreadable, stricterExpiry, stricterNotBefore } from "./join-window.js";
import { metadataOf } from "./metadata.js";
import type { MeteredProperties } from "./properties.js";

/**
 * What an admin certainly may beyond others; what `isAdmin` lets its holder do to them is not documented. Sending is not
 * among it: everybody sends, unless the room leaves that to admins.
 */
const adminRights: Rights = Object.freeze({ admit: true });

function participantOf(properties: MeteredProperties): Participant {
  const { externalUserId, name, email, meta } = properties;
  return {
    ...(externalUserId === undefined ? {} : { id: externalUserId }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(meta === undefined ? {} : { metadata: metadataOf(meta) }),
  };
}

function startOf({ joinVideoOn, joinAudioOn }: MeteredProperties): Start {
  return {
    ...(joinVideoOn === undefined ? {} : { camera: joinVideoOn ? "on" : "off" }),
    ...(joinAudioOn === undefined ? {} : { microphone: joinAudioOn ? "on" : "off" }),
  };
}

function member<Key extends keyof Grant>(key: Key, value: Grant[Key] & object): Partial<Grant> {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

/** What is known and has no neutral name. `globalToken` beside a room adds nothing that can be said of a room. */
function residueOf(properties: MeteredProperties): Record<string, unknown> {
  const { exp, nbf, globalToken, meteredParticipantId, disableVideo, disableAudio, disableScreenSharing } = properties;
  const beside = properties.roomName !== undefined || globalToken === false ? globalToken : undefined;
  const all = { globalToken: beside, exp, nbf, meteredParticipantId, disableVideo, disableAudio, disableScreenSharing };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Absence is documented to mean never; an expiry that could not be read is not absent. */
function expiryOf({ properties, findings }: Native<MeteredProperties>): Pick<Grant, "expiresAt"> {
  const expiresAt = stricterExpiry(properties);
  if (expiresAt === undefined && isExpiryUnreadable(findings)) return {};
  return { expiresAt: expiresAt ?? defaults.expiresAt.value };
}

function issuanceOf({ iat, appName }: MeteredProperties): Issuance {
  return {
    ...(iat === undefined ? {} : { issuedAt: iat }),
    ...(appName === undefined ? {} : { tenant: appName }),
  };
}

/**
 * What the token states. `isAdmin: true` states only what an admin certainly may; `isAdmin: false` and silence state
 * nothing. A missing expiry is `null`, since the vendor documents that such a token never expires.
 */
export function decode(native: Native<MeteredProperties>): Decoded {
  const { properties } = native;
  const notBefore = stricterNotBefore(properties) ?? defaults.notBefore.value;
  const maxSeconds = properties.ejectAfterElapsedTimeInSec;
  const grant: Grant = {
    purpose: ["participant"],
    room: roomBounds(properties).lowest,
    ...member("participant", participantOf(properties)),
    ...(notBefore > 0 ? { notBefore } : {}),
    ...expiryOf(native),
    ...(maxSeconds === undefined ? {} : { stay: { maxSeconds } }),
    ...(properties.isAdmin === true ? { rights: adminRights } : {}),
    ...member("start", startOf(properties)),
  };
  return { grant, issuance: issuanceOf(properties), residue: residueOf(properties), unknown: native.unknown };
}
