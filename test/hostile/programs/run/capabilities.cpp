// Asks for all capabilities.
void attack() {
  unsigned head[2] = {0x20080522, 0};
  unsigned all[6] = {~0U, ~0U, ~0U, ~0U, ~0U, ~0U};
  syscall(SYS_capset, head, all);
}
