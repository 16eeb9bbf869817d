import type { Powers } from "@roompass/conformance/order";
import { isFull, spread } from "../../../../../tools/enumerations.ts";
import { dailyPowers } from "../model/daily-powers.ts";
import { livekitPowers } from "../model/livekit-powers.ts";
import { meteredPowers } from "../model/metered-powers.ts";
import { videosdkPowers } from "../model/videosdk-powers.ts";
import type { Vendor } from "../vendors.ts";
import type { Claims } from "./combine.ts";
import { dailyForms, dailySpaces } from "./daily-space.ts";
import { livekitForms, livekitSpaces } from "./livekit-space.ts";
import { meteredForms, meteredSpace } from "./metered-space.ts";
import { videosdkForms, videosdkSpace } from "./videosdk-space.ts";

/** Each vendor's claim space, in parts of which each has its own share of a sample. */
export const spaces: Readonly<Record<Vendor, readonly (readonly Claims[])[]>> = {
  daily: dailySpaces,
  livekit: livekitSpaces,
  metered: [meteredSpace],
  videosdk: [videosdkSpace],
};

export const forms: Readonly<Record<Vendor, readonly Claims[]>> = {
  daily: dailyForms,
  livekit: livekitForms,
  metered: meteredForms,
  videosdk: videosdkForms,
};

/** About `count` of a vendor's claims, in equal shares of each part of its space. */
export function someClaims(vendor: Vendor, count: number): readonly Claims[] {
  const parts = spaces[vendor];
  return parts.flatMap((part) => spread(part, Math.ceil(count / parts.length)));
}

/** The same, and in a full run every one. */
export function claimsOf(vendor: Vendor, count: number): readonly Claims[] {
  return someClaims(vendor, isFull ? Number.POSITIVE_INFINITY : count);
}

/** The same, and in a full run twenty times as many: for laws that compare each token with very many others. */
export function manyClaims(vendor: Vendor, count: number): readonly Claims[] {
  return someClaims(vendor, isFull ? count * 20 : count);
}

export interface Settings {
  /** The room at Daily is known to let people knock. */
  readonly knocks?: boolean;
  /** And can be joined between these instants only, unix seconds. */
  readonly opens?: number;
  readonly closes?: number;
}

const readers: Readonly<Record<Vendor, (claims: Claims, settings: Settings) => Powers>> = {
  daily: dailyPowers,
  livekit: livekitPowers,
  metered: meteredPowers,
  videosdk: videosdkPowers,
};

/** The second opinion on what somebody can do with such a token. */
export function powersOf(vendor: Vendor, claims: Claims, settings: Settings = {}): Powers {
  return readers[vendor](claims, settings);
}
