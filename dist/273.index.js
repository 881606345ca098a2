export const id = 273;
export const ids = [273];
export const modules = {

/***/ 53273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/checks/install-line.js
var install_line = __webpack_require__(39451);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var web_artifact = __webpack_require__(29748);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(43185);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/actions/build/made-with.js







/**
 * All that makes a build of one commit differ from another one: how it is asked for, with which Node.js, and what it can
 * see: `build-env`, and the files that Vite reads values from, which a step may have written that is in no commit.
 */
async function madeWith(inputs, world) {
    const { source, install, command, output, requiredEnv, workingDirectory, target = null } = inputs;
    const node = await nodeVersion(world);
    const asked = { source, install, command, output, requiredEnv: { ...requiredEnv }, workingDirectory };
    const seen = { ...inputs.buildEnv, ...(await envFiles(world.root)) };
    const values = Object.entries(seen).map(async ([name, value]) => [name, await sumOf(name, value, world)]);
    return {
        target,
        run: world.context.runId,
        settings: (0,canonical/* digest */.br)({ ...asked, node }),
        values: Object.fromEntries(await Promise.all(values)),
    };
}
/** A build may do without Node.js; then it is none for both. */
async function nodeVersion({ exec, env, root: cwd, signal }) {
    try {
        const { tail } = await exec("node", ["--version"], { cwd, env: (0,ports_exec/* childEnv */.g)(env), quiet: true, signal });
        return tail.trim();
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            return "none";
        throw error;
    }
}
async function envFiles(root) {
    const names = (await (0,promises_.readdir)(root)).filter((name) => /^\.env($|\.)/.test(name)).sort();
    const files = names.map(async (name) => [
        name,
        await (0,promises_.readFile)((0,external_node_path_.join)(root, name), "latin1").catch(() => "no file"),
    ]);
    return Object.fromEntries(await Promise.all(files));
}
/** A value may be a secret, and whoever may read the repository's artifacts has all the time to guess it. */
async function sumOf(name, value, { context }) {
    const sum = await (0,external_node_util_.promisify)(external_node_crypto_.scrypt)(value, `${context.sha} ${name}`, 16);
    return sum.toString("hex");
}

// EXTERNAL MODULE: ./lib/kit/parts/web/files.js
var web_files = __webpack_require__(82171);
// EXTERNAL MODULE: ./lib/kit/parts/web/marker.js
var web_marker = __webpack_require__(55184);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
;// CONCATENATED MODULE: ./lib/actions/build/make-artifact.js







/**
 * Stamps every page of the output, adds `version.json` where the app has none, and puts the site with its manifest
 * into `folder`. Doing it again to the same output gives the same artifact: an earlier stamp is no part of the digest.
 * @throws {UserError} PR403 when there is no output, or no page in it; PR476 for a link that leads out of it.
 */
async function makeArtifact(output, folder, about) {
    const { digest, files: built } = await listed(output);
    const marker = (0,web_marker/* markerOf */.we)(about.commit, digest);
    const pages = built.filter((file) => (0,web_marker/* isHtml */._6)(file.path)).map(({ path }) => path);
    await stampPages(output, pages, marker);
    await addVersion(output, marker, about.commit);
    const site = (0,external_node_path_.join)(await emptied(folder), web_artifact/* siteFolder */.Mw);
    await (0,promises_.cp)(output, site, { recursive: true, dereference: true });
    const { files } = await (0,web_files/* listFiles */.C)(site);
    return { artifact: await writeManifest(folder, { ...about, digest, marker, files }), pages: pages.length };
}
async function emptied(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
    return folder;
}
async function writeManifest(folder, about) {
    const artifact = { schema: "prism-rollout/artifact@1", ...about };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, web_artifact/* manifestName */.vS), (0,formats/* writeFormat */.VD)(artifact));
    return artifact;
}
async function stampPages(folder, pages, marker) {
    for (const path of pages) {
        const file = (0,external_node_path_.join)(folder, path);
        const bytes = await (0,promises_.readFile)(file);
        await (0,promises_.writeFile)(file, Buffer.from((0,web_marker/* stamp */.iE)(bytes.toString("latin1"), marker), "latin1"));
    }
}
async function addVersion(output, marker, commit) {
    const file = (0,external_node_path_.join)(output, web_marker/* versionFile */.T1);
    const own = await (0,promises_.readFile)(file).catch(() => undefined);
    if (own === undefined || (0,web_marker/* isOwnVersion */.RS)(web_marker/* versionFile */.T1, own))
        await (0,promises_.writeFile)(file, (0,web_marker/* versionText */.KA)(marker, commit));
}
async function listed(output) {
    const listing = await (0,web_files/* listFiles */.C)(output).catch((error) => {
        if (error instanceof user_error/* UserError */.yo)
            throw error;
        throw noOutput(`The build has left no folder ${output}`, error);
    });
    if (listing.files.some((file) => (0,web_marker/* isHtml */._6)(file.path)))
        return listing;
    throw noOutput(`The build has put no HTML page into ${output} (${listing.files.length} files in all)`);
}
function noOutput(what, cause) {
    return new user_error/* UserError */.yo("PR403", `${what}.`, "Name the folder that the build writes as `output` of the build section.", { cause });
}

// EXTERNAL MODULE: ./lib/kit/parts/web/paths-below.js
var paths_below = __webpack_require__(80812);
// EXTERNAL MODULE: ./lib/kit/parts/web/sources.js
var sources = __webpack_require__(81766);
;// CONCATENATED MODULE: ./lib/actions/build/make-prebuilt.js









const pageFiles = [
    `${(0,sources/* servedBelow */.h8)("prebuilt")}index.html`,
    `${sources/* prebuiltFolder */.OJ}/functions/index.prerender-fallback.html`,
];
const linkMode = 0o120777;
const executable = 0o100755;
/**
 * Takes `.vercel/output` as `vercel build` has left it, functions, configuration and links included, with the files
 * outside of it that functions name. Pages that are files are stamped; where `/` is none of them, the app has to say
 * the commit itself.
 * @throws {UserError} PR403 when it is not there, PR476 for what leads out of the project.
 */
