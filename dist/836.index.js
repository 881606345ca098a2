export const id = 836;
export const ids = [836];
export const modules = {

/***/ 7736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WE: () => (/* binding */ explain),
  fJ: () => (/* binding */ fail),
  fS: () => (/* binding */ summarise)
});

// UNUSED EXPORTS: explainEnd

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(57264);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
;// CONCATENATED MODULE: ./lib/kit/errors/mendable.js

/** What of anything that was thrown a user can mend; undefined for a bug of ours. */
function mendable(thrown) {
    return thrown instanceof user_error/* Explainable */.QB ? thrown : ofTheMachine(thrown);
}
/** What the file system says, whoever asked it: a full disk, or a path that may not be used as it is. */
function ofTheMachine(thrown) {
    const { code, path } = (thrown ?? {});
    if (typeof code !== "string")
        return undefined;
    if (["ENOSPC", "EDQUOT", "EROFS"].includes(code)) {
        const message = `The disk is full or cannot be written: ${(0,user_error/* describe */.q0)(thrown)}`;
        return new user_error/* UserError */.yo("PR501", message, "Free space on the runner and run again.");
    }
    if (typeof path !== "string" || !["EACCES", "EPERM", "EISDIR", "ENOTDIR", "ELOOP"].includes(code))
        return undefined;
    return new user_error/* UserError */.yo("PR105", `${path} cannot be used: ${(0,user_error/* describe */.q0)(thrown)}`, "Correct what the repository or the runner has there: its kind, its permissions, or the path that leads to it.");
}

// EXTERNAL MODULE: ./lib/kit/errors/first-of.js
var first_of = __webpack_require__(85552);
// EXTERNAL MODULE: ./lib/kit/action/report.js + 1 modules
var report = __webpack_require__(35226);
;// CONCATENATED MODULE: ./lib/kit/action/fail.js





/** An annotation has no room for more, and nobody reads it: what a message quotes may be as long as a file. */
const longest = 20_000;
/** Tells what the user can mend from what is our bug. */
function explain(thrown) {
    const known = mendable(thrown);
    if (known) {
        return {
            message: `${known.code}: ${(0,user_error/* sentence */.em)((0,first_of/* shortened */.vI)(known.message, longest))}`,
            next: `${(0,first_of/* shortened */.vI)(known.fix, longest)} (${(0,user_error/* errorLink */.P5)(known.code)})`,
        };
    }
    return {
        message: `This is a bug in prism-rollout, not in your release: ${(0,user_error/* sentence */.em)((0,first_of/* shortened */.vI)((0,user_error/* describe */.q0)(thrown), longest))}`,
        next: "Report it with this log at https://github.com/prism-rollout/prism-rollout/issues; enable debug logging for the stack.",
        ...(thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {}),
    };
}
/**
 * The same of an action: `begun` says whether a phase that changes the target had begun to. A service that fails does
 * not know, and a person asks that first.
 */
function explainEnd({ name, outputs }, thrown, begun) {
    const explained = explain(thrown);
    const { message } = explained;
    const tells = /chang|appl|activat|touch|rolled back|\bbeg[aiu]n|\blive\b/.test(message);
    if (tells || !("started" in outputs))
        return explained;
    const said = begun ? "had begun to change the target: what it did is in the record" : "has changed nothing";
    return { ...explained, message: `${message} ${name} ${said}.` };
}
/** Fails the step with the explanation, in the annotation and in the job summary. */
async function fail(spec, thrown, begun) {
    const { message, next, stack } = explainEnd(spec, thrown, begun);
    if (stack)
        core/* debug */.Yz(stack);
    core/* setFailed */.C1(`${message} ${next}`);
    try {
        core/* setOutput */.uH("verdict", "error");
        core/* setOutput */.uH("attempt", process.env["GITHUB_RUN_ATTEMPT"] ?? "1");
    }
    catch (error) {
        core/* warning */.$e(`The outputs could not be written: ${(0,user_error/* sentence */.em)((0,user_error/* describe */.q0)(error))}`);
    }
    await summarise((0,report/* renderReport */.B)(spec.title, { verdict: "error", reason: message, next }));
}
/** Writes the job summary. What a phase did does not come undone because nobody could write it down. */
async function summarise(text) {
    try {
        await core/* summary */.z.addRaw(text).write();
    }
    catch (error) {
        core/* warning */.$e(`The job summary could not be written: ${(0,user_error/* sentence */.em)((0,user_error/* describe */.q0)(error))}`);
    }
}


/***/ }),

/***/ 48003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ masksOf),
/* harmony export */   a: () => (/* binding */ masksOfInputs)
/* harmony export */ });
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84905);

/**
 * Every text by which a secret could appear in a log: itself, each of its lines, the value of a line that says
 * `NAME=value`, URL-encoded, in base64, as JSON writes it, and the password inside of a URL. Texts under four characters are left out: masking them
 * would blacken everything else.
 */
function masksOf(secret) {
    const lines = secret.split("\n").map((line) => line.trim());
    const values = lines.flatMap((line) => /^[A-Za-z_]\w*=(.+)$/.exec(line)?.[1]?.trim() ?? []);
    const forms = [secret, ...lines, ...values, ...passwords(secret)].flatMap((form) => [
        form,
        (0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__/* .encoded */ .d)(form),
        Buffer.from(form).toString("base64"),
        JSON.stringify(form).slice(1, -1),
    ]);
    return [...new Set(forms)].filter((form) => form.trim().length >= 4);
}
/** All masks of what is given for the inputs that are declared secret. */
function masksOfInputs(inputs, get) {
    return Object.entries(inputs)
        .filter(([, input]) => input.secret)
        .flatMap(([name]) => masksOf(get(name)));
}
/** Of an address that no parser takes as well: that is what a password with signs of its own makes of it. */
function passwords(secret) {
    const written = /^[a-z+]+:\/\/[^/?#\s:@]*:(.+)@/i.exec(secret)?.[1];
    const parsed = URL.canParse(secret) ? new URL(secret).password : "";
    return [written ?? "", parsed].flatMap((password) => [password, decoded(password)]);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 35226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderReport)
});

// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
;// CONCATENATED MODULE: ./lib/kit/action/fit.js

function sizeOf(text, { unit }) {
    return unit === "bytes" ? Buffer.byteLength(text) : text.length;
}
const between = "\n\n";
const named = 12;
/** The sections in their order, as many as there is room for: none is cut, and what is left out is said. */
function fit(sections, room) {
    if (sections.length === 0)
        return "";
    const all = sections.map(({ text }) => text).join(between);
    if (sizeOf(all, room) <= room.most)
        return all;
    // The line that says so is never longer than this.
    let left = room.most - sizeOf(leftOut(sections, room), room) - between.length;
    const kept = new Set();
    for (const kind of ["whole", "fold"]) {
        for (const section of sections.filter((one) => one.kind === kind)) {
            const size = sizeOf(section.text + between, room);
            if (size > left)
                continue;
            left -= size;
            kept.add(section);
        }
    }
    const gone = sections.filter((section) => !kept.has(section));
    const texts = sections.filter((section) => kept.has(section)).map(({ text }) => text);
    return [leftOut(gone, room), ...texts].join(between);
}
function leftOut(gone, { because, whole }) {
    const longFirst = gone.slice(0, named).map(({ title }) => shortened(title));
    const more = gone.length > named ? `, and ${gone.length - named} more` : "";
    return `**${(0,markdown/* counted */.hS)(gone.length, "section")} left out**, because ${because}: ${longFirst.map(markdown/* plain */.pj).join(", ")}${more}. ${whole}`;
}
function shortened(title) {
    return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}

// EXTERNAL MODULE: ./lib/kit/errors/join-lines.js
var join_lines = __webpack_require__(17390);
;// CONCATENATED MODULE: ./lib/kit/action/report.js



/** GitHub takes 1 MiB a step. */
const summary = {
    most: 1_000_000,
    unit: "bytes",
    because: "GitHub takes 1 MiB a summary",
    whole: "The artifacts of this run have all of it.",
};
/** The report as Markdown, in the room that there is (a job summary's), with a line that says what was left out. */
function renderReport(title, report, room = summary) {
    const head = [
        `## ${title}: ${report.verdict}`,
        report.reason.trim() === "" ? "" : `**${(0,markdown/* prose */.CS)(report.reason)}**`,
        `Next: ${(0,markdown/* prose */.CS)(report.next)}`,
        (report.evidence ?? []).map((line) => `- ${(0,markdown/* prose */.CS)(line)}`).join("\n"),
    ];
    const tail = [
        ...(report.tables ?? []).map(renderTable),
        ...(report.folded ?? []).map(({ title: heading, text }) => (0,markdown/* folded */.TM)(heading, (0,markdown/* fenced */.OF)(text, ""))),
    ];
    const most = room.most - sizeOf(joined([...head, ...tail]), room) - cutLine.length;
    const whole = joined([...head, fit(report.sections ?? [], { ...room, most }), ...tail]);
    return sizeOf(whole, room) <= room.most ? `${whole}\n` : cut(whole, room);
}
function joined(parts) {
    return parts.filter((part) => part !== "").join("\n\n");
}
const cutLine = "\n\n(The rest was cut: GitHub takes no more.)\n";
function cut(text, { most, unit }) {
    const kept = most - cutLine.length;
    return ((unit === "bytes" ? Buffer.from(text).subarray(0, kept).toString("utf8") : text.slice(0, kept)) + cutLine);
}
function renderTable({ title, columns, rows }) {
    const cells = rows.map((row) => row.map(cell));
    return `### ${(0,markdown/* prose */.CS)(title)}\n\n${(0,markdown/* table */.tp)(columns.map(cell), cells)}`;
}
function cell(text) {
    return (0,join_lines/* joinLines */.c)((0,markdown/* prose */.CS)(text), "<br>");
}


