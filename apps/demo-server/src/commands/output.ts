/** Where a command writes: `out` for what is piped on, `say` for whoever watches. */
export interface Output {
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
}
