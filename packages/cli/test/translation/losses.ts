import type { NarrowInput } from "@roompass/core";
import type { Claims } from "./spaces/combine.ts";
import { now, type Vendor } from "./vendors.ts";

/** A way to take something from a token's claims. */
export interface Loss {
  readonly name: string;
  readonly lose: (claims: Claims) => Claims;
}

function without(claims: Claims, ...names: readonly string[]): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}

const inside = (claims: Claims, member: string): Claims => (claims[member] ?? {}) as Claims;
const permitting = (claims: Claims, said: Claims): Claims => ({ ...claims, p: { ...inside(claims, "p"), ...said } });
const earlier = (end: unknown): number => (typeof end === "number" && end < now + 600 ? end : now + 600);
const shorter = (limit: unknown): number => (typeof limit === "number" && limit < 60 ? limit : 60);

function withoutVideo(list: unknown): unknown {
  if (list === undefined || list === true) return "a";
  if (typeof list !== "string") return list;
  const left = list.split(",").filter((code) => code !== "v");
  return left.length === 0 ? false : left.join(",");
}

const saying = (claims: Claims, said: Claims): Claims => ({
  ...claims,
  video: { ...inside(claims, "video"), ...said },
});

/** Less of LiveKit's `video`, without the members that are named. */
function less(claims: Claims, names: readonly string[], said: Claims = {}): Claims {
  return { ...claims, video: { ...without(inside(claims, "video"), ...names), ...said } };
}

/** An empty list would be every source, so that nobody's last source is taken by taking it from the list. */
function withoutCamera(claims: Claims): Claims {
  const { canPublish, canPublishSources = [] } = inside(claims, "video") as { canPublish?: boolean } & Claims;
  const list = canPublishSources as readonly string[];
  if (canPublish === false && list.length === 0) return claims;
  const others = ["microphone", "screen_share", "screen_share_audio"];
  const left = list.length === 0 ? others : list.filter((source) => source !== "camera");
  return left.length === 0
    ? less(claims, ["canPublishSources"], { canPublish: false })
    : saying(claims, { canPublishSources: left });
}

const joiningOnly = (roles: unknown): unknown => (Array.isArray(roles) && !roles.includes("rtc") ? roles : ["rtc"]);

/** What one vendor's token can lose, claim by claim. */
export const losses: Readonly<Record<Vendor, readonly Loss[]>> = {
  daily: [
    { name: "is no owner", lose: (claims) => without(claims, "o") },
    { name: "administers nobody", lose: (claims) => permitting(without(claims, "o"), { ca: false }) },
    { name: "sends nothing", lose: (claims) => permitting(claims, { cs: false }) },
    { name: "sends no video", lose: (claims) => permitting(claims, { cs: withoutVideo(inside(claims, "p")["cs"]) }) },
    { name: "shares no screen", lose: (claims) => ({ ...claims, ss: false }) },
    { name: "receives nothing", lose: (claims) => permitting(claims, { cr: { b: false } }) },
    { name: "records nothing", lose: (claims) => without(claims, "er", "sr") },
    { name: "knocks", lose: (claims) => ({ ...claims, k: true }) },
    { name: "is removed early", lose: (claims) => ({ ...claims, eje: shorter(claims["eje"]) }) },
    { name: "is bound to somebody", lose: (claims) => ({ ud: "u_1", ...claims }) },
    { name: "ends earlier", lose: (claims) => ({ ...claims, exp: earlier(claims["exp"]) }) },
  ],
  livekit: [
    { name: "is no admin", lose: (claims) => less(claims, ["roomAdmin"]) },
    { name: "sends nothing", lose: (claims) => less(claims, ["canPublishSources"], { canPublish: false }) },
    { name: "sends no video", lose: withoutCamera },
    { name: "sends no data", lose: (claims) => saying(claims, { canPublishData: false }) },
    { name: "receives nothing", lose: (claims) => saying(claims, { canSubscribe: false }) },
    {
      name: "calls no API",
      lose: (claims) => less(claims, ["roomCreate", "roomList", "roomRecord", "ingressAdmin", "agent"]),
    },
    { name: "says nothing of itself", lose: (claims) => less(claims, ["canUpdateOwnMetadata", "recorder"]) },
    { name: "is bound to somebody", lose: (claims) => ({ sub: "u_1", ...claims }) },
    { name: "ends earlier", lose: (claims) => ({ ...claims, exp: earlier(claims["exp"]) }) },
  ],
  metered: [
    { name: "is no admin", lose: (claims) => ({ ...claims, data: { ...inside(claims, "data"), isAdmin: false } }) },
    {
      name: "is removed early",
      lose: (claims) => ({ ...claims, data: { ...inside(claims, "data"), ejectAfterElapsedTimeInSec: 60 } }),
    },
    {
      name: "is bound to somebody",
      lose: (claims) => ({ ...claims, data: { externalUserId: "u_1", ...inside(claims, "data") } }),
    },
    { name: "ends earlier", lose: (claims) => ({ ...claims, exp: earlier(claims["exp"]) }) },
  ],
  videosdk: [
    {
      name: "moderates nobody",
      lose: (claims) => ({
        ...claims,
        permissions: [claims["permissions"] ?? []].flat().filter((one) => one !== "allow_mod"),
      }),
    },
    { name: "has to ask", lose: (claims) => ({ ...claims, permissions: ["ask_join"] }) },
    { name: "calls no API", lose: (claims) => ({ ...claims, roles: joiningOnly(claims["roles"]) }) },
    { name: "is bound to somebody", lose: (claims) => ({ participantId: "u_1", ...claims }) },
    { name: "ends earlier", lose: (claims) => ({ ...claims, exp: earlier(claims["exp"]) }) },
  ],
};

/** What a caller can take from any token, by the policy's `narrow`. */
export const narrowings: readonly { readonly name: string; readonly narrow: NarrowInput }[] = [
  { name: "no camera", narrow: { rights: { publish: { camera: false } } } },
  { name: "no sending", narrow: { rights: { publish: false } } },
  { name: "no receiving", narrow: { rights: { subscribe: false } } },
  { name: "no muting", narrow: { rights: { moderate: { media: false } } } },
  { name: "no removing", narrow: { rights: { moderate: { remove: false } } } },
  { name: "no moderation", narrow: { rights: { moderate: false } } },
  { name: "no admission", narrow: { rights: { admit: false } } },
  { name: "no live streams", narrow: { rights: { livestream: false } } },
  { name: "a short stay", narrow: { stay: { maxSeconds: 60 } } },
  { name: "one person", narrow: { participant: { id: "u_1" } } },
];
