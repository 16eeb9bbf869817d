import { type RightPath, rightPaths } from "../grant/right-path.js";

type WithoutPrefix<Path> = Path extends `rights.${infer Short}` ? Short : never;

/** What somebody may want to do: join, or use one right. `publish.camera` is short for `rights.publish.camera`. */
export type Action = "join" | RightPath | WithoutPrefix<RightPath>;

const targets: ReadonlyMap<string, "join" | RightPath> = new Map<string, "join" | RightPath>([
  ["join", "join"],
  ...rightPaths.map((path) => [path, path] as const),
  ...rightPaths.map((path) => [path.slice("rights.".length), path] as const),
]);

/** Every action in its short form, for a list of choices. */
export const actions: readonly Action[] = Object.freeze([
  "join",
  ...rightPaths.map((path) => path.slice("rights.".length) as WithoutPrefix<RightPath>),
]);

/** The right that an action uses; `undefined` for a text that names none. */
export function targetOf(action: string): "join" | RightPath | undefined {
  return targets.get(action);
}
