import type { Ceiling, RightPath, StatedReading } from "@roompass/core/adapter";
import { chooseOption, type Option } from "@roompass/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draws } from "../../../tools/enumerations.ts";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { daily } from "./adapter.js";
import type { DailyProperties } from "./properties.js";
import { presenceReading } from "./readings.js";
import {
  explicitAdminOptions,
  explicitPublishOptions,
  ownerOption,
  quietPublishOptions,
  silentAdminOption,
} from "./rights-options.js";
import { readReception } from "./subscribe.js";
import { native } from "./testing/read-write.js";

const template = ceilingOfGrant({ purpose: ["participant"], room: "standup" });
const paths = Object.keys(template.rights) as RightPath[];

const publishOptions = [...quietPublishOptions, ...explicitPublishOptions];
const adminOptions = [silentAdminOption, ...explicitAdminOptions];
const flags = [undefined, true, false] as const;

describe("every option reads as it says", () => {
  it.each(publishOptions)("publish %j", ({ choice: { canSend, ...switches }, readings }) => {
    const properties: DailyProperties = { ...switches, ...(canSend === undefined ? {} : { permissions: { canSend } }) };
    expect(daily.authority(native(properties), {}).rights).toMatchObject(readings);
  });

  it.each([...adminOptions, ownerOption])("administer %j", ({ choice: { canAdmin, ...role }, readings }) => {
    const properties: DailyProperties = { ...role, ...(canAdmin === undefined ? {} : { permissions: { canAdmin } }) };
    expect(daily.authority(native(properties), {}).rights).toMatchObject(readings);
  });

  it("writes each combination of kinds in one way only", () => {
    const spellings = explicitPublishOptions.map(({ choice }) => JSON.stringify(choice));
    expect(new Set(spellings).size).toBe(32);
    expect(new Set(explicitPublishOptions.map(({ readings }) => JSON.stringify(readings))).size).toBe(32);
    expect(explicitPublishOptions[0]?.choice).toEqual({ canSend: false, enable_screenshare: false });
    expect(explicitPublishOptions[31]?.choice).toEqual({ canSend: true, enable_screenshare: true });
  });

  it("gives each administration its own option", () => {
    expect(explicitAdminOptions.map(({ choice }) => choice.canAdmin)).toEqual([
      false,
      ["participants"],
      ["streaming"],
      ["participants", "streaming"],
      ["transcription"],
      ["participants", "transcription"],
      ["streaming", "transcription"],
      true,
    ]);
  });
});

const readings = fc.constantFrom<StatedReading>(
  "allow",
  "deny",
  "deny, liftable",
  "possible",
  "default(allow)",
  "default(deny)",
  "default(deny), liftable",
  "unknown",
  "ungoverned",
  "ungoverned, everyone",
);
const ceilings: fc.Arbitrary<Ceiling> = fc.record({
  rights: fc.record(
    Object.fromEntries(paths.map((path) => [path, readings])) as Record<RightPath, fc.Arbitrary<StatedReading>>,
  ),
  allowWidening: fc.subarray(paths).map((list): ReadonlySet<RightPath> => new Set(list)),
  assume: fc.constantFrom("documented-defaults" as const, "nothing" as const),
  sameVendor: fc.boolean(),
  samePlace: fc.boolean(),
  purpose: fc.constant("translate" as const),
});

/** Everything that the encoder could have written for the rights but recording, which is apart, as whole options. */
function everyWay(): Option<string>[] {
  const reception = [undefined, { base: true }, { base: false }].map((rule) => ({
    "rights.subscribe": readReception(rule).reading,
  }));
  const presence = flags.map((flag) => ({ "rights.visible": presenceReading(flag) }));
  const ways: Option<string>[] = [];
  for (const publish of quietPublishOptions) {
    ways.push({
      choice: "owner",
      readings: { ...publish.readings, ...reception[0], ...presence[0], ...ownerOption.readings },
    });
  }
  for (const publish of publishOptions) {
    for (const subscribe of reception) {
      for (const visible of presence) {
        for (const admin of adminOptions) {
          ways.push({
            choice: "participant",
            readings: { ...publish.readings, ...subscribe, ...visible, ...admin.readings },
          });
        }
      }
    }
  }
  return ways;
}

describe("the choice", () => {
  const grant = { purpose: ["participant"], room: "standup" } as const;

  it("is a best one of all ways to write the rights", () => {
    const ways = everyWay();
    expect(ways.length).toBe(3 + 35 * 3 * 3 * 9);
    fc.assert(
      fc.property(ceilings, (ceiling) => {
        const { rights } = daily.authority(daily.encode({ grant, ceiling }).native, {});
        const chosen: Option<string> = { choice: "chosen", readings: rights };
        expect(chooseOption(ceiling, [chosen, ...ways])).toBe(chosen);
      }),
      { numRuns: draws(300) },
    );
  });

  it("holds what a grant states wherever it can be said without what the grant does not state", () => {
    const stated = fc.constantFrom<StatedReading>("allow", "deny", "unknown");
    const independent = paths.filter(
      (path) => !path.startsWith("rights.moderate") && path !== "rights.admit" && path !== "rights.publish.data",
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(independent.map((path) => [path, stated]))), (said) => {
        const rights = { ...template.rights, ...said };
        const read = daily.authority(daily.encode({ grant, ceiling: { ...template, rights } }).native, {}).rights;
        for (const path of independent) {
          if (rights[path] === "unknown") expect(read[path], path).not.toBe("allow");
          else if (rights[path] === "allow") expect(["allow", "default(allow)"], path).toContain(read[path]);
          else if (path !== "rights.record") expect(read[path], path).toBe(rights[path]);
        }
      }),
      { numRuns: draws(2000) },
    );
  });

  it("never puts permissions beside an owner", () => {
    let owners = 0;
    fc.assert(
      fc.property(ceilings, (ceiling) => {
        const granted: Ceiling = { ...ceiling, rights: { ...ceiling.rights, ...administration } };
        const { properties } = daily.encode({ grant, ceiling: granted }).native;
        if (properties.is_owner !== true) return;
        owners += 1;
        expect(properties.permissions).toBeUndefined();
      }),
      { numRuns: draws(2000) },
    );
    expect(owners).toBeGreaterThan(10);
  });
});

const administration: Partial<Record<RightPath, StatedReading>> = {
  "rights.moderate.media": "allow",
  "rights.moderate.remove": "allow",
  "rights.moderate.permissions": "allow",
  "rights.admit": "allow",
  "rights.livestream": "allow",
  "rights.transcribe": "allow",
};
