import { describe, expect, it } from "vitest";
import { exampleNamed } from "../examples/examples.js";
import { presets } from "../grant-form/form-state.js";
import { readForm } from "../grant-form/form-to-grant.js";
import { readText, type Understood } from "../reading/read-text.js";
import type { PageVendor, VendorName } from "../vendors/vendor.js";
import { vendorNamed, vendors } from "../vendors/vendors.js";
import { accept, acceptanceText, fieldFor, noAdjustments, policyOf, takeBack } from "./adjustments.js";
import { differenceTable } from "./difference-table.js";
import { issueOutcome } from "./issue-outcome.js";
import { type Outcome, stateOf } from "./outcome.js";
import { translateOutcome } from "./translate-outcome.js";

const now = 1_800_000_000;

function read(id: string): Understood {
  const reading = readText(exampleNamed(id, now)?.text ?? "", undefined, now);
  if (reading.kind !== "understood") throw new Error("The example is not understood.");
  return reading;
}

const translated = (id: string, to: VendorName, adjustments = noAdjustments): Outcome =>
  translateOutcome(read(id), vendorNamed(to), adjustments, now);

async function issued(preset: string, vendor: PageVendor): Promise<Outcome> {
  const form = presets.find(({ name }) => name === preset)?.form;
  const grant = form === undefined ? undefined : readForm(form, now).grant;
  if (grant === undefined) throw new Error("The preset makes no grant.");
  return issueOutcome(grant, vendor, now);
}

const markAt = (outcome: Outcome, path: string): string | undefined =>
  outcome.rows.find((row) => row.path === path || row.covers?.includes(path) === true)?.mark;

it.each(vendors)("the preset for all vendors is issued by $name", async (vendor) => {
  const outcome = await issued("A guest for all four vendors", vendor);
  expect(stateOf(outcome)).not.toBe("refused");
  expect(outcome.content).toBeDefined();
});

describe("a translation", () => {
  it("has the claims of the other vendor, and a row for what became of each part", () => {
    const outcome = translated("daily-guide", "videosdk");
    expect(stateOf(outcome)).toBe("changed");
    expect(outcome.content?.claims).toMatchObject({ permissions: ["allow_join", "allow_mod"], roomId: "hello" });
    expect([markAt(outcome, "room"), markAt(outcome, "expiresAt")]).toEqual(["moved", "exact"]);
    expect(markAt(outcome, "participant.email")).toBeUndefined();
  });

  it("is a request where the vendor mints by request", () => {
    const { content } = translated("daily-guide", "metered");
    expect(content?.claims).toBeUndefined();
    expect(content?.plan).toMatchObject({ method: "POST", secret: { in: "query", name: "secretKey" } });
    expect(JSON.stringify(content?.plan)).not.toMatch(/[0-9a-f]{64}/);
  });

  it("is refused with every path, and shows nothing then", () => {
    const outcome = translated("daily-limits", "videosdk");
    expect(stateOf(outcome)).toBe("refused");
    expect(outcome.content).toBeUndefined();
    expect(outcome.rows.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["stay.maxSeconds", "stay.endsAtExpiry", "rights.publish.camera"]),
    );
  });

  it("passes once every remedy is applied, and is refused again when they are taken back", () => {
    const refused = translated("daily-limits", "videosdk");
    const remedies = refused.rows.flatMap(({ remedy }) => remedy ?? []);
    const adjustments = remedies.reduce(accept, noAdjustments);
    const passed = translated("daily-limits", "videosdk", adjustments);
    expect(passed.rows.filter(({ mark }) => mark === "widened").length).toBeGreaterThan(0);
    expect(passed.content).toBeDefined();
    expect(remedies.reduce(takeBack, adjustments)).toEqual(noAdjustments);
  });

  it("asks for what only a person can know", () => {
    const { rows } = translated("metered-guide", "livekit");
    const fields = rows.flatMap(({ remedy }) => (remedy === undefined ? [] : [fieldFor(remedy)]));
    expect(fields.sort()).toEqual(["expiresIn", "narrowRoom", "participantId"]);
    const adjustments = { ...noAdjustments, expiresIn: "1h", narrowRoom: "standup", participantId: "u_1" };
    expect(translated("metered-guide", "livekit", adjustments).content?.claims).toMatchObject({
      sub: "u_1",
      exp: now + 3600,
      video: { roomJoin: true, room: "standup" },
    });
  });

  it("takes digits alone for seconds, as the form of a grant does", () => {
    const adjustments = { ...noAdjustments, expiresIn: " 600 ", participantId: "u_1" };
    expect(policyOf(adjustments, read("daily-guide"))).toMatchObject({ narrow: { expiresIn: 600 } });
    expect(translated("daily-guide", "livekit", adjustments).failure).toBeUndefined();
  });

  it("says what is wrong with a decision, in place of throwing", () => {
    const outcome = translated("daily-guide", "livekit", { ...noAdjustments, expiresIn: "soon" });
    expect(stateOf(outcome)).toBe("failed");
    expect(outcome.failure?.code).toBe("grant.invalid");
  });
});

