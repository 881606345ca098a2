export const id = 785;
export const ids = [785];
export const modules = {

/***/ 98409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   M8: () => (/* binding */ someName),
/* harmony export */   ZE: () => (/* binding */ elementsOf),
/* harmony export */   tB: () => (/* binding */ constantTexts)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** Stands for a name or value that is only known when it runs. */
const someName = "rollout_some_name";
/** More than these are not told apart. */
const most = 128;
/**
 * The statements that an `EXECUTE` expression comes to, names and values that are only known later replaced;
 * undefined where no text is in it at all.
 */
function constantTexts(parser, expression, values) {
    const parsed = parser.parse(`SELECT ${expression}`);
    if ("message" in parsed)
        return undefined;
    const target = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
    const texts = textsOf(target, values);
    return texts.some((text) => text.trim() === someName) ? undefined : texts;
}
/** What an expression may come to. */
function textsOf(node, values) {
    const constant = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Const");
    if (constant?.sval)
        return [constant.sval.sval ?? ""];
    if (constant?.ival)
        return [String(constant.ival.ival ?? 0)];
    const column = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "ColumnRef");
    if (column)
        return values((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(column.fields).join(".")) ?? [someName];
    const cast = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "TypeCast")?.arg;
    if (cast)
        return textsOf(cast, values);
    const operator = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr");
    if (operator && isJoined(operator))
        return every(joined(node), values).map((texts) => texts.join(""));
    const choice = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "CaseExpr");
    if (choice) {
        const results = (choice.args ?? []).map((one) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(one, "CaseWhen")?.result);
        return union([...results, choice.defresult ?? undefined].filter(isThere), values);
    }
    const either = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "CoalesceExpr");
    if (either)
        return union(either.args ?? [], values);
    const inner = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "SubLink")?.subselect, "SelectStmt");
    if (inner)
        return textsOf((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(inner.targetList?.[0], "ResTarget")?.val, values);
    const call = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "FuncCall");
    return call ? called(call, values) : [someName];
}
/** The elements of an array that stands in the file; undefined where it is another. */
function elementsOf(node, values) {
    const array = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_ArrayExpr");
    if (array)
        return union(array.elements ?? [], values);
    const cast = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "TypeCast")?.arg;
    if (cast)
        return elementsOf(cast, values);
    const literal = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Const")?.sval?.sval;
    if (literal !== undefined && /^\{.*\}$/s.test(literal))
        return split(literal.slice(1, -1), ",");
    const column = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "ColumnRef");
    if (column)
        return values(`${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(column.fields).join(".")}[]`);
    const call = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "FuncCall");
    if ((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(call?.funcname).at(-1) !== "string_to_array")
        return undefined;
    const [text, at] = (call?.args ?? []).map((argument) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(argument, "A_Const")?.sval?.sval);
    return text === undefined || at === undefined ? undefined : split(text, at);
}
function called({ funcname, args = [] }, values) {
    const [first] = args;
    switch ((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(funcname).at(-1)) {
        case "format":
            return every(args, values).map(format);
        case "concat":
            return every(args, values).map((texts) => texts.join(""));
        case "concat_ws":
            return every(args, values).map(([at = "", ...texts]) => texts.join(at));
        // Every row's text is run, and one stands for all.
        case "string_agg":
        case "quote_ident":
        case "btrim":
        case "lower":
            return textsOf(first, values);
        case "quote_literal":
        case "quote_nullable":
            return ["1"];
        case "unnest":
            return elementsOf(first, values) ?? [someName];
        case undefined:
        default:
            return [someName];
    }
}
/** `format()` of PostgreSQL; %L is a value, so a number will do for it. */
function format([template = "", ...values]) {
    let next = 0;
    const marks = /%(?:(\d+)\$)?-?\d*([sIL%])/g;
    return template.replace(marks, (mark, position, kind, at) => {
        if (kind === "%")
            return "%";
        const value = values[position === undefined ? next++ : Number(position) - 1] ?? someName;
        if (kind === "L")
            return "1";
        const around = `${template[at - 1] ?? ""}${template[at + mark.length] ?? ""}`;
        return kind === "I" ? identifier(value, /\w/.test(around)) : value;
    });
}
/** As PostgreSQL, %I quotes only what has to be: in `audit_%I`, it is a part of a name. Alone, quotes do no harm to a keyword. */
function identifier(name, isPart) {
    return isPart && /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** Every combination of what each may be, a variable always being the same; what makes too many may be anything. */
function every(nodes, values) {
    const names = nodes.map((node) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "ColumnRef")?.fields).join("."));
    return nodes.reduce((all, node, at) => {
        const same = names[at] === "" ? -1 : names.indexOf(names[at] ?? "");
        if (same >= 0 && same < at)
            return all.map((before) => [...before, before[same] ?? someName]);
        const texts = textsOf(node, values);
        const chosen = texts.length * all.length > most ? [someName] : texts;
        return all.flatMap((before) => chosen.map((text) => [...before, text]));
    }, [[]]);
}
function isJoined({ name }) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(name).at(-1) === "||";
}
/** What stands between the `||` of an expression. */
function joined(node) {
    const operator = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr");
    return operator && isJoined(operator) ? [operator.lexpr, operator.rexpr].flatMap(joined) : [node];
}
function union(nodes, values) {
    return [...new Set(nodes.flatMap((node) => textsOf(node, values)))];
}
function split(text, at) {
    return text.split(at).map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
}
function isThere(value) {
    return value !== undefined;
}


