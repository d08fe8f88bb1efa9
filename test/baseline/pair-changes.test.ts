import { expect, test } from "vitest";
import { pairChanges, type FoundChange } from "../../kernel-lib/src/baseline/pair-changes.js";
import { golden } from "./golden/golden.js";

const asChanges = (pairs: [number, number][]): FoundChange[] => pairs.map(([row, size]) => ({ row, size }));

test("there and back as the oracle's", () => {
  for (const { found, n, lasting, temporary } of golden("core.json", "pairs")) {
    const own = pairChanges(asChanges(found), n);
    expect(own.lasting).toEqual(asChanges(lasting));
    expect(own.temporary).toEqual(temporary.map(([start, end, size]: number[]) => ({ start, end, size })));
  }
});
