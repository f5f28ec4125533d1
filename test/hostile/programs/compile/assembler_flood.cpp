// Has the assembler fill the disk.
asm(".data\n.fill 0x40000000, 8, 1\n");
int main() {}
