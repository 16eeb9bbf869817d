import { describe, expect, it, vi } from "vitest";
import { visibleJson } from "../text/visible-text.js";
import type { AccountValues, Connection, PageVendor, VendorName } from "./vendor.js";
import { vendorNamed, vendors } from "./vendors.js";

const now = 1_800_000_000;

const accounts: Readonly<Partial<Record<VendorName, AccountValues>>> = {
  daily: { domainId: "11111111-2222-4333-8444-555555555555", apiKey: "TEST-ONLY-daily-key-0123456789abcdef" },
  livekit: { apiKey: "TEST-ONLY-livekit-key", apiSecret: "TEST-ONLY-livekit-secret-0123456789" },
  videosdk: { apiKey: "TEST-ONLY-project", secret: "TEST-ONLY-videosdk-secret-0123456789" },
};

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h", entry: "direct" } as const;
const signing = vendors.filter(({ connect }) => connect !== undefined);

function connect(vendor: PageVendor, values = accounts[vendor.name]): Connection {
  if (vendor.connect === undefined || values === undefined) throw new Error(`Nothing is signed for ${vendor.name}.`);
  return vendor.connect(values, now);
}

it("signs for every vendor but the one that mints by request", () => {
  expect(signing.map(({ name }) => name)).toEqual(["daily", "livekit", "videosdk"]);
});

describe.each(signing.map((vendor) => [vendor.name, vendor] as const))("%s", (name, vendor) => {
  it("signs with the account that is given, and checks what it signed", async () => {
    const connection = connect(vendor);
    const issued = await connection.issue(grant);
    await expect(connection.check(issued)).resolves.toBeUndefined();
    const other = connect(vendor, {
      ...accounts[name],
      [secretField(vendor)]: "TEST-ONLY-another-key-0123456789-abc",
    });
    await expect(other.check(issued)).rejects.toMatchObject({ code: "signature.mismatch" });
  });

  it("checks a token that never ends", async () => {
    if (name === "livekit") return;
    const connection = connect(vendor);
    const { expiresIn: _hour, ...endless } = grant;
    await expect(connection.check(await connection.issue({ ...endless, expiresAt: null }))).resolves.toBeUndefined();
  });

  it("asks for a key, and takes none from anywhere else", () => {
    for (const variable of vendor.environment) vi.stubEnv(variable, "x".repeat(40));
    const code: unknown = expect.stringMatching(/^(?:key|provider)\./);
    expect(() => connect(vendor, {})).toThrow(expect.objectContaining({ code }));
    vi.unstubAllEnvs();
  });

  it("looks at a grant with a key of chance, which no two looks share", async () => {
    const one = await vendor.standIn(now).issue(grant);
    const other = await vendor.standIn(now).issue(grant);
    expect(one.properties).toEqual(other.properties);
    expect(one.token).not.toBe(other.token);
  });
});

function secretField(vendor: PageVendor): string {
  return vendor.fields.find(({ isSecret }) => isSecret)?.name ?? "";
}

it.each(["daily", "livekit"] as const)(
  "%s: a token that begins tomorrow can be signed and checked today",
  async (name) => {
    const connection = connect(vendorNamed(name));
    const later = { ...grant, expiresIn: "7d", notBefore: now + 86_400 };
    await expect(connection.check(await connection.issue(later))).resolves.toBeUndefined();
  },
);

describe("metered", () => {
  const vendor = vendorNamed("metered");

  it("has no field for a key, and a plan without one", () => {
    expect(vendor.fields).toEqual([]);
    const plan = vendor.standIn(now).plan?.(grant);
    expect(plan).toMatchObject({ method: "POST", url: "https://your-app.metered.live/api/v1/token" });
    expect(JSON.stringify(plan)).not.toMatch(/[0-9a-f]{64}/);
  });

  it("sends nothing to look at a grant", async () => {
    const fetch = vi.spyOn(globalThis, "fetch");
    const issued = await vendor.standIn(now).issue(grant);
    expect(visibleJson(issued.properties)).toContain('"roomName": "standup"');
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  });
});
