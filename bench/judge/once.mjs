// Judges one work in a process that has judged nothing before; the word says which. Prints JSON.
import { judge } from "../../lib/kit/judge/judge.js";
import { loadParser } from "../../lib/kit/judge/parser.js";
import { corpusFiles } from "./corpus-files.mjs";

const oneFile = (text) => [{ path: "0001_file.sql", text }];
const row = (n) => `insert into public.things (id, name) values (${n}, 'thing number ${n}');\n`;
const rows = (n) => Array.from({ length: n }, (_, at) => row(at)).join("");
const table = "create table public.things (id bigint primary key, name text);\n";
const upTo = (characters) => table + row(1).repeat(Math.floor((characters - table.length) / row(1).length));

const works = {
  rules: () => ({ files: corpusFiles(), options: { whole: true, each: true } }),
  parser: () => ({ files: corpusFiles() }),
  statements: () => ({ files: oneFile(table + rows(25_000)), options: { whole: true } }),
  longest: () => ({ files: oneFile(upTo(10_000_000)), options: { whole: true } }),
  refused: () => ({ files: oneFile(upTo(50_000_000)), options: { whole: true } }),
};

const [work = ""] = process.argv.slice(2);
const { files, options } = works[work]();
const parser = await loadParser();
const [began, used] = [performance.now(), process.cpuUsage()];
const found = options
  ? judge(parser, files, options).flatMap(({ findings }) => findings).length
  : files.map(({ text }) => parser.parse(text)).length;
const { user, system } = process.cpuUsage(used);
const seconds = (performance.now() - began) / 1000;
const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  JSON.stringify({ seconds, cpu: (user + system) / 1e6, MB: bytes / 1e6, memory: peak / 1e6, found }),
);
