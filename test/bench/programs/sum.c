/* A stdio solution that does next to nothing: what is left is the cost of running it. */
#include <stdio.h>

int main(void) {
  int a = 0;
  int b = 0;
  if (scanf("%d %d", &a, &b) != 2) return 1;
  return printf("%d\n", a + b) > 0 ? 0 : 1;
}
