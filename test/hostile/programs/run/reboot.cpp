// Restarts the machine.
void attack() {
  reboot(RB_AUTOBOOT);
}
