// Talks to the hypervisor.
void attack() {
  socket(AF_VSOCK, SOCK_STREAM, 0);
}
