/**
 * How much of anything one grant may hold. What is over a limit is refused whole and unread, so that parsing costs time
 * in proportion to the limits and not to what somebody sends. `docs/grant.md` lists them for users.
 */
export const grantLimits = Object.freeze({
  /** Names in `room.anyOf`. Every check of a grant walks this list, and no vendor's token names more than one room. */
  rooms: 1000,
  /** Entries of `rights.subscribe.byParticipantId`. A token is read up to 256 members, so that more never came back. */
  senders: 256,
  /** Vendors in `extensions`. A grant is issued for one of them; the others are only reported as left out. */
  extensionVendors: 32,
  /** Properties of one vendor in `extensions`: again what a token can hold. Each is compared with the vendor's names. */
  extensionNames: 256,
  /** Elements of a list of words, repetitions counted; no list has more than six different ones. */
  words: 64,
  /** Objects and lists inside each other in a free JSON value, the outermost counted as one. Cycles end here, too. */
  jsonLevels: 16,
  /**
   * Members and elements in `participant.metadata`, and in all `extensions` together. No token holds as many, and shared
   * parts of a value cannot multiply without end.
   */
  jsonMembers: 10_000,
  /** Problems reported at once. More helps nobody, and a hostile grant should not cost much memory. */
  issues: 100,
  /** Unknown names that get a suggestion: the first ones. Looking for near names is the dearest part of parsing. */
  suggestions: 10,
  /** Characters of a name that gets a suggestion; no field's name is half as long. */
  suggestionCharacters: 64,
} as const);
