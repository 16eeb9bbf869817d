/**
 * Compares two digests, written as hex digits, in a time that depends on their length only. Meant for digests: what is
 * compared here is not what an attacker chooses, but its SHA-256.
 */
export function equalDigests(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
