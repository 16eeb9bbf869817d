import { encodeBase64url } from "../jws/index.js";
import { encodeUtf8 } from "../jws/text-bytes.js";

/** A derived form that is shorter than this would hit ordinary text. */
const shortestDerived = 8;

/** As a form or a query is written by those that encode more than `encodeURIComponent` does. */
function formEncoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    .replaceAll("%20", "+");
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Base64 as it reads inside a longer text, of which `before` bytes come first; without the characters shared with it. */
function base64Inside(bytes: Uint8Array, before: 0 | 1 | 2): string {
  const padded = new Uint8Array(before + bytes.length);
  padded.set(bytes, before);
  const encoded = encodeBase64url(padded);
  return encoded.slice([0, 2, 3][before], padded.length % 3 === 0 ? undefined : -1);
}

/** The ways in which somebody may write a secret down: as it is, for an address, in base64 of any alignment, in hex. */
export function secretForms(text: string): readonly string[] {
  const bytes = encodeUtf8(text);
  const derived = [hex(bytes), base64Inside(bytes, 0), base64Inside(bytes, 1), base64Inside(bytes, 2)];
  return [
    text,
    encodeURIComponent(text),
    formEncoded(text),
    ...derived.filter((form) => form.length >= shortestDerived),
  ];
}
