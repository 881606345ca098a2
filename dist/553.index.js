export const id = 553;
export const ids = [553,934,315];
export const modules = {

/***/ 73553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keysOf: () => (/* binding */ keysOf),
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/kit/errors/first-of.js
var first_of = __webpack_require__(85552);
;// CONCATENATED MODULE: ./lib/kit/config/document.js



/**
 * Reads YAML text into places and values.
 * @throws {UserError} PR101 with every syntax error and its line; also when the top is not a mapping.
 */
function readDocument(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = parsedDocument(text, file, lines);
    const found = document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { at: `${file}:${line}:${col}`, message: error.message };
    });
    const errors = found.map(({ at, message }) => `${at}: ${message}`);
    if (errors.length > 0) {
        throw new user_error/* UserError */.yo("PR101", `${file} is not YAML. ${(0,first_of/* firstOf */.Ku)(errors, 10).join("; ")}`, `Mend ${found[0]?.at ?? file}; indentation counts.`);
    }
    const top = document.contents;
    if (top === null)
        return { entries: [] };
    if (!(0,dist/* isMap */.jh)(top)) {
        throw new user_error/* UserError */.yo("PR101", `${file}:1:1: expected a mapping of sections.`, "Write `migrate:` and the like.");
    }
    const at = (node) => {
        const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
        return `${file}:${line}:${col}`;
    };
    try {
        return placed(top, { document, at }, deepest);
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR101", `${file} cannot be read: ${(0,user_error/* describe */.q0)(error)}.`, "Write out what its anchors (`*name`) stand for.", { cause: error });
    }
}
/** The library goes down as deep as the text does, and a stack ends. */
function parsedDocument(text, file, lineCounter) {
    try {
        return (0,dist/* parseDocument */.Tp)(text, { lineCounter, prettyErrors: false });
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR101", `${file} cannot be read: ${(0,user_error/* describe */.q0)(error)}.`, "Something in it is nested thousands of levels deep: write it flat.", { cause: error });
    }
}
/** targets, a target, its section, an input: nothing below has a place of its own. Anchors may go in circles. */
const deepest = 4;
function placed(map, reading, depth) {
    const { document, at } = reading;
    const entries = map.items.map((item) => {
        const key = item.key;
        const written = item.value;
        const value = (0,dist/* isAlias */.Vj)(written) ? (written.resolve(document) ?? null) : written;
        const name = nameOf(key);
        const raw = written === null ? null : written.toJS(document);
        const nested = (0,dist/* isMap */.jh)(value) && depth > 1 ? placed(value, reading, depth - 1) : undefined;
        const within = (steps) => at(nodeAt(written, steps, document) ?? key);
        return [name, { raw, at: at(key), within }, nested];
    });
    return { entries };
}
/** The node that steps lead to, as far as they lead: of an entry its key, in a list the item. */
function nodeAt(from, steps, document) {
    let here = from;
    let found;
    for (const step of steps) {
        const inner = (0,dist/* isAlias */.Vj)(here) ? here.resolve(document) : here;
        if ((0,dist/* isSeq */.oP)(inner)) {
            here = (inner.items[Number(step)] ?? null);
            found = here ?? found;
        }
        else {
            const pair = (0,dist/* isMap */.jh)(inner) ? inner.items.find(({ key }) => nameOf(key) === step) : undefined;
            if (pair === undefined)
                return found;
            found = pair.key;
            here = pair.value;
        }
    }
    return found;
}
function nameOf(key) {
    return (0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key);
}

// EXTERNAL MODULE: ./lib/kit/config/suggest.js
var suggest = __webpack_require__(29137);
;// CONCATENATED MODULE: ./lib/kit/config/config.js




/**
 * Reads and checks the whole file against the declarations of all actions.
 * @throws {UserError} PR101 when it is not YAML, PR103 when the target is not in it.
 */
