// Has the compiler compute for ever.
constexpr long work() {
  long sum = 0;
  for (long i = 0; i < (1L << 60); ++i) sum += i;
  return sum;
}
static_assert(work() > 0);
int main() {}
