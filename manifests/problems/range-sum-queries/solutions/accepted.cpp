#include <iostream>
#include <vector>

int main() {
  // No flush of std::cout before every read, no synchronisation with C's stdio.
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);

  int n = 0;
  int q = 0;
  std::cin >> n >> q;
  std::vector<long long> prefix(n + 1, 0);  // prefix[i] = sum of the first i numbers
  for (int i = 0; i < n; ++i) {
    long long x = 0;
    std::cin >> x;
    prefix[i + 1] = prefix[i] + x;
  }
  for (int i = 0; i < q; ++i) {
    int l = 0;
    int r = 0;
    std::cin >> l >> r;
    std::cout << prefix[r] - prefix[l - 1] << '\n';
  }
}
