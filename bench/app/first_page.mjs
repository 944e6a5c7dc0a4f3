// node first_page.mjs ADDRESS: what a phone loads before somebody has begun, in KB with gzip.
import { get } from "node:http";
import { kPhone, launch, rounded, say } from "./browser.mjs";

const [address] = process.argv.slice(2);

/** Bytes of the body as they come over the wire when the client takes gzip and nothing else. */
function sent(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (piece) => (bytes += piece.length));
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

async function loaded() {
  const browser = await launch();
  // The service worker then keeps the whole app; that is no part of the first page.
  const context = await browser.newContext({ ...kPhone, serviceWorkers: "block" });
  const page = await context.newPage();
  const urls = new Set();
  page.on("requestfinished", (request) => urls.add(request.url()));
  await page.goto(`${address}/`, { waitUntil: "networkidle" });
  const shown = new URL(page.url()).pathname;
  await browser.close();
  return { shown, urls: [...urls].filter((url) => url.startsWith(address)) };
}

const { shown, urls } = await loaded();
const files = [];
for (const url of urls)
  files.push({ name: url.slice(address.length), kb: rounded((await sent(url)) / 1024, 2) });
const isFont = ({ name }) => name.endsWith(".woff2");
const sum = (some) => rounded(some.reduce((all, { kb }) => all + kb, 0));
say({
  shown,
  page_kb: sum(files.filter((file) => !isFont(file))),
  fonts_kb: sum(files.filter(isFont)),
  files,
});
