import { readlinkSync, writeFileSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { type StandInRequest, type StandInResponse, serve } from "../server.ts";
import { contentType } from "../vercel/content-type.ts";

/** A web server of one's own: it serves the folder to which the link `live` leads, and keeps the releases beside it. */
export interface FolderHost {
  readonly url: string;
  /** Deploys the folder that ROLLOUT_SITE names, at once. */
  readonly command: string;
  /** Goes back to the release that ROLLOUT_MARKER names. */
  readonly undoCommand: string;
  /** The marker of the release that is live. */
  live(): string;
  /** From now on no release is gone back to. */
  refuseWayBack(): void;
  close(): Promise<void>;
}

const move = 'ln -sfn "releases/$ROLLOUT_MARKER" live';
const frozen = "frozen";

/** `files` are those of the release that is live, below `releases/<marker>`. */
export async function startFolderHost(
  folder: string,
  { marker, files }: { readonly marker: string; readonly files: Readonly<Record<string, Uint8Array>> },
): Promise<FolderHost> {
  const first = join(folder, "releases", marker);
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(first, path)), { recursive: true });
    await writeFile(join(first, path), bytes);
  }
  await symlink(join("releases", marker), join(folder, "live"));
  const { url, close } = await serve([], (request) => answer(join(folder, "live"), request));
  const here = `cd "${folder}"`;
  return {
    url,
    command: `${here} && rm -rf "releases/$ROLLOUT_MARKER" && cp -r "$ROLLOUT_SITE" "releases/$ROLLOUT_MARKER" && ${move}`,
    undoCommand: `${here} && test ! -e ${frozen} && test -d "releases/$ROLLOUT_MARKER" && ${move}`,
    live: () => basename(readlinkSync(join(folder, "live"))),
    refuseWayBack: () => writeFileSync(join(folder, frozen), ""),
    close,
  };
}

/** A file, else the page; what is missing among hashed files is missing. As an nginx of one's own would have it. */
async function answer(root: string, { path }: StandInRequest): Promise<StandInResponse> {
  const asset = path.startsWith("/assets/");
  const found = await fileAt(root, path === "/" ? "/index.html" : path);
  if (found === undefined && asset)
    return { status: 404, body: "Not Found", headers: { "cache-control": "no-store" } };
  const body = found ?? (await fileAt(root, "/index.html"));
  if (body === undefined) return { status: 404, body: "Not Found" };
  const kept = asset ? "public, max-age=31536000, immutable" : "no-cache";
  const type = contentType(found === undefined || path === "/" ? "/index.html" : path);
  return { status: 200, body, headers: { "content-type": type, "cache-control": kept } };
}

async function fileAt(root: string, path: string): Promise<Uint8Array | undefined> {
  const inside = posix.normalize(decoded(path));
  return await readFile(join(root, inside)).catch(() => undefined);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
