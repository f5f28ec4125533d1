// Makes a call by the number that another ABI has for it.
void attack() {
  syscall(0x40000000 + 41, AF_INET, SOCK_STREAM, 0);
}
