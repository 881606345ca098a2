import { createServer } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { type Listening, listen } from "../../rehearsal/stand-ins/server.ts";
import { type Door, openDoor } from "./kills/door.ts";

const open: (Listening | Door)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A vendor that has heard a call, and answers it when it is told to. */
async function vendor(): Promise<{
  readonly url: string;
  readonly heard: Promise<void>;
  readonly answer: () => void;
}> {
  let [hear, answer] = [() => {}, () => {}];
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const told = new Promise<void>((resolve) => (answer = resolve));
  const server = createServer((_, outgoing) => {
    hear();
    void told.then(() => outgoing.end("{}"));
  });
  const listening = await listen(server);
  open.push(listening);
  return { url: listening.url, heard, answer };
}

test("what a process has asked for is carried out before anybody looks at what is live, and nothing that it asks for later", async () => {
  const slow = await vendor();
  const door = await openDoor({ slow: slow.url });
  open.push(door);
  let killed = 0;
  door.watch({ call: 1, moment: "before" }, { ends: () => void (killed += 1) });
  const unheard = [fetch(`${door.url("slow")}/first`).catch(String)];
  await slow.heard;
  unheard.push(fetch(`${door.url("slow")}/second`).catch(String));
  await unheard[1];
  expect(killed).toBe(1);
  let isShut = false;
  const shut = door.shut().then(() => (isShut = true));
  await expect(fetch(`${door.url("slow")}/of-a-child`)).rejects.toThrow();
  expect(isShut).toBe(false);
  slow.answer();
  await shut;
  expect(door.carried).toEqual(["GET slow/first"]);
  expect(killed).toBe(1);
});
