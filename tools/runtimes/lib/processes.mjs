// Starts programs and ends those that it started.
import { spawn } from "node:child_process";

const patienceMilliseconds = 15 * 60_000;

/** Without what npm and test runners put there for Node alone. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|vitest|node_options$|node_v8_coverage$)/i.test(name)),
);

/**
 * Runs a program to its end and collects the values that it prints on lines beginning with `RESULT`.
 *
 * @returns {Promise<{ values: any[], output: string, code: number }>}
 */
export function collect(program, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...environment, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds);
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"])
      child[name].setEncoding("utf8").on("data", (text) => {
        texts[name] += text;
      });
    child.on("error", (error) => {
      texts.stderr += error.message;
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const lines = texts.stdout.split("\n");
      const values = lines
        .filter((line) => line.startsWith("RESULT "))
        .map((line) => JSON.parse(line.slice("RESULT ".length)));
      const rest = lines.filter((line) => !line.startsWith("RESULT "));
      resolve({ values, output: `${rest.join("\n")}${texts.stderr}`.trim(), code: code ?? 1 });
    });
  });
}

/** Starts a program, waits for what `ready` makes of its third stream, works with it, and ends it. */
export async function during(program, args, { cwd, ready }, work) {
  const child = spawn(program, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  try {
    return await work(
      await new Promise((resolve, reject) => {
        let told = "";
        child.once("error", reject);
        child.once("close", (code) => reject(new Error(`${program} ended with ${code}: ${printed}`)));
        child.stdio[3].on("data", (text) => {
          told += String(text);
          const found = ready(told);
          if (found !== undefined) resolve(found);
        });
      }),
    );
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}
