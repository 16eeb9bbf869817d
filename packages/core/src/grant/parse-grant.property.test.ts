import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze, type GrantInput, parseGrant, safeParseGrant, sameValue } from "./index.js";

const now = 1_800_000_000;
const options = { now };

const nameText = fc
  .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const kind = fc.constantFrom("microphone", "camera", "screen", "screenAudio", "custom");
const mode = fc.constantFrom("cloud", "cloudAudioOnly", "local", "rawTracks");
const kinds = fc.dictionary(kind, fc.boolean());
const capture = fc.oneof(fc.boolean(), fc.array(mode, { minLength: 1 }));
const automated = fc.oneof(fc.constant(true), fc.record({ mode }, { requiredKeys: [] }));
const switched = fc.constantFrom("on", "off");
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes("__proto__"));

const room = fc.oneof(
  nameText,
  fc.record({ anyOf: fc.array(nameText, { minLength: 1 }) }),
  fc.record({ pattern: nameText, dialect: nameText }),
  fc.constant({ any: true }),
);

const rights = fc.record(
  {
    publish: fc.oneof(
      fc.boolean(),
      fc.array(fc.oneof(kind, fc.constant("data"))),
      fc.dictionary(fc.oneof(kind, fc.constant("data")), fc.boolean()),
    ),
    subscribe: fc.oneof(
      fc.boolean(),
      fc.array(kind),
      fc.record(
        {
          base: fc.oneof(fc.boolean(), kinds),
          byParticipantId: fc.dictionary(
            nameText.filter((id) => id !== "__proto__"),
            fc.oneof(fc.boolean(), kinds),
          ),
        },
        { requiredKeys: ["base"] },
      ),
    ),
    visible: fc.boolean(),
    moderate: fc.oneof(fc.boolean(), fc.dictionary(fc.constantFrom("media", "remove", "permissions"), fc.boolean())),
    admit: fc.boolean(),
    record: capture,
    livestream: capture,
    transcribe: capture,
  },
  { requiredKeys: [] },
);

const expiry = fc.oneof(
  fc.record({ expiresAt: fc.integer({ min: now + 1, max: now + 1e8 }) }),
  fc.record({ expiresAt: fc.date({ min: new Date((now + 1) * 1000), max: new Date(4e12), noInvalidDate: true }) }),
  fc.record({ expiresIn: fc.integer({ min: 1, max: 1e8 }) }),
  fc.record({
    expiresIn: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom("s", "m", "h", "d")).map((x) => x.join("")),
  }),
  fc.constant({ expiresAt: null }),
);

const grantInput = fc
  .tuple(
    fc.record(
      {
        purpose: fc.oneof(fc.constantFrom("participant", "api"), fc.constant(["participant", "api"])),
        room,
        participant: fc.record(
          { id: nameText, name: fc.string(), email: fc.string(), avatarUrl: fc.string(), metadata: json },
          { requiredKeys: [] },
        ),
        notBefore: fc.oneof(fc.constant(0), fc.integer({ min: 1e9, max: now })),
        stay: fc.record(
          { maxSeconds: fc.integer({ min: 1, max: 1e9 }), endsAtExpiry: fc.constant(false) },
          { requiredKeys: [] },
        ),
        entry: fc.constantFrom("ask", "direct"),
        rights,
        start: fc.record({ camera: switched, microphone: switched }, { requiredKeys: [] }),
        automation: fc.record({ record: automated, transcribe: automated }, { requiredKeys: [] }),
        client: fc.record({ redirectUrl: nameText, closeTabOnExit: fc.boolean() }, { requiredKeys: [] }),
        extensions: fc.dictionary(
          fc.constantFrom("acme", "constructor"),
          fc.dictionary(
            nameText.filter((name) => name !== "__proto__"),
            json,
          ),
        ),
      },
      { requiredKeys: ["room"] },
    ),
    expiry,
  )
  .map(([fields, end]) => ({ ...fields, ...end }) as unknown as GrantInput);

