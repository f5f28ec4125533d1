// Opens a file by its number, past every folder.
void attack() {
  syscall(SYS_open_by_handle_at, 0, nullptr, 0);
}
