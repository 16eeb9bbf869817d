// What is measured, against whom, and what ratio is wanted. Each row makes its two pieces of work when its turn comes.
import { createHmac, createSecretKey } from "node:crypto";
import { translate } from "@roompass/core";
import { createDecoder, createSigner, createVerifier } from "fast-jwt";
import { SignJWT } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { AccessToken } from "livekit-server-sdk";
import { daily, grantOf, livekit, now, secret } from "./lib/material.mjs";

const key = createSecretKey(Buffer.from(secret));

/** The claims that roompass writes for the same grant, finished: a peer only has to sign them. */
async function finishedClaims() {
  const { token } = await daily.issue(grantOf(1));
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
}

const tokensOf = (count) =>
  Promise.all(Array.from({ length: count }, async (_, index) => (await daily.issue(grantOf(index))).token));
const issue = (index) => daily.issue(grantOf(index));
const fastSigner = () => createSigner({ key: secret, algorithm: "HS256", noTimestamp: true });
const fastVerifier = () =>
  createVerifier({ key: secret, algorithms: ["HS256"], cache: false, clockTimestamp: now * 1000 });
const pick = (tokens) => (index) => tokens[index % tokens.length];

async function issueAgainstFastJwt() {
  const claims = await finishedClaims();
  const sign = fastSigner();
  return { ours: issue, peer: () => sign(claims) };
}

async function issueAgainstJose() {
  const claims = await finishedClaims();
  const imported = await crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return {
    ours: issue,
    peer: () => new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(imported),
  };
}

async function issueAgainstJsonwebtoken() {
  const claims = await finishedClaims();
  return { ours: issue, peer: () => jsonwebtoken.sign(claims, key, { algorithm: "HS256", noTimestamp: true }) };
}

const livekitGrant = (index) => ({
  room: "standup",
  participant: { id: `participant-${index % 1000}`, name: "Ada Lovelace" },
  expiresAt: now + 3600,
  rights: { publish: true, subscribe: true },
});

function livekitAgainstItsSdk() {
  const peer = (index) => {
    const token = new AccessToken("TEST-ONLY-key", secret, {
      identity: `participant-${index % 1000}`,
      name: "Ada Lovelace",
      ttl: 3600,
    });
    token.addGrant({ roomJoin: true, room: "standup", canPublish: true, canSubscribe: true });
    return token.toJwt();
  };
  return { ours: (index) => livekit.issue(livekitGrant(index)), peer };
}

async function manyOfOneRoom() {
  const { participant: _, ...rest } = grantOf(0);
  const guests = await daily.issuer(rest);
  const [head, payload] = (await daily.issue(grantOf(1))).token.split(".");
  const signingInput = `${head}.${payload}`;
  return {
    ours: (index) => guests.issue({ id: `participant-${index % 1000}`, name: "Ada Lovelace" }),
    peer: () => createHmac("sha256", key).update(signingInput).digest(),
  };
}

async function verifyAgainstFastJwt() {
  const token = pick(await tokensOf(64));
  const verify = fastVerifier();
  return {
    ours: (index) => daily.verify(token(index), { room: grantOf(1).room }),
    peer: (index) => verify(token(index)),
  };
}

/** A token with warnings: it never expires, and is good for every room. */
async function inspectAgainstDecode() {
  const { token } = await daily.issue({
    room: { any: true },
    expiresAt: null,
    rights: { publish: true },
  });
  const decode = createDecoder();
  return { ours: () => daily.inspect(token), peer: () => decode(token) };
}

async function translateAgainstIssue() {
  const checked = await daily.verify((await daily.issue(grantOf(1))).token);
  return {
    ours: () => translate(checked, { from: daily, to: livekit, now }),
    peer: () => livekit.issue(livekitGrant(1)),
  };
}

async function reissueAgainstFastJwt() {
  const token = pick(await tokensOf(64));
  const [verify, sign] = [fastVerifier(), fastSigner()];
  const ours = async (index) => {
    const checked = await daily.verify(token(index));
    return livekit.issue(translate(checked, { from: daily, to: livekit, now }));
  };
  return { ours, peer: (index) => sign(verify(token(index))) };
}

/** Tokens that nobody should wait for: how much longer each takes than a good one of usual size. */
async function hostileTokens() {
  const { token } = await daily.issue(grantOf(1));
  const [head, , signature] = token.split(".");
  const part = (text) => Buffer.from(text).toString("base64url");
  return {
    "a token of 1 MB": `${head}.${part(JSON.stringify({ r: "x".repeat(780_000) }))}.${signature}`,
    "1 MB of parts": ".".repeat(1_000_000),
    "deep nesting": `${head}.${part(`${"[".repeat(4000)}${"]".repeat(4000)}`)}.${signature}`,
    "500 members": `${head}.${part(`{${Array.from({ length: 500 }, (_, i) => `"m${i}":${i}`).join(",")}}`)}.${signature}`,
    "the same name again and again": `${head}.${part(`{${Array.from({ length: 250 }, () => '"r":1').join(",")}}`)}.${signature}`,
  };
}

async function refusing(hostile) {
  const { token } = await daily.issue(grantOf(1));
  const refused = () =>
    daily.verify(hostile).then(
      () => Promise.reject(new Error("It was accepted.")),
      ({ code }) => code,
    );
  return { ours: refused, peer: () => daily.verify(token) };
}

const fastJwt = (what) => `fast-jwt ${what}`;
const hostile = await hostileTokens();

export const rows = [
  { name: "issue", against: fastJwt("signing the finished claims"), atLeast: 1, make: issueAgainstFastJwt },
  { name: "issue", against: "jose SignJWT with a prepared key", atLeast: 5, make: issueAgainstJose },
  { name: "issue", against: "jsonwebtoken with a KeyObject", atLeast: 1, make: issueAgainstJsonwebtoken },
  { name: "issue for LiveKit", against: "livekit-server-sdk AccessToken", atLeast: 1, make: livekitAgainstItsSdk },
  { name: "issue for many participants of one room", against: "the bare HMAC", atLeast: 0.7, make: manyOfOneRoom },
  { name: "verify", against: fastJwt("verify without cache"), atLeast: 1, make: verifyAgainstFastJwt },
  { name: "inspect of a token with warnings", against: fastJwt("decode"), atLeast: 0.5, make: inspectAgainstDecode },
  {
    name: "translate, read back and compared",
    against: "one issue of the target",
    atLeast: 1,
    make: translateAgainstIssue,
  },
  {
    name: "re-issue: verify, translate, sign",
    against: fastJwt("verify and sign"),
    atLeast: 0.8,
    make: reissueAgainstFastJwt,
  },
  ...Object.entries(hostile).map(([what, token]) => ({
    name: `refusing ${what}`,
    against: "accepting a good one",
    atLeast: 0.5,
    make: () => refusing(token),
  })),
];
