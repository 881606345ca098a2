import { resourcesOf } from "../web/probe-staged.ts";
import { type AskWorld, ask } from "./ask.ts";
import type { RouteProof } from "./prove-routes.ts";

/** Whether the pages that are still old work: their scripts and styles, asked for through the CDN. */
export interface Whole {
  readonly asked: number;
  readonly answered: number;
  /** The first address that did not answer as it should. */
  readonly missing: string | undefined;
}

/** Asks for what the old pages name; a page of each release and origin stands for all of its kind. */
export async function proveWhole(world: AskWorld, routes: readonly RouteProof[]): Promise<Whole> {
  const old = new Map(
    routes.filter(({ serves }) => !serves).map((route) => [`${route.origin} ${route.marker ?? ""}`, route]),
  );
  const pages = await Promise.all([...old.values()].map(({ origin, path }) => ask(world, origin + path)));
  const urls = [...old.values()].flatMap(({ origin }, index) =>
    resourcesOf(pages[index]?.text ?? "", origin),
  );
  const answers = await Promise.all(
    [...new Set(urls)].map(async (url) => ({ url, answer: await ask(world, url) })),
  );
  const missing = [
    ...[...old.values()]
      .filter((_, index) => isBroken(pages[index]?.status))
      .map(({ origin, path }) => origin + path),
    ...answers.filter(({ answer }) => !isResource(answer)).map(({ url }) => url),
  ];
  return {
    asked: old.size + answers.length,
    answered: old.size + answers.length - missing.length,
    missing: missing[0],
  };
}

function isBroken(status = 0): boolean {
  return status === 0 || status >= 400;
}

function isResource({ status, headers }: { readonly status: number; readonly headers: Headers }): boolean {
  return status === 200 && /javascript|css|wasm/.test(headers.get("content-type") ?? "");
}
