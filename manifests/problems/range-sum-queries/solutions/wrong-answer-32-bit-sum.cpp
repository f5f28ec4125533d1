#include <iostream>
#include <vector>

// A sum of many numbers does not fit an int.
int main() {
  int n = 0;
  int q = 0;
  std::cin >> n >> q;
  std::vector<unsigned> prefix(n + 1, 0);
  for (int i = 0; i < n; ++i) {
    int x = 0;
    std::cin >> x;
    prefix[i + 1] = prefix[i] + static_cast<unsigned>(x);
  }
  for (int i = 0; i < q; ++i) {
    int l = 0;
    int r = 0;
    std::cin >> l >> r;
    std::cout << static_cast<int>(prefix[r] - prefix[l - 1]) << '\n';
  }
}
