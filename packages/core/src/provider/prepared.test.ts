import { describe, expect, it } from "vitest";
import { outcomeOf } from "../errors/testing/error-of.js";
import { notFrozenIn } from "../testing/not-frozen.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { readMintable } from "./issue.js";
import { prepareIssue } from "./prepare.js";
import type { PrepareOptions } from "./prepared.js";
import { grantInput, now, tenant, toyProvider } from "./testing/toy-provider.js";

const provider = toyProvider();
const here: PrepareOptions = { adapter: toyAdapter, tenant, method: "sign", now };
const asked = grantInput({ participant: { id: "u_1", metadata: { role: "host" } }, rights: { record: false } });

describe("what was prepared", () => {
  it("is minted as it is: the same token as for the grant, without encoding it again", async () => {
    let encoded = 0;
    const adapter = {
      ...toyAdapter,
      encode: (...given: Parameters<typeof toyAdapter.encode>) => {
        encoded += 1;
        return toyAdapter.encode(...given);
      },
    };
    const counting = toyProvider({ adapter });
    const prepared = prepareIssue(asked, { ...here, adapter });
    const issued = await counting.issue(prepared);
    expect(encoded).toBe(1);
    expect(issued.token).toBe((await provider.issue(asked)).token);
    expect(issued.native).toEqual(prepared.native);
    expect(issued.report).toBe(prepared.report);
  });

  it("cannot be changed once it was compared, whatever becomes of the grant that it was made of", async () => {
    const metadata = { role: "host", more: { camera: "on" } };
    const input = grantInput({ participant: { id: "u_1", metadata } });
    const prepared = prepareIssue(input, here);
    const { token } = await provider.issue(prepared);
    metadata.role = "guest";
    metadata.more.camera = "off";
    expect((await provider.issue(prepared)).token).toBe(token);
    expect(notFrozenIn(prepared)).toEqual([]);
    expect(notFrozenIn(await provider.issue(prepared))).toEqual([]);
  });

  it.each<[string, Partial<PrepareOptions>]>([
    ["another adapter of the same vendor", { adapter: makeToyAdapter("toy", "Toy") }],
    ["another account", { tenant: "other" }],
    ["no account", { tenant: undefined }],
    ["a request", { method: "request" }],
  ])("for %s is refused", async (_what, changes) => {
    const prepared = prepareIssue(grantInput(), { ...here, ...changes });
    expect(await outcomeOf(() => provider.issue(prepared))).toBe("provider.settings input");
  });

  it("for signing is refused where a request mints; for a request it is taken", () => {
    const context = { ...here, method: "request" } as const;
    expect(() => readMintable(prepareIssue(grantInput(), here), context)).toThrow(
      expect.objectContaining({ code: "provider.settings", path: "input" }),
    );
    const prepared = prepareIssue(grantInput(), context);
    expect(readMintable(prepared, context)).toBe(prepared);
  });

  it("has expired in the meantime at the very second", async () => {
    const prepared = prepareIssue(grantInput(), here);
    const at = (time: number): Promise<string> => outcomeOf(() => toyProvider({ clock: () => time }).issue(prepared));
    expect(await at(now + 3599)).toBe("ok");
    expect(await at(now + 3600)).toBe("grant.empty-window expiresAt");
    expect(await outcomeOf(() => provider.issue(prepareIssue({ room: "standup", expiresAt: null }, here)))).toBe("ok");
  });

  it("that merely looks like it is refused", async () => {
    const prepared = prepareIssue(grantInput(), here);
    const forged = { ...prepared, claims: { ...prepared.claims, room: "boardroom" } };
    for (const fake of [forged, { ...prepared }, structuredClone(prepared), Object.create(prepared)])
      expect(await outcomeOf(() => provider.issue(fake as never))).toMatch(/^(?:grant\.\S+ |input\.wrong-kind )/);
    expect(await outcomeOf(() => provider.issue(forged as never))).toBe("input.wrong-kind input");
  });
});