async function makePrebuilt(root, folder, about) {
    await refuseOther(root);
    const inside = await entriesBelow(root, sources/* prebuiltFolder */.OJ);
    const entries = [...inside, ...(await namedByFunctions(root, inside))];
    const site = (0,external_node_path_.join)(await emptied(folder), web_artifact/* siteFolder */.Mw);
    for (const { path, link, mode } of entries) {
        const to = (0,external_node_path_.join)(site, path);
        if (link !== undefined)
            continue;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,promises_.copyFile)((0,external_node_path_.join)(root, path), to);
        await (0,promises_.chmod)(to, mode ?? 0o644);
    }
    const told = entries.filter(({ link, mode }) => link !== undefined || mode !== undefined);
    const { digest } = await (0,web_files/* listFiles */.C)(site, told);
    const paths = new Set(entries.map(({ path }) => path));
    const stamped = pageFiles.some((path) => paths.has(path));
    const marker = stamped ? (0,web_marker/* markerOf */.we)(about.commit, digest) : about.commit;
    const pages = [...paths].filter(isPage);
    await stampPages(site, pages, marker);
    const { files } = await (0,web_files/* listFiles */.C)(site, told);
    const artifact = { ...about, digest, marker, files, source: "prebuilt" };
    return { artifact: await writeManifest(folder, artifact), pages: pages.length };
}
/** What `vercel build` has made must be there, in the version that this suite knows. */
async function refuseOther(root) {
    const config = (0,external_node_path_.join)(root, sources/* prebuiltFolder */.OJ, "config.json");
    const text = await (0,promises_.readFile)(config, "utf8").catch(() => "");
    if (/"version"\s*:\s*3\b/.test(text))
        return;
    const what = text === "" ? "has left no" : "has left another version than 3 of";
    throw new user_error/* UserError */.yo("PR403", `The build ${what} ${sources/* prebuiltFolder */.OJ}/config.json in ${root}.`, "Have `command` of the build section run `vercel build --prod`, or use source: dist.");
}
/** Every file and link below a folder of the project; a link stays one. */
async function entriesBelow(root, at) {
    const found = [];
    for (const name of (await (0,promises_.readdir)((0,external_node_path_.join)(root, at))).sort()) {
        const path = `${at}/${name}`;
        const { isFolder, ...entry } = await entryAt(root, path);
        if (isFolder)
            found.push(...(await entriesBelow(root, path)));
        else
            found.push(entry);
    }
    return found;
}
async function entryAt(root, path) {
    const file = (0,external_node_path_.join)(root, path);
    const about = await (0,promises_.lstat)(file);
    if (!about.isSymbolicLink()) {
        const mode = about.isFile() && (about.mode & 0o100) !== 0 ? { mode: executable } : {};
        return { path, isFolder: about.isDirectory(), ...mode };
    }
    const link = await (0,promises_.readlink)(file);
    const to = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), link);
    const there = (0,paths_below/* isBelow */.Y)(to, (0,external_node_path_.join)(root, sources/* prebuiltFolder */.OJ)) && (await (0,promises_.stat)(file).catch(() => undefined));
    if (!there)
        throw astray(path, link);
    return { path, link, mode: linkMode, isFolder: false };
}
/** A function may name files of the project by `filePathMap` instead of having copies of them. */
async function namedByFunctions(root, inside) {
    const configs = inside.filter(({ path, link }) => (0,external_node_path_.basename)(path) === ".vc-config.json" && link === undefined);
    const named = new Set();
    for (const { path } of configs) {
        for (const file of filesNamed(await (0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8"), path))
            named.add((0,external_node_path_.normalize)(file));
    }
    const outside = [...named].filter((path) => !path.startsWith(`${sources/* prebuiltFolder */.OJ}/`)).sort();
    return await Promise.all(outside.map((path) => fileOfProject(root, path)));
}
function filesNamed(text, path) {
    try {
        const { filePathMap = {} } = JSON.parse(text);
        return Object.values(filePathMap);
    }
    catch (error) {
        const fix = "Run `vercel build` again: it was cut off, or something has edited what it left.";
        throw new user_error/* UserError */.yo("PR403", `${path} is not JSON.`, fix, { cause: error });
    }
}
/** A file, also where the project has a link to it: it is uploaded as what it holds. */
async function fileOfProject(root, path) {
    const about = (0,paths_below/* isBelow */.Y)((0,external_node_path_.join)(root, path), root)
        ? await (0,promises_.stat)((0,external_node_path_.join)(root, path)).catch(() => undefined)
        : undefined;
    if (!about?.isFile())
        throw astray(path, "a function's filePathMap");
    return { path, ...((about.mode & 0o100) === 0 ? {} : { mode: executable }) };
}
function isPage(path) {
    return ((0,web_marker/* isHtml */._6)(path) && (path.startsWith((0,sources/* servedBelow */.h8)("prebuilt")) || path.endsWith(".prerender-fallback.html")));
}
function astray(path, by) {
    return new user_error/* UserError */.yo("PR476", `${sources/* prebuiltFolder */.OJ} needs ${path} (${by}), which is no file of the project. Nothing was changed.`, "Run `vercel build` in this same folder, with everything installed, just before.");
}

;// CONCATENATED MODULE: ./lib/actions/build/observe-vite.js


// Loaded by every Node process of the build before its own program, so that inline variables, `--mode` and
// task runners are seen as they are, not guessed from package.json.
const preload = `
const { isMainThread } = require("node:worker_threads");
const { realpathSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
try {
  const entry = realpathSync(process.argv[1]);
  const args = process.argv.slice(2);
  if (isMainThread && /[\\\\/]bin[\\\\/]vite\\.js$/.test(entry) && args.includes("build")) {
    const note = { entry, cwd: process.cwd(), args, env: process.env };
    writeFileSync(join(__dirname, "vite-" + process.pid + ".json"), JSON.stringify(note));
  }
} catch {}
`;
/** Opens an observer in a folder of its own. */
async function observeVite(temp) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "vite");
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
    const script = (0,external_node_path_.join)(folder, "observe.cjs");
    await (0,promises_.writeFile)(script, preload);
    const own = `--require ${JSON.stringify(script)}`;
    return {
        observed: (env) => {
            const given = env["NODE_OPTIONS"];
            return { ...env, NODE_OPTIONS: given === undefined ? own : `${given} ${own}` };
        },
        runs: async () => {
            const notes = (await (0,promises_.readdir)(folder)).filter((name) => name.startsWith("vite-")).sort();
            return await Promise.all(notes.map(async (name) => {
                const run = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), "utf8"));
                const { NODE_OPTIONS = "", ...env } = run.env;
                return { ...run, env: { ...env, NODE_OPTIONS: NODE_OPTIONS.replace(own, "").trim() } };
            }));
        },
        close: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}

// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
;// CONCATENATED MODULE: ./lib/actions/build/reuse.js







/**
 * Takes over what another target's build has made of the same commit, if it is whole and was made with the same; else
 * says why not: then it is built here. Either is decided before a plan is made.
 */
async function reused(from, { folder, now }, { root, context }) {
    const place = (0,external_node_path_.resolve)(root, from);
    const site = await (0,web_artifact/* readSite */.Us)(place).catch((error) => {
        if (error instanceof user_error/* UserError */.yo)
            return error;
        throw error;
    });
    if (site instanceof user_error/* UserError */.yo) {
        const gone = "the artifact cannot be had: it has expired, or that target was not built in this run";
        return {
            because: site.code === "PR105" ? gone : site.message.replace(/ Nothing was changed\.$|\.$/, ""),
        };
    }
    const because = whyNot(site, now, context.sha);
    if (because !== undefined)
        return { because };
    await (0,promises_.cp)(place, await emptied(folder), { recursive: true });
    const { folder: _, schema: __, ...about } = site;
    const reuse = { taken: true, because: "the settings and values of the build are the same" };
    const artifact = await writeManifest(folder, { ...about, reuse });
    return { artifact, pages: site.files.filter(({ path }) => (0,web_marker/* isHtml */._6)(path)).length };
}
function whyNot({ commit, made }, now, sha) {
    if (commit !== sha)
        return `it is of commit ${commit.slice(0, 12)}`;
    if (made === undefined)
        return "it does not say with what it was made";
    if (made.settings !== now.settings)
        return "source, install, command, output, required-env, working-directory or the version of Node.js differ";
    const names = [...new Set([...Object.keys(made.values), ...Object.keys(now.values)])].sort();
    const other = names.filter((name) => (0,held_in/* heldIn */.$)(made.values, name) !== (0,held_in/* heldIn */.$)(now.values, name));
    return other.length === 0 ? undefined : `the values that the build sees differ at ${other.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/actions/build/vite-env.js




// Runs where the build ran, with its environment and its own Vite. What `define` sets wins over the environment.
const question = `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
const { entry, args, names, answer } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const require = createRequire(entry);
const vite = await import(pathToFileURL(require.resolve(require("../package.json").name)));
const flag = (...known) => {
  for (const [index, arg] of args.entries()) {
    if (known.includes(arg)) return args[index + 1];
    const name = known.find((one) => arg.startsWith(one + "="));
    if (name) return arg.slice(name.length + 1);
  }
};
const after = args[args.indexOf("build") + 1] ?? "-";
const inline = { configFile: flag("--config", "-c"), mode: flag("--mode", "-m"), logLevel: "silent" };
if (!after.startsWith("-")) inline.root = after;
const config = await vite.resolveConfig(inline, "build", "production", "production");
const prefixes = [config.envPrefix ?? "VITE_"].flat();
const files = config.envDir === false ? [] : [".env." + config.mode + ".local", ".env." + config.mode, ".env.local", ".env"];
const holds = (file, name) =>
  existsSync(file) && new RegExp("^\\\\s*(?:export\\\\s+)?" + name + "\\\\s*[=:]", "m").test(readFileSync(file, "utf8"));
const sourceOf = (name) => {
  if (Object.hasOwn(process.env, name)) return "the environment of the build";
  const file = files.find((one) => holds(join(config.envDir || config.root, one), name));
  return file ?? "the Vite configuration";
};
const text = (value) => (typeof value === "string" ? value : value === undefined ? null : JSON.stringify(value));
const defined = (raw) => {
  try { return text(typeof raw === "string" ? JSON.parse(raw) : raw); } catch { return String(raw); }
};
const result = {};
for (const name of names) {
  const own = config.define?.["import.meta.env." + name];
  if (own !== undefined) result[name] = { exposed: true, value: defined(own), source: "define in the Vite configuration" };
  else {
    const value = text(Object.hasOwn(config.env, name) ? config.env[name] : undefined);
    const exposed = value !== null || prefixes.some((prefix) => name.startsWith(prefix));
    result[name] = { exposed, value, source: value === null ? "nowhere" : sourceOf(name) };
  }
}
writeFileSync(answer, JSON.stringify(result));
`;
/**
 * What the build really saw of each required variable, by the user's own Vite configuration: resolved again
 * with the arguments, the folder and the environment of every `vite build` that ran.
 */
async function proveEnv(world, required, runs) {
    const names = Object.keys(required);
    if (names.length === 0)
        return {};
    if (runs.length === 0)
        return unverifiable(required, "no `vite build` was seen during the build");
    const answers = [];
    for (const run of runs) {
        const answer = await ask(world, run, names);
        if (typeof answer === "string")
            return unverifiable(required, answer);
        answers.push(answer);
    }
    return Object.fromEntries(names.map((name) => [name, proofOf(name, required[name] ?? "", answers)]));
}
/** Of several builds, the one that saw another value decides. */
function proofOf(name, required, answers) {
    const all = answers.map((answer) => (0,held_in/* heldIn */.$)(answer, name)).filter((answer) => answer !== undefined);
    const seen = all.filter((answer) => answer.exposed);
    const decisive = seen.find((answer) => answer.value !== required) ?? seen[0];
    if (decisive === undefined || all.length !== answers.length) {
        return {
            required,
            value: null,
            proof: "unverifiable",
            source: "not among the variables that Vite exposes",
        };
    }
    return { required, value: decisive.value, proof: "vite", source: decisive.source };
}
/** A configuration is a program of the user's: it may never end. */
const patience = 120_000;
async function ask({ exec, signal, temp }, { entry, args, cwd, env }, names) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "vite-env");
    const [script, input, answer] = ["ask.mjs", "input.json", "answer.json"].map((name) => (0,external_node_path_.join)(folder, name));
    if (script === undefined || input === undefined || answer === undefined)
        return "no place to ask from";
    await (0,promises_.mkdir)(folder, { recursive: true });
    try {
        await (0,promises_.writeFile)(script, question);
        await (0,promises_.writeFile)(input, JSON.stringify({ entry, args, names, answer }));
        const { exitCode, tail } = await exec("node", [script, input], {
            cwd,
            env,
            quiet: true,
            limit: patience,
            signal,
        });
        if (exitCode !== 0)
            return `its Vite configuration could not be resolved again: ${(0,run_command/* lastLines */.w)(tail, 3)}`;
        return JSON.parse(await (0,promises_.readFile)(answer, "utf8"));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function unverifiable(required, source) {
    return Object.fromEntries(Object.entries(required).map(([name, value]) => [
        name,
        { required: value, value: null, proof: "unverifiable", source },
    ]));
}

;// CONCATENATED MODULE: ./lib/actions/build/build.js













/** Builds the site once: install, build, quality; proves the required values; stamps; writes the artifact. */
async function build(inputs, world) {
    const { quality } = inputs;
    const install = await (0,install_line/* installLine */.c)(world.root, inputs.install);
    const childs = (0,ports_exec/* childEnv */.g)(world.env, inputs.buildEnv);
    if (install !== "none")
        await world.log.group(`Install: ${install}`, () => build_run(world, install, childs));
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", "build");
    const made = await madeOnce(inputs, folder, world);
    const { env } = made.artifact;
    await runQuality(inputs, world);
    for (const [name, proof] of unproven(env))
        world.log.warn(`${name} is unverifiable: ${proof.source}.`);
    return done(made, folder, quality.length);
}
/** What another target's build has made, where that is the same; else the site is built here. */
async function madeOnce(inputs, folder, world) {
    const { reuse: from, source } = inputs;
    if (source === "existing")
        return await buildHere(inputs, folder, {}, world);
    const now = await madeWith(inputs, world);
    if (from === undefined)
        return await buildHere(inputs, folder, { made: now }, world);
    const taken = await reused(from, { folder, now }, world);
    if ("artifact" in taken) {
        refuseWrongValues(taken.artifact.env);
        return taken;
    }
    world.log.info(`Built here: ${taken.because}.`);
    return await buildHere(inputs, folder, { made: now, reuse: { taken: false, ...taken } }, world);
}
async function buildHere(inputs, folder, about, world) {
    const runs = await runBuild(inputs, world);
    const env = inputs.source === "existing"
        ? unverifiable(inputs.requiredEnv, "the host builds this commit itself")
        : await proveEnv(world, inputs.requiredEnv, runs);
    refuseWrongValues(env);
    return await make(inputs, folder, { commit: world.context.sha, env, ...about }, world);
}
async function make({ source, output }, folder, about, { root }) {
    if (source === "dist")
        return await makeArtifact((0,external_node_path_.resolve)(root, output), folder, about);
    if (source === "prebuilt")
        return await makePrebuilt(root, folder, about);
    const { commit } = about;
    const named = { ...about, digest: (0,canonical/* digest */.br)({ source, commit }), marker: commit, files: [], source };
    return { artifact: await writeManifest(await emptied(folder), named), pages: 0 };
}
async function runBuild(inputs, world) {
    const env = (0,ports_exec/* childEnv */.g)(world.env, inputs.buildEnv);
    if (inputs.source === "existing")
        return [];
    const observer = await observeVite(world.temp);
    try {
        await world.log.group(`Build: ${inputs.command}`, () => build_run(world, inputs.command, observer.observed(env)));
        return await observer.runs();
    }
    finally {
        await observer.close();
    }
}
async function runQuality({ quality, buildEnv }, world) {
    const env = (0,ports_exec/* childEnv */.g)(world.env, buildEnv);
    for (const command of quality)
        await world.log.group(command, () => build_run(world, command, env));
}
async function build_run(world, command, env) {
    const { exitCode, tail } = await (0,run_command/* runCommand */.d)(world, command, env);
    if (exitCode === 0)
        return;
    throw new user_error/* UserError */.yo("PR401", `\`${command}\` ended with exit code ${exitCode}:\n${(0,run_command/* lastLines */.w)(tail)}`, "Mend the command, or name another one in the build section. Variables that it needs go into `build-env`.");
}
function refuseWrongValues(env) {
    const wrong = Object.entries(env).filter(([, { proof, value, required }]) => proof === "vite" && value !== required);
    if (wrong.length === 0)
        return;
    const lines = wrong.map(([name, { value, required, source }]) => value === null
        ? `${name} must be ${JSON.stringify(required)}, but the build saw no value`
        : `${name} must be ${JSON.stringify(required)}, but the build saw ${JSON.stringify(value)} from ${source}`);
    throw new user_error/* UserError */.yo("PR402", `${lines.join("; ")}.`, "Correct the value where it comes from, or set it in `build-env`, which wins over .env files.");
}
function unproven(env) {
    return Object.entries(env).filter(([, { proof }]) => proof === "unverifiable");
}
function done({ artifact, pages }, folder, quality) {
    const { digest: sum, marker, files, env } = artifact;
    const required = Object.keys(env).length;
    const proven = required - unproven(env).length;
    const evidence = [
        ...(0,web_artifact/* reuseLine */.vr)(artifact),
        ...(pages > 0 ? [`${pages} of ${pages} pages are stamped ${marker}`] : []),
        ...(marker === artifact.commit ? [`the site has to say its commit itself: ${marker}`] : []),
        ...(required > 0
            ? [`${proven} of ${required} required values are proven by the configuration that built`]
            : []),
        ...(quality > 0 ? [`${quality} of ${quality} quality commands passed`] : []),
    ];
    const rows = Object.entries(env).map(([name, proof]) => [
        name,
        proof.required,
        proof.value ?? "(unknown)",
        proof.proof === "vite" ? `proven: ${proof.source}` : `unverifiable: ${proof.source}`,
    ]);
    const columns = ["variable", "required", "the build saw", "proof"];
    return {
        outputs: { "artifact-digest": sum, marker, path: folder, manifest: (0,external_node_path_.join)(folder, web_artifact/* manifestName */.vS) },
        report: {
            verdict: "pass",
            reason: artifact.source === "existing"
                ? `The host builds ${marker} itself; nothing was built here.`
                : `The site is ${artifact.reuse?.taken === true ? "taken as it was built before" : "built"}: ${files.length} files, marker ${marker}.`,
            next: proven === required ? "Nothing to do." : "Look at the values below that could not be proven.",
            evidence,
            ...(rows.length > 0 ? { tables: [{ title: "Required values", columns, rows }] } : {}),
        },
    };
}

