// What the compiler of somebody who installed the packages knows, and what it refuses. Nothing of this is run.
import {
  type GrantInput,
  type Inspected,
  type Issued,
  parseGrant,
  type Translated,
  translate,
  type Verified,
} from "@roompass/core";
import type { Grant } from "@roompass/core/adapter";
import { createDaily, type DailyProperties } from "@roompass/daily";
import { createLiveKit, type LivekitProperties } from "@roompass/livekit";
import { createMetered, type MeteredProperties } from "@roompass/metered";
import { createVideoSDK, type VideosdkProperties } from "@roompass/videosdk";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
declare function same<One, Other>(isSame: Same<One, Other>): void;

const daily = createDaily({ apiKey: "TEST-key", domainId: "TEST-domain" });
const livekit = createLiveKit({ apiKey: "TEST-key", apiSecret: "TEST-secret" });
const metered = createMetered({ appName: "TEST-app", secretKey: "TEST-secret" });
const videosdk = createVideoSDK({ apiKey: "TEST-key", secret: "TEST-secret" });
const inRoom = { room: "standup", expiresIn: "1h" } as const;
const now = 1_800_000_000;

/** The input of `issue`: what a vendor's token has no place for does not compile. */
export async function issuing(): Promise<void> {
  await daily.issue({ ...inRoom, participant: { id: "u_1" }, rights: { publish: ["camera"], moderate: false } });
  await livekit.issue({
    ...inRoom,
    participant: { id: "u_1" },
    rights: { publish: ["camera"], subscribe: true },
  });
  await metered.issue({ ...inRoom, rights: { moderate: true, admit: true } });
  await videosdk.issue({ ...inRoom, entry: "direct" });
  // @ts-expect-error a room has to be said
  await daily.issue({ expiresIn: "1h" });
  // @ts-expect-error no Daily token governs data
  await daily.issue({ ...inRoom, rights: { publish: ["camera", "data"] } });
  // @ts-expect-error no Metered token hides anybody
  await metered.issue({ ...inRoom, rights: { visible: false } });
  // @ts-expect-error a VideoSDK token always says how its holder enters
  await videosdk.issue({ ...inRoom });
  // @ts-expect-error misspelt
  await livekit.issue({ ...inRoom, participant: { id: "u_1" }, rihgts: { publish: true } });
}

/** Extensions: each vendor takes its own, with its types. */
export async function extending(): Promise<void> {
  await daily.issue({ ...inRoom, extensions: { daily: { enable_prejoin_ui: true } } });
  await livekit.issue({
    ...inRoom,
    participant: { id: "u_1" },
    extensions: { livekit: { attributes: { team: "red" } } },
  });
  await metered.issue({ ...inRoom, extensions: { metered: { disableVideo: true } } });
  await videosdk.issue({ ...inRoom, entry: "direct", extensions: { videosdk: { jti: "1" } } });
  // @ts-expect-error the wrong type
  await daily.issue({ ...inRoom, extensions: { daily: { enable_prejoin_ui: "yes" } } });
  // @ts-expect-error texts only
  await livekit.issue({ ...inRoom, participant: { id: "u_1" }, extensions: { livekit: { attributes: { team: 1 } } } });
  // @ts-expect-error no such extension
  await metered.issue({ ...inRoom, extensions: { metered: { isAdmin: true } } });
}

/** What comes out is branded with the vendor, and with whether somebody checked it. */
export async function reading(token: string): Promise<void> {
  const verified = await daily.verify(token, { room: "standup" });
  const inspected = daily.inspect(token);
  const issued = await livekit.issue({ ...inRoom, participant: { id: "u_1" } });
  same<typeof verified, Verified<"daily", DailyProperties>>(true);
  same<typeof inspected, Inspected<"daily", DailyProperties>>(true);
  same<typeof verified.verified, true>(true);
  same<typeof inspected.verified, false>(true);
  same<typeof issued.vendor, "livekit">(true);
  same<typeof issued.properties, LivekitProperties>(true);
  same<typeof issued.expiresAt, number | null>(true);
  const kept: Issued<"livekit", LivekitProperties> = issued;
  void kept;
  // @ts-expect-error what was only inspected is not verified
  const trusted: Verified<"daily", DailyProperties> = inspected;
  void trusted;
  // @ts-expect-error nor is a copy of it that says so
  const forged: Verified<"daily", DailyProperties> = { ...inspected, verified: true };
  void forged;
  // @ts-expect-error nor is another vendor's token this one's
  const other: Verified<"livekit", LivekitProperties> = verified;
  void other;
  // @ts-expect-error a reading cannot be changed
  verified.vendor = "daily";
}

/** A translation is of the target's vendor, and only its provider issues it. */
export async function moving(token: string): Promise<void> {
  const verified = await daily.verify(token);
  const moved = translate(verified, { from: daily, to: videosdk, now });
  same<typeof moved, Translated<"videosdk", VideosdkProperties>>(true);
  same<typeof moved.properties, VideosdkProperties>(true);
  await videosdk.issue(moved);
  // @ts-expect-error it is not for this vendor
  await metered.issue(moved);
  // @ts-expect-error nobody vouches for what was only inspected
  translate(daily.inspect(token), { from: daily, to: videosdk, now });
  translate(daily.inspect(token), { from: daily, to: videosdk, now, trustUnverified: true });
  // @ts-expect-error the source is another vendor's
  translate(verified, { from: livekit, to: videosdk, now });
  // @ts-expect-error the time is always said
  translate(verified, { from: daily, to: videosdk });
  // @ts-expect-error no such path
  translate(verified, { from: daily, to: metered, now, policy: { allowWidening: ["rights.publsh"] } });
  const back = translate(await metered.verify(token), { from: metered, to: daily, now });
  same<typeof back.properties, DailyProperties>(true);
  same<(typeof metered)["method"], "sign" | "request">(true);
  same<ReturnType<typeof metered.inspect>["properties"], MeteredProperties>(true);
}

export const grant: Grant = parseGrant({ ...inRoom }, { now });
export const input: GrantInput = grant;
// @ts-expect-error the time is always said
parseGrant({ ...inRoom }, {});
