/** `send microphone`, `send camera`, `record` as `send microphone, camera; record`. */
export function joinRights(names: readonly string[]): string {
  const sent = names.filter((name) => name.startsWith("send ")).map((name) => name.slice("send ".length));
  const others = names.filter((name) => !name.startsWith("send "));
  return [...(sent.length === 0 ? [] : [`send ${sent.join(", ")}`]), ...others].join("; ");
}
