/** The eight groups of an IPv6 address; `undefined` for anything else. */
function groupsOf(address: string): readonly number[] | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

const mapped = /^::ffff:(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/**
 * An address as part of a limit's key. Of IPv6 the network counts, the first 64 bits: one house has so many addresses
 * behind them that a limit for each would be none. What is no plain text is one and the same stranger.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined || !/^[\x21-\x7e]{1,64}$/.test(address)) return "unknown";
  if (!address.includes(":")) return address;
  // The zone of a link is the machine's own name for it.
  const plain = address.toLowerCase().replace(/%.*$/, "");
  const version4 = mapped.exec(plain)?.[1];
  if (version4 !== undefined) return version4;
  const groups = groupsOf(plain);
  if (groups === undefined) return address;
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}
