// @ts-check

/**
 * The claims that Tincan documents. YOURS: the vendor's own names, with unit and limit, and nothing neutral yet.
 *
 * @typedef {object} Properties
 * @property {string} [acc] The account.
 * @property {string} [room] Absent: every room of the account.
 * @property {string} [sub] Whom the token is bound to.
 * @property {string} [name] Shown to the others.
 * @property {number} [iat] Unix seconds.
 * @property {number} [nbf] Unix seconds. 0 is none.
 * @property {number} [exp] Unix seconds. Absent: the token never expires.
 * @property {boolean} [host] A role: mutes and removes others.
 * @property {boolean} [send] May send. Absent: everybody may, unless the room's setting `send` is off.
 * @property {string} [badge] Colour of the name in Tincan's own client.
 */

/**
 * How one claim is read. A claim of another type is an error, and counts as its lowest value: for a right the one that
 * gives least, for anything else none.
 *
 * @typedef {object} Reader
 * @property {(value: unknown) => boolean} accepts
 * @property {string} expected For the message.
 * @property {unknown} [lowest]
 */

/** @type {Reader} */
const text = { accepts: (value) => typeof value === "string" && value !== "", expected: "a text" };

/** Nothing is decided by a description: an empty one is one. @type {Reader} */
const description = { accepts: (value) => typeof value === "string", expected: "a text, or an empty one" };

/** The first second that is too late to be one: a number of milliseconds is no instant. @type {number} */
const endOfTime = 10_000_000_000;

/** @type {Reader} */
const instant = {
  accepts: (value) => Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < endOfTime,
  expected: "a number of unix seconds",
};

/** A beginning before all times is none, and many libraries write it. @type {Reader} */
const beginning = { ...instant, accepts: (value) => value === 0 || instant.accepts(value) };

/** @type {Reader} */
const flag = { accepts: (value) => typeof value === "boolean", expected: "true or false", lowest: false };

/**
 * YOURS: every claim above, in the order in which they are written.
 *
 * @type {ReadonlyMap<string, Reader>}
 */
export const readers = new Map([
  ["acc", text],
  ["room", text],
  ["sub", text],
  ["name", description],
  ["iat", instant],
  ["nbf", beginning],
  ["exp", instant],
  ["host", flag],
  ["send", flag],
  ["badge", text],
]);
