/**
 * Makes the seeded samples of this folder and planted.json, the list of what was planted in them.
 * Run `npm run build`, then `node notebooks/data/make-samples.mjs`: the same bytes come out every time.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createRandom } from "kpi-anomaly";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (time) => new Date(time).toISOString().slice(0, 10);
const minute = (time) => new Date(time).toISOString().slice(0, 16).replace("T", " ");
const wave = (phase) => Math.cos(2 * Math.PI * phase);

/** Electric load of a town, hourly, eight weeks: a day and a week in it, and warmer days that need less heating. */
function energyLoad() {
  const random = createRandom("energy_load");
  const start = Date.UTC(2024, 0, 8);
  const load = [];
  const temperature = [];
  let weather = 0;
  for (let hour = 0; hour < 8 * 7 * 24; hour++) {
    const ofDay = hour % 24;
    const weekend = Math.floor(hour / 24) % 7 >= 5;
    weather = 0.97 * weather + 0.5 * random.normal();
    temperature.push(5 + hour / 300 - 4 * wave((ofDay - 3) / 24) + weather);
    const people = 120 - 70 * wave((ofDay - 3) / 24) - 35 * wave((ofDay - 1) / 12);
    load.push(620 + people * (weekend ? 0.7 : 1) - (weekend ? 45 : 0) - 6 * (temperature[hour] - 5) + 6 * random.normal());
  }
  const at = (date) => (Date.parse(`${date.replace(" ", "T")}Z`) - start) / HOUR;
  const planted = [];
  const plant = (from, to, kind, note, change) => {
    for (let hour = at(from); hour <= at(to); hour++) load[hour] = change(load[hour], hour);
    planted.push({ file: "energy_load.csv", kpi: "load_mw", series: "", from, to, kind, note });
  };
  plant("2024-01-23 14:00", "2024-01-23 14:00", "spike", "one hour read far too high", (value) => value + 260);
  plant("2024-01-31 03:00", "2024-01-31 06:00", "dip", "a feeder is out for four hours", (value) => value - 240);
  plant("2024-02-07 09:00", "2024-02-07 20:00", "flat line", "the meter repeats its last value", () => load[at("2024-02-07 08:00")]);
  plant("2024-02-17 00:00", "2024-02-17 23:00", "wrong pattern", "a Saturday that runs like a working day", (value, hour) => load[hour - 2 * 24]);
  plant("2024-02-26 00:00", "2024-02-27 23:00", "level shift", "two days about 15 % above normal", (value) => value * 1.15);
  const lines = load.map((value, hour) => `${minute(start + hour * HOUR)},${value.toFixed(1)},${temperature[hour].toFixed(1)}`);
  return { file: "energy_load.csv", text: `timestamp,load_mw,temperature_c\n${lines.join("\n")}\n`, planted };
}

/** Visits of a web site, daily, two years: growth, a week and a year in it; sign-ups follow the visits. */
function webTraffic() {
  const random = createRandom("web_traffic");
  const start = Date.UTC(2023, 0, 1);
  const week = [0.82, 1.1, 1.12, 1.1, 1.07, 1.0, 0.79];
  const visits = [];
  const rate = [];
  for (let index = 0; index < 731; index++) {
    const growth = 4200 * Math.exp(index / 1900) * (1 + 0.12 * wave((index - 20) / 365.25));
    visits.push(growth * week[index % 7] * Math.exp(0.045 * random.normal()));
    rate.push(0.031 * Math.exp(0.06 * random.normal()));
  }
  const at = (date) => (Date.parse(`${date}T00:00Z`) - start) / DAY;
  const planted = [];
  const plant = (target, kpi, from, to, kind, note, change) => {
    for (let index = at(from); index <= at(to); index++) target[index] = change(target[index], index - at(from));
    planted.push({ file: "web_traffic.csv", kpi, series: "", from, to, kind, note });
  };
  plant(visits, "visits", "2023-06-14", "2023-06-14", "dip", "the site is down most of the day", (value) => value * 0.18);
  plant(visits, "visits", "2023-10-10", "2023-10-12", "spike", "a post goes viral and fades in three days", (value, n) => value * (2.4 - 0.5 * n));
  plant(visits, "visits", "2024-03-04", "2024-03-17", "level shift", "two weeks a quarter below normal after a ranking change", (value) => value * 0.75);
  plant(visits, "visits", "2024-07-08", "2024-07-14", "variance burst", "a week that swings wildly", (value, n) => value * (n % 2 ? 0.65 : 1.4));
  plant(visits, "visits", "2024-11-04", "2024-11-24", "drift", "three weeks that climb two per cent a day", (value, n) => value * (1 + 0.02 * (n + 1)));
  const signups = visits.map((value, index) => value * rate[index]);
  plant(signups, "signups", "2024-05-21", "2024-05-23", "dip", "the sign-up form is broken, visits are normal", (value) => value * 0.1);
  const lines = visits.map((value, index) => `${day(start + index * DAY)},${Math.round(value)},${Math.round(signups[index])}`);
  return { file: "web_traffic.csv", text: `date,visits,signups\n${lines.join("\n")}\n`, planted };
}

