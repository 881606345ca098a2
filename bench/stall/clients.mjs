// Live load: sessions that each do one short thing after the other, and note how long it took.
import { rows, session } from "./shop.mjs";

/** Starts them, and waits until all are at work. */
export async function live(url, count) {
  const stop = new AbortController();
  const took = [];
  const clients = await Promise.all(Array.from({ length: count }, () => session(url, "shop")));
  const working = clients.map((client) => work(client, took, stop.signal));
  return {
    stop: async () => {
      stop.abort();
      await Promise.all(working);
      await Promise.all(clients.map((client) => client.end()));
      took.sort((a, b) => a - b);
      return { worst: took.at(-1) ?? 0, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
    },
  };
}

async function work(client, took, signal) {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const id = 1 + Math.floor(Math.random() * rows);
    const sql =
      turn % 2 === 0
        ? "select total from orders where id = $1"
        : "update orders set total = total + 1 where id = $1";
    const began = performance.now();
    await client.query(sql, [id]);
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
