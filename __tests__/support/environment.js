// jest's testEnvironment: Node's own, which also ends the storages that jest leaves open (see ended-storages.js).
import { TestEnvironment } from "jest-environment-node";
import { noteStorages } from "./ended-storages.js";

export default class Environment extends TestEnvironment {
  #end = () => undefined;

  async setup() {
    await super.setup();
    this.#end = noteStorages();
  }

  async teardown() {
    this.#end();
    await super.teardown();
  }
}
