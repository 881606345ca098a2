import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connect } from "node:net";
import { serve, type Listening } from "../../../rehearsal/stand-ins/server.ts";

let server: Listening;

beforeAll(async () => {
  server = await serve(
    [
      ["GET", "/things/:name", ({ params }) => ({ status: 200, json: params })],
      ["*", "/files/*path", ({ params, method }) => ({ status: 200, json: { ...params, method } })],
      [
        "POST",
        "/echo",
        ({ body, query }) => ({ status: 200, body, headers: { "x-q": query.get("q") ?? "" } }),
      ],
      ["GET", "/broken", () => Promise.reject(new Error("a bug"))],
    ],
    ({ path }) => ({ status: 404, json: { path } }),
  );
});

afterAll(async () => {
  await server.close();
});

async function ask(path: string, init?: RequestInit): Promise<[number, unknown]> {
  const response = await fetch(server.url + path, init);
  return [response.status, await response.json()];
}

test("the first route that fits gets decoded parameters", async () => {
  expect(await ask("/things/a%20b")).toEqual([200, { name: "a b" }]);
  expect(await ask("/files/a/b.txt", { method: "PUT" })).toEqual([200, { path: "a/b.txt", method: "PUT" }]);
  expect(await ask("/things/a", { method: "POST" })).toEqual([404, { path: "/things/a" }]);
  expect(await ask("/things/%zz")).toEqual([404, { path: "/things/%zz" }]);
});

test("bodies arrive and leave as bytes", async () => {
  const sent = Buffer.from([0, 255, 10, 13]);
  const response = await fetch(`${server.url}/echo?q=1`, { method: "POST", body: sent });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(sent);
  expect(response.headers.get("x-q")).toBe("1");
});

test("a bug in a route is a 500, and the server goes on", async () => {
  expect(await ask("/broken")).toEqual([500, { message: "stand-in: Error: a bug" }]);
  expect((await ask("/things/a"))[0]).toBe(200);
});

test("a client that goes away in the middle of its body hurts nobody", async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write("POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf", () =>
        socket.resetAndDestroy(),
      );
    });
    socket.on("close", () => resolve());
  });
  expect((await ask("/things/a"))[0]).toBe(200);
});

test("a port in use is an error", async () => {
  await expect(serve([], () => ({ status: 404 }), server.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});
