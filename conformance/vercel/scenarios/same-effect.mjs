import { output } from "../world.mjs";

const next = output("next");
const changed = { ...output("old"), "static/assets/app.js": "changed()" };

/** Each is played by the command line and by ours, on a fresh stand-in on which `old` is live. */
export const scenarios = [
  { name: "staged: production is as it was", play: ({ stage }) => stage(next) },
  { name: "nothing changed: nothing is uploaded", play: ({ stage }) => stage(output("old")) },
  { name: "one file changed: it alone is uploaded", play: ({ stage }) => stage(changed) },
  {
    name: "staged and promoted",
    play: async ({ stage, promote }) => void (await promote(await stage(next))),
  },
  {
    name: "promoted and gone back from",
    play: async ({ stage, promote, back }, old) => {
      await promote(await stage(next));
      await back(old);
    },
  },
  {
    name: "gone back from, and promoted again",
    play: async ({ stage, promote, back }, old) => {
      const id = await stage(next);
      await promote(id);
      await back(old);
      await promote(id);
    },
  },
  {
    name: "a wrong token",
    token: "wrongtoken",
    play: ({ stage }) => stage(next).catch(({ message }) => message),
  },
];
