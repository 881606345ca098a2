// What two can do to the functions of one project. `by` is who acts: `ours` is deploy-functions, `rollback` ours too,
// `cli` the Supabase CLI. `live` is what must be live afterwards, in everybody's eyes.
import { project } from "./project.mjs";

const deploy = ["deploy", "--use-api"];
const one = project({ hello: { says: "hello one" }, world: { says: "world one" } });
const two = project({ hello: { says: "hello two" }, world: { says: "world two" } });
const halfTwo = { hello: two.hello, world: one.world };
const broken = project({ hello: { says: "hello two" }, world: { says: "world two", broken: true } });

/** One of each kind of file and setting. */
const rich = (says, jwt) =>
  project({
    plain: { says, jwt },
    script: { says, entrypoint: "index.js" },
    mapped: { says, map: `mapped ${says}` },
    paged: { says, page: `<p>${says}` },
    shared: { says: "shared", shared: says, jwt: !jwt },
    outside: { says: "outside", shared: says, outside: says },
  });

export const scenarios = [
  {
    name: "a first release, rolled back: nothing is left",
    steps: [
      { at: one, by: "ours", live: one },
      { by: "rollback", live: {} },
    ],
  },
  {
    name: "a release on the CLI's functions, rolled back",
    steps: [
      { at: one, by: "cli", words: deploy, live: one },
      { at: two, by: "ours", live: two },
      { by: "rollback", live: one },
    ],
  },
  {
    name: "one of two changed, rolled back",
    steps: [
      { at: one, by: "ours" },
      { at: halfTwo, by: "ours" },
      { by: "rollback", live: one },
    ],
  },
  {
    name: "every kind of file and setting, changed, rolled back",
    steps: [
      { at: rich("one", false), by: "cli", words: deploy, live: rich("one", false) },
      { at: rich("two", true), by: "ours", live: rich("two", true) },
      { by: "rollback", live: rich("one", false) },
    ],
  },
  {
    name: "the CLI deploys one, live at once; ours the rest",
    steps: [
      { at: one, by: "ours" },
      { at: two, by: "cli", words: [...deploy, "hello"], live: halfTwo },
      { by: "ours" },
      { by: "rollback", live: halfTwo },
    ],
  },
  {
    name: "a bundle fails at the CLI: the survivor is live; ours goes on",
    steps: [
      { at: one, by: "ours" },
      { at: broken, by: "cli", words: deploy, fails: "Failed to bundle", live: halfTwo },
      { at: two, by: "ours" },
    ],
  },
  {
    name: "a bundle fails at ours: nothing is live; mended, all",
    steps: [
      { at: one, by: "cli", words: deploy },
      { at: broken, by: "ours", fails: "none was activated", live: one },
      { at: two, by: "ours", live: two },
    ],
  },
  {
    name: "the activation is refused: nothing is live; again, all",
    steps: [
      { at: one, by: "ours" },
      {
        fault: { method: "PUT", path: ".*/functions", times: 1, status: 403, json: { message: "Forbidden" } },
        at: two,
        by: "ours",
        fails: "403",
        live: one,
      },
      { by: "ours", live: two },
    ],
  },
  {
    name: "the CLI deploys after a release: the rollback leaves that",
    steps: [
      { at: one, by: "ours" },
      { at: two, by: "ours" },
      { at: project({ hello: { says: "by hand" } }), by: "cli", words: [...deploy, "hello"] },
      {
        at: two,
        by: "rollback",
        fails: "drift",
        live: { ...project({ hello: { says: "by hand" } }), world: one.world },
      },
    ],
  },
  {
    name: "the CLI deletes one after a release: the rollback leaves that",
    steps: [
      { at: one, by: "ours" },
      { at: two, by: "ours" },
      { by: "cli", words: ["delete", "hello"] },
      { by: "rollback", fails: "drift", live: { world: one.world } },
    ],
  },
  {
    name: "a function that no repository knows stays",
    steps: [
      { at: { ...one, ...project({ other: { says: "other" } }) }, by: "cli", words: deploy },
      { at: two, by: "ours" },
      { by: "rollback", live: { ...one, ...project({ other: { says: "other" } }) } },
    ],
  },
  {
    name: "rolled back twice: the second finds it done",
    steps: [
      { at: one, by: "ours" },
      { at: two, by: "ours" },
      { by: "rollback" },
      { by: "rollback", live: one },
      { at: two, by: "ours", live: two },
    ],
  },
];
