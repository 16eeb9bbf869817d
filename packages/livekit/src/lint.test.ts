import { describe, expect, it } from "vitest";
import { livekit } from "./adapter.js";
import { holdsCredentials } from "./room-config.js";
import { guestClaims, now, room } from "./testing/provider.js";

const joining = { roomJoin: true, room };
const connection = "info livekit.expiry-first-connection exp";

function lintOf(changes: Record<string, unknown>): string[] {
  return livekit
    .lint(livekit.fromClaims(guestClaims(changes)), { now })
    .map(({ id, severity, path }) => `${severity} ${id} ${path}`);
}

describe("lint", () => {
  const serverRight = "warning livekit.server-rights-with-join";
  const admin = "warning livekit.admin-lifts-limits video.roomAdmin";
  const egress = "info livekit.starts-egress roomConfig.egress";
  const keys = "warning livekit.credentials-in-token roomConfig.egress";
  const rows: [string, Record<string, unknown>, string[]][] = [
    ["a participant", {}, [connection]],
    ["without an expiry", { exp: undefined }, []],
    ["a server", { sub: undefined, video: { roomCreate: true } }, []],
    [
      "joining and creating",
      { video: { ...joining, roomCreate: true } },
      [`${serverRight} video.roomCreate`, connection],
    ],
    ["joining and calling", { sip: { call: true } }, [`${serverRight} sip.call`, connection]],
    ["a worker that joins", { video: { ...joining, agent: true } }, [`${serverRight} video.agent`, connection]],
    ["an admin", { video: { ...joining, roomAdmin: true, canPublish: true, hidden: false } }, [connection]],
    ["an admin who may not send", { video: { ...joining, roomAdmin: true, canPublish: false } }, [admin, connection]],
    ["with one source", { video: { ...joining, roomAdmin: true, canPublishSources: ["camera"] } }, [admin, connection]],
    ["who may not receive", { video: { ...joining, roomAdmin: true, canSubscribe: false } }, [admin, connection]],
    ["who may not send data", { video: { ...joining, roomAdmin: true, canPublishData: false } }, [admin, connection]],
    ["who is hidden", { video: { ...joining, roomAdmin: true, hidden: true } }, [admin, connection]],
    ["metadata", { metadata: "a" }, [connection, "info lint.personal-data metadata"]],
    ["attributes", { attributes: { a: "b" } }, [connection, "info lint.personal-data attributes"]],
    ["empty ones", { metadata: "", attributes: {} }, [connection]],
    ["a configuration", { roomConfig: { name: "a", egress: {} } }, [connection]],
    ["one that records", { roomConfig: { egress: { room: {} } } }, [connection, egress]],
    ["one with keys", { roomConfig: { egress: { tracks: { s3: { secret: "a" } } } } }, [connection, egress, keys]],
  ];
  it.each(rows)("%s", (_, changes, findings) => {
    expect(lintOf(changes)).toEqual(findings);
  });
});

describe("keys in a configuration", () => {
  const room = (part: unknown) => ({ egress: { room: part } });
  it.each<[string, Record<string, unknown> | undefined, boolean]>([
    ["nothing", undefined, false],
    ["no egress", { name: "a", metadata: "secret" }, false],
    ["egress that is a text", { egress: "secret" }, false],
    ["a file", room({ fileOutputs: [{ filepath: "secret.mp4" }] }), false],
    ["an empty secret", room({ fileOutputs: [{ s3: { accessKey: "a", secret: "" } }] }), false],
    ["S3", room({ fileOutputs: [{ s3: { accessKey: "a", secret: "b" } }] }), true],
    ["Google", { egress: { tracks: { gcp: { credentials: "a" } } } }, true],
    ["Azure", { egress: { participant: { segmentOutputs: [{ azure: { accountKey: "a" } }] } } }, true],
    [
      "the other spelling of proto JSON",
      { egress: { participant: { segment_outputs: [{ azure: { account_key: "a" } }] } } },
      true,
    ],
    ["a stream's key", room({ streamOutputs: [{ urls: ["rtmp://example.org/a"] }] }), true],
    ["no stream", room({ streamOutputs: [] }), false],
    ["a null on the way", room({ fileOutputs: [null, { s3: null }, { s3: { secret: "b" } }] }), true],
  ])("%s", (_, config, holds) => {
    expect(holdsCredentials(config)).toBe(holds);
  });
});
