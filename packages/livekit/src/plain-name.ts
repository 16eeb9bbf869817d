const plainName = /^[A-Za-z_$][\w$-]{0,39}$/;

/** Whether a name from outside is short and plain enough to stand in a path or a message. */
export function isPlainName(name: string): boolean {
  return plainName.test(name);
}
