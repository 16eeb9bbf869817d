// Core knows no vendor: its code, as opposed to its comments, uses no vendor's name and no vendor's claim.
import { expect, it } from "vitest";
import { wordsOf } from "./syntax.ts";
import { adapters, packageNamed, sourcesOf } from "./workspace.ts";

/** What may name vendors: data for telling whose token a text is, and the list of placeholders found in their docs. */
const ALLOWED = [/^packages\/core\/src\/detect\//, /^packages\/core\/src\/jws\/secret-findings\.ts$/];

const CLAIMS = [
  "is_owner",
  "user_name",
  "user_id",
  "room_name",
  "domain_id",
  "enable_recording",
  "eject_at_token_exp",
  "close_tab_on_exit",
  "isAdmin",
  "globalRoomAccess",
  "expireUnixSec",
  "apikey",
  "allow_join",
  "ask_join",
  "allow_mod",
];

const vendors = new RegExp(adapters.map(({ directory }) => directory.slice("packages/".length)).join("|"), "i");
const claims = new RegExp(`(?<![A-Za-z0-9_])(?:${CLAIMS.join("|")})(?![A-Za-z0-9_])`);

it("core's code names no vendor and no vendor's claim", () => {
  const core = packageNamed("@roompass/core");
  const sources = core === undefined ? [] : sourcesOf(core);
  expect(sources.length).toBeGreaterThan(0);
  const found = sources
    .filter((path) => !ALLOWED.some((place) => place.test(path)))
    .flatMap((path) =>
      wordsOf(path)
        .filter((word) => vendors.test(word) || claims.test(word))
        .map((word) => `${path}: ${word.slice(0, 60)}`),
    );
  expect(found).toEqual([]);
});
