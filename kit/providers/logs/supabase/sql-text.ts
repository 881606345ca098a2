/** A text as ClickHouse's SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** The raw JSON of a field of a log entry: strings keep their quotes, an absent field is an empty text. */
export function raw(field: string): string {
  return `JSONExtractRaw(event_message, ${quoted(field)})`;
}

/** Whether a field is absent, null or an empty text. */
export function lacks(field: string): string {
  return `${raw(field)} in ('', 'null', '""')`;
}

export function oneOf(expression: string, values: readonly string[]): string {
  return `${expression} in (${values.map(quoted).join(", ")})`;
}

/** How many different texts there are, the empty one not among them. */
export function distinct(expression: string): string {
  return `count(distinct nullIf(${expression}, ''))`;
}

/** A moment as the column `timestamp` is compared with: UTC, to the millisecond. */
export function moment(time: number): string {
  return quoted(new Date(time).toISOString().replace("T", " ").replace("Z", ""));
}

/** Whether a field holds a number that is not negative: nothing else is written so that it begins with a digit. */
export function isNumber(field: string): string {
  return `${raw(field)} >= '0' and ${raw(field)} < ':'`;
}

/** The number in a field; 0 where there is none. */
export function numberIn(field: string): string {
  return `JSONExtractFloat(event_message, ${quoted(field)})`;
}
