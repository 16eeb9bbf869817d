import type { Evidence, Recognition } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Claims that Daily has never had and that other vendors' tokens stand on: LiveKit, Stream, Digital Samba, SignalWire,
 * VideoSDK, Metered, 100ms, Twilio, JaaS, Zoom, Vonage, Dyte.
 */
const foreignClaims = [
  "video",
  "roomConfig",
  "call_cids",
  "td",
  "rd",
  "jf",
  "ju",
  "acr",
  "apikey",
  "permissions",
  "data",
  "access_key",
  "room_id",
  "grants",
  "context",
  "tpc",
  "app_key",
  "role_type",
  "application_id",
  "connection_data",
  "meetingId",
  "presetId",
] as const;

/** Abbreviations that no other known vendor has. */
const dailyClaims = ["ejt", "eje", "erui", "ctoe", "rome", "uil", "sro", "mjh"] as const;

/** Abbreviations that mean little alone, and something beside a room. */
const shortClaims = ["ud", "u", "o", "k", "ss", "er", "sr", "ast", "vo", "ao", "p"] as const;

function isForeign({ header, claims }: Evidence): boolean {
  const { alg, typ } = header;
  if (alg !== undefined && alg !== "HS256") return true;
  if (typ !== undefined && (typeof typ !== "string" || typ.toUpperCase() !== "JWT")) return true;
  return foreignClaims.some((name) => Object.hasOwn(claims, name)) || Array.isArray(claims["s"]);
}

/** Whether a claim has the type that Daily gives it; a name alone proves little where names are one letter long. */
function hasMark(claims: Evidence["claims"]): boolean {
  return (
    typeof claims["r"] === "string" ||
    typeof claims["o"] === "boolean" ||
    isObject(claims["p"]) ||
    typeof claims["iat"] === "number"
  );
}

/** Recognises Daily's tokens by their claims. */
export function recognize(evidence: Evidence): Recognition | undefined {
  if (isForeign(evidence)) return undefined;
  const { claims } = evidence;
  const has = (name: string): boolean => Object.hasOwn(claims, name);
  const hasRoom = typeof claims["r"] === "string";
  if (typeof claims["d"] === "string" && hasMark(claims)) {
    if (uuid.test(claims["d"]))
      return { confidence: "certain", reason: "It has a domain id (`d`, a UUID) beside Daily's other claims." };
    if (hasRoom)
      return { confidence: "possible", reason: "It has a domain (`d`) and a room (`r`), but the domain is no UUID." };
  }
  const own = dailyClaims.filter(has).length;
  const short = shortClaims.filter(has).length;
  if (own >= 2 || (own === 1 && hasRoom))
    return { confidence: "likely", reason: "It has claims that only Daily's tokens have." };
  if (hasRoom && typeof claims["iat"] === "number") {
    return short > 0
      ? {
          confidence: "likely",
          reason: "It has a room (`r`) and others of Daily's abbreviations, but no domain id (`d`).",
        }
      : { confidence: "possible", reason: "It has a room (`r`) and a time of issue, but no domain id (`d`)." };
  }
  return own === 1 ? { confidence: "possible", reason: "It has a claim that only Daily's tokens have." } : undefined;
}
