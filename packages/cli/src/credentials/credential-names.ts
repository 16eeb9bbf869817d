/** Every credential that the command knows, by the name of its environment variable. */
export const credentialNames = [
  "DAILY_API_KEY",
  "DAILY_DOMAIN_ID",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
  "METERED_APP_NAME",
  "METERED_SECRET_KEY",
  "VIDEOSDK_API_KEY",
  "VIDEOSDK_SECRET",
] as const;

export type CredentialName = (typeof credentialNames)[number];

/** Those of which there may be several, for rotation: the first signs, all of them verify. */
export const severalAllowed: ReadonlySet<CredentialName> = new Set<CredentialName>([
  "DAILY_API_KEY",
  "LIVEKIT_API_SECRET",
  "VIDEOSDK_SECRET",
]);

/** Those that are secret; the others name an account and stand in tokens and addresses. */
export const secretNames: readonly CredentialName[] = [
  "DAILY_API_KEY",
  "LIVEKIT_API_SECRET",
  "METERED_SECRET_KEY",
  "VIDEOSDK_SECRET",
];

export function isCredentialName(name: string): name is CredentialName {
  return (credentialNames as readonly string[]).includes(name);
}
