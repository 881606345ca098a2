import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { startChild } from "./child.ts";
import { noBrowser } from "./no-engine.ts";
import { untar } from "./untar.ts";

/** An unpacked browser and the environment without which it would not start on this machine. */
export interface UnpackedChromium {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks `@sparticuz/chromium` (65 MB, 1.5 s) below `cache`, once per version, for every user of the machine.
 * Not by the package's own code: that unpacks to an unversioned folder of the temp directory which only its
 * first user can read.
 */
export async function unpackChromium(npmPackage: string, cache: string): Promise<UnpackedChromium> {
  const { version } = JSON.parse(readFileSync(join(npmPackage, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(npmPackage, "bin"), folder);
  const executable = join(folder, "chromium");
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: folder };
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(folder, "lib") }]) {
    const env: Record<string, string> = { ...fonts, ...libraries };
    const child = startChild({ command: executable, args: ["--version"], env });
    if ((await child.ended).code === 0) return { executable, env };
  }
  throw noBrowser("The Chromium from npm does not start here.");
}

/** Unpacks beside the folder and renames: whoever looks sees all of it or nothing. */
async function unpack(bin: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const inflate = promisify(brotliDecompress);
  const read = async (name: string): Promise<Buffer> => await inflate(await readFile(join(bin, name)));
  const unpackTar = async (name: string): Promise<void> => await untar(await read(name), draft);
  await Promise.all([
    read("chromium.br").then((program) => writeFile(join(draft, "chromium"), program)),
    unpackTar("swiftshader.tar.br"),
    unpackTar("al2023.tar.br"),
    unpackTar("fonts.tar.br"),
  ]);
  await chmod(join(draft, "chromium"), 0o755);
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
  await writeFile(
    join(draft, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${fonts}`,
  );
  // Another run may have been quicker.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
}
