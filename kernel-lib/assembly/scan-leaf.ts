import { findActive } from "./active-rows";
import { encodeRow } from "./codes";
import { scanPoints, storeLeast } from "./scan-points";
import { Asking, cornersSize, GROUP, MOST_GROUPS, Search } from "./search";

/**
 * Looks for neighbours of the asking rows in one leaf; says whether any search radius shrank.
 *
 * First which asking rows have its box within reach, then which of its groups each of them has, then, group by group, which
 * points. All of that in whole numbers: coordinates as codes, off by half a code at most.
 */
export function scanLeaf(job: Search, ask: Asking, node: usize): bool {
  const error = load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
  const active = findActive(job, ask, node, error);
  if (active == 0) return false;
  const leaf = node - <usize>job.leaf;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const size = load<i32>(<usize>job.highs + (node << 2)) - low;
  const groups = (size + GROUP - 1) / GROUP;
  for (let g = 0; g <= groups; g++) store<i32>(ask.counts + (<usize>g << 2), 0);
  for (let k: usize = 0; k < active; k++) findGroups(job, ask, leaf, <usize>size, k, error);
  let changed = false;
  for (let g = 0; g <= groups; g++) {
    // After the groups one by one, those that have all of them within reach look at the whole leaf.
    const first = g < groups ? g * GROUP : 0;
    const members = ask.members + <usize>g * (<usize>job.askStride << 2);
    const count = load<i32>(ask.counts + (<usize>g << 2));
    const end = g < groups ? min(size, first + GROUP) : size;
    for (let next = 0; next < count; next += 4) {
      if (scanPoints(job, ask, leaf, members + (<usize>next << 2), min(4, count - next), low, first, end, error)) changed = true;
    }
  }
  return changed;
}

/**
 * The first look, at the leaf's own rows: each group of them begins with itself and goes on with the groups from which the
 * fewest halvings part it (their numbers differ in the lowest bits only), so that search radii are short before the far ones
 * come.
 */
export function scanOwnLeaf(job: Search, ask: Asking): void {
  const error = load<f32>(<usize>job.norms + (ask.node << 2)) * <f32>job.slack;
  const leaf = ask.node - <usize>job.leaf;
  const width = <usize>job.width;
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  for (let k: usize = 0; k < <usize>ask.size; k++) {
    store<u32>(ask.active + (k << 2), <u32>k);
    store<u32>(ask.members + (k << 2), <u32>k);
    store<i32>(ask.squares + (k << 2), encodeRow(job, ask.rows + (k * width << 2), frame, ask.own + k * (width << 1)));
    storeLeast(job, ask, k, frame, error);
  }
  const groups = (ask.size + GROUP - 1) / GROUP;
  for (let group = 0; group < groups; group++) {
    const end = min(ask.size, group * GROUP + GROUP);
    for (let next = group * GROUP; next < end; next += 4) {
      for (let apart = 0; apart < MOST_GROUPS; apart++) {
        const other = group ^ apart;
        if (other >= groups) continue;
        scanPoints(job, ask, leaf, ask.members + (<usize>next << 2), min(4, end - next), ask.low, other * GROUP, min(ask.size, other * GROUP + GROUP), error);
      }
    }
  }
}

/** Writes an active row in codes of the leaf and notes it with each group whose box it has within its search radius. */
function findGroups(job: Search, ask: Asking, leaf: usize, size: usize, k: usize, error: f32): void {
  const width = <usize>job.width;
  const pairs = <usize>job.pairs;
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  const row = <usize>load<u32>(ask.active + (k << 2));
  const own = ask.own + k * (width << 1);
  store<i32>(ask.squares + (k << 2), encodeRow(job, ask.rows + (row * width << 2), frame, own));
  const limit = i32x4.splat(storeLeast(job, ask, k, frame, error));
  const groups = <i32>((size + GROUP - 1) / GROUP);
  // Where boxes of groups leave nothing out, as in noise of many columns, only one row in sixteen goes on trying.
  if (ask.tested > 64 && ask.whole * 4 > ask.tested * 3 && (k & 15) != 0) return addMember(job, ask, groups, k);
  const zero = i16x8.splat(0);
  let corners = <usize>job.corners + leaf * cornersSize(pairs, <usize>job.stride);
  let mask: u64 = 0;
  for (let first: usize = 0; first < size; first += 4 * GROUP) {
    let sum = i32x4.splat(0);
    for (let p: usize = 0; p < pairs; p++) {
      const value = v128.load32_splat(own + (p << 2));
      const gap = i16x8.max_s(zero, i16x8.max_s(i16x8.sub(v128.load(corners), value), i16x8.sub(value, v128.load(corners, 16))));
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(gap, gap));
      corners += 32;
    }
    mask |= <u64>i32x4.bitmask(i32x4.le_s(sum, limit)) << (first / GROUP);
  }
  const all = u64.MAX_VALUE >> (64 - groups);
  mask &= all;
  ask.tested++;
  if (mask == all) {
    ask.whole++;
    return addMember(job, ask, groups, k);
  }
  while (mask != 0) {
    addMember(job, ask, <i32>ctz(mask), k);
    mask &= mask - 1;
  }
}

// @ts-ignore: decorator
@inline
function addMember(job: Search, ask: Asking, group: i32, k: usize): void {
  const counter = ask.counts + (<usize>group << 2);
  const count = load<i32>(counter);
  store<u32>(ask.members + (<usize>group * <usize>job.askStride + <usize>count << 2), <u32>k);
  store<i32>(counter, count + 1);
}
