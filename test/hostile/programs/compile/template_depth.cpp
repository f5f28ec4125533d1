// Templates of templates without end.
template <typename T>
struct Pair {
  using type = typename Pair<Pair<T>>::type;
};
Pair<int>::type value;
int main() {}
