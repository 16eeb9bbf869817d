// What works on files and processes needs the types of Node.
import * as migrate from "@roompass/migrate";

export const modules = [migrate];
