// Opens a socket of the kernel's cryptography.
void attack() {
  socket(AF_ALG, SOCK_SEQPACKET, 0);
}
