// What the functions use of Deno, so that `npm run typecheck` knows it without Deno installed.
declare namespace Deno {
  const env: { get(name: string): string | undefined };
  function serve(handler: (request: Request) => Response | Promise<Response>): unknown;
}

declare module "npm:@supabase/supabase-js@2" {
  export * from "@supabase/supabase-js";
}