/***/ }),

/***/ 2836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(57264);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/release/run/event.js
var run_event = __webpack_require__(61516);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice = __webpack_require__(15917);
;// CONCATENATED MODULE: ./lib/kit/action/checked-out.js



const sha = /^[0-9a-f]{40}$/;
/** The run as it is about another commit than the one that started it: a live one that is deployed again. */
function ofCommit(context, commit) {
    return commit === "" ? context : { ...context, sha: commit };
}
/**
 * Refuses where the workspace says that another commit is checked out. One without git, or on a branch, says nothing.
 * @throws {UserError} PR102 for what is no commit, PR218 naming both.
 */
async function refuseOtherCheckout(workspace, commit) {
    if (commit === "")
        return;
    if (!sha.test(commit)) {
        throw new user_error/* UserError */.yo("PR102", `with: commit: expected the 40 digits of a commit, got ${JSON.stringify(commit.slice(0, 60))}.`, "Write the whole id, as `git rev-parse` gives it. Nothing was done.");
    }
    const head = (await (0,promises_.readFile)((0,external_node_path_.join)(workspace, ".git", "HEAD"), "utf8").catch(() => "")).trim();
    if (!sha.test(head) || head === commit)
        return;
    throw new user_error/* UserError */.yo("PR218", `\`commit\` names ${commit.slice(0, 12)}, but ${head.slice(0, 12)} is checked out. Nothing was done.`, "Give actions/checkout the same commit as `ref`.");
}

// EXTERNAL MODULE: ./lib/kit/action/fail.js + 1 modules
var fail = __webpack_require__(7736);
;// CONCATENATED MODULE: ./lib/kit/action/listen-for-stop.js

/** GitHub sends SIGTERM 7.5 s after its SIGINT, and kills 2.5 s later: by then all must be said. */
const patience = 6000;
/** Of its own limit an action keeps within five seconds; what it has started is killed after three and a half. */
const patienceAtLimit = 4500;
/** The longest that a timer can be told to wait. */
const longest = 2 ** 31 - 1;
/**
 * The runner's SIGINT, or the end of its own time, asks the work to end by itself. When it does not within
 * `patience`, at a second signal, or at a rejection that nobody caught, the process is ended; but first it says
 * why by `fail`.
 */
function listenForStop(fail) {
    const stop = new AbortController();
    const giveUp = (thrown) => {
        forget();
        void fail(thrown).finally(() => process.exit(1));
    };
    const timers = [];
    const ask = (why, within = patience) => {
        stop.abort(why);
        timers.push(setTimeout(() => giveUp(why), within).unref());
    };
    const onSignal = (signal) => {
        if (stop.signal.aborted)
            giveUp(stop.signal.reason);
        else
            ask(stopRequested(signal));
    };
    const endAfter = (ms, why) => {
        const over = () => void (stop.signal.aborted || ask(why(), patienceAtLimit));
        timers.push(setTimeout(over, Math.min(ms, longest)).unref());
    };
    const forget = () => {
        for (const timer of timers)
            clearTimeout(timer);
        for (const name of ["SIGINT", "SIGTERM"])
            process.removeListener(name, onSignal);
        process.removeListener("unhandledRejection", giveUp);
    };
    const over = () => {
        forget();
        // What a straggler throws changes nothing of what was done and said.
        process.on("unhandledRejection", () => undefined);
        stop.abort();
    };
    for (const name of ["SIGINT", "SIGTERM"])
        process.on(name, onSignal);
    process.on("unhandledRejection", giveUp);
    return { signal: stop.signal, endAfter, over };
}
function stopRequested(signal) {
    return new user_error/* Stopped */.C9("PR503", `The runner asked this job to stop (${signal}): somebody cancelled the run, or its time was over.`, "Look at the record and at the lines above for what was changed already; a re-run of this job goes on from there.");
}

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
;// CONCATENATED MODULE: ./lib/kit/action/live-log.js

/** The runner's log: groups fold, warnings and errors become annotations. Remembers what it said last. */
function liveLog(lines = process.stdout) {
    const gather = gathering(lines);
    let last;
    const note = (text) => {
        gather();
        return (last = text);
    };
    return {
        info: (text) => core/* info */.pq(asText(note(text))),
        debug: (text) => core/* debug */.Yz(text),
        notice: (text) => core/* notice */.lm(note(text)),
        warn: (text, place) => core/* warning */.$e(note(text), annotation(place)),
        error: (text, place) => core/* error */.z3(note(text), annotation(place)),
        group: (title, work) => core/* group */.Os(note(title), work),
        last: () => last,
    };
}
/**
 * A text with words from outside (a test's title, what a child said), of which the runner obeys no line: it would take
 * `::` at a line's beginning, behind whatever it takes for a blank (U+0085, too), and `##[` anywhere for a command.
 */
function asText(text) {
    return text
        .replace(/^((?:[^\S\r\n\u2028\u2029]|\u0085)*):(?=:)/gm, "$1:\u200b")
        .replaceAll("##[", "#\u200b#[");
}
/** For how long what is said may be gathered, in ms: nobody sees it. */
const gathered = 20;
/** Each write wakes whoever reads, on a core that the work needs: a thousand migrations say five thousand lines. */
function gathering(lines) {
    let gathers = false;
    const write = () => {
        process.removeListener("exit", write);
        gathers = false;
        lines.uncork();
    };
    return () => {
        if (gathers)
            return;
        gathers = true;
        lines.cork();
        // Nobody waits for it, and what was said before the process ends by itself is not lost.
        setTimeout(write, gathered).unref();
        process.once("exit", write);
    };
}
function annotation(place) {
    if (place === undefined)
        return {};
    const { file, line, column } = place;
    return {
        file,
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/kit/ports/clock.js
/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const timer = setTimeout(done, ms);
        signal?.addEventListener("abort", aborted, { once: true });
        function done() {
            signal?.removeEventListener("abort", aborted);
            resolve();
        }
        function aborted() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
    }),
};

// EXTERNAL MODULE: ./lib/kit/ports/github.js + 3 modules
var github = __webpack_require__(17032);
// EXTERNAL MODULE: ./lib/kit/ports/bounded.js
var bounded = __webpack_require__(46990);
;// CONCATENATED MODULE: ./lib/kit/ports/http.js

/** The runtime's own `fetch`; for a file, or another host than the address names, what can send that. */
const systemHttp = async (url, init) => {
    const body = init?.body;
    if (body instanceof Blob)
        return await (await __webpack_require__.e(/* import() */ 219).then(__webpack_require__.bind(__webpack_require__, 86219))).httpWithFile(url, { ...init, body });
    const host = init?.headers === undefined ? null : new Headers(init.headers).get("host");
    if (host === null || host === new URL(url).host)
        return (0,bounded/* bounded */.Mm)(await fetch(url, init), init?.most ?? bounded/* usualMost */.e5, url);
    return await (await __webpack_require__.e(/* import() */ 27).then(__webpack_require__.bind(__webpack_require__, 56027))).httpWithHost(url, init);
};

;// CONCATENATED MODULE: ./lib/kit/ports/cut-when-over.js

/** What a session has to end in good order when its job is asked to stop: a cancelled statement, a look at the ledger. */
const grace = 2000;
/**
 * Cuts a connection whose other end may never answer: at once where the work is over and nobody waits for it, a little
 * later where the job was asked to stop. One that is opened after that, to see what came of it, has as long.
 */
function cutWhenOver(signal, cut) {
    let why;
    let timer;
    const now = () => {
        why = signal?.reason;
        cut();
    };
    const over = () => {
        clearTimeout(timer);
        if (signal?.reason instanceof user_error/* Stopped */.C9)
            timer = setTimeout(now, grace).unref();
        else
            now();
    };
    if (signal?.aborted)
        over();
    signal?.addEventListener("abort", over, { once: true });
    return {
        why: () => why,
        forget: () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", over);
        },
    };
}

// EXTERNAL MODULE: ./lib/kit/ports/database-address.js
var database_address = __webpack_require__(40507);
// EXTERNAL MODULE: ./lib/kit/ports/live-pipe.js
var live_pipe = __webpack_require__(65702);
// EXTERNAL MODULE: ./lib/kit/ports/held-answer.js
var held_answer = __webpack_require__(6171);
// EXTERNAL MODULE: ./lib/kit/ports/postgres-messages.js
var postgres_messages = __webpack_require__(12089);
;// CONCATENATED MODULE: ./lib/kit/ports/read-whole.js





/**
 * Has the driver read whole messages only, of at most `most` bytes. Where one is wrong, or the driver makes nothing of
 * it, or more is answered than is held, the connection is over, and all that is asked over it ends in PR306. Without
 * this an error of the driver ends the process, and some messages keep it busy for ever.
 */
