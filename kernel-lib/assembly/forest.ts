/** Arguments of `walkTrees`. A node is 16 bytes: split (double), byte offset of its feature in a row, number of its left child. */
@unmanaged
class Walk {
  values: f64; // rows × columns doubles
  rows: f64;
  columns: f64;
  nodes: f64; // trees × stride nodes
  lengths: f64; // path length at each node, doubles
  trees: f64;
  stride: f64;
  depth: f64;
  out: f64; // a double a row: summed path lengths
  grain: f64; // rows a block
}

/** Rows that go down a tree side by side, so that one does not wait for the other's memory. */
const LANES: i32 = 8;

/** Sums up the path lengths of some rows over all trees. */
export function walkTrees(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Walk>(args);
  const first = block * <i32>job.grain;
  const last = min(<i32>job.rows, first + <i32>job.grain);
  const trees = <i32>job.trees;
  const stride = <usize>job.stride;
  for (let row = first; row < last; row++) store<f64>(<usize>job.out + (<usize>row << 3), 0);
  for (let tree = 0; tree < trees; tree++) {
    const nodes = <usize>job.nodes + (<usize>tree * stride << 4);
    const lengths = <usize>job.lengths + (<usize>tree * stride << 3);
    let row = first;
    for (; row + LANES <= last; row += LANES) walkEight(job, nodes, lengths, row);
    for (; row < last; row++) walkOne(job, nodes, lengths, row);
  }
}

// @ts-ignore: decorator
@inline
function step(nodes: usize, node: usize, row: usize): usize {
  const at = nodes + (node << 4);
  return <usize>load<i32>(at, 12) + <usize>(load<f64>(row + <usize>load<i32>(at, 8)) > load<f64>(at));
}

// @ts-ignore: decorator
@inline
function add(out: usize, lengths: usize, node: usize): void {
  store<f64>(out, load<f64>(out) + load<f64>(lengths + (node << 3)));
}

function walkOne(job: Walk, nodes: usize, lengths: usize, row: i32): void {
  const at = <usize>job.values + (<usize>row * <usize>job.columns << 3);
  let node: usize = 0;
  for (let level = <i32>job.depth; level > 0; level--) node = step(nodes, node, at);
  add(<usize>job.out + (<usize>row << 3), lengths, node);
}

function walkEight(job: Walk, nodes: usize, lengths: usize, row: i32): void {
  const size = <usize>job.columns << 3;
  const at = <usize>job.values + <usize>row * size;
  const b = at + size;
  const c = b + size;
  const d = c + size;
  const e = d + size;
  const f = e + size;
  const g = f + size;
  const h = g + size;
  let n0: usize = 0, n1: usize = 0, n2: usize = 0, n3: usize = 0, n4: usize = 0, n5: usize = 0, n6: usize = 0, n7: usize = 0;
  for (let level = <i32>job.depth; level > 0; level--) {
    n0 = step(nodes, n0, at);
    n1 = step(nodes, n1, b);
    n2 = step(nodes, n2, c);
    n3 = step(nodes, n3, d);
    n4 = step(nodes, n4, e);
    n5 = step(nodes, n5, f);
    n6 = step(nodes, n6, g);
    n7 = step(nodes, n7, h);
  }
  const out = <usize>job.out + (<usize>row << 3);
  add(out, lengths, n0);
  add(out + 8, lengths, n1);
  add(out + 16, lengths, n2);
  add(out + 24, lengths, n3);
  add(out + 32, lengths, n4);
  add(out + 40, lengths, n5);
  add(out + 48, lengths, n6);
  add(out + 56, lengths, n7);
}
