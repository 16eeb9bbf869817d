import type { Grant, RightPath, StatedReading } from "@roompass/core/adapter";
import { blockedBy } from "@roompass/core/kit";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { livekit } from "./adapter.js";
import type { LivekitVideoGrant } from "./properties.js";
import {
  adminOptions,
  captureOptions,
  dataOptions,
  noDataOptions,
  publishOptions,
  subscribeOptions,
  type VideoOption,
  visibleOptions,
} from "./rights-options.js";
import { canonicalVideo, differing, everyVideo, nativeOf } from "./testing/space.js";

type Kind = "microphone" | "camera" | "screen" | "screenAudio" | "custom" | "data";

const kinds: readonly Kind[] = ["microphone", "camera", "screen", "screenAudio", "custom", "data"];
const names: Readonly<Record<Kind, string>> = {
  microphone: "microphone",
  camera: "camera",
  screen: "screen_share",
  screenAudio: "screen_share_audio",
  custom: "unknown",
  data: "",
};

/**
 * What LiveKit's server does, as its public code and documents describe it: an unset switch allows, data follows the
 * switch for tracks, and a list that is not empty lets through what it names.
 */
function serverLets(video: LivekitVideoGrant, kind: Kind): boolean {
  const tracks = video.canPublish ?? true;
  if (kind === "data") return video.canPublishData ?? tracks;
  const list: readonly string[] = video.canPublishSources ?? [];
  return tracks && (list.length === 0 || list.includes(names[kind]));
}

function rightsOf(video: LivekitVideoGrant) {
  return livekit.authority(nativeOf({ sub: "u_1", video }), {}).rights;
}

describe("readings", () => {
  const certain: { readonly [reading in StatedReading]?: boolean } = {
    allow: true,
    "default(allow)": true,
    deny: false,
    "default(deny)": false,
    "deny, liftable": false,
  };

  it(`are what the server does, for all ${everyVideo.length} ways to say it`, () => {
    const wrong = everyVideo.flatMap((video) => {
      const rights = rightsOf(video);
      const may = (path: RightPath): boolean | undefined => certain[rights[path]];
      // Where two official texts disagree, the server's code withholds: more than that is never promised.
      const sending = kinds.filter((kind) => may(`rights.publish.${kind}`) !== serverLets(video, kind));
      const isAdmin = video.roomAdmin === true;
      const moderating = (["media", "remove", "permissions"] as const).filter(
        (power) => may(`rights.moderate.${power}`) !== isAdmin,
      );
      const others = [
        ...(may("rights.subscribe") === (video.canSubscribe ?? true) ? [] : ["subscribe"]),
        ...(may("rights.visible") === !(video.hidden ?? false) ? [] : ["visible"]),
      ];
      const all = [...sending, ...moderating, ...others];
      return all.length === 0 ? [] : [{ video, all }];
    });
    expect(wrong).toEqual([]);
  });

  it("say of a denial that it can be lifted in two places, and of every one beside `roomAdmin`", () => {
    const differ = everyVideo.filter((video) => {
      const rights = rightsOf(video);
      const liftable = (path: RightPath): boolean => rights[path] === "deny, liftable";
      const isListed = video.canPublish === false && video.canPublishSources !== undefined;
      const isAdmin = video.roomAdmin === true;
      const expected = kinds.filter((kind) =>
        isAdmin
          ? !serverLets(video, kind)
          : kind === "data"
            ? video.canPublish === false && video.canPublishData === undefined
            : isListed && (video.canPublishSources as readonly string[]).includes(names[kind]),
      );
      return (
        kinds.filter((kind) => liftable(`rights.publish.${kind}`)).join() !== expected.join() ||
        liftable("rights.subscribe") !== (isAdmin && video.canSubscribe === false) ||
        liftable("rights.visible") !== (isAdmin && video.hidden === true)
      );
    });
    expect(differ).toEqual([]);
  });

  it("tell denials apart that can be lifted for other reasons", () => {
    const words = (video: LivekitVideoGrant) => {
      const { statements = {} } = livekit.authority(nativeOf({ sub: "u_1", video }), {});
      return [statements["rights.publish.data"], statements["rights.publish.camera"]];
    };
    expect(words({ canPublish: false })).toEqual([null, undefined]);
    expect(words({ canPublish: false, roomAdmin: true })).toEqual([null, undefined]);
    expect(words({ canPublish: false, canPublishData: false, roomAdmin: true })).toEqual([false, undefined]);
    expect(words({ canPublish: false, canPublishData: false })).toEqual([undefined, undefined]);
    const listed = { canPublish: false, canPublishData: false, canPublishSources: ["camera"] } as const;
    expect(words(listed)).toEqual([undefined, "video.canPublishSources"]);
    expect(words({ ...listed, roomAdmin: true })).toEqual([false, undefined]);
  });

  it("an empty list gives what no list gives, never less", () => {
    for (const canPublish of [undefined, true, false]) {
      const video = canPublish === undefined ? {} : { canPublish };
      expect(rightsOf({ ...video, canPublishSources: [] })).toEqual(rightsOf(video));
    }
  });

  it("state in the grant exactly what the token says itself", () => {
    const stated = (video: LivekitVideoGrant): unknown => {
      const rights = livekit.decode(nativeOf({ sub: "u_1", video })).grant.rights;
      return [kinds.map((kind) => rights?.publish?.[kind]), rights?.subscribe, rights?.visible];
    };
    const said: { readonly [reading in StatedReading]?: boolean } = {
      allow: true,
      deny: false,
      "deny, liftable": false,
    };
    const expected = (video: LivekitVideoGrant): unknown => {
      const readings = rightsOf(video);
      const sent = kinds.map((kind) => said[readings[`rights.publish.${kind}`]]);
      const publish = [...sent.slice(0, -1), video.canPublishData];
      return [publish, video.canSubscribe, video.hidden === undefined ? undefined : !video.hidden];
    };
    expect(differing(canonicalVideo, stated, expected)).toEqual([]);
  });
});

