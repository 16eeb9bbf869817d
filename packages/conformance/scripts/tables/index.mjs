// All tables; one vector file is made of each.
import dailyDecode from "./daily-decode.mjs";
import meteredDecode from "./metered-decode.mjs";
import meteredEncode from "./metered-encode.mjs";
import videosdkDecode from "./videosdk-decode.mjs";
import videosdkEncode from "./videosdk-encode.mjs";

export const tables = [dailyDecode, meteredDecode, meteredEncode, videosdkDecode, videosdkEncode];
