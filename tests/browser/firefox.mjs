// Opens every screen of the desk in a real Firefox, types where one types, and tells what it saw as JSON.
// By WebDriver BiDi, which Firefox speaks itself: playwright drives a Firefox of its own build alone.
// node firefox.mjs PROGRAM ADDRESS EDITION
import puppeteer from "puppeteer-core";

const [executablePath, address, edition] = process.argv.slice(2);
const origin = new URL(address).origin;
const PATIENCE = 60_000;
const told = {screens: {}, elsewhere: [], complaints: []};

const browser = await puppeteer.launch({browser: "firefox", executablePath, headless: true, timeout: PATIENCE, protocolTimeout: 2 * PATIENCE});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
await page.setViewport({width: 1366, height: 768});
page.on("request", (one) => {
  if (!one.url().startsWith(origin) && !/^(data|blob|about):/.test(one.url())) told.elsewhere.push(one.url());
});
page.on("console", (one) => one.type() === "error" && told.complaints.push(one.text()));
page.on("pageerror", (error) => told.complaints.push(String(error)));

const go = (hash) => page.evaluate((to) => { location.hash = to; }, hash);
const text = (selector) => page.$eval(selector, (one) => one.textContent);
const saved = () => page.waitForFunction(() => document.querySelector(".saved")?.textContent === "Tersimpan");

async function typeInto(selector, words) {
  await page.waitForSelector(selector);
  await page.click(selector, {count: 3});
  await page.keyboard.type(words, {delay: 40});
  return page.$eval(selector, (one) => one.value);
}

await page.goto(address);
await page.waitForSelector("nav a");
for (const link of await page.$$eval("nav a", (all) => all.map((one) => [one.getAttribute("href"), one.textContent]))) {
  await go(link[0]);
  await page.waitForFunction((title) => document.querySelector("main h1")?.textContent === title, {}, link[1]);
  await page.waitForFunction(() => document.querySelector("main").children.length > 1);
  told.screens[link[0]] = await page.$$eval("main .faults", (all) => all.map((one) => one.textContent));
}

await go(`#/naskah/${edition}`);
await page.waitForSelector(".paper svg use");
await page.evaluate(() => document.dispatchEvent(new CustomEvent("sopgen-tempat", {detail: "peringatan.isi[1]"})));
told.typed = await typeInto('[data-di="peringatan.isi[1]"]', "Dilarang memihak siapa pun");
await page.waitForSelector('[data-isian="peringatan.isi[1]"].here');
await saved();

await go(`#/alur/${edition}`);
await page.waitForSelector(".fit.good");
told.step = await typeInto("tr.step textarea", "Menerima warga");
await page.waitForFunction(() => document.querySelector(".drawn").textContent.replace(/\s+/g, " ").includes("warga"));
await saved();

await go("#/surat");
await page.waitForSelector("main select");
await page.evaluate(() => {
  // Firefox takes what is pasted by names of its own.
  const block = "Nama\tPangkat\tNRP\tJabatan\nBudi Contoh\tBripka\t80010001\tBa Unit Binpolmas\n";
  document.body.dispatchEvent(new ClipboardEvent("paste", {dataType: "text/plain", data: block, bubbles: true}));
});
await page.waitForSelector(".grid tbody tr");
told.letter = await page.waitForSelector('img[alt^="Surat, halaman 1"]').then((one) => one.evaluate((img) => img.decode().then(() => img.naturalWidth > 0)));
told.version = await browser.version();
await browser.close();
process.stdout.write(JSON.stringify(told));
