import { describe, expect, it, vi } from "vitest";
import { blankForm, exampleForm, type FormState, halfTyped, presets } from "./form-state.js";
import { grantInput, readForm } from "./form-to-grant.js";
import { formOfFragment, fragmentOf } from "./share-link.js";

const now = 1_800_000_000;
const wrong = (part: Partial<FormState>): string[] =>
  readForm({ ...exampleForm, ...part }, now).errors.map(({ field, code }) => `${field} ${code}`);

describe("a form", () => {
  it("leaves out what was left empty: silence is no default", () => {
    expect(grantInput(blankForm)).toEqual({ expiresIn: "1h" });
  });

  it("makes the grant that it shows", () => {
    const rights = { ...exampleForm.rights, "rights.publish.data": "no", "rights.record": "yes" } as const;
    const { grant } = readForm({ ...exampleForm, everyRoom: true, maxSeconds: "600", endsAtExpiry: true, rights }, now);
    expect(grant).toMatchObject({
      room: { any: true },
      participant: { id: "u_1", name: "Alice" },
      expiresAt: now + 3600,
      stay: { endsAtExpiry: true, maxSeconds: 600 },
      entry: "direct",
      rights: { publish: { microphone: true, camera: true, data: false }, subscribe: true, admit: false, record: true },
    });
  });

  it.each([
    [{ room: "" }, ["room grant.missing"]],
    [{ room: "a\u0000" }, ["room grant.invalid"]],
    [{ participantId: "\ud800" }, ["participantId grant.invalid"]],
    [{ expiresIn: "soon" }, ["expiry grant.invalid"]],
    [{ expiresIn: "" }, ["expiry grant.missing"]],
    [{ ends: "at", expiresAt: "" }, ["expiry grant.missing"]],
    [{ ends: "at", expiresAt: "2020-01-01T00:00" }, ["expiry grant.empty-window"]],
    [{ ends: "at", expiresAt: "nonsense" }, ["expiry grant.invalid"]],
    [{ maxSeconds: "ten" }, ["maxSeconds grant.invalid"]],
    [{ notBefore: "2099-01-01T00:00" }, ["notBefore grant.empty-window"]],
    [{ notBefore: halfTyped }, ["notBefore grant.invalid"]],
    [{ room: "", maxSeconds: "-1" }, ["maxSeconds grant.invalid", "room grant.missing"]],
  ] as const)("with %j is wrong there", (part, expected) => {
    expect(wrong(part as Partial<FormState>)).toEqual(expected);
  });

  it("may never end, if that is what somebody says", () => {
    expect(readForm({ ...exampleForm, ends: "never" }, now).grant?.expiresAt).toBeNull();
  });

  it("takes a number of seconds as well as a duration", () => {
    expect(readForm({ ...exampleForm, expiresIn: " 90 " }, now).grant?.expiresAt).toBe(now + 90);
  });
});

describe("a link", () => {
  it.each(presets)("to the form of “$name” holds all of it", ({ form }) => {
    expect(formOfFragment(fragmentOf(form))).toEqual(form);
  });

  it("means the same instant everywhere", () => {
    const form: FormState = {
      ...exampleForm,
      ends: "at",
      expiresAt: "2030-05-01T10:00",
      notBefore: "2030-04-01T09:30",
    };
    expect(formOfFragment(fragmentOf(form))).toMatchObject({ expiresAt: form.expiresAt, notBefore: form.notBefore });
    expect(decodeURIComponent(fragmentOf(form))).toMatch(/"expiresAt":"2030-[\d-]+T[\d:.]+Z"/);
  });

  it("has these members and no other", () => {
    const names = Object.keys(
      JSON.parse(decodeURIComponent(fragmentOf(exampleForm).slice("#grant=".length))) as object,
    );
    expect(names).toEqual(["room", "id", "name", "expiresIn", "entry", "yes", "no"]);
  });

  const link = (value: unknown): string => `#grant=${encodeURIComponent(JSON.stringify(value))}`;

  it.each([
    "",
    "#other",
    "#grant=%",
    "#grant={",
    link([]),
    link(null),
    link({ room: 7 }),
    link({ token: "x" }),
    link({ room: "x", apiKey: "TEST-ONLY" }),
    link({ yes: ["root"] }),
    link({ ends: "soon" }),
    link({ room: "x".repeat(300) }),
    `#grant=${"x".repeat(5000)}`,
    link(JSON.parse('{"__proto__":{"room":"x"}}')),
  ])("that is none, or holds anything else, is not read: %#", (fragment) => {
    expect(formOfFragment(fragment)).toBeUndefined();
  });

  it.each(["+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z", "+010001-01-01T00:00:00Z", "-000001-01-01T00:00:00Z"])(
    "with a time that no field can show leaves the field empty: %s",
    (instant) => {
      // The ends of time lie beyond it in every zone but one, whichever way the zone differs.
      for (const offset of [-840, 0, 720]) {
        const zone = vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(offset);
        const form = formOfFragment(link({ notBefore: instant, expiresAt: instant, ends: "at" }));
        zone.mockRestore();
        expect(form).toMatchObject({ notBefore: "", expiresAt: "" });
      }
    },
  );

  it("lets a denial win over a permission of the same right", () => {
    expect(formOfFragment(link({ yes: ["admit"], no: ["admit"] }))?.rights["rights.admit"]).toBe("no");
  });
});
