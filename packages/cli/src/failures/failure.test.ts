import { RoompassError } from "@roompass/core";
import { expect, it } from "vitest";
import { coloursFor } from "../output/colours.js";
import { now, roompass } from "../testing/fake-io.js";
import { dailyEnv, dailyToken } from "../testing/tokens.js";
import { failureOf } from "./failure.js";
import { failureLines } from "./failure-lines.js";

const token = dailyToken();
const error = async (...argv: string[]): Promise<unknown> =>
  (await roompass([...argv, "--json"], { env: dailyEnv })).json()["error"];

it("names options of the command and not of the library, for scripts as well", async () => {
  expect(await error("translate", dailyToken({ iat: now + 3600 }), "--to", "metered")).toMatchObject({
    code: "claims.issued-in-future",
    cure: expect.stringContaining("roompass verify --clock-tolerance-seconds"),
  });
  expect(await error("translate", token, "--to", "metered", "--require", "recrod")).toMatchObject({
    message: "--require names something that is not a path of a grant.",
  });
  expect(await error("translate", token, "--to", "metered", "--vouch", '{"record":["x"]}')).toMatchObject({
    message: "`record[0]` in --vouch is none of the words that it can be.",
  });
  expect(await error("translate", token, "--to", "metered", "--expires-in", "1900000000")).toMatchObject({
    message: "--expires-in is longer than 31 years and looks like an instant.",
  });
});

it.each([
  ["token.too-large", "Check that this is one meeting token."],
  ["request.timeout", "Try again."],
] as const)("does not send anybody with %s to a limit that no option changes", (code, cure) => {
  expect(failureOf(new RoompassError(code, "Text."))).toMatchObject({ cure });
});

it.each([
  ["request.rejected", "Check the credentials and the request."],
  ["request.rate-limited", "Wait as long as the vendor says, else a few seconds."],
] as const)("does not send a person with %s to details that only JSON has", (code, cure) => {
  const failure = failureOf(new RoompassError(code, "Text."));
  const screen = { colours: coloursFor(false, {}), width: 100, now, timeZone: "UTC" };
  expect(failureLines(failure, [], screen).at(-1)?.trim()).toBe(cure);
});
