import { z } from "zod";
import { about, distinct, named, notEmpty, some } from "./describe.js";
import { expectation } from "./expectations.js";
import { count, flagName, free, id, instant, keyName, link, sentence, text, vendorName, yes } from "./parts.js";
import { tokenOrRecipe } from "./recipe.js";

const key = named(
  "key",
  z.strictObject({
    id: keyName,
    use: about("`public`: the text of a public key, which is no secret.", z.enum(["sign", "request", "public"])),
    algorithm: z.literal("HS256").exactOptional(),
    text: about(
      "The secret; its UTF-8 bytes are the key.",
      z.xor([z.string().regex(/^TEST-ONLY-[a-z-]{22,}$/), z.string().regex(/^(-----BEGIN PUBLIC KEY-----|\{"kty")/)]),
    ),
    testOnly: yes,
  }),
);

/** Why a test exists, for whoever sees it fail. */
export const note = named(
  "note",
  z.strictObject({
    bugType: z.enum([
      "AUTH_BYPASS",
      "PRIVILEGE_WIDENING",
      "TIME",
      "MALLEABILITY",
      "DATA_LOSS",
      "SECRET_LEAK",
      "RESOURCE",
      "FUNCTIONALITY",
      "BASIC",
    ]),
    description: sentence,
    effect: about("What goes wrong for somebody when this is wrong.", sentence),
    links: some(link).exactOptional(),
    cves: some(z.string().regex(/^CVE-[0-9]{4}-[0-9]{4,}$/)).exactOptional(),
  }),
);

const source = named("source", z.strictObject({ name: sentence, version: text, url: link.exactOptional() }));

const input = named(
  "input",
  z.strictObject({
    op: z.enum(["decode", "encode", "encode-example", "recognize", "translate", "verify"]).exactOptional(),
    key: keyName.exactOptional(),
    now: instant.exactOptional(),
    token: tokenOrRecipe.exactOptional(),
    from: about("`translate`: the claims of the token, by its vendor's own words.", free).exactOptional(),
    to: about("`translate`: the vendor that it goes to.", vendorName).exactOptional(),
    policy: about("`translate`: what the caller says, by the model's words.", free).exactOptional(),
    room: about("The real settings of the room, by the vendor's names.", free).exactOptional(),
    method: z.enum(["sign", "request"]).exactOptional(),
    tenant: text.exactOptional(),
    grant: about(
      "`encode`: the whole grant; `verify`, `encode-example`: members in place of the example grant's own.",
      free,
    ).exactOptional(),
    grantWithout: about(
      "Members that the example grant is without; `expiresAt` stands for `expiresIn` as well.",
      some(text),
    ).exactOptional(),
    keys: about(
      "`verify`: the keys that the verifier holds, newest first. Left out: the key `key`.",
      some(keyName),
    ).exactOptional(),
    expectations: about(
      'What the caller expects, right or wrong. `{ "$example": path }` stands for the example grant\'s value there.',
      free,
    ).exactOptional(),
    budgetMilliseconds: about("Processor time for the call.", count).exactOptional(),
  }),
);

const test = named(
  "test",
  z.strictObject({
    id,
    comment: sentence,
    flags: distinct(flagName, 1),
    twin: about("The positive test that differs in one thing.", id).exactOptional(),
    source: source.exactOptional(),
    input,
    expect: expectation,
  }),
);

export const level = z.enum(["MUST", "SHOULD", "MAY"]);

const group = named(
  "group",
  z.strictObject({
    title: sentence,
    requires: about(
      "Operations, neutral paths that the adapter's table carries, and `claim.<path>` for those that it names a claim for.",
      distinct(z.string().regex(/^[a-z][A-Za-z]*(\.[a-zA-Z]+)*$/)),
    ),
    except: about(
      "Core vectors: vendors for which the group does not exist, as if it was another vendor's own.",
      distinct(vendorName, 1),
    ).exactOptional(),
    level,
    since: count,
    until: count.exactOptional(),
    source,
    spec: some(link),
    input: about("What all tests of the group share; a test's own members go over it.", input),
    tests: some(test),
  }),
);

/** A file of vectors, format version 1: the one description, of which the types and `vectors/schema.json` are made. */
export const fileSchema = z.strictObject({
  formatVersion: z.literal(1),
  suite: z.string().regex(/^(core|vendor\/[a-z][a-z0-9-]*)$/),
  category: z.enum(["decode", "encode", "verify", "time", "limits", "translate", "widening"]),
  title: sentence,
  now: instant,
  keys: about("Empty where no token is signed.", z.array(key)),
  notes: about("What each flag means, by its name.", notEmpty(z.record(flagName, note))),
  groups: some(group),
});
