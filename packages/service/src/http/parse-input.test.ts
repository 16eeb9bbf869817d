import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ServiceError } from "../errors/service-error.js";
import { parseInput, suggestionsFrom } from "./parse-input.js";

const schema = z.strictObject({ grant: z.strictObject({ room: z.string().optional() }).optional() });

function curesFor(value: unknown): readonly (string | undefined)[] {
  try {
    parseInput(schema, new TextEncoder().encode(JSON.stringify(value)));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.options.errors?.map(({ cure }) => cure) ?? [];
  }
  throw new Error("The body was taken.");
}

describe("names that do not exist", () => {
  it("get a suggestion where one of the schema's own is near, at whatever depth, the second of them too", () => {
    expect(curesFor({ grnat: {} })).toEqual(["Did you mean `grant`?"]);
    expect(curesFor({ grant: { rom: "a" } })).toEqual(["Did you mean `room`?"]);
    expect(curesFor({ somethingElse: 1, grnat: {} })).toEqual(["Did you mean `grant`?"]);
    expect(curesFor({ somethingElse: 1 })).toEqual(["Leave it out."]);
  });

  it("cost no more when there are many: a stranger may send a body full of them", () => {
    let looked = 0;
    const names = ["provider", "grant", "room"];
    const suggest = suggestionsFrom(
      new Proxy(names, {
        get(target, name, receiver) {
          if (name === Symbol.iterator) looked += 1;
          return Reflect.get(target, name, receiver);
        },
      }),
    );
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`name-of-nothing-${index}`, 1]));
    for (const name of Object.keys(many)) expect(suggest(name)).toBeUndefined();
    expect(looked).toBe(4);
    expect(curesFor({ ...many, grant: many })).toEqual(["Leave it out.", "Leave it out."]);
  });
});
