// What every adapter's package has in common and only running it can show.
import { describeAdapter } from "@roompass/core";
import type { AnyAdapter } from "@roompass/core/adapter";
import * as daily from "@roompass/daily";
import * as livekit from "@roompass/livekit";
import * as metered from "@roompass/metered";
import * as videosdk from "@roompass/videosdk";
import { describe, expect, it } from "vitest";
import { notFrozenIn } from "../../core/src/testing/not-frozen.ts";

type Exports = Readonly<Record<string, unknown>>;

describe.each<[string, Exports]>([
  ["daily", daily],
  ["livekit", livekit],
  ["metered", metered],
  ["videosdk", videosdk],
])("%s", (vendor, exported) => {
  const adapter = exported[vendor] as AnyAdapter;

  it("exports its tables frozen to their depths", () => {
    const open = Object.entries(exported).flatMap(([name, value]) => notFrozenIn(value, name));
    expect(open).toEqual([]);
  });

  it("exports the tables that its adapter has", () => {
    for (const name of ["capabilities", "harmless", "limits", "residueRules"] as const) {
      expect(exported[name]).toBe(adapter[name]);
    }
  });

  it("is described by plain JSON, frozen, which loses nothing", () => {
    const description = describeAdapter(adapter);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(notFrozenIn(description)).toEqual([]);
    const { capabilities, harmless, limits, residueRules } = adapter;
    expect(description).toMatchObject({ vendor, capabilities, harmless, limits, residueRules });
  });
});