/***/ }),

/***/ 72417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ isBreaking),
/* harmony export */   Eu: () => (/* binding */ thingSaid),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   I9: () => (/* binding */ isTooLarge),
/* harmony export */   R0: () => (/* binding */ zeroByte),
/* harmony export */   dz: () => (/* binding */ findingAt),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   pR: () => (/* binding */ syntaxFinding)
/* harmony export */ });
/* harmony import */ var _bodies_constant_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98409);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68283);
/* harmony import */ var _errors_first_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85552);
/* harmony import */ var _placeholder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64629);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27916);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96385);






/** A finding at a place of a file; `sql` is what its excerpt is taken from. */
function findingAt({ path: file }, { line, column, sql }, rule, thing, policy = _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4) {
    const { axes, why, safe } = (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleOf */ .Y)(rule);
    const severity = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .severityOf */ .xJ)(rule, policy);
    return { rule, axes, severity, file, line, column, thing, excerpt: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .excerptOf */ .zU)(sql), why, safe };
}
/** Its thing as people read it: what is only named when the statement runs is `…`. */
function thingSaid({ thing }) {
    return thing.replaceAll(_bodies_constant_text_js__WEBPACK_IMPORTED_MODULE_0__/* .someName */ .M8, "…");
}
/** What the parser objects to: a mistake, or something that only psql understands. */
function syntaxFinding(file, { message, at }) {
    const left = (0,_placeholder_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholderAt */ .jM)(file.text, at);
    const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOfCharacter */ .Gm)(file.text, left?.at ?? at);
    const lines = file.text.split("\n");
    const sql = lines[place.line - 1] ?? "";
    const before = lines.slice(0, place.line).join("\n");
    const psql = /^\s*\\/.test(sql) || /\bcopy\b[^;]*\bfrom\s+stdin\b/i.test(before);
    const thing = left ? `the placeholder ${left.text} of a template is still there` : (0,_errors_first_of_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(message, 300);
    return findingAt(file, { ...place, sql }, psql ? "psql-only" : "syntax-error", thing);
}
/** A zero byte ends the text for the parser and for the server, whatever stands behind it. */
function zeroByte(file) {
    const index = file.text.indexOf("\0");
    if (index === -1)
        return undefined;
    const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .indexText */ .oX)(file.text).place(Buffer.byteLength(file.text.slice(0, index)));
    const thing = "a zero byte, at which the server stops reading";
    return findingAt(file, { ...place, sql: "" }, "syntax-error", thing);
}
/** In characters: such a file takes 20 s and a gigabyte. The largest that is known of real projects has 1.3 million. */
const longest = 10_000_000;
function isTooLarge(text) {
    return text.length > longest;
}
/** A file that is not read at all: its syntax tree would have fifty times its size. */
function tooLarge(file) {
    if (!isTooLarge(file.text))
        return undefined;
    const size = `${(file.text.length / 1e6).toFixed(1)} million characters`;
    return findingAt(file, { line: 1, column: 1, sql: "" }, "too-large", size);
}
/** What stops a release: neither allowed by a person nor by the policy. */
function isRefused({ severity, waived }) {
    return severity === "fail" && waived === undefined;
}
/** Whether the code that is live now, or its data, may not stand the statement: then nothing rolls back by itself. */
function isBreaking({ rule, axes }) {
    const { degree } = (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleOf */ .Y)(rule);
    if (degree !== undefined)
        return degree === "drop";
    return axes.some((axis) => ["data_loss", "breaks_clients", "opaque"].includes(axis));
}


/***/ }),

/***/ 74748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   uS: () => (/* binding */ columnName),
/* harmony export */   vl: () => (/* binding */ signature),
/* harmony export */   wQ: () => (/* binding */ typeText)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13039);

/** The parts of a qualified name: `[String, String]` becomes `["public", "t"]`. */
function partsOf(nodes) {
    return (nodes ?? []).map((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "String")?.sval ?? "?");
}
/** `schema.name`; a name without a schema is taken to be in `public`. */
function qualified(parts) {
    return parts.length > 1 ? parts.slice(-2).join(".") : `public.${parts[0] ?? "?"}`;
}
/** The column of `c`, `t.c` or `s.t.c`; undefined for anything else. */
function columnName(node) {
    return (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "ColumnRef")?.fields?.at(-1), "String")?.sval;
}
/** `schema.name` of a relation; a temporary one is in `pg_temp`. */
function relationName(relation) {
    const schema = relation?.relpersistence === "t" ? "pg_temp" : (relation?.schemaname ?? "public");
    return `${schema}.${relation?.relname ?? "?"}`;
}
/** A type as it compares: without its schema where the usual search path leads to it, with `[]` for arrays. */
function typeText(type) {
    const [first = "?", ...rest] = partsOf(type?.names);
    const isUsual = rest.length > 0 && (first === "pg_catalog" || first === "public");
    return `${(isUsual ? rest : [first, ...rest]).join(".")}${"[]".repeat(type?.arrayBounds?.length ?? 0)}`;
}
/** `schema.name(int4,text)`; `(?)` where the arguments are not given. */
function signature(object) {
    const types = (object.objargs ?? []).map((node) => typeText((0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "TypeName")));
    return `${qualified(partsOf(object.objname))}(${object.args_unspecified ? "?" : types.join(",")})`;
}


