import { RoompassError } from "@roompass/core";
import { metered } from "@roompass/metered";
import { expect, it } from "vitest";
import { jobOf } from "../testing/job.js";
import { now, sign, videosdkAt } from "../testing/tokens.js";
import { RateLimit } from "./rate-limit.js";
import { readSource } from "./read-source.js";

it("asks for either purpose, and waits for its turn with each of the two requests", async () => {
  const asked: unknown[] = [];
  const verified = { token: "the vendor's reading" };
  const setup = {
    from: { adapter: metered },
    to: videosdkAt(now),
    unverifiable: "ask" as const,
    validate: async (_token: string, { purpose }: { readonly purpose?: unknown }) => {
      asked.push(purpose);
      if (purpose === "api") return verified as never;
      throw new RoompassError("policy.purpose", "The token is not for the purpose `participant`.");
    },
  };
  let turns = 0;
  class CountingLimit extends RateLimit {
    override async turn(): Promise<void> {
      turns += 1;
    }
  }
  const job = { ...(await jobOf({}, () => setup)), limit: new CountingLimit(1) };
  const token = sign({ data: { roomName: "a" }, iat: now }, "TEST-ONLY-x");
  expect(await readSource(token, job)).toEqual({ reading: verified, trustUnverified: false });
  expect([asked, turns]).toEqual([[undefined, "api"], 2]);
});
