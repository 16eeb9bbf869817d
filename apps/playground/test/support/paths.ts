import { fileURLToPath } from "node:url";

/** The folder of the playground. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** The built page. */
export const dist: string = fileURLToPath(new URL("../../dist/", import.meta.url));
