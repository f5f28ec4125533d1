// Joins the session's keyring.
void attack() {
  syscall(SYS_keyctl, 1, 0, 0, 0, 0);
}
