import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt, refusedPaths, thrownBy } from "../testing/attempt.js";
import { makeForgetfulToy } from "../testing/forgetful-toy.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { publishKinds, type ToyProperties } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { anySettings, now } from "../testing/toy-space.js";
import type { PathOrParent, TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

/** A vendor at which whoever joins can send: no token of it withholds that. */
const openStage = makeForgetfulToy("open-stage", "Open Stage", ["send"]);

const silentKinds = Object.fromEntries(publishKinds.map((kind) => [kind, false]));
const publishPaths = publishKinds.map((kind) => `rights.publish.${kind}` as const);

/** Somebody who listens and watches, and sends nothing. */
const subscriber: ToyProperties = { room: "standup", exp: now + 3600, user: "u_1", send: silentKinds };

const move = (properties: ToyProperties, policy: TranslationPolicy = {}) =>
  translate(verified(toyAdapter, properties), { from: toyAdapter, to: openStage, now, policy });

describe("a subscriber at a vendor that cannot withhold sending", () => {
  it("is refused at every kind", () => {
    expect(refusedPaths(() => move(subscriber))).toEqual(publishPaths.toSorted(byModel));
  });

  it("is told why, and what it would take", () => {
    const { refusals } = attempt(() => move(subscriber));
    for (const refusal of refusals) {
      expect(refusal.reason).toBe(
        "The Toy token denies it; the Open Stage token cannot withhold it from anybody who joins.",
      );
      expect(refusal.remedy).toEqual({ where: "policy", setting: "allowWidening", value: [refusal.path] });
      expect([refusal.from, refusal.to]).toEqual(["deny", "ungoverned"]);
    }
  });

  it("does not get in by any policy that does not name the right", () => {
    const others: readonly PathOrParent[] = [
      ...(["rights.subscribe", "rights.moderate", "rights.record", "entry", "stay"] as const),
      ...(["participant", "notBefore", "automation"] as const),
    ];
    const policies = fc.record(
      {
        allowWidening: fc.subarray([...others]),
        assume: fc.constantFrom("documented-defaults" as const, "nothing" as const),
        strict: fc.boolean(),
        allowNoExpiry: fc.boolean(),
        vouch: fc.constantFrom({ moderate: true as const }, { record: true as const }, { admit: true as const }),
        narrow: fc.constantFrom({ rights: { publish: true as const } }, { expiresAt: now + 60 }, {}),
        ignoreUnknown: fc.constantFrom(["send"], ["rights.publish"]),
        require: fc.constantFrom<PathOrParent[]>(["rights.subscribe"], []),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(policies, anySettings, anySettings, (policy, source, target) => {
        const rooms = { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) };
        expect(refusedPaths(() => move(subscriber, { ...policy, rooms }))).toEqual(
          expect.arrayContaining(publishPaths),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("cannot be vouched for", () => {
    expect(thrownBy(() => move(subscriber, { vouch: { publish: { camera: true } } }))).toMatchObject({
      code: "translate.policy",
      path: "policy.vouch",
    });
  });

  it("gets in where the caller names the right, and the report says what that gives", () => {
    const moved = move(subscriber, { allowWidening: ["rights.publish"] });
    expect(moved.report.filter(({ effect }) => effect === "more")).toEqual([
      {
        path: "rights.publish",
        kind: "widened",
        effect: "more",
        from: "deny",
        to: "ungoverned",
        reason: expect.stringMatching(/^Allowed by `allowWidening`\. The Toy token denies it;/),
        covers: expect.arrayContaining(publishPaths),
      },
    ]);
    const kinds = publishKinds.filter((kind) => kind !== "camera");
    const rest = kinds.map((kind) => `rights.publish.${kind}`).toSorted(byModel);
    expect(refusedPaths(() => move(subscriber, { allowWidening: ["rights.publish.camera"] }))).toEqual(rest);
  });

  it("is refused whichever of the kinds is denied, and accepted when none is", () => {
    const switches = fc.record(Object.fromEntries(publishKinds.map((kind) => [kind, fc.boolean()])));
    fc.assert(
      fc.property(switches, (send) => {
        const denied = publishKinds.filter((kind) => send[kind] === false).map((kind) => `rights.publish.${kind}`);
        expect(refusedPaths(() => move({ ...subscriber, send })).toSorted()).toEqual(denied.toSorted());
      }),
    );
  });

  it("comes back as a subscriber from nowhere: the way out is the way that is closed", () => {
    const { send: _send, ...silent } = subscriber;
    const back = translate(verified(openStage, silent), { from: openStage, to: toyAdapter, now });
    expect(back.properties).toEqual(silent);
  });
});

function byModel(a: string, b: string): number {
  const order = ["microphone", "camera", "screen", "screenAudio", "custom", "data"];
  return order.findIndex((kind) => a.endsWith(`.${kind}`)) - order.findIndex((kind) => b.endsWith(`.${kind}`));
}
