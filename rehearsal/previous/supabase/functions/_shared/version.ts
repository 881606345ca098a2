/** How results are scored and worded. Raise it whenever the same answers could give another result. */
export const RESULTS_VERSION = "v1.2";
