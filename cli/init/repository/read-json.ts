import { parse as parseToml } from "smol-toml";
import { heldIn } from "../../../kit/action/held-in.ts";
import { describe } from "../../../kit/errors/user-error.ts";
import { parseJson } from "../../../kit/ports/parse-json.ts";
import { type Repository, lineAt } from "./open-repository.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** A mapping as it was read, nothing of it checked. */
export type Mapping = Readonly<Record<string, unknown>>;

/** What a file holds that is a mapping; undefined where it is not there. What is no such file becomes a problem with its line. */
export async function readJson(repository: Repository, path: string): Promise<Mapping | undefined> {
  return await readWith(repository, path, "JSON", (text) => parseJson(text.replace(/^\uFEFF/, "")));
}

/** As `readJson`, of TOML. */
export async function readToml(repository: Repository, path: string): Promise<Mapping | undefined> {
  return await readWith(repository, path, "TOML", (text) => parseToml(text));
}

/** What is held under a key of its own; undefined where there is none, or the value is no mapping. */
export function held(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? heldIn(value as Mapping, key) : undefined;
}

/** As `held`, only a text that is not empty. */
export function heldText(value: unknown, key: string): string | undefined {
  const found = held(value, key);
  return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
}

async function readWith(
  { text, problems }: Repository,
  path: string,
  language: string,
  parse: (text: string) => unknown,
): Promise<Mapping | undefined> {
  const written = await text(path);
  if (written === undefined) return undefined;
  try {
    const value = parse(written);
    if (isObject(value)) return value;
    problems.push(`${path}:1: ${language}, but no mapping; it was left out.`);
  } catch (error) {
    problems.push(
      `${path}:${lineOfError(written, error)}: no ${language} (${saidOf(error)}); it was left out.`,
    );
  }
  return undefined;
}

/** TOML's parser has the line; Node tells a position, or a piece of the text, or that the text ended. */
export function lineOfError(text: string, error: unknown): number {
  const { line, message } = error as { line?: unknown; message?: unknown };
  if (typeof line === "number") return line;
  const said = String(message);
  const position = /position (\d+)/.exec(said)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  const piece = /, (?:\.\.\.)?"([^]+?)"(?:\.\.\.)? is not valid JSON/.exec(said)?.[1];
  const index = piece === undefined ? -1 : text.indexOf(piece);
  return lineAt(text, index === -1 ? text.trimEnd().length : index);
}

/** Parsers quote the place, and that may be anything. */
function saidOf(error: unknown): string {
  const [said = ""] = describe(error).split(/, (?:\.\.\.)?"| {2,}| \d+: {2}/);
  const [first = ""] = (error instanceof Error ? error.message : said).split("\n");
  return (first.length < said.length ? first : said).replace(/ in JSON at position \d+.*/, "").slice(0, 120);
}
