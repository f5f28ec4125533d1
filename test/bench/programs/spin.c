/* Burns CPU time until somebody stops it. */
int main(void) {
  for (volatile unsigned turns = 0;; ++turns) {
  }
}