function parseConfig(text, file, target, specs) {
    const document = readDocument(text, file);
    const sections = document.entries.filter(([key]) => key !== "targets");
    const targets = nestedOf(document, "targets")?.entries ?? [];
    const misplaced = document.entries.filter(([key, , nested]) => key === "targets" && !nested);
    const names = targets.map(([name]) => name);
    const chosen = targets.find(([name]) => name === target)?.[2];
    if (target !== "" && !names.includes(target))
        throw unknownTarget(file, target, names);
    const issues = [
        ...misplaced.map(([, { at }]) => `${at}: targets: expected a mapping of targets by name`),
        ...sections.flatMap((entry) => checkSection(entry, specs, ["targets"])),
        ...targets.flatMap(([name, value, nested]) => checkTarget(name, value, nested, specs)),
    ];
    return {
        targets: names,
        sections: [...sections, ...(chosen?.entries ?? [])]
            .map(([name]) => name)
            .filter((name) => specs.some((spec) => spec.name === name)),
        issues,
        lookup: (section, key) => find(chosen && nestedOf(chosen, section), key) ??
            find(chosen, key) ??
            find(nestedOf(document, section), key),
    };
}
/** The names of all keys of a file, wherever they stand. */
function keysOf(text, file) {
    const below = (map) => map.entries.flatMap(([key, , nested]) => [key, ...(nested ? below(nested) : [])]);
    return [...new Set(below(readDocument(text, file)))];
}
function checkSection([name, value, nested], specs, others) {
    const spec = specs.find((candidate) => candidate.name === name);
    if (!spec)
        return [unknownKey(value.at, name, "section", [...specs.map((known) => known.name), ...others])];
    if (!nested)
        return value.raw === null ? [] : [`${value.at}: ${name}: expected a mapping of its inputs`];
    return nested.entries.flatMap(([key, inner]) => checkValue(`${name}.${key}`, key, inner, [spec]));
}
function checkTarget(name, value, nested, specs) {
    if (!nested)
        return [`${value.at}: targets.${name}: expected a mapping`];
    return nested.entries.flatMap((entry) => {
        const [key, inner] = entry;
        if (specs.some((spec) => spec.name === key))
            return checkSection(entry, specs, []);
        return checkValue(`targets.${name}.${key}`, key, inner, specs);
    });
}
function checkValue(label, key, value, specs) {
    const input = specs.filter(({ inputs }) => Object.hasOwn(inputs, key)).map(({ inputs }) => inputs[key])[0];
    if (!input)
        return [
            unknownKey(value.at, label, "key", specs.flatMap((spec) => Object.keys(spec.inputs))),
        ];
    if (Object.hasOwn(shared_inputs/* placeInputs */.vb, key))
        return [`${value.at}: ${label}: says where this file is; pass it under \`with:\``];
    if (input.secret) {
        return [`${value.at}: ${label}: a secret is never written into a file; pass it under \`with:\``];
    }
    const parsed = input.parse(value.raw, value.within);
    if ("value" in parsed)
        return [];
    if (parsed.inside !== undefined)
        return parsed.inside.map(({ steps, says }) => `${value.within?.(steps) ?? value.at}: ${[label, ...steps].join(".")}: ${says}`);
    return [
        `${value.at}: ${label}: expected ${parsed.expected}, got ${show(value.raw)}; write ${key}: ${parsed.write}`,
    ];
}
function unknownKey(at, label, what, known) {
    const near = (0,suggest/* suggest */.Z)(label.split(".").at(-1) ?? label, known);
    return `${at}: ${label}: unknown ${what}${near ? `; did you mean ${near}?` : ""}`;
}
function unknownTarget(file, target, names) {
    const near = (0,suggest/* suggest */.Z)(target, names);
    return new user_error/* UserError */.yo("PR103", `${file} has no target "${target}"${near ? `; did you mean ${near}?` : ""}`, names.length > 0 ? `Use one of: ${names.join(", ")}.` : "Declare it under `targets:`.");
}
function nestedOf(map, key) {
    return map.entries.find(([name]) => name === key)?.[2];
}
function find(map, key) {
    return map?.entries.find(([name]) => name === key)?.[1];
}
/** In YAML a key with nothing behind it has the value null, which nobody wrote. */
function show(raw) {
    if (raw === null)
        return "no value";
    try {
        return (JSON.stringify(raw) ?? "nothing").slice(0, 60);
    }
    catch {
        return "an anchor inside of itself";
    }
}


/***/ }),

/***/ 29137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
function suggest(word, known) {
    const most = Math.max(1, Math.floor(word.length / 3));
    const letters = lettersOf(word);
    const near = known
        .map((candidate) => ({ candidate, away: distance(letters, lettersOf(candidate), most) }))
        .sort((a, b) => a.away - b.away)[0];
    return near === undefined || near.away > most ? undefined : near.candidate;
}
function lettersOf(word) {
    return Array.from(word.toLowerCase());
}
/** Levenshtein's distance, a row at a time; more than `most` where the lengths alone say so. */
function distance(from, to, most) {
    if (Math.abs(from.length - to.length) > most)
        return most + 1;
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of from.entries()) {
        const next = [i + 1];
        for (const [j, other] of to.entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ })

};
