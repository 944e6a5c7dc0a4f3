import { Component, type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { isOnline, known, mustSignIn, send } from "./api";
import type { Me } from "./contract";
import { Icon, type IconName } from "./parts/icon";
import { Page } from "./parts/page";
import { dropRefused, refused, waiting } from "./log/outbox";
import { text } from "./text/catalog";

const { shell } = text;

const pages = {
  today: lazy(() => import("./pages/today")),
  welcome: lazy(() => import("./pages/welcome")),
  session: lazy(() => import("./pages/session")),
  plan: lazy(() => import("./pages/plan")),
  exercises: lazy(() => import("./pages/exercises")),
  exercise: lazy(() => import("./pages/exercise")),
  back: lazy(() => import("./pages/back")),
  progress: lazy(() => import("./pages/progress")),
  flare: lazy(() => import("./pages/flare")),
  settings: lazy(() => import("./pages/settings")),
  signIn: lazy(() => import("./pages/sign_in")),
};

const tabs: { path: string; name: string; icon: IconName }[] = [
  { path: "/today", name: shell.today, icon: "today" },
  { path: "/plan", name: shell.plan, icon: "plan" },
  { path: "/back", name: shell.backTab, icon: "back" },
  { path: "/progress", name: shell.progress, icon: "progress" },
  { path: "/settings", name: shell.more, icon: "settings" },
];

/** On every page, and never loud. */
function FlareLink() {
  const { path } = useLocation();
  return (
    <header class="top">
      <a class="flare-link" href="/flare" aria-current={path === "/flare" ? "page" : undefined}>
        <Icon name="flare" />
        {shell.flare}
      </a>
    </header>
  );
}

function Tabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={shell.pages}>
      {tabs.map((tab) => (
        <a key={tab.path} href={tab.path} aria-current={path === tab.path ? "page" : undefined}>
          <Icon name={tab.icon} />
          {tab.name}
        </a>
      ))}
    </nav>
  );
}

function Banner() {
  return (
    <div class="banners" role="status">
      {!isOnline.value && (
        <div class="banner">
          {shell.offline} {waiting.value > 0 && shell.waiting(waiting.value)}
        </div>
      )}
      {refused.value.map((kept) => (
        <div class="banner" key={kept.event.id}>
          {shell.refused(1)} {kept.refused?.map((problem) => problem.message).join("; ")}
          <button type="button" class="button" onClick={() => void dropRefused(kept.event.id)}>
            {shell.drop}
          </button>
        </div>
      ))}
    </div>
  );
}

class Guarded extends Component<{ children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };
  static override getDerivedStateFromError() {
    return { isBroken: true };
  }
  override componentDidCatch(error: unknown) {
    console.error(error);
  }
  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Page title={shell.broken}>
        <a class="button action" href="/today" onClick={() => this.setState({ isBroken: false })}>
          {shell.again}
        </a>
      </Page>
    );
  }
}

function NotFound() {
  return (
    <Page title={shell.notFound}>
      <a class="button action" href="/today">
        {shell.home}
      </a>
    </Page>
  );
}

/** Sends those who have not begun to the questions, and those who must to the sign-in. */
function useTheRightPage() {
  const { path, route } = useLocation();
  useEffect(() => {
    if (path === "/") route("/today", true);
    void send<Me>("GET", "/api/me").then(async (answer) => {
      const me = "data" in answer ? answer.data : await known<Me>("/api/me");
      if (me && !me.has_begun && path !== "/welcome") route("/welcome", true);
    });
  }, []);
  useEffect(() => {
    if (mustSignIn.value) route("/sign-in");
  }, [mustSignIn.value]);
}

function Frame() {
  const { path } = useLocation();
  useTheRightPage();
  const isBare = path === "/welcome" || path === "/sign-in" || path === "/session";
  useEffect(() => window.scrollTo(0, 0), [path]);
  return (
    <div class="frame">
      <a class="skip" href="#page">
        {shell.skip}
      </a>
      <Banner />
      {!isBare && <Tabs />}
      {path !== "/session" && <FlareLink />}
      <main id="page" class={/^\/(session|exercises\/|plan|back|progress)/.test(path) ? "wide" : ""}>
        <Guarded>
          <ErrorBoundary>
            <Router>
              <Route path="/" component={pages.today} />
              <Route path="/today" component={pages.today} />
              <Route path="/welcome" component={pages.welcome} />
              <Route path="/session" component={pages.session} />
              <Route path="/plan" component={pages.plan} />
              <Route path="/exercises" component={pages.exercises} />
              <Route path="/exercises/:id" component={pages.exercise} />
              <Route path="/back" component={pages.back} />
              <Route path="/progress" component={pages.progress} />
              <Route path="/flare" component={pages.flare} />
              <Route path="/settings" component={pages.settings} />
              <Route path="/sign-in" component={pages.signIn} />
              <Route default component={NotFound} />
            </Router>
          </ErrorBoundary>
        </Guarded>
        {path !== "/session" && <p class="foot">{shell.foot}</p>}
      </main>
    </div>
  );
}

export function App() {
  return (
    <LocationProvider>
      <Frame />
    </LocationProvider>
  );
}
