import { elements, rendered } from "../support/rendered.ts";
import { Broken } from "./reader.ts";

/** What a page of ours may hold; anything else came with a text. */
const own =
  /^<\/?(h[1-6]|p|strong|ul|li|ol|table|thead|tbody|tr|details|summary|pre|br|code)\s*\/?>$|^<(th|td)( align="\w+")?>$|^<\/(th|td|a)>$|^<code class="language-\w+">$|^<a href="https?:\/\/[^"<>]*">$/;
const invisible = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}]/u;

/** What stands on a page that no page of ours has. */
export function strangersIn(page: string): Broken | undefined {
  const strange = elements(page).filter((element) => !own.test(element));
  if (strange.length > 0) return new Broken(`rendered ${strange.slice(0, 3).join(" ")}`);
  const html = rendered(page).replaceAll("\u200b", "");
  return invisible.test(html) ? new Broken("what nobody sees is on the page") : undefined;
}
