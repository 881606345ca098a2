const block = 512;

/** A file of an archive. */
export interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly executable: boolean;
}

/**
 * The files of a tar archive as npm makes them: plain headers, names of at most 255 bytes. Anything but a file is left
 * out, and so is a name that leads out of the folder.
 */
export function readTar(archive: Buffer): readonly Packed[] {
  const files: Packed[] = [];
  for (let at = 0; at + block <= archive.length;) {
    const header = archive.subarray(at, at + block);
    if (header[0] === 0) break;
    const text = (from: number, size: number): string =>
      header
        .subarray(from, from + size)
        .toString("utf8")
        .replace(/\0.*$/s, "");
    const size = Number.parseInt(text(124, 12).trim(), 8);
    if (!Number.isSafeInteger(size) || at + block + size > archive.length)
      throw new Error("the archive is cut or no tar");
    const prefix = text(257, 5) === "ustar" ? text(345, 155) : "";
    const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
    const executable = (Number.parseInt(text(100, 8).trim(), 8) & 0o111) !== 0;
    const kind = text(156, 1);
    if ((kind === "" || kind === "0") && !name.split("/").includes("..") && !name.startsWith("/"))
      files.push({ name, executable, bytes: archive.subarray(at + block, at + block + size) });
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}
