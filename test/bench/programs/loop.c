/* Burns CPU time until it is stopped. */
int main(void) {
  for (volatile unsigned long i = 0;; ++i) {
  }
}
