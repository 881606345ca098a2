import { type NetlifyContext, addressOf, findDeploy, iso } from "./context.ts";
import type { NetlifyDeploy, NetlifySite } from "./state.ts";

/** A site as the API tells it. */
export function siteJson({ state }: NetlifyContext, site: NetlifySite): Readonly<Record<string, unknown>> {
  const published = site.published === null ? undefined : findDeploy(state, site.published);
  const [first, ...others] = site.domains;
  const url = first === undefined ? `https://${site.name}.netlify.app` : addressOf(first);
  return {
    id: site.id,
    name: site.name,
    state: "current",
    url,
    ssl_url: url,
    ...(first === undefined ? {} : { custom_domain: first.name }),
    domain_aliases: others.map(({ name }) => name),
    account_id: state.account.id,
    account_slug: state.account.slug,
    created_at: iso(site.createdAt),
    build_settings:
      site.repository === null
        ? {}
        : { repo_url: site.repository.url, stop_builds: site.repository.stopBuilds },
    prevent_non_git_prod_deploys: site.preventNonGit,
    ...(published === undefined ? {} : { published_deploy: deployJson(site, published) }),
  };
}

/** A deploy as the API tells it; `required` is what is to be uploaded still. */
export function deployJson(
  site: NetlifySite,
  deploy: NetlifyDeploy,
  required: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  return {
    id: deploy.id,
    site_id: site.id,
    name: site.name,
    state: deploy.state,
    draft: deploy.draft,
    ...(deploy.title === null ? {} : { title: deploy.title }),
    ...(deploy.error === null ? {} : { error_message: deploy.error }),
    required: [...required],
    required_functions: [],
    locked: site.locked && site.published === deploy.id,
    url: addressOf(deploy),
    ssl_url: addressOf(deploy),
    deploy_url: addressOf(deploy),
    deploy_ssl_url: addressOf(deploy),
    context: deploy.draft ? "deploy-preview" : "production",
    created_at: iso(deploy.createdAt),
    ...(deploy.publishedAt === null ? {} : { published_at: iso(deploy.publishedAt) }),
  };
}
