import { describe, expect, it } from "vitest";
import { applyRemedy } from "../testing/apply-remedy.js";
import { attempt } from "../testing/attempt.js";
import { makeForgetfulToy } from "../testing/forgetful-toy.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { inspected, verified } from "../testing/toy-readings.js";
import { boundsSpace, now, rightsSpace } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import type { Refusal } from "./report.js";
import { translate } from "./translate.js";

const twin = makeToyAdapter("twin", "Twin");
const loud = makeForgetfulToy("loud", "Loud", ["send", "ask", "user", "nbf"]);
const hostless = makeForgetfulToy("hostless", "Hostless", ["host", "record"]);
const roomless = makeForgetfulToy("roomless", "Roomless", ["room"]);
const targets = [twin, loud, hostless] as const;
const known = { room: "standup", expiresAt: now + 3000 };
const policies: readonly TranslationPolicy[] = [
  {},
  { strict: true },
  { assume: "nothing", strict: true },
  { require: ["rights", "entry", "stay"] },
  { rooms: { map: {} }, require: ["automation"] },
];

interface Count {
  refusals: number;
  withRemedy: number;
  readonly withoutRemedy: Record<string, number>;
}

type Run = (policy: TranslationPolicy) => readonly Refusal[];

/** Applies every remedy of every refusal, one at a time, and sees whether that refusal is gone. */
function check(run: Run, policy: TranslationPolicy, count: Count): void {
  for (const { path, reason, remedy } of run(policy)) {
    count.refusals += 1;
    if (remedy === undefined) {
      count.withoutRemedy[path] = (count.withoutRemedy[path] ?? 0) + 1;
      continue;
    }
    count.withRemedy += 1;
    const left = run(applyRemedy(policy, remedy, known));
    // A room that is chosen at last may turn out to have no new name.
    const isTheSame = (refusal: Refusal): boolean => remedy.setting !== "narrow.room" || refusal.reason === reason;
    if (left.some((refusal) => refusal.path === path && isTheSame(refusal)))
      expect.fail(`${path} is still refused after ${JSON.stringify(remedy)} on ${JSON.stringify(policy)}`);
  }
}

/** Applies all remedies at once, again and again, until nothing is refused or nothing helps. */
function settle(run: Run, policy: TranslationPolicy): readonly Refusal[] {
  let current = policy;
  for (let round = 0; round < 5; round++) {
    const refusals = run(current);
    if (refusals.every(({ remedy }) => remedy === undefined)) return refusals;
    for (const { remedy } of refusals) if (remedy !== undefined) current = applyRemedy(current, remedy, known);
  }
  return expect.fail(`The remedies go round in circles from ${JSON.stringify(policy)}.`);
}

const isAlive = ({ exp, nbf }: ToyProperties): boolean =>
  exp === undefined || (exp > now && (nbf === undefined || nbf < exp));
const everySeventh = (_: unknown, index: number): boolean => index % 7 === 0;
const sources = [...rightsSpace.filter(everySeventh), ...boundsSpace.filter(isAlive).filter(everySeventh)];

describe("every remedy of every refusal", () => {
  it("makes that refusal go away", () => {
    const count: Count = { refusals: 0, withRemedy: 0, withoutRemedy: {} };
    for (const properties of sources) {
      const reading = verified(toyAdapter, properties);
      for (const to of targets) {
        const run: Run = (policy) => attempt(() => translate(reading, { from: toyAdapter, to, now, policy })).refusals;
        for (const policy of policies) check(run, policy, count);
      }
    }
    expect(count).toMatchInlineSnapshot(`
      {
        "refusals": 6785,
        "withRemedy": 6739,
        "withoutRemedy": {
          "rights.moderate.media": 23,
          "rights.moderate.remove": 23,
        },
      }
    `);
  });

  it("leads to a token, all applied together, but for what no policy can mend", () => {
    const unmended = new Set<string>();
    for (const properties of sources) {
      const reading = verified(toyAdapter, properties);
      for (const to of [...targets, roomless]) {
        const run: Run = (policy) => attempt(() => translate(reading, { from: toyAdapter, to, now, policy })).refusals;
        for (const policy of policies.slice(0, 3)) for (const { path } of settle(run, policy)) unmended.add(path);
      }
    }
    // A vendor whose tokens name no room cannot have a token for one.
    expect([...unmended]).toEqual(["room"]);
  });

  it("makes what could not be read go away, too", () => {
    const count: Count = { refusals: 0, withRemedy: 0, withoutRemedy: {} };
    const claims = { kind: "toy/1", room: "standup", exp: now + 60 };
    const odd: readonly Record<string, unknown>[] = [
      { other: 1, "": 2, "a.b": 3, send: { hologram: true, mic: false } },
      { zone: "west", theme: "dark" },
      { record: "yes", host: 1, send: { cam: "no" } },
    ];
    for (const more of odd) {
      for (const to of targets) {
        const reading = inspected(toyAdapter, { ...claims, ...more });
        const run: Run = (policy) =>
          attempt(() => translate(reading, { from: toyAdapter, to, now, policy, trustUnverified: true })).refusals;
        check(run, {}, count);
      }
    }
    expect(count).toMatchInlineSnapshot(`
      {
        "refusals": 27,
        "withRemedy": 18,
        "withoutRemedy": {
          "claims.host": 3,
          "claims.record": 3,
          "claims.send.cam": 3,
        },
      }
    `);
  });

  it("is not offered for what is over", () => {
    for (const properties of [{ exp: now - 1 }, { exp: now + 5, nbf: now + 5 }]) {
      const reading = verified(toyAdapter, { room: "standup", ...properties });
      const { refusals } = attempt(() => translate(reading, { from: toyAdapter, to: twin, now }));
      expect(refusals.map(({ remedy }) => remedy)).toEqual([undefined]);
    }
  });
});
