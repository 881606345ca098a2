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
