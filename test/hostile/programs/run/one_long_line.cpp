// Prints one line of sixty thousand characters.
void attack() {
  for (int i = 0; i < 60; ++i) printf("%01000d", i);
}
