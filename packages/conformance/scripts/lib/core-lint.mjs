// What must hold for the vectors that are made for every vendor.
import { claimsNeeded } from "./claims-needed.mjs";
import { canonicalText } from "./files.mjs";
import { phasesOf } from "./phases.mjs";
import { isSignedWith, readToken } from "./token.mjs";

/** Every claim that a test writes or reads by its neutral path is one that its group requires. */
function checkRequired({ id, input, test, requires }) {
  return claimsNeeded({ token: input.token, expect: test.expect })
    .filter((name) => !requires.includes(name))
    .map((name) => `${id}: does not require ${name}`);
}

function checkKeys({ id, input, content }) {
  const known = content.keys.map((key) => key.id);
  return [...(input.keys ?? []), ...(input.token?.sign?.key === undefined ? [] : [input.token.sign.key])]
    .filter((name) => !known.includes(name))
    .map((name) => `${id}: the key ${name} is not in the file`);
}

function checkUnusedKeys(tests) {
  const used = new Set(tests.flatMap(({ input }) => [input.key, input.token?.sign?.key, ...(input.keys ?? [])]));
  const [first] = tests;
  return first.content.keys.filter((key) => !used.has(key.id)).map((key) => `${first.path}: no test uses ${key.id}`);
}

/** The phases are those of the codes. */
function checkPhases({ id, test }) {
  const { outcome, phase, anyOf } = test.expect;
  if (outcome !== "error") return [];
  const expected = phasesOf(anyOf);
  return canonicalText(expected) === canonicalText(phase) ? [] : [`${id}: the codes are of the phase ${expected}`];
}

/** Another vendor's token has to be a good one, or it would be refused for another reason. */
function checkForeign({ id, test, input, content }) {
  if (!test.flags.includes("ForeignToken")) return [];
  const key = content.keys.find((candidate) => candidate.id === input.key);
  const { literal } = input.token;
  const { claims } = readToken(literal);
  const problems = isSignedWith(literal, key.text) ? [] : [`${id}: the signature does not match the key`];
  const expiresAt = claims.exp ?? claims.data?.expireUnixSec;
  return expiresAt > input.now ? problems : [...problems, `${id}: the token has expired`];
}

/**
 * @param {readonly any[]} tests
 * @returns {string[]}
 */
export function checkCoreTests(tests) {
  const core = tests.filter(({ content }) => content.suite === "core");
  const files = [...new Set(core.map(({ path }) => path))].map((path) => core.filter((test) => test.path === path));
  return [
    ...core.flatMap((test) => [
      ...checkRequired(test),
      ...checkKeys(test),
      ...checkPhases(test),
      ...checkForeign(test),
    ]),
    ...files.flatMap(checkUnusedKeys),
  ];
}
