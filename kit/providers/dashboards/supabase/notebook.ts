import { digest } from "../../../release/canonical.ts";
import { boardQueries } from "../../logs/supabase/board-queries.ts";
import type { Board } from "../dashboards.ts";
import { asText } from "../../../ports/as-text.ts";

/** A cell as the API takes and gives it. */
export type Cell = Readonly<Record<string, unknown>>;

/** What the API says of a notebook in its list. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

const maker = "Made by prism-rollout";

/** Where a notebook's own description says what it was made from. */
export function descriptionOf(board: Board): string {
  return `${maker}. Its cells are replaced when rollout.yml asks other questions; cells of your own stay. (${stampOf(board)})`;
}

export function isOurs({ description }: Listed): boolean {
  return description.startsWith(maker);
}

/** Whether the notebook was made from this very board; what people changed in it since is theirs. */
export function isCurrent({ description }: Listed, board: Board): boolean {
  return description.includes(stampOf(board));
}

function stampOf({ text, asked }: Board): string {
  return `spec ${digest({ text, queries: boardQueries(asked) }).slice(0, 12)}`;
}

/**
 * The cells of a board. A cell that is there already keeps its id, known by its title (the text by being the
 * first text); cells that are not ours come after ours.
 */
export function cellsOf(board: Board, there: readonly Cell[]): readonly Cell[] {
  const text = there.find(({ type }) => type === "markdown");
  const known = new Map(there.flatMap((cell) => (cell["type"] === "log" ? [[cell["title"], cell]] : [])));
  const queries = boardQueries(board.asked);
  const titles = queries.map(({ title }) => title);
  const others = there.filter((cell) => cell !== text && !titles.includes(asText(cell["title"])));
  return [
    withId({ type: "markdown", text: board.text }, text),
    ...queries.map(({ title, sql, hours }) =>
      withId(
        {
          type: "log",
          title,
          sql,
          view: "table",
          time_range: { type: "relative", unit: "hour", amount: hours },
        },
        known.get(title),
      ),
    ),
    ...others,
  ];
}

function withId(cell: Cell, there: Cell | undefined): Cell {
  return typeof there?.["id"] === "string" ? { id: there["id"], ...cell } : cell;
}

/** A resource of the list, or undefined for what is none. */
export function listedOf(data: unknown): Listed | undefined {
  const { id, attributes } = (data ?? {}) as { readonly id?: unknown; readonly attributes?: unknown };
  const { name, description } = (attributes ?? {}) as {
    readonly name?: unknown;
    readonly description?: unknown;
  };
  if (typeof id !== "string" || typeof name !== "string") return undefined;
  return { id, name, description: typeof description === "string" ? description : "" };
}

/** The cells of a notebook that was read alone. */
export function cellsIn(data: unknown): readonly Cell[] {
  const { attributes } = (data ?? {}) as {
    readonly attributes?: { readonly content?: { readonly cells?: unknown } };
  };
  const cells = attributes?.content?.cells;
  return Array.isArray(cells) ? (cells as readonly Cell[]) : [];
}
