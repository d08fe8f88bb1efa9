/** The parts used here of two packages that bring no types. */
declare module "libsvm-js/asm" {
  export default class Svm {
    static readonly SVM_TYPES: { readonly ONE_CLASS: string };
    static readonly KERNEL_TYPES: { readonly RBF: string };
    constructor(options: {
      type: string;
      kernel: string;
      gamma: number;
      nu: number;
      tolerance: number;
      quiet: boolean;
    });
    train(samples: number[][], labels: number[]): void;
    predict(samples: number[][]): number[];
    getSVIndices(): number[];
    free(): void;
  }
}

declare module "ml-isolation-forest" {
  export class IsolationForest {
    constructor(options?: { nEstimators?: number });
    train(samples: number[][]): void;
    predict(samples: number[][]): number[];
  }
}
