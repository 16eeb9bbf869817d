// Daily's tokens, and what becomes of them at other vendors.

import { dailyInDoubt } from "./daily-doubt-rows.mjs";
import { pages, source } from "./daily-facts.mjs";
import { dailyKeptLess } from "./daily-kept-less-rows.mjs";
import { dailyKept } from "./daily-kept-rows.mjs";
import { dailyKeptUnknown, dailyKeptUnknownLess } from "./daily-kept-unknown-rows.mjs";
import { dailyNarrowed } from "./daily-narrowed-rows.mjs";
import { dailyBounds } from "./daily-translate-bounds.mjs";
import { dailyEveryday } from "./daily-translate-everyday.mjs";
import { dailyPolicies } from "./daily-translate-policy.mjs";
import { dailyRights } from "./daily-translate-rights.mjs";
import { cutShort } from "./kept-words.mjs";
import { workedExamples } from "./translate-examples.mjs";

const all = [...dailyKept, ...dailyKeptLess, ...dailyKeptUnknown, ...dailyKeptUnknownLess];

export default {
  vendor: "daily",
  category: "translate",
  title: "Daily tokens, and what becomes of them at other vendors",
  source,
  spec: [pages.createToken, pages.permissions],
  plain: "plain",
  groups: [
    { title: "The worked examples of the model", rows: workedExamples.filter(({ from }) => from === "daily") },
    { title: "Tokens as most people mint them", rows: dailyEveryday },
    { title: "Where and when a token is good", rows: dailyBounds },
    { title: "Tokens that give or withhold single rights", rows: dailyRights },
    { title: "Tokens that deny in doubt, and the times of rooms", rows: dailyInDoubt },
    { title: "Tokens that need the caller", rows: dailyPolicies },
    { title: "Tokens issued anew at Daily", rows: all },
    { title: "The same tokens, cut short", rows: cutShort(all, "daily", "exp") },
    { title: "Tokens issued anew at Daily without single rights", rows: dailyNarrowed },
  ],
};
