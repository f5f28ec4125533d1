// Traces the process that watches it.
void attack() {
  ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr);
}
