/** Version of the library, as in its package.json; kept equal by a test. */
export const version: string = "0.1.0";
