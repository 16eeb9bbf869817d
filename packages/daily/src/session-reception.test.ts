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

  it("stays as it is at Daily", async () => {
    const token = tokenOf({ p: { cr: { b: true, p: { s1: false } } } });
    const source = await provider.verify(token);
    const moved = translate(source, { from: provider, to: provider, now });
    expect(moved.properties).toEqual(source.properties);
  });
});
