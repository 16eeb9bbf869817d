import { translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { videosdk } from "./adapter.js";
import { now, provider, tokenOf } from "./testing/provider.js";

/** What the report says about the room of a token that moves to another account. */
async function remedyFor(roomId: string) {
  const source = await provider().verify(tokenOf({ roomId }));
  const to = { adapter: videosdk, tenant: "TEST-ONLY-other-project", method: "sign" } as const;
  const moved = translate(source, { from: videosdk, to, now });
  return moved.report.find(({ path }) => path === "room")?.remedy;
}

describe("a room that has to exist", () => {
  it("is made by the option that VideoSDK has for it", async () => {
    const where = { vendor: "videosdk", where: "room" };
    expect(await remedyFor("standup")).toEqual({ ...where, setting: "customRoomId", value: "standup" });
    expect(await remedyFor("2kyv-gzay-64pg")).toEqual({ ...where, setting: "roomId", value: "2kyv-gzay-64pg" });
  });
});
