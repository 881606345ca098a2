import { explain } from "../../kit/action/fail.ts";
import type { Section } from "../../kit/action/fit.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { boardOf } from "../../kit/parts/observe/prepare-board.ts";
import type { Subject } from "../../kit/parts/observe/question.ts";
import { whereToLook } from "../../kit/parts/observe/where-to-look.ts";
import type { Board, Dashboards } from "../../kit/providers/dashboards/dashboards.ts";
import { linkedQueries } from "../../kit/providers/dashboards/files/files.ts";
import { logsPage, openDashboards } from "../../kit/providers/dashboards/open-dashboards.ts";
import type { spec } from "./spec.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">;
type Inputs = InputsOf<typeof spec>;

/** Saves what will be asked. A dashboard that cannot be saved never stops a release: it is a warning. */
export async function prepare(inputs: Inputs, subject: Subject, world: World): Promise<Done<typeof spec>> {
  // The queries are SQL over Supabase's logs: another source has none of them.
  if (inputs.logSource !== "supabase" && inputs.dashboard !== "grafana") return notOurs(inputs);
  const board = boardOf(inputs.target, inputs.supabase, subject);
  const links = inputs.logSource === "supabase" ? [queryLinks(board, inputs)] : [];
  try {
    const dashboards = openDashboards(inputs, world);
    if (dashboards === undefined) return notWanted(inputs, links);
    return await keep(dashboards, board, links, world);
  } catch (error) {
    world.signal.throwIfAborted();
    const { message, next } = explain(error);
    const what = inputs.dashboard === "supabase" ? "notebook" : "dashboard";
    world.log.warn(`The ${what} could not be saved. ${message} ${next}`);
    return {
      outputs: { "dashboard-url": logsPage(inputs), dashboard: "failed" },
      report: {
        verdict: "pass",
        reason: `The ${what} could not be saved, which stops nothing. ${message}`,
        next,
        evidence: ["0 queries are saved; each is linked below"],
        sections: links,
      },
    };
  }
}

function notOurs({ logSource }: Inputs): Done<typeof spec> {
  return {
    outputs: { dashboard: "none" },
    report: {
      verdict: "pass",
      reason: `observe counts by ${logSource}, which keeps queries of its own: nothing is saved here.`,
      next: "Nothing to do.",
      evidence: ["0 queries are saved"],
    },
  };
}

async function keep(
  dashboards: Dashboards,
  board: Board,
  links: readonly Section[],
  world: World,
): Promise<Done<typeof spec>> {
  const { url, change, queries: n } = await dashboards.keep(board);
  world.log.notice(`Saved queries for this rollout: ${url}`);
  return {
    outputs: { "dashboard-url": url, dashboard: change },
    report: {
      verdict: "pass",
      reason: `The ${dashboards.called} «${board.name}» is ${change === "unchanged" ? "up to date" : change}.`,
      next: change === "written" ? "Open the queries by their links." : `Open it: ${url}`,
      evidence: [n === 0 ? "0 queries: it shows releases alone" : `${n} of ${n} queries are saved`],
      sections: links,
    },
  };
}

function notWanted(inputs: Inputs, links: readonly Section[]): Done<typeof spec> {
  return {
    outputs: { "dashboard-url": logsPage(inputs), dashboard: "none" },
    report: {
      verdict: "pass",
      reason: "No dashboard is kept, as `dashboard: none` says.",
      next: "Nothing to do.",
      evidence: ["0 queries are saved; each is linked below"],
      sections: links,
    },
  };
}

/** Each query as a link: they run without anything that was saved. */
function queryLinks({ asked }: Board, inputs: Inputs): Section {
  const queries = linkedQueries(asked, logsPage(inputs));
  return whereToLook(
    "The queries",
    queries.map(({ title, url }) => [title, "run it in the log explorer", url]),
  );
}
