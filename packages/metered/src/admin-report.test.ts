import { describe, expect, it } from "vitest";
import { answering, grant, provider, tokenOf } from "./testing/provider.js";

/** The report of a token for these rights, which Metered mints as it was asked. */
async function reportFor(rights: NonNullable<Parameters<typeof grant>[0]>["rights"], isAdmin: boolean) {
  const { fetch } = answering({ token: tokenOf({ isAdmin }) });
  const given = rights === undefined ? {} : { rights };
  const { report } = await provider({ fetch }).issue(grant(given));
  return report.map(({ kind, path, from, to }) => `${kind} ${path} ${String(from)} ${String(to)}`);
}

describe("the report of an admin's token", () => {
  it("says what an admin is not documented to be able to do", async () => {
    expect(await reportFor({ moderate: true, admit: true }, true)).toEqual(["advisory rights.moderate allow possible"]);
  });

  it("says nothing of the kind for a guest", async () => {
    expect(await reportFor(undefined, false)).toEqual([]);
  });
});
