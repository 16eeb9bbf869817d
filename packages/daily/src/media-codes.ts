/** What a participant can send, in the order in which this package writes lists. */
export const sendMedia = ["video", "audio", "screenVideo", "screenAudio", "customVideo", "customAudio"] as const;
/** A kind of media that `permissions.canSend` can name. */
export type DailySendMedia = (typeof sendMedia)[number];

/** What somebody who is not an owner can administer, in the order in which this package writes lists. */
export const adminRoles = ["participants", "streaming", "transcription"] as const;
/** Something that `permissions.canAdmin` can name. */
export type DailyAdminRole = (typeof adminRoles)[number];

/** Daily's abbreviations inside `p.cs` and inside the media objects of `p.cr`. */
export const mediaCodes: Readonly<Record<DailySendMedia, string>> = {
  video: "v",
  audio: "a",
  screenVideo: "sv",
  screenAudio: "sa",
  customVideo: "cv",
  customAudio: "ca",
};

/** Daily's abbreviations inside `p.ca`. */
export const adminCodes: Readonly<Record<DailyAdminRole, string>> = {
  participants: "p",
  streaming: "s",
  transcription: "t",
};

export const mediaByCode: ReadonlyMap<string, DailySendMedia> = new Map(
  sendMedia.map((name) => [mediaCodes[name], name]),
);
export const roleByCode: ReadonlyMap<string, DailyAdminRole> = new Map(
  adminRoles.map((name) => [adminCodes[name], name]),
);

export function isSendMedia(value: unknown): value is DailySendMedia {
  return (sendMedia as readonly unknown[]).includes(value);
}

export function isAdminRole(value: unknown): value is DailyAdminRole {
  return (adminRoles as readonly unknown[]).includes(value);
}
