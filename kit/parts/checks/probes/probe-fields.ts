import type { JsonSchema } from "../../../action/input.ts";
import { anything, choice, mapping, named, path, scalar, several, status, words } from "./fields.ts";

const text = words("", "\\S", "a text");
const paths = (description: string): ReturnType<typeof several> => several(path, description);

const expectation = mapping(
  {
    status: several(status, "The status, or those that are fine; without it any from 200 to 299."),
    headers: named(
      "Headers and what each must be: the whole value, or what stands before its first `;`.",
      scalar,
      scalar,
    ),
    json: named("Paths into the JSON of the answer, and what must stand there.", path, anything),
    exists: paths("Paths at which something must stand that is not null."),
    absent: paths("Paths at which nothing may stand, or null."),
    text: several(text, "Texts that the answer must hold."),
    "no-text": several(text, "Texts that the answer must not hold."),
  },
  "What must hold of the answer.",
);

const headerName = words("", "^[\\w!#$%&'*+.^`|~-]+$", "the name of a header");
const captureName = words("", "^[A-Za-z][\\w-]*$", "a name of letters, digits, - and _");

/** Every key of a probe, for the check and for an editor. */
export const probeFields = mapping(
  {
    name: words("What is to be shown; each has another.", "\\S", "a name"),
    path: words(
      "A path of the address under test, with its query.",
      "^/(?!/)\\S*$",
      "a path that begins with /",
    ),
    function: words(
      "An Edge Function of the project, with path and query where it has them.",
      "^[A-Za-z][\\w-]*([/?]\\S*)?$",
      "the name of a function",
    ),
    rpc: words(
      "A function of the database, called over REST with `body` as its arguments.",
      "^[A-Za-z_]\\w*$",
      "the name of a function of the database",
    ),
    method: choice("`GET` for a path, `POST` for the others, where none is given.", [
      "GET",
      "HEAD",
      "POST",
      "PUT",
      "PATCH",
      "DELETE",
      "OPTIONS",
    ]),
    headers: named("Headers of the request, besides those of `probe-headers`.", headerName, scalar),
    body: { schema: { description: "What is sent, as JSON." }, wrong: () => [] },
    tags: several(
      words("", "^@[\\w-]+$", "a tag: @read-only"),
      "As tests have them: `@read-only` is also asked on the staged site, `@rollback` on what is back.",
    ),
    capture: named(
      "Values of the answer for later probes: a name, and the path at which it stands.",
      captureName,
      path,
    ),
    expect: expectation,
  },
  "One request, and what must hold of its answer. `{origin}`, `{supabase}`, `{uuid}`, `{account.NAME}` and what earlier probes captured are filled in; `{{name}}` is the text {name}.",
  { required: ["name"], oneOf: (["path", "function", "rpc"] as const).map(has) },
);

function has(key: string): JsonSchema {
  return { properties: { [key]: {} }, required: [key] };
}
