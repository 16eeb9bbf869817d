// What must hold for all vector files together, beyond their schema.
import { checkCoreTests } from "./core-lint.mjs";
import { canonicalText, jsonText } from "./files.mjs";
import { isSignedWith, readToken, usualHeader } from "./token.mjs";

const HMAC_BYTES = 32;

/**
 * All tests of a file, with what they inherit written out.
 *
 * @param {{ path: string, content: any }} file
 * @returns {{ path: string, content: any, test: any, id: string, input: any, requires: string[], source: any }[]}
 */
export function testsOf({ path, content }) {
  return content.groups.flatMap((group) =>
    group.tests.map((test) => ({
      path,
      content,
      test,
      id: test.id,
      input: { now: content.now, ...group.input, ...test.input },
      requires: group.requires,
      source: test.source ?? group.source,
    })),
  );
}

export function isNegative({ test }) {
  const { outcome, findings = [] } = test.expect;
  return outcome !== "ok" || findings.some(({ severity }) => severity === "error");
}

/** Where our own files stand, and how they are written; those of another package are named and formatted as it likes. */
function checkPlace({ path, text, content }) {
  const problems = [];
  // A category of the core vectors may have several files: `core/verify-form.json`.
  const stem = path.replace(/\.json$/, "");
  const name = `${content.suite}/${content.category}`;
  if (stem !== name && !(content.suite === "core" && stem.startsWith(`${name}-`)))
    problems.push(`${path}: suite and category do not match`);
  if (text !== jsonText(content)) problems.push(`${path}: is not written in the canonical form`);
  return problems;
}

function checkForm(file) {
  const { path, content, isForeign = false } = file;
  const problems = isForeign ? [] : checkPlace(file);
  const flags = new Set(content.groups.flatMap(({ tests }) => tests.flatMap((test) => test.flags)));
  for (const flag of flags) {
    if (!Object.hasOwn(content.notes, flag))
      problems.push(`${path}: the flag ${flag} is not explained under \`notes\``);
  }
  for (const flag of Object.keys(content.notes)) {
    if (!flags.has(flag)) problems.push(`${path}: no test has the flag ${flag}, which \`notes\` explains`);
  }
  const vendor = content.suite.replace("vendor/", "");
  for (const { id } of testsOf({ path, content })) {
    const start = `${vendor}.${content.category}.`;
    if (!id.startsWith(start)) problems.push(`${id}: ids in ${path} begin with \`${start}\``);
  }
  return problems;
}

/** No id twice, no id that was retired, no input twice. */
function checkUnique(tests, retired) {
  const problems = [];
  const ids = new Set(retired);
  const inputs = new Map();
  for (const { id, input, test, content } of tests) {
    if (ids.has(id)) problems.push(`${id}: this id is taken or retired`);
    ids.add(id);
    // The same grant is another token for another vendor.
    const vendor = input.op === "encode" ? content.suite : "";
    const key = `${vendor}${canonicalText(input)}`;
    const twin = inputs.get(key);
    if (twin === undefined) inputs.set(key, { id, expect: canonicalText(test.expect) });
    else {
      const outcome = twin.expect === canonicalText(test.expect) ? "the same" : "another";
      problems.push(`${id}: has the input of ${twin.id} and ${outcome} outcome`);
    }
  }
  return problems;
}

/** Each negative test names a positive one of the same kind, for the one thing in which they differ. */
function checkTwins(tests) {
  const byId = new Map(tests.map((entry) => [entry.id, entry]));
  return tests.flatMap((entry) => {
    const { id, test, input } = entry;
    if (!isNegative(entry)) return test.twin === undefined ? [] : [`${id}: is positive and needs no twin`];
    const twin = byId.get(test.twin);
    if (test.twin === undefined)
      return [`${id}: has no positive twin: \`twin\` names a test that differs in one thing and is fine`];
    if (twin === undefined) return [`${id}: has no positive twin: there is no test ${test.twin}`];
    if (isNegative(twin)) return [`${id}: its twin ${test.twin} is negative too`];
    return twin.input.op === input.op ? [] : [`${id}: its twin ${test.twin} tests something else`];
  });
}

function checkToken(id, token, key, expected) {
  let read;
  try {
    read = readToken(token);
  } catch (error) {
    return [`${id}: ${error.message}`];
  }
  const problems = [];
  if (canonicalText(read.header) !== canonicalText(expected.header ?? usualHeader))
    problems.push(`${id}: the token's header is not what the test expects`);
  if (canonicalText(read.claims) !== canonicalText(expected.claims))
    problems.push(`${id}: the token's claims are not what the test expects`);
  if (read.signature.length !== HMAC_BYTES) problems.push(`${id}: the signature does not have ${HMAC_BYTES} bytes`);
  if (key !== undefined && !isSignedWith(token, key.text)) problems.push(`${id}: the signature does not match the key`);
  return problems;
}

/** Every literal token, checked against the key that the test names. */
function checkTokens(tests) {
  return tests.flatMap(({ id, test, input, content, source }) => {
    // A translation starts from claims that nobody has signed.
    if (input.op === "translate") return [];
    // A recipe is made into a token by whoever runs it.
    const token = typeof input.token === "object" ? undefined : (input.token ?? test.expect.token);
    const isPublished = test.flags.includes("PublishedSample");
    const key = content.keys.find((candidate) => candidate.id === input.key);
    if (input.key !== undefined && key === undefined) return [`${id}: the key ${input.key} is not in the file`];
    if (isPublished && source.url === undefined) return [`${id}: a published sample needs its address`];
    if (isPublished !== (input.key === undefined)) return [`${id}: only a published sample has no key`];
    // Whose a token is asks for no reading of its claims.
    const expected = input.op === "recognize" ? readToken(token) : test.expect;
    return token === undefined ? [] : checkToken(id, token, key, expected);
  });
}

/** A canonical token is the only reason to have a token among the expectations. */
function checkCanonical(tests) {
  return tests
    .filter(({ test }) => (test.expect.canonical === true) !== (test.expect.token !== undefined))
    .map(({ id }) => `${id}: \`canonical\` and \`token\` belong together`);
}

function checkSecrets({ path, text, content }) {
  return content.keys.flatMap((key) => {
    const places = text.split(JSON.stringify(key.text).slice(1, -1)).length - 1;
    if (key.testOnly !== true) return [`${path}: the key ${key.id} is not marked as test-only`];
    return places === 1 ? [] : [`${path}: the text of the key ${key.id} stands somewhere else too`];
  });
}

/**
 * Everything that is wrong with the files, as sentences.
 *
 * @param {readonly { path: string, text: string, content: any, isForeign?: boolean }[]} files Those of another package are
 * foreign.
 * @param {readonly string[]} retired Ids that no test may have again.
 * @returns {string[]}
 */
export function lintFiles(files, retired = []) {
  const tests = files.flatMap(testsOf);
  return [
    ...files.flatMap(checkForm),
    ...files.flatMap(checkSecrets),
    ...checkUnique(tests, retired),
    ...checkTwins(tests),
    ...checkTokens(tests),
    ...checkCanonical(tests),
    ...checkCoreTests(tests),
  ];
}
