import { expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { minimalAdapter } from "../reference/minimal.js";
import { grantAt } from "../subject/example-values.js";
import { grantPaths } from "../subject/grant-paths.js";
import { grantSaying } from "./make-source.js";
import { lostTogether } from "./together.js";

const now = 1_800_000_000;
const together = { path: "together", name: "all", value: undefined };

it("everything at once is everything that the vendor's tokens hold", () => {
  const whole = grantSaying({ adapter: referenceAdapter }, together, now);
  expect(grantPaths.filter((path) => grantAt(whole, path) === undefined)).toEqual([]);
  const least = grantSaying({ adapter: minimalAdapter }, together, now);
  expect(grantPaths.filter((path) => grantAt(least, path) !== undefined)).toEqual([
    "purpose",
    "room",
    "participant.id",
    "expiresAt",
  ]);
});

it("what is lost is told by its path", () => {
  const asked = { room: "a", participant: { name: "Ada", email: "ada@example.com" }, rights: { admit: true } };
  const read = { room: "a", participant: { name: "ada" }, rights: {} };
  expect(lostTogether(referenceAdapter, asked, read)).toEqual([
    "participant.name",
    "participant.email",
    "rights.admit",
  ]);
  expect(lostTogether(minimalAdapter, asked, { room: "b" })).toEqual(["room"]);
});
