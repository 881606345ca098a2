// Loaded into every Node.js of a release (NODE_OPTIONS=--require); in a bundle's process it keeps what that waited for. A
// wait is time in which the process is idle and a question is open: to an API, to the database, to a program that it has
// started. What is idle without one waits for the clock. Two kinds may be open at once.
const { readdirSync, writeFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");

const [folder, databasePort] = [process.env.PROBE_FOLDER, Number(process.env.PROBE_DATABASE_PORT)];
const program = process.argv[1] ?? "";
if (folder !== undefined && basename(dirname(program)) === "dist") measure(basename(program, ".js"));

function measure(action) {
  const { ChildProcess } = require("node:child_process");
  const { subscribe } = require("node:diagnostics_channel");
  const { Socket } = require("node:net");
  const { performance } = require("node:perf_hooks");
  const lanes = {};
  for (const name of ["any", "network", "database", "children"]) lanes[name] = lane(performance);
  const begin = (name) => {
    for (const one of [lanes.any, lanes[name]]) one.begin();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      for (const one of [lanes.any, lanes[name]]) one.end();
    };
  };

  const asked = new Map();
  subscribe("undici:request:create", ({ request }) => asked.set(request, begin("network")));
  for (const end of ["undici:request:trailers", "undici:request:error"])
    subscribe(end, ({ request }) => asked.get(request)?.());
  subscribe("http.client.request.start", ({ request }) => request.once("close", begin("network")));

  const { spawn } = ChildProcess.prototype;
  ChildProcess.prototype.spawn = function (...args) {
    this.once("exit", begin("children"));
    return spawn.apply(this, args);
  };

  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    this.once("connect", () => this.remotePort === databasePort && follow(this, () => begin("database")));
    return connect.apply(this, args);
  };

  process.on("exit", () => {
    const [wall, { idleTime }] = [performance.now(), performance.nodeTiming];
    const waited = Object.fromEntries(
      Object.entries(lanes).map(([name, one]) => [name, { count: one.count, waited: one.idle() }]),
    );
    const { user, system } = process.cpuUsage();
    const told = {
      action,
      wall,
      worked: wall - idleTime,
      clock: idleTime - waited.any.waited,
      cpu: (user + system) / 1000,
    };
    const file = `${String(readdirSync(folder).length).padStart(3, "0")}-${action}.json`;
    writeFileSync(join(folder, file), JSON.stringify({ job: process.env.GITHUB_JOB, ...told, ...waited }));
  });
}

/** What is asked on a connection is answered in order: from what is written until something comes. */
function follow(socket, begin) {
  let answered;
  const { write } = socket;
  socket.write = function (...args) {
    answered ??= begin();
    return write.apply(this, args);
  };
  const heard = () => {
    answered?.();
    answered = undefined;
  };
  socket.prependListener("data", heard);
  socket.once("close", heard);
}

/** Time in which at least one thing of a kind is open, and the process idle. */
function lane({ nodeTiming }) {
  let [open, since, idle] = [0, 0, 0];
  return {
    count: 0,
    idle: () => idle + (open > 0 ? nodeTiming.idleTime - since : 0),
    begin() {
      this.count += 1;
      if (open === 0) since = nodeTiming.idleTime;
      open += 1;
    },
    end() {
      open -= 1;
      if (open === 0) idle += nodeTiming.idleTime - since;
    },
  };
}
