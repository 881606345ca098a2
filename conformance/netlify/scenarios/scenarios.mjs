import { before, filesOf, tokens } from "../support/world.mjs";

const next = (more = {}) => filesOf({ "index.html": "<p>next</p>", "assets/app.js": "next()", ...more });

/** What it came to: the code of a refusal, where it is one. */
async function tried(player, work) {
  try {
    return (await work) ?? "done";
  } catch (error) {
    return player.refused(error);
  }
}

/** Each is played by the vendor's client and by ours; `said` is what both must give, beside the same effect. */
export const scenarios = [
  { name: "a look", play: (player) => player.live() },
  { name: "a draft is nobody's page", play: (player) => player.stage(next()) },
  {
    name: "a draft is published on every domain",
    play: async (player) => await player.publish(await player.stage(next())),
  },
  {
    name: "nothing changed: nothing is uploaded",
    play: async (player) => {
      await player.stage(before);
      return await player.publish(await player.stage(before));
    },
  },
  {
    name: "one file of several changed: it alone is uploaded",
    play: async (player) => {
      await player.publish(await player.stage(next()));
      await player.publish(await player.stage(next({ "assets/app.js": "more()" })));
    },
  },
  {
    name: "two files of the same content are uploaded once",
    play: (player) => player.stage(next({ "assets/one.js": "same", "assets/two.js": "same" })),
  },
  {
    name: "names with spaces and non-ASCII",
    play: async (player) => await player.publish(await player.stage(next({ "assets/a b é.js": "named" }))),
  },
  {
    name: "a page beside the first one, and a style",
    play: async (player) =>
      await player.publish(await player.stage(next({ "old.html": "old", "assets/x-12345678.css": "p{}" }))),
  },
  {
    name: "back to what was published before",
    play: async (player) => {
      const old = await player.live();
      await player.publish(await player.stage(next()));
      await player.back(old);
    },
  },
  {
    name: "back, and forward again",
    play: async (player) => {
      const old = await player.live();
      const id = await player.stage(next());
      await player.publish(id);
      await player.back(old);
      await player.publish(id);
    },
  },
  {
    name: "published and locked; the lock ended",
    play: async (player) => {
      await player.publish(await player.stage(next()), { lock: true });
      await player.unlock();
    },
  },
  {
    name: "published and locked",
    play: async (player) => await player.publish(await player.stage(next()), { lock: true }),
  },
  {
    name: "a build that fails",
    play: async (player, netlify) => {
      netlify.change(({ sites }) => void (sites[0].nextFailure = "out of disk"));
      return await tried(player, player.stage(next()));
    },
  },
  { name: "the files of what is published", play: (player) => player.files() },
  { name: "variables: plain, secret, absent", play: (player) => player.env(["PLAIN", "SECRET", "NONE"]) },
  {
    name: "a variable set for production",
    play: async (player) => {
      await player.setEnv("PLAIN", "two");
      return await player.env(["PLAIN"]);
    },
  },
  {
    name: "a wrong token",
    play: async (player) => {
      player.as({ token: tokens.wrong });
      return await tried(player, player.live());
    },
  },
  {
    name: "a token that may not write",
    play: async (player) => {
      player.as({ token: tokens.read });
      return await tried(player, player.stage(next()));
    },
  },
  {
    name: "a site that is not there",
    play: async (player) => {
      player.as({ site: "5f0c1de4-0000-4000-8000-00000000ffff" });
      return await tried(player, player.live());
    },
  },
  {
    name: "too many calls: both wait as long as they are told",
    play: async (player, netlify) => {
      const reset = String(Math.ceil(Date.now() / 1000) + 1);
      netlify.change(({ faults }) => {
        const path = ".*/sites/[^/]+";
        faults.push({ method: "GET", path, times: 1, status: 429, headers: { "x-ratelimit-reset": reset } });
      });
      return await player.live();
    },
  },
];
