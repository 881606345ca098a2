/** How wide a stream is; 80 where nobody knows: a pipe has no columns, and some terminals of a CI say 0. */
export function columnsOf({ columns }: { readonly columns?: number | undefined }): number {
  return columns === undefined || columns < 1 ? 80 : columns;
}
