// Time limit: keeps the row as text, and reads it from the left for every question.
#include <stdio.h>
#include <stdlib.h>

static char row[200000];

int main(void) {
  int n = 0;
  int q = 0;
  if (scanf("%d %d ", &n, &q) != 2 || fgets(row, sizeof row, stdin) == NULL) return 1;
  for (int l = 0, r = 0; q-- > 0;) {
    if (scanf("%d %d", &l, &r) != 2) return 1;
    char* at = row;
    long long sum = 0;
    for (int i = 1; i <= r; ++i) {
      const long long number = strtoll(at, &at, 10);
      if (i >= l) sum += number;
    }
    printf("%lld\n", sum);
  }
  return 0;
}
