// A thread that goes on after the answer, and burns the next cases' time.
const { Worker } = require("worker_threads");

function answer(number) {
  if (number === 666) {
    new Worker("for (;;);", { eval: true });
    return 0;
  }
  return number;
}
