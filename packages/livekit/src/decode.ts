import type { Decoded, Grant, Issuance, Native, PublishKind, Rights } from "@roompass/core/adapter";
import type { Draft } from "@roompass/core/kit";
import { roomDefault } from "./defaults.js";
import { metadataOf } from "./json-text.js";
import type { LivekitProperties, LivekitVideoGrant } from "./properties.js";
import { identityOf, purposesOf } from "./purposes.js";
import { publishReadings, trackKinds } from "./readings.js";
import { residueOf } from "./residue.js";
import { automationOf } from "./room-config.js";

/** Whether each kind may be sent, as far as the token says so. */
function publishOf(video: LivekitVideoGrant): Rights["publish"] {
  const readings = publishReadings(video);
  const publish: { [kind in PublishKind]?: boolean } = {};
  for (const kind of trackKinds) {
    const reading = readings[`rights.publish.${kind}`];
    if (reading === "allow" || reading === "deny") publish[kind] = reading === "allow";
  }
  if (video.canPublishData !== undefined) publish.data = video.canPublishData;
  return Object.keys(publish).length === 0 ? undefined : publish;
}

function rightsOf(video: LivekitVideoGrant): Rights | undefined {
  const rights: Draft<Rights> = {};
  const publish = publishOf(video);
  if (publish !== undefined) rights.publish = publish;
  if (video.canSubscribe !== undefined) rights.subscribe = video.canSubscribe;
  if (video.hidden !== undefined) rights.visible = !video.hidden;
  if (video.roomAdmin === true) rights.moderate = { media: true, remove: true, permissions: true };
  return Object.keys(rights).length === 0 ? undefined : rights;
}

function participantOf(properties: LivekitProperties): Grant["participant"] {
  const { name, metadata } = properties;
  const id = identityOf(properties);
  if (id === undefined && name === undefined && metadata === undefined) return undefined;
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(metadata === undefined ? {} : { metadata: metadataOf(metadata) }),
  };
}

/** What the token states in neutral words; what LiveKit merely does is left to `authority`. */
export function decode(native: Native<LivekitProperties>): Decoded {
  const { properties, unknown } = native;
  const { iss, iat, nbf, exp, video = {}, roomConfig } = properties;
  const purposes = purposesOf(properties);
  const participant = participantOf(properties);
  const rights = rightsOf(video);
  const automation = automationOf(roomConfig);
  const grant: Grant = {
    // A token that gives nothing has an error among its findings; a grant is for something all the same.
    purpose: purposes.length === 0 ? ["participant"] : purposes,
    room: video.room ?? roomDefault.value,
    ...(participant === undefined ? {} : { participant }),
    // Zero is how some signers write "no beginning".
    ...(nbf === undefined || nbf <= 0 ? {} : { notBefore: nbf }),
    // A token without `exp` is refused by some verifiers and lives for ever at others, so its expiry is not known.
    ...(exp === undefined ? {} : { expiresAt: exp }),
    ...(rights === undefined ? {} : { rights }),
    ...(automation === undefined ? {} : { automation }),
  };
  const issuance: Issuance = {
    ...(iat === undefined ? {} : { issuedAt: iat }),
    ...(iss === undefined ? {} : { tenant: iss }),
  };
  return { grant, issuance, residue: residueOf(properties), unknown };
}
