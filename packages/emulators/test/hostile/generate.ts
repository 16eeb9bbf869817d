import fc from "fast-check";
import type { Vendor } from "../../src/index.js";
import { now } from "../over-http.js";
import { keys, room, secret } from "./account.js";

const own = ["/__emulator/join", "/__emulator/allows", "/__emulator/other", "/"];
const paths: Readonly<Record<Vendor, readonly string[]>> = {
  daily: ["/v1/meeting-tokens", "/v1/meeting-tokens/a.b.c", "/v1/rooms", `/v1/rooms/${room}`, "/v1/", "/v1", ...own],
  metered: [
    ...["/api/v1/token", "/api/v1/token/validate", "/api/v1/room", `/api/v1/room/${room}`, "/api/v1/rooms"],
    ...own,
  ],
  videosdk: [
    ...["/v2/rooms", `/v2/rooms/validate/${room}`, "/v2/rooms/deactivate", "/v2/sessions", "/v2/sessions/end"],
    ...["/v2/sessions/participants/remove", "/infra/v1/meetings/init-config", "/v1/prebuilt/token"],
    ...own,
  ],
};

const smuggle: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replaceAll("/", "%2F").replace("%2F", "/"),
  (path) => `/x/..${path}`,
  (path) => `/%2e%2e${path}`,
  (path) => `${path}/..%2f..`,
  (path) => path.replaceAll("/", "//"),
  (path) => path.replaceAll("/", "\\"),
  (path) => `${path};x=1`,
  (path) => `${path}#/v1/`,
  (path) => `${path}%00`,
  (path) => `${path}%`,
  (path) => path.toUpperCase(),
  (path) => `http://evil.example${path}`,
  (path) => `//evil.example${path}`,
  (path) => `${path}/${"x".repeat(30_000)}`,
  (path) => `${path}/constructor/__proto__`,
];
const queries = [
  `?secretKey=${secret}x`,
  "",
  "?secretKey=",
  "?secretKey=x&secretKey=y",
  "?secretKey[]=x",
  "?ignoreNbf=true",
  "?page=-1&perPage=1e9",
];
const deep = `${'{"properties":'.repeat(5000)}{}${"}".repeat(5000)}`;
const bodies: readonly (string | Uint8Array)[] = [
  ...["", "{}", "[]", "null", "0", '"text"', "{", "{}{}", "\u0000", "[".repeat(20_000), deep, '{"a":1e999}'],
  ...['{"__proto__":{"roomName":"a/b","is_owner":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ...['{"properties":{"room_name":"a","room_name":"b"},"properties":{}}', '{"properties":{"__proto__":{"exp":1}}}'],
  ...['{"roomName":{"toString":1}}', '{"token":["a.b.c"]}', '{"token":"eyJhbGciOiJub25lIn0.e30."}'],
  ...['{"apiKey":{"$ne":null},"permissions":["allow_mod"]}', '{"apiKey":"","permissions":[]}'],
  ...[
    `{"properties":{"exp":"${secret}"}}`,
    `{"name":"${secret} x"}`,
    `{"roomName":"${secret} x","privacy":"${secret}"}`,
  ],
  ...[`{"token":"${secret}"}`, `{"room":"${room}","token":"${secret}"}`, `{"room":"${room}","action":"${secret}"}`],
  ...[`{"room":"${room}","roomSettings":{"__proto__":{}}}`, `{"room":"${"x".repeat(5000)}"}`],
  ...["x".repeat(200_000), JSON.stringify({ name: "x".repeat(70_000) }), '{"name":"\\ud800"}', "\ufeff{}"],
  ...[Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)],
];
const headers = [
  ...["", "authorization: Bearer", "authorization: Bearer  ", "authorization: bearer x", "authorization: Basic YTpi"],
  // Nearly right, so that an answer which repeats it gives the secret away.
  ...[`authorization: Bearer ${secret}x`, `authorization: ${secret}`, `x-emulator-fault: ${secret}`],
  ...["authorization: a.b.c", "authorization: eyJhbGciOiJub25lIn0.eyJhcGlrZXkiOiJURVNULU9OTFktcHJvamVjdCJ9.x"],
  ...["authorization: x\r\nauthorization: y", "content-encoding: gzip", "content-type: text/plain; charset=utf-7"],
  ...["x-emulator-fault: nonsense", "x-emulator-fault: constructor=1", "x-http-method-override: DELETE"],
  ...["upgrade: websocket", "expect: 100-continue", "expect: odd", "origin: null", "origin: https://evil.example"],
  ...["host: evil.example", "x-forwarded-host: evil.example", "range: bytes=0-", "cookie: a=b", "\u00fc: \u00fc"],
  ...[`x: ${"y".repeat(40_000)}`, "x : y", " x: y", "x: a\u0000b", "content-length: 1", "transfer-encoding: gzip"],
];
const methods = [
  ...Array<string>(9).fill("POST"),
  ...["GET", "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "QUERY"],
];

type Framing = "length" | "chunked" | "both" | "too short" | "too long" | "no chunk";

function requestOf(
  method: string,
  target: string,
  headers: readonly string[],
  body: string | Uint8Array,
  framing: Framing,
): Buffer {
  const bytes = Buffer.from(body as Uint8Array);
  const size = { length: bytes.length, "too short": bytes.length >> 1, "too long": bytes.length + 9 };
  const chunked = framing === "chunked" || framing === "both" || framing === "no chunk";
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...[...headers.filter((header) => header !== ""), "host: localhost", "connection: close"],
    ...(chunked ? ["transfer-encoding: chunked"] : []),
    ...(framing === "both" ? ["content-length: 3"] : chunked ? [] : [`content-length: ${size[framing as "length"]}`]),
  ];
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  if (framing === "no chunk") return Buffer.concat([head, Buffer.from("zz\r\n{}\r\n0\r\n\r\n")]);
  if (!chunked || bytes.length === 0) return Buffer.concat([head, bytes, Buffer.from(chunked ? "0\r\n\r\n" : "")]);
  const length = Buffer.from(`${bytes.length.toString(16)}\r\n`);
  return Buffer.concat([head, length, bytes, Buffer.from("\r\n0\r\n\r\n")]);
}

