/** The library's words for what one can ask for, and the options that stand for them here. */
const options: readonly (readonly [word: string, option: string])[] = [
  ["allowWidening", "--allow-widening"],
  ["allowNoExpiry", "--allow-no-expiry"],
  ["ignoreUnknown", "--ignore-unknown"],
  ["rooms.map", "--room-map"],
  ["rooms.source", "--source-room"],
  ["rooms.target", "--target-room"],
  ["narrow.room", "--room"],
  ["narrow.expiresAt", "--expires-in"],
  ["narrow.participant.id", "--participant-id"],
  ["narrow", "--narrow"],
  ["vouch", "--vouch"],
  ["require", "--require"],
  ["assume", "--assume"],
  ["strict", "--strict"],
  ["trustUnverified: true", "--trust-unverified"],
  ["allowNoExpiry: true", "--allow-no-expiry"],
  ["clockToleranceSeconds", "roompass verify --clock-tolerance-seconds"],
  ["validate(token)", "roompass verify --remote"],
  ["plan()", "roompass issue --plan"],
];

/** Limits of the library that no option changes. */
const limits = /; raise `(?:maxBytes|timeoutMilliseconds)`[^;]*$/;

/** A sentence of the library, with its options spelt as on the command line. */
export function inOptions(sentence: string): string {
  const plain = sentence
    .replace(limits, ".")
    .replaceAll("`policy.narrow.expiresIn`", "--expires-in")
    .replaceAll(/`policy\.(narrow|vouch)\.([^`]+)`/g, "`$2` in --$1");
  return options.reduce((text, [word, option]) => text.replaceAll(`\`${word}\``, option), plain);
}
