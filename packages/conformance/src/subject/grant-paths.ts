import type { FieldPath, GrantPath, RightPath } from "@roompass/core/adapter";

/** Every right, written out a second time: the suite does not ask the code under test what there is. */
export const rightNames: readonly RightPath[] = [
  "rights.publish.microphone",
  "rights.publish.camera",
  "rights.publish.screen",
  "rights.publish.screenAudio",
  "rights.publish.custom",
  "rights.publish.data",
  "rights.subscribe",
  "rights.visible",
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
];

/** Everything else that a grant can say. */
export const fieldNames: readonly FieldPath[] = [
  "purpose",
  "room",
  "participant.id",
  "participant.name",
  "participant.email",
  "participant.avatarUrl",
  "participant.metadata",
  "notBefore",
  "expiresAt",
  "stay.endsAtExpiry",
  "stay.maxSeconds",
  "entry",
  "start.camera",
  "start.microphone",
  "automation.record",
  "automation.transcribe",
  "client.language",
  "client.redirectUrl",
  "client.closeTabOnExit",
];

export const grantPaths: readonly GrantPath[] = [...fieldNames, ...rightNames];
