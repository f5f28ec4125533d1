// Never gives the event loop its turn.
function attack() {
  queueMicrotask(attack);
}
