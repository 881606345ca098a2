import { resourcesOf } from "../web/probe-staged.ts";
import { type AskWorld, ask } from "./ask.ts";
import type { RouteProof } from "./prove-routes.ts";
import { routeText } from "./routes.ts";

/** Whether the pages that are still old work: their scripts and styles, asked for through the CDN. */
export interface Whole {
  readonly asked: number;
  readonly answered: number;
  /** The first address that did not answer as it should. */
  readonly missing: string | undefined;
}

/** Asks for what the old pages name; a page of each release and origin stands for all of its kind. */
export async function proveWhole(world: AskWorld, routes: readonly RouteProof[]): Promise<Whole> {
  const old = new Map(routes.filter(({ serves }) => !serves).map((route) => [kindOf(route), route]));
  const pages = await Promise.all(
    [...old.values()].map(({ origin, path, node }) => ask(world, origin + path, node)),
  );
  const named = [...old.values()].flatMap(({ origin, node }, index) =>
    resourcesOf(pages[index]?.text ?? "", origin).map(({ url }) => ({ url, node })),
  );
  const urls = [...new Map(named.map((one) => [`${one.url} ${one.node}`, one])).values()];
  const answers = await Promise.all(
    urls.map(async ({ url, node }) => ({
      text: node === undefined ? url : `${url} at ${node}`,
      answer: await ask(world, url, node),
    })),
  );
  const missing = [
    ...[...old.values()].filter((_, index) => isBroken(pages[index]?.status)).map(routeText),
    ...answers.filter(({ answer }) => !isResource(answer)).map(({ text }) => text),
  ];
  return {
    asked: old.size + answers.length,
    answered: old.size + answers.length - missing.length,
    missing: missing[0],
  };
}

function kindOf({ origin, node, marker }: RouteProof): string {
  return [origin, node, marker].join(" ");
}

function isBroken(status = 0): boolean {
  return status === 0 || status >= 400;
}

function isResource({ status, headers }: { readonly status: number; readonly headers: Headers }): boolean {
  return status === 200 && /javascript|css|wasm/.test(headers.get("content-type") ?? "");
}
