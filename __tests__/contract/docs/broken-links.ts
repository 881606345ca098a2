import { dirname, join } from "node:path";
import { anchorsIn, linksIn } from "./markdown.ts";

/** The repository as links see it; `read` gives undefined where there is no such file. */
export interface Tree {
  exists(path: string): boolean;
  read(path: string): string;
}

const own = /^https:\/\/github\.com\/prism-rollout\/prism-rollout\/(?:blob|tree)\/main\//;

/** The links of a page that lead nowhere in the repository, anchors included; those to elsewhere are not asked. */
export function brokenLinks(page: string, text: string, tree: Tree): readonly string[] {
  return linksIn(text).flatMap(({ to, line }) => {
    const why = whyBroken(page, text, to, tree);
    return why === undefined ? [] : [`${page}:${line}: ${to}: ${why}`];
  });
}

function whyBroken(page: string, text: string, to: string, tree: Tree): string | undefined {
  const inside = own.test(to) ? to.replace(own, "/") : to;
  if (/^[a-z][a-z+.-]*:/i.test(inside)) return undefined;
  const [path = "", anchor] = inside.split("#");
  const file = path.startsWith("/") ? path.slice(1) : path === "" ? page : join(dirname(page), path);
  if (file.startsWith("..")) return "leads out of the repository";
  if (!tree.exists(file)) return "no such file";
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  return anchorsIn(file === page ? text : tree.read(file)).includes(anchor) ? undefined : "no such anchor";
}
