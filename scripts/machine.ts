import { cpus, release, totalmem, type } from "node:os";

/** What a figure was measured on, and when: cores, memory, system and Node.js, without the machine's name. */
export function machine(): { readonly date: string; readonly machine: string } {
  const [{ model } = { model: "" }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const system = `${type()} ${release().split("-")[0]}`;
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${model.trim()}), ${memory} GB, ${system}, Node.js ${process.versions.node}`,
  };
}