function readWhole(connection, url, most) {
    const reads = connection;
    const attach = reads.attachListeners.bind(connection);
    reads.attachListeners = (given) => {
        const stream = given;
        const readBy = (read) => {
            const take = (0,postgres_messages/* wholeMessages */.i)(most, read);
            stream.on("data", (chunk) => {
                if (stream.destroyed)
                    return;
                try {
                    take(chunk);
                }
                catch (thrown) {
                    stream.destroy(noAnswer(url, most, thrown));
                }
            });
        };
        const on = (name, hear) => name === "data" ? readBy(hear) : stream.on(name, hear);
        attach({ on });
    };
}
/** PR306, with what was wrong with an answer. */
function noAnswer(url, most, thrown) {
    const [what, fix] = thrown instanceof held_answer/* TooMuch */.G
        ? [`a question with more than ${Math.floor(most / bounded.MB)} MB`, `${elsewhere}. ${largeLedger}`]
        : [`what is not PostgreSQL's protocol (${(0,user_error/* describe */.q0)(thrown)})`, `${elsewhere}, then run this again.`];
    return new user_error/* UserError */.yo("PR306", `The database at ${(0,database_address/* placeOf */.$t)(url)} answered ${what}, and was read no further.`, fix);
}
const elsewhere = "Something else may answer at that address (a proxy, another service): check host and port of `database-url`";
const largeLedger = "A ledger that keeps so much text is made smaller by setting `statements` of its oldest rows in supabase_migrations.schema_migrations to null. Then run this again.";

;// CONCATENATED MODULE: ./lib/kit/ports/live-database.js






const connectTimeout = 15_000;
/** Bytes that are held of an answer: a ledger keeps the text of every migration, of up to 10 MB each. */
const answerMost = 256 * bounded.MB;
/** PostgreSQL over `pg`, loaded on the first call. */
const connectPostgres = (url, name) => connect(url, name, { most: answerMost });
/**
 * The same; what is open ends with `signal`, whatever the server does, and gives its reason. Of an answer, and for one
 * message, `most` bytes are held.
 */
function postgresUntil(signal, most = answerMost) {
    return (url, name) => connect(url, name, { signal, most });
}
async function connect(url, name, { signal, most }) {
    const tls = (0,database_address/* withTls */.eD)(url);
    const { default: driver } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 83849));
    // It reads the files that the address names, such as a certificate.
    const client = await Promise.resolve()
        .then(() => clientOf(driver, tls, name))
        .catch(async (error) => {
        throw await notConnected(url, error);
    });
    readWhole(client.connection, url, most);
    const cutter = cutWhenOver(signal, () => client.connection.stream.destroy());
    await client.connect().catch(async (error) => {
        cutter.forget();
        client.connection.stream.destroy();
        if (cutter.why() !== undefined)
            throw cutter.why();
        throw await notConnected(url, error);
    });
    const { processID: told } = client;
    const { ask, together, close } = (0,live_pipe/* livePipe */.Pq)(driver, client, { most, noAnswer: (thrown) => noAnswer(url, most, thrown) }, cutter);
    return {
        told: told ?? undefined,
        query: async (sql, parameters = []) => (await ask({ text: sql, values: [...parameters] })).rows,
        script: async (sql) => (await ask({ text: sql, rows: false })).tags,
        together,
        close,
    };
}
/** PR411, with what stands in the way; or what was told already. */
async function notConnected(url, error) {
    if (error instanceof user_error/* Explainable */.QB)
        return error;
    const { whyNotConnected } = await __webpack_require__.e(/* import() */ 147).then(__webpack_require__.bind(__webpack_require__, 9147));
    const { what, fix } = whyNotConnected(error, (0,database_address/* addressOf */.ci)(url)?.host ?? "");
    return new user_error/* UserError */.yo("PR411", `The database at ${(0,database_address/* placeOf */.$t)(url)} ${what}: ${(0,user_error/* describe */.q0)(error)}.`, fix, {
        cause: error,
    });
}
function clientOf(driver, url, name) {
    const client = new driver.Client({
        connectionString: url,
        application_name: name,
        connectionTimeoutMillis: connectTimeout,
        keepAlive: true,
        pipeline: true,
    });
    // A connection that breaks while idle would end the process; the next query reports it instead.
    client.on("error", () => undefined);
    return client;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/kit/ports/process-tree.js



/**
 * Signals processes and all that descend from them; gives all of them, so that who has lost its parent meanwhile
 * can be signalled again. They stay in our own process group, so that whoever ends us ends them: a group of
 * their own cannot be signalled instead.
 */
async function signalTree(roots, signal) {
    const parents = await parentsByProcess();
    const tree = [...roots];
    for (const parent of tree) {
        for (const [pid, ppid] of parents)
            if (ppid === parent && !tree.includes(pid))
                tree.push(pid);
    }
    for (const pid of tree) {
        try {
            process.kill(pid, signal);
        }
        catch (error) {
            if (error.code !== "ESRCH")
                throw error;
        }
    }
    return tree;
}
async function parentsByProcess() {
    if (process.platform === "linux")
        return await fromProc();
    const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)("/bin/ps", ["-A", "-o", "pid=,ppid="], {
        env: {},
        timeout: 5000,
    });
    return stdout.split("\n").flatMap((line) => {
        const [pid, ppid] = line.trim().split(/\s+/).map(Number);
        return pid !== undefined && ppid !== undefined ? [[pid, ppid]] : [];
    });
}
/** The program's name may hold anything, so what follows its last bracket is read. */
async function fromProc() {
    const pids = (await (0,promises_.readdir)("/proc")).filter((name) => /^\d+$/.test(name));
    const read = pids.map(async (pid) => {
        const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => "");
        return [Number(pid), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "0")];
    });
    return await Promise.all(read);
}

;// CONCATENATED MODULE: ./lib/kit/ports/stoppable.js





const longestLine = 10_000;
const stoppable_patience = 3000;
/**
 * Runs a program that can be ended before it ends by itself, which the runner's own means cannot. When it is
 * to end, it and all that it started are asked, and after three seconds made to.
 */
async function runStoppable(write, command, args, options) {
    const { cwd, env, quiet = false, prefix = "", limit, signal } = options;
    const child = (0,external_node_child_process_.spawn)(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let tail = "";
    const out = (text) => {
        tail = (tail + text).slice(-ports_exec/* keptOfTail */.E);
    };
    const print = quiet ? () => undefined : (line) => write(`${prefix}${line}\n`);
    const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, out, print));
    const stopper = stopWhen(child, { limit, signal });
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.once("error", reject);
            child.once("close", (code) => resolve(code ?? 143));
        });
        for (const last of flush)
            last();
        const stopped = stopper.why();
        return { exitCode, tail, ...(stopped === undefined ? {} : { stopped }) };
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR441", `${command} could not be started: ${(0,user_error/* describe */.q0)(error)}.`, "Install it in a step before this one, or correct the command.", { cause: error });
    }
    finally {
        stopper.forget();
    }
}
function stopWhen(child, { limit, signal }) {
    let why;
    const timers = [];
    const stop = (reason) => {
        if (why !== undefined || child.pid === undefined)
            return;
        why = reason;
        const known = new Set([child.pid]);
        const send = async (name) => {
            for (const pid of await signalTree([...known], name))
                known.add(pid);
        };
        // Asked more than once: what was about to start another program when it was asked starts it all the same.
        void send("SIGTERM");
        timers.push(setInterval(() => void send("SIGTERM"), stoppable_patience / 10));
        timers.push(setTimeout(() => void send("SIGKILL"), stoppable_patience));
        // Whoever escaped into the background may hold our ends of the pipes for ever.
        const letGo = () => void [child.stdout, child.stderr].map((stream) => stream.destroy());
        timers.push(setTimeout(letGo, stoppable_patience + 500));
    };
    if (limit !== undefined)
        timers.push(setTimeout(() => stop("time-limit"), limit));
    const aborted = () => stop("signal");
    if (signal?.aborted)
        aborted();
    signal?.addEventListener("abort", aborted, { once: true });
    return {
        why: () => why,
        forget: () => {
            for (const timer of timers)
                clearTimeout(timer);
            signal?.removeEventListener("abort", aborted);
        },
    };
}
/** Whole lines as they come; a line without an end is cut where it would fill the memory. */
function readLines(stream, out, print) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let pending = "";
    stream.on("data", (chunk) => {
        const text = decoder.write(chunk);
        out(text);
        const lines = (pending + text).split(/\r?\n/);
        pending = lines.pop() ?? "";
        for (const line of lines)
            print(line);
        if (pending.length <= longestLine)
            return;
        print(pending);
        pending = "";
    });
    return () => {
        if (pending !== "")
            print(pending);
    };
}

;// CONCATENATED MODULE: ./lib/kit/ports/live-exec.js





/**
 * Child processes through the runner's own means, or where one must be stoppable by ours. What a child prints
 * is taken as text only: a line that looks like a workflow command is not obeyed.
 */
