/** Lines of ours begin with this character, so that nothing a function prints is mistaken for one. */
export const RECORD = "\u001e";

/** The request header that ties what a function logs to the request it logs it for. */
export const EXECUTION_HEADER = "x-sb-execution-id";

/**
 * Runs in Deno before the function, as text because Deno is given a file. It makes every `console` call one
 * line of JSON (an object of several lines stays together), says which port the server got, turns an exception
 * in a handler into a log entry and a 500, and adds what Supabase's runtime has beyond Deno.
 */
export const BOOT_PROGRAM = `
import { AsyncLocalStorage } from "node:async_hooks";

const execution = new AsyncLocalStorage();
const encoder = new TextEncoder();
const say = (record) => Deno.stdout.writeSync(encoder.encode(${JSON.stringify(RECORD)} + JSON.stringify(record) + "\\n"));
const text = (value) => typeof value === "string" ? value : Deno.inspect(value, { depth: 6 });
for (const level of ["debug", "log", "info", "warn", "error"]) {
  console[level] = (...values) => say({ level, text: values.map(text).join(" "), execution: execution.getStore() });
}

const serve = Deno.serve;
const served = { yet: false };
Deno.serve = (first, second) => {
  served.yet = true;
  const options = typeof first === "function" ? {} : first;
  const handler = typeof first === "function" ? first : second ?? first.handler;
  const { onListen } = options;
  return serve({
    ...options,
    onListen(address) {
      say({ port: address.port });
      onListen?.(address);
    },
  }, (request, info) => execution.run(request.headers.get("${EXECUTION_HEADER}") ?? undefined, async () => {
    try {
      return await handler(request, info);
    } catch (error) {
      if (options.onError) return await options.onError(error);
      console.error(error);
      return new Response("Internal Server Error", { status: 500 });
    }
  }));
};

// A module that serves nothing itself may export what does: { fetch }.
addEventListener("load", async () => {
  if (served.yet) return;
  const { default: own } = await import(Deno.mainModule);
  if (typeof own?.fetch === "function") Deno.serve((request, info) => own.fetch(request, info));
});

globalThis.EdgeRuntime = {
  waitUntil(work) {
    return Promise.resolve(work).catch((error) => console.error(error));
  },
};
`;