// EXTERNAL MODULE: ./lib/actions/build/spec.js
var spec = __webpack_require__(85341);
;// CONCATENATED MODULE: ./lib/actions/build/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, build, specs);


/***/ }),

/***/ 85341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59148);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_web_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81766);







const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "build",
    title: "Build",
    description: "Builds the web app once, in a job without provider tokens; proves the required values, stamps the pages, writes the artifact.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .timeLimit */ .z)("35m"),
        install: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Command that installs what the build needs; `auto`: what the lock file names, by its own package manager; `none` when nothing is to be installed.",
            default: "auto",
        }),
        command: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Command that builds the web app.", default: "npm run build" }),
        source: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_kit_parts_web_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceNames */ .SI, {
            description: "`dist`: `output` is a static site; the host's routes and cache headers are made for it. `prebuilt`: `command` runs `vercel build`, and `.vercel/output` is deployed as it is. `existing`: nothing is built here; `deploy-web` takes the staged production deployment of this commit that the host's Git integration builds.",
            default: "dist",
        }),
        output: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Folder in which the build puts the site; only for source `dist`.",
            default: "dist",
        }),
        "required-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
            description: "Variables and the values that the build must have seen; proven by the Vite configuration that built.",
            default: "{}",
        }),
        "build-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
            description: "Environment of install, build and quality commands. They get nothing else of the job.",
            default: "{}",
        }),
        reuse: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Folder of the artifact that another target's build has made of the same commit. It is taken, and `command` does not run, where it was made with the same settings and values; else the site is built, and the plan says why.",
        })),
        quality: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: "Commands that must pass before anything is released (tests, lint, types).",
            default: "",
        }),
    },
    permissions: [(0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "contents: read", why: "checking out the commit" })],
    outputs: {
        "artifact-digest": "SHA-256 of the site before it was stamped",
        marker: "What every page says: <commit>-<digest>; the commit alone, where the app says it itself",
        path: "Folder of the artifact: artifact.json and site/. Upload it whole, hidden files included",
        manifest: "Path of artifact.json",
    },
});


