/**
 * Every right, flat, in the order in which translation prefers to keep them: what one sends and receives before
 * what one does to others, and capture last.
 */
export const rightPaths = Object.freeze([
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
] as const);

/** The path of one right in a grant. */
export type RightPath = (typeof rightPaths)[number];

/** The rights that can be limited to some modes. */
export type CapturePath = "rights.record" | "rights.livestream" | "rights.transcribe";

/** Every `CapturePath`, in the order of `rightPaths`. */
export const capturePaths: readonly CapturePath[] = Object.freeze([
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
] as const);

/** What one does to others. Whoever holds it acts on people who never saw the token. */
export const powersOverOthers = Object.freeze([
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
] as const satisfies readonly RightPath[]);

/** Every neutral field other than rights, as dotted paths; capabilities and reports speak of these. */
export const fieldPaths = Object.freeze([
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
] as const);

/** The path of one field of a grant that is no right. */
export type FieldPath = (typeof fieldPaths)[number];

/** The path of anything that a grant can say. */
export type GrantPath = RightPath | FieldPath;

/** All neutral paths in the order in which reports list them. */
export const grantPaths: readonly GrantPath[] = Object.freeze([...fieldPaths, ...rightPaths]);

const rights: ReadonlySet<string> = new Set(rightPaths);
const captures: ReadonlySet<string> = new Set(capturePaths);

export function isRightPath(path: string): path is RightPath {
  return rights.has(path);
}

export function isCapturePath(path: string): path is CapturePath {
  return captures.has(path);
}
