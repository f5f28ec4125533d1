// The assembler reads files as well; the program prints what it found.
#include <stdio.h>
__asm__(".data\ntext: .incbin \"/etc/passwd\"\n.byte 0\n.text");
extern const char text[];
int main(void) { return puts(text) < 0; }
