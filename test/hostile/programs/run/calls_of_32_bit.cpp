// Makes a call as a 32-bit program would: socketcall.
void attack() {
  long result = 102;
  asm volatile("int $0x80" : "+a"(result) : "b"(1), "c"(0) : "memory");
}
