// Reads the list of users.
void attack() {
  if (open("/etc/passwd", O_RDONLY) >= 0) breach("/etc/passwd");
}
