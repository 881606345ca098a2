import type { SourceInputs } from "../../../parts/observe/source-inputs.ts";
import { UserError } from "../../../errors/user-error.ts";
import { type SourceWorld, look, sourceApi } from "../ask.ts";
import type { LogSource, Question } from "../log-source.ts";
import { type Counted, filled, namesRelease } from "../placeholders.ts";
import { countFrom, namesOf, tallyOf } from "../whole.ts";
import { valueAt } from "./value-at.ts";
import { encoded } from "../../../ports/encoded.ts";

const tokenHint = "Pass what the service takes as `log-token`.";

/** Whatever answers JSON that holds the counts: one address, and where in the answer each of them stands. */
export function openHttpSource(inputs: SourceInputs, world: SourceWorld, counted: Counted): LogSource {
  const { logUrl = "", logToken: token, logTimeout: timeout, logQueries } = inputs;
  const bound = namesRelease(logUrl);
  const addressOf = (question: Question): URL => new URL(filled(logUrl, question, counted, encoded));
  return {
    attributes: bound ? "release" : "time",
    looksBack: !bound,
    says: ["Attempts are counted as the service counts them"],
    tally: async (question) => {
      const { origin, pathname, search } = addressOf(question);
      const api = sourceApi(world, { name: "Source", url: origin, token, timeout, tokenHint });
      return await look(world, api, { path: pathname + search, call: {} }, (json) => {
        const counts = new Map<string, number>();
        for (const name of namesOf(question)) {
          const value = valueAt(json, logQueries[name] ?? "");
          const count = countFrom(value);
          // A service counts whole attempts; only what is extrapolated has fractions.
          if (count === undefined || Number(value) !== count)
            return notThere(name, logQueries[name] ?? "", value);
          counts.set(name, count);
        }
        return tallyOf(question, counts);
      });
    },
    link: (question) => addressOf(question).href,
  };
}

function notThere(name: string, at: string, value: unknown): UserError {
  const got = value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 60);
  return new UserError(
    "PR306",
    `The answer of log-url has ${got} at ${at}, which is no count of ${name}.`,
    `Correct log-queries.${name}, or what the service answers. Nothing was counted.`,
  );
}
