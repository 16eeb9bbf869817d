// Metered's tokens, and what becomes of them at other vendors.
import { cutShort } from "./kept-words.mjs";
import { pages, source } from "./metered-facts.mjs";
import { meteredKept } from "./metered-kept-rows.mjs";
import { meteredInRooms } from "./metered-room-rows.mjs";
import { meteredRows } from "./metered-translate-rows.mjs";
import { workedExamples } from "./translate-examples.mjs";

export default {
  vendor: "metered",
  category: "translate",
  title: "Metered tokens, and what becomes of them at other vendors",
  source,
  spec: [pages.mint, pages.guide],
  plain: "plain",
  groups: [
    { title: "The worked examples of the model", rows: workedExamples.filter(({ from }) => from === "metered") },
    { title: "Tokens as the service mints them", rows: meteredRows },
    { title: "Tokens issued anew at Metered", rows: meteredKept },
    {
      title: "The same tokens, cut short",
      rows: cutShort(meteredKept, "metered", "expireUnixSec", ["kept-both-expiries"]),
    },
    { title: "Tokens for rooms whose settings are known", rows: meteredInRooms },
  ],
};