/***/ }),

/***/ 68283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ placeOfCharacter),
/* harmony export */   oX: () => (/* binding */ indexText),
/* harmony export */   zU: () => (/* binding */ excerptOf)
/* harmony export */ });
/** Reads the text once; what is asked of it later is quick. */
function indexText(text) {
    const bytes = Buffer.from(text);
    const starts = [0];
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1))
        starts.push(at + 1);
    const slice = slicer(text, bytes);
    return {
        text,
        slice,
        place: (byte) => {
            const line = lastUpTo(starts, byte);
            return { line: line + 1, column: slice(starts[line] ?? 0, byte).length + 1 };
        },
        line: (number) => slice(starts[number - 1] ?? bytes.length, (starts[number] ?? bytes.length + 1) - 1),
    };
}
/** More than these are decoded piece by piece: a number for each byte would be too much to hold. */
const largest = 4 << 20;
/** Cuts a text by bytes. Where every character is one, or the text is not too long, nothing has to be decoded. */
function slicer(text, bytes) {
    if (bytes.length === text.length)
        return (start, end) => text.slice(start, end);
    if (bytes.length > largest)
        return (start, end) => bytes.subarray(start, end).toString("utf8");
    const units = new Uint32Array(bytes.length + 1);
    let unit = 0;
    for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        units[at] = unit;
        // The first byte of a character counts for all of it: two units from four bytes.
        if ((byte & 0xc0) !== 0x80)
            unit += byte >= 0xf0 ? 2 : 1;
    }
    units[bytes.length] = unit;
    return (start, end = bytes.length) => text.slice(units[Math.min(start, bytes.length)], units[Math.min(end, bytes.length)]);
}
/** Where a character (code point, from 0) is, as PostgreSQL counts the positions of its errors. */
function placeOfCharacter(text, character) {
    let index = 0;
    for (let seen = 0; seen < character && index < text.length; seen += 1) {
        index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    const before = text.slice(0, index);
    return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}
/** The beginning of a statement on one line. */
function excerptOf(sql, longest = 80) {
    const line = sql
        .slice(0, 4 * longest)
        .replace(/\s+/g, " ")
        .trim();
    return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
/** Index of the last of sorted numbers that is not above `limit`. */
function lastUpTo(sorted, limit) {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

/***/ 64629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ codePoints),
/* harmony export */   jM: () => (/* binding */ placeholderAt),
/* harmony export */   qf: () => (/* binding */ placeholder)
/* harmony export */ });
/** What the usual templates write for a value that is to come; an array of arrays is none. */
const placeholder = /\{\{[-#&>~]?\s*[a-z_.$][^{},\n]*\}\}|\$\{[^{}\n]+\}|<%[^\n]*?%>/gi;
/** A template's placeholder at which, or right behind which, the parser stumbles; characters are code points, from 0. */
function placeholderAt(text, character) {
    for (const found of text.matchAll(placeholder)) {
        const at = codePoints(text.slice(0, found.index));
        if (at > character)
            return undefined;
        const end = at + codePoints(found[0]);
        const between = text.slice(found.index + found[0].length).slice(0, Math.max(0, character - end));
        if (between.trim() === "")
            return { text: found[0], at };
    }
    return undefined;
}
/** The length of a text as PostgreSQL counts it: in code points. */
function codePoints(text) {
    return text.length - (text.match(/[\uDC00-\uDFFF]/g)?.length ?? 0);
}


/***/ }),

/***/ 27916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   x$: () => (/* binding */ severityOn),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96385);

const defaultPolicy = {};
/** Data goes one way, and old code must work on the new schema; the rest is for people to weigh. */
const usual = {
    data_loss: "fail",
    breaks_clients: "fail",
    opaque: "fail",
    tightens: "warn",
    lock_hazard: "warn",
    invalid: "fail",
};
/** The strongest that the policy says of the rule's axes. */
function severityOf(rule, policy) {
    const { axes, degree } = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleOf */ .Y)(rule);
    const own = { drop: "fail", scoped: "warn" };
    const said = axes.map((axis) => saidOf(axis, policy) ?? (degree === undefined ? usual[axis] : own[degree]));
    if (said.includes("fail"))
        return "fail";
    return said.includes("warn") ? "warn" : "off";
}
/** What becomes of something on an axis that is of no rule. */
function severityOn(axis, policy) {
    return policy[axis] ?? usual[axis];
}
function saidOf(axis, policy) {
    return axis === "invalid" ? "fail" : policy[axis];
}


/***/ }),