describe("options", () => {
  const rows: readonly (readonly [string, VideoOption, LivekitVideoGrant])[] = [
    ...[false, true].flatMap((isAdmin) => {
      const role = isAdmin ? { roomAdmin: true } : {};
      return [
        ...publishOptions(isAdmin).map((option) => ["tracks", option, role] as const),
        ...publishOptions(isAdmin).flatMap(({ choice }) =>
          dataOptions(choice, isAdmin).map((option) => ["data", option, { ...role, ...choice }] as const),
        ),
        ...noDataOptions(isAdmin).map((option) => ["no data", option, role] as const),
        ...subscribeOptions(isAdmin).map((option) => ["receiving", option, role] as const),
        ...visibleOptions(isAdmin).map((option) => ["visible", option, role] as const),
      ];
    }),
    ...adminOptions.map((option) => ["admin", option, {}] as const),
    ...captureOptions.map((option) => ["capture", option, {}] as const),
  ];

  it.each(rows)("%s: yield what authority reads: $choice", (_what, { choice, readings }, beside) => {
    const read = rightsOf({ ...beside, ...choice });
    const paths = Object.keys(readings) as RightPath[];
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(readings[path]).toBe(read[path]);
  });

  it("cover every right but the one that LiveKit does not have", () => {
    const covered = new Set(rows.flatMap(([, { readings }]) => Object.keys(readings)));
    expect(Object.keys(rightsOf({})).filter((path) => !covered.has(path))).toEqual(["rights.admit"]);
  });

  it("never write an empty list, nor a list beside `canPublish: false`", () => {
    for (const { choice } of publishOptions(false)) {
      expect(choice.canPublishSources).not.toEqual([]);
      if (choice.canPublishSources !== undefined) expect(choice.canPublish).toBeUndefined();
    }
  });
});

describe("the choice under a ceiling", () => {
  const grant: Grant = { purpose: ["participant"], room: "standup", participant: { id: "u_1" }, expiresAt: 1 };
  const base = ceilingOfGrant(grant);
  const stated: readonly StatedReading[] = ["allow", "deny", "default(allow)", "unknown"];

  it("never goes beyond it while another one stays under it, for all 4096 of them", () => {
    let ceilings = [base.rights as Record<RightPath, StatedReading>];
    for (const kind of kinds) {
      ceilings = ceilings.flatMap((rights) =>
        stated.map((reading) => ({ ...rights, [`rights.publish.${kind}`]: reading })),
      );
    }
    expect(ceilings).toHaveLength(4 ** 6);
    const tracks = publishOptions(false).map(({ choice }) => ({
      choice,
      readings: rightsOf({ ...choice, canPublishData: false }),
    }));
    const beyond = ceilings.filter((rights) => {
      const ceiling = { ...base, rights };
      const { video = {} } = livekit.encode({ grant, ceiling }).native.properties;
      const chosen = blockedBy(ceiling, { choice: video, readings: rightsOf(video) }).length;
      const isEmptyList = video.canPublishSources?.length === 0;
      return isEmptyList || tracks.some((option) => blockedBy(ceiling, option).length < chosen);
    });
    expect(beyond).toEqual([]);
  });

  it("gives moderation only to whom all of it was given", () => {
    for (const media of stated)
      for (const remove of stated)
        for (const permissions of stated) {
          const rights = { ...base.rights, "rights.moderate.media": media, "rights.moderate.remove": remove };
          const ceiling = { ...base, rights: { ...rights, "rights.moderate.permissions": permissions } };
          const { video } = livekit.encode({ grant, ceiling }).native.properties;
          const all = [media, remove, permissions];
          const mayAll = all.every((reading) => reading === "allow" || reading === "default(allow)");
          expect({ all, isAdmin: video?.roomAdmin === true }).toEqual({ all, isAdmin: mayAll });
        }
  });

  it("gives `roomRecord` to a server only", () => {
    const rights = { ...base.rights, "rights.record": "allow", "rights.livestream": "allow" } as const;
    const ceiling = { ...base, rights };
    const server: Grant = { ...grant, purpose: ["api"], room: { any: true } };
    expect(livekit.encode({ grant: server, ceiling }).native.properties.video).toEqual({ roomRecord: true });
    expect(livekit.encode({ grant, ceiling }).native.properties.video).toEqual({ roomJoin: true, room: "standup" });
  });

  it("never turns a selection of what is received into everything", () => {
    const rights = { ...base.rights, "rights.subscribe": "allow" } as const;
    const ceiling = { ...base, rights, subscribeSelection: { base: true, byParticipantId: { u_2: false } } };
    expect(livekit.encode({ grant, ceiling }).native.properties.video?.canSubscribe).toBe(false);
    const allowWidening = new Set<RightPath>(["rights.subscribe"]);
    expect(
      livekit.encode({ grant, ceiling: { ...ceiling, allowWidening } }).native.properties.video?.canSubscribe,
    ).toBe(true);
  });
});
