import { expect, test } from "@jest/globals";
import { setTimeout as wait } from "node:timers/promises";
import { processesIn } from "../support/rehearse.ts";
import { before } from "./kills/release.ts";
import { startScene } from "./kills/scene.ts";

const patience = 20_000;

test(
  "a bundle that is at work when its scene is given up is ended with it",
  async () => {
    const marker = `given-up-${process.pid}-${Date.now()}`;
    const scene = await startScene(await before());
    const acting = scene.act({
      action: "build",
      inputs: { artifact: marker },
      files: { "build.mjs": "setTimeout(() => {}, 30_000);\n" },
      functions: [],
      build: "build: { install: none, command: node build.mjs, output: dist }\n",
    });
    for (const began = Date.now(); processesIn(marker).length === 0; await wait(20))
      if (Date.now() - began > patience) throw new Error("the bundle was not there within 20 s");
    await scene.close();
    expect((await acting).code).toBe(null);
  },
  3 * patience,
);
