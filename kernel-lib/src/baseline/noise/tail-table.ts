import { exp, log, log1p } from "../../numeric/math.js";
import { LOG_ROOT_TWO_PI } from "../../numeric/distributions/log-gamma.js";
import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { studentLogDensity, studentLogTail } from "../../numeric/distributions/student.js";

/** Nodes per unit of ln(1 + size), and the largest that is laid out: a million. */
const PER_UNIT = 16;
const NODES = 222;

/** The normal deviation that is as rare as a Student variable of that size (0 or more). */
export const normalOfStudent = (size: number, degrees: number): number =>
  -normalQuantileOfLog(studentLogTail(size, degrees));

/**
 * The same for many sizes: values and two derivatives at nodes over ln(1 + size), a polynomial of the fifth degree between
 * (Hermite); exact to 1e-11. Beyond a million the function itself. Nodes are laid out as far as they are looked at: a dozen
 * deviations need a fifth of them.
 */
export class TailTable {
  private readonly nodes = new Float64Array(3 * NODES);
  private laid = 0;

  constructor(private readonly degrees: number) {}

  private layOut(count: number): void {
    const { degrees } = this;
    for (; this.laid < count; this.laid++) {
      const k = this.laid;
      const size = exp(k / PER_UNIT) - 1;
      const z = k === 0 ? 0 : normalOfStudent(size, degrees);
      const slope = exp(studentLogDensity(size, degrees) + z * z * 0.5 + LOG_ROOT_TWO_PI);
      const bend = slope * (z * slope - ((degrees + 1) * size) / (degrees + size * size));
      // Derivatives over the place between two nodes.
      this.nodes[3 * k] = z;
      this.nodes[3 * k + 1] = (slope * (1 + size)) / PER_UNIT;
      this.nodes[3 * k + 2] = (bend * (1 + size) * (1 + size) + slope * (1 + size)) / (PER_UNIT * PER_UNIT);
    }
  }

  at(size: number): number {
    return this.between(size, log1p(size) * PER_UNIT);
  }

  /** The same by a logarithm that loses digits near zero, at half the cost: for long columns. */
  near(size: number): number {
    return this.between(size, log(1 + size) * PER_UNIT);
  }

  private between(size: number, place: number): number {
    if (!(place < NODES - 1)) return normalOfStudent(size, this.degrees);
    const k = Math.floor(place);
    if (k + 2 > this.laid) this.layOut(k + 2);
    const x = place - k;
    const nodes = this.nodes;
    const at = 3 * k;
    const [a, b, c] = [nodes[at], nodes[at + 1], nodes[at + 2] / 2];
    const rise = nodes[at + 3] - a - b - c;
    const slope = nodes[at + 4] - b - 2 * c;
    const bend = nodes[at + 5] / 2 - c;
    return (
      a +
      x *
        (b +
          x *
            (c +
              x *
                (10 * rise -
                  4 * slope +
                  bend +
                  x * (-15 * rise + 7 * slope - 2 * bend + x * (6 * rise - 3 * slope + bend)))))
    );
  }
}
