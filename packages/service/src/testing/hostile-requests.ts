import { guestGrant, key } from "./world.js";

/** Stands wherever a value or a name is the caller's own choice, so that it shows where one comes back. */
export const marker = "ZZmarkerZZ";
const good = { provider: "livekit", grant: guestGrant };

/** A request that somebody would send who means no good. */
export interface Hostile {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const deepen = (depth: number, open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
const within = (value: string): string => `{"provider":"livekit","grant":${value}}`;

const wrongTypes: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  "",
  marker,
  [],
  [[]],
  {},
  { [marker]: marker },
  [null],
];
const grantFields = [
  "room",
  "participant",
  "expiresIn",
  "expiresAt",
  "notBefore",
  "rights",
  "stay",
  "entry",
  "purpose",
] as const;
const rightFields = [
  "publish",
  "subscribe",
  "moderate",
  "admit",
  "record",
  "livestream",
  "transcribe",
  "visible",
] as const;
/** Texts that somebody somewhere reads as something else. */
export const evilTexts: readonly string[] = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202Eevil",
  "../../etc/passwd",
  "..\\..\\windows",
  "' OR 1=1 --",
  "$" + "{jndi:ldap://x}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "%0d%0aSet-Cookie: a=b",
  "a".repeat(1025),
  "\uFEFFteam-x",
  "https://team-x.daily.co/room",
  "team-\u{1F600}\u0007",
];

function typeAttacks(): Hostile[] {
  const fields = grantFields.flatMap((field) =>
    wrongTypes.map((value) => ({
      name: `${field} is ${JSON.stringify(value)}`,
      body: { ...good, grant: { ...guestGrant, [field]: value } },
    })),
  );
  const rights = rightFields.flatMap((field) =>
    [null, 1, marker, [], [marker], { [marker]: true }, { "": true }].map((value) => ({
      name: `rights.${field} is ${JSON.stringify(value)}`,
      body: { ...good, grant: { ...guestGrant, rights: { [field]: value } } },
    })),
  );
  const providers = [
    null,
    1,
    "",
    marker,
    "daily/../livekit",
    "__proto__",
    "constructor",
    ["livekit"],
    { a: 1 },
    "LIVEKIT",
  ];
  return [
    ...fields,
    ...rights,
    ...providers.map((provider) => ({ name: `provider is ${JSON.stringify(provider)}`, body: { ...good, provider } })),
    ...wrongTypes.map((body) => ({ name: `the body is ${JSON.stringify(body)}`, body: JSON.stringify(body) })),
  ];
}

function textAttacks(): Hostile[] {
  return evilTexts.flatMap((text) => [
    { name: `room ${JSON.stringify(text.slice(0, 20))}`, body: { ...good, grant: { ...guestGrant, room: text } } },
    {
      name: `id ${JSON.stringify(text.slice(0, 20))}`,
      body: { ...good, grant: { ...guestGrant, participant: { id: text } } },
    },
    {
      name: `rooms ${JSON.stringify(text.slice(0, 20))}`,
      body: { ...good, grant: { ...guestGrant, room: { anyOf: ["team-a", text] } } },
    },
  ]);
}

/** Names that are the caller's own choice, where something below them is wrong. */
function nameAttacks(): Hostile[] {
  const names = [marker, `${marker}.${marker}`, "a".repeat(300), "<b>", "", "constructor", "toString"];
  const extensions = [1, null, "x", [], { [marker]: 1, "": [] }];
  return names.flatMap((name) => [
    ...extensions.map((value) => ({
      name: `extensions.${name.slice(0, 12)} is ${JSON.stringify(value)}`,
      body: { ...good, grant: { ...guestGrant, extensions: { [name]: value } } },
    })),
    {
      name: `translating rooms.map.${name.slice(0, 12)}`,
      path: "/v1/translate",
      body: { token: "x", from: "daily", to: "livekit", policy: { rooms: { map: { [name]: 1 } } } },
    },
    {
      name: `translating narrow.${name.slice(0, 12)}`,
      path: "/v1/translate",
      body: { token: "x", from: "daily", to: "livekit", policy: { narrow: { [name]: 1 } } },
    },
  ]);
}

