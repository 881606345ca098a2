import type { StandInRequest, StandInResponse } from "../server.ts";

/** One page of a list with GitHub's Link header; 30 a page, at most 100. `wrap` makes the body of the page. */
export function paged<Item>(
  request: StandInRequest,
  base: string,
  items: readonly Item[],
  wrap: (page: readonly Item[], total: number) => unknown = (page) => page,
): StandInResponse {
  const size = Math.min(Math.max(positive(request.query.get("per_page"), 30), 1), 100);
  const number = Math.max(positive(request.query.get("page"), 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const page = items.slice((number - 1) * size, number * size);
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(to));
    return `<${base}${request.path}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, "prev")] : []),
    ...(number < last ? [link(number + 1, "next"), link(last, "last")] : []),
    ...(number > 1 ? [link(1, "first")] : []),
  ];
  return {
    status: 200,
    json: wrap(page, items.length),
    ...(links.length > 0 ? { headers: { link: links.join(", ") } } : {}),
  };
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
