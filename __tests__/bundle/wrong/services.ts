import { ref, secrets } from "../stack.ts";
import { type Wrong, databaseUrl, given, rolloutWith } from "./wrong.ts";

/** What the database answers. */
export const databases: readonly Wrong[] = ["plan", "migrate"].flatMap((action): readonly Wrong[] => [
  {
    name: "a database behind a closed port",
    action,
    start: ({ closedPort }) => databaseUrl(`127.0.0.1:${closedPort}/app`)(),
    code: "PR411",
    says: ["cannot be reached: connect ECONNREFUSED", "/app", "`database-url`"],
  },
  {
    name: "a database on a host that is none",
    action,
    start: databaseUrl("db.invalid:5432/app"),
    code: "PR411",
    says: ["db.invalid:5432/app cannot be reached", "Correct the host"],
  },
  {
    name: "a wrong password",
    action,
    start: ({ stack }) => given({ "database-url": stack.databaseUrl({ password: secrets.wrongPassword }) })(),
    code: "PR411",
    says: [
      'refuses the login: password authentication failed for user "owner"',
      "Check user and password of `database-url`",
    ],
  },
  {
    name: "an unknown database",
    action,
    start: ({ stack }) => given({ "database-url": stack.databaseUrl({ database: "nowhere" }) })(),
    code: "PR411",
    says: ["/nowhere does not exist", "`database-url`"],
  },
  {
    name: "what is no connection string",
    action,
    start: given({ "database-url": secrets.password }),
    code: "PR411",
    says: ["`database-url` is not a connection string", "postgresql://"],
  },
  {
    name: "a web page where the database should be",
    action,
    start: ({ pageUrl }) => databaseUrl(`${new URL(pageUrl).host}/app`)(),
    code: "PR306",
    says: ["a web server is there", "`database-url`"],
  },
]);

/** What the services answer. */
export const services: readonly Wrong[] = [
  ...["plan", "deploy-functions"].flatMap((action): readonly Wrong[] => [
    {
      name: "a Supabase token that is refused",
      action,
      start: given({ "supabase-access-token": secrets.wrong }),
      code: "PR302",
      says: [`Supabase GET /v1/projects/${ref}/functions answered 401`, "`supabase-access-token`"],
    },
    {
      name: "a Supabase project that is unknown",
      action,
      start: async ({ stack }) => ({
        workspace: await rolloutWith(stack, (text) => text.replace(ref, "z".repeat(20))),
      }),
      code: "PR303",
      says: [
        `Supabase knows no project ${"z".repeat(20)}`,
        "Correct `supabase` for this target in rollout.yml",
      ],
    },
    {
      name: "a page where Supabase should be",
      action,
      start: async ({ stack, pageUrl }) => ({
        workspace: await rolloutWith(stack, (text) =>
          text.replace(/supabase-api-url: .*/, `supabase-api-url: ${pageUrl}`),
        ),
      }),
      code: "PR306",
      says: [
        "Supabase GET",
        "answered 200 with an HTML page: <html><body>Please log in",
        "Check the API URL",
      ],
    },
  ]),
  ...["plan", "deploy-web"].flatMap((action): readonly Wrong[] => [
    {
      name: "a token that the host refuses",
      action,
      start: given({ "host-token": secrets.wrong }),
      code: "PR302",
      says: ["Vercel GET /v9/projects/prj_web answered 403", "`host-token`"],
    },
    {
      name: "a project that the host does not know",
      action,
      start: async ({ stack }) => ({
        workspace: await rolloutWith(stack, (text) => text.replace("prj_web", "prj_nowhere")),
      }),
      code: "PR303",
      says: [
        "Vercel knows no project prj_nowhere",
        "Correct `host-project` for this target in rollout.yml",
        "`host-team`",
      ],
    },
    {
      name: "a page where the host should be",
      action,
      start: async ({ stack, pageUrl }) => ({
        workspace: await rolloutWith(stack, (text) =>
          text.replace(/host-api-url: .*/, `host-api-url: ${pageUrl}`),
        ),
      }),
      code: "PR306",
      says: ["Vercel GET", "answered 200 with an HTML page", "Check the API URL"],
    },
  ]),
  {
    name: "a token that GitHub refuses",
    action: "plan",
    start: given({ "github-token": secrets.wrong }),
    code: "PR302",
    says: ["GitHub GET /repos/acme/prism", "answered 401", "`github-token`"],
  },
  {
    name: "a repository that the token does not see",
    action: "plan",
    start: () => ({ env: { GITHUB_REPOSITORY: "acme/nowhere" } }),
    code: "PR303",
    says: ["GitHub GET /repos/acme/nowhere", "answered 404"],
  },
  {
    name: "a page where GitHub should be",
    action: "plan",
    start: ({ pageUrl }) => ({ env: { GITHUB_API_URL: pageUrl } }),
    code: "PR306",
    says: ["GitHub GET /repos/acme/prism", "Please log in", "a proxy, a login page"],
  },
  {
    name: "GitHub behind a closed port",
    action: "plan",
    start: ({ closedPort }) => ({ env: { GITHUB_API_URL: `http://127.0.0.1:${closedPort}` } }),
    code: "PR301",
    says: ["GitHub GET /repos/acme/prism", "got no answer", "ECONNREFUSED", "reachable from this runner"],
  },
];
