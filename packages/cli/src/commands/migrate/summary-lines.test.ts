import type { MigrateSummary } from "@roompass/migrate";
import { expect, it } from "vitest";
import { summaryLines } from "./summary-lines.js";

const place = { from: "daily", to: "livekit", rejects: "out.rejects", canResume: true };

function said(refused: Record<string, number>, moved = 0): string {
  const lines = Object.values(refused).reduce((sum, count) => sum + count, moved);
  const summary: MigrateSummary = {
    counts: { lines, blank: 0, moved, refused, kinds: {} },
    complete: true,
    resumedAt: 0,
    now: 1,
    outputSha256: "",
    notes: [],
  };
  return summaryLines(summary, place).join("\n");
}

it.each<[Record<string, number>, number, boolean]>([
  [{ "token.not-three-parts": 2, "line.not-json": 1 }, 0, true],
  [{ "token.not-three-parts": 2 }, 1, false],
  [{ "token.not-three-parts": 2, "token.expired": 1 }, 0, false],
  [{ "signature.mismatch": 2 }, 0, false],
  // Tokens that were cut off, or whose line says twice which one counts.
  [{ "token.not-canonical": 2 }, 0, false],
  [{ "line.duplicate-name": 1, "token.not-three-parts": 1 }, 0, false],
  [{}, 0, false],
])("%j with %i moved: whether it may be the wrong file", (refused, moved, isWrong) => {
  expect(said(refused, moved).includes("whether it is the right file")).toBe(isWrong);
});

it("does not deny that there are tokens, since there may be something around each", () => {
  const words = said({ "token.bad-character": 2 });
  expect(words).toContain("No line could be read as a token");
  expect(words).toContain("nothing around it");
});

it("names vendor and key where signatures do not match", () => {
  expect(said({ "signature.mismatch": 2 })).toContain("or not daily's: look at --from and the key");
});

it("sends nobody to translate with a line of the rejects, which holds no token", () => {
  expect(said({ "translate.refused": 1 })).toContain(
    "Give such a line of the input to `roompass translate --provider daily --to livekit`",
  );
});
