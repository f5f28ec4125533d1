// Has variables that are larger than the limit.
static char variables[512 << 20];

void attack() {
  memset(variables, 1, sizeof variables);
}
