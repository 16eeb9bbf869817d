/** The instant of generated cases, in unix seconds. */
export const generatedNow = 1_800_000_000;
