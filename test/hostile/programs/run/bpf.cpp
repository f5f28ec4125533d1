// Loads a program into the kernel.
void attack() {
  syscall(SYS_bpf, 5, nullptr, 0);
}