/***/ 96385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pD: () => (/* binding */ isFromLive),
  OT: () => (/* binding */ isFromReplay),
  nX: () => (/* binding */ isFromShadow),
  uF: () => (/* binding */ isWaivable),
  Y: () => (/* binding */ ruleOf),
  aO: () => (/* binding */ rules)
});

;// CONCATENATED MODULE: ./lib/kit/judge/ending-rules.js
const later = "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";
/** What no longer happens, or is lost, although no DROP names it. */
const endingRules = {
    "drop-queue": {
        axes: ["data_loss", "breaks_clients"],
        why: "its messages are gone for ever, and whoever sends to it fails",
        safe: later,
    },
    "purge-queue": {
        axes: ["data_loss"],
        why: "all its messages are gone for ever",
        safe: "Let its readers work it off, or delete single messages by their ids.",
    },
    "unlink-object": {
        axes: ["data_loss"],
        why: "the large object is gone for ever",
        safe: "See that no row refers to it, and unlink it in a later release.",
    },
    "disable-trigger": {
        axes: ["breaks_clients"],
        why: "what it did no longer happens",
        safe: "Enable it again in the same file.",
    },
    "narrow-trigger": {
        axes: ["breaks_clients"],
        why: "it fires on less than before, and there what it did no longer happens",
        safe: "Name every event and column that it had.",
    },
    "instead-rule": {
        axes: ["breaks_clients"],
        why: "what the live code writes there is not written, and nobody is told",
        safe: "Use a trigger, which may refuse the write with an error.",
    },
    "narrow-replica-identity": {
        axes: ["breaks_clients"],
        why: "its subscribers hear the key of a changed row only, no longer what was in it before",
        safe: "Keep REPLICA IDENTITY FULL until no subscriber reads the former values.",
    },
    "unpopulated-view": {
        axes: ["breaks_clients"],
        why: "whoever reads it is refused until it is refreshed (55000)",
        safe: "REFRESH MATERIALIZED VIEW in the same file, or leave out WITH NO DATA.",
    },
    "replace-mismatch": {
        axes: ["breaks_clients"],
        why: "PostgreSQL refuses to let it take the place of the one that is there, whose callers would meet another one",
        safe: "Give the new one a name of its own beside it, and let both live for a release.",
    },
    "drop-constraint-cascade": {
        axes: ["breaks_clients"],
        why: "foreign keys of other tables and views that hang on it go with it",
        safe: "Leave CASCADE out: PostgreSQL then names what hangs on it, which can be made again in the same file.",
    },
    "unschedule-job": {
        axes: ["breaks_clients"],
        degree: "scoped",
        why: "what it did no longer happens",
        safe: "Where it is only to change, schedule it again under its name in the same file.",
    },
};

;// CONCATENATED MODULE: ./lib/kit/judge/lock-rules.js
/** Locks that block writes to a live table for as long as its rows are read or written. */
const lockRules = {
    "rewrite-table": {
        axes: ["lock_hazard"],
        why: "the whole table is written anew, and nobody may read or write it meanwhile",
        safe: "Add a new column without a volatile default, fill it in batches, and let the code move to it.",
    },
    "scan-for-constraint": {
        axes: ["lock_hazard"],
        mayFailOnData: true,
        why: "all rows are read while nobody may write",
        safe: "Add it NOT VALID, and VALIDATE CONSTRAINT in a later file.",
    },
    "validate-under-lock": {
        axes: ["lock_hazard"],
        mayFailOnData: true,
        why: "the transaction still holds a lock that blocks writes, and all rows are read under it",
        safe: "VALIDATE CONSTRAINT in a file of its own: alone it lets everybody write.",
    },
    "scan-for-not-null": {
        axes: ["lock_hazard"],
        mayFailOnData: true,
        why: "all rows are read while nobody may read or write",
        safe: "Add CHECK (column IS NOT NULL) NOT VALID, VALIDATE it in a later file, then SET NOT NULL reads nothing.",
    },
    "build-index": {
        axes: ["lock_hazard"],
        why: "nobody may write while the index is built",
        safe: "CREATE INDEX CONCURRENTLY in a file of its own.",
    },
    "build-constraint-index": {
        axes: ["lock_hazard"],
        mayFailOnData: true,
        why: "nobody may read or write while its index is built",
        safe: "CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ADD CONSTRAINT … USING INDEX.",
    },
    "rebuild-under-lock": {
        axes: ["lock_hazard"],
        why: "all of it is read or written anew under a lock that blocks writes",
        safe: "REINDEX CONCURRENTLY in a file of its own; leave VACUUM FULL and CLUSTER to a quiet hour.",
    },
    "attach-scan": {
        axes: ["lock_hazard"],
        mayFailOnData: true,
        why: "all rows of the partition are read while nobody may use it",
        safe: "First add a CHECK that is the partition's bounds, NOT VALID, and VALIDATE it in an earlier file.",
    },
    backfill: {
        axes: ["lock_hazard"],
        why: "every row is locked and written anew in one transaction",
        safe: "Fill it in batches outside of the migration, or in a file of its own where the table is small.",
    },
    "scan-under-lock": {
        axes: ["lock_hazard"],
        why: "the file has locked it against writes, and all rows are read under it",
        safe: "Read before the LOCK TABLE, or leave it out: one statement sees one moment anyway.",
    },
    "backfill-under-lock": {
        axes: ["lock_hazard"],
        why: "the transaction still holds a lock that blocks writes, and rows are searched and written under it",
        safe: "Put it into a file of its own, before or after the one that changes the table.",
    },
};

