import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ProblemItem, ServiceError } from "../errors/service-error.js";
import { issueRequest } from "../schemas/tokens.js";
import { createSuggest } from "./input-items.js";
import { parseInput } from "./parse-input.js";

const schema = z.strictObject({ grant: z.strictObject({ room: z.string().optional() }).optional() });

function itemsFor(value: unknown, given: z.ZodType = schema): readonly ProblemItem[] {
  try {
    parseInput(given, new TextEncoder().encode(JSON.stringify(value)));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.options.errors ?? [];
  }
  throw new Error("The body was taken.");
}

const curesFor = (value: unknown) => itemsFor(value).map(({ cure }) => cure);

/** What is said about a grant, as `path: message cure`. */
function saidOf(grant: unknown): readonly string[] {
  return itemsFor({ provider: "daily", grant }, issueRequest).map(
    ({ message, cure }) => message + (cure === undefined ? "" : ` ${cure}`),
  );
}

describe("names that do not exist", () => {
  it("get a suggestion where one of the place's own is near, at whatever depth, the second of them too", () => {
    expect(curesFor({ grnat: {} })).toEqual(["Did you mean `grant`?"]);
    expect(curesFor({ grant: { rom: "a" } })).toEqual(["Did you mean `room`?"]);
    expect(curesFor({ somethingElse: 1, grnat: {} })).toEqual(["Did you mean `grant`?"]);
    expect(curesFor({ somethingElse: 1 })).toEqual(["Leave it out; there are `grant`."]);
  });

  it("are told once where they stand for what is missing, and beside it where they do not", () => {
    expect(saidOf({ rooom: "a", expiresIn: "1h" })).toEqual([
      "`grant` has a member that does not exist. Did you mean `room`?",
    ]);
    expect(saidOf({ rooom: "a", expiresin: "1h" })).toEqual([
      "`grant` has a member that does not exist. Did you mean `room` and `expiresIn`?",
    ]);
    expect(saidOf({ colour: "a", expiresIn: "1h" })).toEqual([
      "`grant.room` is missing.",
      expect.stringMatching(/^`grant` has a member that does not exist\. Leave it out; there are `purpose`, `room`, /),
    ]);
    const items = itemsFor({ provder: "daily", grant: { room: "a" } }, issueRequest);
    expect(items).toEqual([expect.objectContaining({ path: "", cure: "Did you mean `provider`?" })]);
  });

  it("that belong one level down are led there, and no other place's names are suggested", () => {
    const [provider, grant, body] = itemsFor({ room: "a" }, issueRequest);
    expect([provider?.code, grant?.code, body?.cure]).toEqual(["missing", "missing", "`room` is a member of `grant`."]);
    expect(saidOf({ room: "a", participant: { room: "b" } })).toEqual([
      "`grant.participant` has a member that does not exist. " +
        "Leave it out; there are `id`, `name`, `email`, `avatarUrl`, `metadata`.",
    ]);
  });

  it("cost no more when there are many: a stranger may send a body full of them", () => {
    let looked = 0;
    const names = ["provider", "grant", "room"];
    const known = new Proxy(names, {
      get(target, name, receiver) {
        if (name === Symbol.iterator) looked += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const suggest = createSuggest();
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`name-of-nothing-${index}`, 1]));
    for (const name of Object.keys(many)) expect(suggest(name, known)).toBeUndefined();
    expect(looked).toBe(4);
    expect(curesFor({ ...many, grant: many })).toEqual([
      "Leave it out; there are `room`.",
      "Leave it out; there are `grant`.",
    ]);
  });
});

describe("values that are not taken", () => {
  it.each<[string, object, readonly string[]]>([
    [
      "of another type",
      { room: "a", notBefore: "1" },
      ["`grant.notBefore` has another type than it may have. It takes a number."],
    ],
    [
      "of another form",
      { room: 1 },
      ["`grant.room` has none of the forms that it may have. It takes a text or an object."],
    ],
    [
      "misspelt inside a form",
      { room: { anyof: ["a"] } },
      ["`grant.room` has none of the forms that it may have. Did you mean `anyOf`?"],
    ],
    [
      "wrong inside the one form that has their names",
      { room: { anyOf: ["a", 1] } },
      ["`grant.room.anyOf[1]` has another type than it may have. It takes a text."],
    ],
    ["of a form of which half is missing", { room: { pattern: "a" } }, ["`grant.room.dialect` is missing."]],
    [
      "misspelt in half of a form",
      { room: { pattern: "a", dialekt: "b" } },
      ["`grant.room` has none of the forms that it may have. Did you mean `dialect`?"],
    ],
    [
      "misspelt",
      { room: "a", entry: "dirrect" },
      ["`grant.entry` is not one of the values that it may have. Did you mean `direct`?"],
    ],
    [
      "of no list",
      { room: "a", entry: "never" },
      ["`grant.entry` is not one of the values that it may have. It takes `ask` or `direct`."],
    ],
    [
      "in a list that is one form of several",
      { room: "a", rights: { publish: ["camera", "camrea"] } },
      ["`grant.rights.publish[1]` is not one of the values that it may have. Did you mean `camera`?"],
    ],
    [
      "that have another form",
      { room: "a", expiresIn: "1 hour" },
      [
        "`grant.expiresIn` does not have the form that it has to have. It takes seconds, or a text such as `15m` or `1h`.",
      ],
    ],
    [
      "too long",
      { room: "a".repeat(1025) },
      ["`grant.room` is longer or larger than it may be. It takes at most 1024 characters."],
    ],
    ["too short", { room: "" }, ["`grant.room` is shorter or smaller than it may be. It takes at least 1 character."]],
    [
      "of one form only",
      { room: "a", rights: { moderate: "no" } },
      ["`grant.rights.moderate` has none of the forms that it may have. It takes `true` or `false` or an object."],
    ],
    [
      "below a name of the caller's",
      { room: "a", extensions: { "secret-name": 1 } },
      ["`grant.extensions` has another type than it may have. It takes an object."],
    ],
  ])("%s are told with what would be", (_name, grant, said) => {
    expect(saidOf(grant)).toEqual(said);
  });

  it("every pattern of a request has words", () => {
    const items = itemsFor({ provider: "Daily!", grant: { room: "a" } }, issueRequest);
    expect(items[0]?.cure).toBe("It takes a name such as `daily` or `daily/eu`.");
  });
});
