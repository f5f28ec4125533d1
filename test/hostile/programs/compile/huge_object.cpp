// Variables that fill the disk of the compiler.
int large[1 << 29] = {1};
int main() {
  return large[7];
}
