import { now } from "../vendors.ts";
import { type Claims, combine, inside, multiply } from "./combine.ts";

const absent = undefined;
const someMedia = { v: true, a: true, sv: false, sa: false, cv: { "*": false }, ca: { "*": false } };
const plain = { r: "room-a", exp: now + 3600 };

/** Everything that a Daily token can say about rights. */
const everyRight = multiply(
  [plain],
  multiply(
    combine({
      o: [absent, true],
      ss: [absent, true, false],
      er: [absent, "cloud", ["cloud", "local"]],
      k: [absent, true, false],
    }),
    inside(
      "p",
      combine({
        hp: [absent, true, false],
        cs: [absent, true, false, "a", "v,a", "v,a,sv,sa", "v,cv"],
        cr: [absent, { b: true }, { b: false }, { b: someMedia }, { b: true, u: { u_2: false } }],
        ca: [absent, true, false, "p", "s,t", ["participants"]],
      }),
    ),
  ),
);

/** Those that withhold nothing from their holder which other vendors' tokens cannot withhold. */
const everyRole = multiply(
  combine({
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, [value]])),
    ud: [absent, "u_1"],
  }),
  multiply(
    combine({
      o: [absent, true, false],
      ss: [absent, true],
      er: [absent, "cloud", ["cloud", "local"]],
      nbf: [absent, now - 60, now + 60],
      eje: [absent, 600],
    }),
    inside(
      "p",
      combine({ hp: [absent, true], cs: [absent, true], cr: [absent, { b: true }], ca: [absent, true, "p", "s,t"] }),
    ),
  ),
);

/** Everything that bounds one, for a few forms of its rights. */
const everyBound = multiply(
  combine({
    r: [absent, "room-a", "room-b"],
    ud: [absent, "u_1"],
    exp: [absent, now + 3600, now - 1],
    nbf: [absent, 0, now - 60, now + 60],
    ejt: [absent, true, false],
    eje: [absent, 600],
    k: [absent, true],
    sr: [absent, true],
    ast: [absent, true, false],
  }),
  [
    { u: "Ada" },
    { o: true, er: "cloud", vo: true },
    { o: false, p: { cs: "v,a", ca: false }, ss: false },
    { d: "d1", iat: now - 60, p: {}, uil: "de" },
  ],
);

export const dailySpaces = [everyRight, everyRole, everyBound] as const;

/**
 * Every form of the rights of a Daily token, for finding a better one than the one at hand. Nobody mints an owner with
 * permissions: Daily documents them for others only.
 */
export const dailyForms: readonly Claims[] = multiply(
  combine({ ss: [absent, true, false], er: [absent, "cloud", ["cloud", "local"]], k: [absent, true] }),
  [
    { o: true },
    ...inside(
      "p",
      combine({
        hp: [absent, true, false],
        cs: [absent, true, false, "a", "v", "v,a", "sv,sa", "v,a,sv", "v,a,sv,sa"],
        cr: [absent, { b: true }, { b: false }, { b: someMedia }, { b: true, u: { u_2: false } }],
        ca: [absent, true, false, "p", "s", "t", "s,t", "p,s"],
      }),
    ),
  ],
);
