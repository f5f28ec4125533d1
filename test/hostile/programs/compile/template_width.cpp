// Templates that double, level by level.
template <int N, int M>
struct Tree {
  static constexpr long value = Tree<N - 1, 2 * M>::value + Tree<N - 1, 2 * M + 1>::value;
};
template <int M>
struct Tree<0, M> {
  static constexpr long value = M;
};
static_assert(Tree<26, 1>::value > 0);
int main() {}
