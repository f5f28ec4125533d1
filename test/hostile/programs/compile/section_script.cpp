// A program whose start is not its own main.
#include <unistd.h>
extern "C" void _start() {
  _exit(0);
}
int main() {}
