// Replaces its own program, which the next case would run.
void attack() {
  if (rename("solution", "solution2") == 0) {
    breach("renamed");
    rename("solution2", "solution");
  }
  if (open("solution", O_WRONLY | O_TRUNC) >= 0) breach("opened");
}
