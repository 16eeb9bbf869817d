// All tables; one vector file is made of each.
import videosdkDecode from "./videosdk-decode.mjs";
import videosdkEncode from "./videosdk-encode.mjs";

export const tables = [videosdkDecode, videosdkEncode];
