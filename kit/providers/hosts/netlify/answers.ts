import type { Shape } from "../shaped.ts";

/** The fields of Netlify's answers that this suite reads; everything else is left alone. */
export interface SiteAnswer {
  readonly id: string;
  readonly name?: string;
  readonly url?: string;
  readonly ssl_url?: string;
  readonly custom_domain?: string | null;
  readonly domain_aliases?: readonly string[] | null;
  readonly account_id?: string;
  readonly account_slug?: string;
  readonly published_deploy?: DeployAnswer | null;
  readonly build_settings?: { readonly repo_url?: string | null; readonly stop_builds?: boolean } | null;
  readonly prevent_non_git_prod_deploys?: boolean;
}

export interface DeployAnswer {
  readonly id?: string;
  readonly state?: string;
  readonly title?: string | null;
  readonly locked?: boolean | null;
  /** SHA-1 of the files that are to be uploaded still. */
  readonly required?: readonly string[] | null;
  readonly deploy_ssl_url?: string;
  readonly ssl_url?: string;
  readonly error_message?: string | null;
  readonly published_at?: string | null;
  readonly admin_url?: string;
}

export interface EnvVar {
  readonly key: string;
  readonly is_secret?: boolean;
  readonly updated_at?: string;
  readonly values?: readonly { readonly context?: string; readonly value?: string }[];
}

export interface FileAnswer {
  readonly path?: string;
  readonly sha?: string;
}

const deploy: Shape = {
  fields: {
    id: "text",
    state: "text",
    title: "text",
    locked: "flag",
    required: { each: "text" },
    deploy_ssl_url: "text",
    ssl_url: "text",
    error_message: "text",
    published_at: "text",
    admin_url: "text",
  },
};

/** Their types, by which an answer is told from something else. */
export const shapes = {
  deploy,
  site: {
    fields: {
      id: "text",
      name: "text",
      url: "text",
      ssl_url: "text",
      custom_domain: "text",
      domain_aliases: { each: "text" },
      account_id: "text",
      account_slug: "text",
      published_deploy: deploy,
      build_settings: { fields: { repo_url: "text", stop_builds: "flag" } },
      prevent_non_git_prod_deploys: "flag",
    },
    needs: ["id"],
  },
  variable: {
    fields: {
      key: "text",
      is_secret: "flag",
      updated_at: "text",
      values: { each: { fields: { context: "text", value: "text" } } },
    },
    needs: ["key"],
  },
  file: { fields: { path: "text", sha: "text" } },
} as const satisfies Readonly<Record<string, Shape>>;
