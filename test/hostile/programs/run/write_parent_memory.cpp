// Writes the memory of the process that watches it.
void attack() {
  char byte = 0;
  iovec here{&byte, 1};
  iovec there{reinterpret_cast<void*>(0x400000), 1};
  process_vm_writev(getppid(), &here, 1, &there, 1, 0);
}