const names = [
  ...["properties", "room_name", "permissions", "canSend", "exp", "privacy", "roomName", "name", "token", "room"],
  ...["action", "roomSettings", "at", "apiKey", "roomId", "customRoomId", "participantId", "constructor", "toString"],
];
const anyName = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 8 }));
/** Objects with the members that requests have, and nearly anything in them. */
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(now, 0, -1, 1e300, 0.5, true, false, null, "allow_join", "a.b.c", room),
    fc.string({ maxLength: 20 }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(anyName, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const anyJson = fc
  .array(fc.tuple(anyName, anyValue), { maxLength: 4 })
  .map((entries) => JSON.stringify(Object.fromEntries(entries)));

/** Requests that nobody should send, for whichever vendor. */
export const anyRequest = fc
  .record({
    hasKey: fc.boolean(),
    method: fc.constantFrom(...methods),
    path: fc.nat(),
    smuggled: fc.oneof({ weight: 3, arbitrary: fc.constant(smuggle[0]) }, fc.constantFrom(...smuggle)),
    query: fc.constantFrom(...queries),
    header: fc.oneof(fc.constant(""), fc.constantFrom(...headers)),
    body: fc.oneof(fc.constantFrom(...bodies), anyJson, fc.string({ maxLength: 40 })),
    framing: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Framing>("length") },
      fc.constantFrom<Framing>("chunked", "both", "too short", "too long", "no chunk"),
    ),
  })
  .map(({ hasKey, method, path, smuggled, query, header, body, framing }) => ({
    hasKey,
    isHead: method === "HEAD",
    // Of a body that never comes the sender says so; the server may hang up then, too.
    breaksOff: framing === "too long",
    bytesFor(vendor: Vendor) {
      const plain = paths[vendor][path % paths[vendor].length] as string;
      const target = (smuggled?.(plain) ?? plain) + query;
      if (!hasKey) return requestOf(method, target, [header], body, framing);
      const key = keys[vendor];
      const withKey = key.query === "" ? target : `${target}${query === "" ? "?" : "&"}${key.query}`;
      return requestOf(method, withKey, [key.header, header], body, framing);
    },
  }));
