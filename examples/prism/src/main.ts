import "./styles.css";
import { buildMarker } from "./build-marker.ts";
import { readConfig } from "./config.ts";
import { routeOf } from "./routes.ts";
import { homeView } from "./views/home.ts";
import { noticeView } from "./views/notice.ts";

/** What a view may ask of the app. */
export interface App {
  go(path: string): void;
}

const outlet = document.querySelector<HTMLElement>("#view") ?? document.body;
const app: App = {
  go(path) {
    history.pushState(null, "", path);
    void show().then(() => outlet.focus({ preventScroll: true }));
  },
};

async function show(): Promise<void> {
  const url = location.href;
  outlet.ariaBusy = "true";
  const view = await load(new URL(url)).catch(brokenView);
  if (url !== location.href) return; // somebody has gone elsewhere in the meantime
  const heading = view.querySelector("h1")?.textContent;
  document.title = heading ? `${heading} · PRISM` : "PRISM";
  outlet.replaceChildren(view);
  outlet.ariaBusy = "false";
  scrollTo(0, 0);
}

async function load(url: URL): Promise<HTMLElement> {
  const route = routeOf(url);
  if (route.view === "home") return homeView();
  if (route.view === "not-found") return noticeView("Page not found", "There is nothing at this address.");
  const config = readConfig(import.meta.env);
  if (route.view === "assessment") {
    const [{ assessmentView }, { connect }] = await Promise.all([
      import("./views/assessment.ts"),
      import("./backend.ts"),
    ]);
    return assessmentView(connect(config), app);
  }
  const { resultsView } = await import("./views/results.ts");
  return resultsView(route, config, async () => (await import("./backend.ts")).connect(config));
}

function brokenView(error: unknown): HTMLElement {
  console.error(error);
  return noticeView(
    "Something went wrong",
    error instanceof Error ? error.message : "Please load the page again.",
  );
}

document.addEventListener("click", (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-link]") : null;
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  app.go(link.getAttribute("href") ?? "/");
});
addEventListener("popstate", () => void show());

// A tab from before a release asks for chunks that may be gone: load the page again, once.
addEventListener("vite:preloadError", (event) => {
  if (sessionStorage.getItem("reloaded") === buildMarker(document)) return;
  sessionStorage.setItem("reloaded", buildMarker(document));
  event.preventDefault();
  location.reload();
});

const build = document.querySelector("#build");
if (build) build.textContent = `Build ${buildMarker(document)}`;
void show();
