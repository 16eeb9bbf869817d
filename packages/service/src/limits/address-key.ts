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

/** The last four bytes may be written as an IPv4 address. */
const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The same address in groups alone; `undefined` where the bytes are none. */
function withoutDots(address: string): string | undefined {
  const [, head = "", ...texts] = dotted.exec(address) ?? [];
  if (head === "") return address;
  const [a = 256, b = 256, c = 256, d = 256] = texts.map(Number);
  if (Math.max(a, b, c, d) > 255) return undefined;
  return `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

/** IPv4 in IPv6's clothes, `::ffff:192.0.2.1`, in whichever way it is written. */
function version4Of(groups: readonly number[]): string | undefined {
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return undefined;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
}

/**
 * An address as part of a limit's key. Of IPv6 the network counts, the first 64 bits: one house has so many addresses
 * behind them that a limit for each would be none. What is no plain text is one and the same stranger.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined || !/^[\x21-\x7e]{1,64}$/.test(address)) return "unknown";
  if (!address.includes(":")) return address;
  // The zone of a link is the machine's own name for it.
  const plain = withoutDots(address.toLowerCase().replace(/%.*$/, ""));
  const groups = plain === undefined ? undefined : groupsOf(plain);
  if (groups === undefined) return address;
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return version4Of(groups) ?? `${network.join(":")}::/64`;
}