function liveExec(write) {
    const asText = textOnly(write);
    return async (command, args, options) => {
        const { quiet = false, prefix, limit, signal } = options;
        const stoppable = prefix !== undefined || limit !== undefined || signal !== undefined;
        const run = () => stoppable ? runStoppable(write, command, args, options) : runByRunner(command, args, options);
        return quiet ? await run() : await asText(run);
    };
}
async function runByRunner(command, args, { cwd, env, quiet = false }) {
    let tail = "";
    const listen = (data) => {
        tail = (tail + data.toString("utf8")).slice(-ports_exec/* keptOfTail */.E);
    };
    try {
        const exitCode = await (0,exec/* exec */.m)(`"${command}"`, [...args], {
            cwd,
            env: { ...env },
            silent: quiet,
            ignoreReturnCode: true,
            listeners: { stdout: listen, stderr: listen },
        });
        return { exitCode, tail };
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR441", `${command} could not be started: ${(0,user_error/* describe */.q0)(error)}.`, "Install it in a step before this one, or correct the command.", { cause: error });
    }
}
/** From the first child to the last of those that run at once, the runner obeys no line of output. */
function textOnly(write) {
    let running = 0;
    let token = "";
    return async (work) => {
        if (running === 0) {
            token = (0,external_node_crypto_.randomUUID)();
            write(`::stop-commands::${token}\n`);
        }
        running += 1;
        try {
            return await work();
        }
        finally {
            running -= 1;
            if (running === 0)
                write(`::${token}::\n`);
        }
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/kit/action/emit.js

/**
 * Sets outputs at once. GitHub takes the last value of a name, so one that is set again right behind itself takes the
 * place of what was set before: the receipts of a thousand migrations would make a file of megabytes otherwise.
 */
function emitter(file, set) {
    let last;
    return (outputs) => {
        const names = Object.keys(outputs).join();
        if (file && last?.names === names && sizeOf(file) === last.to)
            takeBack(file, last.from);
        const from = sizeOf(file);
        for (const [name, value] of Object.entries(outputs))
            set(name, value);
        last = { names, from, to: sizeOf(file) };
    };
}
function sizeOf(file) {
    return file ? ((0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0) : 0;
}
/** Where it cannot be taken back it may stay: what is set behind it counts. */
function takeBack(file, from) {
    try {
        (0,external_node_fs_.truncateSync)(file, from);
    }
    catch {
        // Said again is as good.
    }
}

// EXTERNAL MODULE: ./lib/kit/action/permission.js
var permission = __webpack_require__(12800);
// EXTERNAL MODULE: ./lib/kit/errors/first-of.js
var first_of = __webpack_require__(85552);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(35596);
;// CONCATENATED MODULE: ./lib/kit/action/read-inputs.js



/**
 * Reads every input as one typed, frozen value: `with:`, then the target, then the section, then the default.
 * @throws {UserError} PR102 (or PR104, when nothing but secrets is missing) naming all that is wrong at once.
 */
function readInputs(section, inputs, get, config) {
    const issues = [...config.issues];
    const missing = [];
    const values = {};
    for (const [name, input] of Object.entries(inputs)) {
        const found = read(name, input, get, config, section);
        if ("value" in found)
            values[(0,spec/* camel */.n)(name)] = found.value;
        else if (found.missingSecret)
            missing.push(name);
        else
            issues.push(found.issue);
    }
    if (issues.length === 0 && missing.length === 0)
        return Object.freeze(values);
    const secrets = missing.map((name) => `with: ${name}: this secret is required, but empty`);
    const all = [...issues, ...secrets];
    throw new user_error/* UserError */.yo(issues.length === 0 ? "PR104" : "PR102", all.length === 1
        ? (0,user_error/* sentence */.em)((0,first_of/* firstOf */.Ku)(all)[0] ?? "")
        : `${all.length} inputs are wrong:\n${(0,first_of/* firstOf */.Ku)(all)
            .map((line) => `  - ${line}`)
            .join("\n")}`, issues.length === 0
        ? "Set the secret for this environment and pass it on: a called workflow gets only what its caller maps by name."
        : "Mend each line above; nothing was done.");
}
function read(name, input, get, config, section) {
    const given = get(name);
    if (given.trim() !== "") {
        const parsed = input.parse(given);
        if ("value" in parsed)
            return parsed;
        if (parsed.inside !== undefined)
            return issue(parsed.inside.map(({ steps, says }) => `with: ${[name, ...steps].join(".")}: ${says}`).join("; "));
        const got = input.secret ? "something else" : JSON.stringify(given.slice(0, 60));
        return issue(`with: ${name}: expected ${parsed.expected}, got ${got}; write ${name}: ${parsed.write}`);
    }
    const placed = input.secret ? undefined : config.lookup(section, name);
    if (placed && placed.raw !== null) {
        const parsed = input.parse(placed.raw, placed.within);
        // What is wrong in the file is in config.issues already, with its place.
        return "value" in parsed ? parsed : { value: undefined };
    }
    if (input.fallback !== undefined) {
        const parsed = input.parse(input.fallback);
        if ("value" in parsed)
            return parsed;
        throw new Error(`The default of ${section}.${name} does not fit its own declaration.`);
    }
    if (!input.required)
        return { value: undefined };
    if (input.secret)
        return { issue: "", missingSecret: true };
    return issue(`with: ${name}: required, but given neither under \`with:\` nor as ${section}.${name} in rollout.yml`);
}
function issue(text) {
    return { issue: text, missingSecret: false };
}

;// CONCATENATED MODULE: ./lib/kit/action/live-runtime.js












/** The world of an action on a runner, which needs these `permissions`. Nothing heavy is loaded before it is used. */
function liveRuntime(get, config, log, signal, permissions) {
    const env = process.env;
    const context = ofCommit((0,github/* runContext */.pO)(env), get("commit"));
    // What is planned for a look only reads, and needs no more.
    const onlyLooks = context.event.startsWith("pull_request") || !["", "false"].includes(get("drift"));
    const needs = onlyLooks ? [] : (0,permission/* neededOnGitHub */.SZ)(permissions);
    return {
        clock: systemClock,
        http: systemHttp,
        log,
        exec: liveExec((text) => process.stdout.write(text)),
        connect: postgresUntil(signal),
        github: (token, patience) => {
            const own = patience === undefined ? signal : AbortSignal.any([signal, patience]);
            return (0,github/* connectGitHub */.UY)(token, context, { clock: systemClock, log, signal: own, needs });
        },
        context,
        env,
        root: (0,external_node_path_.resolve)(env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || "."),
        temp: env["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)(),
        signal,
        section: (name, inputs) => readInputs(name, inputs, get, { ...config, issues: [] }),
        sections: config.sections,
        emit: emitter(env["GITHUB_OUTPUT"], core/* setOutput */.uH),
    };
}

// EXTERNAL MODULE: ./lib/kit/action/mask.js
var action_mask = __webpack_require__(48003);
// EXTERNAL MODULE: ./lib/kit/action/report.js + 1 modules
var action_report = __webpack_require__(35226);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(43128);
;// CONCATENATED MODULE: ./lib/kit/action/run.js

















/**
 * The one door to the runner: masks secrets, reads all inputs, does the work, sets outputs, writes the job
 * summary. Anything that is thrown fails the step. `specs` gives the declarations of all actions, against
 * which `rollout.yml` is checked.
 */
async function runAction(spec, work, specs) {
    const get = (name) => core/* getInput */.V4(name);
    for (const mask of (0,action_mask/* masksOfInputs */.a)(spec.inputs, get))
        core/* setSecret */.Pq(mask);
    const log = liveLog();
    let begun = false;
    const { signal, endAfter, over } = listenForStop((thrown) => (0,fail/* fail */.fJ)(spec, thrown, begun));
    try {
        // Before any file is read: it would be a stranger's.
        (0,run_event/* refuseTargetEvent */.i)({ name: process.env["GITHUB_EVENT_NAME"] ?? "" });
        await refuseOtherCheckout(process.env["GITHUB_WORKSPACE"] ?? ".", get("commit"));
        const config = await readConfig(get, specs);
        const nothing = isLeftOut(spec, get, config);
        if (nothing)
            return await tell(spec, nothing);
        const inputs = readInputs(spec.name, spec.inputs, get, config);
        const { timeLimit } = inputs;
        if (timeLimit !== undefined)
            endAfter(timeLimit, () => (0,time_limit/* tookTooLong */._)(spec.title, timeLimit, log.last()));
        const runtime = liveRuntime(get, config, log, signal, spec.permissions);
        const emit = (early) => {
            begun ||= early["started"] === "true";
            runtime.emit(early);
        };
        const { outputs, report } = await work(inputs, { ...runtime, emit });
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
        await tell(spec, report);
    }
    catch (thrown) {
        // What breaks because the work was asked to end is no bug of ours.
        await (0,fail/* fail */.fJ)(spec, signal.aborted && !(thrown instanceof user_error/* Explainable */.QB) ? signal.reason : thrown, begun);
    }
    finally {
        over();
    }
}
/** A phase of a chain that its run or the file leaves out has nothing to do; one that stands alone is meant. */
function isLeftOut(spec, get, config) {
    if (!(0,phases/* isPhase */.AL)(spec.name) || !("release" in spec.inputs))
        return undefined;
    // Any of them can be lost on the way.
    if (get("release") === "" && get("slice") === "" && get("plan") === "")
        return undefined;
    if ((0,slice/* isOutside */._K)((0,input/* splitList */.ry)(get("slice")), spec.name))
        return leftOut(`${spec.name} is not in this slice of the chain`);
    return config.sections.includes(spec.name) ? undefined : leftOut(`rollout.yml has no section ${spec.name}`);
}
function leftOut(why) {
    return { verdict: "pass", reason: `${why}: nothing to do.`, next: "Nothing to do." };
}
async function tell(spec, report) {
    core/* info */.pq(asText(`${spec.title}: ${report.verdict}. ${report.reason}`));
    for (const line of report.evidence ?? [])
        core/* info */.pq(asText(`  ${line}`));
    core/* setOutput */.uH("verdict", report.verdict);
    core/* setOutput */.uH("attempt", process.env["GITHUB_RUN_ATTEMPT"] ?? "1");
    core/* setOutput */.uH("evidence", JSON.stringify(report.evidence ?? []));
    const told = `${report.reason} ${report.next}`;
    if (report.green === true)
        core/* warning */.$e(told);
    else if (report.verdict !== "pass")
        core/* setFailed */.C1(told);
    await (0,fail/* summarise */.fS)((0,action_report/* renderReport */.B)(spec.title, report));
}
async function readConfig(get, specs) {
    const named = get("config");
    const target = get("target");
    const root = (0,external_node_path_.resolve)(process.env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || ".");
    const file = named || "rollout.yml";
    try {
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(root, file), "utf8");
        const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(553)]).then(__webpack_require__.bind(__webpack_require__, 73553));
        return parseConfig(text, file, target, await specs());
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            throw error;
        const absent = error.code === "ENOENT";
        if (absent && named === "" && target === "")
            return { lookup: () => undefined, targets: [], sections: [], issues: [] };
        throw new user_error/* UserError */.yo("PR101", absent ? `${file} in ${root} is not there.` : `${file} in ${root} cannot be read: ${(0,user_error/* describe */.q0)(error)}.`, "Check out the repository first; name the file by `config` and its folder by `working-directory`.", { cause: error });
    }
}


/***/ }),

