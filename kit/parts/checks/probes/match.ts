import { type Answer, jsonOf } from "./answer.ts";
import { type JsonSteps, isSame, valueAt } from "./json-path.ts";
import { type Values, fill, fillText } from "./placeholders.ts";
import type { Expectation, Probe } from "./probe.ts";
import { errorWord, kindOf, shown } from "./show.ts";

/** Everything in which an answer is not as a probe wants it, a few words each; nothing of it is a secret. */
export function misfitsOf(
  { expect, asked, capture }: Probe,
  answer: Answer,
  values: Values,
): readonly string[] {
  const body = bodyMisfits(expect, answer, values);
  const uncaptured = capture.filter(([, , steps]) => isNothing(valueAt(jsonOf(answer)?.value, steps)));
  const wrongStatus = statusMisfit(expect, answer, values);
  return [
    ...(wrongStatus === undefined ? [] : [wrongStatus]),
    ...headerMisfits(expect, answer, values),
    // The answer to HEAD has no body to look into.
    ...(asked.method === "HEAD" ? [] : body),
    // An answer of another status is told by that.
    ...(wrongStatus === undefined ? uncaptured.map(([, path]) => `${path} is not in it`) : []),
  ];
}

/** What later probes use of an answer. */
export function captured({ capture }: Probe, answer: Answer): readonly (readonly [string, unknown])[] {
  const json = jsonOf(answer)?.value;
  return capture.map(([name, , steps]) => [name, valueAt(json, steps)]);
}

function statusMisfit({ status: wanted }: Expectation, answer: Answer, values: Values): string | undefined {
  const { status, headers } = answer;
  const fine = wanted.length === 0 ? status >= 200 && status <= 299 : wanted.includes(status);
  if (fine) return undefined;
  const expected = wanted.length === 0 ? "200 to 299" : wanted.join(" or ");
  return `answered ${status}${errorWord(jsonOf(answer)?.value, values)}${leadsTo(headers)}, expected ${expected}`;
}

function leadsTo(headers: Headers): string {
  const to = headers.get("location");
  if (to === null) return "";
  return URL.canParse(to) ? ` to ${new URL(to).host}` : " to another path";
}

function headerMisfits({ headers }: Expectation, answer: Answer, values: Values): readonly string[] {
  return headers.flatMap(([name, value]) => {
    const is = answer.headers.get(name);
    const wanted = fillText(value, values).trim();
    if (is === wanted || is?.split(";")[0]?.trim() === wanted) return [];
    return [
      `its header ${name} is ${is === null ? "not there" : shown(is, name, values)}, expected ${value}`,
    ];
  });
}

function bodyMisfits(expect: Expectation, answer: Answer, values: Values): readonly string[] {
  return [...jsonMisfits(expect, answer, values), ...textMisfits(expect, answer, values)];
}

function jsonMisfits(
  { json, exists, absent }: Expectation,
  answer: Answer,
  values: Values,
): readonly string[] {
  if (json.length + exists.length + absent.length === 0) return [];
  const found = jsonOf(answer);
  if (found === undefined && answer.cut) return ["the answer is longer than is read of one (2 MiB)"];
  if (found === undefined) return [`the answer is no JSON (${kindOf(answer.headers, answer.text)})`];
  const at = (steps: JsonSteps): unknown => valueAt(found.value, steps);
  return [
    ...json.flatMap(([path, steps, value]) =>
      isSame(at(steps), fill(value, values))
        ? []
        : [`${path} is ${shown(at(steps), path, values)}, expected ${declared(value)}`],
    ),
    ...exists.flatMap(([path, steps]) => (isNothing(at(steps)) ? [`${path} is not there`] : [])),
    ...absent.flatMap(([path, steps]) => (isNothing(at(steps)) ? [] : [`${path} is there`])),
  ];
}

/** What rollout.yml says, not what was filled in: that may be a secret. */
function declared(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}

function textMisfits({ text, noText }: Expectation, answer: Answer, values: Values): readonly string[] {
  const has = (one: string): boolean => answer.text.includes(fillText(one, values));
  const more = answer.cut && noText.length > 0 ? ["the answer is longer than is read of one (2 MiB)"] : [];
  return [
    ...text.flatMap((one) => (has(one) ? [] : [`«${one.slice(0, 80)}» is not in it`])),
    ...noText.flatMap((one) => (has(one) ? [`«${one.slice(0, 80)}» is in it`] : [])),
    ...more,
  ];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
