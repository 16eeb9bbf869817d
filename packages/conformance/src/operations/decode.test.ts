import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject } from "../subject/subject.js";
import { encodeJson } from "../tokens/base64url.js";
import { exampleClaims } from "../tokens/example-claims.js";
import type { Json, VectorTest } from "../vectors/vector.js";
import { observeDecode } from "./decode.js";
import { observeRecognize } from "./recognize.js";

const now = 1_800_000_000;
const subject = completeSubject({ adapter: referenceAdapter });
const claims = exampleClaims(subject, now);
const header = { alg: "HS256", typ: "JWT" };
const tokenOf = (said: Json): string => `${encodeJson(header)}.${encodeJson(said)}.AA`;

const { grant, issuance } = referenceAdapter.decode(referenceAdapter.fromClaims(claims));

const decoding = (said: Json, findings: readonly object[] = []): VectorTest =>
  ({
    id: "reference.decode.one",
    input: { op: "decode", now, token: tokenOf(said) },
    expect: { outcome: "ok", claims: said, grant, issuance, residue: {}, unknown: {}, findings },
  }) as unknown as VectorTest;

/** The reference adapter with some members changed. */
const changed = (change: Partial<typeof referenceAdapter>): Subject => ({
  ...subject,
  adapter: { ...referenceAdapter, ...change },
});

const hinting = (message: string, cure: string): Subject =>
  changed({
    lint: () => [{ id: "lint.unknown-claim", severity: "warning", path: "rm", message, cure }],
  });

const meant = { severity: "warning", id: "lint.unknown-claim", path: "rm", mentions: "room" };

class Refusal extends Error {
  readonly code = "grant.unsupported";
}

describe("decode", () => {
  it("holds what was understood to what is written again", () => {
    const { expected, actual } = observeDecode(subject, decoding(claims));
    expect(actual).toEqual(expected);
    expect(actual).toMatchObject({ written: claims });
    const forgetting = changed({ toClaims: ({ properties }) => ({ exp: properties.exp }) });
    const forgotten = observeDecode(forgetting, decoding(claims));
    expect(forgotten.actual).not.toEqual(forgotten.expected);
  });

  it("asks for nothing to be written where something was said, or where a request alone can carry it", () => {
    const odd = { ...claims, exp: "soon" };
    expect(observeDecode(subject, decoding(odd)).actual).not.toHaveProperty("written");
    const asking = changed({
      toClaims: () => {
        throw new Refusal("Only a request carries this.");
      },
    });
    expect(observeDecode(asking, decoding(claims)).actual).not.toHaveProperty("written");
    const broken = changed({
      toClaims: () => {
        throw new TypeError("broken");
      },
    });
    expect(() => observeDecode(broken, decoding(claims))).toThrow(TypeError);
  });

  it.each([
    ["in the cure", "It is unknown.", "Did you mean `room`?", true],
    ["in the message", "This is no room.", "", true],
    ["at the end", "No", "room", true],
    ["as a part of another word", "There are rooms, a bedroom and room_2.", "Roomy", false],
    ["beside parts of other words", "No rooms, but a room.", "", true],
    ["in other letters", "Room", "ROOM", false],
    ["nowhere", "It is unknown.", "Leave it out.", false],
  ])("looks for a name that has to be mentioned: %s", (_where, message, cure, isFound) => {
    const { expected, actual } = observeDecode(hinting(message, cure), decoding(claims, [meant]));
    const { findings } = actual as { readonly findings: unknown };
    const wanted = (expected as { readonly findings: unknown }).findings;
    if (isFound) expect(findings).toEqual(wanted);
    else expect(findings).not.toEqual(wanted);
  });

  it("compares no other words", () => {
    const { mentions: _, ...silent } = meant;
    const { expected, actual } = observeDecode(hinting("Whatever.", "Do something."), decoding(claims, [silent]));
    expect(actual).toEqual(expected);
  });
});

describe("recognize", () => {
  const recognizing = (said: Json, recognized: string): VectorTest =>
    ({
      id: "reference.decode.whose",
      input: { op: "recognize", now, token: tokenOf(said) },
      expect: { outcome: "ok", recognized },
    }) as unknown as VectorTest;

  it.each([
    ["its own token", claims, "certain"],
    ["nothing", {}, "no"],
  ])("tells how sure the adapter is: %s", (_what, said, recognized) => {
    const { expected, actual } = observeRecognize(subject, recognizing(said, recognized));
    expect(actual).toEqual(expected);
  });

  it("shows the adapter header and claims, and nothing else", () => {
    let seen: unknown;
    const watching = changed({
      recognize: (evidence) => {
        seen = evidence;
        return { confidence: "possible", reason: "It may be." };
      },
    });
    expect(observeRecognize(watching, recognizing(claims, "possible")).actual).toMatchObject({
      recognized: "possible",
    });
    expect(seen).toEqual({ header, claims });
  });
});