/***/ 85552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   wZ: () => (/* binding */ inShort)
/* harmony export */ });
/* harmony import */ var _user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/**
 * As many findings as a person reads, each as long as one reads it, and how many are left: a file can be wrong at
 * every letter, and what a step says of it has a place of its own size.
 */
function firstOf(findings, most = 40, longest = 500) {
    const shown = findings.slice(0, most).map((one) => shortened(one, longest));
    return findings.length > most ? [...shown, `and ${findings.length - most} more`] : shown;
}
/** A text with its end left out where it is longer. */
function shortened(text, longest) {
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
/** What was thrown, on one line that a person reads to its end: a server's own words can be as long as it likes. */
function inShort(thrown, longest = 500) {
    return shortened((0,_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(thrown), longest);
}


/***/ }),

/***/ 46990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ downloadMost),
/* harmony export */   MB: () => (/* binding */ MB),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   e5: () => (/* binding */ usualMost),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

const MB = 1024 * 1024;
/** Bytes that an answer may have where nothing larger is expected: what is read is held in the memory. */
const usualMost = 64 * MB;
/** Bytes of what is downloaded: an artifact of a run, a program, a file of a site. */
const downloadMost = 1024 * MB;
/** Why an answer is read no further. The host alone is named: a path may be a secret. */
function tooLarge(url, most) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `${new URL(url).host} answered with more than ${Math.floor(most / MB)} MB, and was read no further.`, "Something between this machine and the service may answer for it (a proxy, a login page). Check its address, then run again.");
}
/**
 * The same answer, of which no more than `most` bytes can be read: after compression is undone, and whatever it says of
 * its length. Reading on ends in PR306, and the connection with it; `note` is told of it, for clients that swallow errors.
 * @throws {UserError} PR306 at once where it says itself that it is larger.
 */
function bounded(response, most, url, note = () => undefined) {
    const { body, status, statusText, headers } = response;
    if (body === null)
        return response;
    const reader = body.getReader();
    const stop = () => {
        const error = tooLarge(url, most);
        note(error);
        // Nobody waits for a server that has not ended to let go.
        reader.cancel(error).catch(() => undefined);
        return error;
    };
    if (Number(headers.get("content-length")) > most)
        throw stop();
    let seen = 0;
    const counted = new ReadableStream({
        pull: async (controller) => {
            const { done, value } = await reader.read();
            if (done)
                return controller.close();
            seen += value.byteLength;
            if (seen > most)
                throw stop();
            controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
    }, { highWaterMark: 0 });
    return new Response(counted, { status, statusText, headers });
}


/***/ }),

/***/ 40507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   eD: () => (/* binding */ withTls)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/**
 * Undefined for what is no connection string, or has no host; or has a password with a sign that ends the host, so that
 * what is taken for a port and a name is a part of it.
 */
function addressOf(url) {
    if (!/^postgres(ql)?:\/\//i.test(url) || !URL.canParse(url))
        return undefined;
    const parsed = new URL(url);
    if (isTornApart(parsed))
        return undefined;
    const { hostname, port, pathname, searchParams } = parsed;
    const host = searchParams.getAll("host").at(-1) || hostname.replace(/^\[|\]$/g, "");
    if (host === "")
        return undefined;
    const number = searchParams.getAll("port").at(-1) || port || "5432";
    return { host, port: Number(number), name: pathname.slice(1) };
}
/** `owner:4711/rest@host/name`: who logs in and where stands behind what ended the host. */
function isTornApart({ username, pathname, hash, searchParams }) {
    return username === "" && [pathname, hash, ...searchParams.keys()].some((part) => part.includes("@"));
}
/** Host, port and database of a URL, without user and password. */
function placeOf(url) {
    const address = addressOf(url);
    if (address === undefined)
        return "(an address that is not a connection string)";
    const { host, port, name } = address;
    return `${host.includes(":") ? `[${host}]` : host}:${port}/${name}`;
}
/**
 * The URL with libpq's meaning of `sslmode`: the driver's own default is no TLS at all, and it takes
 * `require` for more than it says, which Supabase's own certificate authority does not pass. Outside of this
 * machine TLS is required, whatever the URL leaves open; `verify-full` with `sslrootcert` checks who answers.
 * @throws {UserError} PR411 for a URL that forbids TLS to another machine.
 */
function withTls(url) {
    const address = addressOf(url);
    if (address === undefined)
        return url;
    const parsed = new URL(url);
    const mode = parsed.searchParams.getAll("sslmode").at(-1) ?? null;
    if (mode === "no-verify")
        return url;
    if (isHere(address.host)) {
        if (mode === null || parsed.searchParams.has("uselibpqcompat"))
            return url;
    }
    else if (mode === "disable") {
        throw withoutTls(url);
    }
    else if (mode === null || mode === "allow" || mode === "prefer") {
        parsed.searchParams.set("sslmode", "require");
    }
    parsed.searchParams.set("uselibpqcompat", "true");
    return parsed.toString();
}
/** What never leaves this machine. */
function isHere(host) {
    return /^(localhost|127(\.\d+){3}|::1)$/.test(host) || host.startsWith("/");
}
function withoutTls(url) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR411", `\`sslmode=disable\` would send password and data as clear text to ${placeOf(url)}, which is not this machine.`, "Take `sslmode=disable` out of `database-url`: then TLS is required. A server that has none is reached through a tunnel that ends at 127.0.0.1.");
}


/***/ }),

/***/ 93566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ keptOfTail),
/* harmony export */   g: () => (/* binding */ childEnv)
/* harmony export */ });
/** How many of the last characters are kept: npm alone says 4,237 when it finds no lock file, and the reason first. */
const keptOfTail = 8000;
const inherited = [
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "SHELL",
    "USER",
    "CI",
    "TZ",
    "NODE_EXTRA_CA_CERTS",
    // Where a machine has its browsers and what they need to start; a setup step says so.
    "PLAYWRIGHT_BROWSERS_PATH",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
];
/** The environment that a child of an action gets: what any program needs, what is declared, and no token. */
function childEnv(env, declared = {}) {
    const kept = inherited.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...declared };
}


/***/ }),

/***/ 17032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UY: () => (/* binding */ connectGitHub),
  c4: () => (/* binding */ isNotFound),
  pO: () => (/* binding */ runContext)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/bounded.js
var bounded = __webpack_require__(46990);
;// CONCATENATED MODULE: ./lib/kit/ports/github-forms.js
const maybe = (form) => ({ maybe: form });
const optional = (form) => ({ optional: form });
const each = (fields) => ({ each: { fields } });
const some = (fields) => ({ fields });
const [github_forms_text, number, flag] = [maybe("text"), maybe("number"), maybe("flag")];
const user = maybe(some({ login: github_forms_text, type: github_forms_text }));
const comment = some({ id: "number", body: github_forms_text, html_url: github_forms_text, user });
const commit = some({ message: github_forms_text });
const run = some({ status: github_forms_text, path: github_forms_text, referenced_workflows: optional(each({ path: "text" })) });
const names = some({ secrets: optional(each({ name: "text" })) });
const environment = { protection_rules: optional(each({ type: github_forms_text })) };
const job = {
    name: github_forms_text,
    run_attempt: number,
    status: github_forms_text,
    conclusion: github_forms_text,
    runner_name: github_forms_text,
    steps: optional({ each: "any" }),
    created_at: github_forms_text,
    started_at: github_forms_text,
    completed_at: github_forms_text,
};
const repo = "/repos/{owner}/{repo}";
const environmentRoute = `${repo}/environments/{environment_name}`;
/**
 * What is read of each answer of GitHub. A route that is not here is looked at by its reader (an environment's rules, which refuse in words of their own); in a list of
 * these nothing is left out that cannot be read: it might be the lease, or the halt.
 */