function bodyAttacks(): Hostile[] {
  const texts = [
    ...[
      "",
      " ",
      "null",
      "[",
      "{",
      '"',
      "{]",
      "{}{}",
      "{}x",
      "01",
      "+1",
      ".5",
      "1.",
      "'a'",
      "undefined",
      "NaN",
      "Infinity",
    ],
    ...[
      "\u0000",
      "{\u0000}",
      '{"a":1,}',
      '{"a" 1}',
      "{a:1}",
      "/* */{}",
      "{}//",
      '{"a":"\n"}',
      '{"a":"\\x"}',
      '{"a":"\\u12"}',
    ],
    ...[
      deepen(17, "[", "]"),
      deepen(5000, "[", "]"),
      deepen(2000, '{"a":', "}"),
      `{"a":"${"x".repeat(20_000)}"}`,
      "[".repeat(16_000),
    ],
    ...[
      '{"a":1,"a":2}',
      '{"\\u0061":1,"a":2}',
      '{"__proto__":{}}',
      '{"a":{"__proto__":1}}',
      '{"constructor":{"prototype":{}}}',
    ],
    ...[
      '{"a":1e400}',
      '{"a":-1e400}',
      '{"a":9007199254740993}',
      '{"a":0.1e-400}',
      '{"a":123456789012345678901234567890}',
    ],
    ...[within(deepen(17, "[", "]")), within('{"room":"team-a","room":"other"}'), within(`{"${marker}":1}`)],
    ...[
      `--${marker}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--${marker}--`,
      `provider=livekit&grant=${marker}`,
    ],
    ...[
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
      "\uFEFF{}",
      "\uFFFE{}",
    ],
  ];
  return texts.map((body) => ({ name: `body ${JSON.stringify(body.slice(0, 30))}`, body }));
}

function headerAttacks(): Hostile[] {
  const types = [
    "text/plain",
    "text/json",
    "application/xml",
    "application/json; charset=utf-7",
    "application/json, application/json",
  ];
  const keys = [
    "Basic YTpi",
    "Bearer",
    "Digest x",
    `Bearer ${key}, x`,
    `Bearer  ${key}`,
    `Token ${key}`,
    key,
    `Bearer ${key}.x`,
  ];
  const encodings = ["gzip", "br", "deflate", "zstd", "chunked", "gzip, gzip"];
  return [
    ...types.map((type) => ({ name: `content-type ${type}`, body: good, headers: { "content-type": type } })),
    ...keys.map((value) => ({
      name: `authorization ${value.slice(0, 12)}`,
      body: good,
      headers: { authorization: value },
    })),
    ...encodings.map((value) => ({
      name: `content-encoding ${value}`,
      body: good,
      headers: { "content-encoding": value },
    })),
    ...["0x10", "1e9", "99999999999999999999", "-5", "abc"].map((value) => ({
      name: `content-length ${value}`,
      body: good,
      headers: { "content-length": value },
    })),
    ...["", "a b", "x".repeat(256), "é"].map((value) => ({
      name: `idempotency-key ${JSON.stringify(value.slice(0, 9))}`,
      body: good,
      headers: { "idempotency-key": value },
    })),
    { name: "a huge header", body: good, headers: { authorization: `Bearer ${"x".repeat(5000)}` } },
    { name: "a method override", method: "GET", path: "/v1/tokens", headers: { "x-http-method-override": "POST" } },
    {
      name: "a spoofed address",
      method: "POST",
      body: { provider: 1 },
      headers: { "x-forwarded-for": marker, forwarded: marker },
    },
  ];
}

function pathAttacks(): Hostile[] {
  const paths = [
    ...[
      "/v1/tokens/",
      "//v1/tokens",
      "/v1//tokens",
      "/./v1/tokens/x",
      "/v1/tokens/..%2f..%2flivez",
      "/v1/%2e%2e/livez%00",
    ],
    ...[
      "/v1/tokens%20",
      "/v1/tokens;x=1",
      "/v1/tokens%3fx",
      "/V1/TOKENS",
      "/v1/tokens%2Finspect",
      "/v1/tokens%5cinspect",
    ],
    ...[
      "/%76%31/tokens",
      "/v1/tokens.json",
      "/v1/tokens/__proto__",
      "/constructor",
      "/toString",
      "/v1/tokens%E2%80%AE",
      "/.git/config",
    ],
    ...[
      "/metrics",
      "/admin",
      "/v1/tokens?x=1",
      "/v1/tokens?",
      `/v1/tokens?key=${marker}`,
      "/v1/translate?sign=true",
      `/${marker}`,
    ],
    ...[
      `/${"a/".repeat(600)}`,
      "/v2/tokens",
      "/v1/invitations",
      "/v1/invitations/redeem",
      "/http://169.254.169.254/",
      "/livez%2f..%2fv1%2ftokens",
    ],
  ];
  const methods = ["GET", "PUT", "PATCH", "DELETE", "PROPFIND", "get", "post", "QUERY"];
  return [
    ...paths.map((path) => ({ name: `path ${path.slice(0, 40)}`, path, body: good })),
    ...methods.map((method) => ({ name: `method ${method}`, method, path: "/v1/tokens" })),
  ];
}

/** All of them. */
export const hostileRequests: readonly Hostile[] = [
  ...typeAttacks(),
  ...textAttacks(),
  ...nameAttacks(),
  ...bodyAttacks(),
  ...headerAttacks(),
  ...pathAttacks(),
];
