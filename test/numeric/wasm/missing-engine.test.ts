import { assumptionText } from "../../../kernel-lib/src/words/assumption.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Report } from "../../../kernel-lib/src/report.js";

/** Hourly, with a day in it, some far values, and longer than what plain loops are as good for. */
function csv(rows: number): Uint8Array {
  let state = 7;
  const noise = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 - 0.5;
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `${new Date(Date.UTC(2024, 0, 1, i)).toISOString().slice(0, 16)},${(100 + 20 * Math.sin((i * Math.PI) / 12) + 5 * noise() + (i % 701 === 700 ? 60 : 0)).toFixed(3)}`,
  );
  return new TextEncoder().encode(`time,load\n${lines.join("\n")}\n`);
}

const file = csv(4200);

/** Runs some detectors (all when left out) in a library that was loaded anew, so that it meets the engine as it is now. */
async function detectAnew(some?: readonly string[]): Promise<Report> {
  vi.resetModules();
  const { detect, detectors, readTable } = await import("../../../kernel-lib/src/index.js");
  const chosen = Object.fromEntries(Object.keys(detectors).map((id) => [id, { enabled: some?.includes(id) ?? true }]));
  return detect(readTable(file), { detectors: chosen });
}

/** Those with heavy loops on shared memory, and one that is not. */
const FEW = ["oneClassSvm", "isolationForest", "seasonalResidual"];

const scoresOf = ({ series }: Report): unknown =>
  series.map(({ combined, expected, detections }) => [
    combined,
    expected,
    detections.map(({ detector, scores }) => [detector, scores]),
  ]);

const engineOf = ({ assumptions }: Report): string | undefined => {
  const found = assumptions.find(({ id }) => id === "engine");
  return found && assumptionText(found);
};

/** The engine's own, changed in places. */
function changed(change: Partial<typeof WebAssembly>): void {
  const { Module, Instance, Memory, validate } = WebAssembly;
  vi.stubGlobal("WebAssembly", { Module, Instance, Memory, validate, ...change });
}

function throwing(error: Error): never {
  // An arrow function cannot be constructed.
  return function (): void {
    throw error;
  } as never;
}

afterEach(() => vi.unstubAllGlobals());

describe("an engine that cannot run the kernels", async () => {
  const usual = await detectAnew(FEW);

  class SmallMemory extends WebAssembly.Memory {
    override grow(): number {
      throw new RangeError("WebAssembly.Memory.grow(): Unable to grow instance memory");
    }
  }
  const cases: [string, string, () => void][] = [
    ["no WebAssembly", "There is no WebAssembly here", () => vi.stubGlobal("WebAssembly", undefined)],
    ["no SIMD", "WebAssembly has no SIMD or no shared memory here", () => changed({ validate: () => false })],
    [
      "a page that forbids it",
      "WebAssembly is not allowed here",
      () => changed({ Module: throwing(new WebAssembly.CompileError("violates the Content Security Policy")) }),
    ],
    [
      "no memory to begin with",
      "There was not enough memory for WebAssembly",
      () => changed({ Memory: throwing(new RangeError("could not allocate memory")) }),
    ],
    [
      "no memory when more is needed",
      "There was not enough memory for WebAssembly",
      () => changed({ Memory: SmallMemory }),
    ],
  ];

  it("is not told of where it can", () => expect(engineOf(usual)).toBeUndefined());

  it.each(cases)("%s: is told, and the scores are the same bytes", async (_, told, change) => {
    change();
    const report = await detectAnew(FEW);
    expect(engineOf(report)).toBe(`${told}, so the slower way of computing was taken; the results are the same.`);
    expect(scoresOf(report)).toEqual(scoresOf(usual));
  });

  it("no detector's scores differ by a byte", async () => {
    const fast = await detectAnew();
    vi.stubGlobal("WebAssembly", undefined);
    expect(scoresOf(await detectAnew())).toEqual(scoresOf(fast));
  });

  it("any other failure is thrown", async () => {
    changed({ Module: throwing(new TypeError("something is broken")) });
    await expect(detectAnew(FEW)).rejects.toThrow("something is broken");
  });
});
