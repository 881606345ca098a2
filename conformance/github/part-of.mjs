/** What of the API is kept: whatever an action, a command or a caller of this suite may ask. */
const wanted = [
  /^\/repos\/\{owner\}\/\{repo\}$/,
  /^\/repos\/\{owner\}\/\{repo\}\/environments(\/|$)(?!.*\/(secrets|variables))/,
  /^\/repos\/\{owner\}\/\{repo\}\/(environments\/\{environment_name\}\/secrets|actions\/(organization-)?secrets)$/,
  /^\/repos\/\{owner\}\/\{repo\}\/deployments(\/|$)/,
  /^\/repos\/\{owner\}\/\{repo\}\/actions\/(runs|workflows\/\{workflow_id\}\/(runs|dispatches))$/,
  /^\/repos\/\{owner\}\/\{repo\}\/actions\/runs\/\{run_id\}(\/(jobs|approvals|pending_deployments|cancel|force-cancel|artifacts|rerun-failed-jobs|deployment_protection_rule))?$/,
  /^\/repos\/\{owner\}\/\{repo\}\/actions\/artifacts\/\{artifact_id\}\/\{archive_format\}$/,
  /^\/repos\/\{owner\}\/\{repo\}\/(contents\/\{path\}|branches\/\{branch\}|compare\/\{basehead\}|issues|issues\/\{issue_number\}|labels)$/,
  /^\/repos\/\{owner\}\/\{repo\}\/branches\/\{branch\}\/protection\/required_status_checks$/,
  /^\/repos\/\{owner\}\/\{repo\}\/issues\/(\{issue_number\}\/comments|comments\/\{comment_id\}|comments)$/,
  /^\/repos\/\{owner\}\/\{repo\}\/commits\/(\{ref\}(\/(check-runs|status|statuses))?|\{commit_sha\}\/pulls)$/,
  /^\/repos\/\{owner\}\/\{repo\}\/(rules\/branches\/\{branch\}|rulesets|pulls|pulls\/\{pull_number\}|git\/ref\/\{ref\})$/,
  /^\/(user|users\/\{username\}|orgs\/\{org\}\/teams\/\{team_slug\}|search\/issues)$/,
];

/** What only people read. */
const prose = new Set([
  "description",
  "example",
  "examples",
  "title",
  "externalDocs",
  "deprecated",
  "summary",
]);

/** The wanted routes of a description, each with the schemas of what is sent and answered, in JSON Schema. */
export function partOf(description) {
  const names = new Set();
  const paths = {};
  for (const [path, methods] of Object.entries(description.paths)) {
    if (!wanted.some((one) => one.test(path))) continue;
    paths[path] = Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        operationOf(operation, description, names),
      ]),
    );
  }
  const schemas = {};
  // What a schema names is wanted as well; names grows meanwhile.
  for (const name of names) schemas[name] = schemaOf(description.components.schemas[name], names);
  return { version: description.info.version, paths, schemas: sorted(schemas) };
}

function operationOf(operation, description, names) {
  const resolved = (one) => (one?.$ref ? at(description, one.$ref) : one);
  const schemaIn = (one) => {
    const content = resolved(one)?.content?.["application/json"]?.schema;
    return content === undefined ? null : schemaOf(content, names);
  };
  const responses = Object.entries(operation.responses).map(([status, response]) => [
    status,
    schemaIn(response),
  ]);
  return { request: schemaIn(operation.requestBody), responses: Object.fromEntries(responses) };
}

function at(description, ref) {
  return ref
    .slice(2)
    .split("/")
    .reduce((found, key) => found[key], description);
}

/** OpenAPI's dialect as JSON Schema: `nullable` is a type of its own. */
function schemaOf(schema, names, inside = "schema") {
  if (Array.isArray(schema)) return schema.map((one) => schemaOf(one, names));
  if (typeof schema !== "object" || schema === null) return schema;
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1);
    names.add(name);
    return { $ref: `#/schemas/${name}` };
  }
  const made = {};
  for (const [key, value] of Object.entries(schema)) {
    if (inside === "schema" && (prose.has(key) || key.startsWith("x-") || key === "nullable")) continue;
    const literal = inside === "schema" && (key === "enum" || key === "default" || key === "required");
    made[key] = literal
      ? value
      : schemaOf(value, names, inside === "schema" && key === "properties" ? "names" : "schema");
  }
  return inside === "schema" && schema.nullable === true ? { anyOf: [made, { type: "null" }] } : made;
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
