// A way to a server that takes its time, as a network does: every byte is late by half of it, there and back.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** `url` is that of a database; `through(url)` leads to the same one, `ms` there and back. */
export async function late(port, ms) {
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: "127.0.0.1", port, noDelay: true });
    delayed(client, upstream, ms / 2);
    delayed(upstream, client, ms / 2);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    through: (url) => url.replace(`:${port}/`, `:${server.address().port}/`),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function delayed(from, to, ms) {
  from.on("data", (bytes) => setTimeout(() => to.write(bytes), ms));
  from.on("end", () => setTimeout(() => to.end(), ms));
  from.on("error", () => to.destroy());
}