/** Sales of four stores in one long file, daily, 26 weeks; weekends are strong. */
function storeSales() {
  const start = Date.UTC(2024, 0, 1);
  const days = 26 * 7;
  const stores = { North: 5200, South: 3400, Harbour: 7800, Airport: 2600 };
  const week = [0.86, 0.84, 0.9, 0.96, 1.12, 1.3, 1.02];
  const planted = [];
  const sales = {};
  for (const [store, level] of Object.entries(stores)) {
    const random = createRandom(`store_sales/${store}`);
    sales[store] = Array.from({ length: days }, (_, index) => level * week[index % 7] * (1 + index / 1800) * Math.exp(0.05 * random.normal()));
  }
  const at = (date) => (Date.parse(`${date}T00:00Z`) - start) / DAY;
  const plant = (series, from, to, kind, note, change) => {
    for (let index = at(from); index <= at(to); index++) sales[series][index] = change(sales[series][index]);
    planted.push({ file: "store_sales.csv", kpi: "sales", series, from, to, kind, note });
  };
  plant("North", "2024-03-12", "2024-03-12", "dip", "closed by a power cut at noon", (value) => value * 0.35);
  plant("South", "2024-05-02", "2024-05-04", "spike", "a street festival at the door", (value) => value * 1.9);
  plant("Harbour", "2024-04-15", "2024-04-28", "level shift", "road works for two weeks", (value) => value * 0.72);
  plant("Airport", "2024-06-03", "2024-06-05", "missing entry", "three days booked as zero", () => 0);
  const lines = [];
  for (let index = 0; index < days; index++) {
    for (const store of Object.keys(stores)) {
      const value = sales[store][index];
      lines.push(`${day(start + index * DAY)},${store},${value.toFixed(2)},${Math.round(value / 31)}`);
    }
  }
  return { file: "store_sales.csv", text: `date,store,sales,customers\n${lines.join("\n")}\n`, planted };
}

/**
 * What a shop's systems export, as they do: receipts of three stores with a preamble, decimal commas, refunds and one day that
 * stands there twice; visitors counted at the doors with -999 where a counter was broken.
 */
function shop() {
  const random = createRandom("shop");
  const start = Date.UTC(2025, 0, 6);
  const days = 17 * 7;
  const stores = { North: 90, South: 60, Harbour: 130 };
  const week = [0.8, 0.8, 0.9, 1, 1.2, 1.5, 0.8];
  const receipts = [];
  const visitors = [];
  const at = (date) => (Date.parse(`${date}T00:00Z`) - start) / DAY;
  const [outage, twice, broken] = [
    { from: "2025-04-01", to: "2025-04-04" },
    { from: "2025-03-05", to: "2025-03-05" },
    { from: "2025-02-10", to: "2025-02-18" },
  ];
  const within = ({ from, to }, index) => index >= at(from) && index <= at(to);
  let number = 100_000;
  for (let index = 0; index < days; index++) {
    const [year, month, date] = day(start + index * DAY).split("-");
    for (const [store, level] of Object.entries(stores)) {
      const came = Math.round(level * week[index % 7] * Math.exp(0.07 * random.normal()));
      const cardsFail = store === "Harbour" && within(outage, index);
      const bought = Math.round(came * (cardsFail ? 0.05 : 0.11) * Math.exp(0.05 * random.normal()));
      const lines = Array.from({ length: bought }, () => {
        const cents = Math.round(100 * 24 * Math.exp(0.5 * random.normal()));
        const refund = random.next() < 0.02;
        const clock = `${String(9 + Math.floor(10 * random.next())).padStart(2, "0")}:${String(Math.floor(60 * random.next())).padStart(2, "0")}`;
        const amount = `${refund ? "-" : ""}${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
        return `${++number};${date}.${month}.${year} ${clock};${store};${amount};${cardsFail || random.next() < 0.3 ? "cash" : "card"}`;
      });
      receipts.push(...lines, ...(store === "North" && within(twice, index) ? lines : []));
      visitors.push(`${day(start + index * DAY)},${store},${store === "South" && within(broken, index) ? -999 : came}`);
    }
  }
  const planted = [
    { ...outage, kpi: "conversion", series: "Harbour", kind: "dip", note: "cards are refused, visitors come as always" },
    { ...twice, kpi: "revenue", series: "North", kind: "duplicates", note: "one day stands in the export twice" },
    { ...broken, kpi: "visitors", series: "South", kind: "missing code", note: "the counter is broken and writes -999" },
  ];
  return [
    {
      file: "till_export.csv",
      text: `Till system, all stores\nExported by the office\n\nreceipt;time;store;amount;paid\n${receipts.join("\n")}\n`,
      planted: planted.slice(0, 2).map((entry) => ({ file: "till_export.csv", ...entry })),
    },
    {
      file: "visitors.csv",
      text: `day,store,visitors\n${visitors.join("\n")}\n`,
      planted: planted.slice(2).map((entry) => ({ file: "visitors.csv", ...entry })),
    },
  ];
}

/** Every file this script makes, by name. */
export function sampleFiles() {
  const samples = [energyLoad(), webTraffic(), storeSales(), ...shop()];
  const planted = samples.flatMap((sample) => sample.planted);
  const list = `[\n${planted.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`;
  return { ...Object.fromEntries(samples.map((sample) => [sample.file, sample.text])), "planted.json": list };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(sampleFiles())) await writeFile(new URL(name, import.meta.url), text);
}