;// CONCATENATED MODULE: ./lib/kit/judge/tightening-rules.js
/** What the live code may do, or what it may write, becomes less. */
const tighteningRules = {
    "drop-policy": {
        axes: ["tightens"],
        degree: "drop",
        why: "who may see or change rows is another at once",
        safe: "ALTER POLICY, or create it again under the same name in the same file.",
    },
    "add-constraint": {
        axes: ["tightens"],
        mayFailOnData: true,
        why: "what the live code writes may be refused, and rows that are there may fail it",
        safe: "See that nothing that is live writes what it forbids.",
    },
    "set-not-null": {
        axes: ["tightens"],
        mayFailOnData: true,
        why: "the live code may still leave it out, and rows that are there may fail it",
        safe: "Give it a default, and see that nothing that is live writes NULL.",
    },
    "required-column": {
        axes: ["tightens"],
        mayFailOnData: true,
        why: "the live code does not write it, and it fails where there are rows",
        safe: "Give it a default, or leave out NOT NULL until everything that is live writes it.",
    },
    "drop-default": {
        axes: ["tightens"],
        why: "the live code may leave it out, and it must not be null",
        safe: "Drop it once everything that is live writes the column.",
    },
    "enable-row-security": {
        axes: ["tightens"],
        why: "from then on its rows are seen and changed only by its owner, and by whom a policy lets",
        safe: "Make its policies in the same file, for each role and each command that live code uses.",
    },
    revoke: {
        axes: ["tightens"],
        why: "whoever had it is refused at once",
        safe: "See that nothing that is live uses it under that role.",
    },
    "lose-grants": {
        axes: ["tightens"],
        why: "it is made anew without what had been granted on it",
        safe: "GRANT it again in the same file, or CREATE OR REPLACE, which keeps its grants.",
    },
    "regain-grants": {
        axes: ["tightens"],
        why: "it is made anew with what every new one is granted, also what had been revoked on it",
        safe: "REVOKE it again in the same file, or CREATE OR REPLACE, which keeps its grants.",
    },
    "lose-security-definer": {
        axes: ["tightens"],
        why: "who calls it needs rights of their own on what it uses, and sees only the rows that are theirs",
        safe: "Repeat SECURITY DEFINER, or see that whoever calls it has these rights.",
    },
    "gain-security-definer": {
        axes: ["tightens"],
        why: "it works with its owner's rights now, past the row security that held for whoever calls it",
        safe: "Leave it SECURITY INVOKER, or see that it asks itself who calls it and gives each only what is theirs.",
    },
    "disable-row-security": {
        axes: ["tightens"],
        why: "its policies hold for nobody any more: whoever has a right on it sees and changes all of its rows",
        safe: "Leave it on, and make a policy that lets through what is needed.",
    },
    "narrow-policy": {
        axes: ["tightens"],
        why: "who was let through may be refused now",
        safe: "See that nothing that is live asks under that role or for those rows.",
    },
    "lose-security-invoker": {
        axes: ["tightens"],
        why: "it reads with its owner's rights now, past the row security that held for its readers",
        safe: "Repeat WITH (security_invoker = true).",
    },
    "gain-security-invoker": {
        axes: ["tightens"],
        why: "who reads it needs rights of their own on what it shows, and sees only the rows that are theirs",
        safe: "See that whoever reads it has these rights, and policies for the rows that they need.",
    },
    "generated-always": {
        axes: ["tightens"],
        why: "whoever brings a value of their own for it is refused (428C9)",
        safe: "GENERATED BY DEFAULT lets both through.",
    },
    "no-replica-identity": {
        axes: ["tightens"],
        degree: "drop",
        why: "as long as it is published, every UPDATE and DELETE of its rows is refused: nothing tells them apart (55000)",
        safe: "Give it a primary key, or REPLICA IDENTITY FULL, before it is published.",
    },
    "add-check-option": {
        axes: ["tightens"],
        why: "what is written through it and it does not show is refused (44000)",
        safe: "See that nothing that is live writes such rows through it.",
    },
    "restrict-bucket": {
        axes: ["tightens"],
        why: "what was read without a signature, or uploaded, may be refused now",
        safe: "Make another bucket, move to it what is to be guarded, and let both live for a release.",
    },
    "restrictive-policy": {
        axes: ["tightens"],
        why: "it takes from what every other policy allows",
        safe: "See that nothing that is live asks for what it forbids.",
    },
};

;// CONCATENATED MODULE: ./lib/kit/judge/rules.js



