// What every C attack of run/ ends with: it answers every case but "attack" honestly.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void attack(void);

int main(void) {
  char line[256];
  const ssize_t size = read(0, line, sizeof line);
  if (size < 6 || memcmp(line, "attack", 6) != 0) return write(1, line, size > 0 ? size : 0) < 0;
  attack();
  return 0;
}
