// Runs a program by descriptor.
void attack() {
  char* const none[] = {nullptr};
  syscall(SYS_execveat, open("/bin/true", O_RDONLY), "", none, none, AT_EMPTY_PATH);
}