const rules_later = "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";
const expand = "Add the new one beside it, copy, let both live for a release, and drop the old one later.";
/** Every rule that a statement can hit. Ids are what a waiver names; they stay for ever. */
const rules = {
    "drop-table": { axes: ["data_loss", "breaks_clients"], why: "its rows are gone for ever", safe: rules_later },
    "drop-column": { axes: ["data_loss", "breaks_clients"], why: "its values are gone for ever", safe: rules_later },
    "drop-schema": {
        axes: ["data_loss", "breaks_clients"],
        why: "all that is in it is gone for ever",
        safe: rules_later,
    },
    "drop-database": {
        axes: ["data_loss", "breaks_clients"],
        why: "all that is in it is gone for ever",
        safe: rules_later,
    },
    "drop-sequence": {
        axes: ["data_loss", "breaks_clients"],
        why: "its position is gone for ever",
        safe: rules_later,
    },
    "drop-owned": {
        axes: ["data_loss", "breaks_clients"],
        why: "it drops whatever the role owns",
        safe: "Drop single objects by name, in a later release.",
    },
    truncate: {
        axes: ["data_loss"],
        why: "all rows are gone for ever",
        safe: "Delete by a WHERE that names what may go.",
    },
    "delete-without-where": {
        axes: ["data_loss"],
        why: "all rows are gone for ever",
        safe: "Add a WHERE that names what may go.",
    },
    "update-without-where": {
        axes: ["data_loss"],
        why: "the old values of all rows are gone for ever",
        safe: "Write into a new column, or add a WHERE that names the rows.",
    },
    "blank-values": {
        axes: ["data_loss"],
        degree: "scoped",
        why: "the values of the rows that it names are gone for ever",
        safe: "See that its WHERE names what may go and nothing else, or keep the values in another column.",
    },
    "drop-view": {
        axes: ["breaks_clients"],
        why: "whoever reads it fails at once",
        safe: "CREATE OR REPLACE VIEW keeps its columns and may add some at the end.",
    },
    "drop-function": {
        axes: ["breaks_clients"],
        why: "whoever calls it fails at once, and its grants are gone",
        safe: "CREATE OR REPLACE FUNCTION with the same signature, or a second function beside it.",
    },
    "ambiguous-overload": {
        axes: ["breaks_clients"],
        why: "the API finds a function by the names of its arguments and refuses a call that both could answer (PGRST203)",
        safe: "DROP the old one in the same file where the new one takes its calls, or give the new one a name of its own.",
    },
    "drop-type": { axes: ["breaks_clients"], why: "whoever names it fails at once", safe: rules_later },
    "drop-extension": { axes: ["breaks_clients"], why: "all that it brought is gone", safe: rules_later },
    "drop-type-columns": {
        axes: ["data_loss", "breaks_clients"],
        why: "CASCADE drops every column of that type with its values",
        safe: "Move the columns to another type first; without CASCADE the drop is refused while one is left.",
    },
    "drop-extension-data": {
        axes: ["data_loss", "breaks_clients"],
        why: "what is stored in its tables or in columns of its types goes with it",
        safe: rules_later,
    },
    "drop-trigger": {
        axes: ["breaks_clients"],
        why: "what it did no longer happens",
        safe: "CREATE OR REPLACE TRIGGER, or create it again under the same name in the same file.",
    },
    "drop-publication": { axes: ["breaks_clients"], why: "its subscribers hear nothing more", safe: rules_later },
    "drop-other": { axes: ["breaks_clients"], why: "whatever uses it fails at once", safe: rules_later },
    "detach-partition": { axes: ["breaks_clients"], why: "its rows are no longer in the parent", safe: rules_later },
    "rename-table": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
    "rename-column": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
    "rename-other": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
    "move-schema": {
        axes: ["breaks_clients"],
        why: "the live code asks for it in the old schema",
        safe: expand,
    },
    "alter-column-type": {
        axes: ["breaks_clients"],
        mayFailOnData: true,
        why: "values may be cut or refused, the live code meets another type, and the table may be rewritten under a lock",
        safe: expand,
    },
    "drop-generated-column": {
        axes: ["breaks_clients"],
        why: "its values can be computed again, but the live code asks for it",
        safe: rules_later,
    },
    "narrow-column-type": {
        axes: ["data_loss"],
        why: "what the new type cannot hold is cut off every value for ever",
        safe: expand,
    },
    "delete-rows": {
        axes: ["data_loss"],
        degree: "scoped",
        why: "the rows that it names are gone for ever",
        safe: "See that its WHERE names what may go and nothing else.",
    },
    ...endingRules,
    ...lockRules,
    ...tighteningRules,
    "opaque-sql": {
        axes: ["opaque"],
        why: "what it runs is not in the file as text",
        safe: "Write the statements out, or EXECUTE constant text (format() with %I and %L is fine).",
    },
    "replay-loss": {
        axes: ["data_loss", "breaks_clients"],
        why: "on a shadow of the database it loses what is live",
        safe: rules_later,
    },
    "replay-break": {
        axes: ["breaks_clients"],
        why: "on a shadow of the database it changes what live code may use",
        safe: expand,
    },
    "replay-tightens": {
        axes: ["tightens"],
        why: "on a shadow of the database it refuses what was allowed before",
        safe: "Grant it again, or see that nothing that is live asks for it.",
    },
    "replay-rewrite": {
        axes: ["lock_hazard"],
        why: "on a shadow of the database it writes the table anew, and nobody reads or writes it meanwhile",
        safe: expand,
    },
    "replay-scan": {
        axes: ["lock_hazard"],
        why: "on a shadow of the database it reads the whole table under a lock, and nobody writes it meanwhile",
        safe: "Put what reads the table into a file of its own, before the one that locks it.",
    },
    "journey-break": {
        axes: ["breaks_clients"],
        why: "on a shadow of the database, what live code does fails once this file has run",
        safe: "See why in the plan's table, and let the live code work on the new schema; or release the code first, and this file later.",
    },
    "live-effect": {
        axes: ["data_loss", "breaks_clients"],
        why: "on the live database it does what neither its text nor a shadow shows",
        safe: "Find what does it there, a trigger or a function that no migration has made, and mend that first.",
    },
    "template-placeholder": {
        axes: ["opaque"],
        why: "a template's placeholder is still there, and is taken as it stands",
        safe: "Write what it stands for; what is secret belongs into the Vault, not into a migration.",
    },
    "syntax-error": {
        axes: ["invalid"],
        why: "PostgreSQL's parser does not take it, or it is nested deeper than it can be judged",
        safe: "Correct the SQL; what is nested too deep, write as several statements.",
    },
    "too-large": {
        axes: ["invalid"],
        why: "more than 10 million cannot be read and judged, and the ledger would keep a copy of it",
        safe: "Split the file; load rows in bulk by other means than a migration.",
    },
    "psql-only": {
        axes: ["invalid"],
        why: "only psql understands this, the server does not",
        safe: "Write plain SQL: INSERT instead of COPY FROM stdin, no backslash commands.",
    },
    "label-too-soon": {
        axes: ["invalid"],
        why: "a value that the same transaction adds to an enum cannot be used yet (55P04)",
        safe: "Add the value in a file of its own, before this one.",
    },
    "transaction-control": {
        axes: ["invalid"],
        why: "the file's BEGIN and COMMIT do not pair, so what is recorded as applied might not be there",
        safe: "Leave BEGIN, COMMIT and ROLLBACK out: a file is one transaction anyway where it can be.",
    },
    "not-transactional": {
        axes: ["invalid"],
        why: "PostgreSQL refuses it, or a COMMIT in its body, inside of a transaction, and it stands between BEGIN and COMMIT",
        safe: "Put it before BEGIN or behind COMMIT: there it runs by itself.",
    },
    waiver: {
        axes: ["invalid"],
        why: "a waiver that does not say what and why, or that waives nothing, hides what happens",
        safe: "Write `-- rollout-allow: <rule> <reason>` directly above the statement.",
    },
};
function ruleOf(id) {
    return rules[id];
}
/**
 * Rules that only a replay can tell. Whether a machine has a shadow must not change what is approved, so such a waiver
 * counts as soon as it is written.
 */