/***/ }),

/***/ 39678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ heldIn)
/* harmony export */ });
/**
 * What a record holds under a name that somebody else has given: a function, a variable, a header may be called
 * `constructor`, and what every object inherits under such a name is none of it.
 */
function heldIn(record, name) {
    const held = record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
    return held;
}


/***/ }),

/***/ 29137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
function suggest(word, known) {
    const most = Math.max(1, Math.floor(word.length / 3));
    const letters = lettersOf(word);
    const near = known
        .map((candidate) => ({ candidate, away: distance(letters, lettersOf(candidate), most) }))
        .sort((a, b) => a.away - b.away)[0];
    return near === undefined || near.away > most ? undefined : near.candidate;
}
function lettersOf(word) {
    return Array.from(word.toLowerCase());
}
/** Levenshtein's distance, a row at a time; more than `most` where the lengths alone say so. */
function distance(from, to, most) {
    if (Math.abs(from.length - to.length) > most)
        return most + 1;
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of from.entries()) {
        const next = [i + 1];
        for (const [j, other] of to.entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 39451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ installLine)
/* harmony export */ });
/* unused harmony export auto */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _package_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43366);



/** What an input says that leaves it to the repository. */
const auto = "auto";
/**
 * The command that installs what a repository's lock file names and nothing else, by its own package manager; what is
 * given instead of `auto` stays as it is written.
 */
async function installLine(root, given) {
    if (given !== auto)
        return given;
    const manager = await (0,_package_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .packageManagerOf */ .n_)(root);
    if (manager === "npm")
        return "npm ci";
    // No runner has it, and corepack does not know it.
    if (manager === "bun")
        return "command -v bun >/dev/null || npm install --global bun@1; bun install --frozen-lockfile";
    const frozen = manager === "yarn" && !(await isClassic(root)) ? "--immutable" : "--frozen-lockfile";
    // Node brings corepack, and that brings these; a runner need not have them.
    return `command -v ${manager} >/dev/null || corepack enable ${manager}; ${manager} install ${frozen}`;
}
/** Yarn 1 says so in the lock file; those after it know another word for the same. */
async function isClassic(root) {
    for (let folder = root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const lock = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "yarn.lock"), "utf8").catch(() => undefined);
        if (lock !== undefined)
            return lock.includes("# yarn lockfile v1");
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return false;
    }
}


/***/ }),

/***/ 43366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zm: () => (/* binding */ commandLines),
/* harmony export */   n_: () => (/* binding */ packageManagerOf)
/* harmony export */ });
/* unused harmony export lockFileOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29137);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);




const lockFiles = [
    ["pnpm-lock.yaml", "pnpm"],
    ["yarn.lock", "yarn"],
    ["bun.lock", "bun"],
    ["bun.lockb", "bun"],
    ["package-lock.json", "npm"],
    ["npm-shrinkwrap.json", "npm"],
];
/**
 * The package manager of a folder: what `packageManager` in package.json names, else whose lock file is there
 * or in a folder above (a workspace), else npm.
 */
async function packageManagerOf(root) {
    for (let folder = root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const said = (await manifestIn(folder))?.packageManager;
        const declared = typeof said === "string" ? /^(npm|pnpm|yarn|bun)@/.exec(said)?.[1] : undefined;
        const named = lockFiles.find(([, manager]) => manager === declared)?.[1];
        if (named !== undefined)
            return named;
        for (const [file, manager] of lockFiles)
            if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file)))
                return manager;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return "npm";
    }
}
/** The lock file of a package manager in a folder, or in the nearest above it that has one; undefined where none has. */
async function lockFileOf(root, manager) {
    const own = lockFiles.filter(([, whose]) => whose === manager);
    for (let folder = root;; folder = dirname(folder)) {
        for (const [file] of own)
            if (await exists(join(folder, file)))
                return relative(root, join(folder, file));
        if (dirname(folder) === folder)
            return undefined;
    }
}
/**
 * The command lines to run: the name of a script becomes `<package manager> run <name>`, anything else stays
 * as it was written.
 * @throws {UserError} PR102 naming every script that package.json does not have.
 */
