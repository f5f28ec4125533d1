// Ends with the code that a validator would accept with.
void attack() {
  _exit(42);
}
