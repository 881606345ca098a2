import { basename, dirname } from "node:path/posix";
import { type Found, type Repository, isBelow, placeOf, under } from "../repository/open-repository.ts";

export interface Playwright {
  readonly config: string;
  /** Paths of the files with tests. */
  readonly specs: readonly string[];
  /** The variable that gives the address under test; undefined where the configuration sets another. */
  readonly address: Found<string> | undefined;
}

const configs = /(?:^|\/)playwright\.config\.[cm]?[jt]s$/;

/** The first Playwright configuration of the repository, and the files that it would run. */
export async function findPlaywright(repository: Repository, near: string): Promise<Playwright | undefined> {
  const all = repository.files.filter((path) => configs.test(path));
  const config = all.find((path) => isBelow(near, path)) ?? all[0];
  if (config === undefined) return undefined;
  const text = (await repository.text(config)) ?? "";
  const home = dirname(config) === "." ? "" : dirname(config);
  const named = /\btestDir\s*:\s*["'`]\.?\/?([^"'`]*)["'`]/.exec(text)?.[1] ?? "";
  const folder = named === "" ? home : under(home, named.replace(/\/+$/, ""));
  const specs = repository.files.filter(
    (path) =>
      isBelow(folder, path) && /\.(?:spec|test)\.[cm]?[jt]sx?$/.test(path) && (named !== "" || isE2e(path)),
  );
  return { config, specs, address: addressIn(config, text) };
}

/** Without a folder of their own they stand beside unit tests, which Playwright would not be meant for. */
function isE2e(path: string): boolean {
  return /(?:^|\/)(?:e2e|playwright|tests-e2e)\//.test(path) || /\.(?:e2e|pw)\./.test(path);
}

/** Playwright takes `PLAYWRIGHT_TEST_BASE_URL` where the configuration says nothing. */
function addressIn(config: string, text: string): Found<string> | undefined {
  const said = /\bbaseURL\s*(?:[:=]\s*([^,\n};]*)|[,}])/.exec(text);
  if (said === null) return { value: "PLAYWRIGHT_TEST_BASE_URL", at: "Playwright's default" };
  const expression = said[1] ?? "baseURL";
  const [name] = [expression, ...wordsOf(expression).map((word) => declaredAs(text, word))].flatMap(
    variablesIn,
  );
  return name === undefined ? undefined : { value: name, at: placeOf(config, text, /\bbaseURL\b/) };
}

function wordsOf(expression: string): readonly string[] {
  return expression.match(/\b[A-Za-z_$][\w$]*\b/g) ?? [];
}

/** `process.env.BASE_URL` and `process.env["BASE_URL"]`; a port or a flag is no address. */
function variablesIn(expression: string): readonly string[] {
  return [...expression.matchAll(/\bprocess\.env(?:\.|\[["'])([A-Z][A-Z0-9_]*)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => /URL|ORIGIN|BASE|SITE|ADDRESS|HOST$/.test(name));
}

/** What `const address = process.env.BASE_URL ?? …` says. */
function declaredAs(text: string, name: string): string {
  const declaration = new RegExp(`\\b(?:const|let)\\s+${name.replaceAll("$", "\\$")}\\s*=\\s*([^;\\n]*)`);
  return declaration.exec(text)?.[1] ?? "";
}

/** A file as `smoke` filters by it: `results.token-guard.spec`. */
export function filterOf(path: string): string {
  return basename(path).replace(/\.[cm]?[jt]sx?$/, "");
}
