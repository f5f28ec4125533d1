// Three gigabytes at once, and it survives the refusal.
function attack() {
  try {
    breach(new ArrayBuffer(3 * 2 ** 30).byteLength);
  } catch (problem) {
    throw problem;
  }
}
