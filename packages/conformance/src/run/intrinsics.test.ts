import { describe, expect, it } from "vitest";
import { madeCase, madeSubject } from "../testing/made-cases.js";
import { replacedIntrinsic } from "./intrinsics.js";
import { runCase } from "./run-case.js";
import { sameValue } from "./same-value.js";

/** Runs something while a function of the language is another one. */
async function replaced<Value>(owner: object, name: string, value: unknown, run: () => Value): Promise<Awaited<Value>> {
  const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  Object.defineProperty(owner, name, { ...before, value });
  try {
    return await run();
  } finally {
    Object.defineProperty(owner, name, before);
  }
}

describe("what the suite judges with", () => {
  it("is as it was", () => {
    expect(replacedIntrinsic()).toBeUndefined();
  });

  it.each([
    [Object, "is", "Object.is"],
    [Array.prototype, "every", "Array.prototype.every"],
    [JSON, "stringify", "JSON.stringify"],
  ])("is seen when it is replaced: %#", async (owner, name, told) => {
    const real = owner[name as never] as (...values: unknown[]) => unknown;
    const seen = await replaced(
      owner,
      name,
      function (this: unknown, ...values: unknown[]) {
        return Reflect.apply(real, this, values);
      },
      () => replacedIntrinsic(),
    );
    expect(seen).toBe(told);
  });

  it("is taken before, so that a new `Object.is` decides nothing", async () => {
    expect(
      await replaced(
        Object,
        "is",
        () => true,
        () => sameValue({ a: 1 }, { a: 2 }),
      ),
    ).toBe(false);
  });

  it("makes a case an error when it is replaced before or meanwhile", async () => {
    const { is } = Object;
    const one = madeCase("core.a");
    const before = await replaced(
      Object,
      "is",
      (a: unknown, b: unknown) => is(a, b),
      () => runCase(one, madeSubject),
    );
    expect(before).toMatchObject({ outcome: "error", note: expect.stringContaining("Object.is") });
    const meanwhile = madeCase("core.a", {
      seen: () => {
        Object.is = (a, b) => is(a, b);
        return { expected: 1, actual: 1 };
      },
    });
    const during = await replaced(Object, "is", is, () => runCase(meanwhile, madeSubject));
    expect(during).toMatchObject({ outcome: "error", note: expect.stringContaining("Object.is") });
    expect((await runCase(one, madeSubject)).outcome).toBe("pass");
  });
});