const githubForms = new Map([
    [`GET ${repo}`, some({ default_branch: github_forms_text, visibility: github_forms_text, private: flag })],
    ["GET /orgs/{org}/teams/{team_slug}", some({ slug: github_forms_text })],
    ["GET /users/{username}", some({ login: github_forms_text })],
    [`GET ${repo}/actions/secrets`, names],
    [`GET ${repo}/actions/organization-secrets`, names],
    [`GET ${environmentRoute}/secrets`, names],
    [`GET ${repo}/actions/runs`, some({ workflow_runs: optional({ each: run }) })],
    [`GET ${repo}/actions/runs/{run_id}`, run],
    [
        `GET ${repo}/actions/runs/{run_id}/approvals`,
        each({ state: "text", user, environments: each({ name: "text" }) }),
    ],
    [
        `GET ${repo}/actions/runs/{run_id}/artifacts`,
        some({ artifacts: optional(each({ id: "number", name: "text", expired: flag })) }),
    ],
    [`GET ${repo}/actions/runs/{run_id}/jobs`, some({ jobs: optional(each(job)) })],
    [`GET ${repo}/actions/runs/{run_id}/pending_deployments`, each({ environment: some({ name: github_forms_text }) })],
    [
        `GET ${repo}/branches/{branch}`,
        some({
            protected: flag,
            protection: maybe(some({ required_status_checks: optional(some({ contexts: optional({ each: "text" }) })) })),
        }),
    ],
    [`GET ${repo}/commits/{commit_sha}/pulls`, each({ number, merged_at: github_forms_text, merge_commit_sha: github_forms_text })],
    [
        `GET ${repo}/commits/{ref}/check-runs`,
        some({
            check_runs: optional(each({ name: "text", status: "text", conclusion: github_forms_text, details_url: github_forms_text })),
        }),
    ],
    [
        `GET ${repo}/commits/{ref}/status`,
        some({ statuses: optional(each({ context: "text", state: "text" })) }),
    ],
    [
        `GET ${repo}/compare/{basehead}`,
        some({
            status: github_forms_text,
            total_commits: number,
            base_commit: maybe(some({ commit: maybe(commit) })),
            commits: optional(each({ sha: "text", commit })),
        }),
    ],
    [`GET ${repo}/deployments`, each({ id: "number", created_at: github_forms_text })],
    [
        `GET ${repo}/deployments/{deployment_id}/statuses`,
        each({ state: "text", description: github_forms_text, created_at: github_forms_text }),
    ],
    [`GET ${repo}/environments`, some({ environments: optional(each(environment)) })],
    [
        `GET ${environmentRoute}/deployment-branch-policies`,
        some({ branch_policies: optional(each({ id: number, name: github_forms_text, type: github_forms_text })) }),
    ],
    [
        `GET ${environmentRoute}/deployment_protection_rules`,
        some({
            custom_deployment_protection_rules: optional(each({ enabled: flag, app: maybe(some({ slug: github_forms_text })) })),
        }),
    ],
    [`GET ${repo}/git/trees/{tree_sha}`, some({ tree: optional(each({ path: "text", type: "text" })) })],
    [`GET ${repo}/issues`, each({ id: "number", number: "number", state: "text", body: github_forms_text })],
    [`GET ${repo}/issues/{issue_number}/comments`, { each: comment }],
    [
        `GET ${repo}/rules/branches/{branch}`,
        each({
            type: "text",
            parameters: maybe(some({ required_status_checks: optional(each({ context: "text" })) })),
        }),
    ],
    [`PATCH ${repo}/issues/comments/{comment_id}`, comment],
    [`POST ${repo}/deployments`, some({ id: "number" })],
    [`POST ${repo}/issues/{issue_number}/comments`, comment],
]);

;// CONCATENATED MODULE: ./lib/kit/ports/github-limit.js
/** What to do about it where a limit is why GitHub refused; undefined where it is not: 403 also means a permission. */
function limitOf(refused) {
    const { status = 0, message = "" } = refused;
    const header = headersOf(refused);
    const spent = header("retry-after") !== undefined || header("x-ratelimit-remaining") === 0;
    const limited = status === 429 || (status === 403 && (spent || /rate limit/i.test(message)));
    if (!limited)
        return undefined;
    const reset = header("x-ratelimit-reset");
    const until = reset === undefined ? "in some minutes" : `after ${new Date(reset * 1000).toISOString()}`;
    return `All workflows of a repository share GitHub's limit: run the job again ${until}.`;
}
/** Milliseconds until GitHub takes requests again, where it says so. */
function waitFor(refused, now) {
    const header = headersOf(refused);
    const after = header("retry-after");
    if (after !== undefined)
        return after * 1000;
    const reset = header("x-ratelimit-reset");
    const spent = header("x-ratelimit-remaining") === 0;
    return spent && reset !== undefined ? Math.max(0, reset * 1000 - now) : undefined;
}
function headersOf(refused) {
    const headers = refused?.response?.headers ?? {};
    return (name) => {
        const number = Number.parseInt(String(headers[name] ?? ""), 10);
        return Number.isNaN(number) ? undefined : number;
    };
}

;// CONCATENATED MODULE: ./lib/kit/ports/github-permission.js
/** The first row that fits decides. Everything in a repository that no row names is open to any token of it. */
const rows = [
    // No job can be given these: a person's token has them.
    [/GET/, /^\/environments\/[^/]+\/secrets/, "environments: read"],
    [/GET/, /^\/actions\/(?:organization-)?secrets/, "secrets: read"],
    [/GET/, /^\/environments/, "actions: read"],
    [/./, /^\/environments/, "administration: write"],
    [/POST/, /^\/actions\/runs\/[^/]+\/pending_deployments/, "deployments: write"],
    [/GET/, /^\/actions/, "actions: read"],
    [/./, /^\/actions/, "actions: write"],
    [/GET/, /^\/deployments/, "deployments: read"],
    [/./, /^\/deployments/, "deployments: write"],
    [/GET/, /^\/issues/, "issues: read"],
    [/./, /^\/issues/, "issues: write"],
    [/GET/, /^\/commits\/[^/]+\/check-runs/, "checks: read"],
    [/GET/, /^\/commits\/[^/]+\/status/, "statuses: read"],
    [/GET/, /^\/commits\/[^/]+\/pulls/, "pull-requests: read"],
    [/GET/, /^\/(contents|git|commits|branches|compare)\//, "contents: read"],
];
const repository = /^\/repos\/[^/]+\/[^/]+/;
/** What a job must say under `permissions:` for a route, as GitHub documents it (`GET /repos/{owner}/{repo}/…`). */
function permissionFor(route) {
    const [method = "", whole = ""] = route.split(" ");
    if (/^\/orgs\/[^/]+\/teams/.test(whole))
        return "members: read";
    if (!repository.test(whole))
        return undefined;
    const path = whole.replace(repository, "");
    return rows.find(([asked, place]) => asked.test(method) && place.test(path))?.[2];
}
/** Who may write may read: what all of the work needs is said at once, not `read` now and `write` at the next call. */
function neededFor(route, declared) {
    const needed = permissionFor(route);
    const more = needed?.replace(/: read$/, ": write");
    return more !== undefined && declared.includes(more) ? more : needed;
}
/** The same for a message, behind what GitHub has said. `declared` is all that the work needs of GitHub. */
function lackOf(route, declared = []) {
    const needed = neededFor(route, declared);
    return needed === undefined ? "" : ` (a token needs \`${needed}\` for this)`;
}
/** What to do about a refusal: comments of a pull request are those of an issue, and need another permission. */
function permissionFix(route, declared = []) {
    const needed = neededFor(route, declared);
    if (needed === undefined)
        return "Pass a token that may do this as `github-token`.";
    if (/^(administration|members):/.test(needed))
        return `Pass a token of an admin of the repository (${needed}) as \`github-token\`.`;
    const comment = /\/issues\/.*comments/.test(route)
        ? `, of a pull request \`${needed.replace("issues", "pull-requests")}\`,`
        : "";
    return `Give the job \`${needed}\`${comment} under \`permissions:\`; a called workflow gets at most what its caller grants.`;
}

// EXTERNAL MODULE: ./lib/kit/ports/misfit.js
var misfit = __webpack_require__(34233);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(93073);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
;// CONCATENATED MODULE: ./lib/kit/ports/github.js








function runContext(env) {
    const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
    const runId = env["GITHUB_RUN_ID"] ?? "0";
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return {
        owner,
        repo,
        runId,
        sha: env["GITHUB_SHA"] ?? "",
        ref: env["GITHUB_REF"] ?? "",
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
        actor: env["GITHUB_ACTOR"] ?? "",
        triggeringActor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] ?? "",
        event: env["GITHUB_EVENT_NAME"] ?? "",
        apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        runUrl: `${server}/${owner}/${repo}/actions/runs/${runId}`,
    };
}
const timeout = 30_000;
/**
 * GitHub through its own client, loaded only where a token was given. What gets no answer, or one of a server in
 * trouble, is asked again where that does no harm: GET, and a deployment's status. What a limit refused was not
 * done, so anything is asked once more if that limit ends soon: without a word of when, after the minute that GitHub's
 * documentation asks for.
 */