function isFromReplay(id) {
    return id.startsWith("replay-");
}
/** Rules that the text never hits: of a replay, and of what live code does on it. */
function isFromShadow(id) {
    return isFromReplay(id) || id === "journey-break";
}
/** What can be told only while the file runs: a waiver of it counts as soon as it is written, whatever a replay shows. */
function isFromLive(id) {
    return id === "live-effect";
}
/** Rules that a waiver may name: what can be run. */
function isWaivable(id) {
    return ruleOf(id).axes[0] !== "invalid";
}


/***/ }),

/***/ 13039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Uj: () => (/* binding */ isPlace),
/* harmony export */   as: () => (/* binding */ as),
/* harmony export */   gR: () => (/* binding */ contains)
/* harmony export */ });
/** What is inside of these is stored, not run: bodies of functions and rules. */
const notRun = new Set(["CreateFunctionStmt", "RuleStmt"]);
/** The node's fields if it is of that type. */
function as(node, type) {
    return node?.[type];
}
/**
 * Calls `visit` for every node that runs, outer before inner. A key with a capital letter names a node's
 * type; other keys are fields.
 */
function walk(tree, visit) {
    if (typeof tree !== "object" || tree === null)
        return;
    if (Array.isArray(tree)) {
        for (const item of tree)
            walk(item, visit);
        return;
    }
    for (const key in tree) {
        const value = tree[key];
        const first = key.charCodeAt(0);
        const isNode = first >= 65 && first <= 90;
        if (isNode)
            visit(key, value);
        if (typeof value === "object" && !(isNode && notRun.has(key)))
            walk(value, visit);
    }
}
/** Whether a field tells where something stands in the text. */
function isPlace(key) {
    return key.endsWith("location") || key.endsWith("list_start") || key.endsWith("list_end");
}
/** Whether a node of one of these types is anywhere inside. */
function contains(tree, types) {
    let found = false;
    walk(tree, (type) => {
        found ||= types.has(type);
    });
    return found;
}


/***/ }),

/***/ 95854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ emptyLedger),
/* harmony export */   Ob: () => (/* binding */ disprovedIn),
/* harmony export */   S1: () => (/* binding */ whyNoRollback),
/* harmony export */   uQ: () => (/* binding */ describeChange)
/* harmony export */ });
/* harmony import */ var _judge_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72417);
/* harmony import */ var _release_plan_decided_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83668);