async function commandLines(root, commands) {
    const manifest = await manifestIn(root);
    const scripts = Object.keys(manifest?.scripts ?? {});
    const missing = commands.flatMap((command) => {
        const script = scriptOf(command, scripts);
        return script === undefined || scripts.includes(script) ? [] : [problem(command, script, scripts)];
    });
    if (missing.length > 0) {
        const where = manifest === undefined ? `There is no package.json in ${root}` : "package.json lacks scripts";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", `${where}: ${missing.join("; ")}.`, "Correct smoke.commands in rollout.yml, or add the script.");
    }
    const manager = await packageManagerOf(root);
    return commands.map((command) => (scripts.includes(command) ? `${manager} run ${command}` : command));
}
/** The script of this folder that a command calls, as far as that can be told from its text. */
function scriptOf(command, scripts) {
    if (scripts.includes(command))
        return command;
    const called = /^(?:npm|pnpm|yarn|bun) run ([\w:.-]+)(?:\s+--(?:\s.*)?)?$/.exec(command.trim())?.[1];
    if (called !== undefined)
        return called;
    return /^npm (?:test|t)$/.test(command.trim()) ? "test" : undefined;
}
function problem(command, script, scripts) {
    const near = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .Z)(script, scripts);
    return `\`${command}\` calls the script ${script}${near === undefined ? "" : `; did you mean ${near}?`}`;
}
async function manifestIn(folder) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "package.json"), "utf8"));
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 29748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ siteFolder),
/* harmony export */   Us: () => (/* binding */ readSite),
/* harmony export */   Xj: () => (/* binding */ hasVersion),
/* harmony export */   vS: () => (/* binding */ manifestName),
/* harmony export */   vr: () => (/* binding */ reuseLine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75610);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82171);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55184);






const artifactForm = {
    fields: {
        commit: "text",
        digest: "text",
        marker: "text",
        files: { each: { fields: { path: "text", sha256: "text" } } },
        env: {
            values: { fields: { required: "text", value: { maybe: "text" }, proof: "text", source: "text" } },
        },
        source: { optional: "text" },
        made: { optional: { fields: { run: "text", settings: "text", values: { values: "text" } } } },
        reuse: { optional: { fields: { taken: "flag", because: "text" } } },
    },
};
const manifestName = "artifact.json";
const siteFolder = "site";
/**
 * Reads the artifact that `build` made and proves that it is whole: its digest is taken again over the files.
 * @throws {UserError} PR105 when it is not there, PR106 for another format, PR432 when a file is not the built one.
 */
async function readSite(artifact) {
    const manifest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, manifestName);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(manifest, "utf8").catch((error) => {
        const fix = "Run `build` first, and pass its output `path` (or the downloaded artifact) as `artifact`.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `There is no ${manifestName} in ${artifact}.`, fix, { cause: error });
    });
    const read = (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("artifact", text, manifest, artifactForm);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, siteFolder);
    if (read.source === "existing")
        return { ...read, folder };
    const found = await filesOf(artifact, folder, read);
    refuseOtherFiles(read, found.files);
    const markers = [(0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .markerOf */ .we)(read.commit, found.digest), ...(read.source === undefined ? [] : [read.commit])];
    if (found.digest === read.digest && markers.includes(read.marker))
        return { ...read, folder };
    throw notTheBuilt(`the digest of ${artifact} is not the one in its ${manifestName}`);
}
/** Whether the site has the `version.json` of this suite, not one of the app's own. */
async function hasVersion({ folder, source }) {
    if (source !== undefined)
        return false;
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _marker_js__WEBPACK_IMPORTED_MODULE_5__/* .versionFile */ .T1)).catch(() => undefined);
    return bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnVersion */ .RS)(_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .versionFile */ .T1, bytes);
}
/** Where another target's artifact was to be taken: from which run it is, or why it was built anew. */
function reuseLine({ digest, made, reuse }) {
    if (reuse === undefined)
        return [];
    if (!reuse.taken)
        return [`the site was built anew: ${reuse.because}`];
    const from = `run ${made?.run ?? "(unknown)"} for ${made?.target ?? "another target"}`;
    return [`the site is the one that was built in ${from}, digest ${digest.slice(0, 12)}: ${reuse.because}`];
}
async function filesOf(artifact, folder, { files }) {
    const told = files.filter(({ link, mode }) => link !== undefined || mode !== undefined);
    return await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .C)(folder, told).catch((error) => {
        const gone = error.code === "ENOENT";
        if (!gone)
            throw error;
        const fix = "Upload and download the whole folder that `build` names.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `${artifact} has a ${manifestName}, but not all of its ${siteFolder}.`, fix, {
            cause: error,
        });
    });
}
function refuseOtherFiles(artifact, found) {
    const there = new Map(found.map((file) => [file.path, file.sha256]));
    const listed = new Set(artifact.files.map((file) => file.path));
    const wrong = [
        ...artifact.files.filter((file) => there.get(file.path) !== file.sha256).map((file) => file.path),
        ...found.filter((file) => !listed.has(file.path)).map((file) => file.path),
    ];
    if (wrong.length === 0)
        return;
    const named = wrong.slice(0, 5).join(", ");
    throw notTheBuilt(`${wrong.length} files differ from the artifact's list: ${named}`);
}
function notTheBuilt(what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR432", `The site is not the one that was built: ${what}. Nothing was changed.`, "Was the artifact edited, or hidden files left out on the way? Upload it with include-hidden-files: true.");
}


/***/ }),

/***/ 82171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   e: () => (/* binding */ sha1)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41820);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55184);
/* harmony import */ var _paths_below_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80812);







/**
 * Reads every file below a folder, in the order of their paths. `told` completes what is found.
 * @throws {UserError} PR476 for a link that leads out of the folder, to nowhere or in a circle.
 */
