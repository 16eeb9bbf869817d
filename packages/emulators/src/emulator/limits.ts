/** What an emulator holds and takes at most. Every number is its own; vendors publish few. */
export interface Limits {
  /** Rooms at one time, and rooms with people in them. More are refused. */
  readonly rooms: number;
  /** Participants remembered in one room. */
  readonly participants: number;
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Characters of a request's address, a token in it included. */
  readonly urlCharacters: number;
  /** Characters of a token. */
  readonly tokenCharacters: number;
}

export const defaultLimits: Limits = Object.freeze({
  rooms: 1000,
  participants: 200,
  bodyBytes: 65_536,
  urlCharacters: 20_000,
  tokenCharacters: 16_384,
});
