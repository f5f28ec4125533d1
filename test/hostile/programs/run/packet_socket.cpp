// Listens to everything on the wire.
void attack() {
  socket(AF_PACKET, SOCK_RAW, 0);
}