async function listFiles(folder, told = []) {
    const known = new Map(told.map((one) => [one.path, one]));
    const links = told.flatMap(({ path, link }) => (link === undefined ? [] : [path]));
    const files = [];
    const bare = [];
    const buffer = Buffer.allocUnsafe(large + 1);
    for (const path of [...(await (0,_paths_below_js__WEBPACK_IMPORTED_MODULE_5__/* .pathsBelow */ .F)(folder)), ...links].sort(byPath)) {
        const { link, mode } = known.get(path) ?? {};
        const sums = link === undefined ? await sumsOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, path), buffer) : sumsOfText(link);
        const more = { ...(mode === undefined ? {} : { mode }), ...(link === undefined ? {} : { link }) };
        const file = { path, ...sums, ...more };
        files.push(file);
        const sum = await bareSum(folder, file);
        if (sum !== undefined)
            bare.push([path, sum]);
    }
    return { files, digest: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .digest */ .br)(bare) };
}
/** From here on a file is read in pieces. */
const large = 1 << 20;
/**
 * The sums of a file; a large one, such as a film, is not held. The small ones are many: each is read at once, into a
 * buffer that all share, since asking the thread pool, or how large a file is, costs more than what it is for.
 */
async function sumsOf(file, buffer) {
    const bytes = readInto(buffer, file);
    if (bytes !== undefined)
        return { size: bytes.length, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha256", bytes), sha1: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha1", bytes) };
    const [long, short] = [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256"), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1")];
    let size = 0;
    for await (const piece of piecesOf(file)) {
        long.update(piece);
        short.update(piece);
        size += piece.length;
    }
    return { size, sha256: long.digest("hex"), sha1: short.digest("hex") };
}
/** A file's bytes, until the buffer is used again; undefined where it is not all of them. */
function readInto(buffer, file) {
    const open = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, "r");
    try {
        let length = 0;
        let read;
        do {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(open, buffer, length, buffer.length - length, null);
            length += read;
        } while (read > 0 && length < buffer.length);
        return length < buffer.length ? buffer.subarray(0, length) : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(open);
    }
}
function piecesOf(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { highWaterMark: large });
}
function sumsOfText(text) {
    return { size: Buffer.byteLength(text), sha256: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text), sha1: sha1(text) };
}
/** What counts of a file for the digest: pages without their stamp, and nothing of what this suite adds itself. */
async function bareSum(folder, file) {
    const { path, link, mode, sha256: sum } = file;
    const read = link === undefined && ((0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isHtml */ ._6)(path) || path === _marker_js__WEBPACK_IMPORTED_MODULE_6__/* .versionFile */ .T1);
    const bytes = read ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, path)) : undefined;
    if (bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isOwnVersion */ .RS)(path, bytes))
        return undefined;
    const bare = bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isHtml */ ._6)(path) ? (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(bareBytes(bytes)) : sum;
    return mode === undefined ? bare : `${bare} ${mode.toString(8)}`;
}
/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
function bareBytes(html) {
    return Buffer.from((0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .unstamped */ .sP)(html.toString("latin1")), "latin1");
}
function sha1(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(bytes).digest("hex");
}
function byPath(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}


/***/ }),

/***/ 55184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ markerIn),
/* harmony export */   KA: () => (/* binding */ versionText),
/* harmony export */   QH: () => (/* binding */ markerInVersion),
/* harmony export */   RS: () => (/* binding */ isOwnVersion),
/* harmony export */   T1: () => (/* binding */ versionFile),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   iE: () => (/* binding */ stamp),
/* harmony export */   sP: () => (/* binding */ unstamped),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36187);

/** `<meta name="rollout-build" content="<commit sha12>-<artifact digest12>">` in every page of a release. */
const anyMarker = /\s*<meta\b[^>]*\bname\s*=\s*["']?rollout-build\b["']?[^>]*>/gi;
const places = [/<!--[\s\S]*?-->|<head(?:\s[^>]*)?>/i, /<!--[\s\S]*?-->|<html(?:\s[^>]*)?>/i];
/** The marker of a build: what a page says, and by which a served release is known. */
function markerOf(commit, digest) {
    return `${commit.slice(0, 12) || "000000000000"}-${digest.slice(0, 12)}`;
}
/** The page with exactly this marker; an earlier one is replaced. */
function stamp(html, marker) {
    const bare = unstamped(html);
    const meta = `\n<meta name="rollout-build" content="${marker}">`;
    for (const place of places) {
        const at = endOf(bare, place);
        if (at !== undefined)
            return bare.slice(0, at) + meta + bare.slice(at);
    }
    const doctype = /^\s*<!doctype[^>]*>/i.exec(bare)?.[0] ?? "";
    return doctype + meta + bare.slice(doctype.length);
}
/** The page as it was before any stamp. */
function unstamped(html) {
    return html.replace(anyMarker, "");
}
/** The marker that a page carries, or undefined. */
function markerIn(html) {
    const meta = new RegExp(anyMarker.source, "i").exec(html)?.[0] ?? "";
    const found = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(meta);
    return found?.[1] ?? found?.[2] ?? found?.[3];
}
function isHtml(path) {
    return /\.html?$/i.test(path);
}
/** Where the first tag that fits ends; a tag inside a comment is none. */
function endOf(html, place) {
    const every = new RegExp(place.source, "gi");
    for (const found of html.matchAll(every)) {
        if (!found[0].startsWith("<!--"))
            return found.index + found[0].length;
    }
    return undefined;
}
/** Beside the pages: the same for whoever asks by machine. */
const versionFile = "version.json";
function versionText(marker, commit) {
    return `${JSON.stringify({ "rollout-build": marker, commit })}\n`;
}
/** Whether a file is the one that this suite adds, and not one of the app's own. */
function isOwnVersion(path, bytes) {
    return path === versionFile && markerInVersion(Buffer.from(bytes).toString("utf8")) !== undefined;
}
/** The marker that a `version.json` of this suite says, or undefined. */
function markerInVersion(text) {
    try {
        const value = (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
        const marker = value?.["rollout-build"];
        return typeof marker === "string" ? marker : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 80812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pathsBelow),
/* harmony export */   Y: () => (/* binding */ isBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);



/**
 * The path of every file below a folder, with forward slashes. A link inside of it counts as what it leads to.
 * @throws {UserError} PR476 for one that leads out of the folder, to nowhere or in a circle.
 */
async function pathsBelow(folder) {
    return (await below({ folder, real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder) }, "")).sort();
}
async function below(root, at) {
    const found = [];
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root.folder, at), { withFileTypes: true })) {
        const path = at === "" ? entry.name : `${at}/${entry.name}`;
        const isFolder = entry.isSymbolicLink() ? await leadsToFolder(root, path) : entry.isDirectory();
        if (isFolder)
            found.push(...(await below(root, path)));
        else
            found.push(path);
    }
    return found;
}
async function leadsToFolder({ folder, real }, path) {
    const to = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path)).catch(() => undefined);
    if (to === undefined)
        throw astray(folder, path, "which leads to nowhere");
    if (to !== real && !isBelow(to, real))
        throw astray(folder, path, `which leads out of the folder, to ${to}`);
    const here = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path, ".."));
    if (here === to || isBelow(here, to))
        throw astray(folder, path, "which leads to a folder that it lies in");
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(to)).isDirectory();
}
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== "" && way !== ".." && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
function astray(folder, path, how) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR476", `The site in ${folder} has the link ${path}, ${how}. Nothing was changed.`, "Have the build put a file there instead, or leave it out: what is served is only what lies in the folder.");
}


