#include <stdio.h>
#ifndef ONLINE_JUDGE
#error
#endif
int main(void) {
  int a, b;
  if (scanf("%d %d", &a, &b) == 2) printf("%d\n", a + b);
}
