#include <iostream>
#ifndef ONLINE_JUDGE
#error
#endif
int main() {
  int a, b;
  std::cin >> a >> b;
  std::cout << a + b << '\n';
}