async function connectGitHub(token, context, world) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const octokit = getOctokit(token, { baseUrl: context.apiUrl });
    const { owner, repo } = context;
    const plain = (octokit.request.endpoint.DEFAULTS.request?.fetch ?? fetch);
    const ask = async (route, parameters) => {
        const what = `GitHub ${route.replace("{owner}", owner).replace("{repo}", repo)}`;
        refuseEndless(what, parameters["page"]);
        const signal = (0,ending_after/* endingAfter */.I)(timeout, world?.signal);
        const own = boundedFetch(plain, route.includes("/artifacts/{artifact_id}") ? bounded/* downloadMost */.Cn : bounded/* usualMost */.e5);
        const request = { signal, fetch: own.fetch };
        try {
            const answer = await octokit.request(route, { owner, repo, ...parameters, request });
            own.refuse();
            refusePage(what, answer, context.apiUrl);
            refuseStrange(what, route, answer, context.apiUrl);
            return { status: answer.status, data: answer.data };
        }
        catch (error) {
            world?.signal.throwIfAborted();
            own.refuse();
            throw error instanceof user_error/* UserError */.yo ? error : refusal(route, what, error, context.apiUrl, world?.needs);
        }
    };
    return {
        request: async (route, parameters = {}) => {
            if (!world)
                return await ask(route, parameters);
            const limits = { what: "GitHub", attempts: 4, firstWait: 500, longestWait: longestLimit };
            return await (0,retry/* retry */.L)(world, { ...limits, signal: world.signal }, (number) => attempt(ask(route, parameters), isHarmless(route), number, world.clock));
        },
    };
}
/** The client takes a body that breaks off for an empty one: what was too large is remembered, and refused afterwards. */
function boundedFetch(plain, most) {
    let refused;
    return {
        fetch: async (url, init) => {
            const address = url instanceof Request ? url.url : url;
            const note = (error) => void (refused ??= error);
            return (0,bounded/* bounded */.Mm)(await plain(url, init), most, address, note);
        },
        refuse: () => {
            if (refused !== undefined)
                throw refused;
        },
    };
}
function isHarmless(route) {
    return route.startsWith("GET ") || /^POST .*\/statuses$/.test(route);
}
const longestLimit = 60_000;
async function attempt(asked, harmless, number, clock) {
    try {
        return { value: await asked };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        if (harmless && ["PR301", "PR305"].includes(error.code))
            return { again: error };
        const wait = error.code === "PR307" ? (waitFor(error.cause, clock.now()) ?? longestLimit) : undefined;
        if (number === 1 && wait !== undefined && wait <= longestLimit)
            return { again: error, wait };
        throw error;
    }
}
/** Its client takes a page for a text, and gives it on. */
function refusePage(what, { status, data }, apiUrl) {
    if (typeof data !== "string" || data.trim() === "")
        return;
    throw new user_error/* UserError */.yo("PR306", `${what} answered ${status} with something that is not JSON: ${data.replace(/\s+/g, " ").slice(0, 300)}`, `Something between the runner and ${apiUrl} answers for GitHub (a proxy, a login page).`);
}
/** What is read of an answer must be there as GitHub documents it: half a list of leases is none. */
function refuseStrange(what, route, { status, data }, apiUrl) {
    const wrong = (0,misfit/* misfit */.h)(data, githubForms.get(route) ?? "any");
    if (wrong === undefined)
        return;
    throw new user_error/* UserError */.yo("PR306", `${what} answered ${status} with something that GitHub does not say: ${wrong}.`, `Something between the runner and ${apiUrl} may answer for GitHub (a proxy); run the job again.`);
}
/** 50,000 entries of a list: whoever gives always one more page says nothing by it. */
const mostPages = 500;
function refuseEndless(what, page) {
    if (typeof page !== "number" || page <= mostPages)
        return;
    throw new user_error/* UserError */.yo("PR306", `${what} has more than ${mostPages} pages.`, "Is it GitHub that answers (a proxy, a login page)? Otherwise delete what is not needed any more.");
}
/** True for «GitHub does not know this», which is an answer for some callers. */
function isNotFound(error) {
    return error instanceof user_error/* UserError */.yo && error.code === "PR303";
}
function refusal(route, what, error, apiUrl, needs = []) {
    const { status = 0, response } = error;
    const options = { cause: error };
    // The client reports a request that got no answer as one that was answered by 500.
    if (response === undefined) {
        return new user_error/* UserError */.yo("PR301", `${what} got no answer: ${(0,user_error/* describe */.q0)(error)}`, `Check that ${apiUrl} is reachable from this runner, then run the job again.`, options);
    }
    const said = `${what} answered ${status}: ${(0,user_error/* describe */.q0)(error)}`;
    const limit = limitOf(error);
    if (limit !== undefined)
        return new user_error/* UserError */.yo("PR307", said, limit, options);
    if (status === 404)
        return new user_error/* UserError */.yo("PR303", said, "Check the repository's settings and the names used.", options);
    if (status === 401)
        return new user_error/* UserError */.yo("PR302", said, "Pass a token that GitHub accepts as `github-token`.", options);
    if (status === 403)
        return new user_error/* UserError */.yo("PR302", `${said}${lackOf(route, needs)}`, permissionFix(route, needs), options);
    if (status >= 500)
        return new user_error/* UserError */.yo("PR305", said, "See githubstatus.com, then run the job again.", options);
    return new user_error/* UserError */.yo("PR304", said, "Read GitHub's reason above.", options);
}


/***/ }),

/***/ 6171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ TooMuch),
/* harmony export */   I: () => (/* binding */ holdAnswer)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _postgres_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12089);


/** Where the driver keeps why it reads no more rows, which it tells only when the answer has ended. */
const unread = "_canceledDueToError";
/** An answer is larger than what is held of one. */
class TooMuch extends Error {
    name = "TooMuch";
}
/** Bytes that a message and each of its values take where they are held, whatever is in them. */
const taken = { message: 64, value: 40 };
/**
 * Lets the driver hold about `most` bytes of what is answered to `query`; without `rows` they are let go of as they
 * come, however many. What may not be goes up to who reads the connection: a `TooMuch`, or a `Malformed`.
 * Gives what the server says of each statement, as it is done.
 */
function holdAnswer(query, most, rows) {
    const told = query;
    const tags = [];
    let held = 0;
    const hold = ({ length }, values) => {
        held += length + taken.message + values * taken.value;
        if (held > most)
            throw new TooMuch();
    };
    holdRows(told, rows, hold);
    const done = told.handleCommandComplete.bind(query);
    told.handleCommandComplete = (said, connection) => {
        hold(said, 0);
        tags.push(said.text);
        done(said, connection);
    };
    refuseNothing(told, tags);
    return tags;
}
function holdRows(told, rows, hold) {
    let count = 0;
    const begin = told.handleRowDescription.bind(told);
    const add = told.handleDataRow.bind(told);
    told.handleRowDescription = (said) => {
        // Nobody asks for one, and the driver believes what it says of its own size.
        if (said.fields.some(({ format }) => format === "binary"))
            throw new _postgres_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s("columns in a form that nobody asked for");
        count = said.fields.length;
        hold(said, count);
        begin(said);
    };
    told.handleDataRow = (said) => {
        if (!rows)
            return;
        if (said.fields.length !== count)
            throw new _postgres_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s(`a row of ${said.fields.length} values for ${count} columns`);
        hold(said, count);
        add(said);
        const why = told[unread];
        if (!why)
            return;
        // It would be told in place of what is thrown here.
        told[unread] = false;
        throw new _postgres_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s(`a value that cannot be read: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(why)}`);
    };
}
/** A question that is over, of which nothing was said to be done. */
function refuseNothing(told, tags) {
    let empty = false;
    const [end, skip] = [told.handleReadyForQuery.bind(told), told.handleEmptyQuery.bind(told)];
    told.handleEmptyQuery = (connection) => {
        empty = true;
        skip(connection);
    };
    told.handleReadyForQuery = (connection) => {
        if (empty || tags.length > 0)
            return end(connection);
        const wrong = new _postgres_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s("nothing to a question");
        // The driver has let go of it already: whoever waits would wait for ever.
        told.handleError(wrong, connection);
        throw wrong;
    };
}


/***/ }),

/***/ 65702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ forgotten),
/* harmony export */   Pq: () => (/* binding */ livePipe)
/* harmony export */ });
/* unused harmony export tooDeep */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _held_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6171);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36187);
/* harmony import */ var _postgres_messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12089);




/** A statement that the server was to have kept, and that a file has made it forget (DEALLOCATE, DISCARD). */
const forgotten = "26000";
/** How long a server may take to say goodbye, in ms. */
const farewell = 2000;
/** What is asked over a connection that does not wait for one answer before it sends the next question. */
function livePipe(driver, client, { most, noAnswer }, cutter) {
    const { stream } = client.connection;
    const names = new Map();
    let [open, made] = [0, 0];
    const nameOf = (sql) => {
        const name = names.get(sql) ?? `prism_rollout_${(made += 1)}`;
        names.set(sql, name);
        return name;
    };
    const ask = (question) => {
        open += 1;
        return asked(driver, client, most, question)
            .catch((thrown) => {
            throw cutter.why() ?? (thrown instanceof _postgres_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s ? noAnswer(thrown) : thrown);
        })
            .finally(() => (open -= 1));
    };
    return {
        ask,
        together: async (all) => {
            stream.cork();
            const answers = all.map((one) => ask(questionOf(one, nameOf)));
            stream.uncork();
            const settled = await Promise.allSettled(answers);
            if (settled.some((one) => one.status === "rejected" && codeOf(one.reason) === forgotten))
                names.clear();
            return settled;
        },
        close: async () => {
            // The driver would wait for the answers, and a statement may go on for hours.
            if (open > 0)
                stream.destroy();
            const late = setTimeout(() => stream.destroy(), farewell);
            await client.end().finally(() => clearTimeout(late));
            cutter.forget();
        },
    };
}
function questionOf({ sql, parameters, rows }, nameOf) {
    const read = rows === undefined ? {} : { rows };
    return parameters
        ? { ...read, text: sql, values: [...parameters], name: nameOf(sql) }
        : { ...read, text: sql };
}
function asked(driver, client, most, { rows: wanted = true, ...question }) {
    return new Promise((resolve, reject) => {
        const query = new driver.Query(question, (thrown, result) => {
            const rows = thrown ? [] : rowsOf(result);
            if (!thrown)
                return (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isTooDeep */ .f_)(rows) ? reject(tooDeep()) : resolve({ tags, rows });
            const failed = thrown instanceof Error ? thrown : new Error((0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(thrown));
            reject(Object.assign(failed, { completed: tags.length }));
        });
        const tags = (0,_held_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .holdAnswer */ .I)(query, most, wanted);
        client.query(query);
    });
}
/** Who writes what was read, or compares it, goes down as deep as it does, and a stack ends. */
function tooDeep() {
    return new _postgres_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s("a value that is nested too deep");
}
/** Of several statements, those of the last. */
function rowsOf(result) {
    const last = (Array.isArray(result) ? result.at(-1) : result);
    return last.rows ?? [];
}
function codeOf(thrown) {
    return thrown?.code;
}


/***/ }),

/***/ 34233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ misfit)
/* harmony export */ });
/* harmony import */ var _json_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9169);

