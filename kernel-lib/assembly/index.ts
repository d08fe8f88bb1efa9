// The kernels. Each is called as kernel(arguments, block, scratch): the address of its arguments (one double each, in the
// order of its class), the number of the piece of work, and the address of this thread's own scratch memory.
// Pieces of one call never write to the same place, so they may run in any order on any number of threads.
export { rotateRows, splitNode } from "./box-tree";
export { packLeaf } from "./pack-leaf";
export { findNeighbours } from "./neighbours";
export { reachability, outlierFactors } from "./outlier-factors";
export { packPoints, addKernels, addKernelsExactly } from "./rbf";
export { solvePairs } from "./pairs";
export { addProducts } from "./products";
export { walkTrees } from "./forest";
export { windowDistances, lagProducts } from "./windows";
export { fillRows } from "./features";
