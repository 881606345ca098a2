import { expect, test } from "@jest/globals";
import { AsyncLocalStorage } from "node:async_hooks";
import { noteStorages } from "./support/ended-storages.js";

test("a storage that was run is told of nothing after its end", () => {
  const end = noteStorages();
  const storage = new AsyncLocalStorage<string>();
  storage.run("kept", () => {
    expect(storage.getStore()).toBe("kept");
    end();
    expect(storage.getStore()).toBeUndefined();
  });
});

test("what is run later is left alone", () => {
  noteStorages()();
  const storage = new AsyncLocalStorage<string>();
  expect(storage.run("kept", () => storage.getStore())).toBe("kept");
});

test("this file's own are noted", () => {
  expect(AsyncLocalStorage.prototype.run.name).toBe("noted");
});
