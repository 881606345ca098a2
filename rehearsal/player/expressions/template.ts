/** A value of a workflow file that may hold expressions; `line` is where it stands in the file as written. */
export type Template = Text | Expression | List | Mapping;

/** A literal of any scalar type. */
export interface Text {
  readonly kind: "value";
  readonly value: null | boolean | number | string;
  readonly line: number;
}

/** `${{ … }}`, alone or inside text; in the latter case the expression is a call of `format`. */
export interface Expression {
  readonly kind: "expression";
  readonly expression: string;
  /** Whether text stood around it, so that it always gives a string. */
  readonly mixed: boolean;
  readonly line: number;
}

/** A sequence. */
export interface List {
  readonly kind: "list";
  readonly items: readonly Template[];
  readonly line: number;
}

/** A mapping, in the order of the file. */
export interface Mapping {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Template>;
  readonly line: number;
}

/** Follows mapping keys down; undefined where the path ends early. */
export function at(template: Template | undefined, ...keys: readonly string[]): Template | undefined {
  let found = template;
  for (const key of keys) found = found?.kind === "map" ? found.entries.get(key) : undefined;
  return found;
}

/** The entries of a mapping; none for anything else. */
export function entriesOf(template: Template | undefined): readonly (readonly [string, Template])[] {
  return template?.kind === "map" ? [...template.entries] : [];
}

/** A literal as text; undefined when it is absent, null or not a literal. */
export function textOf(template: Template | undefined): string | undefined {
  if (template?.kind !== "value" || template.value === null) return undefined;
  return String(template.value);
}

/** A literal or a list of literals as a list of texts, as `needs` and `on` allow. */
export function textsOf(template: Template | undefined): readonly { text: string; line: number }[] {
  const items = template?.kind === "list" ? template.items : template ? [template] : [];
  return items.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ text, line: item.line }];
  });
}

/** Every expression inside a template, depth first. */
export function expressionsIn(template: Template | undefined): readonly Expression[] {
  if (template?.kind === "expression") return [template];
  if (template?.kind === "list") return template.items.flatMap(expressionsIn);
  return entriesOf(template).flatMap(([, value]) => expressionsIn(value));
}
