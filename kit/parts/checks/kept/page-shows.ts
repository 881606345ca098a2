import type { Scrubber } from "./scrubber.ts";

/**
 * Whether a page, as a trace of Playwright holds it (`[tag, attributes, ...children]`, and numbers where it is as it
 * was before), shows a secret to who looks at it. A password field shows dots.
 */
export function pageShows(node: unknown, given: Scrubber, depth = 0): boolean {
  if (typeof node === "string") return given.finds(node);
  if (!Array.isArray(node) || depth > 500) return depth > 500;
  const [tag, attributes, ...children] = node as readonly unknown[];
  if (typeof tag !== "string") return false;
  const own = typeof attributes === "object" && attributes !== null ? Object.entries(attributes) : [];
  const isPassword = own.some(([name, value]) => name === "type" && value === "password");
  const read = own.filter(([name]) =>
    /^(?:__playwright_value_|value|placeholder|alt|title|srcdoc)$/.test(name),
  );
  if (!isPassword && read.some(([, value]) => typeof value === "string" && given.finds(value))) return true;
  return children.some((child) => pageShows(child, given, depth + 1));
}
