import { describe, expect, it } from "vitest";
import { attempt, inspected, now, unfolded } from "./vendors.ts";

const audioOnly = {
  daily: inspected("daily", { r: "standup", exp: now + 3600, p: { cs: "a" } }),
  livekit: inspected("livekit", {
    sub: "u_1",
    exp: now + 3600,
    video: { roomJoin: true, room: "standup", canPublishSources: ["microphone"] },
  }),
} as const;
const ways = (["daily", "livekit"] as const).flatMap((from) =>
  (["videosdk", "metered"] as const).map((to) => [from, to] as const),
);
const lost = ["camera", "screen", "screenAudio", "custom"].map((kind) => `rights.publish.${kind}`);

describe.each(ways)("a %s token that sends sound only to %s", (from, to) => {
  it("is refused with the path of every kind that would come to be sent", () => {
    const { moved, refusals } = attempt(audioOnly[from], to);
    expect(moved).toBeUndefined();
    expect(unfolded(refusals)).toEqual(lost);
    expect(refusals.map(({ remedy }) => remedy)).toEqual(
      lost.map((path) => ({ where: "policy", setting: "allowWidening", value: [path] })),
    );
  });

  it("passes with `allowWidening`, and every widened path is reported", () => {
    const { moved, refusals } = attempt(audioOnly[from], to, { allowWidening: ["rights.publish"] });
    expect(refusals).toEqual([]);
    const widened = moved?.report.filter(({ kind, effect }) => kind === "widened" && effect === "more") ?? [];
    expect(unfolded(widened).sort()).toEqual([...lost].sort());
  });

  it("is refused for what is left when only some of it may widen", () => {
    const { refusals } = attempt(audioOnly[from], to, {
      allowWidening: ["rights.publish.camera", "rights.publish.custom"],
    });
    expect(unfolded(refusals)).toEqual(["rights.publish.screen", "rights.publish.screenAudio"]);
  });

  it("stays refused for everything else that was allowed to widen", () => {
    const { refusals } = attempt(audioOnly[from], to, {
      allowWidening: ["rights.moderate", "entry", "stay", "notBefore"],
    });
    expect(unfolded(refusals)).toEqual(lost);
  });
});

describe("a guest who has to ask", () => {
  const guest = inspected("videosdk", {
    permissions: ["ask_join"],
    version: 2,
    roomId: "2kyv-gzay-64pg",
    roles: ["rtc"],
    exp: now + 3600,
  });

  it("is told at Metered to be issued no token", () => {
    const [refusal] = attempt(guest, "metered").refusals;
    expect(refusal?.path).toBe("entry");
    expect(refusal?.reason).toContain("issue no token: a lobby guest has none");
  });

  it("walks in at Metered only where the caller says so, and the report says so too", () => {
    const { moved } = attempt(guest, "metered", { allowWidening: ["entry"] });
    expect(moved?.report.find(({ path }) => path === "entry")).toMatchObject({
      kind: "widened",
      from: "ask",
      to: "direct",
    });
  });
});
