/** The names of the world's one target; the app's own rollout.yml has it as well. */
export const target = {
  name: "production",
  ref: "abcdefghijklmnopqrst",
  hostProject: "prj_prism",
  domain: "prism.example.com",
  zone: "5f0c1de4a2b94c7d8e9f001122334455",
  functions: ["finalizeAssessment", "get-results-by-session", "score_prism", "score_fc_session"],
  reviewers: ["ada"],
  gates: ["migrate", "deploy-functions", "deploy-web"],
} as const;
