/** serverArgs start the server as `npm start` does: what Node is told, and the program. */
export const serverArgs: readonly string[];
