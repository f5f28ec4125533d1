// Accepted: prefix[i] is the sum of the first i numbers. O(n + q) time.
#include <stdio.h>

static long long prefix[10001];

int main(void) {
  int n = 0;
  int q = 0;
  if (scanf("%d %d", &n, &q) != 2) return 1;
  for (int i = 1; i <= n; ++i) {
    int number = 0;
    if (scanf("%d", &number) != 1) return 1;
    prefix[i] = prefix[i - 1] + number;
  }
  for (int l = 0, r = 0; q-- > 0;) {
    if (scanf("%d %d", &l, &r) != 2) return 1;
    printf("%lld\n", prefix[r] - prefix[l - 1]);
  }
  return 0;
}