/** Every place of an input that is an object with fixed names. */
function openObjects(input: object): { path: string; object: Record<string, unknown> }[] {
  const found: { path: string; object: Record<string, unknown> }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return;
    if (/^participant\.metadata|^extensions|byParticipantId$/.test(path)) return;
    found.push({ path, object: value as Record<string, unknown> });
    for (const [name, member] of Object.entries(value)) visit(member, path === "" ? name : `${path}.${name}`);
  };
  visit(input, "");
  return found;
}

describe("parseGrant", () => {
  it("accepts every well-formed input, is idempotent, pure and repeatable", () => {
    fc.assert(
      fc.property(grantInput, (input) => {
        const before = structuredClone(input);
        const grant = parseGrant(deepFreeze(input), options);
        expect(sameValue(parseGrant(grant, options), grant)).toBe(true);
        expect(JSON.stringify(parseGrant(input, options))).toBe(JSON.stringify(grant));
        expect(input).toEqual(before);
        expect(sameValue(JSON.parse(JSON.stringify(grant)), grant)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("never extends the window", () => {
    fc.assert(
      fc.property(grantInput, (input) => {
        const { expiresAt } = parseGrant(input, options);
        if (input.expiresAt instanceof Date)
          expect((expiresAt ?? 0) * 1000).toBeLessThanOrEqual(input.expiresAt.getTime());
      }),
    );
  });

  it("refuses an unknown name anywhere, with its path", () => {
    const unknownName = fc.string({ minLength: 1, maxLength: 10 }).map((text) => `x${text.replace(/\W/g, "")}Unknown`);
    fc.assert(
      fc.property(grantInput, unknownName, fc.nat(), fc.anything(), (input, name, pick, value) => {
        const changed = structuredClone(input) as unknown as Record<string, unknown>;
        const places = openObjects(changed);
        const place = places[pick % places.length];
        if (place === undefined) return;
        place.object[name] = value;
        const result = safeParseGrant(changed, options);
        expect(result.ok).toBe(false);
        const path = place.path === "" ? name : `${place.path}.${name}`;
        expect(result.ok ? [] : result.issues).toContainEqual(
          expect.objectContaining({ code: "grant.unknown-field", path, message: `\`${path}\` does not exist.` }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("throws nothing but RoompassErrors, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          try {
            parseGrant({ room: "a", rights: input, participant: { metadata: input }, room2: input }, options);
          } catch (error) {
            expect(RoompassError.isInstance(error)).toBe(true);
          }
          expect(() => safeParseGrant(input, options)).not.toThrow();
        },
      ),
    );
  });
});

describe("messages", () => {
  const canary = "canary-7f3a";

  /** Replaces one leaf of an input by something wrong that carries the canary. */
  function spoil(value: unknown, pick: { left: number }, wrong: unknown): unknown {
    if (Array.isArray(value)) return value.map((member) => spoil(member, pick, wrong));
    if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, spoil(member, pick, wrong)]));
    }
    pick.left -= 1;
    return pick.left === -1 ? wrong : value;
  }

  const wrongValue = fc.constantFrom<unknown>(
    `${canary}\u0000`,
    canary,
    [canary],
    [[canary]],
    new Date(Number.NaN),
    new Error(canary),
    Symbol(canary),
    () => canary,
  );

  it("never repeat a value", () => {
    fc.assert(
      fc.property(grantInput, fc.nat({ max: 12 }), wrongValue, (input, left, wrong) => {
        const result = safeParseGrant(spoil(input, { left }, wrong), options);
        if (result.ok) return;
        expect(JSON.stringify(result.issues)).not.toContain(canary);
        try {
          parseGrant(spoil(input, { left }, wrong), options);
        } catch (error) {
          expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(canary);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("never repeat the id of a sender", () => {
    for (const rightsOfSender of [null, { cam: true }, { camera: 1 }, [canary], canary]) {
      const subscribe = { base: true, byParticipantId: { [canary]: rightsOfSender } };
      const result = safeParseGrant({ room: "a", expiresIn: 60, rights: { subscribe } }, options);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(canary);
    }
  });
});
