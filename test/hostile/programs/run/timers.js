// Keeps the program alive without work.
function attack() {
  setInterval(() => {}, 1000);
}
