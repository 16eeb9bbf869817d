/** A form that is shorter than this would hit ordinary text. */
const shortest = 8;

function base64Inside(bytes: Buffer, before: 0 | 1 | 2): string {
  const padded = Buffer.concat([Buffer.alloc(before), bytes]);
  const text = padded.toString("base64").replace(/=+$/, "");
  // The first and last characters are shared with what stands before and after the secret.
  return text.slice([0, 2, 3][before], padded.length % 3 === 0 ? undefined : -1);
}

function urlSafe(base64: string): string {
  return base64.replaceAll("+", "-").replaceAll("/", "_");
}

function formEncoded(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

/** The ways in which a secret may be written down: as it is, in JSON, in an address, in hex, in base64 of any alignment. */
export function secretForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  const hex = bytes.toString("hex");
  const base64 = ([0, 1, 2] as const).map((before) => base64Inside(bytes, before));
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    formEncoded(secret),
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map(urlSafe),
  ];
  return [...new Set(forms)].filter((form) => form.length >= shortest);
}
