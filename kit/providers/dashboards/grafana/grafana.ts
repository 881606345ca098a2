import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { jsonApi } from "../../../ports/json-api.ts";
import { notOurs } from "../answered.ts";
import type { BoardName, Dashboards, Kept } from "../dashboards.ts";
import { keepMark } from "./annotations.ts";
import { type Shown, type Spec, isCurrent, isOurs, merged, specOf, uidOf } from "./spec.ts";
import { openStore } from "./stores.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** A Grafana, and how we get in. */
export interface GrafanaAccess {
  readonly url: string;
  readonly token: string;
  readonly namespace: string;
  readonly folder: string | undefined;
  readonly shown: Shown | undefined;
}

/** Grafana: one dashboard for a project and target, and an annotation for each release. */
export function grafana(world: World, access: GrafanaAccess): Dashboards {
  const base = access.url.replace(/\/+$/, "");
  const api = jsonApi(world, {
    name: "Grafana",
    baseUrl: base,
    headers: { authorization: `Bearer ${access.token}` },
    tokenHint:
      "Pass the token of a service account that may read and write dashboards and annotations as `grafana-token`; `grafana-namespace` is `default`, `org-<id>`, or `stacks-<id>` in Grafana Cloud.",
    attempts: 3,
    timeout: 15_000,
  });
  const urlOf = (board: BoardName): string => `${base}/d/${uidOf(board)}`;
  return {
    called: "dashboard",
    mark: async (mark) => await keepMark(api, mark),
    find: async (board) => {
      const { there } = await openStore(api, uidOf(board), access.namespace);
      return there !== undefined && isOurs(there.spec, board) ? urlOf(board) : undefined;
    },
    keep: async (board) => {
      const wanted = specOf(board, access.shown);
      const kept = (change: Kept["change"]): Kept => ({
        url: urlOf(board),
        change,
        queries: countOf(wanted),
      });
      const { store, ...first } = await openStore(api, uidOf(board), access.namespace);
      // What was read may be old by the time it is written over: then it is read once more.
      for (let { there } = first, attempt = 1; attempt <= 2; attempt += 1) {
        if (there !== undefined && !isOurs(there.spec, board))
          throw notOurs("dashboard", titleOf(there.spec) ?? board.name, urlOf(board));
        if (there !== undefined && isCurrent(there.spec, wanted)) return kept("unchanged");
        const spec = there === undefined ? wanted : merged(there.spec, wanted);
        if (await store.write(spec, there, access.folder)) return kept(there ? "updated" : "created");
        there = await store.read();
      }
      throw raced(urlOf(board));
    },
  };
}

function countOf({ panels }: ReturnType<typeof specOf>): number {
  return panels.filter((panel) => panel["targets"] !== undefined).length;
}

function titleOf({ title }: Spec): string | undefined {
  return typeof title === "string" ? title : undefined;
}

function raced(url: string): UserError {
  return new UserError(
    "PR304",
    `Grafana refused to write ${url} twice, since somebody else is changing it. It was left as it is.`,
    "Run again; where it stays so, look who else writes it, or whether a folder or title is refused.",
  );
}
