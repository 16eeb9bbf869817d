// VideoSDK's tokens, and what becomes of them at other vendors.
import { cutShort } from "./kept-words.mjs";
import { workedExamples } from "./translate-examples.mjs";
import { pages, source } from "./videosdk-facts.mjs";
import { videosdkKept } from "./videosdk-kept-rows.mjs";
import { videosdkRows } from "./videosdk-translate-rows.mjs";

export default {
  vendor: "videosdk",
  category: "translate",
  title: "VideoSDK tokens, and what becomes of them at other vendors",
  source,
  spec: [pages.authentication, pages.serverPackage],
  plain: "plain",
  groups: [
    { title: "The worked examples of the model", rows: workedExamples.filter(({ from }) => from === "videosdk") },
    { title: "Tokens as people sign them", rows: videosdkRows },
    { title: "Tokens issued anew at VideoSDK", rows: videosdkKept },
    { title: "The same tokens, cut short", rows: cutShort(videosdkKept, "videosdk", "exp", ["kept-person"]) },
  ],
};
