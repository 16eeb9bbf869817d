// @ts-check

/**
 * What a token states, in neutral words. Silence stays absent, and no default is written out.
 *
 * YOURS: which claim is which part of a grant. What has no neutral word goes into `residue`. `expiresAt: null` only where
 * the vendor documents that a token without an expiry never ends; where that is open, it is left out.
 *
 * @param {import("./claims.js").Token} native
 * @returns {import("@roompass/core/adapter").Decoded}
 */
export function decode({ properties: { acc, room, sub, name, iat, nbf, exp, host, send, badge }, unknown }) {
  const participant = { ...(sub === undefined ? {} : { id: sub }), ...(name === undefined ? {} : { name }) };
  const rights = {
    ...(send === undefined
      ? {}
      : { publish: { microphone: send, camera: send, screen: send, screenAudio: send, custom: send } }),
    ...(host === true ? { moderate: { media: true, remove: true } } : {}),
  };
  return {
    grant: {
      purpose: ["participant"],
      room: room ?? { any: true },
      ...(Object.keys(participant).length === 0 ? {} : { participant }),
      ...(nbf === undefined || nbf === 0 ? {} : { notBefore: nbf }),
      expiresAt: exp ?? null,
      ...(Object.keys(rights).length === 0 ? {} : { rights }),
    },
    issuance: { ...(iat === undefined ? {} : { issuedAt: iat }), ...(acc === undefined ? {} : { tenant: acc }) },
    residue: { ...(badge === undefined ? {} : { badge }), ...(nbf === 0 ? { nbf } : {}) },
    unknown,
  };
}
