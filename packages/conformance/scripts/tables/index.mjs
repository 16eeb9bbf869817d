// All tables; one vector file is made of each.
import dailyDecode from "./daily-decode.mjs";
import dailyEncode from "./daily-encode.mjs";
import dailyTranslate from "./daily-translate.mjs";
import dailyWidening from "./daily-widening.mjs";
import livekitDecode from "./livekit-decode.mjs";
import livekitEncode from "./livekit-encode.mjs";
import livekitTranslate from "./livekit-translate.mjs";
import livekitWidening from "./livekit-widening.mjs";
import meteredDecode from "./metered-decode.mjs";
import meteredEncode from "./metered-encode.mjs";
import meteredTranslate from "./metered-translate.mjs";
import meteredWidening from "./metered-widening.mjs";
import videosdkDecode from "./videosdk-decode.mjs";
import videosdkEncode from "./videosdk-encode.mjs";
import videosdkTranslate from "./videosdk-translate.mjs";
import videosdkWidening from "./videosdk-widening.mjs";

export const tables = [
  dailyDecode,
  dailyEncode,
  livekitDecode,
  livekitEncode,
  meteredDecode,
  meteredEncode,
  videosdkDecode,
  videosdkEncode,
];

/** Tables about two vendors: what becomes of one's tokens at the other. */
export const translateTables = [
  dailyTranslate,
  dailyWidening,
  livekitTranslate,
  livekitWidening,
  meteredTranslate,
  meteredWidening,
  videosdkTranslate,
  videosdkWidening,
];