/** The part of the plan: what a person approves, and what it means for the way back. */
function describeChange(described, passed) {
    const { pending, unverified, adopting = [] } = described;
    const breaking = versionsOf(pending, passed.filter(_judge_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isBreaking */ .ER));
    const off = `automatic rollback: off, because ${offBecause(breaking)}`;
    return {
        phase: "migrate",
        work: pending.length + adopting.length === 0 ? "none" : "some",
        decisions: decisionsOf(described, passed, breaking),
        measurements: { bytes: pending.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) },
        undo: undoOf(pending, breaking, off),
        unverified,
        says: [...saysOf(described, passed), ...(breaking.length > 0 ? [off] : [])],
    };
}
/** What the digest covers. */
function decisionsOf({ head, pending, adopting = [], disproved = [] }, passed, breaking) {
    return {
        head,
        pending: pending.map(({ version, name, sha256 }) => ({ version, name, sha256 })),
        waivers: waivedOf(passed).map(({ file, line, rule, thing, waived: reason = "" }) => ({
            file,
            line,
            rule,
            thing,
            reason,
        })),
        breaking,
        // What a replay has shown is a decision only where something was passed because of it.
        ...(disproved.length === 0 ? {} : { disproved: disproved.map((one) => ({ ...one })) }),
        ...(adopting.length > 0
            ? { adopt: adopting.map(({ file: { version, sha256 } }) => ({ version, sha256 })) }
            : {}),
    };
}
function saysOf({ head, pending, ahead = [], adopting = [] }, passed) {
    const waived = waivedOf(passed);
    const warnings = passed.length - waived.length;
    return [
        ...(head === null && pending.length > 0 ? [emptyLedger] : []),
        ...(ahead.length > 0 ? [aheadText(ahead)] : []),
        ...adoptTexts(adopting),
        ...pending.map(({ version, name }) => `apply ${version} ${name}`),
        ...waived.map(({ file, line, rule, thing, waived: reason = "" }) => {
            return `allowed at ${file}:${line}: ${rule} ${(0,_judge_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .thingSaid */ .Eu)({ thing })} («${reason}»)`;
        }),
        ...(warnings > 0
            ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"} of the judge: see the details`]
            : []),
    ];
}
function waivedOf(passed) {
    return passed.filter((finding) => finding.waived !== undefined);
}
const emptyLedger = "the ledger is empty: everything is pending";
function adoptTexts(adopting) {
    const versions = (edited) => adopting
        .filter((one) => one.edited === edited)
        .map(({ file }) => file.version)
        .join(", ");
    const [changed, silent] = [versions(true), versions(false)];
    return [
        ...(changed ? [`adopt ${changed} as the files are: the ledger has another text of them`] : []),
        ...(silent ? [`adopt ${silent} as the files are: the ledger keeps no text of them`] : []),
    ];
}
function aheadText(ahead) {
    const one = ahead.length === 1;
    return `the schema is ahead of this commit: ${ahead.join(", ")} ${one ? "was" : "were"} applied by an earlier release, and ${one ? "stays" : "stay"}`;
}
const decidedForm = {
    fields: {
        disproved: {
            optional: {
                each: { fields: { file: "text", line: "number", column: "number", rule: "text", thing: "text" } },
            },
        },
        breaking: { optional: { each: "text" } },
    },
};
/** What was passed because a replay had disproved it. */
function disprovedIn(part) {
    return (0,_release_plan_decided_js__WEBPACK_IMPORTED_MODULE_1__/* .decidedIn */ .m)(part, decidedForm).disproved ?? [];
}
/** Why no rollback may pass the migrations of a part, or undefined where the former code works on them. */
function noRollbackBecause(part) {
    const { breaking = [] } = (0,_release_plan_decided_js__WEBPACK_IMPORTED_MODULE_1__/* .decidedIn */ .m)(part, decidedForm);
    return breaking.length === 0 ? undefined : offBecause(breaking);
}
/** The same of a whole release: by its own migrations, or by what a release that was held has left below it. */
function whyNoRollback({ parts, noRollback }) {
    return parts.map(noRollbackBecause).find((one) => one !== undefined) ?? noRollback;
}
function offBecause(breaking) {
    return `${breaking.join(", ")} ${breaking.length === 1 ? "is" : "are"} allowed to lose data or break the live code`;
}
function versionsOf(pending, breaking) {
    const paths = new Set(breaking.map(({ file }) => file));
    return pending.filter(({ path }) => paths.has(path)).map(({ version }) => version);
}
function undoOf(pending, breaking, off) {
    if (pending.length === 0)
        return { possible: "yes" };
    const stays = "the schema never goes back by itself";
    const why = breaking.length > 0
        ? `${stays}; ${off}`
        : `${stays}; it only grows here, so the previous code works on it`;
    return { possible: "no", why };
}


/***/ }),

/***/ 6918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Asked for by several, done once, and only if somebody asks. */
function once(work) {
    let asked;
    return () => (asked ??= work());
}


/***/ })

};
