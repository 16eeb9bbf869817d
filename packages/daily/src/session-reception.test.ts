import { allows, translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { daily } from "./adapter.js";
import { now, signing, tokenOf } from "./testing/provider.js";

const provider = signing();
const read = (cr: object) => provider.inspect(tokenOf({ p: { cr } }));
const subscribe = (cr: object) => {
  const reading = read(cr);
  return [
    daily.authority(reading.native, {}).rights["rights.subscribe"],
    reading.grant.rights?.subscribe,
    allows({ reading, adapter: daily }, "subscribe", { at: now }).answer,
  ];
};

describe("reception that differs by session, which no neutral word names", () => {
  it.each<[string, object]>([
    ["everything but one session", { b: true, p: { s1: false } }],
    ["everything but one kind of a session", { b: true, p: { s1: { v: false } } }],
    ["everything but one track of a session", { b: true, p: { s1: { cv: { "*": true, slides: false } } } }],
    ["one sender but one session", { b: false, u: { ann: true }, p: { s1: false } }],
  ])("is not certain where one is denied: %s", (_what, cr) => {
    expect(subscribe(cr)).toEqual(["possible", undefined, "uncertain"]);
  });

  it("is certain where nothing is denied, and stays denied where everything is", () => {
    expect(subscribe({ b: true })).toEqual(["allow", true, "yes"]);
    expect(subscribe({ b: true, p: { s1: true } })).toEqual(["allow", true, "yes"]);
    expect(subscribe({ b: false, p: { s1: false } })).toEqual(["deny", false, "no"]);
  });

  it.each<[string, object]>([
    ["one session", { b: false, p: { s1: true } }],
    [
      "one custom track",
      { b: { v: false, a: false, sv: false, sa: false, cv: { "*": false, x: true }, ca: { "*": false } } },
    ],
    ["one custom track of a sender", { b: false, u: { ann: { cv: { x: true } } } }],
    ["whatever holds without a base", {}],
    ["whatever holds for kinds that the base leaves out", { b: { v: false } }],
  ])("is denied, and not for certain, where something is left: %s", (_what, cr) => {
    expect(subscribe(cr)).toEqual(["deny", false, "uncertain"]);
  });

  it.each<[object, readonly string[]]>([
    [{ b: false, u: { ann: false }, p: { s1: false, s2: { v: false, cv: { x: false } } } }, ["permissions"]],
    [{ b: true, p: { s1: { a: true } } }, ["permissions"]],
    [{ b: true, u: { ann: false }, p: { s1: true } }, ["permissions.canReceive"]],
    [{ b: false, p: { s1: { cv: { x: true } } } }, ["permissions.canReceive"]],
  ])("is told by the neutral right alone only where no session differs: %j", (cr, residue) => {
    expect(Object.keys(daily.decode(read(cr).native).residue)).toEqual(residue);
  });

  it("stays as it is at Daily", async () => {
    const token = tokenOf({ p: { cr: { b: true, p: { s1: false } } } });
    const source = await provider.verify(token);
    const moved = translate(source, { from: provider, to: provider, now });
    expect(moved.properties).toEqual(source.properties);
  });
});
