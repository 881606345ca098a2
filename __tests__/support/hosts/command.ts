import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { serveLoopback } from "../serve-loopback.ts";
import type { HostFixture } from "./stage.ts";

const deploy = "echo deploy >> moves; rm -rf old; mv live old; cp -r $ROLLOUT_SITE live";
const undo = "echo undo >> moves; rm -rf live; mv old live";

/** A folder that two servers serve; the command copies the site there, the undo command puts back what was there. */
export const command: HostFixture = {
  name: "command",
  start: async () => {
    const root = await mkdtemp(join(tmpdir(), "prism-rollout-host-"));
    const live = async (text: string): Promise<void> => {
      await mkdir(join(root, "live"), { recursive: true });
      const head = `<meta name="rollout-build" content="000000000000-${text}">`;
      await writeFile(join(root, "live/index.html"), `<head>${head}</head><body>${text}</body>`);
    };
    await live("before");
    const serve = () =>
      serveLoopback(({ url = "/" }, response) => {
        const path = decodeURIComponent(new URL(url, "http://x").pathname);
        readFile(join(root, "live", path === "/" ? "index.html" : path)).then(
          (page) => response.end(page),
          () => response.writeHead(404).end(),
        );
      });
    const servers = await Promise.all([serve(), serve()]);
    return {
      root,
      origins: servers.map(({ url }) => url),
      inputs: { command: deploy, "undo-command": undo },
      moves: () => linesOf(join(root, "moves")),
      other: () => live("other"),
      api: undefined,
      close: async () => {
        await Promise.all(servers.map((server) => server.close()));
      },
    };
  },
};

function linesOf(file: string): number {
  try {
    return readFileSync(file, "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}
