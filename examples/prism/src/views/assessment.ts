import type { Backend, Item, OwnedSession } from "../backend.ts";
import { h } from "../dom.ts";
import type { App } from "../main.ts";
import { resultsPath } from "../routes.ts";

const RATINGS = ["Not at all", "A little", "In part", "Mostly", "Completely"];

interface Part {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly items: readonly Item[];
}

/** The questions in two parts. Answers are saved a part at a time; the last part leads to the results. */
export async function assessmentView(backend: Backend, app: App): Promise<HTMLElement> {
  const items = await backend.items();
  const parts: readonly Part[] = [
    {
      title: "Ten statements",
      hint: "How well does each one describe you?",
      action: "Continue",
      items: items.filter((item) => item.kind === "scale"),
    },
    {
      title: "Five pairs",
      hint: "Which of the two is more like you?",
      action: "See my results",
      items: items.filter((item) => item.kind === "choice"),
    },
  ];
  const view = h("section", { class: "assessment" });
  let session: OwnedSession | undefined;

  async function submit(index: number, answers: Record<string, number>): Promise<void> {
    session ??= await backend.start(respondent());
    await backend.save(session, answers);
    if (index + 1 < parts.length) return show(index + 1);
    await backend.finalize(session);
    app.go(resultsPath(session));
  }

  function show(index: number): void {
    const part = parts[index];
    if (!part) return;
    view.replaceChildren(partForm(part, index, parts.length, (answers) => submit(index, answers)));
    view.querySelector("h1")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  show(0);
  return view;
}

function partForm(
  part: Part,
  index: number,
  count: number,
  submit: (answers: Record<string, number>) => Promise<void>,
): HTMLElement {
  const button = h("button", { class: "button", type: "submit" }, part.action);
  const problem = h("p", { class: "problem", role: "alert" });
  const form = h(
    "form",
    {},
    h("p", { class: "eyebrow" }, `Part ${index + 1} of ${count}`),
    h("h1", { tabindex: "-1" }, part.title),
    h("p", { class: "lead" }, part.hint),
    ...part.items.map((item, position) => question(item, position + 1)),
    problem,
    h("p", { class: "actions" }, button),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = "";
    submit(answersIn(form)).catch((error: unknown) => {
      console.error(error);
      problem.textContent = "Your answers could not be saved. Please try again.";
      button.disabled = false;
    });
  });
  return form;
}

function question(item: Item, position: number): HTMLElement {
  const pair = item.kind === "choice";
  const labels = pair ? [item.prompt, item.otherPrompt ?? ""] : RATINGS;
  const options = labels.map((label, index) =>
    h(
      "label",
      { class: "option" },
      h("input", { type: "radio", name: item.id, value: String(index + 1), required: true }),
      h("span", {}, label),
    ),
  );
  const legend = pair ? h("legend", {}, `Pair ${position}`) : h("legend", {}, item.prompt);
  return h(
    "fieldset",
    { class: pair ? "pair" : "rating" },
    legend,
    h("div", { class: "options" }, ...options),
  );
}

function answersIn(form: HTMLFormElement): Record<string, number> {
  return Object.fromEntries([...new FormData(form)].map(([id, value]) => [id, Number(value)]));
}

/** Tells the attempts of one browser apart; says nothing about who sits in front of it. */
function respondent(): string {
  const known = localStorage.getItem("prism-respondent");
  if (known) return known;
  const fresh = crypto.randomUUID();
  localStorage.setItem("prism-respondent", fresh);
  return fresh;
}
