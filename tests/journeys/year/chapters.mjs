// The chapters of a long journey.

/** The steps of a chapter in turn; where one fails, the chapter is named. */
export async function inTurn(year, name, steps) {
  const began = Date.now();
  for (const step of steps) {
    try {
      await step(year);
    } catch (error) {
      error.message = `${name}: ${error.message}`;
      throw error;
    }
  }
  if (process.env.JOURNEYS_TIMES) console.log(`  ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
