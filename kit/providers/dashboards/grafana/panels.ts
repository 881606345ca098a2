import type { Board } from "../dashboards.ts";
import { attemptsLogql, eventsLogql, failedLogql, failuresLogql, lackingLogql } from "./logql.ts";
import type { Shown } from "./spec.ts";

interface Drawn {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly [more: string]: unknown;
}

export interface Panel extends Drawn {
  readonly id: number;
  readonly description: string;
}

const own = "Made by prism-rollout.";

/** What says that a data source is missing, where it is. */
const without =
  "Counts are not shown: name a Loki data source that gets these logs as `grafana-datasource`, and its streams as `grafana-selector`.";

/** A text, the counts beside it, and below what happened over time. */
export function panelsOf(board: Board, shown: Shown | undefined): readonly Panel[] {
  const content = shown === undefined ? `${board.text}\n\n${without}` : board.text;
  const text: Drawn = {
    type: "text",
    title: "What is counted",
    gridPos: { x: 0, y: 0, w: shown === undefined ? 24 : 12, h: 8 },
    options: { mode: "markdown", content },
  };
  const drawn = shown === undefined ? [text] : [text, ...countsOf(board, shown)];
  return drawn.map((panel, index) => ({ id: index + 1, description: own, ...panel }));
}

function countsOf({ asked }: Board, { datasource, selector }: Shown): readonly Drawn[] {
  const source = { type: "loki", uid: datasource };
  const draw = ([type, title, queryType, expr]: Asks, [x, y, w, h]: Place, noValue?: string): Drawn => ({
    type,
    title,
    gridPos: { x, y, w, h },
    datasource: source,
    targets: [{ refId: "A", datasource: source, expr, queryType }],
    ...(noValue === undefined ? {} : { fieldConfig: { defaults: { noValue }, overrides: [] } }),
  });
  const lacking = lackingLogql(selector, asked);
  const failed = failedLogql(selector, asked);
  const failing = asked.failures.length > 0;
  return [
    draw(["stat", "Attempts", "instant", attemptsLogql(selector, asked)], [12, 0, 6, 4]),
    ...(failing ? [draw(["stat", "Attempts that failed", "instant", failed], [18, 0, 6, 4], "0")] : []),
    ...(lacking === undefined
      ? []
      : [draw(["table", "Entries that lack a field", "instant", lacking], [12, 4, 12, 4], "none")]),
    draw(["timeseries", "Entries by event", "range", eventsLogql(selector, asked)], [0, 8, 24, 8]),
    ...(failing
      ? [draw(["logs", "Newest failures", "range", failuresLogql(selector, asked)], [0, 16, 24, 10])]
      : []),
  ];
}

type Asks = readonly [type: string, title: string, queryType: "instant" | "range", expression: string];
type Place = readonly [x: number, y: number, w: number, h: number];
