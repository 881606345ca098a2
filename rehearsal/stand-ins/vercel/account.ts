import type { ApiHandler } from "./handler.ts";
import { notFound } from "./errors.ts";

/** GET /v2/user */
export const getUser: ApiHandler = ({ state }) => ({
  status: 200,
  json: {
    user: {
      ...state.user,
      uid: state.user.id,
      avatar: null,
      createdAt: 0,
      softBlock: null,
      billing: null,
      resourceConfig: {},
      stagingPrefix: "standin",
      hasTrialAvailable: false,
      defaultTeamId: state.team?.id ?? null,
      version: "northstar",
    },
  },
});

/** GET /teams/{id} and /v2/teams/{id} */
export const getTeam: ApiHandler = ({ state }, { params }) => {
  if (!state.team || ![state.team.id, state.team.slug].includes(params["id"] ?? "")) return notFound("Team");
  return { status: 200, json: team(state.team) };
};

/** GET /v1/teams and /v2/teams */
export const listTeams: ApiHandler = ({ state }) => ({
  status: 200,
  json: {
    teams: state.team ? [team(state.team)] : [],
    pagination: { count: state.team ? 1 : 0, next: null, prev: null },
  },
});

function team({ id, slug, name }: { id: string; slug: string; name: string }): Record<string, unknown> {
  return {
    id,
    slug,
    name,
    avatar: null,
    createdAt: 0,
    creatorId: "usr_standin",
    updatedAt: 0,
    stagingPrefix: slug,
    membership: { role: "OWNER", confirmed: true, uid: "usr_standin", teamId: id, created: 0, createdAt: 0 },
    limited: false,
  };
}