/***/ }),

/***/ 43185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only. It
 * ends, with all that it started, when the job is to stop.
 * @throws the signal's reason then.
 */
async function runCommand({ exec, root, signal }, command, env) {
    const bash = ["--noprofile", "--norc", "-eo", "pipefail", "-c", command];
    const result = await exec("bash", bash, { cwd: root, env, signal });
    signal.throwIfAborted();
    return result;
}
/**
 * The last lines of what a command printed, for a message. npm gives its reason first and its usage behind it: of what
 * npm says at the end, the first lines are taken, behind the command's own last ones.
 */
function lastLines(tail, count = 12) {
    const lines = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(tail).trimEnd().split("\n");
    const own = lines.findLastIndex((line) => !isOfNpm(line)) + 1;
    const reason = lines.slice(own).filter((line) => !saysNothing(line));
    const npm = reason.slice(0, Math.ceil(count / 3));
    return [...lines.slice(0, own).slice(npm.length - count), ...npm].join("\n");
}
function isOfNpm(line) {
    return /^npm (error|ERR!|notice)/u.test(line);
}
function saysNothing(line) {
    // That there is a newer npm is told behind the reason, and is none.
    return /^npm (notice.*|(error|ERR!)( A complete log of this run can be found in: .*|\s*))$/u.test(line);
}


/***/ }),

/***/ 81766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ prebuiltFolder),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   h8: () => (/* binding */ servedBelow),
/* harmony export */   zo: () => (/* binding */ servedFiles)
/* harmony export */ });
/** Where a site comes from; see `build`'s input `source`. */
const sourceNames = ["dist", "prebuilt", "existing"];
/** Below this folder of a `prebuilt` artifact lies what is served as it is. */
const prebuiltFolder = ".vercel/output";
const served = `${prebuiltFolder}/static/`;
/** Where in an artifact the files lie that are served under their own paths. */
function servedBelow(source) {
    return source === "prebuilt" ? served : "";
}
/** The files that are served as they are, under the paths at which they are served. */
function servedFiles(source, files) {
    const below = servedBelow(source);
    if (below === "")
        return files;
    const inside = files.filter(({ path }) => path.startsWith(below));
    return inside.map((file) => ({ ...file, path: file.path.slice(below.length) }));
}


/***/ }),

/***/ 41820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * The one text of a JSON value: keys sorted by code unit, no blanks, UTF-8. A property that is undefined is
 * left out.
 * @throws {TypeError} for a number that is not a safe integer, and for what JSON has no form for.
 */
function canonical(value) {
    if (value === null || typeof value === "boolean" || typeof value === "string")
        return JSON.stringify(value);
    if (typeof value === "number") {
        if (Number.isSafeInteger(value))
            return String(Object.is(value, -0) ? 0 : value);
        throw new TypeError(`canonical JSON has no floats: ${value}`);
    }
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    if (typeof value !== "object" || value === undefined)
        throw new TypeError(`not JSON: ${typeof value}`);
    const entries = Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
/** SHA-256 of the canonical text, in hex. */
function digest(value) {
    return sha256(canonical(value));
}
/** SHA-256 of bytes or of a text's UTF-8, in hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
}


/***/ }),

/***/ 75610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ readFormat),
/* harmony export */   VD: () => (/* binding */ writeFormat),
/* harmony export */   Vn: () => (/* binding */ ofOtherMajor),
/* harmony export */   pP: () => (/* binding */ schemaOf)
/* harmony export */ });
/* harmony import */ var _errors_first_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85552);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41820);
/* harmony import */ var _ports_misfit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34233);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36187);





function schemaOf(kind) {
    return `prism-rollout/${kind}@1`;
}
/**
 * What is of the kind, but of a major that this version does not know: PR106, saying which version can read it.
 * Undefined for anything else.
 */
function ofOtherMajor(kind, value, where) {
    const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
    if (typeof schema !== "string")
        return undefined;
    const [, own, major = ""] = /^prism-rollout\/([a-z]{1,20})@(\d{1,6})$/.exec(schema) ?? [];
    if (own !== kind || schema === schemaOf(kind))
        return undefined;
    const whose = Number(major) > 1 ? "a newer version of the suite wrote it" : "an older version of the suite wrote it";
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is ${schema}: ${whose}, and this one reads ${schemaOf(kind)} only. Nothing was changed because of it.`, "Run this with the version that wrote it: name the same version at every `uses:` of the repository, in the chain as in rollback, watch and drift.");
}
/** The text of a document: canonical, with a newline at its end. */
function writeFormat(document) {
    return `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(document)}\n`;
}
/**
 * Reads a document of one kind. Unknown keys are kept.
 * @throws {UserError} PR106 when it is not JSON, another kind, a major that this version does not know, or without
 * something that is read of it.
 */
function readFormat(kind, text, where, form = "any") {
    const value = parse(text, where);
    const schema = typeof value === "object" && value !== null ? value.schema : undefined;
    if (schema === schemaOf(kind)) {
        const wrong = (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_3__/* .misfit */ .h)(value, form);
        if (wrong === undefined)
            return value;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is not what this suite writes: ${wrong}.`, "Was the file cut or edited? Use it as it was written.");
    }
    const other = ofOtherMajor(kind, value, where);
    if (other !== undefined)
        throw other;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is ${typeof schema === "string" ? (0,_errors_first_of_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(schema, 80) : "without a schema"}, not ${schemaOf(kind)}.`, "Use the file that this version of the suite wrote for this release.");
}
function parse(text, where) {
    try {
        return (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is not JSON.`, "Was the file cut or edited? Make the plan again.", {
            cause: error,
        });
    }
}


/***/ })

};
