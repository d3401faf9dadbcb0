/** Stops the server that the setup started. */
export default async function teardown() {
  await globalThis.azukariPostgres?.stop();
}