describe("decisions", () => {
  it("make a policy of what was said, and of nothing else", () => {
    expect(policyOf(noAdjustments, read("daily-guide"))).toEqual({});
    const accepted = [
      { where: "policy", setting: "allowWidening", value: ["stay.maxSeconds"] },
      { where: "policy", setting: "vouch", value: { moderate: { media: true } } },
      { where: "policy", setting: "vouch", value: { moderate: { remove: true }, record: true } },
      { where: "policy", setting: "allowNoExpiry" },
      { where: "room", vendor: "videosdk", setting: "customRoomId", value: "hello" },
      { where: "room", vendor: "daily", setting: "enable_knocking", value: true },
    ] as const;
    expect(policyOf({ ...noAdjustments, roomName: "there", accepted }, read("daily-guide"))).toEqual({
      rooms: { map: { hello: "there" }, source: { enable_knocking: true }, target: { customRoomId: "hello" } },
      allowWidening: ["stay.maxSeconds"],
      vouch: { moderate: { media: true, remove: true }, record: true },
      allowNoExpiry: true,
    });
  });

  it("have a sentence for the button, and none for what a button cannot do", () => {
    expect(acceptanceText({ where: "policy", setting: "allowNoExpiry" }, "daily", "livekit")).toBe(
      "Let it never expire",
    );
    const hiding = { where: "room", vendor: "videosdk", setting: "customRoomId", value: "a\u202eb" } as const;
    expect(acceptanceText(hiding, "daily", "videosdk")).toBe('The room has customRoomId = "a[U+202E]b"');
    expect(acceptanceText({ where: "client", setting: "name" }, "daily", "videosdk")).toBeUndefined();
    expect(acceptanceText({ where: "room", vendor: "videosdk", setting: "x" }, "daily", "videosdk")).toBeUndefined();
  });
});

describe("a grant", () => {
  it.each(vendors.map((vendor) => [vendor.name, vendor] as const))(
    "is in %s's form, or refused",
    async (_name, vendor) => {
      for (const { name } of presets.filter((preset) => preset.name !== "Empty form")) {
        const outcome = await issued(name, vendor);
        expect(outcome.failure, name).toBeUndefined();
        const hasContent = outcome.content !== undefined;
        expect(
          outcome.rows.some(({ mark }) => mark === "refused"),
          name,
        ).toBe(!hasContent);
        expect(JSON.stringify(outcome.content ?? {}), name).not.toMatch(/"token"|[0-9a-f]{64}/);
      }
    },
  );

  it("is kept, moved and refused, each where the vendor's token says so", async () => {
    const guest = "Guest who asks to enter";
    expect(markAt(await issued(guest, vendorNamed("videosdk")), "participant.name")).toBe("moved");
    expect(markAt(await issued(guest, vendorNamed("videosdk")), "entry")).toBe("exact");
    expect(markAt(await issued(guest, vendorNamed("daily")), "entry")).toBe("advisory");
    expect(markAt(await issued(guest, vendorNamed("livekit")), "entry")).toBe("refused");
  });

  it("stands side by side, rights that fare alike in one row", async () => {
    const outcomes = await Promise.all(vendors.map((vendor) => issued("Listener who sends nothing", vendor)));
    const table = differenceTable(outcomes);
    const sent = table.find(({ paths }) => paths.includes("rights.publish.camera"));
    expect(sent?.name).toBe("send microphone, camera, screen, screen audio, custom tracks");
    expect(sent?.cells.map((cell) => cell?.mark)).toEqual(["exact", "exact", "refused", "refused"]);
    expect(table[0]?.paths).toEqual(["room"]);
  });
});
