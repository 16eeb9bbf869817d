// LiveKit's tokens, and what becomes of them at other vendors.
import { cutShort } from "./kept-words.mjs";
import { pages, source } from "./livekit-facts.mjs";
import { livekitKept } from "./livekit-kept-rows.mjs";
import { livekitBounds, livekitEveryday, livekitRights } from "./livekit-translate-rows.mjs";

export default {
  vendor: "livekit",
  category: "translate",
  title: "LiveKit tokens, and what becomes of them at other vendors",
  source,
  spec: [pages.tokens, pages.protocolGrants],
  plain: "plain",
  groups: [
    { title: "Tokens as people sign them", rows: livekitEveryday },
    { title: "Tokens that give or withhold single rights", rows: livekitRights },
    { title: "Where and when a token is good", rows: livekitBounds },
    { title: "Tokens issued anew at LiveKit", rows: livekitKept },
    { title: "The same tokens, cut short", rows: cutShort(livekitKept, "livekit", "exp", ["kept-guest"]) },
  ],
};
