import { expect, it } from "vitest";
import { mirrorAdapter, referenceAdapter } from "../reference/adapter.js";
import { translationsOf } from "./loss-matrix.js";

const subject = { adapter: referenceAdapter };
const none = { carried: "none", source: "x", asOf: "2026-01" } as const;
const poor = {
  adapter: {
    ...mirrorAdapter,
    capabilities: {
      ...mirrorAdapter.capabilities,
      "participant.email": none,
      entry: { ...none, outside: { where: "room", setting: "knock" } },
      room: { ...none, carried: "partly" },
    },
  } as typeof mirrorAdapter,
};

it("tells by the tables what a field can become, both ways", () => {
  const [there, back] = translationsOf(subject, [poor], []);
  const kind = (path: string) => [there?.fields[path]?.kinds, back?.fields[path]?.kinds];
  expect([there?.from, there?.to, back?.from, back?.to]).toEqual(["reference", "mirror", "mirror", "reference"]);
  expect(kind("participant.name")).toEqual([["kept"], ["kept"]]);
  expect(kind("participant.email")).toEqual([["dropped"], ["absent"]]);
  expect(kind("entry")).toEqual([["moved"], ["absent"]]);
  expect(kind("room")).toEqual([["narrowed"], ["kept"]]);
});

it("puts what the cases saw over it, also of a parent and of what has no neutral path", () => {
  const loss = (path: string, kind: string) => ({ from: "reference", to: "mirror", path, kind });
  const losses = [
    loss("rights.publish", "narrowed"),
    loss("rights.publish.camera", "assumed"),
    loss("extensions.reference.x", "dropped"),
  ];
  const [there, back] = translationsOf(subject, [poor], losses);
  expect(there?.fields["rights.publish.camera"]).toEqual({ kinds: ["assumed", "narrowed"], observed: true });
  expect(there?.fields["rights.publish.screen"]).toEqual({ kinds: ["narrowed"], observed: true });
  expect(there?.fields["extensions.reference.x"]).toEqual({ kinds: ["dropped"], observed: true });
  expect(there?.fields["rights.record"]?.observed).toBe(false);
  expect(Object.values(back?.fields ?? {}).some(({ observed }) => observed)).toBe(false);
});

it("has nothing to say of the vendor itself", () => {
  expect(translationsOf(subject, [subject], [])).toEqual([]);
});
