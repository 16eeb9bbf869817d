/** A word as a shell takes it, for lines that people copy: an id may come from an adapter's package. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
