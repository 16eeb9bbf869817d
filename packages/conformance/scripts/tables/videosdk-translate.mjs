// VideoSDK's tokens, and what becomes of them at other vendors.
import { workedExamples } from "./translate-examples.mjs";
import { pages, source } from "./videosdk-facts.mjs";
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
  ],
};
