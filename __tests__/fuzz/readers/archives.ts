import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { takeBlobs } from "../../../kit/parts/checks/take-blobs.ts";
import { keepReport } from "../../../kit/parts/checks/kept/keep-report.ts";
import { scrubTrace } from "../../../kit/parts/checks/kept/scrub-trace.ts";
import { readReport } from "../../../kit/parts/checks/playwright-report.ts";
import { readZip } from "../../../kit/ports/read-zip.ts";
import { writeZip } from "../../../kit/ports/write-zip.ts";
import { readMultipart } from "../../../kit/providers/supabase/read-multipart.ts";
import { fetchPackage } from "../../../kit/shadow/engines/fetch-package.ts";
import { readTar } from "../../../kit/shadow/engines/read-tar.ts";
import { tar } from "../../support/tar.ts";
import { json, jsonText, text, textOf, word } from "../arbitraries.ts";
import { mutatedBytes, mutatedJson } from "../mutate.ts";
import { type Group, reading } from "../reader.ts";
import { inSandbox } from "../sandbox.ts";

const secrets = { secrets: ["canary-4711-secret"], names: ["t"] };
const content = fc.oneof(jsonText, text, fc.constant("x".repeat(200_000)));
const traceLine = fc.oneof(
  jsonText,
  json.map((html) => `{"type":"frame-snapshot","snapshot":{"html":${textOf(html)}}}`),
);
const names = fc.oneof(
  word,
  fc.constantFrom("a.trace", "a.network", "report.jsonl", "snapshot.json", "x/snapshot.json"),
);
const zip = fc
  .array(fc.tuple(names, fc.oneof(content, traceLine)), { maxLength: 4 })
  .map(
    (files) => writeZip(files.map(([path, inner]) => ({ path, content: Buffer.from(inner) }))) as Uint8Array,
  );
const anyZip = fc.oneof(
  { weight: 3, arbitrary: zip },
  { weight: 3, arbitrary: mutatedBytes(zip) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 200 }),
  },
);

const packed = fc
  .array(fc.tuple(word, text), { maxLength: 4 })
  .map(
    (files) =>
      tar(
        Object.fromEntries(files.map(([name, inner]) => [name || "x", inner.slice(0, 2000)])),
      ) as Uint8Array,
  );
const anyTar = fc.oneof(packed, mutatedBytes(packed), fc.uint8Array({ maxLength: 2000 }));

const shard = fc.record({
  current: fc.oneof(json, fc.integer()),
  total: fc.oneof(json, fc.integer(), fc.constantFrom(3, 1e9, -1, 1.5)),
});
const blob = fc
  .oneof(
    shard.map((params) => ({ method: "onBlobReportMetadata", params: { shard: params } })),
    json,
  )
  .map((event) => writeZip([{ path: "report.jsonl", content: Buffer.from(`${textOf(event)}\n`) }]));

const attachment = fc.record({
  name: fc.oneof(fc.constantFrom<unknown>("trace", "screenshot"), word),
  path: fc.oneof(
    json,
    fc.constantFrom<unknown>("/etc/hostname", "../x", "/dev/zero", "/proc/self/environ"),
    word,
  ),
  body: fc.oneof(json, fc.constant("aGVsbG8="), fc.constant(undefined)),
});
const suite = fc.record({
  suites: fc.array(
    fc.record({
      title: word,
      file: word,
      specs: fc.array(
        fc.record({
          title: text,
          file: word,
          line: fc.nat(),
          tags: fc.array(word, { maxLength: 2 }),
          tests: fc.array(
            fc.record({
              projectName: word,
              status: fc.constantFrom("expected", "unexpected", "flaky", "skipped"),
              results: fc.array(
                fc.record({
                  status: fc.constantFrom("failed", "passed"),
                  errors: fc.array(fc.record({ message: text }), { maxLength: 2 }),
                  attachments: fc.array(attachment, { maxLength: 2 }),
                }),
                { maxLength: 2 },
              ),
            }),
            { maxLength: 2 },
          ),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  errors: fc.array(fc.record({ message: text }), { maxLength: 1 }),
});
const report = fc.oneof({ weight: 4, arbitrary: mutatedJson(suite).map((value) => textOf(value)) }, jsonText);

const multipart = fc
  .array(fc.tuple(word, text), { maxLength: 4 })
  .map(
    (parts) =>
      Buffer.from(
        `${parts.map(([name, inner]) => `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${inner}\r\n`).join("")}--b--\r\n`,
      ) as Uint8Array,
  );

export async function group(): Promise<Group> {
  return {
    readings: [
      reading({
        name: "a zip archive",
        share: 2,
        gives: anyZip,
        reads: (bytes) => {
          for (const file of readZip(bytes) ?? []) unpacked(() => file.content(1_000_000));
        },
      }),
      reading({
        name: "a trace of Playwright",
        share: 2,
        gives: anyZip,
        reads: (bytes) => scrubTrace(bytes, secrets),
      }),
      reading({
        name: "a tar archive",
        gives: anyTar,
        reads: (bytes) => unpacked(() => readTar(Buffer.from(bytes))),
      }),
      reading({
        name: "a package of a registry",
        gives: anyTar,
        reads: async (bytes) =>
          await inSandbox({}, async ({ inside }) => {
            const { createHash } = await import("node:crypto");
            const archive = gzipSync(bytes);
            const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
            const http = async (): Promise<Response> => new Response(new Uint8Array(archive));
            const pin = { name: "x", title: "x", version: "1", integrity };
            const world = { env: {}, temp: inside, http };
            await fetchPackage("http://127.0.0.1", world, pin, () => true).catch(ofTheArchive);
          }),
      }),
      reading({
        name: "blob reports of a matrix",
        gives: fc.array(fc.oneof({ weight: 4, arbitrary: blob }, { weight: 1, arbitrary: anyZip }), {
          maxLength: 3,
        }),
        reads: async (blobs) =>
          await inSandbox({}, async ({ inside }) => {
            mkdirSync(join(inside, "from"));
            blobs.forEach((bytes, index) => writeFileSync(join(inside, "from", `${index}.zip`), bytes));
            await takeBlobs(join(inside, "from"), join(inside, "to"));
          }),
      }),
      reading({
        name: "a report of Playwright",
        share: 3,
        gives: report,
        reads: async (given) => {
          const read = readReport(given);
          if (read === undefined) return;
          await inSandbox(
            {},
            async ({ inside }) =>
              await keepReport({ name: "staged", text: given, tests: read.tests }, inside, secrets),
          );
        },
      }),
      reading({
        name: "the sources of a function as the platform gives them",
        gives: fc.tuple(
          fc.oneof(
            word,
            fc.constantFrom("multipart/form-data; boundary=b", 'multipart/form-data; boundary="b"'),
          ),
          fc.oneof(multipart, mutatedBytes(multipart)),
        ),
        reads: ([type, bytes]) => readMultipart(type, bytes),
      }),
    ],
  };
}

/** What an archive cannot be unpacked for is told by whoever reads it; what it throws is of zlib, or its own. */
function unpacked(work: () => unknown): void {
  try {
    work();
  } catch (thrown) {
    ofTheArchive(thrown);
  }
}

function ofTheArchive(thrown: unknown): void {
  const { code, message = "" } = thrown as { readonly code?: string; readonly message?: string };
  const known =
    /^(Z_|ERR_BUFFER_TOO_LARGE|ENAMETOOLONG|EISDIR|ENOTDIR|EEXIST)/.test(code ?? "") ||
    /archive is cut|null bytes/.test(message);
  if (!known) throw thrown;
}
