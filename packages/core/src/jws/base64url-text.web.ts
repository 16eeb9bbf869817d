import { encodeBase64url } from "./base64url.js";
import type * as Seam from "./base64url-text.js";
import { encodeUtf8 } from "./text-bytes.js";

export const base64urlOfText: typeof Seam.base64urlOfText = (text) => encodeBase64url(encodeUtf8(text));

export const base64urlOfBytes: typeof Seam.base64urlOfBytes = encodeBase64url;

export const bytesOfBase64url: typeof Seam.bytesOfBase64url = () => undefined;
