import type { KeyObject } from "node:crypto";

/** One DER value; its content is under 64 kB. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), body]);
}

/** An X.509 certificate in PEM for a public key. Its signature is empty: nobody is asked to trust it. */
export function certificateFor(key: KeyObject): string {
  const number = (value: number) => der(0x02, Buffer.of(value));
  // ecdsa-with-SHA256, 1.2.840.10045.4.3.2
  const algorithm = der(0x30, der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const name = der(
    0x30,
    der(0x31, der(0x30, der(0x06, Buffer.from("550403", "hex")), der(0x0c, Buffer.from("TEST-ONLY")))),
  );
  const years = ["200101000000Z", "400101000000Z"].map((time) => der(0x17, Buffer.from(time)));
  const spki = key.export({ format: "der", type: "spki" });
  const body = der(0x30, der(0xa0, number(2)), number(1), algorithm, name, der(0x30, ...years), name, spki);
  const text = der(0x30, body, algorithm, der(0x03, Buffer.of(0)))
    .toString("base64")
    .replaceAll(/(.{64})/g, "$1\n");
  return `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
}