/** Nothing that is read is nested so deep, and a stack ends. */
const deepest = 200;
const types = { text: "string", number: "number", flag: "boolean" };
const nouns = { text: "text", number: "number", flag: "true or false" };
/**
 * What of a value is not as it is read, with its place: `parts.2.phase is no text`. Undefined where all of it fits.
 * Who reads a list of changes may leave none of them out, so that one that cannot be read spoils the whole.
 */
function misfit(value, form, at = "", depth = 0) {
    if (depth > deepest)
        return `${at.slice(0, 60)}… is nested too deep`;
    if (typeof form === "function")
        return misfit(value, form(), at, depth);
    if (form === "any")
        return undefined;
    if (typeof form === "string")
        return typeof value === types[form] ? undefined : `${at || "it"} is no ${nouns[form]}`;
    if ("maybe" in form)
        return value === null || value === undefined ? undefined : misfit(value, form.maybe, at, depth);
    if ("orNull" in form)
        return value === null ? undefined : misfit(value, form.orNull, at, depth);
    if ("optional" in form)
        return value === undefined ? undefined : misfit(value, form.optional, at, depth);
    if ("each" in form) {
        if (!Array.isArray(value))
            return `${at || "it"} is no list`;
        return firstOf(value.entries(), () => form.each, at, depth);
    }
    if (!(0,_json_object_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return `${at || "it"} is no object`;
    if ("values" in form)
        return firstOf(Object.entries(value), () => form.values, at, depth);
    const read = Object.keys(form.fields).map((key) => [key, ownOf(value, key)]);
    return firstOf(read, (key) => form.fields[key] ?? "any", at, depth);
}
function firstOf(entries, formOf, at, depth) {
    for (const [key, inner] of entries) {
        const name = String(key).slice(0, 60);
        const found = misfit(inner, formOf(String(key)), at === "" ? name : `${at}.${name}`, depth + 1);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function ownOf(value, key) {
    return Object.hasOwn(value, key) ? value[key] : undefined;
}


/***/ }),

/***/ 12089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ wholeMessages),
/* harmony export */   s: () => (/* binding */ Malformed)
/* harmony export */ });
/** What a server sends has not the form, or the size, that PostgreSQL's protocol has. */
class Malformed extends Error {
    name = "Malformed";
}
/** Kind and length, with which each message begins. */
const header = 5;
/** The kinds that a server sends to a client that asks as we do; `R` to `Z` are letters of the protocol. */
const kinds = new Set(Array.from("RKSvNEAZTtDCIGHdcn123", (letter) => letter.charCodeAt(0)));
const [error, notice, row] = ["E", "N", "D"].map((letter) => letter.charCodeAt(0));
/**
 * Gives on what a server sends, in whole messages, each of which ends where it says: the driver reads on behind the end
 * of one that does not, and may do so for ever. At most `most` bytes are held for one that is not there yet.
 * @throws {Malformed} for a chunk that makes one that is too large, of no kind that is known, or wrong inside.
 */
function wholeMessages(most, give) {
    /** Fewer bytes than tell how long a message is. */
    let short = Buffer.alloc(0);
    /** A message that is not whole yet, with room for all of it. */
    let begun;
    let filled = 0;
    return (chunk) => {
        let bytes = short.length > 0 ? Buffer.concat([short, chunk]) : chunk;
        if (begun !== undefined) {
            const taken = bytes.copy(begun, filled);
            filled += taken;
            if (filled < begun.length)
                return;
            check(begun, 0, begun.length);
            give(begun);
            bytes = bytes.subarray(taken);
        }
        const end = endOfWhole(bytes, most);
        if (end > 0)
            give(bytes.subarray(0, end));
        const left = bytes.subarray(end);
        [short, begun] = [left, undefined];
        if (left.length < header)
            return;
        begun = Buffer.allocUnsafe(sizeAt(left, 0, most));
        filled = left.copy(begun);
        short = Buffer.alloc(0);
    };
}
/** Where the last message ends that is there as a whole. */
function endOfWhole(bytes, most) {
    let at = 0;
    while (bytes.length - at >= header) {
        const size = sizeAt(bytes, at, most);
        if (bytes.length - at < size)
            break;
        check(bytes, at, at + size);
        at += size;
    }
    return at;
}
/** Bytes of the message that begins there, its kind included. */
function sizeAt(bytes, at, most) {
    const kind = bytes.readUInt8(at);
    if (!kinds.has(kind))
        throw new Malformed(`a message of the unknown kind ${kind}`);
    const length = bytes.readUInt32BE(at + 1);
    if (length < 4)
        throw new Malformed(`a message of ${length} bytes, which cannot be`);
    if (bytes.toString("latin1", at, at + 5) === "HTTP/")
        throw new Malformed("HTTP: a web server is there");
    if (length > most)
        throw new Malformed(`a message of ${length} bytes, of which ${most} are read at most`);
    return length + 1;
}
function check(bytes, start, end) {
    const kind = bytes[start];
    if (kind === row)
        checkRow(bytes, start + header, end);
    if (kind !== error && kind !== notice)
        return;
    // Fields, each ended by a zero, and one more: without it the driver looks for it for ever.
    const empty = end - start === header + 1;
    const ended = bytes[end - 1] === 0 && (empty || bytes[end - 2] === 0);
    if (end - start === header || !ended)
        throw new Malformed("a message about an error that has no end");
}
/** The values of a row fill it, and nothing else. */
function checkRow(bytes, start, end) {
    let left = end - start < 2 ? -1 : bytes.readInt16BE(start);
    let at = start + 2;
    for (; left > 0 && end - at >= 4; left -= 1) {
        const length = bytes.readInt32BE(at);
        if (length < -1)
            break;
        at += 4 + Math.max(length, 0);
    }
    if (left !== 0 || at !== end)
        throw new Malformed("a row whose values do not fill it");
}


/***/ }),

/***/ 61516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ runEvent),
/* harmony export */   i: () => (/* binding */ refuseTargetEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


/** Reads the event of a run. Where it cannot be read, a pull request counts as a stranger's. */
async function runEvent(env) {
    const name = env["GITHUB_EVENT_NAME"] ?? "";
    if (name !== "pull_request" && name !== "pull_request_target")
        return { name, pullRequest: undefined };
    const payload = await payloadAt(env["GITHUB_EVENT_PATH"]);
    const number = payload.pull_request?.number ?? payload.number;
    const from = payload.pull_request?.head?.repo?.full_name;
    const own = payload.repository?.full_name ?? env["GITHUB_REPOSITORY"];
    // The repository of a fork may be gone: then there is none.
    const isFork = typeof from !== "string" || from !== own;
    const stranger = isFork || env["GITHUB_ACTOR"] === "dependabot[bot]";
    return { name, pullRequest: { number: Number.isInteger(number) ? Number(number) : 0, stranger } };
}
async function payloadAt(path) {
    try {
        const payload = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path ?? "", "utf8"));
        return typeof payload === "object" && payload !== null ? payload : {};
    }
    catch {
        return {};
    }
}
/**
 * `pull_request_target` gives a stranger's files this repository's secrets: rollout.yml says where tokens are sent.
 * @throws {UserError} PR220
 */
function refuseTargetEvent({ name }) {
    if (name !== "pull_request_target")
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR220", "This run was started by pull_request_target: a stranger's rollout.yml would say where this repository's tokens are sent. Nothing was looked at, and no token was used.", "Start it by `pull_request`: a pull request from a fork is planned against the record, without secrets.");
}


/***/ }),

/***/ 15917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ sliceOf),
/* harmony export */   On: () => (/* binding */ nextAfter),
/* harmony export */   Pe: () => (/* binding */ sliceOnly),
/* harmony export */   _K: () => (/* binding */ isOutside),
/* harmony export */   f1: () => (/* binding */ sliceable)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/** The phases at which a run may begin or end. */
const sliceable = _phases_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseNames */ .k1.filter((name) => name !== "build" && name !== "plan");
/**
 * The phases of a run that does only a part of the chain; empty for the whole. Through `plan` it plans, and no more.
 * @throws {UserError} PR102 when the end lies before the beginning.
 */
function sliceOf(from, through) {
    if (from === undefined && through === undefined)
        return [];
    if (from === undefined && through === "plan")
        return ["plan"];
    const first = from === undefined ? 0 : sliceable.indexOf(from);
    const last = through === undefined ? sliceable.length - 1 : sliceable.indexOf(through);
    if (first <= last)
        return sliceable.slice(first, last + 1);
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `from-phase ${from} comes after through-phase ${through}: no phase lies between.`, `The order is ${sliceable.join(", ")}.`);
}
/**
 * The phases of a run that does only one thing, with what follows from it: what the web changed is purged, and all is
 * checked. What comes before is left out even where it has work.
 * @throws {UserError} PR102 when a beginning or an end is given as well.
 */
function sliceOnly(only, from, through) {
    if (from === undefined && through === undefined)
        return [only, ...(only === "deploy-web" ? ["purge-cdn"] : []), "smoke", "observe"];
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `\`only: ${only}\` is given together with ${from === undefined ? "through-phase" : "from-phase"}: they exclude each other.`, "`only` does one phase and what follows from it; from-phase and through-phase do a part of the chain. Leave one out.");
}
/** Whether a slice leaves a phase out. */
function isOutside(slice, phase) {
    return slice.length > 0 && !slice.includes(phase);
}
/** The phase with which the next run goes on, or undefined when the slice reaches the end of the chain. */
function nextAfter(slice) {
    const last = slice.at(-1);
    return last === undefined ? undefined : sliceable[sliceable.indexOf(last) + 1];
}


/***/ })

};
