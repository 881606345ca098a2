import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Start } from "../bundle-child.ts";
import { type Stack, secrets } from "../stack.ts";

/** What a wrong start needs of the test's world. */
export interface Around {
  readonly stack: Stack;
  /** A server that answers everything with a page. */
  readonly pageUrl: string;
  readonly closedPort: number;
}

/** One wrong thing, and the words that a person needs: what, where, which key, what to do. */
export interface Wrong {
  readonly name: string;
  readonly action: string;
  readonly start: (around: Around) => Partial<Start> | Promise<Partial<Start>>;
  readonly code: string;
  readonly says: readonly string[];
}

/** All is right but these inputs. */
export function given(inputs: Readonly<Record<string, string>>): () => Partial<Start> {
  return () => ({ inputs });
}

/** The right password, at another place. */
export function databaseUrl(at: string): () => Partial<Start> {
  return given({ "database-url": `postgresql://owner:${secrets.password}@${at}` });
}

/** A checkout with another rollout.yml. */
export async function rolloutWith(stack: Stack, edit: (text: string) => string): Promise<string> {
  const workspace = await stack.checkout();
  await writeFile(join(workspace, "rollout.yml"), edit(stack.rollout));
  return workspace;
}

/** A file without a mode; root reads that all the same, so for root a folder stands in its place. */
export async function unreadable(stack: Stack, path: string): Promise<string> {
  const workspace = await stack.checkout();
  const file = join(workspace, path);
  if (process.getuid?.() === 0) {
    await rm(file);
    await mkdir(file);
  } else await chmod(file, 0);
  return workspace;
}
