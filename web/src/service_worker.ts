/// <reference lib="webworker" />
// The app works without a signal: its own files are kept here, pages open from them, and figures
// that were seen once stay.  Documents of the person are kept by the app itself (store.ts).
export {}; // a module, so that `self` is this worker's own
declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const files = self.__WB_MANIFEST;
const version = files.map((file) => file.revision ?? file.url).join("|");
let sum = 5381;
for (let i = 0; i < version.length; i += 1) sum = ((sum * 33) ^ version.charCodeAt(i)) >>> 0;
const kFiles = `files-${sum.toString(16)}`;
const kFigures = "figures-1";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(kFiles)
      .then((cache) => cache.addAll(files.map((file) => `/${file.url.replace(/^\//, "")}`)))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const isOld = (name: string) => name.startsWith("files-") && name !== kFiles;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function figure(request: Request): Promise<Response> {
  const cache = await caches.open(kFigures);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(request)) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(kFiles);
  const asked = request.mode === "navigate" ? "/index.html" : request;
  return (await cache.match(asked)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (/^\/api\/exercises\/[^/]+\/figure\.svg$/.test(url.pathname)) {
    event.respondWith(figure(event.request));
  } else if (!url.pathname.startsWith("/api/")) {
    event.respondWith(file(event.request));
  }
});
