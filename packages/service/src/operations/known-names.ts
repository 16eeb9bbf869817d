/** Names of members in requests, for suggestions where one is misspelt. */
export const knownNames: readonly string[] = Object.freeze([
  ...["provider", "grant", "token", "vendor", "expect", "from", "to", "policy", "sign", "trustUnverified"],
  ...["includeExact", "invitation", "validForSeconds", "participantId", "clockToleranceSeconds", "ignoreNotBefore"],
  ...["purpose", "room", "participant", "notBefore", "expiresAt", "expiresIn", "stay", "entry", "rights", "start"],
  ...["automation", "client", "extensions", "anyOf", "pattern", "dialect", "any", "id", "name", "email", "avatarUrl"],
  ...["metadata", "endsAtExpiry", "maxSeconds", "publish", "subscribe", "visible", "moderate", "admit", "record"],
  ...["livestream", "transcribe", "microphone", "camera", "screen", "screenAudio", "data", "custom", "media"],
  ...["remove", "permissions", "base", "byParticipantId", "language", "redirectUrl", "closeTabOnExit", "mode"],
  ...["narrow", "rooms", "assume", "strict", "allowWidening", "vouch", "allowNoExpiry", "require", "ignoreUnknown"],
  ...["map", "source", "target"],
]);
